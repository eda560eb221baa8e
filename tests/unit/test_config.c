/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "config.h"

/* set a number as modparam() does; @return what was there */
static int set(const char *name, int value)
{
	param_export_t *p;
	int before;

	for(p = r302_config_params; p->name; p++) {
		if(strcmp(p->name, name) != 0 || p->type != PARAM_INT)
			continue;
		before = *(int *)p->param_pointer;
		*(int *)p->param_pointer = value;
		return before;
	}
	fail_row("no number: %s\n", name);
	return 0;
}

static void set_word(const char *name, char *word)
{
	param_export_t *p;

	for(p = r302_config_params; p->name; p++) {
		if(strcmp(p->name, name) == 0
				&& p->type == (PARAM_STRING | PARAM_USE_FUNC)) {
			assert_int_equal(
					((param_func_t)p->param_pointer)(p->type, word), 0);
			return;
		}
	}
	fail_row("no word: %s\n", name);
}

static void set_number_for_word(const char *name, long number)
{
	param_export_t *p;

	for(p = r302_config_params; p->name; p++) {
		if(strcmp(p->name, name) == 0
				&& p->type == (PARAM_INT | PARAM_USE_FUNC)) {
			assert_int_equal(
					((param_func_t)p->param_pointer)(p->type, (void *)number),
					0);
			return;
		}
	}
	fail_row("no number for %s\n", name);
}

static void set_text(const char *name, char *s, int len)
{
	param_export_t *p;
	str text = {s, len};

	for(p = r302_config_params; p->name; p++) {
		if(strcmp(p->name, name) == 0 && p->type == PARAM_STR) {
			*(str *)p->param_pointer = text;
			return;
		}
	}
	fail_row("no text: %s\n", name);
}

/* one sentence that names the parameter */
static void assert_refused(const char *name)
{
	core_log_clear();
	if(r302_config_check() != -1)
		fail_row("a bad %s is taken\n", name);
	if(strstr(core_log(), "parameter ") == NULL
			|| strstr(core_log(), name) == NULL)
		fail_row("%s is not named: %s\n", name, core_log());
}

static void assert_taken(const char *name, int value)
{
	core_log_clear();
	if(r302_config_check() != 0)
		fail_row("%s=%d is refused: %s\n", name, value, core_log());
	assert_string_equal(core_log(), "");
}

static void test_the_defaults_are_those_of_the_documentation(void **state)
{
	struct r302_limits lim;

	assert_taken("nothing", 0);
	lim = r302_config_limits();
	assert_int_equal(lim.default_expires, 3600);
	assert_int_equal(lim.min_expires, 60);
	assert_int_equal(lim.max_expires, 86400);
	assert_int_equal(lim.max_contacts, 10);
	assert_int_equal(lim.replace_oldest, 0);
	assert_int_equal(lim.use_domain, 0);
	assert_int_equal(lim.path_mode, R302_PATH_LAZY);
	assert_int_equal(lim.nat_detect, R302_NAT_AUTO);
	assert_int_equal(lim.contact_max_size, 512);
	assert_int_equal(lim.redirect_expires, 0);
	assert_int_equal(lim.redirect_max_contacts, 0);
	assert_int_equal(lim.redirect_max_size, 1300);
	assert_int_equal(lim.remember_users, 604800);
	assert_int_equal(lim.retry_after, 30);
}

/* each at both ends of its range and one beyond */
static void test_a_number_outside_its_range_is_refused_by_name(void **state)
{
	static const struct
	{
		const char *name;
		int min;
		int max;
	} rows[] = {{"max_contacts", 0, R302_CONTACTS_MAX}, {"use_domain", 0, 1},
			{"contact_max_size", 32, 2048}, {"retry_after", 0, 86400},
			{"redirect_expires", 0, 1},
			{"redirect_max_contacts", 0, R302_CONTACTS_MAX},
			{"redirect_max_size", 0, 65507}, {"outbound", 0, 1}, {"gruu", 0, 1},
			{"flow_timer", 0, 999},
			{"contacts_per_request", 1, R302_CONTACTS_MAX},
			{"user_max_size", 1, R302_USER_MAX},
			{"host_max_size", 1, R302_HOST_MAX}};
	int i, before;

	for(i = 0; i < N_OF(rows); i++) {
		before = set(rows[i].name, rows[i].min);
		assert_taken(rows[i].name, rows[i].min);
		set(rows[i].name, rows[i].max);
		assert_taken(rows[i].name, rows[i].max);
		set(rows[i].name, rows[i].min - 1);
		assert_refused(rows[i].name);
		set(rows[i].name, rows[i].max + 1);
		assert_refused(rows[i].name);
		set(rows[i].name, before);
	}
}

static void test_a_negative_time_is_refused_by_name(void **state)
{
	static const char *const names[] = {"default_expires", "min_expires",
			"max_expires", "remember_users", "max_bindings"};
	int i, before;

	for(i = 0; i < N_OF(names); i++) {
		before = set(names[i], -1);
		assert_refused(names[i]);
		set(names[i], before);
	}
	before = set("default_expires", 0);
	assert_refused("default_expires");
	set("default_expires", before);
}

static void test_intervals_must_fit_together(void **state)
{
	set("max_expires", 30);
	assert_refused("max_expires");
	set("max_expires", 1000);
	assert_refused("default_expires");
	set("max_expires", 86400);
	set("default_expires", 59);
	assert_refused("default_expires");
	set("default_expires", 60);
	assert_taken("default_expires", 60);
	set("max_expires", 0);
	set("default_expires", 1000000);
	assert_taken("max_expires", 0);
	set("max_expires", 86400);
	set("default_expires", 3600);
}

static void test_words_and_their_numbers_are_taken(void **state)
{
	set_word("path_mode", "strict");
	set_word("nat_detect", "never");
	set_word("on_max_contacts", "replace_oldest");
	assert_taken("words", 0);
	assert_int_equal(r302_config_limits().path_mode, R302_PATH_STRICT);
	assert_int_equal(r302_config_limits().nat_detect, R302_NAT_NEVER);
	assert_int_equal(r302_config_limits().replace_oldest, 1);
	set_number_for_word("path_mode", 0);
	set_number_for_word("nat_detect", 1);
	set_number_for_word("on_max_contacts", 0);
	assert_taken("numbers", 0);
	assert_int_equal(r302_config_limits().path_mode, R302_PATH_OFF);
	assert_int_equal(r302_config_limits().nat_detect, R302_NAT_ALWAYS);
	assert_int_equal(r302_config_limits().replace_oldest, 0);
	set_word("path_mode", "lazy");
	set_word("nat_detect", "auto");
}

static void test_an_unknown_word_is_refused_by_name(void **state)
{
	static const struct
	{
		const char *name;
		char *fine;
	} rows[] = {{"path_mode", "lazy"}, {"nat_detect", "auto"},
			{"on_max_contacts", "refuse"}, {"redirect_contact", "auto"}};
	int i;

	for(i = 0; i < N_OF(rows); i++) {
		set_word(rows[i].name, "perhaps");
		assert_refused(rows[i].name);
		set_word(rows[i].name, "");
		assert_refused(rows[i].name);
		set_number_for_word(rows[i].name, 3);
		assert_refused(rows[i].name);
		set_number_for_word(rows[i].name, -1);
		assert_refused(rows[i].name);
		set_word(rows[i].name, rows[i].fine);
		assert_taken(rows[i].name, 0);
	}
}

static void test_a_redirect_is_302_or_300(void **state)
{
	set("redirect_status", 300);
	assert_taken("redirect_status", 300);
	set("redirect_status", 301);
	assert_refused("redirect_status");
	set("redirect_status", 302);
}

/* RFC 3608 6.1 */
static void test_a_service_route_is_loose(void **state)
{
	static char *const bad[] = {"", "nonsense", "<sip:edge>", "<sip:edge;lr>,",
			"<sip:edge;lr>, <sip:b>", "<sip:edge;lr"};
	static char good[] = "<sip:edge;lr>, <sip:b:5070;lr>";
	int i;

	for(i = 0; i < N_OF(bad); i++) {
		set_text("service_route", bad[i], (int)strlen(bad[i]));
		assert_refused("service_route");
	}
	set_text("service_route", good, (int)strlen(good));
	assert_taken("service_route", 0);
	assert_str(r302_config_limits().service_route, good);
	set_text("service_route", NULL, 0);
}

static void test_a_short_secret_is_refused_by_name(void **state)
{
	set_text("tag_secret", "0123456789abcde", 15);
	assert_refused("tag_secret");
	set_text("tag_secret", "", 0);
	assert_refused("tag_secret");
	set_text("tag_secret", "0123456789abcdef", 16);
	assert_taken("tag_secret", 0);
	set_text("tag_secret", NULL, 0);
}

static void test_a_secret_makes_the_key_and_no_secret_a_random_one(void **state)
{
	struct r302_key a, b;

	set_text("tag_secret", "0123456789abcdef", 16);
	assert_taken("tag_secret", 0);
	a = *r302_config_tag_key();
	r302_hash_key(&b, given_text("0123456789abcdef"));
	assert_memory_equal(&a, &b, sizeof(a));
	set_text("tag_secret", NULL, 0);
	assert_taken("tag_secret", 0);
	b = *r302_config_tag_key();
	assert_memory_not_equal(&a, &b, sizeof(a));
}

static void test_every_bad_parameter_is_told_at_once(void **state)
{
	set("max_contacts", -1);
	set("retry_after", -1);
	set_word("path_mode", "x");
	assert_refused("max_contacts");
	assert_refused("retry_after");
	assert_refused("path_mode");
	set("max_contacts", 10);
	set("retry_after", 30);
	set_word("path_mode", "lazy");
	assert_taken("all", 0);
}

static void assert_mode(enum r302_db_mode want)
{
	assert_taken("db_mode", 0);
	assert_int_equal(r302_config_db()->mode, want);
}

static void test_a_database_is_waited_for_unless_told_otherwise(void **state)
{
	assert_mode(R302_DB_NONE);
	set_text("db_url", "sqlite:///f", 11);
	assert_mode(R302_DB_SYNC);
	set_word("db_mode", "async");
	assert_mode(R302_DB_ASYNC);
	set_word("db_mode", "sync");
	assert_mode(R302_DB_SYNC);
	set_word("db_mode", "none");
	assert_mode(R302_DB_NONE);
	set_text("db_url", "", 0);
	assert_mode(R302_DB_NONE);
	set_word("db_mode", "sync");
	assert_refused("db_url");
	set_word("db_mode", "none");
}

/* 0 no database, 1 write-through, 2 write-back: as usrloc has it */
static void test_the_numbers_of_a_mode_are_those_of_usrloc(void **state)
{
	set_text("db_url", "sqlite:///f", 11);
	set_number_for_word("db_mode", 1);
	assert_mode(R302_DB_SYNC);
	set_number_for_word("db_mode", 2);
	assert_mode(R302_DB_ASYNC);
	set_number_for_word("db_mode", 3);
	assert_refused("db_mode");
	set_number_for_word("db_mode", 0);
	assert_mode(R302_DB_NONE);
	set_text("db_url", "", 0);
}

static void test_a_column_can_have_another_name(void **state)
{
	set_text("user_column", "phone", 5);
	assert_taken("user_column", 0);
	assert_str(r302_config_db()->where.column[R302_C_USERNAME], "phone");
	assert_str(r302_config_db()->where.table, "location");
	assert_str(r302_config_db()->where.attrs, "location_attrs");
	set_text("user_column", NULL, 0);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
			FACT(test_the_defaults_are_those_of_the_documentation),
			FACT(test_a_number_outside_its_range_is_refused_by_name),
			FACT(test_a_negative_time_is_refused_by_name),
			FACT(test_intervals_must_fit_together),
			FACT(test_words_and_their_numbers_are_taken),
			FACT(test_an_unknown_word_is_refused_by_name),
			FACT(test_a_redirect_is_302_or_300),
			FACT(test_a_service_route_is_loose),
			FACT(test_a_short_secret_is_refused_by_name),
			FACT(test_a_secret_makes_the_key_and_no_secret_a_random_one),
			FACT(test_a_database_is_waited_for_unless_told_otherwise),
			FACT(test_the_numbers_of_a_mode_are_those_of_usrloc),
			FACT(test_a_column_can_have_another_name),
			FACT(test_every_bad_parameter_is_told_at_once)};

	UNIT_RUN(tests, argc, argv);
}
