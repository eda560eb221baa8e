/* SPDX-License-Identifier: MIT */
/*
 * Load for a SIP registrar and redirect server on the same machine.
 *
 *   load SERVER:PORT [option=value...] [-- option=value...]
 *
 * Behind a "--" a second stream begins, with options of its own. On standard
 * output one JSON array with an object for each stream. Exit status 0: every
 * reply was what it should be; 1: some were not; 2: it could not run.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include "stream.h"

#define STREAMS 4
#define REPEAT_EVERY 50000000ull /* ns */
#define FIRST_CSEQ 1000000000u

struct load
{
	struct sockaddr_in server;
	struct stream_options o[STREAMS];
	struct stream *stream[STREAMS];
	int n;
	int core;	/* pinned there; -1: anywhere */
	bool sleep; /* between events, instead of turning round and round */
};

static void die(const char *what, const char *value)
{
	fprintf(stderr, "load: %s%s%s\n", what, value ? ": " : "",
			value ? value : "");
	exit(2);
}

static uint64_t clock_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000ull + (uint64_t)t.tv_nsec;
}

static double number(const char *name, const char *value, double max)
{
	char *end;
	double v = strtod(value, &end);

	if(end == value || *end || v < 0 || v > max)
		die("not a number that is possible here", name);
	return v;
}

static bool is(const char *name, const char *wanted)
{
	return strcmp(name, wanted) == 0;
}

static bool set_numbers(
		struct stream_options *o, const char *name, const char *value)
{
	if(is(name, "first"))
		o->first = (unsigned)number(name, value, 9999999);
	else if(is(name, "users"))
		o->users = (unsigned)number(name, value, 9999999);
	else if(is(name, "count"))
		o->count = (uint64_t)number(name, value, 1e12);
	else if(is(name, "seconds"))
		o->seconds = number(name, value, 3600);
	else if(is(name, "outstanding"))
		o->outstanding = (unsigned)number(name, value, 4096);
	else if(is(name, "rate"))
		o->rate = number(name, value, 1e6);
	else if(is(name, "pace"))
		o->pace = number(name, value, 1e6);
	else if(is(name, "cseq"))
		o->cseq = (uint32_t)number(name, value, 2147483647);
	else if(is(name, "tcp"))
		o->connections = (int)number(name, value, LINK_CONNECTIONS);
	else if(is(name, "port"))
		o->port = (int)number(name, value, 65535);
	else if(is(name, "expires"))
		o->expires = (unsigned)number(name, value, 1e6);
	else if(is(name, "echo"))
		o->echo = number(name, value, 1) > 0;
	else
		return false;
	return true;
}

static void set(struct load *l, const char *name, const char *value)
{
	struct stream_options *o = &l->o[l->n - 1];

	if(is(name, "mode"))
		o->mode = stream_mode_of(value);
	else if(is(name, "text"))
		o->text = is(value, "nat")	  ? MESSAGE_NAT
				  : is(value, "home") ? MESSAGE_HOME
									  : MESSAGE_PLAIN;
	else if(is(name, "core"))
		l->core = (int)number(name, value, CPU_SETSIZE - 1);
	else if(is(name, "sleep"))
		l->sleep = number(name, value, 1) > 0;
	else if(!set_numbers(o, name, value))
		die("there is no such option", name);
	if(o->mode == STREAM_MODES)
		die("there is no such mode", value);
}

static void begin_stream(struct load *l)
{
	static const struct stream_options usual = {.mode = STREAM_REFRESH,
			.users = 1000,
			.seconds = 1,
			.outstanding = 64,
			.cseq = FIRST_CSEQ,
			.expires = 3600};

	if(l->n == STREAMS)
		die("too many streams", NULL);
	l->o[l->n++] = usual;
}

static void check(const struct stream_options *o)
{
	if(o->users == 0 || o->outstanding == 0)
		die("users and outstanding are 1 at least", NULL);
	if(o->cseq < FIRST_CSEQ)
		die("cseq has ten digits", NULL);
}

static void read_server(struct load *l, char *address)
{
	char *colon = strchr(address, ':');

	l->server.sin_family = AF_INET;
	if(colon)
		*colon = '\0';
	if(!colon || inet_pton(AF_INET, address, &l->server.sin_addr) != 1)
		die("not an IPv4 address and a port", address);
	l->server.sin_port = htons((uint16_t)number("port", colon + 1, 65535));
}

static void read_options(struct load *l, int argc, char **argv)
{
	int i;

	if(argc < 2)
		die("which server?", NULL);
	l->core = -1;
	read_server(l, argv[1]);
	begin_stream(l);
	for(i = 2; i < argc; i++) {
		char *value = strchr(argv[i], '=');

		if(is(argv[i], "--")) {
			begin_stream(l);
			continue;
		}
		if(!value)
			die("an option is name=value", argv[i]);
		*value = '\0';
		set(l, argv[i], value + 1);
	}
	for(i = 0; i < l->n; i++)
		check(&l->o[i]);
}

static void pin(int core)
{
	cpu_set_t set;

	if(core < 0)
		return;
	CPU_ZERO(&set);
	CPU_SET(core, &set);
	if(sched_setaffinity(0, sizeof(set), &set) < 0)
		die("the process cannot be pinned to that core", strerror(errno));
}

static bool all_done(const struct load *l, uint64_t now)
{
	int i;

	for(i = 0; i < l->n; i++) {
		if(!stream_is_done(l->stream[i], now))
			return false;
	}
	return true;
}

/* Short, so that what arrives is found soon; and not nothing, so that looking does
 * not keep the server from its socket, nor this thread its neighbour in the core. */
static void rest(void)
{
	int i;

	for(i = 0; i < 10; i++) {
#if defined(__x86_64__) || defined(__i386__)
		__builtin_ia32_pause();
#else
		__asm__ volatile("" ::: "memory");
#endif
	}
}

static void idle(const struct load *l, uint64_t now)
{
	struct link *links[STREAMS];
	uint64_t next = REPEAT_EVERY, n;
	int i;

	if(!l->sleep) {
		rest();
		return;
	}
	for(i = 0; i < l->n; i++) {
		links[i] = stream_link(l->stream[i]);
		n = stream_next(l->stream[i], now);
		next = n < next ? n : next;
	}
	link_wait(links, l->n, (long)next);
}

/* @return whether anything happened */
static bool turn(const struct load *l, uint64_t now)
{
	int i, n, events = 0;

	for(i = 0; i < l->n; i++) {
		n = stream_receive(l->stream[i], now);
		if(n < 0)
			die("the server closed a connection", NULL);
		events += n + stream_fill(l->stream[i], now);
	}
	return events > 0;
}

static void run(const struct load *l)
{
	uint64_t now = clock_ns(), repeat = now + REPEAT_EVERY;
	int i;

	for(i = 0; i < l->n; i++)
		stream_start(l->stream[i], now);
	while(!all_done(l, now)) {
		if(!turn(l, now))
			idle(l, now);
		now = clock_ns();
		if(now < repeat)
			continue;
		repeat = now + REPEAT_EVERY;
		for(i = 0; i < l->n; i++)
			stream_repeat(l->stream[i], now);
	}
}

static int report(const struct load *l)
{
	int i, status = 0;

	for(i = 0; i < l->n; i++) {
		fputs(i ? ",\n" : "[", stdout);
		stream_report(l->stream[i], stdout);
		if(!stream_was_right(l->stream[i]))
			status = 1;
	}
	puts("]");
	return status;
}

int main(int argc, char **argv)
{
	struct load l = {0};
	int i, status;

	read_options(&l, argc, argv);
	pin(l.core);
	prctl(PR_SET_TIMERSLACK, 1);
	for(i = 0; i < l.n; i++) {
		l.stream[i] = stream_open(&l.o[i], &l.server, (unsigned)i);
		if(!l.stream[i])
			die("the server cannot be reached", strerror(errno));
	}
	run(&l);
	status = report(&l);
	for(i = 0; i < l.n; i++)
		stream_close(l.stream[i]);
	return status;
}
