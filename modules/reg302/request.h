/**
 * @file
 * @brief From a SIP message to what the rest of the module works with.
 *
 * The only caller of Kamailio's parser. What it gives out is borrowed from the
 * message, or from scratch memory of this process that the next request uses
 * again.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_REQUEST_H
#define R302_REQUEST_H

#include "../../core/parser/msg_parser.h"
#include "gruu.h"
#include "plan.h"
#include "totag.h"

/** Whom a request is for, and who asks. */
struct r302_target
{
	struct r302_aor aor;   /* of a temporary GRUU: empty */
	struct r302_gruu gruu; /* what the URI to look up names beyond the AOR */
	struct r302_uri ruri;  /* the Request-URI that the caller wrote */
	struct r302_source caller;
};

/**
 * Read a REGISTER.
 *
 * @return R302_OK
 *         R302_E_REQUEST    no or malformed To, Call-ID, CSeq, Via
 *         R302_E_AOR, R302_E_AOR_LONG
 *         R302_E_EXTENSION  see r302_request_unsupported()
 *         R302_E_CONTACT    a malformed one
 *         R302_E_WILDCARD   RFC 3261 10.3 (6)
 *         R302_E_TOO_MANY   more than contacts_per_request, or twice max_contacts
 *         R302_E_PATH       a malformed one, RFC 3327
 *         R302_E_BODY       a body, RFC 3261 8.2.3
 *         R302_E_SIPS       RFC 5630 5.2
 *         R302_E_REG_ID, R302_E_FIRST_HOP  RFC 5626 6
 *         R302_E_FORBIDDEN  RFC 5627 5.1
 *         R302_E_LONG       something above its limit
 */
enum r302_err r302_request_register(struct r302_register *req,
		struct sip_msg *msg, const struct r302_limits *lim);

/**
 * Read whom a request is for.
 *
 * @param uri  whom to look up instead of the Request-URI; NULL: that
 *
 * @return R302_OK, R302_E_REQUEST, R302_E_AOR, R302_E_AOR_LONG, or
 *         R302_E_UNKNOWN for a temporary GRUU that is none of ours
 */
enum r302_err r302_request_target(struct r302_target *target,
		struct sip_msg *msg, const str *uri, const struct r302_limits *lim);

/** Read an AOR from a URI that a script gives. @return as above */
enum r302_err r302_request_aor(
		struct r302_aor *aor, str uri, const struct r302_limits *lim);

/** Read the AOR of To. @return as r302_request_aor() */
enum r302_err r302_request_to(struct r302_aor *aor, struct sip_msg *msg,
		const struct r302_limits *lim);

/** @return bytes of what every reply copies: Via, From, To, Call-ID, CSeq */
int r302_request_copied(struct sip_msg *msg);

/**
 * Read what a request shares with its ACK.
 * @return 0, or -1 when a header field is missing; x is written all the same
 */
int r302_request_exchange(struct r302_exchange *x, struct sip_msg *msg);

/** @return the To tag, empty when there is none, borrowed */
str r302_request_to_tag(struct sip_msg *msg);

/**
 * List the extensions that a REGISTER requires and that are not there: the
 * value of Unsupported, RFC 3261 8.2.2.3. With R302_PATH_STRICT that is also
 * "path", for a Path that the client did not expect (RFC 3327 5.3).
 *
 * @return bytes written; what does not fit, or cannot be printed, is left out
 */
int r302_request_unsupported(char *buf, int size, struct sip_msg *msg,
		const struct r302_limits *lim);

/** @return 1 when the Supported header names the option tag; else 0 */
int r302_request_supports(struct sip_msg *msg, const char *tag);

#endif
