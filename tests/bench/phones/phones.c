/* SPDX-License-Identifier: MIT
 *
 * Many phones that register with Digest over UDP, as after a power cut: each
 * sends a REGISTER, answers the challenge, repeats what is not answered (RFC 3261
 * 17.1.2.2) and remembers for how long it was bound.
 *
 *   phones -n PHONES -w SECONDS [options]   all come within so many seconds
 *   phones -n PHONES -o WINDOW [options]    as fast as they are answered
 *
 * Prints "name value" lines; -f FILE gets one line for each phone: when it came
 * and when it was bound in seconds, requests sent, seconds granted.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include "md5.h"

#define T1 0.5
#define T2 4.0
#define TIMER_F 32.0
#define TRIES 6 /* answers to challenges before a phone gives up */
#define TEXT 2048

enum state
{
	AWAY,
	ASKING,
	WAITING, /* for what Retry-After says */
	BOUND,
	FAILED
};

/* one request and what came of it */
struct exchange
{
	unsigned int cseq;
	unsigned short sent, answered;
};

struct phone
{
	enum state state;
	struct exchange now, before;
	double came, sent_first, due, bound;
	float wait;
	int granted;
	unsigned char challenged; /* times */
	char nonce[72];
};

static struct
{
	int phones, addresses, window, expires;
	unsigned int cseq, run;
	double within;
	const char *server, *domain, *password, *file;
} opt = {1000, 100, 0, 3600, 1, 0, 1, "127.0.0.1:5060", "example.com", "secret",
		NULL};

static struct
{
	long sent, repeated, challenged, refused, twice, strange;
} count;

static struct phone *phones;
static int *sockets;
static char (*hosts)[24];
static struct sockaddr_in server;
/* the phones that wait for something */
static int *active, n_active, n_done;

static double now(void)
{
	static double start;
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	if(start == 0)
		start = t.tv_sec + t.tv_nsec / 1e9;
	return t.tv_sec + t.tv_nsec / 1e9 - start;
}

static void die(const char *what)
{
	perror(what);
	exit(2);
}

static int add(char *text, int len, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	len += vsnprintf(text + len, TEXT - len, format, args);
	va_end(args);
	return len;
}

static int add_digest(char *text, int len, int i)
{
	char line[512], ha1[33], ha2[33], response[33];

	snprintf(line, sizeof(line), "u%d:%s:%s", i, opt.domain, opt.password);
	md5_hex(line, ha1);
	snprintf(line, sizeof(line), "REGISTER:sip:%s", opt.domain);
	md5_hex(line, ha2);
	snprintf(line, sizeof(line), "%s:%s:00000001:%08x:auth:%s", ha1,
			phones[i].nonce, i, ha2);
	md5_hex(line, response);
	return add(text, len,
			"Authorization: Digest username=\"u%d\", realm=\"%s\", "
			"nonce=\"%s\", uri=\"sip:%s\", response=\"%s\", algorithm=MD5, "
			"qop=auth, nc=00000001, cnonce=\"%08x\"\r\n",
			i, opt.domain, phones[i].nonce, opt.domain, response, i);
}

/* The same bytes each time for the same CSeq. */
static int write_request(char *text, int i)
{
	const struct phone *p = &phones[i];
	const char *host = hosts[i % opt.addresses];
	int len = 0;

	len = add(text, len,
			"REGISTER sip:%s SIP/2.0\r\n"
			"Via: SIP/2.0/UDP %s:5070;branch=z9hG4bK%x.%d.%u;rport\r\n"
			"Max-Forwards: 70\r\n"
			"From: <sip:u%d@%s>;tag=%x%d\r\n"
			"To: <sip:u%d@%s>\r\n"
			"Call-ID: p%d-%x@%s\r\n"
			"CSeq: %u REGISTER\r\n"
			"Contact: <sip:u%d@%s:5070>;expires=%d\r\n"
			"User-Agent: phones\r\n",
			opt.domain, host, opt.run, i, p->now.cseq, i, opt.domain, opt.run,
			i, i, opt.domain, i, opt.run, host, p->now.cseq, i, host,
			opt.expires);
	if(p->nonce[0])
		len = add_digest(text, len, i);
	return add(text, len, "Content-Length: 0\r\n\r\n");
}

static void send_request(int i)
{
	struct phone *p = &phones[i];
	char text[TEXT];
	int len = write_request(text, i);

	if(sendto(sockets[i % opt.addresses], text, len, 0,
			   (struct sockaddr *)&server, sizeof(server))
					< 0
			&& errno != EAGAIN)
		die("sendto");
	p->now.sent++;
	count.sent++;
	p->due = now() + p->wait;
}

static void send_new(int i)
{
	struct phone *p = &phones[i];

	p->before = p->now;
	p->now = (struct exchange){p->now.cseq + 1, 0, 0};
	p->state = ASKING;
	p->wait = T1;
	p->sent_first = now();
	send_request(i);
}

static void come(int i)
{
	phones[i].came = now();
	phones[i].now.cseq = opt.cseq - 1;
	active[n_active++] = i;
	send_new(i);
}

static void end(int i, enum state state)
{
	phones[i].state = state;
	phones[i].bound = now();
	n_done++;
}

static void be_challenged(int i, const char *text)
{
	struct phone *p = &phones[i];
	const char *nonce = strstr(text, "nonce=\"");
	size_t len = nonce ? strcspn(nonce + 7, "\"") : 0;

	count.challenged++;
	if(len == 0 || len >= sizeof(p->nonce) || ++p->challenged > TRIES) {
		end(i, FAILED);
		return;
	}
	memcpy(p->nonce, nonce + 7, len);
	p->nonce[len] = '\0';
	send_new(i);
}

static void be_put_off(int i, const char *text)
{
	const char *after = strstr(text, "\r\nRetry-After: ");

	count.refused++;
	phones[i].state = WAITING;
	phones[i].nonce[0] = '\0';
	phones[i].due = now() + (after ? atoi(after + 15) : 1);
}

static void be_answered(int i, int status, const char *text)
{
	const char *granted;

	switch(status) {
		case 200:
			granted = strstr(text, ";expires=");
			phones[i].granted = granted ? atoi(granted + 9) : 0;
			end(i, phones[i].granted > 0 ? BOUND : FAILED);
			break;
		case 401:
			be_challenged(i, text);
			break;
		case 500:
		case 503:
			be_put_off(i, text);
			break;
		default:
			end(i, FAILED);
	}
}

/* More answers than requests: somebody answered twice. */
static int is_one_too_many(struct exchange *x)
{
	x->answered++;
	if(x->answered > x->sent)
		count.twice++;
	return x->answered > 1;
}

static void read_reply(const char *text)
{
	const char *call = strstr(text, "\r\nCall-ID: p");
	const char *number = strstr(text, "\r\nCSeq: ");
	unsigned int cseq = number ? strtoul(number + 8, NULL, 10) : 0, run = 0;
	int status, i = -1;
	struct phone *p;

	if(sscanf(text, "SIP/2.0 %d", &status) != 1 || !call
			|| sscanf(call + 12, "%d-%x@", &i, &run) != 2 || i < 0
			|| i >= opt.phones || run != opt.run) {
		count.strange++;
		return;
	}
	p = &phones[i];
	if(cseq == p->before.cseq) {
		is_one_too_many(&p->before);
		return;
	}
	if(cseq != p->now.cseq || is_one_too_many(&p->now))
		return;
	if(p->state == ASKING)
		be_answered(i, status, text);
}

static void read_socket(int fd)
{
	char text[65536];
	ssize_t len;

	while((len = recv(fd, text, sizeof(text) - 1, MSG_DONTWAIT)) > 0) {
		text[len] = '\0';
		read_reply(text);
	}
}

static void look_after(int i)
{
	struct phone *p = &phones[i];

	if(p->due > now())
		return;
	if(p->state == WAITING) {
		send_new(i);
		return;
	}
	if(now() - p->sent_first > TIMER_F) {
		end(i, FAILED);
		return;
	}
	p->wait = p->wait * 2 < T2 ? p->wait * 2 : T2;
	count.repeated++;
	send_request(i);
}

static void look_after_all(void)
{
	int k, kept = 0;

	for(k = 0; k < n_active; k++) {
		if(phones[active[k]].state == ASKING
				|| phones[active[k]].state == WAITING) {
			look_after(active[k]);
			active[kept++] = active[k];
		}
	}
	n_active = kept;
}

static void open_sockets(int epoll)
{
	struct epoll_event ev = {.events = EPOLLIN};
	struct sockaddr_in at = {.sin_family = AF_INET};
	int i, size = 4 << 20;

	for(i = 0; i < opt.addresses; i++) {
		snprintf(hosts[i], sizeof(hosts[i]), "127.60.%d.%d", i / 250,
				1 + i % 250);
		at.sin_port = htons(5070);
		inet_pton(AF_INET, hosts[i], &at.sin_addr);
		sockets[i] = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
		if(sockets[i] < 0
				|| bind(sockets[i], (struct sockaddr *)&at, sizeof(at)) < 0)
			die(hosts[i]);
		setsockopt(sockets[i], SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
		ev.data.fd = sockets[i];
		if(epoll_ctl(epoll, EPOLL_CTL_ADD, sockets[i], &ev) < 0)
			die("epoll_ctl");
	}
}

/* who comes next, and when; the order of their numbers is as good as any */
static int is_time_for(int i, double began)
{
	if(i >= opt.phones)
		return 0;
	if(opt.window)
		return i - n_done < opt.window;
	return now() - began >= opt.within * i / opt.phones;
}

static void live(int epoll)
{
	struct epoll_event got[256];
	double began = now(), looked = 0;
	int i, n, next = 0;

	while(n_done < opt.phones) {
		while(is_time_for(next, began))
			come(next++);
		n = epoll_wait(epoll, got, 256, 1);
		for(i = 0; i < n; i++)
			read_socket(got[i].data.fd);
		if(now() - looked > 0.02) {
			looked = now();
			look_after_all();
		}
	}
}

/* what is said twice may come late */
static void listen_on(int epoll, double seconds)
{
	struct epoll_event got[256];
	double until = now() + seconds;
	int i, n;

	while(now() < until) {
		n = epoll_wait(epoll, got, 256, 10);
		for(i = 0; i < n; i++)
			read_socket(got[i].data.fd);
	}
}

static int write_phones(void)
{
	FILE *file = opt.file ? fopen(opt.file, "w") : NULL;
	int i, bound = 0;

	for(i = 0; i < opt.phones; i++) {
		bound += phones[i].state == BOUND;
		if(file)
			fprintf(file, "%.4f %.4f %d %d\n", phones[i].came,
					phones[i].state == BOUND ? phones[i].bound : -1.0,
					(int)(phones[i].now.cseq - opt.cseq + 1),
					phones[i].granted);
	}
	if(file)
		fclose(file);
	return bound;
}

static void read_options(int argc, char **argv)
{
	int c;

	while((c = getopt(argc, argv, "n:a:w:o:e:c:s:d:p:f:")) != -1) {
		switch(c) {
			/* clang-format off */
			case 'n': opt.phones = atoi(optarg); break;
			case 'a': opt.addresses = atoi(optarg); break;
			case 'w': opt.within = atof(optarg); break;
			case 'o': opt.window = atoi(optarg); break;
			case 'e': opt.expires = atoi(optarg); break;
			case 'c': opt.cseq = strtoul(optarg, NULL, 10); break;
			case 's': opt.server = optarg; break;
			case 'd': opt.domain = optarg; break;
			case 'p': opt.password = optarg; break;
			case 'f': opt.file = optarg; break;
			default: exit(2);
				/* clang-format on */
		}
	}
	opt.run = (unsigned int)getpid();
}

static void make_room(void)
{
	char host[64];
	struct rlimit files;

	getrlimit(RLIMIT_NOFILE, &files);
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	phones = calloc(opt.phones, sizeof(*phones));
	active = calloc(opt.phones, sizeof(*active));
	sockets = calloc(opt.addresses, sizeof(*sockets));
	hosts = calloc(opt.addresses, sizeof(*hosts));
	if(!phones || !active || !sockets || !hosts)
		die("memory");
	server.sin_family = AF_INET;
	if(sscanf(opt.server, "%63[^:]:%hu", host, &server.sin_port) != 2
			|| inet_pton(AF_INET, host, &server.sin_addr) != 1) {
		fprintf(stderr, "-s is ADDRESS:PORT, not '%s'\n", opt.server);
		exit(2);
	}
	server.sin_port = htons(server.sin_port);
}

int main(int argc, char **argv)
{
	int epoll = epoll_create1(0), bound;
	double took;

	read_options(argc, argv);
	make_room();
	open_sockets(epoll);
	live(epoll);
	took = now();
	listen_on(epoll, 0.5);
	bound = write_phones();
	printf("phones %d\nbound %d\nseconds %.3f\nsent %ld\nrepeated %ld\n"
		   "challenged %ld\nput_off %ld\nanswered_twice %ld\nstrange %ld\n",
			opt.phones, bound, took, count.sent, count.repeated,
			count.challenged, count.refused, count.twice, count.strange);
	return bound == opt.phones ? 0 : 1;
}
