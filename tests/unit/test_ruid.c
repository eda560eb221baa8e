/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "ruid.h"

static struct r302_ruid ruid(
		const char *aor, const char *instance, uint32_t reg_id, const char *uri)
{
	struct r302_ruid r;

	r302_ruid_make(
			&r, given_text(aor), given_text(instance), reg_id, given_text(uri));
	return r;
}

static int differ(struct r302_ruid a, struct r302_ruid b)
{
	return strcmp(a.s, b.s) != 0;
}

/* rows that were written years ago have to be found */
static void test_a_ruid_never_changes(void **state)
{
	assert_string_equal(ruid("1001", "", 0, "sip:1001@192.0.2.1:5060").s,
			"r302-46def51a6720f03507e19a5b743f76f4");
	assert_string_equal(ruid("al@h", "\"<urn:uuid:1>\"", 0, "sip:a@h").s,
			"r302-043416fe835d408f45a31a4f897c9971");
	assert_string_equal(ruid("al@h", "\"<urn:uuid:1>\"", 1, "sip:a@h").s,
			"r302-e35783def922ae3021ccea4bb93f56cd");
}

static void test_with_a_reg_id_the_address_does_not_count(void **state)
{
	assert_false(differ(ruid("a", "\"<i>\"", 1, "sip:x"),
			ruid("a", "\"<i>\"", 1, "sip:y")));
	assert_true(differ(ruid("a", "\"<i>\"", 0, "sip:x"),
			ruid("a", "\"<i>\"", 0, "sip:y")));
	assert_true(differ(ruid("a", "\"<i>\"", 1, "sip:x"),
			ruid("a", "\"<i>\"", 2, "sip:x")));
}

static void test_parts_do_not_flow_into_each_other(void **state)
{
	assert_true(differ(ruid("ab", "c", 0, "d"), ruid("a", "bc", 0, "d")));
	assert_true(differ(ruid("a", "bc", 0, "d"), ruid("a", "b", 0, "cd")));
	assert_true(differ(ruid("a", "b", 0, ""), ruid("a", "b", 1, "")));
}

static void test_ours_is_told_from_anybody_elses(void **state)
{
	struct r302_ruid r = ruid("a", "", 0, "sip:a@h");

	assert_int_equal(r302_ruid_is_ours(r302_ruid_str(&r)), 1);
	assert_int_equal(r302_ruid_str(&r).len, R302_RUID_LEN);
	r.s[20] = 'G';
	assert_int_equal(r302_ruid_is_ours(r302_ruid_str(&r)), 0);
	assert_int_equal(r302_ruid_is_ours(given_text("uloc-6501-1a2-1")), 0);
	assert_int_equal(r302_ruid_is_ours(given_text("")), 0);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {FACT(test_a_ruid_never_changes),
			FACT(test_with_a_reg_id_the_address_does_not_count),
			FACT(test_parts_do_not_flow_into_each_other),
			FACT(test_ours_is_told_from_anybody_elses)};

	UNIT_RUN(tests, argc, argv);
}
