#!/usr/bin/env bash
# What thousands of phones with passwords do, in a network of its own where that is
# allowed:
#   tests/bench/phones.sh avalanche [PHONES [SECONDS]]
#   tests/bench/phones.sh digest [PHONES [ROUNDS]]
#   tests/bench/phones.sh digest_callgrind [REGISTRATIONS [NAME]]
# ROOT and BUILD as the Makefile gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
export ROOT=${ROOT:-$(cd "$here/../.." && pwd)}
export BUILD=${BUILD:-$ROOT/build}
export PYTHONDONTWRITEBYTECODE=1
# what `make` was called with means other things to the servers that are started here
unset LISTEN DOMAINS STATE_DIR WORKERS DEFS KAMAILIO_OPTS DB_URL REALM TLS_CERT TLS_KEY

# a socket for each of thousands of addresses
ulimit -n "$(ulimit -Hn)"
# shellcheck source-path=SCRIPTDIR source=../network.sh
. "$here/../network.sh"
own_network || :
exec "${NETWORK[@]}" python3 "$here/$1.py" "${@:2}"
