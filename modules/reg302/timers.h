/**
 * @file
 * @brief The core's timers when the server ends.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_TIMERS_H
#define R302_TIMERS_H

/** Look for tm. In child_init(PROC_INIT), when every module is there. */
void r302_timers_init(void);

/**
 * Disarm all of them. By the main process, when it is the last one.
 *
 * At SIGTERM a process of Kamailio ends where it stands, perhaps with the lock of
 * the core's list of timers. The main process breaks the locks of shared memory
 * and of connections, but not this one, and takes it for each timer that tm or the
 * cache of the DNS has armed: it would wait until it aborts itself after a minute.
 * So it would for the end of a timer that was running. A timer that is not armed is
 * passed by without the lock.
 */
void r302_timers_disarm(void);

#endif
