# shellcheck shell=bash
# What really went over the wire.

CAPTURE_PID=

# capture_start FILE FILTER [NS]   NS: a network namespace to listen in
capture_start() {
	local file=$1 filter=$2
	in_netns "${3:-}"
	start "$file.log" "${IN[@]}" tcpdump -n -i any -U --immediate-mode -Z root \
		-w "$file" "$filter"
	CAPTURE_PID=$STARTED_PID
	wait_until 5 "tcpdump listens" grep -q "listening on" "$file.log"
}

capture_stop() {
	stop "$CAPTURE_PID" INT
}

# packets FILE FILTER   how many of them
packets() {
	tcpdump -n -r "$1" "$2" 2>/dev/null | wc -l
}

# at_least N FILE FILTER
at_least() {
	local seen
	seen=$(packets "$2" "$3")
	[ "$seen" -ge "$1" ] || fail "$seen packets, expected $1: $3"
}

none_of() {
	local seen
	seen=$(packets "$1" "$2")
	[ "$seen" -eq 0 ] || fail "$seen packets, expected none: $2"
}
