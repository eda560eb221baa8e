/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "stats.h"

static counter_val_t forty_two(counter_handle_t h, void *param)
{
	return 42;
}

static counter_val_t seven(counter_handle_t h, void *param)
{
	return 7;
}

static const counter_cbk_f gauges[R302_GAUGES_N] = {
		forty_two, seven, seven, seven, seven, seven};

static void init_once(void)
{
	static int done;

	if(!done++)
		assert_int_equal(r302_stats_init(gauges), 0);
}

struct wanted
{
	const char *name;
	long value;
	int found;
};

static void look(void *arg, const char *name, long value)
{
	struct wanted *w = arg;

	if(strcmp(name, w->name) == 0) {
		w->value = value;
		w->found++;
	}
}

static long value_of(const char *name)
{
	struct wanted w = {name, -1, 0};

	init_once();
	r302_stats_each(look, &w);
	if(w.found != 1)
		fail_row("%s comes %d times\n", name, w.found);
	return w.value;
}

#define STATUS(name, status, reason, counter, text) {status, reason, counter},
static const struct
{
	int status;
	const char *reason;
	const char *counter;
} outcomes[] = {R302_OUTCOMES(STATUS)};

static void test_every_outcome_has_its_status_and_phrase(void **state)
{
	int i;

	assert_int_equal(N_OF(outcomes), R302_OUTCOMES_N);
	for(i = 0; i < R302_OUTCOMES_N; i++) {
		assert_int_equal(r302_error_status(i), outcomes[i].status);
		assert_str(*r302_error_reason(i), outcomes[i].reason);
		assert_int_equal(r302_error_reason(i)->s[r302_error_reason(i)->len], 0);
		assert_true(i == R302_OK ? outcomes[i].status == 200
								 : outcomes[i].status >= 400
										   && outcomes[i].status < 600);
	}
}

static void test_every_refusal_is_counted_under_its_own_name(void **state)
{
	char name[64];
	enum r302_err err;

	for(err = R302_E_REQUEST; err <= R302_E_INTERNAL; err++) {
		snprintf(name, sizeof(name), "register_refused_%s",
				outcomes[err].counter);
		assert_int_equal(value_of(name), 0);
		r302_stats_refused(err);
		r302_stats_refused(err);
		assert_int_equal(value_of(name), 2);
	}
}

static void test_what_is_no_refusal_is_not_counted(void **state)
{
	struct wanted w = {"register_refused_unknown", 0, 0};

	init_once();
	r302_stats_refused(R302_OK);
	r302_stats_refused(R302_E_UNKNOWN);
	r302_stats_refused(R302_E_UNBOUND);
	r302_stats_each(look, &w);
	assert_int_equal(w.found, 0);
	w.name = "register_refused_none";
	r302_stats_each(look, &w);
	assert_int_equal(w.found, 0);
}

static void test_every_counter_counts_for_itself(void **state)
{
#define COUNTER(name, counter, text) counter,
	static const char *const names[] = {R302_COUNTERS(COUNTER)};
	long total = 0, before;
	int c;

	for(c = 0; c < R302_COUNTERS_N; c++) {
		before = value_of(names[c]);
		r302_stats_inc(c);
		r302_stats_add(c, 9);
		r302_stats_add(c, 0);
		assert_int_equal(value_of(names[c]), before + 10);
	}
	for(c = 0; c < R302_COUNTERS_N; c++)
		total += value_of(names[c]);
	assert_int_equal(total, 10 * R302_COUNTERS_N);
}

static void test_gauges_are_read_when_asked(void **state)
{
	assert_int_equal(value_of("aors"), 42);
	assert_int_equal(value_of("bindings"), 7);
}

static void test_names_are_unique(void **state)
{
	int i, j;

	init_once();
	assert_int_equal(core_counters(), R302_GAUGES_N + R302_COUNTERS_N
											  + R302_E_INTERNAL - R302_E_REQUEST
											  + 1);
	for(i = 0; i < core_counters(); i++) {
		for(j = 0; j < i; j++)
			assert_string_not_equal(core_counter_name(i), core_counter_name(j));
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_every_outcome_has_its_status_and_phrase),
			FACT(test_every_refusal_is_counted_under_its_own_name),
			FACT(test_what_is_no_refusal_is_not_counted),
			FACT(test_every_counter_counts_for_itself),
			FACT(test_gauges_are_read_when_asked), FACT(test_names_are_unique)};

	UNIT_RUN(tests, argc, argv);
}
