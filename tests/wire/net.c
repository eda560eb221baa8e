#include "wire.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum
{
	ENDPOINTS_MAX = 64,
	ARRIVALS_MAX = 2048
};

static struct endpoint endpoints[ENDPOINTS_MAX];
static int n_endpoints;
static struct arrival arrivals[ARRIVALS_MAX];
static int n_arrivals;

long long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

const char *address_parse(struct address *a, const char *host, int port)
{
	struct addrinfo hints = {.ai_flags = AI_NUMERICHOST}, *found;
	char service[16];

	snprintf(service, sizeof(service), "%d", port);
	if(getaddrinfo(host, service, &hints, &found) != 0)
		return note("%s is not an IP address", host);
	memcpy(&a->ss, found->ai_addr, found->ai_addrlen);
	a->len = found->ai_addrlen;
	freeaddrinfo(found);
	return NULL;
}

/* host:port, with brackets round an IPv6 host */
void address_print(char *out, size_t size, const struct address *a)
{
	char host[48] = "?", port[8] = "?";

	getnameinfo((const struct sockaddr *)&a->ss, a->len, host, sizeof(host),
			port, sizeof(port), NI_NUMERICHOST | NI_NUMERICSERV);
	snprintf(out, size, strchr(host, ':') ? "[%s]:%s" : "%s:%s", host, port);
}

static int port_of(int fd)
{
	struct address a = {.len = sizeof(a.ss)};

	getsockname(fd, (struct sockaddr *)&a.ss, &a.len);
	if(a.ss.ss_family == AF_INET6)
		return ntohs(((struct sockaddr_in6 *)&a.ss)->sin6_port);
	return ntohs(((struct sockaddr_in *)&a.ss)->sin_port);
}

/* a slot for a new endpoint; closed TCP connections leave theirs */
static struct endpoint *free_slot(void)
{
	for(int i = 0; i < n_endpoints; i++) {
		if(endpoints[i].fd < 0)
			return &endpoints[i];
	}
	return n_endpoints < ENDPOINTS_MAX ? &endpoints[n_endpoints++] : NULL;
}

static const char *bound(
		struct endpoint **out, int type, const char *host, int port)
{
	struct address a;
	struct endpoint *e = free_slot();
	const char *problem = address_parse(&a, host, port);
	int one = 1, buffer = 4 << 20;

	if(problem != NULL || e == NULL)
		return problem != NULL ? problem : "too many sockets";
	memset(e, 0, sizeof(*e));
	e->fd = socket(a.ss.ss_family, type | SOCK_CLOEXEC, 0);
	setsockopt(e->fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
	setsockopt(e->fd, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof(buffer));
	if(bind(e->fd, (struct sockaddr *)&a.ss, a.len) < 0) {
		close(e->fd);
		e->fd = -1;
		return note("bind %s:%d: %s", host, port, strerror(errno));
	}
	e->host = strdup(host);
	e->port = port_of(e->fd);
	e->is_tcp = type == SOCK_STREAM;
	*out = e;
	return NULL;
}

static int is_at(const struct endpoint *e, const char *host, int port)
{
	return e->fd >= 0 && (port == 0 || e->port == port)
		   && strcmp(e->host, host) == 0;
}

const char *net_udp(struct endpoint **out, const char *host, int port)
{
	for(int i = 0; i < n_endpoints; i++) {
		if(!endpoints[i].is_tcp && is_at(&endpoints[i], host, port)) {
			*out = &endpoints[i];
			return NULL;
		}
	}
	return bound(out, SOCK_DGRAM, host, port);
}

static void close_endpoint(struct endpoint *e)
{
	close(e->fd);
	e->fd = -1;
	free(e->host);
	text_free(&e->unframed);
	text_free(&e->postponed);
}

const char *net_tcp(struct endpoint **out, const char *host, int port,
		const struct address *to)
{
	const char *problem;
	int one = 1;

	for(int i = 0; i < n_endpoints; i++) {
		struct endpoint *e = &endpoints[i];

		if(e->is_tcp && !e->is_closed && is_at(e, host, port)
				&& memcmp(&e->peer.ss, &to->ss, to->len) == 0) {
			*out = e;
			return NULL;
		}
	}
	problem = bound(out, SOCK_STREAM, host, port);
	if(problem != NULL)
		return problem;
	setsockopt((*out)->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	if(connect((*out)->fd, (const struct sockaddr *)&to->ss, to->len) < 0) {
		problem = note("connect: %s", strerror(errno));
		close_endpoint(*out);
		return problem;
	}
	(*out)->port = port_of((*out)->fd);
	(*out)->peer = *to;
	return NULL;
}

int net_close_tcp(const char *host, int port)
{
	int n = 0;

	for(int i = 0; i < n_endpoints; i++) {
		struct endpoint *e = &endpoints[i];

		if(!e->is_tcp || e->fd < 0 || (host != NULL && !is_at(e, host, port)))
			continue;
		close_endpoint(e);
		n++;
	}
	return n;
}

int net_has_ipv6(void)
{
	static int known = -1;
	struct endpoint *e;

	if(known < 0)
		known = net_udp(&e, "::1", 0) == NULL;
	return known;
}

/* in pieces of `chunk` bytes, a millisecond apart; 0: at once */
static const char *send_stream(
		struct endpoint *e, const char *bytes, size_t len, size_t chunk)
{
	while(len > 0) {
		size_t piece = chunk > 0 && chunk < len ? chunk : len;
		ssize_t n = send(e->fd, bytes, piece, MSG_NOSIGNAL);

		if(n < 0)
			return note("send: %s", strerror(errno));
		bytes += n;
		len -= (size_t)n;
		if(chunk > 0)
			usleep(1000);
	}
	return NULL;
}

const char *net_send(struct endpoint *e, const struct address *to,
		const char *bytes, size_t len, int chunk)
{
	if(e->is_tcp)
		return send_stream(e, bytes, len, (size_t)chunk);
	if(sendto(e->fd, bytes, len, 0, (const struct sockaddr *)&to->ss, to->len)
			< 0)
		return note("sendto: %s", strerror(errno));
	return NULL;
}

static void arrived(struct endpoint *e, const struct address *source,
		const char *bytes, size_t len)
{
	struct arrival *a;

	if(n_arrivals == ARRIVALS_MAX)
		return;
	a = &arrivals[n_arrivals++];
	memset(a, 0, sizeof(*a));
	a->bytes = note_bytes(bytes, len);
	a->len = len;
	a->at = e;
	address_print(a->source, sizeof(a->source), source);
}

/* the length of the first whole message in the stream; 0: not yet */
static size_t framed_length(const struct text *t)
{
	const char *end = strstr(t->s, "\r\n\r\n"), *length;
	size_t head;

	/* between messages: a keep-alive, RFC 5626 4.4.1 */
	if(strncmp(t->s, "\r\n", 2) == 0)
		return 2;
	if(end == NULL)
		return 0;
	head = (size_t)(end - t->s) + 4;
	length = sip_value(note_bytes(t->s, head), "Content-Length");
	head += length == NULL ? 0 : strtoul(length, NULL, 10);
	return head <= t->len ? head : 0;
}

static void cut_stream(struct endpoint *e)
{
	size_t len;

	while(e->unframed.len > 0 && (len = framed_length(&e->unframed)) > 0) {
		arrived(e, &e->peer, e->unframed.s, len);
		e->unframed.len -= len;
		memmove(e->unframed.s, e->unframed.s + len, e->unframed.len + 1);
	}
}

static void receive(struct endpoint *e)
{
	static char buffer[WIRE_MESSAGE_MAX];
	struct address source = {.len = sizeof(source.ss)};
	ssize_t n = recvfrom(e->fd, buffer, sizeof(buffer), MSG_DONTWAIT,
			(struct sockaddr *)&source.ss, &source.len);

	if(!e->is_tcp && n >= 0) {
		arrived(e, &source, buffer, (size_t)n);
	} else if(e->is_tcp && n > 0) {
		text_add_bytes(&e->unframed, buffer, (size_t)n);
		cut_stream(e);
	} else if(e->is_tcp && (n == 0 || errno != EAGAIN)) {
		e->is_closed = 1;
	}
}

void net_listen(int ms, int until_first)
{
	long long end = now_ms() + ms;
	int before = n_arrivals;

	do {
		struct pollfd fds[ENDPOINTS_MAX];
		long long left = end - now_ms();

		for(int i = 0; i < n_endpoints; i++) {
			fds[i].fd = endpoints[i].is_closed ? -1 : endpoints[i].fd;
			fds[i].events = POLLIN;
			fds[i].revents = 0;
		}
		poll(fds, (nfds_t)n_endpoints, left > 0 ? (int)left : 0);
		for(int i = 0; i < n_endpoints; i++) {
			if(fds[i].revents != 0)
				receive(&endpoints[i]);
		}
	} while(now_ms() < end && !(until_first && n_arrivals > before));
}

struct arrival *net_arrivals(int *n)
{
	*n = n_arrivals;
	return arrivals;
}

void net_forget_arrivals(void)
{
	n_arrivals = 0;
}
