/**
 * @file
 * @brief The module: what it exports, and its life in order.
 *
 * SPDX-License-Identifier: MIT
 */
#include <time.h>
#include "../../core/dprint.h"
#include "../../core/kemi.h"
#include "../../core/rpc_lookup.h"
#include "../../core/sr_module.h"
#include "config.h"
#include "hangup.h"
#include "intern.h"
#include "persist.h"
#include "prime.h"
#include "rpc.h"
#include "script.h"
#include "send.h"
#include "sigterm.h"
#include "stats.h"
#include "sweep.h"
#include "table.h"
#include "timers.h"
#include "writer.h"

MODULE_VERSION

static counter_val_t count_aors(counter_handle_t h, void *param)
{
	(void)h;
	(void)param;
	return (counter_val_t)r302_table_aors();
}

static counter_val_t count_remembered(counter_handle_t h, void *param)
{
	(void)h;
	(void)param;
	return (counter_val_t)r302_table_remembered();
}

static counter_val_t count_bindings(counter_handle_t h, void *param)
{
	(void)h;
	(void)param;
	return (counter_val_t)r302_table_bindings();
}

static counter_val_t count_queued(counter_handle_t h, void *param)
{
	(void)h;
	(void)param;
	return (counter_val_t)r302_persist_queued().items;
}

static counter_val_t count_queued_bytes(counter_handle_t h, void *param)
{
	(void)h;
	(void)param;
	return (counter_val_t)r302_persist_queued().bytes;
}

static counter_val_t is_away(counter_handle_t h, void *param)
{
	(void)h;
	(void)param;
	return (counter_val_t)r302_persist_is_away();
}

static const counter_cbk_f gauges[R302_GAUGES_N] = {[R302_G_AORS] = count_aors,
		[R302_G_REMEMBERED] = count_remembered,
		[R302_G_BINDINGS] = count_bindings,
		[R302_G_DB_QUEUE_ITEMS] = count_queued,
		[R302_G_DB_QUEUE_BYTES] = count_queued_bytes,
		[R302_G_DB_AWAY] = is_away};

static int init_table(void)
{
	struct r302_key key;

	if(r302_intern_init() == 0 && r302_table_init(time(NULL)) == 0) {
		r302_hash_derive(&key, r302_config_tag_key());
		r302_table_set_key(&key);
		return 0;
	}
	LM_ERR("no shared memory for the table: give Kamailio more with -m\n");
	return -1;
}

static int init_rpc(void)
{
	if(rpc_register_array(r302_rpc_commands) == 0)
		return 0;
	LM_ERR("could not register the RPC commands reg302.*\n");
	return -1;
}

static int mod_init(void)
{
	if(r302_config_check() < 0 || r302_sigterm_init() < 0 || init_table() < 0
			|| r302_stats_init(gauges) < 0 || init_rpc() < 0
			|| r302_hangup_init() < 0 || r302_persist_init() < 0
			|| r302_writer_init() < 0)
		return -1;
	r302_sweep_init();
	return 0;
}

/* the processes that handle requests; the first of them tells */
static void init_worker(int rank)
{
	long bytes;

	r302_persist_is_worker();
	if(!r302_config_primes_pkg())
		return;
	bytes = r302_prime_pkg();
	if(rank == 1 && bytes)
		LM_INFO("primed the private memory of each worker with %ld bytes: "
				"q_malloc finds a fragment at once (pkg_prime)\n",
				bytes);
}

static int child_init(int rank)
{
	r302_sigterm_heed();
	if(rank == PROC_INIT) {
		r302_send_init(); /* every module is there now */
		r302_timers_init();
		return r302_writer_load();
	}
	if(rank == PROC_MAIN)
		return r302_sweep_start() < 0 ? -1 : r302_writer_fork();
	if(rank >= 1)
		init_worker(rank);
	return 0;
}

static void destroy(void)
{
	r302_writer_drain();
	if(_ksr_is_main)
		r302_timers_disarm();
}

int mod_register(char *path, int *dlflags, void *p1, void *p2)
{
	(void)path;
	(void)dlflags;
	(void)p1;
	(void)p2;
	sr_kemi_modules_add(r302_script_kemi);
	return 0;
}

struct module_exports exports = {
		"reg302",			   /* module name */
		DEFAULT_DLFLAGS,	   /* dlopen flags */
		r302_script_functions, /* exported functions */
		r302_config_params,	   /* exported parameters */
		0,					   /* RPC commands: registered in mod_init */
		0,					   /* exported pseudo-variables */
		0,					   /* response handling function */
		mod_init,			   /* module init function */
		child_init,			   /* per child init function */
		destroy				   /* module destroy function */
};
