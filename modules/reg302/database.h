/**
 * @file
 * @brief The database: which it is, how its tables are named, whether it is there.
 *
 * Every driver of Kamailio works. One connection per process. Nothing here is
 * shared between processes, and nothing is called under a bucket lock.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_DATABASE_H
#define R302_DATABASE_H

#include "batch.h"

struct r302_db_config
{
	str url;
	str table;				  /* location */
	str attrs;				  /* location_attrs */
	str column[R302_COLUMNS]; /* their names; len 0: the usual one */
	struct r302_codec codec;  /* widths is set by r302_database_bind() */
};

/**
 * Find the driver that the URL names and see that it can do what is needed.
 * In mod_init. The config's texts are borrowed for good.
 * @return 0, or -1 and what to do is logged
 */
int r302_database_bind(const struct r302_db_config *c);

/**
 * Open this process's connection and check the version of the tables.
 * @return  0
 *         -1 the database is away
 *         -2 it is there, and is not Kamailio's schema; what to do is logged
 */
int r302_database_open(void);

/** Close it. Also when it is not open. */
void r302_database_close(void);

/** @return 1 when this process has a connection */
int r302_database_is_open(void);

/** @return what r302_database_bind() was given, every column with its name */
const struct r302_db_config *r302_database_config(void);

#endif
