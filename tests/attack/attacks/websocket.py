# SPDX-License-Identifier: MIT
"""WebSockets: a real browser, and what is none."""
import ssl
import time

import browser
import peer
import sip
from world import PASSWORDS, attack

HOME = f"sip:{sip.DOMAIN}"


def trusting():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def is_gone(w, user, seconds):
    end = time.monotonic() + seconds
    while w.server.contacts(user):
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


@attack("closed")
def a_browser_registers_over_wss_and_is_redirected(w):
    bob = w.phone("bob")
    assert bob.register().status == 200
    chromium = w.keep(browser.Browser("alice", PASSWORDS["alice"], "sip:bob@example.com"))
    registered = chromium.waits_for("registered", "refused")
    assert registered["event"] == "registered" and registered["status"] == 200, registered
    contact = registered["contacts"][0]
    assert ".invalid" in contact and "transport=ws" in contact, contact
    assert "received: wss:" in w.server.rpc("reg302.show", "s:alice")[1]
    called = chromium.waits_for("Redirected", "confirmed")
    assert called["status"] == 302 and bob.contact in called["contacts"][0], called
    # nobody can be sent to a browser, and nobody is
    reply = bob.call("alice")
    assert reply.status == 480 and not reply.contacts(), reply
    chromium.close()
    assert is_gone(w, "alice", 5), "the browser is closed, its binding is not"


@attack("closed")
def a_browser_with_a_wrong_password_does_not_get_in(w):
    chromium = w.keep(browser.Browser("alice", "not-hers"))
    assert chromium.waits_for("registered", "refused")["event"] == "refused"
    assert not w.server.contacts("alice")


@attack("closed")
def over_a_websocket_a_password_is_asked_for_as_anywhere(w):
    for context in (None, trusting()):
        w.server.forget()
        at = w.keep(peer.WebSocket(context=context))
        assert at.is_open, at.answer
        reply = at.ask(sip.request("REGISTER", HOME, at, user="alice", headers=[
            f"Contact: <sip:alice@{at.sent_by};transport=ws>"]))
        assert reply and reply.status == 401, reply
        mallory = w.phone("mallory", at)
        reply = mallory.register(to="<sip:alice@example.com>")
        assert reply.status == 403 and not w.server.contacts("alice"), reply
        assert w.phone("alice", at).register().status == 200
        assert w.phone("bob").call("alice").status == 480


@attack("closed")
def a_closed_connection_takes_its_binding_along(w):
    for at in (peer.WebSocket(), peer.WebSocket(context=trusting())):
        assert w.phone("alice", at).register().status == 200
        at.close()
        assert is_gone(w, "alice", 5), at.transport


@attack("closed")
def what_asks_for_no_sip_over_websocket_gets_no_connection(w):
    for protocol in (None, "chat", "xmpp", "msrp"):
        at = w.keep(peer.WebSocket(protocol=protocol))
        assert not at.is_open, f"{protocol}: {at.answer}"
        assert b"amailio" not in at.answer and len(at.answer) < 500, at.answer
        assert at.is_closed(2)
    for line in (b"GET / HTTP/1.1", b"POST / HTTP/1.1", b"PUT /x HTTP/1.1", b"GET / HTTP/1.0",
                 b"DELETE / HTTP/1.1", b"GET http://203.0.113.1/ HTTP/1.1"):
        stream = w.tcp()
        stream.send(line + b"\r\nHost: example.com\r\nContent-Length: 0\r\n\r\n")
        assert stream.is_closed(2), line
        assert stream.bytes_in < 500


@attack("sha256")
def a_page_from_elsewhere_gets_no_connection_in_a_users_browser(w):
    assert w.keep(peer.WebSocket()).is_open
    for origin in ("http://evil.example", "http://localhost.evil.example", "null", "",
                   "https://localhost", "http://localhost:81", "http://localhost, http://x"):
        at = w.keep(peer.WebSocket(origin=origin))
        assert not at.is_open, f"{origin}: {at.answer}"


@attack("closed")
def frames_that_no_browser_sends_close_the_connection_or_nothing(w):
    register = sip.request("REGISTER", HOME, w.udp())
    def unmasked(at):
        at.send(register, mask=None)
    def announced(at):
        at.send(b"x", length=1 << 62)
    def large(at):
        for _ in range(20):
            at.send(b"x" * 60000, last=False, opcode=0)
    def pings(at):
        for _ in range(2000):
            at.send(b"", opcode=9)
    def long_ping(at):
        at.send(b"p" * 60000, opcode=9)
    def unknown(at):
        for opcode in range(3, 16):
            at.send(b"x", opcode=opcode)
    def no_sip(at):
        for text in (b"", b"\x00", b"{}", b"SIP/2.0 200 OK\r\n\r\n", b"\xff" * 5000):
            at.send(text)
    def halves(at):
        at.send(register[:50], last=False)
        at.send(register[50:], opcode=0)
    for attempt in (unmasked, announced, large, pings, long_ping, unknown, no_sip, halves):
        at = w.keep(peer.WebSocket())
        try:
            attempt(at)
        except OSError:
            pass  # closed in the middle of it
        at.replies(0.1)
        assert at.bytes_in <= max(at.bytes_out, 2000), f"{attempt.__name__}: {at.bytes_in}"
        start = time.monotonic()
        with peer.WebSocket() as fresh:
            assert w.phone("alice", fresh).register().status == 200
        assert time.monotonic() - start < 4, attempt.__name__


@attack("closed")
def a_websocket_that_registers_nobody_is_closed(w):
    idle = [w.keep(peer.WebSocket()) for _ in range(20)]
    assert all(at.is_open for at in idle)
    end = time.monotonic() + 25
    while idle and time.monotonic() < end:
        time.sleep(0.5)
        idle = [at for at in idle if not at.is_closed(0.002)]
    assert not idle, f"{len(idle)} of 20 are still open"
