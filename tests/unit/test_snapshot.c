/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "../../core/mem/shm_mem.h"

static struct given_aor aor;

static void test_the_highest_q_comes_first(void **state)
{
	given_aor_start(&aor);
	given_aor_register(&aor, "c", 1,
			"<sip:a@h>;q=0.1,<sip:b@h>;q=0.9,<sip:c@h>;q=0,<sip:d@h>;q=1", 60);
	assert_string_equal(given_aor_shown(&aor),
			"sip:d@h 60, sip:b@h 60, sip:a@h 60, sip:c@h 60");
	given_aor_end(&aor);
}

/* RFC 3841 7.2.4 */
static void test_no_q_ranks_like_the_best(void **state)
{
	given_aor_start(&aor);
	given_aor_register(
			&aor, "c", 1, "<sip:a@h>;q=0.999,<sip:b@h>,<sip:c@h>;q=1.0", 60);
	assert_string_equal(
			given_aor_shown(&aor), "sip:b@h 60, sip:c@h 60, sip:a@h 60");
	given_aor_end(&aor);
}

static void test_ties_keep_the_order_of_the_request(void **state)
{
	given_aor_start(&aor);
	given_aor_register(&aor, "c", 1, "<sip:c@h>,<sip:a@h>,<sip:b@h>", 60);
	assert_string_equal(
			given_aor_shown(&aor), "sip:c@h 60, sip:a@h 60, sip:b@h 60");
	given_aor_end(&aor);
}

static void test_among_equals_the_most_recent_comes_first(void **state)
{
	given_aor_start(&aor);
	given_aor_register(&aor, "c1", 1, "<sip:a@h>", 60);
	aor.now++;
	given_aor_register(&aor, "c2", 1, "<sip:b@h>", 60);
	assert_string_equal(given_aor_shown(&aor), "sip:b@h 60, sip:a@h 59");
	aor.now++;
	given_aor_register(&aor, "c1", 2, "<sip:a@h>", 60);
	assert_string_equal(given_aor_shown(&aor), "sip:a@h 60, sip:b@h 59");
	given_aor_end(&aor);
}

static void test_what_has_expired_is_not_shown(void **state)
{
	given_aor_start(&aor);
	given_aor_register(
			&aor, "c", 1, "<sip:a@h>;expires=60,<sip:b@h>;expires=61", 60);
	aor.now += 60;
	assert_string_equal(given_aor_shown(&aor), "sip:b@h 1");
	aor.now += 1;
	assert_string_equal(given_aor_shown(&aor), "");
	given_aor_end(&aor);
}

static void test_of_nothing_there_is_an_empty_one(void **state)
{
	given_aor_start(&aor);
	assert_string_equal(given_aor_shown(&aor), "");
}

static void test_a_snapshot_outlives_the_record(void **state)
{
	static struct r302_snapshot snap;

	given_aor_start(&aor);
	given_aor_register(&aor, "c", 1, "<sip:a@h>", 60);
	r302_snapshot_copy_locked(&snap, aor.rec);
	given_aor_end(&aor);
	r302_snapshot_open(&snap, GIVEN_NOW);
	assert_string_equal(given_shown(&snap, GIVEN_NOW), "sip:a@h 60");
	assert_str(r302_binding_text(snap.binding[0], R302_T_CALLID), "c");
}

static void test_as_many_as_there_can_be_are_sorted(void **state)
{
	static char header[R302_CONTACTS_MAX * 24];
	static struct r302_snapshot snap;
	int i, n = 0;

	given_aor_start(&aor);
	aor.lim.max_contacts = 0;
	for(i = 0; i < R302_CONTACTS_MAX - 1; i++)
		n += sprintf(header + n, "%s<sip:%d@h>;q=0.%03d", i ? "," : "", i,
				(i * 37) % 1000);
	assert_int_equal(given_aor_register(&aor, "c", 1, header, 60), R302_OK);
	r302_snapshot_copy_locked(&snap, aor.rec);
	r302_snapshot_open(&snap, GIVEN_NOW);
	assert_int_equal(snap.n, R302_CONTACTS_MAX - 1);
	for(i = 1; i < snap.n; i++)
		assert_true(snap.binding[i - 1]->q_milli >= snap.binding[i]->q_milli);
	given_aor_end(&aor);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {FACT(test_the_highest_q_comes_first),
			FACT(test_no_q_ranks_like_the_best),
			FACT(test_ties_keep_the_order_of_the_request),
			FACT(test_among_equals_the_most_recent_comes_first),
			FACT(test_what_has_expired_is_not_shown),
			FACT(test_of_nothing_there_is_an_empty_one),
			FACT(test_a_snapshot_outlives_the_record),
			FACT(test_as_many_as_there_can_be_are_sorted)};

	UNIT_RUN(tests, argc, argv);
}
