/**
 * @file
 * @brief A URI, cut into its parts, and compared as RFC 3261 19.1.4 asks.
 *
 * Pure: no lock, no allocation, no clock. All parts are borrowed from the text
 * that was split. Nothing here trusts its input: the text comes from the wire.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_URI_H
#define R302_URI_H

#include <stdint.h>
#include "../../core/str.h"

enum r302_scheme
{
	R302_SIP,
	R302_SIPS,
	R302_TEL,
	R302_OTHER /* mailto:, http: ... : allowed in a Contact, never parsed */
};

struct r302_uri
{
	str whole;			 /* all of it, without the angle brackets */
	str user;			 /* escaped as given; empty when there is none */
	str password;		 /* escaped as given; empty when there is none */
	str host;			 /* IPv6 in its brackets; empty for tel and others */
	str params;			 /* behind the first ';', without it */
	str headers;		 /* behind the '?', without it */
	unsigned short port; /* 0 when there is none */
	enum r302_scheme scheme;
};

/** More parameters than this make no URI: comparing takes the square of them,
 * and the text comes from anybody. */
#define R302_URI_PARAMS_MAX 32

/** An address as a host names it: 4 or 16 bytes in network order. */
struct r302_ip
{
	unsigned char len; /* 0: not an address, 4 or 16 */
	unsigned char a[16];
};

/**
 * Cut a URI into its parts.
 *
 * Strict where leniency would store something that the next phone cannot read
 * (a port with letters behind it, half an escape, a space, a control
 * character), or would take long to compare, lenient on characters that phones do send (a '#' in the user).
 *
 * @return 0, or -1 when it is no URI (then u is not written)
 *
 * RFC 3261 25.1, SIP-URI; RFC 3966 for tel.
 */
int r302_uri_split(struct r302_uri *u, str text);

/** @return 1 when the two name the same resource, RFC 3261 19.1.4; else 0 */
int r302_uri_equal(const struct r302_uri *a, const struct r302_uri *b);

/** A number that is the same for equal URIs (and rarely for others). */
uint32_t r302_uri_hash(const struct r302_uri *u);

/**
 * Look for a URI parameter.
 *
 * @param value  out: its value, empty when it has none; may be NULL
 * @return 1 when it is there, else 0
 */
int r302_uri_param(const struct r302_uri *u, const char *name, str *value);

/** Walk "name[=value];name[=value]". @return 1 and the next one, or 0 */
int r302_uri_next_param(str *rest, str *name, str *value);

/** @return the address that a host part spells, len 0 for a name */
struct r302_ip r302_uri_ip(str host);

/** @return 1 when both are addresses and the same one; else 0 */
int r302_ip_equal(const struct r302_ip *a, const struct r302_ip *b);

#define R302_ESCAPED 256 /* set by r302_uri_char() */

/**
 * Next character of escaped text: %41 counts as 'A'. Advances *s.
 * An escaped reserved character is not the bare one (RFC 3261 19.1.4): it
 * comes with R302_ESCAPED set.
 */
int r302_uri_char(const char **s, const char *end);

/** @return 1 when the text is name, letters compared without case */
int r302_text_is(str text, const char *name);

/** @return 1 when both are the same text, letters compared without case */
int r302_text_same(str a, str b);

#endif
