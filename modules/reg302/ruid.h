/**
 * @file
 * @brief The name of a binding's row: the column ruid.
 *
 * It is not stored with the binding but derived from what the binding is
 * about, so that it is the same after every restart and on every node
 * (docs/decisions/0010-ruid-by-derivation.md). Pure.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_RUID_H
#define R302_RUID_H

#include "binding.h"
#include "limits.h"

#define R302_RUID_PREFIX "r302-"
#define R302_RUID_LEN 37 /* of ours: the prefix and 32 hexadecimal digits */
#define R302_RUID_MAX 64 /* of anybody's: what the column holds */

/** NUL-terminated. Of ours, or as it was found in the database. */
struct r302_ruid
{
	char s[R302_RUID_MAX + 1];
};

/** Rows of the database that are to go: of bindings that are no more, or that
 * have another name now. It may name one that is there again. */
struct r302_gone
{
	int n;
	struct r302_ruid ruid[R302_CONTACTS_MAX];
};

/**
 * Derive the ruid of a binding: from the AOR, the instance and the reg-id
 * where it has one (RFC 5626 6: that is its identity), else from the AOR, the
 * instance and the Contact URI as written. So it changes when a phone without
 * a reg-id writes its URI in another way, and never otherwise.
 */
void r302_ruid_of(
		struct r302_ruid *ruid, str aor, const struct r302_binding *b);

/** The same from the parts. uri is not looked at when there is a reg-id. */
void r302_ruid_make(struct r302_ruid *ruid, str aor, str instance,
		uint32_t reg_id, str uri);

/** @return 1 when the text has the form of one of ours */
int r302_ruid_is_ours(str text);

/** @return the text, borrowed */
str r302_ruid_str(const struct r302_ruid *ruid);

#endif
