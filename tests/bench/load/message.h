/**
 * @file
 * @brief The requests that are sent, and what is read of a reply.
 *
 * A request is made from a template: everything that differs from one to the
 * next has a fixed width, so making one is a copy and three numbers.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LOAD_MESSAGE_H
#define LOAD_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MESSAGE_MAX 1400  /* bytes of a request */
#define MESSAGE_SPOTS 12  /* places in a template that change */
#define MESSAGE_ID_LEN 14 /* stream, slot and serial number in hex */

/* bindings of three kinds, as phones make them */
enum message_text
{
	MESSAGE_PLAIN, /* a public Contact, no parameters */
	MESSAGE_HOME,  /* the same, where it sends from */
	MESSAGE_NAT	   /* a private Contact, +sip.instance, another port in Via */
};

enum message_kind
{
	MESSAGE_REGISTER,
	MESSAGE_REMOVE, /* a REGISTER with Expires: 0 */
	MESSAGE_INVITE,
	MESSAGE_KINDS
};

struct message_spot
{
	char what; /* of the USER, CSEQ, ID of message.c */
	int at;
};

struct message_template
{
	char text[MESSAGE_MAX];
	int len;
	struct message_spot spot[MESSAGE_SPOTS];
	int spots;
};

/* which request of which stream; comes back in the branch of the reply */
struct message_id
{
	unsigned stream; /* below 16 */
	unsigned slot;	 /* below 65536 */
	uint32_t serial;
};

struct message_options
{
	enum message_text text;
	bool tcp;
	int port;		   /* ours, for Via and Contact */
	unsigned expires;  /* seconds, of a REGISTER */
	const char *agent; /* User-Agent */
};

void message_prepare(struct message_template *t, enum message_kind kind,
		const struct message_options *o);

/**
 * @param out   at least MESSAGE_MAX bytes
 * @param user  below 10,000,000
 * @param cseq  ten digits, below 2^31
 * @return its length
 */
int message_write(char *out, const struct message_template *t, unsigned user,
		uint32_t cseq, const struct message_id *id);

/**
 * The ACK to a reply to an INVITE.
 *
 * @return its length; 0 when the reply has no To or it is too long
 */
int message_ack(char *out, const struct message_options *o, unsigned user,
		const struct message_id *id, const char *reply, int len);

/** @return the status code of a reply; 0 when it is none */
int message_status(const char *reply, int len);

/** @return false when there is no branch of ours in it */
bool message_find_id(struct message_id *id, const char *reply, int len);

#endif
