/**
 * @file
 * @brief AOR -> bindings, in shared memory.
 *
 * The table is cut into shards by the hash of the AOR. A shard has one lock
 * (the bucket lock), buckets that grow one at a time, and a wheel that tells
 * what expires next.
 *
 *   - at most one bucket lock is held at a time, so there is no lock order
 *   - no callback, no I/O, no parsing of messages, no logging under a lock
 *   - shm is allocated before and freed after: shm_malloc() takes the one shm
 *     lock of the server; copying out is allowed inside
 *   - a pointer into the table lives from r302_table_lock() to
 *     r302_table_unlock(); only location.c calls these; everybody else gets a
 *     snapshot
 *   - names ending in _locked need the bucket lock of the record's AOR
 *
 * Growth is linear hashing: an insertion that makes a shard too full splits one
 * bucket, so no request ever pays for a rehash of the table and there is no
 * size to configure.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_TABLE_H
#define R302_TABLE_H

#include "binding.h"
#include "aor.h"
#include "hash.h"

/** Where an AOR lives. */
struct r302_place
{
	str aor; /* borrowed */
	uint32_t hash;
};

/** A position in a walk over the table, as text for an operator: the AOR of the
 * last record seen. Growth does not disturb it. */
struct r302_cursor
{
	struct r302_aor aor; /* len 0: at the start */
	int done;			 /* nothing is left */
};

/** What a step of sweeping did. */
struct r302_swept
{
	int seen;	   /* records looked at */
	int expired;   /* bindings dropped */
	int forgotten; /* users without a binding that were dropped */
};

/**
 * Make the table. Before the fork.
 * @param now  seconds since the epoch
 * @return 0, or -1 when there is no shm
 */
int r302_table_init(time_t now);

/**
 * Hash with this key instead of a random one: nodes with the same tag_secret then
 * put an AOR at the same place, which a temporary GRUU tells. Before the first
 * record.
 */
void r302_table_set_key(const struct r302_key *key);

/** Give everything back. Only for tests: a server that ends gives back all of
 * its shm at once. */
void r302_table_destroy(void);

/** @return the place of an AOR, whose text is borrowed */
struct r302_place r302_table_place(str aor);

/**
 * Somebody will ask for the record of an AOR soon: with a million of them what it
 * takes to find it is in no cache, and memory takes as long as parsing a header.
 * First the bucket, and when that has come the record. Neither takes the lock nor
 * looks at a record; both are of no effect beyond the cache.
 */
void r302_table_expect_bucket(uint32_t hash);
void r302_table_expect_record(uint32_t hash);

/**
 * Take the bucket lock of an AOR and look for its record.
 * @return the record, or NULL when there is none; the lock is held either way
 */
struct r302_record *r302_table_lock(const struct r302_place *place);

/**
 * Copy the nth record (0 the first) whose AOR has this hash: for a temporary
 * GRUU, which names its AOR by nothing else. Takes and leaves the bucket lock.
 * @param block  at least R302_RECORD_MAX bytes
 * @return 1, or 0 when there are not that many
 */
int r302_table_copy_hash(uint32_t hash, int nth, struct r302_record *block);

/** Leave it. Extends the shard afterwards when it has become too full; without
 * shm for that the table goes on, only slower. */
void r302_table_unlock(const struct r302_place *place);

/** Take the locks from processes that died with them. By the last process: what
 * such a lock guards may be half done, and has to serve only once more. */
void r302_table_break_locks(void);

/** Link a new record. Takes ownership of the block. */
void r302_table_insert_locked(struct r302_record *rec);

/** Take a record out. The caller owns it, to be freed without the lock. */
void r302_table_unlink_locked(struct r302_record *rec);

/**
 * Free a record that was taken out, and while the user is to be known leave the
 * name in its place, without a binding. Without shm for that the user is
 * forgotten at once. Takes and leaves the bucket lock.
 */
void r302_table_bury(struct r302_record *rec, time_t now);

/**
 * Memory is short: forget some of the users without a binding.
 * @return 1 when something was freed, else 0
 */
int r302_table_forget(void);

/** Say that a record's expiries or number of bindings may have changed.
 * @param had  bindings it had before */
void r302_table_changed_locked(struct r302_record *rec, int had);

/**
 * Drop what has expired, a bounded amount: at most budget records are looked at,
 * a few of them under one lock.
 *
 * @param remember  seconds for which a user who lost the last binding is known
 */
struct r302_swept r302_table_sweep(time_t now, uint32_t remember, int budget);

/**
 * Copy the next record of a walk.
 * @param cursor  in: where to go on; out: the record copied
 * @param block   at least R302_RECORD_MAX bytes
 * @return 1, or 0 at the end (cursor->done is set)
 */
int r302_table_next(struct r302_cursor *cursor, struct r302_record *block);

/** @return users without a binding that are still known. No lock. */
long r302_table_remembered(void);

/** @return users with a binding; bindings, expired ones included. No lock. */
long r302_table_aors(void);
long r302_table_bindings(void);

/** @return buckets now, for tests and for operators who are curious */
long r302_table_buckets(void);

#endif
