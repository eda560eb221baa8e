/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "../../core/clist.h"
#include "../../core/sr_module.h"
#include "../../core/timer.h"
#include "../../core/timer_funcs.h"
#include "../../modules/tm/tm_load.h"
#include "timers.h"

static struct tm_binds tm;

void r302_timers_init(void)
{
	load_tm_f load = (load_tm_f)find_export("load_tm", NO_SCRIPT, 0);

	if(load == NULL || load(&tm) < 0)
		memset(&tm, 0, sizeof(tm));
}

static int is_head(const struct timer_ln *tl)
{
	const char *p = (const char *)tl;

	return p >= (const char *)timer_lst && p < (const char *)(timer_lst + 1);
}

/* Who died in the middle of a change leaves a list that runs into another one, or
 * into what was done already. */
static void disarm_lists(const struct timer_head *head, int n)
{
	struct timer_ln *tl;

	for(; n > 0; n--, head++) {
		for(tl = head->next; tl && !is_head(tl) && (tl->flags & F_TIMER_ACTIVE);
				tl = tl->next)
			tl->flags &= ~F_TIMER_ACTIVE;
	}
}

static void disarm_transaction(struct cell *t)
{
	int i;

	t->uas.response.t_active = 0;
	for(i = 0; i < t->nr_of_outgoings; i++) {
		t->uac[i].request.t_active = 0;
		t->uac[i].local_cancel.t_active = 0;
	}
}

/* the timer that was running is in no list */
static void disarm_transactions(struct s_table *table)
{
	struct cell *t;
	int i;

	for(i = 0; i < TABLE_ENTRIES; i++) {
		clist_foreach(&table->entries[i], t, next_c)
		{
			disarm_transaction(t);
		}
	}
}

void r302_timers_disarm(void)
{
	struct s_table *table = tm.get_table ? tm.get_table() : NULL;

	if(table)
		disarm_transactions(table);
	if(timer_lst == NULL)
		return;
	disarm_lists(timer_lst->h0, H0_ENTRIES);
	disarm_lists(timer_lst->h1, H1_ENTRIES);
	disarm_lists(timer_lst->h2, H2_ENTRIES);
	disarm_lists(&timer_lst->expired, 1);
}
