/**
 * @file
 * @brief The functions of the routing script and of KEMI: arguments in, one
 * call, a number out. Reads the clock for everything below.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_SCRIPT_H
#define R302_SCRIPT_H

#include "../../core/kemi.h"
#include "../../core/sr_module.h"

/** Tables for struct module_exports and for sr_kemi_modules_add(). */
extern cmd_export_t r302_script_functions[];
extern sr_kemi_t r302_script_kemi[];

#endif
