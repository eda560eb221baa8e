# SPDX-License-Identifier: MIT
"""Learn what is nobody's business: from answers, from the log, from the processes."""
import hashlib
import re
import socket

import digest
import peer
import sip
from world import PASSWORDS, attack

HOME = f"sip:{sip.DOMAIN}"


def logins(w):
    """A right and a wrong password, for a REGISTER and a call: the secrets in it."""
    secrets = set()
    for password in (PASSWORDS["alice"], "guessed-by-nobody"):
        for method, uri in (("REGISTER", HOME), ("INVITE", "sip:bob@example.com")):
            at = w.udp()
            first = at.ask(sip.request(method, uri, at, user="alice"), 2)
            asked = digest.challenge(first)
            proof = digest.answer(asked, "alice", password, method, uri)
            at.ask(sip.request(method, uri, at, user="alice", headers=[
                "Contact: <sip:alice@phone.example.org>", proof]), 2)
            secrets |= {password, asked.nonce, re.search('response="(.*?)"', proof)[1]}
            for h in (hashlib.md5, hashlib.sha256):
                secrets.add(h(f"alice:{sip.DOMAIN}:{password}".encode()).hexdigest())
    return secrets


@attack("debug", "closed")
def the_log_holds_no_password_no_digest_and_no_nonce(w):
    start = w.server.log_size()
    secrets = logins(w)
    lines = [(s, line) for line in w.server.log(start).splitlines()
             for s in secrets if s in line]
    assert not lines, f"{len(lines)} lines, the first with {lines[0][0]}: {lines[0][1]}"


@attack("debug")
def adding_a_user_shows_the_password_to_nobody(w):
    start = w.server.log_size()
    done = w.server.make("user-add", USER="carol", PASSWORD="carols-own-secret")
    assert done.returncode == 0
    assert "secret" not in done.stdout + done.stderr + w.server.log(start)
    stored = b"".join(p.read_bytes() for p in w.server.state.rglob("*") if p.is_file())
    for password in [*PASSWORDS.values(), "carols-own-secret"]:
        if password != PASSWORDS["mallory"]:  # a word, and one of this test's names
            assert password.encode() not in stored, password
    w.server.make("user-remove", USER="carol")


@attack("open", "closed")
def no_answer_tells_what_runs_here(w):
    at, raw = w.udp(), []
    for method in ("OPTIONS", "REGISTER", "INVITE", "MESSAGE", "BYE", "CANCEL", "PUBLISH", "X"):
        for uri in (HOME, "sip:alice@example.com", "sip:nobody@elsewhere.example"):
            for headers in ([], ["Require: 100rel"], ["Contact: <"], ["CSeq: x"]):
                at.send(sip.request(method, uri, at, headers=headers))
                if at.bytes_out % 7 == 0:
                    at = w.udp()  # before it is one too many
    raw += at.replies(0.5)
    stream = w.tcp()
    stream.send(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    stream.socket.settimeout(1)
    try:
        raw.append(stream.socket.recv(65536))
    except (TimeoutError, OSError):
        pass
    for data in raw:
        text = data.decode("utf-8", "replace")
        assert not re.search(r"kamailio|openser|\bser\b|5\.\d\.\d|linux|x86", text, re.I), text
        assert not re.search(r"(?m)^Warning:", text), text


@attack("closed")
def an_answer_names_no_address_of_the_server_but_the_one_that_was_asked(w):
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        del family
        at = w.keep(peer.Udp("::1" if ":" in host else None, server=(host, peer.PORT)))
        for method in ("OPTIONS", "REGISTER", "INVITE"):
            reply = at.ask(sip.request(method, "sip:alice@example.com", at))
            assert reply, f"{method} at {host}"
            own = {at.sent_by, at.host}
            found = set(re.findall(r"127\.\d+\.\d+\.\d+|\[::1\]", reply.text))
            assert found <= {at.host, f"[{at.host}]", host} | own, reply.text
