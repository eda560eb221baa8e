/**
 * @file
 * @brief The sockets of one stream: a UDP socket, or some TCP connections.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LOAD_LINK_H
#define LOAD_LINK_H

#include <netinet/in.h>
#include <stdbool.h>

#define LINK_CONNECTIONS 64 /* of TCP, at most */

struct link;

/* msg lives until the call returns */
typedef void (*link_received_f)(void *arg, const char *msg, int len);

/**
 * @param connections  of TCP; 0: UDP
 * @param port         our own, with UDP; 0: any
 * @return NULL with errno set when the server cannot be reached
 */
struct link *link_open(
		const struct sockaddr_in *server, int connections, int port);
void link_close(struct link *l);

/** @return our port, of the first connection */
int link_port(const struct link *l);

/** Copy a message to what link_flush() sends. slot chooses the connection. */
void link_send(struct link *l, unsigned slot, const char *msg, int len);
void link_flush(struct link *l);

/**
 * Take what has arrived, without waiting.
 *
 * @return messages taken; -1 when a TCP connection has ended
 */
int link_receive(struct link *l, link_received_f each, void *arg);

/** Wait until something arrives, at most so long. */
void link_wait(struct link *const *links, int n, long ns);

#endif
