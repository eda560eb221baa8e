/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "intern.h"

static long blocks_before, breaches_before;

int unit_setup(void **state)
{
	(void)state;
	core_log_clear();
	blocks_before = core_live_blocks();
	breaches_before = core_breaches();
	return r302_intern_init();
}

int unit_teardown(void **state)
{
	long refs;
	int bad = 0;

	(void)state;
	core_fail_at(0);
	core_fail_all(0);
	core_meanwhile(NULL);
	given_free_texts();
	refs = r302_intern_destroy();
	if(refs) {
		print_error("%ld references to what is shared are left\n", refs);
		bad = -1;
	}
	if(core_live_blocks() != blocks_before) {
		print_error("%ld blocks of shm are left\n",
				core_live_blocks() - blocks_before);
		bad = -1;
	}
	if(core_breaches() != breaches_before) {
		print_error("rules of table.h were broken\n");
		bad = -1;
	}
	return bad;
}

void assert_str(str s, const char *want)
{
	if(s.len != (int)strlen(want) || (s.len && memcmp(s.s, want, s.len) != 0))
		fail_row("\"%.*s\" is not \"%s\"\n", s.len, s.s, want);
}
