/**
 * @file
 * @brief What a change has to do with the database: to be announced to the
 * writer.
 *
 * Memory is first, the database follows. Who changes the bindings of an AOR
 * reserves before, posts after, and never waits. What is posted names the AOR,
 * the rows that are to go, and with db_mode=sync the finished reply, which the
 * writer (writer.h) sends when all of it is committed. The bindings themselves
 * are not in it: the writer takes them as they are when it comes to them.
 *
 * Without a database none of this is called: r302_persist_is_on().
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_PERSIST_H
#define R302_PERSIST_H

#include "config.h"
#include "location.h"
#include "queue.h"
#include "send.h"

/** What waits in the queue: the data of an item. */
struct r302_note
{
	uint16_t aor_len;
	uint16_t gone;	  /* rows that are to go */
	int32_t text_len; /* of the letter; -1: there is none */
	/* struct r302_letter and its text, when there is one; the AOR; each ruid in
	 * R302_RUID_LEN bytes */
	char data[];
};

/** Most bytes of a letter's text: all that response.h can write. */
#define R302_LETTER_MAX (256 * 1024)

/** What a use case wants to do. */
enum r302_wanted
{
	R302_WANTED_ADD,   /* it adds and refreshes */
	R302_WANTED_REMOVE /* it may remove something */
};

/** What goes on with the database; everything [atomic], each for itself. */
struct r302_persist_state
{
	long away;	 /* 1: it does not answer */
	long loaded; /* 1: what it held is in memory */
	long behind; /* 1: the last batch was committed later than db_flush_ms */
	long batches;
	long batch_rows; /* of the last batch, and so on */
	long batch_rows_max;
	long batch_rows_sum;
	long commit_us;
	long commit_us_max;
	long commit_us_sum;
	long busy_since_ms; /* when the writer began to write; 0: it does not */
	long error_time;	/* of the last error, seconds since the epoch */
	long error_kind;	/* index of its text, see r302_persist_error() */
	long load_rows;		/* read from the database */
	long load_taken;
	long load_expired;
	long load_malformed;
	long load_us;
};

/** What may go wrong. */
enum r302_trouble
{
	R302_TROUBLE_NONE,
	R302_TROUBLE_OPEN,	  /* it cannot be reached */
	R302_TROUBLE_SCHEMA,  /* these are not Kamailio's tables */
	R302_TROUBLE_WRITE,	  /* a batch was not committed */
	R302_TROUBLE_SLOW,	  /* a batch takes longer than db_timeout_ms */
	R302_TROUBLE_REFUSED, /* it does not take a row */
	R302_TROUBLES_N
};

/**
 * Make the queue and the state. In mod_init.
 * @return 0, or -1 (logged). 0 without a database
 */
int r302_persist_init(void);

/** @return 1 with a database, else 0 */
int r302_persist_is_on(void);

/** @return what is in the queue; all 0 without a database. In any process */
struct r302_queue_state r302_persist_queued(void);

/** @return 1 while the database does not answer, or is not loaded yet; else 0,
 * also without a database */
int r302_persist_is_away(void);

/** @return 1 when every reply waits for its commit */
int r302_persist_is_sync(void);

/** @return 1 when a reply has to wait for its commit now: always with sync; with
 * async while the writer is more than db_flush_ms behind, so that no more than
 * that can be lost (not while the database is away: then nothing is promised) */
int r302_persist_waits(void);

/**
 * May there be a change now? To be called before memory is touched; every
 * R302_OK is followed by one post or one cancel.
 *
 * @param len  most bytes of the reply that is to wait; 0: none is
 * @return R302_OK
 *         R302_E_DATABASE  the queue is full, or the database is away and
 *                          replies wait for it; also a removal while what the
 *                          database holds is not known yet
 */
enum r302_err r302_persist_reserve(size_t len, enum r302_wanted wanted);

/** The same for an operator: waits for at most db_timeout_ms, unless this process
 * handles requests. */
enum r302_err r302_persist_reserve_patiently(enum r302_wanted wanted);

/** It came to nothing. */
void r302_persist_cancel(size_t len);

/**
 * Announce a change.
 *
 * @param len     as reserved
 * @param gone    the rows that are to go; NULL: none
 * @param letter  the reply that is to be sent after the commit; NULL: none
 * @return a ticket for r302_persist_wait()
 */
uint64_t r302_persist_post(size_t len, str aor, const struct r302_gone *gone,
		const struct r302_letter *letter);

/**
 * Wait until what was posted with this ticket is committed, at most
 * db_timeout_ms; not at all in a process that handles requests.
 * @return 1, or 0 when it is not
 */
int r302_persist_wait(uint64_t ticket);

/** Say that this process handles requests. */
void r302_persist_is_worker(void);

/**
 * Answer who has waited for longer than db_timeout_ms: with 503 in sync, with what
 * he waited for in async. By the writer and by the timer: the writer may be waiting
 * for the database itself.
 */
void r302_persist_answer_overdue(void);

/** Send the letter of a note as a refusal: the same request, another status. */
void r302_persist_refuse(struct r302_letter *letter, enum r302_err err);

/* For the writer. */

struct r302_queue *r302_persist_queue(void);
struct r302_persist_state *r302_persist_state(void);

/** Take a letter out of a note. @return 1, or 0 when there is none */
int r302_note_letter(struct r302_letter *letter, struct r302_note *note);

/** @return the AOR of a note, borrowed */
str r302_note_aor(struct r302_note *note);

/** Read a row that is to go, 0 the first. */
void r302_note_gone(struct r302_ruid *ruid, struct r302_note *note, int i);

/** Note an error with its time. */
void r302_persist_trouble(enum r302_trouble kind);

/** @return the last error in words; "none" */
const char *r302_persist_error(void);

/** @return milliseconds of a clock that is never set; wraps */
uint32_t r302_persist_now_ms(void);

#endif
