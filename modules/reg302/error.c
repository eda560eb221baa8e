/* SPDX-License-Identifier: MIT */
#include "error.h"

struct outcome
{
	int status;
	str reason;
};

#define ROW(name, status, reason, counter, text) {status, str_init(reason)},
static const struct outcome outcomes[] = {R302_OUTCOMES(ROW)};

int r302_error_status(enum r302_err err)
{
	return outcomes[err].status;
}

const str *r302_error_reason(enum r302_err err)
{
	return &outcomes[err].reason;
}
