/**
 * @file
 * @brief A module for tests: lets a real Kamailio write, load and purge rows by
 * the module's own parts, with a real driver, and says how long it took.
 *
 *   modparam("codec_check", "url", "sqlite:///path")
 *   modparam("codec_check", "tasks", "write refresh load ...")
 *
 * What it prints starts with "codec_check: "; then the server ends.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../../core/dprint.h"
#include "../../core/ip_addr.h"
#include "../../core/sr_module.h"
#include "database.h"
#include "intern.h"
#include "load.h"
#include "location.h"
#include "prime.h"
#include "purge.h"
#include "table.h"
#include "transaction.h"

MODULE_VERSION

static str url = STR_NULL;
static str tasks = str_init("write load");
static int rows = 1000;
static int batch_rows = 300;
static int single;
static int use_domain;
static char *odd = "";
static struct r302_refused refused;
static struct r302_snapshot snap;
static struct r302_register req;
static time_t started;

static double now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static void die(const char *what, int n)
{
	fprintf(stderr, "codec_check: FAILED %s %d\n", what, n);
	_exit(1);
}

static void set_str(str *to, const char *s)
{
	to->s = (char *)s;
	to->len = (int)strlen(s);
}

/* the nth user with one contact, as a REGISTER would bring it */
static void register_user(int n, int cseq, uint32_t expires)
{
	static char contact[4096], aor[64], callid[64];
	struct r302_limits lim = {.default_expires = 3600,
			.max_contacts = 10,
			.remember_users = 0,
			.use_domain = use_domain};
	struct r302_done done;
	str rest;
	int err;

	memset(&req, 0, offsetof(struct r302_register, contact));
	req.aor.len = snprintf(
			aor, sizeof(aor), "%d%s", n, use_domain ? "@example.com" : "");
	memcpy(req.aor.s, aor, req.aor.len);
	snprintf(contact, sizeof(contact), "<sip:%d@127.0.0.%d:%d>;expires=%u%s", n,
			n % 250 + 1, 1024 + n % 60000, expires, odd);
	snprintf(callid, sizeof(callid), "%08x-%d@phone.example", n * 2654435761u,
			n);
	set_str(&rest, contact);
	if(r302_contact_next(&rest, &req.contact[0]) != 1)
		die("contact", n);
	if(r302_contact_keep(&req.contact[0], contact + 2048, 2000) < 0)
		die("params", n);
	set_str(&req.origin.callid, callid);
	set_str(&req.origin.user_agent, "Example Phone 1.2.3");
	req.origin.cseq = cseq;
	req.origin.source.ip.len = 4;
	memcpy(req.origin.source.ip.a, "\x7f\0\0", 3);
	req.origin.source.ip.a[3] = (unsigned char)(n % 250 + 1);
	req.origin.source.port = (unsigned short)(1024 + n % 60000);
	req.origin.source.proto = PROTO_UDP;
	req.unordered = 1;
	req.n = 1;
	err = r302_location_update(&snap, &done, &req, &lim, time(NULL), NULL);
	if(err != R302_OK || snap.n < 1)
		die("update", err);
}

static void write_batch(void)
{
	enum r302_db_err err = r302_batch_write(&refused);
	int i;

	for(i = 0; i < refused.n; i++)
		fprintf(stderr, "codec_check: refused %.*s %s\n",
				refused.row[i].aor.len, refused.row[i].aor.s,
				refused.row[i].why);
	if(err == R302_DB_AWAY)
		die("write", err);
	r302_batch_start();
}

static void task_write(const char *name, int cseq, uint32_t expires)
{
	double t = 0, begun;
	const char *why = NULL;
	int i, n, ret;

	r302_batch_start();
	for(i = 0; i < rows; i++) {
		/* phones come in no order */
		n = (int)((i * 7919LL + 13) % rows);
		register_user(n, cseq, expires);
		begun = now_s();
		ret = r302_batch_upsert(r302_aor_str(&req.aor), snap.binding[0], &why);
		if(ret == 1)
			fprintf(stderr, "codec_check: impossible %d: %s\n", n, why);
		else if(ret < 0)
			die("batch", i);
		if(r302_batch_rows() == batch_rows)
			write_batch();
		t += now_s() - begun;
	}
	begun = now_s();
	write_batch();
	t += now_s() - begun;
	fprintf(stderr, "codec_check: %s %d rows %.0f rows/s\n", name, rows,
			rows / t);
}

static enum r302_taken take(
		const struct r302_loaded *l, struct r302_gone *gone, void *arg)
{
	switch(r302_location_load(l, gone)) {
		case R302_OK:
			return R302_TAKEN;
		case R302_E_STALE:
			return R302_STALE;
		default:
			return R302_LEFT;
	}
}

static void task_load(void)
{
	struct r302_load load = {0};
	double begun = now_s();
	int more;

	while((more = r302_database_load_page(
				   &load, R302_PAGE_ROWS, time(NULL), take, NULL))
			== 1)
		;
	if(more < 0)
		die("load", more);
	fprintf(stderr,
			"codec_check: load %ld rows taken=%ld left=%ld stale=%ld "
			"expired=%ld malformed=%ld adopted=%ld bindings=%ld in %.2f s\n",
			load.rows, load.taken, load.left, load.stale, load.expired,
			load.malformed, load.adopted, r302_table_bindings(),
			now_s() - begun);
}

static void show(const struct r302_record *rec)
{
	const struct r302_binding *b;
	struct r302_source src;
	struct r302_ruid ruid;
	str aor = r302_record_aor(rec), s;
	int i, t;

	for(i = 0; i < rec->n; i++) {
		b = &rec->binding[i];
		src = r302_binding_source(b);
		r302_ruid_of(&ruid, aor, b);
		fprintf(stderr, "codec_check: binding %.*s", aor.len, aor.s);
		for(t = 0; t < R302_TEXTS; t++) {
			s = r302_binding_text(b, t);
			fprintf(stderr, " | %.*s", s.len, s.s);
		}
		fprintf(stderr, " | %ld %ld %u q=%d reg=%u nat=%d port=%d %s %s\n",
				b->expires == R302_NEVER ? -1L
										 : (long)b->expires - (long)started,
				(long)b->modified - (long)started, b->cseq, b->q_milli,
				b->reg_id, b->nated, src.port,
				src.sock ? src.sock->sock_str.s : "-", ruid.s);
	}
}

static void task_show(void)
{
	struct r302_cursor cursor = {.done = 0};

	while(r302_table_next(&cursor, &snap.copy.record))
		show(&snap.copy.record);
}

static void task_delete(void)
{
	struct r302_ruid ruid;
	int i;

	r302_batch_start();
	for(i = 0; i < rows; i += 2) {
		register_user(i, 1, 60);
		r302_ruid_of(&ruid, r302_aor_str(&req.aor), snap.binding[0]);
		if(r302_batch_delete(r302_aor_str(&req.aor), &ruid) < 0) {
			write_batch();
			r302_batch_delete(r302_aor_str(&req.aor), &ruid);
		}
	}
	write_batch();
}

static void forget(void)
{
	r302_table_destroy();
	if(r302_table_init(time(NULL)) < 0)
		die("table", 0);
}

static void run(const char *task)
{
	int n;

	if(strcmp(task, "write") == 0)
		task_write(task, 1, 3600);
	else if(strcmp(task, "refresh") == 0)
		task_write(task, 2, 3600);
	else if(strcmp(task, "short") == 0)
		task_write(task, 3, 1);
	else if(strcmp(task, "load") == 0)
		task_load();
	else if(strcmp(task, "show") == 0)
		task_show();
	else if(strcmp(task, "delete") == 0)
		task_delete();
	else if(strcmp(task, "forget") == 0)
		forget();
	else if(strcmp(task, "sleep") == 0)
		sleep(3);
	else if(strcmp(task, "prime") == 0)
		r302_prime_pkg();
	else if(strcmp(task, "purge") == 0) {
		while((n = r302_database_purge(time(NULL), 500)) > 0)
			fprintf(stderr, "codec_check: purged %d\n", n);
		if(n < 0)
			die(task, n);
	} else
		die(task, 0);
}

static int child_init(int rank)
{
	struct r302_db_config c = {.url = url,
			.table = str_init("location"),
			.attrs = str_init("location_attrs"),
			.codec = {.use_domain = use_domain},
			.row_by_row = single};
	char *task;
	int ret;

	if(rank != PROC_INIT) /* every socket is known by now */
		return 0;
	started = time(NULL);
	if(r302_intern_init() < 0 || r302_table_init(started) < 0
			|| r302_database_bind(&c) < 0)
		die("init", 0);
	ret = r302_database_open();
	if(ret < 0)
		die("open", ret);
	for(task = strtok(tasks.s, " "); task; task = strtok(NULL, " "))
		run(task);
	r302_database_close();
	_exit(0);
}

static param_export_t params[] = {{"url", PARAM_STR, &url},
		{"tasks", PARAM_STR, &tasks}, {"rows", PARAM_INT, &rows},
		{"batch_rows", PARAM_INT, &batch_rows}, {"single", PARAM_INT, &single},
		{"use_domain", PARAM_INT, &use_domain}, {"odd", PARAM_STRING, &odd},
		{0, 0, 0}};

struct module_exports exports = {
		"codec_check", DEFAULT_DLFLAGS, 0, params, 0, 0, 0, 0, child_init, 0};
