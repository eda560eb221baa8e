/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "../../core/cfg/cfg_struct.h"
#include "../../core/dprint.h"
#include "../../core/pt.h"
#include "../../core/sr_module.h"
#include "load.h"
#include "persist.h"
#include "purge.h"
#include "sigterm.h"
#include "stats.h"
#include "transaction.h"
#include "writer.h"

#define PROCESS_NAME "reg302 database writer"

#define PURGE_EVERY_S 60

#define IDLE_MS 1000 /* the longest sleep */
#define SLICE_MS 100 /* of waiting for a database that is away */
#define BACKOFF_MIN_MS 100
#define BACKOFF_MAX_MS 2000

#define DRAIN_MS 20000 /* Kamailio kills itself after 60 seconds of ending */

/* scratch memory of this process */
static struct r302_snapshot snapshot;
static struct r302_refused refused; /* of one transaction */

/** A batch that is being made: items whose changes are committed together. */
static struct
{
	uint64_t from; /* the first item of it */
	uint64_t to;   /* behind its last one */
	int items;
	uint32_t posted_ms; /* when the first item was put in */
	int upserts;		/* in the transaction under way */
	int deletes;
} batch;

/** Bindings of the batch that the database does not take. */
static struct
{
	int n;
	struct
	{
		str aor;
		struct r302_ruid ruid;
		const char *why;
	} row[R302_CONTACTS_MAX];
	char text[R302_CONTACTS_MAX * sizeof(struct r302_aor)];
	int used;
} misfit;

/** The end of the server: this is the main process, and there is no other. */
static struct
{
	int on;
	uint32_t until_ms;
} draining;

static time_t next_purge;
static int starting; /* before the fork: the log is told once, at the end */

static struct r302_persist_state *state(void)
{
	return r302_persist_state();
}

static void put(long *n, long value)
{
	__atomic_store_n(n, value, __ATOMIC_RELAXED);
}

static long us_since(const struct timespec *start)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - start->tv_sec) * 1000000
		   + (now.tv_nsec - start->tv_nsec) / 1000;
}

static void sleep_ms(int ms)
{
	usleep((useconds_t)ms * 1000);
}

/* ---- connecting */

static void say_away(enum r302_trouble kind)
{
	r302_persist_trouble(kind);
	if(state()->away)
		return;
	put(&state()->away, 1);
	if(starting)
		return;
	LM_ERR("the database is away (%s): redirects go on; what would change "
		   "bindings is %s until it is back\n",
			r302_persist_error(),
			r302_persist_is_sync()
					? "refused with 503"
					: "queued, and refused when the queue is full");
}

static void say_back(void)
{
	if(!state()->away)
		return;
	put(&state()->away, 0);
	LM_NOTICE("the database is back\n");
}

/* @return 0, or as r302_database_open() and it is noted why */
static int open_database(void)
{
	int ret;

	if(r302_database_is_open())
		return 0;
	ret = r302_database_open();
	if(ret == 0)
		return 0;
	say_away(ret == -2 ? R302_TROUBLE_SCHEMA : R302_TROUBLE_OPEN);
	return ret;
}

/* sleep for a while, longer each time; who waits for an answer is not forgotten */
static void back_off(int *ms)
{
	int left;

	for(left = *ms; left > 0; left -= SLICE_MS) {
		r302_persist_answer_overdue();
		sleep_ms(left < SLICE_MS ? left : SLICE_MS);
	}
	*ms = *ms * 2 > BACKOFF_MAX_MS ? BACKOFF_MAX_MS : *ms * 2;
}

/* ---- a batch */

static void start_transaction(void)
{
	r302_batch_start();
	batch.upserts = 0;
	batch.deletes = 0;
	refused.n = 0;
}

static void start_batch(uint64_t from)
{
	start_transaction();
	batch.from = from;
	batch.to = from;
	batch.items = 0;
	misfit.n = 0;
	misfit.used = 0;
}

static void count_commit(long us)
{
	struct r302_persist_state *s = state();
	int rows = batch.upserts + batch.deletes;

	r302_stats_inc(R302_S_DB_BATCHES);
	r302_stats_add(R302_S_DB_ROWS, batch.upserts - refused.n);
	r302_stats_add(R302_S_DB_REMOVED, batch.deletes);
	put(&s->batches, s->batches + 1);
	put(&s->batch_rows, rows);
	put(&s->batch_rows_sum, s->batch_rows_sum + rows);
	if(rows > s->batch_rows_max)
		put(&s->batch_rows_max, rows);
	put(&s->commit_us, us);
	put(&s->commit_us_sum, s->commit_us_sum + us);
	if(us > s->commit_us_max)
		put(&s->commit_us_max, us);
}

static void add_misfit(str aor, const struct r302_ruid *ruid, const char *why)
{
	if(misfit.n == R302_CONTACTS_MAX)
		return;
	memcpy(misfit.text + misfit.used, aor.s, (size_t)aor.len);
	misfit.row[misfit.n].aor.s = misfit.text + misfit.used;
	misfit.row[misfit.n].aor.len = aor.len;
	misfit.row[misfit.n].ruid = *ruid;
	misfit.row[misfit.n].why = why;
	misfit.used += aor.len;
	misfit.n++;
}

static enum r302_db_err try_write(void)
{
	struct timespec start;
	enum r302_db_err err;

	if(open_database() < 0)
		return R302_DB_AWAY;
	clock_gettime(CLOCK_MONOTONIC, &start);
	put(&state()->busy_since_ms, (long)r302_persist_now_ms() | 1);
	err = r302_batch_write(&refused);
	put(&state()->busy_since_ms, 0);
	if(err == R302_DB_AWAY) {
		say_away(R302_TROUBLE_WRITE);
		r302_database_close();
		return err;
	}
	count_commit(us_since(&start));
	say_back();
	return err;
}

/* until it is committed; while the database is away who waits is refused
 * @return 0, or -1: the server ends, and cannot wait any longer */
static int write_transaction(void)
{
	int i, backoff_ms = BACKOFF_MIN_MS;

	while(r302_batch_rows() && try_write() == R302_DB_AWAY) {
		if(draining.on
				&& (int32_t)(r302_persist_now_ms() - draining.until_ms) > 0)
			return -1;
		back_off(&backoff_ms);
	}
	for(i = 0; i < refused.n; i++)
		add_misfit(
				refused.row[i].aor, &refused.row[i].ruid, refused.row[i].why);
	return 0;
}

/* Once a minute: anybody can bring this about. */
static void log_misfit(time_t now)
{
	static time_t last;
	str aor = misfit.row[0].aor;

	if(now - last < 60 && now >= last)
		return;
	last = now;
	LM_ERR("the database does not take a binding of %.*s (%s), nor perhaps "
		   "others: it is removed, and its REGISTER refused with 500; told "
		   "once "
		   "a minute, see db_refused\n",
			aor.len, aor.s, misfit.row[0].why);
}

/* What cannot be kept is not bound either, neither here nor as an older row. The
 * phone is told so. */
static int drop_misfits(time_t now)
{
	uint32_t remember = r302_config_limits().remember_users;
	int i;

	if(misfit.n == 0)
		return 0;
	log_misfit(now);
	start_transaction();
	for(i = 0; i < misfit.n; i++) {
		r302_persist_trouble(R302_TROUBLE_REFUSED);
		if(r302_location_drop_row(
				   misfit.row[i].aor, &misfit.row[i].ruid, remember, now))
			r302_batch_delete(misfit.row[i].aor, &misfit.row[i].ruid);
	}
	return write_transaction();
}

static int is_misfit(str aor)
{
	int i;

	for(i = 0; i < misfit.n; i++) {
		if(misfit.row[i].aor.len == aor.len
				&& memcmp(misfit.row[i].aor.s, aor.s, (size_t)aor.len) == 0)
			return 1;
	}
	return 0;
}

/* tm and the process for TCP are gone at the end */
static int can_send(const struct r302_letter *letter)
{
	return !draining.on
		   || (!letter->stateful && letter->dst.proto == PROTO_UDP);
}

static void answer(struct r302_item *item)
{
	struct r302_note *note = (struct r302_note *)item->data;
	struct r302_letter letter;

	if(!r302_note_letter(&letter, note) || !r302_queue_claim(item)
			|| !can_send(&letter))
		return;
	if(misfit.n && is_misfit(r302_note_aor(note)))
		r302_persist_refuse(&letter, R302_E_NOT_A_ROW);
	else
		r302_send(&letter, NULL);
}

/* what the batch answers is committed */
static void answer_batch(void)
{
	struct r302_queue *q = r302_persist_queue();
	struct r302_span span = {batch.from, batch.to};
	struct r302_item *item;

	while((item = r302_queue_next(q, &span)))
		answer(item);
	r302_queue_release(q, batch.to, batch.items);
}

static int has_ruid(str aor, const struct r302_ruid *ruid)
{
	struct r302_ruid own;
	int i;

	for(i = 0; i < snapshot.n; i++) {
		r302_ruid_of(&own, aor, snapshot.binding[i]);
		if(strcmp(own.s, ruid->s) == 0)
			return 1;
	}
	return 0;
}

/* A transaction that is full is written, and the next one started. */
static int upsert(str aor, const struct r302_binding *b)
{
	struct r302_ruid ruid;
	const char *why = "larger than a transaction";
	/* at the end nobody knows what the writer has committed */
	int stored = b->stored && !draining.on;
	int ret = r302_batch_upsert(aor, b, stored, &why);

	if(ret < 0 && r302_batch_rows()) {
		if(write_transaction() < 0)
			return -1;
		start_transaction();
		ret = r302_batch_upsert(aor, b, stored, &why);
	}
	batch.upserts += ret == 0;
	if(ret) {
		r302_ruid_of(&ruid, aor, b);
		add_misfit(aor, &ruid, why);
	}
	return 0;
}

static int delete_row(str aor, const struct r302_ruid *ruid)
{
	if(r302_batch_delete(aor, ruid) < 0) {
		if(write_transaction() < 0)
			return -1;
		start_transaction();
		r302_batch_delete(aor, ruid);
	}
	batch.deletes++;
	return 0;
}

/* The bindings of an AOR as they are now, and the rows that are to go. At the end
 * all of them: what is marked as written may have been in a transaction that was
 * not committed. */
static int add_note(struct r302_note *note, time_t now)
{
	str aor = r302_note_aor(note);
	struct r302_ruid ruid;
	int i, ret = 0;

	r302_location_take_dirty(&snapshot, aor, now);
	for(i = 0; i < note->gone && ret == 0; i++) {
		r302_note_gone(&ruid, note, i);
		if(!has_ruid(aor, &ruid))
			ret = delete_row(aor, &ruid);
	}
	for(i = 0; i < snapshot.n && ret == 0; i++) {
		if(draining.on || snapshot.binding[i]->dirty)
			ret = upsert(aor, snapshot.binding[i]);
	}
	return ret;
}

static int has_room(void)
{
	return batch.upserts + R302_CONTACTS_MAX <= R302_BATCH_ROWS
		   && batch.deletes + R302_CONTACTS_MAX <= R302_BATCH_DELETES
		   && misfit.n < R302_CONTACTS_MAX / 2;
}

/* of what was committed last: async promises no more than this */
static void note_lag(void)
{
	uint32_t ms = r302_persist_now_ms() - batch.posted_ms;

	put(&state()->behind, ms > (uint32_t)r302_config_db()->flush_ms);
}

/* As much of the queue as fits into one transaction; committed, then answered.
 * @return 1, 0 when there was nothing, or -1: it cannot be written, at the end */
static int do_batch(void)
{
	struct r302_queue *q = r302_persist_queue();
	struct r302_span span = r302_queue_all(q);
	struct r302_item *item;
	time_t now = time(NULL);

	start_batch(span.at);
	while(has_room() && (item = r302_queue_next(q, &span)) != NULL) {
		if(add_note((struct r302_note *)item->data, now) < 0)
			return -1;
		if(batch.items++ == 0)
			batch.posted_ms = item->posted_ms;
	}
	batch.to = span.at;
	if(batch.items == 0)
		return 0;
	if(write_transaction() < 0 || drop_misfits(now) < 0)
		return -1;
	note_lag();
	answer_batch();
	return 1;
}

/* ---- loading */

/* What this process has not written yet of a user. */
static int is_unwritten(str aor)
{
	int i;

	r302_location_get(&snapshot, aor, time(NULL));
	for(i = 0; i < snapshot.n; i++) {
		if(snapshot.binding[i]->dirty)
			return 1;
	}
	return 0;
}

/* A row goes for a newer binding when that is stored, and not before: a kill
 * would lose both. What is put off is for the next time. */
static enum r302_taken take_row(
		const struct r302_loaded *l, struct r302_gone *gone, void *put_off)
{
	switch(r302_location_load(l, gone)) {
		case R302_OK:
			return R302_TAKEN;
		case R302_E_STALE:
			if(!is_unwritten(r302_aor_str(&l->aor)))
				return R302_STALE;
			*(int *)put_off = 1;
			return R302_LEFT;
		default:
			return R302_LEFT;
	}
}

static void say_loaded(const struct r302_load *load, long us)
{
	struct r302_persist_state *s = state();

	put(&s->load_rows, load->rows);
	put(&s->load_taken, load->taken);
	put(&s->load_expired, load->expired);
	put(&s->load_malformed, load->malformed);
	put(&s->load_us, us);
	put(&s->loaded, 1);
	LM_NOTICE(
			"loaded %ld bindings from %ld rows in %ld ms; %ld had expired, %ld "
			"were malformed, %ld replaced by a newer one, %ld written anew as "
			"ours, %ld left for lack of memory\n",
			load->taken, load->rows, us / 1000, load->expired, load->malformed,
			load->stale, load->adopted, load->left);
}

/* @return 1 when rows were put off, 0, or -1 and the database is away */
static int load_once(struct r302_load *load)
{
	int more, put_off = 0;

	memset(load, 0, sizeof(*load));
	do {
		more = r302_database_load_page(
				load, R302_PAGE_ROWS, time(NULL), take_row, &put_off);
	} while(more > 0);
	if(more == 0)
		return put_off;
	say_away(R302_TROUBLE_OPEN);
	r302_database_close();
	return -1;
}

/* what is in the queue now; not what comes meanwhile, which may never end */
static void write_queued(void)
{
	struct r302_queue *q = r302_persist_queue();
	uint64_t end = r302_queue_all(q).end;

	while(r302_queue_done(q) < end && do_batch() > 0)
		;
}

/* What memory has learnt is written before older rows may go for it.
 * @return 0, or -1 and the database is away */
static int load_all(void)
{
	struct r302_load load, again;
	struct timespec start;
	int ret;

	clock_gettime(CLOCK_MONOTONIC, &start);
	write_queued();
	ret = load_once(&load);
	while(ret > 0) {
		write_queued();
		ret = load_once(&again);
		load.stale += again.stale;
	}
	if(ret == 0)
		say_loaded(&load, us_since(&start));
	return ret;
}

/* What is no outage does not pass by itself. @return 0, or -1 (logged) */
static int start_without(int err)
{
	if(err == -2) {
		LM_ERR("the database of db_url holds other tables than Kamailio's "
			   "location, see above: nothing starts, whatever db_required "
			   "says\n");
		return -1;
	}
	if(r302_config_db()->required) {
		LM_ERR("the database of db_url cannot be reached or read, and nothing "
			   "starts without it: bring it up, or set db_required to 0 to "
			   "start with what registers, and load when it comes\n");
		return -1;
	}
	LM_WARN("starting without the database: it is loaded when it comes "
			"(db_required is 0)\n");
	return 0;
}

int r302_writer_load(void)
{
	int ret;

	if(!r302_persist_is_on())
		return 0;
	starting = 1;
	ret = open_database();
	if(ret == 0)
		ret = load_all();
	starting = 0;
	r302_database_close(); /* no connection goes through a fork */
	return ret == 0 ? 0 : start_without(ret);
}

/* ---- the process */

static void purge(time_t now)
{
	int n, more = 0;

	if(now < next_purge && now >= next_purge - PURGE_EVERY_S)
		return;
	n = r302_database_purge(now, R302_PURGE_ROWS, &more);
	if(n > 0)
		r302_stats_add(R302_S_DB_PURGED, n);
	/* more than one step: go on when the next batch is done */
	next_purge = more ? now : now + PURGE_EVERY_S;
}

/* async: let some gather; the rest of the time is for the commit */
static void linger(void)
{
	struct r302_queue_state s;
	int left = r302_config_db()->flush_ms / 2;

	for(; left > 0; left -= 10) {
		r302_queue_state(r302_persist_queue(), &s);
		if(s.bytes > s.size / 4)
			return;
		sleep_ms(left < 10 ? left : 10);
	}
}

static void connect_and_load(void)
{
	int backoff_ms = BACKOFF_MIN_MS;

	while(open_database() < 0 || (!state()->loaded && load_all() < 0))
		back_off(&backoff_ms);
	say_back();
}

static void work(void)
{
	struct r302_queue *q = r302_persist_queue();

	for(;;) {
		connect_and_load();
		r302_queue_wait(q, r302_queue_done(q), IDLE_MS);
		cfg_update();
		if(!r302_persist_waits())
			linger();
		do_batch();
		purge(time(NULL));
	}
}

int r302_writer_init(void)
{
	if(!r302_persist_is_on())
		return 0;
	if(r302_database_bind(&r302_config_db()->where) < 0)
		return -1;
	if(register_procs(1) < 0) {
		LM_ERR("no room for the process that writes to the database\n");
		return -1;
	}
	cfg_register_child(1);
	return 0;
}

int r302_writer_fork(void)
{
	int pid;

	if(!r302_persist_is_on())
		return 0;
	pid = fork_process(PROC_NOCHLDINIT, PROCESS_NAME, 1);
	if(pid < 0) {
		LM_ERR("could not fork the process that writes to the database\n");
		return -1;
	}
	if(pid > 0)
		return 0;
	r302_sigterm_heed();
	if(cfg_child_init() == 0)
		work();
	_exit(1);
}

/* ---- the end */

void r302_writer_drain(void)
{
	struct r302_queue_state s;
	long items;
	int ret = 1;

	if(!r302_persist_is_on() || !_ksr_is_main)
		return;
	r302_queue_break_lock(r302_persist_queue());
	r302_table_break_locks();
	r302_queue_state(r302_persist_queue(), &s);
	items = s.items;
	draining.on = 1;
	draining.until_ms = r302_persist_now_ms() + DRAIN_MS;
	while(ret > 0)
		ret = do_batch();
	r302_queue_state(r302_persist_queue(), &s);
	if(items && s.items == 0)
		LM_NOTICE("the last %ld changes are written\n", items);
	if(s.items)
		LM_ERR("%ld changes could not be written before the end: the database "
			   "is away\n",
				s.items);
	r302_database_close();
}
