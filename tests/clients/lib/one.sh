#!/bin/bash
# One scenario in a process of its own.
#
# usage: one.sh FILE NAME    (FILE defines test_NAME)
#
# The scenario ends at the first command that fails; what it printed until then
# is its diagnosis. Whatever happens, the processes and namespaces it made go.
set -eEu

WORK=$BUILD/clients/$2
STATE_DIR=$BUILD/clients/state
TEMPORARY= # a folder elsewhere, if it made one

for part in process server phone capture sipp netns; do
	# shellcheck source=/dev/null
	. "$CLIENTS/lib/$part.sh"
done
# shellcheck source=/dev/null
. "$1"

show_logs() {
	local log
	for log in "$WORK"/*.log "$WORK"/*/log; do
		[ -s "$log" ] || continue
		echo "--- ${log#"$BUILD"/}, its end:"
		tail -n 25 "$log" | cut -c1-160
	done
}

clean_up() {
	local code=$?
	trap - EXIT ERR
	set +e
	[[ $code == 0 || $code == 77 ]] || show_logs
	kill_everything
	netns_remove_all
	[ -z "$TEMPORARY" ] || rm -rf "$TEMPORARY"
	exit "$code"
}

trap clean_up EXIT
trap 'exit 143' TERM INT
trap 'echo "line $LINENO of $(basename "${BASH_SOURCE[0]}"): $BASH_COMMAND" >&2' ERR

rm -rf "$WORK" "$STATE_DIR"
mkdir -p "$WORK" "$STATE_DIR"
"test_$2"
