/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "snapshot.h"

void r302_snapshot_copy_locked(
		struct r302_snapshot *snap, const struct r302_record *rec)
{
	if(rec)
		r302_record_copy(&snap->copy.record, rec);
	else
		snap->copy.record.n = 0;
}

static int rank_of_q(const struct r302_binding *b)
{
	return b->q_milli == R302_Q_NONE ? 1000 : b->q_milli;
}

static int goes_before(
		const struct r302_binding *a, const struct r302_binding *b)
{
	if(rank_of_q(a) != rank_of_q(b))
		return rank_of_q(a) > rank_of_q(b);
	return a->modified > b->modified;
}

/* insertion sort: stable, and a user has a handful of phones */
void r302_snapshot_open(struct r302_snapshot *snap, time_t now)
{
	const struct r302_record *rec = &snap->copy.record;
	const struct r302_binding *b;
	int i, at;

	snap->n = 0;
	for(i = 0; i < rec->n; i++) {
		b = &rec->binding[i];
		if(!r302_binding_is_live(b, now))
			continue;
		for(at = snap->n; at > 0 && goes_before(b, snap->binding[at - 1]); at--)
			snap->binding[at] = snap->binding[at - 1];
		snap->binding[at] = b;
		snap->n++;
	}
}
