/**
 * @file
 * @brief What every test program starts with.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UNIT_UNIT_H
#define UNIT_UNIT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include "core.h"
#include "given.h"

/** A test that must leave no shm behind and break no rule of locking. */
#define FACT(test) \
	cmocka_unit_test_setup_teardown(test, unit_setup, unit_teardown)

/** Run the tests of a program; an argument is a pattern for their names. */
#define UNIT_RUN(tests, argc, argv)                            \
	do {                                                       \
		core_start();                                          \
		if((argc) > 1)                                         \
			cmocka_set_test_filter((argv)[1]);                 \
		return cmocka_run_group_tests(tests, NULL, NULL) != 0; \
	} while(0)

#define N_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

/** Fail unless the str is this text. */
void assert_str(str s, const char *want);

int unit_setup(void **state);
int unit_teardown(void **state);

/** Say which row of a table a failure is about, and fail. */
#define fail_row(...) (print_error(__VA_ARGS__), fail())

#endif
