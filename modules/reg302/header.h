/**
 * @file
 * @brief The header fields of a request that the core has not parsed yet.
 *
 * The core allocates for every field that it parses, and most of them are of no
 * interest here. This looks through the rest of the message, takes note of the
 * few that are, and leaves the message to the core's parser whenever there is
 * anything unusual: a folded line, a field that the core must know (a further Via,
 * Require, Path, Content-Type ...), something malformed.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_HEADER_H
#define R302_HEADER_H

#include "../../core/parser/msg_parser.h"

/** Contact, Expires, Supported and User-Agent fields, in their order. */
struct r302_rest
{
	int n;
	hdr_flags_t types;	   /* HDR_T2F() of each */
	hdr_field_t field[16]; /* type, name, body and next are set; borrowed */
};

/**
 * Read the rest of a request, up to the empty line.
 *
 * @param rest  out: what is behind the fields that the core has parsed; NULL: not
 *              wanted
 * @return 0: every field of the request is known, those of msg->headers and the
 *         rest; all of Via, From, To, Call-ID and CSeq are among the former.
 *         -1: the request is malformed
 */
int r302_header_read(struct r302_rest *rest, struct sip_msg *msg);

/** Let it be as of a request without further fields. */
void r302_header_forget(struct r302_rest *rest);

#endif
