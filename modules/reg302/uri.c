/* SPDX-License-Identifier: MIT */
#include <arpa/inet.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>
#include "uri.h"

/* parameters that make two URIs differ when only one of them has it */
static const char *const decisive[] = {
		"transport", "user", "ttl", "method", "maddr", NULL};

static int is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static int is_alpha(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int lower(int c)
{
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static int hex(int c)
{
	if(is_digit(c))
		return c - '0';
	c = lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static str cut(const char *from, const char *to)
{
	str s = {(char *)from, (int)(to - from)};

	return s;
}

int r302_text_same(str a, str b)
{
	return a.len == b.len && (a.len == 0 || strncasecmp(a.s, b.s, a.len) == 0);
}

int r302_text_is(str text, const char *name)
{
	str n = {(char *)name, (int)strlen(name)};

	return r302_text_same(text, n);
}

/* What a character is in a URI, so that most of them are passed with one look.
 * Forbidden: control characters, space, what ends a name-addr. Bytes above 127
 * are let through: RFC 3261 25.1 asks for escapes there, phones with UTF-8 names
 * forget them. */
#define IN_HOST 1 /* of a host name */
#define FORBIDDEN 2
#define SPECIAL 3 /* cuts the URI into its parts, or starts an escape */

/* clang-format off */
#define X FORBIDDEN
#define S SPECIAL
#define H IN_HOST
static const unsigned char class_of[256] = {
	X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X,
	X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X,
	/*  ! " # $ % & ' ( ) * + , - . / */
	X, 0, X, 0, 0, S, 0, 0, 0, 0, 0, 0, 0, H, H, 0,
	/* 0 to 9, : ; < = > ? */
	H, H, H, H, H, H, H, H, H, H, S, S, X, 0, X, S,
	S, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* @ A to O */
	H, H, H, H, H, H, H, H, H, H, H, 0, 0, 0, 0, H, /* P to Z, _ */
	0, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, 0, 0, 0, 0, X  /* DEL */
};
#undef X
#undef S
#undef H
/* clang-format on */

/** Where the parts of a URI meet; NULL: nowhere. */
struct seams
{
	const char *scheme;	  /* the first ':' */
	const char *password; /* the next one */
	const char *at;		  /* the first '@' */
	const char *port;	  /* behind it: the first ':' before the tail */
	const char *tail;	  /* the first ';' or '?' */
	const char *query;	  /* the first '?' */
	int ats;
};

static void see_colon(struct seams *s, const char *p)
{
	if(s->scheme == NULL) {
		s->scheme = p;
		return;
	}
	if(s->password == NULL && s->at == NULL)
		s->password = p;
	if(s->port == NULL && s->tail == NULL)
		s->port = p;
}

static void see_special(struct seams *s, const char *p)
{
	if(*p == ':') {
		see_colon(s, p);
	} else if(*p == '@') {
		if(s->ats++ == 0) {
			s->at = p;
			s->port = s->tail = s->query = NULL;
		}
	} else {
		if(s->tail == NULL)
			s->tail = p;
		if(s->query == NULL && *p == '?')
			s->query = p;
	}
}

/* One walk over the text. @return -1 for a forbidden character or a '%' that
 * starts no escape */
static int find_seams(struct seams *s, const char *p, const char *end)
{
	memset(s, 0, sizeof(*s));
	for(;; p++) {
		while(p < end && class_of[(unsigned char)*p] < FORBIDDEN)
			p++;
		if(p == end)
			return 0;
		if(class_of[(unsigned char)*p] == FORBIDDEN)
			return -1;
		if(*p != '%')
			see_special(s, p);
		else if(end - p < 3 || hex(p[1]) < 0 || hex(p[2]) < 0)
			return -1;
	}
}

/* the first of one or two characters, or end */
static const char *find(const char *p, const char *end, const char *stops)
{
	char a = stops[0], b = stops[1] ? stops[1] : a;

	while(p < end && *p != a && *p != b)
		p++;
	return p;
}

/* ::ffff:192.0.2.1 is the host 192.0.2.1, RFC 4291 2.5.5.2 */
static void unmap(struct r302_ip *ip)
{
	static const unsigned char prefix[12] = {
			0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255};

	if(ip->len != 16 || memcmp(ip->a, prefix, sizeof(prefix)) != 0)
		return;
	memmove(ip->a, ip->a + sizeof(prefix), 4);
	ip->len = 4;
}

/* one to three digits, and no 0 before another one. @return behind it, or NULL */
static const char *read_octet(
		unsigned char *octet, const char *p, const char *end)
{
	const char *first = p;
	unsigned int n = 0;

	for(; p < end && p < first + 3 && is_digit(*p); p++)
		n = n * 10 + (unsigned int)(*p - '0');
	if(p == first || n > 255 || (*first == '0' && p > first + 1))
		return NULL;
	*octet = (unsigned char)n;
	return p;
}

/* as inet_pton() reads it, which wants a copy with a NUL behind it. @return 1 or 0 */
static int read_v4(unsigned char *a, str host)
{
	const char *p = host.s, *end = p + host.len;
	int i;

	for(i = 0; i < 4; i++) {
		if(i > 0 && (p == end || *p++ != '.'))
			return 0;
		if((p = read_octet(&a[i], p, end)) == NULL)
			return 0;
	}
	return p == end;
}

static int read_v6(unsigned char *a, str host)
{
	char text[INET6_ADDRSTRLEN];

	if(host.len >= (int)sizeof(text))
		return 0;
	memcpy(text, host.s, host.len);
	text[host.len] = '\0';
	return strlen(text) == (size_t)host.len
		   && inet_pton(AF_INET6, text, a) == 1;
}

struct r302_ip r302_uri_ip(str host)
{
	struct r302_ip ip = {0, {0}};

	if(host.len < 2)
		return ip;
	if(host.s[0] == '[' && host.s[host.len - 1] == ']')
		ip.len = read_v6(ip.a, cut(host.s + 1, host.s + host.len - 1)) ? 16 : 0;
	else if(read_v4(ip.a, host))
		ip.len = 4;
	else if(memchr(host.s, ':', host.len)) /* as in a Via */
		ip.len = read_v6(ip.a, host) ? 16 : 0;
	unmap(&ip);
	return ip;
}

int r302_ip_equal(const struct r302_ip *a, const struct r302_ip *b)
{
	return a->len && a->len == b->len && memcmp(a->a, b->a, a->len) == 0;
}

static int is_host(str h)
{
	int i;

	if(h.len == 0)
		return 0;
	if(h.s[0] == '[')
		return r302_uri_ip(h).len != 0;
	for(i = 0; i < h.len; i++) {
		if(class_of[(unsigned char)h.s[i]] != IN_HOST)
			return 0;
	}
	return 1;
}

static int read_port(unsigned short *port, const char *p, const char *end)
{
	unsigned int n = 0;

	if(p == end || end - p > 5)
		return -1;
	for(; p < end; p++) {
		if(!is_digit(*p))
			return -1;
		n = n * 10 + (*p - '0');
	}
	if(n == 0 || n > 65535)
		return -1;
	*port = (unsigned short)n;
	return 0;
}

static int split_userinfo(
		struct r302_uri *u, const struct seams *s, const char *p)
{
	u->user = cut(p, s->password ? s->password : s->at);
	if(s->password)
		u->password = cut(s->password + 1, s->at);
	return u->user.len ? 0 : -1; /* "sip:@host" has no user to be empty */
}

/* colon: the first ':', which is the port's unless the host has brackets */
static int split_hostport(
		struct r302_uri *u, const char *p, const char *colon, const char *end)
{
	const char *stop = colon ? colon : end;

	if(p < end && *p == '[') {
		stop = find(p, end, "]");
		if(stop == end)
			return -1;
		stop++;
	}
	u->host = cut(p, stop);
	if(!is_host(u->host))
		return -1;
	if(stop == end)
		return 0;
	return *stop == ':' ? read_port(&u->port, stop + 1, end) : -1;
}

/* p: behind the scheme */
static int split_sip(struct r302_uri *u, const struct seams *s, const char *p,
		const char *end)
{
	const char *tail = s->tail ? s->tail : end;
	const char *query = s->query ? s->query : end;

	if(s->at) {
		if(s->ats > 1 || split_userinfo(u, s, p) < 0)
			return -1;
		p = s->at + 1;
	}
	if(split_hostport(u, p, s->port, tail) < 0)
		return -1;
	if(tail < query) /* a ';' */
		u->params = cut(tail + 1, query);
	if(query < end)
		u->headers = cut(query + 1, end);
	return 0;
}

static int split_tel(struct r302_uri *u, const char *p, const char *end)
{
	const char *stop = find(p, end, ";");

	u->user = cut(p, stop);
	if(stop < end)
		u->params = cut(stop + 1, end);
	if(u->user.len == 0)
		return -1;
	for(; p < stop; p++) {
		if(!*p || (hex(*p) < 0 && !strchr("+-.()*#", *p)))
			return -1;
	}
	return 0;
}

static int is_scheme(const char *p, const char *end)
{
	if(p == end || !is_alpha(*p))
		return 0;
	for(; p < end; p++) {
		if(!is_alpha(*p) && !is_digit(*p) && *p != '+' && *p != '-'
				&& *p != '.')
			return 0;
	}
	return 1;
}

static int next_piece(str *rest, char sep, str *name, str *value)
{
	char stops[2] = {sep, '\0'};
	const char *end = rest->s + rest->len;
	const char *stop, *eq;

	while(rest->len > 0 && *rest->s == sep)
		*rest = cut(rest->s + 1, end);
	if(rest->len <= 0)
		return 0;
	stop = find(rest->s, end, stops);
	eq = find(rest->s, stop, "=");
	*name = cut(rest->s, eq);
	*value = eq < stop ? cut(eq + 1, stop) : cut(stop, stop);
	*rest = cut(stop, end);
	return 1;
}

/* too many parameters or URI headers */
static int is_excessive(const struct r302_uri *u)
{
	str params = u->params, headers = u->headers, n, v;
	int i = 0;

	if(params.len + headers.len <= R302_URI_PARAMS_MAX)
		return 0;
	while(i <= R302_URI_PARAMS_MAX && next_piece(&params, ';', &n, &v))
		i++;
	while(i <= R302_URI_PARAMS_MAX && next_piece(&headers, '&', &n, &v))
		i++;
	return i > R302_URI_PARAMS_MAX;
}

/* "sip", "sips" and "tel" without case; the scheme of a good URI is letters,
 * digits and "+-." */
static enum r302_scheme scheme_of(const char *p, const char *colon)
{
	if(colon - p < 3 || colon - p > 4)
		return R302_OTHER;
	if(lower(p[0]) == 's' && lower(p[1]) == 'i' && lower(p[2]) == 'p') {
		if(colon - p == 3)
			return R302_SIP;
		return lower(p[3]) == 's' ? R302_SIPS : R302_OTHER;
	}
	if(colon - p == 3 && lower(p[0]) == 't' && lower(p[1]) == 'e'
			&& lower(p[2]) == 'l')
		return R302_TEL;
	return R302_OTHER;
}

int r302_uri_split(struct r302_uri *u, str text)
{
	struct r302_uri r;
	const char *p = text.s, *end = text.s + text.len;
	struct seams seams;
	int bad = 0;

	/* short enough to be cleared by plain stores */
	memset(&r.user, 0, sizeof(r) - offsetof(struct r302_uri, user));
	r.whole = text;
	if(text.len <= 0 || find_seams(&seams, p, end) < 0 || seams.scheme == NULL
			|| seams.scheme + 1 == end)
		return -1;
	r.scheme = scheme_of(p, seams.scheme);
	if(r.scheme == R302_SIP || r.scheme == R302_SIPS)
		bad = split_sip(&r, &seams, seams.scheme + 1, end);
	else if(r.scheme == R302_TEL)
		bad = split_tel(&r, seams.scheme + 1, end);
	else
		bad = !is_scheme(p, seams.scheme);
	if(bad || is_excessive(&r))
		return -1;
	*u = r;
	return 0;
}

int r302_uri_char(const char **s, const char *end)
{
	const char *p = *s;

	int c;

	if(*p == '%' && end - p >= 3 && hex(p[1]) >= 0 && hex(p[2]) >= 0) {
		*s += 3;
		c = hex(p[1]) * 16 + hex(p[2]);
		return c && strchr(";/?:@&=+$,", c) ? c | R302_ESCAPED : c;
	}
	*s += 1;
	return (unsigned char)*p;
}

static int same_escaped(str a, str b, int fold)
{
	const char *p = a.s, *pe = a.s + a.len;
	const char *q = b.s, *qe = b.s + b.len;
	int c, d;

	while(p < pe && q < qe) {
		c = r302_uri_char(&p, pe);
		d = r302_uri_char(&q, qe);
		if(fold ? lower(c) != lower(d) : c != d)
			return 0;
	}
	return p == pe && q == qe;
}

int r302_uri_next_param(str *rest, str *name, str *value)
{
	return next_piece(rest, ';', name, value);
}

int r302_uri_param(const struct r302_uri *u, const char *name, str *value)
{
	str rest = u->params, n, v;

	while(r302_uri_next_param(&rest, &n, &v)) {
		if(r302_text_is(n, name)) {
			if(value)
				*value = v;
			return 1;
		}
	}
	return 0;
}

static int find_piece(str rest, char sep, str wanted, str *value)
{
	str n;

	while(next_piece(&rest, sep, &n, value)) {
		if(same_escaped(n, wanted, 1))
			return 1;
	}
	return 0;
}

static int is_decisive(str name)
{
	int i;

	for(i = 0; decisive[i]; i++) {
		if(r302_text_is(name, decisive[i]))
			return 1;
	}
	return 0;
}

/* every parameter of a that b has too is the same there, and none that
 * decides is missing from b */
static int params_agree(str a, str b)
{
	str n, v, other;

	while(next_piece(&a, ';', &n, &v)) {
		if(find_piece(b, ';', n, &other)) {
			if(!same_escaped(v, other, 1))
				return 0;
		} else if(is_decisive(n)) {
			return 0;
		}
	}
	return 1;
}

/* header components are never ignored, in whatever order they come */
static int headers_within(str a, str b)
{
	str n, v, other;

	while(next_piece(&a, '&', &n, &v)) {
		if(!find_piece(b, '&', n, &other) || !same_escaped(v, other, 0))
			return 0;
	}
	return 1;
}

static int same_host(str a, str b)
{
	struct r302_ip x, y;

	if(r302_text_same(a, b))
		return 1;
	if(a.len == 0 || b.len == 0 || a.s[0] != '[' || b.s[0] != '[')
		return 0;
	x = r302_uri_ip(a); /* [::1] is [0:0::1], RFC 5954 4.2 */
	y = r302_uri_ip(b);
	return r302_ip_equal(&x, &y);
}

/* RFC 3966 4: separators do not count */
static int same_number(str a, str b)
{
	const char *p = a.s, *pe = a.s + a.len;
	const char *q = b.s, *qe = b.s + b.len;

	for(;; p++, q++) {
		while(p < pe && strchr("-.()", *p))
			p++;
		while(q < qe && strchr("-.()", *q))
			q++;
		if(p == pe || q == qe)
			return p == pe && q == qe;
		if(lower(*p) != lower(*q))
			return 0;
	}
}

int r302_uri_equal(const struct r302_uri *a, const struct r302_uri *b)
{
	if(a->scheme != b->scheme)
		return 0;
	if(a->whole.len == b->whole.len
			&& memcmp(a->whole.s, b->whole.s, a->whole.len) == 0)
		return 1;
	if(a->scheme == R302_OTHER)
		return 0;
	if(a->scheme == R302_TEL)
		return same_number(a->user, b->user)
			   && params_agree(a->params, b->params)
			   && params_agree(b->params, a->params);
	return a->port == b->port && same_escaped(a->user, b->user, 0)
		   && same_escaped(a->password, b->password, 0)
		   && same_host(a->host, b->host) && params_agree(a->params, b->params)
		   && params_agree(b->params, a->params)
		   && headers_within(a->headers, b->headers)
		   && headers_within(b->headers, a->headers);
}

static uint32_t mix(uint32_t h, int c)
{
	return (h ^ (uint32_t)(c & 255)) * 16777619u; /* FNV-1a */
}

/* Parameters that decide are the same ones in equal URIs, in any order: added
 * up. The others may be missing from one and must not count. */
static uint32_t hash_params(str rest)
{
	const char *p, *end;
	uint32_t sum = 0, h;
	str n, v;
	int i;

	while(next_piece(&rest, ';', &n, &v)) {
		if(!is_decisive(n))
			continue;
		h = 2166136261u;
		for(i = 0; i < n.len; i++)
			h = mix(h, lower(n.s[i]));
		for(p = v.s, end = p + v.len; p < end;)
			h = mix(h, lower(r302_uri_char(&p, end) & 255));
		sum += h;
	}
	return sum;
}

uint32_t r302_uri_hash(const struct r302_uri *u)
{
	uint32_t h = mix(2166136261u, u->scheme);
	const char *p, *end;
	struct r302_ip ip = {0, {0}};
	int i;

	if(u->scheme == R302_OTHER || u->scheme == R302_TEL) {
		/* separators in a number must not count: hash only the scheme */
		for(i = 0; u->scheme == R302_OTHER && i < u->whole.len; i++)
			h = mix(h, u->whole.s[i]);
		return h;
	}
	for(p = u->user.s, end = p + u->user.len; p < end;)
		h = mix(h, *p == '%' ? r302_uri_char(&p, end) : *p++);
	if(u->host.len && u->host.s[0] == '[')
		ip = r302_uri_ip(u->host);
	for(i = 0; i < ip.len; i++)
		h = mix(h, ip.a[i]);
	for(i = 0; !ip.len && i < u->host.len; i++)
		h = mix(h, lower(u->host.s[i]));
	return mix(mix(h, u->port), u->port >> 8) + hash_params(u->params);
}
