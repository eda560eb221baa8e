/**
 * @file
 * @brief Counters of the group "reg302", one row each.
 *
 * They are Kamailio's: per process, without a lock, summed when read
 * (`kamcmd stats.get_statistics all`). Refusals of a REGISTER have a counter
 * for every row of error.h.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_STATS_H
#define R302_STATS_H

#include "../../core/counters.h"
#include "error.h"

/* row(name, counter, what it counts) */
/* clang-format off */
#define R302_COUNTERS(row) \
	row(R302_S_BOUND, "register_bound", \
		"REGISTERs that added a binding") \
	row(R302_S_REFRESHED, "register_refreshed", \
		"REGISTERs that refreshed or changed bindings and added none") \
	row(R302_S_REMOVED, "register_removed", \
		"REGISTERs that removed bindings") \
	row(R302_S_QUERIED, "register_queried", \
		"REGISTERs that only asked for the bindings") \
	row(R302_S_RETRANSMITTED, "register_retransmitted", \
		"REGISTERs answered again without a change, same CSeq") \
	row(R302_S_REDIRECT_SENT, "redirect_sent", \
		"302 replies sent") \
	row(R302_S_REDIRECT_UNKNOWN, "redirect_unknown_user", \
		"requests to a user that is not known") \
	row(R302_S_REDIRECT_UNBOUND, "redirect_no_binding", \
		"requests to a known user without a binding") \
	row(R302_S_REDIRECT_UNREACHABLE, "redirect_unreachable", \
		"requests to a user with bindings, none usable by the caller") \
	row(R302_S_REDIRECT_ERROR, "redirect_error", \
		"requests whose 302 could not be built or sent") \
	row(R302_S_REDIRECT_TRIMMED, "redirect_trimmed", \
		"302 replies that left out contacts to keep below a limit") \
	row(R302_S_UNSENT, "replies_unsent", \
		"replies that the transport did not take: the peer has gone") \
	row(R302_S_ACK_ABSORBED, "ack_absorbed", \
		"ACKs to a 302 of ours, known by the signed To-tag") \
	row(R302_S_ACK_UNKNOWN, "ack_unknown", \
		"ACKs to something else") \
	row(R302_S_LOOKUP_HIT, "lookup_hit", \
		"lookups that set a destination for the proxy") \
	row(R302_S_LOOKUP_MISS, "lookup_miss", \
		"lookups that found nothing") \
	row(R302_S_EXPIRED, "bindings_expired", \
		"bindings dropped when expired") \
	row(R302_S_CLOSED, "bindings_closed", \
		"bindings dropped because their connection was closed") \
	row(R302_S_EVICTED, "bindings_evicted", \
		"bindings replaced because of max_contacts") \
	row(R302_S_DB_BATCHES, "db_batches", \
		"transactions committed") \
	row(R302_S_DB_ROWS, "db_rows_written", \
		"rows committed: bindings added or changed") \
	row(R302_S_DB_REMOVED, "db_rows_removed", \
		"rows of bindings that were removed, committed") \
	row(R302_S_DB_PURGED, "db_rows_purged", \
		"rows deleted because they had expired") \
	row(R302_S_DB_UNREACHABLE, "db_unreachable", \
		"attempts to connect that failed") \
	row(R302_S_DB_FAILED, "db_failed", \
		"transactions that were not committed, and tried again") \
	row(R302_S_DB_SLOW, "db_slow", \
		"transactions that took longer than db_timeout_ms") \
	row(R302_S_DB_REFUSED, "db_refused", \
		"bindings that the database does not take") \
	row(R302_S_DB_LATE, "db_replies_late", \
		"REGISTERs that were answered with 503 before their change was " \
		"committed")
/* clang-format on */

#define R302_COUNTER_NAME(name, counter, text) name,
enum r302_counter
{
	R302_COUNTERS(R302_COUNTER_NAME) R302_COUNTERS_N
};
#undef R302_COUNTER_NAME

/* row(name, gauge, what it tells): what is so now, asked for when it is read */
/* clang-format off */
#define R302_GAUGES(row) \
	row(R302_G_AORS, "aors", \
		"users with a binding, now") \
	row(R302_G_REMEMBERED, "remembered", \
		"users without a binding that are still known, now") \
	row(R302_G_BINDINGS, "bindings", \
		"bindings now; an expired one counts until it is swept") \
	row(R302_G_DB_QUEUE_ITEMS, "db_queue_items", \
		"changes that are not committed yet, now") \
	row(R302_G_DB_QUEUE_BYTES, "db_queue_bytes", \
		"bytes they take of db_queue_size, now") \
	row(R302_G_DB_AWAY, "db_away", \
		"1 while the database does not answer, or is not loaded yet; else 0")
/* clang-format on */

#define R302_GAUGE_NAME(name, gauge, text) name,
enum r302_gauge
{
	R302_GAUGES(R302_GAUGE_NAME) R302_GAUGES_N
};
#undef R302_GAUGE_NAME

/**
 * Register every counter and every gauge. To be called once, before the fork.
 *
 * @param read  one for each gauge, called by any process at any time
 * @return 0, or -1 (logged)
 */
int r302_stats_init(const counter_cbk_f read[R302_GAUGES_N]);

/** Count one. Lock-free, safe under the bucket lock. */
void r302_stats_inc(enum r302_counter c);

/** Count n. */
void r302_stats_add(enum r302_counter c, int n);

/** Count a refused REGISTER under its reason. Needs err != R302_OK. */
void r302_stats_refused(enum r302_err err);

/** Called for every counter in the order of registration. */
typedef void (*r302_stats_visit)(void *arg, const char *name, long value);
void r302_stats_each(r302_stats_visit visit, void *arg);

#endif
