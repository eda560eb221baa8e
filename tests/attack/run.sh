#!/usr/bin/env bash
# The attack ring: a hostile peer against the shipped script, started as
# `make run` starts it.
#   tests/attack/run.sh [filter]     filter: part of a test's name
# ROOT and BUILD as the Makefile gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
export ROOT BUILD KAMAILIO_SRC
tools="python3 kamailio kamcmd make"

fail() {
	echo "not ok attack: $*"
	echo "0 passed, 1 failed"
	exit 1
}

for tool in $tools; do
	command -v "$tool" >/dev/null || fail "$tool is not installed; 'modules/prepare.sh build test' installs it"
done
mkdir -p "$BUILD/attack"

# thousands of connections at once
ulimit -n "$(ulimit -Hn)"

# a network of its own where that is allowed, so that two runs do not meet
isolated=()
if [ -z "${IN_OWN_NETWORK:-}" ] && unshare -rn true 2>/dev/null; then
	# shellcheck disable=SC2016 # expanded inside
	isolated=(env IN_OWN_NETWORK=yes unshare -rn sh -c 'ip link set lo up && exec "$@"' -)
fi
PYTHONDONTWRITEBYTECODE=1 "${isolated[@]}" python3 "$here/main.py" "$@"
