/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "adopt.h"
#include "attrs.h"
#include "rows.h"

/** A row that gets our ruid. */
struct adopted
{
	struct r302_ruid old;
	struct r302_ruid own;
	str user; /* borrowed */
	struct r302_value partition;
	struct r302_value flags;
	int dropped; /* it goes instead */
};

static struct adopted adopted[R302_BATCH_ROWS];
static int adoptions;

static str table(void)
{
	return r302_database_config()->table;
}

static str name_of(enum r302_column c)
{
	return r302_database_config()->column[c];
}

void r302_adopt_start(void)
{
	adoptions = 0;
	r302_batch_start();
}

int r302_adopt_drop(
		str aor, const struct r302_ruid *ruid, const struct r302_ruid *by)
{
	const struct r302_ruid *goes = ruid;
	int i;

	for(i = 0; i < adoptions; i++) {
		if(!adopted[i].dropped && strcmp(adopted[i].own.s, ruid->s) == 0) {
			adopted[i].dropped = 1;
			goes = &adopted[i].old;
		}
	}
	if(goes == ruid && strcmp(ruid->s, by->s) == 0)
		return 0; /* its own */
	return r302_batch_delete(aor, goes);
}

void r302_adopt_row(struct r302_row *row, const struct r302_loaded *l)
{
	struct adopted *a = &adopted[adoptions++];

	a->own = l->own;
	a->user = row->v[R302_C_USERNAME].is.text;
	memcpy(a->old.s, l->ruid.s, l->ruid.len);
	a->old.s[l->ruid.len] = '\0';
	a->dropped = 0;
	r302_codec_adopt(row, l);
	a->partition = row->v[R302_C_PARTITION];
	a->flags = row->v[R302_C_FLAGS];
}

int r302_adopt_is_almost_full(void)
{
	return adoptions == R302_BATCH_ROWS || r302_batch_is_almost_full();
}

/* Rows that have the name already and were read before, or are expired. */
static int own_ruid(str *text, int i)
{
	if(i < adoptions)
		*text = r302_ruid_str(&adopted[i].own);
	return i < adoptions;
}

static int make_way(int64_t last_id)
{
	struct r302_list l = {own_ruid, 0, 0};

	for(; l.from < adoptions; l.from += l.n) {
		r302_statement_start();
		r302_statement_words("DELETE FROM ");
		r302_statement_name(table());
		r302_statement_words(" WHERE id<=");
		r302_statement_number(last_id);
		r302_statement_words(" AND ");
		r302_statement_column(R302_C_RUID);
		r302_statement_words(" IN ");
		r302_statement_list(&l, 2);
		if(r302_statement_run() < 0)
			return -1;
	}
	return 0;
}

static int rename_row(const struct adopted *a)
{
	struct r302_value own = r302_value_text(r302_ruid_str(&a->own));
	struct r302_value old = r302_value_text(r302_ruid_str(&a->old));

	r302_statement_start();
	r302_statement_words("UPDATE ");
	r302_statement_name(table());
	r302_statement_words(" SET ");
	r302_statement_set(name_of(R302_C_RUID), &own);
	r302_statement_words(",");
	r302_statement_set(name_of(R302_C_PARTITION), &a->partition);
	r302_statement_words(",");
	r302_statement_set(name_of(R302_C_FLAGS), &a->flags);
	r302_statement_words(" WHERE ");
	r302_statement_set(name_of(R302_C_RUID), &old);
	if(r302_statement_run() < 0)
		return -1;
	return r302_attrs_rename(
			a->user, r302_ruid_str(&a->old), r302_ruid_str(&a->own));
}

static int rename_singly(const struct adopted *a)
{
	str own = r302_ruid_str(&a->own), old = r302_ruid_str(&a->old);
	struct r302_where w =
			r302_where(name_of(R302_C_RUID), "=", r302_value_text(old));
	struct r302_leaving way = {a->user, own};
	str columns[3] = {name_of(R302_C_RUID), name_of(R302_C_PARTITION),
			name_of(R302_C_FLAGS)};
	struct r302_value values[3] = {
			r302_value_text(own), a->partition, a->flags};

	if(r302_rows_remove_singly(&way) < 0
			|| r302_connection_update(table(), &w, 1, columns, values, 3) < 0)
		return -1;
	return r302_attrs_rename(a->user, old, own);
}

static int rename_all(int64_t last_id)
{
	const struct adopted *a;

	if(!r302_statement_is_unknown() && make_way(last_id) < 0)
		return -1;
	for(a = adopted; a < adopted + adoptions; a++) {
		if(!a->dropped
				&& (r302_statement_is_unknown() ? rename_singly(a)
												: rename_row(a))
						   < 0)
			return -1;
	}
	return 0;
}

int r302_adopt_settle(int64_t last_id)
{
	if(adoptions == 0 && r302_batch_rows() == 0)
		return 0;
	if(r302_connection_begin() < 0)
		return -1;
	if(r302_rows_remove() < 0 || rename_all(last_id) < 0
			|| r302_connection_commit() < 0) {
		r302_connection_rollback();
		return -1;
	}
	r302_adopt_start();
	return 0;
}
