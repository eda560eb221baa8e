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

static int has_same_source(
		const struct r302_binding *a, const struct r302_binding *b)
{
	struct r302_source x = r302_binding_source(a), y = r302_binding_source(b);

	return x.port == y.port && r302_ip_equal(&x.ip, &y.ip);
}

/* would the caller be told the same address twice? What is quick to tell first:
 * few bindings have anything in common */
static int is_same_place(const struct r302_binding *a, enum r302_reach ra,
		const struct r302_binding *b, enum r302_reach rb)
{
	int by_source = ra == R302_REACH_SOURCE;
	struct r302_uri u, v;

	if(by_source != (rb == R302_REACH_SOURCE)
			|| (by_source ? !has_same_source(a, b)
						  : a->uri_hash != b->uri_hash))
		return 0;
	if(r302_uri_split(&u, r302_binding_text(a, R302_T_URI)) < 0
			|| r302_uri_split(&v, r302_binding_text(b, R302_T_URI)) < 0)
		return 0;
	if(!by_source)
		return r302_uri_equal(&u, &v);
	return u.user.len == v.user.len
		   && (u.user.len == 0 || memcmp(u.user.s, v.user.s, u.user.len) == 0);
}

static int has_twin(const struct r302_offer *offer,
		const struct r302_snapshot *snap, int i, enum r302_reach r)
{
	const struct r302_binding *a, *b = snap->binding[i];
	int j;

	for(j = 0; j < i; j++) {
		a = snap->binding[j];
		if(r302_reach_is_offered(offer->reach[j])
				&& (is_same_phone(a, b)
						|| is_same_place(a, offer->reach[j], b, r)))
			return 1;
	}
	return 0;
}

static enum r302_reach as_configured(enum r302_reach r,
		const struct r302_binding *b, const struct r302_limits *lim)
{
	if(lim->redirect_contact == R302_REDIRECT_REGISTERED
			&& (r == R302_REACH_SOURCE || r == R302_REACH_FLOW))
		return R302_REACH_CONTACT;
	if(lim->redirect_contact == R302_REDIRECT_SOURCE
			&& (r302_reach_is_offered(r) || r == R302_REACH_SELF)
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
		if(r302_reach_is_offered(r) && r302_flow_is_needed(b)
				&& !r302_flow_is_open(b))
			r = R302_REACH_CLOSED;
		if(r302_reach_is_offered(r) && has_twin(offer, snap, offer->n, r))
			r = R302_REACH_TWIN;
		if(r302_reach_is_offered(r) && lim->redirect_max_contacts
				&& offer->offered >= lim->redirect_max_contacts)
			r = R302_REACH_SURPLUS;
		offer->reach[offer->n] = r;
		offer->offered += r302_reach_is_offered(r);
	}
}
