/* Watches replies as corex or dlgs do (SREV_SIP_REPLY_OUT), and tells by RPC what
 * it was shown. Built and loaded by the wire ring only. */
#include <string.h>
#include "../../core/events.h"
#include "../../core/mem/shm_mem.h"
#include "../../core/rpc.h"
#include "../../core/rpc_lookup.h"
#include "../../core/sr_module.h"

MODULE_VERSION

static struct
{
	int replies;
	int code;		 /* as told */
	int status;		 /* of the parsed reply */
	int length;		 /* of what was sent */
	int is_whole;	 /* it ends with an empty line */
	char method[16]; /* of the request */
	int port;		 /* where the request came from */
	int to_port;	 /* where the reply went */
} * seen;

static int on_reply(sr_event_param_t *event)
{
	str method = event->req->first_line.u.request.method;

	seen->replies++;
	seen->code = event->rplcode;
	seen->status = event->rpl->first_line.u.reply.statuscode;
	seen->length = event->obuf.len;
	seen->is_whole =
			memcmp(event->obuf.s + event->obuf.len - 4, "\r\n\r\n", 4) == 0;
	snprintf(seen->method, sizeof(seen->method), "%.*s", method.len, method.s);
	seen->port = event->rcv->src_port;
	seen->to_port = su_getport(&event->dst->to);
	return 0;
}

static void tell(rpc_t *rpc, void *ctx)
{
	void *all;

	rpc->add(ctx, "{", &all);
	rpc->struct_add(all, "dddddsdd", "replies", seen->replies, "code",
			seen->code, "status", seen->status, "length", seen->length, "whole",
			seen->is_whole, "method", seen->method, "port", seen->port,
			"to_port", seen->to_port);
}

static const char *doc[] = {"What was seen of the last reply", NULL};
static rpc_export_t commands[] = {{"probe.seen", tell, doc, 0}, {0}};

static int mod_init(void)
{
	seen = shm_malloc(sizeof(*seen));
	if(seen == NULL || rpc_register_array(commands) != 0)
		return -1;
	memset(seen, 0, sizeof(*seen));
	return sr_event_register_cb(SREV_SIP_REPLY_OUT, on_reply);
}

struct module_exports exports = {
		"probe302", DEFAULT_DLFLAGS, 0, 0, 0, 0, 0, mod_init, 0, 0};
