/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include "../../core/data_lump_rpl.h"
#include "../../core/dprint.h"
#include "../../core/events.h"
#include "../../core/forward.h"
#include "../../core/globals.h"
#include "../../core/msg_translator.h"
#include "../../core/receive.h"
#include "../../modules/tm/tm_load.h"
#include "compat.h"
#include "config.h"
#include "reply.h"
#include "request.h"
#include "stats.h"
#include "table.h"

/* A record is at most R302_RECORD_MAX bytes and its fixed part is larger than
 * what a Contact line adds to its texts; the rest is for GRUUs. */
#define TEXT_MAX 131072

/* bytes of a reply that are neither copied from the request nor a Contact:
 * status line, To-tag, received and rport, Content-Length */
#define REPLY_OVERHEAD 200

static struct tm_binds tm;
static unsigned int answered; /* id of the last request with a final reply */

static struct
{
	char s[TEXT_MAX];
	int len;
	int overflow; /* something did not fit: not to be sent */
} text;

void r302_reply_init(void)
{
	load_tm_f load = (load_tm_f)find_export("load_tm", NO_SCRIPT, 0);

	if(load == NULL || load(&tm) < 0)
		memset(&tm, 0, sizeof(tm));
}

static void put(const char *s, int len)
{
	if(len > TEXT_MAX - text.len) {
		text.overflow = 1;
		return;
	}
	memcpy(text.s + text.len, s, len);
	text.len += len;
}

static void put_text(const char *s)
{
	put(s, (int)strlen(s));
}

static void put_number(const char *before, uint32_t n, const char *after)
{
	char buf[16];

	put_text(before);
	put(buf, snprintf(buf, sizeof(buf), "%u", n));
	put_text(after);
}

static void put_q(int q_milli)
{
	char buf[16];
	int n;

	if(q_milli == R302_Q_NONE)
		return;
	n = snprintf(
			buf, sizeof(buf), ";q=%d.%03d", q_milli / 1000, q_milli % 1000);
	while(buf[n - 1] == '0' && buf[n - 2] != '.')
		n--; /* 0.500 is 0.5, 1.000 is 1.0 */
	put(buf, n);
}

static int is_sips(const struct r302_binding *b)
{
	str uri = r302_binding_text(b, R302_T_URI);

	return uri.len > 5 && strncasecmp(uri.s, "sips:", 5) == 0;
}

static void put_address(const struct r302_uri *to)
{
	put_text("@");
	put(to->host.s, to->host.len);
	if(to->port)
		put_number(":", to->port, "");
}

/* both in the scheme of the Contact, RFC 5630 5.2.1 */
static void put_gruus(
		const struct r302_binding *b, const struct r302_register *req)
{
	str aor = r302_aor_str(&req->aor);
	struct r302_place place = r302_table_place(aor);
	const char *scheme = is_sips(b) ? "sips:" : "sip:";
	char user[R302_TGRUU_LEN], instance[3 * 2048];
	int n = r302_gruu_print_instance(
			instance, sizeof(instance), r302_binding_instance(b));

	if(n <= 0)
		return;
	put_text(";pub-gruu=\"");
	put_text(scheme);
	put(req->to.user.s, req->to.user.len);
	put_address(&req->to);
	put_text(";gr=");
	put(instance, n);
	put_text("\";temp-gruu=\"");
	put_text(scheme);
	r302_gruu_temporary(user, aor, place.hash, b, r302_config_tag_key());
	put(user, sizeof(user));
	put_address(&req->to);
	put_text(";gr\"");
}

static void put_binding(const struct r302_binding *b,
		const struct r302_register *req, time_t now)
{
	str uri = r302_binding_text(b, R302_T_URI);
	str params = r302_binding_text(b, R302_T_PARAMS);

	put_text("Contact: <");
	put(uri.s, uri.len);
	put_text(">");
	put_q(b->q_milli);
	put_number(";expires=", r302_binding_left(b, now), "");
	if(params.len) {
		put_text(";");
		put(params.s, params.len);
	}
	if(req->gruu && r302_binding_has_instance(b) && req->to.host.len)
		put_gruus(b, req);
	put_text("\r\n");
}

/* RFC 3261 20.17. No locale: strftime() would translate the names. */
static void put_date(time_t now)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct tm t;
	char buf[64];

	gmtime_r(&now, &t);
	put(buf, snprintf(buf, sizeof(buf),
					 "Date: %.3s, %02d %.3s %d %02d:%02d:%02d GMT\r\n",
					 days + 3 * t.tm_wday, t.tm_mday, months + 3 * t.tm_mon,
					 t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec));
}

static void put_path(struct sip_msg *msg, const struct r302_register *req)
{
	hdr_field_t *h;

	if(req->origin.path.len == 0 || !r302_request_supports(msg, "path"))
		return;
	for(h = msg->headers; h; h = h->next) {
		if(h->type == HDR_PATH_T)
			put(h->name.s, h->len);
	}
}

static void put_outbound(const struct r302_limits *lim)
{
	put_text("Require: outbound\r\n");
	if(lim->flow_timer)
		put_number("Flow-Timer: ", (uint32_t)lim->flow_timer, "\r\n");
}

static void put_bindings(struct sip_msg *msg, const struct r302_register *req,
		const struct r302_snapshot *snap, const struct r302_limits *lim,
		time_t now)
{
	int i;

	for(i = 0; i < snap->n; i++)
		put_binding(snap->binding[i], req, now);
	put_date(now);
	put_path(msg, req);
	if(req->outbound)
		put_outbound(lim);
	if(lim->service_route.len) {
		put_text("Service-Route: ");
		put(lim->service_route.s, lim->service_route.len);
		put_text("\r\n");
	}
}

static void put_refusal(
		struct sip_msg *msg, enum r302_err err, const struct r302_limits *lim)
{
	char tags[512];
	int n;

	if(err == R302_E_INTERVAL)
		put_number("Min-Expires: ", lim->min_expires, "\r\n");
	if(err == R302_E_EXTENSION) {
		n = r302_request_unsupported(tags, sizeof(tags), msg, lim);
		put_text("Unsupported: ");
		put(tags, n);
		put_text("\r\n");
	}
	if(err == R302_E_BODY) /* RFC 3261 20.1: empty, for nothing at all */
		put_text("Accept: \r\n");
	if(r302_error_status(err) == 500 && lim->retry_after)
		put_number("Retry-After: ", (uint32_t)lim->retry_after, "\r\n");
}

/* RFC 3261 10.3: Record-Route is ignored in a REGISTER, and must not come back
 * in its 200; Kamailio copies it into every 2xx */
static void hide_record_route(
		struct sip_msg *msg, hdr_types_t from, hdr_types_t to)
{
	hdr_field_t *h;

	for(h = msg->headers; h; h = h->next) {
		if(h->type == from && h->name.len == 12
				&& r302_text_is(h->name, "record-route"))
			h->type = to;
	}
}

/* text is the reply's as long as the core builds it */
static struct lump_rpl *lend_text(struct sip_msg *msg)
{
	return add_lump_rpl(msg, text.s, text.len,
			LUMP_RPL_HDR | LUMP_RPL_NODUP | LUMP_RPL_NOFREE);
}

static void take_back(struct sip_msg *msg, struct lump_rpl *lump)
{
	if(lump == NULL)
		return;
	unlink_lump_rpl(msg, lump);
	free_lump_rpl(lump);
}

/* what the script added with append_to_reply() */
static void put_script_headers(struct sip_msg *msg)
{
	struct lump_rpl *lump;

	for(lump = msg->reply_lump; lump; lump = lump->next) {
		if(lump->flags & LUMP_RPL_HDR)
			put(lump->text.s, lump->text.len);
	}
}

/* tm puts the Contacts of the destination set into any 3xx of t_reply(), and
 * warns when there are none; t_reply_with_body() does not. It answers from the
 * transaction's own copy of the request, and gives back a reference that its
 * caller has to take. (Not so where it has no private memory to build the reply:
 * the transaction then stays, and its caller cannot tell.) */
static enum r302_sent send_redirect_stateful(struct sip_msg *msg,
		struct cell *t, int status, const str *reason, str *tag)
{
	str phrase = *reason, body = {"", 0}, headers;

	put_script_headers(msg);
	headers.s = text.s;
	headers.len = text.len;
	REF(t);
	return tm.t_reply_with_body(t, status, &phrase, &body, &headers, tag) < 0
				   ? R302_REPLY_UNSENT
				   : R302_REPLY_SENT;
}

static enum r302_sent send_stateful(struct sip_msg *msg, struct cell *t,
		int status, const str *reason, str *tag)
{
	struct lump_rpl *lump = NULL;
	int ret;

	if(status >= 300 && status < 400)
		return send_redirect_stateful(msg, t, status, reason, tag);
	if(text.len && (lump = lend_text(msg)) == NULL)
		return R302_REPLY_NOT_BUILT;
	hide_record_route(msg, HDR_RECORDROUTE_T, HDR_OTHER_T);
	ret = tm.t_reply(msg, status, reason->s);
	hide_record_route(msg, HDR_OTHER_T, HDR_RECORDROUTE_T);
	take_back(msg, lump);
	return ret < 0 ? R302_REPLY_UNSENT : R302_REPLY_SENT;
}

static void set_destination(struct dest_info *dst, struct sip_msg *msg)
{
	init_dest_info(dst);
	if(!reply_to_via
			|| update_sock_struct_from_via(&dst->to, msg, msg->via1) < 0)
		update_sock_struct_from_ip(&dst->to, msg);
	dst->proto = msg->rcv.proto;
	dst->send_sock = msg->rcv.bind_address;
	dst->id = msg->rcv.proto_reserved1;
	dst->send_flags = msg->rpl_send_flags;
}

/* siptrace and sipcapture want to see what leaves */
static void tell_reply_out(struct sip_msg *msg, struct dest_info *dst,
		int status, char *buf, unsigned int len)
{
	sr_event_param_t event;
	struct sip_msg reply;

	if(!sr_event_enabled(SREV_SIP_REPLY_OUT)
			|| build_sip_msg_from_buf(&reply, buf, len, inc_msg_no()) < 0)
		return;
	memset(&event, 0, sizeof(event));
	event.obuf.s = buf;
	event.obuf.len = (int)len;
	event.rcv = &msg->rcv;
	event.dst = dst;
	event.req = msg;
	event.rpl = &reply;
	event.rplcode = status;
	event.mode = 1;
	sr_event_exec(SREV_SIP_REPLY_OUT, &event);
	free_sip_msg(&reply);
}

static enum r302_sent send_buffer(
		struct sip_msg *msg, int status, char *buf, unsigned int len)
{
	struct dest_info dst;
	int mhomed_before = mhomed;
	int ret;

	set_destination(&dst, msg);
	mhomed = 0; /* from the socket that the request came to */
	ret = msg_send_buffer(&dst, buf, (int)len, 0);
	mhomed = mhomed_before;
	tell_reply_out(msg, &dst, status, buf, len);
	return ret < 0 ? R302_REPLY_UNSENT : R302_REPLY_SENT;
}

static enum r302_sent send_stateless(
		struct sip_msg *msg, int status, const str *reason, str *tag)
{
	struct bookmark mark;
	struct lump_rpl *lump = NULL;
	unsigned int len;
	str phrase = *reason;
	char *buf;
	int ret;

	if(text.len && (lump = lend_text(msg)) == NULL)
		return R302_REPLY_NOT_BUILT;
	hide_record_route(msg, HDR_RECORDROUTE_T, HDR_OTHER_T);
	buf = build_res_buf_from_sip_req(status, &phrase, tag, msg, &len, &mark);
	hide_record_route(msg, HDR_OTHER_T, HDR_RECORDROUTE_T);
	take_back(msg, lump);
	if(buf == NULL)
		return R302_REPLY_NOT_BUILT;
	ret = send_buffer(msg, status, buf, len);
	pkg_free(buf);
	return ret;
}

/* @return empty when the To has a tag already */
static str sign(struct r302_totag *tag, struct sip_msg *msg)
{
	struct r302_exchange x;
	str s = {tag->s, 0};

	if(r302_request_to_tag(msg).len == 0) {
		/* a request that lacks a field is refused, with a tag all the same */
		r302_request_exchange(&x, msg);
		r302_totag_sign(tag, &x, r302_config_tag_key());
		s.len = R302_TOTAG_LEN;
	}
	return s;
}

/* Before 5.8 nothing on a request tells that it has its answer: this process
 * remembers the last one. */
static int is_answered(const struct sip_msg *msg)
{
	return R302_IS_ANSWERED(msg) || answered == msg->id;
}

static void set_answered(struct sip_msg *msg)
{
	R302_SET_ANSWERED(msg);
	answered = msg->id;
}

static enum r302_sent send_reply(
		struct sip_msg *msg, int status, const str *reason)
{
	struct r302_totag totag;
	struct cell *t;
	str tag;
	int ret;

	if(text.overflow)
		return R302_REPLY_NOT_BUILT;
	if(is_answered(msg) || (msg->msg_flags & FL_MSG_NOREPLY))
		return R302_REPLY_REPEATED;
	tag = sign(&totag, msg);
	t = tm.t_gett ? tm.t_gett() : NULL;
	if(t && t != T_UNDEFINED)
		ret = send_stateful(msg, t, status, reason, &tag);
	else
		ret = send_stateless(msg, status, reason, tag.len ? &tag : NULL);
	if(ret == R302_REPLY_UNSENT)
		r302_stats_inc(R302_S_UNSENT);
	if(ret != R302_REPLY_NOT_BUILT)
		set_answered(msg);
	return ret;
}

enum r302_sent r302_reply_register(struct sip_msg *msg, enum r302_err err,
		const struct r302_register *req, const struct r302_snapshot *snap,
		const struct r302_limits *lim, time_t now)
{
	text.len = 0;
	text.overflow = 0;
	if(err == R302_OK)
		put_bindings(msg, req, snap, lim, now);
	else
		put_refusal(msg, err, lim);
	return send_reply(msg, r302_error_status(err), r302_error_reason(err));
}

void r302_reply_start(struct r302_answer *a, struct sip_msg *msg,
		const struct r302_limits *lim)
{
	int max = R302_UDP_MAX;

	memset(a, 0, sizeof(*a));
	text.len = 0;
	text.overflow = 0;
	if(msg->rcv.proto == PROTO_UDP && lim->redirect_max_size)
		max = lim->redirect_max_size;
	a->room = max - r302_request_copied(msg) - REPLY_OVERHEAD;
	if(server_signature)
		a->room -= server_hdr.len;
}

/* @return bytes, or -1 when it does not fit the scratch memory */
static int write_contact(const struct r302_binding *b, enum r302_reach r,
		const struct r302_limits *lim, time_t now)
{
	int from = text.len, n;

	put_text("Contact: <");
	n = r302_reach_print(text.s + text.len, TEXT_MAX - text.len, b, r);
	if(n < 0 || TEXT_MAX - text.len - n < 64) {
		text.len = from;
		return -1;
	}
	text.len += n;
	put_text(">");
	put_q(b->q_milli);
	if(lim->redirect_expires)
		put_number(";expires=", r302_binding_left(b, now), "");
	put_text("\r\n");
	return text.len - from;
}

void r302_reply_add(struct r302_answer *a, const struct r302_binding *b,
		enum r302_reach r, const struct r302_limits *lim, time_t now)
{
	int from = text.len, n;

	/* once one does not fit, none of a lower q takes its place */
	if(a->trimmed) {
		a->trimmed++;
		return;
	}
	n = write_contact(b, r, lim, now);
	if(n < 0 || (a->n && n > a->room)) {
		text.len = from;
		a->trimmed++;
		return;
	}
	a->n++;
	a->room -= n;
	a->len = text.len;
}

enum r302_sent r302_reply_redirect(struct sip_msg *msg,
		const struct r302_answer *a, const struct r302_limits *lim)
{
	static const str moved = str_init("Moved Temporarily");
	static const str choices = str_init("Multiple Choices");

	text.len = a->len;
	if(a->n > 1 && lim->redirect_status == 300)
		return send_reply(msg, 300, &choices);
	return send_reply(msg, 302, &moved);
}
