#!/usr/bin/env bash
# The unit ring: the module's parts linked into plain programs, under the address
# and undefined-behaviour sanitizers, and the location service under the thread
# sanitizer.
#   tests/unit/run.sh [filter]     filter: part of "test_FILE test_name"
# ROOT, BUILD and KAMAILIO_SRC as the Makefile gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
module=${MODULE_DIR:-$ROOT/modules/reg302}
out=$BUILD/unit
filter=${1:-}
passed=0
failed=0

# leaks are counted in core.c, test by test
export ASAN_OPTIONS=handle_segv=2:handle_sigfpe=2:handle_abort=2:detect_leaks=0:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1
export TSAN_OPTIONS=suppressions=$here/tsan.supp:halt_on_error=0
export CMOCKA_MESSAGE_OUTPUT=TAP

fail() {
	echo "not ok unit: $*"
	echo "$passed passed, $((failed + 1)) failed"
	exit 1
}

# what the module's makefile gives to the compiler, without running it. The locks
# become pthread mutexes: the thread sanitizer sees those, and core.c can hook them.
core_flags() {
	env -u MAKEFLAGS -u MAKELEVEL -u DEFS make -n -W hash.c -C "$module" \
		COREPATH="$KAMAILIO_SRC/src" hash.o 2>/dev/null |
		grep -m 1 -e ' -c hash\.c' | grep -oE -e "-iquote [^ ]+| -D[^ ]+" |
		grep -vE -e '-D(USE_FUTEX|FAST_LOCK|ADAPTIVE_WAIT|PIC|NAME|MOD_NAME|VERSION|ARCH|OS|OS_QUOTED|COMPILER|[A-Z]+_DIR)(=|$|_)' |
		tr '\n' ' '
	echo "-DUSE_PTHREAD_MUTEX -DMOD_NAME='\"reg302\"' -DNAME='\"kamailio\"'"
}

programs() {
	local file
	for file in "$here"/test_*.c; do
		file=$(basename "$file" .c)
		if [ -z "$(filter_for "$file")" ]; then continue; fi
		echo "$file"
	done
}

# the pattern of the tests to run in a program; nothing when there are none
filter_for() {
	if [[ $1 == *"$filter"* ]]; then
		echo '*'
	elif grep -qE "void test_[a-z0-9_]*${filter##* }" "$here/$1.c"; then
		echo "*${filter##* }*"
	fi
}

build() {
	local flags
	flags=$(core_flags)
	[[ $flags == *-iquote* ]] || fail "the module's makefile does not say how it compiles; is $KAMAILIO_SRC configured?"
	mkdir -p "$out/asan/reg302" "$out/tsan/reg302"
	[ "$(cat "$out/flags" 2>/dev/null)" = "$flags" ] || echo "$flags" >"$out/flags"
	env -u MAKEFLAGS -u MAKELEVEL make -s -j"$(nproc)" -C "$here" OUT="$out" MODULE="$module" \
		CORE_FLAGS="$flags" PROGRAMS="$*" all >"$out/build.log" 2>&1 || {
		tail -n 40 "$out/build.log"
		fail "the test programs do not build"
	}
	cat "$out/build.log" # warnings
}

# how many tests a program said it would run, "1..N"; 1 when it did not come so far
planned() {
	sed -nE 's/^1\.\.([0-9]+).*/\1/p' "$1" | grep -m 1 . || echo 1
}

# cmocka's TAP: "ok 1 - name" and "not ok 2 - name"
count() {
	local program=$1 status=$2 log=$3 ok bad
	sed -nE "s/^[ 	]*(ok|not ok) [0-9]+ - ([^ ]*).*/\1 unit: $program \2/p" "$log"
	sed -nE 's/^# (seed .*)/    \1/p' "$log"
	ok=$(grep -cE '^[ 	]*ok [0-9]+ - ' "$log" || :)
	bad=$(grep -cE '^[ 	]*not ok [0-9]+ - ' "$log" || :)
	if [ "$((ok + bad))" -lt "$(planned "$log")" ] || { [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; }; then
		echo "not ok unit: $program ended with status $status after $((ok + bad)) of $(planned "$log") tests"
		bad=$((bad + 1))
	fi
	[ "$bad" -eq 0 ] || grep -vE '^[ 	]*ok [0-9]+ - ' "$log" | head -n 120 | sed 's/^/    /'
	passed=$((passed + ok))
	failed=$((failed + bad))
}

run() {
	local program=$1 status=0
	timeout 120 "$out/$program" "$(filter_for "$program")" >"$out/$program.log" 2>&1 || status=$?
	count "$program" "$status" "$out/$program.log"
}

list=$(programs)
[ -n "$list" ] || fail "no test matches '$filter'"
# shellcheck disable=SC2086 # a list of words
build $list
for program in $list; do
	run "$program"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
