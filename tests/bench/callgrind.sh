#!/usr/bin/env bash
# Instructions per request, counted by callgrind: the same on a busy machine as on
# an idle one, so a change of some per cent shows.
#   tests/bench/callgrind.sh [requests]     how many of each kind are counted (400)
# A Kamailio with one UDP worker runs four times, the second to fourth time with
# so many REGISTERs, INVITEs or ACKs more; the difference is what they cost.
# CFG= another script, with PORT and MODULE to be put in: what another way to answer costs.
# ALLOCATOR= tlsf (default), qm, fm. TOP=20 lists the functions that cost most.
# The table goes to standard output, and as CSV to build/bench/callgrind.csv.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
MODULE=${MODULE:-$ROOT/modules/reg302/reg302.so}
ALLOCATOR=${ALLOCATOR:-tlsf}
CFG=${CFG:-$here/callgrind.cfg}
PORT=${PORT:-15302}
TOP=${TOP:-0}
requests=${1:-400}
out=$BUILD/bench/callgrind
base=50 # of each kind in every run: the first ones pay for what is done once

pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || :' EXIT

fail() {
	echo "callgrind: $*" >&2
	tail -n 20 "$out"/server.log >&2 2>/dev/null || :
	exit 1
}

start() {
	rm -f "$out/$1".*
	valgrind --tool=callgrind --callgrind-out-file="$out/$1.%p" \
		kamailio -DD -E -f "$out/kamailio.cfg" -Y "$out" -P "$out/kamailio.pid" \
		-m 256 -M 8 -x "$ALLOCATOR" -X "$ALLOCATOR" >"$out/server.log" 2>&1 &
	pid=$!
}

stop() {
	kill "$pid"
	wait "$pid" || :
	pid=
}

# run NAME REGISTERS INVITES ACKS
run() {
	start "$1"
	python3 "$here/callgrind.py" send "$PORT" "$2" "$3" "$4" || fail "the server gave no answer"
	stop
}

rm -rf "$out"
mkdir -p "$out"
sed -e "s|PORT|$PORT|" -e "s|MODULE|$MODULE|" "$CFG" >"$out/kamailio.cfg"
more=$((base + requests))
run base $base $base $base
run REGISTER $more $base $base
run INVITE $base $more $base
run ACK $base $base $more
TOP=$TOP python3 "$here/callgrind.py" table "$out" "$requests" "$BUILD/bench/callgrind.csv"
