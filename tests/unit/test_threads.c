/* SPDX-License-Identifier: MIT */
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>
#include "unit.h"
#include "location.h"

/*
 * Threads in place of processes, under the thread sanitizer. A thread must not
 * jump out of a failed assertion: it counts what is wrong and goes on.
 */

#define USERS 400
#define CROWD 9000 /* users that come and go, so that the table grows */
#define WORKERS 3
#define ROUNDS 20000
#define MAX_CONTACTS 4

struct worker
{
	pthread_t thread;
	uint64_t seed;
	int number;
	struct r302_register req;
	struct r302_snapshot snap;
	long updates;
};

static struct worker workers[WORKERS];
static struct r302_limits lim;
static atomic_int now, working;
static atomic_long wrong;

static void expect(int fine, const char *what)
{
	if(!fine && wrong++ < 10)
		fprintf(stderr, "%s\n", what);
}

static int print_user(char *text, size_t size, int user)
{
	return snprintf(text, size, "u%d", user);
}

/* kinds of phones: few that stay and many that come and go, so that what they
 * share is made, taken up again and reaped all the time */
static void make_kind(
		struct r302_origin *o, char *text, size_t size, uint32_t r)
{
	static char sockets[2];

	o->user_agent.s = text;
	o->user_agent.len = snprintf(
			text, size, "kind/%d", r & 1 ? (int)(r >> 8) % 5 : (int)(r >> 8));
	o->source.sock = (struct socket_info *)&sockets[(r >> 1) & 1];
	if(r & 4) {
		o->path.s = r & 8 ? "<sip:edge;lr>" : "<sip:own@edge;lr>";
		o->path.len = (int)strlen(o->path.s);
	}
}

/* a REGISTER without the helpers of given.c, which are for one thread */
static void make_request(struct worker *w, char *text, size_t size, int user)
{
	static _Thread_local char agent[32];

	uint32_t r = given_random(&w->seed);
	struct r302_register *req = &w->req;
	str rest;

	memset(req, 0, offsetof(struct r302_register, contact));
	req->aor.len = print_user(req->aor.s, sizeof(req->aor.s), user);
	req->origin.callid.s = w->number % 2 ? "odd" : "even";
	req->origin.callid.len = w->number % 2 ? 3 : 4;
	req->origin.cseq = (uint32_t)++w->updates;
	req->origin.source.proto = PROTO_UDP;
	make_kind(&req->origin, agent, sizeof(agent), given_random(&w->seed));
	rest.s = text;
	rest.len = snprintf(text, size, "<sip:u%d@h%d>;x=%d;expires=%d", user,
			(int)(r % 6), (int)(r >> 8) % 3, (r >> 12) % 5 ? 60 : 0);
	expect(r302_contact_next(&rest, &req->contact[0]) == 1, "no contact");
	req->n = 1;
	req->wildcard = (r >> 16) % 50 == 0;
	req->replace = (r >> 24) % 20 == 0;
}

static int begins(str s, const char *with)
{
	return s.len >= (int)strlen(with) && memcmp(s.s, with, strlen(with)) == 0;
}

static void check_kind(const struct r302_binding *b)
{
	str path = r302_binding_text(b, R302_T_PATH);

	expect(begins(r302_binding_text(b, R302_T_USER_AGENT), "kind/"),
			"half a User-Agent");
	expect(path.len == 0 || begins(path, "<sip:"), "half a Path");
	expect(r302_binding_source(b).sock != NULL, "no socket");
}

/* every binding of a user belongs to the user, is live, and whole */
static void check_snapshot(const struct r302_snapshot *snap, int user, int at)
{
	char want[32];
	int i, n = snprintf(want, sizeof(want), "sip:u%d@h", user);

	expect(snap->n <= MAX_CONTACTS, "more than max_contacts");
	for(i = 0; i < snap->n; i++) {
		str uri = r302_binding_text(snap->binding[i], R302_T_URI);
		str callid = r302_binding_text(snap->binding[i], R302_T_CALLID);
		expect(uri.len == n + 1 && memcmp(uri.s, want, n) == 0,
				"somebody else's binding");
		expect((callid.len == 3 && memcmp(callid.s, "odd", 3) == 0)
						|| (callid.len == 4
								&& memcmp(callid.s, "even", 4) == 0),
				"half a Call-ID");
		expect(r302_binding_is_live(snap->binding[i], at), "an expired one");
		check_kind(snap->binding[i]);
	}
}

/* as request.c does: while others insert, take out and let the table grow */
static void expect_user(struct worker *w, int user)
{
	w->req.hash = r302_table_place(r302_aor_str(&w->req.aor)).hash;
	w->req.is_hashed = user % 2;
	r302_table_expect_bucket(w->req.hash);
	r302_table_expect_record(w->req.hash);
}

static void update(struct worker *w, int user)
{
	struct r302_done done;
	enum r302_err err;
	char text[128];
	int at = now;

	make_request(w, text, sizeof(text), user);
	expect_user(w, user);
	err = r302_location_update(&w->snap, &done, &w->req, &lim, at, NULL);
	expect(err == R302_OK || err == R302_E_STALE || err == R302_E_TOO_MANY,
			"an outcome that cannot be");
	if(err == R302_OK)
		check_snapshot(&w->snap, user, at);
}

static void look_up(struct worker *w, int user)
{
	char text[16];
	str aor = {text, print_user(text, sizeof(text), user)};
	int at = now;

	if(w->seed % 8 == 0) { /* as the writer of the database does */
		r302_location_take_dirty(&w->snap, aor, at);
		check_snapshot(&w->snap, user, at);
	} else if(r302_location_get(&w->snap, aor, at) == R302_OK) {
		expect(w->snap.n > 0, "found, and nothing there");
		check_snapshot(&w->snap, user, at);
	}
}

static void remove_all(int user)
{
	char text[16];
	str aor = {text, print_user(text, sizeof(text), user)};

	expect(r302_location_remove(aor, NULL, 1, now, NULL) <= MAX_CONTACTS,
			"more removed than there were");
}

/* a walk comes past each user at most once: their order never goes back */
static long walk(struct r302_record *block, long *bindings)
{
	struct r302_cursor cursor;
	long n = 0;

	memset(&cursor, 0, sizeof(cursor));
	for(*bindings = 0; r302_table_next(&cursor, block); n++) {
		expect(block->n > 0, "a user without a binding");
		*bindings += block->n;
	}
	expect(n <= USERS + CROWD, "more users than there are");
	return n;
}

static void *work(void *arg)
{
	struct worker *w = arg;
	long bindings;
	int i, user;

	for(i = 0; i < ROUNDS; i++) {
		uint32_t r = given_random(&w->seed);
		user = (int)(r >> 8) % (r % 2 ? USERS : USERS + CROWD);
		if(r % 100 < 60)
			update(w, user);
		else if(r % 100 < 95)
			look_up(w, user);
		else if(r % 100 < 99)
			remove_all(user);
		else if(i % 8 == 0)
			walk(&w->snap.copy.record, &bindings);
	}
	working--;
	return NULL;
}

/* one sweeper, as in the server: the timer's process */
static void sweep_meanwhile(void)
{
	while(working) {
		now++;
		r302_location_sweep(now, 5, 100);
		r302_intern_reap(512);
		usleep(10000);
	}
}

static void run_all(void)
{
	int i;

	working = WORKERS;
	for(i = 0; i < WORKERS; i++) {
		workers[i].number = i;
		workers[i].seed = 302 + i;
		assert_int_equal(
				pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
	}
	sweep_meanwhile();
	for(i = 0; i < WORKERS; i++)
		pthread_join(workers[i].thread, NULL);
}

static void test_parallel_work_leaves_a_sound_table(void **state)
{
	long bindings, aors, buckets;

	lim = given_limits();
	lim.min_expires = 0;
	lim.max_contacts = MAX_CONTACTS;
	lim.remember_users = 5;
	now = GIVEN_NOW;
	assert_int_equal(r302_table_init(now), 0);
	buckets = r302_table_buckets();
	run_all();
	aors = walk(&workers[0].snap.copy.record, &bindings);
	assert_int_equal(aors, r302_table_aors());
	assert_int_equal(bindings, r302_table_bindings());
	assert_true(r302_table_buckets() > buckets);
	while(r302_location_sweep(now + 100000, 0, 1000).seen)
		;
	assert_int_equal(r302_table_bindings(), 0);
	r302_intern_reap_all();
	assert_int_equal(r302_intern_entries(), 0);
	assert_int_equal(wrong, 0);
	r302_table_destroy();
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_parallel_work_leaves_a_sound_table)};

	UNIT_RUN(tests, argc, argv);
}
