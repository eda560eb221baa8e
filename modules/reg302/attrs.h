/**
 * @file
 * @brief What a row has in `location_attrs`: what the columns of `location` cannot
 * tell.
 *
 * The source of a REGISTER, and the parameters of a Contact in pieces that fit
 * the column.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_ATTRS_H
#define R302_ATTRS_H

#include "batch.h"
#include "statement.h"

#define R302_ATTRS_PIECE 512 /* bytes of a value */
#define R302_ATTRS_PIECES 5	 /* of the longest parameters */

/** Insert the attributes of rows. @return 0 or -1 */
int r302_attrs_insert(const struct r302_some *rows);

/** Write "INSERT ..." for the attributes of a row into the statement under way,
 * nothing when it has none. @return how many it has */
int r302_attrs_put(const struct r302_row *row);

/** Remove the attributes of rows. @return 0 or -1 */
int r302_attrs_remove(const struct r302_some *rows);

/** Remove the attributes of the rows that leave by the batch. @return 0 or -1 */
int r302_attrs_leave(void);

/** Give the attributes of a row to another ruid. Through statements or without.
 * @return 0 or -1 */
int r302_attrs_rename(str user, str old, str own);

/* Through the interface, for drivers that are not known. */

int r302_attrs_insert_singly(const struct r302_row *row);

int r302_attrs_remove_singly(str user, str ruid);

/** Find the attributes of a row: two columns, name and value, in the order of the
 * names. @return 0 or -1 */
int r302_attrs_find_singly(
		struct r302_result *result, const struct r302_row *row);

/** Texts of the attributes of a row that was read. */
struct r302_attrs
{
	char params[R302_ATTRS_PIECE * R302_ATTRS_PIECES];
};

/** Give an attribute that was found to its row. One of another program is none of
 * ours. Texts are borrowed from the result and from attrs. */
void r302_attrs_take(struct r302_attrs *attrs, struct r302_row *row,
		const struct r302_value *name, const struct r302_value *value);

/** Whether there are attributes at all. @return 1, 0 or -1 */
int r302_attrs_exist(void);

/** Find the attributes of rows from (but not with) an id, up to another: id, name
 * and value, in this order. @return 0 or -1 */
int r302_attrs_find(struct r302_result *result, int64_t from, int64_t to);

#endif
