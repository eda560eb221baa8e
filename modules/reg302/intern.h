/**
 * @file
 * @brief What many bindings have in common, once: the socket that their
 * REGISTER came to, the User-Agent, and a Path that repeats.
 *
 * An entry is reference-counted shm. Taking one up needs the one lock of this
 * file, which is never taken under a bucket lock; a further reference and giving
 * one back need no lock, so that the last may be done under a bucket lock. What
 * nobody refers to any more stays for the next phone of its kind until it is
 * reaped.
 *
 * There are at most R302_INTERN_MAX entries. What comes when it is full is kept
 * by each binding for itself, apart from the socket: phones whose User-Agent
 * holds a serial number cost no more than they are worth.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_INTERN_H
#define R302_INTERN_H

#include <stdint.h>
#include <stddef.h>
#include "../../core/str.h"

#define R302_INTERN_MAX 32768

struct socket_info;

/** [const] from the moment it is handed out. */
struct r302_shared
{
	struct socket_info *sock; /* NULL: not known */
	uint16_t agent_len;
	uint16_t path_len;
	char text[]; /* User-Agent, then Path */
};

/** What a new binding may refer to. */
struct r302_share
{
	const struct r302_shared *with; /* a reference; NULL: nothing is shared */
	int known; /* 0: not asked for yet, as much as possible is assumed */
};

/** Before the fork. @return 0, or -1 when there is no shm (or no entropy) */
int r302_intern_init(void);

/**
 * Give everything back. Only for tests.
 * @return references that nobody has given back
 */
long r302_intern_destroy(void);

/**
 * @return 1 when such a Path is the same for many phones; one with a user part
 * or a received parameter is one phone's own (RFC 5626 5.1, RFC 3327 5)
 */
int r302_intern_repeats(str path);

/**
 * Find or make the entry for these, and take a reference to it. Takes and
 * leaves the lock of this file; never under a bucket lock.
 *
 * @param share  out, with 0: as much of it as can be shared
 * @return 0, or -1 when there is no shm
 */
int r302_intern_get(struct r302_share *share, struct socket_info *sock,
		str agent, str path);

/** Take one more reference, having one. No lock. NULL is nothing. */
void r302_intern_hold(const struct r302_shared *s);

/** Give a reference back. No lock; also under a bucket lock. NULL is nothing. */
void r302_intern_put(const struct r302_shared *s);

/**
 * Free entries that nobody refers to, a few under one lock. Not under a bucket
 * lock.
 *
 * @param buckets  how many to look at, from where the last call ended
 * @return entries freed
 */
int r302_intern_reap(int buckets);

/** Memory is short: free every entry that nobody refers to. @return as above */
int r302_intern_reap_all(void);

/** @return entries, those included that wait to be reaped. No lock. */
long r302_intern_entries(void);

/** @return bytes of it, rounded so that another may follow; 0 for NULL */
size_t r302_shared_size(const struct r302_shared *s);

/** @return the same of one that is to be made */
size_t r302_shared_size_of(str agent, str path);

#endif
