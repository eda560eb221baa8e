/* SPDX-License-Identifier: MIT */
#include <endian.h>
#include <string.h>
#include <sys/random.h>
#include "hash.h"

#define ROTL(x, b) (((x) << (b)) | ((x) >> (64 - (b))))

static inline void sip_round(uint64_t v[4])
{
	v[0] += v[1];
	v[1] = ROTL(v[1], 13) ^ v[0];
	v[0] = ROTL(v[0], 32);
	v[2] += v[3];
	v[3] = ROTL(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = ROTL(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = ROTL(v[1], 17) ^ v[2];
	v[2] = ROTL(v[2], 32);
}

static void start(struct r302_hash *h, const struct r302_key *key, int rounds)
{
	h->v[0] = 0x736f6d6570736575ULL ^ key->k0;
	h->v[1] = 0x646f72616e646f6dULL ^ key->k1;
	h->v[2] = 0x6c7967656e657261ULL ^ key->k0;
	h->v[3] = 0x7465646279746573ULL ^ key->k1;
	h->tail = 0;
	h->n = 0;
	h->finalrounds = rounds;
}

void r302_hash_table(struct r302_hash *h, const struct r302_key *key)
{
	start(h, key, 3);
}

void r302_hash_mac(struct r302_hash *h, const struct r302_key *key)
{
	start(h, key, 4);
}

/* SipHash-c-d with c = d / 2: one round a word for 1-3, two for 2-4 */
static inline void take_word(struct r302_hash *h, uint64_t word)
{
	h->v[3] ^= word;
	sip_round(h->v);
	if(h->finalrounds == 4)
		sip_round(h->v);
	h->v[0] ^= word;
}

static inline uint64_t load_word(const char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof(word));
	return le64toh(word);
}

static inline uint64_t load_half(const char *s)
{
	uint32_t half;

	memcpy(&half, s, sizeof(half));
	return le32toh(half);
}

/* one to seven bytes, little endian; some of them are looked at twice */
static inline uint64_t load(const char *s, size_t len)
{
	const unsigned char *p = (const unsigned char *)s;

	if(len >= 4)
		return load_half(s) | load_half(s + len - 4) << (8 * (len - 4));
	return p[0] | (uint64_t)p[len / 2] << (8 * (len / 2))
		   | (uint64_t)p[len - 1] << (8 * (len - 1));
}

/* up to eight bytes behind those that wait: what is too much for a word waits */
static inline void take(struct r302_hash *h, uint64_t bytes, size_t len)
{
	unsigned int waiting = h->n & 7;

	h->n += (unsigned int)len;
	h->tail |= bytes << (8 * waiting);
	if(waiting + len < 8)
		return;
	take_word(h, h->tail);
	h->tail = waiting ? bytes >> (64 - 8 * waiting) : 0;
}

void r302_hash_add(struct r302_hash *to, const char *s, size_t len)
{
	struct r302_hash h = *to; /* in registers for as long as it takes */

	for(; len >= 8; s += 8, len -= 8)
		take(&h, load_word(s), 8);
	if(len)
		take(&h, load(s, len), len);
	*to = h;
}

void r302_hash_field(struct r302_hash *h, str s)
{
	take(h, (uint32_t)s.len, 4);
	r302_hash_add(h, s.s, s.len);
}

uint64_t r302_hash_end(struct r302_hash *h)
{
	int i;

	take_word(h, h->tail | ((uint64_t)(h->n & 255) << 56));
	h->v[2] ^= 0xff;
	for(i = 0; i < h->finalrounds; i++)
		sip_round(h->v);
	return h->v[0] ^ h->v[1] ^ h->v[2] ^ h->v[3];
}

void r302_hash_key(struct r302_key *key, str secret)
{
	static const struct r302_key left = {0x7265673330322d6cULL, 1};
	static const struct r302_key right = {0x7265673330322d72ULL, 2};
	struct r302_hash h;

	r302_hash_mac(&h, &left);
	r302_hash_field(&h, secret);
	key->k0 = r302_hash_end(&h);
	r302_hash_mac(&h, &right);
	r302_hash_field(&h, secret);
	key->k1 = r302_hash_end(&h);
}

int r302_hash_random_key(struct r302_key *key)
{
	return getrandom(key, sizeof(*key), 0) == sizeof(*key) ? 0 : -1;
}

void r302_hash_derive(struct r302_key *to, const struct r302_key *from)
{
	struct r302_hash h;

	r302_hash_mac(&h, from);
	r302_hash_add(&h, "0", 1);
	to->k0 = r302_hash_end(&h);
	r302_hash_mac(&h, from);
	r302_hash_add(&h, "1", 1);
	to->k1 = r302_hash_end(&h);
}
