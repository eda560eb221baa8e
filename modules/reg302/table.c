/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "../../core/locking.h"
#include "../../core/mem/shm_mem.h"
#include "hash.h"
#include "table.h"

#define SHARD_BITS 7
#define SHARDS (1 << SHARD_BITS)

/* segment 0 has BASE buckets, segment k > 0 has BASE << (k - 1): the number of
 * buckets doubles with each, and none ever moves */
#define BASE 16
#define SEGMENTS 22

/* a slot of the wheel is a second; what is due beyond the last one waits there
 * and is looked at again */
#define SLOTS 512

/* records that a sweep looks at, and buckets that a walk passes, under one
 * lock */
#define SWEEP_STEP 64
#define WALK_STEP 64

/* users forgotten at once when memory is short */
#define FORGET_STEP 256

struct shard
{
	gen_lock_t lock;   /* guards everything marked [bucket] */
	uint32_t buckets;  /* [bucket] in use */
	uint32_t records;  /* [bucket] */
	uint32_t aors;	   /* [bucket] records with bindings; read unlocked */
	uint32_t bindings; /* [bucket] read unlocked for statistics */
	uint32_t swept;	   /* [bucket] first second that is not swept */
	int wants_segment; /* [bucket] too full, and the next bucket has no room */
	struct r302_record **segment[SEGMENTS]; /* [bucket] set once */
};

struct wheel
{
	struct r302_record *slot[SLOTS]; /* [bucket] of its shard */
};

struct table
{
	struct r302_key key;		/* [const] of the hash */
	struct shard shard[SHARDS]; /* side by side: every request needs one */
	struct wheel wheel[SHARDS];
};

static struct table *table;

static uint32_t segment_size(int k)
{
	return k == 0 ? BASE : (uint32_t)BASE << (k - 1);
}

static int segment_of(uint32_t bucket)
{
	uint32_t bases = bucket / BASE;

	return bases ? 32 - __builtin_clz(bases) : 0;
}

/* which of its segment */
static uint32_t index_in(int k, uint32_t bucket)
{
	return k == 0 ? bucket : bucket - segment_size(k);
}

static struct r302_record **bucket_at(struct shard *sh, uint32_t i)
{
	int k = segment_of(i);

	return &sh->segment[k][index_in(k, i)];
}

static struct shard *shard_of(uint32_t hash)
{
	return &table->shard[hash >> (32 - SHARD_BITS)];
}

/* largest power of two that is not above n */
static uint32_t level_of(uint32_t n)
{
	return (uint32_t)1 << (31 - __builtin_clz(n));
}

static uint32_t bucket_among(uint32_t buckets, uint32_t hash)
{
	uint32_t level = level_of(buckets);
	uint32_t i = hash & (2 * level - 1);

	return i < buckets ? i : i & (level - 1);
}

static uint32_t bucket_of(const struct shard *sh, uint32_t hash)
{
	return bucket_among(sh->buckets, hash);
}

/* Without the lock: it may be another one a moment later, and then the wrong line is
 * fetched. A segment is there before its first bucket is counted, and stays. */
static struct r302_record **expected_bucket(uint32_t hash)
{
	struct shard *sh = shard_of(hash);
	uint32_t i =
			bucket_among(__atomic_load_n(&sh->buckets, __ATOMIC_ACQUIRE), hash);
	int k = segment_of(i);

	return __atomic_load_n(&sh->segment[k], __ATOMIC_RELAXED) + index_in(k, i);
}

void r302_table_expect_bucket(uint32_t hash)
{
	__builtin_prefetch(expected_bucket(hash));
}

#define LINE 64

void r302_table_expect_record(uint32_t hash)
{
	const char *rec = (const char *)__atomic_load_n(
			expected_bucket(hash), __ATOMIC_RELAXED);
	int i;

	/* it may be freed meanwhile: its address is all that is looked at. Record,
	 * bindings and texts of a user with one phone are as long as this. */
	for(i = 0; i < 4; i++)
		__builtin_prefetch(rec + i * LINE);
}

static struct r302_record **new_segment(int k)
{
	size_t bytes = segment_size(k) * sizeof(struct r302_record *);
	struct r302_record **s = shm_malloc(bytes);

	if(s)
		memset(s, 0, bytes);
	return s;
}

static int init_shard(struct shard *sh, time_t now)
{
	if(lock_init(&sh->lock) == NULL)
		return -1;
	sh->buckets = BASE;
	sh->swept = (uint32_t)now;
	sh->segment[0] = new_segment(0);
	return sh->segment[0] ? 0 : -1;
}

int r302_table_init(time_t now)
{
	int i;

	table = shm_malloc(sizeof(*table));
	if(table == NULL)
		return -1;
	memset(table, 0, sizeof(*table));
	if(r302_hash_random_key(&table->key) < 0) {
		r302_table_destroy();
		return -1;
	}
	for(i = 0; i < SHARDS; i++) {
		if(init_shard(&table->shard[i], now) < 0) {
			r302_table_destroy();
			return -1;
		}
	}
	return 0;
}

static void free_chain(struct r302_record *rec)
{
	struct r302_record *next;

	for(; rec; rec = next) {
		next = rec->next;
		r302_record_free(rec);
	}
}

static void destroy_shard(struct shard *sh)
{
	uint32_t i;
	int k;

	for(i = 0; sh->segment[0] && i < sh->buckets; i++)
		free_chain(*bucket_at(sh, i));
	for(k = 0; k < SEGMENTS; k++) {
		if(sh->segment[k])
			shm_free(sh->segment[k]);
	}
}

void r302_table_destroy(void)
{
	int i;

	if(table == NULL)
		return;
	for(i = 0; i < SHARDS; i++)
		destroy_shard(&table->shard[i]);
	shm_free(table);
	table = NULL;
}

struct r302_place r302_table_place(str aor)
{
	struct r302_place place = {aor, 0};
	struct r302_hash h;

	r302_hash_table(&h, &table->key);
	r302_hash_add(&h, aor.s, aor.len);
	place.hash = (uint32_t)r302_hash_end(&h);
	return place;
}

static int is_of(const struct r302_record *rec, const struct r302_place *place)
{
	str aor;

	if(rec->hash != place->hash)
		return 0;
	aor = r302_record_aor(rec);
	return aor.len == place->aor.len
		   && memcmp(aor.s, place->aor.s, aor.len) == 0;
}

struct r302_record *r302_table_lock(const struct r302_place *place)
{
	struct shard *sh = shard_of(place->hash);
	struct r302_record *rec;

	lock_get(&sh->lock);
	for(rec = *bucket_at(sh, bucket_of(sh, place->hash)); rec;
			rec = rec->next) {
		if(is_of(rec, place))
			return rec;
	}
	return NULL;
}

int r302_table_copy_hash(uint32_t hash, int nth, struct r302_record *block)
{
	struct shard *sh = shard_of(hash);
	struct r302_record *rec;

	lock_get(&sh->lock);
	for(rec = *bucket_at(sh, bucket_of(sh, hash)); rec; rec = rec->next) {
		if(rec->hash == hash && nth-- == 0)
			break;
	}
	if(rec)
		r302_record_copy(block, rec);
	lock_release(&sh->lock);
	return rec != NULL;
}

/* The next bucket's segment is taken from shm without the lock; whoever comes
 * second gives it back. */
static void extend(struct shard *sh)
{
	struct r302_record **segment;
	/* read without the lock: checked again below */
	int k = segment_of(__atomic_load_n(&sh->buckets, __ATOMIC_RELAXED));

	if(k >= SEGMENTS)
		return;
	segment = new_segment(k);
	lock_get(&sh->lock);
	if(sh->segment[k] == NULL && segment_of(sh->buckets) == k) {
		sh->segment[k] = segment;
		segment = NULL;
	}
	sh->wants_segment = 0; /* without memory: the next insertion asks again */
	lock_release(&sh->lock);
	if(segment)
		shm_free(segment);
}

void r302_table_unlock(const struct r302_place *place)
{
	struct shard *sh = shard_of(place->hash);
	int wants = sh->wants_segment;

	lock_release(&sh->lock);
	if(wants)
		extend(sh);
}

/* who comes first in a bucket is also looked at without the lock */
static void point_at(struct r302_record **link, struct r302_record *rec)
{
	__atomic_store_n(link, rec, __ATOMIC_RELAXED);
}

static void split_one_bucket(struct shard *sh)
{
	uint32_t new = sh->buckets;
	uint32_t level = level_of(new);
	struct r302_record **from = bucket_at(sh, new &(level - 1));
	struct r302_record **to = bucket_at(sh, new);
	struct r302_record *rec;

	while((rec = *from)) {
		if((rec->hash & (2 * level - 1)) == new) {
			point_at(from, rec->next);
			rec->next = *to;
			point_at(to, rec);
		} else {
			from = &rec->next;
		}
	}
	/* for those who look without the lock */
	__atomic_store_n(&sh->buckets, new + 1, __ATOMIC_RELEASE);
}

/* two splits an insertion at most, to catch up after a time without memory */
static void grow(struct shard *sh)
{
	int i;

	for(i = 0; i < 2 && sh->records > sh->buckets; i++) {
		if(segment_of(sh->buckets) >= SEGMENTS)
			return;
		if(sh->segment[segment_of(sh->buckets)] == NULL) {
			sh->wants_segment = 1;
			return;
		}
		split_one_bucket(sh);
	}
}

static struct r302_record **slot_of(struct shard *sh, uint32_t second)
{
	return &table->wheel[sh - table->shard].slot[second % SLOTS];
}

static void wheel_add(struct shard *sh, struct r302_record *rec, uint32_t due)
{
	uint32_t slot = due;
	struct r302_record **head;

	if(slot < sh->swept)
		slot = sh->swept;
	if(slot > sh->swept + SLOTS - 1)
		slot = sh->swept + SLOTS - 1;
	head = slot_of(sh, slot);
	rec->wheel_slot = slot;
	rec->wheel_next = *head;
	rec->wheel_prev = head;
	if(*head)
		(*head)->wheel_prev = &rec->wheel_next;
	*head = rec;
}

static void wheel_take(struct r302_record *rec)
{
	*rec->wheel_prev = rec->wheel_next;
	if(rec->wheel_next)
		rec->wheel_next->wheel_prev = rec->wheel_prev;
}

static void count(struct shard *sh, int had, int has)
{
	sh->aors += (has > 0) - (had > 0);
	sh->bindings += has - had;
}

void r302_table_break_locks(void)
{
	int i;

	for(i = 0; i < SHARDS; i++)
		lock_init(&table->shard[i].lock);
}

void r302_table_insert_locked(struct r302_record *rec)
{
	struct shard *sh = shard_of(rec->hash);
	struct r302_record **head = bucket_at(sh, bucket_of(sh, rec->hash));

	rec->next = *head;
	point_at(head, rec);
	sh->records++;
	count(sh, 0, rec->n);
	wheel_add(sh, rec, r302_record_due(rec));
	grow(sh);
}

void r302_table_unlink_locked(struct r302_record *rec)
{
	struct shard *sh = shard_of(rec->hash);
	struct r302_record **p = bucket_at(sh, bucket_of(sh, rec->hash));

	while(*p != rec)
		p = &(*p)->next;
	point_at(p, rec->next);
	rec->next = NULL;
	sh->records--;
	count(sh, rec->n, 0);
	wheel_take(rec);
}

/* a record may wait in a slot that comes too early, never in one too late: a
 * refresh costs the wheel nothing */
void r302_table_changed_locked(struct r302_record *rec, int had)
{
	struct shard *sh = shard_of(rec->hash);
	uint32_t due = r302_record_due(rec);

	count(sh, had, rec->n);
	if(due < rec->wheel_slot) {
		wheel_take(rec);
		wheel_add(sh, rec, due);
	}
}

/* the block of a user without bindings: nothing but the name */
static struct r302_record *new_tombstone(const struct r302_record *rec)
{
	str aor = r302_record_aor(rec);
	size_t size = r302_record_size(0, aor.len, 0);
	struct r302_record *stone = shm_malloc(size);

	if(stone == NULL)
		return NULL;
	memset(stone, 0, sizeof(*stone));
	stone->hash = rec->hash;
	stone->size = (uint16_t)size;
	r302_record_know_until(stone, r302_record_known_until(rec));
	stone->aor_at = (uint16_t)(size - aor.len);
	stone->aor_len = rec->aor_len;
	memcpy((char *)stone + stone->aor_at, aor.s, aor.len);
	return stone;
}

void r302_table_bury(struct r302_record *rec, time_t now)
{
	struct r302_place place = {r302_record_aor(rec), rec->hash};
	struct r302_record *stone = NULL;

	if((time_t)r302_record_known_until(rec) > now)
		stone = new_tombstone(rec);
	if(stone) {
		if(r302_table_lock(&place) == NULL) {
			r302_table_insert_locked(stone);
			stone = NULL;
		}
		r302_table_unlock(&place);
	}
	if(stone) /* the user came back meanwhile */
		r302_record_free(stone);
	r302_record_free(rec);
}

static void bury(struct r302_record *rec, time_t now)
{
	struct r302_record *next;

	for(; rec; rec = next) {
		next = rec->next;
		r302_table_bury(rec, now);
	}
}

/* one lock; @return records of users without bindings, unlinked */
static struct r302_record *take_tombstones(struct shard *sh, int most)
{
	struct r302_record *rec, *next, *taken = NULL;
	uint32_t i;

	lock_get(&sh->lock);
	for(i = 0; i < sh->buckets && most > 0; i++) {
		for(rec = *bucket_at(sh, i); rec; rec = next) {
			next = rec->next;
			if(rec->n)
				continue;
			r302_table_unlink_locked(rec);
			rec->next = taken;
			taken = rec;
			most--;
		}
	}
	lock_release(&sh->lock);
	return taken;
}

/* read without the lock: a request that finds no memory is not to cost a walk
 * over all users */
static int has_tombstones(const struct shard *sh)
{
	return __atomic_load_n(&sh->records, __ATOMIC_RELAXED)
		   != __atomic_load_n(&sh->aors, __ATOMIC_RELAXED);
}

int r302_table_forget(void)
{
	static int start; /* another shard each time */
	struct r302_record *taken = NULL;
	int i;

	for(i = 0; i < SHARDS && taken == NULL; i++) {
		start = (start + 1) % SHARDS;
		if(has_tombstones(&table->shard[start]))
			taken = take_tombstones(&table->shard[start], FORGET_STEP);
	}
	free_chain(taken);
	return taken != NULL;
}

static int drop_expired(struct r302_record *rec, time_t now)
{
	int i, n = 0;

	for(i = rec->n - 1; i >= 0; i--) {
		if(!r302_binding_is_live(&rec->binding[i], now)) {
			r302_record_drop(rec, i);
			n++;
		}
	}
	return n;
}

static int is_forgotten(const struct r302_record *rec, time_t now)
{
	return rec->n == 0 && (time_t)r302_record_known_until(rec) <= now;
}

static void sweep_record(struct shard *sh, struct r302_record *rec, time_t now,
		uint32_t remember, struct r302_swept *swept,
		struct r302_record **garbage)
{
	int had = rec->n;
	int expired = drop_expired(rec, now);

	if(expired && rec->n == 0)
		r302_record_know_until(rec, (uint32_t)now + remember);
	swept->seen++;
	swept->expired += expired;
	count(sh, had, rec->n);
	if(rec->n == 0 && (expired || is_forgotten(rec, now))) {
		r302_table_unlink_locked(rec);
		rec->next = *garbage;
		*garbage = rec;
		swept->forgotten += is_forgotten(rec, now);
	} else {
		wheel_take(rec);
		wheel_add(sh, rec, r302_record_due(rec));
	}
}

/* A clock that was set: forward by more than a turn, each slot is looked at once;
 * backward, the wheel goes on from there and finds everything within a turn. */
static void follow_clock(struct shard *sh, uint32_t end)
{
	if(end > sh->swept + SLOTS)
		sh->swept = end - SLOTS;
	else if(end < sh->swept)
		sh->swept = end;
}

/* one lock; @return 1 when the shard may have more that is due */
static int sweep_step(struct shard *sh, time_t now, uint32_t remember, int most,
		struct r302_swept *swept)
{
	struct r302_record *garbage = NULL, *rec;
	uint32_t end = (uint32_t)now + 1;
	int i = 0;

	lock_get(&sh->lock);
	follow_clock(sh, end);
	while(sh->swept < end && i < most) {
		rec = *slot_of(sh, sh->swept);
		if(rec == NULL) {
			sh->swept++;
			continue;
		}
		sweep_record(sh, rec, now, remember, swept, &garbage);
		i++;
	}
	lock_release(&sh->lock);
	bury(garbage, now);
	return i == most;
}

/* read without the lock, by the only process that writes it as a rule */
static int is_swept(const struct shard *sh, time_t now)
{
	return __atomic_load_n(&sh->swept, __ATOMIC_RELAXED) == (uint32_t)now + 1;
}

static int at_most(int left)
{
	return left < SWEEP_STEP ? left : SWEEP_STEP;
}

struct r302_swept r302_table_sweep(time_t now, uint32_t remember, int budget)
{
	static int start; /* go on where the budget ran out */
	struct r302_swept swept = {0, 0, 0};
	int i;

	for(i = 0; i < SHARDS && swept.seen < budget; i++) {
		while(!is_swept(&table->shard[start], now)
				&& sweep_step(&table->shard[start], now, remember,
						at_most(budget - swept.seen), &swept)) {
			if(swept.seen >= budget)
				return swept;
		}
		start = (start + 1) % SHARDS;
	}
	return swept;
}

static uint32_t reversed(uint32_t x)
{
	uint32_t r = 0;
	int i;

	for(i = 0; i < 32; i++, x >>= 1)
		r = (r << 1) | (x & 1);
	return r;
}

/* Walk order inside a shard: by the hash read backwards. A bucket is then one
 * range of it, and splitting a bucket cuts its range in two, so a walk that
 * goes on after a growth neither misses nor repeats anything. */
static int is_behind(const struct r302_record *rec, uint32_t pos, str aor)
{
	uint32_t mine = reversed(rec->hash);
	str a = r302_record_aor(rec);
	int n, cmp;

	if(mine != pos)
		return mine > pos;
	n = a.len < aor.len ? a.len : aor.len;
	cmp = n ? memcmp(a.s, aor.s, n) : 0;
	return cmp ? cmp > 0 : a.len > aor.len;
}

static struct r302_record *first_behind(
		struct shard *sh, uint32_t bucket, uint32_t pos, str aor)
{
	struct r302_record *rec, *best = NULL;

	for(rec = *bucket_at(sh, bucket); rec; rec = rec->next) {
		if(rec->n && is_behind(rec, pos, aor)
				&& (best == NULL
						|| !is_behind(rec, reversed(best->hash),
								r302_record_aor(best))))
			best = rec;
	}
	return best;
}

/* the first position behind the range of a bucket; 0 when it is the last */
static uint32_t end_of_range(const struct shard *sh, uint32_t bucket)
{
	uint32_t level = level_of(sh->buckets);
	uint32_t width =
			bucket < sh->buckets - level || bucket >= level ? 2 * level : level;
	uint64_t step = ((uint64_t)1 << 32) / width;

	return (uint32_t)(reversed(bucket) / step * step + step);
}

/* @return 1 found; 0 end of shard; -1 the lock was held long enough */
static int walk_step(
		struct shard *sh, uint32_t *pos, str *aor, struct r302_record *block)
{
	struct r302_record *rec;
	uint32_t bucket;
	int i, found = -1;

	lock_get(&sh->lock);
	for(i = 0; i < WALK_STEP && found < 0; i++) {
		bucket = bucket_of(sh, reversed(*pos));
		rec = first_behind(sh, bucket, *pos, *aor);
		if(rec) {
			r302_record_copy(block, rec);
			found = 1;
			break;
		}
		aor->len = 0;
		*pos = end_of_range(sh, bucket);
		if(*pos == 0)
			found = 0;
	}
	lock_release(&sh->lock);
	return found;
}

static int walk_shard(
		struct shard *sh, uint32_t pos, str aor, struct r302_record *block)
{
	int found;

	do
		found = walk_step(sh, &pos, &aor, block);
	while(found < 0);
	return found;
}

int r302_table_next(struct r302_cursor *cursor, struct r302_record *block)
{
	struct r302_place place = {{NULL, 0}, 0};
	uint32_t pos = 0;
	str aor = {"", 0};
	int i = 0;

	if(cursor->aor.len) {
		place = r302_table_place(r302_aor_str(&cursor->aor));
		i = place.hash >> (32 - SHARD_BITS);
		pos = reversed(place.hash);
		aor = place.aor;
	}
	for(; i < SHARDS; i++, pos = 0, aor.len = 0) {
		if(walk_shard(&table->shard[i], pos, aor, block)) {
			aor = r302_record_aor(block);
			memcpy(cursor->aor.s, aor.s, aor.len);
			cursor->aor.len = aor.len;
			return 1;
		}
	}
	cursor->done = 1;
	return 0;
}

long r302_table_aors(void)
{
	long n = 0;
	int i;

	for(i = 0; table && i < SHARDS; i++)
		n += __atomic_load_n(&table->shard[i].aors, __ATOMIC_RELAXED);
	return n;
}

long r302_table_bindings(void)
{
	long n = 0;
	int i;

	for(i = 0; table && i < SHARDS; i++)
		n += __atomic_load_n(&table->shard[i].bindings, __ATOMIC_RELAXED);
	return n;
}

long r302_table_remembered(void)
{
	long n = 0;
	int i;

	for(i = 0; table && i < SHARDS; i++)
		n += __atomic_load_n(&table->shard[i].records, __ATOMIC_RELAXED);
	return n - r302_table_aors();
}

void r302_table_set_key(const struct r302_key *key)
{
	table->key = *key;
}

long r302_table_buckets(void)
{
	long n = 0;
	int i;

	for(i = 0; i < SHARDS; i++)
		n += __atomic_load_n(&table->shard[i].buckets, __ATOMIC_RELAXED);
	return n;
}
