/**
 * @file
 * @brief The signed To-tag: how an ACK is known to belong to a reply of ours.
 *
 * The tag is a MAC, keyed by tag_secret, of what a request and the ACK to its
 * final response have in common (RFC 3261 17.1.1.3): Call-ID, From tag, CSeq
 * number and the branch of the top Via. So a retransmitted request gets the same
 * tag (RFC 3261 8.2.7 and 19.3), nobody can guess one, and any node with the
 * secret knows the ACK, at any time, with no state. A REGISTER has no ACK: of it
 * Call-ID and CSeq number are enough.
 *
 * Pure.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_TOTAG_H
#define R302_TOTAG_H

#include "hash.h"

#define R302_TOTAG_LEN 20 /* "r302" and 64 bits in hexadecimal */

struct r302_totag
{
	char s[R302_TOTAG_LEN];
};

/** What a request and the ACK to its response share; borrowed. */
struct r302_exchange
{
	str callid;
	str from_tag; /* empty for an RFC 2543 client */
	str branch;	  /* of the top Via; compared without case, RFC 3261 17.2.3 */
	uint32_t cseq;
};

/** Sign. */
void r302_totag_sign(struct r302_totag *tag, const struct r302_exchange *x,
		const struct r302_key *key);

/** @return 1 when we gave this tag to this exchange; else 0. Constant time. */
int r302_totag_is_ours(
		str tag, const struct r302_exchange *x, const struct r302_key *key);

#endif
