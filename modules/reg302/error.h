/**
 * @file
 * @brief Outcomes: one row each, so that name, status, phrase and counter
 * cannot part.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_ERROR_H
#define R302_ERROR_H

#include "../../core/str.h"

/*  row(name, status, reason phrase, counter, what the counter counts)
 *  A REGISTER is answered with status and phrase; the counter is
 *  register_refused_<counter>. The two last rows are no refusals of a REGISTER:
 *  they are what a look-up may find. */
/* clang-format off */
#define R302_OUTCOMES(row) \
	row(R302_OK, 200, "OK", "none", \
		"not counted") \
	row(R302_E_REQUEST, 400, "Bad Request", "malformed", \
		"a header field that is needed is missing or malformed") \
	row(R302_E_CONTACT, 400, "Invalid Contact", "contact", \
		"a Contact, its URI or a parameter of it is malformed") \
	row(R302_E_WILDCARD, 400, "Invalid Wildcard Contact", "wildcard", \
		"Contact: * with another Contact or without Expires: 0") \
	row(R302_E_STALE, 400, "Invalid CSeq", "stale", \
		"same Call-ID as a binding, and a CSeq that is not higher") \
	row(R302_E_PATH, 400, "Invalid Path", "path", \
		"a malformed Path") \
	row(R302_E_SIPS, 400, "SIPS Required", "sips", \
		"a SIPS Contact, and a Request-URI, Contact or Path that is none") \
	row(R302_E_REG_ID, 400, "Multiple reg-id", "reg_id", \
		"a reg-id, and more than one Contact that is to stay") \
	row(R302_E_LONG, 400, "Field Too Long", "too_long", \
		"a Contact, Call-ID, instance or Path above its limit") \
	row(R302_E_TOO_MANY, 403, "Too Many Contacts", "too_many", \
		"above max_contacts or contacts_per_request, or too many to list") \
	row(R302_E_FORBIDDEN, 403, "Contact Not Allowed", "forbidden", \
		"an instance whose Contact is the AOR, a GRUU or not SIP") \
	row(R302_E_AOR, 404, "Not Found", "aor", \
		"To without a user part") \
	row(R302_E_AOR_LONG, 404, "Not Found", "aor_too_long", \
		"To whose user or host is above its limit") \
	row(R302_E_BODY, 415, "Unsupported Media Type", "body", \
		"a body that is not optional") \
	row(R302_E_EXTENSION, 420, "Bad Extension", "extension", \
		"Require of what is not supported, or an unexpected Path") \
	row(R302_E_INTERVAL, 423, "Interval Too Brief", "interval", \
		"asked for less than min_expires and less than an hour") \
	row(R302_E_FIRST_HOP, 439, "First Hop Lacks Outbound Support", "first_hop", \
		"a reg-id that came through a proxy without outbound") \
	row(R302_E_FULL, 500, "Server Internal Error", "full", \
		"a new binding above max_bindings") \
	row(R302_E_NOMEM, 500, "Server Internal Error", "no_memory", \
		"no shared memory left") \
	row(R302_E_NOT_A_ROW, 500, "Server Internal Error", "not_a_row", \
		"a binding that the database does not take") \
	row(R302_E_DATABASE, 503, "Service Unavailable", "database", \
		"the database is away, or slower than db_timeout_ms, or what waits " \
		"for it fills db_queue_size") \
	row(R302_E_INTERNAL, 500, "Server Internal Error", "internal", \
		"the reply could not be built or sent") \
	row(R302_E_UNKNOWN, 404, "Not Found", "unknown", \
		"no such user") \
	row(R302_E_UNBOUND, 480, "Temporarily Unavailable", "unbound", \
		"a user without a binding")
/* clang-format on */

#define R302_OUTCOME_NAME(name, status, reason, counter, text) name,
enum r302_err
{
	R302_OUTCOMES(R302_OUTCOME_NAME) R302_OUTCOMES_N
};
#undef R302_OUTCOME_NAME

/** @return the status code of an outcome */
int r302_error_status(enum r302_err err);

/** @return the reason phrase, NUL-terminated and static */
const str *r302_error_reason(enum r302_err err);

#endif
