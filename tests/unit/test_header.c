/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "header.h"

static struct sip_msg msg;
static struct r302_rest rest;
static hdr_field_t field; /* something that the core has parsed */

/* a request whose first fields are parsed, and these are left */
static int read_rest(const char *fields)
{
	static unsigned int id;
	str text = given_text(fields);

	memset(&msg, 0, sizeof(msg));
	msg.id = ++id;
	msg.buf = msg.unparsed = text.s;
	msg.len = text.len;
	msg.h_via1 = msg.from = msg.to = msg.callid = msg.cseq = &field;
	return r302_header_read(&rest, &msg);
}

/* @return 1 when the core was asked instead */
static int is_left_to_the_core(const char *fields)
{
	int before = core_parsings();

	assert_int_equal(read_rest(fields), 0);
	if(core_parsings() != before)
		assert_int_equal(rest.n, 0);
	return core_parsings() != before;
}

static void test_fields_of_interest_are_taken_in_their_order(void **state)
{
	assert_int_equal(
			is_left_to_the_core("Max-Forwards: 70\r\nContact: <sip:a@h>\r\n"
								"EXPIRES:  60 \r\nm:\t<sip:b@h>\r\nk: path\r\n"
								"Supported: gruu\r\nuser-agent: A b\r\n"
								"Content-Length: 0\r\n\r\n"),
			0);
	assert_int_equal(rest.n, 6);
	assert_int_equal(rest.field[0].type, HDR_CONTACT_T);
	assert_str(rest.field[0].body, "<sip:a@h>");
	assert_int_equal(rest.field[1].type, HDR_EXPIRES_T);
	assert_str(rest.field[1].name, "EXPIRES");
	assert_str(rest.field[1].body, "60");
	assert_int_equal(rest.field[2].type, HDR_CONTACT_T);
	assert_str(rest.field[2].body, "<sip:b@h>");
	assert_int_equal(rest.field[3].type, HDR_SUPPORTED_T);
	assert_int_equal(rest.field[4].type, HDR_SUPPORTED_T);
	assert_int_equal(rest.field[5].type, HDR_USERAGENT_T);
	assert_str(rest.field[5].body, "A b");
	assert_ptr_equal(rest.field[4].next, &rest.field[5]);
	assert_null(rest.field[5].next);
}

static void test_names_are_taken_whole(void **state)
{
	assert_int_equal(
			is_left_to_the_core("Contacts: x\r\nContac: x\r\nX-Contact: x\r\n"
								"Expire: 1\r\nMin-Expires: 1\r\n\r\n"),
			0);
	assert_int_equal(rest.n, 0);
}

static void test_every_letter_of_a_name_counts_and_its_case_does_not(
		void **state)
{
	assert_int_equal(
			is_left_to_the_core(
					"Bontact: x\r\nConuact: x\r\nContacu: x\r\nUserxagent: "
					"x\r\n"
					"User-agenu: x\r\nSuppOrtex: x\r\nUpported0: x\r\n\r\n"),
			0);
	assert_int_equal(rest.n, 0);
	assert_int_equal(
			is_left_to_the_core("cONTACt: x\r\nuSER-aGENt: x\r\nM: x\r\n\r\n"),
			0);
	assert_int_equal(rest.n, 3);
}

static void test_the_end_is_an_empty_line_with_or_without_cr(void **state)
{
	assert_int_equal(is_left_to_the_core("Expires: 1\n\nContact: x\n"), 0);
	assert_int_equal(rest.n, 1);
	assert_int_equal(is_left_to_the_core("\r\nContact: <sip:a@h>\r\n"), 0);
	assert_int_equal(rest.n, 0);
}

static void test_what_is_unusual_is_left_to_the_core(void **state)
{
	static const char *const texts[] = {"Subject: a\r\n b\r\n\r\n",
			"Contact: <sip:a@h>\r\n\t;q=1\r\n\r\n", "Expires : 60\r\n\r\n",
			": x\r\n\r\n", "Expires\r\n\r\n", "Via: SIP/2.0/UDP h\r\n\r\n",
			"v: SIP/2.0/UDP h\r\n\r\n", "Require: x\r\n\r\n",
			"PATH: <sip:h>\r\n\r\n", "Content-Type: a/b\r\n\r\n",
			"c: a/b\r\n\r\n", "content-disposition: x\r\n\r\n", "To: x\r\n\r\n",
			"t: x\r\n\r\n", "From: x\r\n\r\n", "Call-ID: x\r\n\r\n",
			"i: x\r\n\r\n", "CSeq: 1 X\r\n\r\n", "Content-Length: 1x\r\n\r\n",
			"Content-Length:\r\n\r\n", "l: 99999999999\r\n\r\n",
			"X Y: z\r\n\r\n", "X\x01: z\r\n\r\n", "z: unknown\r\n\r\n",
			"Expires: 1\r\n", "Expires: 1", "Expires: 1\r\n\r", "\r", " \r\n",
			"Expires: 1\r\n \r\n\r\n"};
	int i;

	for(i = 0; i < N_OF(texts); i++) {
		if(!is_left_to_the_core(texts[i]))
			fail_row("\"%s\" was read\n", texts[i]);
	}
}

static void test_more_fields_than_there_is_room_for(void **state)
{
	char text[1024] = "";
	int i;

	for(i = 0; i < N_OF(rest.field); i++)
		strcat(text, "m: <sip:a@h>\r\n");
	strcat(text, "\r\n");
	assert_int_equal(is_left_to_the_core(text), 0);
	assert_int_equal(rest.n, N_OF(rest.field));
	strcpy(text + strlen(text) - 2, "Expires: 1\r\n\r\n");
	assert_int_equal(is_left_to_the_core(text), 1);
}

static void test_without_the_fields_of_a_reply_the_core_is_asked(void **state)
{
	int before = core_parsings();

	read_rest("Expires: 1\r\n\r\n");
	msg.id++;
	msg.callid = NULL;
	assert_int_equal(r302_header_read(&rest, &msg), 0);
	assert_int_equal(core_parsings(), before + 1);
}

static void test_a_request_is_looked_through_once(void **state)
{
	int before;

	read_rest("Expires: 1\r\n\r\n");
	before = core_parsings();
	given_free_texts(); /* nobody may look again */
	assert_int_equal(r302_header_read(NULL, &msg), 0);
	assert_int_equal(core_parsings(), before);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_fields_of_interest_are_taken_in_their_order),
			FACT(test_names_are_taken_whole),
			FACT(test_every_letter_of_a_name_counts_and_its_case_does_not),
			FACT(test_the_end_is_an_empty_line_with_or_without_cr),
			FACT(test_what_is_unusual_is_left_to_the_core),
			FACT(test_more_fields_than_there_is_room_for),
			FACT(test_without_the_fields_of_a_reply_the_core_is_asked),
			FACT(test_a_request_is_looked_through_once)};

	UNIT_RUN(tests, argc, argv);
}
