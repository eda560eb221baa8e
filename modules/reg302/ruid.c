/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "hash.h"
#include "ruid.h"

/* Rows are found by it after years: these never change. */
static const struct r302_key left = {
		0x7265673330322d72ULL, 0x7569642d6c656674ULL};
static const struct r302_key right = {
		0x7265673330322d72ULL, 0x7569642d72696768ULL};

static uint64_t half(const struct r302_key *key, str aor, str instance,
		uint32_t reg_id, str uri)
{
	char n[4] = {(char)(reg_id & 255), (char)(reg_id >> 8 & 255),
			(char)(reg_id >> 16 & 255), (char)(reg_id >> 24 & 255)};
	struct r302_hash h;

	r302_hash_mac(&h, key);
	r302_hash_field(&h, aor);
	r302_hash_add(&h, n, sizeof(n));
	r302_hash_field(&h, instance);
	if(reg_id == 0)
		r302_hash_field(&h, uri);
	return r302_hash_end(&h);
}

static char *print_half(char *at, uint64_t n)
{
	int shift;

	for(shift = 60; shift >= 0; shift -= 4)
		*at++ = "0123456789abcdef"[n >> shift & 15];
	return at;
}

void r302_ruid_make(
		struct r302_ruid *ruid, str aor, str instance, uint32_t reg_id, str uri)
{
	size_t n = sizeof(R302_RUID_PREFIX) - 1;
	char *at;

	memcpy(ruid->s, R302_RUID_PREFIX, n);
	at = print_half(ruid->s + n, half(&left, aor, instance, reg_id, uri));
	at = print_half(at, half(&right, aor, instance, reg_id, uri));
	*at = '\0';
}

void r302_ruid_of(struct r302_ruid *ruid, str aor, const struct r302_binding *b)
{
	r302_ruid_make(ruid, aor, r302_binding_instance(b), b->reg_id,
			r302_binding_text(b, R302_T_URI));
}

static int is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

int r302_ruid_is_ours(str text)
{
	int i = sizeof(R302_RUID_PREFIX) - 1;

	if(text.len != R302_RUID_LEN || memcmp(text.s, R302_RUID_PREFIX, i) != 0)
		return 0;
	for(; i < text.len; i++) {
		if(!is_hex(text.s[i]))
			return 0;
	}
	return 1;
}

str r302_ruid_str(const struct r302_ruid *ruid)
{
	str s = {(char *)ruid->s, (int)strlen(ruid->s)};

	return s;
}
