/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "../../core/mem/mem.h"
#include "../../core/mem/memapi.h"
#include "../../core/mem/pkg.h"
#include "../../core/mem/shm_mem.h"
#include "prime.h"

#define STEP 16 /* distance of two lists of q_malloc */
#define LARGEST \
	2048		   /* last size with a list of its own that requests ask for */
#define PER_SIZE 3 /* a request holds this many of one size at a time */
#define OVERHEAD 104 /* of a block, with debugging, as Debian builds it */
#define PIECE 2000	 /* few lists away from what is asked for */
#define SHARE 8		 /* at most one part in this many of the pool */

static int is_q_malloc(void)
{
	return _pkg_root.mname && strcmp(_pkg_root.mname, "q_malloc") == 0;
}

static struct mem_info look(void)
{
	struct mem_info info;

	memset(&info, 0, sizeof(info));
	pkg_info(&info);
	return info;
}

/* one fragment of each size needs this much */
static long cost_of_round(void)
{
	long n = LARGEST / STEP;

	return n * (LARGEST + STEP) / 2 + n * (STEP + 2 * OVERHEAD);
}

static int rounds_within(const struct mem_info *info)
{
	long rounds = (long)(info->total_size / SHARE) / cost_of_round();

	return rounds < PER_SIZE ? (int)rounds : PER_SIZE;
}

/* A fragment, and behind it a small block that stays: between two blocks in use a
 * fragment cannot merge when it is freed. None is freed before the last is
 * taken, or the small blocks would come from the fragments. */
static void seed(int rounds)
{
	void *fragment[LARGEST / STEP * PER_SIZE];
	void *fence;
	int size, i, n = 0;

	for(size = STEP; size <= LARGEST; size += STEP) {
		for(i = 0; i < rounds; i++) {
			fragment[n++] = pkg_malloc(size);
			fence = pkg_malloc(STEP);
			(void)fence; /* kept: that is its use */
		}
	}
	while(n > 0) {
		if(fragment[--n])
			pkg_free(fragment[n]);
	}
}

long r302_prime_pkg(void)
{
	struct mem_info before, after;
	int rounds;

	if(!is_q_malloc())
		return 0;
	before = look();
	rounds = rounds_within(&before);
	seed(rounds);
	after = look();
	return (long)(after.real_used - before.real_used);
}

/* what srdb1 takes for a row and its attributes: the values, and a copy of each
 * text; a size that has no block left is cut from a larger one */
static const int row_sizes[] = {
		640, 256, 128, 128, 128, 64, 64, 64, 64, 64, 64, 64};
#define ROW_SIZES ((int)(sizeof(row_sizes) / sizeof(*row_sizes)))

static long cost_of_row(void)
{
	long n = 0;
	int i;

	for(i = 0; i < ROW_SIZES; i++)
		n += row_sizes[i] + STEP + 2 * OVERHEAD;
	return n;
}

void r302_prime_pkg_cut(struct r302_pieces *pieces)
{
	void *piece[R302_PIECES_MAX];
	struct mem_info info;
	long most;
	int i;

	pieces->n = 0;
	if(!is_q_malloc())
		return;
	info = look();
	most = (long)info.total_size / 3 / cost_of_row() * ROW_SIZES;
	for(i = 0; i < most && i < R302_PIECES_MAX; i++) {
		piece[i] = pkg_malloc(row_sizes[i % ROW_SIZES]);
		pieces->fence[i] = pkg_malloc(STEP);
		if(piece[i] == NULL || pieces->fence[i] == NULL) {
			i++;
			break;
		}
	}
	for(pieces->n = i; i > 0; i--) {
		if(piece[i - 1])
			pkg_free(piece[i - 1]);
	}
}

void r302_prime_pkg_heal(struct r302_pieces *pieces)
{
	while(pieces->n > 0) {
		if(pieces->fence[--pieces->n])
			pkg_free(pieces->fence[pieces->n]);
	}
}

void r302_prime_shm_heal(struct r302_pieces *pieces)
{
	while(pieces->n > 0)
		shm_free(pieces->fence[--pieces->n]);
}

void r302_prime_shm_cut(struct r302_pieces *pieces, size_t bytes)
{
	void *piece[R302_PIECES_MAX];
	int i, n, most = (int)(bytes / 2 / PIECE) + 1;

	if(pieces->n) {
		r302_prime_shm_heal(pieces);
		return;
	}
	if(_shm_root.mname == NULL || strcmp(_shm_root.mname, "q_malloc") != 0)
		return;
	for(n = 0; n < most && n < R302_PIECES_MAX; n++) {
		piece[n] = shm_malloc(PIECE);
		pieces->fence[n] = piece[n] ? shm_malloc(PIECE) : NULL;
		if(pieces->fence[n] == NULL)
			break;
		pieces->n = n + 1;
	}
	if(n < most && n < R302_PIECES_MAX && piece[n])
		shm_free(piece[n]);
	for(i = 0; i < pieces->n; i++)
		shm_free(piece[i]);
}
