/* SPDX-License-Identifier: MIT */
#include "../../core/dprint.h"
#include "location.h"
#include "registrar.h"
#include "reply.h"
#include "request.h"
#include "stats.h"

/* scratch memory of this process: one request at a time */
static struct r302_register request;
static struct r302_snapshot snapshot;

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

enum r302_saved r302_registrar_save(struct sip_msg *msg, int flags,
		const struct r302_limits *lim, time_t now)
{
	struct r302_done done = {0, 0, 0, 0};
	enum r302_sent sent;
	enum r302_err err;

	if(!is_register(msg)) {
		LM_WARN("reg302_save() was called for a request that is no REGISTER: "
				"nothing done\n");
		return R302_SAVED_INTERNAL;
	}
	err = r302_request_register(&request, msg, lim);
	request.replace = (flags & R302_SAVE_REPLACE) != 0;
	if(err == R302_OK)
		err = r302_location_update(&snapshot, &done, &request, lim, now, NULL);
	if(err == R302_E_NOMEM)
		log_no_memory(now);
	sent = r302_reply_register(msg, err, &request, &snapshot, lim, now, NULL);
	if(sent == R302_REPLY_REPEATED) {
		LM_WARN("reg302_save() was called for a REGISTER that has its reply\n");
		return R302_SAVED_INTERNAL;
	}
	if(sent == R302_REPLY_NOT_BUILT) {
		err = R302_E_INTERNAL;
		r302_reply_register(msg, err, &request, NULL, lim, now, NULL);
	}
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
	removed = r302_location_remove(r302_aor_str(&aor), contact ? &u : NULL,
			lim->remember_users, now, NULL);
	return removed ? 1 : -1;
}
