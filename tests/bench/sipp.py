# SPDX-License-Identifier: MIT
"""The search of RFC 7502 section 4.10: the highest rate without a failed attempt.

SIPp makes the attempts, as the benchmarks of that document are made. It needs more
CPU for one than the server does, so a rate that is found may be SIPp's own: then
the server was not busy, which the column cpu tells."""

import os
import subprocess
import sys

from drive import Driver, LOAD_CORE
from rows import Csv, SIPP
from server import Failed, OUT, ROOT, Server

LOWEST, HIGHEST = 4000, 32000  # attempts a second
STEPS = 6                      # of the search: to within five hundred a second
SECONDS = 2                    # of one trial

# RFC 7502's name for the rate, and the scenario
RATES = {"registration rate": "register", "session attempt rate": "redirect"}


def trial(server, scenario, rate):
    """Whether no attempt failed, and the share of a core that the server used."""
    command = ["sipp", server.address, "-sf", os.path.join(ROOT, "tests/bench/sipp", scenario + ".xml"),
               "-i", "127.0.0.1", "-r", str(rate), "-m", str(rate * SECONDS), "-l", "20000",
               "-nr", "-timeout", "%ds" % (SECONDS * 3), "-timer_resol", "1", "-nostdin",
               "-trace_stat", "-stf", os.path.join(OUT, "sipp.csv"), "-fd", "1"]
    before = server.cpu()[0]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=OUT,
                          preexec_fn=lambda: os.sched_setaffinity(0, {LOAD_CORE}))
    if done.returncode not in (0, 1, 97):
        raise Failed("sipp: " + done.stderr.strip()[-300:])
    took, failed = read_statistics(os.path.join(OUT, "sipp.csv"))
    right = done.returncode == 0 and failed == 0 and took < SECONDS * 1.1
    return right, (server.cpu()[0] - before) / max(took, 0.1)


def read_statistics(path):
    """Seconds that the trial took, and attempts that failed."""
    with open(path) as file:
        head, *_, last = [line.rstrip("\n").split(";") for line in file if ";" in line]
    row = dict(zip(head, last))
    hours, minutes, seconds = row["ElapsedTime(C)"].split(":")[:3]
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds), int(row["FailedCall(C)"])


def search(server, scenario, steps):
    """The highest rate found, and what the server used at it."""
    low, high, used = 0, HIGHEST, 0
    rate = LOWEST
    for _ in range(steps):
        right, cpu = trial(server, scenario, rate)
        if right:
            low, used = rate, cpu
            rate = min(rate * 2, HIGHEST) if high == HIGHEST else (low + high) // 2
        else:
            high = rate
            rate = (low + high) // 2
    return low, used


def sipp(options):
    with Csv(OUT, "rfc7502", SIPP, options["append"]) as csv:
        for variant in options["variants"] or ["stock-tlsf", "reg302-tlsf"]:
            with Server(variant, shm=512) as server:
                Driver(server, 10).fill()
                for name, scenario in RATES.items():
                    print("sipp: %s, %s" % (variant, name), file=sys.stderr, flush=True)
                    rate, cpu = search(server, scenario, int(options["rounds"] or STEPS))
                    csv.add({"variant": variant, "benchmark": name}, rate=rate, cpu=cpu)
