/* SPDX-License-Identifier: MIT */
#include "unit.h"

#define TEXTS 4096

static char *texts[TEXTS];
static int n_texts;

str given_bytes(const char *s, int len)
{
	str t = {malloc(len ? len : 1), len};

	assert_true(n_texts < TEXTS);
	memcpy(t.s, s, len);
	texts[n_texts++] = t.s;
	return t;
}

str given_text(const char *s)
{
	return given_bytes(s, (int)strlen(s));
}

void given_free_texts(void)
{
	while(n_texts)
		free(texts[--n_texts]);
}

struct r302_uri given_uri(const char *s)
{
	struct r302_uri u;

	if(r302_uri_split(&u, given_text(s)) < 0)
		fail_row("no URI: %s\n", s);
	return u;
}

struct r302_contact given_contact(const char *s)
{
	struct r302_contact c;
	str rest = given_text(s);

	if(r302_contact_next(&rest, &c) != 1)
		fail_row("no Contact: %s\n", s);
	return c;
}

struct r302_ip given_ip(const char *s)
{
	str host = {(char *)s, (int)strlen(s)};

	return r302_uri_ip(host);
}

struct r302_source given_source(const char *ip, int port)
{
	struct r302_source src = {.port = (unsigned short)port, .proto = PROTO_UDP};

	src.ip = given_ip(ip);
	assert_int_not_equal(src.ip.len, 0);
	return src;
}

struct r302_limits given_limits(void)
{
	struct r302_limits lim = {.default_expires = 3600,
			.min_expires = 60,
			.max_expires = 86400,
			.remember_users = 604800,
			.max_contacts = 10,
			.contact_max_size = 512};

	return lim;
}

static void take_contacts(struct r302_register *req, const char *contacts)
{
	str rest = given_text(contacts);
	int more;

	while((more = r302_contact_next(&rest, &req->contact[req->n])) > 0) {
		req->n++;
		assert_true(req->n < R302_CONTACTS_MAX);
	}
	if(more < 0)
		fail_row("malformed: %s\n", contacts);
}

void given_register(struct r302_register *req, const char *aor,
		const char *callid, uint32_t cseq, const char *contacts, long expires)
{
	memset(req, 0, offsetof(struct r302_register, contact));
	req->aor.len = (int)strlen(aor);
	memcpy(req->aor.s, aor, req->aor.len);
	req->origin.callid = given_text(callid);
	req->origin.cseq = cseq;
	req->origin.user_agent = given_text("phone/1.0");
	req->origin.source = given_source("192.0.2.9", 5060);
	req->has_expires = expires != GIVEN_NONE;
	req->expires = expires == GIVEN_NONE ? 0 : (uint32_t)expires;
	req->wildcard = strcmp(contacts, "*") == 0;
	if(!req->wildcard)
		take_contacts(req, contacts);
}

void given_aor_start(struct given_aor *a)
{
	a->rec = NULL;
	a->lim = given_limits();
	a->now = GIVEN_NOW;
	a->replace = 0;
	r302_plan_init(&a->plan);
}

static void put_record(struct given_aor *a, struct r302_record *rec)
{
	r302_record_free(a->rec);
	a->rec = rec;
}

void given_aor_end(struct given_aor *a)
{
	r302_plan_free(&a->plan);
	put_record(a, NULL);
}

enum r302_err given_aor_take(
		struct given_aor *a, const struct r302_register *req)
{
	enum r302_err err;

	r302_policy_prepare(&a->plan, req);
	err = r302_policy_plan(&a->plan, req, a->rec, &a->lim, a->now);
	if(err != R302_OK)
		return err;
	if(a->plan.change == R302_CHANGE_BLOCK) {
		assert_int_equal(r302_plan_reserve(&a->plan, &req->origin), 0);
		assert_true(r302_plan_has_room(&a->plan));
		put_record(a,
				r302_plan_build_locked(&a->plan, a->rec, req, 0x1234, a->now));
		r302_plan_free(&a->plan);
	} else if(a->plan.change == R302_CHANGE_IN_PLACE) {
		r302_plan_apply_locked(&a->plan, a->rec, req, a->now);
	}
	return R302_OK;
}

enum r302_err given_aor_register(struct given_aor *a, const char *callid,
		uint32_t cseq, const char *contacts, long expires)
{
	static struct r302_register req;

	given_register(&req, "1001", callid, cseq, contacts, expires);
	req.replace = a->replace;
	return given_aor_take(a, &req);
}

const char *given_shown(const struct r302_snapshot *snap, time_t now)
{
	static char shown[R302_RECORD_MAX];
	const struct r302_binding *b;
	uint32_t left;
	str uri;
	int i, n = 0;

	shown[0] = '\0';
	for(i = 0; i < snap->n; i++) {
		b = snap->binding[i];
		uri = r302_binding_text(b, R302_T_URI);
		left = r302_binding_left(b, now);
		n += snprintf(shown + n, sizeof(shown) - n, "%s%.*s %d", i ? ", " : "",
				uri.len, uri.s, (int)left);
	}
	return shown;
}

const char *given_aor_shown(const struct given_aor *a)
{
	static struct r302_snapshot snap;

	r302_snapshot_copy_locked(&snap, a->rec);
	r302_snapshot_open(&snap, a->now);
	return given_shown(&snap, a->now);
}

/* splitmix64 */
uint32_t given_random(uint64_t *seed)
{
	uint64_t z = (*seed += 0x9e3779b97f4a7c15ULL);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
	return (uint32_t)((z ^ (z >> 31)) >> 32);
}
