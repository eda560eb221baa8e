/**
 * @file
 * @brief A stand-in for Kamailio's core: what the module's objects need to be
 * linked into a plain program, and a look inside.
 *
 * Shared memory comes from malloc(), so that the address sanitizer knows the
 * bounds of every block. Locks are pthread mutexes whose calls pass through
 * core.c, which knows when one is held.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UNIT_CORE_H
#define UNIT_CORE_H

/** Make the allocator and the counters ready. Once, before anything else. */
void core_start(void);

/** @return blocks of shm that nobody has freed */
long core_live_blocks(void);

/** @return calls of shm_malloc() so far */
long core_allocations(void);

/** Let one allocation fail: the n-th from now, 1 is the next; 0: none. */
void core_fail_at(long n);

/** Let every allocation fail from now on; 0: none. */
void core_fail_all(int on);

/**
 * Let something happen in the middle of the next allocation, once: what another
 * process does between two looks at the table. NULL: nothing.
 */
void core_meanwhile(void (*what)(void));

/** @return locks that this thread has taken so far */
long core_locks(void);

/** @return how often the core was asked to parse the headers of a message */
int core_parsings(void);

/**
 * @return how often the rules of table.h were broken: shm taken or given back
 * under a lock, a line logged under a lock, a second lock taken
 */
long core_breaches(void);

/** @return everything logged since core_log_clear() */
const char *core_log(void);
void core_log_clear(void);

/**
 * Let there be one TCP connection, with the id 1.
 * @param state  Kamailio's enum tcp_conn_states; CORE_NO_CONNECTION: none
 */
#define CORE_NO_CONNECTION (-100)
void core_connection(int state);

/** @return references to it that were taken and not given back */
int core_connection_references(void);

/** @return counters that were registered, and the name of one of them */
int core_counters(void);
const char *core_counter_name(int i);

#endif
