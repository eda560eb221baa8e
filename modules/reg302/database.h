/**
 * @file
 * @brief The location table in a database: write in batches, load, purge.
 *
 * The only user of Kamailio's database interface (srdb1), so every driver of
 * Kamailio works; SQLite and PostgreSQL write a batch in few statements, the
 * others row by row. One connection per process. Nothing here is shared
 * between processes, and nothing is called under a bucket lock.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_DATABASE_H
#define R302_DATABASE_H

#include "codec.h"

struct r302_db_config
{
	str url;
	str table;				  /* location */
	str attrs;				  /* location_attrs */
	str column[R302_COLUMNS]; /* their names; len 0: the usual one */
	struct r302_codec codec;  /* widths is set by r302_database_bind() */
	int row_by_row; /* use no statements of our own even where they are known:
					 * for tests of what other drivers get */
};

enum r302_db_err
{
	R302_DB_OK,
	R302_DB_AWAY,	/* nothing was committed: try again, perhaps open again */
	R302_DB_REFUSED /* some rows were left out, the others are committed */
};

#define R302_BATCH_ROWS 1000	/* upserts in one batch */
#define R302_BATCH_DELETES 2000 /* removed ruids in one batch */

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
 * Find the driver that the URL names and see that it can do what is needed.
 * In mod_init. The config's texts are borrowed for good.
 * @return 0, or -1 and what to do is logged
 */
int r302_database_bind(const struct r302_db_config *c);

/**
 * Open this process's connection and check the version of the tables.
 * @return  0
 *         -1 the database is away
 *         -2 it is there, and is not Kamailio's schema; what to do is logged
 */
int r302_database_open(void);

/** Close it. Also when it is not open. */
void r302_database_close(void);

/** @return 1 when this process has a connection */
int r302_database_is_open(void);

/** Start a batch: forget the one before. */
void r302_batch_start(void);

/**
 * Take a binding into the batch, as it is now. Texts are copied.
 *
 * @param why  out with 1: why it cannot be a row; static
 *
 * @return  0
 *          1  it can never be a row: too long, not UTF-8. The batch is as before
 *         -1  the batch is full: write it first
 */
int r302_batch_upsert(str aor, const struct r302_binding *b, const char **why);

/**
 * Take the removal of a row into the batch. It is carried out before the
 * upserts, so a ruid may be in both.
 * @param aor  whose row it is, as it was written
 * @return 0, or -1 when the batch is full
 */
int r302_batch_delete(str aor, const struct r302_ruid *ruid);

/** @return upserts and removals in the batch */
int r302_batch_rows(void);

/**
 * Write the batch in one transaction. It stays as it is, to be written again.
 * @param refused  out: with R302_DB_REFUSED the rows left out, else n is 0
 */
enum r302_db_err r302_batch_write(struct r302_refused *refused);

/** What became of a row that was read. */
enum r302_taken
{
	R302_TAKEN, /* it is a binding now */
	R302_LEFT,	/* it is not, and stays where it is: no memory left, or a newer
				 * state of it will be written over it */
	R302_STALE	/* there is a newer one of the same phone: the row goes */
};

/**
 * Takes a row that is well formed and has not expired.
 * @param gone  out: rows of bindings that it took the place of, to be removed; n
 *              is 0 before
 */
typedef enum r302_taken (*r302_row_f)(
		const struct r302_loaded *l, struct r302_gone *gone, void *arg);

#define R302_PAGE_ROWS 500 /* a page of a good size */

/** A load under way, and what it came to so far. */
struct r302_load
{
	int64_t last_id; /* 0: at the start */
	long rows;		 /* read */
	long taken;
	long left;
	long stale;
	long expired;
	long malformed; /* the first few are logged, each with its id */
	long adopted;	/* taken, and given our ruid: they were usrloc's */
	int attrs;		/* private: 1 there are attributes, -1 there are none */
};

/**
 * Read the next page of rows, in the order of their id. Rows that another program
 * wrote get our ruid, so that they are found again, and rows of a binding that
 * another row tells of are removed, all in one transaction, before the page
 * counts as read.
 *
 * A driver for which no statements are known gives all rows in one page.
 *
 * @param rows  at most this many are in memory at once
 * @return 1 there may be more, 0 that was all, -1 the database is away (then
 *         load is as before the page, and the same page can be read again)
 */
int r302_database_load_page(struct r302_load *load, int rows, time_t now,
		r302_row_f each, void *arg);

/**
 * Delete rows that have expired, and their attributes.
 * @param rows  at most this many
 * @return how many, or -1 when the database is away
 */
int r302_database_purge(time_t now, int rows);

#endif
