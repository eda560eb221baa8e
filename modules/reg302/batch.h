/**
 * @file
 * @brief A batch: the rows that are to be written, and removed, together.
 *
 * Scratch memory of the process that writes. It names no row twice: PostgreSQL
 * refuses a statement that would, and what is newer has to count. Pure: no
 * database.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_BATCH_H
#define R302_BATCH_H

#include "codec.h"

#define R302_BATCH_ROWS 1000	/* upserts in one batch */
#define R302_BATCH_DELETES 2000 /* removed ruids in one batch */

/** Some of its rows. */
struct r302_some
{
	const struct r302_row *row[R302_BATCH_ROWS];
	int n;
};

/** A row that goes. */
struct r302_leaving
{
	str user;
	str ruid;
};

/** Read by who writes it, changed by the functions below only. */
struct r302_batch
{
	struct r302_row row[R302_BATCH_ROWS];
	str aor[R302_BATCH_ROWS];
	int rows;
	struct r302_leaving leaving[R302_BATCH_DELETES];
	int deletes;
	const struct r302_codec *codec;
};

/** @param codec  how rows are written, borrowed for good; once per process */
void r302_batch_init(const struct r302_codec *codec);

/** @return the batch of this process */
const struct r302_batch *r302_batch(void);

/** Start a batch: forget the one before. */
void r302_batch_start(void);

/**
 * Take a binding into the batch, as it is now. Texts are copied. It takes the
 * place of an older state of it in the batch.
 *
 * @param stored  1: nothing but its times and its CSeq is new to its row
 * @param why     out with 1: why it cannot be a row; static
 *
 * @return  0
 *          1  it can never be a row: too long, not UTF-8. The batch is as before
 *         -1  the batch is full: write it first
 */
int r302_batch_upsert(
		str aor, const struct r302_binding *b, int stored, const char **why);

/**
 * Take the removal of a row into the batch. An upsert of it that is in the batch
 * is taken out; one that comes later counts: removals are carried out before
 * the upserts.
 * @param aor  whose row it is, as it was written
 * @return 0, or -1 when the batch is full
 */
int r302_batch_delete(str aor, const struct r302_ruid *ruid);

/** Take the removal of a row into the batch, texts borrowed. @return as above */
int r302_batch_leave(str user, str ruid);

/** @return upserts and removals in the batch */
int r302_batch_rows(void);

/** @return 1 when it may have no room for the removal of all rows of a user */
int r302_batch_is_almost_full(void);

#endif
