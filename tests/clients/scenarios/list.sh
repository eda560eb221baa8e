# shellcheck shell=bash
# An operator lists a hundred thousand users page by page while callers come.

LIST_USERS=100000

fill() {
	SIPP_CALLS=$LIST_USERS SIPP_RATE=8000 SIPP_SECONDS=120 sipp_run register u1
}

# the AORs of all pages, one a line
list_all() {
	local next='' page
	while :; do
		page=$(rpc reg302.list 100 ${next:+"s:$next"})
		sed -n 's/^\t*aor: //p' <<<"$page"
		next=$(sed -n 's/^\tnext: //p' <<<"$page")
		[ -n "$next" ] || return 0
	done
}

test_list_a_hundred_thousand_while_callers_are_redirected() {
	export DB_URL=none # it is memory that is listed, and a disk may be slow
	server_start
	fill
	list_all >"$WORK/aors" &
	sipp_run redirect u1
	wait "$!"
	[ "$(sort -u "$WORK/aors" | wc -l)" -eq "$LIST_USERS" ]
	[ "$(wc -l <"$WORK/aors")" -eq "$LIST_USERS" ]
	server_stop
}
