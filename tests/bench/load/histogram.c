/* SPDX-License-Identifier: MIT */
#include "histogram.h"

#define BITS 5 /* 32 buckets for each power of two */
#define STEPS (1u << BITS)

static unsigned bucket_of(uint64_t ns)
{
	int shift;

	if(ns < STEPS)
		return (unsigned)ns;
	shift = 63 - __builtin_clzll(ns) - BITS;
	return (unsigned)shift * STEPS + (unsigned)(ns >> shift);
}

/* the highest value that bucket_of() puts there */
static uint64_t end_of(unsigned bucket)
{
	unsigned shift;

	if(bucket < 2 * STEPS)
		return bucket;
	shift = bucket / STEPS - 1;
	return ((uint64_t)(bucket % STEPS + STEPS + 1) << shift) - 1;
}

void histogram_add(struct histogram *h, uint64_t ns)
{
	h->n[bucket_of(ns)]++;
	h->total++;
	if(ns > h->max)
		h->max = ns;
}

uint64_t histogram_quantile(const struct histogram *h, double q)
{
	uint64_t seen = 0, end;
	unsigned i;

	for(i = 0; i < HISTOGRAM_BUCKETS; i++) {
		seen += h->n[i];
		if(seen && (double)seen >= q * (double)h->total) {
			end = end_of(i);
			return end < h->max ? end : h->max;
		}
	}
	return 0;
}
