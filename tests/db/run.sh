#!/usr/bin/env bash
# The database ring: a real Kamailio that keeps its registrations in a real SQLite
# file and in a real PostgreSQL, both made for the test.
#   tests/db/run.sh [filter]     filter: part of a test's name, "postgres: kill"
# KILLS= how often the server is killed under load, for each kind of database; SEED=
# chooses where. ROOT, BUILD and KAMAILIO_SRC as the Makefile gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
out=$BUILD/db
# shellcheck source-path=SCRIPTDIR source=../server.sh
. "$here/../server.sh"

fail() {
	echo "not ok db: $*"
	echo "0 passed, 1 failed"
	exit 1
}

# A network for the ports and a list of mounts for the file systems that are filled.
# Unlike the other rings' it keeps the user: PostgreSQL refuses to run as root, and
# would take an ordinary user for root in a user namespace that maps him to it.
isolated() {
	local how
	for how in -nm "-nmc --keep-caps"; do
		# shellcheck disable=SC2086 # words
		if unshare $how ip link set lo up 2>/dev/null; then
			# shellcheck disable=SC2016,SC2086 # expanded inside; words
			unshare $how sh -c 'ip link set lo up && exec "$@"' - "$@"
			return
		fi
	done
	"$@"
}

mkdir -p "$out"
# the servers of another run would be taken for this one's, and its files written over
exec 9>"$out/lock"
flock -n 9 || fail "another run of this ring is at work in $out: wait for its end"
build_module "$out/modules" "$sanitizers" 9>&- || {
	tail -n 20 "$out/modules/build.log"
	fail "the module does not build with sanitizers"
}
export ROOT BUILD
export DB_DIR=$out PYTHONDONTWRITEBYTECODE=1
DB_MODULES="$(system_modules):$out/modules"
DB_PRELOAD=$(preload)
export DB_MODULES DB_PRELOAD
# Debian's own: no other sees the packages that apt brings
isolated timeout 900 /usr/bin/python3 "$here/main.py" "$@" 9>&-
