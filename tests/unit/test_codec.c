/* SPDX-License-Identifier: MIT */
#include <time.h>
#include "unit.h"
#include "../../core/ip_addr.h"
#include "codec.h"

static struct given_aor given;
static struct r302_row row;
static struct r302_loaded loaded;
static char text[64 * 1024];
static struct r302_room room;
static struct r302_codec codec = {.widths = 1};
static struct r302_register req;
static struct socket_info sock = {.sock_str = str_init("udp:127.0.0.1:5060")};

static int codec_setup(void **state)
{
	given_aor_start(&given);
	room.s = text;
	room.size = sizeof(text);
	room.used = 0;
	codec.use_domain = 0;
	codec.widths = 1;
	return unit_setup(state);
}

static int codec_teardown(void **state)
{
	given_aor_end(&given);
	unsetenv("TZ");
	tzset();
	return unit_teardown(state);
}

#define CODEC(test) \
	cmocka_unit_test_setup_teardown(test, codec_setup, codec_teardown)

/* the only binding after a REGISTER */
static const struct r302_binding *bound(void)
{
	assert_int_equal(given_aor_take(&given, &req), R302_OK);
	assert_int_equal(given.rec->n, 1);
	return &given.rec->binding[0];
}

static void registers(const char *contact)
{
	given_register(&req, "1001", "c1@h", 7, contact, 3600);
	req.origin.source.sock = &sock;
}

static const char *encode(const struct r302_binding *b)
{
	return r302_codec_encode(&row, &room, r302_aor_str(&req.aor), b, &codec);
}

static void assert_same(str a, str b)
{
	assert_int_equal(a.len, b.len);
	if(a.len)
		assert_memory_equal(a.s, b.s, a.len);
}

/* what was read is what was written */
static void assert_read_back(const struct r302_binding *b)
{
	struct r302_source src = r302_binding_source(b);
	struct r302_ruid ruid;

	assert_null(encode(b));
	assert_null(r302_codec_decode(&loaded, &row, &codec, given.now));
	assert_same(r302_aor_str(&loaded.aor), r302_aor_str(&req.aor));
	assert_same(loaded.contact.uri.whole, r302_binding_text(b, R302_T_URI));
	assert_same(loaded.contact.params, r302_binding_text(b, R302_T_PARAMS));
	assert_same(loaded.contact.instance, r302_binding_instance(b));
	assert_same(loaded.origin.callid, r302_binding_text(b, R302_T_CALLID));
	assert_same(loaded.origin.path, r302_binding_text(b, R302_T_PATH));
	assert_same(
			loaded.origin.user_agent, r302_binding_text(b, R302_T_USER_AGENT));
	assert_int_equal(loaded.contact.reg_id, b->reg_id);
	assert_int_equal(loaded.contact.q_milli, b->q_milli);
	assert_int_equal(loaded.contact.nated, b->nated);
	assert_int_equal(loaded.contact.uri_hash, b->uri_hash);
	assert_int_equal(loaded.origin.cseq, b->cseq);
	assert_int_equal(loaded.expires, b->expires);
	assert_int_equal(loaded.modified, b->modified);
	assert_int_equal(loaded.origin.source.port, src.port);
	assert_int_equal(loaded.origin.source.proto, src.proto);
	assert_int_equal(loaded.origin.source.ip.len, src.ip.len);
	assert_memory_equal(loaded.origin.source.ip.a, src.ip.a, src.ip.len);
	r302_ruid_of(&ruid, r302_aor_str(&req.aor), b);
	assert_same(loaded.ruid, r302_ruid_str(&ruid));
	assert_string_equal(loaded.own.s, ruid.s);
}

static void test_every_contact_comes_back_as_it_was(void **state)
{
	static const char *contacts[] = {"<sip:a@192.0.2.9>", "sip:a@h",
			"<sip:a@10.0.0.1:5062;transport=tcp>;q=0.25",
			"<sip:it's@h>;x=\"a \\\"quoted\\\" 'text'\";q=0",
			"<sips:a@[2001:db8::1]:5061>;q=1;audio;methods=\"INVITE,BYE\"",
			"<sip:a@h>;+sip.instance=\"<urn:uuid:1>\"",
			"<sip:a@h>;reg-id=4294967;+sip.instance=\"<urn:uuid:1>\"",
			"<sip:a@h>;+sip.instance=\"<urn:uuid:1>\";reg-id=1",
			"<sip:a@h>;+SIP.Instance=\"<urn:uuid:1>\";+a=b", "<mailto:a@h>",
			"<tel:+491234>", "<sip:\xc3\xa4@h>;n=\"\xe2\x82\xac\""};
	int i;

	for(i = 0; i < N_OF(contacts); i++) {
		given_aor_end(&given);
		given_aor_start(&given);
		registers(contacts[i]);
		assert_read_back(bound());
		assert_same(loaded.socket, sock.sock_str);
	}
}

static void test_every_source_comes_back_as_it_was(void **state)
{
	static const struct
	{
		const char *ip;
		int port, proto, nated;
		const char *path;
	} sources[] = {{"192.0.2.9", 5060, PROTO_UDP, 0, ""},
			{"192.0.2.9", 40000, PROTO_UDP, 1, ""},
			{"192.0.2.9", 40000, PROTO_UDP, 0, ""},
			{"192.0.2.9", 40000, PROTO_UDP, 0, "<sip:p.example;lr>"},
			{"192.0.2.9", 40000, PROTO_TCP, 1, "<sip:p.example;lr>"},
			{"[2001:db8::9]", 1, PROTO_TLS, 1, ""},
			{"[2001:db8::9]", 65535, PROTO_SCTP, 0, ""},
			{"192.0.2.9", 5060, PROTO_WS, 1, ""},
			{"192.0.2.9", 5060, PROTO_WSS, 0, ""}};
	int i;

	for(i = 0; i < N_OF(sources); i++) {
		given_aor_end(&given);
		given_aor_start(&given);
		registers("<sip:a@10.0.0.1>");
		req.origin.source = given_source(sources[i].ip, sources[i].port);
		req.origin.source.proto = (unsigned char)sources[i].proto;
		req.origin.path = given_text(sources[i].path);
		req.contact[0].nated = sources[i].nated;
		assert_read_back(bound());
	}
}

static void test_usrloc_does_not_send_calls_to_who_registered_for_another(
		void **state)
{
	registers("<sip:a@phone.example>");
	req.origin.source = given_source("192.0.2.77", 5060);
	assert_null(encode(bound()));
	assert_int_equal(row.v[R302_C_RECEIVED].kind, R302_V_NULL);
	assert_str(row.source, "sip:192.0.2.77:5060");
}

static void test_no_connection_outlives_the_server(void **state)
{
	registers("<sip:a@10.0.0.1;transport=tcp>");
	req.origin.source.proto = PROTO_TCP;
	req.origin.source.connection = 42;
	req.contact[0].nated = 1;
	assert_null(encode(bound()));
	assert_int_equal(row.v[R302_C_CONNECTION_ID].is.number, 42);
	assert_null(r302_codec_decode(&loaded, &row, &codec, given.now));
	assert_int_equal(loaded.origin.source.connection, -1);
}

static void test_the_domain_has_a_column_of_its_own(void **state)
{
	codec.use_domain = 1;
	registers("<sip:a@h>");
	req.aor.len = 15;
	memcpy(req.aor.s, "al@h.example.or", 15);
	assert_read_back(bound());
	assert_str(row.v[R302_C_USERNAME].is.text, "al");
	assert_str(row.v[R302_C_DOMAIN].is.text, "h.example.or");
}

static void test_without_use_domain_usrloc_writes_none(void **state)
{
	registers("<sip:a@h>");
	assert_null(encode(bound()));
	assert_int_equal(row.v[R302_C_DOMAIN].kind, R302_V_NULL);
	codec.use_domain = 1;
	assert_string_equal(r302_codec_decode(&loaded, &row, &codec, given.now),
			"it has no domain, and use_domain is on");
}

static void test_a_binding_for_ever_is_so_in_every_zone(void **state)
{
	struct r302_binding *b;

	registers("<sip:a@h>");
	b = (struct r302_binding *)bound();
	b->expires = R302_NEVER;
	assert_read_back(b);
	assert_int_equal(row.v[R302_C_EXPIRES].is.time, 0); /* as usrloc has it */
	row.v[R302_C_EXPIRES].is.time = -7200;
	row.v[R302_C_PARTITION].is.number = 0;
	assert_null(r302_codec_decode(&loaded, &row, &codec, given.now));
	assert_true(loaded.expires == R302_NEVER);
}

/* what another zone makes of a local time, as srdb1 reads it */
static time_t through_zones(time_t t, const char *written, const char *read)
{
	struct tm tm;

	setenv("TZ", written, 1);
	tzset();
	localtime_r(&t, &tm);
	setenv("TZ", read, 1);
	tzset();
	tm.tm_isdst = -1;
	return mktime(&tm);
}

static void test_no_zone_moves_an_expiry(void **state)
{
	static const struct
	{
		time_t expires;
		const char *written, *read;
	} moves[] = {{1700003600, "UTC", "Europe/Berlin"},
			{1700003600, "Pacific/Kiritimati", "Pacific/Pago_Pago"},
			{1700003600, "Asia/Kathmandu", "America/St_Johns"},
			/* 2023-10-29 02:30 in Berlin is twice */
			{1698539400, "Europe/Berlin", "Europe/Berlin"},
			{1698543000, "Europe/Berlin", "Europe/Berlin"},
			/* 2023-03-26 02:30 in Berlin is never */
			{1679797800, "UTC", "Europe/Berlin"},
			/* beyond 31 bits */
			{2147483648LL + 3600, "UTC", "Europe/Berlin"},
			{4000000000LL, "UTC", "Asia/Tokyo"}};
	struct r302_binding *b;
	int i;

	registers("<sip:a@h>");
	b = (struct r302_binding *)bound();
	for(i = 0; i < N_OF(moves); i++) {
		b->expires = (uint32_t)moves[i].expires;
		assert_null(encode(b));
		row.v[R302_C_EXPIRES].is.time = through_zones(
				moves[i].expires, moves[i].written, moves[i].read);
		assert_null(r302_codec_decode(&loaded, &row, &codec, given.now));
		if(loaded.expires != b->expires)
			fail_row("%d: %u is not %u\n", i, loaded.expires, b->expires);
	}
}

static void test_the_time_that_another_program_wrote_counts(void **state)
{
	registers("<sip:a@h>");
	assert_null(encode(bound()));
	row.v[R302_C_EXPIRES].is.time += 1234; /* usrloc refreshed it */
	assert_null(r302_codec_decode(&loaded, &row, &codec, given.now));
	assert_int_equal(loaded.expires, GIVEN_NOW + 3600 + 1234);
	/* a row of usrloc has a small number in that column, which says nothing */
	row.v[R302_C_RUID].is.text = given_text("uloc-1");
	row.v[R302_C_EXPIRES].is.time = 3600 * 24 * 2;
	row.v[R302_C_PARTITION].is.number = 3600 * 24 * 2 + 3600;
	assert_null(r302_codec_decode(&loaded, &row, &codec, given.now));
	assert_int_equal(loaded.expires, 3600 * 24 * 2);
}

static void test_modified_is_never_later_than_now(void **state)
{
	registers("<sip:a@h>");
	assert_null(encode(bound()));
	assert_null(r302_codec_decode(&loaded, &row, &codec, GIVEN_NOW - 50));
	assert_int_equal(loaded.modified, GIVEN_NOW - 50);
}

static void test_what_no_database_takes_is_refused(void **state)
{
	char longer[700];
	size_t used;

	registers("<sip:a@h>");
	req.origin.callid = given_bytes("a\0b", 3);
	used = room.used;
	assert_string_equal(encode(bound()), "callid is not UTF-8");
	assert_int_equal(room.used, used);
	registers("<sip:a@h>");
	req.origin.path = given_text("<sip:\xe4@h;lr>");
	assert_string_equal(encode(bound()), "path is not UTF-8");
	memset(longer, 'a', sizeof(longer));
	registers("<sip:a@h>");
	req.origin.cseq++;
	req.origin.path = given_bytes(longer, 513);
	assert_string_equal(encode(bound()), "path is too long for its column");
	codec.widths = 0;
	assert_null(encode(bound()));
}

static void test_a_width_counts_characters(void **state)
{
	char path[1024];
	int i;

	for(i = 0; i < 1024; i += 2)
		memcpy(path + i, "\xc3\xa4", 2);
	registers("<sip:a@h>");
	req.origin.path = given_bytes(path, 1024);
	assert_null(encode(bound()));
}

static void test_a_user_agent_is_made_to_fit(void **state)
{
	char agent[300];

	memset(agent, 'x', sizeof(agent));
	memcpy(agent, "a\xff\xc3\xa4", 4);
	registers("<sip:a@h>");
	req.origin.user_agent = given_bytes(agent, 300);
	assert_null(encode(bound()));
	assert_int_equal(row.v[R302_C_USER_AGENT].is.text.len, 256);
	assert_memory_equal(row.v[R302_C_USER_AGENT].is.text.s, "a?\xc3\xa4x", 5);
}

static void test_no_room_says_so_and_takes_none(void **state)
{
	const struct r302_binding *b;

	registers("<sip:a@h>");
	b = bound();
	for(room.size = 0;; room.size++) {
		room.used = 0;
		if(encode(b) == NULL)
			break;
		assert_ptr_equal(encode(b), r302_codec_no_room);
		assert_int_equal(room.used, 0);
	}
	assert_true(room.size > 50);
}

static void test_a_malformed_row_says_what_is_wrong(void **state)
{
	static const struct
	{
		enum r302_column column;
		const char *value, *why;
	} bad[] = {{R302_C_CONTACT, "no uri", "its contact is no URI"},
			{R302_C_CONTACT, "", "its contact is no URI"},
			{R302_C_USERNAME, "", "it has no username"},
			{R302_C_USERNAME, "a b",
					"its username is not the user part of a SIP URI"},
			{R302_C_CALLID, "", "it has no callid"},
			{R302_C_RECEIVED, "nonsense",
					"its received is no SIP URI with an address"},
			{R302_C_RECEIVED, "sip:name:5060",
					"its received is no SIP URI with an address"},
			{R302_C_INSTANCE, "a\"b", "its instance is malformed"}};
	int i;

	registers("<sip:a@h>");
	bound();
	for(i = 0; i < N_OF(bad); i++) {
		room.used = 0;
		assert_null(encode(&given.rec->binding[0]));
		row.v[bad[i].column].kind = R302_V_TEXT;
		row.v[bad[i].column].is.text = given_text(bad[i].value);
		assert_string_equal(r302_codec_decode(&loaded, &row, &codec, given.now),
				bad[i].why);
	}
	assert_null(encode(&given.rec->binding[0]));
	row.v[R302_C_EXPIRES].kind = R302_V_NULL;
	assert_string_equal(r302_codec_decode(&loaded, &row, &codec, given.now),
			"it has no expires");
}

/* a row as usrloc writes it for a phone behind NAT */
static void test_a_row_of_usrloc_is_read(void **state)
{
	registers("<sip:a@10.0.0.1:5060>");
	assert_null(encode(bound()));
	row.v[R302_C_RUID].is.text = given_text("uloc-6a-1-2");
	row.v[R302_C_RECEIVED].kind = R302_V_TEXT;
	row.v[R302_C_RECEIVED].is.text =
			given_text("sip:192.0.2.1:4000;transport=tls");
	row.v[R302_C_FLAGS].is.number = 0;
	row.v[R302_C_PARTITION].is.number = 3;
	row.v[R302_C_INSTANCE].kind = R302_V_TEXT;
	row.v[R302_C_INSTANCE].is.text = given_text("<urn:uuid:9>");
	row.v[R302_C_REG_ID].is.number = 2;
	row.source.len = 0;
	assert_null(r302_codec_decode(&loaded, &row, &codec, given.now));
	assert_int_equal(loaded.contact.nated, 1);
	assert_int_equal(loaded.origin.source.proto, PROTO_TLS);
	assert_str(
			loaded.contact.params, "+sip.instance=\"<urn:uuid:9>\";reg-id=2");
	assert_str(loaded.contact.instance, "\"<urn:uuid:9>\"");
	r302_codec_adopt(&row, &loaded);
	assert_true(r302_ruid_is_ours(row.v[R302_C_RUID].is.text));
	assert_int_equal(row.v[R302_C_PARTITION].is.number, loaded.expires);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			CODEC(test_every_contact_comes_back_as_it_was),
			CODEC(test_every_source_comes_back_as_it_was),
			CODEC(test_usrloc_does_not_send_calls_to_who_registered_for_another),
			CODEC(test_no_connection_outlives_the_server),
			CODEC(test_the_domain_has_a_column_of_its_own),
			CODEC(test_without_use_domain_usrloc_writes_none),
			CODEC(test_a_binding_for_ever_is_so_in_every_zone),
			CODEC(test_no_zone_moves_an_expiry),
			CODEC(test_the_time_that_another_program_wrote_counts),
			CODEC(test_modified_is_never_later_than_now),
			CODEC(test_what_no_database_takes_is_refused),
			CODEC(test_a_width_counts_characters),
			CODEC(test_a_user_agent_is_made_to_fit),
			CODEC(test_no_room_says_so_and_takes_none),
			CODEC(test_a_malformed_row_says_what_is_wrong),
			CODEC(test_a_row_of_usrloc_is_read)};

	UNIT_RUN(tests, argc, argv);
}
