/* What an operator types or a To names: one form, and it can be printed.
 * SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "aor.h"

static int is_printable(str s)
{
	int i;

	for(i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.s[i];
		if(c <= ' ' || c >= 127 || c == '<' || c == '>' || c == '"')
			return 0;
	}
	return 1;
}

static int count(str s, int c)
{
	int i, n = 0;

	for(i = 0; i < s.len; i++)
		n += s.s[i] == c;
	return n;
}

static void check_form(str text, const struct r302_aor *aor, int use_domain)
{
	str s = r302_aor_str(aor);

	REQUIRE(s.len > 0 && s.len <= R302_AOR_MAX, "%.*s has a length", TEXT(s));
	REQUIRE(is_printable(s), "%.*s can be printed", TEXT(text));
	REQUIRE(count(s, ':') == 0 || use_domain, "no password or port: %.*s",
			TEXT(s));
	REQUIRE(count(s, '@') <= use_domain, "one host at most: %.*s", TEXT(s));
}

/* what is printed can be typed again and names the same user */
static void check_again(const struct r302_aor *aor, int use_domain)
{
	struct r302_aor again;
	str s = r302_aor_str(aor);

	REQUIRE(r302_aor_of_text(&again, s, use_domain) == R302_OK
					&& is_same(r302_aor_str(&again), s),
			"%.*s is found under its own name", TEXT(s));
}

static void check_uri(str text, int use_domain)
{
	struct r302_aor of_uri, of_text;
	struct r302_uri u;
	enum r302_err err;

	if(r302_uri_split(&u, text) < 0 || u.scheme == R302_OTHER)
		return;
	err = r302_aor_of_uri(&of_uri, &u, use_domain);
	if(text.len <= R302_AOR_MAX)
		REQUIRE(r302_aor_of_text(&of_text, text, use_domain) == err,
				"%.*s in a message and typed", TEXT(text));
	if(err == R302_OK && text.len <= R302_AOR_MAX)
		REQUIRE(is_same(r302_aor_str(&of_uri), r302_aor_str(&of_text)),
				"%.*s in a message and typed", TEXT(text));
	if(err == R302_OK)
		check_form(text, &of_uri, use_domain);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = {data, size};
	str text = input_line(&in);
	struct r302_aor aor;
	int use_domain;

	for(use_domain = 0; use_domain <= 1; use_domain++) {
		check_uri(text, use_domain);
		if(r302_aor_of_text(&aor, text, use_domain) != R302_OK)
			continue;
		check_form(text, &aor, use_domain);
		check_again(&aor, use_domain);
	}
	free(text.s);
	return 0;
}
