/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "../../core/dprint.h"
#include "../../core/ip_addr.h"
#include "../../core/socket_info.h"
#include "adopt.h"
#include "attrs.h"
#include "load.h"
#include "prime.h"

#define MALFORMED_LOGGED 10 /* rows of one load that are named */

/* the columns that are read, after id */
static const enum r302_column read_columns[] = {R302_C_RUID, R302_C_USERNAME,
		R302_C_DOMAIN, R302_C_CONTACT, R302_C_RECEIVED, R302_C_PATH,
		R302_C_EXPIRES, R302_C_Q, R302_C_CALLID, R302_C_CSEQ,
		R302_C_LAST_MODIFIED, R302_C_FLAGS, R302_C_USER_AGENT, R302_C_SOCKET,
		R302_C_INSTANCE, R302_C_REG_ID, R302_C_PARTITION};
#define READ_COLUMNS ((int)(sizeof(read_columns) / sizeof(*read_columns)))

static const str id_name = str_init("id");

static struct
{
	struct r302_result rows;
	struct r302_result attrs;
	int attr; /* the next one to look at */
	struct r302_attrs texts;
	struct r302_loaded loaded;
} page;

static int64_t id_of(const struct r302_result *result, int i)
{
	struct r302_value v = r302_result_value(result, i, 0);

	return v.kind == R302_V_NUMBER ? v.is.number : 0;
}

static int read_by_statement(int64_t from, int rows)
{
	r302_statement_start();
	r302_statement_words("SELECT id,");
	r302_statement_columns(read_columns, READ_COLUMNS);
	r302_statement_words(" FROM ");
	r302_statement_name(r302_database_config()->table);
	r302_statement_words(" WHERE id>");
	r302_statement_number(from);
	r302_statement_words(" ORDER BY id LIMIT ");
	r302_statement_number(rows);
	return r302_statement_query(&page.rows);
}

static int read_singly(int64_t from)
{
	struct r302_value number = {R302_V_NUMBER, {.number = from}};
	struct r302_where w = r302_where(id_name, ">", number);
	str columns[READ_COLUMNS + 1];
	int i;

	columns[0] = id_name;
	for(i = 0; i < READ_COLUMNS; i++)
		columns[i + 1] = r302_database_config()->column[read_columns[i]];
	return r302_connection_find(&page.rows, r302_database_config()->table, &w,
			1, columns, READ_COLUMNS + 1, &id_name);
}

static void free_page(void)
{
	r302_result_free(&page.attrs);
	r302_result_free(&page.rows);
}

static int read_page(struct r302_load *load, int rows)
{
	int n;

	page.attr = page.attrs.n = 0;
	page.attrs.rows = NULL;
	if(r302_statement_is_unknown())
		return read_singly(load->last_id);
	if(load->attrs == 0) {
		n = r302_attrs_exist();
		if(n < 0)
			return -1;
		load->attrs = n ? 1 : -1;
	}
	if(read_by_statement(load->last_id, rows) < 0)
		return -1;
	n = page.rows.n;
	if(n == 0 || load->attrs < 0
			|| r302_attrs_find(
					   &page.attrs, load->last_id, id_of(&page.rows, n - 1))
					   == 0)
		return 0;
	free_page();
	return -1;
}

static void take_attr(struct r302_row *row, int i, int at)
{
	struct r302_value name = r302_result_value(&page.attrs, i, at);
	struct r302_value value = r302_result_value(&page.attrs, i, at + 1);

	r302_attrs_take(&page.texts, row, &name, &value);
}

static void attrs_of_page(struct r302_row *row, int64_t id)
{
	for(; page.attr < page.attrs.n; page.attr++) {
		if(id_of(&page.attrs, page.attr) > id)
			return;
		if(id_of(&page.attrs, page.attr) == id)
			take_attr(row, page.attr, 1);
	}
}

/* without statements: a query for each row, borrowed until the next one */
static int attrs_singly(struct r302_row *row)
{
	int i;

	r302_result_free(&page.attrs);
	if(r302_attrs_find_singly(&page.attrs, row) < 0)
		return -1;
	for(i = 0; i < page.attrs.n; i++)
		take_attr(row, i, 0);
	return 0;
}

static int read_row(struct r302_row *row, int i)
{
	int c;

	memset(row, 0, sizeof(*row));
	for(c = 0; c < READ_COLUMNS; c++)
		row->v[read_columns[c]] = r302_result_value(&page.rows, i, c + 1);
	if(r302_statement_is_unknown())
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
				(long long)id_of(&page.rows, i),
				r302_database_config()->table.len,
				r302_database_config()->table.s, why);
	else if(load->malformed == MALFORMED_LOGGED)
		LM_WARN("more rows are left out: they are counted, and not named\n");
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
		if(r302_adopt_drop(aor, &gone.ruid[i], &l->own) < 0)
			return -1;
	}
	if(taken == R302_STALE)
		return delete_stale(aor);
	if(taken == R302_TAKEN
			&& (l->ruid.len != own.len
					|| memcmp(l->ruid.s, own.s, own.len) != 0)) {
		load->adopted++;
		r302_adopt_row(row, l);
	}
	return 0;
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
				|| (r302_adopt_is_almost_full()
						&& r302_adopt_settle(load->last_id) < 0))
			return -1;
		load->last_id = id_of(&page.rows, i);
		load->rows++;
		why = r302_codec_decode(
				&page.loaded, &row, &r302_database_config()->codec, now);
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
	return r302_adopt_settle(load->last_id);
}

int r302_database_load_page(struct r302_load *load, int rows, time_t now,
		r302_row_f each, void *arg)
{
	struct r302_load before = *load;
	int n = 0, ret;

	if(rows > R302_BATCH_ROWS)
		rows = R302_BATCH_ROWS;
	r302_adopt_start();
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
		ret = !r302_statement_is_unknown() && n == rows;
	if(ret <= 0) {
		r302_prime_shm_heal(&shm_pieces);
		r302_prime_pkg_heal(&pkg_pieces);
	}
	return ret;
}
