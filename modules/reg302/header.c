/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>
#include "header.h"

/** What to do with a field. */
enum use
{
	SKIP,
	TAKE,
	LENGTH, /* Content-Length: skip it when it is a number */
	CORE	/* the core has to parse it */
};

struct row
{
	const char *name;
	enum use use;
	hdr_types_t type;
};

/* by length, the ends of the rows of a length at 0 */
static const struct row rows[][6] = {
		[1] = {{"m", TAKE, HDR_CONTACT_T}, {"k", TAKE, HDR_SUPPORTED_T},
				{"l", LENGTH, 0}, {"s", SKIP, 0}, {0}},
		[2] = {{"to", CORE, 0}, {0}},
		[3] = {{"via", CORE, 0}, {0}},
		[4] = {{"from", CORE, 0}, {"path", CORE, 0}, {"cseq", CORE, 0}, {0}},
		[7] = {{"contact", TAKE, HDR_CONTACT_T},
				{"expires", TAKE, HDR_EXPIRES_T}, {"call-id", CORE, 0},
				{"require", CORE, 0}, {0}},
		[9] = {{"supported", TAKE, HDR_SUPPORTED_T}, {0}},
		[10] = {{"user-agent", TAKE, HDR_USERAGENT_T}, {0}},
		[12] = {{"content-type", CORE, 0}, {0}},
		[14] = {{"content-length", LENGTH, 0}, {0}},
		[19] = {{"content-disposition", CORE, 0}, {0}}};

#define LENGTHS ((int)(sizeof(rows) / sizeof(*rows)))

/* a compact form that is not in the table may be any field */
static const struct row other = {"", SKIP, 0}, compact = {"", CORE, 0};

/* four characters in lower case; of what cut_line() lets into a name no two become
 * the same by it that are not */
static uint32_t lower4(const char *s)
{
	uint32_t word;

	memcpy(&word, s, sizeof(word));
	return word | 0x20202020;
}

/* the last four are looked at twice in part when four do not divide len */
static int is_name(const char *s, const char *name, int len)
{
	int i;

	if(len < 4) {
		for(i = 0; i < len && (s[i] | 32) == name[i]; i++)
			;
		return i == len;
	}
	for(i = 0; i < len - 4; i += 4) {
		if(lower4(s + i) != lower4(name + i))
			return 0;
	}
	return lower4(s + len - 4) == lower4(name + len - 4);
}

static const struct row *row_of(str name)
{
	const struct row *row;

	if(name.len < LENGTHS) {
		for(row = rows[name.len]; row->name; row++) {
			if(is_name(name.s, row->name, name.len))
				return row;
		}
	}
	return name.len == 1 ? &compact : &other;
}

/* letters, digits, '-' and '_' */
static const unsigned char in_name[256] = {['-'] = 1,
		['_'] = 1,
		['0' ... '9'] = 1,
		['A' ... 'Z'] = 1,
		['a' ... 'z'] = 1};

static const unsigned char is_blank[256] = {
		[' '] = 1, ['\t'] = 1, ['\r'] = 1, ['\n'] = 1, ['\0'] = 1};

static str trim(str s)
{
	while(s.len > 0 && is_blank[(unsigned char)*s.s]) {
		s.s++;
		s.len--;
	}
	while(s.len > 0 && is_blank[(unsigned char)s.s[s.len - 1]])
		s.len--;
	return s;
}

/* @return 0, or -1 when the line is not "Name: body" */
static int cut_line(str *name, str *body, str line)
{
	int i = 0;

	while(i < line.len && in_name[(unsigned char)line.s[i]])
		i++;
	if(i == 0 || i == line.len || line.s[i] != ':')
		return -1;
	name->s = line.s;
	name->len = i;
	body->s = line.s + i + 1;
	body->len = line.len - i - 1;
	return 0;
}

static int is_length(str text)
{
	int i;

	for(i = 0; i < text.len && text.s[i] >= '0' && text.s[i] <= '9'; i++)
		;
	return i == text.len && i > 0 && i < 10;
}

static int take(
		struct r302_rest *rest, const struct row *row, str name, str body)
{
	hdr_field_t *h;

	if(rest == NULL)
		return 0;
	if(rest->n == (int)(sizeof(rest->field) / sizeof(*rest->field)))
		return -1;
	h = &rest->field[rest->n];
	memset(h, 0, sizeof(*h));
	h->type = row->type;
	h->name = name;
	h->body = trim(body);
	rest->types |= HDR_T2F(row->type);
	if(rest->n++)
		h[-1].next = h;
	return 0;
}

/* @return 0, or -1 when the core has to look at it */
static int read_line(struct r302_rest *rest, str line)
{
	const struct row *row;
	str name, body;

	if(cut_line(&name, &body, line) < 0)
		return -1;
	row = row_of(name);
	switch(row->use) {
		case SKIP:
			return 0;
		case TAKE:
			return take(rest, row, name, body);
		case LENGTH:
			return is_length(trim(body)) ? 0 : -1;
		default:
			return -1;
	}
}

static int is_empty(const char *p, const char *end)
{
	return *p == '\n' || (*p == '\r' && end - p > 1 && p[1] == '\n');
}

/* A folded line begins with a blank, which begins no name.
 * @return 0 at the empty line; -1: the core has to parse them */
static int read_lines(struct r302_rest *rest, char *p, const char *end)
{
	char *newline;
	str line;

	for(; p < end && !is_empty(p, end); p = newline + 1) {
		newline = memchr(p, '\n', end - p);
		if(newline == NULL)
			return -1;
		line.s = p;
		line.len = (int)(newline - p);
		if(read_line(rest, line) < 0)
			return -1;
	}
	return p < end ? 0 : -1;
}

void r302_header_forget(struct r302_rest *rest)
{
	rest->n = 0;
	rest->types = 0;
}

int r302_header_read(struct r302_rest *rest, struct sip_msg *msg)
{
	static unsigned int known; /* the last request read, and how far */
	static const char *from;

	if(rest)
		r302_header_forget(rest);
	if((msg->parsed_flag & HDR_EOH_F) == HDR_EOH_F
			|| (rest == NULL && known == msg->id && from == msg->unparsed))
		return 0;
	if(msg->h_via1 && msg->from && msg->to && msg->callid && msg->cseq
			&& read_lines(rest, msg->unparsed, msg->buf + msg->len) == 0) {
		known = msg->id;
		from = msg->unparsed;
		return 0;
	}
	if(rest)
		r302_header_forget(rest);
	return parse_headers(msg, HDR_EOH_F, 0) < 0 ? -1 : 0;
}
