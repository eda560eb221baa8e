#include "wire.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct kept
{
	struct kept *next;
	char s[];
};

struct variable
{
	struct variable *next;
	char *name, *value;
};

static struct kept *kept;
static struct variable *variables;

static void *grown(void *p, size_t size)
{
	p = realloc(p, size);
	if(p == NULL) {
		fputs("out of memory\n", stderr);
		exit(2);
	}
	return p;
}

void text_add_bytes(struct text *t, const char *s, size_t len)
{
	if(t->len + len + 1 > t->size) {
		t->size = 2 * (t->len + len + 1);
		t->s = grown(t->s, t->size);
	}
	memcpy(t->s + t->len, s, len);
	t->len += len;
	t->s[t->len] = '\0';
}

void text_add(struct text *t, const char *fmt, ...)
{
	char *s = NULL;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&s, fmt, ap);
	va_end(ap);
	if(n >= 0)
		text_add_bytes(t, s, (size_t)n);
	free(s);
}

void text_add_quoted(struct text *t, const char *s)
{
	text_add(t, "'");
	for(; *s != '\0'; s++) {
		if(*s == '\'')
			text_add(t, "'\\''");
		else
			text_add_bytes(t, s, 1);
	}
	text_add(t, "'");
}

void text_free(struct text *t)
{
	free(t->s);
	memset(t, 0, sizeof(*t));
}

void *note_space(size_t size)
{
	struct kept *k = grown(NULL, sizeof(*k) + size + 1);

	memset(k->s, 0, size + 1);
	k->next = kept;
	kept = k;
	return k->s;
}

char *note_bytes(const char *s, size_t len)
{
	return memcpy(note_space(len), s, len);
}

char *note(const char *fmt, ...)
{
	char *s = NULL, *copy;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&s, fmt, ap);
	va_end(ap);
	copy = note_bytes(n < 0 ? "" : s, n < 0 ? 0 : (size_t)n);
	free(s);
	return copy;
}

void text_forget(void)
{
	while(kept != NULL) {
		struct kept *next = kept->next;

		free(kept);
		kept = next;
	}
}

/* `7..9` at the start of a pattern: its bounds and its length */
static int is_range(const char *p, long *low, long *high, int *len)
{
	return sscanf(p, "%ld..%ld%n", low, high, len) == 2 && isdigit(*p);
}

int text_follows(const char *pattern, const char *text)
{
	long low, high;
	int len = 0;

	for(; *pattern != '\0'; pattern++, text++) {
		if(*pattern == '*') {
			for(; *text != '\0'; text++) {
				if(text_follows(pattern + 1, text))
					return 1;
			}
			return text_follows(pattern + 1, text);
		}
		if(is_range(pattern, &low, &high, &len)) {
			char *end;
			long n = strtol(text, &end, 10);

			return end != text && n >= low && n <= high
				   && text_follows(pattern + len, end);
		}
		if(*pattern != *text)
			return 0;
	}
	return *text == '\0';
}

void words_split(struct words *words, const char *line)
{
	words->n = 0;
	while(words->n < WIRE_WORDS_MAX) {
		const char *start;
		int quoted = 0, bracketed = 0;

		line += strspn(line, " \t");
		if(*line == '\0')
			return;
		for(start = line; *line != '\0'; line++) {
			if(*line == '"')
				quoted = !quoted;
			else if(*line == '<' && !quoted)
				bracketed = 1;
			else if(*line == '>' && !quoted)
				bracketed = 0;
			else if(strchr(" \t", *line) && !quoted && !bracketed)
				break;
		}
		words->w[words->n++] = note_bytes(start, (size_t)(line - start));
	}
}

const char *words_get(const struct words *words, const char *name)
{
	size_t len = strlen(name);

	for(int i = 0; i < words->n; i++) {
		if(strncmp(words->w[i], name, len) == 0 && words->w[i][len] == '=')
			return words->w[i] + len + 1;
	}
	return NULL;
}

int words_have(const struct words *words, const char *word)
{
	for(int i = 0; i < words->n; i++) {
		if(strcmp(words->w[i], word) == 0)
			return 1;
	}
	return 0;
}

const char *vars_get(const char *name)
{
	for(struct variable *v = variables; v != NULL; v = v->next) {
		if(strcmp(v->name, name) == 0)
			return v->value;
	}
	return NULL;
}

void vars_set(const char *name, const char *value)
{
	struct variable *v = grown(NULL, sizeof(*v));

	v->name = strdup(name);
	v->value = strdup(value);
	v->next = variables;
	variables = v;
}

void vars_clear(void)
{
	while(variables != NULL) {
		struct variable *next = variables->next;

		free(variables->name);
		free(variables->value);
		free(variables);
		variables = next;
	}
}

const char *vars_expand(const char *text, const char **problem)
{
	struct text out = {0};
	const char *result;

	text_add_bytes(&out, "", 0);
	for(; *text != '\0'; text++) {
		size_t len = strspn(text + 1, "abcdefghijklmnopqrstuvwxyz0123456789_");
		const char *value;

		if(*text != '$' || len == 0) {
			text_add_bytes(&out, text, 1);
			continue;
		}
		value = vars_get(note_bytes(text + 1, len));
		if(value == NULL)
			*problem = note("$%.*s is not set", (int)len, text + 1);
		text_add(&out, "%s", value == NULL ? "" : value);
		text += len;
	}
	result = note_bytes(out.s, out.len);
	text_free(&out);
	return result;
}
