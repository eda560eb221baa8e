/**
 * @file
 * @brief A bounded queue in shared memory: many processes put in, one takes out.
 *
 * A ring of bytes. An item lies in one piece and stays until it is released, so
 * the process that takes out works on it in place; if that process dies, every
 * item that was not done is still there for another one.
 *
 *   - who puts in gets credit first: what has credit always fits, so a change
 *     of memory that was followed by an item never lacks room for it
 *   - one lock, held for copying an item in; never together with a bucket lock,
 *     never while something else is waited for
 *   - positions count bytes since the start and never wrap
 *   - the last store of putting in is the new end: a process that dies with the
 *     lock held leaves a whole queue behind
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_QUEUE_H
#define R302_QUEUE_H

#include <stddef.h>
#include <stdint.h>
#include "../../core/str.h"

struct r302_queue;

/** What was put in at once. */
struct r302_item
{
	uint32_t size;		/* [const] bytes in the ring, this struct included */
	uint32_t len;		/* [const] bytes of data */
	uint32_t posted_ms; /* [const] when; wraps, compare by difference */
	uint32_t waiting;	/* [atomic] 1: somebody waits for an answer */
	char data[];		/* [const] starts at a multiple of 8 bytes */
};

/** Items one after the other; positions in the ring. */
struct r302_span
{
	uint64_t at;
	uint64_t end;
};

/** For statistics; may be a moment old. */
struct r302_queue_state
{
	long items;
	long bytes;
	long high_water; /* most bytes so far */
	long size;		 /* bytes that fit */
};

/** Smallest ring: some items of the largest kind. */
#define R302_QUEUE_MIN (1 << 20)
/** Largest item: its data. The largest reply, and what goes with it. */
#define R302_ITEM_MAX (280 * 1024)

/**
 * Make a queue. Before the fork.
 * @param bytes  of the ring, at least R302_QUEUE_MIN
 * @return in shm, or NULL when there is none
 */
struct r302_queue *r302_queue_new(size_t bytes);

/** Give it back. Without the lock, when nobody uses it any more. */
void r302_queue_free(struct r302_queue *q);

/**
 * Get credit for one item. Takes and leaves the lock.
 * @param len  most bytes of data, at most R302_ITEM_MAX
 * @return 0, or -1 when it might not fit
 */
int r302_queue_reserve(struct r302_queue *q, size_t len);

/** Give credit back without an item. Takes and leaves the lock. */
void r302_queue_cancel(struct r302_queue *q, size_t len);

/**
 * Put an item in, and wake the other side if it sleeps. Takes and leaves the
 * lock; cannot fail.
 *
 * @param credit   what was reserved for it, at least the bytes of all parts
 * @param part     its data, in n parts
 * @param waiting  somebody waits for an answer
 * @return the position behind it: it is done when r302_queue_done() has come
 *         there
 */
uint64_t r302_queue_put(struct r302_queue *q, size_t credit, const str *part,
		int n, int waiting, uint32_t now_ms);

/** @return the position up to which everything is done. No lock. */
uint64_t r302_queue_done(struct r302_queue *q);

/* The side that takes out: one process at a time. */

/** @return everything that is not released, the oldest first */
struct r302_span r302_queue_all(struct r302_queue *q);

/** @return the next item, and the span without it; NULL: nothing is left.
 * Borrowed until it is released. No lock. */
struct r302_item *r302_queue_next(struct r302_queue *q, struct r302_span *span);

/** Let go of everything before this position. Takes and leaves the lock. */
void r302_queue_release(struct r302_queue *q, uint64_t to, int items);

/**
 * Sleep until something lies behind a position, or the time is over.
 * @param timeout_ms  by the clock of the system: one that is set back makes an
 *                    idle wait longer, never one with work to do
 */
void r302_queue_wait(struct r302_queue *q, uint64_t end, int timeout_ms);

/** @return 1 the first time, so that one answer is sent. Atomic, no lock; needs
 * an item that is not released. */
int r302_queue_claim(struct r302_item *item);

/* Any process. */

/**
 * Claim the oldest item that waits for an answer since a time or longer, and copy
 * it out. Takes and leaves the lock.
 *
 * @param item    out: the copy; has room for sizeof(*item) + R302_ITEM_MAX bytes
 * @param age_ms  at least so old
 * @return 1, or 0 when there is none
 */
int r302_queue_overdue(struct r302_queue *q, struct r302_item *item,
		uint32_t age_ms, uint32_t now_ms);

/** Take the lock from a process that died with it. Only when no other process
 * is left that uses the queue. */
void r302_queue_break_lock(struct r302_queue *q);

/** What there is. No lock. */
void r302_queue_state(struct r302_queue *q, struct r302_queue_state *state);

#endif
