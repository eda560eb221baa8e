/**
 * @file
 * @brief SIP messages that are nearly right.
 *
 * A message is made of a seed and nothing else: the same seed, the same bytes.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FUZZ_MUTATE_H
#define FUZZ_MUTATE_H

#include <stddef.h>
#include <stdint.h>

#define MESSAGE_MAX 65000 /* bytes; one UDP datagram takes no more */

/** @return the next number of the sequence that the state stands for */
uint64_t mutate_random(uint64_t *state);

/**
 * Read the messages to start from: every file of a folder.
 * @return how many, or -1
 */
int mutate_load(const char *folder);

/**
 * Make message n of a run.
 *
 * @param out   at least MESSAGE_MAX bytes
 * @param seed  of the run
 * @param host  "127.0.0.1:5060", for $host in the messages to start from
 * @return bytes, at least 1
 */
size_t mutate_message(char *out, uint64_t seed, uint64_t n, const char *host);

/**
 * Make something that an operator might type where an AOR, a Contact, an address
 * or a number is asked for.
 * @param state  of the sequence
 */
void mutate_word(char *out, size_t size, uint64_t *state);

#endif
