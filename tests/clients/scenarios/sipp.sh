# shellcheck shell=bash
# Five hundred users with SIPp, over UDP and over one TCP connection: they
# register, ask, are called, leave, and are called again.

users_come_and_go() {
	local transport=$1
	server_start
	sipp_run unknown "$transport"
	sipp_run register "$transport"
	[ "$(count bindings)" -eq "$SIPP_CALLS" ] || fail "$(count bindings) bindings"
	sipp_run query "$transport"
	sipp_run redirect "$transport"
	[ "$(count redirect_sent)" -eq "$SIPP_CALLS" ]
	[ "$(count ack_absorbed)" -ge "$SIPP_CALLS" ] || fail "$(count ack_absorbed) ACKs known"
	sipp_run unregister "$transport"
	[ "$(count bindings)" -eq 0 ] || fail "$(count bindings) bindings left"
	sipp_run unavailable "$transport"
	server_stop
}

test_sipp_users_come_and_go_by_udp() {
	users_come_and_go u1
}

test_sipp_users_come_and_go_by_tcp() {
	users_come_and_go t1
}

# Each INVITE makes a transaction, and the ACK of its 302 ends it: otherwise
# every 302 would come again, to calls that SIPp has closed by then.
test_sipp_users_are_redirected_with_transactions() {
	server_has WITH_TRANSACTIONS
	server_start
	sipp_run register u1
	sipp_run redirect u1
	server_stop
}
