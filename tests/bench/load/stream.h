/**
 * @file
 * @brief One stream of requests of a kind: who is next, what is on its way, what came back.
 *
 * Closed loop: a reply makes room for the next request, so many are on their way
 * at any time. Open loop: requests have due times, and how long one took is
 * counted from when it was due, not from when it could be sent.
 *
 * A closed loop with a pace does not start everything at once for which replies have
 * made room: a server that commits in groups answers a thousand at a time, and a
 * thousand requests at a time do not fit into the kernel's buffer of its socket.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LOAD_STREAM_H
#define LOAD_STREAM_H

#include <netinet/in.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include "link.h"
#include "message.h"

enum stream_mode
{
	STREAM_REFRESH,		 /* REGISTER of users in an order that jumps about */
	STREAM_NEW,			 /* REGISTER of users one after the other */
	STREAM_REMOVE,		 /* the same with Expires: 0 */
	STREAM_REDIRECT,	 /* INVITE, 302, ACK */
	STREAM_UNREGISTERED, /* INVITE, 404, ACK */
	STREAM_MIXED,		 /* ten refreshes to one redirect */
	STREAM_MODES
};

struct stream_options
{
	enum stream_mode mode;
	unsigned first, users; /* user numbers first to first + users - 1 */
	uint64_t count;		   /* requests; 0: as long as there is time */
	double seconds;		   /* at most */
	unsigned outstanding;  /* on their way at once, at most 4096 */
	double rate;		   /* per second; 0: closed loop */
	double pace;		   /* closed loop: not more per second; 0: at once */
	uint32_t cseq;		   /* of the first round through the users */
	int connections;	   /* of TCP; 0: UDP */
	int port;			   /* our own, with UDP; 0: any */
	unsigned expires;	   /* seconds, of a REGISTER */
	enum message_text text;
	bool echo; /* the server sends back what it gets, except an ACK */
};

struct stream;

/** @return the mode of that name; STREAM_MODES when there is none */
enum stream_mode stream_mode_of(const char *name);

/**
 * @param number  of this stream, below 16
 * @return NULL when the server cannot be reached, with errno set
 */
struct stream *stream_open(const struct stream_options *o,
		const struct sockaddr_in *server, unsigned number);
void stream_close(struct stream *s);
struct link *stream_link(struct stream *s);

/** From now (ns) the time of the stream counts. */
void stream_start(struct stream *s, uint64_t now);

/** Start what may be started now. @return how many */
int stream_fill(struct stream *s, uint64_t now);

/** Take the replies that are there. @return how many; -1: the connection ended */
int stream_receive(struct stream *s, uint64_t now);

/** Repeat what has had no reply for half a second, and give up after five tries. */
void stream_repeat(struct stream *s, uint64_t now);

/** @return ns until the next request is due, 0 when it is; a long time in a closed loop */
uint64_t stream_next(const struct stream *s, uint64_t now);

/** Nothing more to start and nothing on its way. */
bool stream_is_done(const struct stream *s, uint64_t now);

/** One JSON object with what was counted. */
void stream_report(const struct stream *s, FILE *out);

/** Every reply was what it should be, and every request had one. */
bool stream_was_right(const struct stream *s);

#endif
