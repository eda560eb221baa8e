#!/usr/bin/env bash
# The model ring: random REGISTERs to a real server, and after each of them its
# answer, a call and reg302.show against a model of RFC 3261 10.3 (rules.py).
#   SEED= STEPS= tests/model/run.sh
# ROOT, BUILD and KAMAILIO_SRC as the Makefile gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
out=$BUILD/model
# shellcheck source-path=SCRIPTDIR source=../server.sh
. "$here/../server.sh"

fail() {
	echo "not ok model: $*"
	echo "0 passed, 1 failed"
	exit 1
}

# the same numbers are in main.py
parameters() {
	cat <<-END
		modparam("reg302", "default_expires", 4)
		modparam("reg302", "min_expires", 2)
		modparam("reg302", "max_expires", 10)
		modparam("reg302", "max_contacts", 3)
		modparam("reg302", "on_max_contacts", "$1")
	END
}

servers=()
pids=()

start() {
	local policy=$1 port=$2
	start_server "$out/$policy" "$out/modules" "127.0.0.1:$port" -n 2 -x qm -X qm -m 64 \
		< <(parameters "$policy") || fail "Kamailio does not start"
	servers+=("$policy:$port:$server_ctl")
	pids+=("$server_pid:$server_dir")
}

stop_all() {
	local server bad=0
	for server in "${pids[@]}"; do
		server_pid=${server%%:*} server_dir=${server#*:}
		stop_server || bad=1
	done
	return "$bad"
}

if [ -z "${IN_OWN_NETWORK:-}" ]; then
	mkdir -p "$out"
	build_module "$out/modules" "$sanitizers" || {
		tail -n 20 "$out/modules/build.log"
		fail "the module does not build with sanitizers"
	}
	enter_network "$0" "$@" || :
fi
SERVER_PRELOAD=$(preload)
start refuse 5061
start replace_oldest 5062
status=0
PYTHONDONTWRITEBYTECODE=1 python3 "$here/main.py" "${SEED:-302}" "${STEPS:-4000}" "${servers[@]}" || status=$?
stop_all || fail "a server died, or a sanitizer reported: see $out/*/log"
exit "$status"
