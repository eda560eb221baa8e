/**
 * @file
 * @brief What a test starts from: texts, requests, and the bindings of one AOR
 * without a table around them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UNIT_GIVEN_H
#define UNIT_GIVEN_H

#include "../../core/ip_addr.h"
#include "policy.h"
#include "snapshot.h"

#define GIVEN_NOW 1700000000 /* seconds since the epoch */
#define GIVEN_NONE (-1)		 /* no Expires header */

/**
 * @return a copy of the text in a block of exactly its size, so that reading
 * behind it is seen; freed after the test
 */
str given_text(const char *s);
str given_bytes(const char *s, int len);
void given_free_texts(void);

/** @return the URI; the test fails when it is none */
struct r302_uri given_uri(const char *s);

/** @return the first contact of a header; the test fails when it is malformed */
struct r302_contact given_contact(const char *s);

/** @return the address, "10.0.0.1" or "[::1]" */
struct r302_ip given_ip(const char *s);

/** @return UDP from that address and port */
struct r302_source given_source(const char *ip, int port);

/** @return the module's defaults */
struct r302_limits given_limits(void);

/**
 * Make a REGISTER.
 * @param contacts  the Contact header, "*", or "" for none; must stay
 * @param expires   the Expires header or GIVEN_NONE
 */
void given_register(struct r302_register *req, const char *aor,
		const char *callid, uint32_t cseq, const char *contacts, long expires);

/** The bindings of one AOR, in shm but in no table. */
struct given_aor
{
	struct r302_record *rec; /* NULL: none */
	struct r302_limits lim;
	time_t now;
	int replace;
	struct r302_plan plan; /* of the last request */
};

void given_aor_start(struct given_aor *a);
void given_aor_end(struct given_aor *a);

/** Plan a request and carry it out. @return what the policy says */
enum r302_err given_aor_take(
		struct given_aor *a, const struct r302_register *req);

/** The same from its parts. */
enum r302_err given_aor_register(struct given_aor *a, const char *callid,
		uint32_t cseq, const char *contacts, long expires);

/**
 * @return the live bindings, best first, "sip:a@h 3600, sip:b@h 60"; "" for
 * none. Borrowed until the next call.
 */
const char *given_aor_shown(const struct given_aor *a);

/** @return the same of a snapshot that is open */
const char *given_shown(const struct r302_snapshot *snap, time_t now);

/** @return a pseudo-random number, the same sequence for the same seed */
uint32_t given_random(uint64_t *seed);

#endif
