/**
 * @file
 * @brief How long things took: a histogram with buckets of 3 % width.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LOAD_HISTOGRAM_H
#define LOAD_HISTOGRAM_H

#include <stdint.h>

#define HISTOGRAM_BUCKETS 1920

struct histogram
{
	uint32_t n[HISTOGRAM_BUCKETS];
	uint64_t total;
	uint64_t max; /* ns */
};

void histogram_add(struct histogram *h, uint64_t ns);

/**
 * @param q  0.5 for the median
 * @return ns that this share of all values does not exceed; 0 without values
 */
uint64_t histogram_quantile(const struct histogram *h, double q);

#endif
