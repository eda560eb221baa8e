/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "sql.h"

#define QUARTERS (86400 * 4LL) /* quarters of a second in a day */
#define EPOCH_DAYS 2440587LL   /* 1970-01-01 0:00 is half a day later */

struct r302_value r302_value_text(str text)
{
	struct r302_value v = {R302_V_TEXT, {.text = text}};

	return v;
}

void r302_sql_start(
		struct r302_sql *sql, char *buf, size_t size, enum r302_dialect d)
{
	sql->s = buf;
	sql->size = size;
	sql->len = 0;
	sql->full = 0;
	sql->dialect = d;
}

static void put(struct r302_sql *sql, const char *s, size_t len)
{
	if(len > sql->size - sql->len) {
		sql->full = 1;
		return;
	}
	memcpy(sql->s + sql->len, s, len);
	sql->len += len;
}

static void put_char(struct r302_sql *sql, char c)
{
	put(sql, &c, 1);
}

void r302_sql_words(struct r302_sql *sql, const char *words)
{
	put(sql, words, strlen(words));
}

void r302_sql_name(struct r302_sql *sql, str name)
{
	put(sql, name.s, name.len);
}

int r302_sql_is_name(str name)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
								  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
	int i;

	for(i = 0; i < name.len; i++) {
		if(name.s[i] == '\0' || strchr(allowed, name.s[i]) == NULL)
			return 0;
	}
	return name.len > 0;
}

/* Up to the next character that is written twice. */
static int plain_part(str rest, int backslash)
{
	int i;

	for(i = 0; i < rest.len; i++) {
		if(rest.s[i] == '\'' || (backslash && rest.s[i] == '\\'))
			break;
	}
	return i;
}

void r302_sql_text(struct r302_sql *sql, str text)
{
	int backslash, n;

	backslash = sql->dialect == R302_SQL_POSTGRES && text.len > 0
				&& memchr(text.s, '\\', text.len) != NULL;
	if(backslash)
		put(sql, " E", 2);
	put_char(sql, '\'');
	while(text.len > 0) {
		n = plain_part(text, backslash);
		put(sql, text.s, n);
		if(n < text.len) {
			put_char(sql, text.s[n]);
			put_char(sql, text.s[n]);
			n++;
		}
		text.s += n;
		text.len -= n;
	}
	put_char(sql, '\'');
}

void r302_sql_number(struct r302_sql *sql, int64_t n)
{
	char digits[24], *p = digits + sizeof(digits);
	uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do {
		*--p = (char)('0' + rest % 10);
		rest /= 10;
	} while(rest);
	if(n < 0)
		*--p = '-';
	put(sql, p, digits + sizeof(digits) - p);
}

/* at least so many digits */
static void put_digits(struct r302_sql *sql, uint64_t n, int digits)
{
	char buf[24], *p = buf + sizeof(buf);

	while(n || digits > 0) {
		*--p = (char)('0' + n % 10);
		n /= 10;
		digits--;
	}
	put(sql, p, buf + sizeof(buf) - p);
}

static void put_milli(struct r302_sql *sql, int64_t n)
{
	if(n < 0)
		put_char(sql, '-');
	n = n < 0 ? -n : n;
	put_digits(sql, (uint64_t)n / 1000, 1);
	put_char(sql, '.');
	put_digits(sql, (uint64_t)n % 1000, 3);
}

static void put_julian(struct r302_sql *sql, time_t t)
{
	int64_t quarters =
			(int64_t)t * 4 - 1 + EPOCH_DAYS * QUARTERS + QUARTERS / 2;

	if(quarters < 0)
		quarters = 0; /* before the first of all Julian days */
	put_digits(sql, (uint64_t)(quarters / QUARTERS), 1);
	put_char(sql, '.');
	/* ten decimals: what a double can hold of it */
	put_digits(sql, (uint64_t)(quarters % QUARTERS * 10000000000LL / QUARTERS),
			10);
}

static void put_local(struct r302_sql *sql, time_t t)
{
	struct tm tm;

	if(localtime_r(&t, &tm) == NULL)
		memset(&tm, 0, sizeof(tm));
	put_char(sql, '\'');
	put_digits(sql, (uint64_t)tm.tm_year + 1900, 4);
	put_char(sql, '-');
	put_digits(sql, (uint64_t)tm.tm_mon + 1, 2);
	put_char(sql, '-');
	put_digits(sql, (uint64_t)tm.tm_mday, 2);
	put_char(sql, ' ');
	put_digits(sql, (uint64_t)tm.tm_hour, 2);
	put_char(sql, ':');
	put_digits(sql, (uint64_t)tm.tm_min, 2);
	put_char(sql, ':');
	put_digits(sql, (uint64_t)tm.tm_sec, 2);
	put_char(sql, '\'');
}

void r302_sql_time(struct r302_sql *sql, time_t t)
{
	if(sql->dialect == R302_SQL_SQLITE)
		put_julian(sql, t);
	else
		put_local(sql, t);
}

void r302_sql_value(struct r302_sql *sql, const struct r302_value *v)
{
	switch(v->kind) {
		case R302_V_TEXT:
			r302_sql_text(sql, v->is.text);
			break;
		case R302_V_NUMBER:
			r302_sql_number(sql, v->is.number);
			break;
		case R302_V_MILLI:
			put_milli(sql, v->is.number);
			break;
		case R302_V_TIME:
			r302_sql_time(sql, v->is.time);
			break;
		default:
			r302_sql_words(sql, "NULL");
	}
}

str r302_sql_str(const struct r302_sql *sql)
{
	str s = {sql->s, sql->full ? 0 : (int)sql->len};

	return s;
}
