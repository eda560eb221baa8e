/* SPDX-License-Identifier: MIT */
#include "../../core/dprint.h"
#include "flow.h"
#include "location.h"
#include "persist.h"
#include "registrar.h"
#include "reply.h"
#include "request.h"
#include "response.h"
#include "stats.h"

/* scratch memory of this process: one request at a time */
static struct r302_register request;
static struct r302_snapshot snapshot;
static struct r302_gone gone;

static enum r302_saved count_done(const struct r302_done *done)
{
	if(done->retransmitted) {
		r302_stats_inc(R302_S_RETRANSMITTED);
		return R302_SAVED_BOUND;
	}
	if(done->removed)
		r302_stats_inc(R302_S_REMOVED);
	if(done->added) {
		r302_stats_inc(R302_S_BOUND);
		return R302_SAVED_BOUND;
	}
	if(done->updated) {
		r302_stats_inc(R302_S_REFRESHED);
		return R302_SAVED_BOUND;
	}
	if(done->removed || request.n || request.wildcard)
		return R302_SAVED_REMOVED;
	r302_stats_inc(R302_S_QUERIED);
	return R302_SAVED_ASKED;
}

static enum r302_saved count_refused(enum r302_err err)
{
	r302_stats_refused(err);
	return r302_error_status(err) == 500 ? R302_SAVED_INTERNAL
										 : R302_SAVED_REFUSED;
}

/* Anybody can bring this about while memory is short: a line a minute. */
static void log_no_memory(time_t now)
{
	static time_t last;
	str aor = r302_aor_str(&request.aor);

	if(now - last < 60 && now >= last)
		return;
	last = now;
	LM_ERR("no shared memory to register %.*s, nor others: give Kamailio more "
		   "with -m; told once a minute, see register_refused_no_memory\n",
			aor.len, aor.s);
}

static int is_register(struct sip_msg *msg)
{
	return msg->first_line.type == SIP_REQUEST
		   && msg->first_line.u.request.method_value == METHOD_REGISTER;
}

/* @return R302_SAVED_INTERNAL when it is answered already, else 0 */
static int answer(struct sip_msg *msg, enum r302_err *err,
		const struct r302_limits *lim, time_t now)
{
	enum r302_sent sent =
			r302_reply_register(msg, *err, &request, &snapshot, lim, now, NULL);

	if(sent == R302_REPLY_REPEATED) {
		LM_WARN("reg302_save() was called for a REGISTER that has its reply\n");
		return R302_SAVED_INTERNAL;
	}
	if(sent == R302_REPLY_NOT_BUILT) {
		*err = R302_E_INTERNAL;
		r302_reply_register(msg, *err, &request, NULL, lim, now, NULL);
	}
	return 0;
}

/* with a database */

static int is_query(void)
{
	return request.n == 0 && !request.wildcard;
}

static enum r302_wanted wanted(void)
{
	const struct r302_contact *c;
	int i;

	if(request.wildcard || request.replace)
		return R302_WANTED_REMOVE;
	for(i = 0; i < request.n; i++) {
		c = &request.contact[i];
		if(c->has_expires ? c->expires == 0
						  : request.has_expires && request.expires == 0)
			return R302_WANTED_REMOVE;
	}
	return R302_WANTED_ADD;
}

/* A reply over UDP fits a datagram, and may carry the request with it. */
static size_t size_of_reply(struct sip_msg *msg)
{
	return msg->rcv.proto == PROTO_UDP ? R302_UDP_MAX + (size_t)msg->len
									   : R302_LETTER_MAX;
}

/* The reply waits for the commit. Where tm cannot keep the transaction for so
 * long nobody may believe that it is committed. */
static void post_reply(
		struct sip_msg *msg, size_t len, struct r302_letter *letter)
{
	str aor = r302_aor_str(&request.aor);
	int fits = (size_t)letter->len + (size_t)letter->body_len
					   + (size_t)letter->request_len
			   <= len;

	if(fits && r302_send_later(letter, msg) == 0) {
		r302_persist_post(len, aor, &gone, letter);
		return;
	}
	r302_persist_post(len, aor, &gone, NULL);
	r302_persist_refuse(letter, R302_E_INTERNAL);
}

/* @return as answer() */
static int answer_later(struct sip_msg *msg, size_t len, enum r302_err *err,
		const struct r302_limits *lim, time_t now)
{
	str aor = r302_aor_str(&request.aor);
	struct r302_letter letter;

	if(r302_reply_register(msg, R302_OK, &request, &snapshot, lim, now, &letter)
			== R302_REPLY_SENT) {
		post_reply(msg, len, &letter);
		return 0;
	}
	/* asked again without the letter it says what is wrong */
	r302_persist_post(len, aor, &gone, NULL);
	*err = R302_E_INTERNAL;
	return answer(msg, err, lim, now);
}

static enum r302_err update_kept(struct r302_done *done, size_t len,
		const struct r302_limits *lim, time_t now)
{
	enum r302_err err = r302_persist_reserve(len, wanted());

	if(err != R302_OK)
		return err;
	err = r302_location_update(&snapshot, done, &request, lim, now, &gone);
	if(err != R302_OK)
		r302_persist_cancel(len);
	return err;
}

/* The change is announced before anybody can know of it, and where it has to wait
 * the reply goes with it. So does the reply to a retransmission: the first REGISTER may not
 * be committed yet. */
static int save_kept(struct sip_msg *msg, enum r302_err *err,
		struct r302_done *done, const struct r302_limits *lim, time_t now)
{
	int waits = r302_persist_waits();
	size_t len = waits ? size_of_reply(msg) : 0;

	*err = update_kept(done, len, lim, now);
	if(*err == R302_OK && waits)
		return answer_later(msg, len, err, lim, now);
	if(*err == R302_OK)
		r302_persist_post(0, r302_aor_str(&request.aor), &gone, NULL);
	return answer(msg, err, lim, now);
}

enum r302_saved r302_registrar_save(struct sip_msg *msg, int flags,
		const struct r302_limits *lim, time_t now)
{
	struct r302_done done = {0, 0, 0, 0};
	enum r302_err err;
	int answered;

	if(!is_register(msg)) {
		LM_WARN("reg302_save() was called for a request that is no REGISTER: "
				"nothing done\n");
		return R302_SAVED_INTERNAL;
	}
	err = r302_request_register(&request, msg, lim);
	request.replace = (flags & R302_SAVE_REPLACE) != 0;
	if(err == R302_OK && r302_persist_is_on() && !is_query()) {
		answered = save_kept(msg, &err, &done, lim, now);
	} else {
		if(err == R302_OK)
			err = r302_location_update(
					&snapshot, &done, &request, lim, now, NULL);
		answered = answer(msg, &err, lim, now);
	}
	if(err == R302_E_NOMEM)
		log_no_memory(now);
	if(err == R302_OK && msg->rcv.proto != PROTO_UDP)
		r302_flow_note();
	if(answered)
		return answered;
	return err == R302_OK ? count_done(&done) : count_refused(err);
}

static enum r302_err aor_of_message(struct r302_aor *aor, struct sip_msg *msg,
		const str *uri, const struct r302_limits *lim)
{
	struct r302_target target;
	enum r302_err err;

	if(uri)
		return r302_request_aor(aor, *uri, lim);
	if(is_register(msg))
		return r302_request_to(aor, msg, lim);
	err = r302_request_target(&target, msg, NULL, lim);
	if(err == R302_OK)
		*aor = target.aor;
	return err;
}

int r302_registrar_has(struct sip_msg *msg, const str *uri,
		const struct r302_limits *lim, time_t now)
{
	struct r302_aor aor;

	if(aor_of_message(&aor, msg, uri, lim) != R302_OK)
		return -1;
	return r302_location_get(&snapshot, r302_aor_str(&aor), now) == R302_OK
				   ? 1
				   : -1;
}

/* @return 1, -1 there was none, -2 not now */
static int remove_kept(str aor, const struct r302_uri *uri,
		const struct r302_limits *lim, time_t now)
{
	if(r302_persist_reserve(0, R302_WANTED_REMOVE) != R302_OK)
		return -2;
	if(r302_location_remove(aor, uri, lim->remember_users, now, &gone) == 0
			&& gone.n == 0) {
		r302_persist_cancel(0);
		return -1;
	}
	r302_persist_post(0, aor, &gone, NULL);
	return 1;
}

int r302_registrar_remove(const str *uri, const str *contact,
		const struct r302_limits *lim, time_t now)
{
	struct r302_aor aor;
	struct r302_uri u;
	int removed;

	if(r302_aor_of_text(&aor, *uri, lim->use_domain) != R302_OK)
		return -1;
	if(contact && r302_uri_split(&u, *contact) < 0)
		return -1;
	if(r302_persist_is_on())
		return remove_kept(r302_aor_str(&aor), contact ? &u : NULL, lim, now);
	removed = r302_location_remove(r302_aor_str(&aor), contact ? &u : NULL,
			lim->remember_users, now, NULL);
	return removed ? 1 : -1;
}
