/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "../../core/ip_addr.h"
#include "../../core/socket_info.h"
#include "config.h"
#include "flow.h"
#include "location.h"
#include "offer.h"
#include "persist.h"
#include "reach.h"
#include "rpc.h"
#include "stats.h"

/* ctl refuses replies above 32 KB: what is printed is counted, generously */
#define PAGE_BYTES 20000
#define FIELD_BYTES 12 /* name and type of a field, on the wire */

#define LIST_DEFAULT 20
#define LIST_MAX 100

#define CALLER_PORT 5060

/* scratch memory of the RPC process */
static struct r302_snapshot snapshot;
static struct r302_register request;
static struct r302_offer offer;
static struct r302_gone gone;

static int size_of_binding(const struct r302_binding *b)
{
	return (int)(r302_binding_size_of_texts(b) + r302_shared_size(b->shared))
		   + 20 * FIELD_BYTES;
}

static void add_text(rpc_t *rpc, void *st, char *name, str text)
{
	rpc->struct_add(st, "S", name, &text);
}

/* seconds since the epoch and counters outgrow the int of the protocol */
static void add_number(rpc_t *rpc, void *st, char *name, long n)
{
	if(n >= INT_MIN && n <= INT_MAX)
		rpc->struct_add(st, "d", name, (int)n);
	else
		rpc->struct_printf(st, name, "%ld", n);
}

static void add_q(rpc_t *rpc, void *st, int q_milli)
{
	if(q_milli == R302_Q_NONE)
		rpc->struct_add(st, "s", "q", "");
	else
		rpc->struct_printf(st, "q", "%d.%03d", q_milli / 1000, q_milli % 1000);
}

static void add_source(rpc_t *rpc, void *st, const struct r302_binding *b)
{
	struct r302_source src = r302_binding_source(b);
	char buf[80];
	str proto = {"", 0};
	int n = r302_reach_print_address(buf, sizeof(buf), &src.ip, src.port);

	get_valid_proto_string(src.proto, 0, 0, &proto);
	if(n < 0)
		rpc->struct_add(st, "s", "received", "");
	else
		rpc->struct_printf(
				st, "received", "%.*s:%.*s", proto.len, proto.s, n, buf);
}

static void add_expiry(
		rpc_t *rpc, void *st, const struct r302_binding *b, time_t now)
{
	if(b->expires == R302_NEVER)
		rpc->struct_add(st, "s", "expires_in", "never");
	else
		add_number(rpc, st, "expires_in", r302_binding_left(b, now));
}

/* of a phone that is only there while its connection is */
static const char *flow_of(const struct r302_binding *b)
{
	if(!r302_flow_is_stream(b) || !r302_flow_is_needed(b))
		return "none";
	return r302_flow_is_open(b) ? "open" : "closed";
}

static void add_brief(
		rpc_t *rpc, void *st, const struct r302_binding *b, time_t now)
{
	add_text(rpc, st, "contact", r302_binding_text(b, R302_T_URI));
	add_expiry(rpc, st, b, now);
	add_q(rpc, st, b->q_milli);
	add_source(rpc, st, b);
	rpc->struct_add(
			st, "ss", "nat", b->nated ? "yes" : "no", "flow", flow_of(b));
}

static void add_whole(
		rpc_t *rpc, void *st, const struct r302_binding *b, time_t now)
{
	struct socket_info *sock = r302_binding_source(b).sock;
	str socket = {"", 0};

	if(sock)
		socket = sock->sock_str;
	add_brief(rpc, st, b, now);
	add_number(rpc, st, "expires",
			b->expires == R302_NEVER ? 0 : (long)b->expires);
	add_number(rpc, st, "modified", b->modified);
	add_text(rpc, st, "callid", r302_binding_text(b, R302_T_CALLID));
	add_number(rpc, st, "cseq", b->cseq);
	add_text(rpc, st, "socket", socket);
	add_text(rpc, st, "path", r302_binding_text(b, R302_T_PATH));
	add_text(rpc, st, "user_agent", r302_binding_text(b, R302_T_USER_AGENT));
	add_text(rpc, st, "instance", r302_binding_instance(b));
	add_number(rpc, st, "reg_id", b->reg_id);
	add_text(rpc, st, "params", r302_binding_text(b, R302_T_PARAMS));
}

/* ctl sends no fault at all when its sentence is above 255 bytes */
static int told(int len)
{
	return len < 100 ? len : 100;
}

/* @return 0 with the AOR read, or -1 with the fault sent */
static int read_aor(struct r302_aor *aor, rpc_t *rpc, void *ctx)
{
	struct r302_limits lim = r302_config_limits();
	str text;

	if(rpc->scan(ctx, ".S", &text) < 1) {
		rpc->fault(ctx, 400, "Give the AOR: 1001, 1001@host or sip:1001@host");
		return -1;
	}
	if(r302_aor_of_text(aor, text, lim.use_domain) != R302_OK) {
		rpc->fault(ctx, 400, "Not an AOR: %.*s", told(text.len), text.s);
		return -1;
	}
	return 0;
}

static void fault_not_found(rpc_t *rpc, void *ctx, const struct r302_aor *aor)
{
	rpc->fault(ctx, 404, "AOR not found: %.*s", told(aor->len), aor->s);
}

/* @return -1 when it is none, or too large */
static int read_number(str text)
{
	int64_t n = 0;
	int i;

	for(i = 0; i < text.len && n <= INT_MAX; i++) {
		if(text.s[i] < '0' || text.s[i] > '9')
			return -1;
		n = n * 10 + (text.s[i] - '0');
	}
	return text.len && n <= INT_MAX ? (int)n : -1;
}

/* list */

static int read_page(
		rpc_t *rpc, void *ctx, int *limit, struct r302_cursor *cursor)
{
	str number, from = {"", 0};
	int n;

	cursor->aor.len = 0;
	cursor->done = 0;
	n = rpc->scan(ctx, "*.S.S", &number, &from);
	*limit = n > 0 ? read_number(number) : LIST_DEFAULT;
	if(*limit < 1 || *limit > LIST_MAX) {
		rpc->fault(ctx, 400, "The limit is a number from 1 to %d", LIST_MAX);
		return -1;
	}
	if(n < 2)
		return 0;
	if(from.len > (int)sizeof(cursor->aor.s)) {
		rpc->fault(ctx, 400, "The cursor is \"next\" of the page before");
		return -1;
	}
	memcpy(cursor->aor.s, from.s, from.len); /* as we printed it */
	cursor->aor.len = from.len;
	return 0;
}

static int list_bindings(rpc_t *rpc, void *list, time_t now, int room)
{
	void *st = NULL;
	int i, used = 0;

	for(i = 0; i < snapshot.n; i++) {
		if(used && used + size_of_binding(snapshot.binding[i]) > room)
			break; /* of an AOR with very many; show pages through them */
		used += size_of_binding(snapshot.binding[i]);
		rpc->array_add(list, "{", &st);
		add_brief(rpc, st, snapshot.binding[i], now);
	}
	return used;
}

static int list_record(rpc_t *rpc, void *aors, time_t now, int room)
{
	void *st, *contacts;
	str aor = r302_record_aor(&snapshot.copy.record);

	rpc->array_add(aors, "{", &st);
	rpc->struct_add(st, "Sd[", "aor", &aor, "bindings", snapshot.n, "contacts",
			&contacts);
	return aor.len + 4 * FIELD_BYTES + list_bindings(rpc, contacts, now, room);
}

static int size_of_snapshot(void)
{
	int i, n = 0;

	for(i = 0; i < snapshot.n; i++)
		n += size_of_binding(snapshot.binding[i]);
	return n;
}

static void rpc_list(rpc_t *rpc, void *ctx)
{
	struct r302_cursor cursor, last;
	time_t now = time(NULL);
	void *top, *aors;
	int limit, listed = 0, room = PAGE_BYTES;
	str next;

	if(read_page(rpc, ctx, &limit, &cursor) < 0)
		return;
	if(rpc->add(ctx, "{", &top) < 0
			|| rpc->struct_add(top, "d[", "total", (int)r302_table_aors(),
					   "aors", &aors)
					   < 0) {
		rpc->fault(ctx, 500, "No memory for the reply");
		return;
	}
	last = cursor;
	while(listed < limit && r302_table_next(&cursor, &snapshot.copy.record)) {
		r302_snapshot_open(&snapshot, now);
		if(snapshot.n == 0)
			continue;
		if(listed && size_of_snapshot() > room) {
			cursor = last; /* it comes on the next page */
			break;
		}
		room -= list_record(rpc, aors, now, room);
		last = cursor;
		listed++;
	}
	next = r302_aor_str(&cursor.aor);
	if(cursor.done)
		next.len = 0;
	rpc->struct_add(top, "dS", "listed", listed, "next", &next);
}

/* show */

static void rpc_show(rpc_t *rpc, void *ctx)
{
	struct r302_aor aor;
	time_t now = time(NULL);
	void *top, *contacts, *st;
	str text, from;
	int i = 0, used = 0;

	if(read_aor(&aor, rpc, ctx) < 0)
		return;
	if(rpc->scan(ctx, "*.S", &from) > 0)
		i = read_number(from);
	text = r302_aor_str(&aor);
	if(r302_location_get(&snapshot, text, now) != R302_OK || i < 0
			|| i >= snapshot.n) {
		fault_not_found(rpc, ctx, &aor);
		return;
	}
	rpc->add(ctx, "{", &top);
	rpc->struct_add(top, "Sd[", "aor", &text, "bindings", snapshot.n,
			"contacts", &contacts);
	for(; i < snapshot.n; i++) {
		used += size_of_binding(snapshot.binding[i]) + 64;
		if(used > PAGE_BYTES)
			break;
		rpc->array_add(contacts, "{", &st);
		add_whole(rpc, st, snapshot.binding[i], now);
	}
	if(i < snapshot.n) /* show the rest with: reg302.show <aor> <next> */
		rpc->struct_add(top, "d", "next", i);
}

/* what changes bindings, and the database */

/* @return 0, or -1 with the fault sent */
static int reserve(rpc_t *rpc, void *ctx, enum r302_wanted wanted)
{
	if(!r302_persist_is_on()
			|| r302_persist_reserve_patiently(wanted) == R302_OK)
		return 0;
	rpc->fault(ctx, 503,
			"Not (or not all) done: the database is away or behind, see "
			"reg302.stats");
	return -1;
}

static void cancel(void)
{
	if(r302_persist_is_on())
		r302_persist_cancel(0);
}

/* @return a ticket */
static uint64_t announce(str aor)
{
	return r302_persist_is_on() ? r302_persist_post(0, aor, &gone, NULL) : 0;
}

/* @return where it is: "memory" without a database, "database" when it is
 * committed, "queue" when it will be */
static const char *kept_in(uint64_t ticket)
{
	if(!r302_persist_is_on())
		return "memory";
	return r302_persist_is_sync() && r302_persist_wait(ticket) ? "database"
															   : "queue";
}

static const char *post(str aor)
{
	return kept_in(announce(aor));
}

/* add */

static int has_control(str s)
{
	int i;

	for(i = 0; i < s.len; i++) {
		if((unsigned char)s.s[i] < ' ' || s.s[i] == 127)
			return 1;
	}
	return 0;
}

/* a bare URI keeps its parameters: sip:a@h;transport=tcp is <sip:...> */
static int read_contact(str text)
{
	static char buf[2200], params[2200];
	str rest = {buf, 0};

	if(has_control(text) || text.len > 2048)
		return -1;
	rest.len = snprintf(buf, sizeof(buf),
			memchr(text.s, '<', text.len) ? "%.*s" : "<%.*s>", text.len,
			text.s);
	request.n = 1;
	return r302_contact_next(&rest, &request.contact[0]) == 1 && rest.len == 0
						   && r302_contact_keep(&request.contact[0], params,
									  sizeof(params))
									  >= 0
				   ? 0
				   : -1;
}

static void add_binding(rpc_t *rpc, void *ctx, const struct r302_limits *lim)
{
	struct r302_limits free = *lim;
	struct r302_done done;
	enum r302_err err;
	void *top;

	if(reserve(rpc, ctx, R302_WANTED_ADD) < 0)
		return;
	free.min_expires = 0; /* an operator may ask for any time */
	free.max_expires = 0;
	free.expires_range = 0;
	request.unordered = 1;
	request.origin.callid.s = "kamcmd";
	request.origin.callid.len = 6;
	err = r302_location_update(
			&snapshot, &done, &request, &free, time(NULL), &gone);
	if(err != R302_OK) {
		cancel();
		rpc->fault(
				ctx, r302_error_status(err), "%s", r302_error_reason(err)->s);
		return;
	}
	rpc->add(ctx, "{", &top);
	rpc->struct_add(top, "s", "kept_in", post(r302_aor_str(&request.aor)));
}

static void rpc_add(rpc_t *rpc, void *ctx)
{
	struct r302_limits lim = r302_config_limits();
	struct r302_contact *c = &request.contact[0];
	str contact, seconds;
	int n, expires = (int)lim.default_expires;
	double q = -1;

	memset(&request, 0, offsetof(struct r302_register, contact));
	if(read_aor(&request.aor, rpc, ctx) < 0)
		return;
	n = rpc->scan(ctx, ".S*.S.f", &contact, &seconds, &q);
	if(n < 1 || read_contact(contact) < 0
			|| c->uri.whole.len > lim.contact_max_size) {
		rpc->fault(ctx, 400, "Give a contact, a URI such as sip:1001@host");
		return;
	}
	if(n > 1)
		expires = read_number(seconds);
	if(expires < 0 || (n > 2 && (q < 0 || q > 1))) {
		rpc->fault(ctx, 400,
				"Give expires in seconds (0: for ever) and q from 0 to 1");
		return;
	}
	if(n > 1 || !c->has_expires)
		c->expires = expires ? (uint32_t)expires : UINT32_MAX;
	c->has_expires = 1;
	if(n > 2)
		c->q_milli = (int)(q * 1000 + 0.5);
	add_binding(rpc, ctx, &lim);
}

/* remove */

static void rpc_remove(rpc_t *rpc, void *ctx)
{
	struct r302_limits lim = r302_config_limits();
	struct r302_aor aor;
	struct r302_uri uri;
	str contact;
	int n, one;
	void *top;

	if(read_aor(&aor, rpc, ctx) < 0)
		return;
	one = rpc->scan(ctx, "*.S", &contact) == 1;
	if(one && (read_contact(contact) < 0)) {
		rpc->fault(
				ctx, 400, "Not a contact: %.*s", told(contact.len), contact.s);
		return;
	}
	if(reserve(rpc, ctx, R302_WANTED_REMOVE) < 0)
		return;
	uri = request.contact[0].uri;
	n = r302_location_remove(r302_aor_str(&aor), one ? &uri : NULL,
			lim.remember_users, time(NULL), &gone);
	if(n == 0) {
		cancel();
		rpc->fault(ctx, 404, one ? "Contact not found" : "AOR not found");
		return;
	}
	rpc->add(ctx, "{", &top);
	rpc->struct_add(
			top, "ds", "removed", n, "kept_in", post(r302_aor_str(&aor)));
}

/* stats */

struct printer
{
	rpc_t *rpc;
	void *st;
};

static void print_counter(void *arg, const char *name, long value)
{
	struct printer *p = arg;

	add_number(p->rpc, p->st, (char *)name, value);
}

/* what of the queue is no statistic */
static void add_queue(rpc_t *rpc, void *st)
{
	struct r302_queue_state q = r302_persist_queued();

	add_number(rpc, st, "db_queue_high_water", q.high_water);
	add_number(rpc, st, "db_queue_size", q.size);
}

static void add_batches(
		rpc_t *rpc, void *st, const struct r302_persist_state *s)
{
	long n = s->batches ? s->batches : 1;

	add_number(rpc, st, "db_batch_rows", s->batch_rows);
	add_number(rpc, st, "db_batch_rows_average", s->batch_rows_sum / n);
	add_number(rpc, st, "db_batch_rows_max", s->batch_rows_max);
	add_number(rpc, st, "db_commit_us", s->commit_us);
	add_number(rpc, st, "db_commit_us_average", s->commit_us_sum / n);
	add_number(rpc, st, "db_commit_us_max", s->commit_us_max);
}

static void add_database(rpc_t *rpc, void *st)
{
	const struct r302_persist_state *s = r302_persist_state();

	rpc->struct_add(st, "sss", "db_mode",
			r302_persist_is_sync() ? "sync" : "async", "db_state",
			!s->loaded ? "not loaded"
			: s->away  ? "away"
					   : "there",
			"db_last_error", r302_persist_error());
	add_number(rpc, st, "db_last_error_time", s->error_time);
	add_queue(rpc, st);
	add_batches(rpc, st, s);
	add_number(rpc, st, "db_load_rows", s->load_rows);
	add_number(rpc, st, "db_load_taken", s->load_taken);
	add_number(rpc, st, "db_load_expired", s->load_expired);
	add_number(rpc, st, "db_load_malformed", s->load_malformed);
	add_number(rpc, st, "db_load_ms", s->load_us / 1000);
}

static void rpc_stats(rpc_t *rpc, void *ctx)
{
	struct printer p = {rpc, NULL};

	rpc->add(ctx, "{", &p.st);
	r302_stats_each(print_counter, &p);
	add_number(rpc, p.st, "buckets", r302_table_buckets());
	add_number(rpc, p.st, "shared", r302_intern_entries());
	if(r302_persist_is_on())
		add_database(rpc, p.st);
}

/* flush */

/* @return bindings removed, or -1 with the fault sent: not every one was */
static int flush_all(
		rpc_t *rpc, void *ctx, uint32_t remember, const char **kept)
{
	struct r302_cursor cursor = {.done = 0};
	int n = 0;
	uint64_t last = 0;
	str aor;

	/* with no user at all, too: some may be in the database, not loaded yet */
	if(reserve(rpc, ctx, R302_WANTED_REMOVE) < 0)
		return -1;
	cancel();
	while(r302_table_next(&cursor, &snapshot.copy.record)) {
		if(reserve(rpc, ctx, R302_WANTED_REMOVE) < 0)
			return -1;
		aor = r302_aor_str(&cursor.aor);
		n += r302_location_remove(aor, NULL, remember, time(NULL), &gone);
		if(gone.n)
			last = announce(aor);
		else
			cancel();
	}
	*kept = kept_in(last);
	return n;
}

static void rpc_flush(rpc_t *rpc, void *ctx)
{
	struct r302_limits lim = r302_config_limits();
	struct r302_swept swept;
	const char *kept = "memory";
	void *top;
	str what;
	int n;

	if(rpc->scan(ctx, "*.S", &what) == 1) {
		if(!r302_text_is(what, "all")) {
			rpc->fault(ctx, 400,
					"Give nothing to drop what has expired, or \"all\" to "
					"remove every binding");
			return;
		}
		n = flush_all(rpc, ctx, lim.remember_users, &kept);
		if(n < 0)
			return;
	} else {
		swept = r302_location_sweep(time(NULL), lim.remember_users, INT_MAX);
		n = swept.expired;
	}
	r302_intern_reap_all();
	rpc->add(ctx, "{", &top);
	rpc->struct_add(top, "ds", "removed", n, "kept_in", kept);
}

/* explain */

static int count_colons(str s)
{
	int i, n = 0;

	for(i = 0; i < s.len; i++)
		n += s.s[i] == ':';
	return n;
}

static int read_caller(struct r302_source *caller, str text)
{
	struct r302_uri u;
	char buf[128];
	str s = {buf, 0};
	int v6 = text.len > 0 && *text.s != '[' && count_colons(text) > 1;

	if(text.len > 100)
		return -1;
	s.len = snprintf(
			buf, sizeof(buf), v6 ? "sip:[%.*s]" : "sip:%.*s", text.len, text.s);
	if(r302_uri_split(&u, s) < 0)
		return -1;
	memset(caller, 0, sizeof(*caller));
	caller->ip = r302_uri_ip(u.host);
	caller->port = u.port ? u.port : CALLER_PORT;
	caller->proto = PROTO_UDP;
	return caller->ip.len ? 0 : -1;
}

static void explain_binding(
		rpc_t *rpc, void *st, const struct r302_binding *b, enum r302_reach r)
{
	char uri[4096];
	str as = {uri, 0};
	str contact = r302_binding_text(b, R302_T_URI);

	if(r302_reach_is_offered(r))
		as.len = r302_reach_print(uri, sizeof(uri), b, r);
	if(as.len < 0)
		as.len = 0;
	rpc->struct_add(st, "SsSs", "contact", &contact, "offered",
			r302_reach_is_offered(r) ? "yes" : "no", "as", &as, "reason",
			r302_reach_reason(r));
	add_q(rpc, st, b->q_milli);
}

static const char *verdict(enum r302_err err, int offered)
{
	if(err == R302_E_UNBOUND)
		return "480: the user is known and has no binding";
	if(err != R302_OK)
		return "404: the user is not known";
	return offered ? "302" : "480: no binding that this caller can use";
}

static void explain(
		rpc_t *rpc, void *ctx, str aor, const struct r302_source *caller, int i)
{
	time_t now = time(NULL);
	struct r302_limits lim = r302_config_limits();
	enum r302_err err = r302_location_get(&snapshot, aor, now);
	void *top, *contacts, *st = NULL;
	int room = PAGE_BYTES;

	rpc->add(ctx, "{", &top);
	r302_offer_make(&offer, &snapshot, caller, NULL, &lim, now);
	rpc->struct_add(top, "Ssdd[", "aor", &aor, "verdict",
			verdict(err, offer.offered), "bindings", offer.n, "offered",
			offer.offered, "contacts", &contacts);
	for(; i < offer.n; i++) {
		room -= 2 * size_of_binding(snapshot.binding[i]);
		if(room < 0 || rpc->array_add(contacts, "{", &st) < 0)
			break;
		explain_binding(rpc, st, snapshot.binding[i], offer.reach[i]);
	}
	if(i < offer.n) /* the rest with: reg302.explain <aor> <caller> <next> */
		rpc->struct_add(top, "d", "next", i);
}

static void rpc_explain(rpc_t *rpc, void *ctx)
{
	struct r302_source caller;
	struct r302_aor aor;
	str text;
	int from = 0;

	if(read_aor(&aor, rpc, ctx) < 0)
		return;
	if(rpc->scan(ctx, ".S", &text) < 1 || read_caller(&caller, text) < 0) {
		rpc->fault(ctx, 400,
				"Give the caller's address: 192.0.2.1, 192.0.2.1:5060 or "
				"[2001:db8::1]:5060");
		return;
	}
	if(rpc->scan(ctx, "*.S", &text) > 0 && (from = read_number(text)) < 0) {
		rpc->fault(ctx, 400, "Go on at \"next\" of the page before");
		return;
	}
	explain(rpc, ctx, r302_aor_str(&aor), &caller, from);
}

#define DOC(name, text) static const char *name[] = {text, 0}

DOC(doc_list, "List users and their bindings, page by page: [limit [cursor]]; "
			  "the cursor is \"next\" of the page before");
DOC(doc_show,
		"Show every binding of a user: <aor> [next]; go on at \"next\" of "
		"the page before");
DOC(doc_add, "Add or change a binding: <aor> <contact> [expires [q]]; "
			 "expires 0 is for ever");
DOC(doc_remove, "Remove one binding of a user, or all: <aor> [contact]");
DOC(doc_stats, "Show the statistics of the module");
DOC(doc_flush, "Drop what has expired; with \"all\", every binding");
DOC(doc_explain, "Tell what a caller would be sent, and why: <aor> "
				 "<caller-ip[:port]> [next]");

rpc_export_t r302_rpc_commands[] = {{"reg302.list", rpc_list, doc_list, 0},
		{"reg302.show", rpc_show, doc_show, 0},
		{"reg302.add", rpc_add, doc_add, 0},
		{"reg302.remove", rpc_remove, doc_remove, 0},
		{"reg302.stats", rpc_stats, doc_stats, 0},
		{"reg302.flush", rpc_flush, doc_flush, 0},
		{"reg302.explain", rpc_explain, doc_explain, 0}, {0, 0, 0, 0}};
