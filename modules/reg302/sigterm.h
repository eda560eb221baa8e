/**
 * @file
 * @brief A SIGTERM that comes to a process before its first step.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_SIGTERM_H
#define R302_SIGTERM_H

/** Have the main process tell, in shm, that it is about to end all others. In
 * mod_init(). @return 0, or -1: no memory, told in the log. */
int r302_sigterm_init(void);

/**
 * End this process if the main one has told. By every other process, in child_init()
 * or right after fork_process().
 *
 * A process that is forked takes itself for the main one until its first step, and
 * the main one only notes SIGTERM, for later. So this process would go on without
 * having heard anything, and the main process wait for its end until both are killed
 * after a minute (ser_kill_timeout).
 */
void r302_sigterm_heed(void);

#endif
