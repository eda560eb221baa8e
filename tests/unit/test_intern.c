/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "intern.h"
#include "location.h"

static char socket_a, socket_b; /* nobody looks inside */

#define SOCKET(s) ((struct socket_info *)&(s))

static const struct r302_shared *get_with(
		char *sock, const char *agent, const char *path)
{
	struct r302_share share = {NULL, 0};

	assert_int_equal(r302_intern_get(&share, (struct socket_info *)sock,
							 given_text(agent), given_text(path)),
			0);
	assert_int_equal(share.known, 1);
	return share.with;
}

static const struct r302_shared *get(const char *agent, const char *path)
{
	return get_with(&socket_a, agent, path);
}

static void assert_shared(
		const struct r302_shared *s, const char *agent, const char *path)
{
	str a = {(char *)s->text, s->agent_len};
	str p = {(char *)s->text + s->agent_len, s->path_len};

	assert_str(a, agent);
	assert_str(p, path);
}

static void test_what_is_the_same_stands_once(void **state)
{
	const struct r302_shared *a = get("phone/1.0", "<sip:edge;lr>");
	const struct r302_shared *b = get("phone/1.0", "<sip:edge;lr>");

	assert_ptr_equal(a, b);
	assert_int_equal(r302_intern_entries(), 1);
	assert_ptr_equal(a->sock, &socket_a);
	assert_shared(a, "phone/1.0", "<sip:edge;lr>");
	r302_intern_put(a);
	r302_intern_put(b);
}

static void test_what_differs_stands_apart(void **state)
{
	const struct r302_shared *s[5];
	int i, j;

	s[0] = get("phone/1.0", "<sip:edge;lr>");
	s[1] = get("phone/1.0", "");
	s[2] = get("", "<sip:edge;lr>");
	s[3] = get("phone/1.0<sip:edge;lr>", "");
	s[4] = get_with(&socket_b, "phone/1.0", "");
	for(i = 0; i < 5; i++) {
		for(j = 0; j < i; j++)
			assert_ptr_not_equal(s[i], s[j]);
	}
	assert_int_equal(r302_intern_entries(), 5);
	for(i = 0; i < 5; i++)
		r302_intern_put(s[i]);
}

static void test_nothing_to_share_needs_no_entry(void **state)
{
	assert_null(get_with(NULL, "", ""));
	assert_int_equal(r302_intern_entries(), 0);
	r302_intern_put(NULL);
	r302_intern_hold(NULL);
	assert_int_equal(r302_shared_size(NULL), 0);
}

/* RFC 5626 5.1: an edge proxy puts a flow token there, or received */
static void test_a_path_of_one_phone_is_not_shared(void **state)
{
	static const char *const own[] = {"<sip:token@edge;lr;ob>",
			"<sip:edge;lr;received=sip:192.0.2.1:5060>",
			"<sip:edge;lr>,<sip:e2;RECEIVED=x>"};
	const struct r302_shared *s;
	int i;

	assert_int_equal(r302_intern_repeats(given_text("<sip:edge;lr>")), 1);
	assert_int_equal(r302_intern_repeats(given_text("")), 1);
	for(i = 0; i < N_OF(own); i++) {
		assert_int_equal(r302_intern_repeats(given_text(own[i])), 0);
		s = get("phone/1.0", own[i]);
		assert_shared(s, "phone/1.0", "");
		r302_intern_put(s);
	}
	assert_int_equal(r302_intern_entries(), 1);
}

static void test_only_what_nobody_refers_to_is_reaped(void **state)
{
	const struct r302_shared *kept = get("kept", ""), *gone = get("gone", "");

	r302_intern_hold(gone);
	r302_intern_put(gone);
	assert_int_equal(r302_intern_reap_all(), 0);
	r302_intern_put(gone);
	assert_int_equal(r302_intern_entries(), 2); /* it waits */
	assert_int_equal(r302_intern_reap_all(), 1);
	assert_int_equal(r302_intern_entries(), 1);
	assert_shared(kept, "kept", "");
	r302_intern_put(kept);
}

static void test_what_waits_to_be_reaped_is_taken_up_again(void **state)
{
	const struct r302_shared *s = get("phone/1.0", "");
	long n;

	r302_intern_put(s);
	n = core_allocations();
	assert_ptr_equal(get("phone/1.0", ""), s);
	assert_int_equal(core_allocations(), n);
	assert_int_equal(r302_intern_reap_all(), 0);
	r302_intern_put(s);
}

static void test_reaping_goes_round_in_steps(void **state)
{
	char agent[32];
	int i, calls, reaped = 0;

	for(i = 0; i < 1000; i++) {
		snprintf(agent, sizeof(agent), "phone/%d", i);
		r302_intern_put(get(agent, ""));
	}
	assert_true(r302_intern_reap(512) < 200); /* a sixteenth is 62 */
	for(calls = 1; r302_intern_entries() && calls < 16; calls++)
		reaped += r302_intern_reap(512);
	assert_int_equal(r302_intern_entries(), 0);
	assert_true(reaped > 800);
}

static struct r302_share other;

static void another_process_is_first(void)
{
	other.with = get("phone/1.0", "");
}

static void test_of_two_that_make_it_at_once_one_counts(void **state)
{
	const struct r302_shared *mine;

	core_meanwhile(another_process_is_first);
	mine = get("phone/1.0", "");
	assert_ptr_equal(mine, other.with);
	assert_int_equal(r302_intern_entries(), 1);
	r302_intern_put(mine);
	r302_intern_put(other.with);
}

static void test_without_memory_nothing_is_taken(void **state)
{
	struct r302_share share = {NULL, 0};

	core_fail_all(1);
	assert_int_equal(r302_intern_get(&share, SOCKET(socket_a),
							 given_text("phone/1.0"), given_text("")),
			-1);
	assert_int_equal(share.known, 0);
	assert_null(share.with);
	assert_int_equal(r302_intern_entries(), 0);
}

/* ---- in the location service */

static struct r302_register req;
static struct r302_snapshot snap;
static struct r302_done done;
static struct r302_limits lim;
static uint32_t cseq;

static int start(void **state)
{
	unit_setup(state);
	lim = given_limits();
	return r302_table_init(GIVEN_NOW);
}

static int end(void **state)
{
	r302_table_destroy();
	return unit_teardown(state);
}

static enum r302_err register_with(
		const char *aor, const char *contacts, const char *agent, char *sock)
{
	given_register(&req, aor, "c", ++cseq, contacts, GIVEN_NONE);
	req.origin.user_agent = given_text(agent);
	req.origin.source.sock = (struct socket_info *)sock;
	return r302_location_update(&snap, &done, &req, &lim, GIVEN_NOW, NULL);
}

/* many phones of as many kinds; @return the kind of phone i */
static void fill_up(int kinds)
{
	static char agent[32];
	struct r302_share share;
	str s = {agent, 0};
	int i;

	for(i = 0; i < kinds; i++) {
		s.len = snprintf(agent, sizeof(agent), "kind/%d", i);
		r302_intern_get(&share, NULL, s, given_text(""));
		r302_intern_put(share.with);
		if(i % 1000 == 0)
			given_free_texts();
	}
}

static void test_a_phone_keeps_to_itself_what_has_no_room(void **state)
{
	const struct r302_binding *b;

	fill_up(R302_INTERN_MAX);
	assert_int_equal(r302_intern_entries(), R302_INTERN_MAX);
	assert_int_equal(
			register_with("1001", "<sip:a@h>", "rare/1.0", &socket_a), R302_OK);
	b = snap.binding[0];
	assert_str(r302_binding_text(b, R302_T_USER_AGENT), "rare/1.0");
	assert_str(r302_binding_text(b, R302_T_URI), "sip:a@h");
	assert_ptr_equal(r302_binding_source(b).sock, &socket_a);
	assert_int_equal(r302_intern_entries(), R302_INTERN_MAX + 1);
	assert_int_equal(
			register_with("1001", "<sip:a@h>", "rare/1.0", &socket_a), R302_OK);
	assert_int_equal(done.updated, 1);
	assert_int_equal(
			register_with("1003", "<sip:a@h>", "rare/2.0", &socket_a), R302_OK);
	assert_int_equal(
			register_with("1002", "<sip:a@h>", "kind/7", NULL), R302_OK);
	assert_str(r302_binding_text(snap.binding[0], R302_T_USER_AGENT), "kind/7");
	assert_int_equal(r302_intern_entries(), R302_INTERN_MAX + 1);
}

static void test_a_path_of_ones_own_is_kept_beside_a_shared_agent(void **state)
{
	const struct r302_binding *b;

	given_register(&req, "1001", "c", ++cseq, "<sip:a@h>", GIVEN_NONE);
	req.origin.path = given_text("<sip:token@edge;lr;ob>");
	assert_int_equal(
			r302_location_update(&snap, &done, &req, &lim, GIVEN_NOW, NULL),
			R302_OK);
	b = snap.binding[0];
	assert_str(r302_binding_text(b, R302_T_PATH), "<sip:token@edge;lr;ob>");
	assert_str(r302_binding_text(b, R302_T_USER_AGENT), "phone/1.0");
	assert_int_equal(b->shared->agent_len, 9);
	assert_int_equal(b->shared->path_len, 0);
}

static void test_a_refresh_asks_for_nothing(void **state)
{
	long n;

	register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a);
	n = core_allocations();
	register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a);
	assert_int_equal(done.updated, 1);
	assert_int_equal(core_allocations(), n);
}

/* another socket, another User-Agent: another entry, and the old one goes */
static void test_a_phone_that_changes_lets_go_of_what_it_shared(void **state)
{
	register_with("1001", "<sip:a@h>,<sip:b@h>", "phone/1.0", &socket_a);
	register_with("1001", "<sip:a@h>", "phone/1.0", &socket_b);
	assert_int_equal(r302_intern_reap_all(), 0); /* b is as it was */
	assert_ptr_equal(r302_binding_source(snap.binding[0]).sock, &socket_b);
	assert_ptr_equal(r302_binding_source(snap.binding[1]).sock, &socket_a);
	register_with("1001", "<sip:b@h>", "phone/2.0", &socket_b);
	assert_int_equal(r302_intern_reap_all(), 1);
	register_with("1001", "<sip:b@h>;expires=0", "phone/2.0", &socket_b);
	assert_int_equal(r302_intern_reap_all(), 1);
	r302_location_sweep(GIVEN_NOW + 4000, 0, 1000);
	assert_int_equal(r302_intern_reap_all(), 1);
	assert_int_equal(r302_intern_entries(), 0);
}

static void test_what_one_removes_many_share_on(void **state)
{
	register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a);
	register_with("1002", "<sip:a@h>", "phone/1.0", &socket_a);
	r302_location_remove(given_text("1001"), NULL, 60, GIVEN_NOW, NULL);
	assert_int_equal(r302_intern_reap_all(), 0);
	assert_int_equal(
			r302_location_get(&snap, given_text("1002"), GIVEN_NOW), R302_OK);
	assert_str(
			r302_binding_text(snap.binding[0], R302_T_USER_AGENT), "phone/1.0");
	r302_location_remove(given_text("1002"), NULL, 60, GIVEN_NOW, NULL);
	assert_int_equal(r302_intern_reap_all(), 1);
}

/* a reader's copy stays whole when all that it came from has gone */
static void test_a_snapshot_needs_no_reference(void **state)
{
	register_with("1001", "<sip:a@h>,<sip:b@h>", "phone/1.0", &socket_a);
	r302_location_remove(given_text("1001"), NULL, 0, GIVEN_NOW, NULL);
	assert_int_equal(r302_intern_reap_all(), 1);
	assert_int_equal(snap.n, 2);
	assert_str(
			r302_binding_text(snap.binding[0], R302_T_USER_AGENT), "phone/1.0");
	assert_str(
			r302_binding_text(snap.binding[1], R302_T_USER_AGENT), "phone/1.0");
	assert_ptr_equal(r302_binding_source(snap.binding[1]).sock, &socket_a);
}

/* what is shared counts in full where it is copied */
static void test_a_snapshot_never_overflows(void **state)
{
	static char agent[6000];
	char contact[32];
	int i, k;

	lim.max_contacts = 0;
	memset(agent, 'x', sizeof(agent) - 1);
	for(i = 0; i < 20; i++) {
		snprintf(contact, sizeof(contact), "<sip:%d@h>", i);
		agent[0] = (char)('a' + i);
		if(register_with("1001", contact, agent, &socket_a) != R302_OK)
			break;
	}
	assert_int_equal(i, 9); /* 9 * 6000 < R302_RECORD_MAX < 10 * 6000 */
	assert_int_equal(
			r302_location_get(&snap, given_text("1001"), GIVEN_NOW), R302_OK);
	assert_int_equal(snap.n, 9);
	for(k = 0; k < snap.n; k++)
		assert_int_equal(
				r302_binding_text(snap.binding[k], R302_T_USER_AGENT).len,
				sizeof(agent) - 1);
}

/* every allocation of a REGISTER fails in turn */
static void test_a_request_without_memory_keeps_no_reference(void **state)
{
	enum r302_err err = R302_E_NOMEM;
	long n, blocks;

	for(n = 1; err != R302_OK; n++) {
		blocks = core_live_blocks();
		core_fail_all(0);
		core_fail_at(n);
		err = register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a);
		core_fail_at(0);
		if(err == R302_OK)
			break;
		r302_intern_reap_all();
		assert_int_equal(core_live_blocks(), blocks);
		assert_int_equal(r302_intern_entries(), 0);
		assert_true(n < 10);
	}
	assert_true(n > 2); /* the entry, and the block */
}

/* memory is short: what nobody refers to any more makes room */
static void test_what_waits_makes_room_when_memory_is_short(void **state)
{
	fill_up(50);
	core_fail_at(1);
	assert_int_equal(register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a),
			R302_OK);
	assert_int_equal(r302_intern_entries(), 1);
}

/* ---- what the database has not seen */

static int dirty(void)
{
	int i, n = 0;

	r302_location_take_dirty(&snap, given_text("1001"), GIVEN_NOW);
	for(i = 0; i < snap.n; i++)
		n += snap.binding[i]->dirty;
	return n;
}

static void test_every_change_makes_a_binding_dirty_until_it_is_taken(
		void **state)
{
	assert_int_equal(dirty(), 0);
	assert_int_equal(snap.n, 0);
	register_with("1001", "<sip:a@h>,<sip:b@h>", "phone/1.0", &socket_a);
	assert_int_equal(dirty(), 2);
	assert_int_equal(dirty(), 0);
	assert_int_equal(snap.n, 2);
	register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a); /* in place */
	assert_int_equal(dirty(), 1);
	register_with(
			"1001", "<sip:b@h>", "phone/1.1", &socket_a); /* a new block */
	assert_int_equal(dirty(), 1);
	assert_int_equal(snap.binding[1]->dirty, 1);
	assert_str(r302_binding_text(snap.binding[1], R302_T_URI), "sip:b@h");
	assert_int_equal(dirty(), 0);
}

static void test_a_binding_that_was_not_taken_stays_dirty(void **state)
{
	register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a);
	register_with("1001", "<sip:b@h>", "phone/1.0", &socket_a);
	assert_int_equal(dirty(), 2);
	register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a);
	register_with(
			"1001", "<sip:c@h>,<sip:b@h>;expires=0", "phone/1.0", &socket_a);
	assert_int_equal(dirty(), 2);
	assert_int_equal(snap.n, 2);
}

static void test_a_repeated_request_makes_nothing_dirty(void **state)
{
	register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a);
	assert_int_equal(dirty(), 1);
	cseq--;
	register_with("1001", "<sip:a@h>", "phone/1.0", &socket_a);
	assert_int_equal(done.retransmitted, 1);
	assert_int_equal(dirty(), 0);
}

#define ROW(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {FACT(test_what_is_the_same_stands_once),
			FACT(test_what_differs_stands_apart),
			FACT(test_nothing_to_share_needs_no_entry),
			FACT(test_a_path_of_one_phone_is_not_shared),
			FACT(test_only_what_nobody_refers_to_is_reaped),
			FACT(test_what_waits_to_be_reaped_is_taken_up_again),
			FACT(test_reaping_goes_round_in_steps),
			FACT(test_of_two_that_make_it_at_once_one_counts),
			FACT(test_without_memory_nothing_is_taken),
			ROW(test_a_phone_keeps_to_itself_what_has_no_room),
			ROW(test_a_path_of_ones_own_is_kept_beside_a_shared_agent),
			ROW(test_a_refresh_asks_for_nothing),
			ROW(test_a_phone_that_changes_lets_go_of_what_it_shared),
			ROW(test_what_one_removes_many_share_on),
			ROW(test_a_snapshot_needs_no_reference),
			ROW(test_a_snapshot_never_overflows),
			ROW(test_a_request_without_memory_keeps_no_reference),
			ROW(test_what_waits_makes_room_when_memory_is_short),
			ROW(test_every_change_makes_a_binding_dirty_until_it_is_taken),
			ROW(test_a_binding_that_was_not_taken_stays_dirty),
			ROW(test_a_repeated_request_makes_nothing_dirty)};

	UNIT_RUN(tests, argc, argv);
}
