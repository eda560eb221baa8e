/**
 * @file
 * @brief A binding: one Contact of an AOR, and the block it lives in.
 *
 * An AOR and all its bindings are one block of memory (struct r302_record):
 *
 *     record | binding[0] .. binding[n-1] | AOR text | strings of binding 0, 1 ...
 *
 * A binding finds its strings at a distance from itself, so a block can be
 * copied anywhere with one memcpy() and still be read. Strings in the table
 * are immutable; new strings need a new block. Numbers change in place, under
 * the bucket lock.
 *
 * What many bindings have in common (socket, User-Agent, a Path that repeats)
 * stands once in shm, see intern.h: each binding of a block owns a reference. A
 * copy for readers (r302_record_copy()) holds the text itself and no reference.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_BINDING_H
#define R302_BINDING_H

#include <stdint.h>
#include <time.h>
#include "contact.h"
#include "intern.h"
#include "source.h"

/** The strings of a binding. */
enum r302_text
{
	R302_T_URI, /* of the Contact, as registered */
	R302_T_CALLID,
	R302_T_PARAMS,	   /* of the Contact, as registered */
	R302_T_PATH,	   /* the Path set as one header value; empty: none */
	R302_T_USER_AGENT, /* of the last REGISTER */
	R302_TEXTS
};

/** Largest block together with what it shares: what one SIP reply over UDP can
 * list. Every copy for readers fits into this. */
#define R302_RECORD_MAX 60000

#define R302_NEVER UINT32_MAX /* expires of a binding that does not */

/** The strings that stand in the block, in their order, behind the raw source
 * address. */
enum r302_own_text
{
	R302_OWN_URI,
	R302_OWN_CALLID,
	R302_OWN_PARAMS,
	R302_OWN_REST, /* Path and User-Agent, when they are not shared */
	R302_OWN_TEXTS
};

struct r302_binding
{
	const struct r302_shared *shared; /* a reference; NULL: nothing */
	uint32_t expires;				  /* seconds since the epoch */
	uint32_t modified;				  /* seconds since the epoch */
	uint32_t cseq : 31;				  /* of the last REGISTER */
	uint32_t stored : 1;  /* its row has all but the times and the CSeq */
	uint32_t uri_hash;	  /* r302_uri_hash() of the Contact */
	uint32_t reg_id : 31; /* RFC 5626; 0: none */
	uint32_t dirty : 1;	  /* the database has not seen this state yet */
	int32_t connection;	  /* TCP connection id */
	uint16_t texts; /* bytes from this struct to what it has in the block */
	uint16_t instance_at; /* +sip.instance inside R302_T_PARAMS; 0: none */
	uint16_t len[R302_OWN_TEXTS];
	uint16_t src_port;
	int16_t q_milli : 11; /* 0..1000 or R302_Q_NONE */
	uint16_t proto : 3;
	uint16_t nated : 1; /* the Contact is not where the phone is */
	uint16_t is_v6 : 1; /* the source's address has 16 bytes, not 4 */
};

struct r302_record
{
	struct r302_record *next;		 /* [bucket] chain */
	struct r302_record *wheel_next;	 /* [bucket] expiry wheel */
	struct r302_record **wheel_prev; /* [bucket] who points at this one */
	uint32_t wheel_slot;			 /* [bucket] the second it waits for */
	uint32_t hash;					 /* [const] of the AOR */
	uint16_t size;					 /* [const] bytes of the block */
	uint16_t aor_at;  /* [const] bytes from the start to the AOR text */
	uint16_t aor_len; /* [const] */
	uint16_t n;		  /* [bucket] bindings, expired ones included */
	/* without a binding: when the user is forgotten, in the place of one */
	struct r302_binding binding[];
};

_Static_assert(sizeof(struct r302_binding) == 48, "a million of them");
_Static_assert(sizeof(struct r302_record) == 40, "a million of them");
_Static_assert(R302_RECORD_MAX <= UINT16_MAX, "16 bits are enough");

/** What a REGISTER says, apart from one contact: borrowed from the message. */
struct r302_origin
{
	str callid;
	uint32_t cseq;
	str path;
	str user_agent;
	struct r302_source source;
};

/** @return 1 while it may be offered: expires > now. An expired one never is,
 * whether it has been swept or not. */
int r302_binding_is_live(const struct r302_binding *b, time_t now);

/** @return one of its strings, borrowed from the block */
str r302_binding_text(const struct r302_binding *b, enum r302_text t);

/** @return +sip.instance with its quotes, borrowed; empty when there is none */
str r302_binding_instance(const struct r302_binding *b);

/** @return 1 when it has a +sip.instance */
int r302_binding_has_instance(const struct r302_binding *b);

/** @return where its last REGISTER came from; len 0 of the address: not known */
struct r302_source r302_binding_source(const struct r302_binding *b);

/** @return seconds left, at least 0 */
uint32_t r302_binding_left(const struct r302_binding *b, time_t now);

/**
 * Is this the binding that the contact is about?
 *
 * When both carry +sip.instance they match if instance and reg-id do (RFC 5626
 * 6: it identifies the phone, whatever its address), or instance and URI where
 * one has no reg-id; otherwise when the URIs are equal, RFC 3261 10.3 (7).
 * @return 1 or 0
 */
int r302_binding_matches(
		const struct r302_binding *b, const struct r302_contact *c);

/** @return 1 when its Contact is a URI equal to u, RFC 3261 19.1.4 */
int r302_binding_has_uri(
		const struct r302_binding *b, const struct r302_uri *u, uint32_t hash);

/** @return 1 when no string, no length and nothing shared would change: it can
 * be updated in place */
int r302_binding_same_texts(const struct r302_binding *b,
		const struct r302_contact *c, const struct r302_origin *o);

/** Bring the numbers of a binding up to date with a REGISTER: everything but
 * the strings. It is dirty then, and what its row has is found out. */
void r302_binding_touch(struct r302_binding *b, const struct r302_contact *c,
		const struct r302_origin *o, uint32_t expires, time_t now);

/** @return bytes in the block that a contact would need for its strings */
size_t r302_binding_texts_size(const struct r302_contact *c,
		const struct r302_origin *o, const struct r302_share *share);

/** @return bytes in the block that the strings of a binding have */
size_t r302_binding_size_of_texts(const struct r302_binding *b);

/**
 * Write a binding of a REGISTER into a new block. It takes a reference of its
 * own to what it shares.
 * @param at  where its strings go
 * @return the first byte behind them
 */
char *r302_binding_write(struct r302_binding *b, char *at,
		const struct r302_contact *c, const struct r302_origin *o,
		const struct r302_share *share);

/** Copy a binding with its strings into a new block; that is one reference
 * more. @return as above */
char *r302_binding_copy(
		struct r302_binding *to, char *at, const struct r302_binding *from);

/** @return the AOR of a block, borrowed */
str r302_record_aor(const struct r302_record *rec);

/** @return bytes of a block with n bindings and this much text */
size_t r302_record_size(int n, size_t aor_len, size_t texts);

/**
 * Copy a block for readers, with what it shares and without references. Needs
 * the bucket lock of the record; nothing but reading is allowed on the copy.
 * @param to  aligned as a record, at least R302_RECORD_MAX bytes
 */
void r302_record_copy(struct r302_record *to, const struct r302_record *rec);

/** Take binding i out, in place, and give its reference back. Its strings stay
 * in the block, unused. */
void r302_record_drop(struct r302_record *rec, int i);

/** Say that the database has seen what is here, all of it. Needs the bucket
 * lock. */
void r302_record_clean(struct r302_record *rec);

/** Give back a block in shm and the references of its bindings. Not under a
 * lock. NULL is nothing. */
void r302_record_free(struct r302_record *rec);

/** @return when a user without bindings is forgotten. Needs n == 0 */
uint32_t r302_record_known_until(const struct r302_record *rec);

/** Needs n == 0, and a block that had room for a binding. */
void r302_record_know_until(struct r302_record *rec, uint32_t when);

/**
 * @return when there is something to sweep: the earliest expiry, or
 * known_until when there is no binding
 */
uint32_t r302_record_due(const struct r302_record *rec);

#endif
