/**
 * @file
 * @brief MD5 (RFC 1321), which Digest asks for: no library is needed for it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PHONES_MD5_H
#define PHONES_MD5_H

/** Hash a NUL-terminated text of at most 1,000 bytes into 32 digits and a NUL. */
void md5_hex(const char *text, char hex[33]);

#endif
