/**
 * @file
 * @brief A copy of the bindings of one AOR, for readers.
 *
 * It belongs to the caller and holds everything inside itself, also what the
 * bindings share with others: copied under the bucket lock, read after it. A snapshot is as large as
 * the largest block, so it is kept as scratch memory of the process, not on
 * the stack.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_SNAPSHOT_H
#define R302_SNAPSHOT_H

#include "binding.h"
#include "limits.h"

struct r302_snapshot
{
	int n; /* live bindings */
	/* best first: highest q, then the most recently registered; of one
	 * REGISTER first those that it added, in its order */
	const struct r302_binding *binding[R302_CONTACTS_MAX];
	union
	{
		struct r302_record record;
		char block[R302_RECORD_MAX];
	} copy;
};

/** Copy a record. Needs its bucket lock. NULL gives an empty snapshot. */
void r302_snapshot_copy_locked(
		struct r302_snapshot *snap, const struct r302_record *rec);

/** List and sort what was copied. Without the lock, and before reading. */
void r302_snapshot_open(struct r302_snapshot *snap, time_t now);

#endif
