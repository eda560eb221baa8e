/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "../../core/config.h"
#include "../../core/data_lump_rpl.h"
#include "../../core/globals.h"
#include "../../core/mem/mem.h"
#include "../../core/msg_translator.h"
#include "compat.h"
#include "header.h"
#include "response.h"
#include "uri.h"

/* A request is at most 65,535 bytes, the bindings of a user less than twice that
 * when printed with GRUUs; the rest is Via parameters and what a script adds. */
#define PAGE_MAX 262144

#define STATUS_MAX 128 /* the gap for the status line */

static struct
{
	char s[PAGE_MAX];
	int len;
	int head;	  /* where the lines begin */
	int is_whole; /* 1: written by us; 0: the core or tm writes around the lines */
	int overflow; /* something did not fit: not to be sent */
} page;

char *r302_response_more(int len)
{
	char *s = page.s + page.len;

	if(len > PAGE_MAX - page.len) {
		page.overflow = 1;
		return NULL;
	}
	page.len += len;
	return s;
}

void r302_response_put(const char *s, int len)
{
	if(len > PAGE_MAX - page.len) {
		page.overflow = 1;
		return;
	}
	memcpy(page.s + page.len, s, len);
	page.len += len;
}

/* @return where the digits begin; they end with end */
static char *print_number(char *end, uint32_t n)
{
	do
		*--end = '0' + n % 10;
	while(n /= 10);
	return end;
}

void r302_response_put_number(uint32_t n)
{
	char buf[16], *end = buf + sizeof(buf);
	char *s = print_number(end, n);

	r302_response_put(s, (int)(end - s));
}

int r302_response_mark(void)
{
	return page.len;
}

void r302_response_cut(int mark)
{
	page.len = mark;
}

char *r302_response_room(int *room)
{
	*room = PAGE_MAX - page.len;
	return page.s + page.len;
}

void r302_response_took(int len)
{
	page.len += len;
}

static void put_until(const char *from, const char *to)
{
	r302_response_put(from, (int)(to - from));
}

static void put_rport(struct sip_msg *msg)
{
	R302_PUT(";rport=");
	r302_response_put_number(msg->rcv.src_port);
}

static void put_received(struct sip_msg *msg)
{
	const char *source = ip_addr2a(&msg->rcv.src_ip);

	R302_PUT(";received=");
	r302_response_put(source, (int)strlen(source));
}

/* the ';' before a parameter */
static const char *separator_of(const struct via_param *param, hdr_field_t *h)
{
	const char *p = param->start;

	while(p > h->body.s && *p != ';')
		p--;
	return p;
}

/* of several Vias in one field the first ends before its comma */
static const char *end_of_first(const struct via_body *via, hdr_field_t *h)
{
	const char *p = h->body.s + h->body.len;

	if(via->next) {
		for(p = via->next->name.s; p > h->body.s && *p != ','; p--)
			;
		while(p > h->body.s && p[-1] <= ' ')
			p--;
	}
	return p;
}

/* RFC 3261 18.2.1 and RFC 3581 4, decided as the core does, and in the same order;
 * but the parameters belong to the first Via of the field. */
static void put_first_via(struct sip_msg *msg, hdr_field_t *h)
{
	struct via_body *via = msg->via1;
	const char *rest = h->name.s, *end = end_of_first(via, h);

	if(via->rport) {
		put_until(rest, separator_of(via->rport, h));
		put_rport(msg);
		rest = via->rport->start + via->rport->size;
	}
	put_until(rest, end);
	if(!via->rport && ((msg->msg_flags | global_req_flags) & FL_FORCE_RPORT))
		put_rport(msg);
	if(received_test(msg))
		put_received(msg);
	put_until(end, h->body.s + h->body.len);
}

static void put_via(struct sip_msg *msg, hdr_field_t *h)
{
	if(h == msg->h_via1)
		put_first_via(msg, h);
	else
		put_until(h->name.s, h->body.s + h->body.len);
	R302_PUT("\r\n");
}

static void put_to(const struct r302_letter *letter, hdr_field_t *h)
{
	char *end = h->body.s + h->body.len;

	put_until(h->name.s, end);
	if(letter->tag_len) {
		R302_PUT(";tag=");
		r302_response_put(letter->tag, letter->tag_len);
	}
	put_until(end, h->name.s + h->len);
}

/* RFC 3261 8.2.6.2; no Record-Route: no response of ours makes a dialog, and in
 * the 200 to a REGISTER it is forbidden (10.3) */
static void put_copied(const struct r302_letter *letter, struct sip_msg *msg)
{
	hdr_field_t *h;

	for(h = msg->headers; h; h = h->next) {
		switch(h->type) {
			case HDR_VIA_T:
				put_via(msg, h);
				break;
			case HDR_TO_T:
				put_to(letter, h);
				break;
			case HDR_FROM_T:
			case HDR_CALLID_T:
			case HDR_CSEQ_T:
				r302_response_put(h->name.s, h->len);
				break;
			default:
				break;
		}
	}
}

static int has_body(struct sip_msg *msg)
{
	struct lump_rpl *lump;

	for(lump = msg->reply_lump; lump; lump = lump->next) {
		if(lump->flags & LUMP_RPL_BODY)
			return 1;
	}
	return 0;
}

static int is_ours(const struct r302_letter *letter, struct sip_msg *msg)
{
	return !letter->stateful && IS_SIP(msg) && msg->via1 && !sip_warning
		   && !R302_HAS_VIA_WISHES(msg) && !has_body(msg)
		   && r302_header_read(NULL, msg) == 0;
}

static int length_of_script_headers(struct sip_msg *msg)
{
	struct lump_rpl *lump;
	int n = 0;

	for(lump = msg->reply_lump; lump; lump = lump->next)
		n += lump->text.len;
	return n;
}

int r302_response_start(const struct r302_letter *letter, struct sip_msg *msg)
{
	page.overflow = 0;
	page.is_whole = is_ours(letter, msg);
	page.len = page.is_whole ? STATUS_MAX : 0;
	if(page.is_whole)
		put_copied(letter, msg);
	page.head = page.len;
	if(!page.is_whole)
		return 0;
	return page.len + length_of_script_headers(msg) + server_hdr.len
		   + (int)sizeof("\r\nContent-Length: 0\r\n\r\n");
}

/* what the script added with append_to_reply() */
static void put_script_headers(struct sip_msg *msg)
{
	struct lump_rpl *lump;

	for(lump = msg->reply_lump; lump; lump = lump->next) {
		if(lump->flags & LUMP_RPL_HDR)
			r302_response_put(lump->text.s, lump->text.len);
	}
}

static void put_end(void)
{
	if(server_signature && server_hdr.len) {
		r302_response_put(server_hdr.s, server_hdr.len);
		R302_PUT("\r\n");
	}
	R302_PUT("Content-Length: 0\r\n\r\n");
}

/* into the gap, from its end. @return where it begins, NULL: it does not fit */
static char *write_status(int status, str version, str reason)
{
	char *s = page.s + STATUS_MAX;

	if(version.len + reason.len + 16 > STATUS_MAX)
		return NULL;
	s -= 2;
	memcpy(s, "\r\n", 2);
	s -= reason.len;
	memcpy(s, reason.s, reason.len);
	*--s = ' ';
	s = print_number(s, (uint32_t)status);
	*--s = ' ';
	s -= version.len;
	memcpy(s, version.s, version.len);
	return s;
}

static int finish_whole(struct r302_letter *letter, struct sip_msg *msg)
{
	put_script_headers(msg);
	put_end();
	letter->s = write_status(
			letter->status, msg->first_line.u.request.version, letter->reason);
	letter->len = (int)(page.s + page.len - letter->s);
	return letter->s ? 0 : -1;
}

/* of a transaction: the lines, and the last body that was set */
static int finish_lines(struct r302_letter *letter, struct sip_msg *msg)
{
	struct lump_rpl *lump;

	put_script_headers(msg);
	letter->s = page.s;
	letter->len = page.len;
	for(lump = msg->reply_lump; lump; lump = lump->next) {
		if(lump->flags & LUMP_RPL_BODY) {
			r302_response_cut(letter->len);
			r302_response_put(lump->text.s, lump->text.len);
		}
	}
	letter->body_len = page.len - letter->len;
	return 0;
}

static int keep(struct r302_letter *letter, const char *s, int len)
{
	page.len = 0;
	r302_response_put(s, len);
	letter->s = page.s;
	letter->len = len;
	return 0;
}

/* the lines are lent to the core for as long as it builds */
static int finish_by_core(struct r302_letter *letter, struct sip_msg *msg)
{
	str phrase = letter->reason, tag = {letter->tag, letter->tag_len};
	struct lump_rpl *lines = NULL;
	struct bookmark mark;
	unsigned int len;
	char *built;

	if(page.len
			&& (lines = add_lump_rpl(msg, page.s, page.len,
						LUMP_RPL_HDR | LUMP_RPL_NODUP | LUMP_RPL_NOFREE))
					   == NULL)
		return -1;
	r302_send_hide_routes(msg);
	built = build_res_buf_from_sip_req(letter->status, &phrase,
			letter->tag_len ? &tag : NULL, msg, &len, &mark);
	r302_send_show_routes(msg);
	if(lines) {
		unlink_lump_rpl(msg, lines);
		free_lump_rpl(lines);
	}
	if(built == NULL)
		return -1;
	keep(letter, built, (int)len);
	pkg_free(built);
	return 0;
}

static int finish(struct r302_letter *letter, struct sip_msg *msg)
{
	if(page.is_whole)
		return finish_whole(letter, msg);
	return letter->stateful ? finish_lines(letter, msg)
							: finish_by_core(letter, msg);
}

int r302_response_finish(
		struct r302_letter *letter, struct sip_msg *msg, int keeps_request)
{
	letter->body_len = 0;
	letter->request_len = 0;
	if(page.overflow || finish(letter, msg) < 0)
		return -1;
	if(keeps_request) {
		r302_response_put(msg->buf, (int)msg->len);
		letter->request_len = (int)msg->len;
	}
	return page.overflow ? -1 : 0;
}

/* what a response has from its request; folded lines follow theirs */
static int is_copied(str line, int before)
{
	static const char *const names[] = {
			"via", "v", "from", "f", "to", "t", "call-id", "i", "cseq", NULL};
	str name = {line.s, 0};
	int i;

	if(*line.s == ' ' || *line.s == '\t')
		return before;
	while(name.len < line.len && !strchr(": \t", name.s[name.len]))
		name.len++;
	for(i = 0; names[i]; i++) {
		if(r302_text_is(name, names[i]))
			return 1;
	}
	return 0;
}

static void put_copied_lines(const char *p, const char *end)
{
	str line;
	const char *stop;
	int copied = 0;

	for(; p < end; p = stop + 1) {
		stop = memchr(p, '\n', end - p);
		if(stop == NULL)
			return;
		line.s = (char *)p;
		line.len = (int)(stop + 1 - p);
		copied = is_copied(line, copied);
		if(copied)
			r302_response_put(line.s, line.len);
	}
}

int r302_response_refuse(
		struct r302_letter *letter, int status, str reason, str lines)
{
	static const str version = str_init("SIP/2.0");
	const char *first = memchr(letter->s, '\n', letter->len);

	page.overflow = 0;
	letter->status = status;
	letter->reason = reason;
	letter->body_len = 0;
	letter->request_len = 0;
	if(letter->stateful) {
		keep(letter, lines.s, lines.len);
		return page.overflow ? -1 : 0;
	}
	page.len = STATUS_MAX;
	if(first)
		put_copied_lines(first + 1, letter->s + letter->len);
	r302_response_put(lines.s, lines.len);
	put_end();
	letter->s = write_status(status, version, reason);
	letter->len = (int)(page.s + page.len - letter->s);
	return page.overflow || letter->s == NULL ? -1 : 0;
}
