/* Lines: Call-ID, From tag, branch, CSeq, a forged To-tag.
 * SPDX-License-Identifier: MIT */
#include <ctype.h>
#include "fuzz.h"
#include "totag.h"

static const struct r302_key key = {0x0123456789abcdefULL, 0xfedcba9876543210};
static const struct r302_key other_key = {0x0123456789abcdefULL, 1};

static str tag_of(struct r302_totag *tag, const struct r302_exchange *x)
{
	str s = {tag->s, R302_TOTAG_LEN};
	int i;

	r302_totag_sign(tag, x, &key);
	for(i = 0; i < R302_TOTAG_LEN; i++)
		REQUIRE(isalnum((unsigned char)tag->s[i]), "the tag is a token");
	return s;
}

static void check_ours(str tag, const struct r302_exchange *x)
{
	struct r302_exchange folded = *x;
	int i;

	REQUIRE(r302_totag_is_ours(tag, x, &key), "our own tag is ours");
	REQUIRE(!r302_totag_is_ours(tag, x, &other_key), "of this key only");
	folded.branch.s = malloc(x->branch.len + 1);
	for(i = 0; i < x->branch.len; i++)
		folded.branch.s[i] =
				isascii((unsigned char)x->branch.s[i])
						? (char)toupper((unsigned char)x->branch.s[i])
						: x->branch.s[i];
	REQUIRE(r302_totag_is_ours(tag, &folded, &key),
			"a branch is compared without case");
	free(folded.branch.s);
}

/* a byte that moves from one field to its neighbour is another exchange */
static void check_others(str tag, const struct r302_exchange *x)
{
	struct r302_exchange y = *x;

	y.cseq ^= 1;
	REQUIRE(!r302_totag_is_ours(tag, &y, &key), "another CSeq");
	y = *x;
	y.callid = x->from_tag;
	y.from_tag = x->callid;
	REQUIRE(is_same(x->callid, x->from_tag)
					|| !r302_totag_is_ours(tag, &y, &key),
			"Call-ID and From tag exchanged");
	y = *x;
	if(y.callid.len == 0)
		return;
	y.callid.len--;
	REQUIRE(!r302_totag_is_ours(tag, &y, &key), "a shorter Call-ID");
}

/* 64 bits are not guessed by chance */
static void check_forged(str forged, str tag, const struct r302_exchange *x)
{
	str cut = tag;

	REQUIRE(is_same(forged, tag) || !r302_totag_is_ours(forged, x, &key),
			"%.*s is not %.*s", TEXT(forged), TEXT(tag));
	for(cut.len = 0; cut.len < tag.len; cut.len++)
		REQUIRE(!r302_totag_is_ours(cut, x, &key), "a part of our tag");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = {data, size};
	struct r302_exchange x;
	struct r302_totag tag;
	str number, forged, s;
	int i;

	x.callid = input_line(&in);
	x.from_tag = input_line(&in);
	x.branch = input_line(&in);
	number = input_line(&in);
	forged = input_line(&in);
	for(x.cseq = 0, i = 0; i < number.len; i++)
		x.cseq = x.cseq * 10 + (unsigned char)number.s[i] - '0';
	s = tag_of(&tag, &x);
	check_ours(s, &x);
	check_others(s, &x);
	check_forged(forged, s, &x);
	free(x.callid.s);
	free(x.from_tag.s);
	free(x.branch.s);
	free(number.s);
	free(forged.s);
	return 0;
}
