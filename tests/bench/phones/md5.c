/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "md5.h"

static const int SHIFT[4][4] = {
		{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

static uint32_t sines[64];

static void fill_sines(void)
{
	int i;

	for(i = 0; i < 64 && !sines[63]; i++)
		sines[i] = (uint32_t)(fabs(sin(i + 1)) * 4294967296.0);
}

static uint32_t mix(int round, uint32_t b, uint32_t c, uint32_t d)
{
	switch(round) {
		case 0:
			return (b & c) | (~b & d);
		case 1:
			return (d & b) | (~d & c);
		case 2:
			return b ^ c ^ d;
		default:
			return c ^ (b | ~d);
	}
}

static void eat_block(uint32_t state[4], const unsigned char *block)
{
	static const int factor[4] = {1, 5, 3, 7}, offset[4] = {0, 1, 5, 0};
	uint32_t s[4], word[16], f;
	int i, round, turn;

	memcpy(s, state, sizeof(s));
	memcpy(word, block, sizeof(word)); /* on machines of little endian */
	for(i = 0; i < 64; i++) {
		round = i / 16;
		turn = SHIFT[round][i % 4];
		f = s[0] + mix(round, s[1], s[2], s[3]) + sines[i]
			+ word[(factor[round] * i + offset[round]) % 16];
		s[0] = s[3];
		s[3] = s[2];
		s[2] = s[1];
		s[1] += f << turn | f >> (32 - turn);
	}
	for(i = 0; i < 4; i++)
		state[i] += s[i];
}

void md5_hex(const char *text, char hex[33])
{
	uint32_t state[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
	unsigned char padded[1088] = {0};
	size_t len = strlen(text), total = (len + 8) / 64 * 64 + 64, i;
	uint64_t bits = (uint64_t)len * 8;

	fill_sines();
	memcpy(padded, text, len);
	padded[len] = 0x80;
	memcpy(padded + total - 8, &bits, 8);
	for(i = 0; i < total; i += 64)
		eat_block(state, padded + i);
	for(i = 0; i < 16; i++)
		sprintf(hex + 2 * i, "%02x", (state[i / 4] >> 8 * (i % 4)) & 255);
}
