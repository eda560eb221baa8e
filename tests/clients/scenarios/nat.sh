# shellcheck shell=bash
# Phones behind a NAT, in network namespaces: who calls from where decides which
# address the 302 has.

internet_with_server() {
	netns_internet
	server_lives_at server 203.0.113.1
	server_start
}

# desk NUMBER   the phone 100NUMBER, which knows only its private address
desk() {
	phone_start "desk$1" "100$1" "192.168.77.2$1" "200${1}0-200${1}8" "desk$1"
}

outsider() {
	phone_start outside 1009 203.0.113.9 20090-20098 outside
}

test_a_natted_phone_is_stored_with_its_source() {
	internet_with_server
	desk 1
	binding 1001 contact | grep '@192\.168\.77\.21:5410'
	binding 1001 received | grep '203\.0\.113\.2:45001'
	server_stop
}

test_an_outside_caller_is_sent_to_the_public_source_and_rings_the_phone() {
	local sent_to
	internet_with_server
	desk 1
	outsider
	phone_dials outside 1001
	wait_until 5 "a 302" grep -q '^SIP/2.0 302' "$WORK/outside/log"
	sent_to=$(phone_was_sent_to outside)
	[[ $sent_to =~ @203\.0\.113\.2:45001$ ]] || fail "sent to $sent_to"
	wait_until 5 "desk1 rings" phone_shows desk1 INCOMING
	wait_until 5 "the caller hears it" phone_shows outside RINGING
	server_stop
}

test_a_natted_caller_reaches_a_phone_outside() {
	internet_with_server
	desk 1
	outsider
	phone_calls desk1 1009 outside
	[[ $(phone_was_sent_to desk1) =~ @203\.0\.113\.9:5410$ ]]
	server_stop
}

test_two_phones_behind_one_nat_talk_privately() {
	local sent_to
	internet_with_server
	desk 1
	desk 2
	capture_start "$WORK/nat.pcap" udp nat
	phone_calls desk1 1002 desk2
	sent_to=$(phone_was_sent_to desk1)
	[[ $sent_to =~ @192\.168\.77\.22:5410$ ]] || fail "sent to $sent_to"
	sleep 1
	phone desk1 hangup
	wait_until 5 "desk2 hung up" phone_is_idle desk2
	capture_stop
	at_least 20 "$WORK/nat.pcap" "src 192.168.77.21 and dst 192.168.77.22 and portrange 20000-20100"
	at_least 20 "$WORK/nat.pcap" "src 192.168.77.22 and dst 192.168.77.21 and portrange 20000-20100"
	none_of "$WORK/nat.pcap" "host 203.0.113.1 and portrange 20000-20100"
	server_stop
}
