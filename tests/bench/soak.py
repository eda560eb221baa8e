# SPDX-License-Identifier: MIT
"""Ten million requests: does it stay as fast, and does memory stay flat?"""

import sys

from drive import Driver, steady
from rows import Csv, SOAK
from server import OUT, Server
from speed import Gauge

USERS = 10000
STEP = 1000000
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
                for number in range(1, int(options["rounds"] or STEPS) + 1):
                    step(server, driver, csv, gauge, number)


def step(server, driver, csv, gauge, number):
    print("soak: %s, %d00,000 requests" % (server.variant, number * STEP // 100000),
          file=sys.stderr, flush=True)
    counted, cpu, slow = steady(gauge, lambda: driver.run("mixed", count=STEP), tries=1)
    csv.add({"variant": server.variant, "requests": number * STEP},
            rate=counted["done"] / counted["seconds"], cpu_us=cpu[0] * 1e6 / counted["done"],
            pkg=max(server.pkg_used()), shm=server.shm_used(), slow=slow)
