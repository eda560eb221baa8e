# SPDX-License-Identifier: MIT
"""Guess passwords, and what that does to those who know theirs."""
import time

import digest
import peer
import sip
from world import PASSWORDS, attack

HOME = f"sip:{sip.DOMAIN}"
FAILURES, BAN_SECONDS = 10, 5  # as main.py starts the server


def guess(at, user="alice", password="guess", **forged):
    """One attempt: the answer to the challenge and then to the guess."""
    first = at.ask(sip.request("REGISTER", HOME, at), 1)
    if not first or first.status != 401:
        return first
    proof = digest.answer(digest.challenge(first), user, password, "REGISTER", HOME, **forged)
    to = user.partition("@")[0] if len(user) < 65 else "alice"
    return at.ask(sip.request("REGISTER", HOME, at, user=to, headers=[
        "Contact: <sip:evil@203.0.113.66>", proof]), 1)


def is_served(at):
    return at.ask(sip.request("OPTIONS", HOME, at), 0.5)


@attack("closed", "sha256")
def after_ten_wrong_passwords_the_source_hears_nothing_until_the_ban_ends(w):
    attacker = w.udp()
    for _ in range(FAILURES):
        reply = guess(attacker)
        assert reply and reply.status == 401, reply
    began = time.monotonic()
    assert guess(attacker, password=PASSWORDS["alice"]) is None
    assert is_served(attacker) is None and is_served(w.udp(attacker.host)) is None
    assert is_served(w.udp()), "the ban hits others"
    while not is_served(attacker):
        assert time.monotonic() - began < BAN_SECONDS + 5, "the ban does not end"
    assert time.monotonic() - began > BAN_SECONDS - 2
    alice = w.phone("alice", w.udp(attacker.host))
    assert alice.register().status == 200


@attack("closed")
def guesses_from_many_sources_for_one_user_are_stopped_too(w):
    home = w.phone("alice")
    assert home.register().status == 200
    for _ in range(FAILURES):
        assert guess(w.udp()).status == 401
    reply = guess(w.udp(), password=PASSWORDS["alice"])
    assert reply and reply.status == 401, f"the last guess was right: {reply}"
    # she herself is not locked out of where she is known
    assert home.register().status == 200
    assert w.phone("bob").register().status == 200
    time.sleep(BAN_SECONDS + 1)
    assert w.phone("alice").register().status == 200


@attack("closed")
def the_two_ways_to_write_a_name_are_one_user_to_the_ban(w):
    for i in range(FAILURES):
        assert guess(w.udp(), ("alice", "alice@example.com")[i % 2]).status == 401
    for name in ("alice", "alice@example.com"):
        reply = guess(w.udp(), name, PASSWORDS["alice"])
        assert reply and reply.status == 401, f"{name}: the last guess was right: {reply}"


@attack("closed")
def one_password_for_many_users_bans_the_source(w):
    attacker = w.udp()
    for i in range(FAILURES + 2):
        guess(attacker, f"{2000 + i}", "1234")
    assert is_served(attacker) is None


@attack("closed")
def an_operator_sees_a_ban_and_lifts_it(w):
    attacker = w.udp()
    for _ in range(FAILURES):
        guess(attacker)
    assert is_served(attacker) is None
    banned = w.server.rpc("htable.dump", "banned")[1]
    assert f"name: {attacker.host}\n" in banned and "name: user::alice\n" in banned, banned
    assert "guess" not in banned
    w.server.rpc("htable.delete", "s:banned", f"s:{attacker.host}")
    w.server.rpc("htable.delete", "s:banned", "s:user::alice")
    assert is_served(attacker)
    assert w.phone("alice").register().status == 200


@attack("closed")
def who_shares_an_address_with_a_guesser_and_is_known_there_goes_on(w):
    bob = w.phone("bob")
    assert bob.register().status == 200
    attacker = w.udp(bob.peer.host)
    for _ in range(FAILURES + 1):
        guess(attacker)
    assert is_served(attacker) is None
    assert bob.register().status == 200


@attack("closed")
def nobody_is_banned_by_guesses_that_anybody_may_have_sent_in_his_name(w):
    victim = w.udp()
    for i in range(FAILURES * 2):
        reply = guess(victim, nonce=f"{i:048}", signed={"nonce": f"{i:048}"})
        assert reply and reply.status == 401
    asked = digest.challenge(w.udp().ask(sip.request("REGISTER", HOME, w.udp())))
    for _ in range(FAILURES * 2):
        guess(victim, nonce=asked.nonce, signed={"nonce": asked.nonce})
    assert is_served(victim), "a spoofed source was banned"


@attack("closed")
def a_phone_with_an_old_nonce_is_not_counted_as_a_guesser(w):
    alice = w.phone("alice")
    asked = digest.challenge(alice.peer.ask(alice.message("REGISTER", HOME)))
    proof = digest.answer(asked, "alice", PASSWORDS["alice"], "REGISTER", HOME)
    for _ in range(FAILURES * 2):
        alice.peer.ask(alice.message("REGISTER", HOME, [proof]))
    assert alice.register().status == 200


@attack("closed")
def wrong_passwords_for_long_names_fill_no_memory(w):
    before = w.server.count("shmem:used_size")
    for i in range(100):
        with peer.Udp(f"127.42.0.{1 + i}") as attacker:
            for turn in range(3):
                reply = guess(attacker, f"{i}-{turn}-" + "x" * 6000)
                assert reply and reply.status in (400, 401), reply
    used = w.server.count("shmem:used_size") - before
    assert used < 300 * 500, f"{used} bytes for 300 guesses"


@attack("closed")
def more_requests_than_a_phone_sends_are_not_answered(w):
    attacker, alice = w.udp(), w.phone("alice")
    answered = 0
    for _ in range(40):
        for _ in range(25):
            attacker.send(sip.request("OPTIONS", HOME, attacker))
        answered += len(attacker.replies(0.02))
    answered += len(attacker.replies(0.2))
    assert 10 < answered < 400, f"{answered} of 1000 were answered"
    assert alice.register().status == 200


@attack("closed")
def a_scanner_that_says_so_is_not_answered(w):
    for agent in ("friendly-scanner", "sipvicious", "sipcli/v1.8", "VaxSIPUserAgent/3.1",
                  "sundayddr", "SIPScan", "friendly-request", "sip-scan"):
        attacker = w.udp()
        for method in ("OPTIONS", "REGISTER", "INVITE"):
            reply = attacker.ask(sip.request(method, HOME, attacker, user_agent=agent), 0.1)
            assert reply is None, f"{agent}: {reply}"
