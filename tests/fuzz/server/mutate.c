/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "mutate.h"

#define LINES 96
#define LINE 16384
#define TEMPLATES 64
#define USERS 64

struct line
{
	int len;
	char s[LINE];
};

/** A message under work: its lines without their ends, and its body. */
static struct
{
	int n;
	struct line line[LINES];
	struct line body;
	const char *eol;
} m;

static char *template[TEMPLATES];
static int templates;
static uint64_t state; /* of this message */

static const char *const values[] = {"", "*", "0", "-1", "4294967295",
		"4294967296", "99999999999999999999", "abc", "\"", "\"\\", "<", ">",
		"<>", "<sip:>", "<sip:a@>", "sip:", "sip:@h", "<sip:a@h", "a <sip:a@h>",
		"\"a\\\" <sip:a@h>", "<sip:a@h>;q=2", "<sip:a@h>;q=0.333;expires=60",
		"<sip:a@[::1]:5070;transport=tcp>;expires=4294967295",
		"<sip:a@192.0.2.1:65536>", "<sip:a%00b@h>",
		"<sip:a@h?Route=%3Csip:x%3E>",
		"<sips:a@h>;+sip.instance=\"<urn:uuid:1>\";reg-id=1",
		"<sip:a@h>;+sip.instance=\"<>\"", "<sip:a@h;gr=x>", "<sip:a@h;gr>",
		"<sip:a@h;pn-provider=p;pn-prid=i>", "<tel:+1-201-555-0123>",
		"<mailto:a@h>", "<sip:a@10.0.0.1:5062>", "<sip:a@h;lr>,<sip:b@h;lr>",
		"<sip:a@h>,,<sip:b@h>", "<sip:a@h>,*", "SIP/2.0/UDP 127.0.0.9",
		"SIP/2.0/UDP 10.0.0.1:99999;branch=z9hG4bK1;rport",
		"SIP/2.0/TCP [::1]:5060;branch=z9hG4bK2;received=127.0.0.9;rport=9",
		"SIP/2.0/UDP 127.0.0.9;maddr=127.0.0.8;ttl=1;branch=z9hG4bK",
		"1 REGISTER", "2147483648 INVITE", "-1 ACK", "1 \"INVITE\"",
		"path, outbound, gruu", "gruu", "outbound", "path", "foo, bar,,baz",
		"application/sdp", "text/plain;x=\"\xff\"",
		"attachment;handling=optional", "Thu, 01 Dec 1994 16:00:00 GMT"};

static const char *const tokens[] = {",", ";", ";;", "=", "\"", "<", ">", "@",
		":", "%", "%00", "%0d%0a", "%4", "?", "&", "*", "\\", "\t", " ", "\r",
		"\n", "\r\n", "\r\n ", "\r\n\r\n", "//", "[", "]", "[::", ";lr", ";ob",
		";q=", ";q=1.0", ";expires=", ";expires=0", ";reg-id=1", ";rport",
		";received=", ";maddr=", ";tag=", ";branch=", ";transport=ws", ";gr",
		";+sip.instance=\"<urn:uuid:1>\"", ";pn-prid=1",
		"sips:", "tel:", ".invalid", "\x80", "\xff", "\xc3\xbc"};

static const char *const numbers[] = {"0", "1", "-1", "59", "60", "3600",
		"65535", "65536", "2147483647", "2147483648", "4294967295",
		"4294967296", "18446744073709551616", "00000000000000000001"};

/* long name, compact form */
static const char *const names[][2] = {{"Contact", "m"}, {"Via", "v"},
		{"From", "f"}, {"To", "t"}, {"Call-ID", "i"}, {"Supported", "k"},
		{"Content-Length", "l"}, {"Content-Type", "c"}};

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

uint64_t mutate_random(uint64_t *s)
{
	uint64_t z = (*s += 0x9e3779b97f4a7c15ULL);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
	return z ^ (z >> 31);
}

/* 0 to n - 1 */
static int below(int n)
{
	return n > 0 ? (int)(mutate_random(&state) % (unsigned int)n) : 0;
}

/* ---- the messages to start from */

static char *read_file(const char *path)
{
	char *text = calloc(1, LINE);
	FILE *f = fopen(path, "r");

	if(f == NULL || text == NULL || fread(text, 1, LINE - 1, f) == 0) {
		free(text);
		text = NULL;
	}
	if(f)
		fclose(f);
	return text;
}

static int is_file(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

int mutate_load(const char *folder)
{
	struct dirent **list;
	char path[4096];
	int n = scandir(folder, &list, is_file, alphasort), i;

	for(i = 0; i < n && templates < TEMPLATES; i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, list[i]->d_name);
		template[templates] = read_file(path);
		templates += template[templates] != NULL;
		free(list[i]);
	}
	if(n >= 0)
		free(list);
	return templates ? templates : -1;
}

/* $user $other $n $host in a message */
static int expand(
		char *out, int size, const char *s, uint64_t n, const char *host)
{
	int user = below(USERS), other = below(USERS), len = 0;
	const char *p;

	for(p = s; *p && len < size - 64; p++) {
		if(strncmp(p, "$user", 5) == 0) {
			len += snprintf(out + len, 32, "u%d", user);
			p += 4;
		} else if(strncmp(p, "$other", 6) == 0) {
			len += snprintf(out + len, 32, "u%d", other);
			p += 5;
		} else if(strncmp(p, "$n", 2) == 0) {
			len += snprintf(out + len, 32, "%u", (unsigned int)n);
			p += 1;
		} else if(strncmp(p, "$host", 5) == 0) {
			len += snprintf(out + len, 64, "%s", host);
			p += 4;
		} else {
			out[len++] = *p;
		}
	}
	return len;
}

static void put_line(struct line *l, const char *s, int len)
{
	l->len = len < LINE ? len : LINE;
	memcpy(l->s, s, l->len);
}

static void start(uint64_t n, const char *host)
{
	static char text[2 * LINE];
	int len = expand(text, LINE, template[below(templates)], n, host);
	char *p = text, *end = text + len, *eol;

	m.n = 0;
	m.body.len = 0;
	m.eol = "\r\n";
	while(p < end && m.n < LINES / 2) {
		eol = memchr(p, '\n', end - p);
		if(eol == NULL)
			eol = end;
		if(eol == p) {
			if(end - p > 1)
				put_line(&m.body, p + 1, (int)(end - p - 1));
			return;
		}
		put_line(&m.line[m.n++], p, (int)(eol - p));
		p = eol + 1;
	}
}

/* ---- what can be done to it */

static struct line *any_line(void)
{
	return &m.line[below(m.n)];
}

static struct line *any_header(void)
{
	return &m.line[m.n > 1 ? 1 + below(m.n - 1) : 0];
}

/* put len bytes in the place of gone bytes */
static void replace(struct line *l, int at, int gone, const char *s, int len)
{
	if(l->len - gone + len > LINE)
		return;
	memmove(l->s + at + len, l->s + at + gone, l->len - at - gone);
	memcpy(l->s + at, s, len);
	l->len += len - gone;
}

static void insert(struct line *l, int at, const char *s)
{
	replace(l, at, 0, s, (int)strlen(s));
}

/* first byte of the value of a header */
static int value_at(const struct line *l)
{
	const char *colon = memchr(l->s, ':', l->len);
	int at = colon ? (int)(colon - l->s) + 1 : 0;

	return at < l->len && l->s[at] == ' ' ? at + 1 : at;
}

static void other_value(void)
{
	struct line *l = any_header();
	int at = value_at(l);

	l->len = at;
	insert(l, at, values[below(COUNT(values))]);
}

static void one_more_value(void)
{
	struct line *l = any_header();

	insert(l, l->len, below(4) ? ", " : ",");
	insert(l, l->len, values[below(COUNT(values))]);
}

static void token(void)
{
	struct line *l = any_line();

	insert(l, below(l->len + 1), tokens[below(COUNT(tokens))]);
}

static void number(void)
{
	struct line *l = any_line();
	int from = below(l->len), to;

	while(from < l->len && (l->s[from] < '0' || l->s[from] > '9'))
		from++;
	for(to = from; to < l->len && l->s[to] >= '0' && l->s[to] <= '9';)
		to++;
	if(from == to)
		return;
	l->len -= to - from;
	memmove(l->s + from, l->s + to, l->len - from);
	insert(l, from, numbers[below(COUNT(numbers))]);
}

static void bytes(void)
{
	struct line *l = any_line();
	int i, n = 1 + below(4);

	for(i = 0; i < n && l->len; i++)
		l->s[below(l->len)] = (char)below(256);
}

static void cut_out(void)
{
	struct line *l = any_line();
	int at = below(l->len), n = below(l->len - at + 1);

	replace(l, at, below(3) ? n % 4 : n, "", 0);
}

static void again(void)
{
	static char piece[256];
	struct line *l = any_line();
	int at = below(l->len), n = 1 + below(l->len - at), times;

	if(l->len == 0 || n > (int)sizeof(piece))
		return;
	memcpy(piece, l->s + at, n);
	for(times = below(5) ? below(4) : below(2000); times > 0; times--)
		replace(l, at, 0, piece, n);
}

static void fold(void)
{
	static const char *const folds[] = {"\r\n ", "\r\n\t", "\n ", "\r\n   \t "};
	struct line *l = any_header();

	insert(l, value_at(l) + below(l->len - value_at(l) + 1),
			folds[below(COUNT(folds))]);
}

static void copy_line(void)
{
	const struct line *l = any_line();

	if(m.n < LINES) {
		put_line(&m.line[m.n], l->s, l->len);
		m.n++;
	}
}

static void drop_line(void)
{
	int i = below(m.n);

	if(m.n < 2)
		return;
	m.n--;
	put_line(&m.line[i], m.line[m.n].s, m.line[m.n].len);
}

static void swap_lines(void)
{
	static struct line spare;
	struct line *a = any_line(), *b = any_line();

	put_line(&spare, a->s, a->len);
	if(a != b)
		put_line(a, b->s, b->len);
	put_line(b, spare.s, spare.len);
}

static void name(void)
{
	struct line *l = any_header();
	int i = below(COUNT(names)), n = (int)strlen(names[i][0]), k;

	for(k = 0; k < m.n; k++) {
		if(m.line[k].len > n && strncmp(m.line[k].s, names[i][0], n) == 0) {
			replace(&m.line[k], 0, n, names[i][1], 1);
			return;
		}
	}
	for(k = 0; k < l->len && l->s[k] != ':'; k++)
		l->s[k] ^= below(2) && (l->s[k] & 64) ? 32 : 0;
}

static void body(void)
{
	static char text[64];
	int i, n = below((int)sizeof(text));

	for(i = 0; i < n; i++)
		text[i] = (char)below(256);
	put_line(&m.body, text, n);
	if(below(2))
		return;
	put_line(&m.line[m.n], "Content-Type: application/sdp", 29);
	m.n += m.n < LINES - 1;
}

static void other_eol(void)
{
	static const char *const eols[] = {"\n", "\r", "\n\n", "\r\n"};

	m.eol = eols[below(COUNT(eols))];
}

static void (*const mutations[])(void) = {other_value, other_value,
		one_more_value, one_more_value, token, token, token, number, number,
		bytes, bytes, cut_out, again, fold, fold, copy_line, drop_line,
		swap_lines, name, name, body, other_eol};

/* ---- to the wire */

static size_t put(char *out, size_t len, const char *s, size_t n)
{
	if(n > MESSAGE_MAX - len)
		n = MESSAGE_MAX - len;
	memcpy(out + len, s, n);
	return len + n;
}

static size_t print(char *out)
{
	size_t len = 0;
	int i;

	for(i = 0; i < m.n; i++) {
		len = put(out, len, m.line[i].s, m.line[i].len);
		len = put(out, len, m.eol, strlen(m.eol));
	}
	len = put(out, len, m.eol, strlen(m.eol));
	return put(out, len, m.body.s, m.body.len);
}

static size_t garbage(char *out)
{
	size_t len = 1 + below(2000), i;

	for(i = 0; i < len; i++)
		out[i] = (char)below(256);
	return len;
}

size_t mutate_message(char *out, uint64_t seed, uint64_t n, const char *host)
{
	int left;
	size_t len;

	state = seed + n * 0xd1342543de82ef95ULL;
	if(below(200) == 0)
		return garbage(out);
	start(n, host);
	for(left = below(4); left > 0 && m.n; left--)
		mutations[below(COUNT(mutations))]();
	len = print(out);
	if(below(100) == 0 && len > 1)
		len = 1 + below((int)len - 1);
	return len ? len : garbage(out);
}

void mutate_word(char *out, size_t size, uint64_t *s)
{
	static const char *const typed[] = {"1001", "u1", "u1@example.com",
			"sip:u2@example.com", "tel:+1-201-555-0123", "sip:a@192.0.2.1",
			"sip:a@h;x=1", "10.0.0.1", "10.0.0.1:5060", "[::1]:1", "::1", "all",
			"-1", "0", "3600", "0.5", "99999999999"};
	uint64_t which = mutate_random(s);
	const char *from = which & 256 ? values[which % COUNT(values)]
								   : typed[which % COUNT(typed)];
	size_t len = strlen(from);

	if(len >= size)
		len = size - 1;
	memcpy(out, from, len);
	out[len] = '\0';
	if(len && (which & 512) && (which & 1024)) /* 0 would end the argument */
		out[which % len] = (char)(1 + mutate_random(s) % 255);
}
