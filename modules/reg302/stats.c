/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "../../core/dprint.h"
#include "stats.h"

static counter_handle_t counters[R302_COUNTERS_N];
static counter_handle_t refused[R302_OUTCOMES_N];
static counter_handle_t gauges[R302_GAUGES_N];

#define COUNTER(name, counter, text) {&counters[name], counter, 0, 0, 0, text},
#define GAUGE(name, gauge, text) {&gauges[name], gauge, 0, 0, 0, text},
#define REFUSAL(name, status, reason, counter, text) \
	{&refused[name], "register_refused_" counter, 0, 0, 0, text},

/* the first row of the outcomes is success and the last two are no refusals:
 * they get no counter */
#define R302_FIRST_REFUSAL R302_E_REQUEST
#define R302_LAST_REFUSAL R302_E_INTERNAL

static counter_def_t counter_rows[] = {
		R302_COUNTERS(COUNTER){0, 0, 0, 0, 0, 0}};
static counter_def_t refusal_rows[] = {
		R302_OUTCOMES(REFUSAL){0, 0, 0, 0, 0, 0}};
static counter_def_t gauge_rows[] = {R302_GAUGES(GAUGE){0, 0, 0, 0, 0, 0}};

int r302_stats_init(const counter_cbk_f read[R302_GAUGES_N])
{
	counter_def_t *first = &refusal_rows[R302_FIRST_REFUSAL];
	int i;

	for(i = 0; i < R302_GAUGES_N; i++)
		gauge_rows[i].get_cbk = read[i];
	memset(&refusal_rows[R302_LAST_REFUSAL + 1], 0, sizeof(counter_def_t));
	if(counter_register_array("reg302", gauge_rows) < 0
			|| counter_register_array("reg302", counter_rows) < 0
			|| counter_register_array("reg302", first) < 0) {
		LM_ERR("could not register the statistics of group reg302\n");
		return -1;
	}
	return 0;
}

void r302_stats_inc(enum r302_counter c)
{
	counter_inc(counters[c]);
}

void r302_stats_add(enum r302_counter c, int n)
{
	if(n)
		counter_add(counters[c], n);
}

void r302_stats_refused(enum r302_err err)
{
	if(err >= R302_FIRST_REFUSAL && err <= R302_LAST_REFUSAL)
		counter_inc(refused[err]);
}

static void each_row(
		const counter_def_t *row, r302_stats_visit visit, void *arg)
{
	for(; row->name; row++)
		visit(arg, row->name, (long)counter_get_val(*row->handle));
}

void r302_stats_each(r302_stats_visit visit, void *arg)
{
	each_row(gauge_rows, visit, arg);
	each_row(counter_rows, visit, arg);
	each_row(&refusal_rows[R302_FIRST_REFUSAL], visit, arg);
}
