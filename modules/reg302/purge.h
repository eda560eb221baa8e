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
 * @param rows  at most this many
 * @return how many, or -1 when the database is away
 */
int r302_database_purge(time_t now, int rows);

#endif
