#!/usr/bin/env bash
# Builds the load generator and runs parts of the bench, in a network namespace
# of its own where that is allowed.
#   tests/bench/bench.sh PART... [option=value...]     bench.py names parts and options
# ROOT, BUILD as the Makefile gives them. BENCH_MODULE= names the folder of another
# reg302.so, BENCH_OUT= where everything is written (build/bench).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
export ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
export BUILD=${BUILD:-$ROOT/build}
out=${BENCH_OUT:-$BUILD/bench}
export BENCH_OUT=$out

die() {
	echo "bench: $*" >&2
	exit 2
}

build() {
	mkdir -p "$out"
	"${CC:-cc}" -std=gnu11 -O2 -g -Wall -Wextra -Werror "$here"/load/*.c -o "$out/load"
	"${CC:-cc}" -std=gnu11 -O2 -Wall -Wextra -Werror "$here"/echo/main.c -o "$out/echo"
}

system_modules() {
	dirname "$(dpkg -L kamailio | grep '/modules/tm\.so$')"
}

# figures of a module with sanitizers would be those of the sanitizers
check_module() {
	local module=$1/reg302.so
	[ -f "$module" ] || die "$module is not built; run 'make' first"
	if nm -D "$module" | grep -E '__(asan|ubsan|tsan)_' >/dev/null; then
		die "$module is built with sanitizers"
	fi
}

# A network of its own; root's keeps the right to choose priorities, a user
# namespace does not. It keeps the user, since PostgreSQL refuses to run as root.
enter_network() {
	[ -z "${IN_OWN_NETWORK:-}" ] || return 0
	local way
	for way in -n "-nc --keep-caps"; do
		# shellcheck disable=SC2086 # words
		unshare $way ip link set lo up 2>/dev/null || continue
		# shellcheck disable=SC2016,SC2086 # expanded inside; words
		IN_OWN_NETWORK=yes exec unshare $way sh -c 'ip link set lo up && exec "$@"' - "$@"
	done
	echo "bench: no network namespaces here: port ${BENCH_PORT:-5060} of 127.0.0.1 has to be free" >&2
}

if [ -z "${IN_OWN_NETWORK:-}" ]; then
	build
fi
check_module "${BENCH_MODULE:-$ROOT/modules/reg302}"
BENCH_MODULES=$(system_modules):$(dirname "${BENCH_MODULE:-$ROOT/modules/reg302}")
export BENCH_MODULES
enter_network "$0" "$@"
export PYTHONDONTWRITEBYTECODE=1
# Debian's own, where it is: no other sees the packages that apt brings
python=/usr/bin/python3
[ -x "$python" ] || python=python3
exec "$python" "$here/bench.py" "$@"
