/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "gruu.h"
#include "../../core/mem/shm_mem.h"

static const struct r302_key key = {1, 2}, other_key = {1, 3};
static struct given_aor aor;

static const struct r302_binding *bound(
		const char *instance, const char *callid)
{
	char header[200];

	given_aor_end(&aor);
	given_aor_start(&aor);
	snprintf(header, sizeof(header), "<sip:a@h>%s%s", *instance ? ";" : "",
			instance);
	assert_int_equal(given_aor_register(&aor, callid, 7, header, 300), R302_OK);
	return &aor.rec->binding[0];
}

static const struct r302_binding *usual(void)
{
	return bound("+sip.instance=\"<urn:uuid:0>\"", "c");
}

static int start(void **state)
{
	unit_setup(state);
	given_aor_start(&aor);
	return 0;
}

static int end(void **state)
{
	given_aor_end(&aor);
	return unit_teardown(state);
}

static enum r302_gruu_kind kind_of(const char *text, struct r302_gruu *g)
{
	struct r302_uri u = given_uri(text);

	return r302_gruu_read(g, &u) < 0 ? -1 : (int)g->kind;
}

static void test_the_gr_parameter_makes_a_gruu(void **state)
{
	struct r302_gruu g;

	assert_int_equal(kind_of("sip:a@h", &g), R302_GRUU_NONE);
	assert_int_equal(kind_of("sip:a@h;grx", &g), R302_GRUU_NONE);
	assert_int_equal(kind_of("sip:a@h;gr=urn:uuid:0", &g), R302_GRUU_PUBLIC);
	assert_str(g.instance, "urn:uuid:0");
	assert_int_equal(
			kind_of("sip:tgruu.0000000100000002000000000000000f@h;gr", &g),
			R302_GRUU_TEMPORARY);
	assert_int_equal(g.where, 1);
	assert_int_equal(g.cseq, 2);
	assert_int_equal(g.mac, 15);
}

static void test_a_gr_without_a_value_must_be_one_of_ours(void **state)
{
	static const char *const bad[] = {"sip:a@h;gr", "sip:h;gr",
			"sip:a@h;gr=", "sip:tgruu.@h;gr",
			"sip:tgruu.0000000100000002000000000000000@h;gr",
			"sip:tgruu.0000000100000002000000000000000ff@h;gr",
			"sip:tgruu.0000000100000002000000000000000g@h;gr",
			"sip:tgruv.0000000100000002000000000000000f@h;gr"};
	struct r302_gruu g;
	int i;

	for(i = 0; i < N_OF(bad); i++) {
		if(kind_of(bad[i], &g) != (enum r302_gruu_kind) - 1)
			fail_row("taken: %s\n", bad[i]);
	}
}

static int names(const char *uri, const struct r302_binding *b)
{
	struct r302_gruu g;

	kind_of(uri, &g);
	return r302_gruu_names(&g, given_text("1001"), b, &key);
}

static void test_a_public_gruu_names_the_instance(void **state)
{
	const struct r302_binding *b = usual();

	assert_int_equal(names("sip:1001@h;gr=urn:uuid:0", b), 1);
	assert_int_equal(names("sip:1001@h;gr=urn%3Auuid:%30", b), 1);
	assert_int_equal(names("sip:1001@h;gr=urn:uuid:00", b), 0);
	assert_int_equal(names("sip:1001@h;gr=urn:uuid:", b), 0);
	assert_int_equal(names("sip:1001@h", b), 0);
	b = bound("", "c");
	assert_int_equal(names("sip:1001@h;gr=urn:uuid:0", b), 0);
}

static int names_after(const struct r302_binding *b, const char *of,
		const struct r302_key *k, uint32_t cseq)
{
	struct r302_binding *mine = (struct r302_binding *)b;
	uint32_t before = b->cseq;
	struct r302_gruu g;
	char uri[80] = "sip:";
	int named;

	r302_gruu_temporary(uri + 4, given_text(of), 5, b, k);
	strcpy(uri + 4 + R302_TGRUU_LEN, "@h;gr");
	assert_int_equal(kind_of(uri, &g), R302_GRUU_TEMPORARY);
	assert_int_equal(r302_gruu_hash(&g, k), 5);
	mine->cseq = cseq;
	named = r302_gruu_names(&g, given_text("1001"), b, &key);
	mine->cseq = before;
	return named;
}

static void test_a_temporary_gruu_is_signed(void **state)
{
	const struct r302_binding *b = usual();

	assert_int_equal(names_after(b, "1001", &key, 7), 1);
	assert_int_equal(names_after(b, "1001", &key, 8), 1);
	assert_int_equal(names_after(b, "1001", &key, 6), 0);
	assert_int_equal(names_after(b, "1002", &key, 7), 0);
	assert_int_equal(names_after(b, "1001", &other_key, 7), 0);
}

static void assert_printed(const char *instance, const char *want)
{
	int n = (int)strlen(want), size;
	char *space;

	for(size = 0; size < n + 4; size++) {
		space = malloc(size ? size : 1);
		int got = r302_gruu_print_instance(space, size, given_text(instance));
		if(size >= n + 2)
			assert_int_equal(got, n);
		if(got >= 0)
			assert_str(given_bytes(space, got), want);
		free(space);
	}
}

static void test_an_instance_is_printed_for_a_uri(void **state)
{
	assert_printed("\"<urn:uuid:0-1>\"", "urn:uuid:0-1");
	assert_printed("\"<a;b=c@d>\"", "a%3bb%3dc%40d");
	assert_printed("\"plain\"", "plain");
	assert_printed("\"<\xc3>\"", "%c3");
	assert_printed("\"<>\"", "");
}

#define ROW(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {ROW(test_the_gr_parameter_makes_a_gruu),
			ROW(test_a_gr_without_a_value_must_be_one_of_ours),
			ROW(test_a_public_gruu_names_the_instance),
			ROW(test_a_temporary_gruu_is_signed),
			ROW(test_an_instance_is_printed_for_a_uri)};

	UNIT_RUN(tests, argc, argv);
}
