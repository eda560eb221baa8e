/* SPDX-License-Identifier: MIT */
#include "unit.h"

struct pair
{
	const char *a;
	const char *b;
};

static int are_equal(const char *a, const char *b)
{
	struct r302_uri x = given_uri(a), y = given_uri(b);
	int equal = r302_uri_equal(&x, &y);

	if(equal != r302_uri_equal(&y, &x))
		fail_row("equal one way only: %s and %s\n", a, b);
	if(equal && r302_uri_hash(&x) != r302_uri_hash(&y))
		fail_row("equal with another hash: %s and %s\n", a, b);
	return equal;
}

static void assert_all(const struct pair *p, int n, int equal)
{
	int i;

	for(i = 0; i < n; i++) {
		if(are_equal(p[i].a, p[i].b) != equal)
			fail_row("%s %s %s\n", p[i].a, equal ? "is not" : "is", p[i].b);
	}
}

static int is_uri(str text)
{
	struct r302_uri u;

	return r302_uri_split(&u, text) == 0;
}

static void test_the_equal_uris_of_rfc_3261_are_equal(void **state)
{
	static const struct pair p[] = {
			{"sip:%61lice@atlanta.com;transport=TCP",
					"sip:alice@AtLanTa.CoM;Transport=tcp"},
			{"sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5"},
			{"sip:carol@chicago.com", "sip:carol@chicago.com;security=on"},
			{"sip:carol@chicago.com;newparam=5",
					"sip:carol@chicago.com;security=on"},
			{"sip:biloxi.com;transport=tcp;method=REGISTER"
			 "?to=sip:bob%40biloxi.com",
					"sip:biloxi.com;method=REGISTER;transport=tcp"
					"?to=sip:bob%40biloxi.com"},
			{"sip:alice@atlanta.com?subject=project%20x&priority=urgent",
					"sip:alice@atlanta.com?priority=urgent&"
					"subject=project%20x"}};

	assert_all(p, N_OF(p), 1);
}

static void test_the_unequal_uris_of_rfc_3261_are_not_equal(void **state)
{
	static const struct pair p[] = {
			{"SIP:ALICE@AtLanTa.CoM;Transport=udp",
					"sip:alice@AtLanTa.CoM;Transport=UDP"},
			{"sip:bob@biloxi.com", "sip:bob@biloxi.com:5060"},
			{"sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp"},
			{"sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp"},
			{"sip:carol@chicago.com",
					"sip:carol@chicago.com?Subject=next%20meeting"},
			{"sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4"},
			/* equality is not transitive: 19.1.4, the note */
			{"sip:carol@chicago.com;security=on",
					"sip:carol@chicago.com;security=off"}};

	assert_all(p, N_OF(p), 0);
}

static void test_a_decisive_parameter_must_be_in_both(void **state)
{
	static const struct pair p[] = {{"sip:a@h", "sip:a@h;user=phone"},
			{"sip:a@h", "sip:a@h;ttl=1"}, {"sip:a@h", "sip:a@h;method=INVITE"},
			{"sip:a@h", "sip:a@h;maddr=192.0.2.1"},
			{"sip:a@h;TTL=1", "sip:a@h;x=1"},
			{"sip:a@h;maddr=192.0.2.1", "sip:a@h;maddr=192.0.2.2"}};

	assert_all(p, N_OF(p), 0);
}

static void test_every_part_counts(void **state)
{
	static const struct pair p[] = {{"sip:a@h", "sips:a@h"},
			{"sip:a@h", "sip:b@h"}, {"sip:a@h", "sip:h"},
			{"sip:a@h", "sip:a:pw@h"}, {"sip:a:pw@h", "sip:a:PW@h"},
			{"sip:a@h", "sip:a@h2"}, {"sip:a@h:5061", "sip:a@h:5062"},
			{"sip:a@h;x=1", "sip:a@h;x=2"}, {"sip:a@h;x", "sip:a@h;x=1"},
			{"sip:a@h?x=a", "sip:a@h?x=A"}, {"sip:a@h?x=1", "sip:a@h?x=1&y=2"},
			{"tel:1001", "sip:1001@h"}, {"tel:1001", "tel:1002"},
			{"http://a/b", "http://a/B"}};

	assert_all(p, N_OF(p), 0);
}

static void test_case_and_escapes_do_not_count_where_rfc_3261_says_so(
		void **state)
{
	static const struct pair p[] = {{"sip:a@h", "SIP:a@H"},
			{"sip:a%2Db@h", "sip:a-b@h"}, {"sip:%41@h", "sip:A@h"},
			{"sip:a@h;lr", "sip:a@h;LR"}, {"sip:a@h;%78=%31", "sip:a@h;x=1"},
			{"sip:%c3%a4@h", "sip:%C3%A4@h"}, {"sip:a@h", "sip:a@h"},
			{"sip:a@h;x=A", "sip:a@h;x=a"}, {"sip:a@h?X=1", "sip:a@h?x=1"},
			{"sip:a:%70w@h", "sip:a:pw@h"}, {"sip:a%3bb@h", "sip:a%3Bb@h"}};

	assert_all(p, N_OF(p), 1);
}

/* 19.1.4: characters of the reserved set are not their escapes */
static void test_an_escaped_reserved_character_is_another_one(void **state)
{
	static const struct pair p[] = {{"sip:a;b@h", "sip:a%3Bb@h"},
			{"sip:a+b@h", "sip:a%2Bb@h"}, {"sip:a/b@h", "sip:a%2fb@h"},
			{"sip:%41@h", "sip:a@h"}, {"sip:%00@h", "sip:%00%00@h"}};

	assert_all(p, N_OF(p), 0);
}

static void test_one_ipv6_address_has_many_forms(void **state)
{
	static const struct pair same[] = {{"sip:a@[::1]", "sip:a@[0:0::1]"},
			{"sip:a@[2001:DB8::1]:5060", "sip:a@[2001:db8:0:0::1]:5060"},
			{"sip:a@[::ffff:192.0.2.1]", "sip:a@[::ffff:c000:201]"}};
	static const struct pair other[] = {{"sip:a@[::1]", "sip:a@[::2]"},
			{"sip:a@[2001:db8::1]", "sip:a@[2001:db8::1]:5060"},
			{"sip:a@[::ffff:192.0.2.1]", "sip:a@192.0.2.1"}};

	assert_all(same, N_OF(same), 1);
	assert_all(other, N_OF(other), 0);
}

static void test_separators_of_a_number_do_not_count(void **state)
{
	static const struct pair same[] = {
			{"tel:+1-201-555-0123", "tel:+12015550123"},
			{"tel:+1(201)555.0123", "TEL:+1-201-555-0123"},
			{"tel:100f", "tel:100F"}};
	static const struct pair other[] = {
			{"tel:+12015550123", "tel:12015550123"}, {"tel:1001", "tel:10010"}};

	assert_all(same, N_OF(same), 1);
	assert_all(other, N_OF(other), 0);
}

/* RFC 3261 bars a second parameter of one name, but not a second header */
static void test_a_uri_is_equal_to_itself(void **state)
{
	static const char *const uris[] = {"sip:a@h", "sip:a:b@h:1;c=d;e?f=g&h=i",
			"sip:a@h?x=1&x=2", "sip:a@h;x=1;x=2", "sip:a@[::1];lr",
			"tel:+1;phone-context=a", "mailto:a@b"};
	int i;

	for(i = 0; i < N_OF(uris); i++) {
		if(!are_equal(uris[i], uris[i]))
			fail_row("%s is not equal to itself\n", uris[i]);
	}
}

static void test_a_uri_is_cut_into_its_parts(void **state)
{
	struct r302_uri u = given_uri("sips:bob:pw@h.example:5061;a=b;lr?x=y&z=1");

	assert_int_equal(u.scheme, R302_SIPS);
	assert_str(u.whole, "sips:bob:pw@h.example:5061;a=b;lr?x=y&z=1");
	assert_str(u.user, "bob");
	assert_str(u.password, "pw");
	assert_str(u.host, "h.example");
	assert_int_equal(u.port, 5061);
	assert_str(u.params, "a=b;lr");
	assert_str(u.headers, "x=y&z=1");
}

static void test_absent_parts_are_empty(void **state)
{
	struct r302_uri u = given_uri("sip:h");

	assert_str(u.user, "");
	assert_str(u.password, "");
	assert_str(u.host, "h");
	assert_int_equal(u.port, 0);
	assert_str(u.params, "");
	assert_str(u.headers, "");
	u = given_uri("sip:a@[2001:db8::1]?s=1");
	assert_str(u.host, "[2001:db8::1]");
	assert_str(u.params, "");
	assert_str(u.headers, "s=1");
}

/* RFC 4475 3.1.1.13, and a user that looks like parameters */
static void test_a_user_may_look_like_something_else(void **state)
{
	struct r302_uri u = given_uri("sip:user;par=u%40example.net@example.com");

	assert_str(u.user, "user;par=u%40example.net");
	assert_str(u.host, "example.com");
	u = given_uri("sip:1_unusual.URI~(to-be!sure)&isn't+it$/"
				  "crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)"
				  "@example.com");
	assert_str(u.user, "1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*");
	assert_str(u.password, "&it+has=1,weird!*pas$wo~d_too.(doesn't-it)");
	assert_str(u.host, "example.com");
}

static void test_other_schemes_are_kept_whole(void **state)
{
	struct r302_uri u = given_uri("mailto:bob@example.com");

	assert_int_equal(u.scheme, R302_OTHER);
	assert_str(u.whole, "mailto:bob@example.com");
	u = given_uri("tel:+1-201;phone-context=x");
	assert_int_equal(u.scheme, R302_TEL);
	assert_str(u.user, "+1-201");
	assert_str(u.params, "phone-context=x");
}

static void test_what_is_no_uri_is_refused(void **state)
{
	static const char *const bad[] = {"", "sip", "sip:", ":a@h", "1ip:a@h",
			"sip:@h", "sip:a@", "sip:a@b@c", "sip:a@h:", "sip:a@h:0",
			"sip:a@h:65536", "sip:a@h:50a", "sip:a@h:-1", "sip:a@h:000080",
			"sip:a@h :5060", "sip:a b@h", " sip:a@h", "sip:a@h ", "sip:a%@h",
			"sip:a%4@h", "sip:a%4g@h", "sip:a@h%41", "sip:a\t@h", "sip:a\r\n@h",
			"sip:a\x7f@h", "sip:<a@h", "sip:a>@h", "sip:a\"@h", "sip:a@[::1",
			"sip:a@[]", "sip:a@[:::1]", "sip:a@[1.2.3.4]", "sip:a@::1",
			"sip:a@[::1]x", "sip:a@h!", "sip:a@h,b", "tel:", "tel:x1",
			"tel:1 2", "s p:a@h"};
	int i;

	for(i = 0; i < N_OF(bad); i++) {
		if(is_uri(given_text(bad[i])))
			fail_row("taken for a URI: \"%s\"\n", bad[i]);
	}
	assert_false(is_uri(given_bytes("sip:a\0b@h", 9)));
	assert_false(is_uri(given_bytes("sip:a@h\0", 8)));
	assert_false(is_uri(given_bytes("tel:1\0", 6)));
}

static void test_a_refusal_leaves_the_parts_alone(void **state)
{
	struct r302_uri u = given_uri("sip:a@h"), before = u;

	assert_int_equal(r302_uri_split(&u, given_text("sip:a@h:0")), -1);
	assert_memory_equal(&u, &before, sizeof(u));
}

static void test_what_phones_send_is_taken(void **state)
{
	static const char *const good[] = {"sip:h", "SIP:a@h", "sip:a@h:65535",
			"sip:#31#@h", "sip:a@my_host", "sip:a@h;p;q=;r=s", "sip:\xc3\xa4@h",
			"sip:a@h;x=[1]", "sip:+1%28@h", "sip:a@1.2.3.4:1", "sip:a:@h",
			"sip:*21*7@h", "http://h/p?q#f", "tel:*21#", "urn:service:sos",
			"im:a@b", "sip:a@h."};
	int i;

	for(i = 0; i < N_OF(good); i++) {
		if(!is_uri(given_text(good[i])))
			fail_row("not taken for a URI: %s\n", good[i]);
	}
}

static void test_a_parameter_is_found_by_name(void **state)
{
	struct r302_uri u = given_uri("sip:a@h;xtransport=no;Transport=TCP;lr;e=");
	str v;

	assert_int_equal(r302_uri_param(&u, "transport", &v), 1);
	assert_str(v, "TCP");
	assert_int_equal(r302_uri_param(&u, "lr", &v), 1);
	assert_str(v, "");
	assert_int_equal(r302_uri_param(&u, "e", NULL), 1);
	assert_int_equal(r302_uri_param(&u, "trans", &v), 0);
	assert_int_equal(r302_uri_param(&u, "ob", NULL), 0);
}

static void test_addresses_are_told_from_names(void **state)
{
	assert_int_equal(given_ip("192.0.2.1").len, 4);
	assert_int_equal(given_ip("[2001:db8::1]").len, 16);
	assert_int_equal(given_ip("2001:db8::1").len, 16); /* as in a Via */
	assert_int_equal(given_ip("").len, 0);
	assert_int_equal(given_ip("1.2.3").len, 0);
	assert_int_equal(given_ip("1.2.3.4.5").len, 0);
	assert_int_equal(given_ip("256.1.1.1").len, 0);
	assert_int_equal(given_ip("1.1.1.256").len, 0);
	assert_int_equal(given_ip("1.1.1.1000").len, 0);
	assert_int_equal(given_ip("1.01.1.1").len, 0);
	assert_int_equal(given_ip("1..1.1").len, 0);
	assert_int_equal(given_ip("1.1.1.").len, 0);
	assert_int_equal(given_ip("1.1.1.1.").len, 0);
	assert_int_equal(given_ip("1.1.1.a").len, 0);
	assert_int_equal(given_ip("example.com").len, 0);
	assert_int_equal(given_ip("[]").len, 0);
	assert_int_equal(given_ip("[1.2.3.4]").len, 0);
	assert_int_equal(r302_uri_ip(given_bytes("1.2.3.4\0", 8)).len, 0);
}

static void test_an_address_is_read_byte_by_byte(void **state)
{
	static const unsigned char bytes[] = {0, 9, 10, 255};
	struct r302_ip ip = given_ip("0.9.10.255");

	assert_int_equal(ip.len, sizeof(bytes));
	assert_memory_equal(ip.a, bytes, sizeof(bytes));
}

static void test_an_unknown_address_is_nobodys(void **state)
{
	struct r302_ip none = {0, {0}}, one = given_ip("192.0.2.1");

	assert_int_equal(r302_ip_equal(&none, &none), 0);
	assert_int_equal(r302_ip_equal(&one, &none), 0);
	assert_int_equal(r302_ip_equal(&one, &one), 1);
}

/* what equals has the same hash, whichever way round, and nothing is read
 * outside the text: 60,000 texts from pieces that mean something */
static void test_torture(void **state)
{
	static const char *const pieces[] = {"sip:", "sips:", "tel:", "a", "b", "A",
			"@", ":", ";", "?", "&", "=", "[", "]", "::1", "%", "41", "%41",
			"%00", "h", "1.2.3.4", "5060", "transport", "tcp", "lr", "\xff",
			"x=1", " ", "+", "-"};
	uint64_t seed = 302;
	char text[2][160];
	int i, j, n;

	for(i = 0; i < 60000; i++) {
		struct r302_uri u[2];
		int good = 0;
		for(j = 0; j < 2; j++) {
			n = given_random(&seed) % 12;
			strcpy(text[j], i % 3 ? "sip:a@h" : "");
			while(n--)
				strcat(text[j], pieces[given_random(&seed) % N_OF(pieces)]);
			good += r302_uri_split(&u[j], given_text(text[j])) == 0;
		}
		if(good == 2)
			are_equal(text[0], text[1]);
		given_free_texts();
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_the_equal_uris_of_rfc_3261_are_equal),
			FACT(test_the_unequal_uris_of_rfc_3261_are_not_equal),
			FACT(test_a_decisive_parameter_must_be_in_both),
			FACT(test_every_part_counts),
			FACT(test_case_and_escapes_do_not_count_where_rfc_3261_says_so),
			FACT(test_an_escaped_reserved_character_is_another_one),
			FACT(test_one_ipv6_address_has_many_forms),
			FACT(test_separators_of_a_number_do_not_count),
			FACT(test_a_uri_is_equal_to_itself),
			FACT(test_a_uri_is_cut_into_its_parts),
			FACT(test_absent_parts_are_empty),
			FACT(test_a_user_may_look_like_something_else),
			FACT(test_other_schemes_are_kept_whole),
			FACT(test_what_is_no_uri_is_refused),
			FACT(test_a_refusal_leaves_the_parts_alone),
			FACT(test_what_phones_send_is_taken),
			FACT(test_a_parameter_is_found_by_name),
			FACT(test_addresses_are_told_from_names),
			FACT(test_an_address_is_read_byte_by_byte),
			FACT(test_an_unknown_address_is_nobodys), FACT(test_torture)};

	UNIT_RUN(tests, argc, argv);
}
