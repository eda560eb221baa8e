/* SPDX-License-Identifier: MIT */
#include "purge.h"
#include "rows.h"

#define NEVER_UNTIL \
	(3 * 86400) /* seconds of 1970: what never expires, in any zone */

static const enum r302_column columns[] = {
		R302_C_RUID, R302_C_USERNAME, R302_C_EXPIRES, R302_C_PARTITION};
#define COLUMNS 4

static int64_t looked_at; /* the last id; 0: the next page is the first one */

static struct r302_value time_value(time_t t)
{
	struct r302_value v = {R302_V_TIME, {.time = t}};

	return v;
}

static str name_of(enum r302_column c)
{
	return r302_database_config()->column[c];
}

static void put_expired(const char *op, time_t t)
{
	struct r302_value v = time_value(t);

	r302_statement_column(R302_C_EXPIRES);
	r302_statement_words(op);
	r302_statement_value(&v);
}

static int find_singly(struct r302_result *result, time_t now)
{
	str expires = name_of(R302_C_EXPIRES);
	struct r302_where w[2] = {r302_where(expires, "<", time_value(now)),
			r302_where(expires, ">", time_value(NEVER_UNTIL))};
	str names[COLUMNS];
	int i;

	for(i = 0; i < COLUMNS; i++)
		names[i] = name_of(columns[i]);
	return r302_connection_find(result, r302_database_config()->table, w, 2,
			names, COLUMNS, &expires);
}

/* What a change of zone made look expired stays, and so does what never expires, of
 * 1970. */
static void select_expired(time_t now)
{
	r302_statement_start();
	r302_statement_words("SELECT ");
	r302_statement_columns(columns, COLUMNS);
	r302_statement_words(" FROM ");
	r302_statement_name(r302_database_config()->table);
	r302_statement_words(" WHERE ");
	put_expired("<", now);
	r302_statement_words(" AND ");
	put_expired(">", NEVER_UNTIL);
}

static int find_oldest(struct r302_result *result, time_t now, int rows)
{
	select_expired(now);
	r302_statement_words(" ORDER BY ");
	r302_statement_column(R302_C_EXPIRES);
	r302_statement_words(" LIMIT ");
	r302_statement_number(rows);
	return r302_statement_query(result);
}

/* @return how many rows the next page has, up to the id *to; or -1 */
static int next_page(int64_t *to, int rows)
{
	struct r302_result result;
	struct r302_value n, last;

	r302_statement_start();
	r302_statement_words("SELECT count(*),max(id) FROM (SELECT id FROM ");
	r302_statement_name(r302_database_config()->table);
	r302_statement_words(" WHERE id>");
	r302_statement_number(looked_at);
	r302_statement_words(" ORDER BY id LIMIT ");
	r302_statement_number(rows);
	r302_statement_words(") AS page");
	if(r302_statement_query(&result) < 0)
		return -1;
	n = r302_result_value(&result, 0, 0);
	last = r302_result_value(&result, 0, 1);
	*to = last.kind == R302_V_NUMBER ? last.is.number : looked_at;
	r302_result_free(&result);
	return n.kind == R302_V_NUMBER ? (int)n.is.number : -1;
}

/* What another node is writing, it refreshes. */
static int find_in_page(struct r302_result *result, time_t now, int64_t to)
{
	select_expired(now);
	r302_statement_words(" AND id>");
	r302_statement_number(looked_at);
	r302_statement_words(" AND id<=");
	r302_statement_number(to);
	r302_statement_words(" FOR UPDATE SKIP LOCKED");
	return r302_statement_query(result);
}

static int take_expired(const struct r302_result *result, time_t now, int rows)
{
	struct r302_row row;
	uint32_t expires;
	int i;

	r302_batch_start();
	for(i = 0; i < result->n && r302_batch()->deletes < rows; i++) {
		row.v[R302_C_RUID] = r302_result_value(result, i, 0);
		row.v[R302_C_USERNAME] = r302_result_value(result, i, 1);
		row.v[R302_C_EXPIRES] = r302_result_value(result, i, 2);
		row.v[R302_C_PARTITION] = r302_result_value(result, i, 3);
		expires = r302_codec_expires(&row);
		if(expires == R302_NEVER || (time_t)expires > now)
			continue;
		if(r302_batch_leave(
				   row.v[R302_C_USERNAME].is.text, row.v[R302_C_RUID].is.text)
				< 0)
			break;
	}
	return r302_batch()->deletes;
}

/* @return how many were removed, or -1 */
static int remove_expired(struct r302_result *result, time_t now, int rows)
{
	int n = take_expired(result, now, rows);
	int ret = n == 0 ? 0 : r302_rows_remove();

	r302_result_free(result);
	return ret < 0 ? -1 : n;
}

static int purge_oldest(time_t now, int rows, int *more)
{
	struct r302_result result;
	int n;

	if((r302_statement_is_unknown() ? find_singly(&result, now)
									: find_oldest(&result, now, rows))
			< 0)
		return -1;
	n = remove_expired(&result, now, rows);
	*more = n == rows;
	return n;
}

static int purge_page(time_t now, int rows, int *more)
{
	struct r302_result result;
	int64_t to;
	int in_page = next_page(&to, rows);

	if(in_page < 0 || find_in_page(&result, now, to) < 0)
		return -1;
	*more = in_page == rows;
	looked_at = *more ? to : 0;
	return remove_expired(&result, now, rows);
}

int r302_database_purge(time_t now, int rows, int *more)
{
	int n;

	if(rows > R302_PURGE_ROWS)
		rows = R302_PURGE_ROWS;
	if(r302_connection_begin() < 0)
		return -1;
	if(r302_connection_dialect() == R302_SQL_POSTGRES)
		n = purge_page(now, rows, more);
	else
		n = purge_oldest(now, rows, more);
	if(n < 0 || r302_connection_commit() < 0) {
		r302_connection_rollback();
		n = -1;
	}
	r302_batch_start();
	return n;
}
