/**
 * @file
 * @brief Every difference between the versions of Kamailio, and nowhere else.
 *
 * Built against 5.6 to 6.1.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_COMPAT_H
#define R302_COMPAT_H

#include "../../core/parser/msg_parser.h"

/* from 5.8 on Kamailio marks a request that has its final reply, and sl sends no
 * second one; before, nobody could tell */
#ifdef FL_FINAL_REPLY
#define R302_IS_ANSWERED(msg) ((msg)->msg_flags & FL_FINAL_REPLY)
#define R302_SET_ANSWERED(msg) ((msg)->msg_flags |= FL_FINAL_REPLY)
#else
#define R302_IS_ANSWERED(msg) 0
#define R302_SET_ANSWERED(msg) \
	do {                       \
	} while(0)
#endif

/* from 5.7 on a script can ask for parameters in the Via of a reply, or for none */
#ifdef FL_ADD_XAVP_VIA_REPLY_PARAMS
#define R302_VIA_WISH_MORE FL_ADD_XAVP_VIA_REPLY_PARAMS
#else
#define R302_VIA_WISH_MORE 0
#endif
#ifdef FL_VIA_NORECEIVED
#define R302_VIA_WISH_LESS FL_VIA_NORECEIVED
#else
#define R302_VIA_WISH_LESS 0
#endif
#define R302_HAS_VIA_WISHES(msg) \
	((msg)->msg_flags & (R302_VIA_WISH_MORE | R302_VIA_WISH_LESS))

#endif
