/* SPDX-License-Identifier: MIT */
#include "../../core/atomic_ops.h"
#include "../../core/ip_addr.h"
#include "../../core/mem/shm_mem.h"
#include "flow.h"
#include "stream.h"

static atomic_t *noted;

int r302_flow_init(void)
{
	noted = shm_malloc(sizeof(*noted));
	if(noted == NULL)
		return -1;
	atomic_set(noted, 0);
	return 0;
}

void r302_flow_note(void)
{
	if(noted)
		atomic_set(noted, 1);
}

int r302_flow_is_noted(void)
{
	return atomic_get_and_set(noted, 0);
}

int r302_flow_is_stream(const struct r302_binding *b)
{
	return r302_stream_is(b->proto);
}

int r302_flow_is_needed(const struct r302_binding *b)
{
	return b->nated || (b->reg_id && r302_binding_has_instance(b))
		   || b->proto == PROTO_WS || b->proto == PROTO_WSS;
}

int r302_flow_is_open(const struct r302_binding *b)
{
	int id = r302_binding_source(b).connection;

	return !r302_flow_is_stream(b) || id == 0 || r302_stream_is_open(id);
}
