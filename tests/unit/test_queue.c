/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "queue.h"

#define BYTES R302_QUEUE_MIN

static struct r302_queue *q;
static struct r302_span span;

static int start(void **state)
{
	unit_setup(state);
	q = r302_queue_new(BYTES);
	assert_non_null(q);
	span = r302_queue_all(q);
	return 0;
}

static int end(void **state)
{
	r302_queue_free(q);
	return unit_teardown(state);
}

#define QUEUE_FACT(test) cmocka_unit_test_setup_teardown(test, start, end)

static uint64_t put(const char *text, int waiting, uint32_t now_ms)
{
	str part = {(char *)text, (int)strlen(text)};

	assert_int_equal(r302_queue_reserve(q, (size_t)part.len), 0);
	return r302_queue_put(q, (size_t)part.len, &part, 1, waiting, now_ms);
}

static struct r302_item *next(void)
{
	span.end = r302_queue_all(q).end;
	return r302_queue_next(q, &span);
}

static void expect_next(const char *text)
{
	struct r302_item *item = next();
	str data;

	assert_non_null(item);
	data.s = item->data;
	data.len = (int)item->len;
	assert_str(data, text);
}

static long bytes_used(void)
{
	struct r302_queue_state state;

	r302_queue_state(q, &state);
	return state.bytes;
}

static void test_items_come_out_in_the_order_they_went_in(void **state)
{
	put("one", 0, 0);
	put("two", 0, 0);
	put("", 0, 0);
	put("three", 0, 0);
	expect_next("one");
	expect_next("two");
	expect_next("");
	expect_next("three");
	assert_null(next());
}

static void test_an_item_is_its_parts_one_after_the_other(void **state)
{
	str part[3] = {{"ab", 2}, {NULL, 0}, {"c", 1}};

	assert_int_equal(r302_queue_reserve(q, 3), 0);
	r302_queue_put(q, 3, part, 3, 0, 0);
	expect_next("abc");
}

static void test_an_item_stays_until_it_is_released(void **state)
{
	uint64_t one = put("one", 0, 0), two = put("two", 0, 0);

	expect_next("one");
	assert_true(r302_queue_done(q) < one);
	span = r302_queue_all(q);
	expect_next("one"); /* another process starts over */
	r302_queue_release(q, one, 1);
	assert_true(r302_queue_done(q) == one);
	span = r302_queue_all(q);
	expect_next("two");
	r302_queue_release(q, two, 1);
	assert_int_equal(bytes_used(), 0);
}

/* sizes that leave every remainder at the end of the ring, many times around */
static void test_items_are_whole_wherever_the_ring_ends(void **state)
{
	static char text[R302_ITEM_MAX];
	uint64_t seed = 1, at;
	struct r302_item *item;
	str part = {text, 0};
	int i, j;

	for(i = 0; i < 20000; i++) {
		part.len = (int)(given_random(&seed) % (i % 100 ? 300 : R302_ITEM_MAX));
		memset(text, i % 251, (size_t)part.len);
		assert_int_equal(r302_queue_reserve(q, (size_t)part.len), 0);
		at = r302_queue_put(q, (size_t)part.len, &part, 1, 0, 0);
		item = next();
		assert_non_null(item);
		assert_int_equal((uintptr_t)item->data % 8, 0);
		assert_int_equal(item->len, part.len);
		for(j = 0; j < part.len; j++)
			assert_int_equal((unsigned char)item->data[j], i % 251);
		r302_queue_release(q, at, 1);
	}
	assert_true(at > 3 * (uint64_t)BYTES);
	assert_int_equal(bytes_used(), 0);
}

static int fill_with_credit(size_t len)
{
	int n = 0;

	while(r302_queue_reserve(q, len) == 0)
		n++;
	return n;
}

static void test_what_has_credit_always_fits(void **state)
{
	static char text[R302_ITEM_MAX];
	str part = {text, 0};
	uint64_t seed = 7, last = 0;
	int round, i, n, items;

	/* from every place in the ring, with the largest filler in the way */
	for(round = 0; round < 50; round++) {
		part.len = (int)(given_random(&seed) % R302_ITEM_MAX);
		n = fill_with_credit((size_t)part.len);
		assert_in_range(n, 2, BYTES);
		for(i = 0; i < n; i++) {
			memset(text, i, (size_t)part.len);
			last = r302_queue_put(q, (size_t)part.len, &part, 1, 0, 0);
		}
		for(i = 0; i < n; i++) {
			struct r302_item *item = next();
			assert_non_null(item);
			if(part.len)
				assert_int_equal((unsigned char)item->data[part.len - 1],
						(unsigned char)i);
		}
		items = n;
		r302_queue_release(q, last, items);
	}
}

static void test_a_full_queue_gives_no_credit_until_something_is_done(
		void **state)
{
	str part = {"x", 1};
	uint64_t first;
	int i, n = fill_with_credit(1);

	first = r302_queue_put(q, 1, &part, 1, 0, 0);
	for(i = 1; i < n; i++)
		r302_queue_put(q, 1, &part, 1, 0, 0);
	assert_int_equal(r302_queue_reserve(q, 1), -1);
	r302_queue_release(q, first, 1);
	assert_int_equal(r302_queue_reserve(q, 1), 0);
	assert_int_equal(r302_queue_reserve(q, 1), -1);
}

static void test_credit_that_is_cancelled_can_be_had_again(void **state)
{
	int i, n = fill_with_credit(1000);

	for(i = 0; i < n; i++)
		r302_queue_cancel(q, 1000);
	assert_int_equal(fill_with_credit(1000), n);
}

static void test_an_item_shorter_than_its_credit_gives_the_rest_back(
		void **state)
{
	str part = {"x", 1};
	int i;

	for(i = 0; i < 1000; i++) {
		assert_int_equal(r302_queue_reserve(q, R302_ITEM_MAX), 0);
		r302_queue_put(q, R302_ITEM_MAX, &part, 1, 0, 0);
	}
	assert_in_range(bytes_used(), 1000, 1000 * 64);
}

static void test_the_high_water_mark_stays(void **state)
{
	struct r302_queue_state before, after;
	uint64_t at = put("something", 0, 0);

	r302_queue_state(q, &before);
	assert_int_equal(before.items, 1);
	r302_queue_release(q, at, 1);
	r302_queue_state(q, &after);
	assert_int_equal(after.items, 0);
	assert_int_equal(after.bytes, 0);
	assert_true(after.high_water > 0);
	assert_int_equal(after.high_water, before.high_water);
}

static void test_one_side_claims_an_answer_and_no_other(void **state)
{
	struct r302_item *item;

	put("asks", 1, 0);
	put("asks not", 0, 0);
	item = next();
	assert_int_equal(r302_queue_claim(item), 1);
	assert_int_equal(r302_queue_claim(item), 0);
	assert_int_equal(r302_queue_claim(next()), 0);
}

/* room for the largest copy */
static union
{
	struct r302_item item;
	char bytes[sizeof(struct r302_item) + R302_ITEM_MAX];
} copy;

static int overdue(uint32_t now_ms)
{
	return r302_queue_overdue(q, &copy.item, 1000, now_ms);
}

static void test_who_waits_too_long_is_found_once_the_oldest_first(void **state)
{
	put("a", 1, 5000);
	put("silent", 0, 5000);
	put("b", 1, 5100);
	put("c", 1, 6000);
	assert_int_equal(overdue(5999), 0);
	assert_int_equal(overdue(6100), 1);
	assert_memory_equal(copy.item.data, "a", 1);
	assert_int_equal(overdue(6100), 1);
	assert_memory_equal(copy.item.data, "b", 1);
	assert_int_equal(overdue(6100), 0);
	assert_int_equal(r302_queue_claim(next()), 0); /* the other side */
	assert_int_equal(overdue(7000), 1);
	assert_memory_equal(copy.item.data, "c", 1);
}

static void test_who_was_answered_is_not_overdue(void **state)
{
	put("a", 1, 0);
	put("b", 1, 0);
	assert_int_equal(r302_queue_claim(next()), 1);
	assert_int_equal(overdue(5000), 1);
	assert_memory_equal(copy.item.data, "b", 1);
	assert_int_equal(overdue(5000), 0);
}

static void test_what_was_released_is_not_overdue(void **state)
{
	uint64_t at = put("a", 1, 0);

	r302_queue_release(q, at, 1);
	assert_int_equal(overdue(5000), 0);
}

/* the clock of milliseconds wraps every 49 days */
static void test_an_age_is_right_where_the_clock_wraps(void **state)
{
	put("a", 1, UINT32_MAX - 10);
	assert_int_equal(overdue(100), 0);
	assert_int_equal(overdue(990), 1);
}

static void test_the_overdue_are_found_behind_many_that_do_not_wait(
		void **state)
{
	int i;

	for(i = 0; i < 2000; i++)
		put("silent", 0, 0);
	put("a", 1, 0);
	assert_int_equal(overdue(5000), 1);
	assert_memory_equal(copy.item.data, "a", 1);
}

static void test_without_shm_there_is_no_queue(void **state)
{
	core_fail_at(1);
	assert_null(r302_queue_new(BYTES));
}

static void test_a_wait_ends_at_once_when_something_is_there(void **state)
{
	put("a", 0, 0);
	r302_queue_wait(q, 0, 60000);
	expect_next("a");
}

static void test_a_lock_of_the_dead_is_broken(void **state)
{
	put("a", 0, 0);
	r302_queue_break_lock(q);
	put("b", 0, 0);
	expect_next("a");
	expect_next("b");
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			QUEUE_FACT(test_items_come_out_in_the_order_they_went_in),
			QUEUE_FACT(test_an_item_is_its_parts_one_after_the_other),
			QUEUE_FACT(test_an_item_stays_until_it_is_released),
			QUEUE_FACT(test_items_are_whole_wherever_the_ring_ends),
			QUEUE_FACT(test_what_has_credit_always_fits),
			QUEUE_FACT(
					test_a_full_queue_gives_no_credit_until_something_is_done),
			QUEUE_FACT(test_credit_that_is_cancelled_can_be_had_again),
			QUEUE_FACT(
					test_an_item_shorter_than_its_credit_gives_the_rest_back),
			QUEUE_FACT(test_the_high_water_mark_stays),
			QUEUE_FACT(test_one_side_claims_an_answer_and_no_other),
			QUEUE_FACT(test_who_waits_too_long_is_found_once_the_oldest_first),
			QUEUE_FACT(test_who_was_answered_is_not_overdue),
			QUEUE_FACT(test_what_was_released_is_not_overdue),
			QUEUE_FACT(test_an_age_is_right_where_the_clock_wraps),
			QUEUE_FACT(test_the_overdue_are_found_behind_many_that_do_not_wait),
			QUEUE_FACT(test_without_shm_there_is_no_queue),
			QUEUE_FACT(test_a_wait_ends_at_once_when_something_is_there),
			QUEUE_FACT(test_a_lock_of_the_dead_is_broken),
	};

	UNIT_RUN(tests, argc, argv);
}
