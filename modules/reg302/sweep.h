/**
 * @file
 * @brief The process that drops what has expired, a little many times a second.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_SWEEP_H
#define R302_SWEEP_H

/** Announce the process. To be called from mod_init. */
void r302_sweep_init(void);

/**
 * Start it. To be called from child_init of the main process.
 * @return 0, or -1 (logged)
 */
int r302_sweep_start(void);

#endif
