/* A whole server and nearly right messages: see usage().
 * SPDX-License-Identifier: MIT */
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "mutate.h"

enum
{
	PHONES = 4,		   /* sources of UDP messages, each with its address */
	CONNECTIONS = 4,   /* over TCP */
	BATCH = 32,		   /* messages without waiting for the server */
	CHECK = 2000,	   /* messages from one look at everything to the next */
	KEPT = 256,		   /* last messages that are written when it fails */
	SYNC_MS = 500,	   /* until the question is asked again */
	SYNC_TRIES = 20,   /* until the server counts as dead */
	LOG_MAX = 32 << 20 /* bytes of log before it is emptied */
};

static struct
{
	const char *host, *ctl, *log, *keep;
	struct sockaddr_in server;
	long pid;
	char children[4096];
	uint64_t messages, seed, sent, n, status[8], kept_n;
	int phone[PHONES], asker;
	int connection[CONNECTIONS];
	off_t log_seen;
} w;

static struct
{
	size_t len;
	int tcp;
	char s[MESSAGE_MAX];
} kept[KEPT];

static void keep_messages(void)
{
	char path[4096];
	uint64_t i, from = w.kept_n > KEPT ? w.kept_n - KEPT : 0;
	FILE *f;

	mkdir(w.keep, 0755);
	for(i = from; i < w.kept_n; i++) {
		snprintf(path, sizeof(path), "%s/%03u.%s", w.keep,
				(unsigned int)(i - from), kept[i % KEPT].tcp ? "tcp" : "udp");
		f = fopen(path, "w");
		if(f == NULL)
			continue;
		fwrite(kept[i % KEPT].s, 1, kept[i % KEPT].len, f);
		fclose(f);
	}
}

__attribute__((format(printf, 1, 2), noreturn)) static void die(
		const char *format, ...)
{
	va_list args;

	printf("    # after %llu messages, seed %llu: ", (unsigned long long)w.sent,
			(unsigned long long)w.seed);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n    # the last messages are in %s\n", w.keep);
	keep_messages();
	exit(1);
}

/* ---- sockets */

static int bound(const char *ip, int type)
{
	struct sockaddr_in a = {.sin_family = AF_INET};
	int s = socket(AF_INET, type, 0);

	inet_pton(AF_INET, ip, &a.sin_addr);
	if(s < 0 || bind(s, (struct sockaddr *)&a, sizeof(a)) < 0)
		die("no socket on %s: %s", ip, strerror(errno));
	return s;
}

static int readable(int fd, int ms)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};

	return poll(&p, 1, ms) > 0;
}

/* whatever the server says has to be a SIP response; Kamailio's core repeats the
 * version of the request, "sIP/2.000" */
static void count_reply(const char *s, ssize_t len)
{
	const char *status = len > 0 ? memchr(s, ' ', len) : NULL;

	if(status == NULL || strncasecmp(s, "SIP/", 4) != 0 || status + 4 >= s + len
			|| status[1] < '1' || status[1] > '6')
		die("the server sent what is no response:\n%.*s", (int)len, s);
	w.status[status[1] - '0']++;
}

static void drain(void)
{
	static char buf[65536];
	ssize_t n;
	int i;

	for(i = 0; i < PHONES; i++) {
		while((n = recv(w.phone[i], buf, sizeof(buf), MSG_DONTWAIT)) > 0)
			count_reply(buf, n);
	}
	for(i = 0; i < CONNECTIONS; i++) {
		if(w.connection[i] < 0)
			continue;
		while((n = recv(w.connection[i], buf, sizeof(buf), MSG_DONTWAIT)) > 0)
			;
		if(n == 0 || errno != EAGAIN) {
			close(w.connection[i]);
			w.connection[i] = -1;
		}
	}
}

static void connect_tcp(int *s)
{
	*s = bound("127.0.0.2", SOCK_STREAM);
	if(connect(*s, (struct sockaddr *)&w.server, sizeof(w.server)) < 0)
		die("no connection: %s", strerror(errno));
}

/* a connection that took something malformed may be closed at any time */
static void send_tcp(const char *s, size_t len)
{
	int *c = &w.connection[w.n % CONNECTIONS];

	if(*c < 0)
		connect_tcp(c);
	if(send(*c, s, len, MSG_NOSIGNAL | MSG_DONTWAIT) != (ssize_t)len) {
		close(*c);
		*c = -1;
	}
}

static void send_message(uint64_t n)
{
	int i = (int)(w.kept_n++ % KEPT);

	kept[i].len = mutate_message(kept[i].s, w.seed, n, w.host);
	kept[i].tcp = n % 40 == 0;
	if(kept[i].tcp)
		send_tcp(kept[i].s, kept[i].len);
	else
		sendto(w.phone[n % PHONES], kept[i].s, kept[i].len, 0,
				(struct sockaddr *)&w.server, sizeof(w.server));
	w.sent++;
}

/* every byte of it is looked at once; when it is large it is emptied */
static void check_log(void)
{
	static char buf[1 << 20];
	int fd = open(w.log, O_RDWR);
	ssize_t n;
	const char *found;

	while((n = pread(fd, buf, sizeof(buf) - 1, w.log_seen)) > 0) {
		buf[n] = '\0';
		found = memmem(buf, n, "Sanitizer", 9);
		if(found == NULL)
			found = memmem(buf, n, "runtime error:", 14);
		if(found)
			die("sanitizer report in %s:\n%.1500s", w.log, found);
		w.log_seen += n;
	}
	if(w.log_seen > LOG_MAX) {
		w.log_seen = ftruncate(fd, 0) == 0 ? 0 : w.log_seen;
	}
	close(fd);
}

/* ---- questions that have one right answer */

/* @return the reply whose CSeq is ours; borrowed until the next question */
static const char *ask(const char *method, const char *user, const char *rest)
{
	static unsigned int cseq;
	static char out[2048], in[65536];
	char mine[64];
	int try, n;
	ssize_t len;

	cseq++;
	snprintf(mine, sizeof(mine), "\r\nCSeq: %u %s\r\n", cseq, method);
	n = snprintf(out, sizeof(out),
			"%s sip:%s%sexample.com SIP/2.0\r\n"
			"Via: SIP/2.0/UDP 127.0.0.7:5999;branch=z9hG4bKask%u;rport\r\n"
			"Max-Forwards: 70\r\nFrom: <sip:asker@example.com>;tag=a\r\n"
			"To: <sip:%s%sexample.com>\r\nCall-ID: asker@127.0.0.7%s%s"
			"Content-Length: 0\r\n\r\n",
			method, user, *user ? "@" : "", cseq, user, *user ? "@" : "", mine,
			rest);
	for(try = 0; try < SYNC_TRIES; try++) {
		sendto(w.asker, out, n, 0, (struct sockaddr *)&w.server,
				sizeof(w.server));
		while(readable(w.asker, SYNC_MS)) {
			len = recv(w.asker, in, sizeof(in) - 1, 0);
			in[len > 0 ? len : 0] = '\0';
			if(strstr(in, mine))
				return in;
		}
	}
	check_log(); /* it may tell more */
	die("%s %s has no answer: the server is dead or hangs", method, user);
}

static void want(const char *reply, const char *status, const char *contact)
{
	if(strncmp(reply, status, strlen(status)) != 0
			|| (contact && strstr(reply, contact) == NULL))
		die("not \"%s\" with \"%s\", but:\n%s", status, contact ? contact : "",
				reply);
}

static void ask_everything(void)
{
	want(ask("REGISTER", "probe",
				 "Contact: <sip:probe@192.0.2.1:5070>;q=0.7\r\n"
				 "Expires: 600\r\n"),
			"SIP/2.0 200 OK",
			"Contact: <sip:probe@192.0.2.1:5070>;q=0.7;expires=600\r\n");
	want(ask("INVITE", "probe", ""), "SIP/2.0 302 ",
			"Contact: <sip:probe@192.0.2.1:5070>;q=0.7");
	want(ask("REGISTER", "probe",
				 "Contact: <sip:probe@192.0.2.1:5070>;expires=0\r\n"),
			"SIP/2.0 200 OK", NULL);
	want(ask("INVITE", "nobody-has-this-name", ""), "SIP/2.0 404 ", NULL);
}

/* ---- an operator, who types nearly the right thing */

static void become_kamcmd(const char *command, char words[][256], int n)
{
	char socket[4096], *args[12] = {"timeout", "10", "kamcmd", "-s", socket,
							   (char *)command};
	int i, null = open("/dev/null", O_WRONLY);

	snprintf(socket, sizeof(socket), "unix:%s", w.ctl);
	for(i = 0; i < n; i++)
		args[6 + i] = words[i];
	dup2(null, 1);
	dup2(null, 2);
	execvp(args[0], args);
	_exit(127);
}

/* what it says is looked at by other rings; that it says something, here */
static void operate(uint64_t *state)
{
	static const char *const commands[] = {"reg302.show", "reg302.add",
			"reg302.remove", "reg302.explain", "reg302.list", "reg302.flush"};
	const char *command = commands[mutate_random(state) % 6];
	int n = (int)(mutate_random(state) % 5), i, status = 0;
	char words[5][256];
	pid_t pid;

	for(i = 0; i < n; i++) {
		memcpy(words[i], "s:", 2); /* a string, also when it is a number */
		mutate_word(words[i] + 2, sizeof(words[i]) - 2, state);
	}
	pid = fork();
	if(pid == 0)
		become_kamcmd(command, words, n);
	waitpid(pid, &status, 0);
	if(WIFEXITED(status) && WEXITSTATUS(status) >= 124)
		die("%s has no answer", command);
}

/* ---- is everything as it should be? */

/* @return 1 when the process is a living child of the server */
static int is_child(const char *pid)
{
	char path[300], line[512], *end;
	long parent = 0;
	char how = 'Z';
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%s/stat", pid);
	f = fopen(path, "r");
	if(f == NULL)
		return 0;
	/* 12 (kamailio) S 7 ... */
	if(fgets(line, sizeof(line), f) && (end = strrchr(line, ')')) != NULL)
		sscanf(end + 1, " %c %ld", &how, &parent);
	fclose(f);
	return parent == w.pid && how != 'Z';
}

/* their ids, each behind a blank */
static void read_children(char *buf, size_t size)
{
	struct dirent **list;
	size_t len = 0;
	int n = scandir("/proc", &list, NULL, alphasort), i;

	buf[0] = '\0';
	for(i = 0; i < n; i++) {
		if(list[i]->d_name[0] >= '0' && list[i]->d_name[0] <= '9'
				&& len < size - 300 && is_child(list[i]->d_name))
			len += snprintf(buf + len, size - len, " %s", list[i]->d_name);
		free(list[i]);
	}
	if(n >= 0)
		free(list);
}

static void check_processes(void)
{
	char now[sizeof(w.children)];

	read_children(now, sizeof(now));
	if(*now == '\0' || strcmp(now, w.children) != 0)
		die("a process of the server died: were%s, are%s", w.children, now);
}

static void check(void)
{
	uint64_t state = w.seed ^ w.n;
	int i;

	for(i = 0; i < 4; i++)
		operate(&state);
	ask_everything();
	check_processes();
	check_log();
}

static long rpc_number(const char *command, const char *name)
{
	char line[1024];
	const char *at;
	long number = -1;
	FILE *f;

	snprintf(line, sizeof(line), "timeout 20 kamcmd -s unix:%s %s 2>&1", w.ctl,
			command);
	f = popen(line, "r");
	while(f && fgets(line, sizeof(line), f)) {
		at = strstr(line, name);
		if(at && number < 0)
			number =
					strtol(at + strlen(name) + strspn(at + strlen(name), " =:"),
							NULL, 10);
	}
	if(f)
		pclose(f);
	return number;
}

static long used_shm(void)
{
	return rpc_number("stats.get_statistics shmem:", "real_used_size");
}

/* remove every binding, and wait until what belonged to them is given back */
static long shm_at_rest(void)
{
	long now, last = -1;
	int i, still = 0;

	for(i = 0; i < CONNECTIONS; i++) {
		if(w.connection[i] >= 0)
			close(w.connection[i]);
		w.connection[i] = -1;
	}
	rpc_number("reg302.flush all", "removed");
	if(rpc_number("reg302.stats", "bindings") != 0)
		die("%ld bindings are left after reg302.flush all",
				rpc_number("reg302.stats", "bindings"));
	for(i = 0; i < 60 && still < 4; i++) {
		usleep(500000);
		now = used_shm();
		still = now == last ? still + 1 : 0;
		last = now;
	}
	return last;
}

/* ---- a run */

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void run(void)
{
	for(w.n = 0; w.n < w.messages; w.n++) {
		send_message(w.n);
		if(w.n % BATCH == BATCH - 1) {
			drain();
			ask("OPTIONS", "", "");
		}
		if(w.n % CHECK == CHECK - 1)
			check();
	}
	drain();
	check();
}

static void start(char **arg)
{
	static const char *const ips[PHONES] = {
			"127.0.0.3", "127.0.0.4", "127.0.0.5", "127.0.0.6"};
	char ip[64];
	int i, port;

	w.host = arg[1];
	w.ctl = arg[2];
	w.log = arg[3];
	w.keep = arg[4];
	w.pid = atol(arg[5]);
	w.messages = strtoull(arg[6], NULL, 10) / 2;
	w.seed = strtoull(arg[7], NULL, 10);
	if(sscanf(w.host, "%63[^:]:%d", ip, &port) != 2 || mutate_load(arg[8]) < 0)
		die("bad arguments");
	w.server.sin_family = AF_INET;
	w.server.sin_port = htons((unsigned short)port);
	inet_pton(AF_INET, ip, &w.server.sin_addr);
	for(i = 0; i < PHONES; i++)
		w.phone[i] = bound(ips[i], SOCK_DGRAM);
	for(i = 0; i < CONNECTIONS; i++)
		w.connection[i] = -1;
	w.asker = bound("127.0.0.7", SOCK_DGRAM);
	read_children(w.children, sizeof(w.children));
}

static void report(double took)
{
	printf("    # seed %llu: %llu messages in %.0f s, %.0f a second; replies",
			(unsigned long long)w.seed, (unsigned long long)w.sent, took,
			(double)w.sent / took);
	for(int i = 1; i <= 6; i++)
		printf(" %dxx %llu%s", i, (unsigned long long)w.status[i],
				i < 6 ? "," : "\n");
}

static int usage(void)
{
	printf("server HOST:PORT CTL LOG KEEP PID MESSAGES SEED CORPUS\n"
		   "Send the messages to a server that listens on HOST:PORT, in two "
		   "equal halves.\n");
	return 2;
}

int main(int argc, char **argv)
{
	double began = seconds();
	long first, second;

	setvbuf(stdout, NULL, _IOLBF, 0);
	if(argc != 9)
		return usage();
	start(argv);
	check();
	run();
	first = shm_at_rest();
	run();
	second = shm_at_rest();
	check();
	if(first != second)
		die("%ld bytes of shm were in use at rest, the second time %ld", first,
				second);
	report(seconds() - began);
	printf("    # shm at rest: %ld bytes after the first half, %ld after the "
		   "second\n",
			first, second);
	return 0;
}
