/* SPDX-License-Identifier: MIT */
#include "attrs.h"
#include "rows.h"
#include "times.h"

static str table(void)
{
	return r302_database_config()->table;
}

static str name_of(enum r302_column c)
{
	return r302_database_config()->column[c];
}

static const struct r302_row *row_of(int i)
{
	return &r302_batch()->row[i];
}

/* ---- rows that leave */

int r302_rows_leaving(str *text, int i)
{
	if(i >= r302_batch()->deletes)
		return 0;
	*text = r302_batch()->leaving[i].ruid;
	return 1;
}

static int delete_rows(void)
{
	struct r302_list l = {r302_rows_leaving, 0, 0};

	for(; l.from < r302_batch()->deletes; l.from += l.n) {
		r302_statement_start();
		r302_statement_words("DELETE FROM ");
		r302_statement_name(table());
		r302_statement_words(" WHERE ");
		r302_statement_column(R302_C_RUID);
		r302_statement_words(" IN ");
		r302_statement_list(&l, 2);
		if(r302_statement_run() < 0)
			return -1;
	}
	return 0;
}

int r302_rows_remove_singly(const struct r302_leaving *leaving)
{
	struct r302_where w = r302_where(
			name_of(R302_C_RUID), "=", r302_value_text(leaving->ruid));

	if(r302_connection_remove(table(), &w, 1) < 0)
		return -1;
	return r302_attrs_remove_singly(leaving->user, leaving->ruid);
}

int r302_rows_remove(void)
{
	int i;

	if(!r302_statement_is_unknown())
		return delete_rows() < 0 ? -1 : r302_attrs_leave();
	for(i = 0; i < r302_batch()->deletes; i++) {
		if(r302_rows_remove_singly(&r302_batch()->leaving[i]) < 0)
			return -1;
	}
	return 0;
}

/* ---- rows in statements */

/** The rows of the batch: what is new to the database of each. */
static struct
{
	struct r302_some times; /* the times and the CSeq */
	struct r302_some all;
} fresh;

static void add(struct r302_some *rows, const struct r302_row *row)
{
	rows->row[rows->n++] = row;
}

static void sort_rows(void)
{
	int i;

	fresh.times.n = fresh.all.n = 0;
	for(i = 0; i < r302_batch()->rows; i++)
		add(row_of(i)->stored ? &fresh.times : &fresh.all, row_of(i));
}

static void all_rows(void)
{
	int i;

	fresh.times.n = fresh.all.n = 0;
	for(i = 0; i < r302_batch()->rows; i++)
		add(&fresh.all, row_of(i));
}

/* A row without connection and reg-id keeps what is in most of the indexes when
 * it is updated, and SQLite writes each index whose columns are named. */
static int is_plain(const struct r302_row *row)
{
	return r302_connection_dialect() == R302_SQL_SQLITE
		   && row->v[R302_C_REG_ID].is.number == 0
		   && row->v[R302_C_CONNECTION_ID].is.number == 0;
}

/* what never changes while the ruid is the same, or is indexed */
static int changes(enum r302_column c, int plain)
{
	if(c == R302_C_RUID || c == R302_C_USERNAME || c == R302_C_DOMAIN)
		return 0;
	return !plain
		   || (c != R302_C_CONTACT && c != R302_C_SERVER_ID
				   && c != R302_C_CONNECTION_ID && c != R302_C_KEEPALIVE
				   && c != R302_C_CFLAGS);
}

static void put_head(void)
{
	int i;

	r302_statement_words("INSERT INTO ");
	r302_statement_name(table());
	for(i = 0; i < R302_COLUMNS; i++) {
		r302_statement_words(i ? "," : " (");
		r302_statement_column(i);
	}
	r302_statement_words(") VALUES ");
}

static void put_values(const struct r302_row *row, int first)
{
	int i;

	r302_statement_words(first ? "(" : ",(");
	for(i = 0; i < R302_COLUMNS; i++) {
		if(i)
			r302_statement_words(",");
		r302_statement_value(&row->v[i]);
	}
	r302_statement_words(")");
}

static void put_conflict(int plain)
{
	int i, n = 0;

	r302_statement_words(" ON CONFLICT (");
	r302_statement_column(R302_C_RUID);
	r302_statement_words(") DO UPDATE SET ");
	for(i = 0; i < R302_COLUMNS; i++) {
		if(!changes(i, plain))
			continue;
		r302_statement_words(n++ ? "," : "");
		r302_statement_column(i);
		r302_statement_words("=excluded.");
		r302_statement_column(i);
	}
}

static int end_upsert(int plain)
{
	put_conflict(plain);
	return r302_statement_run();
}

/* all rows of one kind, as many at a time as fit */
static int upsert_rows(int plain)
{
	int i, n = 0;

	for(i = 0; i < fresh.all.n; i++) {
		if(is_plain(fresh.all.row[i]) != plain)
			continue;
		if(n == 0) {
			r302_statement_start();
			put_head();
		}
		put_values(fresh.all.row[i], n++ == 0);
		if(r302_statement_is_long()) {
			if(end_upsert(plain) < 0)
				return -1;
			n = 0;
		}
	}
	return n ? end_upsert(plain) : 0;
}

static int has_connections(void)
{
	r302_statement_start();
	r302_statement_words("SELECT id FROM ");
	r302_statement_name(table());
	r302_statement_words(" WHERE ");
	r302_statement_column(R302_C_SERVER_ID);
	r302_statement_words("=");
	r302_statement_number(r302_database_config()->codec.server_id);
	r302_statement_words(" AND ");
	r302_statement_column(R302_C_CONNECTION_ID);
	r302_statement_words(">0 LIMIT 1");
	return r302_statement_finds();
}

static int plain_ruid(str *text, int i)
{
	static const str none = str_init("");

	if(i >= fresh.all.n)
		return 0;
	*text = is_plain(fresh.all.row[i])
					? fresh.all.row[i]->v[R302_C_RUID].is.text
					: none;
	return 1;
}

/* What is_plain() left out: a phone that came over a connection last time. Mostly
 * the index tells that there is no such row at all. */
int r302_rows_forget_connections(void)
{
	struct r302_list l = {plain_ruid, 0, 0};
	int ret;

	if(r302_connection_dialect() != R302_SQL_SQLITE || fresh.all.n == 0)
		return 0;
	for(ret = has_connections(); ret > 0 && l.from < fresh.all.n;
			l.from += l.n) {
		r302_statement_start();
		r302_statement_words("UPDATE ");
		r302_statement_name(table());
		r302_statement_words(" SET ");
		r302_statement_column(R302_C_CONNECTION_ID);
		r302_statement_words("=0 WHERE ");
		r302_statement_column(R302_C_CONNECTION_ID);
		r302_statement_words(">0 AND ");
		r302_statement_column(R302_C_RUID);
		r302_statement_words(" IN ");
		r302_statement_list(&l, 2);
		if(r302_statement_run() < 0)
			return -1;
	}
	return ret < 0 ? -1 : 0;
}

/* ---- one row through the interface, for drivers that are not known */

static int exists(const struct r302_where *w)
{
	struct r302_result result;
	int n;

	if(r302_connection_find(&result, table(), w, 1, &w->column, 1, NULL) < 0)
		return -1;
	n = result.n;
	r302_result_free(&result);
	return n > 0;
}

static int write_singly(const struct r302_row *row)
{
	struct r302_where w =
			r302_where(name_of(R302_C_RUID), "=", row->v[R302_C_RUID]);
	const str *columns = r302_database_config()->column;
	int there = exists(&w);

	if(there < 0)
		return -1;
	if(there)
		there = r302_connection_update(
				table(), &w, 1, columns, row->v, R302_COLUMNS);
	else
		there = r302_connection_insert(table(), columns, row->v, R302_COLUMNS);
	if(there < 0
			|| r302_attrs_remove_singly(row->v[R302_C_USERNAME].is.text,
					   row->v[R302_C_RUID].is.text)
					   < 0)
		return -1;
	return r302_attrs_insert_singly(row);
}

/* ---- all rows of the batch */

static int write_by_statements(void)
{
	sort_rows();
	if(r302_times_update(&fresh.all, &fresh.times) < 0
			|| r302_attrs_remove(&fresh.all) < 0 || upsert_rows(1) < 0
			|| upsert_rows(0) < 0 || r302_rows_forget_connections() < 0)
		return -1;
	return r302_attrs_insert(&fresh.all);
}

int r302_rows_write(void)
{
	int i;

	if(!r302_statement_is_unknown())
		return write_by_statements();
	for(i = 0; i < r302_batch()->rows; i++) {
		if(write_singly(row_of(i)) < 0)
			return -1;
	}
	return 0;
}

/* ---- one row */

int r302_rows_strip(void)
{
	all_rows();
	return r302_statement_is_unknown() ? 0 : r302_attrs_remove(&fresh.all);
}

static int was_refused(const struct r302_row *row)
{
	r302_statement_start();
	r302_statement_words(
			"SELECT 1 WHERE current_setting('r302.refused',true)=");
	r302_statement_value(&row->v[R302_C_RUID]);
	return r302_statement_finds();
}

/* The interface does not tell why a statement failed: the server sorts out what is
 * wrong with the values from everything else. */
static int write_block(const struct r302_row *row)
{
	int refused;

	r302_statement_start();
	r302_statement_words("BEGIN ");
	put_head();
	put_values(row, 1);
	put_conflict(0);
	r302_statement_words("; ");
	if(r302_attrs_put(row))
		r302_statement_words("; ");
	r302_statement_words(
			"EXCEPTION WHEN data_exception OR integrity_constraint_violation "
			"OR with_check_option_violation OR program_limit_exceeded OR "
			"raise_exception THEN PERFORM set_config('r302.refused',");
	r302_statement_value(&row->v[R302_C_RUID]);
	r302_statement_words(",true); END");
	r302_statement_quote("DO ");
	if(r302_statement_run() < 0)
		return -1;
	refused = was_refused(row);
	return refused < 0 ? -1 : !refused;
}

static int write_statements(const struct r302_row *row)
{
	r302_statement_start();
	put_head();
	put_values(row, 1);
	if(end_upsert(is_plain(row)) < 0)
		return -1;
	r302_statement_start();
	return r302_attrs_put(row) == 0 || r302_statement_run() == 0 ? 1 : -1;
}

int r302_rows_write_one(const struct r302_row *row)
{
	if(r302_connection_dialect() == R302_SQL_POSTGRES)
		return write_block(row);
	if(r302_statement_is_unknown())
		return write_singly(row) < 0 ? -1 : 1;
	return write_statements(row);
}
