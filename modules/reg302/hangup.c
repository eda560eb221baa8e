/* SPDX-License-Identifier: MIT */
#include <time.h>
#include "../../core/dprint.h"
#include "../../core/globals.h"
#include "../../core/tcp_info.h"
#include "../../core/timer.h"
#include "config.h"
#include "flow.h"
#include "hangup.h"
#include "location.h"
#include "persist.h"

/* Records a second, some milliseconds of the timer process. Each is copied
 * first: whether a connection is open is asked without a lock. */
#define BUDGET 10000

static struct r302_snapshot snapshot;
static struct r302_gone gone;
static struct r302_cursor cursor;
/* a connection was open in this turn, or rows of an earlier life of the server
 * were loaded: there has to be a next one */
static int wanted = 1;

static int has_connections(void)
{
	struct tcp_gen_info info;

	if(tcp_disable)
		return 0; /* tcp_get_info() would read what was never made */
	tcp_get_info(&info);
	return info.tcp_connections_no > 0;
}

/* @return how many connections of the user's phones are closed */
static int find_closed(int closed[R302_CONTACTS_MAX])
{
	const struct r302_binding *b;
	int i, n = 0;

	for(i = 0; i < snapshot.n; i++) {
		b = snapshot.binding[i];
		if(!r302_flow_is_needed(b))
			continue;
		/* the core counts a connection out some time before it forgets it */
		if(r302_flow_is_open(b))
			wanted = 1;
		else
			closed[n++] = r302_binding_source(b).connection;
	}
	return n;
}

/* What the database cannot be told of now stays until it can: it is not offered
 * all the same. */
static void end_flows(
		str aor, const int *closed, int n, uint32_t remember, time_t now)
{
	if(!r302_persist_is_on()) {
		r302_location_end_flows(aor, closed, n, remember, now, NULL);
		return;
	}
	if(r302_persist_reserve(0, R302_WANTED_REMOVE) != R302_OK) {
		wanted = 1;
		return;
	}
	r302_location_end_flows(aor, closed, n, remember, now, &gone);
	if(gone.n)
		r302_persist_post(0, aor, &gone, NULL);
	else
		r302_persist_cancel(0);
}

static void look_at_one(uint32_t remember, time_t now)
{
	int closed[R302_CONTACTS_MAX], n;

	r302_snapshot_open(&snapshot, now);
	n = find_closed(closed);
	if(n)
		end_flows(r302_aor_str(&cursor.aor), closed, n, remember, now);
}

/* @return 1 at the end of a turn, 0 when there is more */
static int walk(uint32_t remember, time_t now)
{
	int left;

	for(left = BUDGET; left; left--) {
		if(!r302_table_next(&cursor, &snapshot.copy.record))
			return 1;
		look_at_one(remember, now);
	}
	return 0;
}

static int is_at_start(void)
{
	return cursor.aor.len == 0;
}

/* A turn that has begun is finished, and after the last connection has closed
 * there is one more. A phone may have come and gone between two ticks. */
static void hang_up(unsigned int ticks, void *param)
{
	struct r302_limits lim = r302_config_limits();
	int now_open = r302_flow_is_noted() || has_connections();

	(void)ticks;
	(void)param;
	if(is_at_start() && !wanted && !now_open)
		return;
	if(is_at_start())
		wanted = 0;
	wanted |= now_open;
	if(walk(lim.remember_users, time(NULL)))
		cursor.aor.len = cursor.done = 0;
}

int r302_hangup_init(void)
{
	if(r302_flow_init() < 0 || register_timer(hang_up, NULL, 1) < 0) {
		LM_ERR("could not register the timer that drops bindings whose "
			   "connection is closed\n");
		return -1;
	}
	return 0;
}
