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

#include <stddef.h>

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

#define R302_PIECES_MAX 6000

/** Blocks that keep what was cut apart. */
struct r302_pieces
{
	void *fence[R302_PIECES_MAX];
	int n;
};

/**
 * Cut private memory into blocks of the sizes that srdb1 asks for, for a process
 * that is about to take and give back pages of rows: each is then found without a
 * walk through empty lists. Takes at most a third of the pool, and nothing where
 * the manager is another one.
 */
void r302_prime_pkg_cut(struct r302_pieces *pieces);

/** Let the pieces grow together again. */
void r302_prime_pkg_heal(struct r302_pieces *pieces);

/**
 * The same for shared memory that is taken and kept: called before every few
 * hundred blocks. Every other call cuts, those between give free what kept the
 * pieces apart: by then what lies between is in use. No lock may be held.
 *
 * @param pieces  n is 0 at first
 * @param bytes   how much will be taken until the next call but one
 */
void r302_prime_shm_cut(struct r302_pieces *pieces, size_t bytes);

/** Give back what is left. */
void r302_prime_shm_heal(struct r302_pieces *pieces);

#endif
