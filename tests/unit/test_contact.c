/* SPDX-License-Identifier: MIT */
#include "unit.h"

static struct r302_contact contact[R302_CONTACTS_MAX];

/* @return how many contacts a header has, -1 when it is malformed */
static int read_text(str rest)
{
	int n = 0, more;

	while((more = r302_contact_next(&rest, &contact[n])) > 0)
		n++;
	return more < 0 ? -1 : n;
}

static int read_header(const char *header)
{
	return read_text(given_text(header));
}

static void assert_uris(const char *header, const char *a, const char *b)
{
	int n = read_header(header);

	if(n != 2)
		fail_row("%d contacts and not two: %s\n", n, header);
	assert_str(contact[0].uri.whole, a);
	assert_str(contact[1].uri.whole, b);
}

static void test_a_name_addr_is_read(void **state)
{
	assert_int_equal(
			read_header("\"Mr. Watson\" <sip:watson@w.example;x=1>;q=0.7; "
						"expires=3600;foo"),
			1);
	assert_str(contact[0].uri.whole, "sip:watson@w.example;x=1");
	assert_str(contact[0].params, "q=0.7; expires=3600;foo");
	assert_int_equal(contact[0].q_milli, 700);
	assert_int_equal(contact[0].has_expires, 1);
	assert_int_equal(contact[0].expires, 3600);
	assert_int_equal(contact[0].uri_hash, (int)r302_uri_hash(&contact[0].uri));
	assert_int_equal(contact[0].nated, 0);
}

/* RFC 3261 20: what is behind the ';' belongs to the header */
static void test_without_brackets_parameters_are_the_headers(void **state)
{
	assert_int_equal(read_header("sip:a@h;transport=tcp;expires=60"), 1);
	assert_str(contact[0].uri.whole, "sip:a@h");
	assert_str(contact[0].params, "transport=tcp;expires=60");
	assert_int_equal(contact[0].expires, 60);
}

static void test_nothing_given_is_told_from_zero(void **state)
{
	assert_int_equal(read_header("<sip:a@h>"), 1);
	assert_int_equal(contact[0].q_milli, R302_Q_NONE);
	assert_int_equal(contact[0].has_expires, 0);
	assert_int_equal(contact[0].reg_id, 0);
	assert_int_equal(contact[0].instance.len, 0);
	assert_int_equal(contact[0].params.len, 0);
}

static void test_an_empty_header_has_no_contact(void **state)
{
	assert_int_equal(read_header(""), 0);
	assert_int_equal(read_header(" \t "), 0);
}

static void test_contacts_come_in_the_order_of_the_header(void **state)
{
	assert_uris("<sip:a@h>,<sip:b@h>", "sip:a@h", "sip:b@h");
	assert_uris("sip:a@h;q=0.5 , sip:b@h", "sip:a@h", "sip:b@h");
	assert_uris("sip:a@h,sip:b@h", "sip:a@h", "sip:b@h");
	assert_uris("<sip:a@h>;x=1, sip:b@h;y", "sip:a@h", "sip:b@h");
	assert_uris("sip:a@h;x=1, <sip:b@h>;y", "sip:a@h", "sip:b@h");
}

/* RFC 3261 20.10: each may be a name-addr or an addr-spec */
static void test_an_addr_spec_may_stand_before_a_name_addr(void **state)
{
	assert_uris("sip:a@h, <sip:b@h>", "sip:a@h", "sip:b@h");
	assert_uris("sip:a@h,\"B\" <sip:b@h>;q=1", "sip:a@h", "sip:b@h");
}

static void test_a_comma_in_quotes_or_brackets_ends_nothing(void **state)
{
	assert_uris("\"a, <b>; \\\"c\\\\\" <sip:a,b@h>;x=\"y,z;>\",<sip:b@h>",
			"sip:a,b@h", "sip:b@h");
	assert_uris("\"\" <sip:a@h;x=\\,>;x=\",\\\"\", \"\\\\\"<sip:b@h>",
			"sip:a@h;x=\\,", "sip:b@h");
}

/* RFC 4475 3.1.1.1, 3.1.1.8, 3.3.14, 3.3.15, 3.3.16 and 3261 7.3.1 */
static void test_unusual_forms_that_are_valid(void **state)
{
	static const struct
	{
		const char *header;
		const char *uri;
	} rows[] = {{"\"Quoted string \\\"\\\"\" <sip:jdrosen@example.com> ; "
				 "newparam =\r\n      newvalue ;\r\n  secondparam ; q = 0.33",
						"sip:jdrosen@example.com"},
			{"caller<sip:caller@example.com>", "sip:caller@example.com"},
			{"sip:+19725552222@gw1.example.net;unknownparam",
					"sip:+19725552222@gw1.example.net"},
			{"<sip:+19725552222@gw1.example.net;unknownparam>",
					"sip:+19725552222@gw1.example.net;unknownparam"},
			{"<sip:user@example.com?Route=%3Csip:sip.example.com%3E>",
					"sip:user@example.com?Route=%3Csip:sip.example.com%3E"},
			{"<sip:%00@host5.example.net>", "sip:%00@host5.example.net"},
			{"\r\n <sip:a@h>\r\n\t;q=1", "sip:a@h"},
			{"T. \t Watson\r\n <sip:a@h>", "sip:a@h"},
			{"\xc3\x84rger <sip:a@h>", "sip:a@h"},
			{"<mailto:watson@bell-telephone.com>",
					"mailto:watson@bell-telephone.com"},
			{"<sip:a@h>;;x;", "sip:a@h"}};
	int i;

	for(i = 0; i < N_OF(rows); i++) {
		if(read_header(rows[i].header) != 1)
			fail_row("refused: %s\n", rows[i].header);
		assert_str(contact[0].uri.whole, rows[i].uri);
	}
}

/* RFC 4475 3.1.2.5, 3.1.2.11, 3.1.2.13, 3.1.2.15 and others */
static void test_broken_contacts_are_refused(void **state)
{
	static const char *const bad[] = {"sip:user@example.com?Route=%3Csip:h%3E",
			"Bell, Alexander <sip:a.g.bell@example.com>", "< sip:a@h>",
			"<sip:a@h >", "<sip:a@h", "sip:a@h>", "<>", "<sip:a@h>x",
			"<sip:a@h> x=1", "\"a <sip:a@h>", "\"a\\\" <sip:a@h>",
			"\"a\" b <sip:a@h>", "\"a\" sip:a@h", "a:b <sip:a@h>", ",",
			"<sip:a@h>,", ",<sip:a@h>", "<sip:a@h>,,<sip:b@h>", "<sip:a@h>;=1",
			"<sip:a@h>;x=", "<sip:a@h>;x=1 2", "<sip:a@h>;x=\"y",
			"<sip:a@h>;x y", "<sip:a@h>;(x)", "<a@h>", "a@h", "<sip:a@h:0>",
			"<sip:a\r\n @h>", "sip:a@h sip:b@h", "<<sip:a@h>>",
			"<sip:a@h>;x={y}", "<sip:a@h>;x=y\\", "*", "*;x", "*,<sip:a@h>"};
	int i;

	for(i = 0; i < N_OF(bad); i++) {
		if(read_header(bad[i]) != -1)
			fail_row("taken: %s\n", bad[i]);
	}
	assert_int_equal(read_text(given_bytes("<sip:a@h>;\0", 11)), -1);
	assert_int_equal(read_text(given_bytes("<sip:a\0@h>", 10)), -1);
	assert_int_equal(read_text(given_bytes("\"a\0\" <sip:a@h>", 14)), -1);
	assert_int_equal(read_text(given_bytes("\0", 1)), -1);
}

static void test_q_is_read_in_thousandths(void **state)
{
	static const struct
	{
		const char *text;
		int q;
	} rows[] = {{"0", 0}, {"1", 1000}, {"0.", 0}, {"1.", 1000}, {"0.5", 500},
			{"0.25", 250}, {"0.001", 1}, {"1.000", 1000}, {"0.999", 999},
			{"1.001", -1}, {"1.1", -1}, {"2", -1}, {"0.0001", -1}, {"", -1},
			{".5", -1}, {"0,5", -1}, {"-1", -1}, {"0.5x", -1}, {"00", -1},
			{"10", -1}, {"1.0000", -1}, {"0x1", -1}, {"\"1\"", -1}};
	int i;

	for(i = 0; i < N_OF(rows); i++) {
		if(r302_contact_q(given_text(rows[i].text)) != rows[i].q)
			fail_row("q=%s is not %d\n", rows[i].text, rows[i].q);
	}
}

static void test_a_malformed_q_refuses_the_contact(void **state)
{
	assert_int_equal(read_header("<sip:a@h>;q=1.5"), -1);
	assert_int_equal(read_header("<sip:a@h>;q"), -1);
	assert_int_equal(read_header("<sip:a@h>;Q=0.2"), 1);
	assert_int_equal(contact[0].q_milli, 200);
}

/* RFC 3261 10.2.1.1 and 20.19: a malformed value is 3600 */
static void test_expires_is_never_trusted(void **state)
{
	static const struct
	{
		const char *text;
		uint32_t seconds;
	} rows[] = {{"0", 0}, {"60", 60}, {"0060", 60}, {"4294967295", UINT32_MAX},
			{"4294967296", UINT32_MAX},
			{"99999999999999999999999999999999", UINT32_MAX},
			{"18446744073709551617", UINT32_MAX}, {"", 3600}, {"-1", 3600},
			{"1e3", 3600}, {"60s", 3600}, {" 60", 3600}, {"0x10", 3600}};
	int i;

	for(i = 0; i < N_OF(rows); i++) {
		if(r302_contact_expires(given_text(rows[i].text)) != rows[i].seconds)
			fail_row("expires=%s is not %u\n", rows[i].text, rows[i].seconds);
	}
}

static void test_a_malformed_expires_does_not_refuse_the_contact(void **state)
{
	assert_int_equal(read_header("<sip:a@h>;expires=now"), 1);
	assert_int_equal(contact[0].expires, 3600);
	assert_int_equal(contact[0].has_expires, 1);
	assert_int_equal(read_header("<sip:a@h>;Expires = 30"), 1);
	assert_int_equal(contact[0].expires, 30);
	assert_int_equal(read_header("<sip:a@h>;expires"), 1);
	assert_int_equal(contact[0].expires, 3600);
}

static void test_instance_and_reg_id_are_read(void **state)
{
	assert_int_equal(read_header("<sip:a@h>;+sip.instance=\"<urn:uuid:0>\""
								 ";reg-id=2147483647"),
			1);
	assert_str(contact[0].instance, "\"<urn:uuid:0>\"");
	assert_int_equal(contact[0].reg_id, 2147483647);
}

/* RFC 5626 4.2 and RFC 3840 9 */
static void test_a_bad_instance_or_reg_id_refuses_the_contact(void **state)
{
	static const char *const bad[] = {"<sip:a@h>;reg-id=0",
			"<sip:a@h>;reg-id=2147483648", "<sip:a@h>;reg-id=-1",
			"<sip:a@h>;reg-id=x", "<sip:a@h>;reg-id", "<sip:a@h>;reg-id=\"1\"",
			"<sip:a@h>;reg-id=99999999999999999999",
			"<sip:a@h>;+sip.instance=abc", "<sip:a@h>;+sip.instance=\"\"",
			"<sip:a@h>;+sip.instance", "<sip:a@h>;+sip.instance=\"x"};
	int i;

	for(i = 0; i < N_OF(bad); i++) {
		if(read_header(bad[i]) != -1)
			fail_row("taken: %s\n", bad[i]);
	}
}

static void test_parameters_are_walked_with_their_values(void **state)
{
	str rest = given_text("a ; b=c;d = \"e;f\" ;;g=[::1]:5060;h"), n, v;
	static const char *const want[][2] = {{"a", ""}, {"b", "c"},
			{"d", "\"e;f\""}, {"g", "[::1]:5060"}, {"h", ""}};
	int i;

	for(i = 0; i < N_OF(want); i++) {
		assert_int_equal(r302_contact_next_param(&rest, &n, &v), 1);
		assert_str(n, want[i][0]);
		assert_str(v, want[i][1]);
	}
	assert_int_equal(r302_contact_next_param(&rest, &n, &v), 0);
}

/* nothing is read outside the text, and what is found lies inside it */
static void test_torture(void **state)
{
	static const char *const pieces[] = {"<", ">", "sip:a@h", "\"", "\\", ",",
			";", "=", "q=0.5", "expires=", "60", "+sip.instance=", "\"<u>\"",
			"reg-id=1", " ", "\r\n ", "a", "\xff", "?", "*", "<sip:b@h>",
			"tel:"};
	uint64_t seed = 4475;
	char text[256];
	int i, n;

	for(i = 0; i < 60000; i++) {
		strcpy(text, i % 2 ? "<sip:a@h>" : "");
		for(n = given_random(&seed) % 12; n; n--)
			strcat(text, pieces[given_random(&seed) % N_OF(pieces)]);
		str s = given_text(text);
		for(n = read_text(s) - 1; n >= 0; n--) {
			str u = contact[n].uri.whole, p = contact[n].params;
			assert_true(u.s >= s.s && u.s + u.len <= s.s + s.len);
			assert_true(p.s >= s.s && p.s + p.len <= s.s + s.len);
		}
		given_free_texts();
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {FACT(test_a_name_addr_is_read),
			FACT(test_without_brackets_parameters_are_the_headers),
			FACT(test_nothing_given_is_told_from_zero),
			FACT(test_an_empty_header_has_no_contact),
			FACT(test_contacts_come_in_the_order_of_the_header),
			FACT(test_an_addr_spec_may_stand_before_a_name_addr),
			FACT(test_a_comma_in_quotes_or_brackets_ends_nothing),
			FACT(test_unusual_forms_that_are_valid),
			FACT(test_broken_contacts_are_refused),
			FACT(test_q_is_read_in_thousandths),
			FACT(test_a_malformed_q_refuses_the_contact),
			FACT(test_expires_is_never_trusted),
			FACT(test_a_malformed_expires_does_not_refuse_the_contact),
			FACT(test_instance_and_reg_id_are_read),
			FACT(test_a_bad_instance_or_reg_id_refuses_the_contact),
			FACT(test_parameters_are_walked_with_their_values),
			FACT(test_torture)};

	UNIT_RUN(tests, argc, argv);
}
