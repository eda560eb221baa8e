/**
 * @file
 * @brief Answer a REGISTER; ask for and take away bindings from a script.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_REGISTRAR_H
#define R302_REGISTRAR_H

#include <time.h>
#include "../../core/parser/msg_parser.h"
#include "limits.h"

/** What a script is told about a REGISTER that has been answered. */
enum r302_saved
{
	R302_SAVED_BOUND = 1,	 /* bound or refreshed */
	R302_SAVED_REMOVED = 2,	 /* removed, and nothing bound */
	R302_SAVED_ASKED = 3,	 /* only asked */
	R302_SAVED_REFUSED = -1, /* refused; the reply is sent */
	R302_SAVED_INTERNAL = -2 /* 500 */
};

/** The only flag of reg302_save(): the contacts replace all other bindings of
 * the user. The number is the one of registrar's save(). */
#define R302_SAVE_REPLACE 0x04

/**
 * Answer a REGISTER with exactly one reply, and count it. Anything else is left
 * alone: R302_SAVED_INTERNAL and no reply.
 *
 * With db_mode=sync the 200 leaves after this, when the change is committed, or a
 * 503 or 500 when it cannot be: what is returned tells what happened in memory.
 * RFC 3261 10.3.
 */
enum r302_saved r302_registrar_save(struct sip_msg *msg, int flags,
		const struct r302_limits *lim, time_t now);

/**
 * Has the user a live binding?
 * @param uri  of the user; NULL: the Request-URI, or To in a REGISTER
 * @return 1 or -1
 */
int r302_registrar_has(struct sip_msg *msg, const str *uri,
		const struct r302_limits *lim, time_t now);

/**
 * Remove the bindings of a user.
 * @param contact  URI of the only one to remove; NULL: all
 * @return 1, -1 when there was none, or -2: the database is away or behind, and
 *         nothing was removed
 */
int r302_registrar_remove(const str *uri, const str *contact,
		const struct r302_limits *lim, time_t now);

#endif
