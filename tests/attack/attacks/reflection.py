# SPDX-License-Identifier: MIT
"""Make the server send something to somebody who did not ask."""
import sip
from world import attack

FAR = "sip:victim@203.0.113.7"


def response(status, *vias):
    lines = [f"SIP/2.0 {status}", *(f"Via: {v}" for v in vias),
             "From: <sip:a@example.com>;tag=1", "To: <sip:b@example.com>;tag=2",
             f"Call-ID: {sip.token('stray')}", "CSeq: 1 INVITE",
             "Contact: <sip:evil@203.0.113.66>", "Content-Length: 0", "", ""]
    return "\r\n".join(lines).encode()


@attack("open", "closed")
def stray_responses_with_a_victims_via_are_not_sent_on(w):
    attacker, victim, stream = w.udp(), w.udp(), w.tcp()
    for status in ("100 Trying", "180 Ringing", "200 OK", "302 Moved", "401 No", "503 No"):
        for me in (attacker, stream):
            mine = f"SIP/2.0/{me.transport} {me.sent_by};branch=z9hG4bKa"
            ours = "SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bKo"
            theirs = f"SIP/2.0/UDP {victim.sent_by};branch=z9hG4bKv"
            me.send(response(status, mine, theirs))
            me.send(response(status, ours, theirs))
            me.send(response(status, theirs))
    victim.hears_nothing(0.5)
    attacker.hears_nothing(0.1)


@attack("open", "closed")
def the_reply_goes_to_the_source_whatever_the_via_says(w):
    victim = w.udp()
    host, port = victim.host, victim.port
    for via in (f"{victim.sent_by};branch=z9hG4bK1",
                f"{victim.sent_by};branch=z9hG4bK2;rport",
                f"{victim.sent_by};branch=z9hG4bK3;rport={port}",
                f"{victim.sent_by};branch=z9hG4bK4;received={host};rport={port}",
                f"192.0.2.1:{port};maddr={host};branch=z9hG4bK5",
                f"{victim.sent_by};maddr={host};ttl=1;branch=z9hG4bK6;rport",
                f"192.0.2.1;received={host};maddr={host};branch=z9hG4bK7;rport={port}"):
        attacker = w.udp()
        for method in ("REGISTER", "INVITE", "OPTIONS", "MESSAGE"):
            reply = attacker.ask(sip.request(method, "sip:nobody@example.com", attacker,
                                             via=f"SIP/2.0/UDP {via}"))
            assert reply, f"no reply to {method} at the source with Via {via}"
    victim.hears_nothing()


@attack("open", "closed")
def a_reply_is_not_sent_along_the_vias_below(w):
    attacker, victim = w.udp(), w.udp()
    below = [f"Via: SIP/2.0/UDP {victim.sent_by};branch=z9hG4bK{i}" for i in range(5)]
    reply = attacker.ask(sip.request("INVITE", "sip:nobody@example.com", attacker,
                                     headers=below))
    assert reply and len(reply.all("Via")) == 6
    victim.hears_nothing()


@attack("open", "closed")
def nothing_is_relayed_to_a_foreign_request_uri(w):
    attacker, victim = w.udp(), w.udp()
    uri = f"sip:{victim.sent_by}"
    for method in ("INVITE", "MESSAGE", "OPTIONS", "REGISTER", "SUBSCRIBE", "BYE", "INFO"):
        reply = attacker.ask(sip.request(method, uri, attacker))
        assert reply and 400 <= reply.status < 500, f"{method}: {reply}"
    for method in ("ACK", "CANCEL"):
        attacker.send(sip.request(method, uri, attacker))
        attacker.send(sip.request(method, uri, attacker, to="<sip:x@example.com>;tag=1"))
    victim.hears_nothing()


@attack("open", "closed")
def no_route_and_no_path_leads_to_a_victim(w):
    attacker, victim = w.udp(), w.udp()
    for route in (f"<sip:127.0.0.1;lr>, <sip:{victim.sent_by};lr>",
                  f"<sip:{victim.sent_by};lr>", f"<sip:{victim.sent_by}>"):
        for method in ("INVITE", "MESSAGE", "ACK", "BYE", "REGISTER"):
            for to in ("<sip:nobody@example.com>", "<sip:nobody@example.com>;tag=1"):
                attacker.send(sip.request(method, "sip:nobody@example.com", attacker, to=to,
                                          headers=[f"Route: {route}", f"Path: {route}",
                                                   f"Record-Route: {route}"]))
    victim.hears_nothing()


@attack("open")
def a_call_sends_no_packet_to_the_contact_that_somebody_registered(w):
    attacker, caller, victim = w.phone("mallory"), w.phone("bob"), w.udp()
    reply = attacker.register(f"<sip:mallory@{victim.sent_by}>")
    assert reply.status == 200, reply
    for _ in range(10):
        caller.call("mallory")
    victim.hears_nothing()
    attacker.register("*", expires=0)


def requests_by_answer(spoofed, victim):
    """What draws an answer out of a server for few bytes, by what it draws."""
    def small(method, uri, *headers, to="<sip:a@example.com>"):
        lines = [f"{method} {uri} SIP/2.0", f"v:SIP/2.0/UDP {spoofed.host};branch=z9hG4bK1",
                 "f:<sip:a@example.com>;tag=1", f"t:{to}", f"i:{sip.token()}",
                 f"CSeq:1 {method}", *headers, "", ""]
        return "\r\n".join(lines).encode()

    ours, user = "sip:example.com", f"sip:{victim}@example.com"
    contact = "m:<sip:a@h.example.org>"
    return {
        "REGISTER, a query": small("REGISTER", ours, to=f"<{user}>"),
        "REGISTER, a binding": small("REGISTER", ours, contact),
        "REGISTER, too brief": small("REGISTER", ours, contact + ";expires=1"),
        "REGISTER, bad Contact": small("REGISTER", ours, "m:<"),
        "REGISTER, extension": small("REGISTER", ours, contact, "Require:x"),
        "REGISTER, foreign domain": small("REGISTER", "sip:h"),
        "INVITE, a user with ten phones": small("INVITE", user),
        "INVITE, nobody": small("INVITE", "sip:nobody@example.com"),
        "INVITE, strange scheme": small("INVITE", "http://h"),
        "INVITE, in a dialog": small("INVITE", user, to="<sip:a@example.com>;tag=1"),
        "INVITE, to the server": small("INVITE", ours),
        "OPTIONS, to the server": small("OPTIONS", ours),
        "OPTIONS, a user": small("OPTIONS", user),
        "MESSAGE": small("MESSAGE", user),
        "CANCEL": small("CANCEL", user),
        "ACK": small("ACK", user),
        "no such version": small("INVITE", user).replace(b"SIP/2.0", b"SIP/7.0", 1),
        "no CSeq": small("INVITE", user).replace(b"CSeq", b"X"),
        "keep-alive": b"\r\n\r\n",
        "no SIP": b"GET / HTTP/1.1\r\n\r\n",
    }


def amplification(w, user, limits, otherwise, least=0):
    """Nobody gets more than so many times what was sent in his name."""
    worst = []
    for name, data in requests_by_answer(w.udp(), user).items():
        spoofed = w.udp()
        if len(data) > 100:  # what is shorter than any phone's may get no answer at all
            data = data[:-2] + b"s:" + b"x" * (least - len(data) - 4) + b"\r\n\r\n"
        spoofed.send(data)
        spoofed.replies(0.25)
        factor = spoofed.bytes_in / spoofed.bytes_out
        print(f"    # {factor:4.1f} = {spoofed.bytes_in:4}/{spoofed.bytes_out:3}  {name}")
        if factor > limits.get(name, otherwise):
            worst.append(f"{name}: {spoofed.bytes_in} for {spoofed.bytes_out}, {factor:.1f}")
    assert not worst, "; ".join(worst)


@attack("open")
def a_spoofed_source_gets_at_most_three_times_what_was_sent_in_its_name(w):
    full = w.phone("amplified")
    reply = full.register(*(f"<sip:amplified@phone-{i}.a-long-name.example.org:5{i}60>"
                            for i in range(10)))
    assert reply.status == 200, reply
    # the answers that list what somebody has registered have a bound of their own: a
    # server that asks for passwords does not give them to a spoofed source
    amplification(w, "amplified", {"REGISTER, a query": 12, "INVITE, a user with ten phones": 10,
                      "MESSAGE": 10, "OPTIONS, a user": 10}, 3.0)


@attack("open", "closed")
def an_answer_that_nobody_acknowledges_is_not_repeated(w):
    spoofed = w.udp()
    for method, user in (("INVITE", "nobody"), ("INVITE", "alice"), ("REGISTER", "alice")):
        spoofed.send(sip.request(method, f"sip:{user}@example.com", spoofed))
    got = spoofed.replies(2)
    assert len(got) <= 3, f"{len(got)} answers to 3 requests"


@attack("closed")
def with_passwords_a_spoofed_source_gets_nothing_worth_it(w):
    full = w.phone("alice")
    reply = full.register(*(f"<sip:alice@phone-{i}.a-long-name.example.org:5{i}60>"
                            for i in range(10)))
    assert reply.status == 200, reply
    amplification(w, "alice", {}, 3.0)
    amplification(w, "alice", {}, 2.5, least=200)
