/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "totag.h"

static const struct r302_key key = {
		0x0706050403020100ULL, 0x0f0e0d0c0b0a0908ULL};

static struct r302_exchange exchange(
		const char *callid, const char *from, const char *branch, uint32_t cseq)
{
	struct r302_exchange x = {
			given_text(callid), given_text(from), given_text(branch), cseq};

	return x;
}

static struct r302_exchange usual(void)
{
	return exchange("c1@h", "f1", "z9hG4bK1", 7);
}

static str str_of(const struct r302_totag *tag)
{
	return given_bytes(tag->s, R302_TOTAG_LEN);
}

static int is_ours(struct r302_exchange x)
{
	struct r302_exchange signed_one = usual();
	struct r302_totag tag;

	r302_totag_sign(&tag, &signed_one, &key);
	return r302_totag_is_ours(str_of(&tag), &x, &key);
}

static void test_the_ack_to_our_reply_is_known(void **state)
{
	assert_int_equal(is_ours(usual()), 1);
}

/* RFC 3261 17.2.3 and 7.3.1 */
static void test_the_case_of_the_branch_does_not_count(void **state)
{
	assert_int_equal(is_ours(exchange("c1@h", "f1", "Z9HG4BK1", 7)), 1);
}

static void test_every_other_exchange_has_another_tag(void **state)
{
	assert_int_equal(is_ours(exchange("c2@h", "f1", "z9hG4bK1", 7)), 0);
	assert_int_equal(is_ours(exchange("C1@h", "f1", "z9hG4bK1", 7)), 0);
	assert_int_equal(is_ours(exchange("c1@h", "f2", "z9hG4bK1", 7)), 0);
	assert_int_equal(is_ours(exchange("c1@h", "", "z9hG4bK1", 7)), 0);
	assert_int_equal(is_ours(exchange("c1@h", "f1", "z9hG4bK2", 7)), 0);
	assert_int_equal(is_ours(exchange("c1@h", "f1", "", 7)), 0);
	assert_int_equal(is_ours(exchange("c1@h", "f1", "z9hG4bK1", 8)), 0);
	assert_int_equal(
			is_ours(exchange("c1@h", "f1", "z9hG4bK1", 7 + (1 << 24))), 0);
}

static void test_parts_do_not_run_together(void **state)
{
	assert_int_equal(is_ours(exchange("c1@hf", "1", "z9hG4bK1", 7)), 0);
	assert_int_equal(is_ours(exchange("c1@", "hf1", "z9hG4bK1", 7)), 0);
}

static void test_another_secret_gives_another_tag(void **state)
{
	static const struct r302_key other = {1, 2};
	struct r302_exchange x = usual();
	struct r302_totag tag;

	r302_totag_sign(&tag, &x, &other);
	assert_int_equal(r302_totag_is_ours(str_of(&tag), &x, &key), 0);
	assert_int_equal(r302_totag_is_ours(str_of(&tag), &x, &other), 1);
}

/* RFC 3261 8.2.7: a retransmission gets the same one */
static void test_the_tag_is_the_same_each_time(void **state)
{
	struct r302_exchange x = usual(), y = usual();
	struct r302_totag a, b;

	r302_totag_sign(&a, &x, &key);
	r302_totag_sign(&b, &y, &key);
	assert_memory_equal(a.s, b.s, R302_TOTAG_LEN);
}

static void test_every_changed_byte_is_seen(void **state)
{
	struct r302_exchange x = usual();
	struct r302_totag tag;
	int i;

	r302_totag_sign(&tag, &x, &key);
	for(i = 0; i < R302_TOTAG_LEN; i++) {
		tag.s[i] ^= 1;
		assert_int_equal(r302_totag_is_ours(str_of(&tag), &x, &key), 0);
		tag.s[i] ^= 1;
	}
}

static void test_a_tag_of_another_length_is_not_ours(void **state)
{
	struct r302_exchange x = usual();
	struct r302_totag tag;
	str s;

	r302_totag_sign(&tag, &x, &key);
	s = str_of(&tag);
	s.len--;
	assert_int_equal(r302_totag_is_ours(s, &x, &key), 0);
	assert_int_equal(r302_totag_is_ours(given_text(""), &x, &key), 0);
	assert_int_equal(
			r302_totag_is_ours(given_text("r30200000000000000000"), &x, &key),
			0);
}

/* RFC 3261 25.1: a tag is a token */
static void test_a_tag_is_a_token(void **state)
{
	struct r302_exchange x = usual();
	struct r302_totag tag;
	int i;

	r302_totag_sign(&tag, &x, &key);
	assert_memory_equal(tag.s, "r302", 4);
	for(i = 4; i < R302_TOTAG_LEN; i++)
		assert_non_null(memchr("0123456789abcdef", tag.s[i], 16));
}

/* nodes of a cluster share the secret: the tag must not change between versions.
 * SipHash-2-4 of 4 + 4 + 2 + 4 + 4 + 8 bytes, as computed with OpenSSL */
static void test_the_tag_is_siphash_of_the_shared_parts(void **state)
{
	struct r302_exchange x = usual();
	struct r302_totag tag;

	r302_totag_sign(&tag, &x, &key);
	assert_memory_equal(tag.s, "r30261e279ddf7201725", R302_TOTAG_LEN);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {FACT(test_the_ack_to_our_reply_is_known),
			FACT(test_the_case_of_the_branch_does_not_count),
			FACT(test_every_other_exchange_has_another_tag),
			FACT(test_parts_do_not_run_together),
			FACT(test_another_secret_gives_another_tag),
			FACT(test_the_tag_is_the_same_each_time),
			FACT(test_every_changed_byte_is_seen),
			FACT(test_a_tag_of_another_length_is_not_ours),
			FACT(test_a_tag_is_a_token),
			FACT(test_the_tag_is_siphash_of_the_shared_parts)};

	UNIT_RUN(tests, argc, argv);
}
