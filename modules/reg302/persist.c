/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "../../core/dprint.h"
#include "../../core/mem/shm_mem.h"
#include "persist.h"
#include "response.h"
#include "stats.h"

static struct r302_queue *queue; /* NULL: no database */
static struct r302_persist_state *state;
static int is_sync;
static int is_worker; /* of this process */

static long read_long(const long *n)
{
	return __atomic_load_n(n, __ATOMIC_RELAXED);
}

static void write_long(long *n, long value)
{
	__atomic_store_n(n, value, __ATOMIC_RELAXED);
}

int r302_persist_init(void)
{
	const struct r302_db_limits *db = r302_config_db();

	if(db->mode == R302_DB_NONE)
		return 0;
	state = shm_malloc(sizeof(*state));
	if(state)
		memset(state, 0, sizeof(*state));
	queue = state ? r302_queue_new((size_t)db->queue_size) : NULL;
	if(queue == NULL) {
		LM_ERR("no shared memory for a queue of db_queue_size = %d bytes: give "
			   "Kamailio more with -m\n",
				db->queue_size);
		return -1;
	}
	is_sync = db->mode == R302_DB_SYNC;
	return 0;
}

int r302_persist_is_on(void)
{
	return queue != NULL;
}

struct r302_queue_state r302_persist_queued(void)
{
	struct r302_queue_state s = {0, 0, 0, 0};

	if(queue)
		r302_queue_state(queue, &s);
	return s;
}

int r302_persist_is_away(void)
{
	return queue && (read_long(&state->away) || !read_long(&state->loaded));
}

int r302_persist_is_sync(void)
{
	return is_sync;
}

int r302_persist_waits(void)
{
	return is_sync || (read_long(&state->behind) && !read_long(&state->away));
}

uint32_t r302_persist_now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint32_t)(t.tv_sec * 1000 + t.tv_nsec / 1000000);
}

/* bytes of a note besides the letter's text */
static size_t size_of_rest(void)
{
	return sizeof(struct r302_note) + sizeof(struct r302_letter)
		   + sizeof(struct r302_aor)
		   + (size_t)R302_CONTACTS_MAX * R302_RUID_LEN;
}

enum r302_err r302_persist_reserve(size_t len, enum r302_wanted wanted)
{
	if(is_sync && read_long(&state->away))
		return R302_E_DATABASE;
	/* what is not in memory yet cannot be removed there, and would be back when
	 * it is loaded */
	if(wanted == R302_WANTED_REMOVE && !read_long(&state->loaded))
		return R302_E_DATABASE;
	return r302_queue_reserve(queue, len + size_of_rest()) < 0 ? R302_E_DATABASE
															   : R302_OK;
}

enum r302_err r302_persist_reserve_patiently(enum r302_wanted wanted)
{
	uint32_t from = r302_persist_now_ms();
	uint32_t most = (uint32_t)r302_config_db()->timeout_ms;

	while(r302_persist_reserve(0, wanted) != R302_OK) {
		if(is_worker || r302_persist_now_ms() - from > most)
			return R302_E_DATABASE;
		usleep(1000);
	}
	return R302_OK;
}

void r302_persist_cancel(size_t len)
{
	r302_queue_cancel(queue, len + size_of_rest());
}

static str write_gone(char *buf, const struct r302_gone *gone)
{
	str text = {buf, 0};
	int i;

	for(i = 0; gone && i < gone->n; i++) {
		memcpy(buf + text.len, gone->ruid[i].s, R302_RUID_LEN);
		text.len += R302_RUID_LEN;
	}
	return text;
}

uint64_t r302_persist_post(size_t len, str aor, const struct r302_gone *gone,
		const struct r302_letter *letter)
{
	static char ruids[R302_CONTACTS_MAX * R302_RUID_LEN];
	struct r302_note note = {
			(uint16_t)aor.len, (uint16_t)(gone ? gone->n : 0), -1};
	str part[5] = {{(char *)&note, sizeof(note)}, {NULL, 0}, {NULL, 0}, aor,
			write_gone(ruids, gone)};

	if(letter) {
		part[1].s = (char *)letter;
		part[1].len = sizeof(*letter);
		part[2].s = letter->s;
		part[2].len = letter->len + letter->body_len + letter->request_len;
		note.text_len = part[2].len;
	}
	return r302_queue_put(queue, len + size_of_rest(), part, 5, letter != NULL,
			r302_persist_now_ms());
}

int r302_persist_wait(uint64_t ticket)
{
	uint32_t from = r302_persist_now_ms();
	uint32_t most = (uint32_t)r302_config_db()->timeout_ms;

	while(r302_queue_done(queue) < ticket) {
		if(is_worker || r302_persist_now_ms() - from > most)
			return 0;
		usleep(1000);
	}
	return 1;
}

void r302_persist_is_worker(void)
{
	is_worker = 1;
}

int r302_note_letter(struct r302_letter *letter, struct r302_note *note)
{
	if(note->text_len < 0)
		return 0;
	memcpy(letter, note->data, sizeof(*letter));
	letter->s = note->data + sizeof(*letter);
	return 1;
}

static char *behind_letter(struct r302_note *note)
{
	return note->data
		   + (note->text_len < 0 ? 0
								 : sizeof(struct r302_letter)
										   + (size_t)note->text_len);
}

str r302_note_aor(struct r302_note *note)
{
	str aor = {behind_letter(note), note->aor_len};

	return aor;
}

void r302_note_gone(struct r302_ruid *ruid, struct r302_note *note, int i)
{
	memcpy(ruid->s, behind_letter(note) + note->aor_len + i * R302_RUID_LEN,
			R302_RUID_LEN);
	ruid->s[R302_RUID_LEN] = '\0';
}

void r302_persist_refuse(struct r302_letter *letter, enum r302_err err)
{
	struct r302_limits lim = r302_config_limits();
	char buf[64];
	str lines = {buf, 0};

	if(lim.retry_after)
		lines.len = snprintf(
				buf, sizeof(buf), "Retry-After: %d\r\n", lim.retry_after);
	r302_stats_refused(err);
	if(r302_response_refuse(
			   letter, r302_error_status(err), *r302_error_reason(err), lines)
			== 0)
		r302_send(letter, NULL);
}

/* The writer tells when a write fails; that it hangs, somebody else has to. */
static void note_slow_writer(int timeout_ms)
{
	long since = read_long(&state->busy_since_ms);

	/* signed: the writer's stamp is odd, so up to a millisecond ahead */
	if(since == 0 || read_long(&state->away)
			|| (int32_t)(r302_persist_now_ms() - (uint32_t)since) < timeout_ms)
		return;
	r302_persist_trouble(R302_TROUBLE_SLOW);
	write_long(&state->away, 1);
	LM_ERR("the database takes longer than db_timeout_ms for a batch: until it "
		   "is "
		   "done, what would change bindings is %s\n",
			is_sync ? "refused" : "queued");
}

/* async promises to keep what is queued, and no more once the database is away */
static void answer_overdue(struct r302_letter *letter)
{
	if(!is_sync) {
		r302_send(letter, NULL);
		return;
	}
	r302_stats_inc(R302_S_DB_LATE);
	r302_persist_refuse(letter, R302_E_DATABASE);
}

void r302_persist_answer_overdue(void)
{
	static union
	{
		struct r302_item item;
		char bytes[sizeof(struct r302_item) + R302_ITEM_MAX];
	} copy;
	int timeout_ms = r302_config_db()->timeout_ms;
	struct r302_letter letter;

	if(queue == NULL)
		return;
	note_slow_writer(timeout_ms);
	while(r302_queue_overdue(
			queue, &copy.item, (uint32_t)timeout_ms, r302_persist_now_ms())) {
		if(r302_note_letter(&letter, (struct r302_note *)copy.item.data))
			answer_overdue(&letter);
	}
}

struct r302_queue *r302_persist_queue(void)
{
	return queue;
}

struct r302_persist_state *r302_persist_state(void)
{
	return state;
}

static const char *const troubles[R302_TROUBLES_N] = {
		[R302_TROUBLE_NONE] = "none",
		[R302_TROUBLE_OPEN] = "the database cannot be reached",
		[R302_TROUBLE_SCHEMA] = "the tables are not Kamailio's",
		[R302_TROUBLE_WRITE] = "a batch was not committed",
		[R302_TROUBLE_SLOW] = "a batch takes longer than db_timeout_ms",
		[R302_TROUBLE_REFUSED] = "the database does not take a binding"};

void r302_persist_trouble(enum r302_trouble kind)
{
	static const enum r302_counter counter[R302_TROUBLES_N] = {
			[R302_TROUBLE_OPEN] = R302_S_DB_UNREACHABLE,
			[R302_TROUBLE_SCHEMA] = R302_S_DB_UNREACHABLE,
			[R302_TROUBLE_WRITE] = R302_S_DB_FAILED,
			[R302_TROUBLE_SLOW] = R302_S_DB_SLOW,
			[R302_TROUBLE_REFUSED] = R302_S_DB_REFUSED};

	r302_stats_inc(counter[kind]);
	write_long(&state->error_kind, kind);
	write_long(&state->error_time, (long)time(NULL));
}

const char *r302_persist_error(void)
{
	return troubles[read_long(&state->error_kind)];
}
