/**
 * @file
 * @brief Connections: which transports have them, and is one still there?
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_STREAM_H
#define R302_STREAM_H

/** @return 1 for a transport that has connections: PROTO_TCP, _TLS, _WS, _WSS */
int r302_stream_is(int proto);

/**
 * Ask the core. Takes and leaves its lock of connections: not under a lock of
 * ours.
 * @param id  of a connection, not 0
 * @return 1, or 0: it is closed, or was of an earlier life of the server
 */
int r302_stream_is_open(int id);

#endif
