# shellcheck shell=bash
# Phones with passwords, over TLS, on a server with every switch of its script on.

ALICE=203.0.113.21
BOB=203.0.113.22
EVERYTHING="WITH_AUTH WITH_AUTH_INVITE WITH_ANTIFLOOD WITH_TLS WITH_WEBSOCKET WITH_TRANSACTIONS"

# server_with DEFS...
server_with() {
	netns_street
	server_lives_at server 203.0.113.1
	server_has "$@"
	server_users 1001 1002
	server_start
	use_passwords
}

two_phones() {
	phone_start alice 1001 "$ALICE" 20000-20010 desk1
	phone_start bob 1002 "$BOB" 20020-20030 desk2
}

talk_and_hang_up() {
	phone_calls alice 1002 bob
	phone alice hangup
	wait_until 5 "bob hung up" phone_is_idle bob
}

test_phones_with_passwords_talk_over_tls() {
	# shellcheck disable=SC2086 # a list of words
	server_with $EVERYTHING
	use_tls
	SERVER_PORT=$((SERVER_PORT + 1)) # the phones know it by its TLS port
	two_phones
	binding 1002 contact | grep 'transport=tls'
	binding 1002 received | grep "tls:$BOB:"
	talk_and_hang_up
	grep "^TLS .* -> $BOB:" "$WORK/alice/log"
	grep '^UDP\|^TCP' "$WORK/alice/log" && fail "something went without TLS"
	grep -c '^SIP/2.0 401' "$WORK/alice/log"
	server_stop
}

test_phones_with_passwords_talk_over_udp() {
	# shellcheck disable=SC2086 # a list of words
	server_with $EVERYTHING
	two_phones
	talk_and_hang_up
	server_stop
}

was_refused_twice() {
	[ "$(grep -c '^SIP/2.0 401' "$WORK/$1/log")" -ge 2 ]
}

test_a_phone_with_a_wrong_password_is_not_let_in() {
	server_with WITH_AUTH WITH_ANTIFLOOD
	PHONE_SECRET=wrong
	phone_launch eve 1001 "$ALICE" 20000-20010 desk1
	wait_until 5 "two refusals" was_refused_twice eve
	has_no_binding 1001
	server_stop
}

test_a_phone_that_says_goodbye_over_tls_is_temporarily_unavailable() {
	# shellcheck disable=SC2086 # a list of words
	server_with $EVERYTHING
	use_tls
	SERVER_PORT=$((SERVER_PORT + 1))
	two_phones
	binding 1002 flow | grep none # it can be called without its connection
	phone_stop bob
	wait_until 5 "bob is unregistered" has_no_binding 1002
	phone_dials alice 1002
	wait_until 5 "480" grep -q '^SIP/2.0 480 ' "$WORK/alice/log"
	server_stop
}

# What an eavesdropper or a backup would find.
test_no_password_is_stored_or_logged() {
	server_with WITH_AUTH
	phone_start alice 1001 "$ALICE" 20000-20010 desk1
	grep 'nonce=' "$WORK/server.log" && fail "a nonce is in the log"
	grep -a secret1001 "$STATE_DIR/reg302.sqlite" "$WORK/server.log" && fail "the password is there"
	[ "$(stat -c %a "$STATE_DIR/reg302.sqlite")" = 600 ] || fail "others can read the digests"
	server_stop
}
