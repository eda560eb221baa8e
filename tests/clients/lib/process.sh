# shellcheck shell=bash
# Processes of a scenario: started in the background, stopped by their pid.

STARTED=()
STARTED_PID=

fail() {
	echo "$*"
	exit 1
}

# what it needs is not to be had on this machine
skip() {
	echo "$*"
	exit 77
}

# start LOG COMMAND...   leaves the pid in STARTED_PID
start() {
	local log=$1
	shift
	"$@" >"$log" 2>&1 </dev/null &
	STARTED_PID=$!
	STARTED+=("$STARTED_PID")
	disown # or the shell would tell of its end
}

is_running() {
	kill -0 "$1" 2>/dev/null
}

is_gone() {
	! is_running "$1"
}

# wait_until SECONDS WHAT COMMAND...   tries COMMAND every tenth of a second
wait_until() {
	local tries=$(($1 * 10)) what=$2
	shift 2
	while ! "$@" >/dev/null 2>&1; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || fail "not seen in time: $what"
		sleep 0.1
	done
}

# stop PID [SIGNAL]   fails when the process is still there after fifteen seconds
stop() {
	kill -s "${2:-TERM}" "$1" 2>/dev/null || return 0
	(wait_until 15 "end of process $1 after SIG${2:-TERM}" is_gone "$1") || {
		where_it_stands "$1"
		exit 1
	}
}

# the processes of its session, and what the first one waits for
where_it_stands() {
	ps -o pid,stat,wchan:30,args --sid "$1" | cut -c1-120
	sed 's/^/    /' "/proc/$1/stack" 2>/dev/null || true
	! command -v gdb >/dev/null || timeout 20 gdb -p "$1" -batch -ex bt 2>/dev/null | grep '^#' || true
}

# For the way out: nothing may stay. A phone would try for half a minute to
# unregister at a server that has gone before.
kill_everything() {
	local pid
	for pid in "${STARTED[@]}"; do
		kill -KILL "$pid" 2>/dev/null
	done
	kill_session "$SERVER_PID"
}
