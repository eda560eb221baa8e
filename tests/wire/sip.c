#include "wire.h"

#include <osipparser2/osip_parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const compact[][2] = {{"v", "Via"}, {"f", "From"},
		{"t", "To"}, {"i", "Call-ID"}, {"m", "Contact"},
		{"l", "Content-Length"}, {"c", "Content-Type"}, {"k", "Supported"},
		{"s", "Subject"}};

static const char *long_name(const char *name)
{
	for(size_t i = 0; i < sizeof(compact) / sizeof(compact[0]); i++) {
		if(strcasecmp(compact[i][0], name) == 0)
			return compact[i][1];
	}
	return name;
}

int sip_is_same_name(const char *a, const char *b)
{
	return strcasecmp(long_name(a), long_name(b)) == 0;
}

static char *stripped(const char *s, size_t len)
{
	while(len > 0 && strchr(" \t\r\n", *s)) {
		s++;
		len--;
	}
	while(len > 0 && strchr(" \t\r\n", s[len - 1]))
		len--;
	return note_bytes(s, len);
}

/* cut at the commas outside of "..." and <...> */
static void add_values(struct values *out, const char *s)
{
	const char *start = s;
	int quoted = 0, bracketed = 0;

	for(;; s++) {
		if(*s == '"')
			quoted = !quoted;
		else if(*s == '\\' && quoted && s[1] != '\0')
			s++;
		else if(*s == '<' && !quoted)
			bracketed = 1;
		else if(*s == '>' && !quoted)
			bracketed = 0;
		if(*s != '\0' && (*s != ',' || quoted || bracketed))
			continue;
		if(out->n < WIRE_LIST_MAX)
			out->v[out->n++] = stripped(start, (size_t)(s - start));
		start = s + 1;
		if(*s == '\0')
			return;
	}
}

/* the end of a header field: the next line that does not continue it */
static const char *field_end(const char *s)
{
	do {
		s = strchr(s, '\n');
	} while(s != NULL && (s[1] == ' ' || s[1] == '\t') && s++);
	return s;
}

void sip_values(struct values *out, const char *message, const char *name)
{
	const char *line = strchr(message, '\n');

	out->n = 0;
	while(line != NULL && line[1] != '\0' && line[1] != '\r') {
		const char *end = field_end(++line);
		size_t len = end != NULL ? (size_t)(end - line) : strlen(line);
		char *field = note_bytes(line, len), *colon = strchr(field, ':');

		for(char *c = field; *c != '\0'; c++) {
			if(*c == '\r' || *c == '\n')
				*c = ' ';
		}
		if(colon != NULL) {
			*colon = '\0';
			if(sip_is_same_name(stripped(field, strlen(field)), name))
				add_values(out, colon + 1);
		}
		line = end;
	}
}

const char *sip_value(const char *message, const char *name)
{
	struct values values;

	sip_values(&values, message, name);
	return values.n > 0 ? values.v[0] : NULL;
}

int sip_code(const char *message)
{
	return strncmp(message, "SIP/2.0 ", 8) == 0 ? atoi(message + 8) : 0;
}

const char *sip_reason(const char *message)
{
	return strlen(message) < 12
				   ? ""
				   : stripped(message + 12, strcspn(message + 12, "\r\n"));
}

/* of a header field value: what follows the URI's bracket, if it has one */
static const char *params_of(const char *value)
{
	const char *bracket = strchr(value, '>');

	return bracket != NULL ? bracket + 1 : value + strcspn(value, ";");
}

static void split_params(struct values *out, const char *params)
{
	const char *start = params;
	int quoted = 0;

	out->n = 0;
	for(;; params++) {
		if(*params == '"')
			quoted = !quoted;
		if(*params != '\0' && (*params != ';' || quoted))
			continue;
		if(params > start && out->n < WIRE_LIST_MAX)
			out->v[out->n++] = stripped(start, (size_t)(params - start));
		start = params + 1;
		if(*params == '\0')
			return;
	}
}

/* "name" of "name = value", and the value after it */
static char *param_name(const char *param, char **value)
{
	size_t len = strcspn(param, "=");

	*value = param[len] == '='
					 ? stripped(param + len + 1, strlen(param + len + 1))
					 : note("%s", "");
	return stripped(param, len);
}

char *sip_param(const char *value, const char *name)
{
	struct values params;

	split_params(&params, params_of(value));
	for(int i = 0; i < params.n; i++) {
		char *its_value;

		if(strcasecmp(param_name(params.v[i], &its_value), name) == 0)
			return its_value;
	}
	return NULL;
}

char *sip_method(const char *request)
{
	return note_bytes(request, strcspn(request, " "));
}

static int is_common(const char *line)
{
	static const char *const names[] = {"Via", "From", "To", "Call-ID", "CSeq",
			"Server", "Content-Length", NULL};
	const char *name = note_bytes(line, strcspn(line, ": \t"));

	for(int i = 0; names[i] != NULL; i++) {
		if(sip_is_same_name(name, names[i]))
			return 1;
	}
	return 0;
}

static char *without(const char *text, const char *part)
{
	const char *at = strstr(text, part);

	return at == NULL
				   ? note("%s", text)
				   : note("%.*s%s", (int)(at - text), text, at + strlen(part));
}

char *sip_common(const char *reply)
{
	const char *end, *tag = sip_param(sip_value(reply, "To"), "tag");
	int is_kept = 1; /* the status line */
	struct text out = {0};
	char *common;

	for(const char *line = reply; *line != '\0'; line = end) {
		end = line + strcspn(line, "\n");
		end += *end == '\n';
		if(line != reply && *line != ' ' && *line != '\t')
			is_kept = is_common(line);
		if(is_kept)
			text_add_bytes(&out, line, (size_t)(end - line));
	}
	common = note_bytes(out.s, out.len);
	text_free(&out);
	return tag == NULL ? common : without(common, note(";tag=%s", tag));
}

static int is_same_value(const char *a, const char *b, const char *name)
{
	const char *x = sip_value(a, name), *y = sip_value(b, name);

	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* the Via value without what the server adds to it: received and rport */
static char *plain_via(const char *via)
{
	struct text out = {0};
	struct values params;
	char *result;

	text_add_bytes(&out, via, strcspn(via, ";"));
	split_params(&params, via + strcspn(via, ";"));
	for(int i = 0; i < params.n; i++) {
		char *value, *name = param_name(params.v[i], &value);

		if(strcasecmp(name, "received") != 0 && strcasecmp(name, "rport") != 0)
			text_add(&out, ";%s", params.v[i]);
	}
	result = note_bytes(out.s, out.len);
	text_free(&out);
	return result;
}

int sip_is_reply_to(const char *reply, const struct sent *sent)
{
	const char *want = sip_value(sent->bytes, "Via");
	const char *got = sip_value(reply, "Via");

	return sip_code(reply) > 0 && want != NULL && got != NULL
		   && strcmp(plain_via(want), plain_via(got)) == 0
		   && is_same_value(reply, sent->bytes, "Call-ID")
		   && is_same_value(reply, sent->bytes, "CSeq");
}

/* the host of a Via's sent-by, without port and brackets */
static char *sent_by_host(const char *via)
{
	const char *host = strpbrk(via, " \t");

	if(host == NULL)
		return note("%s", "");
	host += strspn(host, " \t");
	if(*host == '[')
		return note_bytes(host + 1, strcspn(host + 1, "]"));
	return note_bytes(host, strcspn(host, ":; \t"));
}

static const char *check_top_via(
		const char *via, const char *want, const struct sent *sent)
{
	char *received = sip_param(via, "received");
	char *rport = sip_param(via, "rport");
	int asks_rport = sip_param(want, "rport") != NULL;

	if(asks_rport && (rport == NULL || atoi(rport) != sent->from->port))
		return note("rport in the reply's Via is not %d", sent->from->port);
	if(strcmp(sent_by_host(want), sent->from->host) != 0 && received == NULL)
		return "no received in the reply's Via, sent-by is not the source";
	/* brackets round an IPv6 address are seen in the wild */
	if(received != NULL && strstr(received, sent->from->host) == NULL)
		return note("received=%s in the reply's Via, not %s", received,
				sent->from->host);
	return NULL;
}

static const char *check_vias(const char *reply, const struct sent *sent)
{
	struct values got, want;

	sip_values(&got, reply, "Via");
	sip_values(&want, sent->bytes, "Via");
	if(got.n != want.n)
		return note("the reply has %d Vias, not %d", got.n, want.n);
	for(int i = 0; i < got.n; i++) {
		if(strcmp(i == 0 ? plain_via(got.v[i]) : got.v[i],
				   i == 0 ? plain_via(want.v[i]) : want.v[i])
				!= 0)
			return note("Via %d differs from the request's", i + 1);
	}
	return check_top_via(got.v[0], want.v[0], sent);
}

/* To: as in the request, with a tag */
static const char *check_to(const char *reply, const struct sent *sent)
{
	const char *got = sip_value(reply, "To");
	const char *want = sip_value(sent->bytes, "To");
	size_t len;

	if(got == NULL || want == NULL)
		return "no To";
	len = strlen(want);
	if(sip_param(want, "tag") != NULL)
		return strcmp(got, want) == 0 ? NULL : "To differs from the request's";
	if(strncmp(got, want, len) != 0 || got[len] != ';')
		return "To differs from the request's by more than the tag";
	return sip_param(got, "tag") == NULL ? "no To-tag" : NULL;
}

static const char *check_lines(const struct arrival *reply)
{
	const char *body = strstr(reply->bytes, "\r\n\r\n");
	const char *length = sip_value(reply->bytes, "Content-Length");

	if(body == NULL)
		return "no empty line";
	for(const char *c = reply->bytes; c < body; c++) {
		if(*c == '\n' && c[-1] != '\r')
			return "a line does not end in CRLF";
	}
	if(length == NULL)
		return "no Content-Length";
	if((size_t)atol(length) != reply->len - (size_t)(body + 4 - reply->bytes))
		return note("Content-Length %s is not the length of the body", length);
	return NULL;
}

/* an independent parser has to accept it and see the same Contacts */
static const char *check_by_osip(const struct arrival *reply)
{
	struct values contacts;
	osip_message_t *sip;
	const char *problem = NULL;

	sip_values(&contacts, reply->bytes, "Contact");
	if(osip_message_init(&sip) != 0)
		return "no memory for libosip2";
	if(osip_message_parse(sip, reply->bytes, reply->len) != 0)
		problem = "libosip2 does not accept the reply";
	else if(sip->status_code != sip_code(reply->bytes))
		problem = "libosip2 sees another status code";
	else if(osip_list_size(&sip->contacts) != contacts.n)
		problem = note("libosip2 sees %d Contacts, not %d",
				osip_list_size(&sip->contacts), contacts.n);
	osip_message_free(sip);
	return problem;
}

/* a redirection names a place to go, a refusal tells nobody's Contact */
static const char *check_contacts_fit(const char *reply)
{
	int code = sip_code(reply);
	int has = sip_value(reply, "Contact") != NULL;

	if(code >= 300 && code < 400 && !has)
		return "a redirection without a Contact";
	if(code >= 400 && has)
		return "a refusal with a Contact";
	return NULL;
}

const char *sip_check_reply(
		const struct arrival *reply, const struct sent *sent)
{
	const char *problem = check_lines(reply);

	/* From and To of a malformed request come back as they were */
	if(problem == NULL && !sent->is_raw)
		problem = check_by_osip(reply);
	if(problem == NULL && strcmp(reply->source, sent->to) != 0)
		problem = note("came from %s, asked was %s", reply->source, sent->to);
	if(problem == NULL && reply->at != sent->at)
		problem = note("arrived at %s:%d instead of %s:%d", reply->at->host,
				reply->at->port, sent->at->host, sent->at->port);
	if(problem == NULL)
		problem = check_vias(reply->bytes, sent);
	if(problem == NULL && !is_same_value(reply->bytes, sent->bytes, "From"))
		problem = "From differs from the request's";
	if(problem == NULL && !sent->is_raw)
		problem = check_to(reply->bytes, sent);
	if(problem == NULL)
		problem = check_contacts_fit(reply->bytes);
	return problem;
}

/* the URI of a Contact value that has brackets */
static char *uri_of(const char *value)
{
	const char *open = strchr(value, '<');

	return open == NULL ? NULL : note_bytes(open + 1, strcspn(open + 1, ">"));
}

/* a lifetime may have lost the second that just went by */
static int is_wanted_value(const char *name, const char *want, const char *got)
{
	if(text_follows(want, got))
		return 1;
	return strcasecmp(name, "expires") == 0 && atol(got) > 0
		   && strspn(want, "0123456789") == strlen(want)
		   && atol(got) == atol(want) - 1;
}

/* is each parameter of `a` in `b`, with a value that is wanted? */
static const char *check_params(const char *want, const char *got)
{
	struct values params;

	split_params(&params, params_of(want));
	for(int i = 0; i < params.n; i++) {
		char *value, *name = param_name(params.v[i], &value), *its;

		if(strcmp(name, "*") == 0)
			continue;
		its = sip_param(got, name);
		if(its == NULL)
			return note("no parameter %s", name);
		if(!is_wanted_value(name, value, its))
			return note("%s=%s, not %s", name, its, value);
	}
	return NULL;
}

static const char *check_no_others(const char *want, const char *got)
{
	struct values params;

	if(sip_param(want, "*") != NULL)
		return NULL;
	split_params(&params, params_of(got));
	for(int i = 0; i < params.n; i++) {
		char *value, *name = param_name(params.v[i], &value);

		if(sip_param(want, name) == NULL)
			return note("unexpected parameter %s", params.v[i]);
	}
	return NULL;
}

const char *sip_check_contact(const char *want, const char *got)
{
	char *uri = uri_of(want), *its = uri_of(got);
	const char *problem;

	if(uri == NULL)
		return "the test's Contact needs <>";
	if(its == NULL)
		return note("Contact %s is not in name-addr form", got);
	if(!text_follows(uri, its))
		return note("Contact <%s>, not <%s>", its, uri);
	problem = check_params(want, got);
	if(problem == NULL)
		problem = check_no_others(want, got);
	return problem == NULL ? NULL : note("Contact %s: %s", got, problem);
}
