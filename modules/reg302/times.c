/* SPDX-License-Identifier: MIT */
#include "times.h"

static const enum r302_column times[] = {R302_C_RUID, R302_C_EXPIRES,
		R302_C_CSEQ, R302_C_LAST_MODIFIED, R302_C_PARTITION};
#define TIMES ((int)(sizeof(times) / sizeof(*times)))

/* PostgreSQL finds the type of a column of VALUES in its first row */
static void put_first_time(const struct r302_value *v)
{
	int cast = v->kind == R302_V_TIME
			   && r302_connection_dialect() == R302_SQL_POSTGRES;

	r302_statement_words(cast ? "CAST(" : "");
	r302_statement_value(v);
	r302_statement_words(cast ? " AS timestamp)" : "");
}

static void put_times(const struct r302_row *row, int first)
{
	int i;

	r302_statement_words(first ? "(" : ",(");
	for(i = 0; i < TIMES; i++) {
		r302_statement_words(i ? "," : "");
		if(first)
			put_first_time(&row->v[times[i]]);
		else
			r302_statement_value(&row->v[times[i]]);
	}
	r302_statement_words(")");
}

/* "column2" is what both servers call the second column of VALUES */
static void put_update_head(void)
{
	static const char *const value[TIMES] = {"=n.column1", "=n.column2",
			"=n.column3", "=n.column4", "=n.column5"};
	int i;

	if(r302_connection_dialect() == R302_SQL_POSTGRES)
		r302_statement_words("WITH u AS (");
	r302_statement_words("UPDATE ");
	r302_statement_name(r302_database_config()->table);
	r302_statement_words(" SET ");
	for(i = 1; i < TIMES; i++) {
		r302_statement_words(i > 1 ? "," : "");
		r302_statement_column(times[i]);
		r302_statement_words(value[i]);
	}
	r302_statement_words(" FROM (VALUES ");
}

static void put_update_end(void)
{
	r302_statement_words(") AS n WHERE ");
	r302_statement_column(R302_C_RUID);
	r302_statement_words("=n.column1");
	if(r302_connection_dialect() == R302_SQL_POSTGRES)
		r302_statement_words(" RETURNING 1) SELECT count(*) FROM u");
}

/* @return rows that were there to be updated, or -1 */
static int64_t run_update(void)
{
	struct r302_result result;
	struct r302_value n;

	put_update_end();
	if(r302_connection_dialect() == R302_SQL_SQLITE) {
		if(r302_statement_run() < 0)
			return -1;
		r302_statement_start();
		r302_statement_words("SELECT changes()");
	}
	if(r302_statement_query(&result) < 0 || result.n != 1)
		return -1;
	n = r302_result_value(&result, 0, 0);
	r302_result_free(&result);
	return n.is.number;
}

/* The server tells how many rows there were, and not which. */
static int end_update(
		struct r302_some *lost, const struct r302_some *rows, int from, int to)
{
	int64_t n = run_update();

	if(n < 0)
		return -1;
	if(n == to - from)
		return 0;
	for(; from < to; from++)
		lost->row[lost->n++] = rows->row[from];
	return 0;
}

int r302_times_update(struct r302_some *lost, const struct r302_some *rows)
{
	int i, from = 0;

	for(i = 0; i < rows->n; i++) {
		if(i == from) {
			r302_statement_start();
			put_update_head();
		}
		put_times(rows->row[i], i == from);
		if(r302_statement_is_long() || i == rows->n - 1) {
			if(end_update(lost, rows, from, i + 1) < 0)
				return -1;
			from = i + 1;
		}
	}
	return 0;
}
