/**
 * @file
 * @brief Module parameters: defaults, ranges, and the sentence for a bad one.
 *
 * Parameters are set before the start and never change after it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_CONFIG_H
#define R302_CONFIG_H

#include "../../core/sr_module.h"
#include "hash.h"
#include "limits.h"

/** The table for struct module_exports. */
extern param_export_t r302_config_params[];

/**
 * Check every parameter and make the key of the To-tag. From mod_init.
 * @return 0, or -1 with one sentence logged for each bad parameter
 */
int r302_config_check(void);

/** @return what the operator allows, by value */
struct r302_limits r302_config_limits(void);

/** @return 1 when pkg memory is to be primed, see prime.h */
int r302_config_primes_pkg(void);

/** @return the key of the To-tag; const after r302_config_check() */
const struct r302_key *r302_config_tag_key(void);

#endif
