#!/usr/bin/env bash
# The bench still counts right and notices what is wrong. A few hundred requests, and
# no figure of time is judged: that is what `make bench` prints, and people read.
#   tests/bench/run.sh
# ROOT, BUILD and KAMAILIO_SRC as the Makefile gives them.
set -u

here=$(cd "$(dirname "$0")" && pwd)
export ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
export BUILD=${BUILD:-$ROOT/build}
export BENCH_OUT=$BUILD/bench-smoke
# shellcheck source-path=SCRIPTDIR source=../network.sh
. "$here/../network.sh"
passed=0
failed=0
got=

# field NAME: a number of what the generator printed
field() {
	sed -n "s/.*\"$1\": \(-\{0,1\}[0-9]*\).*/\1/p" <<<"$got" | head -n 1
}

# check NAME COMMAND...
check() {
	local name=$1
	shift
	if "$@"; then
		echo "ok bench: $name"
		passed=$((passed + 1))
	else
		echo "not ok bench: $name"
		printf '%s\n' "$got" | head -n 20 | sed 's/^/    # /'
		failed=$((failed + 1))
	fi
}

# load STATUS PORT OPTION...: the generator ends with that status
load() {
	local want=$1 port=$2 status=0
	shift 2
	got=$(timeout 30 "$BENCH_OUT/load" "127.0.0.1:$port" "$@" 2>&1) || status=$?
	[ "$status" -eq "$want" ]
}

counted() {
	local want=$1
	shift
	load 0 "$@" && [ "$(field started)" -eq "$want" ] && [ "$(field 'done')" -eq "$want" ] &&
		[ "$(field bad)" -eq 0 ]
}

statistic() {
	kamcmd -s "unix:$ctl" stats.get_statistics reg302: | sed -n "s/^reg302:$1 = //p"
}

stat_is() {
	for _ in $(seq 20); do
		got="$1 = $(statistic "$1"), not $2"
		[ "$(statistic "$1")" = "$2" ] && return 0
		sleep 0.1
	done
	return 1
}

wait_for_server() {
	for _ in $(seq 100); do
		kamcmd -s "unix:$ctl" core.version >/dev/null 2>&1 && return 0
		sleep 0.1
	done
	return 1
}

wrong_status_is_noticed() {
	load 1 5060 mode=redirect first=500000 count=50 && [ "$(field bad)" -eq 50 ] &&
		[ "$(field bad_status)" -eq 404 ] && [ "$(field 'done')" -eq 0 ]
}

# nobody listens there
silence_is_noticed() {
	load 1 5099 count=10 seconds=1 && [ "$(field unanswered)" -eq 10 ] && [ "$(field 'done')" -eq 0 ]
}

unknown_option_is_refused() {
	load 2 5060 users=1000 speed=9 && load 2 5060 mode=dance && load 2 5060 users=-1
}

# a hundred in a twentieth of a second, not at once
paced() {
	counted 100 5060 mode=redirect users=300 count=100 pace=2000 &&
		awk -F '"seconds": ' '{ exit !($2 + 0 >= 0.049) }' <<<"$got"
}

two_streams_are_apart() {
	load 0 5060 mode=refresh users=300 count=100 rate=2000 cseq=1000000050 -- mode=redirect users=300 count=50 rate=1000 &&
		[ "$(grep -c '"bad": 0' <<<"$got")" -eq 2 ] && grep '"redirect", "started": 50, "done": 50' <<<"$got" >/dev/null
}

against_the_module() {
	check "new registrations are counted" counted 300 5060 mode=new users=300 count=300
	check "the server has as many" stat_is aors 300
	check "refreshes are counted" counted 400 5060 mode=refresh users=300 count=400 cseq=1000000010
	check "redirects are counted" counted 200 5060 mode=redirect users=300 count=200
	check "the server sent as many" stat_is redirect_sent 200
	check "each is acknowledged" stat_is ack_absorbed 200
	check "a mixture of both" counted 220 5060 mode=mixed users=300 count=220 cseq=1000000020
	check "unregistered users" counted 50 5060 mode=unregistered first=500000 count=50
	check "refreshes over TCP" counted 300 5060 mode=refresh users=300 count=300 tcp=4 cseq=1000000030
	check "redirects over TCP" counted 100 5060 mode=redirect users=300 count=100 tcp=4
	check "an open loop" counted 100 5060 mode=redirect users=300 count=100 rate=2000
	check "a closed loop with a pace" paced
	check "two streams are counted apart" two_streams_are_apart
	check "bindings of a phone behind a NAT" counted 100 5060 mode=new first=1000 users=100 count=100 text=nat
	check "a reply with another status is noticed" wrong_status_is_noticed
	check "silence is noticed" silence_is_noticed
	check "an option that does not exist is refused" unknown_option_is_refused
	check "removals are counted" counted 300 5060 mode=remove users=300 count=300 cseq=1000000100
	check "and nothing is left of them" stat_is bindings 100
}

# rows of a CSV with a variant and a mode
rows_are_whole() {
	local variant mode
	got=$(cat "$BENCH_OUT/quick.csv")
	for variant in stock-tlsf stock-qm constant-tlsf reg302-qm reg302-tlsf echo; do
		for mode in refresh redirect; do
			awk -F , -v v="$variant" -v m="$mode" '
				NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
				$column["variant"] == v && $column["mode"] == m && $column["requests"] > 0 &&
					$column["cpu_us"] > 0 && $column["p99_us"] >= $column["p50_us"] { n++ }
				END { exit n != 1 }' <<<"${got//$'\r'/}" || return 1
		done
	done
}

report_is_whole() {
	got=$(cat "$BENCH_OUT/report")
	grep 'refresh, reg302-qm / stock-qm' <<<"$got" >/dev/null &&
		[ "$(grep -c '^| \(stock\|constant\|reg302\|echo\)' <<<"$got")" -ge 12 ]
}

plots_are_drawn() {
	got=$(ls "$BENCH_OUT/plots")
	grep svg <<<"$got" >/dev/null
}

# part, column and value that has to be there, in how many rows
rows_are() {
	local file=$BENCH_OUT/$1.csv
	got=$(cat "$file")
	[ "$(grep -c "$2" "$file")" -eq "$3" ]
}

database_rows_are_whole() {
	local what
	for what in sqlite,register,stock-db sqlite,register,reg302-db sqlite,half sqlite,redirect,committed \
		'sqlite,redirect,in memory' sqlite,fill 'sqlite,start,.*-M 8, 2000 rows' 'sqlite,start,.*-M 16, 2000 rows' \
		postgres,register,stock-db postgres,register,reg302-db postgres,half postgres,redirect,committed; do
		rows_are database "^$what" 1 || return 1
	done
}

nothing_leaks_in_a_soak() {
	got=$(cat "$BENCH_OUT/report")
	[ "$(grep -c 'soak.*bytes of .* more | 0 | 0 | met' <<<"$got")" -eq 2 ]
}

# written twice, the document is the same; a name without a place is an error
figures_go_into_a_document() {
	local doc=$BENCH_OUT/doc.md once
	sed 's/^<!-- end -->/old\n&/' "$ROOT/docs/performance.md" >"$doc"
	bench report doc="$doc" || return 1
	once=$(cat "$doc")
	bench report doc="$doc" || return 1
	got=$once
	[ "$once" = "$(cat "$doc")" ] && grep '| reg302-tlsf, growing' <<<"$once" >/dev/null &&
		grep '^## Instructions per request' <<<"$once" >/dev/null || return 1
	sed -i '/figures: soak/d' "$doc"
	! bench report doc="$doc"
}

# Once more when requests were lost, as on a machine that stood still for seconds:
# that is no figure, and bench.sh says so.
bench() {
	got=$("$here/bench.sh" "$@" 2>&1 >"$BENCH_OUT/report") && return 0
	grep -q 'requests without one' <<<"$got" || return 1
	got=$("$here/bench.sh" "$@" 2>&1 >"$BENCH_OUT/report")
}

# so few tell little of what one costs, but that there is something to tell
instructions_are_counted() {
	got=$(BUILD=$BENCH_OUT "$here/callgrind.sh" 20 2>&1) || return 1
	got=$(cat "$BENCH_OUT/bench/callgrind.csv")
	awk -F , '
		NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
		$1 ~ /^(REGISTER|INVITE|ACK)$/ && $column["all"] > 1000 { n++ }
		END { exit n != 3 }' <<<"${got//$'\r'/}"
}

if [ -z "${IN_OWN_NETWORK:-}" ]; then
	rm -rf "$BENCH_OUT"
	mkdir -p "$BENCH_OUT"
	check "every variant runs" bench quick report rounds=1 seconds=0.03
	check "every variant is in the CSV" rows_are_whole
	check "the report tells of all" report_is_whole
	if command -v gnuplot >/dev/null; then
		check "plots are drawn" plots_are_drawn
	fi
	check "memory is looked at in a soak" bench soak report requests=20000
	check "nothing leaks in it" nothing_leaks_in_a_soak
	check "callers, growth, an operator's list" bench latency rounds=1 rows=30000
	check "each is in the CSV" rows_are latency '^reg302-tlsf,' 5
	check "SIPp searches" bench sipp variants=reg302-tlsf rounds=1
	check "both its rates are in the CSV" rows_are rfc7502 'reg302-tlsf,.* rate,' 2
	check "memory of a binding, with and without a NAT" bench shm variants=stock-tlsf,reg302-tlsf
	check "each text is in the CSV" rows_are shm ',\(plain\|nat\),20000,[1-9]' 4
	check "registrations in databases" bench db rounds=1 seconds=0.1 rows=2000
	check "each kind is in the CSV" database_rows_are_whole
	check "figures go into a document" figures_go_into_a_document
	echo "$passed $failed" >"$BENCH_OUT/count"
	if own_network; then
		exec "${NETWORK[@]}" "$0"
	fi
fi
read -r passed failed <"$BENCH_OUT/count"
check "instructions are counted" instructions_are_counted
ctl=$BENCH_OUT/ctl
: >"$BENCH_OUT/log"
kamailio -DD -E -f "$here/cfg/reg302.cfg" -Y "$BENCH_OUT" -P "$BENCH_OUT/pid" -n 1 -N 1 \
	-L "$(dirname "$(dpkg -L kamailio | grep '/modules/tm\.so$')"):$ROOT/modules" \
	-A "CTL=\"unix:$ctl\"" -l udp:127.0.0.1:5060 -l tcp:127.0.0.1:5060 >>"$BENCH_OUT/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait' EXIT
got=$(tail -n 5 "$BENCH_OUT/log")
check "a server to load" wait_for_server
against_the_module

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
