#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SERVER_HOST "127.0.0.11"
#define SERVER_HOST_2 "127.0.0.21"
#define MARKER "# -- more reg302 parameters here --"

enum
{
	FIRST_PORT = 5301,
	LAST_PORT = 5399,
	START_MS = 20000,
	STOP_MS = 10000
};

/* the running server, if pid > 0 */
static struct
{
	pid_t pid;
	int port, number;
	char *settings;
	char *dir; /* its state: ctl socket, pid file, cfg, log */
	long log_seen;
} server;

static const char *env(const char *name, const char *otherwise)
{
	const char *value = getenv(name);

	return value != NULL ? value : otherwise;
}

const char *server_host(void)
{
	return SERVER_HOST;
}

int server_port(void)
{
	return server.port;
}

static char *read_file(const char *path, long from)
{
	struct text t = {0};
	char piece[4096], *result;
	size_t n;
	FILE *f = fopen(path, "r");

	text_add_bytes(&t, "", 0);
	if(f != NULL && fseek(f, from, SEEK_SET) == 0) {
		while((n = fread(piece, 1, sizeof(piece), f)) > 0)
			text_add_bytes(&t, piece, n);
	}
	if(f != NULL)
		fclose(f);
	result = note_bytes(t.s, t.len);
	text_free(&t);
	return result;
}

static char *log_path(void)
{
	return note("%s/log", server.dir);
}

static int is_number(const char *s)
{
	return *s != '\0' && s[*s == '-'] != '\0'
		   && strspn(s + (*s == '-'), "0123456789") == strlen(s + (*s == '-'));
}

/* settings of the runner itself; every other one is a module parameter */
static int is_own_setting(const char *word)
{
	static const char *const own[] = {
			"cfg=", "def=", "workers=", "memory=", "users=", "sql="};

	for(size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		if(strncmp(word, own[i], strlen(own[i])) == 0)
			return 1;
	}
	return strchr(word, '=') == NULL;
}

static void add_parameter(struct text *out, char *word)
{
	char *value = strchr(word, '=');
	size_t len = (size_t)(value - word);

	value++;
	if(is_number(value))
		text_add(out, "modparam(\"reg302\", \"%.*s\", %s)\n", (int)len, word,
				value);
	else if(*value == '"')
		text_add(out, "modparam(\"reg302\", \"%.*s\", %s)\n", (int)len, word,
				value);
	else
		text_add(out, "modparam(\"reg302\", \"%.*s\", \"%s\")\n", (int)len,
				word, value);
}

/* the shipped configuration, or `cfg=file` of tests/wire, plus parameters */
static const char *write_cfg(const struct words *settings)
{
	const char *own = words_get(settings, "cfg");
	const char *from =
			own == NULL ? env("CFG", "cfg/kamailio.cfg")
						: note("%s/tests/wire/%s", env("ROOT", "."), own);
	char *text = read_file(from, 0), *marker = strstr(text, MARKER);
	struct text out = {0};
	FILE *f;

	if(marker == NULL)
		return note("%s has no line \"%s\"", from, MARKER);
	marker += strlen(MARKER) + 1;
	text_add_bytes(&out, text, (size_t)(marker - text));
	for(int i = 0; i < settings->n; i++) {
		if(!is_own_setting(settings->w[i]))
			add_parameter(&out, settings->w[i]);
	}
	text_add(&out, "%s", marker);
	f = fopen(note("%s/kamailio.cfg", server.dir), "w");
	if(f == NULL)
		return note("%s: %s", server.dir, strerror(errno));
	fwrite(out.s, 1, out.len, f);
	fclose(f);
	text_free(&out);
	return NULL;
}

static int is_port_free(int port)
{
	struct address a;
	int udp = socket(AF_INET, SOCK_DGRAM, 0), is_free;

	address_parse(&a, SERVER_HOST, port);
	is_free = bind(udp, (struct sockaddr *)&a.ss, a.len) == 0;
	close(udp);
	return is_free;
}

/* each server gets the next one: no waiting for the last one's sockets */
static int next_port(void)
{
	static int port = FIRST_PORT - 1;

	for(int i = FIRST_PORT; i <= LAST_PORT; i++) {
		port = port == LAST_PORT ? FIRST_PORT : port + 1;
		if(is_port_free(port))
			break;
	}
	return port;
}

static void add_argument(struct words *args, char *a)
{
	args->w[args->n++] = a;
	args->w[args->n] = NULL;
}

static void add_option(struct words *args, char *option, char *value)
{
	add_argument(args, option);
	add_argument(args, value);
}

static void write_command(struct words *args, const struct words *settings)
{
	static const char *const listen[] = {"udp:" SERVER_HOST, "tcp:" SERVER_HOST,
			"udp:" SERVER_HOST_2, "udp:[::1]", "tcp:[::1]"};
	const char *workers = words_get(settings, "workers");
	const char *memory = words_get(settings, "memory");

	args->n = 0;
	add_argument(args, note("%s", env("KAMAILIO", "kamailio")));
	add_argument(args, note("-DD"));
	add_argument(args, note("-E"));
	add_option(args, note("-f"), note("%s/kamailio.cfg", server.dir));
	add_option(args, note("-L"), note("%s", env("MODULE_PATH", "")));
	add_option(args, note("-Y"), server.dir);
	add_option(args, note("-P"), note("%s/kamailio.pid", server.dir));
	add_option(args, note("-A"),
			note("STATE_CTL=\"unix:%s/kamailio.ctl\"", server.dir));
	add_option(args, note("-n"), note("%s", workers != NULL ? workers : "2"));
	add_option(args, note("-N"), note("2"));
	if(memory != NULL)
		add_option(args, note("-m"), note("%s", memory));
	add_option(args, note("-x"), note("qm"));
	add_option(args, note("-X"), note("qm"));
	add_argument(args, note("--alias=example.com"));
	for(size_t i = 0; i < sizeof(listen) / sizeof(listen[0]); i++) {
		if(strchr(listen[i], '[') == NULL || net_has_ipv6())
			add_option(args, note("-l"), note("%s:%d", listen[i], server.port));
	}
	for(int i = 0; i < settings->n; i++) {
		if(strncmp(settings->w[i], "def=", 4) == 0)
			add_option(args, note("-A"), settings->w[i] + 4);
	}
	if(words_get(settings, "users") != NULL)
		add_option(args, note("-A"), note("AUTH_REALM=\"example.com\""));
	if(words_get(settings, "users") != NULL
			|| words_get(settings, "sql") != NULL)
		add_option(args, note("-A"),
				note("DB_URL=\"sqlite:///%s/reg302.sqlite\"", server.dir));
}

/* users=5: u1 to u5, with the passwords secret1 to secret5; u2 may register u1 */
static const char *make_users(const struct words *settings)
{
	const char *n = words_get(settings, "users");
	struct text shell = {0};
	int failed;

	if(n == NULL)
		return NULL;
	text_add(&shell,
			"export STATE_DIR='%s' REALM=example.com; unset DB_URL DOMAINS; "
			"users='%s/cfg/users.sh'; set -e; for i in $(seq %s); do "
			"SIP_USER=u$i SIP_PASSWORD=secret$i \"$users\" add; done; "
			"SIP_USER=u2 SIP_AOR=u1 \"$users\" grant",
			server.dir, env("ROOT", "."), n);
	failed = system(note("{ %s; } >'%s/users.log' 2>&1", shell.s, server.dir));
	text_free(&shell);
	return failed ? note("no users, see %s/users.log", server.dir) : NULL;
}

/* sql=FILE: a database with Kamailio's tables, and what the file adds */
static const char *make_database(const struct words *settings)
{
	const char *sql = words_get(settings, "sql");

	if(sql == NULL)
		return NULL;
	if(system(note(
			   "cat '%s/cfg/schema/location-sqlite.sql' '%s/tests/wire/%s' |"
			   " sqlite3 -batch -bail '%s/reg302.sqlite' >'%s/sql.log' 2>&1",
			   env("ROOT", "."), env("ROOT", "."), sql, server.dir, server.dir))
			!= 0)
		return note("no database, see %s/sql.log", server.dir);
	return NULL;
}

/* in the child: never returns */
static void become(struct words *args)
{
	int log = open(log_path(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0644);

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	setpgid(0, 0);
	dup2(log, 1);
	dup2(log, 2);
	setenv("LD_PRELOAD", env("WIRE_PRELOAD", ""), 1);
	execvp(args->w[0], args->w);
	_exit(127);
}

static const char *spawn(const char *settings)
{
	struct words words, args;
	const char *problem;

	words_split(&words, settings);
	server.port = next_port();
	server.dir =
			strdup(note("%s/server-%d", env("WIRE_DIR", "."), ++server.number));
	server.settings = strdup(settings);
	server.log_seen = 0;
	mkdir(server.dir, 0755);
	problem = write_cfg(&words);
	if(problem == NULL)
		problem = make_users(&words);
	if(problem == NULL)
		problem = make_database(&words);
	if(problem != NULL)
		return problem;
	write_command(&args, &words);
	fflush(NULL);
	server.pid = fork();
	if(server.pid == 0)
		become(&args);
	return server.pid < 0 ? "fork failed" : NULL;
}

static void forget_server(void)
{
	free(server.dir);
	free(server.settings);
	server.dir = server.settings = NULL;
	server.pid = 0;
}

/* wait for its end; the wait status, or -1 when it goes on */
static int ended(int ms)
{
	long long end = now_ms() + ms;
	int status;

	do {
		if(waitpid(server.pid, &status, WNOHANG) == server.pid)
			return status;
		usleep(10000);
	} while(now_ms() < end);
	return -1;
}

static const char *tail_of_log(void)
{
	char *log = read_file(log_path(), 0);
	size_t len = strlen(log);

	return note("%s", len > 1500 ? log + len - 1500 : log);
}

static const char *wait_until_it_answers(void)
{
	long long end = now_ms() + START_MS;
	const char *out;

	while(now_ms() < end) {
		if(ended(0) >= 0) {
			server.pid = 0;
			return note("the server did not start:\n%s", tail_of_log());
		}
		if(access(note("%s/kamailio.ctl", server.dir), F_OK) == 0
				&& server_rpc(&out, "core.version") == NULL
				&& strstr(out, "kamailio") != NULL)
			return NULL;
		usleep(50000);
	}
	return "the server does not answer kamcmd";
}

/* a child that a sanitizer stops can leave the others behind */
static void kill_group(pid_t pid)
{
	kill(-pid, SIGKILL);
}

static const char *find_report(const char *log)
{
	static const char *const marks[] = {"AddressSanitizer",
			"runtime error:", "UndefinedBehaviorSanitizer", "LeakSanitizer"};

	for(size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		const char *found = strstr(log, marks[i]);

		if(found != NULL)
			return note("sanitizer report:\n%.1200s", found);
	}
	return NULL;
}

const char *server_stop(void)
{
	const char *problem = NULL;
	int status;

	if(server.pid <= 0)
		return NULL;
	kill(server.pid, SIGTERM);
	status = ended(STOP_MS);
	kill_group(server.pid);
	if(status < 0)
		problem = "the server does not stop";
	else if(!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		problem = note("the server stopped with wait status %d", status);
	if(find_report(read_file(log_path(), 0)) != NULL)
		problem = find_report(read_file(log_path(), 0));
	if(problem != NULL)
		problem = note("%s (settings \"%s\", log %s)", problem, server.settings,
				log_path());
	forget_server();
	return problem;
}

const char *server_want(const char *settings)
{
	const char *problem;

	if(server.pid > 0 && strcmp(server.settings, settings) == 0
			&& strstr(settings, "alone") == NULL)
		return NULL;
	problem = server_stop();
	if(problem != NULL)
		return note("the server before this one: %s", problem);
	problem = spawn(settings);
	if(problem == NULL)
		problem = wait_until_it_answers();
	return problem;
}

static int is_announced(const char *line, char **announced, int n)
{
	for(int i = 0; i < n; i++) {
		if(strstr(line, announced[i]) != NULL)
			return 1;
	}
	return 0;
}

static const char *check_log(char **announced, int n)
{
	char *log = read_file(log_path(), server.log_seen), *line;
	const char *problem = find_report(log);

	server.log_seen += (long)strlen(log);
	for(line = strtok(log, "\n"); line != NULL && problem == NULL;
			line = strtok(NULL, "\n")) {
		if((strstr(line, " ERROR: ") || strstr(line, " CRITICAL: ")
				   || strstr(line, " BUG: "))
				&& !is_announced(line, announced, n))
			problem = note("the server logged: %s", line);
	}
	return problem;
}

const char *server_check(char **announced, int n_announced)
{
	const char *problem;
	int status;

	if(server.pid <= 0)
		return "there is no server";
	problem = check_log(announced, n_announced);
	status = ended(0);
	if(status >= 0) {
		kill_group(server.pid);
		if(problem == NULL)
			problem = note("the server died, wait status %d:\n%s", status,
					tail_of_log());
		forget_server();
	}
	return problem;
}

const char *server_rpc(const char **out, const char *command)
{
	struct text shell = {0}, answer = {0};
	struct words args;
	char piece[4096];
	size_t n;
	FILE *pipe;

	text_add(&shell, "timeout 10 kamcmd -D '%s' -s 'unix:%s/kamailio.ctl'",
			server.dir, server.dir);
	words_split(&args, command);
	for(int i = 0; i < args.n; i++) {
		text_add(&shell, " ");
		text_add_quoted(&shell, args.w[i]);
	}
	text_add(&shell, " 2>&1");
	pipe = popen(shell.s, "r");
	text_free(&shell);
	if(pipe == NULL)
		return "kamcmd cannot be started";
	text_add_bytes(&answer, "", 0);
	while((n = fread(piece, 1, sizeof(piece), pipe)) > 0)
		text_add_bytes(&answer, piece, n);
	*out = note_bytes(answer.s, answer.len);
	text_free(&answer);
	/* a fault is an answer too: kamcmd prints it and exits with 0 */
	return pclose(pipe) == 0 ? NULL : note("kamcmd %s: %s", command, *out);
}

const char *server_refuses(const char *settings, const char *pattern)
{
	const char *problem = server_stop(), *log;
	int status;

	if(problem == NULL)
		problem = spawn(settings);
	if(problem != NULL)
		return problem;
	status = ended(START_MS);
	kill_group(server.pid);
	log = read_file(log_path(), 0);
	if(status < 0)
		problem = "it started";
	else if(!WIFEXITED(status) || WEXITSTATUS(status) == 0)
		problem = note("it ended with wait status %d", status);
	else if(find_report(log) != NULL)
		problem = find_report(log);
	else if(!text_follows(note("*%s*", pattern), log))
		problem = note("nothing like \"%s\" in its log:\n%s", pattern, log);
	waitpid(server.pid, &status, 0);
	forget_server();
	return problem;
}
