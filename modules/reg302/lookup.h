/**
 * @file
 * @brief For a script that proxies: bindings into the destination set.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_LOOKUP_H
#define R302_LOOKUP_H

#include <time.h>
#include "../../core/parser/msg_parser.h"
#include "limits.h"

/**
 * Put the best binding into the Request-URI, its destination (the source of
 * a NATed phone, or its Path) and its socket, and every other binding into a
 * branch, with its q.
 *
 * For a GRUU only the phone that it names.
 *
 * @param uri  whom to look up; NULL: the Request-URI
 * @return 1; -1 unknown user or no memory; -2 known, without a binding
 */
int r302_lookup(struct sip_msg *msg, const str *uri,
		const struct r302_limits *lim, time_t now);

#endif
