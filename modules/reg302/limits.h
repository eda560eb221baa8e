/**
 * @file
 * @brief What the operator allows: handed down by value, so that nothing
 * below config.c reads a parameter.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_LIMITS_H
#define R302_LIMITS_H

#include <stdint.h>
#include "../../core/str.h"

#define R302_CONTACTS_MAX 128 /* Contacts in one request, bindings of one AOR */

#define R302_UDP_MAX 65507 /* bytes of a datagram, RFC 768 over IPv4 */

enum r302_path_mode
{
	R302_PATH_OFF,	 /* Path is ignored */
	R302_PATH_LAZY,	 /* stored; returned when the client supports it */
	R302_PATH_STRICT /* 420 unless the client supports it, RFC 3327 5.3 */
};

enum r302_nat_detect
{
	R302_NAT_AUTO,	 /* as reach.h tells */
	R302_NAT_ALWAYS, /* whenever the Contact is not the source */
	R302_NAT_NEVER
};

enum r302_redirect_contact
{
	R302_REDIRECT_AUTO,		  /* as reach.h tells */
	R302_REDIRECT_REGISTERED, /* always the Contact as registered */
	R302_REDIRECT_SOURCE	  /* always the source of the REGISTER */
};

struct r302_limits
{
	uint32_t default_expires; /* seconds */
	uint32_t min_expires;	  /* seconds; below it 423, RFC 3261 10.3 (7) */
	uint32_t max_expires;	  /* seconds; 0: no limit */
	int expires_range;		  /* percent that a lifetime may be shortened by */
	uint32_t remember_users;  /* seconds a user without a binding is known */
	int max_contacts;		  /* bindings of one AOR; 0: R302_CONTACTS_MAX */
	int replace_oldest;		  /* instead of refusing at max_contacts */
	int contact_max_size;	  /* bytes of a Contact's URI */
	int use_domain;			  /* the host is a part of the AOR */
	enum r302_path_mode path_mode;
	enum r302_nat_detect nat_detect;
	int retry_after;		  /* seconds, in a 500; 0: not sent */
	int contacts_per_request; /* Contacts in one REGISTER */
	int user_max_size;		  /* bytes of the user part of an AOR */
	int host_max_size;		  /* bytes of the host of an AOR */
	int max_bindings;		  /* of the whole server; 0: no limit */
	int outbound;			  /* RFC 5626 is on */
	int gruu;				  /* RFC 5627 is on */
	int flow_timer;			  /* seconds, RFC 5626 4.4.2; 0: not sent */
	str service_route;	  /* value of Service-Route, RFC 3608; empty: none */
	int redirect_expires; /* tell the caller how long a Contact lives */
	int redirect_max_contacts; /* Contacts of one 302; 0: all */
	int redirect_max_size; /* bytes of a 302 over UDP; 0: 65,507, the datagram */
	int redirect_status;   /* with several Contacts: 302 or 300 */
	enum r302_redirect_contact redirect_contact;
};

#endif
