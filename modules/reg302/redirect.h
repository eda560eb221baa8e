/**
 * @file
 * @brief Answer a request with a 302; absorb its ACK.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_REDIRECT_H
#define R302_REDIRECT_H

#include <time.h>
#include "../../core/parser/msg_parser.h"
#include "limits.h"

/** What a script is told about a request to a user. Only the first has been
 * answered: the others leave the reply to the script. */
enum r302_redirected
{
	R302_REDIRECT_SENT = 1,
	R302_REDIRECT_UNKNOWN = -1,
	R302_REDIRECT_UNBOUND = -2,
	R302_REDIRECT_UNREACHABLE = -3,
	R302_REDIRECT_INTERNAL = -4
};

/**
 * Answer with a 302 to the bindings that this caller can reach, and count it.
 * An ACK, a CANCEL and a REGISTER are never redirected: R302_REDIRECT_INTERNAL.
 *
 * @param uri  whom to look up instead of the Request-URI; NULL: that
 *
 * A GRUU that names a phone of ours is not redirected to (RFC 5627 6.1):
 * R302_REDIRECT_UNREACHABLE.
 *
 * RFC 3261 8.3. A Contact equal to the Request-URI is left out.
 */
enum r302_redirected r302_redirect_send(struct sip_msg *msg, const str *uri,
		const struct r302_limits *lim, time_t now);

/**
 * Is this an ACK to a reply of this module, on this node or any other that has
 * the same tag_secret? Counts it.
 * @return 1 or -1
 */
int r302_redirect_ack(struct sip_msg *msg);

#endif
