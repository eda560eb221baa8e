/* SPDX-License-Identifier: MIT */
#include <time.h>
#include "../../core/dprint.h"
#include "../../core/timer.h"
#include "config.h"
#include "intern.h"
#include "location.h"
#include "persist.h"
#include "sweep.h"

/* Records a second: about ten milliseconds of the timer process. What is left
 * over waits a second; nothing expired is offered meanwhile. */
#define BUDGET 20000

/* of the table of what bindings share: once around in sixteen seconds */
#define REAP_BUCKETS 512

static void sweep(unsigned int ticks, void *param)
{
	struct r302_limits lim = r302_config_limits();

	(void)ticks;
	(void)param;
	r302_persist_refuse_overdue();
	r302_location_sweep(time(NULL), lim.remember_users, BUDGET);
	r302_intern_reap(REAP_BUCKETS);
}

int r302_sweep_init(void)
{
	if(register_timer(sweep, NULL, 1) < 0) {
		LM_ERR("could not register the timer that drops expired bindings\n");
		return -1;
	}
	return 0;
}
