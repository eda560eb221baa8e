/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include "../../core/dprint.h"
#include "../../core/globals.h"
#include "aor.h"
#include "config.h"
#include "contact.h"
#include "queue.h"

static int default_expires = 3600;
static int min_expires = 60;
static int max_expires = 86400;
static int expires_range = 0;
static int max_contacts = 10;
static char *on_max_contacts = "refuse";
static int use_domain = 0;
static char *path_mode = "lazy";
static char *nat_detect = "auto";
static int contact_max_size = 512;
static int retry_after = 30;
static int remember_users = 604800;
static int redirect_expires = 0;
static int redirect_max_contacts = 0;
static int redirect_max_size = 1300;
static int redirect_status = 302;
static char *redirect_contact = "auto";
static int contacts_per_request = R302_CONTACTS_MAX;
static int user_max_size = R302_USER_MAX;
static int host_max_size = R302_HOST_MAX;
static int max_bindings = 0;
static int outbound = 1;
static int gruu = 1;
static int flow_timer = 0;
static int pkg_prime = 1;
static str service_route = STR_NULL;
static str tag_secret = STR_NULL;
static char *db_mode = NULL; /* sync with a db_url, none without */
static int db_flush_ms = 100;
static int db_timeout_ms = 3000;
static int db_queue_size = 8 * 1024 * 1024;
static int db_required = 1;
static struct r302_db_limits db = {
		.where = {.table = str_init("location"),
				.attrs = str_init("location_attrs")}};

static struct r302_limits limits;
static struct r302_key tag_key;


/* a parameter that is a word, or the number that means the same */
/* clang-format off */
#define WORD_PARAM(name) \
	static int take_##name(modparam_t type, void *value) \
	{ \
		static char number[16]; \
		if(PARAM_TYPE_MASK(type) == PARAM_INT) { \
			snprintf(number, sizeof(number), "%d", (int)(long)value); \
			name = number; \
		} else { \
			name = value; \
		} \
		return 0; \
	}
#define WORD(name) \
	{#name, PARAM_STRING | PARAM_USE_FUNC, (void *)take_##name}, \
	{#name, PARAM_INT | PARAM_USE_FUNC, (void *)take_##name}
/* clang-format on */

WORD_PARAM(on_max_contacts)
WORD_PARAM(path_mode)
WORD_PARAM(nat_detect)
WORD_PARAM(redirect_contact)
WORD_PARAM(db_mode)

/* named as usrloc names them */
/* clang-format off */
#define COLUMN(name, c) \
	{name "_column", PARAM_STR, &db.where.column[R302_C_##c]}
/* clang-format on */

param_export_t r302_config_params[] = {
		{"default_expires", PARAM_INT, &default_expires},
		{"min_expires", PARAM_INT, &min_expires},
		{"max_expires", PARAM_INT, &max_expires},
		{"expires_range", PARAM_INT, &expires_range},
		{"max_contacts", PARAM_INT, &max_contacts}, WORD(on_max_contacts),
		{"use_domain", PARAM_INT, &use_domain}, WORD(path_mode),
		WORD(nat_detect), {"contact_max_size", PARAM_INT, &contact_max_size},
		{"retry_after", PARAM_INT, &retry_after},
		{"remember_users", PARAM_INT, &remember_users},
		{"redirect_expires", PARAM_INT, &redirect_expires},
		{"redirect_max_contacts", PARAM_INT, &redirect_max_contacts},
		{"redirect_max_size", PARAM_INT, &redirect_max_size},
		{"redirect_status", PARAM_INT, &redirect_status},
		WORD(redirect_contact),
		{"contacts_per_request", PARAM_INT, &contacts_per_request},
		{"user_max_size", PARAM_INT, &user_max_size},
		{"host_max_size", PARAM_INT, &host_max_size},
		{"max_bindings", PARAM_INT, &max_bindings},
		{"outbound", PARAM_INT, &outbound}, {"gruu", PARAM_INT, &gruu},
		{"flow_timer", PARAM_INT, &flow_timer},
		{"pkg_prime", PARAM_INT, &pkg_prime},
		{"service_route", PARAM_STR, &service_route},
		{"tag_secret", PARAM_STR, &tag_secret},
		{"db_url", PARAM_STR, &db.where.url}, WORD(db_mode),
		{"db_flush_ms", PARAM_INT, &db_flush_ms},
		{"db_timeout_ms", PARAM_INT, &db_timeout_ms},
		{"db_queue_size", PARAM_INT, &db_queue_size},
		{"db_required", PARAM_INT, &db_required},
		{"db_table", PARAM_STR, &db.where.table},
		{"db_attrs_table", PARAM_STR, &db.where.attrs}, COLUMN("ruid", RUID),
		COLUMN("user", USERNAME), COLUMN("domain", DOMAIN),
		COLUMN("contact", CONTACT), COLUMN("received", RECEIVED),
		COLUMN("path", PATH), COLUMN("expires", EXPIRES), COLUMN("q", Q),
		COLUMN("callid", CALLID), COLUMN("cseq", CSEQ),
		COLUMN("last_modified", LAST_MODIFIED), COLUMN("flags", FLAGS),
		COLUMN("cflags", CFLAGS), COLUMN("user_agent", USER_AGENT),
		COLUMN("socket", SOCKET), COLUMN("methods", METHODS),
		COLUMN("instance", INSTANCE), COLUMN("reg_id", REG_ID),
		COLUMN("server_id", SERVER_ID), COLUMN("connection_id", CONNECTION_ID),
		COLUMN("keepalive", KEEPALIVE), COLUMN("partition", PARTITION),
		{0, 0, 0}};

static int check_range(const char *name, int value, int min, int max)
{
	if(value >= min && value <= max)
		return 0;
	LM_ERR("parameter %s is %d: give a number from %d to %d\n", name, value,
			min, max);
	return -1;
}

/** A word and the number that means the same. */
struct word
{
	const char *text;
	const char *number;
	int value;
};

static const struct word path_words[] = {{"off", "0", R302_PATH_OFF},
		{"lazy", "1", R302_PATH_LAZY}, {"strict", "2", R302_PATH_STRICT},
		{NULL, NULL, 0}};
static const struct word nat_words[] = {{"auto", "0", R302_NAT_AUTO},
		{"always", "1", R302_NAT_ALWAYS}, {"never", "2", R302_NAT_NEVER},
		{NULL, NULL, 0}};
/* the numbers are usrloc's: 1 is write-through, 2 is write-back */
static const struct word db_words[] = {{"none", "0", R302_DB_NONE},
		{"sync", "1", R302_DB_SYNC}, {"async", "2", R302_DB_ASYNC},
		{NULL, NULL, 0}};
static const struct word full_words[] = {
		{"refuse", "0", 0}, {"replace_oldest", "1", 1}, {NULL, NULL, 0}};

static const struct word contact_words[] = {{"auto", "0", R302_REDIRECT_AUTO},
		{"registered", "1", R302_REDIRECT_REGISTERED},
		{"source", "2", R302_REDIRECT_SOURCE}, {NULL, NULL, 0}};

static int check_word(const char *name, const char *given,
		const struct word *words, const char *choice, int *value)
{
	for(; words->text; words++) {
		if(strcmp(given, words->text) == 0
				|| strcmp(given, words->number) == 0) {
			*value = words->value;
			return 0;
		}
	}
	LM_ERR("parameter %s is \"%s\": give one of %s\n", name, given, choice);
	return -1;
}

static int check_words(void)
{
	int path = 0, nat = 0, contact = 0, bad = 0;

	bad |= check_word("path_mode", path_mode, path_words,
			"\"off\", \"lazy\" or \"strict\"", &path);
	bad |= check_word("nat_detect", nat_detect, nat_words,
			"\"auto\", \"always\" or \"never\"", &nat);
	bad |= check_word("on_max_contacts", on_max_contacts, full_words,
			"\"refuse\" or \"replace_oldest\"", &limits.replace_oldest);
	bad |= check_word("redirect_contact", redirect_contact, contact_words,
			"\"auto\", \"registered\" or \"source\"", &contact);
	limits.redirect_contact = (enum r302_redirect_contact)contact;
	limits.path_mode = (enum r302_path_mode)path;
	limits.nat_detect = (enum r302_nat_detect)nat;
	return bad;
}

static int check_ranges(void)
{
	int bad = 0;

	bad |= check_range("default_expires", default_expires, 1, INT_MAX);
	bad |= check_range("min_expires", min_expires, 0, INT_MAX);
	bad |= check_range("max_expires", max_expires, 0, INT_MAX);
	bad |= check_range("expires_range", expires_range, 0, 100);
	bad |= check_range("max_contacts", max_contacts, 0, R302_CONTACTS_MAX);
	bad |= check_range("use_domain", use_domain, 0, 1);
	bad |= check_range("contact_max_size", contact_max_size, 32, 2048);
	bad |= check_range("retry_after", retry_after, 0, 86400);
	bad |= check_range("remember_users", remember_users, 0, INT_MAX);
	bad |= check_range("redirect_expires", redirect_expires, 0, 1);
	bad |= check_range("redirect_max_contacts", redirect_max_contacts, 0,
			R302_CONTACTS_MAX);
	bad |= check_range("redirect_max_size", redirect_max_size, 0, 65507);
	bad |= check_range(
			"contacts_per_request", contacts_per_request, 1, R302_CONTACTS_MAX);
	bad |= check_range("user_max_size", user_max_size, 1, R302_USER_MAX);
	bad |= check_range("host_max_size", host_max_size, 1, R302_HOST_MAX);
	bad |= check_range("max_bindings", max_bindings, 0, INT_MAX);
	bad |= check_range("outbound", outbound, 0, 1);
	bad |= check_range("gruu", gruu, 0, 1);
	bad |= check_range("flow_timer", flow_timer, 0, 999);
	bad |= check_range("pkg_prime", pkg_prime, 0, 1);
	bad |= check_range("db_flush_ms", db_flush_ms, 1, 60000);
	bad |= check_range("db_timeout_ms", db_timeout_ms, 100, 32000);
	bad |= check_range("db_queue_size", db_queue_size, R302_QUEUE_MIN, INT_MAX);
	bad |= check_range("db_required", db_required, 0, 1);
	return bad;
}

static int check_order(void)
{
	if(max_expires && max_expires < min_expires) {
		LM_ERR("parameter max_expires is %d, below min_expires (%d): raise "
			   "max_expires or lower min_expires\n",
				max_expires, min_expires);
		return -1;
	}
	if(default_expires < min_expires
			|| (max_expires && default_expires > max_expires)) {
		LM_ERR("parameter default_expires is %d: give a number between "
			   "min_expires (%d) and max_expires (%d)\n",
				default_expires, min_expires, max_expires);
		return -1;
	}
	return 0;
}

static int check_status(void)
{
	if(redirect_status == 300 || redirect_status == 302)
		return 0;
	LM_ERR("parameter redirect_status is %d: give 302, or 300 for Multiple "
		   "Choices\n",
			redirect_status);
	return -1;
}

/* RFC 3608 6.1: a list of name-addr, each with lr, so that it is loose */
static int check_service_route(void)
{
	str rest = service_route;
	struct r302_contact hop;
	int more = 0;

	if(service_route.s == NULL)
		return 0;
	while((more = r302_contact_next(&rest, &hop)) > 0) {
		if(!r302_uri_param(&hop.uri, "lr", NULL))
			break;
	}
	if(more == 0 && service_route.len)
		return 0;
	LM_ERR("parameter service_route is \"%.*s\": give URIs in angle brackets, "
		   "each with ;lr\n",
			service_route.len, service_route.s);
	return -1;
}

static int check_secret(void)
{
	if(tag_secret.s == NULL) {
		if(r302_hash_random_key(&tag_key) == 0)
			return 0;
		LM_ERR("the system gives no random bytes for the To-tag: set the "
			   "parameter tag_secret\n");
		return -1;
	}
	if(tag_secret.len < 16) {
		LM_ERR("parameter tag_secret has %d characters: give at least 16, or "
			   "leave it out for a random one\n",
				tag_secret.len);
		return -1;
	}
	r302_hash_key(&tag_key, tag_secret);
	return 0;
}

/* a database is what has a URL; db_mode=none keeps it out for a while */
static int check_db(void)
{
	int mode = R302_DB_SYNC;

	if(db_mode
			&& check_word("db_mode", db_mode, db_words,
					   "\"none\", \"async\" or \"sync\"", &mode)
					   < 0)
		return -1;
	if(db.where.url.len == 0 && db_mode && mode != R302_DB_NONE) {
		LM_ERR("parameter db_mode is \"%s\", and there is no db_url: give one, "
			   "sqlite:///var/lib/kamailio/reg302.sqlite for example, or leave "
			   "db_mode out\n",
				db_mode);
		return -1;
	}
	db.mode = db.where.url.len ? (enum r302_db_mode)mode : R302_DB_NONE;
	db.flush_ms = db_flush_ms;
	db.timeout_ms = db_timeout_ms;
	db.queue_size = db_queue_size;
	db.required = db_required;
	db.where.codec.use_domain = use_domain;
	db.where.codec.server_id = server_id;
	return 0;
}

int r302_config_check(void)
{
	int bad = check_words() | check_ranges() | check_status()
			  | check_service_route() | check_db();

	if(bad || check_order() < 0 || check_secret() < 0)
		return -1;
	limits.default_expires = default_expires;
	limits.min_expires = min_expires;
	limits.max_expires = max_expires;
	limits.expires_range = expires_range;
	limits.remember_users = remember_users;
	limits.max_contacts = max_contacts;
	limits.contact_max_size = contact_max_size;
	limits.use_domain = use_domain;
	limits.retry_after = retry_after;
	limits.redirect_expires = redirect_expires;
	limits.redirect_max_contacts = redirect_max_contacts;
	limits.redirect_max_size = redirect_max_size;
	limits.redirect_status = redirect_status;
	limits.contacts_per_request = contacts_per_request;
	limits.user_max_size = user_max_size;
	limits.host_max_size = host_max_size;
	limits.max_bindings = max_bindings;
	limits.outbound = outbound;
	limits.gruu = gruu;
	limits.flow_timer = flow_timer;
	limits.service_route = service_route;
	return 0;
}

struct r302_limits r302_config_limits(void)
{
	return limits;
}

const struct r302_db_limits *r302_config_db(void)
{
	return &db;
}

int r302_config_primes_pkg(void)
{
	return pkg_prime;
}

const struct r302_key *r302_config_tag_key(void)
{
	return &tag_key;
}
