/**
 * @file
 * @brief What every fuzz target starts with.
 *
 * A target turns bytes into calls and says what must hold of the result. Where
 * it does not hold REQUIRE() says so and stops, and libFuzzer keeps the bytes.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../../core/str.h"

/** Stop unless it holds, and say what should have held, with the values. */
#define REQUIRE(holds, ...)                                 \
	do {                                                    \
		if(!(holds)) {                                      \
			fprintf(stderr, "%s:%d: ", __FILE__, __LINE__); \
			fprintf(stderr, __VA_ARGS__);                   \
			fprintf(stderr, "\n    not so: %s\n", #holds);  \
			abort();                                        \
		}                                                   \
	} while(0)

/** For a str in the arguments of a "%.*s". */
#define TEXT(a) (a).len, (a).s

/** Bytes that have not been read yet. */
struct input
{
	const uint8_t *s;
	size_t len;
};

/** @return the next byte; 0 when there is none */
static inline int input_byte(struct input *in)
{
	if(in->len == 0)
		return 0;
	in->len--;
	return *in->s++;
}

/**
 * @return what is in front of the next newline (or of the end), without it, in
 * a block of exactly its size, so that the address sanitizer sees a read behind
 * it. To be freed by the caller.
 */
static inline str input_line(struct input *in)
{
	const uint8_t *end = in->len ? memchr(in->s, '\n', in->len) : NULL;
	size_t n = end ? (size_t)(end - in->s) : in->len;
	str line = {malloc(n ? n : 1), (int)n};

	if(n)
		memcpy(line.s, in->s, n);
	in->s += n + (end != NULL);
	in->len -= n + (end != NULL);
	return line;
}

/** @return 1 when a part lies inside of the whole, or is empty */
static inline int is_inside(str part, str whole)
{
	return part.len == 0
		   || (part.len > 0 && part.s >= whole.s
				   && part.s + part.len <= whole.s + whole.len);
}

/** @return 1 when both are the same bytes */
static inline int is_same(str a, str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.s, b.s, a.len) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
