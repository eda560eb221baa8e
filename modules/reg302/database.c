/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include "../../core/dprint.h"
#include "../../core/ip_addr.h"
#include "../../core/socket_info.h"
#include "connection.h"
#include "database.h"
#include "prime.h"

#define LOCATION_VERSION 9
#define ATTRS_VERSION 1
#define STATEMENT_MAX (128 * 1024) /* bytes; a row needs 20,000 at most */
#define PIECE 512				   /* bytes of an attribute's value */
#define PIECES 5				   /* of the longest parameters */
#define MALFORMED_LOGGED 10		   /* rows of one load that are named */
#define PROBE "r302-probe"		   /* ruid of a row that is never committed */

static struct r302_db_config config;
static struct r302_sql sql;
static char statement[STATEMENT_MAX];

/* the columns of location_attrs have no parameters */
static const str attr_columns[] = {str_init("ruid"), str_init("username"),
		str_init("domain"), str_init("aname"), str_init("atype"),
		str_init("avalue"), str_init("last_modified")};
#define ATTR_COLUMNS 7

static const str source_name = str_init("r302_source");
static const str params_name = str_init("r302_params");

/* ---- names */

static int check_name(const char *what, str name)
{
	if(r302_sql_is_name(name))
		return 0;
	LM_ERR("parameter %s is \"%.*s\": give a name of letters, digits and _\n",
			what, name.len, name.s);
	return -1;
}

static int check_names(void)
{
	char what[64];
	int i, bad = 0;

	bad |= check_name("db_table", config.table);
	bad |= check_name("db_attrs_table", config.attrs);
	for(i = 0; i < R302_COLUMNS; i++) {
		if(config.column[i].len == 0) {
			config.column[i].s = (char *)r302_column_name(i);
			config.column[i].len = (int)strlen(config.column[i].s);
		}
		snprintf(what, sizeof(what), "%s_column", r302_column_name(i));
		bad |= check_name(what, config.column[i]);
	}
	return bad;
}

int r302_database_bind(const struct r302_db_config *c)
{
	config = *c;
	if(check_names() < 0
			|| r302_connection_bind(config.url, config.row_by_row) < 0)
		return -1;
	/* SQLite holds a text of any length in any column */
	config.codec.widths = strncmp(config.url.s, "sqlite:", 7) != 0;
	return 0;
}

/* ---- connection */

static int check_version(str table, int expected)
{
	int version = r302_connection_version(table);

	if(version == expected)
		return 0;
	if(version < 0)
		LM_ERR("the table \"version\" cannot be read: create Kamailio's tables "
			   "(kamdbctl create, or cfg/schema for SQLite and PostgreSQL)\n");
	else if(version == 0)
		LM_ERR("the table \"version\" does not list \"%.*s\": create the "
			   "tables "
			   "of Kamailio's usrloc (usrloc-create.sql), or correct db_table "
			   "or db_attrs_table\n",
				table.len, table.s);
	else
		LM_ERR("the table \"%.*s\" has version %d, and %d is needed: use the "
			   "schema of the installed Kamailio\n",
				table.len, table.s, version, expected);
	return -1;
}

static int is_alive(void)
{
	str statement = str_init("SELECT 1");

	return r302_connection_dialect() == R302_SQL_NONE
		   || r302_connection_run(statement) == 0;
}

int r302_database_open(void)
{
	if(r302_connection_open() < 0)
		return -1;
	if(!is_alive()) {
		r302_connection_close();
		return -1;
	}
	if(check_version(config.table, LOCATION_VERSION) == 0
			&& check_version(config.attrs, ATTRS_VERSION) == 0)
		return 0;
	r302_connection_close();
	return -2;
}

void r302_database_close(void)
{
	r302_connection_close();
}

int r302_database_is_open(void)
{
	return r302_connection_is_open();
}

/* ---- statements */

static void start(void)
{
	r302_sql_start(
			&sql, statement, sizeof(statement), r302_connection_dialect());
}

static void words(const char *text)
{
	r302_sql_words(&sql, text);
}

static void column(enum r302_column c)
{
	r302_sql_name(&sql, config.column[c]);
}

static int run(void)
{
	return r302_connection_run(r302_sql_str(&sql));
}

/** A list of texts under way: "(...", cut into several statements when long. */
struct list
{
	int (*text)(str *, int); /* gives the nth text; 0 at the end */
	int from;
	int n; /* texts in the statement */
};

/* "'a','b'" as far as half of the statement's room goes */
static void put_list(struct list *l, size_t room)
{
	size_t until = sql.len + room;
	str text;

	words("(");
	for(l->n = 0; sql.len < until && l->text(&text, l->from + l->n); l->n++) {
		if(l->n)
			words(",");
		r302_sql_text(&sql, text);
	}
	words(")");
}

/* ---- the batch */

/** A row that goes. */
struct gone
{
	str user;
	str ruid;
};

static struct
{
	struct r302_row row[R302_BATCH_ROWS];
	str aor[R302_BATCH_ROWS];
	int rows;
	struct gone gone[R302_BATCH_DELETES];
	int deletes;
	struct r302_room room;
	char text[2 * 1024 * 1024];
} batch;

void r302_batch_start(void)
{
	batch.rows = batch.deletes = 0;
	batch.room.s = batch.text;
	batch.room.size = sizeof(batch.text);
	batch.room.used = 0;
}

static int keep(str *to, str text)
{
	if((size_t)text.len > batch.room.size - batch.room.used)
		return -1;
	to->s = batch.room.s + batch.room.used;
	to->len = text.len;
	memcpy(to->s, text.s, text.len);
	batch.room.used += text.len;
	return 0;
}

int r302_batch_upsert(str aor, const struct r302_binding *b, const char **why)
{
	const char *bad;

	if(batch.rows == R302_BATCH_ROWS || keep(&batch.aor[batch.rows], aor) < 0)
		return -1;
	bad = r302_codec_encode(&batch.row[batch.rows], &batch.room,
			batch.aor[batch.rows], b, &config.codec);
	if(bad == r302_codec_no_room)
		return -1;
	if(bad) {
		*why = bad;
		return 1;
	}
	batch.rows++;
	return 0;
}

int r302_batch_delete(str aor, const struct r302_ruid *ruid)
{
	struct gone *gone = &batch.gone[batch.deletes];
	str user, domain;

	r302_codec_cut(&user, &domain, aor, &config.codec);
	if(batch.deletes == R302_BATCH_DELETES || keep(&gone->user, user) < 0
			|| keep(&gone->ruid, r302_ruid_str(ruid)) < 0)
		return -1;
	batch.deletes++;
	return 0;
}

int r302_batch_rows(void)
{
	return batch.rows + batch.deletes;
}

static int gone_ruid(str *text, int i)
{
	*text = batch.gone[i].ruid;
	return i < batch.deletes;
}

/* rows that go, then rows that are written: the attributes of both go */
static int any_ruid(str *text, int i)
{
	int n = i - batch.deletes;

	if(n < 0)
		*text = batch.gone[i].ruid;
	else if(n < batch.rows)
		*text = batch.row[n].v[R302_C_RUID].is.text;
	return n < batch.rows;
}

static int any_user(str *text, int i)
{
	int n = i - batch.deletes;

	if(n < 0)
		*text = batch.gone[i].user;
	else if(n < batch.rows)
		*text = batch.row[n].v[R302_C_USERNAME].is.text;
	return n < batch.rows;
}

static int delete_rows(void)
{
	struct list l = {gone_ruid, 0, 0};

	for(; l.from < batch.deletes; l.from += l.n) {
		start();
		words("DELETE FROM ");
		r302_sql_name(&sql, config.table);
		words(" WHERE ");
		column(R302_C_RUID);
		words(" IN ");
		put_list(&l, STATEMENT_MAX / 2);
		if(run() < 0)
			return -1;
	}
	return 0;
}

/* by the username, of which there is an index */
static int delete_attrs(void)
{
	struct list users = {any_user, 0, 0}, ruids = {any_ruid, 0, 0};

	for(; users.from < batch.deletes + batch.rows; users.from += users.n) {
		start();
		words("DELETE FROM ");
		r302_sql_name(&sql, config.attrs);
		words(" WHERE username IN ");
		put_list(&users, STATEMENT_MAX / 4);
		words(" AND ruid IN ");
		ruids.from = users.from;
		put_list(&ruids, STATEMENT_MAX / 4);
		if(ruids.n < users.n)
			users.n = ruids.n;
		if(run() < 0)
			return -1;
	}
	return 0;
}

/* ---- rows in statements */

/* A row without connection and reg-id keeps what is in most of the indexes when
 * it is updated, and SQLite writes each index whose columns are named. */
static int is_plain(const struct r302_row *row)
{
	return r302_connection_dialect() == R302_SQL_SQLITE
		   && row->v[R302_C_REG_ID].is.number == 0
		   && row->v[R302_C_CONNECTION_ID].is.number == 0;
}

/* what never changes while the ruid is the same, or is indexed */
static int changes(enum r302_column c, int plain)
{
	if(c == R302_C_RUID || c == R302_C_USERNAME || c == R302_C_DOMAIN)
		return 0;
	return !plain
		   || (c != R302_C_CONTACT && c != R302_C_SERVER_ID
				   && c != R302_C_CONNECTION_ID && c != R302_C_KEEPALIVE
				   && c != R302_C_CFLAGS);
}

static void begin_insert(void)
{
	int i;

	start();
	words("INSERT INTO ");
	r302_sql_name(&sql, config.table);
	for(i = 0; i < R302_COLUMNS; i++) {
		words(i ? "," : " (");
		column(i);
	}
	words(") VALUES ");
}

static void put_row(const struct r302_row *row, int first)
{
	int i;

	words(first ? "(" : ",(");
	for(i = 0; i < R302_COLUMNS; i++) {
		if(i)
			words(",");
		r302_sql_value(&sql, &row->v[i]);
	}
	words(")");
}

static int end_insert(int plain)
{
	int i, n = 0;

	words(" ON CONFLICT (");
	column(R302_C_RUID);
	words(") DO UPDATE SET ");
	for(i = 0; i < R302_COLUMNS; i++) {
		if(!changes(i, plain))
			continue;
		words(n++ ? "," : "");
		column(i);
		words("=excluded.");
		column(i);
	}
	return run();
}

/* all rows of one kind, as many at a time as fit */
static int upsert_rows(int plain)
{
	int i, n = 0;

	for(i = 0; i < batch.rows; i++) {
		if(is_plain(&batch.row[i]) != plain)
			continue;
		if(n == 0)
			begin_insert();
		put_row(&batch.row[i], n++ == 0);
		if(sql.len > STATEMENT_MAX * 3 / 4) {
			if(end_insert(plain) < 0)
				return -1;
			n = 0;
		}
	}
	return n ? end_insert(plain) : 0;
}

static int finds(void)
{
	struct r302_result result;
	int n;

	if(r302_connection_query(&result, r302_sql_str(&sql)) < 0)
		return -1;
	n = result.n;
	r302_result_free(&result);
	return n > 0;
}

static int has_connections(void)
{
	start();
	words("SELECT id FROM ");
	r302_sql_name(&sql, config.table);
	words(" WHERE ");
	column(R302_C_SERVER_ID);
	words("=");
	r302_sql_number(&sql, config.codec.server_id);
	words(" AND ");
	column(R302_C_CONNECTION_ID);
	words(">0 LIMIT 1");
	return finds();
}

static int plain_ruid(str *text, int i)
{
	static const str none = str_init("");

	if(i >= batch.rows)
		return 0;
	*text = is_plain(&batch.row[i]) ? batch.row[i].v[R302_C_RUID].is.text
									: none;
	return 1;
}

/* What is_plain() left out: a phone that came over a connection last time. Mostly
 * the index tells that there is no such row at all. */
static int forget_connections(void)
{
	struct list l = {plain_ruid, 0, 0};
	int ret;

	if(r302_connection_dialect() != R302_SQL_SQLITE)
		return 0;
	for(ret = has_connections(); ret > 0 && l.from < batch.rows;
			l.from += l.n) {
		start();
		words("UPDATE ");
		r302_sql_name(&sql, config.table);
		words(" SET ");
		column(R302_C_CONNECTION_ID);
		words("=0 WHERE ");
		column(R302_C_CONNECTION_ID);
		words(">0 AND ");
		column(R302_C_RUID);
		words(" IN ");
		put_list(&l, STATEMENT_MAX / 2);
		if(run() < 0)
			return -1;
	}
	return ret < 0 ? -1 : 0;
}

/* ---- attributes */

/** An attribute of a row: ruid, username, domain, aname, atype, avalue,
 * last_modified. */
struct attr
{
	struct r302_value v[ATTR_COLUMNS];
	char name[24];
};

static struct r302_value text_value(str text)
{
	struct r302_value v = {R302_V_TEXT, {.text = text}};

	return v;
}

/* @return bytes of the nth piece, cut between characters of UTF-8 */
static int cut_piece(str *piece, str text, int nth)
{
	int n;

	for(;; nth--) {
		n = text.len < PIECE ? text.len : PIECE;
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
		if(nth >= PIECES || cut_piece(&value, row->params, nth) == 0)
			return 0;
	}
	a->v[0] = row->v[R302_C_RUID];
	a->v[1] = row->v[R302_C_USERNAME];
	a->v[2] = row->v[R302_C_DOMAIN];
	a->v[3] = text_value(name);
	a->v[4].kind = R302_V_NUMBER;
	a->v[4].is.number = 0; /* a text */
	a->v[5] = text_value(value);
	a->v[6] = row->v[R302_C_LAST_MODIFIED];
	return 1;
}

static void put_attr(const struct attr *a, int first)
{
	int i;

	if(first) {
		start();
		words("INSERT INTO ");
		r302_sql_name(&sql, config.attrs);
		for(i = 0; i < ATTR_COLUMNS; i++) {
			words(i ? "," : " (");
			r302_sql_name(&sql, attr_columns[i]);
		}
		words(") VALUES ");
	}
	for(i = 0; i < ATTR_COLUMNS; i++) {
		words(i ? "," : first ? "(" : ",(");
		r302_sql_value(&sql, &a->v[i]);
	}
	words(")");
}

static int insert_attrs(int from, int to)
{
	struct attr a;
	int i, nth, n = 0;

	for(i = from; i < to; i++) {
		for(nth = 0; attr_of(&a, &batch.row[i], nth); nth++) {
			put_attr(&a, n++ == 0);
			if(sql.len > STATEMENT_MAX * 3 / 4) {
				if(run() < 0)
					return -1;
				n = 0;
			}
		}
	}
	return n ? run() : 0;
}

/* ---- one row through the interface, for drivers that are not known */

static struct r302_where where(str name, const char *op, struct r302_value v)
{
	struct r302_where w = {name, op, v};

	return w;
}

static int remove_attrs_singly(str user, str ruid)
{
	struct r302_where w[2] = {where(attr_columns[1], "=", text_value(user)),
			where(attr_columns[0], "=", text_value(ruid))};

	return r302_connection_remove(config.attrs, w, 2);
}

static int remove_singly(const struct gone *gone)
{
	struct r302_where w =
			where(config.column[R302_C_RUID], "=", text_value(gone->ruid));

	if(r302_connection_remove(config.table, &w, 1) < 0)
		return -1;
	return remove_attrs_singly(gone->user, gone->ruid);
}

static int exists(const struct r302_where *w)
{
	struct r302_result result;
	int n;

	if(r302_connection_find(&result, config.table, w, 1,
			   &config.column[R302_C_RUID], 1, NULL)
			< 0)
		return -1;
	n = result.n;
	r302_result_free(&result);
	return n > 0;
}

static int write_singly(const struct r302_row *row)
{
	struct r302_where w =
			where(config.column[R302_C_RUID], "=", row->v[R302_C_RUID]);
	struct attr a;
	int there = exists(&w), nth;

	if(there < 0)
		return -1;
	if(there)
		there = r302_connection_update(
				config.table, &w, 1, config.column, row->v, R302_COLUMNS);
	else
		there = r302_connection_insert(
				config.table, config.column, row->v, R302_COLUMNS);
	if(there < 0)
		return -1;
	if(remove_attrs_singly(
			   row->v[R302_C_USERNAME].is.text, row->v[R302_C_RUID].is.text)
			< 0)
		return -1;
	for(nth = 0; attr_of(&a, row, nth); nth++) {
		if(r302_connection_insert(config.attrs, attr_columns, a.v, ATTR_COLUMNS)
				< 0)
			return -1;
	}
	return 0;
}

/* ---- writing the batch */

static int is_single(void)
{
	return r302_connection_dialect() == R302_SQL_NONE;
}

static int remove_gone(void)
{
	int i;

	if(!is_single())
		return delete_rows() < 0 ? -1 : delete_attrs();
	for(i = 0; i < batch.deletes; i++) {
		if(remove_singly(&batch.gone[i]) < 0)
			return -1;
	}
	return 0;
}

static int write_rows(void)
{
	int i;

	if(!is_single())
		return upsert_rows(1) < 0 || upsert_rows(0) < 0
							   || forget_connections() < 0
							   || insert_attrs(0, batch.rows) < 0
					   ? -1
					   : 0;
	for(i = 0; i < batch.rows; i++) {
		if(write_singly(&batch.row[i]) < 0)
			return -1;
	}
	return 0;
}

/* @return R302_DB_REFUSED: some statement was, nothing is committed */
static enum r302_db_err write_at_once(void)
{
	enum r302_db_err err = R302_DB_REFUSED;

	if(r302_connection_begin() < 0)
		return R302_DB_AWAY;
	if(remove_gone() == 0 && write_rows() == 0)
		err = r302_connection_commit() == 0 ? R302_DB_OK : R302_DB_AWAY;
	if(err != R302_DB_OK)
		r302_connection_rollback();
	return err;
}

/* ---- writing it with care: each row on its own, those refused are left out */

static int run_words(const char *text)
{
	start();
	words(text);
	return run();
}

/* what follows can be taken back without the rest of the transaction */
static int mark(void)
{
	return is_single() ? 0 : run_words("SAVEPOINT r302_row");
}

static int back_to_mark(void)
{
	return is_single() ? 0 : run_words("ROLLBACK TO SAVEPOINT r302_row");
}

static int drop_mark(void)
{
	return is_single() ? 0 : run_words("RELEASE SAVEPOINT r302_row");
}

static int write_one(int i)
{
	int plain = is_plain(&batch.row[i]);

	if(is_single())
		return write_singly(&batch.row[i]);
	begin_insert();
	put_row(&batch.row[i], 1);
	if(end_insert(plain) < 0)
		return -1;
	return insert_attrs(i, i + 1);
}

static void note(struct r302_refused *refused, int i)
{
	str ruid = batch.row[i].v[R302_C_RUID].is.text;
	int n = refused->n++;

	refused->row[n].aor = batch.aor[i];
	memcpy(refused->row[n].ruid.s, ruid.s, ruid.len);
	refused->row[n].ruid.s[ruid.len] = '\0';
	refused->row[n].why = "the database refuses the row";
}

/* @return 1 written, 0 refused, -1 the transaction is gone */
static int try_one(int i)
{
	if(mark() < 0)
		return -1;
	if(write_one(i) == 0)
		return drop_mark() < 0 ? -1 : 1;
	return back_to_mark() < 0 || drop_mark() < 0 ? -1 : 0;
}

/* A row that nothing is wrong with: when it is refused as well, it is not the
 * rows (a full disk, a file that cannot be written). */
static int takes_a_row(void)
{
	static const enum r302_column few[] = {
			R302_C_RUID, R302_C_USERNAME, R302_C_CONTACT};
	struct gone probe = {str_init("probe"), str_init(PROBE)};
	struct r302_value v[3] = {text_value(probe.ruid), text_value(probe.user),
			text_value(probe.user)};
	str columns[3];
	int i, taken;

	for(i = 0; i < 3; i++)
		columns[i] = config.column[few[i]];
	if(mark() < 0)
		return 0;
	taken = r302_connection_insert(config.table, columns, v, 3) == 0;
	if(is_single())
		return taken && remove_singly(&probe) == 0;
	return back_to_mark() == 0 && drop_mark() == 0 && taken;
}

static int write_each(struct r302_refused *refused)
{
	int i, written;

	for(i = 0; i < batch.rows; i++) {
		written = try_one(i);
		if(written < 0)
			return -1;
		if(!written)
			note(refused, i);
	}
	return refused->n == 0 || takes_a_row() ? 0 : -1;
}

static enum r302_db_err write_with_care(struct r302_refused *refused)
{
	if(r302_connection_begin() < 0)
		return R302_DB_AWAY;
	if(remove_gone() == 0 && write_each(refused) == 0
			&& forget_connections() == 0 && r302_connection_commit() == 0)
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

/* ---- load */

/* the columns that are read, after id */
static const enum r302_column read_columns[] = {R302_C_RUID, R302_C_USERNAME,
		R302_C_DOMAIN, R302_C_CONTACT, R302_C_RECEIVED, R302_C_PATH,
		R302_C_EXPIRES, R302_C_Q, R302_C_CALLID, R302_C_CSEQ,
		R302_C_LAST_MODIFIED, R302_C_FLAGS, R302_C_USER_AGENT, R302_C_SOCKET,
		R302_C_INSTANCE, R302_C_REG_ID, R302_C_PARTITION};
#define READ_COLUMNS ((int)(sizeof(read_columns) / sizeof(*read_columns)))

/** A row that gets our ruid. */
struct adopted
{
	struct r302_ruid old;
	struct r302_ruid own;
	str user; /* borrowed from the result */
	struct r302_value partition;
	struct r302_value flags;
	int dropped; /* it goes instead */
};

static const str id_name = str_init("id");

static struct
{
	struct adopted adopted[R302_BATCH_ROWS];
	int n;
	struct r302_result rows;
	struct r302_result attrs;
	int attr; /* the next one to look at */
	char params[PIECE * PIECES];
	struct r302_loaded loaded;
} page;

static int64_t id_of(const struct r302_result *result, int i)
{
	struct r302_value v = r302_result_value(result, i, 0);

	return v.kind == R302_V_NUMBER ? v.is.number : 0;
}

static int read_by_statement(int64_t from, int rows)
{
	int i;

	start();
	words("SELECT id");
	for(i = 0; i < READ_COLUMNS; i++) {
		words(",");
		column(read_columns[i]);
	}
	words(" FROM ");
	r302_sql_name(&sql, config.table);
	words(" WHERE id>");
	r302_sql_number(&sql, from);
	words(" ORDER BY id LIMIT ");
	r302_sql_number(&sql, rows);
	return r302_connection_query(&page.rows, r302_sql_str(&sql));
}

static int read_singly(int64_t from)
{
	struct r302_value number = {R302_V_NUMBER, {.number = from}};
	struct r302_where w = where(id_name, ">", number);
	str columns[READ_COLUMNS + 1];
	int i;

	columns[0] = id_name;
	for(i = 0; i < READ_COLUMNS; i++)
		columns[i + 1] = config.column[read_columns[i]];
	return r302_connection_find(&page.rows, config.table, &w, 1, columns,
			READ_COLUMNS + 1, &id_name);
}

static int any_attrs(void)
{
	start();
	words("SELECT id FROM ");
	r302_sql_name(&sql, config.attrs);
	words(" LIMIT 1");
	return finds();
}

/* the attributes of the rows of the page, in their order */
static int read_attrs(int64_t from, int64_t to)
{
	start();
	words("SELECT l.id,a.aname,a.avalue FROM ");
	r302_sql_name(&sql, config.table);
	words(" l JOIN ");
	r302_sql_name(&sql, config.attrs);
	words(" a ON a.ruid=l.");
	column(R302_C_RUID);
	words(" AND a.username=l.");
	column(R302_C_USERNAME);
	words(" WHERE l.id>");
	r302_sql_number(&sql, from);
	words(" AND l.id<=");
	r302_sql_number(&sql, to);
	words(" ORDER BY l.id,a.aname");
	return r302_connection_query(&page.attrs, r302_sql_str(&sql));
}

static void free_page(void)
{
	r302_result_free(&page.attrs);
	r302_result_free(&page.rows);
}

static int read_page(struct r302_load *load, int rows)
{
	int n;

	page.n = page.attr = page.attrs.n = 0;
	page.attrs.rows = NULL;
	if(is_single())
		return read_singly(load->last_id);
	if(load->attrs == 0) {
		n = any_attrs();
		if(n < 0)
			return -1;
		load->attrs = n ? 1 : -1;
	}
	if(read_by_statement(load->last_id, rows) < 0)
		return -1;
	n = page.rows.n;
	if(n == 0 || load->attrs < 0
			|| read_attrs(load->last_id, id_of(&page.rows, n - 1)) == 0)
		return 0;
	free_page();
	return -1;
}

/* Pieces come in the order of their names. An attribute of another program is
 * none of ours. */
static void take_attr(
		struct r302_row *row, const struct r302_result *attrs, int i, int at)
{
	struct r302_value name = r302_result_value(attrs, i, at);
	struct r302_value value = r302_result_value(attrs, i, at + 1);
	str n = name.is.text, v = value.is.text;

	if(name.kind != R302_V_TEXT || value.kind != R302_V_TEXT)
		return;
	if(n.len == source_name.len && memcmp(n.s, source_name.s, n.len) == 0) {
		row->source = v;
	} else if(n.len == params_name.len + 1
			  && memcmp(n.s, params_name.s, params_name.len) == 0
			  && row->params.len + v.len <= (int)sizeof(page.params)) {
		memcpy(page.params + row->params.len, v.s, v.len);
		row->params.s = page.params;
		row->params.len += v.len;
	}
}

static void attrs_of_page(struct r302_row *row, int64_t id)
{
	for(; page.attr < page.attrs.n; page.attr++) {
		if(id_of(&page.attrs, page.attr) > id)
			return;
		if(id_of(&page.attrs, page.attr) == id)
			take_attr(row, &page.attrs, page.attr, 1);
	}
}

/* without statements: a query for each row, borrowed until the next one */
static int attrs_singly(struct r302_row *row)
{
	struct r302_where w[2] = {
			where(attr_columns[1], "=", row->v[R302_C_USERNAME]),
			where(attr_columns[0], "=", row->v[R302_C_RUID])};
	const str columns[2] = {attr_columns[3], attr_columns[5]};
	int i;

	r302_result_free(&page.attrs);
	if(row->v[R302_C_RUID].kind != R302_V_TEXT
			|| row->v[R302_C_USERNAME].kind != R302_V_TEXT)
		return 0;
	if(r302_connection_find(
			   &page.attrs, config.attrs, w, 2, columns, 2, &columns[0])
			< 0)
		return -1;
	for(i = 0; i < page.attrs.n; i++)
		take_attr(row, &page.attrs, i, 0);
	return 0;
}

static int read_row(struct r302_row *row, int i)
{
	int c;

	memset(row, 0, sizeof(*row));
	for(c = 0; c < READ_COLUMNS; c++)
		row->v[read_columns[c]] = r302_result_value(&page.rows, i, c + 1);
	if(is_single())
		return attrs_singly(row);
	attrs_of_page(row, id_of(&page.rows, i));
	return 0;
}

/* the socket the REGISTER came to, if it is still one of ours */
static struct socket_info *find_socket(str text)
{
	char buf[80];
	str host;
	int port, proto;

	if(text.len == 0 || text.len >= (int)sizeof(buf))
		return NULL;
	memcpy(buf, text.s, text.len);
	buf[text.len] = '\0';
	if(parse_phostport(buf, &host.s, &host.len, &port, &proto) != 0)
		return NULL;
	return grep_sock_info(&host, (unsigned short)port, (unsigned short)proto);
}

static void tell_malformed(const struct r302_load *load, int i, const char *why)
{
	if(load->malformed < MALFORMED_LOGGED)
		LM_WARN("row %lld of %.*s is left out: %s\n",
				(long long)id_of(&page.rows, i), config.table.len,
				config.table.s, why);
	else if(load->malformed == MALFORMED_LOGGED)
		LM_WARN("more rows are left out: they are counted, and not named\n");
}

/* The row of a binding that the one in hand took the place of. It may be one that
 * was to get its name in this very page. */
static int drop_row(str aor, const struct r302_ruid *ruid)
{
	const struct r302_ruid *goes = ruid;
	int i;

	for(i = 0; i < page.n; i++) {
		if(!page.adopted[i].dropped
				&& strcmp(page.adopted[i].own.s, ruid->s) == 0) {
			page.adopted[i].dropped = 1;
			goes = &page.adopted[i].old;
		}
	}
	if(goes == ruid && strcmp(ruid->s, page.loaded.own.s) == 0)
		return 0; /* its own */
	return r302_batch_delete(aor, goes);
}

static void adopt(struct r302_row *row)
{
	struct adopted *a = &page.adopted[page.n++];

	a->own = page.loaded.own;
	a->user = row->v[R302_C_USERNAME].is.text;
	memcpy(a->old.s, page.loaded.ruid.s, page.loaded.ruid.len);
	a->old.s[page.loaded.ruid.len] = '\0';
	a->dropped = 0;
	r302_codec_adopt(row, &page.loaded);
	a->partition = row->v[R302_C_PARTITION];
	a->flags = row->v[R302_C_FLAGS];
}

static int delete_stale(str aor)
{
	struct r302_ruid ruid;

	memcpy(ruid.s, page.loaded.ruid.s, page.loaded.ruid.len);
	ruid.s[page.loaded.ruid.len] = '\0';
	return r302_batch_delete(aor, &ruid);
}

static int take_row(struct r302_load *load, struct r302_row *row,
		r302_row_f each, void *arg)
{
	struct r302_loaded *l = &page.loaded;
	str aor = r302_aor_str(&l->aor), own = r302_ruid_str(&l->own);
	static struct r302_gone gone;
	enum r302_taken taken;
	int i;

	l->origin.source.sock = find_socket(l->socket);
	gone.n = 0;
	taken = each(l, &gone, arg);
	load->taken += taken == R302_TAKEN;
	load->left += taken == R302_LEFT;
	load->stale += taken == R302_STALE;
	for(i = 0; i < gone.n; i++) {
		if(drop_row(aor, &gone.ruid[i]) < 0)
			return -1;
	}
	if(taken == R302_STALE)
		return delete_stale(aor);
	if(taken == R302_TAKEN
			&& (l->ruid.len != own.len
					|| memcmp(l->ruid.s, own.s, own.len) != 0)) {
		load->adopted++;
		adopt(row);
	}
	return 0;
}

/* a name and its value in "SET name=value" */
static void set(str name, const struct r302_value *v)
{
	r302_sql_name(&sql, name);
	words("=");
	r302_sql_value(&sql, v);
}

/* Rows that have the name already and were read before, or are expired. */
static int own_ruid(str *text, int i)
{
	if(i < page.n)
		*text = r302_ruid_str(&page.adopted[i].own);
	return i < page.n;
}

static int make_way(int64_t last_id)
{
	struct list l = {own_ruid, 0, 0};

	for(; l.from < page.n; l.from += l.n) {
		start();
		words("DELETE FROM ");
		r302_sql_name(&sql, config.table);
		words(" WHERE id<=");
		r302_sql_number(&sql, last_id);
		words(" AND ");
		column(R302_C_RUID);
		words(" IN ");
		put_list(&l, STATEMENT_MAX / 2);
		if(run() < 0)
			return -1;
	}
	return 0;
}

static int rename_row(const struct adopted *a)
{
	struct r302_value own = text_value(r302_ruid_str(&a->own));
	struct r302_value old = text_value(r302_ruid_str(&a->old));
	struct r302_value user = text_value(a->user);

	start();
	words("UPDATE ");
	r302_sql_name(&sql, config.table);
	words(" SET ");
	set(config.column[R302_C_RUID], &own);
	words(",");
	set(config.column[R302_C_PARTITION], &a->partition);
	words(",");
	set(config.column[R302_C_FLAGS], &a->flags);
	words(" WHERE ");
	set(config.column[R302_C_RUID], &old);
	if(run() < 0)
		return -1;
	start();
	words("UPDATE ");
	r302_sql_name(&sql, config.attrs);
	words(" SET ");
	set(attr_columns[0], &own);
	words(" WHERE ");
	set(attr_columns[1], &user);
	words(" AND ");
	set(attr_columns[0], &old);
	return run();
}

static int rename_singly(const struct adopted *a)
{
	struct r302_value own = text_value(r302_ruid_str(&a->own));
	struct r302_value old = text_value(r302_ruid_str(&a->old));
	struct r302_where w[2] = {where(config.column[R302_C_RUID], "=", old),
			where(attr_columns[1], "=", text_value(a->user))};
	struct gone way = {a->user, r302_ruid_str(&a->own)};
	str columns[3] = {config.column[R302_C_RUID],
			config.column[R302_C_PARTITION], config.column[R302_C_FLAGS]};
	struct r302_value values[3] = {own, a->partition, a->flags};

	if(remove_singly(&way) < 0
			|| r302_connection_update(config.table, w, 1, columns, values, 3)
					   < 0)
		return -1;
	w[0].column = attr_columns[0];
	return r302_connection_update(config.attrs, w, 2, attr_columns, &own, 1);
}

static int rename_all(int64_t last_id)
{
	const struct adopted *a;

	if(!is_single() && make_way(last_id) < 0)
		return -1;
	for(a = page.adopted; a < page.adopted + page.n; a++) {
		if(!a->dropped && (is_single() ? rename_singly(a) : rename_row(a)) < 0)
			return -1;
	}
	return 0;
}

/* what the rows read so far ask for */
static int settle(int64_t last_id)
{
	if(page.n == 0 && r302_batch_rows() == 0)
		return 0;
	if(r302_connection_begin() < 0)
		return -1;
	if(remove_gone() < 0 || rename_all(last_id) < 0
			|| r302_connection_commit() < 0) {
		r302_connection_rollback();
		return -1;
	}
	page.n = 0;
	r302_batch_start();
	return 0;
}

/* one row may ask for the removal of all rows of its user */
static int is_almost_full(void)
{
	return page.n == R302_BATCH_ROWS
		   || batch.deletes + R302_CONTACTS_MAX > R302_BATCH_DELETES
		   || batch.room.size - batch.room.used < 256 * R302_CONTACTS_MAX;
}

/* memory for so many records is cut at once */
#define RECORDS_CUT 500
#define RECORD_SIZE 400 /* of a record with the manager's overhead */

static struct r302_pieces shm_pieces, pkg_pieces;

static int take_page(
		struct r302_load *load, time_t now, r302_row_f each, void *arg)
{
	struct r302_row row;
	const char *why;
	int i;

	for(i = 0; i < page.rows.n; i++) {
		if(i % RECORDS_CUT == 0)
			r302_prime_shm_cut(&shm_pieces, 2 * RECORDS_CUT * RECORD_SIZE);
		if(read_row(&row, i) < 0
				|| (is_almost_full() && settle(load->last_id) < 0))
			return -1;
		load->last_id = id_of(&page.rows, i);
		load->rows++;
		why = r302_codec_decode(&page.loaded, &row, &config.codec, now);
		if(why) {
			tell_malformed(load, i, why);
			load->malformed++;
		} else if(page.loaded.expires <= now
				  && page.loaded.expires != R302_NEVER) {
			load->expired++;
		} else if(take_row(load, &row, each, arg) < 0) {
			return -1;
		}
	}
	return settle(load->last_id);
}

int r302_database_load_page(struct r302_load *load, int rows, time_t now,
		r302_row_f each, void *arg)
{
	struct r302_load before = *load;
	int n = 0, ret;

	if(rows > R302_BATCH_ROWS)
		rows = R302_BATCH_ROWS;
	r302_batch_start();
	if(pkg_pieces.n == 0)
		r302_prime_pkg_cut(&pkg_pieces);
	ret = read_page(load, rows);
	if(ret == 0) {
		n = page.rows.n;
		ret = take_page(load, now, each, arg);
		free_page();
	}
	if(ret < 0)
		*load = before;
	else
		ret = !is_single() && n == rows;
	if(ret <= 0) {
		r302_prime_shm_heal(&shm_pieces);
		r302_prime_pkg_heal(&pkg_pieces);
	}
	return ret;
}

/* ---- purge */

/* The candidates by the index of expires. What a change of zone made look expired
 * stays, and so does what never expires, of 1970. */

static int find_expired(struct r302_result *result, time_t now, int rows)
{
	static const enum r302_column c[] = {
			R302_C_RUID, R302_C_USERNAME, R302_C_EXPIRES, R302_C_PARTITION};
	struct r302_value until = {R302_V_TIME, {.time = now}};
	struct r302_value from = {R302_V_TIME, {.time = 3 * 86400}};
	str names[4];
	int i;

	for(i = 0; i < 4; i++)
		names[i] = config.column[c[i]];
	if(is_single()) {
		struct r302_where w[2] = {
				where(names[2], "<", until), where(names[2], ">", from)};

		return r302_connection_find(
				result, config.table, w, 2, names, 4, &names[2]);
	}
	start();
	words("SELECT ");
	for(i = 0; i < 4; i++) {
		words(i ? "," : "");
		column(c[i]);
	}
	words(" FROM ");
	r302_sql_name(&sql, config.table);
	words(" WHERE ");
	column(R302_C_EXPIRES);
	words("<");
	r302_sql_value(&sql, &until);
	words(" AND ");
	column(R302_C_EXPIRES);
	words(">");
	r302_sql_value(&sql, &from);
	words(" ORDER BY ");
	column(R302_C_EXPIRES);
	words(" LIMIT ");
	r302_sql_number(&sql, rows);
	return r302_connection_query(result, r302_sql_str(&sql));
}

static int take_expired(const struct r302_result *result, time_t now, int rows)
{
	struct r302_row row;
	struct gone *gone;
	uint32_t expires;
	int i;

	r302_batch_start();
	for(i = 0; i < result->n && batch.deletes < rows; i++) {
		row.v[R302_C_RUID] = r302_result_value(result, i, 0);
		row.v[R302_C_USERNAME] = r302_result_value(result, i, 1);
		row.v[R302_C_EXPIRES] = r302_result_value(result, i, 2);
		row.v[R302_C_PARTITION] = r302_result_value(result, i, 3);
		expires = r302_codec_expires(&row);
		if(expires == R302_NEVER || (time_t)expires > now)
			continue;
		gone = &batch.gone[batch.deletes++];
		gone->ruid = row.v[R302_C_RUID].is.text;
		gone->user = row.v[R302_C_USERNAME].is.text;
	}
	return batch.deletes;
}

/* A row may have been refreshed since it was looked at, by another node. */
static int delete_expired(time_t now)
{
	struct r302_value until = {R302_V_TIME, {.time = now}};
	struct list l = {gone_ruid, 0, 0};

	for(; l.from < batch.deletes; l.from += l.n) {
		start();
		words("DELETE FROM ");
		r302_sql_name(&sql, config.table);
		words(" WHERE ");
		column(R302_C_EXPIRES);
		words("<");
		r302_sql_value(&sql, &until);
		words(" AND ");
		column(R302_C_RUID);
		words(" IN ");
		put_list(&l, STATEMENT_MAX / 2);
		if(run() < 0)
			return -1;
	}
	return delete_attrs();
}

int r302_database_purge(time_t now, int rows)
{
	struct r302_result result;
	int n, ret = -1;

	if(rows > R302_BATCH_DELETES)
		rows = R302_BATCH_DELETES;
	if(r302_connection_begin() < 0)
		return -1;
	if(find_expired(&result, now, rows) == 0) {
		n = take_expired(&result, now, rows);
		ret = n == 0 ? 0 : is_single() ? remove_gone() : delete_expired(now);
		r302_result_free(&result);
		ret = ret < 0 ? -1 : n;
	}
	if(ret < 0 || r302_connection_commit() < 0) {
		r302_connection_rollback();
		ret = -1;
	}
	r302_batch_start();
	return ret;
}
