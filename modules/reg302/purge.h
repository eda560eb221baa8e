/**
 * @file
 * @brief Deleting rows of bindings that have expired.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_PURGE_H
#define R302_PURGE_H

#include <time.h>

#define R302_PURGE_ROWS 2000 /* the most in one step */

/**
 * Delete rows that have expired, and their attributes.
 *
 * PostgreSQL is asked for them page by page of the primary key, one with each call:
 * without an index on the column of times a refresh costs it a third. Others have
 * that index, and find the oldest first.
 *
 * @param rows  at most this many, and of no more than so many is asked
 * @param more  1: there may be some more, call again soon; unchanged with -1
 * @return how many, or -1 when the database is away
 */
int r302_database_purge(time_t now, int rows, int *more);

#endif
