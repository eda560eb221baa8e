/**
 * @file
 * @brief The text of a response, written in one pass into memory of this process.
 *
 *     status line | Via From To Call-ID CSeq | lines | Server Content-Length
 *
 * The part that is copied from the request is written first and the status line
 * last, into a gap left before it: what a reply says is often known only when
 * its lines are there. Nothing is allocated. The lines are the caller's, one
 * response at a time.
 *
 * What is rare is left to the core's own builder: a body, a Warning, HTTP, Via
 * parameters of a script's making. Of a transaction only the lines are needed:
 * tm builds the rest.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_RESPONSE_H
#define R302_RESPONSE_H

#include <stdint.h>
#include <string.h>
#include "send.h"

/**
 * Start a response: the last one is forgotten.
 *
 * @param letter  addressed, with the To-tag to give
 * @return bytes that the response has besides its lines; 0: that is not known
 */
int r302_response_start(const struct r302_letter *letter, struct sip_msg *msg);

/** Add text to the lines. What does not fit makes the response unfit to be sent. */
void r302_response_put(const char *s, int len);
void r302_response_put_number(uint32_t n);

/** Make room for so many bytes. @return where they go; NULL: they do not fit */
char *r302_response_more(int len);

/** Add a literal: its length is known when this is compiled. */
#define R302_PUT(literal)                                             \
	do {                                                              \
		char *r302_at = r302_response_more((int)sizeof(literal) - 1); \
		if(r302_at)                                                   \
			memcpy(r302_at, literal, sizeof(literal) - 1);            \
	} while(0)

/** Where the lines end now, to come back to. */
int r302_response_mark(void);

/** Forget the lines behind a mark. */
void r302_response_cut(int mark);

/** Where the next line goes, for text of at most *room bytes, taken by
 * r302_response_took(). */
char *r302_response_room(int *room);
void r302_response_took(int len);

/**
 * Complete the response with the letter's status and reason, and the header
 * fields that the script has added.
 *
 * @param letter  out: s, len, body_len, request_len; s is good until the next
 *                response is started
 * @param keeps_request  1: with the request behind it
 * @return 0, or -1: no private memory, or the lines do not fit
 */
int r302_response_finish(
		struct r302_letter *letter, struct sip_msg *msg, int keeps_request);

/**
 * Make a refusal of a letter that was to be sent later: the same request, another
 * status, other lines.
 *
 * @param letter  in: any; out: s is good until the next response is started
 * @param lines   header lines, each with its CRLF
 * @return 0, or -1: it does not fit
 */
int r302_response_refuse(
		struct r302_letter *letter, int status, str reason, str lines);

#endif
