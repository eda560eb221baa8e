/* SPDX-License-Identifier: MIT */
#include "statement.h"

static struct r302_sql sql;
static char text[R302_STATEMENT_MAX];
static char quoted[2 * R302_STATEMENT_MAX];

void r302_statement_start(void)
{
	r302_sql_start(&sql, text, sizeof(text), r302_connection_dialect());
}

void r302_statement_words(const char *words)
{
	r302_sql_words(&sql, words);
}

void r302_statement_name(str name)
{
	r302_sql_name(&sql, name);
}

void r302_statement_column(enum r302_column c)
{
	r302_sql_name(&sql, r302_database_config()->column[c]);
}

void r302_statement_columns(const enum r302_column *c, int n)
{
	int i;

	for(i = 0; i < n; i++) {
		if(i)
			r302_sql_words(&sql, ",");
		r302_statement_column(c[i]);
	}
}

void r302_statement_value(const struct r302_value *v)
{
	r302_sql_value(&sql, v);
}

void r302_statement_text(str t)
{
	r302_sql_text(&sql, t);
}

void r302_statement_number(int64_t n)
{
	r302_sql_number(&sql, n);
}

void r302_statement_set(str name, const struct r302_value *v)
{
	r302_sql_name(&sql, name);
	r302_sql_words(&sql, "=");
	r302_sql_value(&sql, v);
}

void r302_statement_quote(const char *words)
{
	str inner = r302_sql_str(&sql);
	int full = sql.full;

	r302_sql_start(&sql, quoted, sizeof(quoted), r302_connection_dialect());
	r302_sql_words(&sql, words);
	r302_sql_text(&sql, inner);
	sql.full |= full;
}

int r302_statement_is_long(void)
{
	return sql.len > R302_STATEMENT_MAX * 3 / 4;
}

void r302_statement_list(struct r302_list *l, int part)
{
	size_t until = sql.len + R302_STATEMENT_MAX / part;
	str t;

	r302_sql_words(&sql, "(");
	for(l->n = 0; sql.len < until && l->text(&t, l->from + l->n); l->n++) {
		if(l->n)
			r302_sql_words(&sql, ",");
		r302_sql_text(&sql, t);
	}
	r302_sql_words(&sql, ")");
}

int r302_statement_run(void)
{
	return r302_connection_run(r302_sql_str(&sql));
}

int r302_statement_run_words(const char *words)
{
	r302_statement_start();
	r302_sql_words(&sql, words);
	return r302_statement_run();
}

int r302_statement_query(struct r302_result *result)
{
	return r302_connection_query(result, r302_sql_str(&sql));
}

int r302_statement_finds(void)
{
	struct r302_result result;
	int n;

	if(r302_statement_query(&result) < 0)
		return -1;
	n = result.n;
	r302_result_free(&result);
	return n > 0;
}

int r302_statement_is_unknown(void)
{
	return r302_connection_dialect() == R302_SQL_NONE;
}
