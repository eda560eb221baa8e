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

#endif
