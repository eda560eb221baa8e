#include "wire.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum
{
	FIELDS_MAX = 200
};

/* a header field written in the test, with its folded lines */
struct field
{
	const char *name;
	const char *text;
	int is_removal; /* "!Name": leave the generated one out */
	int is_written;
};

/* the making of one request */
struct draft
{
	struct text *out;
	const struct words *words;
	const struct endpoint *from;
	const char *method, *user;
	struct field fields[FIELDS_MAX];
	int n_fields;
	const char *body;
};

static const char *word_or(
		const struct draft *draft, const char *name, const char *otherwise)
{
	const char *value = words_get(draft->words, name);

	return value != NULL ? value : otherwise;
}

static void take_field(struct draft *draft, const char *line)
{
	struct field *f = &draft->fields[draft->n_fields];

	if((*line == ' ' || *line == '\t') && draft->n_fields > 0) {
		f[-1].text = note("%s\r\n%s", f[-1].text, line);
		return;
	}
	if(draft->n_fields == FIELDS_MAX)
		return;
	f->is_removal = *line == '!';
	line += f->is_removal;
	f->name = note_bytes(line, strcspn(line, ": "));
	f->text = line;
	f->is_written = f->is_removal;
	draft->n_fields++;
}

/* header lines, an empty line, body lines */
static void take_lines(struct draft *draft, char **lines, int n)
{
	struct text body = {0};
	int i;

	for(i = 0; i < n && *lines[i] != '\0'; i++)
		take_field(draft, lines[i]);
	text_add_bytes(&body, "", 0);
	for(i++; i < n; i++)
		text_add(&body, "%s\r\n", lines[i]);
	draft->body = note_bytes(body.s, body.len);
	text_free(&body);
}

/* the test's own fields of that name; returns how many, removals included */
static int write_own(struct draft *draft, const char *name)
{
	int n = 0;

	for(int i = 0; i < draft->n_fields; i++) {
		struct field *f = &draft->fields[i];

		if(!sip_is_same_name(f->name, name))
			continue;
		if(!f->is_written)
			text_add(draft->out, "%s\r\n", f->text);
		f->is_written = 1;
		n++;
	}
	return n;
}

static void write_field(
		struct draft *draft, const char *name, const char *value)
{
	if(write_own(draft, name) == 0)
		text_add(draft->out, "%s: %s\r\n", name, value);
}

static int is_removed(const struct draft *draft, const char *name)
{
	for(int i = 0; i < draft->n_fields; i++) {
		if(draft->fields[i].is_removal
				&& sip_is_same_name(draft->fields[i].name, name))
			return 1;
	}
	return 0;
}

/* 127.0.0.12:5070 or [::1]:5070 */
static char *own_address(const struct endpoint *e)
{
	return note(strchr(e->host, ':') ? "[%s]:%d" : "%s:%d", e->host, e->port);
}

/* the test's own Vias come below ours */
static void write_vias(struct draft *draft, int serial)
{
	const char *branch =
			word_or(draft, "branch", note("z9hG4bK-wire-%d", serial));

	if(!is_removed(draft, "Via"))
		text_add(draft->out, "Via: SIP/2.0/%s %s%s;branch=%s\r\n",
				draft->from->is_tcp ? "TCP" : "UDP",
				word_or(draft, "sent-by", own_address(draft->from)),
				strcmp(word_or(draft, "rport", ""), "no") ? ";rport" : "",
				branch);
	write_own(draft, "Via");
}

static void write_from_and_to(struct draft *draft, int serial)
{
	int is_register = strcmp(draft->method, "REGISTER") == 0;
	const char *aor = note("sip:%s@example.com", draft->user);
	const char *tag = words_get(draft->words, "to-tag");
	const char *from = is_register ? aor : "sip:caller@example.org";

	write_field(draft, "From",
			note("<%s>;tag=%s", from,
					word_or(draft, "from-tag", note("f%d", serial))));
	write_field(draft, "To",
			note("<%s>%s%s", word_or(draft, "to", aor), tag ? ";tag=" : "",
					tag ? tag : ""));
}

static void write_call(struct draft *draft, struct defaults *d, int serial)
{
	int is_register = strcmp(draft->method, "REGISTER") == 0;
	const char *cseq = words_get(draft->words, "cseq");

	if(is_register)
		d->cseq = cseq != NULL ? atoi(cseq) : d->cseq + 1;
	if(cseq == NULL)
		cseq = note("%d", is_register ? d->cseq : 1);
	write_field(draft, "Call-ID",
			word_or(draft, "call-id",
					is_register ? note("reg-%s", draft->user)
								: note("call-%d-%s", serial, d->place)));
	write_field(draft, "CSeq", note("%s %s", cseq, draft->method));
}

static void write_contacts(struct draft *draft)
{
	int n = write_own(draft, "Contact");

	for(int i = 0; i < draft->words->n; i++) {
		if(strncmp(draft->words->w[i], "contact=", 8) == 0 && ++n)
			text_add(draft->out, "Contact: %s\r\n", draft->words->w[i] + 8);
	}
	if(n == 0 && strcmp(draft->method, "INVITE") == 0)
		text_add(draft->out, "Contact: <sip:caller@%s>\r\n",
				own_address(draft->from));
}

static const char *write_authorization(
		struct draft *draft, const struct defaults *d, const char *uri)
{
	const char *problem = NULL;

	if(words_get(draft->words, "auth") != NULL)
		text_add(draft->out, "Authorization: %s\r\n",
				digest_credentials(&problem, d->challenge, draft->method, uri,
						draft->words));
	return problem;
}

static void write_the_rest(struct draft *draft)
{
	const char *expires = words_get(draft->words, "expires");

	if(expires != NULL)
		write_field(draft, "Expires", expires);
	for(int i = 0; i < draft->n_fields; i++) {
		if(!sip_is_same_name(draft->fields[i].name, "Content-Length"))
			write_own(draft, draft->fields[i].name);
	}
	write_field(draft, "Content-Length", note("%zu", strlen(draft->body)));
	text_add(draft->out, "\r\n%s", draft->body);
}

static const char *default_uri(const struct draft *draft)
{
	if(strcmp(draft->method, "REGISTER") == 0)
		return "sip:example.com";
	return note("sip:%s@example.com", draft->user);
}

const char *message_build(struct text *out, struct defaults *d,
		const struct words *words, char **under, int n_under,
		const struct endpoint *from)
{
	struct draft draft = {.out = out, .words = words, .from = from};
	int serial = ++d->serial;
	const char *uri, *problem;

	if(words->n == 0)
		return "send needs a method";
	draft.method = words->w[0];
	draft.user = word_or(&draft, "user", vars_get("user"));
	take_lines(&draft, under, n_under);
	uri = word_or(&draft, "uri", default_uri(&draft));
	text_add(out, "%s %s SIP/2.0\r\n", draft.method, uri);
	write_vias(&draft, serial);
	write_field(&draft, "Max-Forwards", "70");
	write_from_and_to(&draft, serial);
	write_call(&draft, d, serial);
	write_contacts(&draft);
	problem = write_authorization(&draft, d, uri);
	write_the_rest(&draft);
	return problem;
}

/* one byte of a raw line; returns how many characters of it that took */
static size_t unescape(char *byte, const char *s)
{
	static const char from[] = "0rnt\\", to[] = "\0\r\n\t\\";
	const char *which;
	unsigned int code;

	*byte = *s;
	if(*s != '\\' || s[1] == '\0')
		return 1;
	if(s[1] == 'x' && sscanf(s + 2, "%2x", &code) == 1) {
		*byte = (char)code;
		return 4;
	}
	which = strchr(from, s[1]);
	if(which == NULL)
		return 1;
	*byte = to[which - from];
	return 2;
}

/* `\#` is the number of a repeated line */
static void add_unescaped(struct text *out, const char *s, int number)
{
	while(*s != '\0') {
		char byte;

		if(s[0] == '\\' && s[1] == '#') {
			text_add(out, "%d", number);
			s += 2;
			continue;
		}
		s += unescape(&byte, s);
		text_add_bytes(out, &byte, 1);
	}
}

/* "\{100}line": that line a hundred times; returns how often */
static int times_of(const char **line)
{
	int times, len = 0;

	if(sscanf(*line, "\\{%d}%n", &times, &len) != 1 || len == 0)
		return 1;
	*line += len;
	return times;
}

/* `fill=N`: x after x, up to N bytes in all */
static void fill(struct text *out, const struct words *words)
{
	const char *size = words_get(words, "fill");

	while(size != NULL && out->len < (size_t)atol(size))
		text_add_bytes(out, "x", 1);
}

const char *message_raw(
		struct text *out, const struct words *words, char **under, int n_under)
{
	int has_body = 0;

	text_add_bytes(out, "", 0);
	for(int i = 0; i < n_under; i++) {
		const char *line = under[i];
		int times = times_of(&line);

		for(int k = 1; k <= times; k++) {
			add_unescaped(out, line, k);
			if(i + 1 < n_under || !words_have(words, "no-end"))
				text_add(out, "\r\n");
		}
		if(*under[i] == '\0')
			has_body = 1;
	}
	if(!has_body && n_under > 0 && !words_have(words, "no-end"))
		text_add(out, "\r\n");
	fill(out, words);
	return NULL;
}
