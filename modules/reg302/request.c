/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <string.h>
#include "../../core/ip_addr.h"
#include "../../core/parser/parse_content.h"
#include "../../core/parser/parse_cseq.h"
#include "../../core/parser/parse_from.h"
#include "../../core/parser/parse_to.h"
#include "../../core/parser/parse_via.h"
#include "extension.h"
#include "header.h"
#include "reach.h"
#include "request.h"
#include "table.h"

#define CALLID_MAX 255
#define PARAMS_MAX 2048
#define PATH_MAX_SIZE 1024
#define USER_AGENT_MAX 255
#define REPLY_OVERHEAD 1000 /* what a 200 has besides copies and Contacts */
#define CSEQ_MAX INT32_MAX	/* RFC 3261 8.1.1.5: below 2^31 */

/* text that is not in the message as it is kept: unfolded headers, parameters
 * without those that are kept as numbers */
static struct
{
	char s[131072];
	int len;
} scratch;

static int put(const char *s, int len)
{
	if(len > (int)sizeof(scratch.s) - scratch.len)
		return -1;
	memcpy(scratch.s + scratch.len, s, len);
	scratch.len += len;
	return 0;
}

static str put_since(int from)
{
	str s = {scratch.s + from, scratch.len - from};

	return s;
}

static int is_control(int c)
{
	return (c & 255) < ' ' || (c & 255) == 127;
}

static int is_space(int c)
{
	return (c & 255) <= ' ' || (c & 255) == 127;
}

static str trim(str s)
{
	const char *end = s.s + s.len;

	while(s.s < end && is_space(*s.s))
		s.s++;
	while(s.s < end && is_space(end[-1]))
		end--;
	s.len = (int)(end - s.s);
	return s;
}

/* eight bytes at a look: 0 when none of them is a control character */
static uint64_t may_have_control(const char *p)
{
	const uint64_t ones = 0x0101010101010101ULL, tops = ones << 7;
	uint64_t word, del;

	memcpy(&word, p, sizeof(word));
	del = word ^ (ones * 127);
	return ((word - ones * ' ') & ~word & tops) | ((del - ones) & ~del & tops);
}

static int has_control(str s)
{
	int i = 0;

	while(i + 8 <= s.len && !may_have_control(s.s + i))
		i += 8;
	for(; i < s.len; i++) {
		if(is_control(s.s[i]))
			return 1;
	}
	return 0;
}

/* A header's text on one line. A NUL stays, for the parser to refuse. */
static int unfold(str *s)
{
	int from = scratch.len, i;

	*s = trim(*s);
	if(!has_control(*s))
		return 0;
	if(put(s->s, s->len) < 0)
		return -1;
	*s = put_since(from);
	for(i = 0; i < s->len; i++) {
		if(s->s[i] && is_control(s->s[i]))
			s->s[i] = ' ';
	}
	return 0;
}

/* fields of this request that the core has not parsed; they are behind its own */
static struct r302_rest unparsed;

static hdr_field_t *behind(hdr_field_t *h)
{
	if(h->next)
		return h->next;
	if(unparsed.n == 0
			|| (h >= unparsed.field && h < unparsed.field + unparsed.n))
		return NULL;
	return unparsed.field;
}

static hdr_field_t *next_of(hdr_field_t *h, hdr_types_t type)
{
	while(h && h->type != type)
		h = behind(h);
	return h;
}

/* the core remembers the first of each that it has parsed */
static hdr_field_t *first_parsed(struct sip_msg *msg, hdr_types_t type)
{
	switch(type) {
		case HDR_VIA_T:
			return msg->h_via1;
		case HDR_CONTACT_T:
			return msg->contact;
		case HDR_PATH_T:
			return msg->path;
		case HDR_SUPPORTED_T:
			return msg->supported;
		case HDR_REQUIRE_T:
			return msg->require;
		case HDR_EXPIRES_T:
			return msg->expires;
		case HDR_USERAGENT_T:
			return msg->user_agent;
		case HDR_CONTENTDISPOSITION_T:
			return msg->content_disposition;
		default:
			return next_of(msg->headers, type);
	}
}

static hdr_field_t *first_of(struct sip_msg *msg, hdr_types_t type)
{
	hdr_field_t *h = first_parsed(msg, type);

	if(h || !(unparsed.types & HDR_T2F(type)))
		return h;
	return next_of(unparsed.field, type);
}

#define each_header(h, msg, t) \
	h = first_of(msg, t);      \
	h;                         \
	h = next_of(behind(h), t)

/* take the next element of a comma-separated list of tokens */
static int next_token(str *rest, str *token)
{
	char *comma;

	do {
		if(rest->len <= 0)
			return 0;
		comma = memchr(rest->s, ',', rest->len);
		token->s = rest->s;
		token->len = comma ? (int)(comma - rest->s) : rest->len;
		rest->s += token->len + (comma != NULL);
		rest->len -= token->len + (comma != NULL);
		*token = trim(*token);
	} while(token->len == 0);
	return 1;
}

static int has_option(struct sip_msg *msg, hdr_types_t type, const char *tag)
{
	hdr_field_t *h;
	str rest, token;

	for(each_header(h, msg, type)) {
		rest = h->body;
		while(next_token(&rest, &token)) {
			if(r302_text_is(token, tag))
				return 1;
		}
	}
	return 0;
}

int r302_request_supports(struct sip_msg *msg, const char *tag)
{
	return r302_header_read(&unparsed, msg) == 0
		   && has_option(msg, HDR_SUPPORTED_T, tag);
}

static int is_known_extension(str tag, const struct r302_limits *lim)
{
	return (lim->path_mode != R302_PATH_OFF && r302_text_is(tag, "path"))
		   || (lim->outbound && r302_text_is(tag, "outbound"))
		   || (lim->gruu && r302_text_is(tag, "gruu"));
}

/* what the client supports it may also require */
static int wants(struct sip_msg *msg, const char *tag)
{
	return has_option(msg, HDR_SUPPORTED_T, tag)
		   || has_option(msg, HDR_REQUIRE_T, tag);
}

/* the list is for reading: what does not fit is not told */
static int list_tag(char *buf, int size, int at, str tag)
{
	int comma = at ? 2 : 0;

	if(at + comma + tag.len > size)
		return at;
	memcpy(buf + at, ", ", comma);
	memcpy(buf + at + comma, tag.s, tag.len);
	return at + comma + tag.len;
}

/* RFC 3327 5.3: a Path that the client does not expect */
static int has_strange_path(struct sip_msg *msg, const struct r302_limits *lim)
{
	return lim->path_mode == R302_PATH_STRICT && msg->path
		   && !wants(msg, "path");
}

static int requires_unknown(struct sip_msg *msg, const struct r302_limits *lim)
{
	hdr_field_t *h;
	str rest, token;

	for(each_header(h, msg, HDR_REQUIRE_T)) {
		rest = h->body;
		while(next_token(&rest, &token)) {
			if(!is_known_extension(token, lim))
				return 1;
		}
	}
	return 0;
}

int r302_request_unsupported(
		char *buf, int size, struct sip_msg *msg, const struct r302_limits *lim)
{
	hdr_field_t *h;
	str rest, token, path = str_init("path");
	int n = 0;

	for(each_header(h, msg, HDR_REQUIRE_T)) {
		rest = h->body;
		while(next_token(&rest, &token)) {
			if(!has_control(token) && !is_known_extension(token, lim))
				n = list_tag(buf, size, n, token);
		}
	}
	return has_strange_path(msg, lim) ? list_tag(buf, size, n, path) : n;
}

static int read_cseq(uint32_t *cseq, struct sip_msg *msg)
{
	str number;
	uint64_t n = 0;
	int i;

	if(msg->cseq == NULL || msg->cseq->parsed == NULL)
		return -1;
	number = get_cseq(msg)->number;
	for(i = 0; i < number.len && n <= CSEQ_MAX; i++) {
		if(number.s[i] < '0' || number.s[i] > '9')
			return -1;
		n = n * 10 + (number.s[i] - '0');
	}
	if(number.len == 0 || n > CSEQ_MAX)
		return -1;
	*cseq = (uint32_t)n;
	return 0;
}

str r302_request_to_tag(struct sip_msg *msg)
{
	str none = {"", 0};

	if(parse_headers(msg, HDR_TO_F, 0) < 0 || msg->to == NULL
			|| parse_to_header(msg) < 0 || get_to(msg) == NULL
			|| get_to(msg)->tag_value.s == NULL)
		return none;
	return get_to(msg)->tag_value;
}

static int is_tag_char(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
		   || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

/* The tag of a From that reads ...<...>;tag=..., where there is nothing to get
 * wrong: the core's parser would allocate for it. @return 0 when it is another */
static int read_plain_tag(str *tag, str from)
{
	static const char before[] = ">;tag=";
	int n = sizeof(before) - 1, at = from.len;

	while(at > 0 && is_tag_char(from.s[at - 1]))
		at--;
	if(at == from.len || at <= n || memcmp(from.s + at - n, before, n) != 0
			|| memchr(from.s, '"', at) || memchr(from.s, '>', at - n)
			|| !memchr(from.s, '<', at - n))
		return 0;
	tag->s = from.s + at;
	tag->len = from.len - at;
	return 1;
}

static str read_from_tag(struct sip_msg *msg)
{
	str tag = {"", 0};

	if(msg->from
			&& (msg->from->parsed || !read_plain_tag(&tag, msg->from->body))
			&& parse_from_header(msg) == 0 && get_from(msg)->tag_value.s)
		tag = get_from(msg)->tag_value;
	return tag;
}

/* not more of the message than is needed: an ACK is looked at for this only */
#define OF_EXCHANGE (HDR_VIA_F | HDR_CALLID_F | HDR_FROM_F | HDR_CSEQ_F)

int r302_request_exchange(struct r302_exchange *x, struct sip_msg *msg)
{
	str none = {"", 0};
	int bad = parse_headers(msg, OF_EXCHANGE, 0) < 0;

	x->callid = msg->callid ? trim(msg->callid->body) : none;
	x->from_tag = read_from_tag(msg);
	x->branch = none;
	if(msg->via1 && msg->via1->branch)
		x->branch = msg->via1->branch->value;
	x->cseq = 0;
	if(read_cseq(&x->cseq, msg) < 0 || x->callid.len == 0)
		bad = 1;
	return bad ? -1 : 0;
}

static struct via_body *last_via(struct sip_msg *msg, int *vias)
{
	struct via_body *v, *last = NULL;
	hdr_field_t *h;

	*vias = msg->via1 != NULL;
	if(msg->via2 == NULL) /* as a rule */
		return msg->via1;
	*vias = 0;
	for(each_header(h, msg, HDR_VIA_T)) {
		for(v = h->parsed; v; v = v->next) {
			last = v;
			++*vias;
		}
	}
	return last;
}

static struct r302_ip ip_of(const struct ip_addr *a)
{
	struct r302_ip ip = {0, {0}};

	ip.len = a->af == AF_INET6 ? 16 : 4;
	memcpy(ip.a, a->u.addr, ip.len);
	return ip;
}

static void read_packet_source(struct r302_source *src, struct sip_msg *msg)
{
	src->ip = ip_of(&msg->rcv.src_ip);
	src->port = msg->rcv.src_port;
	src->proto = (unsigned char)msg->rcv.proto;
	src->connection =
			msg->rcv.proto == PROTO_UDP || msg->rcv.proto == PROTO_SCTP
					? 0
					: msg->rcv.proto_reserved1;
	src->sock = msg->rcv.bind_address;
}

static unsigned short read_rport(const struct via_body *via)
{
	unsigned int port = 0;
	int i, c;

	for(i = 0; via->rport && i < via->rport->value.len && port < 65536; i++) {
		c = via->rport->value.s[i];
		if(c < '0' || c > '9')
			return 0;
		port = port * 10 + (c - '0');
	}
	return port > 0 && port < 65536 ? (unsigned short)port : 0;
}

/* Behind a proxy the packet tells where the proxy is; where the phone is tell
 * received and rport that the first proxy put into the phone's own Via. Without
 * them the phone's Via was right and its Contact is, too. */
static str read_source(struct r302_source *src, int *vias, struct sip_msg *msg)
{
	struct via_body *via;
	str none = {"", 0};

	read_packet_source(src, msg);
	via = last_via(msg, vias);
	if(*vias > 1) {
		src->proto = (unsigned char)via->proto;
		src->connection = 0;
		src->ip.len = 0;
		if(via->received)
			src->ip = r302_uri_ip(via->received->value);
		src->port = read_rport(via);
		if(src->port == 0)
			src->port = via->port ? (unsigned short)via->port : 5060;
	}
	return via ? via->host : none;
}

static enum r302_err keep_params(struct r302_contact *c)
{
	int n = r302_contact_keep(
			c, scratch.s + scratch.len, (int)sizeof(scratch.s) - scratch.len);

	if(n < 0 || n > PARAMS_MAX)
		return R302_E_LONG;
	scratch.len += n;
	return R302_OK;
}

/* a request may add max_contacts and take as many away */
static int most_contacts(const struct r302_limits *lim)
{
	if(lim->max_contacts && 2 * lim->max_contacts < lim->contacts_per_request)
		return 2 * lim->max_contacts;
	return lim->contacts_per_request;
}

/* the request holds as many as are allowed: is there another one? */
static enum r302_err more_contacts(str rest)
{
	struct r302_contact c;
	int more = r302_contact_next(&rest, &c);

	return more == 0 ? R302_OK : more < 0 ? R302_E_CONTACT : R302_E_TOO_MANY;
}

static enum r302_err read_contact(struct r302_register *req, str *rest, str via,
		const struct r302_limits *lim, int *more)
{
	struct r302_contact *c;

	if(req->n == most_contacts(lim)) {
		*more = 0;
		return more_contacts(*rest);
	}
	c = &req->contact[req->n];
	*more = r302_contact_next(rest, c);
	if(*more < 0)
		return R302_E_CONTACT;
	if(*more == 0)
		return R302_OK;
	if(c->uri.whole.len > lim->contact_max_size)
		return R302_E_LONG;
	c->nated = r302_reach_is_nated(
			&c->uri, via, &req->origin.source, lim->nat_detect);
	req->n++;
	return keep_params(c);
}

static enum r302_err read_contact_header(struct r302_register *req, str body,
		str via, const struct r302_limits *lim)
{
	enum r302_err err = R302_OK;
	int more = 1;

	if(unfold(&body) < 0)
		return R302_E_LONG;
	if(body.len == 0)
		return R302_E_CONTACT;
	if(body.len == 1 && *body.s == '*') {
		err = req->wildcard ? R302_E_WILDCARD : R302_OK;
		req->wildcard = 1;
		return err;
	}
	while(more && err == R302_OK)
		err = read_contact(req, &body, via, lim, &more);
	return err;
}

static enum r302_err read_contacts(struct r302_register *req,
		struct sip_msg *msg, str via, const struct r302_limits *lim)
{
	enum r302_err err = R302_OK;
	hdr_field_t *h;

	for(each_header(h, msg, HDR_CONTACT_T)) {
		err = read_contact_header(req, h->body, via, lim);
		if(err != R302_OK)
			return err;
	}
	/* RFC 3261 10.3 (6) */
	if(req->wildcard && (req->n || !req->has_expires || req->expires != 0))
		return R302_E_WILDCARD;
	return R302_OK;
}

static int is_path(str text)
{
	struct r302_contact hop;
	int more;

	do
		more = r302_contact_next(&text, &hop);
	while(more > 0 && hop.uri.scheme <= R302_SIPS && hop.uri.host.len);
	return more == 0;
}

/* all Path headers as the one value of one header */
static enum r302_err read_path(struct r302_register *req, struct sip_msg *msg)
{
	hdr_field_t *h;
	str body, *path = &req->origin.path;
	int from;

	for(each_header(h, msg, HDR_PATH_T)) {
		body = h->body;
		if(unfold(&body) < 0 || body.len > PATH_MAX_SIZE)
			return R302_E_LONG;
		if(body.len == 0 || !is_path(body))
			return R302_E_PATH;
		if(path->len == 0) {
			*path = body;
			continue;
		}
		from = scratch.len;
		if(put(path->s, path->len) < 0 || put(",", 1) < 0
				|| put(body.s, body.len) < 0)
			return R302_E_LONG;
		*path = put_since(from);
		if(path->len > PATH_MAX_SIZE)
			return R302_E_LONG;
	}
	return R302_OK;
}

static enum r302_err read_origin(struct r302_register *req, struct sip_msg *msg)
{
	struct r302_origin *o = &req->origin;
	hdr_field_t *h;

	if(msg->callid == NULL || read_cseq(&o->cseq, msg) < 0)
		return R302_E_REQUEST;
	o->callid = trim(msg->callid->body);
	if(o->callid.len == 0 || has_control(o->callid))
		return R302_E_REQUEST;
	if(o->callid.len > CALLID_MAX)
		return R302_E_LONG;
	if((h = first_of(msg, HDR_USERAGENT_T)) != NULL) {
		o->user_agent = h->body;
		if(unfold(&o->user_agent) < 0)
			return R302_E_LONG;
		if(memchr(o->user_agent.s, '\0', o->user_agent.len))
			o->user_agent.len = 0; /* not worth a refusal */
		if(o->user_agent.len > USER_AGENT_MAX)
			o->user_agent.len = USER_AGENT_MAX;
	}
	return R302_OK;
}

static enum r302_err read_aor_of(struct r302_aor *aor, const struct r302_uri *u,
		const struct r302_limits *lim)
{
	enum r302_err err = r302_aor_of_uri(aor, u, lim->use_domain);
	const char *at;

	if(err != R302_OK)
		return err;
	at = memchr(aor->s, '@', aor->len); /* a user part has it escaped */
	if((at ? at - aor->s : aor->len) > lim->user_max_size
			|| u->host.len > lim->host_max_size)
		return R302_E_AOR_LONG;
	return R302_OK;
}

static enum r302_err read_to(struct r302_aor *aor, struct r302_uri *to,
		struct sip_msg *msg, const struct r302_limits *lim)
{
	if(msg->to == NULL || parse_to_header(msg) < 0 || get_to(msg) == NULL
			|| r302_uri_split(to, get_to(msg)->uri) < 0)
		return R302_E_REQUEST;
	return read_aor_of(aor, to, lim);
}

enum r302_err r302_request_to(struct r302_aor *aor, struct sip_msg *msg,
		const struct r302_limits *lim)
{
	struct r302_uri to;

	if(parse_headers(msg, HDR_TO_F, 0) < 0)
		return R302_E_REQUEST;
	return read_to(aor, &to, msg, lim);
}

static void read_expires(struct r302_register *req, struct sip_msg *msg)
{
	hdr_field_t *h = first_of(msg, HDR_EXPIRES_T);

	req->has_expires = h != NULL;
	if(h)
		req->expires = r302_contact_expires(trim(h->body));
}

static int is_optional(struct sip_msg *msg)
{
	hdr_field_t *h = first_of(msg, HDR_CONTENTDISPOSITION_T);
	str rest, name, value;
	char *semicolon;

	if(h == NULL)
		return 0;
	semicolon = memchr(h->body.s, ';', h->body.len);
	if(semicolon == NULL)
		return 0;
	rest.s = semicolon;
	rest.len = (int)(h->body.s + h->body.len - semicolon);
	while(r302_contact_next_param(&rest, &name, &value) > 0) {
		if(r302_text_is(name, "handling"))
			return r302_text_is(value, "optional");
	}
	return 0;
}

/* RFC 3261 8.2.3: no body means anything to a registrar */
static enum r302_err check_body(struct sip_msg *msg)
{
	if(msg->content_type == NULL || msg->content_length == NULL
			|| get_content_length(msg) == 0 || is_optional(msg))
		return R302_OK;
	return R302_E_BODY;
}

static int is_sips(str uri)
{
	struct r302_uri u;

	return uri.len > 5 && uri.s[4] == ':' /* or it is none for sure */
		   && r302_uri_split(&u, uri) == 0 && u.scheme == R302_SIPS;
}

/* what the extensions look at, besides the contacts */
static void read_wishes(struct r302_register *req, struct sip_msg *msg)
{
	req->wants_outbound = wants(msg, "outbound");
	req->wants_gruu = wants(msg, "gruu");
	req->to_sips = is_sips(msg->first_line.u.request.uri);
}

/* A 200 that lists the bindings copies the request's Vias and its like, and must
 * fit one datagram when it leaves as one. */
static int room_for_contacts(struct sip_msg *msg)
{
	int room = R302_UDP_MAX - REPLY_OVERHEAD;

	/* not more is copied than the request has */
	if(msg->rcv.proto != PROTO_UDP || room - (int)msg->len > R302_RECORD_MAX)
		return R302_RECORD_MAX;
	room -= r302_request_copied(msg);
	if(room > R302_RECORD_MAX)
		return R302_RECORD_MAX;
	return room > 1 ? room : 1; /* 0 would mean any */
}

static enum r302_err read_bindings(struct r302_register *req,
		struct sip_msg *msg, const struct r302_limits *lim)
{
	str via = read_source(&req->origin.source, &req->vias, msg);
	enum r302_err err = R302_OK;

	if(lim->path_mode != R302_PATH_OFF)
		err = read_path(req, msg);
	if(err == R302_OK)
		err = read_contacts(req, msg, via, lim);
	return err == R302_OK ? r302_extension_check(req, lim) : err;
}

/* the texts of To and contacts need not be cleared */
static void clear(struct r302_register *req)
{
	req->aor.len = 0;
	req->to.host.len = 0;
	memset(&req->origin, 0, sizeof(req->origin));
	memset(&req->expires, 0,
			offsetof(struct r302_register, contact)
					- offsetof(struct r302_register, expires));
}

/* Before all else: what the bindings of this user are found by comes from memory while
 * the other header fields are read. */
static enum r302_err read_registered(struct r302_register *req,
		struct sip_msg *msg, const struct r302_limits *lim)
{
	enum r302_err err = R302_E_REQUEST;

	if(parse_headers(msg, HDR_TO_F, 0) == 0)
		err = read_to(&req->aor, &req->to, msg, lim);
	if(err != R302_OK)
		return err;
	req->hash = r302_table_place(r302_aor_str(&req->aor)).hash;
	req->is_hashed = 1;
	r302_table_expect_bucket(req->hash);
	return R302_OK;
}

enum r302_err r302_request_register(struct r302_register *req,
		struct sip_msg *msg, const struct r302_limits *lim)
{
	enum r302_err err, to;

	clear(req);
	scratch.len = 0;
	to = read_registered(req, msg, lim);
	if(r302_header_read(&unparsed, msg) < 0)
		return R302_E_REQUEST;
	if(requires_unknown(msg, lim) || has_strange_path(msg, lim))
		return R302_E_EXTENSION;
	err = check_body(msg);
	if(err == R302_OK)
		err = to;
	if(err == R302_OK)
		err = read_origin(req, msg);
	if(err != R302_OK)
		return err;
	read_expires(req, msg);
	read_wishes(req, msg);
	req->room = room_for_contacts(msg);
	r302_table_expect_record(req->hash);
	return read_bindings(req, msg, lim);
}

enum r302_err r302_request_aor(
		struct r302_aor *aor, str uri, const struct r302_limits *lim)
{
	struct r302_uri u;

	if(r302_uri_split(&u, uri) < 0)
		return R302_E_REQUEST;
	return read_aor_of(aor, &u, lim);
}

/* A caller that needs no NAT: its proxy's address is as good as any other. */
static void read_caller(struct r302_source *caller, struct sip_msg *msg)
{
	int vias;

	read_source(caller, &vias, msg);
	if(caller->ip.len == 0)
		read_packet_source(caller, msg);
}

enum r302_err r302_request_target(struct r302_target *target,
		struct sip_msg *msg, const str *uri, const struct r302_limits *lim)
{
	struct r302_uri looked_up;
	str whom = uri ? *uri : *GET_RURI(msg);
	str written = msg->first_line.u.request.uri;

	r302_header_forget(&unparsed); /* nothing of it is needed */
	if(r302_header_read(NULL, msg) < 0
			|| r302_uri_split(&target->ruri, written) < 0)
		return R302_E_REQUEST;
	read_caller(&target->caller, msg);
	if(whom.s == written.s)
		looked_up = target->ruri;
	else if(r302_uri_split(&looked_up, whom) < 0)
		return R302_E_REQUEST;
	if(!lim->gruu)
		memset(&target->gruu, 0, sizeof(target->gruu));
	else if(r302_gruu_read(&target->gruu, &looked_up) < 0)
		return R302_E_UNKNOWN;
	target->aor.len = 0;
	if(target->gruu.kind == R302_GRUU_TEMPORARY)
		return R302_OK;
	return read_aor_of(&target->aor, &looked_up, lim);
}

int r302_request_copied(struct sip_msg *msg)
{
	hdr_field_t *h;
	int n = 0;

	for(h = msg->headers; h; h = h->next) {
		switch(h->type) {
			case HDR_VIA_T:
			case HDR_FROM_T:
			case HDR_TO_T:
			case HDR_CALLID_T:
			case HDR_CSEQ_T:
				n += h->len;
				break;
			default:
				break;
		}
	}
	return n;
}
