#include "wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* hash, in hexadecimal, by coreutils: written apart from what is tested */
static const char *hashed(const char *algorithm, const char *text)
{
	struct text shell = {0};
	char hex[128] = "";
	FILE *pipe;

	text_add(&shell, "printf %%s ");
	text_add_quoted(&shell, text);
	text_add(&shell, " | %s",
			strcmp(algorithm, "SHA-256") == 0 ? "sha256sum" : "md5sum");
	pipe = popen(shell.s, "r");
	text_free(&shell);
	if(pipe == NULL || fscanf(pipe, "%127[0-9a-f]", hex) != 1)
		hex[0] = '\0';
	if(pipe != NULL)
		pclose(pipe);
	return note("%s", hex);
}

const char *digest_param(const char *challenge, const char *name)
{
	const char *at = strstr(challenge, note("%s=", name));

	if(at == NULL)
		return NULL;
	at += strlen(name) + 1;
	if(*at == '"')
		return note_bytes(at + 1, strcspn(at + 1, "\""));
	return note_bytes(at, strcspn(at, ", \r\n"));
}

static const char *word_or(
		const struct words *words, const char *name, const char *otherwise)
{
	const char *value = words_get(words, name);

	return value != NULL ? value : otherwise;
}

/* RFC 7616 3.4.1; without qop RFC 2069 */
static const char *response_to(const char *algorithm, const char *a1,
		const char *nonce, const char *qop, const char *a2)
{
	const char *middle = qop == NULL ? "" : note("%s:", qop);

	return hashed(algorithm, note("%s:%s:%s%s", hashed(algorithm, a1), nonce,
									 middle, hashed(algorithm, a2)));
}

const char *digest_credentials(const char **problem, const char *challenge,
		const char *method, const char *uri, const struct words *words)
{
	const char *user = words_get(words, "auth"), *colon = strchr(user, ':');
	const char *realm, *nonce, *algorithm, *nc, *qop, *response;

	*problem = colon == NULL ? "auth=user:password" : NULL;
	if(challenge == NULL)
		*problem = "auth= needs a 401 before it";
	if(*problem != NULL)
		return "";
	realm = word_or(words, "realm", digest_param(challenge, "realm"));
	nonce = word_or(words, "nonce", digest_param(challenge, "nonce"));
	algorithm = digest_param(challenge, "algorithm");
	uri = word_or(words, "digest-uri", uri);
	nc = word_or(words, "nc", "00000001");
	qop = words_have(words, "qop=none") ? NULL : note("%s:wire:auth", nc);
	user = note_bytes(user, (size_t)(colon - user));
	response = response_to(algorithm ? algorithm : "MD5",
			note("%s:%s:%s", user, realm, colon + 1), nonce, qop,
			note("%s:%s", method, uri));
	return note("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", "
				"uri=\"%s\", response=\"%s\"%s%s%s",
			user, realm, nonce, uri, response,
			algorithm ? note(", algorithm=%s", algorithm) : "",
			qop ? note(", qop=auth, cnonce=\"wire\", nc=%s", nc) : "",
			words_have(words, "with-nc") ? note(", nc=%s", nc) : "");
}
