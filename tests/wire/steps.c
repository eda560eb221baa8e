#include "wire.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define SOURCE "127.0.0.12"
#define SOURCE_PORT 5070

enum
{
	COPIES_PORT = 5079, /* what arrives there is for expect-copy */
	SENT_MAX = 256,
	ANNOUNCED_MAX = 16,
	REPLY_MS = 20000, /* of a machine that has other things to do, too */
	LAST_LOOK_MS = 40,
	STAT_MS = 5000
};

/* the test that runs */
static struct
{
	struct defaults defaults;
	struct sent sent[SENT_MAX];
	char *names[SENT_MAX]; /* of `as=name` */
	int n_sent;
	struct sent *last_sent;
	struct sent *last_invite;
	const char *last_reply;
	char *announced[ANNOUNCED_MAX];
	int n_announced;
	const char *stats; /* before the first step */
} run;

struct verb
{
	const char *name;
	const char *(*run)(const struct words *words, char **under, int n_under);
};

/* ---- sending ---- */

/* "127.0.0.12:5070", "[::1]:5070", or without a port */
static const char *cut_address(const char *s, int *port)
{
	const char *colon = strrchr(s, ':'), *end = strrchr(s, ']');

	if(*s == '[') {
		*port = colon > end ? atoi(colon + 1) : *port;
		return note_bytes(s + 1, strcspn(s + 1, "]"));
	}
	/* two colons and no bracket: an IPv6 address without a port */
	if(colon == NULL || strchr(s, ':') != colon)
		return s;
	*port = atoi(colon + 1);
	return note_bytes(s, (size_t)(colon - s));
}

/* the sockets that the words from=, dst= and transport= mean */
static const char *choose_ends(
		struct endpoint **from, struct address *to, const struct words *words)
{
	const char *dst = words_get(words, "dst"), *src = words_get(words, "from");
	const char *transport = words_get(words, "transport"), *problem;
	int is_tcp = transport != NULL && strcmp(transport, "tcp") == 0;
	int port = is_tcp || src != NULL ? 0 : SOURCE_PORT;

	if(dst == NULL)
		dst = server_host();
	if(src == NULL)
		src = strchr(dst, ':') ? "::1" : SOURCE;
	src = cut_address(src, &port);
	problem = address_parse(to, dst, server_port());
	if(problem != NULL)
		return problem;
	return is_tcp ? net_tcp(from, src, port, to) : net_udp(from, src, port);
}

static const char *transmit(struct endpoint *from, const struct address *to,
		const struct words *words, const char *bytes, size_t len)
{
	const char *chunk = words_get(words, "chunk"), *problem;

	if(words_have(words, "later")) {
		text_add_bytes(&from->postponed, bytes, len);
		return NULL;
	}
	if(from->postponed.len == 0)
		return net_send(from, to, bytes, len, chunk ? atoi(chunk) : 0);
	text_add_bytes(&from->postponed, bytes, len);
	problem = net_send(from, to, from->postponed.s, from->postponed.len, 0);
	text_free(&from->postponed);
	return problem;
}

static struct sent *remember(struct endpoint *from, const struct address *to,
		const struct words *words, const struct text *message)
{
	struct sent *sent = &run.sent[run.n_sent];
	const char *name = words_get(words, "as");

	if(run.n_sent == SENT_MAX)
		return NULL;
	memset(sent, 0, sizeof(*sent));
	sent->bytes = note_bytes(message->s, message->len);
	sent->len = message->len;
	sent->from = sent->at = from;
	address_print(sent->to, sizeof(sent->to), to);
	run.names[run.n_sent++] = note("%s", name ? name : "");
	run.last_sent = sent;
	if(strcmp(sip_method(sent->bytes), "INVITE") == 0)
		run.last_invite = sent;
	return sent;
}

static const char *post(struct endpoint *from, const struct address *to,
		const struct words *words, struct text *message, int wanted)
{
	struct sent *sent = remember(from, to, words, message);
	const char *problem = sent == NULL ? "too many messages" : NULL;

	if(sent != NULL) {
		sent->wanted = wanted;
		sent->is_raw = words_have(words, "malformed");
		problem = transmit(from, to, words, sent->bytes, sent->len);
	}
	text_free(message);
	return problem;
}

static const char *do_send(const struct words *words, char **under, int n)
{
	struct text message = {0};
	struct endpoint *from;
	struct address to;
	const char *problem = choose_ends(&from, &to, words);

	if(problem == NULL)
		problem = message_build(&message, &run.defaults, words, under, n, from);
	if(problem != NULL)
		return problem;
	return post(from, &to, words, &message, strcmp(words->w[0], "ACK") != 0);
}

static const char *send_raw(
		const struct words *words, char **under, int n, int wanted)
{
	struct text message = {0};
	struct endpoint *from;
	struct address to;
	const char *problem = choose_ends(&from, &to, words);

	if(problem != NULL)
		return problem;
	vars_set("source", note("%s:%d", from->host, from->port));
	for(int i = 0; i < n; i++)
		under[i] = (char *)vars_expand(under[i], &problem);
	message_raw(&message, words, under, n);
	return post(from, &to, words, &message, wanted);
}

static const char *do_send_raw(const struct words *words, char **under, int n)
{
	return send_raw(words, under, n, words_have(words, "request"));
}

/* --- send-cuts lines|bytes: the message cut short in every possible place */
static const char *do_send_cuts(const struct words *words, char **under, int n)
{
	struct text message = {0};
	struct endpoint *from;
	struct address to;
	const char *problem = choose_ends(&from, &to, words);
	int by_line = words_have(words, "lines");

	if(problem != NULL)
		return problem;
	vars_set("source", note("%s:%d", from->host, from->port));
	for(int i = 0; i < n; i++)
		under[i] = (char *)vars_expand(under[i], &problem);
	message_raw(&message, words, under, n);
	for(size_t len = 1; len < message.len && problem == NULL; len++) {
		if(by_line && message.s[len - 1] != '\n')
			continue;
		problem = net_send(from, &to, message.s, len, 0);
		if(len % 64 == 0)
			net_listen(5, 0);
	}
	text_free(&message);
	return problem;
}

static const char *do_repeat_last(
		const struct words *words, char **under, int n)
{
	struct sent *sent = run.last_sent;
	struct address to;
	int port = 0;

	(void)under, (void)n;
	if(sent == NULL)
		return "nothing to repeat";
	if(strncmp(sent->bytes, "ACK ", 4) != 0)
		sent->wanted++;
	address_parse(&to, cut_address(sent->to, &port), server_port());
	return transmit(sent->from, &to, words, sent->bytes, sent->len);
}

/* the ACK to the last reply to an INVITE, RFC 3261 17.1.1.3 */
static const char *write_ack(struct text *out, const struct words *words)
{
	const char *invite = run.last_invite->bytes;
	const char *uri = invite + strlen("INVITE ");
	const char *tag = words_get(words, "to-tag");
	const char *to = sip_value(run.last_reply, "To");

	if(tag != NULL)
		to = note("%s;tag=%s", sip_value(invite, "To"), tag);
	text_add(out, "ACK %.*s SIP/2.0\r\n", (int)strcspn(uri, " "), uri);
	text_add(out, "Via: %s\r\n", sip_value(invite, "Via"));
	text_add(out, "Max-Forwards: 70\r\nFrom: %s\r\nTo: %s\r\n",
			sip_value(invite, "From"), to);
	text_add(out, "Call-ID: %s\r\nCSeq: %ld ACK\r\n",
			sip_value(invite, "Call-ID"), atol(sip_value(invite, "CSeq")));
	return NULL;
}

static const char *do_ack(const struct words *words, char **under, int n)
{
	struct text message = {0};
	struct address to;
	int port = 0;

	if(run.last_invite == NULL || run.last_reply == NULL)
		return "no INVITE, or no reply to it";
	write_ack(&message, words);
	for(int i = 0; i < n; i++)
		text_add(&message, "%s\r\n", under[i]);
	text_add(&message, "Content-Length: 0\r\n\r\n");
	address_parse(&to, cut_address(run.last_invite->to, &port), server_port());
	return post(run.last_invite->from, &to, words, &message, 0);
}

static const char *do_listen(const struct words *words, char **under, int n)
{
	struct endpoint *e;
	int port = 0;
	const char *host;

	(void)under, (void)n;
	if(words->n != 1)
		return "listen needs host:port";
	host = cut_address(words->w[0], &port);
	return net_udp(&e, host, port);
}

/* --- close [host:port]: that TCP connection, or all of them */
static const char *do_close(const struct words *words, char **under, int n)
{
	const char *host = NULL;
	int port = 0;

	(void)under, (void)n;
	if(words->n > 0)
		host = cut_address(words->w[0], &port);
	return net_close_tcp(host, port) > 0 || host == NULL
				   ? NULL
				   : note("no connection from %s", words->w[0]);
}

/* ---- expecting ---- */

static struct sent *sent_for(const struct words *words)
{
	const char *name = words_get(words, "for");

	for(int i = 0; i < run.n_sent; i++) {
		if(name != NULL ? strcmp(run.names[i], name) == 0
						: run.sent[i].wanted > 0)
			return &run.sent[i];
	}
	return NULL;
}

/* a 100 (or, to an INVITE, another provisional reply) may come before */
static int is_final(const struct arrival *a)
{
	return sip_code(a->bytes) >= 200;
}

static struct arrival *reply_to(const struct sent *sent)
{
	int n;
	struct arrival *a = net_arrivals(&n);

	for(int i = 0; i < n; i++) {
		if(a[i].is_taken || a[i].at->port == COPIES_PORT
				|| !sip_is_reply_to(a[i].bytes, sent))
			continue;
		a[i].is_taken = 1;
		if(is_final(&a[i]) || strcmp(sip_method(sent->bytes), "INVITE") != 0)
			return &a[i];
	}
	return NULL;
}

static struct arrival *await_reply(const struct sent *sent, int ms)
{
	long long end = now_ms() + ms;
	struct arrival *reply;

	while((reply = reply_to(sent)) == NULL && now_ms() < end)
		net_listen((int)(end - now_ms()), 1);
	return reply;
}

/* "200" or "403|404" */
static const char *check_code(const char *want, const char *reply)
{
	int code = sip_code(reply);

	for(const char *s = want; s != NULL; s = strchr(s, '|')) {
		s += *s == '|';
		if(atoi(s) == code)
			return NULL;
	}
	return note("expected %s, got %d %s", want, code, sip_reason(reply));
}

static const char *check_values(const char *line, const char *reply)
{
	char *name = note_bytes(line, strcspn(line, ":"));
	struct values got, want;

	sip_values(&got, reply, name);
	sip_values(&want, note("\n%s\r\n", line), name);
	if(got.n != want.n)
		return note("%d values of %s instead of %d", got.n, name, want.n);
	for(int i = 0; i < want.n; i++) {
		if(!text_follows(want.v[i], got.v[i]))
			return note("%s: %s, not %s", name, got.v[i], want.v[i]);
	}
	return NULL;
}

/* contact= words and Contact: lines, in the order of the step */
static void wanted_contacts(
		struct values *want, const struct words *words, char **under, int n)
{
	struct values more;

	want->n = 0;
	for(int i = 0; i < words->n; i++) {
		if(strncmp(words->w[i], "contact=", 8) == 0)
			want->v[want->n++] = words->w[i] + 8;
	}
	for(int i = 0; i < n; i++) {
		sip_values(&more, note("\n%s\r\n", under[i]), "Contact");
		for(int k = 0; k < more.n; k++)
			want->v[want->n++] = more.v[k];
	}
}

static const char *check_in_order(
		const struct values *want, const struct values *got)
{
	const char *problem = NULL;

	for(int i = 0; i < want->n && problem == NULL; i++)
		problem = sip_check_contact(want->v[i], got->v[i]);
	return problem;
}

static const char *check_in_any_order(
		const struct values *want, struct values *got)
{
	for(int i = 0; i < want->n; i++) {
		int k = 0;

		while(k < got->n && sip_check_contact(want->v[i], got->v[k]) != NULL)
			k++;
		if(k == got->n)
			return note("no Contact %s", want->v[i]);
	}
	return NULL;
}

static const char *check_contacts(
		const struct words *words, char **under, int n, const char *reply)
{
	struct values want, got;

	wanted_contacts(&want, words, under, n);
	if(want.n == 0)
		return NULL;
	sip_values(&got, reply, "Contact");
	if(want.n == 1 && strcmp(want.v[0], "none") == 0)
		return got.n == 0 ? NULL : note("Contact: %s", got.v[0]);
	if(got.n != want.n)
		return note("%d Contacts instead of %d", got.n, want.n);
	return words_have(words, "any-order") ? check_in_any_order(&want, &got)
										  : check_in_order(&want, &got);
}

static const char *check_lines(char **under, int n, const char *reply)
{
	const char *problem = NULL;

	for(int i = 0; i < n && problem == NULL; i++) {
		const char *line = under[i];

		if(*line == '!')
			problem = sip_value(reply, line + 1) == NULL
							  ? NULL
							  : note("%s is there", line + 1);
		else if(strchr(line, ':') == NULL)
			problem = note("not a header line: %s", line);
		else if(!sip_is_same_name(
						note_bytes(line, strcspn(line, ":")), "Contact"))
			problem = check_values(line, reply);
	}
	return problem;
}

static const char *check_tag(const struct words *words, const char *reply)
{
	const char *tag = sip_param(sip_value(reply, "To"), "tag");
	const char *same = words_get(words, "tag");
	const char *other = words_get(words, "other-tag");
	const char *name = words_get(words, "save-tag");

	if(name != NULL)
		vars_set(name, tag);
	if(same != NULL && strcmp(same, tag) != 0)
		return note("To-tag %s is not %s", tag, same);
	if(other != NULL && strcmp(other, tag) == 0)
		return note("To-tag is %s again", tag);
	return NULL;
}

/* save=old:temp-gruu: $old is that parameter of the first Contact, unquoted */
static const char *save_param(const char *which, const char *reply)
{
	const char *colon = strchr(which, ':'), *contact, *value;
	size_t len;

	contact = sip_value(reply, "Contact");
	if(colon == NULL || contact == NULL)
		return "save= needs name:parameter, and a Contact";
	value = sip_param(contact, colon + 1);
	if(value == NULL)
		return note("no parameter %s in %s", colon + 1, contact);
	len = strlen(value);
	if(len > 1 && *value == '"')
		value = note_bytes(value + 1, len - 2);
	vars_set(note_bytes(which, (size_t)(colon - which)), value);
	return NULL;
}

static const char *check_words(const struct words *words, const char *reply)
{
	const char *save = words_get(words, "save"), *problem;
	const char *reason = words_get(words, "reason");
	const char *size = words_get(words, "max-size");
	const char *count = words_get(words, "contacts");
	struct values contacts;

	sip_values(&contacts, reply, "Contact");
	if(reason != NULL && strcmp(reason, note("\"%s\"", sip_reason(reply))) != 0)
		return note("reason \"%s\", not %s", sip_reason(reply), reason);
	if(size != NULL && strlen(reply) > (size_t)atol(size))
		return note("%zu bytes, more than %s", strlen(reply), size);
	if(count != NULL && !text_follows(count, note("%d", contacts.n)))
		return note("%d Contacts, not %s", contacts.n, count);
	problem = save == NULL ? NULL : save_param(save, reply);
	return problem != NULL ? problem : check_tag(words, reply);
}

/* what a forged source would be sent for what was sent in its name */
static const char *check_factor(
		const struct words *words, const char *reply, const struct sent *sent)
{
	const char *factor = words_get(words, "max-factor");

	if(factor == NULL
			|| (double)strlen(reply) <= atof(factor) * (double)sent->len)
		return NULL;
	return note("%zu bytes for %zu, more than %s times", strlen(reply),
			sent->len, factor);
}

static const char *check_wanted(const struct words *words, char **under, int n,
		const struct arrival *reply, const struct sent *sent)
{
	const char *problem = check_code(words->w[0], reply->bytes);

	if(problem == NULL)
		problem = sip_check_reply(reply, sent);
	if(problem == NULL)
		problem = check_words(words, reply->bytes);
	if(problem == NULL)
		problem = check_factor(words, reply->bytes, sent);
	if(problem == NULL)
		problem = check_contacts(words, under, n, reply->bytes);
	if(problem == NULL)
		problem = check_lines(under, n, reply->bytes);
	return problem;
}

/* `at=`: where the reply has to arrive when that is not where we sent from */
static const char *place_of_reply(struct sent *sent, const struct words *words)
{
	const char *at = words_get(words, "at"), *host;
	int port = 0;

	if(at == NULL)
		return NULL;
	host = cut_address(at, &port);
	return net_udp(&sent->at, host, port);
}

/* whole: its parameters are no list of values */
static void remember_challenge(const char *reply)
{
	const char *line = strstr(reply, "\nWWW-Authenticate: ");

	if(line == NULL)
		return;
	run.defaults.challenge = note_bytes(line + 1, strcspn(line + 1, "\r"));
	vars_set("nonce", digest_param(run.defaults.challenge, "nonce"));
}

static const char *do_expect(const struct words *words, char **under, int n)
{
	struct sent *sent = sent_for(words);
	struct arrival *reply;
	const char *problem;

	if(words->n == 0 || sent == NULL)
		return "no request that waits for a reply";
	problem = place_of_reply(sent, words);
	if(problem != NULL)
		return problem;
	sent->wanted--;
	reply = await_reply(sent, REPLY_MS);
	if(reply == NULL)
		return note("expected %s, got no reply", words->w[0]);
	run.last_reply = reply->bytes;
	remember_challenge(reply->bytes);
	return check_wanted(words, under, n, reply, sent);
}

/* --- send-alike NAME a,b,c CODE: the raw request with each for $NAME. The replies
 * are alike, but for what only one of their makers has to say. */
static const char *do_send_alike(const struct words *words, char **under, int n)
{
	const char *problem = NULL, *first = NULL, *common;
	char *list, *rest = NULL, *value;
	struct words code = {.w = {words->n > 2 ? words->w[2] : NULL}, .n = 1};
	char **lines = note_space(((size_t)n + 1) * sizeof(*lines));

	if(words->n < 3)
		return "send-alike needs a variable, its values and a code";
	list = note("%s", words->w[1]);
	for(value = strtok_r(list, ",", &rest); value != NULL && problem == NULL;
			value = strtok_r(NULL, ",", &rest)) {
		vars_set(words->w[0], value);
		memcpy(lines, under, (size_t)n * sizeof(*lines));
		problem = send_raw(words, lines, n, 1);
		if(problem == NULL)
			problem = do_expect(&code, NULL, 0);
		if(problem != NULL)
			return note("%s: %s", value, problem);
		common = sip_common(run.last_reply);
		if(first == NULL)
			first = common;
		if(strcmp(first, common) != 0)
			problem =
					note("%s:\n%s--- but before it:\n%s", value, common, first);
	}
	return problem;
}

static int ms_of(const char *s)
{
	double n = atof(s);

	return strstr(s, "ms") != NULL ? (int)n : (int)(n * 1000);
}

static const struct arrival *not_taken(void)
{
	int n;
	const struct arrival *a = net_arrivals(&n);

	for(int i = 0; i < n; i++) {
		if(!a[i].is_taken)
			return &a[i];
	}
	return NULL;
}

static const char *nothing_came(void)
{
	const struct arrival *a = not_taken();

	return a == NULL ? NULL
					 : note("unexpected, from %s at %s:%d:\n%s", a->source,
							 a->at->host, a->at->port, a->bytes);
}

/* what has been sent so far is not answered */
static const char *do_expect_nothing(
		const struct words *words, char **under, int n)
{
	(void)under, (void)n;
	net_listen(words->n > 0 ? ms_of(words->w[0]) : 200, 0);
	for(int i = 0; i < run.n_sent; i++)
		run.sent[i].wanted = 0;
	return nothing_came();
}

static const char *ignore_replies(int ms)
{
	int n_arrived;
	struct arrival *a;

	net_listen(ms, 0);
	a = net_arrivals(&n_arrived);
	for(int i = 0; i < n_arrived; i++)
		a[i].is_taken = 1;
	for(int i = 0; i < run.n_sent; i++)
		run.sent[i].wanted = 0;
	return NULL;
}

/* whatever the answer is, if there is one */
static const char *do_ignore_replies(
		const struct words *words, char **under, int n)
{
	(void)under, (void)n;
	return ignore_replies(words->n > 0 ? ms_of(words->w[0]) : 200);
}

static const char *do_pass(const struct words *words, char **under, int n)
{
	(void)under, (void)n;
	if(words->n != 1)
		return "pass needs a time";
	net_listen(ms_of(words->w[0]), 0);
	return nothing_came();
}

/* --- expect-pong: the answer to a double CRLF on a stream, RFC 5626 4.4.1 */
static const char *do_expect_pong(
		const struct words *words, char **under, int n)
{
	long long end = now_ms() + REPLY_MS;
	struct arrival *a;
	int n_arrived;

	(void)words, (void)under, (void)n;
	for(;;) {
		a = net_arrivals(&n_arrived);
		for(int i = 0; i < n_arrived; i++) {
			if(!a[i].is_taken && strcmp(a[i].bytes, "\r\n") == 0) {
				a[i].is_taken = 1;
				return NULL;
			}
		}
		if(now_ms() >= end)
			return "no CRLF came back";
		net_listen((int)(end - now_ms()), 1);
	}
}

static struct arrival *arrival_at(
		const char *host, int port, const char *pattern)
{
	int n;
	struct arrival *a = net_arrivals(&n);

	for(int i = 0; i < n; i++) {
		if(!a[i].is_taken && a[i].at->port == port
				&& strcmp(a[i].at->host, host) == 0
				&& text_follows(note("%s*", pattern), a[i].bytes))
			return &a[i];
	}
	return NULL;
}

/* --- expect-copy HOST:PORT BEGINNING: somebody else is sent such a thing, too */
static const char *do_expect_copy(
		const struct words *words, char **under, int n)
{
	long long end = now_ms() + REPLY_MS;
	struct arrival *a;
	const char *host;
	int port = 0;

	(void)under, (void)n;
	if(words->n != 2)
		return "expect-copy needs an address and how it begins";
	host = cut_address(words->w[0], &port);
	while((a = arrival_at(host, port, words->w[1])) == NULL) {
		if(now_ms() >= end)
			return note("nothing like %s at %s", words->w[1], words->w[0]);
		net_listen((int)(end - now_ms()), 1);
	}
	a->is_taken = 1;
	return NULL;
}

/* ---- kamcmd ---- */

/* the lines are in the output, in that order; "!line": nowhere in it */
static const char *check_output(char **lines, int n, const char *out)
{
	char *copy = note("%s", out), *rest = NULL;
	char *line = strtok_r(copy, "\n", &rest);

	for(int i = 0; i < n; i++) {
		const char *want = lines[i] + strspn(lines[i], " \t");

		if(*want == '!') {
			if(text_follows(note("*%s*", want + 1), out))
				return note("\"%s\" is in the output:\n%s", want + 1, out);
			continue;
		}
		while(line != NULL && !text_follows(want, line + strspn(line, " \t")))
			line = strtok_r(NULL, "\n", &rest);
		if(line == NULL)
			return note("no line \"%s\" in the output:\n%s", want, out);
		line = strtok_r(NULL, "\n", &rest);
	}
	return NULL;
}

/* what follows "->": ok, none (404), fault, fault 400 */
static const char *check_verdict(const char *want, const char *out)
{
	int is_fault = strncmp(out, "error: ", 7) == 0;
	int code = is_fault ? atoi(out + 7) : 0;

	if(strcmp(want, "none") == 0)
		want = "fault 404";
	if(strcmp(want, "ok") == 0)
		return is_fault ? note("fault: %s", out) : NULL;
	if(!is_fault)
		return note("expected a fault, got:\n%s", out);
	if(strlen(want) > 6 && atoi(want + 6) != code)
		return note("expected %s, got %s", want, out);
	return NULL;
}

static const char *do_expect_rpc(const struct words *words, char **under, int n)
{
	struct text command = {0};
	const char *out, *want = "ok", *problem;
	int i;

	for(i = 0; i < words->n && strcmp(words->w[i], "->") != 0; i++)
		text_add(&command, "%s%s", i > 0 ? " " : "", words->w[i]);
	if(i + 1 < words->n)
		want = words->w[i + 1];
	if(i + 2 < words->n)
		want = note("%s %s", want, words->w[i + 2]);
	problem = server_rpc(&out, note("%s", command.s));
	text_free(&command);
	if(problem == NULL)
		problem = check_verdict(want, out);
	if(problem == NULL)
		problem = check_output(under, n, out);
	return problem;
}

/* --- same-rpc FIELD COMMAND: each `FIELD: ...` line as at this step before */
static const char *do_same_rpc(const struct words *words, char **under, int n)
{
	struct text lines = {0};
	const char *out, *problem, *before;
	char *copy, *rest = NULL, *line, *name;

	(void)under, (void)n;
	if(words->n != 2)
		return "same-rpc needs a field and a command";
	problem = server_rpc(&out, words->w[1]);
	if(problem != NULL)
		return problem;
	copy = note("%s", out);
	for(line = strtok_r(copy, "\n", &rest); line != NULL;
			line = strtok_r(NULL, "\n", &rest)) {
		line += strspn(line, " \t");
		if(strncmp(line, note("%s: ", words->w[0]), strlen(words->w[0]) + 2)
				== 0)
			text_add(&lines, "%s\n", line);
	}
	name = note("rpc %s %s", words->w[0], words->w[1]);
	before = vars_get(name);
	if(lines.len == 0)
		problem = note("no %s in the output:\n%s", words->w[0], out);
	else if(before != NULL && strcmp(before, lines.s) != 0)
		problem = note("%s was\n%sand is\n%s", words->w[1], before, lines.s);
	else if(before == NULL)
		vars_set(name, lines.s);
	text_free(&lines);
	return problem;
}

/* "name: value" in the output of kamcmd */
static char *field_of(const char *out, const char *name)
{
	char *copy = note("%s", out), *rest = NULL, *line;
	size_t len = strlen(name);

	for(line = strtok_r(copy, "\n", &rest); line != NULL;
			line = strtok_r(NULL, "\n", &rest)) {
		line += strspn(line, " \t");
		if(strncmp(line, name, len) == 0 && strncmp(line + len, ": ", 2) == 0)
			return line + len + 2;
	}
	return NULL;
}

/* marks in seen[] the AORs prefix1, prefix2... that this page has */
static const char *mark_page(
		char *seen, int n, const char *out, const char *prefix)
{
	char *copy = note("%s", out), *rest = NULL, *line;
	size_t len = strlen(prefix);

	for(line = strtok_r(copy, "\n", &rest); line != NULL;
			line = strtok_r(NULL, "\n", &rest)) {
		const char *aor = line + strspn(line, " \t");
		int k;

		if(strncmp(aor, "aor: ", 5) != 0 || strncmp(aor + 5, prefix, len) != 0)
			continue;
		k = atoi(aor + 5 + len);
		if(k < 1 || k > n)
			return note("a strange AOR in the list: %s", aor);
		if(seen[k]++)
			return note("%s%d is listed twice", prefix, k);
	}
	return NULL;
}

static const char *follow_cursor(
		char *seen, int n, const char *limit, const char *prefix)
{
	const char *cursor = "", *out, *problem;
	int pages;

	for(pages = 0; pages < 2 * n + 2; pages++) {
		problem = server_rpc(&out, note("reg302.list %s%s%s", limit,
										   *cursor ? " s:" : "", cursor));
		if(problem == NULL)
			problem = check_verdict("ok", out);
		if(problem == NULL)
			problem = mark_page(seen, n, out, prefix);
		if(problem != NULL)
			return problem;
		cursor = field_of(out, "next");
		if(cursor == NULL || *cursor == '\0' || strcmp(cursor, "<null>") == 0)
			return NULL;
	}
	return "the list does not end";
}

/* --- expect-pages LIMIT PREFIX N: every PREFIX1..PREFIXN exactly once */
static const char *do_expect_pages(
		const struct words *words, char **under, int n)
{
	const char *problem;
	char *seen;
	int wanted;

	(void)under, (void)n;
	if(words->n != 3)
		return "expect-pages needs limit, prefix and number";
	wanted = atoi(words->w[2]);
	seen = calloc((size_t)wanted + 1, 1);
	problem = follow_cursor(seen, wanted, words->w[0], words->w[1]);
	for(int i = 1; i <= wanted && problem == NULL; i++) {
		if(!seen[i])
			problem = note("%s%d is not listed", words->w[1], i);
	}
	free(seen);
	return problem;
}

/* "reg302:aors = 3" */
static long stat_in(const char *stats, const char *name)
{
	const char *at = stats == NULL ? NULL : strstr(stats, note("%s = ", name));

	return at == NULL ? -1 : atol(at + strlen(name) + 3);
}

/* "+1", or "+1..50" */
static int is_within(long grown, const char *wanted)
{
	const char *to = strstr(wanted, "..");

	return grown >= atol(wanted) && grown <= atol(to ? to + 2 : wanted);
}

/* --- stat NAME +N [within=5s]: since the test began */
static const char *do_stat(const struct words *words, char **under, int n)
{
	const char *within = words_get(words, "within"), *out, *problem;
	long long end = now_ms() + (within == NULL ? STAT_MS : ms_of(within));
	long before, now;

	(void)under, (void)n;
	if(words->n < 2)
		return "stat needs a name and a difference";
	before = stat_in(run.stats, words->w[0]);
	for(;;) {
		problem = server_rpc(&out, "stats.get_statistics all");
		if(problem != NULL)
			return problem;
		now = stat_in(out, words->w[0]);
		if(now < 0)
			return note("no statistic %s", words->w[0]);
		if(is_within(now - before, words->w[1]))
			return NULL;
		if(now_ms() > end)
			return note("%s went from %ld to %ld, not by %s", words->w[0],
					before, now, words->w[1]);
		usleep(50000);
	}
}

/* ---- the rest ---- */

static const char *do_log(const struct words *words, char **under, int n)
{
	struct text line = {0};

	(void)under, (void)n;
	for(int i = 0; i < words->n; i++)
		text_add(&line, "%s%s", i > 0 ? " " : "", words->w[i]);
	if(line.len == 0 || run.n_announced == ANNOUNCED_MAX)
		return "log needs the text to be announced";
	run.announced[run.n_announced++] = note("%s", line.s);
	text_free(&line);
	return NULL;
}

/* --- refuse-start SETTINGS, the pattern for its log under it */
static const char *do_refuse_start(
		const struct words *words, char **under, int n)
{
	struct text settings = {0};
	const char *problem;

	if(n != 1)
		return "refuse-start needs a pattern for the log";
	for(int i = 0; i < words->n; i++)
		text_add(&settings, "%s%s", i > 0 ? " " : "", words->w[i]);
	problem = server_refuses(settings.s, under[0]);
	text_free(&settings);
	return problem;
}

static const char *do_set(const struct words *words, char **under, int n)
{
	(void)under, (void)n;
	for(int i = 0; i < words->n; i++) {
		size_t len = strcspn(words->w[i], "=");

		if(words->w[i][len] != '=')
			return "set needs name=value";
		vars_set(note_bytes(words->w[i], len), words->w[i] + len + 1);
	}
	return NULL;
}

static const char *do_nothing(const struct words *words, char **under, int n)
{
	(void)words, (void)under, (void)n;
	return NULL;
}

static const char *run_step(const struct step *step);

/* --- for-each 1..500 VERB WORDS: with $n; sees the reply of each (200) */
static const char *for_each(const struct step *step)
{
	int first, last, len = 0;
	const char *problem = NULL;
	struct words two[2];

	if(sscanf(step->rest, "%d..%d %n", &first, &last, &len) != 2 || !len)
		return "for-each needs first..last and a request";
	for(int i = first; i <= last && problem == NULL; i++) {
		struct step send = *step;
		const char *arrow = strstr(step->rest, "-> ");

		if(arrow == NULL)
			return "for-each needs -> code";
		vars_set("n", note("%d", i));
		send.verb = note("send");
		send.rest = note_bytes(
				step->rest + len, (size_t)(arrow - step->rest) - (size_t)len);
		run.n_sent = 0;
		problem = run_step(&send);
		words_split(&two[1], arrow + 3);
		if(problem == NULL)
			problem = do_expect(&two[1], NULL, 0);
	}
	return problem;
}

static const char *send_test(const char *path)
{
	struct test test;
	const char *problem = scenario_read(&test, path);

	for(int i = 0; i < test.n_steps && problem == NULL; i++) {
		const struct step *step = &test.steps[i];

		if(strcmp(step->verb, "set") != 0 && strncmp(step->verb, "send", 4) != 0
				&& strcmp(step->verb, "listen") != 0)
			continue;
		run.n_sent = 0;
		/* what needs something of an earlier reply cannot be sent */
		if(strcmp(step->verb, "send-tests") != 0 && run_step(step) == NULL)
			ignore_replies(4);
	}
	net_close_tcp(NULL, 0);
	net_forget_arrivals();
	scenario_free(&test);
	return problem;
}

/* --- send-tests DIR: all that the tests of that folder send */
static const char *do_send_tests(const struct words *words, char **under, int n)
{
	const char *root = getenv("ROOT"), *problem = NULL;
	glob_t found;

	(void)under, (void)n;
	if(words->n != 1)
		return "send-tests needs a folder";
	if(glob(note("%s/tests/wire/%s/*.t", root ? root : ".", words->w[0]), 0,
			   NULL, &found)
			!= 0)
		return note("no tests in %s", words->w[0]);
	for(size_t i = 0; i < found.gl_pathc && problem == NULL; i++)
		problem = send_test(found.gl_pathv[i]);
	globfree(&found);
	return problem;
}

static const struct verb verbs[] = {{"server", do_nothing}, {"send", do_send},
		{"send-raw", do_send_raw}, {"repeat-last", do_repeat_last},
		{"ack", do_ack}, {"listen", do_listen}, {"close", do_close},
		{"expect", do_expect}, {"expect-nothing", do_expect_nothing},
		{"ignore-replies", do_ignore_replies}, {"pass", do_pass},
		{"expect-rpc", do_expect_rpc}, {"expect-pages", do_expect_pages},
		{"stat", do_stat}, {"log", do_log}, {"refuse-start", do_refuse_start},
		{"set", do_set}, {"expect-pong", do_expect_pong},
		{"expect-copy", do_expect_copy}, {"send-cuts", do_send_cuts},
		{"send-alike", do_send_alike}, {"same-rpc", do_same_rpc},
		{"send-tests", do_send_tests}};

/* with its variables put in */
static const char *run_step(const struct step *step)
{
	const char *problem = NULL;
	char **under;
	struct words words;

	if(strcmp(step->verb, "for-each") == 0)
		return for_each(step);
	words_split(&words, vars_expand(step->rest, &problem));
	under = note_space(((size_t)step->n_under + 1) * sizeof(*under));
	for(int i = 0; i < step->n_under; i++) {
		int is_raw = strcmp(step->verb, "send-raw") == 0
					 || strcmp(step->verb, "send-alike") == 0
					 || strcmp(step->verb, "send-cuts") == 0;

		under[i] = is_raw ? step->under[i]
						  : (char *)vars_expand(step->under[i], &problem);
	}
	if(problem != NULL)
		return problem;
	for(size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		if(strcmp(verbs[i].name, step->verb) == 0)
			return verbs[i].run(&words, under, step->n_under);
	}
	return note("there is no step %s", step->verb);
}

static int uses(const struct test *test, const char *verb)
{
	for(int i = 0; i < test->n_steps; i++) {
		if(strcmp(test->steps[i].verb, verb) == 0)
			return 1;
	}
	return 0;
}

/* $user: the subscriber of this test, and of no other one */
static void begin(const struct test *test)
{
	char *user = note("%s", test->name);

	memset(&run, 0, sizeof(run));
	for(char *c = user; *c != '\0'; c++) {
		if(*c == '/')
			*c = '.';
	}
	vars_set("user", user);
	vars_set("port", note("%d", server_port()));
	vars_set("server", note("%s:%d", server_host(), server_port()));
	run.defaults.place = user;
	net_listen(0, 0);
	net_forget_arrivals();
	if(uses(test, "stat"))
		server_rpc(&run.stats, "stats.get_statistics all");
}

/* one reply to each request, and nothing else */
static const char *last_look(void)
{
	net_listen(LAST_LOOK_MS, 0);
	for(int i = 0; i < run.n_sent; i++) {
		if(run.sent[i].wanted > 0)
			return note("the test does not expect the reply to %s",
					sip_method(run.sent[i].bytes));
	}
	return nothing_came();
}

static void explain(struct text *why, const struct test *test, int line,
		const char *problem)
{
	text_add(why, "%s.t:%d: %s\n", test->name, line, problem);
	text_add(why, "(%s)\n", test->title);
	if(run.last_sent != NULL)
		text_add(why, "last sent:\n%.4000s\n", run.last_sent->bytes);
	if(run.last_reply != NULL)
		text_add(why, "last reply:\n%.4000s\n", run.last_reply);
}

static void end(void)
{
	net_close_tcp(NULL, 0);
	net_forget_arrivals();
	vars_clear();
	text_forget();
}

int steps_run(const struct test *test, struct text *why)
{
	const char *problem = NULL;
	int line = 0;

	if(!uses(test, "refuse-start"))
		problem = server_want(test->server);
	begin(test);
	for(int i = 0; i < test->n_steps && problem == NULL; i++) {
		line = test->steps[i].line;
		problem = run_step(&test->steps[i]);
	}
	if(problem == NULL)
		problem = last_look();
	if(!uses(test, "refuse-start")) {
		const char *log = server_check(run.announced, run.n_announced);

		if(log != NULL)
			problem = problem == NULL ? log : note("%s\n%s", problem, log);
	}
	if(problem != NULL)
		explain(why, test, line, problem);
	end();
	return problem == NULL ? 0 : -1;
}
