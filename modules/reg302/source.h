/**
 * @file
 * @brief Where a request came from.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_SOURCE_H
#define R302_SOURCE_H

#include "uri.h"

struct socket_info;

struct r302_source
{
	struct r302_ip ip;		  /* len 0: not known (added by an operator) */
	unsigned short port;	  /* host byte order */
	unsigned char proto;	  /* Kamailio's PROTO_UDP, PROTO_TCP ... */
	int connection;			  /* TCP connection id, 0 for UDP */
	struct socket_info *sock; /* the one that took the packet; lives as long
							   * as the server */
};

#endif
