/**
 * @file
 * @brief Values, and statements about many rows at once.
 *
 * The database interface of Kamailio writes one row per statement; SQLite and
 * PostgreSQL write hundreds in one. This builds the text of such statements.
 * Pure: nothing but the text comes out, and whatever a value holds stays a
 * value in it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_SQL_H
#define R302_SQL_H

#include <stdint.h>
#include <stddef.h>
#include <time.h>
#include "../../core/str.h"

enum r302_kind
{
	R302_V_NULL,
	R302_V_TEXT,
	R302_V_NUMBER,
	R302_V_MILLI, /* a real number, in thousandths */
	R302_V_TIME
};

struct r302_value
{
	enum r302_kind kind;
	union
	{
		str text; /* borrowed */
		int64_t number;
		time_t time;
	} is;
};

/** @return a value that is this text, borrowed */
struct r302_value r302_value_text(str text);

/** How a server wants its statements. */
enum r302_dialect
{
	R302_SQL_NONE,	  /* not known: row by row through the interface */
	R302_SQL_SQLITE,  /* a time is a Julian day, as db_sqlite writes it */
	R302_SQL_POSTGRES /* a time is local, as srdb1 writes it */
};

/** A statement under way, in the caller's buffer. */
struct r302_sql
{
	char *s;
	size_t size;
	size_t len;
	int full; /* something did not fit: the statement is of no use */
	enum r302_dialect dialect;
};

/** Start with nothing. */
void r302_sql_start(
		struct r302_sql *sql, char *buf, size_t size, enum r302_dialect d);

/** Write words of ours, as they are. */
void r302_sql_words(struct r302_sql *sql, const char *words);

/** Write the name of a table or a column, as it is: see r302_sql_is_name(). */
void r302_sql_name(struct r302_sql *sql, str name);

/** @return 1 when a name can be written without quotes: letters, digits and
 * '_', and a '.' between a schema and a table; else 0 */
int r302_sql_is_name(str name);

/**
 * Write a text as a literal. Quotes are doubled; a text with a backslash is
 * written for PostgreSQL in the form that reads alike whatever the server's
 * standard_conforming_strings is. It must not hold a NUL (the codec sees to
 * that).
 */
void r302_sql_text(struct r302_sql *sql, str text);

void r302_sql_number(struct r302_sql *sql, int64_t n);

/**
 * Write a point in time as the driver of usrloc does. PostgreSQL: local time,
 * by the zone of this process. SQLite: a Julian day, a quarter of a second
 * early where db_sqlite writes half a second, since it cuts when it reads and
 * would lose a second every other time.
 */
void r302_sql_time(struct r302_sql *sql, time_t t);

/** Write a value of any kind as a literal. */
void r302_sql_value(struct r302_sql *sql, const struct r302_value *v);

/** @return the statement, borrowed; empty when something did not fit */
str r302_sql_str(const struct r302_sql *sql);

#endif
