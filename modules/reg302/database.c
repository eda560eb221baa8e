/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include "../../core/dprint.h"
#include "connection.h"
#include "database.h"

#define LOCATION_VERSION 9
#define ATTRS_VERSION 1

static struct r302_db_config config;

/* ---- names */

static int check_name(const char *what, str name)
{
	if(r302_sql_is_name(name))
		return 0;
	LM_ERR("parameter %s is \"%.*s\": give a name of letters, digits and _\n",
			what, name.len, name.s);
	return -1;
}

static int check_names(void)
{
	char what[64];
	int i, bad = 0;

	bad |= check_name("db_table", config.table);
	bad |= check_name("db_attrs_table", config.attrs);
	for(i = 0; i < R302_COLUMNS; i++) {
		if(config.column[i].len == 0) {
			config.column[i].s = (char *)r302_column_name(i);
			config.column[i].len = (int)strlen(config.column[i].s);
		}
		snprintf(what, sizeof(what), "%s_column", r302_column_name(i));
		bad |= check_name(what, config.column[i]);
	}
	return bad;
}

const struct r302_db_config *r302_database_config(void)
{
	return &config;
}

int r302_database_bind(const struct r302_db_config *c)
{
	config = *c;
	if(check_names() < 0 || r302_connection_bind(config.url) < 0)
		return -1;
	/* SQLite holds a text of any length in any column */
	config.codec.widths = strncmp(config.url.s, "sqlite:", 7) != 0;
	r302_batch_init(&config.codec);
	return 0;
}

/* ---- connection */

static int check_version(str table, int expected)
{
	int version = r302_connection_version(table);

	if(version == expected)
		return 0;
	if(version < 0)
		LM_ERR("the table \"version\" cannot be read: create Kamailio's tables "
			   "(kamdbctl create, or cfg/schema for SQLite and PostgreSQL)\n");
	else if(version == 0)
		LM_ERR("the table \"version\" does not list \"%.*s\": create the "
			   "tables "
			   "of Kamailio's usrloc (usrloc-create.sql), or correct db_table "
			   "or db_attrs_table\n",
				table.len, table.s);
	else
		LM_ERR("the table \"%.*s\" has version %d, and %d is needed: use the "
			   "schema of the installed Kamailio\n",
				table.len, table.s, version, expected);
	return -1;
}

static int is_alive(void)
{
	str statement = str_init("SELECT 1");

	return r302_connection_dialect() == R302_SQL_NONE
		   || r302_connection_run(statement) == 0;
}

/* a query that finds nothing, for what the server says about its columns */
static int check_columns(str table, const str *columns, int n)
{
	static const str none = str_init("r302-none");
	struct r302_where w = r302_where(columns[0], "=", r302_value_text(none));
	struct r302_result result;

	if(r302_connection_find(&result, table, &w, 1, columns, n, NULL) == 0) {
		r302_result_free(&result);
		return 0;
	}
	if(is_alive())
		LM_ERR("the table \"%.*s\" is not there, or has not all the columns "
			   "of Kamailio's usrloc, or cannot be read: create it "
			   "(usrloc-create.sql), or correct db_table, db_attrs_table or "
			   "the names of the columns\n",
				table.len, table.s);
	return -1;
}

static int has_tables(void)
{
	static const str attrs[] = {str_init("ruid"), str_init("username"),
			str_init("domain"), str_init("aname"), str_init("atype"),
			str_init("avalue"), str_init("last_modified")};

	return check_columns(config.table, config.column, R302_COLUMNS) == 0
		   && check_columns(config.attrs, attrs,
					  (int)(sizeof(attrs) / sizeof(*attrs)))
					  == 0;
}

static const char *const columns_of_sqlite[] = {
		"SELECT 1 FROM pragma_table_info(", ") WHERE lower(name)=lower(",
		") AND upper(type) LIKE '%INT%'"};
static const char *const columns_of_postgres[] = {
		"SELECT 1 FROM pg_attribute WHERE attrelid=CAST(",
		" AS regclass) AND attname=lower(",
		") AND atttypid IN (CAST('int8' AS regtype),CAST('int4' AS regtype))"};

/* @return 1 when a column for a time is made for a number */
static int is_number(enum r302_column c)
{
	enum r302_dialect dialect = r302_connection_dialect();
	const char *const *words = dialect == R302_SQL_SQLITE ? columns_of_sqlite
														  : columns_of_postgres;
	struct r302_result result;
	struct r302_sql sql;
	char buf[512];
	int n;

	if(dialect == R302_SQL_NONE)
		return 0;
	r302_sql_start(&sql, buf, sizeof(buf), dialect);
	r302_sql_words(&sql, words[0]);
	r302_sql_text(&sql, config.table);
	r302_sql_words(&sql, words[1]);
	r302_sql_text(&sql, config.column[c]);
	r302_sql_words(&sql, words[2]);
	if(r302_connection_query(&result, r302_sql_str(&sql)) < 0)
		return 0;
	n = result.n;
	r302_result_free(&result);
	return n > 0;
}

/* usrloc has a parameter that makes times numbers */
static int check_times(void)
{
	if(!is_number(R302_C_EXPIRES) && !is_number(R302_C_LAST_MODIFIED))
		return 0;
	LM_ERR("the table \"%.*s\" keeps times as numbers (expires_type of "
		   "usrloc), which this module does not: make %.*s and %.*s TIMESTAMP "
		   "columns, as in Kamailio's schema\n",
			config.table.len, config.table.s, config.column[R302_C_EXPIRES].len,
			config.column[R302_C_EXPIRES].s,
			config.column[R302_C_LAST_MODIFIED].len,
			config.column[R302_C_LAST_MODIFIED].s);
	return -1;
}

/* @return 0, -1 away, -2 not Kamailio's */
static int check_schema(void)
{
	if(!is_alive())
		return -1;
	if(check_version(config.table, LOCATION_VERSION) == 0
			&& check_version(config.attrs, ATTRS_VERSION) == 0 && has_tables()
			&& check_times() == 0)
		return 0;
	return is_alive() ? -2 : -1;
}

int r302_database_open(void)
{
	int ret;

	if(r302_connection_open() < 0)
		return -1;
	ret = check_schema();
	if(ret < 0)
		r302_connection_close();
	return ret;
}

void r302_database_close(void)
{
	r302_connection_close();
}

int r302_database_is_open(void)
{
	return r302_connection_is_open();
}
