/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "../../core/mem/shm_mem.h"

#define NOH GIVEN_NONE
#define INST(n) ";+sip.instance=\"<urn:uuid:" n ">\""

/** One REGISTER and what it must come to. */
struct step
{
	long after; /* seconds since the step before */
	const char *callid;
	uint32_t cseq;
	const char *contacts;
	long expires; /* the Expires header, NOH: none */
	enum r302_err err;
	const char *bindings; /* as given_aor_shown() prints them */
};

static struct given_aor aor;

static void take_steps(const struct step *s, int n)
{
	enum r302_err err;
	int i;

	for(i = 0; i < n; i++, s++) {
		aor.now += s->after;
		err = given_aor_register(
				&aor, s->callid, s->cseq, s->contacts, s->expires);
		if(err != s->err)
			fail_row("step %d, \"%s\": %s\n", i + 1, s->contacts,
					r302_error_reason(err)->s);
		if(strcmp(given_aor_shown(&aor), s->bindings) != 0)
			fail_row("step %d, \"%s\": \"%s\" and not \"%s\"\n", i + 1,
					s->contacts, given_aor_shown(&aor), s->bindings);
		given_free_texts();
	}
}

#define TAKE(...)                                   \
	do {                                            \
		const struct step steps_[] = {__VA_ARGS__}; \
		take_steps(steps_, N_OF(steps_));           \
	} while(0)

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

/* ---- adding, refreshing, removing */

static void test_a_contact_is_added(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>", NOH, R302_OK, "sip:a@h 3600"});
	assert_int_equal(aor.plan.added, 1);
	assert_int_equal(aor.plan.updated, 0);
}

static void test_several_contacts_are_added_in_their_order(void **state)
{
	TAKE({0, "c", 1, "<sip:b@h>,<sip:a@h>;expires=90", 300, R302_OK,
			"sip:b@h 300, sip:a@h 90"});
	assert_int_equal(aor.plan.added, 2);
}

static void test_a_refresh_starts_the_time_anew(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{100, "c", 2, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"});
	assert_int_equal(aor.plan.updated, 1);
	assert_int_equal(aor.plan.added, 0);
	assert_int_equal(aor.plan.change, R302_CHANGE_IN_PLACE);
}

static void test_a_refresh_may_shorten_the_time(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>", 3000, R302_OK, "sip:a@h 3000"},
			{0, "c", 2, "<sip:a@h>", 60, R302_OK, "sip:a@h 60"});
}

static void test_a_refresh_with_other_words_replaces_them(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>;x=1", 300, R302_OK, "sip:a@h 300"},
			{0, "c", 2, "<sip:%61@H;lr>;x=2", 300, R302_OK,
					"sip:%61@H;lr 300"});
	assert_int_equal(aor.plan.change, R302_CHANGE_BLOCK);
	assert_str(r302_binding_text(&aor.rec->binding[0], R302_T_PARAMS), "x=2");
}

static void test_expires_zero_removes_one(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>,<sip:b@h>", 300, R302_OK,
				 "sip:a@h 300, sip:b@h 300"},
			{0, "c", 2, "<sip:a@h>;expires=0", 300, R302_OK, "sip:b@h 300"},
			{0, "d", 1, "<sip:b@h>", 0, R302_OK, ""});
	assert_int_equal(aor.plan.removed, 1);
	assert_int_equal(aor.plan.change, R302_CHANGE_IN_PLACE);
}

static void test_removing_what_is_not_there_is_no_error(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>", 0, R302_OK, ""},
			{0, "c", 2, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "c", 3, "<sip:b@h>", 0, R302_OK, "sip:a@h 300"});
	assert_int_equal(aor.plan.change, R302_CHANGE_NONE);
}

static void test_adding_refreshing_and_removing_go_together(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>,<sip:b@h>,<sip:c@h>", 300, R302_OK,
				 "sip:a@h 300, sip:b@h 300, sip:c@h 300"},
			{10, "c", 2, "<sip:d@h>,<sip:b@h>;expires=0,<sip:c@h>;expires=100",
					500, R302_OK, "sip:d@h 500, sip:c@h 100, sip:a@h 290"});
	assert_int_equal(aor.plan.added, 1);
	assert_int_equal(aor.plan.updated, 1);
	assert_int_equal(aor.plan.removed, 1);
}

static void test_no_contact_only_asks(void **state)
{
	TAKE({0, "c", 1, "", NOH, R302_OK, ""},
			{0, "c", 2, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "c", 1, "", 0, R302_OK, "sip:a@h 300"},
			{0, "c", 2, "", NOH, R302_OK, "sip:a@h 300"});
	assert_int_equal(aor.plan.change, R302_CHANGE_NONE);
	assert_int_equal(aor.plan.retransmitted, 0);
}

static void test_an_expired_binding_is_absent(void **state)
{
	TAKE({0, "c", 5, "<sip:a@h>", 60, R302_OK, "sip:a@h 60"},
			/* a lower CSeq is not stale: there is nothing to compare with */
			{60, "c", 4, "<sip:a@h>", 60, R302_OK, "sip:a@h 60"});
	assert_int_equal(aor.plan.added, 1);
	assert_int_equal(aor.rec->n, 1);
}

static void test_an_expired_binding_is_not_removed_again(void **state)
{
	TAKE({0, "c", 5, "<sip:a@h>", 60, R302_OK, "sip:a@h 60"},
			{60, "c", 6, "<sip:a@h>", 0, R302_OK, ""});
	assert_int_equal(aor.plan.removed, 0);
	assert_int_equal(aor.plan.change, R302_CHANGE_NONE);
}

static void test_an_expired_binding_goes_with_the_next_change(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>;expires=60,<sip:b@h>", 300, R302_OK,
				 "sip:a@h 60, sip:b@h 300"},
			{100, "c", 2, "<sip:b@h>", 300, R302_OK, "sip:b@h 300"});
	assert_int_equal(aor.plan.change, R302_CHANGE_IN_PLACE);
	assert_int_equal(aor.rec->n, 1);
}

/* ---- the order of requests, RFC 3261 10.3 (7) */

static void test_stale_cseq_is_refused_and_keeps_the_binding(void **state)
{
	TAKE({0, "c", 7, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{10, "c", 6, "<sip:a@h>", 600, R302_E_STALE, "sip:a@h 290"},
			{0, "c", 6, "<sip:a@h>", 0, R302_E_STALE, "sip:a@h 290"});
}

static void test_one_stale_contact_refuses_all(void **state)
{
	TAKE({0, "c", 7, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "d", 1, "<sip:b@h>", 300, R302_OK, "sip:b@h 300, sip:a@h 300"},
			{10, "c", 6, "<sip:c@h>,<sip:b@h>;expires=0,<sip:a@h>", 600,
					R302_E_STALE, "sip:b@h 290, sip:a@h 290"});
}

/* its old address must not come back */
static void test_a_late_request_of_a_phone_that_moved_is_refused(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h1>", 300, R302_OK, "sip:a@h1 300"},
			{1, "c", 3, "<sip:a@h1>;expires=0,<sip:a@h2>", 300, R302_OK,
					"sip:a@h2 300"},
			{1, "c", 2, "<sip:a@h1>", 300, R302_E_STALE, "sip:a@h2 299"},
			{0, "d", 2, "<sip:a@h1>", 300, R302_OK,
					"sip:a@h1 300, sip:a@h2 299"});
}

static void test_another_call_id_needs_no_higher_cseq(void **state)
{
	TAKE({0, "c", 7, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{10, "d", 1, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "C", 1, "<sip:a@h>", 100, R302_OK, "sip:a@h 100"});
}

static void test_a_retransmission_changes_nothing(void **state)
{
	TAKE({0, "c", 7, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{10, "c", 7, "<sip:a@h>", 300, R302_OK, "sip:a@h 290"});
	assert_int_equal(aor.plan.retransmitted, 1);
	assert_int_equal(aor.plan.change, R302_CHANGE_NONE);
	assert_int_equal(aor.plan.updated, 0);
}

static void test_a_retransmitted_addition_changes_nothing(void **state)
{
	TAKE({0, "c", 7, "<sip:a@h>,<sip:b@h>", 300, R302_OK,
				 "sip:a@h 300, sip:b@h 300"},
			{9, "c", 7, "<sip:a@h>,<sip:b@h>", 300, R302_OK,
					"sip:a@h 291, sip:b@h 291"});
	assert_int_equal(aor.plan.retransmitted, 1);
}

static void test_a_cseq_at_the_end_of_its_range_is_compared_unsigned(
		void **state)
{
	TAKE({0, "c", 2147483647, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "c", 4294967295, "<sip:a@h>", 200, R302_OK, "sip:a@h 200"},
			{0, "c", 1, "<sip:a@h>", 100, R302_E_STALE, "sip:a@h 200"});
}

static void test_an_operators_request_has_no_order(void **state)
{
	static struct r302_register req;

	TAKE({0, "c", 7, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"});
	given_register(&req, "1001", "c", 1, "<sip:a@h>", 100);
	req.unordered = 1;
	assert_int_equal(given_aor_take(&aor, &req), R302_OK);
	assert_string_equal(given_aor_shown(&aor), "sip:a@h 100");
}

/* ---- the wildcard, RFC 3261 10.3 (6) */

static void test_the_wildcard_removes_all(void **state)
{
	TAKE({0, "c", 7, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "d", 1, "<sip:b@h>", 300, R302_OK, "sip:b@h 300, sip:a@h 300"},
			{0, "e", 1, "*", 0, R302_OK, ""});
	assert_int_equal(aor.plan.removed, 2);
	assert_int_equal(aor.plan.change, R302_CHANGE_IN_PLACE);
}

static void test_the_wildcard_of_an_unknown_user_is_no_error(void **state)
{
	TAKE({0, "c", 7, "*", 0, R302_OK, ""});
	assert_int_equal(aor.plan.change, R302_CHANGE_NONE);
}

static void test_a_stale_wildcard_spares_all(void **state)
{
	TAKE({0, "d", 1, "<sip:b@h>", 300, R302_OK, "sip:b@h 300"},
			{0, "c", 7, "<sip:a@h>", 300, R302_OK, "sip:a@h 300, sip:b@h 300"},
			{0, "c", 6, "*", 0, R302_E_STALE, "sip:a@h 300, sip:b@h 300"},
			{0, "c", 7, "*", 0, R302_E_STALE, "sip:a@h 300, sip:b@h 300"},
			{0, "c", 8, "*", 0, R302_OK, ""});
}

static void test_a_retransmitted_wildcard_is_answered_as_before(void **state)
{
	TAKE({0, "c", 7, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "c", 8, "*", 0, R302_OK, ""}, {0, "c", 8, "*", 0, R302_OK, ""});
}

static void test_the_wildcard_asks_nothing_of_expired_bindings(void **state)
{
	TAKE({0, "c", 7, "<sip:a@h>", 60, R302_OK, "sip:a@h 60"},
			{60, "c", 6, "*", 0, R302_OK, ""});
	assert_int_equal(aor.plan.removed, 0);
}

/* ---- the same phone, RFC 5626 and 5627 */

static void test_a_phone_that_moved_keeps_one_binding(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h1>" INST("0"), 300, R302_OK, "sip:a@h1 300"},
			{5, "d", 1, "<sip:a@h2>" INST("0"), 300, R302_OK, "sip:a@h2 300"});
	assert_int_equal(aor.plan.updated, 1);
	assert_int_equal(aor.plan.added, 0);
}

static void test_two_flows_of_a_phone_are_two_bindings(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>" INST("0") ";reg-id=1", 300, R302_OK,
				 "sip:a@h 300"},
			{5, "c", 2, "<sip:a@h>" INST("0") ";reg-id=2", 300, R302_OK,
					"sip:a@h 300, sip:a@h 295"},
			{5, "c", 3, "<sip:a@h3>" INST("0") ";reg-id=1", 300, R302_OK,
					"sip:a@h3 300, sip:a@h 295"});
}

static void test_two_phones_with_one_uri_are_two_bindings(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>" INST("0"), 300, R302_OK, "sip:a@h 300"},
			{5, "d", 1, "<sip:a@h>" INST("1"), 300, R302_OK,
					"sip:a@h 300, sip:a@h 295"},
			{5, "d", 2, "<sip:a@h>" INST("1"), 0, R302_OK, "sip:a@h 290"});
	assert_str(r302_binding_instance(&aor.rec->binding[0]), "\"<urn:uuid:0>\"");
}

static void test_without_an_instance_the_uri_decides(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>" INST("0"), 300, R302_OK, "sip:a@h 300"},
			{5, "d", 1, "<sip:a@h>", 200, R302_OK, "sip:a@h 200"});
	assert_int_equal(r302_binding_has_instance(&aor.rec->binding[0]), 0);
}

static void test_one_phone_may_have_two_contacts(void **state)
{
	const char *const both = "<sip:a@h1>" INST("0") ",<sip:a@h2>" INST("0");

	TAKE({0, "c", 1, both, 300, R302_OK, "sip:a@h1 300, sip:a@h2 300"},
			{5, "c", 2, both, 300, R302_OK, "sip:a@h1 300, sip:a@h2 300"},
			{5, "c", 3, "<sip:a@h2>" INST("0"), 0, R302_OK, "sip:a@h1 295"});
}

static void test_a_stale_move_is_refused(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h1>" INST("0"), 300, R302_OK, "sip:a@h1 300"},
			{5, "c", 2, "<sip:a@h2>" INST("0"), 300, R302_OK, "sip:a@h2 300"},
			{5, "c", 1, "<sip:a@h1>" INST("0"), 300, R302_E_STALE,
					"sip:a@h2 295"});
}

/* ---- a contact twice in one request: the last counts */

static void test_of_equal_contacts_the_last_counts(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>;expires=100,<sip:b@h>,<sip:%61@H>;expires=200",
				 300, R302_OK, "sip:b@h 300, sip:%61@H 200"},
			{1, "c", 2, "<sip:a@h>;expires=0,<sip:a@h>;expires=90", 300,
					R302_OK, "sip:a@h 90, sip:b@h 299"},
			{0, "c", 3, "<sip:a@h>;expires=90,<sip:a@h>;expires=0", 300,
					R302_OK, "sip:b@h 299"});
}

static void test_of_equal_flows_the_last_counts(void **state)
{
	TAKE({0, "c", 1,
			"<sip:a@h1>" INST("0") ";reg-id=1,<sip:a@h2>" INST("0") ";reg-id=1",
			300, R302_OK, "sip:a@h2 300"});
}

/* also when an unlucky header is there twice */
static void test_the_same_text_twice_is_one_contact(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h?x=1&x=2>,<sip:a@h?x=1&x=2>", 300, R302_OK,
			"sip:a@h?x=1&x=2 300"});
}

/* ---- intervals */

/* RFC 3261 10.3 (7): only what is also below one hour */
static void test_too_brief_is_refused_and_changes_nothing(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>", 59, R302_E_INTERVAL, ""},
			{0, "c", 1, "<sip:a@h>", 60, R302_OK, "sip:a@h 60"},
			{0, "c", 2, "<sip:a@h>;expires=1", 300, R302_E_INTERVAL,
					"sip:a@h 60"},
			{0, "c", 2, "<sip:b@h>,<sip:a@h>;expires=59", 300, R302_E_INTERVAL,
					"sip:a@h 60"},
			{0, "c", 2, "<sip:a@h>", 0, R302_OK, ""});
}

static void test_an_hour_is_never_too_brief(void **state)
{
	aor.lim.min_expires = 7200;
	TAKE({0, "c", 1, "<sip:a@h>", 3600, R302_OK, "sip:a@h 3600"},
			{0, "c", 2, "<sip:a@h>", 3599, R302_E_INTERVAL, "sip:a@h 3600"});
}

static void test_without_a_minimum_a_second_is_enough(void **state)
{
	aor.lim.min_expires = 0;
	TAKE({0, "c", 1, "<sip:a@h>", 1, R302_OK, "sip:a@h 1"});
}

/* expires of the contact, then of the header, then the default */
static void test_the_contacts_own_expires_comes_first(void **state)
{
	aor.lim.default_expires = 777;
	TAKE({0, "c", 1, "<sip:a@h>;expires=100,<sip:b@h>", 200, R302_OK,
				 "sip:a@h 100, sip:b@h 200"},
			{0, "c", 2, "<sip:a@h>", NOH, R302_OK, "sip:a@h 777, sip:b@h 200"});
}

/* seconds that phone i is granted when it asks for this much */
static long granted(int i, long asked)
{
	char contact[64];

	given_aor_end(&aor);
	given_free_texts();
	snprintf(contact, sizeof(contact), "<sip:%d@phone%d.example.org>", i, i);
	assert_int_equal(given_aor_register(&aor, "c", 1, contact, asked), R302_OK);
	return (long)aor.rec->binding[0].expires - (long)aor.now;
}

static void test_lifetimes_are_spread_over_the_range(void **state)
{
	int tenth[10] = {0}, i;
	long g;

	aor.lim.expires_range = 50;
	for(i = 0; i < 2000; i++) {
		g = granted(i, 3600);
		assert_in_range(g, 1800, 3600);
		tenth[g == 3600 ? 9 : (g - 1800) / 180]++;
	}
	for(i = 0; i < 10; i++)
		assert_in_range(tenth[i], 140, 260); /* 200 on average */
}

static void test_a_phone_is_granted_the_same_each_time(void **state)
{
	aor.lim.expires_range = 50;
	assert_int_equal(granted(7, 3600), granted(7, 3600));
	assert_int_not_equal(granted(7, 3600), granted(8, 3600));
}

static void test_spreading_stays_within_min_expires_and_what_was_asked(
		void **state)
{
	int i;

	aor.lim.expires_range = 100;
	aor.lim.min_expires = 60;
	for(i = 0; i < 500; i++) {
		assert_in_range(granted(i, 70), 60, 70);
		assert_int_equal(granted(i, 60), 60);
	}
	aor.lim.min_expires = 0;
	for(i = 0; i < 500; i++)
		assert_in_range(granted(i, 2), 1, 2);
	aor.lim.max_expires = 0;
	assert_int_equal(granted(1, 4294967295L), (long)R302_NEVER - (long)aor.now);
}

static void test_a_long_time_is_capped(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>;expires=86401", NOH, R302_OK, "sip:a@h 86400"},
			{0, "c", 2, "<sip:a@h>", 4294967295, R302_OK, "sip:a@h 86400"});
}

static void test_without_a_maximum_a_binding_may_never_end(void **state)
{
	aor.lim.max_expires = 0;
	TAKE({0, "c", 1, "<sip:a@h>", 2000000000, R302_OK, "sip:a@h 2000000000"},
			{0, "c", 2, "<sip:a@h>", 4294967295, R302_OK, "sip:a@h -1"});
	assert_true(aor.rec->binding[0].expires == R302_NEVER);
	given_aor_register(
			&aor, "c", 3, "<sip:a@h>", (long)R302_NEVER - GIVEN_NOW - 1);
	assert_true(aor.rec->binding[0].expires == R302_NEVER - 1);
	given_aor_register(&aor, "c", 4, "<sip:a@h>", (long)R302_NEVER - GIVEN_NOW);
	assert_true(aor.rec->binding[0].expires == R302_NEVER);
}

/* ---- max_contacts */

static void test_above_max_contacts_nothing_is_changed(void **state)
{
	aor.lim.max_contacts = 2;
	TAKE({0, "c", 1, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "c", 2, "<sip:b@h>,<sip:c@h>,<sip:a@h>", 200, R302_E_TOO_MANY,
					"sip:a@h 300"},
			{0, "c", 2, "<sip:b@h>", 300, R302_OK, "sip:b@h 300, sip:a@h 300"},
			{0, "c", 3, "<sip:c@h>", 300, R302_E_TOO_MANY,
					"sip:b@h 300, sip:a@h 300"});
}

static void test_a_removal_makes_room_in_the_same_request(void **state)
{
	aor.lim.max_contacts = 1;
	TAKE({0, "c", 1, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "c", 2, "<sip:b@h>,<sip:a@h>;expires=0", 300, R302_OK,
					"sip:b@h 300"});
}

static void test_an_expired_binding_takes_no_room(void **state)
{
	aor.lim.max_contacts = 1;
	TAKE({0, "c", 1, "<sip:a@h>", 60, R302_OK, "sip:a@h 60"},
			{60, "c", 2, "<sip:b@h>", 300, R302_OK, "sip:b@h 300"});
}

static void test_a_lowered_limit_does_not_stop_a_refresh(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>,<sip:b@h>,<sip:c@h>", 300, R302_OK,
			"sip:a@h 300, sip:b@h 300, sip:c@h 300"});
	aor.lim.max_contacts = 1;
	TAKE({0, "c", 2, "<sip:a@h>", 200, R302_OK,
				 "sip:a@h 200, sip:b@h 300, sip:c@h 300"},
			{0, "c", 3, "<sip:d@h>", 200, R302_E_TOO_MANY,
					"sip:a@h 200, sip:b@h 300, sip:c@h 300"},
			{0, "c", 3, "<sip:b@h>", 0, R302_OK, "sip:a@h 200, sip:c@h 300"});
}

static void test_the_oldest_makes_room_if_wished(void **state)
{
	aor.lim.max_contacts = 2;
	aor.lim.replace_oldest = 1;
	TAKE({0, "c", 1, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{1, "c", 2, "<sip:b@h>", 300, R302_OK, "sip:b@h 300, sip:a@h 299"},
			{1, "c", 3, "<sip:a@h>", 300, R302_OK, "sip:a@h 300, sip:b@h 299"},
			{1, "c", 4, "<sip:c@h>", 300, R302_OK, "sip:c@h 300, sip:a@h 299"});
	assert_int_equal(aor.plan.evicted, 1);
	assert_int_equal(aor.plan.added, 1);
	assert_int_equal(aor.plan.removed, 0);
}

static void test_several_oldest_make_room(void **state)
{
	aor.lim.max_contacts = 3;
	aor.lim.replace_oldest = 1;
	TAKE({0, "c", 1, "<sip:a@h>,<sip:b@h>", 300, R302_OK,
				 "sip:a@h 300, sip:b@h 300"},
			{1, "c", 2, "<sip:c@h>", 300, R302_OK,
					"sip:c@h 300, sip:a@h 299, sip:b@h 299"},
			{1, "c", 3, "<sip:d@h>,<sip:e@h>", 300, R302_OK,
					"sip:d@h 300, sip:e@h 300, sip:c@h 299"});
	assert_int_equal(aor.plan.evicted, 2);
}

/* what the request itself names is not evicted for it */
static void test_a_request_does_not_evict_its_own(void **state)
{
	aor.lim.max_contacts = 2;
	aor.lim.replace_oldest = 1;
	TAKE({0, "c", 1, "<sip:a@h>,<sip:b@h>", 300, R302_OK,
				 "sip:a@h 300, sip:b@h 300"},
			{1, "c", 2, "<sip:c@h>,<sip:a@h>", 300, R302_OK,
					"sip:c@h 300, sip:a@h 300"},
			{1, "c", 3, "<sip:d@h>,<sip:e@h>,<sip:f@h>", 300, R302_E_TOO_MANY,
					"sip:c@h 299, sip:a@h 299"});
}

static const char *many(int from, int n)
{
	static char text[R302_CONTACTS_MAX * 24];
	int i, len = 0;

	for(i = 0; i < n; i++)
		len += sprintf(text + len, "%s<sip:%d@h>", i ? "," : "", from + i);
	return text;
}

static enum r302_err add_many(uint32_t cseq, int from, int n)
{
	return given_aor_register(&aor, "c", cseq, many(from, n), 300);
}

static void test_without_a_limit_there_is_still_one(void **state)
{
	aor.lim.max_contacts = 0;
	assert_int_equal(add_many(1, 0, 100), R302_OK);
	assert_int_equal(add_many(2, 100, R302_CONTACTS_MAX - 100), R302_OK);
	assert_int_equal(add_many(3, 500, 1), R302_E_TOO_MANY);
	assert_int_equal(aor.rec->n, R302_CONTACTS_MAX);
}

/* max_contacts may be as large as that: the oldest still makes room */
static void test_the_oldest_makes_room_at_the_largest_limit_too(void **state)
{
	aor.lim.max_contacts = R302_CONTACTS_MAX;
	aor.lim.replace_oldest = 1;
	assert_int_equal(add_many(1, 0, 100), R302_OK);
	assert_int_equal(add_many(2, 100, R302_CONTACTS_MAX - 100), R302_OK);
	assert_int_equal(add_many(3, 500, 1), R302_OK);
	assert_int_equal(aor.rec->n, R302_CONTACTS_MAX);
}

/* bytes of a copy for readers when no two bindings share the same */
static size_t size_of_copy(const struct r302_record *rec)
{
	size_t n = rec->size;
	int i;

	for(i = 0; i < rec->n; i++)
		n += r302_shared_size(rec->binding[i].shared);
	return n;
}

static void test_more_than_a_reply_can_list_is_refused(void **state)
{
	char contact[1100];
	uint32_t cseq;
	enum r302_err err = R302_OK;
	int had;

	aor.lim.max_contacts = 0;
	for(cseq = 1; err == R302_OK && cseq < R302_CONTACTS_MAX; cseq++) {
		had = aor.rec ? aor.rec->n : 0;
		snprintf(
				contact, sizeof(contact), "<sip:%d@h;x=%01000d>", (int)cseq, 0);
		err = given_aor_register(&aor, "c", cseq, contact, 300);
	}
	assert_int_equal(err, R302_E_TOO_MANY);
	assert_int_equal(aor.rec->n, had);
	assert_true(size_of_copy(aor.rec) <= R302_RECORD_MAX);
	assert_true(size_of_copy(aor.rec) > R302_RECORD_MAX - 1300);
	/* a refresh of one that is there still goes */
	snprintf(contact, sizeof(contact), "<sip:1@h;x=%01000d>", 0);
	assert_int_equal(
			given_aor_register(&aor, "c", cseq, contact, 400), R302_OK);
}

/* ---- replace: the contacts take the place of all others */

static void test_replacing_leaves_only_the_new(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>,<sip:b@h>", 300, R302_OK,
			"sip:a@h 300, sip:b@h 300"});
	aor.replace = 1;
	TAKE({1, "d", 1, "<sip:b@h>,<sip:c@h>", 300, R302_OK,
			"sip:c@h 300, sip:b@h 300"});
	assert_int_equal(aor.plan.removed, 1);
	/* a removal names nothing that the others make room for */
	TAKE({0, "d", 2, "<sip:c@h>", 0, R302_OK, "sip:b@h 300"});
}

static void test_asking_replaces_nothing(void **state)
{
	TAKE({0, "c", 1, "<sip:a@h>,<sip:b@h>", 300, R302_OK,
			"sip:a@h 300, sip:b@h 300"});
	aor.replace = 1;
	TAKE({0, "c", 2, "", NOH, R302_OK, "sip:a@h 300, sip:b@h 300"});
}

static void test_replacing_fits_into_max_contacts(void **state)
{
	aor.lim.max_contacts = 1;
	aor.replace = 1;
	TAKE({0, "c", 1, "<sip:a@h>", 300, R302_OK, "sip:a@h 300"},
			{0, "c", 2, "<sip:b@h>", 300, R302_OK, "sip:b@h 300"});
}

/* what "*" must not do when it comes late, replacing must not either */
static void test_a_stale_request_replaces_nothing(void **state)
{
	aor.replace = 1;
	TAKE({0, "c", 2, "<sip:b@h>", 300, R302_OK, "sip:b@h 300"},
			{0, "c", 1, "<sip:a@h>", 300, R302_E_STALE, "sip:b@h 300"});
}

#define ROW(test) cmocka_unit_test_setup_teardown(test, start, end)

/* room that is used up, or worse, is no licence to outgrow a snapshot */
static void test_no_room_is_room_for_nothing(void **state)
{
	static const int rooms[] = {1, -1, -100000};
	static struct r302_register req;
	int i;

	for(i = 0; i < N_OF(rooms); i++) {
		given_register(&req, "1001", "c", i + 1, "<sip:a@h>", 300);
		req.room = rooms[i];
		assert_int_equal(given_aor_take(&aor, &req), R302_E_TOO_MANY);
	}
	req.room = 0;
	assert_int_equal(given_aor_take(&aor, &req), R302_OK);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {ROW(test_a_contact_is_added),
			ROW(test_several_contacts_are_added_in_their_order),
			ROW(test_a_refresh_starts_the_time_anew),
			ROW(test_a_refresh_may_shorten_the_time),
			ROW(test_a_refresh_with_other_words_replaces_them),
			ROW(test_expires_zero_removes_one),
			ROW(test_removing_what_is_not_there_is_no_error),
			ROW(test_adding_refreshing_and_removing_go_together),
			ROW(test_no_contact_only_asks),
			ROW(test_an_expired_binding_is_absent),
			ROW(test_an_expired_binding_is_not_removed_again),
			ROW(test_an_expired_binding_goes_with_the_next_change),
			ROW(test_stale_cseq_is_refused_and_keeps_the_binding),
			ROW(test_one_stale_contact_refuses_all),
			ROW(test_a_late_request_of_a_phone_that_moved_is_refused),
			ROW(test_another_call_id_needs_no_higher_cseq),
			ROW(test_a_retransmission_changes_nothing),
			ROW(test_a_retransmitted_addition_changes_nothing),
			ROW(test_a_cseq_at_the_end_of_its_range_is_compared_unsigned),
			ROW(test_an_operators_request_has_no_order),
			ROW(test_the_wildcard_removes_all),
			ROW(test_the_wildcard_of_an_unknown_user_is_no_error),
			ROW(test_a_stale_wildcard_spares_all),
			ROW(test_a_retransmitted_wildcard_is_answered_as_before),
			ROW(test_the_wildcard_asks_nothing_of_expired_bindings),
			ROW(test_a_phone_that_moved_keeps_one_binding),
			ROW(test_two_flows_of_a_phone_are_two_bindings),
			ROW(test_two_phones_with_one_uri_are_two_bindings),
			ROW(test_without_an_instance_the_uri_decides),
			ROW(test_one_phone_may_have_two_contacts),
			ROW(test_a_stale_move_is_refused),
			ROW(test_of_equal_contacts_the_last_counts),
			ROW(test_of_equal_flows_the_last_counts),
			ROW(test_the_same_text_twice_is_one_contact),
			ROW(test_too_brief_is_refused_and_changes_nothing),
			ROW(test_an_hour_is_never_too_brief),
			ROW(test_without_a_minimum_a_second_is_enough),
			ROW(test_the_contacts_own_expires_comes_first),
			ROW(test_lifetimes_are_spread_over_the_range),
			ROW(test_a_phone_is_granted_the_same_each_time),
			ROW(test_spreading_stays_within_min_expires_and_what_was_asked),
			ROW(test_a_long_time_is_capped),
			ROW(test_without_a_maximum_a_binding_may_never_end),
			ROW(test_above_max_contacts_nothing_is_changed),
			ROW(test_a_removal_makes_room_in_the_same_request),
			ROW(test_an_expired_binding_takes_no_room),
			ROW(test_a_lowered_limit_does_not_stop_a_refresh),
			ROW(test_the_oldest_makes_room_if_wished),
			ROW(test_several_oldest_make_room),
			ROW(test_a_request_does_not_evict_its_own),
			ROW(test_without_a_limit_there_is_still_one),
			ROW(test_the_oldest_makes_room_at_the_largest_limit_too),
			ROW(test_more_than_a_reply_can_list_is_refused),
			ROW(test_replacing_leaves_only_the_new),
			ROW(test_asking_replaces_nothing),
			ROW(test_replacing_fits_into_max_contacts),
			ROW(test_a_stale_request_replaces_nothing),
			ROW(test_no_room_is_room_for_nothing)};

	UNIT_RUN(tests, argc, argv);
}
