#!/usr/bin/env bash
# `make run`: Kamailio in the foreground with cfg/kamailio.cfg and the module of
# this tree. `make help` lists the variables it takes from the environment.
set -eu

# where an ordinary user's shell on Debian does not look for servers
export PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
listen=${LISTEN:-}
domains=${DOMAINS:-}
workers=${WORKERS:-4}
options=${KAMAILIO_OPTS:-}
defs=" ${DEFS:-} "

die() {
	echo "run: $*" >&2
	exit 1
}

# shellcheck source=cfg/database.sh
. "$here/database.sh"

# is it among the DEFS, with a value or without?
defined() {
	[[ $defs == *" $1 "* || $defs == *" $1="* ]]
}

# bindings survive a restart, unless somebody says no
keeps_bindings() {
	[ "${DB_URL:-}" != none ]
}

# where the package put the modules that the script loads besides ours
system_modules() {
	local dir
	dir=$(dpkg -L kamailio 2>/dev/null | grep '/modules/tm\.so$' | head -n 1) || :
	if [ -n "$dir" ]; then
		dirname "$dir"
		return
	fi
	for dir in /usr/lib/*/kamailio/modules /usr/lib*/kamailio/modules /usr/local/lib*/kamailio/modules; do
		[ -f "$dir/tm.so" ] && echo "$dir" && return
	done
	die "no folder with Kamailio's own modules (tm.so) was found"
}

needs_module() {
	[ -f "$modules/$1.so" ] || die "Kamailio's module $1 is not installed; Debian: apt-get install $2"
}

check_tools() {
	command -v kamailio >/dev/null || die "kamailio is not installed; 'make prepare' installs it"
	modules=$(system_modules)
	[ -f "$root/modules/reg302/reg302.so" ] || die "modules/reg302/reg302.so is not built; run 'make' first"
	[ -f "$root/cfg/kamailio.cfg" ] || die "cfg/kamailio.cfg is missing"
	if defined WITH_TLS; then needs_module tls kamailio-tls-modules; fi
	if defined WITH_WEBSOCKET; then needs_module websocket kamailio-websocket-modules; fi
	if defined WITH_AUTH || keeps_bindings; then
		case $(database_url) in
		sqlite:*) needs_module db_sqlite kamailio-sqlite-modules ;;
		*) needs_module db_postgres kamailio-postgres-modules ;;
		esac
	fi
	[[ $workers =~ ^[1-9][0-9]*$ ]] || die "WORKERS must be a number from 1 on, not '$workers'"
}

# "udp:[::1]:5060" -> proto, host (without brackets) and port; empty proto: both
split_socket() {
	local s=$1
	proto='' port=5060
	if [[ $s =~ ^(udp|tcp|tls|sctp):(.*)$ ]]; then
		proto=${BASH_REMATCH[1]} s=${BASH_REMATCH[2]}
	fi
	[ "$proto" = tls ] && port=5061
	if [[ $s =~ ^(\[[^]]*\]|[^:]*):([0-9]+)$ ]]; then
		s=${BASH_REMATCH[1]} port=${BASH_REMATCH[2]}
	fi
	host=${s#[} host=${host%]}
}

# The sockets on a port that would be in the way of host, as "address process".
# Kamailio itself would not notice on UDP: it sets SO_REUSEADDR, so two servers
# can hold one address and only one of them hears what arrives.
taken() {
	local proto=$1 host=$2 port=$3 flag=-t
	[ "$proto" = udp ] && flag=-u
	ss -H -l -n -p "$flag" "sport = :$port" 2>/dev/null |
		awk -v host="$host" '
			{
				addr = $4
				sub(/:[0-9]+$/, "", addr)
				sub(/%.*$/, "", addr)
				gsub(/[][]/, "", addr)
			}
			function every(a) { return a == "*" || a == "::" || a == (host ~ /:/ ? "::" : "0.0.0.0") }
			host == "*" || addr == host || every(addr) || every(host) {
				who = $6
				sub(/^users:\(\("/, "", who)
				sub(/",pid=/, " (pid ", who)
				sub(/,.*/, ")", who)
				print who
				found = 1
				exit
			}
			END { exit !found }'
}

check_socket() {
	local spec=$1 proto host port address transport who
	split_socket "$spec"
	address=$(getent ahosts "$host" | awk 'NR == 1 { print $1 }') || :
	[ "$host" = '*' ] && address='*'
	[ -n "$address" ] || return 0 # an interface's name: Kamailio resolves it
	for transport in ${proto:-udp tcp}; do
		[ "$transport" = sctp ] && continue
		who=$(taken "$transport" "$address" "$port") || continue
		echo "$transport:$host:$port${who:+ by $who}"
		return 1
	done
}

check_ports() {
	local spec busy
	command -v ss >/dev/null || return 0
	for spec in ${listen:-udp:*:5060 tcp:*:5060}; do
		busy=$(check_socket "$spec") ||
			die "$busy is already taken; stop that or choose another with LISTEN=\"udp:ADDRESS:PORT ...\""
	done
}

# absolute, because Kamailio changes its folder
prepare_state() {
	mkdir -p "${STATE_DIR:-$root/run}"
	state=$(cd "${STATE_DIR:-$root/run}" && pwd)
	socket=$state/kamailio.ctl
	pidfile=$state/kamailio.pid
	# sun_path holds 108 bytes with its NUL
	[ ${#socket} -lt 108 ] || die "the path of the control socket, $socket, is longer than the 107 bytes a socket can have; choose a shorter STATE_DIR"
	local pid=''
	[ -f "$pidfile" ] && pid=$(cat "$pidfile")
	if [ -n "$pid" ] && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = kamailio ]; then
		die "the Kamailio with pid $pid runs with $state already; stop it or choose another STATE_DIR"
	fi
	rm -f "$socket" "$pidfile"
}

# Debian's default, q_malloc with debugging, walks long lists of free fragments:
# four fifths of the CPU of a request on a busy server.
allocators() {
	[[ " $options" =~ " -x" || " $options" =~ " -X" ]] && return 0
	echo "run: memory manager tlsf (constant time; the default walks long free lists on every request)" >&2
	args+=(-x tlsf -X tlsf)
}

# Which database, for users and for bindings.
prepare_database() {
	local url
	if ! defined WITH_AUTH && ! keeps_bindings; then
		return 0
	fi
	url=$(database_url)
	args+=(-A "DB_URL=\"$url\"")
	[[ $url == sqlite:* ]] || args+=(-A WITH_POSTGRES)
	if keeps_bindings; then
		database_prepare_bindings
		args+=(-A WITH_DB)
		echo "run: bindings are kept in ${url##*@} (DB_URL=none: in memory only)" >&2
	fi
}

# Users: their tables, the realm, and a word to who leaves the door open.
prepare_users() {
	if ! defined WITH_AUTH; then
		echo "run: no passwords: whoever reaches this server can register as anybody (DEFS=\"WITH_AUTH WITH_ANTIFLOOD\")" >&2
		return 0
	fi
	database_prepare users
	defined AUTH_REALM && return 0
	args+=(-A "AUTH_REALM=\"$(realm)\"")
	echo "run: realm $(realm); users: make user-add USER=... PASSWORD=..., user-list, user-remove" >&2
}

# TLS_CERT and TLS_KEY, or a certificate that nobody trusts but who is told to
prepare_tls() {
	local dir=$state/tls name
	defined WITH_TLS || return 0
	cert=${TLS_CERT:-$dir/cert.pem} key=${TLS_KEY:-$dir/key.pem}
	if [ -z "${TLS_CERT:-}" ] && [ ! -s "$cert" ]; then
		command -v openssl >/dev/null || die "openssl is not installed; 'make prepare' installs it"
		name=${domains%% *}
		[ -n "$name" ] || name=$(hostname -f 2>/dev/null || hostname)
		mkdir -p "$dir"
		(umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 825 \
			-subj "/CN=$name" -addext "subjectAltName=DNS:$name,DNS:localhost,IP:127.0.0.1,IP:::1" \
			-keyout "$key" -out "$cert" 2>"$dir/log") || die "openssl made no certificate, see $dir/log"
		echo "run: made a certificate for $name, signed by itself: $cert (TLS_CERT and TLS_KEY name a real one)" >&2
	fi
	for name in "$cert" "$key"; do
		[ -r "$name" ] || die "TLS_CERT and TLS_KEY: $name cannot be read"
	done
	args+=(-A "TLS_CERT=\"$(realpath "$cert")\"" -A "TLS_KEY=\"$(realpath "$key")\"")
}

# Chromium and Firefox open no connection to a port of SIP's, 5060 and 5061.
warn_about_browsers() {
	local word
	defined WITH_WEBSOCKET || return 0
	for word in $listen; do
		split_socket "$word"
		[[ $proto == udp || $port == 506[01] ]] || return 0
	done
	echo "run: browsers go to neither port 5060 nor 5061: give them another, LISTEN=\"... tls:ADDRESS:8443\"" >&2
}

arguments() {
	local word
	args=(-DD -E -f "$root/cfg/kamailio.cfg" -L "$modules:$root/modules"
		-Y "$state" -P "$pidfile" -A "STATE_CTL=\"unix:$socket\""
		-m 256 -M 16 -n "$workers")
	allocators
	prepare_database
	prepare_users
	prepare_tls
	warn_about_browsers
	for word in $listen; do args+=(-l "$word"); done
	for word in $domains; do args+=("--alias=$word"); done
	for word in ${DEFS:-}; do args+=(-A "$word"); done
	# last, so that what the caller says wins
	for word in $options; do args+=("$word"); done
}

prepare_state
check_tools
check_ports
arguments
echo "run: listening on ${listen:-every interface, UDP and TCP port 5060}, $workers UDP workers per socket" >&2
echo "run: manage it with: kamcmd -s unix:$socket reg302.list" >&2
# Kamailio takes the place of this shell: a signal to this pid is a signal to its
# main process, which stops all of its own.
exec kamailio "${args[@]}"
