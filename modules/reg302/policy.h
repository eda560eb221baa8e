/**
 * @file
 * @brief What a REGISTER does to the bindings of an AOR: RFC 3261 10.3.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_POLICY_H
#define R302_POLICY_H

#include "plan.h"

/**
 * Look at what the request says by itself: which of its contacts are about the
 * same binding as a later one. That takes the square of their number, so it is
 * done once and without the bucket lock. Pure.
 */
void r302_policy_prepare(
		struct r302_plan *plan, const struct r302_register *req);

/**
 * Decide what a REGISTER does. Pure: no lock, no allocation, no clock, no
 * parameter; safe to call under the bucket lock.
 *
 * A request that was carried out within the last 32 seconds, by its Call-ID and
 * CSeq and all of its contacts, is a retransmission: the plan changes nothing and
 * says so. Of two contacts in one
 * request that are about the same binding the last counts.
 *
 * @param plan  in: prepared; out: of no use unless R302_OK; what it has reserved
 *              is kept
 * @param req   contacts in header order; borrowed by the plan
 * @param rec   what is there now; NULL when nothing is. Expired bindings in it
 *              count as absent
 * @param lim   intervals in seconds, max_contacts in bindings
 * @param now   seconds since the epoch
 *
 * @return R302_OK
 *         R302_E_INTERVAL  0 < asked < lim->min_expires, and below 3600
 *         R302_E_STALE     same Call-ID as a binding of the user, and a lower
 *                          CSeq; or an equal one, unless it is a
 *                          retransmission; the wildcard never is
 *         R302_E_TOO_MANY  more than lim->max_contacts, or more than a
 *                          reply can list
 *
 * RFC 3261 10.3 (6) and (7): every update in the request, or none.
 */
enum r302_err r302_policy_plan(struct r302_plan *plan,
		const struct r302_register *req, const struct r302_record *rec,
		const struct r302_limits *lim, time_t now);

/**
 * Plan how one binding of the database joins those that are there. It takes the
 * place of every binding that is about the same phone and not newer.
 *
 * @param plan     out, as above
 * @param req      the AOR, the origin, and one contact
 * @param expires  of the row, seconds since the epoch
 * @param modified of the row, seconds since the epoch
 *
 * @return R302_OK
 *         R302_E_STALE     a newer binding of the phone is there
 *         R302_E_TOO_MANY  there are as many as one block can hold; the limits
 *                          of a REGISTER do not count: it was acknowledged
 */
enum r302_err r302_policy_load(struct r302_plan *plan,
		const struct r302_register *req, const struct r302_record *rec,
		uint32_t expires, uint32_t modified);

/**
 * Seconds that a contact asks for, RFC 3261 10.3 (7): its expires parameter,
 * else the Expires header, else the default.
 */
uint32_t r302_policy_asked(const struct r302_register *req,
		const struct r302_contact *c, const struct r302_limits *lim);

#endif
