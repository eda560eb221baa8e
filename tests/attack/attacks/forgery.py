# SPDX-License-Identifier: MIT
"""Pretend to belong to an exchange that was never had."""
import sip
from world import attack


@attack("open", "closed")
def an_ack_with_a_forged_tag_is_not_taken_for_ours_and_gets_no_byte(w):
    attacker = w.udp()
    before = w.server.count("reg302:ack_absorbed")
    for tag in ("r302" + "0" * 16, "r302", "", "x" * 3000, "r302" + "f" * 16, "'--"):
        for uri in ("sip:alice@example.com", "sip:example.com", "sip:x@192.0.2.1"):
            attacker.send(sip.request("ACK", uri, attacker,
                                      to=f"<sip:alice@example.com>;tag={tag}"))
    attacker.hears_nothing(0.4)
    assert w.server.count("reg302:ack_absorbed") == before


@attack("open", "closed")
def a_forged_to_tag_opens_no_dialog(w):
    attacker = w.udp()
    for method in ("INVITE", "BYE", "INFO", "UPDATE", "REFER", "NOTIFY", "MESSAGE", "PRACK"):
        for tag in ("1", "r302" + "0" * 16):
            reply = attacker.ask(sip.request(method, "sip:alice@example.com", attacker,
                                             to=f"<sip:alice@example.com>;tag={tag}"))
            assert reply and reply.status in (401, 407, 481), f"{method}: {reply}"


@attack("open", "closed")
def a_call_of_somebody_else_cannot_be_cancelled(w):
    alice, attacker = w.phone("alice"), w.udp()
    branch, call = "z9hG4bKhers", sip.token("hers")
    invite = sip.request("INVITE", "sip:bob@example.com", alice.peer, call_id=call,
                         via=f"SIP/2.0/UDP {alice.peer.sent_by};branch={branch}")
    assert alice.peer.ask(invite)
    for via in (alice.peer.sent_by, attacker.sent_by):
        reply = attacker.ask(sip.request(
            "CANCEL", "sip:bob@example.com", attacker, call_id=call,
            via=f"SIP/2.0/UDP {via};branch={branch}"))
        assert reply and reply.status == 481, reply
    alice.peer.hears_nothing()


@attack("open", "closed")
def a_tag_of_one_call_does_not_acknowledge_another(w):
    attacker = w.udp()
    invite = sip.request("INVITE", "sip:nobody@example.com", attacker)
    first = attacker.ask(invite)
    assert first
    before = w.server.count("reg302:ack_absorbed")
    attacker.send(sip.request("ACK", "sip:nobody@example.com", attacker,
                              to=first.first("To")))
    attacker.hears_nothing()
    assert w.server.count("reg302:ack_absorbed") == before


@attack("open", "closed")
def a_flood_of_acks_and_responses_draws_no_byte(w):
    attacker = w.udp()
    for i in range(300):
        attacker.send(sip.request("ACK", f"sip:{i}@example.com", attacker))
        attacker.send(b"SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.0.0.1\r\n\r\n")
    attacker.replies(0.5)
    assert attacker.bytes_in == 0, f"{attacker.bytes_in} bytes"
