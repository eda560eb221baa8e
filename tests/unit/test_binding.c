/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "../../core/mem/shm_mem.h"

#define A "<sip:a@192.0.2.1;x=1>;q=0.5;+sip.instance=\"<urn:uuid:0>\";reg-id=2"
#define B "\"B\" <sip:b@192.0.2.2>;expires=60"
#define C "sip:c@192.0.2.3;expires=90"

static struct r302_register req;
static struct given_aor aor;

static struct r302_record *three(void)
{
	given_aor_start(&aor);
	given_register(&req, "1001", "call-1", 7, A ", " B ", " C, GIVEN_NONE);
	req.origin.path = given_text("<sip:edge;lr>");
	assert_int_equal(given_aor_take(&aor, &req), R302_OK);
	return aor.rec;
}

static void assert_texts(
		const struct r302_binding *b, const char *uri, const char *params)
{
	assert_str(r302_binding_text(b, R302_T_URI), uri);
	assert_str(r302_binding_text(b, R302_T_CALLID), "call-1");
	assert_str(r302_binding_text(b, R302_T_PARAMS), params);
	assert_str(r302_binding_text(b, R302_T_PATH), "<sip:edge;lr>");
	assert_str(r302_binding_text(b, R302_T_USER_AGENT), "phone/1.0");
}

static void assert_three(const struct r302_record *rec)
{
	assert_str(r302_record_aor(rec), "1001");
	assert_int_equal(rec->n, 3);
	assert_texts(&rec->binding[0], "sip:a@192.0.2.1;x=1",
			"q=0.5;+sip.instance=\"<urn:uuid:0>\";reg-id=2");
	assert_texts(&rec->binding[1], "sip:b@192.0.2.2", "expires=60");
	assert_texts(&rec->binding[2], "sip:c@192.0.2.3", "expires=90");
}

static void test_a_block_holds_all_that_a_register_said(void **state)
{
	struct r302_record *rec = three();
	const struct r302_binding *b = &rec->binding[0];

	assert_three(rec);
	assert_str(r302_binding_instance(b), "\"<urn:uuid:0>\"");
	assert_int_equal(b->reg_id, 2);
	assert_int_equal(b->q_milli, 500);
	assert_int_equal(b->cseq, 7);
	assert_int_equal(b->expires, GIVEN_NOW + 3600);
	assert_int_equal(b->modified, GIVEN_NOW);
	assert_int_equal(r302_binding_source(b).port, 5060);
	assert_int_equal(b->proto, PROTO_UDP);
	assert_int_equal(r302_binding_source(b).ip.len, 4);
	assert_int_equal(rec->binding[1].q_milli, R302_Q_NONE);
	assert_int_equal(rec->binding[1].expires, GIVEN_NOW + 60);
	assert_int_equal(r302_binding_instance(&rec->binding[1]).len, 0);
	given_aor_end(&aor);
}

static void test_a_block_uses_exactly_its_size(void **state)
{
	struct r302_record *rec = three();
	size_t texts = 0;
	int i;

	for(i = 0; i < rec->n; i++)
		texts += r302_binding_size_of_texts(&rec->binding[i]);
	assert_int_equal(rec->size, r302_record_size(3, 4, texts));
	given_aor_end(&aor);
}

static void test_a_block_can_be_copied_anywhere(void **state)
{
	struct r302_record *rec = three(), *copy = malloc(rec->size);

	memcpy(copy, rec, rec->size);
	given_aor_end(&aor);
	assert_three(copy);
	free(copy);
}

static void test_a_binding_can_be_copied_into_another_block(void **state)
{
	struct r302_record *rec = three();
	size_t size = r302_binding_size_of_texts(&rec->binding[0]);
	struct r302_binding *to = malloc(sizeof(*to) + size);
	char *end;

	end = r302_binding_copy(to, (char *)(to + 1), &rec->binding[0]);
	assert_ptr_equal(end, (char *)(to + 1) + size);
	given_aor_end(&aor);
	assert_texts(to, "sip:a@192.0.2.1;x=1",
			"q=0.5;+sip.instance=\"<urn:uuid:0>\";reg-id=2");
	assert_str(r302_binding_instance(to), "\"<urn:uuid:0>\"");
	assert_int_equal(to->cseq, 7);
	r302_intern_put(to->shared);
	free(to);
}

static void test_dropping_one_keeps_the_others(void **state)
{
	static const char *const uris[] = {
			"sip:a@192.0.2.1;x=1", "sip:b@192.0.2.2", "sip:c@192.0.2.3"};
	int dropped, i, k;

	for(dropped = 0; dropped < 3; dropped++) {
		struct r302_record *rec = three();
		r302_record_drop(rec, dropped);
		assert_int_equal(rec->n, 2);
		assert_str(r302_record_aor(rec), "1001");
		for(i = 0, k = 0; i < 3; i++) {
			if(i != dropped)
				assert_str(r302_binding_text(&rec->binding[k++], R302_T_URI),
						uris[i]);
		}
		assert_str(r302_binding_text(&rec->binding[1], R302_T_USER_AGENT),
				"phone/1.0");
		given_aor_end(&aor);
	}
}

static void test_all_can_be_dropped_and_the_user_stays(void **state)
{
	struct r302_record *rec = three();

	while(rec->n)
		r302_record_drop(rec, 0);
	assert_str(r302_record_aor(rec), "1001");
	given_aor_end(&aor);
}

static void test_the_earliest_expiry_is_due(void **state)
{
	struct r302_record *rec = three();

	assert_int_equal(r302_record_due(rec), GIVEN_NOW + 60);
	r302_record_drop(rec, 1);
	assert_int_equal(r302_record_due(rec), GIVEN_NOW + 90);
	rec->binding[0].expires = R302_NEVER;
	rec->binding[1].expires = R302_NEVER;
	assert_int_equal((int)r302_record_due(rec), (int)R302_NEVER);
	r302_record_drop(rec, 0);
	r302_record_drop(rec, 0);
	r302_record_know_until(rec, GIVEN_NOW + 5);
	assert_int_equal(r302_record_due(rec), GIVEN_NOW + 5);
	given_aor_end(&aor);
}

static void test_a_binding_lives_until_its_expiry_and_no_longer(void **state)
{
	struct r302_binding b = {.expires = 1000};

	assert_int_equal(r302_binding_is_live(&b, 999), 1);
	assert_int_equal(r302_binding_is_live(&b, 1000), 0);
	assert_int_equal(r302_binding_is_live(&b, 1001), 0);
	assert_int_equal(r302_binding_left(&b, 999), 1);
	assert_int_equal(r302_binding_left(&b, 1000), 0);
	assert_int_equal(r302_binding_left(&b, 5000), 0);
}

static void test_a_binding_without_a_limit_never_ends(void **state)
{
	struct r302_binding b = {.expires = R302_NEVER};

	assert_int_equal(r302_binding_is_live(&b, (time_t)R302_NEVER + 10), 1);
	assert_true(r302_binding_left(&b, GIVEN_NOW) == R302_NEVER);
}

static int matches(const char *header)
{
	struct r302_contact c = given_contact(header);

	return r302_binding_matches(&aor.rec->binding[0], &c);
}

/* RFC 3261 10.3 (7), RFC 5626 6 */
static void test_an_instance_identifies_before_the_uri_does(void **state)
{
	three();
	assert_int_equal(matches("<sip:a@192.0.2.1;x=1>"), 1);
	assert_int_equal(matches("<sip:%61@192.0.2.1>"), 1);
	assert_int_equal(matches("<sip:b@192.0.2.1>"), 0);
	assert_int_equal(matches("<sip:z@192.0.2.7>;reg-id=2;"
							 "+sip.instance=\"<urn:uuid:0>\""),
			1);
	assert_int_equal(matches("<sip:a@192.0.2.1;x=1>;reg-id=2;"
							 "+sip.instance=\"<urn:uuid:1>\""),
			0);
	assert_int_equal(matches("<sip:a@192.0.2.1;x=1>;reg-id=3;"
							 "+sip.instance=\"<urn:uuid:0>\""),
			0);
	given_aor_end(&aor);
}

static int is_same(const char *header, const char *callid, const char *path,
		const char *agent)
{
	struct r302_contact c = given_contact(header);
	struct r302_origin o = req.origin;

	o.callid = given_text(callid);
	o.path = given_text(path);
	o.user_agent = given_text(agent);
	return r302_binding_same_texts(&aor.rec->binding[1], &c, &o);
}

static void test_every_changed_string_is_seen(void **state)
{
	const char *const p = "<sip:edge;lr>", *const ua = "phone/1.0";

	three();
	assert_int_equal(is_same(B, "call-1", p, ua), 1);
	assert_int_equal(
			is_same("<sip:b@192.0.2.2>;expires=60", "call-1", p, ua), 1);
	assert_int_equal(is_same("<sip:b@192.0.2.2>", "call-1", p, ua), 0);
	assert_int_equal(
			is_same("<sip:B@192.0.2.2>;expires=60", "call-1", p, ua), 0);
	assert_int_equal(is_same(B, "call-2", p, ua), 0);
	assert_int_equal(is_same(B, "call-1", "", ua), 0);
	assert_int_equal(is_same(B, "call-1", p, "phone/1.1"), 0);
	assert_int_equal(is_same(B, "call-1", p, ""), 0);
	given_aor_end(&aor);
}

/* a text that is absent may come without an address */
static void test_absent_strings_need_no_address(void **state)
{
	given_aor_start(&aor);
	given_register(&req, "1001", "call-1", 7, B, GIVEN_NONE);
	req.origin.path.s = NULL;
	req.origin.user_agent.s = NULL;
	req.origin.user_agent.len = 0;
	assert_int_equal(given_aor_take(&aor, &req), R302_OK);
	req.origin.cseq++;
	assert_int_equal(given_aor_take(&aor, &req), R302_OK);
	assert_int_equal(aor.plan.change, R302_CHANGE_IN_PLACE);
	given_aor_end(&aor);
}

/* touched with what is there, but for one thing */
static void assert_stored(struct r302_binding *b, struct r302_contact c,
		struct r302_origin o, int stored)
{
	b->stored = 1;
	r302_binding_touch(b, &c, &o, GIVEN_NOW + 500, GIVEN_NOW + 10);
	assert_int_equal(b->stored, stored);
	assert_int_equal(b->dirty, 1);
}

static void test_a_row_has_all_but_the_times_until_something_else_is_new(
		void **state)
{
	struct r302_contact c = given_contact("<sip:b@192.0.2.2>;q=0.1");
	struct r302_binding *b = &three()->binding[1];
	struct r302_origin o = req.origin;

#define WITH(change, back, is)  \
	change;                     \
	assert_stored(b, c, o, is); \
	back;                       \
	r302_binding_touch(b, &c, &o, GIVEN_NOW, GIVEN_NOW)

	r302_binding_touch(b, &c, &o, GIVEN_NOW, GIVEN_NOW);
	WITH(o.cseq = 4711, o.cseq = 1, 1);
	WITH(c.q_milli = 700, c.q_milli = 100, 0);
	WITH(c.nated = 1, c.nated = 0, 0);
	WITH(c.reg_id = 2, c.reg_id = 0, 0);
	WITH(o.source.port++, o.source.port--, 0);
	WITH(o.source.connection = 12, o.source.connection = 0, 0);
	WITH(o.source.proto = PROTO_TLS, o.source.proto = PROTO_UDP, 0);
	WITH(o.source.ip.a[3]++, o.source.ip.a[3]--, 0);
#undef WITH
	given_aor_end(&aor);
}

static void test_only_what_was_written_is_stored(void **state)
{
	struct r302_record *rec = three();

	rec->binding[0].dirty = 0; /* as it was loaded */
	rec->binding[0].stored = 0;
	r302_record_clean(rec);
	assert_int_equal(rec->binding[0].stored, 0);
	assert_int_equal(rec->binding[1].stored, 1);
	assert_int_equal(rec->binding[1].dirty, 0);
	given_aor_end(&aor);
}

static void test_touching_brings_the_numbers_up_to_date(void **state)
{
	struct r302_contact c = given_contact("<sip:b@192.0.2.2>;q=0.1");
	struct r302_binding *b = &three()->binding[1];
	struct r302_origin o = req.origin;
	struct r302_source src;

	o.cseq = 9;
	o.source = given_source("198.51.100.7", 1024);
	o.source.proto = PROTO_TCP;
	o.source.connection = 12;
	c.nated = 1;
	r302_binding_touch(b, &c, &o, GIVEN_NOW + 500, GIVEN_NOW + 10);
	src = r302_binding_source(b);
	assert_int_equal(b->cseq, 9);
	assert_int_equal(b->expires, GIVEN_NOW + 500);
	assert_int_equal(b->modified, GIVEN_NOW + 10);
	assert_int_equal(src.port, 1024);
	assert_int_equal(b->proto, PROTO_TCP);
	assert_int_equal(src.connection, 12);
	assert_int_equal(b->nated, 1);
	assert_int_equal(b->q_milli, 100);
	assert_true(r302_ip_equal(&src.ip, &o.source.ip));
	assert_str(r302_binding_text(b, R302_T_URI), "sip:b@192.0.2.2");
	given_aor_end(&aor);
}

/* an address of another length needs another block */
static void test_a_phone_may_move_between_the_families(void **state)
{
	static const char *const ips[] = {
			"192.0.2.1", "[2001:db8::1]", "[2001:db8::2]", "198.51.100.1"};
	struct r302_source src;
	int i;

	given_aor_start(&aor);
	for(i = 0; i < N_OF(ips); i++) {
		given_register(&req, "1001", "call-1", 7 + i, B, GIVEN_NONE);
		req.origin.source.ip = given_ip(ips[i]);
		assert_int_equal(given_aor_take(&aor, &req), R302_OK);
		assert_int_equal(aor.plan.change,
				i == 2 ? R302_CHANGE_IN_PLACE : R302_CHANGE_BLOCK);
		src = r302_binding_source(&aor.rec->binding[0]);
		assert_true(r302_ip_equal(&src.ip, &req.origin.source.ip));
		assert_str(r302_binding_text(&aor.rec->binding[0], R302_T_URI),
				"sip:b@192.0.2.2");
	}
	given_aor_end(&aor);
}

/* an operator's binding comes from nowhere */
static void test_a_binding_without_a_source_has_none(void **state)
{
	given_aor_start(&aor);
	given_register(&req, "1001", "call-1", 7, B, GIVEN_NONE);
	memset(&req.origin.source, 0, sizeof(req.origin.source));
	assert_int_equal(given_aor_take(&aor, &req), R302_OK);
	assert_int_equal(r302_binding_source(&aor.rec->binding[0]).ip.len, 0);
	assert_null(r302_binding_source(&aor.rec->binding[0]).sock);
	given_aor_end(&aor);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_a_block_holds_all_that_a_register_said),
			FACT(test_a_block_uses_exactly_its_size),
			FACT(test_a_block_can_be_copied_anywhere),
			FACT(test_a_binding_can_be_copied_into_another_block),
			FACT(test_dropping_one_keeps_the_others),
			FACT(test_all_can_be_dropped_and_the_user_stays),
			FACT(test_the_earliest_expiry_is_due),
			FACT(test_a_binding_lives_until_its_expiry_and_no_longer),
			FACT(test_a_binding_without_a_limit_never_ends),
			FACT(test_an_instance_identifies_before_the_uri_does),
			FACT(test_every_changed_string_is_seen),
			FACT(test_absent_strings_need_no_address),
			FACT(test_a_row_has_all_but_the_times_until_something_else_is_new),
			FACT(test_only_what_was_written_is_stored),
			FACT(test_touching_brings_the_numbers_up_to_date),
			FACT(test_a_phone_may_move_between_the_families),
			FACT(test_a_binding_without_a_source_has_none)};

	UNIT_RUN(tests, argc, argv);
}
