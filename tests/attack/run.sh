#!/usr/bin/env bash
# The attack ring: a hostile peer against the shipped script, started as
# `make run` starts it.
#   tests/attack/run.sh [filter]     filter: part of a test's name
# ROOT and BUILD as the Makefile gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$ROOT/build}
KAMAILIO_SRC=${KAMAILIO_SRC:-$BUILD/kamailio-src}
export ROOT BUILD KAMAILIO_SRC
tools="python3 kamailio kamcmd make svmap svwar svcrack sipsak sipp baresip openssl node npm chromium"

fail() {
	echo "not ok attack: $*"
	echo "0 passed, 1 failed"
	exit 1
}

for tool in $tools; do
	command -v "$tool" >/dev/null || fail "$tool is not installed; 'modules/prepare.sh build test' installs it"
done
mkdir -p "$BUILD/attack"

# The phone in the browser, as one script: JsSIP of the versions in package-lock.json,
# brought by npm once and again when they change.
browser=$BUILD/attack/browser
bring_phone() {
	mkdir -p "$browser"
	cp "$here"/browser/* "$browser/"
	cd "$browser"
	npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1 || return 1
	node_modules/.bin/esbuild phone.js --bundle --platform=browser --outfile=bundle.js >>npm.log 2>&1 || return 1
	sha256sum "$here"/browser/* >sums
}
if ! sha256sum -c --status "$browser/sums" 2>/dev/null; then
	(bring_phone) || export NO_BROWSER="npm could not bring JsSIP, see ${browser#"$ROOT"/}/npm.log"
fi

# thousands of connections at once
ulimit -n "$(ulimit -Hn)"

# a network of its own where that is allowed, so that two runs do not meet
# shellcheck source-path=SCRIPTDIR source=../network.sh
. "$here/../network.sh"
own_network || :
export PYTHONDONTWRITEBYTECODE=1
exec "${NETWORK[@]}" python3 "$here/main.py" "$@"
