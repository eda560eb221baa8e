/**
 * @file
 * @brief The address-of-record in the one form under which it is kept.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_AOR_H
#define R302_AOR_H

#include "error.h"
#include "uri.h"

#define R302_USER_MAX 255 /* bytes of the canonical user part */
#define R302_HOST_MAX 255 /* bytes of the host part, RFC 1035 2.3.4 */
#define R302_AOR_MAX (R302_USER_MAX + 1 + R302_HOST_MAX)

/** Canonical text, owned by the struct. Not NUL-terminated. */
struct r302_aor
{
	int len;
	char s[R302_AOR_MAX];
};

/**
 * Bring a URI into the form of an AOR: "user", or "user@host" with use_domain.
 * URI parameters, headers, port and password are left out; the host is in
 * lower case; escapes are undone where the character may stand in a user part
 * as it is, and are written %XX with capital digits where not, so that the
 * text can always be printed (sip:a%00b@h). The case of the user is kept.
 * A tel: URI gives its number without the separators.
 * Pure.
 *
 * @return R302_OK
 *         R302_E_AOR       no user, or a scheme that has none
 *         R302_E_AOR_LONG  user or host above the limit
 *
 * RFC 3261 10.3 (5).
 */
enum r302_err r302_aor_of_uri(
		struct r302_aor *aor, const struct r302_uri *u, int use_domain);

/**
 * The same from what an operator types: 1001, 1001@host or sip:1001@host.
 * Without a host it is an AOR that has none, also with use_domain.
 * @return as r302_aor_of_uri()
 */
enum r302_err r302_aor_of_text(struct r302_aor *aor, str text, int use_domain);

/** @return the AOR as a str, borrowed */
str r302_aor_str(const struct r302_aor *aor);

#endif
