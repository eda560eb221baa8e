/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <strings.h>
#include "../../core/locking.h"
#include "../../core/mem/shm_mem.h"
#include "hash.h"
#include "intern.h"

#define BUCKETS 8192

/* buckets that are looked at under one lock */
#define REAP_STEP 64

struct entry
{
	struct entry *next;		   /* [intern] chain */
	uint32_t hash;			   /* [const] */
	uint32_t refs;			   /* [atomic] grows from 0 under the lock only */
	struct r302_shared shared; /* [const] */
};

struct intern
{
	gen_lock_t lock;			   /* guards everything marked [intern] */
	struct r302_key key;		   /* [const] of the hash */
	uint32_t entries;			   /* [intern] read unlocked for statistics */
	uint32_t unused;			   /* [atomic] entries without a reference */
	uint32_t reaped;			   /* [intern] bucket to be looked at next */
	struct entry *bucket[BUCKETS]; /* [intern] */
};

static struct intern *intern;

int r302_intern_init(void)
{
	intern = shm_malloc(sizeof(*intern));
	if(intern == NULL)
		return -1;
	memset(intern, 0, sizeof(*intern));
	if(r302_hash_random_key(&intern->key) == 0 && lock_init(&intern->lock))
		return 0;
	shm_free(intern);
	intern = NULL;
	return -1;
}

static struct entry *entry_of(const struct r302_shared *s)
{
	return (struct entry *)((char *)s - offsetof(struct entry, shared));
}

static void free_chain(struct entry *e)
{
	struct entry *next;

	for(; e; e = next) {
		next = e->next;
		shm_free(e);
	}
}

long r302_intern_destroy(void)
{
	struct entry *e;
	long refs = 0;
	int i;

	for(i = 0; intern && i < BUCKETS; i++) {
		for(e = intern->bucket[i]; e; e = e->next)
			refs += e->refs;
		free_chain(intern->bucket[i]);
	}
	if(intern)
		shm_free(intern);
	intern = NULL;
	return refs;
}

int r302_intern_repeats(str path)
{
	static const char received[] = "received";
	int i, n = sizeof(received) - 1;

	for(i = 0; i < path.len; i++) {
		if(path.s[i] == '@'
				|| (i + n <= path.len
						&& strncasecmp(path.s + i, received, n) == 0))
			return 0;
	}
	return 1;
}

static size_t round_up(size_t n)
{
	return (n + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *);
}

size_t r302_shared_size_of(str agent, str path)
{
	return round_up(offsetof(struct r302_shared, text) + agent.len + path.len);
}

size_t r302_shared_size(const struct r302_shared *s)
{
	if(s == NULL)
		return 0;
	return round_up(
			offsetof(struct r302_shared, text) + s->agent_len + s->path_len);
}

static uint32_t hash_of(struct socket_info *sock, str agent, str path)
{
	struct r302_hash h;

	r302_hash_table(&h, &intern->key);
	r302_hash_add(&h, (const char *)&sock, sizeof(sock));
	r302_hash_field(&h, agent);
	r302_hash_field(&h, path);
	return (uint32_t)r302_hash_end(&h);
}

static int is_same(const char *s, uint16_t len, str text)
{
	return len == text.len && (len == 0 || memcmp(s, text.s, len) == 0);
}

static int is_of(const struct r302_shared *s, struct socket_info *sock,
		str agent, str path)
{
	return s->sock == sock && is_same(s->text, s->agent_len, agent)
		   && is_same(s->text + s->agent_len, s->path_len, path);
}

static void hold_locked(struct entry *e)
{
	if(__atomic_fetch_add(&e->refs, 1, __ATOMIC_RELAXED) == 0)
		__atomic_sub_fetch(&intern->unused, 1, __ATOMIC_RELAXED);
}

/* @return the entry with one reference more, or NULL */
static struct entry *find_locked(
		uint32_t hash, struct socket_info *sock, str agent, str path)
{
	struct entry *e;

	for(e = intern->bucket[hash % BUCKETS]; e; e = e->next) {
		if(e->hash == hash && is_of(&e->shared, sock, agent, path)) {
			hold_locked(e);
			return e;
		}
	}
	return NULL;
}

static struct entry *new_entry(
		uint32_t hash, struct socket_info *sock, str agent, str path)
{
	struct entry *e = shm_malloc(
			offsetof(struct entry, shared) + r302_shared_size_of(agent, path));

	if(e == NULL)
		return NULL;
	e->hash = hash;
	e->refs = 1;
	e->shared.sock = sock;
	e->shared.agent_len = (uint16_t)agent.len;
	e->shared.path_len = (uint16_t)path.len;
	if(agent.len) /* an absent text may have no address to copy from */
		memcpy(e->shared.text, agent.s, agent.len);
	if(path.len)
		memcpy(e->shared.text + agent.len, path.s, path.len);
	return e;
}

/* @return what is in the table afterwards; the entry itself, unless another
 * process was first */
static struct entry *insert(
		struct entry *mine, struct socket_info *sock, str agent, str path)
{
	struct entry **head = &intern->bucket[mine->hash % BUCKETS], *first;

	lock_get(&intern->lock);
	first = find_locked(mine->hash, sock, agent, path);
	if(first == NULL) {
		mine->next = *head;
		*head = mine;
		__atomic_add_fetch(&intern->entries, 1, __ATOMIC_RELAXED);
	}
	lock_release(&intern->lock);
	if(first == NULL)
		return mine;
	shm_free(mine);
	return first;
}

static struct entry *find(
		uint32_t hash, struct socket_info *sock, str agent, str path)
{
	struct entry *e;

	lock_get(&intern->lock);
	e = find_locked(hash, sock, agent, path);
	lock_release(&intern->lock);
	return e;
}

int r302_intern_get(
		struct r302_share *share, struct socket_info *sock, str agent, str path)
{
	const str none = {"", 0};
	uint32_t hash;
	struct entry *e;

	if(!r302_intern_repeats(path))
		path = none;
	hash = hash_of(sock, agent, path);
	e = find(hash, sock, agent, path);
	if(e == NULL && r302_intern_entries() >= R302_INTERN_MAX) {
		/* the sockets of a server are few and have room beyond the limit */
		agent = path = none;
		hash = hash_of(sock, agent, path);
		e = find(hash, sock, agent, path);
	}
	if(e == NULL && (sock || agent.len || path.len)) {
		e = new_entry(hash, sock, agent, path);
		if(e == NULL)
			return -1;
		e = insert(e, sock, agent, path);
	}
	share->with = e ? &e->shared : NULL;
	share->known = 1;
	return 0;
}

void r302_intern_hold(const struct r302_shared *s)
{
	if(s)
		__atomic_add_fetch(&entry_of(s)->refs, 1, __ATOMIC_RELAXED);
}

void r302_intern_put(const struct r302_shared *s)
{
	if(s && __atomic_sub_fetch(&entry_of(s)->refs, 1, __ATOMIC_RELEASE) == 0)
		__atomic_add_fetch(&intern->unused, 1, __ATOMIC_RELAXED);
}

/* Nobody comes by a first reference without the lock: what has none under it
 * stays so. */
static struct entry *take_unused_locked(struct entry **from, int *n)
{
	struct entry *e, *taken = NULL;

	while((e = *from)) {
		if(__atomic_load_n(&e->refs, __ATOMIC_ACQUIRE)) {
			from = &e->next;
			continue;
		}
		*from = e->next;
		e->next = taken;
		taken = e;
		(*n)++;
	}
	return taken;
}

static int reap_step(int buckets)
{
	struct entry *garbage[REAP_STEP];
	int i, n = 0;

	lock_get(&intern->lock);
	for(i = 0; i < buckets; i++) {
		garbage[i] = take_unused_locked(&intern->bucket[intern->reaped], &n);
		intern->reaped = (intern->reaped + 1) % BUCKETS;
	}
	__atomic_sub_fetch(&intern->entries, n, __ATOMIC_RELAXED);
	__atomic_sub_fetch(&intern->unused, n, __ATOMIC_RELAXED);
	lock_release(&intern->lock);
	for(i = 0; i < buckets; i++)
		free_chain(garbage[i]);
	return n;
}

/* read without the lock: what it misses for a moment is found the next time */
static int has_unused(void)
{
	return __atomic_load_n(&intern->unused, __ATOMIC_RELAXED) != 0;
}

int r302_intern_reap(int buckets)
{
	int n = 0;

	for(; buckets > 0 && has_unused(); buckets -= REAP_STEP)
		n += reap_step(buckets < REAP_STEP ? buckets : REAP_STEP);
	return n;
}

int r302_intern_reap_all(void)
{
	return r302_intern_reap(BUCKETS);
}

long r302_intern_entries(void)
{
	return intern ? __atomic_load_n(&intern->entries, __ATOMIC_RELAXED) : 0;
}
