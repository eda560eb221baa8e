/**
 * @file
 * @brief GRUUs, RFC 5627: URIs that name one phone of a user.
 *
 * The public one is the AOR with the instance in a gr parameter. The temporary
 * one hides the user: tgruu.<where><cseq><mac>@host;gr. The first, which only we
 * can read, says where to look for the AOR in the table; the MAC signs AOR, instance, Call-ID and CSeq,
 * so nothing has to be stored, every refresh hands out a new one, and all of
 * them end when the phone comes with another Call-ID (RFC 5627 5.1 and 5.4).
 *
 * Pure.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_GRUU_H
#define R302_GRUU_H

#include "binding.h"
#include "hash.h"

/** user part of a temporary GRUU: "tgruu." and 8 + 8 + 16 hexadecimal digits */
#define R302_TGRUU_LEN 38

enum r302_gruu_kind
{
	R302_GRUU_NONE, /* the URI is no GRUU */
	R302_GRUU_PUBLIC,
	R302_GRUU_TEMPORARY
};

/** A GRUU as it was read from a URI. */
struct r302_gruu
{
	enum r302_gruu_kind kind;
	str instance;	/* public: the URN, escaped as in the URI; borrowed */
	uint32_t where; /* temporary: the hash of the AOR, hidden */
	uint32_t cseq;	/* temporary: of the REGISTER that it came from */
	uint64_t mac;	/* temporary */
};

/**
 * Read a GRUU.
 * @return 0 (also when it is none), or -1 for a gr without a value whose user
 *         part is none of ours: an invalid temporary GRUU, to be answered 404
 */
int r302_gruu_read(struct r302_gruu *g, const struct r302_uri *uri);

/** @return the hash of the AOR in the table, of a temporary GRUU */
uint32_t r302_gruu_hash(const struct r302_gruu *g, const struct r302_key *key);

/** @return 1 when the GRUU names this binding of this AOR; else 0 */
int r302_gruu_names(const struct r302_gruu *g, str aor,
		const struct r302_binding *b, const struct r302_key *key);

/**
 * Write the user part of a binding's newest temporary GRUU.
 * @param user  out: R302_TGRUU_LEN bytes
 */
void r302_gruu_temporary(char *user, str aor, uint32_t hash,
		const struct r302_binding *b, const struct r302_key *key);

/**
 * Write the value of gr for an instance: without quotes and brackets, escaped.
 * @return bytes, or -1 when size is too small. Not NUL-terminated.
 */
int r302_gruu_print_instance(char *buf, int size, str instance);

#endif
