/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "../../core/events.h"
#include "../../core/forward.h"
#include "../../core/globals.h"
#include "../../core/msg_translator.h"
#include "../../core/onsend.h"
#include "../../core/receive.h"
#include "../../core/route.h"
#include "../../modules/tm/tm_load.h"
#include "send.h"
#include "stats.h"
#include "stream.h"
#include "uri.h"

static struct tm_binds tm;
static int local_response; /* event_route[sl:local-response]; -1: none */

void r302_send_init(void)
{
	load_tm_f load = (load_tm_f)find_export("load_tm", NO_SCRIPT, 0);

	if(load == NULL || load(&tm) < 0)
		memset(&tm, 0, sizeof(tm));
	local_response = route_lookup(&event_rt, "sl:local-response");
	if(local_response >= 0 && event_rt.rlist[local_response] == NULL)
		local_response = -1;
}

int r302_send_wants_request(void)
{
	return sr_event_enabled(SREV_SIP_REPLY_OUT);
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

void r302_send_address(struct r302_letter *letter, struct sip_msg *msg)
{
	struct cell *t = tm.t_gett ? tm.t_gett() : NULL;

	letter->stateful = t && t != T_UNDEFINED;
	if(letter->stateful) {
		letter->hash_index = t->hash_index;
		letter->label = t->label;
		return;
	}
	set_destination(&letter->dst, msg);
}

int r302_send_later(struct r302_letter *letter, struct sip_msg *msg)
{
	if(!letter->stateful)
		return 0;
	return tm.t_suspend(msg, &letter->hash_index, &letter->label) == 0 ? 0 : -1;
}

static void change_type(struct sip_msg *msg, hdr_types_t from, hdr_types_t to)
{
	hdr_field_t *h;

	for(h = msg->headers; h; h = h->next) {
		if(h->type == from && h->name.len == 12
				&& r302_text_is(h->name, "record-route"))
			h->type = to;
	}
}

void r302_send_hide_routes(struct sip_msg *msg)
{
	change_type(msg, HDR_RECORDROUTE_T, HDR_OTHER_T);
}

void r302_send_show_routes(struct sip_msg *msg)
{
	change_type(msg, HDR_OTHER_T, HDR_RECORDROUTE_T);
}

/* t_reply() would put the Contacts of the destination set into any 3xx, and warn
 * when there are none; t_reply_with_body() does not. It answers from the
 * transaction's own copy of the request. The script's headers are in the letter,
 * and when the transaction was suspended also in that copy: hidden, too. */
static int reply_with(struct cell *t, const struct r302_letter *letter)
{
	str phrase = letter->reason, headers = {letter->s, letter->len};
	str body = {letter->s + letter->len, letter->body_len};
	str tag = {(char *)letter->tag, letter->tag_len};
	struct sip_msg *request = t->uas.request;
	struct lump_rpl *lumps = request->reply_lump;
	int ret;

	request->reply_lump = NULL;
	r302_send_hide_routes(request);
	ret = tm.t_reply_with_body(
			t, letter->status, &phrase, &body, &headers, &tag);
	r302_send_show_routes(request);
	request->reply_lump = lumps;
	return ret;
}

/* Looking it up takes one reference and t_reply_with_body() gives one back, but
 * not where it has no private memory to build the reply. */
static enum r302_sent send_stateful(
		const struct r302_letter *letter, struct sip_msg *msg)
{
	enum r302_sent sent = R302_REPLY_SENT;
	struct cell *t;

	if(tm.t_lookup_ident == NULL
			|| tm.t_lookup_ident(&t, letter->hash_index, letter->label) < 0)
		return R302_REPLY_UNSENT;
	REF(t); /* t is looked at after it */
	if(reply_with(t, letter) < 0) {
		sent = t->uas.status < 200 ? R302_REPLY_NOT_BUILT : R302_REPLY_UNSENT;
		if(sent == R302_REPLY_NOT_BUILT)
			tm.unref_cell(t);
	}
	tm.unref_cell(t);
	if(msg == NULL) /* no request of this process */
		tm.t_sett(T_UNDEFINED, T_BR_UNDEFINED);
	return sent;
}

/* what corex, dlgs and their like want to see */
static void run_event(const struct r302_letter *letter, struct dest_info *dst,
		struct sip_msg *request, struct sip_msg *reply)
{
	sr_event_param_t event;

	memset(&event, 0, sizeof(event));
	event.obuf.s = letter->s;
	event.obuf.len = letter->len;
	event.rcv = &request->rcv;
	event.dst = dst;
	event.req = request;
	event.rpl = reply;
	event.rplcode = letter->status;
	event.mode = 1;
	sr_event_exec(SREV_SIP_REPLY_OUT, &event);
}

static void tell_event(const struct r302_letter *letter, struct dest_info *dst,
		struct sip_msg *msg, struct sip_msg *reply)
{
	struct sip_msg request;

	if(msg) {
		run_event(letter, dst, msg, reply);
		return;
	}
	if(letter->request_len == 0
			|| build_sip_msg_from_buf(&request,
					   letter->s + letter->len + letter->body_len,
					   letter->request_len, inc_msg_no())
					   < 0)
		return;
	request.rcv = letter->rcv;
	run_event(letter, dst, &request, reply);
	free_sip_msg(&request);
}

/* what an operator has told sl to run for the replies of this server */
static void run_local_response(const struct r302_letter *letter,
		struct dest_info *dst, struct sip_msg *reply)
{
	struct onsend_info info = {.to = &dst->to,
			.send_sock = dst->send_sock,
			.buf = letter->s,
			.len = letter->len};
	int type = get_route_type();

	p_onsend = &info;
	set_route_type(LOCAL_ROUTE);
	run_top_route(event_rt.rlist[local_response], reply, NULL);
	set_route_type(type);
	p_onsend = NULL;
}

static void tell(const struct r302_letter *letter, struct dest_info *dst,
		struct sip_msg *msg)
{
	struct sip_msg reply;
	int event = sr_event_enabled(SREV_SIP_REPLY_OUT);

	if((!event && local_response < 0)
			|| build_sip_msg_from_buf(
					   &reply, letter->s, letter->len, inc_msg_no())
					   < 0)
		return;
	if(event)
		tell_event(letter, dst, msg, &reply);
	if(local_response >= 0)
		run_local_response(letter, dst, &reply);
	free_sip_msg(&reply);
}

static enum r302_sent send_stateless(
		const struct r302_letter *letter, struct sip_msg *msg)
{
	struct dest_info dst = letter->dst;
	int mhomed_before = mhomed;
	int ret;

	mhomed = 0; /* from the socket that the request came to */
	ret = msg_send_buffer(&dst, letter->s, letter->len, 0);
	mhomed = mhomed_before;
	tell(letter, &dst, msg);
	return ret < 0 ? R302_REPLY_UNSENT : R302_REPLY_SENT;
}

/* The connection that the request came by was closed meanwhile. The core would
 * try a new one to a port that a phone does not listen on, wait for it, and log
 * an error for each. */
static int has_gone(const struct r302_letter *letter)
{
	return r302_stream_is(letter->dst.proto) && letter->dst.id
		   && !r302_stream_is_open(letter->dst.id);
}

static enum r302_sent send_it(
		const struct r302_letter *letter, struct sip_msg *msg)
{
	if(letter->stateful)
		return send_stateful(letter, msg);
	if(msg == NULL && has_gone(letter))
		return R302_REPLY_UNSENT;
	return send_stateless(letter, msg);
}

enum r302_sent r302_send(const struct r302_letter *letter, struct sip_msg *msg)
{
	enum r302_sent sent = send_it(letter, msg);

	if(sent == R302_REPLY_UNSENT)
		r302_stats_inc(R302_S_UNSENT);
	return sent;
}
