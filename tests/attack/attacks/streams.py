# SPDX-License-Identifier: MIT
"""Hold connections instead of using them."""
import time

import peer
import sip
from world import attack


def served(w, what):
    """A phone on UDP and one that comes by TCP now are answered at once."""
    for at in (w.udp(), w.tcp()):
        alice, start = w.phone("alice", at), time.monotonic()
        reply = alice.register()
        took = time.monotonic() - start
        assert reply.status == 200 and took < 4, \
            f"{what}: {at.transport} got {reply} after {took:.1f} s"
        alice.register("*", expires=0)
        at.close()


@attack("open", "closed")
def slow_senders_keep_nobody_waiting(w):
    host = peer.fresh_address()
    data = sip.request("REGISTER", "sip:example.com", w.udp(), headers=["X: " + "y" * 500])
    slow = [w.tcp(host) for _ in range(200)]
    end, i = time.monotonic() + 4, 0
    while time.monotonic() < end:
        for stream in slow:
            try:
                stream.send(data[i:i + 1])
            except OSError:
                pass
        i += 1
        time.sleep(0.1)
        if i % 10 == 5:
            served(w, f"after {i} bytes of 200 slow senders")


@attack("open", "closed")
def one_host_with_all_the_connections_leaves_udp_alone_and_gives_tcp_back(w):
    host, held = peer.fresh_address(), []
    try:
        for _ in range(4500):
            held.append(peer.Stream(host, timeout=0.5))
    except OSError:
        pass  # full
    try:
        alice = w.phone("alice")
        assert alice.register().status == 200, "UDP suffers"
        alice.register("*", expires=0)
    finally:
        for stream in held:
            stream.close()
    time.sleep(1)
    served(w, f"after {len(held)} connections of one host")


@attack("open", "closed")
def what_is_no_sip_is_thrown_out(w):
    for data in (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
                 b"\x00" * 200000, b"SSH-2.0-x\r\n\r\n", b"\r\n" * 100000,
                 b"REGISTER\r\n\r\n" * 1000, b"A" * 300000):
        stream = w.tcp()
        try:
            stream.send(data)
        except OSError:
            pass
        stream.replies(0.1)
        assert stream.bytes_in <= max(len(data), 500)
        stream.close()
    served(w, "after garbage")


@attack("open", "closed")
def connections_that_come_and_go_leave_nothing_behind(w):
    served(w, "before")
    before = w.server.count("shmem:used_size")
    for i in range(2000):
        stream = peer.Stream(f"127.41.0.{1 + i % 200}")
        if i % 3:
            stream.send(b"REGISTER sip:example.com SIP/2.0\r\n")
        stream.close()
    for _ in range(50):
        used = w.server.count("shmem:used_size") - before
        if used < 200000:
            break
        time.sleep(0.2)
    assert used < 200000, f"{used} bytes of shared memory"
    served(w, "after 2000 connections")
