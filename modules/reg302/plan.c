/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <string.h>
#include "../../core/mem/shm_mem.h"
#include "plan.h"

void r302_plan_init(struct r302_plan *plan)
{
	memset(plan, 0, offsetof(struct r302_plan, overruled));
}

void r302_plan_start_over(struct r302_plan *plan)
{
	memset(plan, 0, offsetof(struct r302_plan, share));
}

int r302_plan_has_room(const struct r302_plan *plan)
{
	return plan->change != R302_CHANGE_BLOCK || plan->reserved >= plan->size;
}

static void free_block(struct r302_plan *plan)
{
	if(plan->block)
		shm_free(plan->block);
	plan->block = NULL;
	plan->reserved = 0;
}

int r302_plan_reserve(struct r302_plan *plan, const struct r302_origin *origin)
{
	if(!plan->share.known
			&& r302_intern_get(&plan->share, origin->source.sock,
					   origin->user_agent, origin->path)
					   < 0)
		return -1;
	free_block(plan);
	plan->block = shm_malloc(plan->size);
	if(plan->block == NULL)
		return -1;
	plan->reserved = plan->size;
	return 0;
}

void r302_plan_free(struct r302_plan *plan)
{
	free_block(plan);
	r302_intern_put(plan->share.with);
	plan->share.with = NULL;
	plan->share.known = 0;
}

static char *write_step(struct r302_binding *b, char *at,
		const struct r302_step *step, const struct r302_record *rec,
		const struct r302_register *req, const struct r302_share *share,
		time_t now)
{
	if(step->now == NULL)
		return r302_binding_copy(b, at, &rec->binding[step->old]);
	at = r302_binding_write(b, at, step->now, &req->origin, share);
	r302_binding_touch(b, step->now, &req->origin, step->expires, now);
	return at;
}

struct r302_record *r302_plan_build_locked(struct r302_plan *plan,
		const struct r302_record *rec, const struct r302_register *req,
		uint32_t hash, time_t now)
{
	struct r302_record *block = plan->block;
	char *at;
	int i;

	plan->block = NULL;
	plan->reserved = 0;
	memset(block, 0, sizeof(*block));
	block->hash = hash;
	block->size = (uint16_t)plan->size;
	block->n = (uint16_t)plan->n;
	at = (char *)&block->binding[plan->n];
	block->aor_at = (uint16_t)(at - (char *)block);
	block->aor_len = (uint16_t)req->aor.len;
	memcpy(at, req->aor.s, req->aor.len);
	at += req->aor.len;
	for(i = 0; i < plan->n; i++)
		at = write_step(&block->binding[i], at, &plan->step[i], rec, req,
				&plan->share, now);
	return block;
}

const struct r302_step *r302_plan_step_of(const struct r302_plan *plan, int old)
{
	int i;

	for(i = 0; i < plan->n; i++) {
		if(plan->step[i].old == old)
			return &plan->step[i];
	}
	return NULL;
}

void r302_plan_apply_locked(const struct r302_plan *plan,
		struct r302_record *rec, const struct r302_register *req, time_t now)
{
	const struct r302_step *step;
	int i;

	/* from the last to the first: the indexes of those before stay true */
	for(i = rec->n - 1; i >= 0; i--) {
		step = r302_plan_step_of(plan, i);
		if(step == NULL)
			r302_record_drop(rec, i);
		else if(step->now)
			r302_binding_touch(&rec->binding[i], step->now, &req->origin,
					step->expires, now);
	}
}
