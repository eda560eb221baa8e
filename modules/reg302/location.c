/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "../../core/dprint.h"
#include "flow.h"
#include "location.h"
#include "stats.h"

/* between two looks at a record its size may change; this often in a row only
 * when many phones of one user register in the same microsecond */
#define TRIES 16

/* A record whose bindings changed in place; one without any is taken out.
 * @return what is to be buried */
static struct r302_record *settle_locked(
		struct r302_record **rec, int had, uint32_t remember, time_t now)
{
	struct r302_record *empty = *rec;

	r302_table_changed_locked(empty, had);
	if(empty->n)
		return NULL;
	r302_record_know_until(empty, (uint32_t)now + remember);
	r302_table_unlink_locked(empty);
	*rec = NULL;
	return empty;
}

/* without the lock: a block that was replaced, or one that has become empty */
static void dispose(struct r302_record *garbage, time_t now)
{
	if(garbage == NULL)
		return;
	if(garbage->n)
		r302_record_free(garbage);
	else
		r302_table_bury(garbage, now);
}

/* @return the block that is no longer needed, to be freed without the lock */
static struct r302_record *commit_locked(struct r302_plan *plan,
		struct r302_record **rec, const struct r302_register *req,
		uint32_t hash, const struct r302_limits *lim, time_t now)
{
	struct r302_record *old = *rec;
	int had;

	if(plan->change == R302_CHANGE_BLOCK) {
		*rec = r302_plan_build_locked(plan, old, req, hash, now);
		if(old)
			r302_table_unlink_locked(old);
		r302_table_insert_locked(*rec);
		return old;
	}
	if(plan->change == R302_CHANGE_IN_PLACE) {
		had = old->n;
		r302_plan_apply_locked(plan, old, req, now);
		return settle_locked(rec, had, lim->remember_users, now);
	}
	return NULL;
}

/* read without the other locks: several processes may pass the limit by one
 * binding each */
static int is_full(const struct r302_plan *plan, const struct r302_limits *lim)
{
	return lim->max_bindings && plan->added > plan->removed + plan->evicted
		   && r302_table_bindings() + plan->added - plan->removed
							  - plan->evicted
					  > lim->max_bindings;
}

static int same_bytes(str a, str b)
{
	return a.len == b.len
		   && (a.len == 0 || memcmp(a.s, b.s, (size_t)a.len) == 0);
}

/* A row that is named here although it stays costs nothing: the writer looks. A
 * binding that now ends sooner may have ended when he does, and its row says
 * something else. */
static int keeps_its_row(
		const struct r302_binding *b, const struct r302_step *step)
{
	const struct r302_contact *c = step ? step->now : NULL;

	if(c == NULL)
		return step != NULL;
	return c->reg_id == b->reg_id && step->expires >= b->expires
		   && same_bytes(c->uri.whole, r302_binding_text(b, R302_T_URI))
		   && same_bytes(c->instance, r302_binding_instance(b));
}

static void note_gone(struct r302_gone *gone, const struct r302_record *rec,
		const struct r302_binding *b)
{
	if(gone && gone->n < R302_CONTACTS_MAX)
		r302_ruid_of(&gone->ruid[gone->n++], r302_record_aor(rec), b);
}

static void list_gone_locked(struct r302_gone *gone,
		const struct r302_plan *plan, const struct r302_record *rec)
{
	int i;

	gone->n = 0;
	if(rec == NULL || plan->change == R302_CHANGE_NONE)
		return;
	for(i = 0; i < rec->n; i++) {
		if(!keeps_its_row(&rec->binding[i], r302_plan_step_of(plan, i)))
			note_gone(gone, rec, &rec->binding[i]);
	}
}

/* decide with what the plan has reserved; @return 1 when that is not enough */
static int try_update(enum r302_err *err, struct r302_plan *plan,
		struct r302_snapshot *snap, const struct r302_place *place,
		const struct r302_register *req, const struct r302_limits *lim,
		time_t now, struct r302_gone *gone)
{
	struct r302_record *rec, *garbage = NULL;
	int enough;

	rec = r302_table_lock(place);
	*err = r302_policy_plan(plan, req, rec, lim, now);
	if(*err == R302_OK && is_full(plan, lim))
		*err = R302_E_FULL;
	enough = *err != R302_OK || r302_plan_has_room(plan);
	if(*err == R302_OK && enough) {
		if(gone)
			list_gone_locked(gone, plan, rec);
		garbage = commit_locked(plan, &rec, req, place->hash, lim, now);
		r302_snapshot_copy_locked(snap, rec);
	}
	r302_table_unlock(place);
	dispose(garbage, now);
	return !enough;
}

static int reserve(struct r302_plan *plan, const struct r302_origin *origin)
{
	if(r302_plan_reserve(plan, origin) == 0)
		return 0;
	return r302_intern_reap_all() + r302_table_forget()
				   ? r302_plan_reserve(plan, origin)
				   : -1;
}

static struct r302_place place_of(const struct r302_register *req)
{
	struct r302_place place = {r302_aor_str(&req->aor), req->hash};

	return req->is_hashed ? place : r302_table_place(place.aor);
}

enum r302_err r302_location_update(struct r302_snapshot *snap,
		struct r302_done *done, const struct r302_register *req,
		const struct r302_limits *lim, time_t now, struct r302_gone *gone)
{
	struct r302_place place = place_of(req);
	struct r302_plan plan;
	enum r302_err err;
	int tries;

	r302_plan_init(&plan);
	r302_policy_prepare(&plan, req);
	for(tries = 0; try_update(&err, &plan, snap, &place, req, lim, now, gone);
			tries++) {
		if(tries == TRIES || reserve(&plan, &req->origin) < 0) {
			err = R302_E_NOMEM;
			break;
		}
	}
	r302_plan_free(&plan);
	if(err != R302_OK)
		return err;
	r302_snapshot_open(snap, now);
	r302_stats_add(R302_S_EVICTED, plan.evicted);
	done->added = plan.added;
	done->updated = plan.updated;
	done->removed = plan.removed;
	done->retransmitted = plan.retransmitted;
	return R302_OK;
}

/* the binding that made a row stale has the row's own name */
static int has_row_locked(
		const struct r302_record *rec, const struct r302_loaded *l)
{
	struct r302_ruid ruid;
	int i;

	for(i = 0; i < rec->n; i++) {
		r302_ruid_of(&ruid, r302_record_aor(rec), &rec->binding[i]);
		if(same_bytes(r302_ruid_str(&ruid), l->ruid))
			return 1;
	}
	return 0;
}

static void insert_loaded_locked(struct r302_plan *plan,
		struct r302_record *old, const struct r302_register *req, uint32_t hash,
		uint32_t modified)
{
	struct r302_record *rec =
			r302_plan_build_locked(plan, old, req, hash, modified);

	rec->binding[rec->n - 1].dirty = 0;
	if(old)
		r302_table_unlink_locked(old);
	r302_table_insert_locked(rec);
}

/* as try_update() */
static int try_load(enum r302_err *err, struct r302_plan *plan,
		const struct r302_place *place, const struct r302_register *req,
		const struct r302_loaded *l, struct r302_gone *gone)
{
	struct r302_record *rec, *garbage = NULL;
	int enough;

	rec = r302_table_lock(place);
	*err = r302_policy_load(plan, req, rec, l->expires, l->modified);
	if(*err == R302_E_STALE && has_row_locked(rec, l))
		*err = R302_E_UNBOUND;
	enough = *err != R302_OK || r302_plan_has_room(plan);
	if(*err == R302_OK && enough) {
		list_gone_locked(gone, plan, rec);
		insert_loaded_locked(plan, rec, req, place->hash, l->modified);
		garbage = rec;
	}
	r302_table_unlock(place);
	if(garbage)
		r302_record_free(garbage);
	return !enough;
}

enum r302_err r302_location_load(
		const struct r302_loaded *l, struct r302_gone *gone)
{
	static struct r302_register req; /* large; of it only this is looked at */
	struct r302_place place = r302_table_place(r302_aor_str(&l->aor));
	struct r302_plan plan;
	enum r302_err err;
	int tries;

	req.aor = l->aor;
	req.origin = l->origin;
	req.contact[0] = l->contact;
	req.n = 1;
	gone->n = 0;
	r302_plan_init(&plan);
	for(tries = 0; try_load(&err, &plan, &place, &req, l, gone); tries++) {
		if(tries == TRIES || reserve(&plan, &req.origin) < 0) {
			err = R302_E_NOMEM;
			break;
		}
	}
	r302_plan_free(&plan);
	return err;
}

enum r302_err r302_location_get(struct r302_snapshot *snap, str aor, time_t now)
{
	struct r302_place place = r302_table_place(aor);
	struct r302_record *rec;
	int known;

	rec = r302_table_lock(&place);
	known = rec != NULL
			&& (rec->n || (time_t)r302_record_known_until(rec) > now);
	r302_snapshot_copy_locked(snap, rec);
	r302_table_unlock(&place);
	r302_snapshot_open(snap, now);
	if(snap->n)
		return R302_OK;
	return known ? R302_E_UNBOUND : R302_E_UNKNOWN;
}

void r302_location_take_dirty(struct r302_snapshot *snap, str aor, time_t now)
{
	struct r302_place place = r302_table_place(aor);
	struct r302_record *rec = r302_table_lock(&place);

	r302_snapshot_copy_locked(snap, rec);
	if(rec)
		r302_record_clean(rec);
	r302_table_unlock(&place);
	r302_snapshot_open(snap, now);
}

/* keep only the bindings of the phone that the GRUU names */
static void narrow(struct r302_snapshot *snap, const struct r302_gruu *gruu,
		const struct r302_key *key)
{
	str aor = r302_record_aor(&snap->copy.record);
	int i, n = 0;

	for(i = 0; i < snap->n; i++) {
		if(r302_gruu_names(gruu, aor, snap->binding[i], key))
			snap->binding[n++] = snap->binding[i];
	}
	snap->n = n;
}

static enum r302_err get_temporary(struct r302_snapshot *snap,
		const struct r302_gruu *gruu, const struct r302_key *key, time_t now)
{
	uint32_t hash = r302_gruu_hash(gruu, key);
	int nth;

	for(nth = 0; r302_table_copy_hash(hash, nth, &snap->copy.record); nth++) {
		r302_snapshot_open(snap, now);
		narrow(snap, gruu, key);
		if(snap->n)
			return R302_OK;
	}
	return R302_E_UNKNOWN;
}

enum r302_err r302_location_get_gruu(struct r302_snapshot *snap, str aor,
		const struct r302_gruu *gruu, const struct r302_key *key, time_t now)
{
	enum r302_err err;

	if(gruu->kind == R302_GRUU_TEMPORARY)
		return get_temporary(snap, gruu, key, now);
	err = r302_location_get(snap, aor, now);
	if(err == R302_OK && gruu->kind == R302_GRUU_PUBLIC) {
		narrow(snap, gruu, key);
		err = snap->n ? R302_OK : R302_E_UNBOUND;
	}
	return err;
}

static int drop_locked(struct r302_record *rec, const struct r302_uri *uri,
		uint32_t hash, time_t now, struct r302_gone *gone)
{
	int i, dropped = 0;

	for(i = rec->n - 1; i >= 0; i--) {
		if(uri && !r302_binding_has_uri(&rec->binding[i], uri, hash))
			continue;
		dropped += r302_binding_is_live(&rec->binding[i], now);
		note_gone(gone, rec, &rec->binding[i]);
		r302_record_drop(rec, i);
	}
	return dropped;
}

int r302_location_remove(str aor, const struct r302_uri *uri, uint32_t remember,
		time_t now, struct r302_gone *gone)
{
	struct r302_place place = r302_table_place(aor);
	uint32_t hash = uri ? r302_uri_hash(uri) : 0;
	struct r302_record *rec, *garbage = NULL;
	int had, removed = 0;

	if(gone)
		gone->n = 0;
	rec = r302_table_lock(&place);
	if(rec && rec->n) {
		had = rec->n;
		removed = drop_locked(rec, uri, hash, now, gone);
		garbage = settle_locked(&rec, had, remember, now);
	}
	r302_table_unlock(&place);
	dispose(garbage, now);
	return removed;
}

static int is_one_of(int id, const int *ids, int n)
{
	while(n-- > 0) {
		if(ids[n] == id)
			return 1;
	}
	return 0;
}

static int drop_flows_locked(struct r302_record *rec, const int *closed, int n,
		time_t now, struct r302_gone *gone)
{
	const struct r302_binding *b;
	int i, dropped = 0;

	for(i = rec->n - 1; i >= 0; i--) {
		b = &rec->binding[i];
		if(!r302_flow_is_needed(b)
				|| !is_one_of(r302_binding_source(b).connection, closed, n))
			continue;
		dropped += r302_binding_is_live(b, now);
		note_gone(gone, rec, b);
		r302_record_drop(rec, i);
	}
	return dropped;
}

int r302_location_end_flows(str aor, const int *closed, int n,
		uint32_t remember, time_t now, struct r302_gone *gone)
{
	struct r302_place place = r302_table_place(aor);
	struct r302_record *rec, *garbage = NULL;
	int had, removed = 0;

	if(gone)
		gone->n = 0;
	rec = r302_table_lock(&place);
	if(rec && rec->n) {
		had = rec->n;
		removed = drop_flows_locked(rec, closed, n, now, gone);
		garbage = settle_locked(&rec, had, remember, now);
	}
	r302_table_unlock(&place);
	dispose(garbage, now);
	r302_stats_add(R302_S_CLOSED, removed);
	return removed;
}

static int drop_row_locked(
		struct r302_record *rec, const struct r302_ruid *ruid)
{
	struct r302_ruid own;
	int i;

	for(i = 0; i < rec->n; i++) {
		if(rec->binding[i].dirty)
			continue;
		r302_ruid_of(&own, r302_record_aor(rec), &rec->binding[i]);
		if(strcmp(own.s, ruid->s) == 0) {
			r302_record_drop(rec, i);
			return 1;
		}
	}
	return 0;
}

int r302_location_drop_row(
		str aor, const struct r302_ruid *ruid, uint32_t remember, time_t now)
{
	struct r302_place place = r302_table_place(aor);
	struct r302_record *rec, *garbage = NULL;
	int had, dropped = 0;

	rec = r302_table_lock(&place);
	if(rec && rec->n) {
		had = rec->n;
		dropped = drop_row_locked(rec, ruid);
		garbage = settle_locked(&rec, had, remember, now);
	}
	r302_table_unlock(&place);
	dispose(garbage, now);
	return dropped;
}

struct r302_swept r302_location_sweep(time_t now, uint32_t remember, int budget)
{
	struct r302_swept swept = r302_table_sweep(now, remember, budget);

	r302_stats_add(R302_S_EXPIRED, swept.expired);
	return swept;
}
