/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "location.h"

/*
 * Random sequences of requests against a model that is too simple to be wrong: a
 * list of what each URI is bound to. The location service must say the same as
 * the model after each of them.
 */

#define URIS 7	  /* contacts a user may have */
#define AORS 3	  /* users */
#define CALLIDS 2 /* Call-IDs a user's phones may use */
#define STEPS 6000

struct phone
{
	int bound;
	int callid;
	uint32_t cseq;
	uint32_t expires;
	time_t modified;
	int q_milli;
	int params; /* a number in its parameters: other strings, other block */
};

struct model
{
	struct phone phone[URIS];
	int known;			  /* has been bound: 1, or 2 when it may be forgotten */
	uint32_t known_until; /* without a binding */
};

/** A request as numbers. */
struct ask
{
	int aor;
	int callid;
	uint32_t cseq;
	int wildcard;
	int replace;
	int n;
	struct
	{
		int uri;
		uint32_t expires;
		int q_milli;
		int params;
	} contact[3];
};

static struct model model[AORS];
static struct r302_register req;
static struct r302_snapshot snap;
static struct r302_limits lim;
static time_t now;

static int is_live(const struct phone *p)
{
	return p->bound && p->expires > now;
}

/* ---- the model */

static int count_asking(const struct ask *a)
{
	int i, n = 0;

	for(i = 0; i < a->n; i++)
		n += a->contact[i].expires > 0;
	return n;
}

static int is_named(const struct ask *a, int uri)
{
	int i;

	for(i = 0; i < a->n; i++) {
		if(a->contact[i].uri == uri)
			return 1;
	}
	return 0;
}

/* every contact that asks for time is a binding made by this very request */
static int is_repeated(const struct model *m, const struct ask *a)
{
	int i;

	for(i = 0; i < a->n; i++) {
		const struct phone *p = &m->phone[a->contact[i].uri];
		if(a->contact[i].expires == 0 && is_live(p))
			return 0; /* it would be gone */
		if(a->contact[i].expires
				&& (!is_live(p) || p->callid != a->callid || p->cseq != a->cseq
						|| p->modified + 32 < now))
			return 0;
	}
	return 1;
}

/* @return -1 when a binding of the same Call-ID is newer, whether it is named or
 * not; 1 when one that is named is as new; 0 when all are older */
static int order_of(const struct model *m, const struct ask *a)
{
	int u, same = 0;

	for(u = 0; u < URIS; u++) {
		const struct phone *p = &m->phone[u];
		if(!is_live(p) || p->callid != a->callid || (!a->n && !a->wildcard))
			continue;
		if(a->cseq < p->cseq || (a->wildcard && a->cseq == p->cseq))
			return -1;
		if(a->cseq == p->cseq && is_named(a, u))
			same = 1;
	}
	return same && !is_repeated(m, a) ? -1 : same;
}

static void put_contact(struct model *m, const struct ask *a, int i)
{
	struct phone *p = &m->phone[a->contact[i].uri];

	p->bound = a->contact[i].expires > 0;
	p->callid = a->callid;
	p->cseq = a->cseq;
	p->modified = now;
	p->expires =
			(uint32_t)now
			+ (a->contact[i].expires > lim.max_expires ? lim.max_expires
													   : a->contact[i].expires);
	p->q_milli = a->contact[i].q_milli;
	p->params = a->contact[i].params;
}

static int count_live(const struct model *m)
{
	int u, n = 0;

	for(u = 0; u < URIS; u++)
		n += is_live(&m->phone[u]);
	return n;
}

static void forget_all(struct model *m, const struct ask *a)
{
	int u;

	for(u = 0; u < URIS; u++) {
		if(a->wildcard || (a->replace && count_asking(a) && !is_named(a, u)))
			m->phone[u].bound = 0;
	}
}

static enum r302_err model_take(struct model *m, const struct ask *a)
{
	struct model after = *m;
	int i, u, order, added = 0, had = count_live(m);

	for(i = 0; i < a->n; i++) {
		if(a->contact[i].expires > 0 && a->contact[i].expires < lim.min_expires)
			return R302_E_INTERVAL;
	}
	if(count_asking(a) > lim.max_contacts)
		return R302_E_TOO_MANY;
	order = order_of(m, a);
	if(order)
		return order < 0 ? R302_E_STALE : R302_OK;
	forget_all(&after, a);
	for(i = 0; i < a->n; i++)
		put_contact(&after, a, i);
	for(u = 0; u < URIS; u++)
		added += is_live(&after.phone[u]) && !is_live(&m->phone[u]);
	if(added && count_live(&after) > lim.max_contacts)
		return R302_E_TOO_MANY;
	if(had && !count_live(&after))
		after.known_until = (uint32_t)now + lim.remember_users;
	*m = after;
	if(added)
		m->known = 1;
	return R302_OK;
}

/* ---- the same for the module */

static void print_contacts(char *text, size_t size, const struct ask *a)
{
	int i, n = 0;

	text[0] = '\0';
	for(i = 0; i < a->n; i++)
		n += snprintf(text + n, size - n,
				"%s<sip:u%d@h>;x=%d;q=0.%03d;expires=%u", i ? "," : "",
				a->contact[i].uri, a->contact[i].params, a->contact[i].q_milli,
				a->contact[i].expires);
}

static enum r302_err module_take(const struct ask *a)
{
	static const char *const names[] = {"1001", "1002", "1003"};
	static const char *const callids[] = {"x", "y"};
	struct r302_done done;
	char text[512];

	print_contacts(text, sizeof(text), a);
	given_register(&req, names[a->aor], callids[a->callid], a->cseq,
			a->wildcard ? "*" : text, GIVEN_NONE);
	req.replace = a->replace;
	return r302_location_update(&snap, &done, &req, &lim, now, NULL);
}

static void fail_at(int step, const char *what)
{
	fail_row("step %d at %ld: %s\n", step, (long)(now - GIVEN_NOW), what);
}

static const struct phone *phone_of(
		const struct model *m, const struct r302_binding *b)
{
	str uri = r302_binding_text(b, R302_T_URI);

	assert_int_equal(uri.len, 8);
	return &m->phone[uri.s[5] - '0'];
}

static void compare_binding(
		int step, const struct model *m, const struct r302_binding *b)
{
	const struct phone *p = phone_of(m, b);
	char params[80];

	snprintf(params, sizeof(params), "x=%d;q=0.%03d", p->params, p->q_milli);
	if(!is_live(p))
		fail_at(step, "a binding that should not be there");
	if(p->expires != b->expires || p->cseq != b->cseq
			|| p->q_milli != b->q_milli)
		fail_at(step, "another expiry, CSeq or q");
	if(memcmp(r302_binding_text(b, R302_T_PARAMS).s, params, strlen(params))
			!= 0)
		fail_at(step, "other parameters");
	if(*r302_binding_text(b, R302_T_CALLID).s != "xy"[p->callid])
		fail_at(step, "another Call-ID");
}

static void compare(int step, int who)
{
	static const char *const names[] = {"1001", "1002", "1003"};
	const struct model *m = &model[who];
	enum r302_err err = r302_location_get(&snap, given_text(names[who]), now);
	int i;

	if(snap.n != count_live(m))
		fail_at(step, "another number of bindings");
	if(err == R302_E_UNKNOWN && m->known == 1 && m->known_until > now)
		fail_at(step, "a user was forgotten");
	if(err == R302_E_UNBOUND && !m->known)
		fail_at(step, "a user is known who never was there");
	for(i = 0; i < snap.n; i++) {
		compare_binding(step, m, snap.binding[i]);
		if(i && snap.binding[i - 1]->q_milli < snap.binding[i]->q_milli)
			fail_at(step, "not the best first");
	}
}

static void compare_gauges(int step)
{
	long aors = 0, bindings = 0;
	int i;

	for(i = 0; i < AORS; i++) {
		bindings += count_live(&model[i]);
		aors += count_live(&model[i]) > 0;
	}
	if(r302_table_bindings() != bindings || r302_table_aors() != aors)
		fail_at(step, "other gauges");
}

/* ---- chance */

static void make_ask(struct ask *a, uint64_t *seed)
{
	static const uint32_t times[] = {0, 0, 1, 59, 60, 100, 300, 3600, 100000};
	static uint32_t cseq = 1;
	uint32_t r = given_random(seed);
	int i, j;

	memset(a, 0, sizeof(*a));
	a->aor = r % AORS;
	a->callid = (r >> 4) % CALLIDS;
	/* mostly newer, at times the same again or older */
	cseq += (r >> 8) % 3;
	a->cseq = (r >> 12) % 8 == 0 && cseq > 5 ? cseq - (r >> 16) % 5 : cseq;
	a->wildcard = (r >> 20) % 40 == 0;
	a->replace = (r >> 24) % 8 == 0;
	a->n = a->wildcard ? 0 : given_random(seed) % 4;
	for(i = 0; i < a->n; i++) {
		r = given_random(seed);
		a->contact[i].uri = r % URIS;
		a->contact[i].expires = times[(r >> 8) % N_OF(times)];
		a->contact[i].q_milli = (r >> 16) % 10 * 100;
		a->contact[i].params = (r >> 24) % 3;
		for(j = 0; j < i; j++) {
			if(a->contact[j].uri == a->contact[i].uri)
				a->n = i; /* once each */
		}
	}
}

/* now and then there is no memory: then no binding may have changed */
static void take(int step, const struct ask *a, uint64_t *seed)
{
	struct model before = model[a->aor];
	int i, memory = given_random(seed) % 10 != 0;
	enum r302_err want, got;

	core_fail_all(!memory);
	got = module_take(a);
	core_fail_all(0);
	want = model_take(&model[a->aor], a);
	if(got == R302_E_NOMEM && want == R302_OK)
		model[a->aor] = before;
	else if(got != want)
		fail_at(step, r302_error_reason(got)->s);
	/* without memory the names of users without bindings make room */
	for(i = 0; !memory && i < AORS; i++) {
		if(model[i].known && !count_live(&model[i]))
			model[i].known = 2;
	}
}

static void remove_one(int step, uint64_t *seed)
{
	static const char *const names[] = {"1001", "1002", "1003"};
	int who = given_random(seed) % AORS, u = given_random(seed) % URIS;
	struct phone *p = &model[who].phone[u];
	struct r302_uri uri;
	char text[32];

	snprintf(text, sizeof(text), "sip:u%d@h", u);
	uri = given_uri(text);
	if(r302_location_remove(
			   given_text(names[who]), &uri, lim.remember_users, now, NULL)
			!= is_live(p))
		fail_at(step, "an operator removed something else");
	p->bound = 0;
	model[who].known_until = (uint32_t)now + lim.remember_users;
}

static void run(uint64_t seed)
{
	struct ask a;
	int step, i;

	print_message("# seed %lu, %d steps\n", (unsigned long)seed, STEPS);
	memset(model, 0, sizeof(model));
	lim = given_limits();
	lim.max_contacts = 5;
	now = GIVEN_NOW;
	assert_int_equal(r302_table_init(now), 0);
	for(step = 0; step < STEPS; step++) {
		now += given_random(&seed) % 20 ? given_random(&seed) % 8
										: given_random(&seed) % 900;
		if(step % 50 == 7)
			remove_one(step, &seed);
		make_ask(&a, &seed);
		take(step, &a, &seed);
		for(i = 0; i < AORS; i++)
			compare(step, i);
		r302_location_sweep(now, lim.remember_users, 1000);
		if(step % 10 == 0)
			compare_gauges(step);
		given_free_texts();
	}
	r302_table_destroy();
}

static void test_the_module_agrees_with_the_model(void **state)
{
	run(302);
	run(3261);
	run(5626);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_the_module_agrees_with_the_model)};

	UNIT_RUN(tests, argc, argv);
}
