/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "location.h"
#include "stats.h"

static struct r302_register req;
static struct r302_snapshot snap;
static struct r302_done done;
static struct r302_limits lim;
static struct r302_gone gone;
static const char *const who = "1001";

static counter_val_t no_gauge(counter_handle_t h, void *param)
{
	return 0;
}

static const counter_cbk_f no_gauges[R302_GAUGES_N] = {
		no_gauge, no_gauge, no_gauge, no_gauge, no_gauge, no_gauge};

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

static str aor(void)
{
	return given_text(who);
}

static enum r302_err update(
		const char *callid, uint32_t cseq, const char *contacts, time_t now)
{
	given_register(&req, who, callid, cseq, contacts, GIVEN_NONE);
	return r302_location_update(&snap, &done, &req, &lim, now, &gone);
}

/* @return what a look-up finds, or the status of its refusal */
static const char *found(time_t now)
{
	enum r302_err err = r302_location_get(&snap, aor(), now);

	if(err == R302_OK)
		return given_shown(&snap, now);
	return err == R302_E_UNBOUND ? "480" : "404";
}

static void test_the_answer_lists_the_bindings_afterwards(void **state)
{
	assert_int_equal(
			update("c", 1, "<sip:a@h>;q=0.1,<sip:b@h>", GIVEN_NOW), R302_OK);
	assert_string_equal(
			given_shown(&snap, GIVEN_NOW), "sip:b@h 3600, sip:a@h 3600");
	assert_int_equal(done.added, 2);
	assert_string_equal(found(GIVEN_NOW), "sip:b@h 3600, sip:a@h 3600");
}

static void test_what_was_done_is_told(void **state)
{
	update("c", 1, "<sip:a@h>,<sip:b@h>", GIVEN_NOW);
	update("c", 2, "<sip:a@h>,<sip:b@h>;expires=0,<sip:c@h>", GIVEN_NOW);
	assert_int_equal(done.added, 1);
	assert_int_equal(done.updated, 1);
	assert_int_equal(done.removed, 1);
	assert_int_equal(done.retransmitted, 0);
	update("c", 2, "<sip:a@h>", GIVEN_NOW);
	assert_int_equal(done.retransmitted, 1);
	assert_int_equal(done.updated, 0);
}

static void test_of_two_that_are_the_same_the_last_counts(void **state)
{
	update("c", 1, "<sip:a@h>;expires=70,<sip:%61@h>;expires=90", GIVEN_NOW);
	assert_int_equal(done.added, 1);
	assert_string_equal(found(GIVEN_NOW), "sip:%61@h 90");
}

static void test_an_unknown_user_is_told_from_one_without_a_phone(void **state)
{
	assert_string_equal(found(GIVEN_NOW), "404");
	update("c", 1, "<sip:a@h>;expires=60", GIVEN_NOW);
	assert_string_equal(found(GIVEN_NOW + 59), "sip:a@h 1");
	assert_string_equal(found(GIVEN_NOW + 60), "480");
	r302_location_sweep(GIVEN_NOW + 60, lim.remember_users, 1000);
	assert_string_equal(found(GIVEN_NOW + 60), "480");
	assert_string_equal(found(GIVEN_NOW + 60 + lim.remember_users - 1), "480");
	assert_string_equal(found(GIVEN_NOW + 60 + lim.remember_users), "404");
}

static void test_who_removed_all_is_known_for_a_while(void **state)
{
	update("c", 1, "<sip:a@h>", GIVEN_NOW);
	assert_int_equal(update("c", 2, "*", GIVEN_NOW), R302_OK);
	assert_int_equal(snap.n, 0);
	assert_string_equal(found(GIVEN_NOW), "480");
	assert_string_equal(found(GIVEN_NOW + lim.remember_users), "404");
	update("c", 3, "<sip:a@h>", GIVEN_NOW + 5);
	assert_string_equal(found(GIVEN_NOW + 5), "sip:a@h 3600");
}

static void test_who_only_asked_is_not_known_by_it(void **state)
{
	assert_int_equal(update("c", 1, "", GIVEN_NOW), R302_OK);
	assert_int_equal(update("c", 1, "<sip:a@h>;expires=0", GIVEN_NOW), R302_OK);
	assert_int_equal(update("c", 1, "*", GIVEN_NOW), R302_OK);
	assert_string_equal(found(GIVEN_NOW), "404");
}

static void test_a_refusal_changes_nothing(void **state)
{
	update("c", 5, "<sip:a@h>", GIVEN_NOW);
	assert_int_equal(
			update("c", 4, "<sip:a@h>,<sip:b@h>", GIVEN_NOW), R302_E_STALE);
	assert_int_equal(update("c", 6, "<sip:a@h>;expires=5,<sip:b@h>", GIVEN_NOW),
			R302_E_INTERVAL);
	lim.max_contacts = 1;
	assert_int_equal(update("c", 6, "<sip:b@h>", GIVEN_NOW), R302_E_TOO_MANY);
	assert_string_equal(found(GIVEN_NOW), "sip:a@h 3600");
	assert_int_equal(r302_table_bindings(), 1);
}

static void test_an_operator_removes_one_or_all(void **state)
{
	struct r302_uri u = given_uri("sip:%61@H"), other = given_uri("sip:z@h");

	update("c", 1, "<sip:a@h>,<sip:b@h>,<sip:c@h>", GIVEN_NOW);
	assert_int_equal(
			r302_location_remove(aor(), &other, 9, GIVEN_NOW, NULL), 0);
	assert_int_equal(r302_location_remove(aor(), &u, 9, GIVEN_NOW, NULL), 1);
	assert_string_equal(found(GIVEN_NOW), "sip:b@h 3600, sip:c@h 3600");
	assert_int_equal(r302_location_remove(aor(), NULL, 9, GIVEN_NOW, NULL), 2);
	assert_string_equal(found(GIVEN_NOW + 8), "480");
	assert_string_equal(found(GIVEN_NOW + 9), "404");
	assert_int_equal(r302_location_remove(aor(), NULL, 9, GIVEN_NOW, NULL), 0);
	assert_int_equal(r302_table_bindings(), 0);
	assert_int_equal(r302_location_remove(
							 given_text("nobody"), NULL, 9, GIVEN_NOW, NULL),
			0);
}

static void test_the_gauges_follow(void **state)
{
	update("c", 1, "<sip:a@h>,<sip:b@h>;expires=60", GIVEN_NOW);
	assert_int_equal(r302_table_aors(), 1);
	assert_int_equal(r302_table_bindings(), 2);
	update("c", 2, "<sip:c@h>", GIVEN_NOW);
	assert_int_equal(r302_table_bindings(), 3);
	r302_location_sweep(GIVEN_NOW + 60, 1000, 1000);
	assert_int_equal(r302_table_bindings(), 2);
	update("c", 3, "*", GIVEN_NOW + 60);
	assert_int_equal(r302_table_aors(), 0);
	assert_int_equal(r302_table_bindings(), 0);
	update("c", 4, "<sip:a@h>", GIVEN_NOW + 60);
	assert_int_equal(r302_table_aors(), 1);
	assert_int_equal(r302_table_bindings(), 1);
}

static void test_the_whole_server_may_be_full(void **state)
{
	lim.max_bindings = 2;
	assert_int_equal(update("c", 1, "<sip:a@h>,<sip:b@h>,<sip:c@h>", GIVEN_NOW),
			R302_E_FULL);
	assert_string_equal(found(GIVEN_NOW), "404");
	assert_int_equal(update("c", 1, "<sip:a@h>,<sip:b@h>", GIVEN_NOW), R302_OK);
	assert_int_equal(update("c", 2, "<sip:c@h>", GIVEN_NOW), R302_E_FULL);
	assert_int_equal(update("c", 2, "<sip:a@h>", GIVEN_NOW), R302_OK);
	assert_int_equal(update("c", 3, "<sip:c@h>,<sip:a@h>;expires=0", GIVEN_NOW),
			R302_OK);
	assert_int_equal(update("c", 4, "*", GIVEN_NOW), R302_OK);
	assert_int_equal(update("c", 5, "<sip:c@h>", GIVEN_NOW), R302_OK);
}

/* ---- memory */

static void test_a_refresh_that_changes_no_string_allocates_nothing(
		void **state)
{
	long before;

	update("c", 1, "<sip:a@h>;x=1,\"B\" <sip:b@h>", GIVEN_NOW);
	before = core_allocations();
	assert_int_equal(
			update("c", 2, "<sip:a@h>;x=1,<sip:b@h>", GIVEN_NOW + 60), R302_OK);
	assert_int_equal(update("c", 2, "<sip:a@h>", GIVEN_NOW + 60), R302_OK);
	assert_int_equal(update("d", 2, "", GIVEN_NOW + 60), R302_OK);
	assert_string_equal(found(GIVEN_NOW + 60), "sip:a@h 3600, sip:b@h 3600");
	assert_int_equal(core_allocations(), before);
}

static void test_a_refresh_and_a_look_up_take_one_lock_each(void **state)
{
	long before;

	update("c", 1, "<sip:a@h>;x=1,<sip:b@h>", GIVEN_NOW);
	before = core_locks();
	update("c", 2, "<sip:a@h>;x=1,<sip:b@h>", GIVEN_NOW + 60);
	assert_int_equal(core_locks(), before + 1);
	r302_location_get(&snap, aor(), GIVEN_NOW + 60);
	assert_int_equal(core_locks(), before + 2);
}

static void test_removals_and_look_ups_need_no_memory(void **state)
{
	update("c", 1, "<sip:a@h>,<sip:b@h>,<sip:c@h>,<sip:d@h>;expires=60",
			GIVEN_NOW);
	core_fail_all(1);
	assert_int_equal(update("c", 2, "<sip:a@h>;expires=0", GIVEN_NOW), R302_OK);
	assert_string_equal(
			found(GIVEN_NOW), "sip:b@h 3600, sip:c@h 3600, sip:d@h 60");
	r302_location_sweep(GIVEN_NOW + 60, 1000, 1000);
	assert_string_equal(found(GIVEN_NOW + 60), "sip:b@h 3540, sip:c@h 3540");
	assert_int_equal(update("c", 3, "*", GIVEN_NOW + 60), R302_OK);
	/* there is no memory for the name of the user */
	assert_string_equal(found(GIVEN_NOW + 60), "404");
}

/* the request is tried with each of its allocations failing in turn */
static void try_without_memory(uint32_t cseq, const char *contacts)
{
	char before[2000];
	long blocks, n;
	enum r302_err err;

	snprintf(before, sizeof(before), "%s", found(GIVEN_NOW));
	for(n = 1;; n++) {
		blocks = core_live_blocks();
		core_fail_at(n);
		err = update("c", cseq, contacts, GIVEN_NOW);
		core_fail_at(0);
		if(err == R302_OK)
			break;
		assert_int_equal(err, R302_E_NOMEM);
		assert_string_equal(found(GIVEN_NOW), before);
		r302_intern_reap_all();
		assert_int_equal(core_live_blocks(), blocks);
		assert_true(n < 10);
	}
	assert_true(n > 1);
}

static void test_without_memory_everything_stays_as_it_was(void **state)
{
	try_without_memory(1, "<sip:a@h>,<sip:b@h>");
	try_without_memory(2, "<sip:c@h>");
	try_without_memory(3, "<sip:a@h>;x=other");
	try_without_memory(4, "<sip:d@h>,<sip:a@h>;expires=0,<sip:b@h>;q=0.5");
	assert_int_equal(r302_table_bindings(), 3);
}

static void test_without_memory_a_new_user_stays_unknown(void **state)
{
	core_fail_all(1);
	assert_int_equal(update("c", 1, "<sip:a@h>", GIVEN_NOW), R302_E_NOMEM);
	assert_string_equal(found(GIVEN_NOW), "404");
	assert_int_equal(r302_table_aors(), 0);
}

/* ---- between two looks at the table another process may register */

static struct r302_register other;
static struct r302_snapshot others_snap;
static enum r302_err others_err;
static int others_count;

static void register_other(uint32_t cseq, const char *contacts)
{
	struct r302_done others_done;

	given_register(&other, who, "c", cseq, contacts, GIVEN_NONE);
	others_err = r302_location_update(
			&others_snap, &others_done, &other, &lim, GIVEN_NOW, NULL);
}

static void others_newer(void)
{
	register_other(9, "<sip:a@h>;x=newer");
}

static void others_larger(void)
{
	register_other(1, "<sip:b@h>,<sip:c@h>");
}

static void others_the_same(void)
{
	register_other(5, "<sip:a@h>");
}

static void others_larger_each_time(void)
{
	char contact[32];

	others_count++;
	snprintf(contact, sizeof(contact), "<sip:z%d@h>", others_count);
	given_register(&other, who, contact, 1, contact, GIVEN_NONE);
	others_err = r302_location_update(&others_snap, &(struct r302_done){0},
			&other, &lim, GIVEN_NOW, NULL);
	core_meanwhile(others_larger_each_time);
}

static void test_who_comes_first_makes_the_other_stale(void **state)
{
	core_meanwhile(others_newer);
	assert_int_equal(update("c", 5, "<sip:a@h>", GIVEN_NOW), R302_E_STALE);
	assert_int_equal(others_err, R302_OK);
	assert_string_equal(found(GIVEN_NOW), "sip:a@h 3600");
	assert_int_equal(snap.binding[0]->cseq, 9);
}

static void test_who_comes_first_makes_the_other_a_retransmission(void **state)
{
	core_meanwhile(others_the_same);
	assert_int_equal(update("c", 5, "<sip:a@h>", GIVEN_NOW), R302_OK);
	assert_int_equal(done.retransmitted, 1);
	assert_int_equal(r302_table_bindings(), 1);
}

static void test_a_record_that_grew_meanwhile_is_looked_at_again(void **state)
{
	core_meanwhile(others_larger);
	assert_int_equal(update("c", 5, "<sip:a@h>", GIVEN_NOW), R302_OK);
	assert_int_equal(others_err, R302_OK);
	assert_int_equal(snap.n, 3);
	assert_int_equal(r302_table_bindings(), 3);
}

static void test_trying_again_has_an_end(void **state)
{
	lim.max_contacts = 0;
	others_count = 0;
	core_meanwhile(others_larger_each_time);
	assert_int_equal(update("c", 5, "<sip:a@h>", GIVEN_NOW), R302_E_NOMEM);
	core_meanwhile(NULL);
	assert_in_range(others_count, 2, 59);
	assert_int_equal(r302_table_bindings(), others_count);
}

static void test_blocks_do_not_pile_up(void **state)
{
	long before;
	int i;

	update("c", 1, "<sip:a@h>", GIVEN_NOW);
	before = core_live_blocks();
	for(i = 2; i < 500; i++) {
		char contact[64];
		snprintf(contact, sizeof(contact), "<sip:a@h>;x=%d%s", i,
				i % 7 ? "" : ",<sip:b@h>;expires=0");
		assert_int_equal(update("c", i, contact, GIVEN_NOW + i), R302_OK);
		given_free_texts();
	}
	assert_int_equal(core_live_blocks(), before);
}

static void test_an_eviction_is_counted(void **state)
{
	static int registered;
	struct r302_limits one = lim;

	one.max_contacts = 1;
	one.replace_oldest = 1;
	lim = one;
	if(!registered++)
		assert_int_equal(r302_stats_init(no_gauges), 0);
	update("c", 1, "<sip:a@h>", GIVEN_NOW);
	assert_int_equal(update("c", 2, "<sip:b@h>", GIVEN_NOW), R302_OK);
	assert_string_equal(found(GIVEN_NOW), "sip:b@h 3600");
	assert_int_equal(done.added, 1);
	assert_int_equal(done.removed, 0);
}

/* ---- a row that the database does not take */

static int drop_row(const char *user, const struct r302_ruid *ruid)
{
	return r302_location_drop_row(
			given_text(user), ruid, lim.remember_users, GIVEN_NOW);
}

/* the row of the binding that is offered n-th */
static struct r302_ruid row_of(int n)
{
	struct r302_ruid ruid;

	r302_location_take_dirty(&snap, aor(), GIVEN_NOW);
	r302_ruid_of(&ruid, aor(), snap.binding[n]);
	return ruid;
}

static void test_a_binding_is_dropped_with_its_row(void **state)
{
	struct r302_ruid ruid;
	long before;

	update("c", 1, "<sip:a@h>;q=0.9,<sip:b@h>;q=0.1", GIVEN_NOW);
	ruid = row_of(0);
	before = r302_table_bindings();
	assert_int_equal(drop_row(who, &ruid), 1);
	assert_string_equal(found(GIVEN_NOW), "sip:b@h 3600");
	assert_int_equal(r302_table_bindings(), before - 1);
	assert_int_equal(drop_row(who, &ruid), 0);
}

static void test_a_binding_that_changed_meanwhile_is_kept(void **state)
{
	struct r302_ruid ruid;

	update("c", 1, "<sip:a@h>", GIVEN_NOW);
	ruid = row_of(0);
	update("c", 2, "<sip:a@h>", GIVEN_NOW);
	assert_int_equal(drop_row(who, &ruid), 0);
	assert_string_equal(found(GIVEN_NOW), "sip:a@h 3600");
	row_of(0); /* taken again */
	assert_int_equal(drop_row(who, &ruid), 1);
}

static void test_the_last_row_leaves_a_user_who_is_remembered(void **state)
{
	struct r302_ruid ruid;
	long users;

	update("c", 1, "<sip:a@h>", GIVEN_NOW);
	ruid = row_of(0);
	users = r302_table_aors();
	assert_int_equal(drop_row(who, &ruid), 1);
	assert_string_equal(found(GIVEN_NOW), "480");
	assert_int_equal(r302_table_aors(), users - 1);
}

static void test_the_row_of_another_user_drops_nothing(void **state)
{
	struct r302_ruid ruid;

	update("c", 1, "<sip:a@h>", GIVEN_NOW);
	ruid = row_of(0);
	assert_int_equal(drop_row("nobody", &ruid), 0);
	ruid.s[R302_RUID_LEN - 1] ^= 1;
	assert_int_equal(drop_row(who, &ruid), 0);
	assert_string_equal(found(GIVEN_NOW), "sip:a@h 3600");
}

/* ---- GRUUs, RFC 5627 */

#define PHONE(n) ";+sip.instance=\"<urn:uuid:" n ">\""
#define TWO "<sip:a@h>" PHONE("0") ",<sip:b@h>" PHONE("1")

static const struct r302_key key = {1, 2};

static const char *found_by_gruu(const char *uri, time_t now)
{
	struct r302_uri u = given_uri(uri);
	struct r302_gruu g;
	enum r302_err err;

	if(r302_gruu_read(&g, &u) < 0)
		return "invalid";
	err = r302_location_get_gruu(&snap, aor(), &g, &key, now);
	if(err == R302_OK)
		return given_shown(&snap, now);
	return err == R302_E_UNBOUND ? "480" : "404";
}

static void test_a_public_gruu_finds_its_phone_only(void **state)
{
	assert_string_equal(
			found_by_gruu("sip:1001@h;gr=urn:uuid:1", GIVEN_NOW), "404");
	update("c", 1, TWO, GIVEN_NOW);
	assert_string_equal(found_by_gruu("sip:1001@h;gr=urn:uuid:1", GIVEN_NOW),
			"sip:b@h 3600");
	assert_string_equal(found_by_gruu("sip:1001@h;gr=urn:uuid:%30", GIVEN_NOW),
			"sip:a@h 3600");
	assert_string_equal(
			found_by_gruu("sip:1001@h;gr=urn:uuid:2", GIVEN_NOW), "480");
	assert_string_equal(
			found_by_gruu("sip:1001@h;gr=urn:uuid:", GIVEN_NOW), "480");
	update("c", 2, "<sip:b@h>" PHONE("1") ";expires=0", GIVEN_NOW);
	assert_string_equal(
			found_by_gruu("sip:1001@h;gr=urn:uuid:1", GIVEN_NOW), "480");
}

static const char *temporary_of(int i)
{
	static char uri[80];
	const struct r302_binding *b;

	assert_int_equal(r302_location_get(&snap, aor(), GIVEN_NOW), R302_OK);
	b = snap.binding[i];
	strcpy(uri, "sip:");
	r302_gruu_temporary(uri + 4, aor(), r302_table_place(aor()).hash, b, &key);
	strcpy(uri + 4 + R302_TGRUU_LEN, "@h;gr");
	return uri;
}

static void test_a_temporary_gruu_finds_its_phone_until_the_call_id_changes(
		void **state)
{
	char first[80];

	update("c", 1, TWO, GIVEN_NOW);
	snprintf(first, sizeof(first), "%s", temporary_of(1));
	assert_string_equal(found_by_gruu(first, GIVEN_NOW), "sip:b@h 3600");
	/* a refresh keeps the old ones valid, RFC 5627 3.1 */
	update("c", 2, TWO, GIVEN_NOW);
	assert_string_not_equal(first, temporary_of(1));
	assert_string_equal(found_by_gruu(first, GIVEN_NOW), "sip:b@h 3600");
	assert_string_equal(
			found_by_gruu(temporary_of(1), GIVEN_NOW), "sip:b@h 3600");
	update("d", 1, TWO, GIVEN_NOW);
	assert_string_equal(found_by_gruu(first, GIVEN_NOW), "404");
}

static void test_a_forged_temporary_gruu_finds_nobody(void **state)
{
	char uri[80];
	int i;

	update("c", 1, TWO, GIVEN_NOW);
	for(i = 0; i < 32; i++) {
		snprintf(uri, sizeof(uri), "%s", temporary_of(0));
		uri[10 + i] = uri[10 + i] == '0' ? '1' : '0';
		assert_string_equal(found_by_gruu(uri, GIVEN_NOW), "404");
	}
	assert_string_equal(
			found_by_gruu("sip:tgruu.12@h;gr", GIVEN_NOW), "invalid");
	assert_string_equal(found_by_gruu("sip:1001@h;gr", GIVEN_NOW), "invalid");
	assert_string_equal(found_by_gruu("sip:h;gr", GIVEN_NOW), "invalid");
}

/* the rows that go, by URI of what they were, without an instance */
static void assert_gone(const char *const *uri, int n)
{
	struct r302_ruid want;
	str none = {NULL, 0};
	int i, j;

	assert_int_equal(gone.n, n);
	for(i = 0; i < n; i++) {
		r302_ruid_make(&want, aor(), none, 0, given_text(uri[i]));
		for(j = 0; j < n && strcmp(gone.ruid[j].s, want.s) != 0; j++)
			;
		assert_in_range(j, 0, n - 1);
	}
}

static void test_the_row_of_a_binding_that_was_removed_goes(void **state)
{
	const char *const b[] = {"sip:b@h"};

	update("c", 1, "<sip:a@h>,<sip:b@h>", GIVEN_NOW);
	assert_gone(NULL, 0);
	update("c", 2, "<sip:b@h>;expires=0", GIVEN_NOW);
	assert_gone(b, 1);
}

static void test_every_row_goes_with_the_wildcard(void **state)
{
	const char *const both[] = {"sip:a@h", "sip:b@h"};

	update("c", 1, "<sip:a@h>,<sip:b@h>", GIVEN_NOW);
	update("c", 2, "*", GIVEN_NOW);
	assert_gone(both, 2);
}

static void test_a_row_goes_when_its_binding_is_written_in_another_way(
		void **state)
{
	const char *const old[] = {"sip:a@h"};

	update("c", 1, "<sip:a@h>", GIVEN_NOW);
	update("c", 2, "<sip:a@H>", GIVEN_NOW); /* equal, RFC 3261 19.1.4 */
	assert_int_equal(snap.n, 1);
	assert_gone(old, 1);
}

static void test_a_refresh_keeps_every_row(void **state)
{
	update("c", 1, "<sip:a@h>,<sip:b@h>", GIVEN_NOW);
	update("c", 2, "<sip:a@h>", GIVEN_NOW + 1);
	assert_gone(NULL, 0);
	update("other Call-ID", 1, "<sip:a@h>;q=0.3", GIVEN_NOW + 2);
	assert_gone(NULL, 0);
}

static void test_the_row_of_a_binding_that_ends_sooner_is_looked_at(
		void **state)
{
	const char *const b[] = {"sip:b@h"};

	update("c", 1, "<sip:a@h>;expires=600,<sip:b@h>;expires=600", GIVEN_NOW);
	update("c", 2, "<sip:a@h>;expires=600,<sip:b@h>;expires=60", GIVEN_NOW + 1);
	assert_int_equal(snap.n, 2);
	assert_gone(b, 1);
}

static void test_a_retransmission_lets_no_row_go(void **state)
{
	update("c", 1, "<sip:a@h>", GIVEN_NOW);
	update("c", 2, "*", GIVEN_NOW);
	update("c", 3, "<sip:a@h>", GIVEN_NOW);
	update("c", 3, "<sip:a@h>", GIVEN_NOW);
	assert_int_equal(done.retransmitted, 1);
	assert_gone(NULL, 0);
}

static void test_the_row_of_the_oldest_goes_when_it_is_replaced(void **state)
{
	const char *const oldest[] = {"sip:a@h"};

	lim.max_contacts = 1;
	lim.replace_oldest = 1;
	update("c", 1, "<sip:a@h>", GIVEN_NOW);
	update("d", 1, "<sip:b@h>", GIVEN_NOW + 1);
	assert_gone(oldest, 1);
}

static void test_an_operators_removal_names_its_rows(void **state)
{
	const char *const b[] = {"sip:b@h"}, *const a[] = {"sip:a@h"};
	struct r302_uri uri = given_uri("sip:b@h");

	update("c", 1, "<sip:a@h>,<sip:b@h>", GIVEN_NOW);
	assert_int_equal(
			r302_location_remove(aor(), &uri, 60, GIVEN_NOW, &gone), 1);
	assert_gone(b, 1);
	assert_int_equal(
			r302_location_remove(aor(), NULL, 60, GIVEN_NOW, &gone), 1);
	assert_gone(a, 1);
	assert_int_equal(
			r302_location_remove(aor(), NULL, 60, GIVEN_NOW, &gone), 0);
	assert_gone(NULL, 0);
}

/* a phone behind a NAT over a TCP connection */
static void register_over(int id, const char *contacts, uint32_t cseq)
{
	int i;

	given_register(&req, who, "c", cseq, contacts, GIVEN_NONE);
	req.origin.source.proto = PROTO_TCP;
	req.origin.source.connection = id;
	for(i = 0; i < req.n; i++)
		req.contact[i].nated = 1;
	assert_int_equal(
			r302_location_update(&snap, &done, &req, &lim, GIVEN_NOW, NULL),
			R302_OK);
}

static void test_a_closed_connection_takes_what_lives_by_it(void **state)
{
	const int closed[] = {7, 9};

	register_over(7, "<sip:a@h>", 1);
	register_over(8, "<sip:b@h>", 2);
	given_register(&req, who, "d", 1, "<sip:c@h>", GIVEN_NONE);
	req.origin.source.proto = PROTO_TCP;
	req.origin.source.connection = 7; /* but reachable without it */
	r302_location_update(&snap, &done, &req, &lim, GIVEN_NOW, NULL);
	assert_int_equal(
			r302_location_end_flows(aor(), closed, 2, 60, GIVEN_NOW, &gone), 1);
	assert_int_equal(gone.n, 1);
	assert_string_equal(found(GIVEN_NOW), "sip:c@h 3600, sip:b@h 3600");
}

static void test_a_phone_that_came_back_meanwhile_stays(void **state)
{
	const int closed[] = {7};

	register_over(7, "<sip:a@h>", 1);
	register_over(8, "<sip:a@h>", 2);
	assert_int_equal(
			r302_location_end_flows(aor(), closed, 1, 60, GIVEN_NOW, &gone), 0);
	assert_string_equal(found(GIVEN_NOW), "sip:a@h 3600");
}

static void test_who_lost_the_last_connection_is_known_for_a_while(void **state)
{
	const int closed[] = {7};

	register_over(7, "<sip:a@h>", 1);
	r302_location_end_flows(aor(), closed, 1, 60, GIVEN_NOW, &gone);
	assert_string_equal(found(GIVEN_NOW), "480");
	assert_string_equal(found(GIVEN_NOW + 61), "404");
	assert_int_equal(
			r302_location_end_flows(aor(), closed, 1, 60, GIVEN_NOW, &gone), 0);
}

#define ROW(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			ROW(test_the_answer_lists_the_bindings_afterwards),
			ROW(test_what_was_done_is_told),
			ROW(test_of_two_that_are_the_same_the_last_counts),
			ROW(test_an_unknown_user_is_told_from_one_without_a_phone),
			ROW(test_who_removed_all_is_known_for_a_while),
			ROW(test_who_only_asked_is_not_known_by_it),
			ROW(test_a_refusal_changes_nothing),
			ROW(test_an_operator_removes_one_or_all),
			ROW(test_the_gauges_follow), ROW(test_the_whole_server_may_be_full),
			ROW(test_a_refresh_that_changes_no_string_allocates_nothing),
			ROW(test_a_refresh_and_a_look_up_take_one_lock_each),
			ROW(test_removals_and_look_ups_need_no_memory),
			ROW(test_without_memory_everything_stays_as_it_was),
			ROW(test_without_memory_a_new_user_stays_unknown),
			ROW(test_who_comes_first_makes_the_other_stale),
			ROW(test_who_comes_first_makes_the_other_a_retransmission),
			ROW(test_a_record_that_grew_meanwhile_is_looked_at_again),
			ROW(test_trying_again_has_an_end), ROW(test_blocks_do_not_pile_up),
			ROW(test_an_eviction_is_counted),
			ROW(test_a_binding_is_dropped_with_its_row),
			ROW(test_a_binding_that_changed_meanwhile_is_kept),
			ROW(test_the_last_row_leaves_a_user_who_is_remembered),
			ROW(test_the_row_of_another_user_drops_nothing),
			ROW(test_a_public_gruu_finds_its_phone_only),
			ROW(test_a_temporary_gruu_finds_its_phone_until_the_call_id_changes),
			ROW(test_a_forged_temporary_gruu_finds_nobody),
			ROW(test_the_row_of_a_binding_that_was_removed_goes),
			ROW(test_every_row_goes_with_the_wildcard),
			ROW(test_a_row_goes_when_its_binding_is_written_in_another_way),
			ROW(test_a_refresh_keeps_every_row),
			ROW(test_the_row_of_a_binding_that_ends_sooner_is_looked_at),
			ROW(test_a_retransmission_lets_no_row_go),
			ROW(test_the_row_of_the_oldest_goes_when_it_is_replaced),
			ROW(test_an_operators_removal_names_its_rows),
			ROW(test_a_closed_connection_takes_what_lives_by_it),
			ROW(test_a_phone_that_came_back_meanwhile_stays),
			ROW(test_who_lost_the_last_connection_is_known_for_a_while)};

	UNIT_RUN(tests, argc, argv);
}
