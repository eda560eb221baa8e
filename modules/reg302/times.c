/* SPDX-License-Identifier: MIT */
#include "times.h"

/* ---- PostgreSQL: a list of values */

static const enum r302_column times[] = {R302_C_RUID, R302_C_EXPIRES,
		R302_C_CSEQ, R302_C_LAST_MODIFIED, R302_C_PARTITION};
#define TIMES ((int)(sizeof(times) / sizeof(*times)))

static void put_update(void)
{
	r302_statement_words("UPDATE ");
	r302_statement_name(r302_database_config()->table);
	r302_statement_words(" SET ");
}

/* the type of a column of VALUES is found in its first row */
static void put_first_value(const struct r302_value *v)
{
	int cast = v->kind == R302_V_TIME;

	r302_statement_words(cast ? "CAST(" : "");
	r302_statement_value(v);
	r302_statement_words(cast ? " AS timestamp)" : "");
}

static void put_values(const struct r302_row *row, int first)
{
	int i;

	r302_statement_words(first ? "(" : ",(");
	for(i = 0; i < TIMES; i++) {
		r302_statement_words(i ? "," : "");
		if(first)
			put_first_value(&row->v[times[i]]);
		else
			r302_statement_value(&row->v[times[i]]);
	}
	r302_statement_words(")");
}

static void put_values_head(void)
{
	static const char *const value[TIMES] = {"=n.column1", "=n.column2",
			"=n.column3", "=n.column4", "=n.column5"};
	int i;

	r302_statement_words("WITH u AS (");
	put_update();
	for(i = 1; i < TIMES; i++) {
		r302_statement_words(i > 1 ? "," : "");
		r302_statement_column(times[i]);
		r302_statement_words(value[i]);
	}
	r302_statement_words(" FROM (VALUES ");
}

static void put_values_end(void)
{
	r302_statement_words(") AS n WHERE ");
	r302_statement_column(R302_C_RUID);
	r302_statement_words("=n.column1 RETURNING 1) SELECT count(*) FROM u");
}

/* ---- SQLite: it reads JSON sooner than the same in SQL, and whole numbers sooner
 * than others */

/* as r302_sql_time() writes a time */
#define JULIAN_DAY "-0.25)/86400.0+2440587.5"

static void put_json(const struct r302_row *row, int first)
{
	r302_statement_words(first ? "[\"" : ",[\"");
	r302_statement_name(row->v[R302_C_RUID].is.text); /* ours: hex digits */
	r302_statement_words("\",");
	r302_statement_number(row->v[R302_C_EXPIRES].is.time);
	r302_statement_words(",");
	r302_statement_number(row->v[R302_C_CSEQ].is.number);
	r302_statement_words(",");
	r302_statement_number(row->v[R302_C_LAST_MODIFIED].is.time);
	r302_statement_words("]");
}

static void put_json_head(void)
{
	put_update();
	r302_statement_column(R302_C_EXPIRES);
	r302_statement_words("=(json_extract(n.value,'$[1]')" JULIAN_DAY ",");
	r302_statement_column(R302_C_PARTITION);
	r302_statement_words("=json_extract(n.value,'$[1]'),");
	r302_statement_column(R302_C_CSEQ);
	r302_statement_words("=json_extract(n.value,'$[2]'),");
	r302_statement_column(R302_C_LAST_MODIFIED);
	r302_statement_words(
			"=(json_extract(n.value,'$[3]')" JULIAN_DAY " FROM json_each('[");
}

static void put_json_end(void)
{
	r302_statement_words("]') AS n WHERE ");
	r302_statement_column(R302_C_RUID);
	r302_statement_words("=json_extract(n.value,'$[0]')");
}

/* ---- both */

static int is_sqlite(void)
{
	return r302_connection_dialect() == R302_SQL_SQLITE;
}

/* beyond 2038 the two columns differ */
static int fits(const struct r302_row *row)
{
	return row->v[R302_C_PARTITION].is.number == row->v[R302_C_EXPIRES].is.time;
}

static void put_head(void)
{
	r302_statement_start();
	if(is_sqlite())
		put_json_head();
	else
		put_values_head();
}

static void put_row(const struct r302_row *row, int first)
{
	if(first)
		put_head();
	if(is_sqlite())
		put_json(row, first);
	else
		put_values(row, first);
}

/* @return rows that were there to be updated, or -1 */
static int64_t run_update(void)
{
	struct r302_result result;
	struct r302_value n;

	if(!is_sqlite()) {
		put_values_end();
	} else {
		put_json_end();
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

static void add(struct r302_some *to, const struct r302_row *row)
{
	to->row[to->n++] = row;
}

/* The server tells how many rows there were, and not which. */
static int end_update(struct r302_some *lost, const struct r302_some *told)
{
	int64_t n = run_update();
	int i;

	for(i = 0; n >= 0 && n != told->n && i < told->n; i++)
		add(lost, told->row[i]);
	return n < 0 ? -1 : 0;
}

int r302_times_update(struct r302_some *lost, const struct r302_some *rows)
{
	static struct r302_some told; /* in the statement under way */
	int i;

	told.n = 0;
	for(i = 0; i < rows->n; i++) {
		if(!r302_connection_updates_from() || !fits(rows->row[i])) {
			add(lost, rows->row[i]);
			continue;
		}
		put_row(rows->row[i], told.n == 0);
		add(&told, rows->row[i]);
		if(r302_statement_is_long()) {
			if(end_update(lost, &told) < 0)
				return -1;
			told.n = 0;
		}
	}
	return told.n ? end_update(lost, &told) : 0;
}
