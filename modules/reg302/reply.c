/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include "../../core/data_lump_rpl.h"
#include "../../core/globals.h"
#include "../../core/mem/mem.h"
#include "../../core/msg_translator.h"
#include "compat.h"
#include "config.h"
#include "reply.h"
#include "request.h"
#include "response.h"
#include "stats.h"
#include "table.h"

/* bytes of a reply that are neither copied from the request nor a Contact:
 * status line, To-tag, received and rport, Content-Length */
#define REPLY_OVERHEAD 200

#define LINE_END_MAX 64 /* bytes of a Contact behind its URI */

static unsigned int answered; /* id of the last request with a final reply */

/* the reply that is being made */
static struct r302_letter letter;

static void put(const char *s, int len)
{
	r302_response_put(s, len);
}

/* Name: number, a whole line or a parameter */
#define PUT_NUMBER(before, n, after) \
	do {                             \
		R302_PUT(before);            \
		r302_response_put_number(n); \
		R302_PUT(after);             \
	} while(0)

/* 500 is 0.5, 1000 is 1.0, 25 is 0.025 */
static void put_q(int q_milli)
{
	char q[] = ";q=0.000";
	int n = sizeof(q) - 1;

	if(q_milli == R302_Q_NONE)
		return;
	q[3] = (char)('0' + q_milli / 1000);
	q[5] = (char)('0' + q_milli / 100 % 10);
	q[6] = (char)('0' + q_milli / 10 % 10);
	q[7] = (char)('0' + q_milli % 10);
	while(q[n - 1] == '0' && q[n - 2] != '.')
		n--;
	put(q, n);
}

static int is_sips(const struct r302_binding *b)
{
	str uri = r302_binding_text(b, R302_T_URI);

	return uri.len > 5 && strncasecmp(uri.s, "sips:", 5) == 0;
}

static void put_address(const struct r302_uri *to)
{
	R302_PUT("@");
	put(to->host.s, to->host.len);
	if(to->port)
		PUT_NUMBER(":", to->port, "");
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
	R302_PUT(";pub-gruu=\"");
	put(scheme, (int)strlen(scheme));
	put(req->to.user.s, req->to.user.len);
	put_address(&req->to);
	R302_PUT(";gr=");
	put(instance, n);
	R302_PUT("\";temp-gruu=\"");
	put(scheme, (int)strlen(scheme));
	r302_gruu_temporary(user, aor, place.hash, b, r302_config_tag_key());
	put(user, sizeof(user));
	put_address(&req->to);
	R302_PUT(";gr\"");
}

static void put_binding(const struct r302_binding *b,
		const struct r302_register *req, time_t now)
{
	str uri = r302_binding_text(b, R302_T_URI);
	str params = r302_binding_text(b, R302_T_PARAMS);

	R302_PUT("Contact: <");
	put(uri.s, uri.len);
	R302_PUT(">");
	put_q(b->q_milli);
	PUT_NUMBER(";expires=", r302_binding_left(b, now), "");
	if(params.len) {
		R302_PUT(";");
		put(params.s, params.len);
	}
	if(req->gruu && r302_binding_has_instance(b) && req->to.host.len)
		put_gruus(b, req);
	R302_PUT("\r\n");
}

/* RFC 3261 20.17. No locale: strftime() would translate the names. */
static int print_date(char *buf, int size, time_t now)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct tm t;

	gmtime_r(&now, &t);
	return snprintf(buf, size,
			"Date: %.3s, %02d %.3s %d %02d:%02d:%02d GMT\r\n",
			days + 3 * t.tm_wday, t.tm_mday, months + 3 * t.tm_mon,
			t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec);
}

/* printed once a second, not once a reply */
static void put_date(time_t now)
{
	static char line[64];
	static int len;
	static time_t of;

	if(len == 0 || now != of)
		len = print_date(line, sizeof(line), now);
	of = now;
	put(line, len);
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
	R302_PUT("Require: outbound\r\n");
	if(lim->flow_timer)
		PUT_NUMBER("Flow-Timer: ", (uint32_t)lim->flow_timer, "\r\n");
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
		R302_PUT("Service-Route: ");
		put(lim->service_route.s, lim->service_route.len);
		R302_PUT("\r\n");
	}
}

static void put_refusal(
		struct sip_msg *msg, enum r302_err err, const struct r302_limits *lim)
{
	char tags[512];
	int n;

	if(err == R302_E_INTERVAL)
		PUT_NUMBER("Min-Expires: ", lim->min_expires, "\r\n");
	if(err == R302_E_EXTENSION) {
		n = r302_request_unsupported(tags, sizeof(tags), msg, lim);
		R302_PUT("Unsupported: ");
		put(tags, n);
		R302_PUT("\r\n");
	}
	if(err == R302_E_BODY) /* RFC 3261 20.1: empty, for nothing at all */
		R302_PUT("Accept: \r\n");
	if(r302_error_status(err) >= 500 && lim->retry_after)
		PUT_NUMBER("Retry-After: ", (uint32_t)lim->retry_after, "\r\n");
}

/* A REGISTER has no ACK: its tag has only to be the same when it comes again
 * (RFC 3261 8.2.7), and Call-ID and CSeq, read already, tell that.
 * @return 1, or 0 when it is not known yet */
static int read_repeated(
		struct r302_exchange *x, const struct r302_register *req)
{
	str none = {"", 0};

	if(req == NULL || req->origin.callid.len == 0)
		return 0;
	x->callid = req->origin.callid;
	x->cseq = req->origin.cseq;
	x->from_tag = x->branch = none;
	return 1;
}

/* empty when the To has a tag already */
static void sign(struct sip_msg *msg, const struct r302_register *req)
{
	struct r302_exchange x;
	struct r302_totag tag;

	letter.tag_len = 0;
	if(r302_request_to_tag(msg).len)
		return;
	/* a request that lacks a field is refused, with a tag all the same */
	if(!read_repeated(&x, req))
		r302_request_exchange(&x, msg);
	r302_totag_sign(&tag, &x, r302_config_tag_key());
	memcpy(letter.tag, tag.s, R302_TOTAG_LEN);
	letter.tag_len = R302_TOTAG_LEN;
}

/* @param req  a REGISTER, else NULL
 * @return bytes besides the lines, 0: not known */
static int start(struct sip_msg *msg, const struct r302_register *req)
{
	r302_send_address(&letter, msg);
	sign(msg, req);
	return r302_response_start(&letter, msg);
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

/* @param later  NULL: send it now; else out: the letter to send */
static enum r302_sent send_reply(struct sip_msg *msg, int status,
		const char *reason, struct r302_letter *later)
{
	enum r302_sent sent = R302_REPLY_SENT;

	if(is_answered(msg) || (msg->msg_flags & FL_MSG_NOREPLY))
		return R302_REPLY_REPEATED;
	letter.status = status;
	letter.reason.s = (char *)reason;
	letter.reason.len = (int)strlen(reason);
	if(r302_response_finish(&letter, msg, later && r302_send_wants_request())
			< 0)
		return R302_REPLY_NOT_BUILT;
	if(later) {
		letter.rcv = msg->rcv;
		*later = letter;
	} else
		sent = r302_send(&letter, msg);
	if(sent != R302_REPLY_NOT_BUILT)
		set_answered(msg);
	return sent;
}

enum r302_sent r302_reply_register(struct sip_msg *msg, enum r302_err err,
		const struct r302_register *req, const struct r302_snapshot *snap,
		const struct r302_limits *lim, time_t now, struct r302_letter *later)
{
	start(msg, req);
	if(err == R302_OK)
		put_bindings(msg, req, snap, lim, now);
	else
		put_refusal(msg, err, lim);
	return send_reply(
			msg, r302_error_status(err), r302_error_reason(err)->s, later);
}

void r302_reply_start(struct r302_answer *a, struct sip_msg *msg,
		const struct r302_limits *lim)
{
	int max = R302_UDP_MAX;
	int used = start(msg, NULL);

	memset(a, 0, sizeof(*a));
	if(msg->rcv.proto == PROTO_UDP && lim->redirect_max_size)
		max = lim->redirect_max_size;
	if(used == 0)
		used = r302_request_copied(msg) + REPLY_OVERHEAD + server_hdr.len;
	a->room = max - used;
}

/* @return bytes, or -1 when it does not fit */
static int write_contact(const struct r302_binding *b, enum r302_reach r,
		const struct r302_limits *lim, time_t now)
{
	int from = r302_response_mark(), room, n;
	char *s;

	R302_PUT("Contact: <");
	s = r302_response_room(&room);
	n = r302_reach_print(s, room, b, r);
	if(n < 0 || room - n < LINE_END_MAX)
		return -1;
	r302_response_took(n);
	R302_PUT(">");
	put_q(b->q_milli);
	if(lim->redirect_expires)
		PUT_NUMBER(";expires=", r302_binding_left(b, now), "");
	R302_PUT("\r\n");
	return r302_response_mark() - from;
}

void r302_reply_add(struct r302_answer *a, const struct r302_binding *b,
		enum r302_reach r, const struct r302_limits *lim, time_t now)
{
	int from = r302_response_mark(), n;

	/* once one does not fit, none of a lower q takes its place */
	if(a->trimmed) {
		a->trimmed++;
		return;
	}
	n = write_contact(b, r, lim, now);
	if(n < 0 || (a->n && n > a->room)) {
		r302_response_cut(from);
		a->trimmed++;
		return;
	}
	a->n++;
	a->room -= n;
}

enum r302_sent r302_reply_redirect(struct sip_msg *msg,
		const struct r302_answer *a, const struct r302_limits *lim)
{
	if(a->n > 1 && lim->redirect_status == 300)
		return send_reply(msg, 300, "Multiple Choices", NULL);
	return send_reply(msg, 302, "Moved Temporarily", NULL);
}
