# shellcheck shell=bash
# Starting and stopping as a user does: Ctrl-C, a supervisor's SIGTERM, and a
# port that is not free.

# gone_within_5s SIGNAL TARGET   TARGET: a pid, or minus a process group
gone_within_5s() {
	kill -s "$1" -- "$2"
	server_left_nothing
	wait_until 5 "end of the launcher" is_gone "$SERVER_PID"
}

test_ctrl_c_ends_make_run() {
	launch "$WORK/server.log" make -C "$ROOT" run
	server_answers 30
	gone_within_5s INT "-$SERVER_PID"
}

test_sigterm_ends_the_launcher_and_its_server() {
	server_start
	gone_within_5s TERM "$SERVER_PID"
	wait_until 5 "the control socket is gone or dead" rpc_is_refused
}

rpc_is_refused() {
	! rpc core.version
}

test_a_server_can_be_started_again_where_one_ended() {
	server_start
	gone_within_5s TERM "$SERVER_PID"
	server_start
	server_stop
}

test_a_taken_port_is_told_in_one_sentence() {
	local code=0
	server_start
	STATE_DIR=$WORK/second LISTEN=$(server_listen) \
		timeout 20 "$ROOT/cfg/run.sh" >"$WORK/second.log" 2>&1 || code=$?
	case $code in 0 | 124) fail "exit status $code" ;; esac
	grep "$SERVER_HOST:$SERVER_PORT" "$WORK/second.log" | grep -i 'taken\|in use'
	[ "$(wc -l <"$WORK/second.log")" -eq 1 ] || fail "$(cat "$WORK/second.log")"
	rpc core.version
	server_stop
}

# A process that went on without having heard SIGTERM would keep the server from
# ending: each of them once, by a fork() that returns when the signal has come.
test_no_process_misses_a_sigterm_before_its_first_step() {
	local n processes
	cc -shared -fPIC -o "$WORK/late.so" "$CLIENTS/late_start.c"
	server_start
	processes=$(session_processes "$SERVER_PID" | wc -l)
	[ "$processes" -ge 10 ] || fail "$processes processes"
	server_stop
	for ((n = 1; n < processes; n++)); do
		LATE_START=$n LD_PRELOAD=$WORK/late.so launch "$WORK/$n.log" "$ROOT/cfg/run.sh"
		wait_until 10 "$processes processes" session_has "$processes"
		gone_within_5s TERM "$SERVER_PID"
	done
}

session_has() {
	[ "$(session_processes "$SERVER_PID" | wc -l)" -eq "$1" ]
}

# As a unit of systemd with Type=notify: its module wants to be told of the end, too.
test_systemd_is_told_that_the_server_stops() {
	TEMPORARY=$(mktemp -d) # a socket's name is short
	start "$WORK/told" python3 "$CLIENTS/notified.py" "$TEMPORARY/notify"
	wait_until 5 "who is to be told" test -S "$TEMPORARY/notify"
	NOTIFY_SOCKET=$TEMPORARY/notify KAMAILIO_OPTS=--loadmodule=systemdops.so server_start
	wait_until 5 "systemd is told of the start" grep -q READY=1 "$WORK/told"
	gone_within_5s TERM "$SERVER_PID"
	wait_until 5 "systemd is told of the end" grep -q STOPPING=1 "$WORK/told"
}
