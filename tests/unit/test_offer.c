/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "flow.h"
#include "offer.h"
#include "../../core/tcp_conn.h"

#define PUBLIC "203.0.113.5"
#define OTHER "198.51.100.20"
#define PHONE(n) ";+sip.instance=\"<urn:uuid:" n ">\""

static struct given_aor aor;
static struct r302_register req;
static struct r302_snapshot snap;
static struct r302_offer offer;

static int start(void **state)
{
	unit_setup(state);
	given_aor_start(&aor);
	core_connection(CORE_NO_CONNECTION);
	return 0;
}

static int end(void **state)
{
	given_aor_end(&aor);
	assert_int_equal(core_connection_references(), 0);
	return unit_teardown(state);
}

static void take_in(const char *contacts, int proto, int nated, int connection)
{
	static uint32_t cseq;
	int i;

	given_register(&req, "1001", "c", ++cseq, contacts, 300);
	req.origin.source = given_source(PUBLIC, 40000);
	req.origin.source.proto = (unsigned char)proto;
	req.origin.source.connection = connection;
	for(i = 0; i < req.n; i++)
		req.contact[i].nated = nated;
	assert_int_equal(given_aor_take(&aor, &req), R302_OK);
}

/* @return the verdicts as letters: Contact Inside Source Flow inValid Gruu sElf
 * cLosed Twin sUrplus eXpired */
static const char *offered(const char *caller, const char *ruri)
{
	static const char letters[] = "CISFVGELTUX";
	static char text[R302_CONTACTS_MAX + 1];
	struct r302_source src = given_source(caller, 5060);
	struct r302_uri u;
	int i, n = 0;

	if(ruri)
		u = given_uri(ruri);
	r302_snapshot_copy_locked(&snap, aor.rec);
	r302_snapshot_open(&snap, aor.now);
	r302_offer_make(&offer, &snap, &src, ruri ? &u : NULL, &aor.lim, aor.now);
	for(i = 0; i < offer.n; i++) {
		text[i] = letters[offer.reach[i]];
		n += r302_reach_is_offered(offer.reach[i]);
	}
	text[i] = '\0';
	assert_int_equal(offer.n, snap.n);
	assert_int_equal(offer.offered, n);
	return text;
}

static void test_nobody_is_offered_nothing(void **state)
{
	assert_string_equal(offered(OTHER, NULL), "");
}

static void test_each_binding_is_judged(void **state)
{
	take_in("<sip:a@h.example>;q=1,<sip:b@x.invalid>;q=0.9,<sip:c@h.example;gr>"
			";"
			"q=0.8,<sip:d@h.example>;q=0.7",
			PROTO_UDP, 0, 0);
	assert_string_equal(offered(OTHER, "sip:d@h.example"), "CVGE");
}

/* RFC 5626 7 and RFC 5627 6.1 */
static void test_a_phone_is_offered_once(void **state)
{
	take_in("<sip:a@h1.example>" PHONE("0") ";q=0.5;reg-id=1", PROTO_UDP, 0, 0);
	take_in("<sip:a@h2.example>" PHONE("0") ";q=0.9;reg-id=2", PROTO_UDP, 0, 0);
	take_in("<sip:b@h3.example>" PHONE("1") ";q=0.7", PROTO_UDP, 0, 0);
	assert_string_equal(offered(OTHER, NULL), "CCT");
	/* the better one is no use: the other is offered */
	assert_string_equal(offered(OTHER, "sip:a@h2.example"), "ECC");
}

static void test_phones_without_an_instance_are_no_twins(void **state)
{
	take_in("<sip:a@h1.example>,<sip:a@h2.example>", PROTO_UDP, 0, 0);
	assert_string_equal(offered(OTHER, NULL), "CC");
}

static void test_a_flow_that_is_closed_is_not_offered(void **state)
{
	take_in("<sip:a@10.0.0.1;transport=tcp>", PROTO_TCP, 1, 1);
	assert_string_equal(offered(PUBLIC, NULL), "L");
	core_connection(S_CONN_OK);
	assert_string_equal(offered(PUBLIC, NULL), "I");
	assert_string_equal(offered(OTHER, NULL), "F");
	core_connection(S_CONN_EOF);
	assert_string_equal(offered(PUBLIC, NULL), "L");
	core_connection(S_CONN_ERROR);
	assert_string_equal(offered(PUBLIC, NULL), "L");
	assert_int_equal(core_connection_references(), 0);
}

static void test_only_who_needs_its_flow_is_asked_for_it(void **state)
{
	take_in("<sip:a@h.example;transport=tcp>", PROTO_TCP, 0, 1);
	assert_string_equal(offered(OTHER, NULL), "C");
	take_in("<sip:a@h.example;transport=tcp>" PHONE("0") ";reg-id=1", PROTO_TCP,
			0, 1);
	assert_string_equal(offered(OTHER, NULL), "L");
	core_connection(S_CONN_OK);
	assert_string_equal(offered(OTHER, NULL), "C");
}

static void test_a_binding_without_a_connection_has_none_to_lose(void **state)
{
	take_in("<sip:a@10.0.0.1>", PROTO_UDP, 1, 0);
	assert_string_equal(offered(OTHER, NULL), "S");
	assert_int_equal(r302_flow_is_open(&aor.rec->binding[0]), 1);
	assert_int_equal(r302_flow_is_stream(&aor.rec->binding[0]), 0);
}

static void test_the_operator_may_choose_the_contact(void **state)
{
	take_in("<sip:a@10.0.0.1>", PROTO_UDP, 1, 0);
	aor.lim.redirect_contact = R302_REDIRECT_REGISTERED;
	assert_string_equal(offered(OTHER, NULL), "C");
	take_in("<sip:a@10.0.0.1>", PROTO_TCP, 1, 0);
	assert_string_equal(offered(OTHER, NULL), "C");
	aor.lim.redirect_contact = R302_REDIRECT_SOURCE;
	assert_string_equal(offered(OTHER, NULL), "F");
	take_in("<sip:a@10.0.0.1>", PROTO_UDP, 0, 0);
	assert_string_equal(offered(OTHER, NULL), "S");
	assert_string_equal(offered(PUBLIC, NULL), "S");
	take_in("<sip:a@10.0.0.1>,<sip:b@x.invalid>;q=0.1", PROTO_UDP, 0, 0);
	assert_string_equal(offered(OTHER, NULL), "SV");
}

static void test_one_address_is_offered_once(void **state)
{
	take_in("<sip:a@10.0.0.1:5060>,<sip:a@10.0.0.1:5062>;q=0.5,"
			"<sip:A@10.0.0.1:5064>;q=0.1",
			PROTO_UDP, 1, 0);
	assert_string_equal(offered(OTHER, NULL), "STS"); /* a is not A */
	assert_string_equal(offered(PUBLIC, NULL), "III");
}

static void test_the_best_are_offered_when_there_is_a_limit(void **state)
{
	aor.lim.redirect_max_contacts = 1;
	take_in("<sip:a@10.0.0.1>;q=0.1,<sip:b@10.0.0.1>", PROTO_UDP, 0, 0);
	assert_string_equal(offered(OTHER, NULL), "CU");
}

#define ROW(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {ROW(test_nobody_is_offered_nothing),
			ROW(test_each_binding_is_judged), ROW(test_a_phone_is_offered_once),
			ROW(test_phones_without_an_instance_are_no_twins),
			ROW(test_a_flow_that_is_closed_is_not_offered),
			ROW(test_only_who_needs_its_flow_is_asked_for_it),
			ROW(test_a_binding_without_a_connection_has_none_to_lose),
			ROW(test_the_operator_may_choose_the_contact),
			ROW(test_one_address_is_offered_once),
			ROW(test_the_best_are_offered_when_there_is_a_limit)};

	UNIT_RUN(tests, argc, argv);
}
