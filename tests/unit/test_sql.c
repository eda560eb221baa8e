/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "sql.h"

static char buf[256];

static const char *text_in(enum r302_dialect d, str text)
{
	static char out[256];
	struct r302_sql sql;
	str s;

	r302_sql_start(&sql, buf, sizeof(buf), d);
	r302_sql_text(&sql, text);
	s = r302_sql_str(&sql);
	snprintf(out, sizeof(out), "%.*s", s.len, s.s);
	return out;
}

static const char *value_in(enum r302_dialect d, struct r302_value v)
{
	static char out[256];
	struct r302_sql sql;
	str s;

	r302_sql_start(&sql, buf, sizeof(buf), d);
	r302_sql_value(&sql, &v);
	s = r302_sql_str(&sql);
	snprintf(out, sizeof(out), "%.*s", s.len, s.s);
	return out;
}

static void test_a_quote_stays_inside_of_its_text(void **state)
{
	str evil = given_text("'; DROP TABLE location; --");

	assert_string_equal(
			text_in(R302_SQL_SQLITE, evil), "'''; DROP TABLE location; --'");
	assert_string_equal(
			text_in(R302_SQL_POSTGRES, evil), "'''; DROP TABLE location; --'");
}

static void test_a_backslash_reads_alike_whatever_the_server_thinks_of_it(
		void **state)
{
	assert_string_equal(
			text_in(R302_SQL_POSTGRES, given_text("a\\'b")), " E'a\\\\''b'");
	assert_string_equal(
			text_in(R302_SQL_SQLITE, given_text("a\\'b")), "'a\\''b'");
}

static void test_an_empty_text_is_no_null(void **state)
{
	str none = {NULL, 0};

	assert_string_equal(text_in(R302_SQL_SQLITE, none), "''");
	assert_string_equal(
			value_in(R302_SQL_SQLITE, (struct r302_value){R302_V_NULL, {{0}}}),
			"NULL");
}

static void test_numbers(void **state)
{
	static const struct
	{
		enum r302_kind kind;
		int64_t n;
		const char *want;
	} rows[] = {{R302_V_NUMBER, 0, "0"},
			{R302_V_NUMBER, -2147483648LL, "-2147483648"},
			{R302_V_NUMBER, INT64_MIN, "-9223372036854775808"},
			{R302_V_NUMBER, 4294967295LL, "4294967295"},
			{R302_V_MILLI, -1000, "-1.000"}, {R302_V_MILLI, 0, "0.000"},
			{R302_V_MILLI, 7, "0.007"}, {R302_V_MILLI, 1000, "1.000"}};
	struct r302_value v;
	int i;

	for(i = 0; i < N_OF(rows); i++) {
		v.kind = rows[i].kind;
		v.is.number = rows[i].n;
		assert_string_equal(value_in(R302_SQL_SQLITE, v), rows[i].want);
	}
}

/* as db_sqlite reads it */
static time_t read_julian(const char *text)
{
	return (time_t)(86400.0 * (strtod(text, NULL) - 2440587.5) + 0.5);
}

static void test_no_second_is_lost_between_us_and_db_sqlite(void **state)
{
	struct r302_value v = {R302_V_TIME, {.time = 0}};
	time_t t;

	for(t = 0; t < 5000; t++) {
		v.is.time = GIVEN_NOW + t * 86411;
		assert_true(read_julian(value_in(R302_SQL_SQLITE, v)) == v.is.time);
	}
	v.is.time = 0;
	assert_true(read_julian(value_in(R302_SQL_SQLITE, v)) == 0);
}

static void test_postgres_gets_local_time(void **state)
{
	struct r302_value v = {R302_V_TIME, {.time = 1700000000}};

	setenv("TZ", "UTC", 1);
	tzset();
	assert_string_equal(
			value_in(R302_SQL_POSTGRES, v), "'2023-11-14 22:13:20'");
	setenv("TZ", "Asia/Kathmandu", 1);
	tzset();
	assert_string_equal(
			value_in(R302_SQL_POSTGRES, v), "'2023-11-15 03:58:20'");
	unsetenv("TZ");
	tzset();
}

static void test_what_does_not_fit_is_no_statement(void **state)
{
	struct r302_sql sql;
	char small[8];

	r302_sql_start(&sql, small, sizeof(small), R302_SQL_SQLITE);
	r302_sql_words(&sql, "SELECT");
	assert_int_equal(r302_sql_str(&sql).len, 6);
	r302_sql_text(&sql, given_text("'"));
	assert_int_equal(r302_sql_str(&sql).len, 0);
}

static void test_a_name_has_no_room_for_words(void **state)
{
	assert_int_equal(r302_sql_is_name(given_text("public.location_2")), 1);
	assert_int_equal(r302_sql_is_name(given_text("location; DROP")), 0);
	assert_int_equal(r302_sql_is_name(given_text("a\"b")), 0);
	assert_int_equal(r302_sql_is_name(given_text("")), 0);
	assert_int_equal(r302_sql_is_name(given_bytes("a\0b", 3)), 0);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_a_quote_stays_inside_of_its_text),
			FACT(test_a_backslash_reads_alike_whatever_the_server_thinks_of_it),
			FACT(test_an_empty_text_is_no_null), FACT(test_numbers),
			FACT(test_no_second_is_lost_between_us_and_db_sqlite),
			FACT(test_postgres_gets_local_time),
			FACT(test_what_does_not_fit_is_no_statement),
			FACT(test_a_name_has_no_room_for_words)};

	UNIT_RUN(tests, argc, argv);
}
