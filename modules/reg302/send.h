/**
 * @file
 * @brief The only sender of replies.
 *
 * A letter is a finished reply and where it goes. It holds no pointer into the
 * request, so it can be kept, copied byte by byte into shared memory, and sent
 * by another process of this server when the request is long gone.
 *
 * A reply goes through the transaction when the script has made one (tm), else
 * it is sent at once, with everything that hooks replies told.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_SEND_H
#define R302_SEND_H

#include "../../core/ip_addr.h"
#include "../../core/parser/msg_parser.h"
#include "totag.h"

/** What became of a reply. */
enum r302_sent
{
	R302_REPLY_SENT,
	R302_REPLY_UNSENT,	  /* the transport did not take it: the peer has gone */
	R302_REPLY_NOT_BUILT, /* no memory for it; another one may still be sent */
	R302_REPLY_REPEATED	  /* the request has its final reply already */
};

/**
 * A reply, ready to be sent.
 *
 * Everything but `s` may be copied with the struct to any process: `reason` is
 * static text, the sockets that `dst` and `rcv` name live as long as the server.
 * `s` is len + body_len + request_len bytes, and whoever keeps the letter keeps
 * these.
 */
struct r302_letter
{
	char *s; /* first the reply: all of it, or, of a transaction, the header
					  * lines to add */
	int len; /* bytes of that */
	int body_len;	 /* of a transaction: bytes of the body, behind it */
	int request_len; /* bytes of the request, behind that: only when somebody
					  * wants to see request and reply together; else 0 */
	int status;
	str reason;				 /* static */
	struct dest_info dst;	 /* not of a transaction */
	struct receive_info rcv; /* how the request came, when it is sent later */
	int stateful;			 /* 1: it belongs to a transaction */
	unsigned int hash_index; /* the transaction's name in tm */
	unsigned int label;
	int tag_len; /* of a transaction: the To-tag; 0: To has one */
	char tag[R302_TOTAG_LEN];
};

/** Find tm, when it is loaded, and the routes that want to see replies. When
 * all modules are initialised. */
void r302_send_init(void);

/**
 * Address a letter: to the transaction when the script has made one for this
 * request, else to where the request came from. Sets dst, stateful, hash_index
 * and label.
 */
void r302_send_address(struct r302_letter *letter, struct sip_msg *msg);

/**
 * Keep the transaction of a letter alive beyond the end of the script, for a
 * letter that is sent later: tm suspends it, and answers with 408 when no reply
 * has come after fr_timer. Of no effect without a transaction. By the process
 * that handles the request.
 *
 * @return 0, or -1: tm cannot, and the letter must be sent at once
 */
int r302_send_later(struct r302_letter *letter, struct sip_msg *msg);

/**
 * Hide Record-Route from Kamailio's builder of replies, which copies it into
 * every 2xx: it is ignored in a REGISTER and must not come back in the 200, RFC
 * 3261 10.3. No reply of ours makes a dialog. And show it again.
 */
void r302_send_hide_routes(struct sip_msg *msg);
void r302_send_show_routes(struct sip_msg *msg);

/** @return 1 when somebody wants the request beside the reply: a letter that is
 * sent later then has to carry it; else 0 */
int r302_send_wants_request(void);

/**
 * Send a letter now, and count it when the transport does not take it. In any
 * process. The mark that the request has its answer is not set here.
 *
 * @param msg  the request, when it is still at hand; NULL: the letter is sent
 *             later
 * @return what became of it; a transaction that is no longer there is
 *         R302_REPLY_UNSENT
 */
enum r302_sent r302_send(const struct r302_letter *letter, struct sip_msg *msg);

#endif
