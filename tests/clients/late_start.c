/* SPDX-License-Identifier: MIT */
/* Preloaded: the process that Kamailio forks as number LATE_START takes its first
 * step when it has got a signal, and no earlier, as it may on a busy machine. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_late(void)
{
	static int forked;
	const char *which = getenv("LATE_START");

	return strcmp(program_invocation_short_name, "kamailio") == 0 && which
		   && ++forked == atoi(which);
}

pid_t fork(void)
{
	pid_t (*real)(void) = (pid_t(*)(void))dlsym(RTLD_NEXT, "fork");
	int late = is_late();
	sigset_t all, before;
	pid_t pid;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	pid = real();
	if(pid == 0 && late)
		sigsuspend(&before);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return pid;
}
