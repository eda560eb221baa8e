/* SPDX-License-Identifier: MIT */
#include "../../core/dprint.h"
#include "config.h"
#include "location.h"
#include "offer.h"
#include "redirect.h"
#include "reply.h"
#include "request.h"
#include "stats.h"

/* scratch memory of this process: one request at a time */
static struct r302_snapshot snapshot;

static enum r302_redirected count(
		enum r302_redirected ret, enum r302_counter counter)
{
	r302_stats_inc(counter);
	return ret;
}

/* scratch memory of this process, too: large */
static struct r302_offer offer;

static void add_all(
		struct r302_answer *answer, const struct r302_limits *lim, time_t now)
{
	int i;

	for(i = 0; i < offer.n; i++) {
		answer->trimmed += offer.reach[i] == R302_REACH_SURPLUS;
		if(r302_reach_is_offered(offer.reach[i]))
			r302_reply_add(
					answer, snapshot.binding[i], offer.reach[i], lim, now);
	}
}

static enum r302_redirected answer_with_bindings(struct sip_msg *msg,
		const struct r302_target *target, const struct r302_limits *lim,
		time_t now)
{
	struct r302_answer answer;
	enum r302_sent sent;
	str aor = r302_aor_str(&target->aor);

	r302_offer_make(
			&offer, &snapshot, &target->caller, &target->ruri, lim, now);
	r302_reply_start(&answer, msg, lim);
	add_all(&answer, lim, now);
	if(answer.n == 0)
		return count(R302_REDIRECT_UNREACHABLE, R302_S_REDIRECT_UNREACHABLE);
	sent = r302_reply_redirect(msg, &answer, lim);
	if(sent == R302_REPLY_NOT_BUILT || sent == R302_REPLY_REPEATED) {
		LM_WARN("no 302 for %.*s: %s\n", aor.len, aor.s,
				sent == R302_REPLY_REPEATED ? "the request has its reply"
											: "no private memory");
		return count(R302_REDIRECT_INTERNAL, R302_S_REDIRECT_ERROR);
	}
	if(answer.trimmed)
		r302_stats_inc(R302_S_REDIRECT_TRIMMED);
	return count(R302_REDIRECT_SENT, R302_S_REDIRECT_SENT);
}

/* an ACK has no answer, a CANCEL and a REGISTER have one of their own */
static int is_redirected(struct sip_msg *msg)
{
	return msg->first_line.type == SIP_REQUEST
		   && !(msg->first_line.u.request.method_value
				   & (METHOD_ACK | METHOD_CANCEL | METHOD_REGISTER));
}

enum r302_redirected r302_redirect_send(struct sip_msg *msg, const str *uri,
		const struct r302_limits *lim, time_t now)
{
	struct r302_target target;
	enum r302_err err;

	if(!is_redirected(msg)) {
		LM_WARN("reg302_redirect() was called for a request that is never "
				"redirected: nothing done\n");
		return R302_REDIRECT_INTERNAL;
	}
	err = r302_request_target(&target, msg, uri, lim);
	if(err == R302_OK)
		err = r302_location_get_gruu(&snapshot, r302_aor_str(&target.aor),
				&target.gruu, r302_config_tag_key(), now);
	if(err == R302_OK && target.gruu.kind != R302_GRUU_NONE)
		return count(R302_REDIRECT_UNREACHABLE, R302_S_REDIRECT_UNREACHABLE);
	if(err == R302_E_UNBOUND)
		return count(R302_REDIRECT_UNBOUND, R302_S_REDIRECT_UNBOUND);
	if(err != R302_OK)
		return count(R302_REDIRECT_UNKNOWN, R302_S_REDIRECT_UNKNOWN);
	return answer_with_bindings(msg, &target, lim, now);
}

int r302_redirect_ack(struct sip_msg *msg)
{
	struct r302_exchange x;

	if(msg->first_line.type == SIP_REQUEST
			&& msg->first_line.u.request.method_value == METHOD_ACK
			&& r302_request_exchange(&x, msg) == 0
			&& r302_totag_is_ours(
					r302_request_to_tag(msg), &x, r302_config_tag_key())) {
		r302_stats_inc(R302_S_ACK_ABSORBED);
		return 1;
	}
	r302_stats_inc(R302_S_ACK_UNKNOWN);
	return -1;
}
