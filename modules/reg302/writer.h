/**
 * @file
 * @brief The process that writes bindings to the database, and the load at start.
 *
 * It takes what was announced (persist.h) as it finds it, writes the bindings
 * of every AOR named there as they are now, all in one transaction, and then
 * sends the replies that waited for it. A transaction that fails is kept and
 * tried again before anything newer. It is the only process that reads the
 * database while the server runs.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_WRITER_H
#define R302_WRITER_H

/**
 * Find the driver and make room for a process. In mod_init.
 * @return 0, or -1 (logged). 0 without a database
 */
int r302_writer_init(void);

/**
 * Load what the database holds, before any process is forked.
 * @return 0, or -1: it is away or holds something else, and it is required
 *         (logged)
 */
int r302_writer_load(void);

/** Fork the process. From child_init(PROC_MAIN). @return 0, or -1 (logged) */
int r302_writer_fork(void);

/**
 * Write what is left in the queue, bounded in time. By the main process, when it
 * is the last one.
 */
void r302_writer_drain(void);

#endif
