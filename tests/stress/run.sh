#!/usr/bin/env bash
# The stress ring: everything at once on a real Kamailio with four workers, under
# the sanitizers, and invariants that must hold all the while (main.py).
#   SEED= SECONDS_LONG= tests/stress/run.sh
# ROOT, BUILD and KAMAILIO_SRC as the Makefile gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
out=$BUILD/stress
# shellcheck source-path=SCRIPTDIR source=../server.sh
. "$here/../server.sh"

fail() {
	echo "not ok stress: $*"
	echo "0 passed, 1 failed"
	exit 1
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
start_server "$out/server" "$out/modules" 127.0.0.1:5063 -n 4 -x qm -X qm -m 128 <<-END || fail "Kamailio does not start"
	modparam("reg302", "min_expires", 1)
	modparam("reg302", "remember_users", 1)
	modparam("reg302", "max_contacts", 4)
END
status=0
PYTHONDONTWRITEBYTECODE=1 python3 "$here/main.py" "$server_ctl" 127.0.0.1 5063 \
	"${SEED:-302}" "${SECONDS_LONG:-10}" || status=$?
stop_server || fail "the server died, or a sanitizer reported: see $out/server/log"
exit "$status"
