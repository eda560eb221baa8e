/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stddef.h>
#include <string.h>
#include "../../core/dprint.h"
#include "../../core/dset.h"
#include "../../core/ip_addr.h"
#include "../../core/parser/parse_rr.h"
#include "../../core/socket_info.h"
#include "config.h"
#include "location.h"
#include "lookup.h"
#include "reach.h"
#include "request.h"
#include "stats.h"

#define ADDRESS_MAX 80

/** Where a binding is, in the terms of a proxy. */
struct route
{
	str uri;
	str dst;  /* next hop, empty: the URI tells */
	str path; /* Route set, empty: none */
	qvalue_t q;
	struct socket_info *sock;
	char address[ADDRESS_MAX]; /* what dst may point to */
};

/* scratch memory of this process: one request at a time */
static struct r302_snapshot snapshot;

static const char *transport_of(int proto)
{
	switch(proto) {
		case PROTO_TCP:
			return ";transport=tcp";
		case PROTO_TLS:
			return ";transport=tls";
		case PROTO_SCTP:
			return ";transport=sctp";
		case PROTO_WS:
		case PROTO_WSS:
			return ";transport=ws";
		default:
			return "";
	}
}

/* a NATed phone, and one that can only be reached over its connection */
static int goes_to_source(
		const struct r302_binding *b, const struct r302_source *src)
{
	return src->ip.len
		   && (b->nated || b->proto == PROTO_WS || b->proto == PROTO_WSS);
}

static void set_source(struct route *r, const struct r302_source *src)
{
	int n, size = sizeof(r->address);

	memcpy(r->address, "sip:", 4);
	n = r302_reach_print_address(r->address + 4, size - 4, &src->ip, src->port);
	if(n < 0)
		return;
	n += 4;
	n += snprintf(r->address + n, size - n, "%s", transport_of(src->proto));
	r->dst.s = r->address;
	r->dst.len = n;
}

static int make_route(struct route *r, const struct r302_binding *b)
{
	struct r302_source src = r302_binding_source(b);

	memset(r, 0, offsetof(struct route, address));
	r->uri = r302_binding_text(b, R302_T_URI);
	r->path = r302_binding_text(b, R302_T_PATH);
	r->q = b->q_milli; /* the core, too, counts in thousandths */
	r->sock = src.sock;
	if(r->path.len)
		return get_path_dst_uri(&r->path, &r->dst);
	if(goes_to_source(b, &src))
		set_source(r, &src);
	return 0;
}

static int set_request(struct sip_msg *msg, struct route *r)
{
	if(rewrite_uri(msg, &r->uri) < 0)
		return -1;
	reset_dst_uri(msg);
	if(r->path.len && set_path_vector(msg, &r->path) < 0)
		return -1;
	if(r->dst.len && set_dst_uri(msg, &r->dst) < 0)
		return -1;
	if(r->sock)
		set_force_socket(msg, r->sock);
	set_ruri_q(r->q);
	return 0;
}

static int add_branch(struct sip_msg *msg, struct route *r)
{
	return append_branch(msg, &r->uri, r->dst.len ? &r->dst : NULL,
			r->path.len ? &r->path : NULL, r->q, 0, r->sock, NULL, 0, NULL,
			NULL);
}

static int set_all(struct sip_msg *msg)
{
	struct route r;
	int i;

	for(i = 0; i < snapshot.n; i++) {
		if(make_route(&r, snapshot.binding[i]) < 0)
			return i ? 0 : -1;
		if(i == 0 && set_request(msg, &r) < 0)
			return -1;
		if(i > 0 && add_branch(msg, &r) < 0)
			return 0; /* the core takes no more branches: the best are in */
	}
	return 0;
}

int r302_lookup(struct sip_msg *msg, const str *uri,
		const struct r302_limits *lim, time_t now)
{
	struct r302_target target;
	enum r302_err err;

	err = r302_request_target(&target, msg, uri, lim);
	if(err == R302_OK)
		err = r302_location_get_gruu(&snapshot, r302_aor_str(&target.aor),
				&target.gruu, r302_config_tag_key(), now);
	if(err != R302_OK) {
		r302_stats_inc(R302_S_LOOKUP_MISS);
		return err == R302_E_UNBOUND ? -2 : -1;
	}
	if(set_all(msg) < 0) {
		LM_ERR("no memory for the destination of %.*s\n", target.aor.len,
				target.aor.s);
		return -1;
	}
	r302_stats_inc(R302_S_LOOKUP_HIT);
	return 1;
}
