/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "binding.h"

int r302_binding_is_live(const struct r302_binding *b, time_t now)
{
	return b->expires == R302_NEVER || (time_t)b->expires > now;
}

uint32_t r302_binding_left(const struct r302_binding *b, time_t now)
{
	if(!r302_binding_is_live(b, now))
		return 0;
	return b->expires == R302_NEVER ? R302_NEVER : b->expires - (uint32_t)now;
}

str r302_binding_text(const struct r302_binding *b, enum r302_text t)
{
	str s = {(char *)b + b->texts, b->len[t]};
	int i;

	for(i = 0; i < (int)t; i++)
		s.s += b->len[i];
	return s;
}

str r302_binding_instance(const struct r302_binding *b)
{
	str s = r302_binding_text(b, R302_T_PARAMS);

	s.s += b->instance_at;
	s.len = b->instance_len;
	return s;
}

int r302_binding_has_instance(const struct r302_binding *b)
{
	return b->instance_len != 0;
}

struct r302_source r302_binding_source(const struct r302_binding *b)
{
	struct r302_source src = {.ip = b->ip,
			.port = b->src_port,
			.proto = b->proto,
			.connection = b->connection,
			.sock = b->sock};

	return src;
}

static int is_same(str a, str b)
{
	/* an absent text may have no address */
	return a.len == b.len && (a.len == 0 || memcmp(a.s, b.s, a.len) == 0);
}

int r302_binding_has_uri(
		const struct r302_binding *b, const struct r302_uri *u, uint32_t hash)
{
	struct r302_uri mine;
	str text;

	if(b->uri_hash != hash)
		return 0;
	text = r302_binding_text(b, R302_T_URI);
	if(is_same(text, u->whole))
		return 1;
	return r302_uri_split(&mine, text) == 0 && r302_uri_equal(&mine, u);
}

int r302_binding_matches(
		const struct r302_binding *b, const struct r302_contact *c)
{
	if(!r302_binding_has_instance(b) || !c->instance.len)
		return r302_binding_has_uri(b, &c->uri, c->uri_hash);
	if(!is_same(r302_binding_instance(b), c->instance))
		return 0;
	return b->reg_id == c->reg_id
		   || (!(b->reg_id && c->reg_id)
				   && r302_binding_has_uri(b, &c->uri, c->uri_hash));
}

static void list_texts(str texts[R302_TEXTS], const struct r302_contact *c,
		const struct r302_origin *o)
{
	texts[R302_T_URI] = c->uri.whole;
	texts[R302_T_CALLID] = o->callid;
	texts[R302_T_PARAMS] = c->params;
	texts[R302_T_PATH] = o->path;
	texts[R302_T_USER_AGENT] = o->user_agent;
}

int r302_binding_same_texts(const struct r302_binding *b,
		const struct r302_contact *c, const struct r302_origin *o)
{
	str texts[R302_TEXTS];
	int i;

	list_texts(texts, c, o);
	for(i = 0; i < R302_TEXTS; i++) {
		if(!is_same(r302_binding_text(b, i), texts[i]))
			return 0;
	}
	return 1;
}

void r302_binding_touch(struct r302_binding *b, const struct r302_contact *c,
		const struct r302_origin *o, uint32_t expires, time_t now)
{
	b->sock = o->source.sock;
	b->expires = expires;
	b->modified = (uint32_t)now;
	b->cseq = o->cseq;
	b->reg_id = c->reg_id;
	b->reg_id = c->reg_id;
	b->connection = o->source.connection;
	b->src_port = o->source.port;
	b->q_milli = (int16_t)c->q_milli;
	b->proto = o->source.proto;
	b->nated = (uint8_t)c->nated;
	b->ip = o->source.ip;
}

size_t r302_binding_texts_size(
		const struct r302_contact *c, const struct r302_origin *o)
{
	str texts[R302_TEXTS];
	size_t n = 0;
	int i;

	list_texts(texts, c, o);
	for(i = 0; i < R302_TEXTS; i++)
		n += texts[i].len;
	return n;
}

size_t r302_binding_size_of_texts(const struct r302_binding *b)
{
	size_t n = 0;
	int i;

	for(i = 0; i < R302_TEXTS; i++)
		n += b->len[i];
	return n;
}

char *r302_binding_write(struct r302_binding *b, char *at,
		const struct r302_contact *c, const struct r302_origin *o)
{
	str texts[R302_TEXTS];
	int i;

	list_texts(texts, c, o);
	memset(b, 0, sizeof(*b));
	b->texts = (uint32_t)(at - (char *)b);
	b->uri_hash = c->uri_hash;
	b->reg_id = c->reg_id;
	if(c->instance.len) {
		b->instance_at = (uint16_t)(c->instance.s - c->params.s);
		b->instance_len = (uint16_t)c->instance.len;
	}
	for(i = 0; i < R302_TEXTS; i++) {
		b->len[i] = (uint16_t)texts[i].len;
		if(texts[i].len) /* an absent text may have no address to copy from */
			memcpy(at, texts[i].s, texts[i].len);
		at += texts[i].len;
	}
	return at;
}

char *r302_binding_copy(
		struct r302_binding *to, char *at, const struct r302_binding *from)
{
	size_t size = r302_binding_size_of_texts(from);

	memcpy(at, (const char *)from + from->texts, size);
	*to = *from;
	to->texts = (uint32_t)(at - (char *)to);
	return at + size;
}

str r302_record_aor(const struct r302_record *rec)
{
	str s = {(char *)rec + rec->aor_at, rec->aor_len};

	return s;
}

size_t r302_record_size(int n, size_t aor_len, size_t texts)
{
	return sizeof(struct r302_record) + n * sizeof(struct r302_binding)
		   + aor_len + texts;
}

void r302_record_drop(struct r302_record *rec, int i)
{
	rec->n--;
	for(; i < rec->n; i++) {
		rec->binding[i] = rec->binding[i + 1];
		/* it came nearer to its strings by what it moved away */
		rec->binding[i].texts += sizeof(struct r302_binding);
	}
}

uint32_t r302_record_due(const struct r302_record *rec)
{
	uint32_t due;
	int i;

	if(rec->n == 0)
		return rec->known_until;
	due = rec->binding[0].expires;
	for(i = 1; i < rec->n; i++) {
		if(rec->binding[i].expires < due)
			due = rec->binding[i].expires;
	}
	return due;
}
