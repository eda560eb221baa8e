/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "wire.h"

/* IDs of docs/rfc.md, which stand first in the title of a test: "G14 U1 RFC 3261
 * 10.3 (7): ..." */
enum
{
	IDS_MAX = 512,
	ID_LEN = 8,
	LINE_LEN = 90
};

static char ids[IDS_MAX][ID_LEN];
static int n_ids;

/* letters, a number, perhaps a letter; NT is the one without a number */
static size_t id_length(const char *s)
{
	size_t letters = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	size_t digits = strspn(s + letters, "0123456789");
	size_t len = letters + digits + (islower(s[letters + digits]) != 0);

	if(strncmp(s, "NT", 2) == 0 && !isalnum(s[2]))
		return 2;
	if(letters < 1 || letters > 2 || digits < 1 || len >= ID_LEN)
		return 0;
	return isalnum(s[len]) ? 0 : len;
}

static void keep(const char *id, size_t len)
{
	for(int i = 0; i < n_ids; i++) {
		if(strlen(ids[i]) == len && strncmp(ids[i], id, len) == 0)
			return;
	}
	if(n_ids < IDS_MAX)
		memcpy(ids[n_ids++], id, len);
}

void proved_add(const char *title)
{
	size_t len;

	while(title != NULL && (len = id_length(title)) > 0) {
		keep(title, len);
		title += len;
		title += strspn(title, ", ");
	}
}

static int by_letters_then_number(const void *a, const void *b)
{
	size_t x = strcspn(a, "0123456789"), y = strcspn(b, "0123456789");
	int order = strncmp(a, b, x > y ? x : y);

	if(order != 0)
		return order;
	order = atoi((const char *)a + x) - atoi((const char *)b + y);
	return order != 0 ? order : strcmp(a, b);
}

void proved_print(void)
{
	int column = 0;

	qsort(ids, (size_t)n_ids, ID_LEN, by_letters_then_number);
	printf("# proved (docs/rfc.md), %d IDs:", n_ids);
	for(int i = 0; i < n_ids; i++) {
		if(column == 0)
			printf("\n#  ");
		column += printf(" %s", ids[i]);
		if(column > LINE_LEN)
			column = 0;
	}
	printf("\n");
}
