/**
 * @file
 * @brief This process's connection to the database.
 *
 * The only user of Kamailio's database interface (srdb1): everybody else sees
 * values, statements and results of our own. One connection per process,
 * opened after the fork.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_CONNECTION_H
#define R302_CONNECTION_H

#include "sql.h"

/** Rows that a query found. */
struct r302_result
{
	void *rows; /* srdb1's; NULL: nothing to free */
	int n;
};

/** A condition on a column: "<", ">" or "=". */
struct r302_where
{
	str column;
	const char *op;
	struct r302_value value;
};

/** @return a condition */
struct r302_where r302_where(
		str column, const char *op, struct r302_value value);

/**
 * Find the driver that a URL names. In mod_init, after the driver was loaded.
 *
 * @param url  borrowed for good
 * @return 0, or -1 and what to do is logged
 */
int r302_connection_bind(str url);

/** @return how statements have to look; R302_SQL_NONE: only insert, update,
 * remove and find can be used */
enum r302_dialect r302_connection_dialect(void);

/** @return 1 when the server takes UPDATE ... FROM in the form that times.c
 * writes; known when it is open */
int r302_connection_updates_from(void);

/** @return 0, or -1: there is no database. Nothing when it is open already. */
int r302_connection_open(void);

void r302_connection_close(void);

/** @return 1 when it is open */
int r302_connection_is_open(void);

/** @return the version of a table as the table "version" has it, 0 when it is
 * not listed, -1 when that cannot be read */
int r302_connection_version(str table);

/** Start a transaction; no operation for a driver without. @return 0 or -1 */
int r302_connection_begin(void);

/** @return 0, or -1: nothing was committed, or nobody knows whether. Call
 * r302_connection_rollback() then. */
int r302_connection_commit(void);

/** Leave a transaction, whatever has become of it. */
void r302_connection_rollback(void);

/** Carry out a statement that finds nothing. @return 0 or -1 */
int r302_connection_run(str statement);

/** Carry out a query. @return 0, and result is to be freed; or -1 */
int r302_connection_query(struct r302_result *result, str statement);

/** @return a value of a result; texts are borrowed from it */
struct r302_value r302_result_value(
		const struct r302_result *result, int row, int column);

/** Free a result. Also when it is empty. */
void r302_result_free(struct r302_result *result);

/* The same without statements, one row at a time: what every driver can. */

int r302_connection_insert(
		str table, const str *columns, const struct r302_value *values, int n);

int r302_connection_update(str table, const struct r302_where *where,
		int conditions, const str *columns, const struct r302_value *values,
		int n);

int r302_connection_remove(
		str table, const struct r302_where *where, int conditions);

/** @param order  a column; may be NULL */
int r302_connection_find(struct r302_result *result, str table,
		const struct r302_where *where, int conditions, const str *columns,
		int n, const str *order);

#endif
