/* SPDX-License-Identifier: MIT */
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include "../../core/ip_addr.h"
#include "reach.h"

static const char *const reasons[] = {
		[R302_REACH_CONTACT] = "the Contact as registered",
		[R302_REACH_INSIDE] =
				"the Contact as registered: caller and phone share the NAT",
		[R302_REACH_SOURCE] =
				"the phone is behind a NAT: its source address and port",
		[R302_REACH_FLOW] =
				"left out: behind a NAT and only reachable over the "
				"connection it opened",
		[R302_REACH_INVALID] = "left out: its host is under .invalid",
		[R302_REACH_GRUU] = "left out: a GRUU is not redirected to",
		[R302_REACH_SELF] = "left out: it is the Request-URI itself",
		[R302_REACH_CLOSED] = "left out: its connection is closed",
		[R302_REACH_TWIN] =
				"left out: the same phone or address is offered already",
		[R302_REACH_SURPLUS] =
				"left out: redirect_max_contacts better ones are offered",
		[R302_REACH_EXPIRED] = "left out: expired"};

int r302_reach_is_offered(enum r302_reach r)
{
	return r == R302_REACH_CONTACT || r == R302_REACH_INSIDE
		   || r == R302_REACH_SOURCE;
}

const char *r302_reach_reason(enum r302_reach r)
{
	return reasons[r];
}

static int is_private_v4(const unsigned char *a)
{
	return a[0] == 10 || a[0] == 127 || a[0] == 0 /* RFC 1918, 1122 */
		   || (a[0] == 172 && (a[1] & 0xf0) == 16)
		   || (a[0] == 192 && a[1] == 168)
		   || (a[0] == 100 && (a[1] & 0xc0) == 64) /* RFC 6598 */
		   || (a[0] == 169 && a[1] == 254);		   /* RFC 3927 */
}

static int is_private_v6(const unsigned char *a)
{
	static const unsigned char zeros[15];

	if((a[0] & 0xfe) == 0xfc || (a[0] == 0xfe && (a[1] & 0xc0) == 0x80))
		return 1; /* RFC 4193, RFC 4291 2.5.6 */
	return memcmp(a, zeros, sizeof(zeros)) == 0 && a[15] <= 1; /* :: and ::1 */
}

static int is_private(const struct r302_ip *ip)
{
	return ip->len == 4 ? is_private_v4(ip->a)
						: ip->len == 16 && is_private_v6(ip->a);
}

int r302_reach_is_source(
		const struct r302_uri *uri, const struct r302_source *src)
{
	struct r302_ip ip = r302_uri_ip(uri->host);
	unsigned short usual = uri->scheme == R302_SIPS ? 5061 : 5060;
	unsigned short port = uri->port ? uri->port : usual;

	return r302_ip_equal(&ip, &src->ip) && port == src->port;
}

int r302_reach_is_nated(const struct r302_uri *uri, str via,
		const struct r302_source *src, enum r302_nat_detect detect)
{
	struct r302_ip host, sent_by;

	if(detect == R302_NAT_NEVER || !src->ip.len
			|| (uri->scheme != R302_SIP && uri->scheme != R302_SIPS))
		return 0;
	if(detect == R302_NAT_ALWAYS)
		return !r302_reach_is_source(uri, src);
	host = r302_uri_ip(uri->host);
	if(!host.len || r302_ip_equal(&host, &src->ip))
		return 0;
	sent_by = r302_uri_ip(via);
	return is_private(&host) || r302_ip_equal(&host, &sent_by);
}

/* RFC 2606: a host name under .invalid is no host, RFC 7118 puts WebSocket
 * phones there */
static int is_invalid_host(str host)
{
	static const char tld[] = "invalid";
	int n = sizeof(tld) - 1;

	if(host.len > 0 && host.s[host.len - 1] == '.')
		host.len--;
	if(host.len < n || strncasecmp(host.s + host.len - n, tld, n) != 0)
		return 0;
	return host.len == n || host.s[host.len - n - 1] == '.';
}

/* its own transport parameter says how the phone listens, the packet how the
 * NAT lets callers in: both must be UDP */
static int is_plain_udp(const struct r302_binding *b, const struct r302_uri *u)
{
	str transport;

	if(b->proto != PROTO_UDP || u->scheme != R302_SIP)
		return 0;
	return !r302_uri_param(u, "transport", &transport)
		   || r302_text_is(transport, "udp");
}

int r302_reach_has_source(const struct r302_binding *b)
{
	struct r302_uri u;

	return r302_binding_source(b).ip.len
		   && r302_uri_split(&u, r302_binding_text(b, R302_T_URI)) == 0
		   && is_plain_udp(b, &u);
}

static enum r302_reach reach_of_nated(const struct r302_binding *b,
		const struct r302_uri *u, const struct r302_source *caller)
{
	struct r302_source src = r302_binding_source(b);

	if(r302_ip_equal(&src.ip, &caller->ip))
		return R302_REACH_INSIDE;
	return is_plain_udp(b, u) ? R302_REACH_SOURCE : R302_REACH_FLOW;
}

enum r302_reach r302_reach_of(const struct r302_binding *b,
		const struct r302_source *caller, const struct r302_uri *ruri,
		time_t now)
{
	struct r302_uri u;

	if(!r302_binding_is_live(b, now))
		return R302_REACH_EXPIRED;
	if(r302_uri_split(&u, r302_binding_text(b, R302_T_URI)) < 0)
		return R302_REACH_INVALID;
	u.headers.len = 0; /* they never leave */
	if(ruri && r302_uri_equal(&u, ruri))
		return R302_REACH_SELF;
	if(u.scheme != R302_SIP && u.scheme != R302_SIPS)
		return R302_REACH_CONTACT;
	if(is_invalid_host(u.host))
		return R302_REACH_INVALID;
	if(r302_uri_param(&u, "gr", NULL))
		return R302_REACH_GRUU;
	if(b->proto == PROTO_WS || b->proto == PROTO_WSS)
		return R302_REACH_FLOW;
	return b->nated ? reach_of_nated(b, &u, caller) : R302_REACH_CONTACT;
}

int r302_reach_print_address(
		char *buf, int size, const struct r302_ip *ip, unsigned short port)
{
	char text[INET6_ADDRSTRLEN];
	int n;

	if(ip->len == 0
			|| inet_ntop(ip->len == 16 ? AF_INET6 : AF_INET, ip->a, text,
					   sizeof(text))
					   == NULL)
		return -1;
	n = snprintf(buf, size, ip->len == 16 ? "[%s]:%u" : "%s:%u", text, port);
	return n < 0 || n >= size ? -1 : n;
}

/* a place to write, that remembers when it ran out */
struct out
{
	char *s;
	int len;
	int size;
};

static void put(struct out *o, const char *s, int len)
{
	if(o->size < 0 || len > o->size - o->len) {
		o->size = -1;
		return;
	}
	memcpy(o->s + o->len, s, len);
	o->len += len;
}

/* "pn-..." however it is escaped */
static int is_push_param(str name)
{
	static const char prefix[] = "pn-";
	const char *p = name.s, *end = name.s + name.len;
	int i;

	for(i = 0; prefix[i] && p < end; i++) {
		if((r302_uri_char(&p, end) | 32) != (prefix[i] | 32))
			return 0;
	}
	return prefix[i] == '\0';
}

/* push parameters are nobody's business (RFC 8599 4.1), and maddr would lead away
 * from the source */
static int is_left_out(str name, enum r302_reach r)
{
	if(r == R302_REACH_SOURCE && r302_text_is(name, "maddr"))
		return 1;
	return is_push_param(name);
}

static void put_params(struct out *o, str rest, enum r302_reach r)
{
	str name, value;

	while(r302_uri_next_param(&rest, &name, &value)) {
		if(is_left_out(name, r))
			continue;
		put(o, ";", 1);
		put(o, name.s, name.len);
		if(value.s > name.s + name.len) {
			put(o, "=", 1);
			put(o, value.s, value.len);
		}
	}
}

/* the URI up to its host and port, which end at the first of ";?" */
static int length_of_base(const struct r302_uri *u)
{
	const char *p = u->host.s + u->host.len;
	const char *end = u->whole.s + u->whole.len;

	while(p < end && *p != ';' && *p != '?')
		p++;
	return (int)(p - u->whole.s);
}

static void put_address(struct out *o, const struct r302_binding *b)
{
	struct r302_source src = r302_binding_source(b);
	char text[INET6_ADDRSTRLEN + 10];
	int n = r302_reach_print_address(text, sizeof(text), &src.ip, src.port);

	if(n < 0)
		o->size = -1;
	else
		put(o, text, n);
}

/* nothing behind the host that might have to be left out: as most are */
static int is_bare(str uri)
{
	return !memchr(uri.s, ';', uri.len) && !memchr(uri.s, '?', uri.len);
}

int r302_reach_print(
		char *buf, int size, const struct r302_binding *b, enum r302_reach r)
{
	struct out o = {buf, 0, size};
	struct r302_uri u;
	str text = r302_binding_text(b, R302_T_URI);

	if(r != R302_REACH_SOURCE && is_bare(text)) {
		put(&o, text.s, text.len);
		return o.size < 0 ? -1 : o.len;
	}
	if(r302_uri_split(&u, text) < 0)
		return -1;
	if(u.scheme != R302_SIP && u.scheme != R302_SIPS) {
		put(&o, text.s, text.len);
	} else if(r == R302_REACH_SOURCE) {
		put(&o, text.s, (int)(u.host.s - text.s));
		put_address(&o, b);
		put_params(&o, u.params, r);
	} else {
		put(&o, text.s, length_of_base(&u));
		put_params(&o, u.params, r);
	}
	return o.size < 0 ? -1 : o.len;
}
