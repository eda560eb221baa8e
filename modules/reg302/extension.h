/**
 * @file
 * @brief What extensions ask of a REGISTER as a whole: outbound, GRUU, SIPS.
 *
 * Pure.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_EXTENSION_H
#define R302_EXTENSION_H

#include "plan.h"

/**
 * Check a REGISTER that has been read, and decide which extensions apply to it.
 *
 * @param req  in: everything but outbound and gruu; out: these two
 *
 * @return R302_OK
 *         R302_E_FORBIDDEN  +sip.instance in a Contact that is the AOR itself, a
 *                           GRUU or not SIP, RFC 5627 5.1
 *         R302_E_SIPS       a SIPS Contact, and a Request-URI, another Contact
 *                           or a Path that is none, RFC 5630 5.2
 *         R302_E_REG_ID     a reg-id, and several contacts, RFC 5626 6
 *         R302_E_FIRST_HOP  a reg-id that came through a proxy that does not say
 *                           ob in the first Path, RFC 5626 6
 */
enum r302_err r302_extension_check(
		struct r302_register *req, const struct r302_limits *lim);

#endif
