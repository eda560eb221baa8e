# shellcheck shell=bash
# Two phones on one host: the server is asked once, and then left alone.

ALICE=127.0.0.21
BOB=127.0.0.22
RTP="udp and portrange 20000-20100"

two_phones() {
	server_start
	phone_start alice 1001 "$ALICE" 20000-20010
	phone_start bob 1002 "$BOB" 20020-20030
}

is_higher() {
	[ "$(binding 1001 cseq)" -gt "$1" ]
}

test_phones_are_listed_with_their_own_address() {
	two_phones
	binding 1001 contact | grep "@$ALICE:$PHONE_PORT"
	binding 1002 contact | grep "@$BOB:$PHONE_PORT"
	binding 1001 user_agent | grep baresip
	server_stop
}

test_a_call_goes_straight_to_the_callee_after_the_302() {
	two_phones
	capture_start "$WORK/call.pcap" "udp and net 127.0.0.0/24"
	phone_calls alice 1002 bob
	sleep 1
	phone alice hangup
	wait_until 5 "bob hung up" phone_is_idle bob
	wait_until 5 "alice hung up" phone_is_idle alice
	capture_stop
	media_is_direct "$WORK/call.pcap"
	signalling_leaves_the_server "$WORK/call.pcap"
	server_stop
}

# A phone's RTP socket is bound to no address, so the source address of a
# packet on a loopback net says nothing: its port does.
media_is_direct() {
	at_least 20 "$1" "$RTP and dst host $BOB and src portrange 20000-20010"
	at_least 20 "$1" "$RTP and dst host $ALICE and src portrange 20020-20030"
	none_of "$1" "$RTP and host $SERVER_HOST"
}

signalling_leaves_the_server() {
	local server="host $SERVER_HOST and host $ALICE"
	at_least 1 "$1" "$server and $(begins_with INVI)"
	at_least 1 "$1" "$server and $(begins_with ACK)"
	at_least 1 "$1" "host $BOB and host $ALICE and $(begins_with INVI)"
	at_least 1 "$1" "host $BOB and host $ALICE and $(begins_with BYE)"
	none_of "$1" "host $SERVER_HOST and $(begins_with BYE)"
	none_of "$1" "host $SERVER_HOST and host $BOB and $(begins_with INVI)"
}

# begins_with WORD   the first four bytes of a UDP payload, as a filter
begins_with() {
	printf 'udp[8:4] = 0x%s' "$(printf '%-4.4s' "$1" | od -An -tx1 | tr -d ' \n')"
}

test_the_302_has_the_contact_as_registered() {
	local contact
	two_phones
	contact=$(binding 1002 contact)
	phone_dials alice 1002
	wait_until 5 "bob rings" phone_shows bob INCOMING
	[ "$(phone_was_sent_to alice)" = "$contact" ] ||
		fail "302 to $(phone_was_sent_to alice), registered is $contact"
	server_stop
}

test_a_refresh_keeps_one_binding_with_a_higher_cseq() {
	local before
	server_start
	phone_start alice 1001 "$ALICE" 20000-20010
	before=$(binding 1001 cseq)
	wait_until 8 "a refresh of the binding" is_higher "$before"
	[ "$(binding 1001 expires_in)" -ge 58 ]
	[ "$(rpc reg302.show 1001 | grep -c '[[:space:]]contact:')" -eq 1 ]
	server_stop
}

test_a_phone_switched_off_is_temporarily_unavailable() {
	two_phones
	phone_stop bob
	wait_until 5 "bob is unregistered" has_no_binding 1002
	phone_dials alice 1002
	wait_until 5 "480" grep -q '^SIP/2.0 480 ' "$WORK/alice/log"
	wait_until 5 "alice gives up" phone_is_idle alice
	server_stop
}

test_an_unknown_number_is_not_found() {
	server_start
	phone_start alice 1001 "$ALICE" 20000-20010
	phone_dials alice 9999
	wait_until 5 "404" grep -q '^SIP/2.0 404 ' "$WORK/alice/log"
	wait_until 5 "alice gives up" phone_is_idle alice
	server_stop
}

test_a_call_by_tcp_follows_the_302_by_tcp() {
	use_tcp
	two_phones
	binding 1002 contact | grep 'transport=tcp'
	phone_calls alice 1002 bob
	grep "^TCP .* -> $SERVER_HOST:$SERVER_PORT" "$WORK/alice/log"
	grep "^TCP .* -> $BOB:$PHONE_PORT" "$WORK/alice/log"
	grep '^UDP' "$WORK/alice/log" && fail "something went by UDP"
	phone alice hangup
	wait_until 5 "bob hung up" phone_is_idle bob
	server_stop
}

test_two_phones_of_one_number_are_both_in_the_302() {
	two_phones
	phone_start desk 1002 127.0.0.24 20040-20050
	phone_dials alice 1002
	wait_until 5 "a 302" grep -q '^SIP/2.0 302' "$WORK/alice/log"
	phone_was_sent_to alice | grep "@$BOB:"
	phone_was_sent_to alice | grep "@127.0.0.24:"
	server_stop
}

test_a_call_outlives_the_server() {
	two_phones
	phone_calls alice 1002 bob
	server_stop
	capture_start "$WORK/after.pcap" "$RTP"
	sleep 1
	capture_stop
	at_least 20 "$WORK/after.pcap" "dst host $BOB"
	at_least 20 "$WORK/after.pcap" "dst host $ALICE"
	phone bob hangup
	wait_until 5 "alice hung up" phone_is_idle alice
}

test_a_restarted_server_learns_the_phone_at_its_next_refresh() {
	server_start
	phone_start alice 1001 "$ALICE" 20000-20010
	server_stop
	server_start
	wait_until 10 "alice is registered again" has_binding 1001
	server_stop
}
