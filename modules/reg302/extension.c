/* SPDX-License-Identifier: MIT */
#include "extension.h"

static int is_removal(
		const struct r302_register *req, const struct r302_contact *c)
{
	if(c->has_expires)
		return c->expires == 0;
	return req->has_expires && req->expires == 0;
}

/* contacts that are to stay, and those of them with a reg-id: it counts only
 * beside an instance */
static void count_contacts(
		const struct r302_register *req, int *staying, int *flows)
{
	const struct r302_contact *c;
	int j;

	*staying = *flows = 0;
	for(j = 0; j < req->n; j++) {
		c = &req->contact[j];
		if(is_removal(req, c))
			continue;
		++*staying;
		*flows += c->reg_id && c->instance.len;
	}
}

/* RFC 5626 6: where outbound does not apply a reg-id is as if it were not there */
static void ignore_reg_ids(struct r302_register *req)
{
	int j;

	for(j = 0; j < req->n; j++)
		req->contact[j].reg_id = 0;
}

static int first_hop_has_outbound(const struct r302_register *req)
{
	str path = req->origin.path;
	struct r302_contact hop;

	if(req->vias < 2 && path.len == 0)
		return 1;
	return r302_contact_next(&path, &hop) > 0
		   && r302_uri_param(&hop.uri, "ob", NULL);
}

static enum r302_err check_outbound(
		struct r302_register *req, const struct r302_limits *lim)
{
	int staying, flows;

	if(!lim->outbound || !req->wants_outbound) {
		ignore_reg_ids(req);
		return R302_OK;
	}
	count_contacts(req, &staying, &flows);
	if(flows == 0)
		return R302_OK;
	if(staying > 1)
		return R302_E_REG_ID;
	if(!first_hop_has_outbound(req))
		return R302_E_FIRST_HOP;
	req->outbound = 1;
	return R302_OK;
}

static enum r302_err check_instances(const struct r302_register *req)
{
	const struct r302_contact *c;
	int j;

	for(j = 0; j < req->n; j++) {
		c = &req->contact[j];
		if(c->instance.len
				&& (c->uri.scheme > R302_SIPS
						|| r302_uri_param(&c->uri, "gr", NULL)
						|| r302_uri_equal(&c->uri, &req->to)))
			return R302_E_FORBIDDEN;
	}
	return R302_OK;
}

static int count_scheme(
		const struct r302_register *req, enum r302_scheme scheme)
{
	int j, n = 0;

	for(j = 0; j < req->n; j++)
		n += req->contact[j].uri.scheme == scheme;
	return n;
}

static enum r302_err check_sips(const struct r302_register *req)
{
	str path = req->origin.path;
	struct r302_contact hop;

	if(count_scheme(req, R302_SIPS) == 0)
		return R302_OK;
	if(!req->to_sips || count_scheme(req, R302_SIP))
		return R302_E_SIPS;
	while(r302_contact_next(&path, &hop) > 0) {
		if(hop.uri.scheme != R302_SIPS)
			return R302_E_SIPS;
	}
	return R302_OK;
}

enum r302_err r302_extension_check(
		struct r302_register *req, const struct r302_limits *lim)
{
	enum r302_err err = check_instances(req);

	if(err == R302_OK)
		err = check_sips(req);
	if(err == R302_OK)
		err = check_outbound(req, lim);
	req->gruu = lim->gruu && req->wants_gruu;
	return err;
}
