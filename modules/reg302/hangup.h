/**
 * @file
 * @brief The timer that drops bindings whose connection is closed.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_HANGUP_H
#define R302_HANGUP_H

/**
 * Register the timer, once a second. To be called from mod_init.
 *
 * A phone that is only there while its connection is (flow.h) is offered to
 * nobody from the moment the connection closes; the binding itself goes within
 * a second, and one more for each 10,000 users of the server. Who never had a
 * TCP connection pays nothing.
 * @return 0, or -1 (logged)
 */
int r302_hangup_init(void);

#endif
