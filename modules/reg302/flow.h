/**
 * @file
 * @brief The connection that a phone opened: is it still there?
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_FLOW_H
#define R302_FLOW_H

#include "binding.h"

/** To be called once, before the fork. @return 0, or -1 without shared memory */
int r302_flow_init(void);

/** A phone has registered over a connection, which may be closed by now. */
void r302_flow_note(void);

/** @return 1 when r302_flow_note() was called since it was asked last, else 0 */
int r302_flow_is_noted(void);

/** @return 1 when the binding came over a connection (TCP, TLS, WebSocket) */
int r302_flow_is_stream(const struct r302_binding *b);

/**
 * @return 1 when the phone is only there while its connection is: behind a NAT,
 *         by outbound (RFC 5626), or in a browser (RFC 7118)
 */
int r302_flow_is_needed(const struct r302_binding *b);

/**
 * @return 1 when the connection that the binding came over is open, or when it
 *         came over none; else 0. RFC 5626 7: a flow that failed is no target.
 */
int r302_flow_is_open(const struct r302_binding *b);

#endif
