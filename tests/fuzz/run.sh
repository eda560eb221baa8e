#!/usr/bin/env bash
# The fuzz ring: the parts that read bytes from the wire or from an operator, each
# under libFuzzer and the address and undefined-behaviour sanitizers; then a whole
# server that is sent mutated messages (server.sh).
#   tests/fuzz/run.sh [seconds [messages [target]]]
#     seconds   for all targets together (10)
#     messages  to the server (20000); 0: none
#     target    only this one, as "uri"
# ROOT, BUILD and KAMAILIO_SRC as the Makefile gives them. What is found stays in
# build/fuzz, and so does what libFuzzer has learned: the next run starts there.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
module=$ROOT/modules/reg302
out=$BUILD/fuzz
time=${1:-10}
messages=${2:-20000}
only=${3:-}
passed=0
failed=0

export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1

fail() {
	echo "not ok fuzz: $*"
	echo "$passed passed, $((failed + 1)) failed"
	exit 1
}

# what the module's makefile gives to the compiler, without running it; locks as
# pthread mutexes, which tests/unit/core.c can hook
core_flags() {
	env -u MAKEFLAGS -u MAKELEVEL -u DEFS make -n -W hash.c -C "$module" \
		COREPATH="$KAMAILIO_SRC/src" hash.o 2>/dev/null |
		grep -m 1 -e ' -c hash\.c' | grep -oE -e "-iquote [^ ]+| -D[^ ]+" |
		grep -vE -e '-D(USE_FUTEX|FAST_LOCK|ADAPTIVE_WAIT|PIC|NAME|MOD_NAME|VERSION|ARCH|OS|OS_QUOTED|COMPILER|[A-Z]+_DIR)(=|$|_)' |
		tr '\n' ' '
	echo "-DUSE_PTHREAD_MUTEX -DMOD_NAME='\"reg302\"' -DNAME='\"kamailio\"'"
}

targets() {
	local file
	for file in "$here"/fuzz_*.c; do
		file=$(basename "$file" .c)
		if [ -z "$only" ] || [ "fuzz_$only" = "$file" ]; then echo "${file#fuzz_}"; fi
	done
}

build() {
	local flags
	flags=$(core_flags)
	[[ $flags == *-iquote* ]] || fail "the module's makefile does not say how it compiles; is $KAMAILIO_SRC configured?"
	mkdir -p "$out/obj/reg302"
	[ "$(cat "$out/flags" 2>/dev/null)" = "$flags" ] || echo "$flags" >"$out/flags"
	env -u MAKEFLAGS -u MAKELEVEL make -s -j"$(nproc)" -C "$here" OUT="$out" MODULE="$module" \
		CORE_FLAGS="$flags" TARGETS="$*" all >"$out/build.log" 2>&1 || {
		tail -n 40 "$out/build.log"
		fail "the targets do not build"
	}
	cat "$out/build.log" # warnings
}

executions() {
	sed -n 's/^stat::number_of_executed_units: *//p' "$1"
}

# what to look at: the report, then how to see it again
show() {
	local name=$1 log=$2 input
	grep -E -B 1 'not so:' "$log" | sed 's/^/    # /' || :
	grep -E 'ERROR: (Addr|Leak)|runtime error:|ERROR: libFuzzer: (time|out)' "$log" | head -n 5 | sed 's/^/    # /' || :
	grep -oE 'in [a-z0-9_A-Z]+ [^ ]*(modules/reg302|tests)/[^ ]*' "$log" | head -n 8 | sed "s|$ROOT/||; s/^/    #   /" || :
	input=$(sed -n 's/.*Test unit written to \(.*\)$/\1/p' "$log" | head -n 1)
	[ -n "$input" ] || return 0
	echo "    # the input is kept: ${input#"$ROOT"/}"
	echo "    # again: ${out#"$ROOT"/}/fuzz_$name ${input#"$ROOT"/}"
}

# the corpus of the tree, and what was learned before, come first
run() {
	local name=$1 share=$2 log=$out/$1.log status=0
	mkdir -p "$out/learned/$name"
	timeout $((share + 60)) "$out/fuzz_$name" -max_total_time="$share" -print_final_stats=1 \
		-max_len=4096 -timeout=10 -rss_limit_mb=2048 -dict="$here/sip.dict" \
		-artifact_prefix="$out/$name-" "$out/learned/$name" "$here/corpus/$name" >"$log" 2>&1 || status=$?
	if [ "$status" -eq 0 ]; then
		echo "ok fuzz: $name ($(executions "$log") executions)"
		passed=$((passed + 1))
	else
		echo "not ok fuzz: $name (status $status)"
		show "$name" "$log"
		failed=$((failed + 1))
	fi
}

run_targets() {
	local list name share
	list=$(targets)
	[ -n "$list" ] || fail "there is no target '$only'"
	# shellcheck disable=SC2086 # a list of words
	set -- $list
	build "$@"
	share=$((time / $#))
	for name in "$@"; do
		run "$name" $((share > 0 ? share : 1))
	done
}

run_server() {
	if [ "$messages" -eq 0 ] || [ -n "$only" ]; then return 0; fi
	local status=0
	"$here/server.sh" "$messages" || status=$?
	case $status in
		0) passed=$((passed + 1)) ;;
		77) ;; # it has said that it cannot run here
		*) failed=$((failed + 1)) ;;
	esac
}

run_targets
run_server
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
