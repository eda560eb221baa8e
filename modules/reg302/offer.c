/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "flow.h"
#include "offer.h"

static int is_same_phone(
		const struct r302_binding *a, const struct r302_binding *b)
{
	str x = r302_binding_instance(a), y = r302_binding_instance(b);

	return x.len && x.len == y.len && memcmp(x.s, y.s, x.len) == 0;
}

static int has_twin(
		const struct r302_offer *offer, const struct r302_snapshot *snap, int i)
{
	int j;

	for(j = 0; j < i; j++) {
		if(r302_reach_is_offered(offer->reach[j])
				&& is_same_phone(snap->binding[j], snap->binding[i]))
			return 1;
	}
	return 0;
}

/* a phone that is only there while its connection is */
static int needs_flow(const struct r302_binding *b)
{
	return b->nated || (b->reg_id && b->instance_len);
}

static enum r302_reach as_configured(enum r302_reach r,
		const struct r302_binding *b, const struct r302_limits *lim)
{
	if(lim->redirect_contact == R302_REDIRECT_REGISTERED
			&& (r == R302_REACH_SOURCE || r == R302_REACH_FLOW))
		return R302_REACH_CONTACT;
	if(lim->redirect_contact == R302_REDIRECT_SOURCE && r302_reach_is_offered(r)
			&& r302_reach_has_source(b))
		return R302_REACH_SOURCE;
	return r;
}

void r302_offer_make(struct r302_offer *offer, const struct r302_snapshot *snap,
		const struct r302_source *caller, const struct r302_uri *ruri,
		const struct r302_limits *lim, time_t now)
{
	const struct r302_binding *b;
	enum r302_reach r;

	offer->offered = 0;
	for(offer->n = 0; offer->n < snap->n; offer->n++) {
		b = snap->binding[offer->n];
		r = as_configured(r302_reach_of(b, caller, ruri, now), b, lim);
		if(r302_reach_is_offered(r) && needs_flow(b) && !r302_flow_is_open(b))
			r = R302_REACH_CLOSED;
		if(r302_reach_is_offered(r) && has_twin(offer, snap, offer->n))
			r = R302_REACH_TWIN;
		offer->reach[offer->n] = r;
		offer->offered += r302_reach_is_offered(r);
	}
}
