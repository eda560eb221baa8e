/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "hash.h"

/* SipHash-2-4 of 0, 1 ... 63 bytes 00 01 02 ..., key 00 .. 0f: the vectors of the
 * reference implementation, bytes in the order in which it prints them */
static const char *const siphash_2_4[64] = {
		"310e0edd47db6f72",
		"fd67dc93c539f874",
		"5a4fa9d909806c0d",
		"2d7efbd796666785",
		"b7877127e09427cf",
		"8da699cd64557618",
		"cee3fe586e46c9cb",
		"37d1018bf50002ab",
		"6224939a79f5f593",
		"b0e4a90bdf82009e",
		"f3b9dd94c5bb5d7a",
		"a7ad6b22462fb3f4",
		"fbe50e86bc8f1e75",
		"903d84c02756ea14",
		"eef27a8e90ca23f7",
		"e545be4961ca29a1",
		"db9bc2577fcc2a3f",
		"9447be2cf5e99a69",
		"9cd38d96f0b3c14b",
		"bd6179a71dc96dbb",
		"98eea21af25cd6be",
		"c7673b2eb0cbf2d0",
		"883ea3e395675393",
		"c8ce5ccd8c030ca8",
		"94af49f6c650adb8",
		"eab8858ade92e1bc",
		"f315bb5bb835d817",
		"adcf6b0763612e2f",
		"a5c91da7acaa4dde",
		"716595876650a2a6",
		"28ef495c53a387ad",
		"42c341d8fa92d832",
		"ce7cf2722f512771",
		"e37859f94623f3a7",
		"381205bb1ab0e012",
		"ae97a10fd434e015",
		"b4a31508beff4d31",
		"81396229f0907902",
		"4d0cf49ee5d4dcca",
		"5c73336a76d8bf9a",
		"d0a704536ba93e0e",
		"925958fcd6420cad",
		"a915c29bc8067318",
		"952b79f3bc0aa6d4",
		"f21df2e41d4535f9",
		"87577519048f53a9",
		"10a56cf5dfcd9adb",
		"eb75095ccd986cd0",
		"51a9cb9ecba312e6",
		"96afadfc2ce666c7",
		"72fe52975a4364ee",
		"5a1645b276d592a1",
		"b274cb8ebf87870a",
		"6f9bb4203de7b381",
		"eaecb2a30b22a87f",
		"9924a43cc1315724",
		"bd838d3aafbf8db7",
		"0b1a2a3265d51aea",
		"135079a3231ce660",
		"932b2846e4d70666",
		"e1915f5cb1eca46c",
		"f325965ca16d629f",
		"575ff28e60381be5",
		"724506eb4c328a95",
};

/* SipHash-1-3 with a key of zeros, as CPython hashes bytes */
static const struct
{
	const char *text;
	uint64_t hash;
} siphash_1_3[] = {{"a", 0x407448d2b89b1813ULL},
		{"1001", 0x4c0c753538a1a417ULL}, {"12345678", 0x3489982430560a87ULL},
		{"alice@example.com", 0xa810b55682d9a68dULL}};

static const struct r302_key paper_key = {
		0x0706050403020100ULL, 0x0f0e0d0c0b0a0908ULL};

static void fill(char *bytes, int n)
{
	int i;

	for(i = 0; i < n; i++)
		bytes[i] = (char)i;
}

static uint64_t mac_of(const char *s, int len)
{
	struct r302_hash h;

	r302_hash_mac(&h, &paper_key);
	r302_hash_add(&h, s, len);
	return r302_hash_end(&h);
}

static void print_bytes(char *text, uint64_t v)
{
	int i;

	for(i = 0; i < 8; i++)
		sprintf(text + 2 * i, "%02x", (unsigned int)(v >> (8 * i)) & 255);
}

static void test_mac_is_siphash_2_4(void **state)
{
	char bytes[64], text[17];
	int n;

	fill(bytes, sizeof(bytes));
	for(n = 0; n < 64; n++) {
		print_bytes(text, mac_of(given_bytes(bytes, n).s, n));
		assert_string_equal(text, siphash_2_4[n]);
	}
}

/* appendix A of the paper */
static void test_mac_of_15_bytes_is_the_one_of_the_paper(void **state)
{
	char bytes[15];

	fill(bytes, sizeof(bytes));
	assert_true(mac_of(bytes, 15) == 0xa129ca6149be45e5ULL);
}

static void test_table_hash_is_siphash_1_3(void **state)
{
	static const struct r302_key zeros;
	struct r302_hash h;
	int i;

	for(i = 0; i < N_OF(siphash_1_3); i++) {
		r302_hash_table(&h, &zeros);
		r302_hash_add(&h, siphash_1_3[i].text, strlen(siphash_1_3[i].text));
		assert_true(r302_hash_end(&h) == siphash_1_3[i].hash);
	}
}

static void test_pieces_do_not_change_the_hash(void **state)
{
	char bytes[40];
	struct r302_hash h;
	int cut, second;

	fill(bytes, sizeof(bytes));
	for(cut = 0; cut <= 40; cut++) {
		for(second = cut; second <= 40; second++) {
			r302_hash_mac(&h, &paper_key);
			r302_hash_add(&h, bytes, cut);
			r302_hash_add(&h, bytes + cut, second - cut);
			r302_hash_add(&h, bytes + second, 40 - second);
			assert_true(r302_hash_end(&h) == mac_of(bytes, 40));
		}
	}
}

static uint64_t fields(const char *a, const char *b)
{
	struct r302_hash h;

	r302_hash_mac(&h, &paper_key);
	r302_hash_field(&h, given_text(a));
	r302_hash_field(&h, given_text(b));
	return r302_hash_end(&h);
}

static void test_fields_do_not_run_together(void **state)
{
	assert_true(fields("ab", "c") != fields("a", "bc"));
	assert_true(fields("", "abc") != fields("abc", ""));
	assert_true(fields("ab", "c") == fields("ab", "c"));
}

static void test_a_key_depends_on_the_whole_secret(void **state)
{
	struct r302_key a, b, c;

	r302_hash_key(&a, given_text("0123456789abcdef0123456789abcdef"));
	r302_hash_key(&b, given_text("0123456789abcdef0123456789abcdeg"));
	r302_hash_key(&c, given_text("0123456789abcdef0123456789abcdef"));
	assert_memory_equal(&a, &c, sizeof(a));
	assert_true(a.k0 != b.k0 && a.k1 != b.k1);
	assert_true(a.k0 != a.k1);
}

static void test_random_keys_differ(void **state)
{
	struct r302_key a, b;

	assert_int_equal(r302_hash_random_key(&a), 0);
	assert_int_equal(r302_hash_random_key(&b), 0);
	assert_memory_not_equal(&a, &b, sizeof(a));
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {FACT(test_mac_is_siphash_2_4),
			FACT(test_mac_of_15_bytes_is_the_one_of_the_paper),
			FACT(test_table_hash_is_siphash_1_3),
			FACT(test_pieces_do_not_change_the_hash),
			FACT(test_fields_do_not_run_together),
			FACT(test_a_key_depends_on_the_whole_secret),
			FACT(test_random_keys_differ)};

	UNIT_RUN(tests, argc, argv);
}
