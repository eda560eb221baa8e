/**
 * @file
 * @brief The timer that drops what has expired.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef R302_SWEEP_H
#define R302_SWEEP_H

/**
 * Register the timer, once a second. To be called from mod_init.
 * @return 0, or -1 (logged)
 */
int r302_sweep_init(void);

#endif
