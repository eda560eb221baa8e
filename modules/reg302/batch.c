/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "batch.h"

#define CHAINS 1024 /* a power of two */

static struct r302_batch batch;
static struct r302_room room;
static char text[2 * 1024 * 1024];

/* where the rows of a ruid are: chains of 1 + row, 0 is the end */
static short chain[CHAINS];
static short next[R302_BATCH_ROWS];

void r302_batch_init(const struct r302_codec *codec)
{
	batch.codec = codec;
	r302_batch_start();
}

const struct r302_batch *r302_batch(void)
{
	return &batch;
}

void r302_batch_start(void)
{
	batch.rows = batch.deletes = 0;
	room.s = text;
	room.size = sizeof(text);
	room.used = 0;
	memset(chain, 0, sizeof(chain));
}

static str ruid_of_row(int i)
{
	return batch.row[i].v[R302_C_RUID].is.text;
}

/* its last digits are as good as any */
static short *chain_of(str ruid)
{
	unsigned n = 0;
	int i;

	for(i = ruid.len > 8 ? ruid.len - 8 : 0; i < ruid.len; i++)
		n = n * 31 + (unsigned char)ruid.s[i];
	return &chain[n & (CHAINS - 1)];
}

/* @return what points to the row of a ruid; to 0: there is none */
static short *find(str ruid)
{
	short *at = chain_of(ruid);
	str other;

	for(; *at; at = &next[*at - 1]) {
		other = ruid_of_row(*at - 1);
		if(other.len == ruid.len && memcmp(other.s, ruid.s, ruid.len) == 0)
			break;
	}
	return at;
}

/* the last row takes its place */
static void take_out(short *at)
{
	int i = *at - 1, last = batch.rows - 1;

	*at = next[i];
	if(i != last) {
		at = find(ruid_of_row(last));
		*at = (short)(i + 1);
		next[i] = next[last];
		batch.row[i] = batch.row[last];
		batch.aor[i] = batch.aor[last];
	}
	batch.rows = last;
}

static void put_in(void)
{
	int i = batch.rows++;
	short *at = find(ruid_of_row(i));

	if(*at) {
		/* what is new in either of them is */
		batch.row[i].stored &= batch.row[*at - 1].stored;
		batch.row[*at - 1] = batch.row[i];
		batch.rows--;
		return;
	}
	*at = (short)(i + 1);
	next[i] = 0;
}

static int keep(str *to, str from)
{
	if((size_t)from.len > room.size - room.used)
		return -1;
	to->s = room.s + room.used;
	to->len = from.len;
	memcpy(to->s, from.s, from.len);
	room.used += from.len;
	return 0;
}

int r302_batch_upsert(
		str aor, const struct r302_binding *b, int stored, const char **why)
{
	int i = batch.rows;
	const char *bad;

	if(i == R302_BATCH_ROWS || keep(&batch.aor[i], aor) < 0)
		return -1;
	bad = r302_codec_encode(&batch.row[i], &room, batch.aor[i], b, batch.codec);
	if(bad == r302_codec_no_room)
		return -1;
	if(bad) {
		*why = bad;
		return 1;
	}
	batch.row[i].stored = stored;
	put_in();
	return 0;
}

int r302_batch_leave(str user, str ruid)
{
	short *at;

	if(batch.deletes == R302_BATCH_DELETES)
		return -1;
	at = find(ruid);
	if(*at)
		take_out(at);
	batch.leaving[batch.deletes].user = user;
	batch.leaving[batch.deletes].ruid = ruid;
	batch.deletes++;
	return 0;
}

int r302_batch_delete(str aor, const struct r302_ruid *ruid)
{
	str user, domain, name;

	r302_codec_cut(&user, &domain, aor, batch.codec);
	if(keep(&user, user) < 0 || keep(&name, r302_ruid_str(ruid)) < 0)
		return -1;
	return r302_batch_leave(user, name);
}

int r302_batch_rows(void)
{
	return batch.rows + batch.deletes;
}

int r302_batch_is_almost_full(void)
{
	return batch.deletes + R302_CONTACTS_MAX > R302_BATCH_DELETES
		   || room.size - room.used < 256 * R302_CONTACTS_MAX;
}
