/**
 * @file
 * @brief A statement about the tables of the configuration, under way.
 *
 * There is one at a time in each process; it needs a connection whose dialect is
 * known.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_STATEMENT_H
#define R302_STATEMENT_H

#include "connection.h"
#include "database.h"

#define R302_STATEMENT_MAX (128 * 1024) /* bytes; a row needs 20,000 at most */

/** Start with nothing. */
void r302_statement_start(void);

/** Write words of ours, as they are. */
void r302_statement_words(const char *words);

/** Write the name of a table, or of a column of location_attrs. */
void r302_statement_name(str name);

/** Write the name of a column of location. */
void r302_statement_column(enum r302_column c);

/** Write the names of columns of location, with commas between. */
void r302_statement_columns(const enum r302_column *c, int n);

/** Write a value as a literal. */
void r302_statement_value(const struct r302_value *v);

void r302_statement_text(str text);

void r302_statement_number(int64_t n);

/** Write "name=value". */
void r302_statement_set(str name, const struct r302_value *v);

/** Make the statement a literal behind these words. */
void r302_statement_quote(const char *words);

/** @return 1 when it is so long that nothing large should be added */
int r302_statement_is_long(void);

/** A list of texts under way, cut into several statements when it is long. */
struct r302_list
{
	int (*text)(str *, int); /* gives the nth text; 0 at the end */
	int from;				 /* the first text of this statement */
	int n;					 /* texts in it */
};

/** Write "('a','b')": as many as fit into a part of a statement, n says how
 * many. */
void r302_statement_list(struct r302_list *l, int part);

/** Carry it out; it finds nothing. @return 0 or -1 */
int r302_statement_run(void);

/** Start, write these words, carry it out. @return 0 or -1 */
int r302_statement_run_words(const char *words);

/** Carry it out. @return 0, and result is to be freed; or -1 */
int r302_statement_query(struct r302_result *result);

/** Carry it out. @return 1 it finds a row, 0 it finds none, -1 */
int r302_statement_finds(void);

/** @return 1 when there are no statements for this driver: everything goes row
 * by row through the functions of connection.h */
int r302_statement_is_unknown(void);

#endif
