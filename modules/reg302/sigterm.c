/* SPDX-License-Identifier: MIT */
#include <unistd.h>
#include "../../core/dprint.h"
#include "../../core/events.h"
#include "../../core/globals.h"
#include "../../core/mem/shm_mem.h"
#include "sigterm.h"

static volatile int *is_ending; /* shm */
static sr_corecb_void_f others; /* whoever else wants to know */

static void tell(void)
{
	*is_ending = 1;
	if(others)
		others();
}

int r302_sigterm_init(void)
{
	sr_corecb_t *callbacks = sr_corecb_get();

	is_ending = shm_malloc(sizeof(*is_ending));
	if(is_ending == NULL) {
		LM_ERR("no shared memory: give Kamailio more with -m\n");
		return -1;
	}
	*is_ending = 0;
	others = callbacks->app_shutdown;
	callbacks->app_shutdown = tell;
	return 0;
}

void r302_sigterm_heed(void)
{
	if(!_ksr_is_main && *is_ending)
		_exit(0);
}
