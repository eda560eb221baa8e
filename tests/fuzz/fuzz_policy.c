/* A life of one user in the location service: lines, each a letter and what it
 * needs, see do_line(). What must hold is checked after each.
 * SPDX-License-Identifier: MIT */
#include "core.h"
#include "fuzz.h"
#include "location.h"

enum
{
	START = 1700000000,
	LATE = START + 100000000, /* before 32 bits of seconds run out */
	REMEMBER = 50
};

static struct world
{
	struct r302_limits lim;
	time_t now;
	long blocks; /* of shm, without a user in the table */
	struct r302_register req;
} w;

static struct r302_snapshot before, after;

static const char *const callids[] = {"a@h", "b@h", "c", "a@h2"};
static const long expiries[] = {-1, 0, 1, 3, 60, 3600, 4294967295};

static str aor(void)
{
	str s = str_init("user");

	return s;
}

static void start(struct input *in)
{
	int b = input_byte(in);

	memset(&w.lim, 0, sizeof(w.lim));
	w.lim.default_expires = 30;
	w.lim.min_expires = b & 8 ? 2 : 0;
	w.lim.max_expires = b & 16 ? 100 : 0;
	w.lim.remember_users = REMEMBER;
	w.lim.max_contacts = b & 7;
	w.lim.replace_oldest = (b & 32) != 0;
	if(w.now == 0 || w.now > LATE) {
		r302_table_destroy();
		REQUIRE(r302_intern_destroy() == 0, "no reference is lost");
		REQUIRE(core_live_blocks() == 0, "no shm is lost with the table");
		w.now = START;
		r302_intern_init();
		r302_table_init(w.now);
	}
	w.blocks = core_live_blocks();
}

/* the location service says the same however it is asked */
static void check_snapshot(const struct r302_snapshot *snap)
{
	const struct r302_binding *b, *last = NULL;
	int i, q, last_q = 1000;

	for(i = 0; i < snap->n; i++, last = b, last_q = q) {
		b = snap->binding[i];
		q = b->q_milli == R302_Q_NONE ? 1000 : b->q_milli;
		REQUIRE(r302_binding_is_live(b, w.now), "only live bindings");
		REQUIRE(q <= last_q, "highest q first");
		REQUIRE(last == NULL || q < last_q || b->modified <= last->modified,
				"of one q the latest first");
		REQUIRE(b->modified <= w.now, "nothing comes from the future");
	}
}

/* one binding for one URI of one phone */
static void check_no_twins(const struct r302_snapshot *snap)
{
	const struct r302_binding *a, *b;
	int i, j;

	for(i = 0; i < snap->n; i++) {
		for(j = 0; j < i; j++) {
			a = snap->binding[i];
			b = snap->binding[j];
			REQUIRE(a->reg_id != b->reg_id
							|| !is_same(r302_binding_text(a, R302_T_URI),
									r302_binding_text(b, R302_T_URI))
							|| !is_same(r302_binding_instance(a),
									r302_binding_instance(b)),
					"%.*s is bound once",
					TEXT(r302_binding_text(a, R302_T_URI)));
		}
	}
}

static void look(struct r302_snapshot *snap)
{
	enum r302_err err = r302_location_get(snap, aor(), w.now);

	REQUIRE((err == R302_OK) == (snap->n > 0), "OK when there is a binding");
	check_snapshot(snap);
	check_no_twins(snap);
}

static void check_memory(void)
{
	REQUIRE(core_breaches() == 0, "the rules of locking hold");
	REQUIRE(core_live_blocks() <= w.blocks + 1 + r302_intern_entries(),
			"one block for one user");
	REQUIRE(r302_table_aors() <= 1, "one user");
}

static int same_text(const struct r302_binding *a, const struct r302_binding *b)
{
	int t;

	for(t = 0; t < R302_TEXTS; t++) {
		if(!is_same(r302_binding_text(a, t), r302_binding_text(b, t)))
			return 0;
	}
	return is_same(r302_binding_instance(a), r302_binding_instance(b));
}

static int same_binding(
		const struct r302_binding *a, const struct r302_binding *b)
{
	return same_text(a, b) && a->expires == b->expires
		   && a->modified == b->modified && a->cseq == b->cseq
		   && a->reg_id == b->reg_id && a->q_milli == b->q_milli;
}

static void check_unchanged(const char *why)
{
	int i;

	look(&after);
	REQUIRE(after.n == before.n, "%s: %d bindings were %d", why, after.n,
			before.n);
	for(i = 0; i < after.n; i++)
		REQUIRE(same_binding(before.binding[i], after.binding[i]),
				"%s: binding %d is as it was", why, i);
}

/* expires of the contact, of the header, or the default; shortened at most */
static uint32_t granted(const struct r302_contact *c)
{
	uint32_t asked = c->has_expires		 ? c->expires
					 : w.req.has_expires ? w.req.expires
										 : w.lim.default_expires;

	return w.lim.max_expires && asked > w.lim.max_expires ? w.lim.max_expires
														  : asked;
}

static const struct r302_binding *find(
		const struct r302_snapshot *snap, const struct r302_contact *c)
{
	int i;

	for(i = 0; i < snap->n; i++) {
		if(is_same(r302_binding_text(snap->binding[i], R302_T_URI),
				   c->uri.whole)
				&& is_same(r302_binding_instance(snap->binding[i]), c->instance)
				&& snap->binding[i]->reg_id == c->reg_id)
			return snap->binding[i];
	}
	return NULL;
}

/* the last contact of a request has nothing behind it that overrules it */
static void check_last_contact(void)
{
	const struct r302_contact *c = &w.req.contact[w.req.n - 1];
	const struct r302_binding *b = find(&after, c);
	uint32_t seconds = granted(c);

	if(seconds == 0) {
		REQUIRE(b == NULL || find(&before, c), "removed: %.*s",
				TEXT(c->uri.whole));
		return;
	}
	REQUIRE(b, "bound: %.*s", TEXT(c->uri.whole));
	REQUIRE(b->cseq == w.req.origin.cseq && b->q_milli == c->q_milli
					&& b->modified == w.now
					&& is_same(r302_binding_text(b, R302_T_CALLID),
							w.req.origin.callid),
			"%.*s is as the request says", TEXT(c->uri.whole));
	REQUIRE(r302_binding_left(b, w.now) == seconds || b->expires == R302_NEVER,
			"%.*s expires in %u, not %u", TEXT(c->uri.whole),
			r302_binding_left(b, w.now), seconds);
}

static void check_done(const struct r302_done *done)
{
	look(&before); /* once more: the answer is what a reader sees */
	REQUIRE(before.n == after.n, "the answer lists what is there");
	if(done->added)
		REQUIRE(!w.lim.max_contacts || after.n <= w.lim.max_contacts,
				"%d bindings, %d are allowed", after.n, w.lim.max_contacts);
	REQUIRE(r302_table_bindings() >= after.n, "they are counted");
}

static void update(void)
{
	struct r302_done done;
	enum r302_err err;

	look(&before);
	err = r302_location_update(&after, &done, &w.req, &w.lim, w.now, NULL);
	if(err != R302_OK) {
		check_unchanged("refused");
		return;
	}
	check_snapshot(&after);
	if(done.retransmitted)
		check_unchanged("a retransmission");
	else if(w.req.wildcard)
		REQUIRE(after.n == 0, "* removes all");
	else if(w.req.n)
		check_last_contact();
	else
		check_unchanged("only asked");
	check_done(&done);
}

static void read_contacts(str header)
{
	struct r302_contact c;

	while(w.req.n < R302_CONTACTS_MAX && r302_contact_next(&header, &c) > 0) {
		if(c.params.len < 1000 && c.uri.whole.len < 1000)
			w.req.contact[w.req.n++] = c;
	}
}

/* Call-ID, CSeq and Expires are a letter each */
static void read_request(struct input *in)
{
	int callid = input_byte(in), cseq = input_byte(in);
	int expires = input_byte(in) % (sizeof(expiries) / sizeof(expiries[0]));

	memset(&w.req, 0, offsetof(struct r302_register, contact));
	memcpy(w.req.aor.s, aor().s, aor().len);
	w.req.aor.len = aor().len;
	w.req.origin.callid.s = (char *)callids[callid & 3];
	w.req.origin.callid.len = (int)strlen(callids[callid & 3]);
	w.req.origin.cseq = cseq;
	w.req.has_expires = expiries[expires] >= 0;
	w.req.expires = (uint32_t)expiries[expires];
}

static void do_register(struct input *in, int kind)
{
	str header;

	read_request(in);
	header = input_line(in);
	w.req.wildcard = kind == 'W';
	w.req.replace = kind == 'P';
	w.req.unordered = kind == 'O';
	if(kind != 'W')
		read_contacts(header);
	if(kind == 'F')
		core_fail_all(1);
	update();
	core_fail_all(0);
	free(header.s);
}

static void do_remove(struct input *in)
{
	str text = input_line(in);
	struct r302_uri u;

	if(r302_uri_split(&u, text) < 0) {
		r302_location_remove(aor(), NULL, REMEMBER, w.now, NULL);
		look(&after);
		REQUIRE(after.n == 0, "nothing is left");
	} else {
		look(&before);
		int n = r302_location_remove(aor(), &u, REMEMBER, w.now, NULL);
		look(&after);
		REQUIRE(after.n == before.n - n, "%d removed", n);
	}
	free(text.s);
}

static void do_line(struct input *in)
{
	int kind = input_byte(in);

	switch(kind) {
		case 'T': /* time passes */
			w.now += input_byte(in);
			free(input_line(in).s);
			break;
		case 'S': /* what has expired goes */
			look(&before);
			r302_location_sweep(w.now, REMEMBER, 1000);
			check_unchanged("swept");
			free(input_line(in).s);
			break;
		case 'X': /* an operator removes one, or all */
			do_remove(in);
			break;
		default: /* W: Contact *; P: replace; O: an operator's; F: no memory */
			do_register(in, kind);
	}
	check_memory();
}

static void end(void)
{
	r302_location_remove(aor(), NULL, REMEMBER, w.now, NULL);
	w.now += REMEMBER + 1;
	r302_location_sweep(w.now, REMEMBER, 1000);
	REQUIRE(r302_location_get(&after, aor(), w.now) == R302_E_UNKNOWN,
			"forgotten");
	REQUIRE(r302_table_bindings() == 0, "no binding is counted");
	r302_intern_reap_all();
	REQUIRE(core_live_blocks() == w.blocks, "no shm is lost");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int ready;
	struct input in = {data, size};

	if(!ready)
		core_start();
	ready = 1;
	start(&in);
	while(in.len)
		do_line(&in);
	end();
	return 0;
}
