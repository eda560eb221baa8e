/* SPDX-License-Identifier: MIT */
#include <pthread.h>
#include <stdatomic.h>
#include "unit.h"
#include "queue.h"

/*
 * Threads in place of processes, under the thread sanitizer: some put in, one
 * takes out, one looks for who waits too long.
 */

#define PRODUCERS 3
#define ITEMS 20000

static struct r302_queue *q;
static atomic_long wrong, claimed, overdue;
static atomic_int done;

static void expect(int fine, const char *what)
{
	if(!fine && wrong++ < 10)
		fprintf(stderr, "%s\n", what);
}

struct note
{
	int producer;
	int number;
	int len;
};

static void put(int producer, int number, uint64_t *seed)
{
	static const char text[512];
	struct note note = {producer, number, (int)(given_random(seed) % 512)};
	str part[2] = {{(char *)&note, sizeof(note)}, {(char *)text, note.len}};

	while(r302_queue_reserve(q, 1024) < 0)
		sched_yield();
	if(number % 7 == 0) {
		r302_queue_cancel(q, 1024);
		while(r302_queue_reserve(q, 1024) < 0)
			sched_yield();
	}
	r302_queue_put(q, 1024, part, 2, 1, (uint32_t)number);
}

static void *produce(void *arg)
{
	int producer = (int)(intptr_t)arg, i;
	uint64_t seed = (uint64_t)producer + 1;

	for(i = 0; i < ITEMS; i++)
		put(producer, i, &seed);
	return NULL;
}

static void check(struct r302_item *item, int *last)
{
	struct note note;

	memcpy(&note, item->data, sizeof(note));
	expect(note.producer >= 0 && note.producer < PRODUCERS, "whose is it?");
	expect(item->len == sizeof(note) + (size_t)note.len, "not its length");
	expect(note.number == last[note.producer] + 1, "out of order, or lost");
	last[note.producer] = note.number;
	claimed += r302_queue_claim(item);
}

static void *consume(void *arg)
{
	struct r302_span span = {0, 0};
	int last[PRODUCERS] = {-1, -1, -1}, n, total = 0;
	struct r302_item *item;

	(void)arg;
	while(total < PRODUCERS * ITEMS) {
		r302_queue_wait(q, span.at, 1000);
		span = r302_queue_all(q);
		for(n = 0; n < 300 && (item = r302_queue_next(q, &span)); n++)
			check(item, last);
		r302_queue_release(q, span.at, n);
		total += n;
	}
	done = 1;
	return NULL;
}

static void *watch(void *arg)
{
	static union
	{
		struct r302_item item;
		char bytes[sizeof(struct r302_item) + R302_ITEM_MAX];
	} copy;
	struct r302_queue_state state;

	(void)arg;
	while(!done) {
		/* everybody counts as late */
		overdue += r302_queue_overdue(q, &copy.item, 0, ITEMS);
		r302_queue_state(q, &state);
		expect(state.bytes <= state.size, "more than fits");
		sched_yield();
	}
	return NULL;
}

static void test_nothing_is_lost_or_answered_twice_between_processes(
		void **state)
{
	pthread_t producer[PRODUCERS], consumer, watcher;
	struct r302_queue_state end;
	int i;

	q = r302_queue_new(R302_QUEUE_MIN);
	assert_non_null(q);
	pthread_create(&consumer, NULL, consume, NULL);
	pthread_create(&watcher, NULL, watch, NULL);
	for(i = 0; i < PRODUCERS; i++)
		pthread_create(&producer[i], NULL, produce, (void *)(intptr_t)i);
	for(i = 0; i < PRODUCERS; i++)
		pthread_join(producer[i], NULL);
	pthread_join(consumer, NULL);
	pthread_join(watcher, NULL);
	r302_queue_state(q, &end);
	r302_queue_free(q);
	assert_int_equal(wrong, 0);
	assert_int_equal(end.items, 0);
	assert_int_equal(end.bytes, 0);
	assert_int_equal(claimed + overdue, PRODUCERS * ITEMS);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_nothing_is_lost_or_answered_twice_between_processes),
	};

	UNIT_RUN(tests, argc, argv);
}
