/**
 * @file
 * @brief Rows of `location`: written and removed, in the transaction under way.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_ROWS_H
#define R302_ROWS_H

#include "batch.h"
#include "statement.h"

/** Write the rows of the batch, and their attributes. What is stored already is
 * not written again, unless the row has gone. @return 0 or -1 */
int r302_rows_write(void);

/** Remove the attributes of the rows of the batch, before each of them is written
 * on its own. @return 0 or -1 */
int r302_rows_strip(void);

/**
 * Write one row, which need not be in the batch, and its attributes; it has none
 * at the time. All of it is written.
 * @return  1 written
 *          0 refused for what is in it, and nothing else has been harmed
 *         -1 not written, nobody knows why; the transaction may be of no use
 */
int r302_rows_write_one(const struct r302_row *row);

/** Rows of the batch came over a connection last time, and do not now: what
 * r302_rows_write_one() leaves as it is for the sake of speed. @return 0 or -1 */
int r302_rows_forget_connections(void);

/** Remove the rows that leave by the batch, and their attributes. @return 0 or -1 */
int r302_rows_remove(void);

/** Remove a row and its attributes through the interface. @return 0 or -1 */
int r302_rows_remove_singly(const struct r302_leaving *leaving);

/** Gives the ruids that leave by the batch to a struct r302_list. */
int r302_rows_leaving(str *text, int i);

#endif
