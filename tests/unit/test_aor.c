/* SPDX-License-Identifier: MIT */
#include "unit.h"

/* @return the canonical text, or the outcome's reason in parentheses */
static const char *canonical(const char *uri, int use_domain)
{
	static char text[R302_AOR_MAX + 32];
	struct r302_aor aor;
	struct r302_uri u = given_uri(uri);
	enum r302_err err = r302_aor_of_uri(&aor, &u, use_domain);

	if(err != R302_OK)
		snprintf(text, sizeof(text), "(%d)", r302_error_status(err));
	else
		snprintf(text, sizeof(text), "%.*s", aor.len, aor.s);
	return text;
}

static enum r302_err of_text(struct r302_aor *aor, const char *s)
{
	return r302_aor_of_text(aor, given_text(s), 1);
}

static void assert_typed(const char *s, const char *want)
{
	struct r302_aor aor;

	assert_int_equal(of_text(&aor, s), R302_OK);
	assert_int_equal(aor.len, strlen(want));
	assert_memory_equal(r302_aor_str(&aor).s, want, aor.len);
}

static void test_only_the_user_names_an_aor(void **state)
{
	assert_string_equal(canonical("sip:1001:pw@Host:5062;x=1?y=2", 0), "1001");
	assert_string_equal(canonical("sips:1001@h", 0), "1001");
}

static void test_the_host_belongs_to_it_with_use_domain(void **state)
{
	assert_string_equal(canonical("sip:1001:pw@Host.EXAMPLE:5062;x=1?y=2", 1),
			"1001@host.example");
	assert_string_equal(canonical("sip:a@[2001:DB8::1]", 1), "a@[2001:db8::1]");
}

static void test_escapes_are_undone(void **state)
{
	assert_string_equal(canonical("sip:%61%6Cice@h", 0), "alice");
	assert_string_equal(canonical("sip:%75se%72@h", 0), "user");
	assert_string_equal(canonical("sip:a%2bb@h", 0), "a+b");
	assert_string_equal(canonical("sip:%23100@h", 0), "#100");
}

static void test_what_cannot_stand_bare_stays_escaped_in_one_form(void **state)
{
	assert_string_equal(canonical("sip:a%40b@h", 0), "a%40b");
	assert_string_equal(canonical("sip:a%3ab@h", 0), "a%3Ab");
	assert_string_equal(canonical("sip:a%00b@h", 0), "a%00b");
	assert_string_equal(canonical("sip:%c3%a4@h", 0), "%C3%A4");
	assert_string_equal(canonical("sip:\xc3\xa4@h", 0), "%C3%A4");
	assert_string_equal(canonical("sip:%25@h", 0), "%25");
	assert_string_equal(canonical("sip:%20%22%3c%3E@h", 0), "%20%22%3C%3E");
}

static void test_the_case_of_the_user_counts(void **state)
{
	assert_string_equal(canonical("sip:Alice@H", 1), "Alice@h");
}

static void test_a_number_is_kept_without_separators(void **state)
{
	assert_string_equal(canonical("tel:+1-(201).555", 1), "+1201555");
	assert_string_equal(canonical("tel:-.-", 0), "(404)");
	assert_string_equal(canonical("sip:1-2@h", 0), "1-2");
}

static void test_a_uri_without_a_user_names_none(void **state)
{
	assert_string_equal(canonical("sip:h", 0), "(404)");
	assert_string_equal(canonical("sip:h", 1), "(404)");
	assert_string_equal(canonical("mailto:a@h", 0), "(404)");
}

static enum r302_err of_lengths(int user, int host, const char *piece)
{
	static char text[4096];
	struct r302_aor aor;
	struct r302_uri u;
	int i;

	strcpy(text, "sip:");
	for(i = 0; i < user; i++)
		strcat(text, piece);
	strcat(text, "@");
	for(i = 0; i < host; i++)
		strcat(text, "h");
	u = given_uri(text);
	return r302_aor_of_uri(&aor, &u, 1);
}

static void test_a_user_or_host_above_the_limit_is_refused(void **state)
{
	assert_int_equal(of_lengths(R302_USER_MAX, R302_HOST_MAX, "u"), R302_OK);
	assert_int_equal(of_lengths(R302_USER_MAX + 1, 1, "u"), R302_E_AOR_LONG);
	assert_int_equal(of_lengths(1, R302_HOST_MAX + 1, "u"), R302_E_AOR_LONG);
	assert_int_equal(of_lengths(R302_USER_MAX, 1, "%41"), R302_OK);
	assert_int_equal(of_lengths(R302_USER_MAX / 3, 1, "%00"), R302_OK);
	assert_int_equal(
			of_lengths(R302_USER_MAX / 3 + 1, 1, "%00"), R302_E_AOR_LONG);
	assert_int_equal(of_lengths(1000, 1, "\xff"), R302_E_AOR_LONG);
}

static void test_an_operator_may_type_it_in_three_ways(void **state)
{
	assert_typed("1001@H", "1001@h");
	assert_typed("sip:1001@h", "1001@h");
	assert_typed("sips:1001@h:5061;x", "1001@h");
	assert_typed("1001", "1001");
	assert_typed("+12", "+12");
	assert_typed("tel:+1-2", "+12");
}

static void test_nonsense_that_is_typed_names_none(void **state)
{
	static const char *const bad[] = {
			"", "@", "@h", "a b", "a@b@c", "<sip:a@h>", "sip:h", "1001@", "%"};
	struct r302_aor aor;
	int i;

	for(i = 0; i < N_OF(bad); i++) {
		if(of_text(&aor, bad[i]) == R302_OK)
			fail_row("taken: \"%s\" as %.*s\n", bad[i], aor.len, aor.s);
	}
}

static void test_a_typed_text_may_be_far_too_long(void **state)
{
	static char text[5000];
	struct r302_aor aor;

	memset(text, 'a', sizeof(text) - 1);
	assert_int_equal(of_text(&aor, text), R302_E_AOR_LONG);
	text[300] = '\0';
	assert_int_equal(of_text(&aor, text), R302_E_AOR_LONG);
}

/* as listed, so that `reg302.show` finds what `reg302.list` names */
static void test_a_canonical_aor_is_its_own_canonical_form(void **state)
{
	static const char *const uris[] = {"sip:a%40b@h", "sip:a%00@h",
			"sip:a;b=c?d@h", "sip:+1(2)@h", "sip:\xc3\xa4@[::1]", "sip:%25@h",
			"sip:a%3ab@h", "sip:a/b%7c@h"};
	int i;

	for(i = 0; i < N_OF(uris); i++) {
		char copy[R302_AOR_MAX];
		snprintf(copy, sizeof(copy), "%s", canonical(uris[i], 1));
		assert_typed(copy, copy);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {FACT(test_only_the_user_names_an_aor),
			FACT(test_the_host_belongs_to_it_with_use_domain),
			FACT(test_escapes_are_undone),
			FACT(test_what_cannot_stand_bare_stays_escaped_in_one_form),
			FACT(test_the_case_of_the_user_counts),
			FACT(test_a_number_is_kept_without_separators),
			FACT(test_a_uri_without_a_user_names_none),
			FACT(test_a_user_or_host_above_the_limit_is_refused),
			FACT(test_an_operator_may_type_it_in_three_ways),
			FACT(test_nonsense_that_is_typed_names_none),
			FACT(test_a_typed_text_may_be_far_too_long),
			FACT(test_a_canonical_aor_is_its_own_canonical_form)};

	UNIT_RUN(tests, argc, argv);
}
