/**
 * @file
 * @brief Loading what the database holds, page by page.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_LOAD_H
#define R302_LOAD_H

#include "codec.h"

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

#endif
