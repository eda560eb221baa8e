/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>
#include "link.h"

#define BATCH 64	  /* datagrams for one system call */
#define DATAGRAM 2048 /* bytes kept of one */
#define STREAM (1 << 17)

/* bytes of one TCP connection on their way */
struct connection
{
	int fd;
	char in[STREAM], out[STREAM];
	int in_len, out_len;
};

struct link
{
	int fds[LINK_CONNECTIONS];
	int n;
	int port;
	struct connection *tcp; /* NULL: UDP */
	/* UDP */
	struct mmsghdr out[BATCH], in[BATCH];
	struct iovec out_vec[BATCH], in_vec[BATCH];
	char out_text[BATCH][DATAGRAM], in_text[BATCH][DATAGRAM];
	int out_n;
};

static int connect_one(const struct sockaddr_in *server, int type, int port)
{
	struct sockaddr_in own = {.sin_family = AF_INET};
	int fd = socket(AF_INET, type, 0);
	int size = 4 << 20, on = 1;

	if(fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
	setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof(size));
	if(type == SOCK_STREAM)
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	own.sin_port = htons((uint16_t)port);
	if((port && bind(fd, (struct sockaddr *)&own, sizeof(own)) < 0)
			|| connect(fd, (const struct sockaddr *)server, sizeof(*server))
					   < 0) {
		close(fd);
		return -1;
	}
	fcntl(fd, F_SETFL, O_NONBLOCK);
	return fd;
}

static void prepare_batches(struct link *l)
{
	int i;

	for(i = 0; i < BATCH; i++) {
		l->in_vec[i].iov_base = l->in_text[i];
		l->in_vec[i].iov_len = DATAGRAM;
		l->in[i].msg_hdr.msg_iov = &l->in_vec[i];
		l->in[i].msg_hdr.msg_iovlen = 1;
		l->out_vec[i].iov_base = l->out_text[i];
		l->out[i].msg_hdr.msg_iov = &l->out_vec[i];
		l->out[i].msg_hdr.msg_iovlen = 1;
	}
}

static bool connect_all(struct link *l, const struct sockaddr_in *server,
		int connections, int port)
{
	int want = connections ? connections : 1;

	for(l->n = 0; l->n < want; l->n++) {
		l->fds[l->n] = connections ? connect_one(server, SOCK_STREAM, 0)
								   : connect_one(server, SOCK_DGRAM, port);
		if(l->fds[l->n] < 0)
			return false;
		if(connections)
			l->tcp[l->n].fd = l->fds[l->n];
	}
	return true;
}

struct link *link_open(
		const struct sockaddr_in *server, int connections, int port)
{
	struct link *l = calloc(1, sizeof(*l));
	struct sockaddr_in own;
	socklen_t len = sizeof(own);

	if(!l || connections > LINK_CONNECTIONS)
		abort();
	if(connections && !(l->tcp = calloc((size_t)connections, sizeof(*l->tcp))))
		abort();
	if(!connect_all(l, server, connections, port)) {
		link_close(l);
		return NULL;
	}
	getsockname(l->fds[0], (struct sockaddr *)&own, &len);
	l->port = ntohs(own.sin_port);
	prepare_batches(l);
	return l;
}

void link_close(struct link *l)
{
	int i;

	for(i = 0; i < l->n; i++)
		close(l->fds[i]);
	free(l->tcp);
	free(l);
}

int link_port(const struct link *l)
{
	return l->port;
}

/* A full send buffer empties itself: loopback needs nobody's help. */
static void flush_udp(struct link *l)
{
	int done = 0, n;

	while(done < l->out_n) {
		n = sendmmsg(l->fds[0], l->out + done, (unsigned)(l->out_n - done), 0);
		if(n > 0)
			done += n;
		else if(errno != EAGAIN && errno != EINTR)
			done++; /* refused: the server is gone, and no reply will tell */
	}
	l->out_n = 0;
}

static void flush_tcp(struct connection *c)
{
	ssize_t n;

	if(c->out_len == 0)
		return;
	n = send(c->fd, c->out, (size_t)c->out_len, MSG_NOSIGNAL);
	if(n <= 0)
		return;
	c->out_len -= (int)n;
	memmove(c->out, c->out + n, (size_t)c->out_len);
}

void link_flush(struct link *l)
{
	int i;

	if(!l->tcp) {
		flush_udp(l);
		return;
	}
	for(i = 0; i < l->n; i++)
		flush_tcp(&l->tcp[i]);
}

void link_send(struct link *l, unsigned slot, const char *msg, int len)
{
	struct connection *c;

	if(!l->tcp) {
		if(l->out_n == BATCH)
			flush_udp(l);
		memcpy(l->out_text[l->out_n], msg, (size_t)len);
		l->out_vec[l->out_n++].iov_len = (size_t)len;
		return;
	}
	c = &l->tcp[slot % (unsigned)l->n];
	if(c->out_len + len > STREAM)
		return; /* as good as lost: it is repeated */
	memcpy(c->out + c->out_len, msg, (size_t)len);
	c->out_len += len;
}

static int receive_udp(struct link *l, link_received_f each, void *arg)
{
	int n = recvmmsg(l->fds[0], l->in, BATCH, MSG_DONTWAIT, NULL);
	int i;

	for(i = 0; i < n; i++)
		each(arg, l->in_text[i], (int)l->in[i].msg_len);
	return n < 0 ? 0 : n;
}

/* the length of the first message in the buffer; 0: it is not whole yet */
static int whole_message(const char *in, int len)
{
	const char *end = memmem(in, (size_t)len, "\r\n\r\n", 4);
	const char *field;
	long body = 0;

	if(!end)
		return 0;
	field = memmem(in, (size_t)(end - in), "\r\nContent-Length:", 17);
	if(field)
		body = strtol(field + 17, NULL, 10);
	return (int)(end + 4 - in) + (int)body <= len ? (int)(end + 4 - in + body)
												  : 0;
}

static int receive_tcp(struct connection *c, link_received_f each, void *arg)
{
	ssize_t got = recv(c->fd, c->in + c->in_len,
			(size_t)(STREAM - 1 - c->in_len), MSG_DONTWAIT);
	int n = 0, at = 0, len;

	if(got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
		return -1;
	if(got < 0)
		return 0;
	c->in_len += (int)got;
	c->in[c->in_len] = '\0';
	while((len = whole_message(c->in + at, c->in_len - at)) > 0) {
		each(arg, c->in + at, len);
		at += len;
		n++;
	}
	c->in_len -= at;
	memmove(c->in, c->in + at, (size_t)c->in_len);
	return n;
}

int link_receive(struct link *l, link_received_f each, void *arg)
{
	int i, got, n = 0;

	if(!l->tcp)
		return receive_udp(l, each, arg);
	for(i = 0; i < l->n; i++) {
		got = receive_tcp(&l->tcp[i], each, arg);
		if(got < 0)
			return -1;
		n += got;
	}
	return n;
}

void link_wait(struct link *const *links, int n, long ns)
{
	struct pollfd fds[LINK_CONNECTIONS * 4];
	struct timespec most = {ns / 1000000000, ns % 1000000000};
	nfds_t count = 0;
	int i, j;

	for(i = 0; i < n; i++) {
		for(j = 0; j < links[i]->n && count < sizeof(fds) / sizeof(*fds); j++) {
			fds[count].fd = links[i]->fds[j];
			fds[count++].events = POLLIN;
		}
	}
	ppoll(fds, count, &most, NULL);
}
