# SPDX-License-Identifier: MIT
"""More of everything than anybody needs."""
import time

import sip
from world import attack

URI = "sip:alice@example.com"


def floods(peer):
    """name: a request with far too much of it"""
    long, host = "x" * 50000, "h." * 20000

    def one(method="REGISTER", uri="sip:example.com", **given):
        return sip.request(method, uri, peer, **given)

    def lines(text, n):
        return one(headers=[text.replace("#", str(i)) for i in range(n)])

    return {
        "user in the Request-URI": one("INVITE", f"sip:{long}@example.com"),
        "host in the Request-URI": one("INVITE", f"sip:a@{host}"),
        "port": one("INVITE", f"sip:a@example.com:{'9' * 5000}"),
        "parameters of the Request-URI": one("INVITE", URI + ";a=b" * 12000),
        "headers of the Request-URI": one("INVITE", URI + "?" + "a=b&" * 12000),
        "method": one("X" * 50000),
        "To": one(to=f"<sip:{long}@example.com>"),
        "display name": one(to=f'"{long}" <{URI}>'),
        "From tag": one(from_=f"<{URI}>;tag={long}"),
        "Call-ID": one(call_id=long),
        "CSeq": one(cseq=f"{'9' * 50000} REGISTER"),
        "branch": one(via=f"SIP/2.0/UDP {peer.sent_by};branch=z9hG4bK{long}"),
        "sent-by": one(via=f"SIP/2.0/UDP {long};branch=z9hG4bK1"),
        "Max-Forwards": one(max_forwards="9" * 50000),
        "Contact": one(headers=[f"Contact: <sip:{long}@h.example.org>"]),
        "parameters of a Contact": one(headers=["Contact: <sip:a@h>" + ";p=v" * 12000]),
        "instance": one(headers=[f'Contact: <sip:a@h>;+sip.instance="<{long}>"']),
        "q": one(headers=[f"Contact: <sip:a@h>;q=0.{'1' * 50000}"]),
        "Expires": one(headers=[f"Expires: {'9' * 50000}"]),
        "User-Agent": one(headers=["Contact: <sip:a@h>", f"User-Agent: {long}"]),
        "Path": one(headers=["Supported: path", f"Path: <sip:{long}@h;lr>"]),
        "Vias": lines("Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK#", 900),
        "Vias in one line": one(via=", ".join(["SIP/2.0/UDP h;branch=z9hG4bK1"] * 1800)),
        "Contacts": lines("Contact: <sip:a#@h.example.org>", 1300),
        "Contacts in one line": one(headers=["Contact: " + ",".join(["<sip:a@h>"] * 5000)]),
        "Paths": lines("Path: <sip:p#.example.org;lr>", 1300),
        "Routes": lines("Route: <sip:p#.example.org;lr>", 1300),
        "unknown headers": lines("X-#: y", 5000),
        "empty headers": lines("A:", 15000),
        "folded lines": one(headers=["Subject: a" + "\r\n a" * 15000]),
        "commas": one(headers=["Contact: " + "," * 50000]),
        "semicolons": one(headers=["Contact: <sip:a@h>" + ";" * 50000]),
        "brackets": one(headers=["Contact: " + "<" * 50000]),
        "quotes": one(headers=['Contact: "' + '\\"' * 25000]),
        "escapes": one("INVITE", f"sip:{'%41' * 16000}@example.com"),
        "user name for Digest": one(headers=[
            f'Authorization: Digest username="{long}", realm="example.com", nonce="1", '
            f'uri="{URI}", response="{"0" * 32}"']),
        "realm for Digest": one(headers=[
            f'Authorization: Digest username="alice", realm="{long}", nonce="1", '
            f'uri="{URI}", response="{"0" * 32}"']),
        "nonce": one(headers=[
            f'Authorization: Digest username="alice", realm="example.com", nonce="{long}", '
            f'uri="{URI}", response="{"0" * 32}"']),
        "response": one(headers=[
            f'Authorization: Digest username="alice", realm="example.com", nonce="1", '
            f'uri="{URI}", response="{long}"']),
        "parameters of Digest": one(headers=["Authorization: Digest " + "a=b," * 12000]),
        "Authorizations": lines(
            'Authorization: Digest username="u#", realm="r#", nonce="1", uri="u", '
            'response="1"', 500),
        "body": one("INVITE", URI, body="x" * 60000),
    }


@attack("open", "closed")
def over_long_anything_is_refused_and_never_bound(w):
    alice = w.phone("alice")
    alice.register()
    before = w.server.count("reg302:bindings")
    for name, data in floods(w.udp()).items():
        attacker = w.udp()
        attacker.send(data[:65000])
        attacker.reply(0.1)
        assert attacker.bytes_in <= attacker.bytes_out + 500, \
            f"{name}: {attacker.bytes_in} bytes for {attacker.bytes_out}"
    # a long User-Agent is cut, not refused
    assert w.server.count("reg302:bindings") - before <= 1
    assert alice.bindings() == [alice.contact]
    alice.register("*", expires=0)


@attack("open", "closed")
def an_over_long_message_on_a_stream_costs_its_connection_at_most(w):
    alice = w.phone("alice")
    for name, data in floods(w.udp()).items():
        stream = w.tcp()
        try:
            stream.send(data + data)
        except OSError:
            pass  # closed in the middle of it
        stream.replies(0.02)
        stream.close()
    start = time.monotonic()
    assert alice.register().status == 200
    assert time.monotonic() - start < 4, "the phones had to wait"
    alice.register("*", expires=0)


@attack("open", "closed")
def a_stream_that_never_ends_is_cut_off(w):
    stream, sent = w.tcp(), 0
    stream.send(sip.request("REGISTER", "sip:example.com", stream)[:-20] + b"\r\nX: ")
    try:
        while sent < 32 << 20:
            stream.send(b"y" * 65536)
            sent += 65536
    except OSError:
        pass
    assert stream.is_closed(1), f"{sent} bytes of one header were taken"


@attack("open", "closed")
def a_huge_content_length_reserves_nothing(w):
    before = w.server.count("shmem:used_size")
    streams = [w.tcp() for _ in range(20)]
    for stream in streams:
        head = sip.request("REGISTER", "sip:example.com", stream)
        stream.send(head.replace(b"Content-Length: 0", b"Content-Length: 2000000000"))
    time.sleep(0.3)
    used = w.server.count("shmem:used_size") - before
    assert used < 20 * 40000, f"{used} bytes for 20 announcements"
