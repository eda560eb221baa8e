/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <string.h>
#include "../../core/dprint.h"
#include "../../lib/srdb1/db.h"
#include "connection.h"

#define FIELDS_MAX 32 /* columns or conditions in one call */

static db_func_t db;
static db1_con_t *connection;
static str url;
static enum r302_dialect dialect;
static int updates_from;

static int url_is(const char *scheme)
{
	int n = (int)strlen(scheme);

	return url.len > n && memcmp(url.s, scheme, n) == 0 && url.s[n] == ':';
}

static enum r302_dialect dialect_of_url(void)
{
	if(!DB_CAPABILITY(db, DB_CAP_RAW_QUERY))
		return R302_SQL_NONE;
	if(url_is("sqlite"))
		return R302_SQL_SQLITE;
	return url_is("postgres") ? R302_SQL_POSTGRES : R302_SQL_NONE;
}

int r302_connection_bind(str u)
{
	url = u;
	if(db_bind_mod(&url, &db) < 0) {
		LM_ERR("parameter db_url: no database module for \"%.*s\": load one "
			   "before this module, as db_sqlite.so or db_postgres.so\n",
				(int)strcspn(url.s, ":"), url.s);
		return -1;
	}
	if(!DB_CAPABILITY(db, DB_CAP_ALL)) {
		LM_ERR("parameter db_url: this database module cannot query, insert, "
			   "update and delete: choose another one\n");
		return -1;
	}
	dialect = dialect_of_url();
	return 0;
}

enum r302_dialect r302_connection_dialect(void)
{
	return dialect;
}

/* SQLite can since 3.33, and reads JSON when it was built to */
static int try_update_from(void)
{
	static const str question = str_init(
			"SELECT 1 FROM json_each('[1]') WHERE sqlite_version()>='3.33'");
	struct r302_result result;
	int n;

	if(dialect == R302_SQL_POSTGRES)
		return 1;
	if(r302_connection_query(&result, question) < 0)
		return 0;
	n = result.n;
	r302_result_free(&result);
	return n == 1;
}

/* Readers in other processes go on while rows are written, a lock of another program
 * is waited for, and a batch touches its pages in memory. What "synchronous" promises
 * is left as the library has it. */
static const char *const sqlite[] = {"PRAGMA busy_timeout=1000",
		"PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=8000",
		"PRAGMA cache_size=-65536", NULL};

/* Every row is found by a key. For many at once PostgreSQL would read the whole table
 * instead, up to some 100,000 rows: each batch takes longer, the larger it is. */
static const char *const postgres[] = {"SET enable_hashjoin=off",
		"SET enable_mergejoin=off", "SET enable_seqscan=off", NULL};

static void set_up(const char *const *statement)
{
	struct r302_result result;
	str s;

	for(; *statement; statement++) {
		s.s = (char *)*statement;
		s.len = (int)strlen(*statement);
		if(r302_connection_query(&result, s) == 0)
			r302_result_free(&result);
		else
			LM_WARN("the database does not take \"%s\": going on without\n",
					*statement);
	}
}

int r302_connection_open(void)
{
	if(connection)
		return 0;
	connection = db.init(&url);
	if(connection == NULL)
		return -1;
	if(dialect != R302_SQL_NONE)
		set_up(dialect == R302_SQL_SQLITE ? sqlite : postgres);
	updates_from = dialect != R302_SQL_NONE && try_update_from();
	return 0;
}

int r302_connection_updates_from(void)
{
	return updates_from;
}

void r302_connection_close(void)
{
	if(connection)
		db.close(connection);
	connection = NULL;
}

int r302_connection_is_open(void)
{
	return connection != NULL;
}

int r302_connection_version(str table)
{
	return connection ? db_table_version(&db, connection, &table) : -1;
}

static int run_words(const char *words)
{
	str s = {(char *)words, (int)strlen(words)};

	return r302_connection_run(s);
}

/* db_sqlite has no transactions of its own; db_postgres has to know of ours, or
 * it would send a statement again over a new connection, outside of them */
int r302_connection_begin(void)
{
	if(connection == NULL)
		return -1;
	if(dialect == R302_SQL_SQLITE)
		return run_words("BEGIN IMMEDIATE");
	if(db.start_transaction == NULL)
		return 0;
	return db.start_transaction(connection, DB_LOCKING_NONE) < 0 ? -1 : 0;
}

int r302_connection_commit(void)
{
	if(connection == NULL)
		return -1;
	if(dialect == R302_SQL_SQLITE)
		return run_words("COMMIT");
	if(db.end_transaction == NULL)
		return 0;
	return db.end_transaction(connection) < 0 ? -1 : 0;
}

void r302_connection_rollback(void)
{
	if(connection == NULL)
		return;
	if(dialect == R302_SQL_SQLITE)
		run_words("ROLLBACK");
	else if(db.abort_transaction)
		db.abort_transaction(connection);
}

/* db_sqlite carries a statement out only when its result is asked for */
int r302_connection_run(str statement)
{
	struct r302_result result;

	if(r302_connection_query(&result, statement) < 0)
		return -1;
	r302_result_free(&result);
	return 0;
}

int r302_connection_query(struct r302_result *result, str statement)
{
	db1_res_t *res = NULL;

	if(connection == NULL || statement.len == 0
			|| db.raw_query(connection, &statement, &res) < 0)
		return -1;
	result->rows = res;
	result->n = res ? RES_ROW_N(res) : 0;
	return 0;
}

void r302_result_free(struct r302_result *result)
{
	if(result->rows && connection)
		db.free_result(connection, result->rows);
	result->rows = NULL;
	result->n = 0;
}

static struct r302_value text_value(const char *s, int len)
{
	struct r302_value v;

	v.kind = s ? R302_V_TEXT : R302_V_NULL;
	v.is.text.s = (char *)s;
	v.is.text.len = s ? len : 0;
	return v;
}

static struct r302_value number_value(int64_t n)
{
	struct r302_value v = {R302_V_NUMBER, {.number = n}};

	return v;
}

static struct r302_value real_value(double d)
{
	struct r302_value v = {R302_V_MILLI, {.number = 0}};

	if(d > -1e12 && d < 1e12) /* also: not a NaN */
		v.is.number = (int64_t)(d * 1000 + (d < 0 ? -0.5 : 0.5));
	return v;
}

static struct r302_value time_value(time_t t)
{
	struct r302_value v = {R302_V_TIME, {.time = t}};

	return v;
}

struct r302_value r302_result_value(
		const struct r302_result *result, int row, int column)
{
	const db_val_t *v = ROW_VALUES(RES_ROWS((db1_res_t *)result->rows) + row);

	v += column;
	if(VAL_NULL(v))
		return text_value(NULL, 0);
	switch(VAL_TYPE(v)) {
		case DB1_INT:
			return number_value(VAL_INT(v));
		case DB1_UINT:
			return number_value(VAL_UINT(v));
		case DB1_BITMAP:
			return number_value(VAL_BITMAP(v));
		case DB1_BIGINT:
			return number_value(VAL_BIGINT(v));
		case DB1_UBIGINT:
			return number_value((int64_t)VAL_UBIGINT(v));
		case DB1_DOUBLE:
			return real_value(VAL_DOUBLE(v));
		case DB1_DATETIME:
			return time_value(VAL_TIME(v));
		case DB1_STRING:
			return text_value(VAL_STRING(v),
					VAL_STRING(v) ? (int)strlen(VAL_STRING(v)) : 0);
		case DB1_STR:
		case DB1_BLOB:
			return text_value(VAL_STR(v).s, VAL_STR(v).len);
		default:
			return text_value(NULL, 0);
	}
}

/* ---- one row at a time */

static void set_value(db_val_t *to, const struct r302_value *v)
{
	memset(to, 0, sizeof(*to));
	switch(v->kind) {
		case R302_V_TEXT:
			VAL_TYPE(to) = DB1_STR;
			VAL_STR(to) = v->is.text;
			break;
		case R302_V_NUMBER:
			VAL_TYPE(to) = DB1_INT;
			VAL_INT(to) = (int)v->is.number;
			if(v->is.number < INT_MIN || v->is.number > INT_MAX) {
				VAL_TYPE(to) = DB1_BIGINT;
				VAL_BIGINT(to) = v->is.number;
			}
			break;
		case R302_V_MILLI:
			VAL_TYPE(to) = DB1_DOUBLE;
			VAL_DOUBLE(to) = (double)v->is.number / 1000;
			break;
		case R302_V_TIME:
			VAL_TYPE(to) = DB1_DATETIME;
			VAL_TIME(to) = v->is.time;
			break;
		default:
			VAL_TYPE(to) = DB1_STR;
			VAL_NULL(to) = 1;
	}
}

static void set_columns(db_key_t *keys, const str *columns, int n)
{
	int i;

	for(i = 0; i < n; i++)
		keys[i] = (str *)&columns[i];
}

static void set_values(db_val_t *vals, const struct r302_value *values, int n)
{
	int i;

	for(i = 0; i < n; i++)
		set_value(&vals[i], &values[i]);
}

/** What srdb1 wants of conditions. */
struct conditions
{
	db_key_t keys[FIELDS_MAX];
	db_op_t ops[FIELDS_MAX];
	db_val_t vals[FIELDS_MAX];
};

static void set_conditions(
		struct conditions *c, const struct r302_where *where, int n)
{
	int i;

	for(i = 0; i < n; i++) {
		c->keys[i] = (str *)&where[i].column;
		c->ops[i] = where[i].op;
		set_value(&c->vals[i], &where[i].value);
	}
}

struct r302_where r302_where(
		str column, const char *op, struct r302_value value)
{
	struct r302_where w = {column, op, value};

	return w;
}

static int use(const str *table, int n, int m)
{
	return connection && n <= FIELDS_MAX && m <= FIELDS_MAX
						   && db.use_table(connection, table) == 0
				   ? 0
				   : -1;
}

int r302_connection_insert(
		str table, const str *columns, const struct r302_value *values, int n)
{
	db_key_t keys[FIELDS_MAX];
	db_val_t vals[FIELDS_MAX];

	if(use(&table, n, 0) < 0)
		return -1;
	set_columns(keys, columns, n);
	set_values(vals, values, n);
	return db.insert(connection, keys, vals, n) < 0 ? -1 : 0;
}

int r302_connection_update(str table, const struct r302_where *where,
		int conditions, const str *columns, const struct r302_value *values,
		int n)
{
	db_key_t keys[FIELDS_MAX];
	db_val_t vals[FIELDS_MAX];
	struct conditions c;

	if(use(&table, n, conditions) < 0)
		return -1;
	set_conditions(&c, where, conditions);
	set_columns(keys, columns, n);
	set_values(vals, values, n);
	return db.update(connection, c.keys, c.ops, c.vals, keys, vals, conditions,
				   n) < 0
				   ? -1
				   : 0;
}

int r302_connection_remove(
		str table, const struct r302_where *where, int conditions)
{
	struct conditions c;

	if(use(&table, 0, conditions) < 0)
		return -1;
	set_conditions(&c, where, conditions);
	return db.delete(connection, c.keys, c.ops, c.vals, conditions) < 0 ? -1
																		: 0;
}

int r302_connection_find(struct r302_result *result, str table,
		const struct r302_where *where, int conditions, const str *columns,
		int n, const str *order)
{
	db_key_t keys[FIELDS_MAX];
	db1_res_t *res = NULL;
	struct conditions c;

	if(use(&table, n, conditions) < 0)
		return -1;
	set_conditions(&c, where, conditions);
	set_columns(keys, columns, n);
	if(db.query(connection, c.keys, c.ops, c.vals, keys, conditions, n,
			   (str *)order, &res)
			< 0)
		return -1;
	result->rows = res;
	result->n = res ? RES_ROW_N(res) : 0;
	return 0;
}
