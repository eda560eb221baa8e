#include "wire.h"

#include <osipparser2/osip_parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* tests with equal settings follow each other and share a server */
static int by_server_then_name(const void *a, const void *b)
{
	const struct test *x = a, *y = b;
	int order = strcmp(x->server, y->server);

	return order != 0 ? order : strcmp(x->path, y->path);
}

/* each line of the diagnosis as a comment */
static void print_diagnosis(const char *why)
{
	while(*why != '\0') {
		size_t len = strcspn(why, "\r\n");

		printf("#   %.*s\n", (int)len, why);
		why += len;
		why += *why == '\r';
		why += *why == '\n';
	}
}

static int report(const char *name, const char *why, int failed)
{
	printf("%s wire: %s\n", failed ? "not ok" : "ok", name);
	if(failed)
		print_diagnosis(why);
	fflush(stdout);
	return failed;
}

static int needs_ipv6(const struct test *test)
{
	for(int i = 0; i < test->n_steps; i++) {
		if(strstr(test->steps[i].rest, "dst=::1") != NULL)
			return 1;
	}
	return 0;
}

static int run_test(const struct test *test)
{
	struct text why = {0};
	long long start = now_ms();
	int failed;

	if(needs_ipv6(test) && !net_has_ipv6())
		return report(note("%s (skipped: no IPv6 here)", test->name), "", 0);
	failed = steps_run(test, &why) < 0;

	report(test->name, failed ? why.s : "", failed);
	if(!failed)
		proved_add(test->title);
	if(getenv("WIRE_TIMES") != NULL)
		printf("# %lld ms\n", now_ms() - start);
	text_free(&why);
	return failed;
}

/* the tests that can be read; the others are reported as failed */
static int read_tests(struct test *tests, char **paths, int n_paths)
{
	int n = 0;

	for(int i = 0; i < n_paths; i++) {
		const char *problem = scenario_read(&tests[n], paths[i]);

		if(problem == NULL) {
			n++;
			continue;
		}
		report(tests[n].name, problem, 1);
		scenario_free(&tests[n]);
	}
	return n;
}

int main(int argc, char **argv)
{
	struct test *tests = calloc((size_t)argc, sizeof(*tests));
	int n, all = argc - 1, failed;
	const char *problem;

	parser_init();
	n = read_tests(tests, argv + 1, argc - 1);
	failed = all - n;
	qsort(tests, (size_t)n, sizeof(*tests), by_server_then_name);
	for(int i = 0; i < n; i++)
		failed += run_test(&tests[i]);
	problem = server_stop();
	all++;
	failed += report("server/stops_cleanly", problem, problem != NULL);
	proved_print();
	printf("%d passed, %d failed\n", all - failed, failed);
	for(int i = 0; i < n; i++)
		scenario_free(&tests[i]);
	free(tests);
	return failed > 0;
}
