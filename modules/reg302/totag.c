/* SPDX-License-Identifier: MIT */
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

void r302_totag_sign(struct r302_totag *tag, const struct r302_exchange *x,
		const struct r302_key *key)
{
	static const char digits[] = "0123456789abcdef";
	uint64_t mac = mac_of(x, key);
	int i;

	memcpy(tag->s, "r302", 4);
	for(i = R302_TOTAG_LEN - 1; i >= 4; i--, mac >>= 4)
		tag->s[i] = digits[mac & 15];
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
