/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <string.h>
#include "contact.h"

static int is_space(int c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void skip(str *s, int n)
{
	s->s += n;
	s->len -= n;
}

static void skip_spaces(str *s)
{
	while(s->len > 0 && is_space(*s->s))
		skip(s, 1);
}

static str trim_end(str s)
{
	while(s.len > 0 && is_space(s.s[s.len - 1]))
		s.len--;
	return s;
}

/* RFC 3261 25.1: token */
static int is_token_char(int c)
{
	if((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
			|| (c >= 'A' && c <= 'Z'))
		return 1;
	return c > 0 && c < 128 && strchr("-.!%*_+`'~", c) != NULL;
}

static str take_token(str *s)
{
	str t = {s->s, 0};

	while(s->len > 0 && is_token_char(*s->s)) {
		skip(s, 1);
		t.len++;
	}
	return t;
}

/* with its quotes; len 0 when it does not end or carries a NUL or newline */
static str take_quoted(str *s)
{
	str q = {s->s, 0};
	int i;

	for(i = 1; i < s->len && s->s[i]; i++) {
		if(s->s[i] == '\\' && i + 1 < s->len && s->s[i + 1]) {
			i++;
		} else if(s->s[i] == '"') {
			q.len = i + 1;
			skip(s, q.len);
			break;
		}
	}
	return q;
}

static int is_value_char(int c)
{
	return is_token_char(c) || c == '[' || c == ']' || c == ':' || c == '/'
		   || c == '@' || (c & 128);
}

static int take_value(str *s, str *value)
{
	skip_spaces(s);
	if(s->len > 0 && *s->s == '"') {
		*value = take_quoted(s);
		return value->len ? 0 : -1;
	}
	value->s = s->s;
	value->len = 0;
	while(s->len > 0 && is_value_char((unsigned char)*s->s)) {
		skip(s, 1);
		value->len++;
	}
	return value->len ? 0 : -1;
}

int r302_contact_next_param(str *rest, str *name, str *value)
{
	skip_spaces(rest);
	while(rest->len > 0 && *rest->s == ';') {
		skip(rest, 1);
		skip_spaces(rest);
	}
	if(rest->len <= 0)
		return 0;
	*name = take_token(rest);
	if(name->len == 0)
		return -1;
	value->s = rest->s;
	value->len = 0;
	skip_spaces(rest);
	if(rest->len > 0 && *rest->s == '=') {
		skip(rest, 1);
		if(take_value(rest, value) < 0)
			return -1;
		skip_spaces(rest);
	}
	return rest->len == 0 || *rest->s == ';' ? 1 : -1;
}

int r302_contact_q(str text)
{
	int i, q, unit = 100;

	if(text.len < 1 || text.len > 5 || (*text.s != '0' && *text.s != '1'))
		return -1;
	q = (*text.s - '0') * 1000;
	if(text.len > 1 && text.s[1] != '.')
		return -1;
	for(i = 2; i < text.len; i++, unit /= 10) {
		if(text.s[i] < '0' || text.s[i] > '9')
			return -1;
		q += (text.s[i] - '0') * unit;
	}
	return q <= 1000 ? q : -1;
}

static int read_number(uint32_t *n, str text)
{
	uint64_t v = 0;
	int i;

	for(i = 0; i < text.len; i++) {
		if(text.s[i] < '0' || text.s[i] > '9')
			return -1;
		v = v * 10 + (text.s[i] - '0');
		if(v > UINT32_MAX)
			v = UINT32_MAX;
	}
	*n = (uint32_t)v;
	return text.len ? 0 : -1;
}

uint32_t r302_contact_expires(str text)
{
	uint32_t n;

	return read_number(&n, text) < 0 ? 3600 : n;
}

static int read_reg_id(struct r302_contact *c, str value)
{
	/* RFC 5626 4.2: 1 to 2^31-1 */
	if(read_number(&c->reg_id, value) < 0 || c->reg_id == 0
			|| c->reg_id > INT32_MAX)
		return -1;
	return 0;
}

static int read_param(struct r302_contact *c, str name, str value)
{
	if(r302_text_is(name, "expires")) {
		c->expires = r302_contact_expires(value);
		c->has_expires = 1;
	} else if(r302_text_is(name, "q")) {
		c->q_milli = r302_contact_q(value);
		return c->q_milli < 0 ? -1 : 0;
	} else if(r302_text_is(name, "+sip.instance")) {
		if(value.len < 3 || *value.s != '"')
			return -1;
		c->instance = value;
	} else if(r302_text_is(name, "reg-id")) {
		return read_reg_id(c, value);
	}
	return 0;
}

static int read_params(struct r302_contact *c)
{
	str rest = c->params, name, value;
	int more;

	while((more = r302_contact_next_param(&rest, &name, &value)) > 0) {
		if(read_param(c, name, value) < 0)
			return -1;
	}
	return more;
}

/* where a contact without brackets or its parameters end: at a comma that is
 * not inside quotes; -1 when quotes do not end */
static int length_to_comma(str s)
{
	str q;
	int i = 0;

	while(i < s.len && s.s[i] != ',') {
		if(s.s[i] == '"') {
			q.s = s.s + i;
			q.len = s.len - i;
			q = take_quoted(&q);
			if(q.len == 0)
				return -1;
			i += q.len;
		} else {
			i++;
		}
	}
	return i;
}

/* *( token LWS ) or a quoted string, up to the '<' */
static int skip_display_name(str *s)
{
	if(s->len > 0 && *s->s == '"') {
		if(take_quoted(s).len == 0)
			return -1;
		skip_spaces(s);
	} else {
		while(s->len > 0 && *s->s != '<') {
			if(take_token(s).len == 0 && !((unsigned char)*s->s & 128))
				return -1;
			while(s->len > 0 && ((unsigned char)*s->s & 128))
				skip(s, 1);
			skip_spaces(s);
		}
	}
	return s->len > 0 && *s->s == '<' ? 0 : -1;
}

static int take_name_addr(str *s, str *uri)
{
	char *end;

	if(skip_display_name(s) < 0)
		return -1;
	skip(s, 1);
	end = memchr(s->s, '>', s->len);
	if(end == NULL)
		return -1;
	uri->s = s->s;
	uri->len = (int)(end - s->s);
	skip(s, uri->len + 1);
	skip_spaces(s);
	return s->len == 0 || *s->s == ';' ? 0 : -1;
}

/* without brackets everything behind ';' is a header parameter, and a comma or
 * question mark is not allowed in the URI: RFC 3261 20 */
static int take_addr_spec(str *s, str *uri)
{
	char *semicolon = memchr(s->s, ';', s->len);
	str u = {s->s, semicolon ? (int)(semicolon - s->s) : s->len};

	skip(s, u.len);
	*uri = trim_end(u);
	return memchr(uri->s, '?', uri->len) ? -1 : 0;
}

/* a name-addr has its '<' before any ';' or ',' that is outside quotes */
static int is_name_addr(str s)
{
	int i;

	if(s.len > 0 && *s.s == '"')
		return 1;
	for(i = 0; i < s.len && s.s[i] != ';' && s.s[i] != ','; i++) {
		if(s.s[i] == '<')
			return 1;
	}
	return 0;
}

/* a URI in brackets may carry commas: look for the end behind the bracket */
static int length_of_contact(str s)
{
	const char *bracket;
	int i = 0, n;
	str rest;

	if(is_name_addr(s)) {
		rest = s;
		if(skip_display_name(&rest) < 0)
			return -1;
		bracket = memchr(rest.s, '>', rest.len);
		i = bracket ? (int)(bracket - s.s) : s.len;
	}
	rest.s = s.s + i;
	rest.len = s.len - i;
	n = length_to_comma(rest);
	return n < 0 ? -1 : i + n;
}

static int read_contact(struct r302_contact *c, str text)
{
	str uri;
	int bad;

	memset(&c->uri_hash, 0,
			sizeof(*c) - offsetof(struct r302_contact, uri_hash));
	c->q_milli = R302_Q_NONE;
	bad = is_name_addr(text) ? take_name_addr(&text, &uri)
							 : take_addr_spec(&text, &uri);
	if(bad || r302_uri_split(&c->uri, uri) < 0)
		return -1;
	if(text.len > 0)
		skip(&text, 1); /* the ';' */
	c->params = trim_end(text);
	c->uri_hash = r302_uri_hash(&c->uri);
	return read_params(c);
}

int r302_contact_next(str *rest, struct r302_contact *c)
{
	str text;
	int n;

	skip_spaces(rest);
	if(rest->len <= 0)
		return 0;
	n = length_of_contact(*rest);
	if(n < 0)
		return -1;
	text.s = rest->s;
	text.len = n;
	skip(rest, n);
	if(rest->len > 0) {
		skip(rest, 1); /* the comma; something must follow it */
		skip_spaces(rest);
		if(rest->len == 0)
			return -1;
	}
	return read_contact(c, trim_end(text)) < 0 ? -1 : 1;
}

/* q and expires are kept as numbers, a GRUU that the client names is ignored
 * (RFC 5627 5.1) */
static int is_kept(str name)
{
	return !r302_text_is(name, "q") && !r302_text_is(name, "expires")
		   && !r302_text_is(name, "pub-gruu")
		   && !r302_text_is(name, "temp-gruu");
}

/** A place to write, that remembers when it ran out. */
struct out
{
	char *s;
	int len;
	int size;
};

static void put(struct out *o, const char *s, int len)
{
	if(o->len < 0 || len > o->size - o->len) {
		o->len = -1;
		return;
	}
	memcpy(o->s + o->len, s, len);
	o->len += len;
}

int r302_contact_keep(struct r302_contact *c, char *buf, int size)
{
	struct out o = {buf, 0, size};
	str rest = c->params, name, value;

	while(r302_contact_next_param(&rest, &name, &value) > 0) {
		if(!is_kept(name))
			continue;
		if(o.len > 0)
			put(&o, ";", 1);
		put(&o, name.s, name.len);
		if(value.len == 0)
			continue;
		put(&o, "=", 1);
		put(&o, value.s, value.len);
		if(value.s == c->instance.s && o.len > 0)
			c->instance.s = buf + o.len - value.len;
	}
	c->params.s = buf;
	c->params.len = o.len;
	return o.len;
}
