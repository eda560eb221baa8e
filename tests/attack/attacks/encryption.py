# SPDX-License-Identifier: MIT
"""TLS: talk it down, stall it, or do without."""
import socket
import ssl
import subprocess
import time

import peer
import sip
from world import attack


def trusting():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def s_client(*options, typed=""):
    """What openssl s_client says."""
    done = subprocess.run(
        ["openssl", "s_client", "-connect", f"{peer.SERVER}:{peer.TLS_PORT}", *options],
        input=typed, capture_output=True, text=True, timeout=20, check=False)
    return done.stdout + done.stderr


@attack("closed")
def tls_1_0_and_1_1_are_refused_by_the_server(w):
    for version in ("-tls1", "-tls1_1"):
        said = s_client(version, "-cipher", "ALL:@SECLEVEL=0")
        assert "alert protocol version" in said, said
    for version in ("-tls1_2", "-tls1_3"):
        said = s_client(version, typed="Q\n")
        assert "Cipher is" in said and "(NONE)" not in said, said


@attack("closed")
def no_cipher_that_can_be_broken_is_agreed_on(w):
    for ciphers in ("aNULL:@SECLEVEL=0", "eNULL:@SECLEVEL=0", "PSK:@SECLEVEL=0",
                    "kRSA+AESCCM8:@SECLEVEL=0", "3DES:@SECLEVEL=0", "CAMELLIA:@SECLEVEL=0"):
        said = s_client("-tls1_2", "-cipher", ciphers)
        assert "Cipher is (NONE)" in said or "no cipher match" in said, f"{ciphers}: {said}"


@attack("closed")
def nobody_makes_the_server_renegotiate(w):
    said = s_client("-tls1_2", typed="R\n" * 3)
    assert "no renegotiation" in said or said.count("RENEGOTIATING") <= 1, said


@attack("closed")
def stalled_handshakes_keep_nobody_waiting_and_are_thrown_out(w):
    host, stalled = peer.fresh_address(), []
    hello = bytes.fromhex("160301020001000" "1fc0303") + b"\x00" * 20
    for i in range(300):
        one = w.tcp(host, port=peer.TLS_PORT)
        if i % 2:
            one.send(hello[:1 + i % len(hello)])
        stalled.append(one)
    start = time.monotonic()
    with peer.Stream(port=peer.TLS_PORT, context=trusting()) as stream:
        alice = w.phone("alice", stream)
        assert alice.register().status == 200
    took = time.monotonic() - start
    assert took < 4, f"a phone's handshake took {took:.1f} s"
    end = time.monotonic() + 25
    while stalled and time.monotonic() < end:
        time.sleep(0.5)
        stalled = [one for one in stalled if not one.is_closed(0.002)]
    assert not stalled, f"{len(stalled)} of 300 are still held"


@attack("closed")
def noise_on_the_tls_port_does_no_harm(w):
    for data in (b"REGISTER sip:example.com SIP/2.0\r\n\r\n", b"\x16\x03\x03\xff\xff" + b"A" * 70000,
                 b"\x80" * 1000, b"\x16\x03\x01\x00\x00" * 1000, b"\x15\x03\x03\x00\x02\x02\x28" * 99):
        stream = w.tcp(port=peer.TLS_PORT)
        try:
            stream.send(data)
        except OSError:
            pass
        stream.replies(0.05)
        assert b"SIP/2.0" not in stream.left
    with peer.Stream(port=peer.TLS_PORT, context=trusting()) as stream:
        assert w.phone("alice", stream).register().status == 200


@attack("closed")
def a_sips_contact_over_plain_udp_is_no_way_around_tls(w):
    alice = w.phone("alice")
    reply = alice.register("<sips:alice@phone.example.org>")
    assert reply.status in (200, 400, 403)
    call = w.phone("bob").ask("INVITE", "sips:alice@example.com", call_id="sips")
    assert not [c for c in call.contacts() if c.startswith("sip:")], call


@attack("closed")
def the_certificate_is_for_the_domain_and_its_key_for_the_owner_only(w):
    key = [p for p in w.server.state.rglob("*key*.pem")]
    assert key and all(p.stat().st_mode & 0o077 == 0 for p in key), key
    data = [p for p in w.server.state.glob("*.sqlite*")]
    assert data and all(p.stat().st_mode & 0o077 == 0 for p in data), \
        [(p.name, oct(p.stat().st_mode)) for p in data]
    said = s_client("-verify_hostname", sip.DOMAIN, "-CAfile",
                    str(w.server.state / "tls/cert.pem"), typed="Q\n")
    assert "Verify return code: 0 (ok)" in said, said[-500:]


@attack("closed")
def a_reset_in_the_middle_of_a_handshake_leaves_nothing(w):
    before = w.server.count("shmem:used_size")
    for i in range(200):
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        one.bind((f"127.43.0.{1 + i}", 0))
        one.connect((peer.SERVER, peer.TLS_PORT))
        one.send(b"\x16\x03\x01")
        one.close()
    time.sleep(1)
    used = w.server.count("shmem:used_size") - before
    assert used < 2 << 20, f"{used} bytes"
