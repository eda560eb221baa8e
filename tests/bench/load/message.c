/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "message.h"

/* in a template these stand for what changes, as often as it is wide */
#define USER '\001'
#define CSEQ '\002'
#define ID '\003'
#define U7 "\1\1\1\1\1\1\1"
#define C10 "\2\2\2\2\2\2\2\2\2\2"
#define I14 "\3\3\3\3\3\3\3\3\3\3\3\3\3\3"

#define BRANCH ";branch=z9hG4bK"
#define HEAD 400 /* bytes of a reply in which the first Via is looked for */

static void find_spots(struct message_template *t)
{
	char last = 0;
	int i;

	t->spots = 0;
	for(i = 0; i < t->len; i++) {
		if(t->text[i] != last && t->text[i] >= USER && t->text[i] <= ID) {
			if(t->spots == MESSAGE_SPOTS)
				abort();
			t->spot[t->spots].what = t->text[i];
			t->spot[t->spots++].at = i;
		}
		last = t->text[i];
	}
}

static const char *transport(const struct message_options *o)
{
	return o->tcp ? "TCP" : "UDP";
}

static int write_register(
		char *out, const struct message_options *o, unsigned expires)
{
	bool nat = o->text == MESSAGE_NAT;
	char via[32];
	const char *at = nat						? "192.168.0.9:5060"
					 : o->text == MESSAGE_PLAIN ? "198.51.100.7:5060"
												: via;

	snprintf(via, sizeof(via), nat ? "192.168.0.9:5060" : "127.0.0.1:%d",
			o->port);
	return snprintf(out, MESSAGE_MAX,
			"REGISTER sip:example.com SIP/2.0\r\n"
			"Via: SIP/2.0/%s %s" BRANCH I14 ";rport\r\n"
			"Max-Forwards: 70\r\n"
			"From: <sip:u" U7 "@example.com>;tag=t" U7 "\r\n"
			"To: <sip:u" U7 "@example.com>\r\n"
			"Call-ID: c" U7 "-3c2670a6d8f1@phone.example.com\r\n"
			"CSeq: " C10 " REGISTER\r\n"
			"Contact: <sip:u" U7 "@%s>%s%s%s\r\n"
			"Expires: %u\r\n"
			"User-Agent: %s\r\n"
			"Content-Length: 0\r\n"
			"\r\n",
			transport(o), via, at,
			nat ? ";+sip.instance=\"<urn:uuid:00000000-0000-1000-8000-00000"
				: "",
			nat ? U7 : "", nat ? ">\"" : "", expires, o->agent);
}

static int write_invite(char *out, const struct message_options *o)
{
	return snprintf(out, MESSAGE_MAX,
			"INVITE sip:u" U7 "@example.com SIP/2.0\r\n"
			"Via: SIP/2.0/%s 127.0.0.1:%d" BRANCH I14 ";rport\r\n"
			"Max-Forwards: 70\r\n"
			"From: <sip:caller@example.com>;tag=" I14 "\r\n"
			"To: <sip:u" U7 "@example.com>\r\n"
			"Call-ID: " I14 "@caller.example.com\r\n"
			"CSeq: 1 INVITE\r\n"
			"Contact: <sip:caller@127.0.0.1:%d>\r\n"
			"User-Agent: %s\r\n"
			"Content-Length: 0\r\n"
			"\r\n",
			transport(o), o->port, o->port, o->agent);
}

void message_prepare(struct message_template *t, enum message_kind kind,
		const struct message_options *o)
{
	if(kind == MESSAGE_INVITE)
		t->len = write_invite(t->text, o);
	else
		t->len = write_register(
				t->text, o, kind == MESSAGE_REMOVE ? 0 : o->expires);
	if(t->len >= MESSAGE_MAX)
		abort();
	find_spots(t);
}

static void write_decimal(char *out, int width, uint32_t v)
{
	while(width > 0) {
		out[--width] = (char)('0' + v % 10);
		v /= 10;
	}
}

static void write_hex(char *out, int width, uint32_t v)
{
	while(width > 0) {
		out[--width] = "0123456789abcdef"[v & 15];
		v >>= 4;
	}
}

/* stream 1, slot 4, serial number 8 digits, and an x */
static void write_id(char *out, const struct message_id *id)
{
	write_hex(out, 1, id->stream);
	write_hex(out + 1, 4, id->slot);
	write_hex(out + 5, 8, id->serial);
	out[13] = 'x';
}

int message_write(char *out, const struct message_template *t, unsigned user,
		uint32_t cseq, const struct message_id *id)
{
	int i;

	memcpy(out, t->text, (size_t)t->len);
	for(i = 0; i < t->spots; i++) {
		char *p = out + t->spot[i].at;

		if(t->spot[i].what == USER)
			write_decimal(p, 7, user);
		else if(t->spot[i].what == CSEQ)
			write_decimal(p, 10, cseq);
		else
			write_id(p, id);
	}
	return t->len;
}

/* the To of the reply, from its name to the end of its line */
static const char *find_to(const char *reply, int len, int *to_len)
{
	const char *to = memmem(reply, (size_t)len, "\r\nTo: ", 6);
	const char *end;

	if(!to)
		return NULL;
	to += 2;
	end = memmem(to, (size_t)(reply + len - to), "\r\n", 2);
	if(!end)
		return NULL;
	*to_len = (int)(end - to);
	return to;
}

int message_ack(char *out, const struct message_options *o, unsigned user,
		const struct message_id *id, const char *reply, int len)
{
	char name[MESSAGE_ID_LEN + 1] = "";
	const char *to;
	int to_len, n;

	to = find_to(reply, len, &to_len);
	if(!to)
		return 0;
	write_id(name, id);
	n = snprintf(out, MESSAGE_MAX,
			"ACK sip:u%07u@example.com SIP/2.0\r\n"
			"Via: SIP/2.0/%s 127.0.0.1:%d" BRANCH "%s;rport\r\n"
			"Max-Forwards: 70\r\n"
			"From: <sip:caller@example.com>;tag=%s\r\n"
			"%.*s\r\n"
			"Call-ID: %s@caller.example.com\r\n"
			"CSeq: 1 ACK\r\n"
			"Content-Length: 0\r\n"
			"\r\n",
			user, transport(o), o->port, name, name, to_len, to, name);
	return n < MESSAGE_MAX ? n : 0;
}

int message_status(const char *reply, int len)
{
	if(len < 12 || memcmp(reply, "SIP/2.0 ", 8) != 0)
		return 0;
	return atoi(reply + 8);
}

static bool read_hex(uint32_t *v, const char *p, int width)
{
	int i, digit;

	*v = 0;
	for(i = 0; i < width; i++) {
		if(p[i] >= '0' && p[i] <= '9')
			digit = p[i] - '0';
		else if(p[i] >= 'a' && p[i] <= 'f')
			digit = p[i] - 'a' + 10;
		else
			return false;
		*v = *v << 4 | (uint32_t)digit;
	}
	return true;
}

bool message_find_id(struct message_id *id, const char *reply, int len)
{
	const size_t mark = sizeof(BRANCH) - 1;
	const char *p =
			memmem(reply, (size_t)(len < HEAD ? len : HEAD), BRANCH, mark);

	if(!p || reply + len - p < (long)mark + MESSAGE_ID_LEN)
		return false;
	p += mark;
	return read_hex(&id->stream, p, 1) && read_hex(&id->slot, p + 1, 4)
		   && read_hex(&id->serial, p + 5, 8);
}
