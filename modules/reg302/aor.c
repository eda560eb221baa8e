/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include "aor.h"

/* unreserved and user-unreserved of RFC 3261 25.1 */
static int may_stand_bare(int c)
{
	if((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
			|| (c >= 'A' && c <= 'Z'))
		return 1;
	return c > 0 && c < 128 && strchr("-_.!~*'()&=+$,;?/#", c) != NULL;
}

static int put(struct r302_aor *aor, int c)
{
	if(aor->len >= (int)sizeof(aor->s))
		return -1;
	aor->s[aor->len++] = (char)c;
	return 0;
}

static int put_escaped(struct r302_aor *aor, int c)
{
	static const char digits[] = "0123456789ABCDEF";

	if(may_stand_bare(c))
		return put(aor, c);
	if(put(aor, '%') < 0 || put(aor, digits[c >> 4]) < 0)
		return -1;
	return put(aor, digits[c & 15]);
}

static enum r302_err put_user(struct r302_aor *aor, const struct r302_uri *u)
{
	const char *p = u->user.s, *end = u->user.s + u->user.len;
	int c;

	while(p < end) {
		c = r302_uri_char(&p, end) & 255;
		if(u->scheme == R302_TEL && c && strchr("-.()", c))
			continue;
		if(put_escaped(aor, c) < 0 || aor->len > R302_USER_MAX)
			return R302_E_AOR_LONG;
	}
	return aor->len ? R302_OK : R302_E_AOR;
}

static enum r302_err put_host(struct r302_aor *aor, str host)
{
	int i;

	if(host.len > R302_HOST_MAX)
		return R302_E_AOR_LONG;
	put(aor, '@');
	for(i = 0; i < host.len; i++) {
		int c = host.s[i];
		put(aor, c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	return R302_OK;
}

enum r302_err r302_aor_of_uri(
		struct r302_aor *aor, const struct r302_uri *u, int use_domain)
{
	enum r302_err err;

	aor->len = 0;
	if(u->scheme == R302_OTHER)
		return R302_E_AOR;
	err = put_user(aor, u);
	if(err == R302_OK && use_domain && u->scheme != R302_TEL)
		err = put_host(aor, u->host);
	return err;
}

enum r302_err r302_aor_of_text(struct r302_aor *aor, str text, int use_domain)
{
	char buf[R302_AOR_MAX + 32];
	struct r302_uri u;
	str s = {buf, 0};
	int has_host;

	if(text.len <= 0)
		return R302_E_AOR;
	if(text.len > R302_AOR_MAX)
		return R302_E_AOR_LONG;
	if(r302_uri_split(&u, text) == 0 && u.scheme != R302_OTHER)
		return r302_aor_of_uri(aor, &u, use_domain);
	has_host = memchr(text.s, '@', text.len) != NULL;
	s.len = snprintf(buf, sizeof(buf), "sip:%.*s%s", text.len, text.s,
			has_host ? "" : "@localhost");
	if(r302_uri_split(&u, s) < 0)
		return R302_E_AOR;
	/* what has no host is an AOR without one: a number */
	return r302_aor_of_uri(aor, &u, use_domain && has_host);
}

str r302_aor_str(const struct r302_aor *aor)
{
	str s = {(char *)aor->s, aor->len};

	return s;
}
