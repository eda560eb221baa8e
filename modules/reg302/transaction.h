/**
 * @file
 * @brief Writing the batch, in one transaction.
 *
 * SQLite and PostgreSQL take it in few statements, other drivers row by row. A
 * row that the database refuses does not keep the others out.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_TRANSACTION_H
#define R302_TRANSACTION_H

#include "batch.h"

enum r302_db_err
{
	R302_DB_OK,
	R302_DB_AWAY,	/* nothing was committed: try again, perhaps open again */
	R302_DB_REFUSED /* some rows were left out, the others are committed */
};

/** Rows of a batch that the database does not take. */
struct r302_refused
{
	int n;
	struct
	{
		str aor; /* borrowed from the batch until the next one is started */
		struct r302_ruid ruid;
		const char *why; /* words of a sentence; static */
	} row[R302_BATCH_ROWS];
};

/**
 * Write the batch in one transaction. It stays as it is, to be written again.
 *
 * A row is refused only for what is in it. What keeps every row out (a disk that
 * is full, memory, a database that is read only, a lock) is R302_DB_AWAY.
 *
 * @param refused  out: with R302_DB_REFUSED the rows left out, else n is 0
 */
enum r302_db_err r302_batch_write(struct r302_refused *refused);

#endif
