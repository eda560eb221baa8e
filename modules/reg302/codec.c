/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include "../../core/ip_addr.h"
#include "codec.h"
#include "reach.h"

/* in the column flags, where usrloc uses the three lowest bits: "received" tells
 * where the REGISTER came from, and not how to reach a phone behind NAT */
#define FLAG_DIRECT (1 << 16)

#define ZONE_MAX (26 * 3600) /* seconds between the clocks of two zones */
#define ZONE_STEP 900		 /* seconds; zones differ by quarters of an hour */

const char r302_codec_no_room[] = "no room";

#define COLUMN_TEXT(name, text, length) text,
static const char *names[] = {R302_COLUMN_TABLE(COLUMN_TEXT)};
#undef COLUMN_TEXT

#define COLUMN_LENGTH(name, text, length) length,
static const int widths[] = {R302_COLUMN_TABLE(COLUMN_LENGTH)};
#undef COLUMN_LENGTH

static const char *const transports[] = {
		"", "udp", "tcp", "tls", "sctp", "ws", "wss"}; /* by PROTO_ number */

const char *r302_column_name(enum r302_column c)
{
	return names[c];
}

/* ---- texts */

/* @return bytes of the UTF-8 character at s, 0 when there is none, RFC 3629 4 */
static int utf8_char(const unsigned char *s, int left)
{
	int n = s[0] < 0x80					  ? 1
			: s[0] >= 0xc2 && s[0] < 0xe0 ? 2
			: (s[0] & 0xf0) == 0xe0		  ? 3
			: s[0] >= 0xf0 && s[0] < 0xf5 ? 4
										  : 0;
	int i;

	if(n == 0 || n > left || s[0] == '\0')
		return 0;
	for(i = 1; i < n; i++) {
		if((s[i] & 0xc0) != 0x80)
			return 0;
	}
	/* too long for what it says, half of a surrogate pair, beyond the last */
	if((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f)
			|| (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
		return 0;
	return n;
}

/* @return characters, or -1 when it is no text that every database takes */
static int count_chars(str text)
{
	int i, n, chars = 0;

	for(i = 0; i < text.len; i += n) {
		n = utf8_char((unsigned char *)text.s + i, text.len - i);
		if(n == 0)
			return -1;
		chars++;
	}
	return chars;
}

static char *take_room(struct r302_room *room, size_t n)
{
	char *at = room->s + room->used;

	if(n > room->size - room->used)
		return NULL;
	room->used += n;
	return at;
}

static int keep(str *to, struct r302_room *room, str text)
{
	to->s = take_room(room, text.len);
	to->len = text.len;
	if(to->s == NULL)
		return -1;
	if(text.len)
		memcpy(to->s, text.s, text.len);
	return 0;
}

/* A text that tells something for a person: what a database would not take is
 * replaced, what is too long is cut off. */
static int keep_readable(str *to, struct r302_room *room, str text, int width)
{
	int i = 0, n, chars = 0, copied;

	to->s = take_room(room, text.len);
	to->len = 0;
	if(to->s == NULL)
		return -1;
	while(i < text.len && chars < width) {
		n = utf8_char((unsigned char *)text.s + i, text.len - i);
		copied = n ? n : 1;
		if(n)
			memcpy(to->s + to->len, text.s + i, n);
		else
			to->s[to->len] = '?';
		to->len += copied;
		i += copied;
		chars++;
	}
	return 0;
}

/* ---- encode */

/** A row that is being written. */
struct writer
{
	struct r302_row *row;
	struct r302_room *room;
	const struct r302_codec *codec;
	const char *why; /* the first thing that was wrong */
};

/* one sentence for each column and cause, so that they are static */
#define COLUMN_LONG(name, text, length) text " is too long for its column",
static const char *too_long[] = {R302_COLUMN_TABLE(COLUMN_LONG)};
#undef COLUMN_LONG
#define COLUMN_UTF8(name, text, length) text " is not UTF-8",
static const char *not_utf8[] = {R302_COLUMN_TABLE(COLUMN_UTF8)};
#undef COLUMN_UTF8

static void refuse(struct writer *w, const char *why)
{
	if(w->why == NULL)
		w->why = why;
}

static void write_text(struct writer *w, enum r302_column c, str text)
{
	struct r302_value *v = &w->row->v[c];
	int chars = count_chars(text);

	v->kind = R302_V_TEXT;
	if(chars < 0)
		refuse(w, not_utf8[c]);
	else if(w->codec->widths && chars > widths[c])
		refuse(w, too_long[c]);
	else if(keep(&v->is.text, w->room, text) < 0)
		refuse(w, r302_codec_no_room);
}

/* empty: NULL, as usrloc writes it */
static void write_option(struct writer *w, enum r302_column c, str text)
{
	if(text.len)
		write_text(w, c, text);
	else
		w->row->v[c].kind = R302_V_NULL;
}

static void write_number(struct writer *w, enum r302_column c, int64_t n)
{
	w->row->v[c].kind = R302_V_NUMBER;
	w->row->v[c].is.number = n;
}

static void write_time(struct writer *w, enum r302_column c, time_t t)
{
	w->row->v[c].kind = R302_V_TIME;
	w->row->v[c].is.time = t;
}

void r302_codec_cut(
		str *user, str *domain, str aor, const struct r302_codec *codec)
{
	*user = aor;
	domain->s = aor.s;
	domain->len = 0;
	if(!codec->use_domain)
		return;
	while(user->len > 0 && user->s[user->len - 1] != '@')
		user->len--;
	domain->s = user->s + user->len;
	domain->len = aor.len - user->len;
	user->len -= user->len > 0;
}

static void write_aor(struct writer *w, str aor)
{
	str user, domain;

	r302_codec_cut(&user, &domain, aor, w->codec);
	write_text(w, R302_C_USERNAME, user);
	write_option(w, R302_C_DOMAIN, domain);
}

static int print_source(char *buf, int size, const struct r302_source *src)
{
	char address[64];
	int n = r302_reach_print_address(
			address, sizeof(address), &src->ip, src->port);
	const char *transport = "";

	if(n < 0)
		return -1;
	if(src->proto > PROTO_UDP
			&& src->proto < sizeof(transports) / sizeof(*transports))
		transport = transports[src->proto];
	return snprintf(buf, size, "sip:%.*s%s%s", n, address,
			*transport ? ";transport=" : "", transport);
}

/* usrloc sends calls to "received" unless there is a Path: it may tell the source
 * of a phone that is not behind NAT only where that makes no difference */
static void write_source(struct writer *w, const struct r302_binding *b)
{
	struct r302_source src = r302_binding_source(b);
	struct r302_uri uri;
	char buf[128];
	str text = {buf, 0};
	int harmless;

	w->row->v[R302_C_RECEIVED].kind = R302_V_NULL;
	if(!src.ip.len || (text.len = print_source(buf, sizeof(buf), &src)) < 0)
		return;
	harmless = b->nated || r302_binding_text(b, R302_T_PATH).len
			   || (r302_uri_split(&uri, r302_binding_text(b, R302_T_URI)) == 0
					   && r302_reach_is_source(&uri, &src));
	if(harmless)
		write_text(w, R302_C_RECEIVED, text);
	else if(keep(&w->row->source, w->room, text) < 0)
		refuse(w, r302_codec_no_room);
}

/* the value of +sip.instance without its quotes, as Kamailio's parser gives it */
static str bare(str quoted)
{
	if(quoted.len >= 2 && quoted.s[0] == '"') {
		quoted.s++;
		quoted.len -= 2;
	}
	return quoted;
}

/* the parameters of a Contact that the columns tell; @return -1: too long */
static int print_params(char *buf, int size, str instance, uint32_t reg_id)
{
	int n = 0;

	if(instance.len)
		n = snprintf(
				buf, size, "+sip.instance=\"%.*s\"", instance.len, instance.s);
	if(n < size && reg_id)
		n += snprintf(buf + n, size - n, "%sreg-id=%u", n ? ";" : "", reg_id);
	return n < size ? n : -1;
}

static void write_params(struct writer *w, const struct r302_binding *b)
{
	str params = r302_binding_text(b, R302_T_PARAMS);
	str instance = bare(r302_binding_instance(b));
	char told[512];
	int n = print_params(told, sizeof(told), instance, b->reg_id);

	write_option(w, R302_C_INSTANCE, instance);
	write_number(w, R302_C_REG_ID, b->reg_id);
	if(n == params.len && memcmp(told, params.s, n) == 0)
		return;
	if(count_chars(params) < 0)
		refuse(w, "a parameter of the contact is not UTF-8");
	else if(keep(&w->row->params, w->room, params) < 0)
		refuse(w, r302_codec_no_room);
}

static void write_times(struct writer *w, const struct r302_binding *b)
{
	uint32_t expires = b->expires == R302_NEVER ? 0 : b->expires;

	write_time(w, R302_C_EXPIRES, expires);
	write_time(w, R302_C_LAST_MODIFIED, b->modified);
	/* as it fits a column of 32 bits with a sign: see read_expires() */
	write_number(w, R302_C_PARTITION, (int32_t)expires);
}

static void write_rest(struct writer *w, const struct r302_binding *b)
{
	struct r302_source src = r302_binding_source(b);
	int told = w->row->v[R302_C_RECEIVED].kind == R302_V_TEXT;
	str agent = r302_binding_text(b, R302_T_USER_AGENT);
	struct r302_value *v = &w->row->v[R302_C_USER_AGENT];

	v->kind = R302_V_TEXT;
	if(keep_readable(&v->is.text, w->room, agent, widths[R302_C_USER_AGENT])
			< 0)
		refuse(w, r302_codec_no_room);
	w->row->v[R302_C_Q].kind = R302_V_MILLI;
	w->row->v[R302_C_Q].is.number =
			b->q_milli == R302_Q_NONE ? -1000 : b->q_milli;
	write_number(w, R302_C_CSEQ, b->cseq);
	write_number(w, R302_C_FLAGS, told && !b->nated ? FLAG_DIRECT : 0);
	write_number(w, R302_C_CFLAGS, 0);
	write_number(w, R302_C_SERVER_ID, w->codec->server_id);
	write_number(w, R302_C_CONNECTION_ID, src.connection);
	write_number(w, R302_C_KEEPALIVE, 0);
	w->row->v[R302_C_METHODS].kind = R302_V_NULL;
	w->row->v[R302_C_SOCKET].kind = R302_V_NULL;
	if(src.sock)
		write_option(w, R302_C_SOCKET, src.sock->sock_str);
}

const char *r302_codec_encode(struct r302_row *row, struct r302_room *room,
		str aor, const struct r302_binding *b, const struct r302_codec *codec)
{
	struct writer w = {row, room, codec, NULL};
	size_t used = room->used;
	struct r302_ruid ruid;

	memset(&row->params, 0, sizeof(row->params));
	memset(&row->source, 0, sizeof(row->source));
	r302_ruid_of(&ruid, aor, b);
	write_text(&w, R302_C_RUID, r302_ruid_str(&ruid));
	write_aor(&w, aor);
	write_text(&w, R302_C_CONTACT, r302_binding_text(b, R302_T_URI));
	write_source(&w, b);
	write_option(&w, R302_C_PATH, r302_binding_text(b, R302_T_PATH));
	write_text(&w, R302_C_CALLID, r302_binding_text(b, R302_T_CALLID));
	write_params(&w, b);
	write_times(&w, b);
	write_rest(&w, b);
	if(w.why)
		room->used = used;
	return w.why;
}

/* ---- decode */

/* NULL reads as empty */
static str text_of(const struct r302_row *row, enum r302_column c)
{
	str none = {"", 0};

	return row->v[c].kind == R302_V_TEXT && row->v[c].is.text.len
				   ? row->v[c].is.text
				   : none;
}

static int64_t number_of(const struct r302_row *row, enum r302_column c)
{
	return row->v[c].kind == R302_V_NUMBER || row->v[c].kind == R302_V_MILLI
				   ? row->v[c].is.number
				   : 0;
}

static const char *read_aor(struct r302_loaded *l, const struct r302_row *row,
		const struct r302_codec *codec)
{
	str user = text_of(row, R302_C_USERNAME);
	str domain = text_of(row, R302_C_DOMAIN);
	char buf[R302_AOR_MAX + 1];
	str text = {buf, 0};

	if(codec->use_domain && !domain.len)
		return "it has no domain, and use_domain is on";
	if(!codec->use_domain)
		domain.len = 0;
	if(!user.len && !domain.len)
		return "it has no username";
	text.len = snprintf(buf, sizeof(buf), "%.*s%s%.*s", user.len, user.s,
			user.len && domain.len ? "@" : "", domain.len, domain.s);
	if(text.len >= (int)sizeof(buf)
			|| r302_aor_of_text(&l->aor, text, codec->use_domain) != R302_OK)
		return "its username is not the user part of a SIP URI";
	return NULL;
}

static int read_proto(str name)
{
	int i;

	for(i = PROTO_UDP; i < (int)(sizeof(transports) / sizeof(*transports));
			i++) {
		if(r302_text_is(name, transports[i]))
			return i;
	}
	return 0;
}

/* @return -1 when it is no address */
static int read_source(struct r302_source *src, str text, str socket)
{
	struct r302_uri uri;
	str transport, name = socket;
	char *colon;

	memset(src, 0, sizeof(*src));
	if(!text.len)
		return 0;
	if(r302_uri_split(&uri, text) < 0)
		return -1;
	src->ip = r302_uri_ip(uri.host);
	src->port = uri.port ? uri.port : 5060;
	if(r302_uri_param(&uri, "transport", &transport))
		src->proto = read_proto(transport);
	colon = socket.len ? memchr(socket.s, ':', socket.len) : NULL;
	if(colon && !src->proto) {
		name.len = (int)(colon - socket.s);
		src->proto = read_proto(name);
	}
	if(!src->proto)
		src->proto = uri.scheme == R302_SIPS ? PROTO_TLS : PROTO_UDP;
	return src->ip.len ? 0 : -1;
}

/* NATed: calls have to go to "received", and that is not the Contact anyway */
static const char *read_origin(
		struct r302_loaded *l, const struct r302_row *row)
{
	str received = text_of(row, R302_C_RECEIVED);
	int direct = (number_of(row, R302_C_FLAGS) & FLAG_DIRECT) != 0;
	struct r302_source *src = &l->origin.source;

	l->socket = text_of(row, R302_C_SOCKET);
	l->origin.callid = text_of(row, R302_C_CALLID);
	l->origin.cseq = (uint32_t)number_of(row, R302_C_CSEQ) & INT32_MAX;
	l->origin.path = text_of(row, R302_C_PATH);
	l->origin.user_agent = text_of(row, R302_C_USER_AGENT);
	if(!l->origin.callid.len)
		return "it has no callid";
	if(read_source(src, received.len ? received : row->source, l->socket) < 0)
		return "its received is no SIP URI with an address";
	/* no connection outlives the server; a new one may have the same id */
	if(src->proto != PROTO_UDP && src->ip.len)
		src->connection = -1;
	l->contact.nated = received.len && !direct
					   && !r302_reach_is_source(&l->contact.uri, src);
	return NULL;
}

/* where the value of +sip.instance is in the parameters */
static str find_instance(str params)
{
	str name, value, none = {"", 0};

	while(r302_contact_next_param(&params, &name, &value) == 1) {
		if(r302_text_is(name, "+sip.instance"))
			return value;
	}
	return none;
}

static int same(str a, str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.s, b.s, a.len) == 0);
}

/* Parameters that are kept beside the row are of use while the row still tells
 * of the same phone. */
static const char *read_params(
		struct r302_loaded *l, const struct r302_row *row)
{
	str instance = bare(text_of(row, R302_C_INSTANCE));
	struct r302_contact *c = &l->contact;
	int n;

	c->reg_id = (uint32_t)number_of(row, R302_C_REG_ID);
	c->params = row->params;
	c->instance = find_instance(c->params);
	if(!c->params.len || !same(bare(c->instance), instance)) {
		n = print_params(l->text, sizeof(l->text), instance, c->reg_id);
		if(n < 0)
			return "its instance is too long";
		c->params.s = l->text;
		c->params.len = n;
		c->instance = find_instance(c->params);
	}
	return instance.len && !c->instance.len ? "its instance is malformed"
											: NULL;
}

static const char *read_contact(
		struct r302_loaded *l, const struct r302_row *row)
{
	struct r302_contact *c = &l->contact;
	int64_t q = number_of(row, R302_C_Q);

	memset(c, 0, sizeof(*c));
	if(r302_uri_split(&c->uri, text_of(row, R302_C_CONTACT)) < 0)
		return "its contact is no URI";
	if(c->uri.whole.len > USHRT_MAX)
		return "its contact is too long";
	c->uri_hash = r302_uri_hash(&c->uri);
	c->q_milli = q < 0 ? R302_Q_NONE : q > 1000 ? 1000 : (int)q;
	return read_params(l, row);
}

/* The local time of the database says which second is meant only as long as the
 * zone is the one of then. Of a row of ours "partition" holds the lower 32 bits of
 * that second: when it differs from what the local time says by what zones
 * differ by, the zone has changed since. When it differs by anything else, another
 * program has changed the row, and its time counts. */
static time_t zone_change(const struct r302_row *row, time_t told)
{
	int32_t by = (int32_t)((uint32_t)number_of(row, R302_C_PARTITION)
						   - (uint32_t)told);

	if(!r302_ruid_is_ours(text_of(row, R302_C_RUID)))
		return 0;
	return by >= -ZONE_MAX && by <= ZONE_MAX && by % ZONE_STEP == 0 ? by : 0;
}

uint32_t r302_codec_expires(const struct r302_row *row)
{
	time_t told = row->v[R302_C_EXPIRES].is.time;

	if(row->v[R302_C_EXPIRES].kind != R302_V_TIME)
		return 0;
	told += zone_change(row, told);
	/* 0 is a binding that does not expire, in whatever zone it was written */
	if(told >= -ZONE_MAX && told <= ZONE_MAX)
		return R302_NEVER;
	if(told < 0)
		return 0;
	return told < R302_NEVER ? (uint32_t)told : R302_NEVER - 1;
}

static const char *read_times(
		struct r302_loaded *l, const struct r302_row *row, time_t now)
{
	time_t modified = 0;

	if(row->v[R302_C_EXPIRES].kind == R302_V_NUMBER)
		return "its expires is a number (expires_type of usrloc), not a time";
	if(row->v[R302_C_EXPIRES].kind != R302_V_TIME)
		return "it has no expires";
	l->expires = r302_codec_expires(row);
	if(row->v[R302_C_LAST_MODIFIED].kind == R302_V_TIME)
		modified = row->v[R302_C_LAST_MODIFIED].is.time
				   + zone_change(row, row->v[R302_C_EXPIRES].is.time);
	if(modified > now)
		modified = now;
	l->modified = modified > 0 ? (uint32_t)modified : 0;
	return NULL;
}

void r302_codec_adopt(struct r302_row *row, const struct r302_loaded *l)
{
	uint32_t expires = l->expires == R302_NEVER ? 0 : l->expires;
	int direct =
			!l->contact.nated && row->v[R302_C_RECEIVED].kind != R302_V_NULL;

	row->v[R302_C_RUID].kind = R302_V_TEXT;
	row->v[R302_C_RUID].is.text = r302_ruid_str(&l->own);
	row->v[R302_C_PARTITION].kind = R302_V_NUMBER;
	row->v[R302_C_PARTITION].is.number = (int32_t)expires;
	row->v[R302_C_FLAGS].is.number =
			number_of(row, R302_C_FLAGS) | (direct ? FLAG_DIRECT : 0);
	row->v[R302_C_FLAGS].kind = R302_V_NUMBER;
}

const char *r302_codec_decode(struct r302_loaded *l, const struct r302_row *row,
		const struct r302_codec *codec, time_t now)
{
	const char *why;

	memset(&l->origin, 0, sizeof(l->origin));
	l->ruid = text_of(row, R302_C_RUID);
	if(l->ruid.len > R302_RUID_MAX)
		return "its ruid is too long";
	why = read_aor(l, row, codec);
	if(why == NULL)
		why = read_contact(l, row);
	if(why == NULL)
		why = read_origin(l, row);
	if(why == NULL)
		why = read_times(l, row, now);
	if(why == NULL)
		r302_ruid_make(&l->own, r302_aor_str(&l->aor), l->contact.instance,
				l->contact.reg_id, l->contact.uri.whole);
	return why;
}
