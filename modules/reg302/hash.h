/**
 * @file
 * @brief SipHash: a keyed hash of bytes that somebody else chose.
 *
 * Pure. Used for the buckets of the table (an attacker who picks user names
 * cannot pile them up in one bucket) and as the MAC of the To-tag.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_HASH_H
#define R302_HASH_H

#include <stdint.h>
#include <stddef.h>
#include "../../core/str.h"

/** 128 bits that nobody outside this server (or cluster) knows. */
struct r302_key
{
	uint64_t k0;
	uint64_t k1;
};

/** A hash under way: bytes may come in pieces. */
struct r302_hash
{
	uint64_t v[4];
	uint64_t tail;	 /* bytes that do not fill a word yet, little endian */
	unsigned int n;	 /* bytes taken so far */
	int finalrounds; /* 3 for a table, 4 for a MAC */
};

/** Start a SipHash-1-3, for tables. */
void r302_hash_table(struct r302_hash *h, const struct r302_key *key);

/** Start a SipHash-2-4, for authentication. */
void r302_hash_mac(struct r302_hash *h, const struct r302_key *key);

/** Take bytes. The result does not depend on how they are cut into pieces. */
void r302_hash_add(struct r302_hash *h, const char *s, size_t len);

/** Take a field whose length is hashed before it: "ab","c" is not "a","bc". */
void r302_hash_field(struct r302_hash *h, str s);

/** @return the hash; h is used up */
uint64_t r302_hash_end(struct r302_hash *h);

/** A key that nobody knows. @return 0, or -1 when the system gives no entropy */
int r302_hash_random_key(struct r302_key *key);

/** Derive a key for another purpose from a key. */
void r302_hash_derive(struct r302_key *to, const struct r302_key *from);

/** Derive a key from a secret of any length (an operator's `tag_secret`). */
void r302_hash_key(struct r302_key *key, str secret);

#endif
