/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <string.h>
#include "../../core/dprint.h"
#include "config.h"

static int default_expires = 3600;
static int min_expires = 60;
static int max_expires = 86400;
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
static str tag_secret = STR_NULL;

static struct r302_limits limits;
static struct r302_key tag_key;

/* A text parameter given as a number (path_mode=1) arrives as text, too. */
static int take_text(char **param, void *value)
{
	*param = (char *)value;
	return 0;
}

#define TEXT_PARAM(name)                                 \
	static int take_##name(modparam_t type, void *value) \
	{                                                    \
		(void)type;                                      \
		return take_text(&name, value);                  \
	}

TEXT_PARAM(on_max_contacts)
TEXT_PARAM(path_mode)
TEXT_PARAM(nat_detect)

#define TEXT (PARAM_STRING | PARAM_USE_FUNC)

param_export_t r302_config_params[] = {
		{"default_expires", PARAM_INT, &default_expires},
		{"min_expires", PARAM_INT, &min_expires},
		{"max_expires", PARAM_INT, &max_expires},
		{"max_contacts", PARAM_INT, &max_contacts},
		{"on_max_contacts", TEXT, (void *)take_on_max_contacts},
		{"use_domain", PARAM_INT, &use_domain},
		{"path_mode", TEXT, (void *)take_path_mode},
		{"nat_detect", TEXT, (void *)take_nat_detect},
		{"contact_max_size", PARAM_INT, &contact_max_size},
		{"retry_after", PARAM_INT, &retry_after},
		{"remember_users", PARAM_INT, &remember_users},
		{"redirect_expires", PARAM_INT, &redirect_expires},
		{"redirect_max_contacts", PARAM_INT, &redirect_max_contacts},
		{"redirect_max_size", PARAM_INT, &redirect_max_size},
		{"tag_secret", PARAM_STR, &tag_secret}, {0, 0, 0}};

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
static const struct word full_words[] = {
		{"refuse", "0", 0}, {"replace_oldest", "1", 1}, {NULL, NULL, 0}};

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
	int path = 0, nat = 0, bad = 0;

	bad |= check_word("path_mode", path_mode, path_words,
			"\"off\", \"lazy\" or \"strict\"", &path);
	bad |= check_word("nat_detect", nat_detect, nat_words,
			"\"auto\", \"always\" or \"never\"", &nat);
	bad |= check_word("on_max_contacts", on_max_contacts, full_words,
			"\"refuse\" or \"replace_oldest\"", &limits.replace_oldest);
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
	bad |= check_range("max_contacts", max_contacts, 0, R302_CONTACTS_MAX);
	bad |= check_range("use_domain", use_domain, 0, 1);
	bad |= check_range("contact_max_size", contact_max_size, 32, 2048);
	bad |= check_range("retry_after", retry_after, 0, 86400);
	bad |= check_range("remember_users", remember_users, 0, INT_MAX);
	bad |= check_range("redirect_expires", redirect_expires, 0, 1);
	bad |= check_range("redirect_max_contacts", redirect_max_contacts, 0,
			R302_CONTACTS_MAX);
	bad |= check_range("redirect_max_size", redirect_max_size, 0, 65507);
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

int r302_config_check(void)
{
	int bad = check_words() | check_ranges();

	if(bad || check_order() < 0 || check_secret() < 0)
		return -1;
	limits.default_expires = default_expires;
	limits.min_expires = min_expires;
	limits.max_expires = max_expires;
	limits.remember_users = remember_users;
	limits.max_contacts = max_contacts;
	limits.contact_max_size = contact_max_size;
	limits.use_domain = use_domain;
	limits.retry_after = retry_after;
	limits.redirect_expires = redirect_expires;
	limits.redirect_max_contacts = redirect_max_contacts;
	limits.redirect_max_size = redirect_max_size;
	return 0;
}

struct r302_limits r302_config_limits(void)
{
	return limits;
}

const struct r302_key *r302_config_tag_key(void)
{
	return &tag_key;
}
