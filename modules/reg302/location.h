/**
 * @file
 * @brief The location service: update, look up, remove, expire.
 *
 * Every function takes and leaves the bucket lock of the AOR it is about; none
 * may be called with a bucket lock held. Readers get a snapshot of their own.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_LOCATION_H
#define R302_LOCATION_H

#include "codec.h"
#include "gruu.h"
#include "policy.h"
#include "ruid.h"
#include "snapshot.h"
#include "table.h"

/** What an update came to. */
struct r302_done
{
	int added;
	int updated;
	int removed;
	int retransmitted;
};

/**
 * Carry out a REGISTER, or refuse it and change nothing.
 *
 * @param snap  out, with R302_OK: the bindings afterwards
 * @param done  out, with R302_OK
 * @param gone  out, with R302_OK; NULL: nobody wants to know
 *
 * @return R302_OK, any refusal of r302_policy_plan(), or
 *         R302_E_FULL   a new binding, and lim->max_bindings are there
 *         R302_E_NOMEM  no shm for new strings; a refresh that changes none
 *                       and a removal never need any
 */
enum r302_err r302_location_update(struct r302_snapshot *snap,
		struct r302_done *done, const struct r302_register *req,
		const struct r302_limits *lim, time_t now, struct r302_gone *gone);

/**
 * Take a binding over from the database. It counts as known there: not dirty.
 *
 * @param gone  out, with R302_OK: the rows of bindings that it took the place of
 *
 * @return R302_OK
 *         R302_E_STALE     a newer binding of the same phone is there
 *         R302_E_UNBOUND   the same, and it has the name of this very row: that
 *                          will be written over
 *         R302_E_TOO_MANY, R302_E_NOMEM
 */
enum r302_err r302_location_load(
		const struct r302_loaded *l, struct r302_gone *gone);

/**
 * Look an AOR up.
 *
 * @param snap  out, with R302_OK: at least one live binding, best first
 *
 * @return R302_OK
 *         R302_E_UNKNOWN  no such user
 *         R302_E_UNBOUND  a user that was registered and has no live binding
 */
enum r302_err r302_location_get(
		struct r302_snapshot *snap, str aor, time_t now);

/**
 * Copy what the database is to know about an AOR: those bindings of the copy
 * that it has not seen yet are marked dirty, and in the table none is from here
 * on. Whoever fails to write them keeps the copy's state and tries again.
 *
 * @param snap  out: the live bindings; none when there is no such AOR
 */
void r302_location_take_dirty(struct r302_snapshot *snap, str aor, time_t now);

/**
 * Look a GRUU up: the bindings of the one phone that it names.
 *
 * @param snap  out, with R302_OK: at least one live binding, best first
 * @param aor   of a public GRUU; a temporary one carries its own
 *
 * @return R302_OK
 *         R302_E_UNKNOWN  no such user, or a temporary GRUU that is not valid
 *         R302_E_UNBOUND  the user has no such phone now
 *
 * RFC 5627 5.3.
 */
enum r302_err r302_location_get_gruu(struct r302_snapshot *snap, str aor,
		const struct r302_gruu *gruu, const struct r302_key *key, time_t now);

/**
 * Remove bindings by an operator's or a script's will.
 *
 * @param uri   of the one to remove; NULL: all
 * @param gone  out; NULL: nobody wants to know
 * @return how many were removed
 */
int r302_location_remove(str aor, const struct r302_uri *uri, uint32_t remember,
		time_t now, struct r302_gone *gone);

/**
 * Remove the bindings of a user whose connection is closed: those that are only
 * there while it is (flow.h), and that still are of that connection.
 *
 * @param closed  ids of n connections, found closed without a lock
 * @param gone    out; NULL: nobody wants to know
 * @return how many were removed; they are counted
 *
 * RFC 5626 7.
 */
int r302_location_end_flows(str aor, const int *closed, int n,
		uint32_t remember, time_t now, struct r302_gone *gone);

/**
 * Drop the binding with this row, unless it has changed since its row was taken
 * (r302_location_take_dirty()).
 * @return 1, or 0: there is none, or it has changed
 */
int r302_location_drop_row(
		str aor, const struct r302_ruid *ruid, uint32_t remember, time_t now);

/** Sweep a bounded amount and count what expired. See r302_table_sweep(). */
struct r302_swept r302_location_sweep(
		time_t now, uint32_t remember, int budget);

#endif
