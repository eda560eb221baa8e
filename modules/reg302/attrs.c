/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include "attrs.h"

/* the columns have no parameters */
enum
{
	RUID,
	USERNAME,
	DOMAIN,
	ANAME,
	ATYPE,
	AVALUE,
	LAST_MODIFIED,
	COLUMNS
};
static const str columns[COLUMNS] = {str_init("ruid"), str_init("username"),
		str_init("domain"), str_init("aname"), str_init("atype"),
		str_init("avalue"), str_init("last_modified")};

static const str source_name = str_init("r302_source");
static const str params_name = str_init("r302_params");

struct attr
{
	struct r302_value v[COLUMNS];
	char name[24];
};

static str table(void)
{
	return r302_database_config()->attrs;
}

/* @return bytes of the nth piece, cut between characters of UTF-8 */
static int cut_piece(str *piece, str text, int nth)
{
	int n;

	for(;; nth--) {
		n = text.len < R302_ATTRS_PIECE ? text.len : R302_ATTRS_PIECE;
		while(n < text.len && n > 0 && (text.s[n] & 0xc0) == 0x80)
			n--;
		piece->s = text.s;
		piece->len = n;
		if(nth == 0)
			return n;
		text.s += n;
		text.len -= n;
	}
}

/* the nth attribute of a row: the source, the pieces of the parameters */
static int attr_of(struct attr *a, const struct r302_row *row, int nth)
{
	str name = source_name, value = row->source;

	if(row->source.len == 0 || nth > 0) {
		nth -= row->source.len > 0;
		name.s = a->name;
		name.len =
				snprintf(a->name, sizeof(a->name), "%s%d", params_name.s, nth);
		if(nth >= R302_ATTRS_PIECES || cut_piece(&value, row->params, nth) == 0)
			return 0;
	}
	a->v[RUID] = row->v[R302_C_RUID];
	a->v[USERNAME] = row->v[R302_C_USERNAME];
	a->v[DOMAIN] = row->v[R302_C_DOMAIN];
	a->v[ANAME] = r302_value_text(name);
	a->v[ATYPE].kind = R302_V_NUMBER;
	a->v[ATYPE].is.number = 0; /* a text */
	a->v[AVALUE] = r302_value_text(value);
	a->v[LAST_MODIFIED] = row->v[R302_C_LAST_MODIFIED];
	return 1;
}

/* ---- writing */

static void put_head(void)
{
	int i;

	r302_statement_words("INSERT INTO ");
	r302_statement_name(table());
	for(i = 0; i < COLUMNS; i++) {
		r302_statement_words(i ? "," : " (");
		r302_statement_name(columns[i]);
	}
	r302_statement_words(") VALUES ");
}

static void put_values(const struct attr *a, int first)
{
	int i;

	for(i = 0; i < COLUMNS; i++) {
		r302_statement_words(i ? "," : first ? "(" : ",(");
		r302_statement_value(&a->v[i]);
	}
	r302_statement_words(")");
}

int r302_attrs_put(const struct r302_row *row)
{
	struct attr a;
	int nth;

	for(nth = 0; attr_of(&a, row, nth); nth++) {
		if(nth == 0)
			put_head();
		put_values(&a, nth == 0);
	}
	return nth;
}

int r302_attrs_insert(const struct r302_some *rows)
{
	struct attr a;
	int i, nth, n = 0;

	for(i = 0; i < rows->n; i++) {
		for(nth = 0; attr_of(&a, rows->row[i], nth); nth++) {
			if(n == 0) {
				r302_statement_start();
				put_head();
			}
			put_values(&a, n++ == 0);
			if(r302_statement_is_long()) {
				if(r302_statement_run() < 0)
					return -1;
				n = 0;
			}
		}
	}
	return n ? r302_statement_run() : 0;
}

/* what a list is made of at the moment */
static const struct r302_some *listed;

static int listed_user(str *text, int i)
{
	if(i >= listed->n)
		return 0;
	*text = listed->row[i]->v[R302_C_USERNAME].is.text;
	return 1;
}

static int listed_ruid(str *text, int i)
{
	if(i >= listed->n)
		return 0;
	*text = listed->row[i]->v[R302_C_RUID].is.text;
	return 1;
}

static int leaving_user(str *text, int i)
{
	if(i >= r302_batch()->deletes)
		return 0;
	*text = r302_batch()->leaving[i].user;
	return 1;
}

static int leaving_ruid(str *text, int i)
{
	if(i >= r302_batch()->deletes)
		return 0;
	*text = r302_batch()->leaving[i].ruid;
	return 1;
}

/* by the username, of which there is an index */
static int remove_listed(struct r302_list users, struct r302_list ruids, int n)
{
	for(; users.from < n; users.from += users.n) {
		r302_statement_start();
		r302_statement_words("DELETE FROM ");
		r302_statement_name(table());
		r302_statement_words(" WHERE username IN ");
		r302_statement_list(&users, 4);
		r302_statement_words(" AND ruid IN ");
		ruids.from = users.from;
		r302_statement_list(&ruids, 4);
		if(ruids.n < users.n)
			users.n = ruids.n;
		if(r302_statement_run() < 0)
			return -1;
	}
	return 0;
}

int r302_attrs_remove(const struct r302_some *rows)
{
	struct r302_list users = {listed_user, 0, 0}, ruids = {listed_ruid, 0, 0};

	listed = rows;
	return remove_listed(users, ruids, rows->n);
}

int r302_attrs_leave(void)
{
	struct r302_list users = {leaving_user, 0, 0};
	struct r302_list ruids = {leaving_ruid, 0, 0};

	return remove_listed(users, ruids, r302_batch()->deletes);
}

/* ---- one at a time */

static void find_by(struct r302_where w[2], str user, str ruid)
{
	w[0] = r302_where(columns[USERNAME], "=", r302_value_text(user));
	w[1] = r302_where(columns[RUID], "=", r302_value_text(ruid));
}

int r302_attrs_rename(str user, str old, str own)
{
	struct r302_value is_own = r302_value_text(own);
	struct r302_where w[2];

	find_by(w, user, old);
	if(r302_statement_is_unknown())
		return r302_connection_update(
				table(), w, 2, &columns[RUID], &is_own, 1);
	r302_statement_start();
	r302_statement_words("UPDATE ");
	r302_statement_name(table());
	r302_statement_words(" SET ");
	r302_statement_set(columns[RUID], &is_own);
	r302_statement_words(" WHERE ");
	r302_statement_set(w[0].column, &w[0].value);
	r302_statement_words(" AND ");
	r302_statement_set(w[1].column, &w[1].value);
	return r302_statement_run();
}

int r302_attrs_insert_singly(const struct r302_row *row)
{
	struct attr a;
	int nth;

	for(nth = 0; attr_of(&a, row, nth); nth++) {
		if(r302_connection_insert(table(), columns, a.v, COLUMNS) < 0)
			return -1;
	}
	return 0;
}

int r302_attrs_remove_singly(str user, str ruid)
{
	struct r302_where w[2];

	find_by(w, user, ruid);
	return r302_connection_remove(table(), w, 2);
}

/* ---- reading */

int r302_attrs_find_singly(
		struct r302_result *result, const struct r302_row *row)
{
	const str wanted[2] = {columns[ANAME], columns[AVALUE]};
	struct r302_where w[2];

	result->rows = NULL;
	result->n = 0;
	if(row->v[R302_C_RUID].kind != R302_V_TEXT
			|| row->v[R302_C_USERNAME].kind != R302_V_TEXT)
		return 0;
	find_by(w, row->v[R302_C_USERNAME].is.text, row->v[R302_C_RUID].is.text);
	return r302_connection_find(
			result, table(), w, 2, wanted, 2, &columns[ANAME]);
}

int r302_attrs_exist(void)
{
	r302_statement_start();
	r302_statement_words("SELECT id FROM ");
	r302_statement_name(table());
	r302_statement_words(" LIMIT 1");
	return r302_statement_finds();
}

int r302_attrs_find(struct r302_result *result, int64_t from, int64_t to)
{
	r302_statement_start();
	r302_statement_words("SELECT l.id,a.aname,a.avalue FROM ");
	r302_statement_name(r302_database_config()->table);
	r302_statement_words(" l JOIN ");
	r302_statement_name(table());
	r302_statement_words(" a ON a.ruid=l.");
	r302_statement_column(R302_C_RUID);
	r302_statement_words(" AND a.username=l.");
	r302_statement_column(R302_C_USERNAME);
	r302_statement_words(" WHERE l.id>");
	r302_statement_number(from);
	r302_statement_words(" AND l.id<=");
	r302_statement_number(to);
	r302_statement_words(" ORDER BY l.id,a.aname");
	return r302_statement_query(result);
}

/* Pieces come in the order of their names. */
void r302_attrs_take(struct r302_attrs *attrs, struct r302_row *row,
		const struct r302_value *name, const struct r302_value *value)
{
	str n = name->is.text, v = value->is.text;

	if(name->kind != R302_V_TEXT || value->kind != R302_V_TEXT)
		return;
	if(n.len == source_name.len && memcmp(n.s, source_name.s, n.len) == 0) {
		row->source = v;
	} else if(n.len == params_name.len + 1
			  && memcmp(n.s, params_name.s, params_name.len) == 0
			  && row->params.len + v.len <= (int)sizeof(attrs->params)) {
		memcpy(attrs->params + row->params.len, v.s, v.len);
		row->params.s = attrs->params;
		row->params.len += v.len;
	}
}
