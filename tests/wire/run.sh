#!/usr/bin/env bash
# The wire ring: a real Kamailio with the module under the address and
# undefined-behaviour sanitizers, and real messages.
#   tests/wire/run.sh [filter]     filter: part of a test's name, "register/q"
# ROOT, BUILD and KAMAILIO_SRC as the Makefile gives them. WIRE_TIMES=1 prints how
# long each test took; CFG= runs the tests against another script; SANITIZE= adds
# compiler options, as -fno-sanitize=nonnull-attribute.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
CFG=${CFG:-$ROOT/cfg/kamailio.cfg}
out=$BUILD/wire
filter=${1:-}
sanitize="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g ${SANITIZE:-}"

# shellcheck source-path=SCRIPTDIR source=../network.sh
. "$here/../network.sh"

fail() {
	echo "not ok wire: $*"
	echo "0 passed, 1 failed"
	exit 1
}

build_runner() {
	"${CC:-cc}" -std=gnu11 -O1 -g -Wall -Wextra -Werror -D_GNU_SOURCE \
		"$here"/*.c -o "$out/wire" -losipparser2
}

# The module's own makefile with the sanitizers added behind it: a configured
# source tree has its compile flags fixed, so they cannot come from outside.
write_makefile() {
	cat >"$1" <<-END
		include Makefile
		CFLAGS += $sanitize
		LDFLAGS += $sanitize
	END
}

# a copy, so that the sanitized objects stay apart from those of `make build`
build_module() {
	local dir=$out/modules/reg302
	mkdir -p "$dir"
	cp -pu "$ROOT"/modules/reg302/*.[ch] "$ROOT"/modules/reg302/Makefile "$dir/"
	write_makefile "$dir/sanitized.mk"
	env -u DEFS -u MAKEFLAGS -u MAKELEVEL \
		make -s -C "$dir" -f sanitized.mk COREPATH="$KAMAILIO_SRC/src" \
		>"$out/module.log" 2>&1 || {
		cat "$out/module.log"
		fail "the module does not build with sanitizers"
	}
	nm -D "$dir/reg302.so" | grep __asan_init >/dev/null || fail "the module came out without sanitizers"
}

# watches replies for a test; not sanitized, it is none of ours
build_probe() {
	local dir=$out/modules/probe302
	mkdir -p "$dir"
	cp -pu "$here"/probe/* "$dir/"
	env -u DEFS -u MAKEFLAGS -u MAKELEVEL \
		make -s -C "$dir" COREPATH="$KAMAILIO_SRC/src" >"$out/probe.log" 2>&1 || {
		cat "$out/probe.log"
		fail "the probe does not build"
	}
}

system_modules() {
	dirname "$(dpkg -L kamailio | grep '/modules/tm\.so$')"
}

# kamailio itself is not instrumented: the sanitizers' libraries have to be there first
preload() {
	local lib
	for lib in libasan.so libubsan.so; do
		readlink -f "$("${CC:-cc}" -print-file-name=$lib)"
	done | paste -s -d :
}

tests() {
	find "$here" -name '*.t' | sort | grep -F -- "$filter" || true
}

mkdir -p "$out"
rm -rf "$out"/server-*
build_runner || fail "the runner does not build"
build_module
build_probe

export ROOT CFG
export WIRE_DIR=$out
MODULE_PATH="$(system_modules):$out/modules"
WIRE_PRELOAD=$(preload)
export MODULE_PATH WIRE_PRELOAD
export ASAN_OPTIONS="detect_leaks=0:halt_on_error=1:abort_on_error=0:handle_segv=1:detect_stack_use_after_return=0"
export UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1"

list=$(tests)
[ -n "$list" ] || fail "no test matches '$filter'"
own_network || :
# shellcheck disable=SC2086 # a list of words
"${NETWORK[@]}" timeout 900 "$out/wire" $list
