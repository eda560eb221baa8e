/* SPDX-License-Identifier: MIT */
#include <endian.h>
#include <string.h>
#include "totag.h"

/* in pieces: nobody limits the length of a branch */
static void add_lowered(struct r302_hash *h, str s)
{
	char buf[64], c;
	int i, n;

	for(; s.len > 0; s.s += n, s.len -= n) {
		n = s.len < (int)sizeof(buf) ? s.len : (int)sizeof(buf);
		for(i = 0; i < n; i++) {
			c = s.s[i];
			buf[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
		}
		r302_hash_add(h, buf, n);
	}
}

static uint64_t mac_of(
		const struct r302_exchange *x, const struct r302_key *key)
{
	struct r302_hash h;
	char cseq[4] = {(char)x->cseq, (char)(x->cseq >> 8), (char)(x->cseq >> 16),
			(char)(x->cseq >> 24)};

	r302_hash_mac(&h, key);
	r302_hash_field(&h, x->callid);
	r302_hash_field(&h, x->from_tag);
	r302_hash_add(&h, cseq, sizeof(cseq));
	add_lowered(&h, x->branch);
	return r302_hash_end(&h);
}

/* eight hexadecimal digits at once: each half byte into a byte of its own, and
 * what is above 9 from '0' to 'a' */
static void put_hex(char *s, uint32_t n)
{
	const uint64_t ones = 0x0101010101010101ULL;
	uint64_t x = n, letters;

	x = (x | x << 16) & 0x0000ffff0000ffffULL;
	x = (x | x << 8) & 0x00ff00ff00ff00ffULL;
	x = (x | x << 4) & 0x0f0f0f0f0f0f0f0fULL;
	letters = (x + 6 * ones) >> 4 & ones;
	x = htobe64(x + '0' * ones + ('a' - '9' - 1) * letters);
	memcpy(s, &x, sizeof(x));
}

void r302_totag_sign(struct r302_totag *tag, const struct r302_exchange *x,
		const struct r302_key *key)
{
	uint64_t mac = mac_of(x, key);

	memcpy(tag->s, "r302", 4);
	put_hex(tag->s + 4, (uint32_t)(mac >> 32));
	put_hex(tag->s + 12, (uint32_t)mac);
}

int r302_totag_is_ours(
		str tag, const struct r302_exchange *x, const struct r302_key *key)
{
	struct r302_totag want;
	int i, diff = 0;

	if(tag.len != R302_TOTAG_LEN)
		return 0;
	r302_totag_sign(&want, x, key);
	for(i = 0; i < R302_TOTAG_LEN; i++)
		diff |= want.s[i] ^ tag.s[i];
	return diff == 0;
}
