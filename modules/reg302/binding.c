/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "../../core/mem/shm_mem.h"
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

static int address_size(int is_v6)
{
	return is_v6 ? 16 : 4;
}

static char *address_of(const struct r302_binding *b)
{
	return (char *)b + b->texts;
}

static str own_text(const struct r302_binding *b, enum r302_own_text t)
{
	str s = {address_of(b) + address_size(b->is_v6), b->len[t]};
	int i;

	for(i = 0; i < (int)t; i++)
		s.s += b->len[i];
	return s;
}

/* the rest: the length of the Path in two bytes, Path, User-Agent */
#define LENGTH_SIZE sizeof(uint16_t)

static str own_path(const struct r302_binding *b)
{
	str s = own_text(b, R302_OWN_REST);
	uint16_t n = 0;

	if(s.len) {
		memcpy(&n, s.s, LENGTH_SIZE);
		s.s += LENGTH_SIZE;
	}
	s.len = n;
	return s;
}

static str own_agent(const struct r302_binding *b)
{
	str s = own_path(b);

	s.s += s.len;
	s.len = b->len[R302_OWN_REST]
					? b->len[R302_OWN_REST] - (int)LENGTH_SIZE - s.len
					: 0;
	return s;
}

static str path_of(const struct r302_binding *b)
{
	str s = own_path(b);

	if(s.len == 0 && b->shared) {
		s.s = (char *)b->shared->text + b->shared->agent_len;
		s.len = b->shared->path_len;
	}
	return s;
}

static str agent_of(const struct r302_binding *b)
{
	str s = own_agent(b);

	if(s.len == 0 && b->shared) {
		s.s = (char *)b->shared->text;
		s.len = b->shared->agent_len;
	}
	return s;
}

str r302_binding_text(const struct r302_binding *b, enum r302_text t)
{
	switch(t) {
		case R302_T_PATH:
			return path_of(b);
		case R302_T_USER_AGENT:
			return agent_of(b);
		default:
			return own_text(b, (enum r302_own_text)t);
	}
}

/* a quoted string; contact.c takes nothing else for an instance */
static int quoted_len(str s)
{
	int i;

	for(i = 1; i < s.len && s.s[i] != '"'; i++) {
		if(s.s[i] == '\\')
			i++;
	}
	return i < s.len ? i + 1 : s.len;
}

str r302_binding_instance(const struct r302_binding *b)
{
	str s = own_text(b, R302_OWN_PARAMS);

	if(b->instance_at == 0) {
		s.len = 0;
		return s;
	}
	s.s += b->instance_at;
	s.len -= b->instance_at;
	s.len = quoted_len(s);
	return s;
}

int r302_binding_has_instance(const struct r302_binding *b)
{
	return b->instance_at != 0;
}

/* nobody sends from 0.0.0.0: it stands for an address that is not known */
static void put_address(struct r302_binding *b, const struct r302_ip *ip)
{
	static const unsigned char unknown[16];
	const unsigned char *a = ip->len ? ip->a : unknown;

	if(b->is_v6)
		memcpy(address_of(b), a, 16);
	else
		memcpy(address_of(b), a, 4);
}

static struct r302_ip get_address(const struct r302_binding *b)
{
	static const char unknown[4];
	struct r302_ip ip;

	memset(&ip, 0, sizeof(ip));
	if(b->is_v6 || memcmp(address_of(b), unknown, sizeof(unknown)) != 0)
		ip.len = address_size(b->is_v6);
	memcpy(ip.a, address_of(b), ip.len);
	return ip;
}

struct r302_source r302_binding_source(const struct r302_binding *b)
{
	struct r302_source src = {.ip = get_address(b),
			.port = b->src_port,
			.proto = b->proto,
			.connection = b->connection,
			.sock = b->shared ? b->shared->sock : NULL};

	return src;
}

/* needs an address of the same kind */
static int has_address(const struct r302_binding *b, const struct r302_ip *ip)
{
	return ip->len ? memcmp(address_of(b), ip->a, ip->len) == 0
				   : get_address(b).len == 0;
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

int r302_binding_same_texts(const struct r302_binding *b,
		const struct r302_contact *c, const struct r302_origin *o)
{
	struct socket_info *sock = b->shared ? b->shared->sock : NULL;

	return sock == o->source.sock && b->is_v6 == (o->source.ip.len == 16)
		   && is_same(own_text(b, R302_OWN_URI), c->uri.whole)
		   && is_same(own_text(b, R302_OWN_CALLID), o->callid)
		   && is_same(own_text(b, R302_OWN_PARAMS), c->params)
		   && is_same(agent_of(b), o->user_agent)
		   && is_same(path_of(b), o->path);
}

/* all but the times and the CSeq */
static int same_numbers(const struct r302_binding *b,
		const struct r302_contact *c, const struct r302_origin *o)
{
	return b->connection == o->source.connection
		   && b->src_port == o->source.port && b->proto == o->source.proto
		   && b->q_milli == c->q_milli && b->nated == (c->nated != 0)
		   && b->reg_id == c->reg_id && has_address(b, &o->source.ip);
}

void r302_binding_touch(struct r302_binding *b, const struct r302_contact *c,
		const struct r302_origin *o, uint32_t expires, time_t now)
{
	b->stored &= same_numbers(b, c, o);
	b->expires = expires;
	b->modified = (uint32_t)now;
	b->cseq = o->cseq & INT32_MAX;
	b->reg_id = c->reg_id & INT32_MAX;
	b->dirty = 1;
	b->connection = o->source.connection;
	b->src_port = o->source.port;
	b->q_milli = (int16_t)c->q_milli;
	b->proto = o->source.proto & 7;
	b->nated = c->nated != 0;
	put_address(b, &o->source.ip);
}

/* what the entry that is shared does not hold */
static str rest_path(const struct r302_origin *o, const struct r302_share *sh)
{
	str none = {"", 0};
	int shared = sh->known ? sh->with && sh->with->path_len
						   : r302_intern_repeats(o->path);

	return shared ? none : o->path;
}

static str rest_agent(const struct r302_origin *o, const struct r302_share *sh)
{
	str none = {"", 0};
	int shared = !sh->known || (sh->with && sh->with->agent_len);

	return shared ? none : o->user_agent;
}

static size_t rest_size(
		const struct r302_origin *o, const struct r302_share *share)
{
	size_t n = rest_path(o, share).len + rest_agent(o, share).len;

	return n ? n + LENGTH_SIZE : 0;
}

size_t r302_binding_texts_size(const struct r302_contact *c,
		const struct r302_origin *o, const struct r302_share *share)
{
	return address_size(o->source.ip.len == 16) + c->uri.whole.len
		   + o->callid.len + c->params.len + rest_size(o, share);
}

size_t r302_binding_size_of_texts(const struct r302_binding *b)
{
	size_t n = address_size(b->is_v6);
	int i;

	for(i = 0; i < R302_OWN_TEXTS; i++)
		n += b->len[i];
	return n;
}

static char *put(char *at, str s)
{
	if(s.len) /* an absent text may have no address to copy from */
		memcpy(at, s.s, s.len);
	return at + s.len;
}

static char *put_rest(
		char *at, const struct r302_origin *o, const struct r302_share *share)
{
	uint16_t n = (uint16_t)rest_path(o, share).len;

	if(rest_size(o, share) == 0)
		return at;
	memcpy(at, &n, LENGTH_SIZE);
	at = put(at + LENGTH_SIZE, rest_path(o, share));
	return put(at, rest_agent(o, share));
}

char *r302_binding_write(struct r302_binding *b, char *at,
		const struct r302_contact *c, const struct r302_origin *o,
		const struct r302_share *share)
{
	memset(b, 0, sizeof(*b));
	r302_intern_hold(share->with);
	b->shared = share->with;
	b->texts = (uint16_t)(at - (char *)b);
	b->uri_hash = c->uri_hash;
	b->is_v6 = o->source.ip.len == 16;
	if(c->instance.len)
		b->instance_at = (uint16_t)(c->instance.s - c->params.s);
	b->len[R302_OWN_URI] = (uint16_t)c->uri.whole.len;
	b->len[R302_OWN_CALLID] = (uint16_t)o->callid.len;
	b->len[R302_OWN_PARAMS] = (uint16_t)c->params.len;
	b->len[R302_OWN_REST] = (uint16_t)rest_size(o, share);
	put_address(b, &o->source.ip);
	at += address_size(b->is_v6);
	at = put(at, c->uri.whole);
	at = put(at, o->callid);
	at = put(at, c->params);
	return put_rest(at, o, share);
}

char *r302_binding_copy(
		struct r302_binding *to, char *at, const struct r302_binding *from)
{
	size_t size = r302_binding_size_of_texts(from);

	memcpy(at, (const char *)from + from->texts, size);
	*to = *from;
	to->texts = (uint16_t)(at - (char *)to);
	r302_intern_hold(to->shared);
	return at + size;
}

str r302_record_aor(const struct r302_record *rec)
{
	str s = {(char *)rec + rec->aor_at, rec->aor_len};

	return s;
}

/* a user without a binding needs the room for known_until */
size_t r302_record_size(int n, size_t aor_len, size_t texts)
{
	return sizeof(struct r302_record)
		   + (n ? n * sizeof(struct r302_binding) : sizeof(uint32_t)) + aor_len
		   + texts;
}

static size_t round_up(size_t n)
{
	return (n + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *);
}

void r302_record_copy(struct r302_record *to, const struct r302_record *rec)
{
	const struct r302_shared *s, *last = NULL;
	char *at = (char *)to + round_up(rec->size), *copy = NULL;
	int i;

	memcpy(to, rec, rec->size);
	for(i = 0; i < rec->n; i++) {
		s = rec->binding[i].shared;
		if(s == NULL)
			continue;
		if(s != last) { /* those of one phone stand side by side */
			memcpy(at, s, r302_shared_size(s));
			copy = at;
			at += r302_shared_size(s);
			last = s;
		}
		to->binding[i].shared = (const struct r302_shared *)copy;
	}
}

void r302_record_drop(struct r302_record *rec, int i)
{
	r302_intern_put(rec->binding[i].shared);
	rec->n--;
	for(; i < rec->n; i++) {
		rec->binding[i] = rec->binding[i + 1];
		/* it came nearer to its strings by what it moved away */
		rec->binding[i].texts += sizeof(struct r302_binding);
	}
}

void r302_record_clean(struct r302_record *rec)
{
	int i;

	for(i = 0; i < rec->n; i++) {
		rec->binding[i].stored |= rec->binding[i].dirty;
		rec->binding[i].dirty = 0;
	}
}

void r302_record_free(struct r302_record *rec)
{
	int i;

	if(rec == NULL)
		return;
	for(i = 0; i < rec->n; i++)
		r302_intern_put(rec->binding[i].shared);
	shm_free(rec);
}

uint32_t r302_record_known_until(const struct r302_record *rec)
{
	uint32_t when;

	memcpy(&when, rec->binding, sizeof(when));
	return when;
}

void r302_record_know_until(struct r302_record *rec, uint32_t when)
{
	memcpy(rec->binding, &when, sizeof(when));
}

uint32_t r302_record_due(const struct r302_record *rec)
{
	uint32_t due;
	int i;

	if(rec->n == 0)
		return r302_record_known_until(rec);
	due = rec->binding[0].expires;
	for(i = 1; i < rec->n; i++) {
		if(rec->binding[i].expires < due)
			due = rec->binding[i].expires;
	}
	return due;
}
