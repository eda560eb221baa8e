# shellcheck shell=bash
# The server, started by its launcher in a session of its own, so that all its
# processes can be found again by the id of that session.

SERVER_HOST=127.0.0.20
SERVER_PORT=5400
SERVER_DEFS= # of its script, as in make run DEFS=
SERVER_PID=
SERVER_NS= # the network namespace it lives in, if any

# server_lives_at NS HOST
server_lives_at() {
	SERVER_NS=$1
	SERVER_HOST=$2
}

server_has() {
	SERVER_DEFS=$*
}

# with TLS on the next port, where the script has it
server_listen() {
	local tls=
	[[ $SERVER_DEFS != *WITH_TLS* ]] || tls=" tls:$SERVER_HOST:$((SERVER_PORT + 1))"
	echo "udp:$SERVER_HOST:$SERVER_PORT tcp:$SERVER_HOST:$SERVER_PORT$tls"
}

# server_users NUMBER...   with the passwords that use_passwords gives to phones
server_users() {
	local number
	export REALM=phones.example.com
	for number; do
		STATE_DIR=$STATE_DIR SIP_USER=$number SIP_PASSWORD=secret$number "$ROOT/cfg/users.sh" add
	done
}

# launch LOG COMMAND...   a background job of a script ignores SIGINT, which the
# user's terminal would not make the server do: hence --default-signal
launch() {
	local log=$1
	shift
	in_netns "$SERVER_NS"
	start "$log" "${IN[@]}" setsid env --default-signal=INT,QUIT \
		LISTEN="$(server_listen)" STATE_DIR="$STATE_DIR" WORKERS=2 DEFS="$SERVER_DEFS" "$@"
	SERVER_PID=$STARTED_PID
}

server_start() {
	launch "$WORK/server.log" "$ROOT/cfg/run.sh"
	server_answers 15
}

# server_answers SECONDS   or is known not to
server_answers() {
	wait_until "$1" "the server answers kamcmd" answers_or_ended
	is_running "$SERVER_PID" || fail "the server ended as it started"
}

answers_or_ended() {
	rpc core.version || is_gone "$SERVER_PID"
}

server_stop() {
	stop "$SERVER_PID"
	server_left_nothing
}

server_left_nothing() {
	wait_until 5 "end of all processes of the server" session_is_empty "$SERVER_PID"
}

session_processes() {
	ps -o pid= --sid "$1"
}

session_is_empty() {
	[ -z "$(session_processes "$1")" ]
}

kill_session() {
	local pid
	[ -n "$1" ] || return 0
	for pid in $(session_processes "$1"); do
		kill -KILL "$pid" 2>/dev/null
	done
}

rpc() {
	timeout 5 kamcmd -s "unix:$STATE_DIR/kamailio.ctl" "$@"
}

# binding AOR FIELD   of its first contact, as kamcmd shows it
binding() {
	rpc reg302.show "$1" | sed -n "s/^[[:space:]]*$2: //p" | head -n 1
}

has_binding() {
	[ -n "$(binding "$1" contact)" ]
}

has_no_binding() {
	! has_binding "$1"
}

# count NAME   of the module's statistics
count() {
	rpc reg302.stats | sed -n "s/^[[:space:]]*$1: //p"
}
