# shellcheck shell=bash
# The functions of the module from a script in another language, by KEMI.

KEMI_HOST=127.0.0.24

# a configuration of its own in place of the launcher's
kemi_server_start() {
	launch "$WORK/server.log" kamailio -DD -E -f "$CLIENTS/kemi/kamailio.cfg" \
		-L "$(dirname "$(dpkg -L kamailio | grep '/modules/tm\.so$')"):$ROOT/modules" \
		-Y "$STATE_DIR" -P "$STATE_DIR/kamailio.pid" -n 1 \
		-l "udp:$SERVER_HOST:$SERVER_PORT" -l "tcp:$SERVER_HOST:$SERVER_PORT" \
		-A "STATE_CTL=\"unix:$STATE_DIR/kamailio.ctl\"" \
		-A "KEMI_SCRIPT=\"$CLIENTS/kemi/kemi.js\""
	server_answers 15
}

# ask METHOD USER FROM HEADERS   prints the reply
ask() {
	local method=$1 user=$2 from=$3 headers=$4
	{
		printf '%s sip:%s@%s:%s SIP/2.0\r\n' "$method" "$user" "$SERVER_HOST" "$SERVER_PORT"
		printf 'Via: SIP/2.0/TCP %s;branch=z9hG4bK%s\r\n' "$KEMI_HOST" "$RANDOM"
		printf 'From: <sip:%s@%s>;tag=1\r\nTo: <sip:%s@%s>\r\n' "$from" "$SERVER_HOST" "$user" "$SERVER_HOST"
		printf 'Call-ID: kemi%s\r\nCSeq: 1 %s\r\n%b' "$RANDOM" "$method" "$headers"
		printf 'Content-Length: 0\r\n\r\n'
	} >&7
	local line
	while read -r -t 3 line <&7 && [ "$line" != $'\r' ]; do
		printf '%s\n' "${line%$'\r'}"
	done
}

# replied PATTERN   reads the whole reply, so that its writer is not cut off
replied() {
	grep "$@" >/dev/null
}

test_kemi_functions_do_what_those_of_the_script_do() {
	kemi_server_start
	exec 7<>"/dev/tcp/$SERVER_HOST/$SERVER_PORT"
	ask REGISTER 3001 3001 'Contact: <sip:3001@192.0.2.1>, <sip:3001@192.0.2.2>\r\n' | grep -c '^Contact' | replied -x 2
	ask REGISTER 3001 flags 'Contact: <sip:3001@192.0.2.3>\r\n' | grep -c '^Contact' | replied -x 1
	ask INVITE 3001 3002 '' | replied -x 'Contact: <sip:3001@192.0.2.3>'
	ask INVITE 3009 3002 '' | replied '404 Not Found'
	ask OPTIONS 3001 3002 '' | replied '200 1 -1 -1 -1 1 -1 1 -1$'
	[ "$(count register_bound)" -eq 2 ]
	exec 7<&-
	server_stop
}
