/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <semaphore.h>
#include <string.h>
#include <time.h>
#include "../../core/locking.h"
#include "../../core/mem/shm_mem.h"
#include "queue.h"

#define ALIGN(n) (((n) + 7) & ~(size_t)7)
#define ITEM_SIZE(len) ALIGN(sizeof(struct r302_item) + (len))
#define FILLER UINT32_MAX /* len of what fills the end of the ring */

/* items that overdue() looks at under one lock */
#define LOOKS 256

/* items are aligned for numbers and pointers in their data */
struct r302_queue
{
	gen_lock_t lock;
	sem_t wakeup;
	size_t size;		 /* [const] bytes of the ring */
	size_t limit;		 /* [const] bytes that may be used or have credit */
	uint64_t head;		 /* [lock] the oldest item; read without it */
	uint64_t tail;		 /* [lock] behind the newest; read without it */
	uint64_t seen;		 /* [lock] nothing before it waits for an answer */
	size_t credit;		 /* [lock] bytes that were promised */
	uint64_t high_water; /* [lock] read without it, as the next two */
	uint64_t put, taken; /* [lock] items so far */
	int asleep;			 /* [lock] the other side waits for wakeup */
	char ring[] __attribute__((aligned(8)));
};

static uint64_t get(const uint64_t *n)
{
	return __atomic_load_n(n, __ATOMIC_ACQUIRE);
}

static void set(uint64_t *n, uint64_t value)
{
	__atomic_store_n(n, value, __ATOMIC_RELEASE);
}

struct r302_queue *r302_queue_new(size_t bytes)
{
	struct r302_queue *q;
	size_t size = ALIGN(bytes);

	q = shm_malloc(sizeof(*q) + size);
	if(q == NULL)
		return NULL;
	memset(q, 0, sizeof(*q));
	q->size = size;
	/* an item that does not fit at the end of the ring goes to its start: as
	 * much as the largest item may stay empty there */
	q->limit = size - ITEM_SIZE(R302_ITEM_MAX);
	if(lock_init(&q->lock) == NULL || sem_init(&q->wakeup, 1, 0) < 0) {
		shm_free(q);
		return NULL;
	}
	return q;
}

void r302_queue_free(struct r302_queue *q)
{
	sem_destroy(&q->wakeup);
	lock_destroy(&q->lock);
	shm_free(q);
}

int r302_queue_reserve(struct r302_queue *q, size_t len)
{
	size_t need = ITEM_SIZE(len), used;
	int fits;

	lock_get(&q->lock);
	used = (size_t)(q->tail - q->head) + q->credit + need;
	fits = used <= q->limit;
	if(fits)
		q->credit += need;
	lock_release(&q->lock);
	return fits ? 0 : -1;
}

void r302_queue_cancel(struct r302_queue *q, size_t len)
{
	lock_get(&q->lock);
	q->credit -= ITEM_SIZE(len);
	lock_release(&q->lock);
}

static struct r302_item *item_at(struct r302_queue *q, uint64_t at)
{
	return (struct r302_item *)(q->ring + at % q->size);
}

/* @return where an item of this size goes: the end of the ring is filled when it
 * does not fit there. A filler may be as short as the 8 bytes it needs. */
static uint64_t make_room_locked(struct r302_queue *q, size_t size)
{
	size_t left = q->size - (size_t)(q->tail % q->size);
	struct r302_item *filler = item_at(q, q->tail);

	if(left >= size)
		return q->tail;
	filler->size = (uint32_t)left;
	filler->len = FILLER;
	return q->tail + left;
}

static void fill(struct r302_item *item, const str *part, int n, int waiting,
		uint32_t now_ms)
{
	char *at = item->data;
	int i;

	for(i = 0; i < n; i++) {
		if(part[i].len)
			memcpy(at, part[i].s, (size_t)part[i].len);
		at += part[i].len;
	}
	item->len = (uint32_t)(at - item->data);
	item->posted_ms = now_ms;
	item->waiting = (uint32_t)waiting;
}

static size_t sum(const str *part, int n)
{
	size_t len = 0;

	while(n > 0)
		len += (size_t)part[--n].len;
	return len;
}

uint64_t r302_queue_put(struct r302_queue *q, size_t credit, const str *part,
		int n, int waiting, uint32_t now_ms)
{
	size_t size = ITEM_SIZE(sum(part, n));
	struct r302_item *item;
	uint64_t at;
	int wake;

	lock_get(&q->lock);
	at = make_room_locked(q, size);
	item = item_at(q, at);
	item->size = (uint32_t)size;
	fill(item, part, n, waiting, now_ms);
	q->credit -= ITEM_SIZE(credit);
	set(&q->put, q->put + 1);
	if(at + size - q->head > q->high_water)
		set(&q->high_water, at + size - q->head);
	wake = q->asleep;
	q->asleep = 0;
	set(&q->tail, at + size);
	lock_release(&q->lock);
	if(wake)
		sem_post(&q->wakeup);
	return at + size;
}

uint64_t r302_queue_done(struct r302_queue *q)
{
	return get(&q->head);
}

struct r302_span r302_queue_all(struct r302_queue *q)
{
	struct r302_span span = {get(&q->head), get(&q->tail)};

	return span;
}

struct r302_item *r302_queue_next(struct r302_queue *q, struct r302_span *span)
{
	struct r302_item *item;

	while(span->at < span->end) {
		item = item_at(q, span->at);
		span->at += item->size;
		if(item->len != FILLER)
			return item;
	}
	return NULL;
}

void r302_queue_release(struct r302_queue *q, uint64_t to, int items)
{
	lock_get(&q->lock);
	set(&q->head, to);
	set(&q->taken, q->taken + (uint64_t)items);
	if(q->seen < to)
		q->seen = to;
	lock_release(&q->lock);
}

static void sleep_until_woken(struct r302_queue *q, int timeout_ms)
{
	struct timespec until;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += timeout_ms / 1000;
	until.tv_nsec += (long)(timeout_ms % 1000) * 1000000;
	if(until.tv_nsec >= 1000000000) {
		until.tv_nsec -= 1000000000;
		until.tv_sec++;
	}
	while(sem_timedwait(&q->wakeup, &until) < 0 && errno == EINTR)
		;
}

void r302_queue_wait(struct r302_queue *q, uint64_t end, int timeout_ms)
{
	int empty;

	lock_get(&q->lock);
	empty = q->tail <= end;
	q->asleep = empty;
	lock_release(&q->lock);
	if(!empty)
		return;
	/* a post that came after the timeout stays, and ends the next wait early:
	 * no harm, who wakes looks again */
	sleep_until_woken(q, timeout_ms);
}

int r302_queue_claim(struct r302_item *item)
{
	return (int)__atomic_exchange_n(&item->waiting, 0, __ATOMIC_ACQ_REL);
}

/* @return the item, not claimed yet; NULL: none among so many; *more: go on */
static struct r302_item *find_overdue_locked(
		struct r302_queue *q, uint32_t age_ms, uint32_t now_ms, int *more)
{
	struct r302_item *item;
	int i;

	*more = 0;
	if(q->seen < q->head)
		q->seen = q->head;
	for(i = 0; i < LOOKS; i++, q->seen += item->size) {
		if(q->seen >= q->tail)
			return NULL;
		item = item_at(q, q->seen);
		if(item->len == FILLER)
			continue;
		if(now_ms - item->posted_ms < age_ms)
			return NULL;
		if(__atomic_load_n(&item->waiting, __ATOMIC_ACQUIRE))
			return item;
	}
	*more = 1;
	return NULL;
}

/* all but the claim, which the other side may try just now */
static void copy(struct r302_item *to, const struct r302_item *from)
{
	to->size = from->size;
	to->len = from->len;
	to->posted_ms = from->posted_ms;
	to->waiting = 0;
	memcpy(to->data, from->data, from->len);
}

int r302_queue_overdue(struct r302_queue *q, struct r302_item *item,
		uint32_t age_ms, uint32_t now_ms)
{
	struct r302_item *found;
	int more = 1, claimed = 0;

	while(more && !claimed) {
		lock_get(&q->lock);
		found = find_overdue_locked(q, age_ms, now_ms, &more);
		if(found) {
			claimed = r302_queue_claim(found);
			more = 1; /* when the other side was quicker */
		}
		if(claimed) /* under the lock it is not released */
			copy(item, found);
		lock_release(&q->lock);
	}
	return claimed;
}

void r302_queue_break_lock(struct r302_queue *q)
{
	lock_init(&q->lock);
}

void r302_queue_state(struct r302_queue *q, struct r302_queue_state *state)
{
	uint64_t head = get(&q->head), tail = get(&q->tail);

	state->items = (long)(get(&q->put) - get(&q->taken));
	state->bytes = tail > head ? (long)(tail - head) : 0;
	state->high_water = (long)get(&q->high_water);
	state->size = (long)q->limit;
}
