/* Two URIs, each on a line: cut, compared, hashed, and written into a 302.
 * SPDX-License-Identifier: MIT */
#include <strings.h>
#include "fuzz.h"
#include "reach.h"

static void check_parts(const struct r302_uri *u, str text)
{
	REQUIRE(is_same(u->whole, text), "the whole URI is kept");
	REQUIRE(is_inside(u->user, text), "user inside of %.*s", TEXT(text));
	REQUIRE(is_inside(u->password, text), "password inside of %.*s",
			TEXT(text));
	REQUIRE(is_inside(u->host, text), "host inside of %.*s", TEXT(text));
	REQUIRE(is_inside(u->params, text), "params inside of %.*s", TEXT(text));
	REQUIRE(is_inside(u->headers, text), "headers inside of %.*s", TEXT(text));
	REQUIRE((u->scheme <= R302_SIPS) == (u->host.len > 0),
			"a SIP URI, and no other, has a host: %.*s", TEXT(text));
}

static void walk_params(const struct r302_uri *u)
{
	str rest = u->params, name, value;
	int n = 0;

	while(r302_uri_next_param(&rest, &name, &value)) {
		REQUIRE(++n <= u->params.len, "the walk ends");
		REQUIRE(is_inside(name, u->params) && is_inside(value, u->params),
				"parameter inside of %.*s", TEXT(u->whole));
	}
}

static void check_itself(const struct r302_uri *u)
{
	struct r302_uri again;

	REQUIRE(r302_uri_equal(u, u), "%.*s equals itself", TEXT(u->whole));
	REQUIRE(r302_uri_split(&again, u->whole) == 0
					&& r302_uri_hash(&again) == r302_uri_hash(u),
			"the hash of %.*s is always the same", TEXT(u->whole));
}

/* as it is stored, in a block that ends where its text ends */
static struct r302_binding *store(const struct r302_uri *u, unsigned int seed)
{
	struct r302_contact c = {.uri = *u, .uri_hash = r302_uri_hash(u)};
	struct r302_origin o = {.source = {.ip = {4, {192, 0, 2, (uint8_t)seed}}}};
	struct r302_share share = {NULL, 1};
	struct r302_binding *b;

	o.source.port = (unsigned short)(1024 + seed);
	if(seed & 1) {
		o.source.ip.len = 16;
		o.source.ip.a[0] = 0x20;
	}
	b = malloc(sizeof(*b) + r302_binding_texts_size(&c, &o, &share));
	r302_binding_write(b, (char *)(b + 1), &c, &o, &share);
	r302_binding_touch(b, &c, &o, 100, 50);
	return b;
}

static int is_push_param(str name)
{
	return name.len >= 3 && strncasecmp(name.s, "pn-", 3) == 0;
}

static void check_printed(str text, const struct r302_uri *u, enum r302_reach r)
{
	struct r302_uri printed;
	str rest, name, value;

	REQUIRE(r302_uri_split(&printed, text) == 0, "%.*s is given out as %.*s",
			TEXT(u->whole), TEXT(text));
	REQUIRE(printed.scheme == u->scheme && is_same(printed.user, u->user),
			"%.*s is given out as %.*s", TEXT(u->whole), TEXT(text));
	if(u->scheme > R302_SIPS)
		return;
	REQUIRE(printed.headers.len == 0,
			"%.*s is given out with URI headers: %.*s", TEXT(u->whole),
			TEXT(text));
	REQUIRE(r != R302_REACH_CONTACT
					|| (is_same(printed.host, u->host)
							&& printed.port == u->port),
			"%.*s is given out as %.*s", TEXT(u->whole), TEXT(text));
	rest = printed.params;
	while(r302_uri_next_param(&rest, &name, &value))
		REQUIRE(!is_push_param(name), "%.*s is given out with %.*s",
				TEXT(u->whole), TEXT(name));
}

static void check_reach(const struct r302_uri *u, enum r302_reach r)
{
	struct r302_binding *b = store(u, r302_uri_hash(u) & 255);
	int size = u->whole.len + 64, n, shorter;
	char *buf = malloc(size), *exact;
	str text = {buf, 0};

	n = r302_reach_print(buf, size, b, r);
	REQUIRE(n > 0, "%.*s can be given out", TEXT(u->whole));
	text.len = n;
	check_printed(text, u, r);
	exact = malloc(n);
	for(shorter = 0; shorter <= n; shorter += shorter < n - 4 ? 5 : 1) {
		REQUIRE(r302_reach_print(exact, shorter, b, r)
						== (shorter < n ? -1 : n),
				"%.*s in %d bytes", TEXT(u->whole), shorter);
	}
	free(exact);
	free(buf);
	free(b);
}

static void check_uri(const struct r302_uri *u, str text)
{
	check_parts(u, text);
	walk_params(u);
	check_itself(u);
	check_reach(u, R302_REACH_CONTACT);
	if(u->scheme <= R302_SIPS)
		check_reach(u, R302_REACH_SOURCE);
}

static void check_both(const struct r302_uri *a, const struct r302_uri *b)
{
	int equal = r302_uri_equal(a, b);

	REQUIRE(equal == r302_uri_equal(b, a), "both ways: %.*s and %.*s",
			TEXT(a->whole), TEXT(b->whole));
	REQUIRE(!equal || r302_uri_hash(a) == r302_uri_hash(b),
			"equal, so one hash: %.*s and %.*s", TEXT(a->whole),
			TEXT(b->whole));
}

static void check_addresses(str a, str b)
{
	struct r302_ip x = r302_uri_ip(a), y = r302_uri_ip(b);

	REQUIRE(x.len == 0 || x.len == 4 || x.len == 16, "length of an address");
	REQUIRE(r302_ip_equal(&x, &y) == r302_ip_equal(&y, &x),
			"both ways: %.*s and %.*s", TEXT(a), TEXT(b));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = {data, size};
	str one = input_line(&in), two = input_line(&in);
	struct r302_uri a, b;
	int has_a = r302_uri_split(&a, one) == 0;
	int has_b = r302_uri_split(&b, two) == 0;

	if(has_a)
		check_uri(&a, one);
	if(has_b)
		check_uri(&b, two);
	if(has_a && has_b)
		check_both(&a, &b);
	check_addresses(one, two);
	free(one.s);
	free(two.s);
	return 0;
}
