/* SPDX-License-Identifier: MIT */
#include <time.h>
#include "../../core/dprint.h"
#include "../../core/mod_fix.h"
#include "config.h"
#include "lookup.h"
#include "redirect.h"
#include "registrar.h"
#include "script.h"

static int save(struct sip_msg *msg, int flags)
{
	struct r302_limits lim = r302_config_limits();

	return r302_registrar_save(msg, flags, &lim, time(NULL));
}

static int redirect(struct sip_msg *msg, str *uri)
{
	struct r302_limits lim = r302_config_limits();

	return r302_redirect_send(msg, uri, &lim, time(NULL));
}

static int lookup(struct sip_msg *msg, str *uri)
{
	struct r302_limits lim = r302_config_limits();

	return r302_lookup(msg, uri, &lim, time(NULL));
}

static int registered(struct sip_msg *msg, str *uri)
{
	struct r302_limits lim = r302_config_limits();

	return r302_registrar_has(msg, uri, &lim, time(NULL));
}

static int unregister(str *uri, str *contact)
{
	struct r302_limits lim = r302_config_limits();

	return r302_registrar_remove(uri, contact, &lim, time(NULL));
}

/* KEMI */

static int ki_save(struct sip_msg *msg)
{
	return save(msg, 0);
}

static int ki_save_flags(struct sip_msg *msg, int flags)
{
	return save(msg, flags);
}

static int ki_redirect(struct sip_msg *msg)
{
	return redirect(msg, NULL);
}

static int ki_redirect_uri(struct sip_msg *msg, str *uri)
{
	return redirect(msg, uri);
}

static int ki_ack(struct sip_msg *msg)
{
	return r302_redirect_ack(msg);
}

static int ki_lookup(struct sip_msg *msg)
{
	return lookup(msg, NULL);
}

static int ki_lookup_uri(struct sip_msg *msg, str *uri)
{
	return lookup(msg, uri);
}

static int ki_registered(struct sip_msg *msg)
{
	return registered(msg, NULL);
}

static int ki_registered_uri(struct sip_msg *msg, str *uri)
{
	return registered(msg, uri);
}

static int ki_unregister(struct sip_msg *msg, str *uri)
{
	(void)msg;
	return unregister(uri, NULL);
}

static int ki_unregister_contact(struct sip_msg *msg, str *uri, str *contact)
{
	(void)msg;
	return unregister(uri, contact);
}

/* the routing script */

/* @return 0 and the text, or -1 (the core has logged it) */
static int read_text(str *text, struct sip_msg *msg, char *param)
{
	return get_str_fparam(text, msg, (fparam_t *)param) < 0 ? -1 : 0;
}

static int w_save(struct sip_msg *msg, char *flags, char *unused)
{
	int value = 0;

	(void)unused;
	if(flags && get_int_fparam(&value, msg, (fparam_t *)flags) < 0) {
		LM_ERR("the flags of reg302_save() are no number\n");
		value = 0; /* a REGISTER is always answered */
	}
	return save(msg, value);
}

static int w_redirect(struct sip_msg *msg, char *uri, char *unused)
{
	str text;

	(void)unused;
	if(uri == NULL)
		return redirect(msg, NULL);
	return read_text(&text, msg, uri) < 0 ? R302_REDIRECT_INTERNAL
										  : redirect(msg, &text);
}

static int w_ack(struct sip_msg *msg, char *unused1, char *unused2)
{
	(void)unused1;
	(void)unused2;
	return ki_ack(msg);
}

static int w_lookup(struct sip_msg *msg, char *uri, char *unused)
{
	str text;

	(void)unused;
	if(uri == NULL)
		return lookup(msg, NULL);
	return read_text(&text, msg, uri) < 0 ? -1 : lookup(msg, &text);
}

static int w_registered(struct sip_msg *msg, char *uri, char *unused)
{
	str text;

	(void)unused;
	if(uri == NULL)
		return registered(msg, NULL);
	return read_text(&text, msg, uri) < 0 ? -1 : registered(msg, &text);
}

static int w_unregister(struct sip_msg *msg, char *uri, char *contact)
{
	str text, which;

	if(read_text(&text, msg, uri) < 0
			|| (contact && read_text(&which, msg, contact) < 0))
		return -1;
	return unregister(&text, contact ? &which : NULL);
}

static int fixup_save(void **param, int param_no)
{
	return fixup_igp_all(param, param_no);
}

static int fixup_texts(void **param, int param_no)
{
	return fixup_spve_all(param, param_no);
}

static int free_texts(void **param, int param_no)
{
	return fixup_free_spve_all(param, param_no);
}

#define CMD(name, f, n, fixup, unfix, routes)          \
	{                                                  \
		name, (cmd_function)f, n, fixup, unfix, routes \
	}

cmd_export_t r302_script_functions[] = {
		CMD("reg302_save", w_save, 0, 0, 0, REQUEST_ROUTE),
		CMD("reg302_save", w_save, 1, fixup_save, 0, REQUEST_ROUTE),
		CMD("reg302_redirect", w_redirect, 0, 0, 0, REQUEST_ROUTE),
		CMD("reg302_redirect", w_redirect, 1, fixup_texts, free_texts,
				REQUEST_ROUTE),
		CMD("reg302_ack", w_ack, 0, 0, 0, REQUEST_ROUTE),
		CMD("reg302_lookup", w_lookup, 0, 0, 0, REQUEST_ROUTE | FAILURE_ROUTE),
		CMD("reg302_lookup", w_lookup, 1, fixup_texts, free_texts,
				REQUEST_ROUTE | FAILURE_ROUTE),
		CMD("reg302_registered", w_registered, 0, 0, 0,
				REQUEST_ROUTE | FAILURE_ROUTE),
		CMD("reg302_registered", w_registered, 1, fixup_texts, free_texts,
				ANY_ROUTE),
		CMD("reg302_unregister", w_unregister, 1, fixup_texts, free_texts,
				ANY_ROUTE),
		CMD("reg302_unregister", w_unregister, 2, fixup_texts, free_texts,
				ANY_ROUTE),
		{0, 0, 0, 0, 0, 0}};

#define KEMI(name, f, p1, p2)                                                  \
	{                                                                          \
		str_init("reg302"), str_init(name), SR_KEMIP_INT, f,                   \
		{                                                                      \
			p1, p2, SR_KEMIP_NONE, SR_KEMIP_NONE, SR_KEMIP_NONE, SR_KEMIP_NONE \
		}                                                                      \
	}

/* clang-format off */
sr_kemi_t r302_script_kemi[] = {
	KEMI("save", ki_save, SR_KEMIP_NONE, SR_KEMIP_NONE),
	KEMI("save_flags", ki_save_flags, SR_KEMIP_INT, SR_KEMIP_NONE),
	KEMI("redirect", ki_redirect, SR_KEMIP_NONE, SR_KEMIP_NONE),
	KEMI("redirect_uri", ki_redirect_uri, SR_KEMIP_STR, SR_KEMIP_NONE),
	KEMI("ack", ki_ack, SR_KEMIP_NONE, SR_KEMIP_NONE),
	KEMI("lookup", ki_lookup, SR_KEMIP_NONE, SR_KEMIP_NONE),
	KEMI("lookup_uri", ki_lookup_uri, SR_KEMIP_STR, SR_KEMIP_NONE),
	KEMI("registered", ki_registered, SR_KEMIP_NONE, SR_KEMIP_NONE),
	KEMI("registered_uri", ki_registered_uri, SR_KEMIP_STR, SR_KEMIP_NONE),
	KEMI("unregister", ki_unregister, SR_KEMIP_STR, SR_KEMIP_NONE),
	KEMI("unregister_contact", ki_unregister_contact, SR_KEMIP_STR,
			SR_KEMIP_STR),
	{{0, 0}, {0, 0}, 0, NULL, {0, 0, 0, 0, 0, 0}}
};
/* clang-format on */
