/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "batch.h"

static struct given_aor given;
static struct r302_codec codec = {.widths = 1};
static struct r302_register req;

static int batch_setup(void **state)
{
	given_aor_start(&given);
	r302_batch_init(&codec);
	return unit_setup(state);
}

static int batch_teardown(void **state)
{
	given_aor_end(&given);
	return unit_teardown(state);
}

#define BATCH(test) \
	cmocka_unit_test_setup_teardown(test, batch_setup, batch_teardown)

/* the only binding after a REGISTER */
static const struct r302_binding *bound(uint32_t cseq)
{
	given_register(
			&req, "1001", "c1@h", cseq, "<sip:a@10.0.0.1>;expires=600", 3600);
	assert_int_equal(given_aor_take(&given, &req), R302_OK);
	return &given.rec->binding[0];
}

/* the same binding as that of another user */
static void upsert(const char *aor, const struct r302_binding *b)
{
	str text = {(char *)aor, (int)strlen(aor)};
	const char *why = NULL;

	assert_int_equal(r302_batch_upsert(text, b, 0, &why), 0);
}

static void delete(const char *aor, const struct r302_binding *b)
{
	str text = {(char *)aor, (int)strlen(aor)};
	struct r302_ruid ruid;

	r302_ruid_of(&ruid, text, b);
	assert_int_equal(r302_batch_delete(text, &ruid), 0);
}

static void assert_row(int i, const char *aor, int64_t cseq)
{
	const struct r302_batch *batch = r302_batch();

	assert_int_equal(batch->aor[i].len, (int)strlen(aor));
	assert_memory_equal(batch->aor[i].s, aor, strlen(aor));
	assert_int_equal(batch->row[i].v[R302_C_CSEQ].is.number, cseq);
}

static void test_a_binding_is_in_it_once_and_as_it_was_last(void **state)
{
	upsert("1001", bound(1));
	upsert("1002", bound(2));
	upsert("1001", bound(3));
	assert_int_equal(r302_batch()->rows, 2);
	assert_row(0, "1001", 3);
	assert_row(1, "1002", 2);
}

static void take(const struct r302_binding *b, int stored)
{
	const char *why = NULL;

	assert_int_equal(r302_batch_upsert(given_text("1001"), b, stored, &why), 0);
}

static void test_what_is_new_in_any_state_of_a_row_is_written(void **state)
{
	take(bound(1), 1);
	assert_int_equal(r302_batch()->row[0].stored, 1);
	take(bound(2), 0);
	assert_int_equal(r302_batch()->row[0].stored, 0);
	take(bound(3), 1);
	assert_int_equal(r302_batch()->row[0].stored, 0);
	assert_row(0, "1001", 3);
}

static void test_a_removal_takes_the_row_out(void **state)
{
	const struct r302_binding *b = bound(1);

	upsert("1001", b);
	upsert("1002", b);
	upsert("1003", b);
	delete("1001", b);
	assert_int_equal(r302_batch()->rows, 2);
	assert_int_equal(r302_batch()->deletes, 1);
	assert_row(0, "1003", 1);
	assert_row(1, "1002", 1);
}

static void test_a_row_that_was_moved_is_still_found(void **state)
{
	upsert("1001", bound(1));
	upsert("1002", bound(1));
	upsert("1003", bound(1));
	delete("1001", bound(1));
	upsert("1003", bound(2));
	assert_int_equal(r302_batch()->rows, 2);
	assert_row(0, "1003", 2);
	delete("1003", bound(2));
	delete("1002", bound(2));
	assert_int_equal(r302_batch()->rows, 0);
}

static void test_what_comes_back_after_its_removal_is_written(void **state)
{
	upsert("1001", bound(1));
	delete("1001", bound(1));
	upsert("1001", bound(2));
	assert_int_equal(r302_batch()->rows, 1);
	assert_int_equal(r302_batch()->deletes, 1);
	assert_row(0, "1001", 2);
}

static void test_every_row_is_found_in_a_full_batch(void **state)
{
	const struct r302_binding *b = bound(1);
	char aor[16];
	const char *why;
	int i;

	for(i = 0; i < R302_BATCH_ROWS; i++) {
		snprintf(aor, sizeof(aor), "%d", i);
		upsert(aor, b);
	}
	assert_int_equal(r302_batch_upsert(given_text("x"), b, 0, &why), -1);
	for(i = 0; i < R302_BATCH_ROWS; i++) {
		snprintf(aor, sizeof(aor), "%d", (i * 7) % R302_BATCH_ROWS);
		delete(aor, b);
		assert_int_equal(r302_batch()->rows, R302_BATCH_ROWS - i - 1);
	}
}

static void test_a_refused_row_leaves_it_as_it_was(void **state)
{
	char aor[100];
	const char *why = NULL;

	memset(aor, 'a', sizeof(aor));
	aor[99] = '\0';
	upsert("1001", bound(1));
	assert_int_equal(r302_batch_upsert(given_text(aor), bound(2), 0, &why), 1);
	assert_non_null(why);
	assert_int_equal(r302_batch()->rows, 1);
	assert_row(0, "1001", 1);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			BATCH(test_a_binding_is_in_it_once_and_as_it_was_last),
			BATCH(test_what_is_new_in_any_state_of_a_row_is_written),
			BATCH(test_a_removal_takes_the_row_out),
			BATCH(test_a_row_that_was_moved_is_still_found),
			BATCH(test_what_comes_back_after_its_removal_is_written),
			BATCH(test_every_row_is_found_in_a_full_batch),
			BATCH(test_a_refused_row_leaves_it_as_it_was)};

	UNIT_RUN(tests, argc, argv);
}
