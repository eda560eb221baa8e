/**
 * @file
 * @brief Module parameters: defaults, ranges, and the sentence for a bad one.
 *
 * Parameters are set before the start and never change after it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_CONFIG_H
#define R302_CONFIG_H

#include "../../core/sr_module.h"
#include "database.h"
#include "hash.h"
#include "limits.h"

/** The table for struct module_exports. */
extern param_export_t r302_config_params[];

/**
 * Check every parameter and make the key of the To-tag. From mod_init.
 * @return 0, or -1 with one sentence logged for each bad parameter
 */
int r302_config_check(void);

/** @return what the operator allows, by value */
struct r302_limits r302_config_limits(void);

/** When the database learns of a change. */
enum r302_db_mode
{
	R302_DB_NONE,  /* never: memory only */
	R302_DB_ASYNC, /* soon after the reply */
	R302_DB_SYNC   /* before the reply */
};

/** What the operator wants of the database. */
struct r302_db_limits
{
	enum r302_db_mode mode;
	int flush_ms;	/* async: a change is written at most so much later */
	int timeout_ms; /* sync: a REGISTER waits so long for the database */
	int queue_size; /* bytes of shm for what is not written yet */
	int required;	/* no start without the database */
	struct r302_db_config where;
};

/** @return the same at every call; const after r302_config_check() */
const struct r302_db_limits *r302_config_db(void);

/** @return 1 when pkg memory is to be primed, see prime.h */
int r302_config_primes_pkg(void);

/** @return the key of the To-tag; const after r302_config_check() */
const struct r302_key *r302_config_tag_key(void);

#endif
