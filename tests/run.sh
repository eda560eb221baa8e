#!/usr/bin/env bash
# Run rings of tests one after the other, all of them even if one fails, and end
# with the sum of their counts alone on the last line.
#   tests/run.sh lint unit wire clients
set -eu -o pipefail
cd "$(dirname "$0")/.."

passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# A ring that dies before it counted, or fails without saying what, is one failure.
count() {
	local ring=$1 status=$2 p=0 f=0
	if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
		p=${BASH_REMATCH[1]} f=${BASH_REMATCH[2]}
	else
		echo "not ok $ring: it ended with status $status and without a count"
		f=1
	fi
	if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then
		echo "not ok $ring: status $status, though no test of it failed"
		f=1
	fi
	passed=$((passed + p))
	failed=$((failed + f))
}

for ring in "$@"; do
	echo "== $ring"
	status=0
	"tests/$ring/run.sh" 2>&1 | tee "$log" || status=$?
	count "$ring" "$status"
done

echo "== all rings"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
