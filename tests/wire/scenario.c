#include "wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *trimmed(char *s)
{
	size_t len = strlen(s);

	while(len > 0 && strchr(" \t\r\n", s[len - 1]))
		s[--len] = '\0';
	return s;
}

static void *one_more(void *list, int n, size_t size)
{
	list = realloc(list, (size_t)(n + 1) * size);
	if(list == NULL)
		exit(2);
	return list;
}

/* "--- verb the rest" */
static void add_step(struct test *test, char *line, int number)
{
	struct step *s;
	char *verb = line + 4 + strspn(line + 4, " ");
	size_t len = strcspn(verb, " ");

	test->steps = one_more(test->steps, test->n_steps, sizeof(*s));
	s = &test->steps[test->n_steps++];
	memset(s, 0, sizeof(*s));
	s->line = number;
	s->verb = strndup(verb, len);
	s->rest = strdup(verb + len + strspn(verb + len, " "));
}

static void add_under(struct step *s, const char *line)
{
	s->under = one_more(s->under, s->n_under, sizeof(*s->under));
	s->under[s->n_under++] = strdup(line);
}

/* a blank line belongs to a step only when an indented line follows it */
static void add_indented(struct test *test, const char *line, int *blanks)
{
	struct step *s = &test->steps[test->n_steps - 1];

	for(; *blanks > 0; --*blanks)
		add_under(s, "");
	add_under(s, line + 4);
}

static const char *add_line(
		struct test *test, char *line, int number, int *blanks)
{
	if(strncmp(line, "    ", 4) == 0 && test->n_steps > 0) {
		add_indented(test, line, blanks);
		return NULL;
	}
	trimmed(line);
	if(*line == '\0') {
		++*blanks;
		return NULL;
	}
	*blanks = 0;
	if(*line == '#') {
		if(test->title == NULL)
			test->title = strdup(line + 1 + strspn(line + 1, " "));
		return NULL;
	}
	if(strncmp(line, "--- ", 4) != 0)
		return note("line %d: neither a step, a comment nor indented", number);
	add_step(test, line, number);
	return NULL;
}

/* register/stale_cseq of .../wire/register/stale_cseq.t */
static char *name_of(const char *path)
{
	const char *file = strrchr(path, '/'), *dir = file;
	size_t len;

	if(file == NULL)
		dir = path;
	else
		while(dir > path && dir[-1] != '/')
			dir--;
	len = strlen(dir);
	return strndup(dir, len > 2 ? len - 2 : len);
}

static void take_server(struct test *test)
{
	for(int i = 0; i < test->n_steps; i++) {
		if(strcmp(test->steps[i].verb, "server") == 0)
			test->server = strdup(test->steps[i].rest);
	}
	if(test->server == NULL)
		test->server = strdup("");
}

const char *scenario_read(struct test *test, const char *path)
{
	const char *problem = NULL;
	char *line = NULL;
	size_t size = 0;
	int number = 0, blanks = 0;
	FILE *file = fopen(path, "r");

	memset(test, 0, sizeof(*test));
	test->path = strdup(path);
	test->name = name_of(path);
	if(file == NULL)
		return "cannot be read";
	while(problem == NULL && getline(&line, &size, file) >= 0) {
		line[strcspn(line, "\n")] = '\0';
		problem = add_line(test, line, ++number, &blanks);
	}
	free(line);
	fclose(file);
	take_server(test);
	if(problem == NULL && test->title == NULL)
		problem = "has no first comment line naming clause and ID";
	return problem;
}

void scenario_free(struct test *test)
{
	for(int i = 0; i < test->n_steps; i++) {
		struct step *s = &test->steps[i];

		for(int k = 0; k < s->n_under; k++)
			free(s->under[k]);
		free(s->under);
		free(s->verb);
		free(s->rest);
	}
	free(test->steps);
	free(test->name);
	free(test->path);
	free(test->title);
	free(test->server);
}
