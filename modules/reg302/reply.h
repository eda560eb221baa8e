/**
 * @file
 * @brief From an outcome and bindings to the reply on the wire.
 *
 * The answer is text in scratch memory of this process (response.h), sent at once
 * or kept as a letter (send.h). The To-tag is signed: totag.h.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_REPLY_H
#define R302_REPLY_H

#include "../../core/parser/msg_parser.h"
#include "error.h"
#include "limits.h"
#include "plan.h"
#include "reach.h"
#include "send.h"
#include "snapshot.h"

/**
 * Answer a REGISTER.
 *
 * With R302_OK: every binding with its q, expires and parameters, its GRUUs when
 * the client wants them, Date, the Path of the request when the client supports
 * it, Service-Route, and what outbound asks for (RFC 3261 10.3 (8), RFC 3840 9,
 * RFC 5627 5.2, RFC 3327 5.3, RFC 3608 6.3, RFC 5626 6). With a refusal: its
 * status, and Min-Expires, Unsupported, Accept or Retry-After where they belong.
 *
 * @param req   read only with R302_OK
 * @param snap  the bindings now; read only with R302_OK
 * @param later NULL: it is sent at once. Else out, with R302_REPLY_SENT: the
 *              letter, which the caller has to send; its text is good until the
 *              next reply is made. The request counts as answered
 * @return what became of it
 */
enum r302_sent r302_reply_register(struct sip_msg *msg, enum r302_err err,
		const struct r302_register *req, const struct r302_snapshot *snap,
		const struct r302_limits *lim, time_t now, struct r302_letter *later);

/** The Contacts of a 302 while it is being made. */
struct r302_answer
{
	int n;		 /* contacts in it */
	int trimmed; /* left out to keep below a limit */
	int room;	 /* bytes left for contacts */
};

/** Start a 302: works out how many bytes its Contacts may take. */
void r302_reply_start(struct r302_answer *a, struct sip_msg *msg,
		const struct r302_limits *lim);

/** Add a Contact, unless a limit is reached. The first one always goes in. */
void r302_reply_add(struct r302_answer *a, const struct r302_binding *b,
		enum r302_reach r, const struct r302_limits *lim, time_t now);

/** Send it: a 302, or what redirect_status says for several Contacts.
 * @return what became of it */
enum r302_sent r302_reply_redirect(struct sip_msg *msg,
		const struct r302_answer *a, const struct r302_limits *lim);

#endif
