# shellcheck shell=bash
# SIPp: many short exchanges, each checked message by message by its scenario.

SIPP_HOST=127.0.0.23
SIPP_PORT=5430
SIPP_CALLS=500
SIPP_RATE=250
SIPP_SECONDS=25 # at most, on a machine that is slow

# Users 2000, 2001, ... one line each, taken in that order
sipp_users() {
	echo SEQUENTIAL
	seq -f '%.0f;' 2000 $((2000 + SIPP_CALLS - 1))
}

# sipp_run SCENARIO u1|t1   fails unless every call went as the scenario says
sipp_run() {
	local scenario=$1 transport=$2 dir=$WORK/$1
	mkdir -p "$dir"
	sipp_users >"$dir/users.csv"
	(cd "$dir" && timeout $((SIPP_SECONDS + 5)) sipp "$SERVER_HOST:$SERVER_PORT" \
		-sf "$CLIENTS/sipp/$scenario.xml" -inf users.csv -t "$transport" \
		-i "$SIPP_HOST" -p "$SIPP_PORT" -m "$SIPP_CALLS" -r "$SIPP_RATE" \
		-l 250 -nostdin -timeout "${SIPP_SECONDS}s" -timeout_error -trace_stat -fd 1s \
		-trace_err -error_file errors.txt >screen.txt 2>log) ||
		sipp_failed "$scenario" "SIPp failed"
	sipp_says_all_went_well "$scenario"
}

# sipp_failed SCENARIO WHAT
sipp_failed() {
	echo "$1: $2"
	head -n 40 "$WORK/$1/errors.txt" || true
	exit 1
}

# The statistics of the end: calls made, calls failed
sipp_says_all_went_well() {
	local dir=$WORK/$1 good
	good=$(sipp_statistic "$dir" 'SuccessfulCall(C)')
	[ "$good" -eq "$SIPP_CALLS" ] || fail "$1: $good of $SIPP_CALLS calls went well"
	[ "$(sipp_statistic "$dir" 'FailedCall(C)')" -eq 0 ]
	sipp_saw_nothing_else "$dir" || sipp_failed "$1" "every call went well, but:"
}

# On a machine that has other work a reply comes after SIPp has repeated its request:
# then the repetition has a reply as well, to a call that is over. No more of those
# than repetitions; and SIPp says when it was slow itself.
sipp_saw_nothing_else() {
	local events=$1/errors.txt late
	[ -s "$events" ] || return 0
	grep -E "^'?[0-9]{4}-[0-9-]+[[:space:]]" "$events" >"$1/events" || return 0
	! grep -vE 'Dead call [^ ]+ \(successful\), received|Overload warning' "$1/events" >/dev/null || return 1
	late=$(grep -c 'Dead call' "$1/events") || :
	[ "$late" -le "$(sipp_statistic "$1" 'Retransmissions(C)')" ]
}

sipp_statistic() {
	awk -F ';' -v name="$2" '
		NR == 1 { for(i = 1; i <= NF; i++) if($i == name) column = i }
		END { print $column }' "$1"/*_.csv
}
