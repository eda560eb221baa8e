#!/bin/bash
# Real SIP clients against the server, started the way a user starts it.
#
# usage: tests/clients/run.sh [filter]
#
# Runs every scenario whose name contains the filter, one process and one time
# limit each, and leaves the logs of scenario NAME in $BUILD/clients/NAME.
set -eu

CLIENTS=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$CLIENTS/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
export CLIENTS ROOT BUILD

SCENARIO_SECONDS=180
TOOLS="baresip sipp kamailio kamcmd tcpdump ip nsenter nft ps setsid flock timeout"

passed=0
failed=0
skipped=0
running=

# "file name" of every scenario, in the order of the files
scenarios() {
	grep -H -o '^test_[a-z0-9_]*' "$CLIENTS"/scenarios/*.sh | sed 's/:test_/ /'
}

missing_tools() {
	local tool
	for tool in $TOOLS; do
		command -v "$tool" >/dev/null || printf ' %s' "$tool"
	done
}

# One ring at a time on a machine, since all use the same addresses and ports.
# The lock is on a file that every copy of this tree sees: the phone's program.
wait_for_turn() {
	exec 9<"$(command -v baresip)"
	flock -w 200 9 && return
	echo "not ok clients: turn"
	echo "    another run of these scenarios has not ended in 200 s"
	echo "0 passed, 1 failed"
	return 1
}

# Its process is not waited for in the foreground, so that a signal to this
# script reaches the scenario, whose exit trap cleans up.
run_scenario() {
	timeout --foreground -k 10 "$SCENARIO_SECONDS" \
		bash "$CLIENTS/lib/one.sh" "$1" "$2" >"$BUILD/clients/$2.log" 2>&1 9<&- &
	running=$!
	wait "$running"
}

report() {
	local code=$1 name=$2
	if [ "$code" -eq 0 ]; then
		echo "ok clients: $name"
		passed=$((passed + 1))
		return
	fi
	if [ "$code" -eq 77 ]; then
		echo "skip clients: $name ($(tail -n 1 "$BUILD/clients/$name.log"))"
		skipped=$((skipped + 1))
		return
	fi
	echo "not ok clients: $name"
	[ "$code" -ne 124 ] || echo "    no end within $SCENARIO_SECONDS s"
	sed 's/^/    /' "$BUILD/clients/$name.log"
	failed=$((failed + 1))
}

interrupted() {
	[ -z "$running" ] || kill -TERM "$running" 2>/dev/null || true
	wait || true
	exit 130
}

main() {
	local filter=${1:-} missing file name code
	missing=$(missing_tools)
	if [ -n "$missing" ]; then
		echo "not ok clients: tools"
		echo "    not installed:$missing"
		echo "0 passed, 1 failed"
		return 1
	fi
	wait_for_turn || return 1
	mkdir -p "$BUILD/clients"
	while read -r file name; do
		case $name in *"$filter"*) ;; *) continue ;; esac
		code=0
		run_scenario "$file" "$name" || code=$?
		report "$code" "$name"
	done < <(scenarios)
	[ "$((passed + failed + skipped))" -gt 0 ] || echo "no scenario's name contains '$filter'" >&2
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ] && [ "$((passed + skipped))" -gt 0 ]
}

trap interrupted INT TERM
main "$@"
