/**
 * Wire tests: a real Kamailio, real messages.
 *
 * Each .t file is one test. Read ../README.md for its language; every file
 * here is one noun of it:
 *   text.c      strings that live as long as a test, patterns, variables
 *   scenario.c  a .t file -> steps
 *   message.c   a step -> the request to send
 *   digest.c    a challenge -> the credentials that answer it
 *   sip.c       header fields, and what every reply has to obey
 *   net.c       sockets, and the inbox of what has arrived
 *   server.c    Kamailio: start, stop, log, kamcmd
 *   steps.c     what each step does
 *   main.c      the ring: order, count, report
 *
 * Functions that can fail return NULL or a sentence that says what is wrong.
 */
#ifndef REG302_WIRE_H
#define REG302_WIRE_H

#include <stdarg.h>
#include <stddef.h>
#include <sys/socket.h>

enum
{
	WIRE_MESSAGE_MAX = 65536,
	WIRE_LIST_MAX = 640, /* values of one header field in one message */
	WIRE_WORDS_MAX = 96
};

/* ---- text.c ---- */

struct words
{
	char *w[WIRE_WORDS_MAX];
	int n;
};

/* a growing string; free with text_free() */
struct text
{
	char *s;
	size_t len, size;
};

void text_add(struct text *t, const char *fmt, ...)
		__attribute__((format(printf, 2, 3)));
void text_add_bytes(struct text *t, const char *s, size_t len);
void text_free(struct text *t);

/** Add it in quotes, as one word for the shell. */
void text_add_quoted(struct text *t, const char *s);

/**
 * A string that lives until text_forget(): the end of the test.
 */
char *note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
char *note_bytes(const char *s, size_t len);
void *note_space(size_t size);
void text_forget(void);

/**
 * Does the text follow the pattern? `*` stands for anything, `7..9` for a
 * number in that range.
 */
int text_follows(const char *pattern, const char *text);

/**
 * Cut at blanks that are outside of "..." and <...>.
 */
void words_split(struct words *words, const char *line);

/**
 * The value of the first `name=value` word; NULL when there is none.
 */
const char *words_get(const struct words *words, const char *name);
int words_have(const struct words *words, const char *word);

/**
 * Variables of a test, `$name` in its text.
 */
void vars_set(const char *name, const char *value);
const char *vars_get(const char *name);
void vars_clear(void);
const char *vars_expand(const char *text, const char **problem);

/* ---- scenario.c ---- */

/* one `--- verb words` and the indented lines under it */
struct step
{
	int line;
	char *verb;
	char *rest;
	char **under;
	int n_under;
};

struct test
{
	char *name;	  /* directory/file, without .t */
	char *path;	  /* of the file */
	char *title;  /* the first comment line */
	char *server; /* settings asked for by `--- server`, or "" */
	struct step *steps;
	int n_steps;
};

/**
 * @return NULL, or what is wrong with the file
 */
const char *scenario_read(struct test *test, const char *path);
void scenario_free(struct test *test);

/* ---- proved.c ---- */

/** Note the IDs at the beginning of the title of a test that has passed. */
void proved_add(const char *title);

/** Print all of them, sorted. */
void proved_print(void);

/* ---- net.c ---- */

struct address
{
	struct sockaddr_storage ss;
	socklen_t len;
};

/* a socket of the tests; kept open from its first use to net_close() */
struct endpoint
{
	int fd;
	int is_tcp, is_closed;
	char *host; /* of this end */
	int port;
	struct address peer;   /* tcp: where it is connected to */
	struct text unframed;  /* tcp: bytes that are not yet a message */
	struct text postponed; /* tcp: messages of `later` */
};

/* something that has arrived */
struct arrival
{
	char *bytes; /* followed by a NUL */
	size_t len;
	struct endpoint *at;
	char source[64]; /* host:port it came from */
	int is_taken;
};

const char *address_parse(struct address *a, const char *host, int port);
void address_print(char *out, size_t size, const struct address *a);

/**
 * The UDP socket bound to host:port (port 0: any), or the TCP connection from
 * there to the destination; opened when there is none yet.
 */
const char *net_udp(struct endpoint **out, const char *host, int port);
const char *net_tcp(struct endpoint **out, const char *host, int port,
		const struct address *to);
const char *net_send(struct endpoint *e, const struct address *to,
		const char *bytes, size_t len, int chunk);

/**
 * Collect arrivals for that long; returns at the first one if told so.
 */
void net_listen(int ms, int until_first);
struct arrival *net_arrivals(int *n);
void net_forget_arrivals(void);

/**
 * Close the TCP connections from host:port, all when host is NULL.
 * @return how many there were
 */
int net_close_tcp(const char *host, int port);

int net_has_ipv6(void);
long long now_ms(void);

/* ---- sip.c ---- */

struct values
{
	char *v[WIRE_LIST_MAX];
	int n;
};

/**
 * Values of a header field in order, unfolded, cut at the commas outside of
 * "..." and <...>; compact names count too.
 */
void sip_values(struct values *out, const char *message, const char *name);
const char *sip_value(const char *message, const char *name);
int sip_is_same_name(const char *a, const char *b);
int sip_code(const char *message);
const char *sip_reason(const char *message);
char *sip_param(const char *value, const char *name);
char *sip_method(const char *request);

/* a request of ours and where its reply has to arrive */
struct sent
{
	char *bytes;
	size_t len;
	struct endpoint *from;
	char to[64];		 /* host:port it was sent to */
	int wanted;			 /* final replies still to come */
	int is_raw;			 /* `malformed`: so is what the reply copies of it */
	struct endpoint *at; /* where the reply goes; usually `from` */
};

/**
 * What does not depend on who answers: the status line, what is copied from the
 * request, Server and Content-Length, byte by byte, without the To-tag.
 */
char *sip_common(const char *reply);

int sip_is_reply_to(const char *reply, const struct sent *sent);

/**
 * What holds for every reply: RFC 3261 8.2.6.2, 18.2, 20.14, RFC 3581 4.
 */
const char *sip_check_reply(
		const struct arrival *reply, const struct sent *sent);

/**
 * Compare one Contact value with the wanted one: same URI, same parameters in
 * any order; `;*` in the wanted one allows further parameters.
 */
const char *sip_check_contact(const char *want, const char *got);

/* ---- digest.c ---- */

/** A parameter of a challenge, without its quotes; NULL when it is not there. */
const char *digest_param(const char *challenge, const char *name);

/**
 * The value of Authorization that answers a challenge, RFC 7616 3.4: as the
 * words auth=user:password, nc=, qop=none, with-nc (although without qop),
 * nonce=, realm= and digest-uri= of a step say.
 */
const char *digest_credentials(const char **problem, const char *challenge,
		const char *method, const char *uri, const struct words *words);

/* ---- message.c ---- */

struct defaults
{
	int cseq;	/* last one used */
	int serial; /* makes branches, tags and Call-IDs unlike each other */
	const char *place;
	const char *challenge; /* WWW-Authenticate of the last 401 */
};

/**
 * Write the request that `--- send METHOD key=value...` asks for.
 */
const char *message_build(struct text *out, struct defaults *d,
		const struct words *words, char **under, int n_under,
		const struct endpoint *from);
const char *message_raw(
		struct text *out, const struct words *words, char **under, int n_under);

/* ---- server.c ---- */

/**
 * Have a server with these settings running; one that runs is kept.
 */
const char *server_want(const char *settings);
const char *server_stop(void);
const char *server_host(void);
int server_port(void);

/**
 * Has it died, or logged an error that none of the patterns announces?
 */
const char *server_check(char **announced, int n_announced);

/**
 * The output of kamcmd, kept like note().
 */
const char *server_rpc(const char **out, const char *command);

/**
 * Start with these settings and see it refuse, naming the reason.
 */
const char *server_refuses(const char *settings, const char *pattern);

/* ---- steps.c ---- */

/**
 * @return 0 when the test passed; else the diagnosis is in `why`
 */
int steps_run(const struct test *test, struct text *why);

#endif
