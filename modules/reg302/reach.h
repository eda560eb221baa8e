/**
 * @file
 * @brief Which Contact, if any, a caller can use to reach a binding.
 *
 * A 302 sends the caller away: what it names must work from where the caller
 * is. Pure.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_REACH_H
#define R302_REACH_H

#include "binding.h"
#include "limits.h"

enum r302_reach
{
	R302_REACH_CONTACT, /* as registered: the phone is where it says */
	R302_REACH_INSIDE,	/* as registered: caller and phone share the NAT */
	R302_REACH_SOURCE,	/* with the address the NAT gave it */
	R302_REACH_FLOW,	/* only over the phone's own connection: no */
	R302_REACH_INVALID, /* a host under .invalid, RFC 7118: no */
	R302_REACH_GRUU,	/* a GRUU is not redirected to, RFC 5627 6.1: no */
	R302_REACH_SELF,	/* it is the Request-URI, RFC 3261 8.3: no */
	R302_REACH_CLOSED,	/* its connection is closed, RFC 5626 7: no */
	R302_REACH_TWIN,	/* a better contact of the same phone is offered,
						 * RFC 5626 7 and RFC 5627 6.1: no */
	R302_REACH_SURPLUS, /* redirect_max_contacts better ones are offered: no */
	R302_REACH_EXPIRED	/* no */
};

/** @return 1 when a Contact can be offered at all */
int r302_reach_is_offered(enum r302_reach r);

/** @return a sentence for the operator, static */
const char *r302_reach_reason(enum r302_reach r);

/**
 * Is the phone behind a NAT?
 *
 * auto: when the Contact's host is a private or shared address (RFC 1918, 6598,
 * 4193, link-local, loopback) other than the source's, or when the client's Via
 * names the same address as its Contact and that is not the source: it does
 * not know its own address. A host name, or a public address that the Via does
 * not claim, is taken at its word: a third party may register for somebody else.
 *
 * @param uri  of the Contact
 * @param via  sent-by host of the client's own Via
 * @return 1 or 0
 */
int r302_reach_is_nated(const struct r302_uri *uri, str via,
		const struct r302_source *src, enum r302_nat_detect detect);

/** @return 1 when a Contact names that very source; without a port the usual
 * one of its scheme counts */
int r302_reach_is_source(
		const struct r302_uri *uri, const struct r302_source *src);

/**
 * Decide for one binding and one caller.
 * @param now   an expired binding is R302_REACH_EXPIRED
 * @param ruri  the Request-URI; NULL when there is none
 */
enum r302_reach r302_reach_of(const struct r302_binding *b,
		const struct r302_source *caller, const struct r302_uri *ruri,
		time_t now);

/**
 * Write the URI that the caller is given: no URI headers, no push parameters
 * (RFC 8599 4.1), and the source in place of the host for R302_REACH_SOURCE.
 *
 * @return bytes written, or -1 when size is too small. Not NUL-terminated.
 */
int r302_reach_print(
		char *buf, int size, const struct r302_binding *b, enum r302_reach r);

/** @return 1 when a caller could use the source of the binding: a plain UDP
 * phone, whose source is known */
int r302_reach_has_source(const struct r302_binding *b);

/** Write an address and port as in a URI, "[::1]:5060". @return as above */
int r302_reach_print_address(
		char *buf, int size, const struct r302_ip *ip, unsigned short port);

#endif
