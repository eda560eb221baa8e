#!/usr/bin/env bash
# A whole Kamailio with the module under the address and undefined-behaviour
# sanitizers, and messages that are nearly right. Exit status 77: it cannot run here.
#   tests/fuzz/server.sh [messages [seed]]
# Half of the messages is sent, and then the same half again: the shared memory in
# use afterwards must be the same. Runs in a network of its own, because a mutated
# Via sends replies anywhere. KAMAILIO_OPTS= adds options of kamailio. ROOT, BUILD and KAMAILIO_SRC as the Makefile gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
out=$BUILD/fuzz/server
messages=${1:-20000}
seed=${2:-${SEED:-302}}
address=127.0.0.1:5060
# shellcheck source-path=SCRIPTDIR source=../server.sh
. "$here/../server.sh"

not_ok() {
	echo "not ok fuzz: server ($*)"
	exit 1
}

build() {
	mkdir -p "$out"
	"${CC:-cc}" -std=gnu11 -O1 -g -Wall -Wextra -Werror -D_GNU_SOURCE \
		"$here"/server/*.c -o "$out/server" || not_ok "the sender does not build"
	build_module "$out/modules" "$sanitizers" || {
		tail -n 20 "$out/modules/build.log"
		not_ok "the module does not build with sanitizers"
	}
}

parameters() {
	cat <<-END
		use_dns_cache=off
		modparam("reg302", "remember_users", 0)
		modparam("reg302", "redirect_expires", 1)
		modparam("reg302", "flow_timer", 120)
		modparam("reg302", "service_route", "<sip:edge.example.com;lr>")
	END
}

run() {
	local status=0
	# shellcheck disable=SC2086 # a list of words
	start_server "$out/run" "$out/modules" "$address" -n 2 -x qm -X qm -m 256 -M 16 \
		${KAMAILIO_OPTS:-} < <(parameters) ||
		not_ok "Kamailio does not start"
	rm -rf "$out/last-messages"
	"$out/server" "$address" "$server_ctl" "$server_dir/log" "$out/last-messages" \
		"$server_pid" "$messages" "$seed" "$here/corpus/server" || status=$?
	stop_server || status=1
	return "$status"
}

if [ -z "${IN_OWN_NETWORK:-}" ]; then
	build
	enter_network "$0" "$@" || {
		echo "skip fuzz: server (no network namespaces here)"
		exit 77
	}
fi
SERVER_PRELOAD=$(preload)
run || not_ok "$messages messages, SEED=$seed"
echo "ok fuzz: server ($messages messages, SEED=$seed)"
