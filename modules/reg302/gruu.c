/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "gruu.h"

#define PREFIX "tgruu."
#define PREFIX_LEN 6

static int hex_digit(int c)
{
	if(c >= '0' && c <= '9')
		return c - '0';
	if(c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static int read_hex(uint64_t *value, const char *s, int digits)
{
	int i, d;

	*value = 0;
	for(i = 0; i < digits; i++) {
		d = hex_digit(s[i]);
		if(d < 0)
			return -1;
		*value = *value << 4 | (unsigned int)d;
	}
	return 0;
}

static void write_hex(char *s, uint64_t value, int digits)
{
	static const char hex[] = "0123456789abcdef";
	int i;

	for(i = digits - 1; i >= 0; i--, value >>= 4)
		s[i] = hex[value & 15];
}

static int read_temporary(struct r302_gruu *g, str user)
{
	uint64_t where, cseq;

	if(user.len != R302_TGRUU_LEN || memcmp(user.s, PREFIX, PREFIX_LEN) != 0
			|| read_hex(&where, user.s + PREFIX_LEN, 8) < 0
			|| read_hex(&cseq, user.s + PREFIX_LEN + 8, 8) < 0
			|| read_hex(&g->mac, user.s + PREFIX_LEN + 16, 16) < 0)
		return -1;
	g->kind = R302_GRUU_TEMPORARY;
	g->where = (uint32_t)where;
	g->cseq = (uint32_t)cseq;
	return 0;
}

int r302_gruu_read(struct r302_gruu *g, const struct r302_uri *uri)
{
	memset(g, 0, sizeof(*g));
	if(!r302_uri_param(uri, "gr", &g->instance))
		return 0;
	if(g->instance.len == 0)
		return read_temporary(g, uri->user);
	g->kind = R302_GRUU_PUBLIC;
	return 0;
}

/* "<urn:uuid:...>" with its quotes -> urn:uuid:... */
static str bare(str instance)
{
	static const char wrapping[] = "\"<>";

	while(instance.len > 0 && strchr(wrapping, *instance.s)) {
		instance.s++;
		instance.len--;
	}
	while(instance.len > 0 && strchr(wrapping, instance.s[instance.len - 1]))
		instance.len--;
	return instance;
}

static uint64_t sign(str aor, const struct r302_binding *b, uint32_t cseq,
		const struct r302_key *key)
{
	str purpose = str_init("temp-gruu");
	struct r302_hash h;
	char n[8];
	str number = {n, sizeof(n)};

	write_hex(n, cseq, sizeof(n));
	r302_hash_mac(&h, key);
	r302_hash_field(&h, purpose);
	r302_hash_field(&h, aor);
	r302_hash_field(&h, r302_binding_instance(b));
	r302_hash_field(&h, r302_binding_text(b, R302_T_CALLID));
	r302_hash_field(&h, number);
	return r302_hash_end(&h);
}

/* the hash of the table is a secret: each GRUU shows it behind another mask */
static uint32_t mask(uint32_t cseq, const struct r302_key *key)
{
	str purpose = str_init("temp-gruu-where");
	struct r302_hash h;
	char n[8];

	write_hex(n, cseq, sizeof(n));
	r302_hash_mac(&h, key);
	r302_hash_field(&h, purpose);
	r302_hash_add(&h, n, sizeof(n));
	return (uint32_t)r302_hash_end(&h);
}

uint32_t r302_gruu_hash(const struct r302_gruu *g, const struct r302_key *key)
{
	return g->where ^ mask(g->cseq, key);
}

static int has_instance(const struct r302_binding *b, str escaped)
{
	str mine = bare(r302_binding_instance(b));
	const char *p = escaped.s, *end = p + escaped.len;
	int i;

	for(i = 0; i < mine.len && p < end; i++) {
		if((r302_uri_char(&p, end) & 255) != (mine.s[i] & 255))
			return 0;
	}
	return i == mine.len && p == end;
}

int r302_gruu_names(const struct r302_gruu *g, str aor,
		const struct r302_binding *b, const struct r302_key *key)
{
	if(!r302_binding_has_instance(b))
		return 0;
	if(g->kind == R302_GRUU_PUBLIC)
		return has_instance(b, g->instance);
	return g->kind == R302_GRUU_TEMPORARY && g->cseq <= b->cseq
		   && g->mac == sign(aor, b, g->cseq, key);
}

void r302_gruu_temporary(char *user, str aor, uint32_t hash,
		const struct r302_binding *b, const struct r302_key *key)
{
	memcpy(user, PREFIX, PREFIX_LEN);
	write_hex(user + PREFIX_LEN, hash ^ mask(b->cseq, key), 8);
	write_hex(user + PREFIX_LEN + 8, b->cseq, 8);
	write_hex(user + PREFIX_LEN + 16, sign(aor, b, b->cseq, key), 16);
}

/* param-unreserved and unreserved of RFC 3261 25.1 */
static int is_param_char(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
		   || (c >= 'A' && c <= 'Z')
		   || (c > 0 && c < 128 && strchr("[]/:&+$-_.!~*'()", c));
}

int r302_gruu_print_instance(char *buf, int size, str instance)
{
	str urn = bare(instance);
	int i, n = 0;

	for(i = 0; i < urn.len; i++) {
		if(n + 3 > size)
			return -1;
		if(is_param_char(urn.s[i])) {
			buf[n++] = urn.s[i];
		} else {
			buf[n] = '%';
			write_hex(buf + n + 1, (unsigned char)urn.s[i], 2);
			n += 3;
		}
	}
	return n;
}
