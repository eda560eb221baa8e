/**
 * @file
 * @brief Rows of `location` of which only the times and the CSeq are new.
 *
 * Most of what a registrar writes: a phone that says once more what it said
 * before. Neither the long texts nor the indexes on them are written again.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_TIMES_H
#define R302_TIMES_H

#include "batch.h"
#include "statement.h"

/**
 * Bring expires, last_modified and CSeq of rows up to date, in the transaction
 * under way.
 *
 * @param lost  rows are added: those of every statement that did not find all of
 *              its rows (somebody else removed one), and those that cannot be
 *              written so. They are to be written as new ones
 * @return 0 or -1
 */
int r302_times_update(struct r302_some *lost, const struct r302_some *rows);

#endif
