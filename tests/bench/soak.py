# SPDX-License-Identifier: MIT
"""Ten million requests: does it stay as fast, and does memory stay flat?"""

import sys

from drive import Driver, steady
from rows import Csv, SOAK
from server import OUT, Server
from speed import Gauge

USERS = 10000
REQUESTS = 10000000
STEPS = 10


def soak(options):
    gauge = Gauge()
    gauge.settle()
    with Csv(OUT, "soak", SOAK, options["append"]) as csv:
        for variant in options["variants"] or ["reg302-qm"]:
            with Server(variant) as server:
                driver = Driver(server, USERS)
                driver.fill()
                driver.run("mixed", count=2 * USERS)
                each = int(options["requests"] or REQUESTS) // STEPS
                for number in range(1, STEPS + 1):
                    step(driver, csv, gauge, number * each, each)


def step(driver, csv, gauge, after, count):
    server = driver.server
    print("soak: %s, %d requests" % (server.variant, after), file=sys.stderr, flush=True)
    counted, cpu, slow = steady(gauge, lambda: driver.run("mixed", count=count), tries=1)
    csv.add({"variant": server.variant, "requests": after},
            rate=counted["done"] / counted["seconds"], cpu_us=cpu[0] * 1e6 / counted["done"],
            pkg=max(server.pkg_used()), shm=server.shm_used(), slow=slow)
