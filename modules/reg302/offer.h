/**
 * @file
 * @brief What one caller is offered of a user's bindings.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_OFFER_H
#define R302_OFFER_H

#include "limits.h"
#include "reach.h"
#include "snapshot.h"

/** For each binding of a snapshot, in its order, how it is offered or why not. */
struct r302_offer
{
	int n;		 /* bindings looked at */
	int offered; /* of them, in the 302 */
	enum r302_reach reach[R302_CONTACTS_MAX];
};

/**
 * Decide what a caller is sent.
 *
 * @param ruri  the Request-URI; NULL: not known
 *
 * One contact per phone (+sip.instance) and per address, the first in the order
 * of the snapshot; none over a connection that is closed; at most
 * redirect_max_contacts.
 */
void r302_offer_make(struct r302_offer *offer, const struct r302_snapshot *snap,
		const struct r302_source *caller, const struct r302_uri *ruri,
		const struct r302_limits *lim, time_t now);

#endif
