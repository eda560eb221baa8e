/**
 * @file
 * @brief What a REGISTER will do to an AOR, its memory already reserved.
 *
 * A plan is made under the bucket lock by policy.c, from what is there; its
 * memory is taken outside the lock; carrying it out cannot fail.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_PLAN_H
#define R302_PLAN_H

#include "aor.h"
#include "binding.h"
#include "limits.h"

/** What a REGISTER asks; strings borrowed from the message. */
struct r302_register
{
	struct r302_aor aor;
	struct r302_uri to; /* URI of To; borrowed */
	struct r302_origin origin;
	uint32_t expires; /* of the Expires header, valid when has_expires */
	int has_expires;
	int wildcard;		/* Contact: * */
	int replace;		/* the contacts replace every other binding */
	int wants_outbound; /* the client supports or requires it, RFC 5626 */
	int wants_gruu;		/* likewise, RFC 5627 */
	int to_sips;		/* the Request-URI is SIPS */
	int vias;			/* 1: it came without a proxy */
	int outbound;		/* applies: Require: outbound in the 200 */
	int gruu;			/* GRUUs are handed out */
	int room;	   /* bytes that the Contacts of the reply may take; 0: any */
	int unordered; /* an operator's: no Call-ID and CSeq to compare */
	int is_hashed; /* the table has been asked for the AOR's hash already */
	uint32_t hash; /* then: that */
	int n;		   /* contacts, in header order; 0: only asked */
	struct r302_contact contact[R302_CONTACTS_MAX];
};

enum r302_change
{
	R302_CHANGE_NONE,
	R302_CHANGE_IN_PLACE, /* numbers change, bindings go; needs no memory */
	R302_CHANGE_BLOCK	  /* strings change: a new block takes the place */
};

/** One binding as it will be. */
struct r302_step
{
	int old;						/* index in the record, -1: none */
	const struct r302_contact *now; /* what it becomes; NULL: as it is */
	uint32_t expires;				/* seconds since the epoch, with now */
};

struct r302_plan
{
	enum r302_change change;
	int retransmitted; /* same Call-ID and CSeq: answer, change nothing */
	int added;
	int updated;
	int removed;  /* by the request's will */
	int evicted;  /* to make room */
	int n;		  /* bindings afterwards */
	size_t size;  /* bytes of the new block, with R302_CHANGE_BLOCK */
	size_t whole; /* the same with what it shares: of a copy for readers */
	/* what follows outlives a decision that has to be made again */
	struct r302_share share;   /* what new bindings refer to; one reference */
	struct r302_record *block; /* shm; owned by the plan until it is taken */
	size_t reserved;		   /* bytes of it */
	/* a later contact says it again; as many as there are contacts */
	char overruled[R302_CONTACTS_MAX];
	/* while it is made also those for which there is no room */
	struct r302_step step[2 * R302_CONTACTS_MAX];
};

/** Start with nothing reserved. Which contacts are overruled is for
 * r302_policy_prepare() to say. */
void r302_plan_init(struct r302_plan *plan);

/**
 * Take the shm that the plan needs, and up what the request shares with others.
 * To be called without the bucket lock.
 * @return 0, or -1 when there is none
 */
int r302_plan_reserve(struct r302_plan *plan, const struct r302_origin *origin);

/** @return 1 when the block in hand is large enough (or none is needed) */
int r302_plan_has_room(const struct r302_plan *plan);

/**
 * Write the new block. Needs the bucket lock when rec is in the table, room,
 * and R302_CHANGE_BLOCK. The caller owns the block from here on.
 *
 * @param rec  what the plan was made from; NULL when the AOR is new
 * @return the block, linked to nothing
 */
struct r302_record *r302_plan_build_locked(struct r302_plan *plan,
		const struct r302_record *rec, const struct r302_register *req,
		uint32_t hash, time_t now);

/** @return what becomes of a binding of the record; NULL: it goes */
const struct r302_step *r302_plan_step_of(
		const struct r302_plan *plan, int old);

/** Carry out R302_CHANGE_IN_PLACE. Needs the bucket lock. */
void r302_plan_apply_locked(const struct r302_plan *plan,
		struct r302_record *rec, const struct r302_register *req, time_t now);

/** Forget what was decided; the rest stays. */
void r302_plan_start_over(struct r302_plan *plan);

/** Give back what was reserved and not used. Without the bucket lock. */
void r302_plan_free(struct r302_plan *plan);

#endif
