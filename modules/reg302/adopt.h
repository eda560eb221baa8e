/**
 * @file
 * @brief Rows that another program wrote become rows of ours.
 *
 * While a page is loaded they are gathered, with the rows that go because another
 * row tells of the same binding; then all is done in one transaction.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_ADOPT_H
#define R302_ADOPT_H

#include "codec.h"

/** Start with nothing. The batch is used for the rows that go. */
void r302_adopt_start(void);

/**
 * A row gets our ruid: its attributes and what else names it follow.
 * @param row  as it was read, texts borrowed until it is settled; it is changed to
 *             what it will be
 */
void r302_adopt_row(struct r302_row *row, const struct r302_loaded *l);

/**
 * The row of a binding goes: another one took its place. It may be one that was to
 * get its name by r302_adopt_row().
 * @param by  the ruid of the row in hand; when it is the same, nothing goes
 * @return 0, or -1: no room (settle first)
 */
int r302_adopt_drop(
		str aor, const struct r302_ruid *ruid, const struct r302_ruid *by);

/** @return 1 when the rows of one more user may not fit */
int r302_adopt_is_almost_full(void);

/**
 * Do all that, in one transaction, and start again.
 * @param last_id  rows up to this one have been read
 * @return 0, or -1: nothing was done
 */
int r302_adopt_settle(int64_t last_id);

#endif
