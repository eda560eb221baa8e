/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "../../core/mem/pkg.h"
#include "prime.h"

/* A manager that hands out bytes in a row and writes down what it is asked: the
 * size of an allocation, or minus the size of what is freed. */
#define ROW (4 << 20)
#define CALLS 4096

static struct
{
	char bytes[ROW];
	size_t taken;
	size_t pool;
	int call[CALLS];
	int n;
} pkg;

#ifdef DBG_SR_MEMORY
#define WHERE \
	, const char *file, const char *func, unsigned int line, const char *mname
#else
#define WHERE
#endif

static void *take(void *pool, size_t size WHERE)
{
	int *block = (int *)(pkg.bytes + pkg.taken);

	assert_true(pkg.n < CALLS);
	assert_true(pkg.taken + size + 16 < ROW);
	*block = (int)size;
	pkg.taken += size + 16;
	pkg.call[pkg.n++] = (int)size;
	return (char *)block + 16;
}

static void give_back(void *pool, void *p WHERE)
{
	assert_true(pkg.n < CALLS);
	pkg.call[pkg.n++] = -*(int *)((char *)p - 16);
}

static void tell(void *pool, struct mem_info *info)
{
	memset(info, 0, sizeof(*info));
	info->total_size = pkg.pool;
	info->real_used = pkg.taken;
}

static long prime(char *manager, size_t pool)
{
	memset(&_pkg_root, 0, sizeof(_pkg_root));
	_pkg_root.mname = manager;
	_pkg_root.xmalloc = take;
	_pkg_root.xfree = give_back;
	_pkg_root.xinfo = tell;
	pkg.taken = 0;
	pkg.n = 0;
	pkg.pool = pool;
	return r302_prime_pkg();
}

static int allocations(void)
{
	int i = 0;

	while(i < pkg.n && pkg.call[i] > 0)
		i++;
	return i;
}

/* or the fences would be taken from the fragments, and those would merge */
static void test_nothing_is_freed_before_the_last_is_taken(void **state)
{
	int i;

	assert_true(prime("q_malloc", 8 << 20) > 0);
	for(i = allocations(); i < pkg.n; i++)
		assert_true(pkg.call[i] < 0);
}

static void test_every_fragment_has_a_fence_behind_it(void **state)
{
	int i, n;

	prime("q_malloc", 8 << 20);
	n = allocations();
	assert_int_equal(n % 2, 0);
	for(i = 1; i < n; i += 2)
		assert_int_equal(pkg.call[i], 16);
	assert_int_equal(pkg.n - n, n / 2); /* the fences stay */
}

static void test_every_small_size_is_there_three_times(void **state)
{
	int freed[2048 / 16 + 1] = {0};
	int i;

	prime("q_malloc", 8 << 20);
	for(i = allocations(); i < pkg.n; i++)
		freed[-pkg.call[i] / 16]++;
	for(i = 1; i < N_OF(freed); i++)
		assert_int_equal(freed[i], 3);
}

static void test_a_small_pool_is_not_eaten_up(void **state)
{
	static const size_t pools[] = {0, 1 << 16, 1 << 20, 2 << 20, 4 << 20};
	int i;

	for(i = 0; i < N_OF(pools); i++) {
		prime("q_malloc", pools[i]);
		if(pkg.taken > pools[i] / 8)
			fail_row("%zu of %zu bytes taken\n", pkg.taken, pools[i]);
	}
}

static void test_other_managers_are_left_alone(void **state)
{
	static char *const others[] = {"tlsf_malloc", "f_malloc", "", NULL};
	int i;

	for(i = 0; i < N_OF(others); i++) {
		assert_int_equal(prime(others[i], 8 << 20), 0);
		assert_int_equal(pkg.n, 0);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_nothing_is_freed_before_the_last_is_taken),
			FACT(test_every_fragment_has_a_fence_behind_it),
			FACT(test_every_small_size_is_there_three_times),
			FACT(test_a_small_pool_is_not_eaten_up),
			FACT(test_other_managers_are_left_alone)};

	UNIT_RUN(tests, argc, argv);
}
