/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include "histogram.h"
#include "stream.h"

#define SLOTS 4096
#define SECOND 1000000000ull
#define REPEAT_AFTER (SECOND / 2)
#define TRIES 5
#define AGENT "Example Phone/4.2.1 (desk)"

static const char *const mode_names[STREAM_MODES] = {
		"refresh", "new", "remove", "redirect", "unregistered", "mixed"};

struct slot
{
	uint32_t serial; /* of the request on its way */
	bool busy;
	enum message_kind kind;
	unsigned user;
	uint32_t cseq;
	uint64_t since; /* ns: when it was due */
	uint64_t sent;	/* ns: last time */
	int tries;
	int len;
};

struct stream
{
	struct stream_options o;
	unsigned number;
	unsigned stride; /* from one user to the next */
	struct link *link;
	struct message_options text;
	struct message_template template[MESSAGE_KINDS];

	struct slot slot[SLOTS];
	unsigned idle[SLOTS], idle_n; /* a stack, the warm ones on top */
	uint32_t serial;

	uint64_t begin, end; /* ns: the first due time; when no more is started */
	uint64_t due;		 /* ns: open loop, of the next request */
	uint64_t random;
	uint64_t now; /* of the receive that is going on */

	uint64_t started, done, last;
	uint64_t bad;	/* replies with another status */
	int bad_status; /* the first of them */
	uint64_t repeated, unanswered, stale;
	struct histogram took;
};

enum stream_mode stream_mode_of(const char *name)
{
	int i;

	for(i = 0; i < STREAM_MODES; i++) {
		if(strcmp(name, mode_names[i]) == 0)
			break;
	}
	return (enum stream_mode)i;
}

static unsigned gcd(unsigned a, unsigned b)
{
	return b ? gcd(b, a % b) : a;
}

/* Far from one to the next, so that a server's memory is not met in the order in
 * which it was filled; and every user is met once before any is met again. */
static unsigned stride_of(const struct stream_options *o)
{
	unsigned stride = 618041;

	if(o->mode == STREAM_NEW || o->mode == STREAM_REMOVE)
		return 1;
	while(gcd(stride, o->users) != 1)
		stride++;
	return stride;
}

struct stream *stream_open(const struct stream_options *o,
		const struct sockaddr_in *server, unsigned number)
{
	struct stream *s = calloc(1, sizeof(*s));
	int kind;

	if(!s)
		abort();
	s->o = *o;
	s->number = number;
	s->stride = stride_of(o);
	s->link = link_open(server, o->connections, o->port);
	if(!s->link) {
		free(s);
		return NULL;
	}
	s->text.text = o->text;
	s->text.tcp = o->connections > 0;
	s->text.port = link_port(s->link);
	s->text.expires = o->expires;
	s->text.agent = AGENT;
	for(kind = 0; kind < MESSAGE_KINDS; kind++)
		message_prepare(
				&s->template[kind], (enum message_kind)kind, &s -> text);
	for(s->idle_n = 0; s->idle_n < o->outstanding; s->idle_n++)
		s->idle[s->idle_n] = s->idle_n;
	s->random = 302 + number;
	return s;
}

void stream_close(struct stream *s)
{
	link_close(s->link);
	free(s);
}

struct link *stream_link(struct stream *s)
{
	return s->link;
}

void stream_start(struct stream *s, uint64_t now)
{
	s->begin = s->due = s->last = now;
	s->end = now + (uint64_t)(s->o.seconds * (double)SECOND);
}

static enum message_kind kind_of(const struct stream *s, uint64_t i)
{
	switch(s->o.mode) {
		case STREAM_REMOVE:
			return MESSAGE_REMOVE;
		case STREAM_REDIRECT:
		case STREAM_UNREGISTERED:
			return MESSAGE_INVITE;
		case STREAM_MIXED:
			return i % 11 == 10 ? MESSAGE_INVITE : MESSAGE_REGISTER;
		default:
			return MESSAGE_REGISTER;
	}
}

static int expected(const struct stream *s, enum message_kind kind)
{
	if(s->o.echo)
		return 0;
	if(s->o.mode == STREAM_UNREGISTERED)
		return 404;
	return kind == MESSAGE_INVITE ? 302 : 200;
}

static void send_request(struct stream *s, unsigned at, uint64_t now)
{
	struct slot *slot = &s->slot[at];
	struct message_id id = {s->number, at, slot->serial};
	char msg[MESSAGE_MAX];

	slot->len = message_write(
			msg, &s->template[slot->kind], slot -> user, slot -> cseq, &id);
	slot->sent = now;
	slot->tries++;
	link_send(s->link, at, msg, slot->len);
}

static void start_request(struct stream *s, uint64_t since, uint64_t now)
{
	unsigned at = s->idle[--s->idle_n];
	struct slot *slot = &s->slot[at];
	uint64_t i = s->started++;

	slot->busy = true;
	slot->serial = s->serial++;
	slot->kind = kind_of(s, i);
	slot->user = s->o.first + (unsigned)(i * s->stride % s->o.users);
	slot->cseq = s->o.cseq + (uint32_t)(i / s->o.users);
	slot->since = since;
	slot->tries = 0;
	send_request(s, at, now);
}

static bool may_start(const struct stream *s, uint64_t now)
{
	return now < s->end && (s->o.count == 0 || s->started < s->o.count);
}

/* between nothing and twice the mean, so that two streams do not march in step */
static uint64_t gap(struct stream *s)
{
	s->random ^= s->random << 13;
	s->random ^= s->random >> 7;
	s->random ^= s->random << 17;
	return (uint64_t)(2.0 * (double)SECOND / s->o.rate
					  * ((double)(s->random >> 11) / 9007199254740992.0));
}

int stream_fill(struct stream *s, uint64_t now)
{
	int n = 0;

	while(s->idle_n > 0 && may_start(s, now)) {
		uint64_t since = now;

		if(s->o.rate > 0) {
			if(s->due > now)
				break;
			since = s->due;
			s->due += gap(s);
		} else if(s->o.pace > 0) {
			if(s->due > now)
				break;
			s->due = now + (uint64_t)((double)SECOND / s->o.pace);
		}
		start_request(s, since, now);
		n++;
	}
	link_flush(s->link);
	return n;
}

static void finish(struct stream *s, unsigned at)
{
	s->slot[at].busy = false;
	s->idle[s->idle_n++] = at;
	s->last = s->now;
}

static void acknowledge(struct stream *s, const struct message_id *id,
		const char *reply, int len)
{
	char ack[MESSAGE_MAX];
	int n = message_ack(ack, &s->text, s->slot[id->slot].user, id, reply, len);

	if(n > 0)
		link_send(s->link, id->slot, ack, n);
}

static void judge(
		struct stream *s, const struct slot *slot, const char *msg, int len)
{
	int status = message_status(msg, len);

	if(status == expected(s, slot->kind) && (!s->o.echo || len == slot->len)) {
		histogram_add(&s->took, s->now - slot->since);
		s->done++;
		return;
	}
	if(s->bad++ == 0)
		s->bad_status = status;
}

static void received(void *arg, const char *msg, int len)
{
	struct stream *s = arg;
	struct message_id id;
	struct slot *slot;
	int status = message_status(msg, len);

	if(status >= 100 && status < 200)
		return;
	if(!message_find_id(&id, msg, len) || id.stream != s->number
			|| id.slot >= s->o.outstanding || !s->slot[id.slot].busy
			|| s->slot[id.slot].serial != id.serial) {
		s->stale++; /* a second reply to what was repeated */
		return;
	}
	slot = &s->slot[id.slot];
	judge(s, slot, msg, len);
	if(slot->kind == MESSAGE_INVITE)
		acknowledge(s, &id, msg, len);
	finish(s, id.slot);
}

int stream_receive(struct stream *s, uint64_t now)
{
	s->now = now;
	return link_receive(s->link, received, s);
}

void stream_repeat(struct stream *s, uint64_t now)
{
	unsigned at;

	s->now = now;
	for(at = 0; at < s->o.outstanding; at++) {
		struct slot *slot = &s->slot[at];

		if(!slot->busy || now < slot->sent + REPEAT_AFTER)
			continue;
		if(slot->tries == TRIES) {
			s->unanswered++;
			finish(s, at);
		} else {
			s->repeated++;
			send_request(s, at, now);
		}
	}
	link_flush(s->link);
}

uint64_t stream_next(const struct stream *s, uint64_t now)
{
	if((s->o.rate <= 0 && s->o.pace <= 0) || s->idle_n == 0
			|| !may_start(s, now))
		return SECOND / 20;
	return s->due > now ? s->due - now : 0;
}

bool stream_is_done(const struct stream *s, uint64_t now)
{
	return s->idle_n == s->o.outstanding && !may_start(s, now);
}

static double us(const struct histogram *h, double q)
{
	return (double)histogram_quantile(h, q) / 1000.0;
}

void stream_report(const struct stream *s, FILE *out)
{
	fprintf(out,
			"{\"mode\": \"%s\", \"started\": %llu, \"done\": %llu, "
			"\"seconds\": %.6f, \"bad\": %llu, \"bad_status\": %d, "
			"\"repeated\": %llu, \"unanswered\": %llu, \"stale\": %llu, "
			"\"next_cseq\": %llu, \"p50_us\": %.1f, \"p99_us\": %.1f, "
			"\"p999_us\": %.1f, \"max_us\": %.1f}",
			mode_names[s->o.mode], (unsigned long long)s->started,
			(unsigned long long)s->done,
			(double)(s->last - s->begin) / (double)SECOND,
			(unsigned long long)s->bad, s->bad_status,
			(unsigned long long)s->repeated, (unsigned long long)s->unanswered,
			(unsigned long long)s->stale,
			(unsigned long long)(s->o.cseq + s->started / s->o.users + 1),
			us(&s->took, 0.5), us(&s->took, 0.99), us(&s->took, 0.999),
			(double)s->took.max / 1000.0);
}

bool stream_was_right(const struct stream *s)
{
	return s->bad == 0 && s->unanswered == 0 && s->done == s->started
		   && s->done > 0;
}
