/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "rows.h"
#include "transaction.h"

#define PROBE "r302-probe" /* ruid of a row that is never committed */

/* @return R302_DB_REFUSED: some statement was, nothing is committed */
static enum r302_db_err write_at_once(void)
{
	enum r302_db_err err = R302_DB_REFUSED;

	if(r302_connection_begin() < 0)
		return R302_DB_AWAY;
	if(r302_rows_remove() == 0 && r302_rows_write() == 0)
		err = r302_connection_commit() == 0 ? R302_DB_OK : R302_DB_AWAY;
	if(err != R302_DB_OK)
		r302_connection_rollback();
	return err;
}

/* ---- with care: each row on its own, those refused are left out */

/* what follows can be taken back without the rest of the transaction */
static int mark(void)
{
	return r302_statement_is_unknown()
				   ? 0
				   : r302_statement_run_words("SAVEPOINT r302_row");
}

static int drop_mark(void)
{
	return r302_statement_is_unknown()
				   ? 0
				   : r302_statement_run_words("RELEASE SAVEPOINT r302_row");
}

static int back_to_mark(void)
{
	if(r302_statement_is_unknown())
		return 0;
	return r302_statement_run_words("ROLLBACK TO SAVEPOINT r302_row") < 0
				   ? -1
				   : drop_mark();
}

static void note(struct r302_refused *refused, int i)
{
	str ruid = r302_batch()->row[i].v[R302_C_RUID].is.text;
	int n = refused->n++;

	refused->row[n].aor = r302_batch()->aor[i];
	memcpy(refused->row[n].ruid.s, ruid.s, ruid.len);
	refused->row[n].ruid.s[ruid.len] = '\0';
	refused->row[n].why = "the database refuses the row";
}

/* @return as r302_rows_write_one(); not written: as if it had not been tried; -2 the
 * transaction is gone */
static int try_row(const struct r302_row *row)
{
	int written;

	if(mark() < 0)
		return -2;
	written = r302_rows_write_one(row);
	if(written < 0)
		return back_to_mark() < 0 ? -2 : -1;
	return drop_mark() < 0 ? -2 : written;
}

/* as many characters, all of them harmless */
static str masked(str text)
{
	static char x[8192];
	str s = {x, 0};
	int i;

	if(x[0] == '\0')
		memset(x, 'x', sizeof(x));
	for(i = 0; i < text.len && s.len < (int)sizeof(x); i++)
		s.len += (text.s[i] & 0xc0) != 0x80;
	return s;
}

/* a row as large as this one, with nothing in it to find fault with */
static void make_probe(struct r302_row *probe, const struct r302_row *row)
{
	static char ruid[R302_RUID_MAX];
	str name = row->v[R302_C_RUID].is.text;
	int i;

	*probe = *row;
	for(i = 0; i < R302_COLUMNS; i++) {
		if(row->v[i].kind == R302_V_TEXT)
			probe->v[i].is.text = masked(row->v[i].is.text);
	}
	memset(ruid, 'x', sizeof(ruid));
	memcpy(ruid, PROBE, sizeof(PROBE) - 1);
	probe->v[R302_C_RUID].is.text.s = ruid;
	probe->v[R302_C_RUID].is.text.len = name.len;
	probe->params = masked(row->params);
	probe->source = masked(row->source);
}

/* When it is not taken either, it is not what is in the row: a full disk, a file
 * that cannot be written. */
static int takes_a_row_like(const struct r302_row *row)
{
	struct r302_leaving leaving;
	struct r302_row probe;
	int taken;

	make_probe(&probe, row);
	if(mark() < 0)
		return 0;
	taken = r302_rows_write_one(&probe) == 1;
	if(!r302_statement_is_unknown())
		return back_to_mark() == 0 && taken;
	leaving.user = probe.v[R302_C_USERNAME].is.text;
	leaving.ruid = probe.v[R302_C_RUID].is.text;
	return r302_rows_remove_singly(&leaving) == 0 && taken;
}

/* @return 1 written, 0 refused, -1 the database is away */
static int write_or_refuse(const struct r302_row *row)
{
	int written = try_row(row);

	if(written == -1)
		written = takes_a_row_like(row) ? try_row(row) : -2;
	return written == -1 ? 0 : written < 0 ? -1 : written;
}

static int write_each(struct r302_refused *refused)
{
	int i, written;

	for(i = 0; i < r302_batch()->rows; i++) {
		written = write_or_refuse(&r302_batch()->row[i]);
		if(written < 0)
			return -1;
		if(!written)
			note(refused, i);
	}
	return 0;
}

static enum r302_db_err write_with_care(struct r302_refused *refused)
{
	if(r302_connection_begin() < 0)
		return R302_DB_AWAY;
	if(r302_rows_remove() == 0 && r302_rows_strip() == 0
			&& write_each(refused) == 0 && r302_rows_forget_connections() == 0
			&& r302_connection_commit() == 0)
		return refused->n ? R302_DB_REFUSED : R302_DB_OK;
	r302_connection_rollback();
	refused->n = 0;
	return R302_DB_AWAY;
}

enum r302_db_err r302_batch_write(struct r302_refused *refused)
{
	enum r302_db_err err;

	refused->n = 0;
	if(r302_batch_rows() == 0)
		return R302_DB_OK;
	err = write_at_once();
	return err == R302_DB_REFUSED ? write_with_care(refused) : err;
}
