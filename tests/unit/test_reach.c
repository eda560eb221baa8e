/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "../../core/mem/shm_mem.h"
#include "reach.h"

#define PUBLIC "203.0.113.5" /* where the NAT of the phone is seen */
#define OTHER "198.51.100.20"

static struct r302_register req;
static struct given_aor aor;

static int is_nated(const char *contact, const char *via, const char *source,
		enum r302_nat_detect detect)
{
	struct r302_uri u = given_uri(contact);
	struct r302_source src = given_source(source, 1024);

	return r302_reach_is_nated(&u, given_text(via), &src, detect);
}

static void test_a_private_contact_from_elsewhere_is_behind_a_nat(void **state)
{
	static const char *const hosts[] = {"10.0.0.1", "10.255.255.255",
			"172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255",
			"100.64.0.1", "100.127.255.255", "169.254.0.1", "127.0.0.1",
			"127.255.0.1", "[fc00::1]", "[fdff::1]", "[fe80::1]", "[febf::1]",
			"[::1]"};
	char uri[64];
	int i;

	for(i = 0; i < N_OF(hosts); i++) {
		snprintf(uri, sizeof(uri), "sip:a@%s", hosts[i]);
		if(!is_nated(uri, "h.example", PUBLIC, R302_NAT_AUTO))
			fail_row("%s is not taken for private\n", hosts[i]);
		if(is_nated(uri, hosts[i], hosts[i], R302_NAT_AUTO))
			fail_row("%s is its own source\n", hosts[i]);
	}
}

static void test_a_public_contact_is_taken_at_its_word(void **state)
{
	static const char *const hosts[] = {"9.255.255.255", "11.0.0.1",
			"172.15.255.255", "172.32.0.1", "192.167.255.255", "192.169.0.1",
			"100.63.255.255", "100.128.0.1", "169.253.0.1", "169.255.0.1",
			"126.0.0.1", "128.0.0.1", "198.51.100.1", "[2001:db8::1]",
			"[fbff::1]", "[fe00::1]", "[fec0::1]", "[::2]", "[1::1]",
			"host.example", "10.0.0.1.example"};
	char uri[64];
	int i;

	for(i = 0; i < N_OF(hosts); i++) {
		snprintf(uri, sizeof(uri), "sip:a@%s", hosts[i]);
		if(is_nated(uri, "10.0.0.1", PUBLIC, R302_NAT_AUTO))
			fail_row("%s is taken for private\n", hosts[i]);
	}
}

static void test_a_phone_that_does_not_know_its_address_is_behind_a_nat(
		void **state)
{
	/* its Via names its Contact, and that is not where it is */
	assert_int_equal(is_nated("sip:a@" OTHER, OTHER, PUBLIC, R302_NAT_AUTO), 1);
	assert_int_equal(is_nated("sip:a@[2001:db8::1]", "[2001:db8:0::1]",
							 "[2001:db8::2]", R302_NAT_AUTO),
			1);
	assert_int_equal(is_nated("sip:a@[2001:db8::1]", "2001:db8::1",
							 "[2001:db8::2]", R302_NAT_AUTO),
			1);
	/* a third party registers somebody else */
	assert_int_equal(
			is_nated("sip:a@" OTHER, PUBLIC, PUBLIC, R302_NAT_AUTO), 0);
	assert_int_equal(is_nated("sip:a@host.example", "host.example", PUBLIC,
							 R302_NAT_AUTO),
			0);
	assert_int_equal(
			is_nated("sip:a@" PUBLIC ":5070", PUBLIC, PUBLIC, R302_NAT_AUTO),
			0);
}

static void test_always_compares_address_and_port(void **state)
{
	assert_int_equal(
			is_nated("sip:a@" PUBLIC ":1024", PUBLIC, PUBLIC, R302_NAT_ALWAYS),
			0);
	assert_int_equal(
			is_nated("sip:a@" PUBLIC ":1025", PUBLIC, PUBLIC, R302_NAT_ALWAYS),
			1);
	assert_int_equal(
			is_nated("sip:a@" PUBLIC, PUBLIC, PUBLIC, R302_NAT_ALWAYS), 1);
	assert_int_equal(is_nated("sip:a@host.example:1024", PUBLIC, PUBLIC,
							 R302_NAT_ALWAYS),
			1);
}

static void test_always_knows_the_default_ports(void **state)
{
	struct r302_uri sip = given_uri("sip:a@" PUBLIC);
	struct r302_uri sips = given_uri("sips:a@" PUBLIC);
	struct r302_source s5060 = given_source(PUBLIC, 5060);
	struct r302_source s5061 = given_source(PUBLIC, 5061);
	str via = given_text(PUBLIC);

	assert_int_equal(
			r302_reach_is_nated(&sip, via, &s5060, R302_NAT_ALWAYS), 0);
	assert_int_equal(
			r302_reach_is_nated(&sip, via, &s5061, R302_NAT_ALWAYS), 1);
	/* RFC 3261 19.1.2: 5061 for sips */
	assert_int_equal(
			r302_reach_is_nated(&sips, via, &s5061, R302_NAT_ALWAYS), 0);
}

static void test_never_means_never(void **state)
{
	assert_int_equal(
			is_nated("sip:a@10.0.0.1", "10.0.0.1", PUBLIC, R302_NAT_NEVER), 0);
}

static void test_what_has_no_host_or_no_source_is_not_behind_a_nat(void **state)
{
	struct r302_source none = {.port = 0};
	struct r302_uri u = given_uri("sip:a@10.0.0.1");

	assert_int_equal(
			is_nated("tel:+1", "10.0.0.1", PUBLIC, R302_NAT_ALWAYS), 0);
	assert_int_equal(
			is_nated("mailto:a@10.0.0.1", "", PUBLIC, R302_NAT_ALWAYS), 0);
	assert_int_equal(
			r302_reach_is_nated(&u, given_text(""), &none, R302_NAT_AUTO), 0);
	assert_int_equal(
			r302_reach_is_nated(&u, given_text(""), &none, R302_NAT_ALWAYS), 0);
}

/* a binding as request.c and policy.c would store it */
static const struct r302_binding *bound(
		const char *uri, int proto, int nated, const char *source)
{
	char header[200];

	given_aor_start(&aor);
	snprintf(header, sizeof(header), "<%s>", uri);
	given_register(&req, "1001", "c", 1, header, 60);
	req.origin.source = given_source(source, 40000);
	req.origin.source.proto = (unsigned char)proto;
	req.contact[0].nated = nated;
	assert_int_equal(given_aor_take(&aor, &req), R302_OK);
	return &aor.rec->binding[0];
}

struct row
{
	const char *uri;
	int proto;
	int nated;
	const char *caller;
	const char *ruri; /* NULL: none */
	enum r302_reach reach;
	const char *printed; /* NULL: not offered */
};

static void assert_rows(const struct row *r, int n)
{
	char text[300];
	int i, len;

	for(i = 0; i < n; i++, r++) {
		const struct r302_binding *b =
				bound(r->uri, r->proto, r->nated, PUBLIC);
		struct r302_source caller = given_source(r->caller, 5060);
		struct r302_uri ruri;
		enum r302_reach reach;
		if(r->ruri)
			ruri = given_uri(r->ruri);
		reach = r302_reach_of(b, &caller, r->ruri ? &ruri : NULL, GIVEN_NOW);
		if(reach != r->reach)
			fail_row("row %d, %s: %s\n", i, r->uri, r302_reach_reason(reach));
		assert_int_equal(r302_reach_is_offered(reach), r->printed != NULL);
		if(r->printed) {
			len = r302_reach_print(text, sizeof(text), b, reach);
			if(len != (int)strlen(r->printed)
					|| memcmp(text, r->printed, len) != 0)
				fail_row("%s becomes %.*s\n", r->uri, len, text);
		}
		given_aor_end(&aor);
	}
}

static void test_everybody_gets_a_contact_that_is_where_it_says(void **state)
{
	static const struct row rows[] = {
			{"sip:a@" OTHER ":5070", PROTO_UDP, 0, OTHER, NULL,
					R302_REACH_CONTACT, "sip:a@" OTHER ":5070"},
			{"sip:a@h.example;transport=tcp", PROTO_TCP, 0, OTHER, NULL,
					R302_REACH_CONTACT, "sip:a@h.example;transport=tcp"},
			{"sips:a@h.example", PROTO_TLS, 0, OTHER, NULL, R302_REACH_CONTACT,
					"sips:a@h.example"},
			{"sip:a@10.0.0.1", PROTO_UDP, 0, OTHER, NULL, R302_REACH_CONTACT,
					"sip:a@10.0.0.1"}};

	assert_rows(rows, N_OF(rows));
}

static void test_a_caller_behind_the_same_nat_gets_the_contact(void **state)
{
	static const struct row rows[] = {
			{"sip:a@10.0.0.1:5070;x", PROTO_UDP, 1, PUBLIC, NULL,
					R302_REACH_INSIDE, "sip:a@10.0.0.1:5070;x"},
			{"sip:a@10.0.0.1;transport=tcp", PROTO_TCP, 1, PUBLIC, NULL,
					R302_REACH_INSIDE, "sip:a@10.0.0.1;transport=tcp"},
			{"sips:a@10.0.0.1", PROTO_TLS, 1, PUBLIC, NULL, R302_REACH_INSIDE,
					"sips:a@10.0.0.1"}};

	assert_rows(rows, N_OF(rows));
}

static void test_another_caller_gets_the_source(void **state)
{
	static const struct row rows[] = {
			{"sip:a@10.0.0.1:5070", PROTO_UDP, 1, OTHER, NULL,
					R302_REACH_SOURCE, "sip:a@" PUBLIC ":40000"},
			{"sip:10.0.0.1", PROTO_UDP, 1, OTHER, NULL, R302_REACH_SOURCE,
					"sip:" PUBLIC ":40000"},
			{"sip:a:pw@10.0.0.1;transport=UDP;ob", PROTO_UDP, 1, OTHER, NULL,
					R302_REACH_SOURCE,
					"sip:a:pw@" PUBLIC ":40000;transport=UDP;ob"},
			{"sip:a@[fd00::1]:5070", PROTO_UDP, 1, OTHER, NULL,
					R302_REACH_SOURCE, "sip:a@" PUBLIC ":40000"}};

	assert_rows(rows, N_OF(rows));
}

/* a NAT lets nobody in over the connection that a phone opened */
static void test_a_flow_behind_a_nat_is_left_out(void **state)
{
	static const struct row rows[] = {
			{"sip:a@10.0.0.1;transport=tcp", PROTO_TCP, 1, OTHER, NULL,
					R302_REACH_FLOW, NULL},
			{"sip:a@10.0.0.1", PROTO_TCP, 1, OTHER, NULL, R302_REACH_FLOW,
					NULL},
			{"sips:a@10.0.0.1", PROTO_TLS, 1, OTHER, NULL, R302_REACH_FLOW,
					NULL},
			{"sip:a@10.0.0.1;transport=tcp", PROTO_UDP, 1, OTHER, NULL,
					R302_REACH_FLOW, NULL},
			{"sips:a@10.0.0.1", PROTO_UDP, 1, OTHER, NULL, R302_REACH_FLOW,
					NULL},
			{"sip:a@10.0.0.1", PROTO_SCTP, 1, OTHER, NULL, R302_REACH_FLOW,
					NULL}};

	assert_rows(rows, N_OF(rows));
}

static void test_a_websocket_is_left_out_for_everybody(void **state)
{
	static const struct row rows[] = {
			{"sip:a@198.51.100.9;transport=ws", PROTO_WS, 0, OTHER, NULL,
					R302_REACH_FLOW, NULL},
			{"sip:a@10.0.0.1;transport=ws", PROTO_WS, 1, PUBLIC, NULL,
					R302_REACH_FLOW, NULL},
			{"sips:a@198.51.100.9;transport=ws", PROTO_WSS, 0, OTHER, NULL,
					R302_REACH_FLOW, NULL}};

	assert_rows(rows, N_OF(rows));
}

/* RFC 2606, RFC 7118 */
static void test_a_host_under_invalid_is_left_out(void **state)
{
	static const struct row rows[] = {
			{"sip:a@df7jal23ls0d.invalid;transport=ws", PROTO_WS, 0, OTHER,
					NULL, R302_REACH_INVALID, NULL},
			{"sip:a@x.INVALID", PROTO_UDP, 0, OTHER, NULL, R302_REACH_INVALID,
					NULL},
			{"sip:a@x.invalid.", PROTO_UDP, 0, OTHER, NULL, R302_REACH_INVALID,
					NULL},
			{"sip:a@invalid", PROTO_UDP, 0, OTHER, NULL, R302_REACH_INVALID,
					NULL},
			{"sip:a@xinvalid", PROTO_UDP, 0, OTHER, NULL, R302_REACH_CONTACT,
					"sip:a@xinvalid"},
			{"sip:invalid@invalid.example", PROTO_UDP, 0, OTHER, NULL,
					R302_REACH_CONTACT, "sip:invalid@invalid.example"}};

	assert_rows(rows, N_OF(rows));
}

/* RFC 5627 6.1 */
static void test_a_gruu_is_left_out(void **state)
{
	static const struct row rows[] = {
			{"sip:a@h.example;gr=urn:uuid:0", PROTO_UDP, 0, OTHER, NULL,
					R302_REACH_GRUU, NULL},
			{"sip:a@h.example;gr", PROTO_UDP, 0, OTHER, NULL, R302_REACH_GRUU,
					NULL},
			{"sip:a@h.example;grx", PROTO_UDP, 0, OTHER, NULL,
					R302_REACH_CONTACT, "sip:a@h.example;grx"}};

	assert_rows(rows, N_OF(rows));
}

/* RFC 3261 8.3: no redirect to the Request-URI */
static void test_the_request_uri_itself_is_left_out(void **state)
{
	static const struct row rows[] = {
			{"sip:a@h.example", PROTO_UDP, 0, OTHER, "sip:%61@H.example",
					R302_REACH_SELF, NULL},
			{"sip:a@h.example", PROTO_UDP, 0, OTHER, "sip:b@h.example",
					R302_REACH_CONTACT, "sip:a@h.example"},
			{"tel:+1", PROTO_UDP, 0, OTHER, "tel:+1", R302_REACH_SELF, NULL}};

	assert_rows(rows, N_OF(rows));
}

static void test_other_schemes_are_given_as_they_are(void **state)
{
	static const struct row rows[] = {
			{"tel:+1-201;phone-context=x", PROTO_UDP, 0, OTHER, NULL,
					R302_REACH_CONTACT, "tel:+1-201;phone-context=x"},
			{"mailto:a@h?x=1", PROTO_WS, 1, OTHER, NULL, R302_REACH_CONTACT,
					"mailto:a@h?x=1"}};

	assert_rows(rows, N_OF(rows));
}

/* RFC 3261 19.1.1 and RFC 8599 4.1 */
static void test_headers_and_push_parameters_are_not_given_away(void **state)
{
	static const struct row rows[] = {
			{"sip:a@h.example?x=1", PROTO_UDP, 0, OTHER, NULL,
					R302_REACH_CONTACT, "sip:a@h.example"},
			{"sip:a@h.example:5070;lr?x=1&y=2", PROTO_UDP, 0, OTHER, NULL,
					R302_REACH_CONTACT, "sip:a@h.example:5070;lr"},
			{"sip:a@h.example;pn-provider=acme;x=1;PN-prid=t;pn-param;y",
					PROTO_UDP, 0, OTHER, NULL, R302_REACH_CONTACT,
					"sip:a@h.example;x=1;y"},
			{"sip:a@10.0.0.1:5070;pn-prid=t?x=1", PROTO_UDP, 1, OTHER, NULL,
					R302_REACH_SOURCE, "sip:a@" PUBLIC ":40000"},
			{"sip:a@h.example;pnx=1;x=;xpn-y", PROTO_UDP, 0, OTHER, NULL,
					R302_REACH_CONTACT, "sip:a@h.example;pnx=1;x=;xpn-y"}};

	assert_rows(rows, N_OF(rows));
}

/* what is printed must be a URI again, with nothing behind it */
static void test_an_empty_tail_is_not_given_away(void **state)
{
	static const struct row rows[] = {
			{"sip:a@h.example?", PROTO_UDP, 0, OTHER, NULL, R302_REACH_CONTACT,
					"sip:a@h.example"},
			{"sip:a@h.example;?x=1", PROTO_UDP, 0, OTHER, NULL,
					R302_REACH_CONTACT, "sip:a@h.example"},
			{"sip:a@h.example;", PROTO_UDP, 0, OTHER, NULL, R302_REACH_CONTACT,
					"sip:a@h.example"}};

	assert_rows(rows, N_OF(rows));
}

/* RFC 3261 19.1.1: maddr overrides the host, so that the new host would not count */
static void test_the_source_is_not_overridden_by_maddr(void **state)
{
	static const struct row rows[] = {
			{"sip:a@10.0.0.1;maddr=10.0.0.1;x", PROTO_UDP, 1, OTHER, NULL,
					R302_REACH_SOURCE, "sip:a@" PUBLIC ":40000;x"}};

	assert_rows(rows, N_OF(rows));
}

static void test_an_expired_binding_reaches_nobody(void **state)
{
	const struct r302_binding *b =
			bound("sip:a@h.example", PROTO_UDP, 0, PUBLIC);
	struct r302_source caller = given_source(OTHER, 5060);

	assert_int_equal(r302_reach_of(b, &caller, NULL, GIVEN_NOW + 59),
			R302_REACH_CONTACT);
	assert_int_equal(r302_reach_of(b, &caller, NULL, GIVEN_NOW + 60),
			R302_REACH_EXPIRED);
	assert_int_equal(r302_reach_is_offered(R302_REACH_EXPIRED), 0);
	given_aor_end(&aor);
}

static void test_an_ipv6_source_is_printed_in_brackets(void **state)
{
	const struct r302_binding *b =
			bound("sip:a@[fd00::1]", PROTO_UDP, 1, "[2001:db8::9]");
	struct r302_source caller = given_source("[2001:db8::8]", 5060);
	char text[100];
	int n;

	assert_int_equal(
			r302_reach_of(b, &caller, NULL, GIVEN_NOW), R302_REACH_SOURCE);
	n = r302_reach_print(text, sizeof(text), b, R302_REACH_SOURCE);
	assert_str(given_bytes(text, n), "sip:a@[2001:db8::9]:40000");
	given_aor_end(&aor);
}

static void test_printing_stays_inside_its_space(void **state)
{
	const struct r302_binding *b =
			bound("sip:a@10.0.0.1;x=1;y", PROTO_UDP, 1, PUBLIC);
	int need = (int)strlen("sip:a@" PUBLIC ":40000;x=1;y"), size, n;

	for(size = 0; size <= need; size++) {
		char *space = malloc(size ? size : 1);
		n = r302_reach_print(space, size, b, R302_REACH_SOURCE);
		assert_int_equal(n, size < need ? -1 : need);
		free(space);
	}
	given_aor_end(&aor);
}

static void test_an_address_needs_room_and_an_address(void **state)
{
	struct r302_ip ip = given_ip("[2001:db8::1]"), none = {0, {0}};
	char text[64];

	assert_int_equal(r302_reach_print_address(text, sizeof(text), &ip, 5060),
			(int)strlen("[2001:db8::1]:5060"));
	assert_string_equal(text, "[2001:db8::1]:5060");
	assert_int_equal(r302_reach_print_address(text, 18, &ip, 5060), -1);
	assert_int_equal(r302_reach_print_address(text, 64, &none, 5060), -1);
}

static void test_every_verdict_has_a_sentence(void **state)
{
	enum r302_reach a, b;

	for(a = R302_REACH_CONTACT; a <= R302_REACH_EXPIRED; a++) {
		assert_non_null(r302_reach_reason(a));
		for(b = R302_REACH_CONTACT; b < a; b++)
			assert_string_not_equal(r302_reach_reason(a), r302_reach_reason(b));
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_a_private_contact_from_elsewhere_is_behind_a_nat),
			FACT(test_a_public_contact_is_taken_at_its_word),
			FACT(test_a_phone_that_does_not_know_its_address_is_behind_a_nat),
			FACT(test_always_compares_address_and_port),
			FACT(test_always_knows_the_default_ports),
			FACT(test_never_means_never),
			FACT(test_what_has_no_host_or_no_source_is_not_behind_a_nat),
			FACT(test_everybody_gets_a_contact_that_is_where_it_says),
			FACT(test_a_caller_behind_the_same_nat_gets_the_contact),
			FACT(test_another_caller_gets_the_source),
			FACT(test_a_flow_behind_a_nat_is_left_out),
			FACT(test_a_websocket_is_left_out_for_everybody),
			FACT(test_a_host_under_invalid_is_left_out),
			FACT(test_a_gruu_is_left_out),
			FACT(test_the_request_uri_itself_is_left_out),
			FACT(test_other_schemes_are_given_as_they_are),
			FACT(test_headers_and_push_parameters_are_not_given_away),
			FACT(test_an_empty_tail_is_not_given_away),
			FACT(test_the_source_is_not_overridden_by_maddr),
			FACT(test_an_expired_binding_reaches_nobody),
			FACT(test_an_ipv6_source_is_printed_in_brackets),
			FACT(test_printing_stays_inside_its_space),
			FACT(test_an_address_needs_room_and_an_address),
			FACT(test_every_verdict_has_a_sentence)};

	UNIT_RUN(tests, argc, argv);
}
