/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include "../../core/globals.h"
#include "../../core/ip_addr.h"
#include "../../core/tcp_conn.h"
#include "stream.h"

int r302_stream_is(int proto)
{
	return proto == PROTO_TCP || proto == PROTO_TLS || proto == PROTO_WS
		   || proto == PROTO_WSS;
}

int r302_stream_is_open(int id)
{
	struct tcp_connection *c;
	int open;

	if(tcp_disable)
		return 0; /* of an earlier life of the server; there is no table to ask */
	c = tcpconn_get(id, NULL, 0, NULL, 0);
	if(c == NULL)
		return 0;
	open = c->state != S_CONN_ERROR && c->state != S_CONN_EOF;
	tcpconn_put(c);
	return open;
}
