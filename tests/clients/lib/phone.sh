# shellcheck shell=bash
# Phones: baresip without sound hardware. A sine is what it hears, a bridge to
# nowhere what it plays on; ctrl_tcp is the hand of its user.

PHONE_PORT=5410 # and the next one, for TLS
PHONE_CTL=5420
PHONE_PARAMS= # of its account's URI; it adds them to those it calls
PHONE_CONFIG= # more lines of its configuration
PHONE_SECRET= # its password is this and its number; empty: none
declare -A PHONE_HOST PHONE_PID PHONE_NS

modules_dir() {
	local dir
	for dir in /usr/lib/baresip/modules /usr/lib/*/baresip/modules \
		/usr/local/lib/baresip/modules; do
		[ -d "$dir" ] || continue
		echo "$dir"
		return
	done
	fail "baresip's modules not found"
}

# phone_config HOST RTP-PORTS
phone_config() {
	cat <<-EOF
		sip_listen $1:$PHONE_PORT
		net_interface $1
		rtp_ports $2
		audio_source ausine,440
		audio_player aubridge,nowhere
		audio_alert aubridge,alert
		ausrc_srate 48000
		auplay_srate 48000
		ausrc_channels 2
		auplay_channels 2
		module_path $(modules_dir)
		module g711.so
		module ausine.so
		module aubridge.so
		module_tmp account.so
		module_app menu.so
		module_app ctrl_tcp.so
		ctrl_tcp_listen $1:$PHONE_CTL
		$PHONE_CONFIG
	EOF
}

# phone_start NAME NUMBER HOST RTP-PORTS [NS]
# It registers by itself and refreshes after 5 % of a minute: three seconds.
# From 3.3.0 on baresip has to be told to follow a 302; before it just does.
phone_start() {
	phone_launch "$@"
	wait_until 10 "$1 is registered" phone_is_registered "$1"
}

# the same, whether it will be let in or not
phone_launch() {
	local name=$1 number=$2 host=$3 ports=$4 ns=${5:-}
	mkdir -p "$WORK/$name"
	phone_config "$host" "$ports" >"$WORK/$name/config"
	echo "<$(address_of "$number")$PHONE_PARAMS>;regint=60;rwait=5;sip_autoredirect=yes${PHONE_SECRET:+;auth_pass=$PHONE_SECRET$number}" \
		>"$WORK/$name/accounts"
	in_netns "$ns"
	start "$WORK/$name/log" "${IN[@]}" baresip -4 -s -f "$WORK/$name"
	PHONE_PID[$name]=$STARTED_PID
	PHONE_HOST[$name]=$host
	PHONE_NS[$name]=$ns
}

phone_is_registered() {
	grep -q '200 OK .*binding' "$WORK/$1/log"
}

address_of() {
	echo "sip:$1@$SERVER_HOST:$SERVER_PORT"
}

# phone NAME COMMAND [PARAMS]
phone() {
	local name=$1
	shift
	in_netns "${PHONE_NS[$name]}"
	timeout 5 "${IN[@]}" bash "$CLIENTS/lib/phone_ctl.sh" \
		"${PHONE_HOST[$name]}" "$PHONE_CTL" "$@"
}

phone_dials() {
	phone "$1" dial "$(address_of "$2")"
}

# phone_shows NAME RINGING|INCOMING|ESTABLISHED
phone_shows() {
	phone "$1" listcalls | grep "$2" >/dev/null
}

phone_is_idle() {
	phone "$1" listcalls | grep 'Active calls (0)' >/dev/null
}

phone_stop() {
	stop "${PHONE_PID[$1]}"
}

# The Contacts of the 302s the phone got, one a line
phone_was_sent_to() {
	sed -n '/^SIP\/2.0 302/,/^Content-Length/s/^Contact: *<\([^>]*\)>.*/\1/p' \
		"$WORK/$1/log"
}

# over TLS the phones are called by it, too: with a certificate of their own
use_tls() {
	PHONE_PARAMS=';transport=tls'
	openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=phone.example.com \
		-keyout "$WORK/phone.pem" -out "$WORK/phone.crt" 2>"$WORK/openssl.log"
	cat "$WORK/phone.crt" >>"$WORK/phone.pem"
	PHONE_CONFIG="sip_certificate $WORK/phone.pem"
}

use_passwords() {
	PHONE_SECRET=secret
}

use_tcp() {
	PHONE_PARAMS=';transport=tcp'
}

# phone_calls A NUMBER B   A is connected to B's user by its number
phone_calls() {
	phone_dials "$1" "$2"
	wait_until 5 "$3 rings" phone_shows "$3" INCOMING
	wait_until 5 "$1 hears it ring" phone_shows "$1" RINGING
	phone "$3" accept
	wait_until 5 "$3 is in the call" phone_shows "$3" ESTABLISHED
	wait_until 5 "$1 is in the call" phone_shows "$1" ESTABLISHED
}
