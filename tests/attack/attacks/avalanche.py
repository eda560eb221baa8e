# SPDX-License-Identifier: MIT
"""No ill will, and the worst of all floods: everybody comes back at once."""
import re
import sqlite3

import phones
import server as servers
from world import attack

N, WITHIN = 2000, 3


def all_bound(w):
    return int(re.search(r"bindings: (\d+)", w.server.rpc("reg302.stats")[1])[1])


@attack("avalanche")
def two_thousand_phones_that_come_back_after_a_restart_are_bound_once_each(w):
    program = phones.build(servers.OUT)
    phones.enrol(w.server.state / "reg302.sqlite", N)
    first = phones.register(program, "-n", N, "-o", 100)
    assert first["bound"] == N, first
    w.server.stop()
    w.server.launch()
    assert all_bound(w) == N, "the server forgot them"
    seen = servers.OUT / "avalanche.txt"
    wave = phones.register(program, "-n", N, "-w", WITHIN, "-e", 3600, "-c", 100, "-f", seen)
    assert wave["bound"] == N and wave["answered_twice"] == 0 and wave["strange"] == 0, wave
    assert wave["put_off"] == 0 and wave["challenged"] == N, wave
    assert all_bound(w) == N
    rows = sqlite3.connect(w.server.state / "reg302.sqlite").execute(
        "SELECT COUNT(*), COUNT(DISTINCT username) FROM location").fetchone()
    assert rows == (N, N), rows
    # what they were granted spreads the next wave
    first, second = (phones.rate(t, 1) for t in phones.waves(phones.lives(seen), 2))
    peaks = [max(n for _, n in r) for r in (first, second)]
    assert peaks[1] < peaks[0] / 20, f"{peaks[0]:.0f}/s and then {peaks[1]:.0f}/s"
