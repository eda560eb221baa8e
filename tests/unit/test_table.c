/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "../../core/mem/shm_mem.h"
#include "table.h"

#define REMEMBER 604800
#define MANY 100000

static struct given_aor made;
static char seen[2 * MANY];

static int start(void **state)
{
	unit_setup(state);
	return r302_table_init(GIVEN_NOW);
}

static int end(void **state)
{
	r302_table_destroy();
	return unit_teardown(state);
}

static struct r302_place place_of(int user)
{
	static char text[8][16]; /* a place borrows its text: a few at a time */
	static int next;
	str aor = {text[next++ % 8], 0};

	aor.len = snprintf(aor.s, sizeof(text[0]), "u%d", user);
	return r302_table_place(aor);
}

/* a user with one binding, or with none */
static struct r302_record *new_record(int user, uint32_t expires, int bindings)
{
	static struct r302_register req;
	struct r302_place place = place_of(user);
	struct r302_record *rec;
	char aor[16];

	snprintf(aor, sizeof(aor), "%.*s", place.aor.len, place.aor.s);
	given_aor_start(&made);
	given_register(&req, aor, "c", 1, "<sip:a@h>", 3600);
	assert_int_equal(given_aor_take(&made, &req), R302_OK);
	rec = made.rec;
	rec->hash = place.hash;
	rec->binding[0].expires = expires;
	if(!bindings) {
		r302_record_drop(rec, 0);
		r302_record_know_until(rec, expires);
	}
	given_free_texts();
	return rec;
}

static void insert(int user, uint32_t expires)
{
	struct r302_record *rec = new_record(user, expires, 1);
	struct r302_place place = place_of(user);

	assert_null(r302_table_lock(&place));
	r302_table_insert_locked(rec);
	r302_table_unlock(&place);
}

static int is_there(int user)
{
	struct r302_place place = place_of(user);
	struct r302_record *rec = r302_table_lock(&place);
	int there = rec != NULL;

	if(rec) {
		str aor = r302_record_aor(rec);
		there = aor.len == place.aor.len
				&& memcmp(aor.s, place.aor.s, aor.len) == 0;
	}
	r302_table_unlock(&place);
	return there;
}

static void take_out(int user)
{
	struct r302_place place = place_of(user);
	struct r302_record *rec = r302_table_lock(&place);

	assert_non_null(rec);
	r302_table_unlink_locked(rec);
	r302_table_unlock(&place);
	r302_record_free(rec);
}

static struct r302_swept sweep_all(time_t now)
{
	return r302_table_sweep(now, REMEMBER, 1000000);
}

static void test_what_was_inserted_is_found_until_it_is_taken_out(void **state)
{
	int i;

	for(i = 0; i < MANY; i++)
		insert(i, GIVEN_NOW + 3600);
	assert_int_equal(r302_table_aors(), MANY);
	assert_int_equal(r302_table_bindings(), MANY);
	for(i = 0; i < 2 * MANY; i++)
		assert_int_equal(is_there(i), i < MANY);
	for(i = 0; i < MANY; i += 2)
		take_out(i);
	assert_int_equal(r302_table_aors(), MANY / 2);
	for(i = 0; i < MANY; i++)
		assert_int_equal(is_there(i), i % 2);
}

static void test_the_table_grows_with_its_users(void **state)
{
	long before = r302_table_buckets();
	int i;

	for(i = 0; i < MANY; i++)
		insert(i, GIVEN_NOW + 3600);
	assert_true(r302_table_buckets() > before);
	assert_true(r302_table_buckets() >= MANY * 9 / 10);
	assert_true(r302_table_buckets() <= MANY * 2);
}

static void test_growth_needs_no_memory_to_go_on(void **state)
{
	struct r302_record *rec[6000];
	long buckets;
	int i;

	for(i = 0; i < N_OF(rec); i++)
		rec[i] = new_record(i, GIVEN_NOW + 3600, 1);
	core_fail_all(1);
	for(i = 0; i < N_OF(rec); i++) {
		struct r302_place place = place_of(i);
		r302_table_lock(&place);
		r302_table_insert_locked(rec[i]);
		r302_table_unlock(&place);
	}
	core_fail_all(0);
	buckets = r302_table_buckets();
	for(i = 0; i < N_OF(rec); i++)
		assert_int_equal(is_there(i), 1);
	/* with memory again it catches up */
	for(i = N_OF(rec); i < 2 * N_OF(rec); i++)
		insert(i, GIVEN_NOW + 3600);
	assert_true(r302_table_buckets() > buckets);
	assert_true(r302_table_buckets() >= 2 * N_OF(rec) * 8 / 10);
}

static void test_after_growth_a_look_up_allocates_nothing(void **state)
{
	long before;
	int i;

	for(i = 0; i < 20000; i++)
		insert(i, GIVEN_NOW + 3600);
	before = core_allocations();
	for(i = 0; i < 20000; i++)
		is_there(i);
	assert_int_equal(core_allocations(), before);
}

static int crowd;

static void insert_a_crowd(void)
{
	int i;

	for(i = 0; i < 1000; i++)
		insert(crowd++, GIVEN_NOW + 3600);
}

/* both take memory for the same segment: one gives it back */
static void test_two_that_extend_a_shard_at_once_leave_no_block(void **state)
{
	int i, n = 0;

	crowd = 100000;
	for(i = 0; i < 9000; i++) {
		struct r302_record *rec = new_record(i, GIVEN_NOW + 3600, 1);
		struct r302_place place = place_of(i);
		r302_table_lock(&place);
		r302_table_insert_locked(rec);
		core_meanwhile(insert_a_crowd);
		r302_table_unlock(&place);
		core_meanwhile(NULL);
	}
	n = crowd - 100000;
	assert_true(n > 0);
	for(i = 0; i < n; i++)
		assert_int_equal(is_there(100000 + i), 1);
}

static void test_no_memory_for_the_table_is_told(void **state)
{
	long before, n;

	r302_table_destroy();
	before = core_live_blocks();
	for(n = 1;; n++) {
		core_fail_at(n);
		if(r302_table_init(GIVEN_NOW) == 0)
			break;
		assert_int_equal(core_live_blocks(), before);
	}
	assert_true(n > 100);
}

/* ---- walking */

static int user_of(const struct r302_record *rec)
{
	char text[16] = "";
	str aor = r302_record_aor(rec);

	memcpy(text, aor.s, aor.len);
	return atoi(text + 1);
}

/* @return how many were seen; each at most once */
static int walk(void (*meanwhile)(int n))
{
	static struct
	{
		_Alignas(8) char bytes[R302_RECORD_MAX];
	} block;
	struct r302_record *rec = (struct r302_record *)block.bytes;
	struct r302_cursor cursor = {{0, ""}, 0};
	int n = 0;

	memset(seen, 0, sizeof(seen));
	while(r302_table_next(&cursor, rec)) {
		if(seen[user_of(rec)]++)
			fail_row("u%d came twice\n", user_of(rec));
		if(meanwhile)
			meanwhile(n);
		n++;
	}
	assert_int_equal(cursor.done, 1);
	return n;
}

static void test_a_walk_sees_everybody_once(void **state)
{
	int i;

	assert_int_equal(walk(NULL), 0);
	for(i = 0; i < 20000; i++)
		insert(i, GIVEN_NOW + 3600);
	assert_int_equal(walk(NULL), 20000);
	for(i = 0; i < 20000; i++)
		assert_int_equal(seen[i], 1);
}

static void insert_more(int n)
{
	int i;

	for(i = 0; i < 4; i++)
		insert(10000 + 4 * n + i, GIVEN_NOW + 3600);
}

static void test_a_walk_during_growth_misses_and_repeats_nobody(void **state)
{
	long before;
	int i;

	for(i = 0; i < 2500; i++)
		insert(i, GIVEN_NOW + 3600);
	before = r302_table_buckets();
	/* every user seen brings four new ones, for a while */
	walk(insert_more);
	assert_true(r302_table_buckets() > 2 * before);
	for(i = 0; i < 2500; i++)
		assert_int_equal(seen[i], 1);
}

static int next_out;

static void take_two_out(int n)
{
	take_out(next_out--);
	take_out(next_out--);
}

static void test_a_walk_during_removals_repeats_nobody(void **state)
{
	int i, n;

	for(i = 0; i < 3000; i++)
		insert(i, GIVEN_NOW + 3600);
	next_out = 2999;
	n = walk(take_two_out);
	assert_in_range(n, 1000, 1500);
	for(i = 0; i <= next_out; i++)
		assert_int_equal(seen[i], 1);
}

static void test_a_user_without_a_binding_is_not_walked_over(void **state)
{
	struct r302_place place = place_of(1);
	struct r302_record *rec = new_record(1, GIVEN_NOW + 100, 0);

	insert(2, GIVEN_NOW + 100);
	r302_table_lock(&place);
	r302_table_insert_locked(rec);
	r302_table_unlock(&place);
	assert_int_equal(walk(NULL), 1);
	assert_int_equal(seen[2], 1);
	assert_int_equal(r302_table_aors(), 1);
}

/* ---- sweeping */

static void test_what_expires_is_swept_when_it_does(void **state)
{
	static const int after[] = {
			1, 2, 59, 60, 511, 512, 513, 1023, 1024, 1025, 3600, 7200, 86400};
	struct r302_swept swept;
	int i, t = 0;

	for(i = 0; i < N_OF(after); i++)
		insert(i, GIVEN_NOW + after[i]);
	for(i = 0; i < N_OF(after); i++) {
		/* every second, as the timer does */
		for(; t < after[i]; t++) {
			swept = sweep_all(GIVEN_NOW + t);
			assert_int_equal(swept.expired, 0);
		}
		swept = sweep_all(GIVEN_NOW + t++);
		assert_int_equal(swept.expired, 1);
		assert_int_equal(r302_table_bindings(), N_OF(after) - i - 1);
	}
}

static void test_what_never_ends_is_never_swept(void **state)
{
	int t;

	insert(1, R302_NEVER);
	for(t = 0; t < 5000; t += 100)
		assert_int_equal(sweep_all(GIVEN_NOW + t).expired, 0);
	assert_int_equal(r302_table_bindings(), 1);
}

static void test_a_user_is_known_for_a_while_and_then_forgotten(void **state)
{
	struct r302_swept swept;

	insert(1, GIVEN_NOW + 60);
	assert_int_equal(r302_table_sweep(GIVEN_NOW + 60, 1000, 100).expired, 1);
	assert_int_equal(r302_table_aors(), 0);
	assert_int_equal(is_there(1), 1);
	swept = r302_table_sweep(GIVEN_NOW + 1059, 1000, 100);
	assert_int_equal(swept.forgotten, 0);
	assert_int_equal(is_there(1), 1);
	swept = r302_table_sweep(GIVEN_NOW + 1060, 1000, 100);
	assert_int_equal(swept.forgotten, 1);
	assert_int_equal(is_there(1), 0);
}

static void test_without_remembering_a_user_is_forgotten_at_once(void **state)
{
	struct r302_swept swept;

	insert(1, GIVEN_NOW + 60);
	swept = r302_table_sweep(GIVEN_NOW + 60, 0, 100);
	assert_int_equal(swept.expired, 1);
	assert_int_equal(swept.forgotten, 1);
	assert_int_equal(is_there(1), 0);
}

static void test_a_refresh_is_not_swept_at_its_old_time(void **state)
{
	struct r302_place place = place_of(1);
	struct r302_record *rec;

	insert(1, GIVEN_NOW + 60);
	rec = r302_table_lock(&place);
	rec->binding[0].expires = GIVEN_NOW + 120;
	r302_table_changed_locked(rec, 1);
	r302_table_unlock(&place);
	assert_int_equal(sweep_all(GIVEN_NOW + 119).expired, 0);
	assert_int_equal(sweep_all(GIVEN_NOW + 120).expired, 1);
}

static void test_a_shortened_binding_is_swept_at_its_new_time(void **state)
{
	struct r302_place place = place_of(1);
	struct r302_record *rec;

	insert(1, GIVEN_NOW + 400);
	insert(2, GIVEN_NOW + 400);
	rec = r302_table_lock(&place);
	rec->binding[0].expires = GIVEN_NOW + 20;
	r302_table_changed_locked(rec, 1);
	r302_table_unlock(&place);
	assert_int_equal(sweep_all(GIVEN_NOW + 19).expired, 0);
	assert_int_equal(sweep_all(GIVEN_NOW + 20).expired, 1);
	assert_int_equal(is_there(1), 1);
}

static void test_a_sweep_is_bounded_and_goes_on_where_it_ended(void **state)
{
	struct r302_swept swept;
	int i, n = 0, rounds = 0;

	for(i = 0; i < 5000; i++)
		insert(i, GIVEN_NOW + 10);
	do {
		swept = r302_table_sweep(GIVEN_NOW + 10, REMEMBER, 500);
		/* it looks at a few more under the lock that it holds */
		assert_in_range(swept.seen, 0, 500 + 63);
		n += swept.expired;
		rounds++;
	} while(swept.seen);
	assert_int_equal(n, 5000);
	assert_in_range(rounds, 8, 12);
	assert_int_equal(r302_table_aors(), 0);
}

/* table.h: "at most budget records are looked at" */
static void test_a_sweep_looks_at_no_more_than_its_budget(void **state)
{
	int i;

	for(i = 0; i < 5000; i++)
		insert(i, GIVEN_NOW + 10);
	assert_in_range(r302_table_sweep(GIVEN_NOW + 10, REMEMBER, 10).seen, 1, 10);
}

static long left_at_first;

/* a sweep gives memory back when it has left the lock */
static void look_how_far_it_is(void)
{
	left_at_first = r302_table_bindings();
}

static void test_a_sweep_drops_few_under_one_lock(void **state)
{
	int i;

	for(i = 0; i < 20000; i++)
		insert(i, GIVEN_NOW + 10);
	core_meanwhile(look_how_far_it_is);
	assert_int_equal(sweep_all(GIVEN_NOW + 10).expired, 20000);
	assert_in_range(left_at_first, 20000 - 64, 19999);
}

static void test_a_sweep_looks_at_what_is_due_and_at_nothing_else(void **state)
{
	int i;

	for(i = 0; i < 5000; i++)
		insert(i, GIVEN_NOW + 400);
	for(i = 5000; i < 5010; i++)
		insert(i, GIVEN_NOW + 10);
	assert_int_equal(sweep_all(GIVEN_NOW + 9).seen, 0);
	assert_int_equal(sweep_all(GIVEN_NOW + 10).seen, 10);
	assert_int_equal(sweep_all(GIVEN_NOW + 10).seen, 0);
}

/* whoever comes while the sweep is behind is swept as well */
static void test_what_expires_during_a_long_sweep_is_not_forgotten(void **state)
{
	int i, n = 0, t;

	for(i = 0; i < 5000; i++)
		insert(i, GIVEN_NOW + 10);
	for(t = 10; t < 20; t++) {
		n += r302_table_sweep(GIVEN_NOW + t, 0, 300).expired;
		insert(10000 + t, GIVEN_NOW + t + 1);
	}
	assert_int_equal(n, 3000);
	assert_int_equal(sweep_all(GIVEN_NOW + 20).expired, 2010);
	assert_int_equal(r302_table_bindings(), 0);
}

static void test_a_clock_set_forward_sweeps_what_has_expired(void **state)
{
	int i, n = 0;

	for(i = 0; i < 1000; i++)
		insert(i, GIVEN_NOW + 1 + i * 86);
	for(i = 0; i < 4; i++)
		n += sweep_all(GIVEN_NOW + 100000).expired;
	assert_int_equal(n, 1000);
	assert_int_equal(r302_table_bindings(), 0);
}

/* table.c: a record never waits in a slot that comes too late */
static void test_a_clock_set_forward_delays_no_later_expiry(void **state)
{
	int i;

	insert(1, GIVEN_NOW + 100010);
	for(i = 0; i < 4; i++)
		assert_int_equal(sweep_all(GIVEN_NOW + 100000).expired, 0);
	assert_int_equal(sweep_all(GIVEN_NOW + 100020).expired, 1);
}

static void test_a_clock_set_back_loses_nothing(void **state)
{
	insert(1, GIVEN_NOW + 100);
	sweep_all(GIVEN_NOW + 50);
	insert(2, GIVEN_NOW + 20);
	assert_int_equal(sweep_all(GIVEN_NOW + 10).expired, 0);
	assert_int_equal(sweep_all(GIVEN_NOW + 60).expired, 1);
	assert_int_equal(is_there(1), 1);
	assert_int_equal(sweep_all(GIVEN_NOW + 100).expired, 1);
}

/* a machine that starts in the wrong year, until its time is set */
static void test_a_clock_set_far_back_does_not_stop_the_sweep(void **state)
{
	const time_t year = 365 * 86400;
	int t, n = 0;

	sweep_all(GIVEN_NOW + year);
	for(t = 0; t < 4; t++)
		sweep_all(GIVEN_NOW + t);
	insert(1, GIVEN_NOW + 60);
	for(t = 4; t < 1200; t++)
		n += sweep_all(GIVEN_NOW + t).expired;
	assert_int_equal(n, 1);
}

static void test_a_record_is_found_by_its_hash_alone(void **state)
{
	static char block[R302_RECORD_MAX] __attribute__((aligned(8)));
	struct r302_record *rec = (struct r302_record *)block;
	struct r302_place place;

	insert(1, GIVEN_NOW + 60);
	insert(2, GIVEN_NOW + 60);
	place = place_of(1);
	assert_int_equal(r302_table_copy_hash(place.hash, 0, rec), 1);
	assert_int_equal(user_of(rec), 1);
	assert_int_equal(r302_table_copy_hash(place.hash, 1, rec), 0);
	assert_int_equal(r302_table_copy_hash(place.hash + 1, 0, rec), 0);
}

#define ROW(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			ROW(test_what_was_inserted_is_found_until_it_is_taken_out),
			ROW(test_the_table_grows_with_its_users),
			ROW(test_growth_needs_no_memory_to_go_on),
			ROW(test_after_growth_a_look_up_allocates_nothing),
			ROW(test_two_that_extend_a_shard_at_once_leave_no_block),
			ROW(test_no_memory_for_the_table_is_told),
			ROW(test_a_walk_sees_everybody_once),
			ROW(test_a_walk_during_growth_misses_and_repeats_nobody),
			ROW(test_a_walk_during_removals_repeats_nobody),
			ROW(test_a_user_without_a_binding_is_not_walked_over),
			ROW(test_what_expires_is_swept_when_it_does),
			ROW(test_what_never_ends_is_never_swept),
			ROW(test_a_user_is_known_for_a_while_and_then_forgotten),
			ROW(test_without_remembering_a_user_is_forgotten_at_once),
			ROW(test_a_refresh_is_not_swept_at_its_old_time),
			ROW(test_a_shortened_binding_is_swept_at_its_new_time),
			ROW(test_a_sweep_is_bounded_and_goes_on_where_it_ended),
			ROW(test_a_sweep_looks_at_no_more_than_its_budget),
			ROW(test_a_sweep_drops_few_under_one_lock),
			ROW(test_a_sweep_looks_at_what_is_due_and_at_nothing_else),
			ROW(test_what_expires_during_a_long_sweep_is_not_forgotten),
			ROW(test_a_clock_set_forward_sweeps_what_has_expired),
			ROW(test_a_clock_set_forward_delays_no_later_expiry),
			ROW(test_a_clock_set_back_loses_nothing),
			ROW(test_a_clock_set_far_back_does_not_stop_the_sweep),
			ROW(test_a_record_is_found_by_its_hash_alone)};

	UNIT_RUN(tests, argc, argv);
}
