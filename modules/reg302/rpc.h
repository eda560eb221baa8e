/**
 * @file
 * @brief Management: the RPC commands reg302.*
 *
 * They run in the process of the RPC transport (ctl, jsonrpcs), read the clock
 * there, and never hold a lock while they print.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_RPC_H
#define R302_RPC_H

#include "../../core/rpc.h"

/** Table for rpc_register_array(). */
extern rpc_export_t r302_rpc_commands[];

#endif
