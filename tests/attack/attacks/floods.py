# SPDX-License-Identifier: MIT
"""Too many messages."""
import socket
import time

import sip
from world import attack


def sources(n):
    """Sockets at so many addresses."""
    made = []
    for i in range(n):
        one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        one.bind((f"127.50.{i // 250}.{1 + i % 250}", 0))
        one.setblocking(False)
        made.append(one)
    return made


@attack("open", "closed")
def a_storm_of_registers_from_a_thousand_addresses_keeps_no_phone_out(w):
    alice, storm = w.phone("alice"), sources(1000)
    assert alice.register().status == 200
    before, slowest = w.server.count("reg302:bindings"), 0.0
    class At:  # what request() wants to know of a peer
        transport = "UDP"
    for turn in range(10):
        for i, one in enumerate(storm):
            At.sent_by = "%s:%d" % one.getsockname()
            one.sendto(sip.request("REGISTER", "sip:example.com", At, user=f"storm{i}",
                                   call_id=f"storm{i}", cseq=f"{turn + 1} REGISTER"),
                       ("127.0.0.1", 5060))
        start = time.monotonic()
        assert alice.register().status == 200
        slowest = max(slowest, time.monotonic() - start)
    for one in storm:
        one.close()
    assert slowest < 4, f"a phone waited for {slowest:.1f} s"
    assert w.server.count("reg302:bindings") == before
    alice.register("*", expires=0)
