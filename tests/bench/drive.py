# SPDX-License-Identifier: MIT
"""Load on servers, and what it cost them."""

import contextlib
import json
import os
import subprocess
import sys

from rows import Csv, RATES
from server import Failed, OUT, Server
from speed import Gauge

FIRST_CSEQ = 1000000000
SERVER_CORE, LOAD_CORE = 0, 1
TRIES = 3  # of a measurement while the machine is slow
NEW = 20000  # users of one measurement of new registrations and of removals
WARM = 0.05  # seconds


def load(address, *streams, before=None):
    """Run the generator with the options of each stream; what it counted for each.
    `before` is called in its process."""
    words = []
    for options in streams:
        words += ["--"] + ["%s=%s" % (name, value) for name, value in options.items()]
    command = [os.path.join(OUT, "load"), address, "core=%d" % LOAD_CORE, *words[1:]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600,
                          preexec_fn=before)
    if done.returncode == 2:
        raise Failed(done.stderr.strip())
    return json.loads(done.stdout)


def judge(variant, counted):
    if counted["bad"] or counted["unanswered"]:
        raise Failed("%s, %s: %d replies with another status (the first: %d), %d requests without one"
                     % (variant, counted["mode"], counted["bad"], counted["bad_status"],
                        counted["unanswered"]))


class Driver:
    """Drives one server."""

    def __init__(self, server, users, tcp=0):
        self.server, self.users, self.tcp = server, users, tcp
        self.cseq = FIRST_CSEQ

    def run(self, mode, users=None, seconds=300, cseq=None, **options):
        """What was counted, and the CPU seconds of it: all, user, system."""
        before = self.server.cpu()
        counted, = load(self.server.address,
                        dict(mode=mode, users=users or self.users, cseq=cseq or self.cseq, tcp=self.tcp,
                             echo=0 if self.server.is_kamailio() else 1, seconds=seconds,
                             **options))
        after = self.server.cpu()
        self.cseq = max(self.cseq, counted["next_cseq"])
        judge(self.server.variant, counted)
        return counted, [b - a for a, b in zip(before, after)]

    def fill(self):
        if self.server.knows_users():
            return self.run("new", count=self.users)
        return None

    def measure(self, mode, seconds):
        """One measurement of a mode on a server that is filled."""
        if mode in ("new", "remove"):
            return self.run(mode, users=NEW, count=NEW, first=self.users)
        if mode == "unregistered":
            return self.run(mode, seconds=seconds, first=self.users)
        self.run(mode, seconds=WARM)
        return self.run(mode, seconds=seconds)


def row_of(counted, cpu, slow):
    total, user, system = cpu
    each = total * 1e6 / counted["done"]
    share = user / (user + system) if user + system else 0
    return dict(mode=counted["mode"], requests=counted["done"], seconds=counted["seconds"],
                rate=counted["done"] / counted["seconds"], user_us=each * share,
                sys_us=each * (1 - share), cpu_us=each, p50_us=counted["p50_us"],
                p99_us=counted["p99_us"], p999_us=counted["p999_us"],
                repeated=counted["repeated"], slow=slow)


def memory_for(users):
    """MB of shared memory: Debian's 64, or what the largest variant needs."""
    return 64 if users <= 10000 else 128 + users * 2000 // 1000000


def applies(mode, server):
    return server.knows_users() or mode in ("refresh", "redirect", "mixed")


def steady(gauge, measure, tries=TRIES):
    """A measurement during which the machine was not slow, if so many tries bring one."""
    for _ in range(tries):
        before = gauge.look()
        got = measure()
        slow = max(before, gauge.look()) / gauge.fastest
        if not gauge.is_slow(slow * gauge.fastest):
            break
    return (*got, slow)


def rates(part, variants, users, modes, options, rounds, seconds, workers=1, tcp=0):
    """All variants run at once, each on a port of its own, and take turns: what is compared
    was measured within a second."""
    cores = (SERVER_CORE,) if workers == 1 else (SERVER_CORE, LOAD_CORE)
    rounds, seconds = int(options["rounds"] or rounds), float(options["seconds"] or seconds)
    fixed = {"part": part, "size": users, "workers": workers, "transport": "tcp" if tcp else "udp"}
    gauge = Gauge()
    gauge.settle()
    with contextlib.ExitStack() as stack:
        csv = stack.enter_context(Csv(OUT, part, RATES, options["append"]))
        drivers = []
        for number, variant in enumerate(options["variants"] or variants):
            server = stack.enter_context(
                Server(variant, number, workers, memory_for(users), cores=cores))
            drivers.append(Driver(server, users, tcp))
            drivers[-1].fill()
        for number in csv.rounds(rounds):
            print("%s: round %d" % (part, number), file=sys.stderr, flush=True)
            for mode in modes:
                for driver in drivers:
                    if applies(mode, driver.server):
                        got = steady(gauge, lambda: driver.measure(mode, seconds))
                        csv.add({**fixed, "variant": driver.server.variant, "round": number},
                                **row_of(*got))
