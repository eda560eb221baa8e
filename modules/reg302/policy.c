/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "policy.h"

/* RFC 3261 10.3 (7): a 423 is only for what is also below one hour */
#define ONE_HOUR 3600

#define NOBODY (-1)

/** Who is about whom: the state of one decision. */
struct match
{
	const struct r302_register *req;
	const struct r302_record *rec;
	time_t now;
	int of_contact[R302_CONTACTS_MAX]; /* binding it is about, or NOBODY */
	int of_binding[R302_CONTACTS_MAX]; /* contact about it, or NOBODY */
	int replace;		   /* the others go: some contact is to stay */
	const char *overruled; /* contacts that a later one says again */
};

uint32_t r302_policy_asked(const struct r302_register *req,
		const struct r302_contact *c, const struct r302_limits *lim)
{
	if(c->has_expires)
		return c->expires;
	return req->has_expires ? req->expires : lim->default_expires;
}

static int is_too_brief(uint32_t asked, const struct r302_limits *lim)
{
	return asked > 0 && asked < lim->min_expires && asked < ONE_HOUR;
}

/* Shorter by up to expires_range percent, each contact by its own share: phones
 * that came in one wave come back spread. The share is made of the contact, so a
 * phone is told the same every time, and phones drift further apart. */
static uint32_t spread(uint32_t lifetime, const struct r302_contact *c,
		const struct r302_limits *lim)
{
	/* the upper bits of a product depend on all bits of the hash */
	uint64_t share = (uint32_t)(c->uri_hash * 2654435761u);
	uint64_t most = (uint64_t)lifetime * (uint64_t)lim->expires_range / 100;

	if(lifetime <= lim->min_expires)
		return lifetime;
	if(most > lifetime - lim->min_expires)
		most = lifetime - lim->min_expires;
	if(most == lifetime)
		most--; /* 0 would be no binding */
	return lifetime - (uint32_t)((most + 1) * share >> 32);
}

/* the registrar may only shorten, never lengthen */
static uint32_t expires_at(uint32_t asked, const struct r302_contact *c,
		const struct r302_limits *lim, time_t now)
{
	if(lim->max_expires && asked > lim->max_expires)
		asked = lim->max_expires;
	if(asked >= R302_NEVER - (uint32_t)now)
		return R302_NEVER;
	return (uint32_t)now + spread(asked, c, lim);
}

static int bindings_of(const struct r302_record *rec)
{
	return rec ? rec->n : 0;
}

static int is_live(const struct match *m, int i)
{
	return r302_binding_is_live(&m->rec->binding[i], m->now);
}

/* as r302_binding_matches(), but two addresses of one phone may stand in one
 * request (RFC 5627 5.1) */
static int are_one(const struct r302_contact *a, const struct r302_contact *b)
{
	if(a->instance.len && b->instance.len) {
		if(a->instance.len != b->instance.len
				|| memcmp(a->instance.s, b->instance.s, a->instance.len) != 0)
			return 0;
		if(a->reg_id && b->reg_id)
			return a->reg_id == b->reg_id;
	}
	return a->uri_hash == b->uri_hash && r302_uri_equal(&a->uri, &b->uri);
}

void r302_policy_prepare(
		struct r302_plan *plan, const struct r302_register *req)
{
	int i, j;

	for(i = 0; i < req->n; i++) {
		plan->overruled[i] = 0;
		for(j = i + 1; j < req->n && !plan->overruled[i]; j++)
			plan->overruled[i] =
					(char)are_one(&req->contact[i], &req->contact[j]);
	}
}

static void pair(struct match *m, int contact, int binding)
{
	m->of_contact[contact] = binding;
	m->of_binding[binding] = contact;
}

/** How sure it is that a contact is about a binding, from the surest. */
enum closeness
{
	SAME_TEXT, /* URIs that are equal need not be equal to a third (RFC 3261
				 * 19.1.4): the one written alike comes first */
	SAME_URI,  /* a phone with two contacts and one instance finds both again */
	SAME_PHONE, /* it has moved */
	CLOSENESSES
};

static int is_close(const struct r302_binding *b, const struct r302_contact *c,
		enum closeness how)
{
	str text = r302_binding_text(b, R302_T_URI);

	if(!r302_binding_matches(b, c))
		return 0;
	if(how == SAME_TEXT)
		return text.len == c->uri.whole.len
			   && memcmp(text.s, c->uri.whole.s, text.len) == 0;
	return how == SAME_PHONE || r302_binding_has_uri(b, &c->uri, c->uri_hash);
}

static int find_binding(
		const struct match *m, const struct r302_contact *c, enum closeness how)
{
	int i;

	for(i = 0; i < bindings_of(m->rec); i++) {
		if(m->of_binding[i] == NOBODY && is_live(m, i)
				&& is_close(&m->rec->binding[i], c, how))
			return i;
	}
	return NOBODY;
}

static void find_pairs(struct match *m, enum closeness how)
{
	int i, j;

	for(j = 0; j < m->req->n; j++) {
		if(m->overruled[j] || m->of_contact[j] != NOBODY)
			continue;
		i = find_binding(m, &m->req->contact[j], how);
		if(i != NOBODY)
			pair(m, j, i);
	}
}

static void match_all(struct match *m)
{
	int i, how;

	for(i = 0; i < m->req->n; i++)
		m->of_contact[i] = NOBODY;
	for(i = 0; i < bindings_of(m->rec); i++)
		m->of_binding[i] = NOBODY;
	for(how = SAME_TEXT; how < CLOSENESSES; how++)
		find_pairs(m, how);
}

static int has_callid_of(
		const struct r302_register *req, const struct r302_binding *b)
{
	str callid = r302_binding_text(b, R302_T_CALLID);

	return !req->unordered && callid.len == req->origin.callid.len
		   && memcmp(callid.s, req->origin.callid.s, callid.len) == 0;
}

/* RFC 3261 17.1.2.2: for so long a client repeats its REGISTER */
#define REPEATS 32

/* is this what has come of the contact, just now and by this very request? */
static int is_done(const struct match *m, int contact, uint32_t asked)
{
	const struct r302_binding *b;

	if(m->of_contact[contact] == NOBODY)
		return asked == 0; /* it is gone */
	b = &m->rec->binding[m->of_contact[contact]];
	return asked && has_callid_of(m->req, b) && b->cseq == m->req->origin.cseq
		   && (time_t)b->modified + REPEATS >= m->now;
}

static int is_repeated(const struct match *m, const struct r302_limits *lim)
{
	int j;

	for(j = 0; j < m->req->n; j++) {
		if(!m->overruled[j]
				&& !is_done(m, j,
						r302_policy_asked(m->req, &m->req->contact[j], lim)))
			return 0;
	}
	return 1;
}

/* RFC 3261 10.3 (7): same Call-ID, so the CSeq must have grown. A binding that
 * the request does not name counts as well: a late REGISTER of a phone that
 * has moved since must not bring its old address back. */
static enum r302_err check_order(const struct match *m,
		const struct r302_limits *lim, int *retransmitted)
{
	const struct r302_binding *b;
	int i, equal = 0;

	for(i = 0; m->req->n && i < bindings_of(m->rec); i++) {
		b = &m->rec->binding[i];
		if(!is_live(m, i) || !has_callid_of(m->req, b))
			continue;
		if(m->req->origin.cseq < b->cseq)
			return R302_E_STALE;
		equal |= m->req->origin.cseq == b->cseq && m->of_binding[i] != NOBODY;
	}
	*retransmitted = equal && is_repeated(m, lim);
	return equal && !*retransmitted ? R302_E_STALE : R302_OK;
}

static int count_asking(
		const struct r302_register *req, const struct r302_limits *lim)
{
	int j, n = 0;

	for(j = 0; j < req->n; j++)
		n += r302_policy_asked(req, &req->contact[j], lim) > 0;
	return n;
}

static enum r302_err check_intervals(
		const struct r302_register *req, const struct r302_limits *lim)
{
	int j;

	for(j = 0; j < req->n; j++) {
		if(is_too_brief(r302_policy_asked(req, &req->contact[j], lim), lim))
			return R302_E_INTERVAL;
	}
	return R302_OK;
}

static void add_step(struct r302_plan *plan, int old,
		const struct r302_contact *c, uint32_t expires)
{
	struct r302_step *step = &plan->step[plan->n++];

	step->old = old;
	step->now = c;
	step->expires = expires;
}

/* contacts that no binding knows, in the order of the header */
static void plan_added(struct r302_plan *plan, const struct match *m,
		const struct r302_limits *lim)
{
	const struct r302_contact *c;
	uint32_t asked;
	int j;

	for(j = 0; j < m->req->n; j++) {
		c = &m->req->contact[j];
		asked = r302_policy_asked(m->req, c, lim);
		if(m->overruled[j] || m->of_contact[j] != NOBODY || asked == 0)
			continue;
		add_step(plan, NOBODY, c, expires_at(asked, c, lim, m->now));
		plan->added++;
	}
}

static void plan_old(struct r302_plan *plan, const struct match *m,
		const struct r302_limits *lim)
{
	const struct r302_contact *c;
	uint32_t asked;
	int i;

	for(i = 0; i < bindings_of(m->rec); i++) {
		if(!is_live(m, i))
			continue;
		c = m->of_binding[i] == NOBODY ? NULL
									   : &m->req->contact[m->of_binding[i]];
		asked = c ? r302_policy_asked(m->req, c, lim) : 0;
		if((c && asked == 0) || (!c && m->replace)) {
			plan->removed++;
			continue;
		}
		add_step(plan, i, c, c ? expires_at(asked, c, lim, m->now) : 0);
		plan->updated += c != NULL;
	}
}

static int oldest_untouched(
		const struct r302_plan *plan, const struct r302_record *rec)
{
	int i, oldest = NOBODY;

	for(i = 0; i < plan->n; i++) {
		if(plan->step[i].now)
			continue;
		if(oldest == NOBODY
				|| rec->binding[plan->step[i].old].modified
						   <= rec->binding[plan->step[oldest].old].modified)
			oldest = i;
	}
	return oldest;
}

static void drop_step(struct r302_plan *plan, int i)
{
	plan->n--;
	memmove(&plan->step[i], &plan->step[i + 1],
			(plan->n - i) * sizeof(plan->step[0]));
}

/* a limit that was lowered does not stop a refresh */
static enum r302_err make_room(struct r302_plan *plan,
		const struct r302_record *rec, const struct r302_limits *lim)
{
	int most = lim->max_contacts ? lim->max_contacts : R302_CONTACTS_MAX;
	int oldest;

	while(plan->added && plan->n > most) {
		oldest = lim->replace_oldest ? oldest_untouched(plan, rec) : NOBODY;
		if(oldest == NOBODY)
			return R302_E_TOO_MANY;
		drop_step(plan, oldest);
		plan->evicted++;
	}
	return R302_OK;
}

static int needs_block(const struct r302_plan *plan,
		const struct r302_register *req, const struct r302_record *rec)
{
	const struct r302_step *step;
	int i;

	for(i = 0; i < plan->n; i++) {
		step = &plan->step[i];
		if(step->now
				&& (step->old == NOBODY
						|| !r302_binding_same_texts(&rec->binding[step->old],
								step->now, &req->origin)))
			return 1;
	}
	return 0;
}

/* bytes of what a new binding refers to */
static size_t size_of_share(
		const struct r302_share *share, const struct r302_origin *o)
{
	return share->known ? r302_shared_size(share->with)
						: r302_shared_size_of(o->user_agent, o->path);
}

static void measure(struct r302_plan *plan, const struct r302_register *req,
		const struct r302_record *rec)
{
	const struct r302_step *step;
	const struct r302_binding *b;
	size_t texts = 0, shared = sizeof(void *); /* it begins aligned */
	int i;

	for(i = 0; i < plan->n; i++) {
		step = &plan->step[i];
		if(step->now) {
			texts += r302_binding_texts_size(
					step->now, &req->origin, &plan->share);
			shared += size_of_share(&plan->share, &req->origin);
		} else {
			b = &rec->binding[step->old];
			texts += r302_binding_size_of_texts(b);
			shared += r302_shared_size(b->shared);
		}
	}
	plan->size = r302_record_size(plan->n, req->aor.len, texts);
	plan->whole = plan->size + shared;
}

static enum r302_err choose_change(struct r302_plan *plan,
		const struct r302_register *req, const struct r302_record *rec)
{
	if(needs_block(plan, req, rec)) {
		plan->change = R302_CHANGE_BLOCK;
		measure(plan, req, rec);
		if(plan->whole > R302_RECORD_MAX
				|| (req->room && (int)plan->whole > req->room))
			return R302_E_TOO_MANY;
	} else if(plan->updated || plan->removed) {
		plan->change = R302_CHANGE_IN_PLACE;
	} else {
		plan->change = R302_CHANGE_NONE;
	}
	return R302_OK;
}

/* RFC 3261 10.3 (6): each binding's Call-ID and CSeq count for "*" too */
static enum r302_err plan_wildcard(
		struct r302_plan *plan, const struct match *m)
{
	int i;

	for(i = 0; i < bindings_of(m->rec); i++) {
		if(!is_live(m, i))
			continue;
		if(has_callid_of(m->req, &m->rec->binding[i])
				&& m->req->origin.cseq <= m->rec->binding[i].cseq)
			return R302_E_STALE;
		plan->removed++;
	}
	plan->change = plan->removed ? R302_CHANGE_IN_PLACE : R302_CHANGE_NONE;
	return R302_OK;
}

static enum r302_err plan_contacts(struct r302_plan *plan,
		const struct match *m, const struct r302_limits *lim)
{
	enum r302_err err;

	plan_added(plan, m, lim);
	plan_old(plan, m, lim);
	err = make_room(plan, m->rec, lim);
	if(err == R302_OK)
		err = choose_change(plan, m->req, m->rec);
	return err;
}

enum r302_err r302_policy_plan(struct r302_plan *plan,
		const struct r302_register *req, const struct r302_record *rec,
		const struct r302_limits *lim, time_t now)
{
	struct match m;
	enum r302_err err;
	int retransmitted, asking;

	m.req = req;
	m.rec = rec;
	m.now = now;
	m.overruled = plan->overruled;
	r302_plan_start_over(plan);
	if(req->wildcard)
		return plan_wildcard(plan, &m);
	err = check_intervals(req, lim);
	asking = count_asking(req, lim);
	if(err == R302_OK && lim->max_contacts && asking > lim->max_contacts)
		err = R302_E_TOO_MANY; /* before any work is done for them */
	if(err != R302_OK)
		return err;
	m.replace = req->replace && asking;
	match_all(&m);
	err = check_order(&m, lim, &retransmitted);
	if(err != R302_OK)
		return err;
	plan->retransmitted = retransmitted;
	return retransmitted ? R302_OK : plan_contacts(plan, &m, lim);
}

static int is_newer(const struct r302_binding *b,
		const struct r302_register *req, uint32_t modified)
{
	return b->modified > modified
		   || (b->modified == modified && b->cseq > req->origin.cseq);
}

enum r302_err r302_policy_load(struct r302_plan *plan,
		const struct r302_register *req, const struct r302_record *rec,
		uint32_t expires, uint32_t modified)
{
	const struct r302_contact *c = &req->contact[0];
	struct r302_step *step = plan->step;
	int i;

	r302_plan_start_over(plan);
	for(i = 0; i < bindings_of(rec); i++) {
		if(!r302_binding_matches(&rec->binding[i], c)) {
			step->old = i;
			step->now = NULL;
			step++;
		} else if(is_newer(&rec->binding[i], req, modified)) {
			return R302_E_STALE;
		}
	}
	step->old = NOBODY;
	step->now = c;
	step->expires = expires;
	plan->n = (int)(step - plan->step) + 1;
	plan->change = R302_CHANGE_BLOCK;
	if(plan->n > R302_CONTACTS_MAX)
		return R302_E_TOO_MANY;
	measure(plan, req, rec);
	return plan->whole > R302_RECORD_MAX ? R302_E_TOO_MANY : R302_OK;
}
