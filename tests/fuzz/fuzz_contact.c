/* The text of a Contact header, contact after contact.
 * SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "contact.h"

static int walk_params(str params)
{
	str rest = params, name, value;
	int n = 0, more;

	while((more = r302_contact_next_param(&rest, &name, &value)) > 0) {
		REQUIRE(++n <= params.len, "the walk ends: %.*s", TEXT(params));
		REQUIRE(name.len > 0 && is_inside(name, params)
						&& is_inside(value, params) && is_inside(rest, params),
				"parameter inside of %.*s", TEXT(params));
	}
	return more;
}

static void check_contact(const struct r302_contact *c, str header)
{
	REQUIRE(c->uri.whole.len > 0 && is_inside(c->uri.whole, header),
			"URI inside of %.*s", TEXT(header));
	REQUIRE(c->uri_hash == r302_uri_hash(&c->uri), "the hash is set");
	REQUIRE(is_inside(c->params, header), "params inside of %.*s",
			TEXT(header));
	REQUIRE(walk_params(c->params) == 0, "params of a good contact: %.*s",
			TEXT(c->params));
	REQUIRE(c->instance.len == 0
					|| (c->instance.len >= 3
							&& is_inside(c->instance, c->params)),
			"instance inside of %.*s", TEXT(c->params));
	REQUIRE(c->q_milli == R302_Q_NONE
					|| (c->q_milli >= 0 && c->q_milli <= 1000),
			"q of %.*s", TEXT(c->params));
	REQUIRE(c->reg_id <= INT32_MAX, "reg-id of %.*s", TEXT(c->params));
	REQUIRE(c->nated == 0, "nobody has looked at the source yet");
}

/* written as the 200 writes it, it is the same contact */
static void check_written(const struct r302_contact *c)
{
	int size = c->uri.whole.len + c->params.len + 3;
	char *buf = malloc(size);
	struct r302_contact again;
	str text = {buf, 0};
	int more;

	text.len = size - (c->params.len == 0);
	buf[0] = '<';
	memcpy(buf + 1, c->uri.whole.s, c->uri.whole.len);
	buf[c->uri.whole.len + 1] = '>';
	if(c->params.len) {
		buf[c->uri.whole.len + 2] = ';';
		memcpy(buf + c->uri.whole.len + 3, c->params.s, c->params.len);
	}
	more = r302_contact_next(&text, &again);
	REQUIRE(more == 1 && text.len == 0, "<%.*s>;%.*s is one contact",
			TEXT(c->uri.whole), TEXT(c->params));
	REQUIRE(is_same(again.uri.whole, c->uri.whole)
					&& is_same(again.params, c->params)
					&& is_same(again.instance, c->instance)
					&& again.q_milli == c->q_milli && again.reg_id == c->reg_id
					&& again.has_expires == c->has_expires
					&& again.expires == c->expires,
			"<%.*s>;%.*s is read as it was written", TEXT(c->uri.whole),
			TEXT(c->params));
	free(buf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str header = {malloc(size ? size : 1), (int)size};
	struct r302_contact c;
	str rest = header;
	int n = 0, before;

	if(size)
		memcpy(header.s, data, size);
	walk_params(header);
	r302_contact_q(header);
	r302_contact_expires(header);
	before = rest.len;
	while(r302_contact_next(&rest, &c) > 0) {
		REQUIRE(rest.len < before && is_inside(rest, header), "it gets on");
		REQUIRE(++n <= header.len, "the walk ends");
		before = rest.len;
		check_contact(&c, header);
		check_written(&c);
	}
	free(header.s);
	return 0;
}
