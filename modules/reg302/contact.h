/**
 * @file
 * @brief One Contact of a message, as it was written.
 *
 * Kamailio's own Contact parser allocates for every contact and hands the list
 * back in reverse; this one walks the header's text in its order, allocates
 * nothing and keeps every parameter. Pure; all parts are borrowed.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_CONTACT_H
#define R302_CONTACT_H

#include <stdint.h>
#include "uri.h"

#define R302_Q_NONE (-1) /* no q given; ranks like q=1, RFC 3841 7.2.4 */

struct r302_contact
{
	struct r302_uri uri;
	uint32_t uri_hash; /* r302_uri_hash() */
	str params;		   /* as written, behind the first ';' */
	str instance;	   /* value of +sip.instance with its quotes */
	uint32_t reg_id;   /* 0: none, RFC 5626 4.2 */
	uint32_t expires;  /* seconds, valid when has_expires */
	int has_expires;   /* the contact carries an expires parameter */
	int q_milli;	   /* 0..1000 or R302_Q_NONE */
	int nated;		   /* set by request.c from what reach.h decides */
};

/**
 * Take the next contact off a Contact header's text.
 *
 * @param rest  in: what is left of the header; out: what is behind the contact
 * @param c     out, of use when 1 is returned; uri_hash is set, nated is 0
 *
 * @return  1  one contact
 *          0  none is left
 *         -1  malformed: display name, URI, q, reg-id or a parameter
 *
 * RFC 3261 20.10 and 25.1 (contact-param). A malformed expires counts as 3600
 * and one that is too large as the largest (RFC 3261 10.2 and 20.19).
 */
int r302_contact_next(str *rest, struct r302_contact *c);

/** @return seconds of delta-seconds text; 3600 when malformed, capped */
uint32_t r302_contact_expires(str text);

/**
 * Walk the parameters of a contact: name[=value], value perhaps quoted.
 * @return 1 and the next one, 0 at the end, -1 malformed
 */
int r302_contact_next_param(str *rest, str *name, str *value);

/**
 * Reduce the parameters of a contact to those that a binding keeps as text:
 * all but q, expires and GRUUs of the client's making.
 *
 * @param buf  where they are written; c borrows from it afterwards
 * @return bytes, or -1 when size is too small (then c is of no use)
 */
int r302_contact_keep(struct r302_contact *c, char *buf, int size);

/**
 * Read a q value: "0.25" is 250.
 * @return 0..1000, or -1 when malformed. RFC 3261 25.1 (qvalue)
 */
int r302_contact_q(str text);

#endif
