/* SPDX-License-Identifier: MIT */
#include <time.h>
#include "../../core/dprint.h"
#include "../../core/sr_module.h"
#include "../../core/timer_proc.h"
#include "config.h"
#include "intern.h"
#include "location.h"
#include "persist.h"
#include "sweep.h"

/* A tick is short, so that a worker on the same core waits for no more than a
 * millisecond, also while a million bindings run out: 20,000 a second. What is
 * left over waits for the next tick; nothing expired is offered meanwhile. */
#define TICK_US 50000
#define BUDGET 1000

/* of the table of what bindings share: once around in some seven seconds */
#define REAP_BUCKETS 64

static void sweep(unsigned int ticks, void *param)
{
	struct r302_limits lim = r302_config_limits();

	(void)ticks;
	(void)param;
	r302_persist_answer_overdue();
	r302_location_sweep(time(NULL), lim.remember_users, BUDGET);
	r302_intern_reap(REAP_BUCKETS);
}

void r302_sweep_init(void)
{
	register_basic_timers(1);
}

int r302_sweep_start(void)
{
	if(fork_basic_utimer(PROC_TIMER, "reg302 sweep", 1, sweep, NULL, TICK_US)
			>= 0)
		return 0;
	LM_ERR("could not fork the process that drops expired bindings\n");
	return -1;
}
