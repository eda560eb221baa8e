/* SPDX-License-Identifier: MIT */
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../../core/counters.h"
#include "../../core/dprint.h"
#include "../../core/mem/shm_mem.h"
#include "../../core/parser/msg_parser.h"
#include "../../core/tcp_conn.h"
#include "core.h"

#define COUNTERS 128

/* ---- locks: the linker sends the module's calls here (--wrap) */

static _Thread_local int locks_held;
static _Thread_local long locks_taken;
static atomic_long breaches;

int __real_pthread_mutex_lock(pthread_mutex_t *m);
int __real_pthread_mutex_unlock(pthread_mutex_t *m);
int __wrap_pthread_mutex_lock(pthread_mutex_t *m);
int __wrap_pthread_mutex_unlock(pthread_mutex_t *m);

static void breach(const char *what)
{
	breaches++;
	fprintf(stderr, "rule of table.h broken: %s\n", what);
}

int __wrap_pthread_mutex_lock(pthread_mutex_t *m)
{
	int ret = __real_pthread_mutex_lock(m);

	locks_taken++;
	if(++locks_held > 1)
		breach("a second lock was taken");
	return ret;
}

int __wrap_pthread_mutex_unlock(pthread_mutex_t *m)
{
	locks_held--;
	return __real_pthread_mutex_unlock(m);
}

long core_locks(void)
{
	return locks_taken;
}

long core_breaches(void)
{
	return breaches;
}

/* ---- shared memory */

sr_shm_api_t _shm_root;
sr_pkg_api_t _pkg_root; /* whoever needs pkg sets it up */
static atomic_long live, allocations;
static long fail_at; /* number of the allocation that fails; 0: none */
static int fail_all;
static void (*meanwhile)(void);

#ifdef DBG_SR_MEMORY
#define WHERE \
	, const char *file, const char *func, unsigned int line, const char *mname
#define NOT_USED (void)mbp, (void)file, (void)func, (void)line, (void)mname
#else
#define WHERE
#define NOT_USED (void)mbp
#endif

static void let_others_work(void)
{
	void (*what)(void) = meanwhile;

	if(what == NULL)
		return; /* threads come here at once: nothing is written */
	meanwhile = NULL;
	what();
}

static void *take(void *mbp, size_t size WHERE)
{
	long n = ++allocations;
	void *block;

	NOT_USED;
	if(locks_held)
		breach("shm_malloc() under a lock");
	let_others_work();
	if(fail_all || n == fail_at)
		return NULL;
	block = malloc(size);
	if(block) {
		live++;
		memset(block, 0xa5, size); /* nobody may count on zeros */
	}
	return block;
}

static void give_back(void *mbp, void *block WHERE)
{
	NOT_USED;
	if(locks_held)
		breach("shm_free() under a lock");
	live--;
	free(block);
}

long core_live_blocks(void)
{
	return live;
}

long core_allocations(void)
{
	return allocations;
}

void core_fail_at(long n)
{
	fail_at = n ? allocations + n : 0;
}

void core_fail_all(int on)
{
	fail_all = on;
}

void core_meanwhile(void (*what)(void))
{
	meanwhile = what;
}

/* ---- logging */

int process_no;
int server_id;
int log_stderr;
int log_color;
volatile int dprint_crit;
str *log_prefix_val;
ksr_slog_f _ksr_slog_func;
struct log_level_info log_level_info[] = {{"ALERT", 0}, {"BUG", 0},
		{"CRITICAL", 0}, {"ERROR", 0}, {"WARNING", 0}, {"NOTICE", 0},
		{"INFO", 0}, {"DEBUG", 0}};

static char logged[8192];

static void log_line(int level, const char *format, ...)
{
	size_t n = strlen(logged);
	va_list args;

	(void)level;
	if(locks_held)
		breach("a line logged under a lock");
	va_start(args, format);
	vsnprintf(logged + n, sizeof(logged) - n, format, args);
	va_end(args);
}

km_log_f _km_log_func = log_line;

const char *core_log(void)
{
	return logged;
}

void core_log_clear(void)
{
	logged[0] = '\0';
}

int get_debug_level(char *mname, int mnlen)
{
	(void)mname;
	(void)mnlen;
	return L_INFO;
}

int get_debug_facility(char *mname, int mnlen)
{
	(void)mname;
	(void)mnlen;
	return 0;
}

void dprint_color(int level)
{
	(void)level;
}

void dprint_color_reset(void)
{
}

int my_pid(void)
{
	return 1;
}

/* ---- one TCP connection */

int tcp_disable = 0;
static struct tcp_connection connection;
static int has_connection;

void core_connection(int state)
{
	memset(&connection, 0, sizeof(connection));
	has_connection = state != CORE_NO_CONNECTION;
	connection.state = state;
}

struct tcp_connection *tcpconn_get(int id, struct ip_addr *ip, int port,
		union sockaddr_union *local_addr, ticks_t timeout)
{
	(void)ip;
	(void)port;
	(void)local_addr;
	(void)timeout;
	if(!has_connection || id != 1)
		return NULL;
	atomic_inc(&connection.refcnt);
	return &connection;
}

int core_connection_references(void)
{
	return atomic_get(&connection.refcnt);
}

/* ---- the core's parser: only that it was asked */

static int parsings;

int parse_headers(
		struct sip_msg *const msg, const hdr_flags_t flags, const int next)
{
	(void)msg;
	(void)flags;
	(void)next;
	parsings++;
	return 0;
}

int core_parsings(void)
{
	return parsings;
}

/* ---- counters: one row, as of one process */

static counter_array_t values[COUNTERS];
counter_array_t *_cnts_vals = values;
int _cnts_row_len = COUNTERS;
static counter_def_t *definitions[COUNTERS];
static int counters;

int counter_register_array(const char *group, counter_def_t *defs)
{
	(void)group;
	for(; defs->name; defs++) {
		if(counters == COUNTERS)
			return -1;
		defs->handle->id = (unsigned short)counters;
		definitions[counters++] = defs;
	}
	return 0;
}

counter_val_t counter_get_val(counter_handle_t h)
{
	counter_def_t *def = definitions[h.id];

	return def->get_cbk ? def->get_cbk(h, def->get_cbk_param) : values[h.id].v;
}

int core_counters(void)
{
	return counters;
}

const char *core_counter_name(int i)
{
	return definitions[i]->name;
}

void core_start(void)
{
	memset(&_shm_root, 0, sizeof(_shm_root));
	_shm_root.xmalloc = take;
	_shm_root.xfree = give_back;
}
