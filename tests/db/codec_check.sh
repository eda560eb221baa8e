#!/usr/bin/env bash
# Build codec_check.so and run tasks of it in a real Kamailio:
#   tests/db/codec_check.sh URL "TASKS" [NAME=VALUE...]
# NAME=VALUE are parameters of codec_check: rows=, batch_rows=, single=1, use_domain=1,
# odd=';parameters of the contacts'. ROOT, BUILD and KAMAILIO_SRC as the Makefile
# gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
module=$BUILD/codec_check
url=$1 tasks=$2
shift 2

# what needs a whole server is left out, as in the unit ring
parts=$(awk '/^EDGES = /, !/[\\]$/' "$ROOT/tests/unit/Makefile" | grep -oE '[a-z][a-z0-9_]*' |
	grep -vxE 'connection|database|statement|attrs|rows|transaction|adopt|load|purge' | sed 's/$/.c/' | paste -s -d ' ')
mkdir -p "$module"
cp -pu "$ROOT"/modules/reg302/*.[ch] "$ROOT/modules/reg302/Makefile" "$here/codec_check.c" "$module/"
# shellcheck disable=SC2086 # words
(cd "$module" && rm -f $parts)
sed -i 's/^NAME=.*/NAME=codec_check.so/' "$module/Makefile"
env -u DEFS -u MAKEFLAGS -u MAKELEVEL make -s -C "$module" COREPATH="$KAMAILIO_SRC/src" \
	>"$module/build.log" 2>&1 || {
	cat "$module/build.log"
	exit 1
}
cfg=$(mktemp "$module/cfg.XXXXXX")
trap 'rm -f "$cfg"' EXIT
{
	case $url in
		sqlite*) echo 'loadmodule "db_sqlite.so"' ;;
		postgres*) echo 'loadmodule "db_postgres.so"' ;;
		text*) printf '%s\n' 'loadmodule "db_text.so"' 'modparam("db_text", "db_mode", 0)' ;;
	esac
	echo "loadmodule \"$module/codec_check.so\""
	echo "modparam(\"codec_check\", \"url\", \"$url\")"
	echo "modparam(\"codec_check\", \"tasks\", \"$tasks\")"
	for p in "$@"; do
		case $p in
			odd=*) echo "modparam(\"codec_check\", \"odd\", '${p#*=}')" ;;
			*) echo "modparam(\"codec_check\", \"${p%%=*}\", ${p#*=})" ;;
		esac
	done
	echo 'request_route { exit; }'
} >"$cfg"
# shellcheck disable=SC2086 # words
kamailio -DD -E -f "$cfg" -l udp:127.0.0.1:5069 -m "${SHM:-256}" -M "${PKG:-8}" ${KAMAILIO_OPTS:-} 2>&1 |
	grep -E 'codec_check: |ERROR|WARNING|CRITICAL|Sanitizer'
