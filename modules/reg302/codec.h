/**
 * @file
 * @brief A binding as a row of Kamailio's table `location`, and back.
 *
 * Rows are written as usrloc (version 9 of the table) writes them, so that it
 * loads ours and we load its. What has no column of its own goes into
 * `location_attrs`. Pure: no database, no clock; the zone of the process
 * counts for the database's local times.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_CODEC_H
#define R302_CODEC_H

#include "aor.h"
#include "binding.h"
#include "ruid.h"
#include "sql.h"

/*  col(name, default name, length of the column; 0: no text)
 *  In the order in which rows are written and read. */
/* clang-format off */
#define R302_COLUMN_TABLE(col) \
	col(RUID, "ruid", 64) \
	col(USERNAME, "username", 64) \
	col(DOMAIN, "domain", 64) \
	col(CONTACT, "contact", 512) \
	col(RECEIVED, "received", 128) \
	col(PATH, "path", 512) \
	col(EXPIRES, "expires", 0) \
	col(Q, "q", 0) \
	col(CALLID, "callid", 255) \
	col(CSEQ, "cseq", 0) \
	col(LAST_MODIFIED, "last_modified", 0) \
	col(FLAGS, "flags", 0) \
	col(CFLAGS, "cflags", 0) \
	col(USER_AGENT, "user_agent", 255) \
	col(SOCKET, "socket", 64) \
	col(METHODS, "methods", 0) \
	col(INSTANCE, "instance", 255) \
	col(REG_ID, "reg_id", 0) \
	col(SERVER_ID, "server_id", 0) \
	col(CONNECTION_ID, "connection_id", 0) \
	col(KEEPALIVE, "keepalive", 0) \
	col(PARTITION, "partition", 0)
/* clang-format on */

#define R302_COLUMN_NAME(name, text, length) R302_C_##name,
enum r302_column
{
	R302_COLUMN_TABLE(R302_COLUMN_NAME) R302_COLUMNS
};
#undef R302_COLUMN_NAME

/** @return the name that a column has in Kamailio's schema */
const char *r302_column_name(enum r302_column c);

/** What the codec has to know of the installation. */
struct r302_codec
{
	int use_domain; /* the AOR is user@host, kept in two columns */
	int server_id;
	int widths; /* texts have to fit the columns of Kamailio's schema */
};

/** A row. Texts are borrowed: of the binding, of the room, of the result. */
struct r302_row
{
	struct r302_value v[R302_COLUMNS];
	str params; /* of the Contact, where the columns do not tell them */
	str source; /* of the REGISTER, where "received" must not tell it */
	int stored; /* all but the times and the CSeq is in the database already */
};

/** Where an encoded row puts its texts. */
struct r302_room
{
	char *s;
	size_t size;
	size_t used;
};

/** A row that was read: the parts of a binding, borrowed from the row and from
 * the text below. */
struct r302_loaded
{
	struct r302_aor aor;
	struct r302_origin origin; /* its socket is found by database.c */
	struct r302_contact contact;
	uint32_t expires;	  /* seconds since the epoch or R302_NEVER */
	uint32_t modified;	  /* seconds since the epoch */
	str socket;			  /* as text, udp:192.0.2.1:5060; empty: any */
	str ruid;			  /* as it was found */
	struct r302_ruid own; /* as it has to be */
	char text[2048 + 300];
};

/** Cut an AOR into what the columns hold; the domain is empty without use_domain
 * or without a host. Borrowed. */
void r302_codec_cut(
		str *user, str *domain, str aor, const struct r302_codec *codec);

/**
 * Write a binding as a row.
 *
 * @param row   out; its texts are in the room
 * @param room  used is moved on, unless the row is refused
 *
 * @return NULL, or why the binding cannot be a row (a text longer than its
 *         column, or one that is not UTF-8), as words of a sentence; or
 *         r302_codec_no_room
 */
const char *r302_codec_encode(struct r302_row *row, struct r302_room *room,
		str aor, const struct r302_binding *b, const struct r302_codec *codec);

extern const char r302_codec_no_room[];

/**
 * What a row of another program has to be changed to when it becomes ours: the
 * columns RUID, PARTITION and FLAGS are written, the others stay.
 */
void r302_codec_adopt(struct r302_row *row, const struct r302_loaded *l);

/** @return when a row expires, as r302_codec_decode() tells; only RUID, EXPIRES
 * and PARTITION are looked at */
uint32_t r302_codec_expires(const struct r302_row *row);

/**
 * Read a row.
 * @return NULL, or what is wrong with it, as words of a sentence
 */
const char *r302_codec_decode(struct r302_loaded *l, const struct r302_row *row,
		const struct r302_codec *codec, time_t now);

#endif
