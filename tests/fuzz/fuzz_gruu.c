/* Lines: a Contact with an instance, its Call-ID, its AOR, and a URI that
 * somebody calls.
 * SPDX-License-Identifier: MIT */
#include <strings.h>
#include "fuzz.h"
#include "aor.h"
#include "gruu.h"

static const struct r302_key key = {0x0123456789abcdefULL, 0xfedcba9876543210};
static const struct r302_key other_key = {0x0123456789abcdefULL, 1};

enum
{
	CSEQ = 77,
	HASH = 0x5eed
};

static struct r302_binding *store(const struct r302_contact *c, str callid)
{
	struct r302_origin o = {.callid = callid, .cseq = CSEQ};
	struct r302_share share = {NULL, 1};
	struct r302_binding *b =
			malloc(sizeof(*b) + r302_binding_texts_size(c, &o, &share));

	r302_binding_write(b, (char *)(b + 1), c, &o, &share);
	r302_binding_touch(b, c, &o, 100, 50);
	return b;
}

/* @return how a URI is read, and whether that names the binding */
static int names(struct r302_gruu *g, char *buf, int len, str aor,
		const struct r302_binding *b, const struct r302_key *k)
{
	struct r302_uri u;
	str text = {buf, len};

	REQUIRE(r302_uri_split(&u, text) == 0, "%.*s is a URI", TEXT(text));
	REQUIRE(r302_gruu_read(g, &u) == 0, "%.*s is a GRUU", TEXT(text));
	return r302_gruu_names(g, aor, b, k);
}

static void check_temporary(str aor, struct r302_binding *b)
{
	char user[R302_TGRUU_LEN], buf[R302_TGRUU_LEN + 20];
	struct r302_gruu g;
	int n;

	r302_gruu_temporary(user, aor, HASH, b, &key);
	n = snprintf(buf, sizeof(buf), "sip:%.*s@h;gr", R302_TGRUU_LEN, user);
	REQUIRE(names(&g, buf, n, aor, b, &key), "%s is ours", buf);
	REQUIRE(g.kind == R302_GRUU_TEMPORARY && g.cseq == CSEQ
					&& r302_gruu_hash(&g, &key) == HASH,
			"%s is read as it was written", buf);
	REQUIRE(!names(&g, buf, n, aor, b, &other_key), "of this key only");
	aor.len--;
	REQUIRE(!names(&g, buf, n, aor, b, &key), "of this user only");
	aor.len++;
	b->cseq--;
	REQUIRE(!names(&g, buf, n, aor, b, &key), "not before it was given out");
	b->cseq++;
}

static void check_public(str aor, const struct r302_binding *b)
{
	str instance = r302_binding_instance(b);
	int size = 3 * instance.len + 32, n, m;
	char *buf = malloc(size), *exact;
	struct r302_gruu g;

	n = snprintf(buf, size, "sip:a@h;gr=");
	m = r302_gruu_print_instance(buf + n, size - n, instance);
	REQUIRE(m >= 0, "%.*s can be printed", TEXT(instance));
	if(m == 0) /* brackets only: it names nothing, and is given no GRUU */
		goto out;
	REQUIRE(names(&g, buf, n + m, aor, b, &key), "%.*s names %.*s", n + m, buf,
			TEXT(instance));
	REQUIRE(g.kind == R302_GRUU_PUBLIC, "%.*s is public", n + m, buf);
	exact = malloc(m);
	REQUIRE(r302_gruu_print_instance(exact, m - 1, instance) < 0,
			"too little room for %.*s", TEXT(instance));
	free(exact);
out:
	free(buf);
}

/* what was not given out by us names nobody; a public one names by its text */
static void check_called(str called, str aor, const struct r302_binding *b)
{
	char user[R302_TGRUU_LEN];
	struct r302_uri u;
	struct r302_gruu g;

	if(r302_uri_split(&u, called) < 0 || r302_gruu_read(&g, &u) < 0)
		return;
	REQUIRE(is_inside(g.instance, called), "instance inside of %.*s",
			TEXT(called));
	if(!r302_gruu_names(&g, aor, b, &key))
		return;
	REQUIRE(g.kind != R302_GRUU_NONE, "%.*s is no GRUU", TEXT(called));
	r302_gruu_temporary(user, aor, r302_gruu_hash(&g, &key), b, &key);
	REQUIRE(g.kind == R302_GRUU_PUBLIC
					|| (g.cseq == b->cseq
							&& strncasecmp(user, u.user.s, R302_TGRUU_LEN)
									   == 0),
			"%.*s was not given out", TEXT(called));
}

static void check_binding(
		const struct r302_contact *c, str callid, str aor, str called)
{
	struct r302_binding *b = store(c, callid);

	if(c->instance.len) {
		check_temporary(aor, b);
		check_public(aor, b);
	}
	check_called(called, aor, b);
	free(b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = {data, size};
	str contact = input_line(&in), callid = input_line(&in);
	str typed = input_line(&in), called = input_line(&in);
	str rest = contact;
	struct r302_contact c;
	struct r302_aor aor;

	if(r302_aor_of_text(&aor, typed, 0) == R302_OK && callid.len < 256
			&& contact.len < 4096 && r302_contact_next(&rest, &c) > 0)
		check_binding(&c, callid, r302_aor_str(&aor), called);
	free(contact.s);
	free(callid.s);
	free(typed.s);
	free(called.s);
	return 0;
}
