/**
 * @file
 * @brief Seeding of the free lists of a process's private memory.
 *
 * Kamailio's default manager, q_malloc, looks for a fragment by walking one
 * list for each size, from the size that is asked for to the first that is not
 * empty. In a fresh process all of them are empty but the last, so every
 * allocation of every request passes about a thousand. Fragments of every small
 * size, kept apart so that they cannot merge, end the walk at once.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_PRIME_H
#define R302_PRIME_H

/**
 * Seed the lists of this process, when its manager is q_malloc. From child_init
 * of a process that handles requests.
 *
 * Takes at most an eighth of the pool; the small blocks that keep the fragments
 * apart stay allocated as long as the process lives.
 *
 * @return bytes that were taken, 0 when there was nothing to do
 */
long r302_prime_pkg(void);

#endif
