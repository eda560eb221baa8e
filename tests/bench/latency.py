# SPDX-License-Identifier: MIT
"""How long a caller waits for a 302 while something else goes on.

Open loop: so many INVITEs a second, and the time of each counts from when it was
due. The worker has a core to itself; everything else (Kamailio's timers and
its RPC process, kamcmd, the load) is on the other one, the load before all of
them. What is seen is what the worker itself waits for: locks, memory, caches."""

import os
import re
import subprocess
import sys
import threading
import time

from drive import FIRST_CSEQ, LOAD_CORE, SERVER_CORE, Driver, judge, load, memory_for
from rows import Csv, LATENCY
from server import Failed, OUT, Server

RATE = 10000     # INVITEs a second: a fifth or so of what a worker can do
CALLED = 1000    # users who are called; they stay
MANY = 1000000
EXPIRING = 500000
SLICE = 1        # seconds
SLICES = 8
GROWTH = 5000    # new registrations a second
LIFETIME = 60    # seconds, of what expires: the shortest that both servers give


def first_in_line(pid=0):
    """The load is never kept waiting by what it shares the core with."""
    try:
        os.sched_setscheduler(pid, os.SCHED_FIFO, os.sched_param(1))
    except PermissionError:
        pass


def give_worker_its_core(server, alone=False):
    """Of the processes that Kamailio has, those that read UDP. Alone: what else runs on this
    machine does not interrupt them."""
    text = server.rpc("core.psx")
    for pid, name in re.findall(r"PID: (\d+)\s+DSC: (.*)", text):
        if name.startswith("udp receiver"):
            os.sched_setaffinity(int(pid), {SERVER_CORE})
            if alone:
                first_in_line(int(pid))


class Waiting:
    """Measures slices against one server."""

    def __init__(self, server, csv, slices):
        self.server, self.csv, self.slices = server, csv, slices

    def slice(self, scenario, *others, write=True):
        called = dict(mode="redirect", users=CALLED, rate=RATE, seconds=SLICE, outstanding=1024,
                      sleep=1)
        counted = load(self.server.address, called, *others, before=first_in_line)
        for stream in counted:
            judge(self.server.variant, stream)
        if write:
            self.write(scenario, counted[0])
        return counted[0]

    def write(self, scenario, counted):
        self.csv.add({"variant": self.server.variant, "scenario": scenario},
                     rate=counted["done"] / counted["seconds"], p50_us=counted["p50_us"],
                     p99_us=counted["p99_us"], p999_us=counted["p999_us"],
                     max_us=counted["max_us"])

    def idle(self, scenario):
        for _ in range(self.slices):
            self.slice(scenario)

    def equal(self, driver):
        """As many registrations as in growth(), of users who are there."""
        for _ in range(self.slices):
            driver.cseq += 100
            self.slice("refreshes", dict(mode="refresh", users=CALLED, rate=GROWTH, seconds=SLICE,
                                         cseq=driver.cseq))

    def growth(self):
        for number in range(self.slices):
            self.slice("growing", dict(mode="new", first=CALLED + number * 2 * GROWTH,
                                       users=2 * GROWTH, rate=GROWTH, seconds=SLICE))

    def listing(self):
        """While an operator goes from page to page."""
        over = threading.Event()
        pages = []
        operator = threading.Thread(target=list_pages, args=(self.server, over, pages))
        operator.start()
        for _ in range(self.slices):
            self.slice("listing")
        over.set()
        operator.join()
        if len(pages) < self.slices:
            raise Failed("the operator saw only %d pages" % len(pages))
        print("latency: %d pages were listed meanwhile" % len(pages), file=sys.stderr)

    def expiry(self, driver):
        """The slices in which bindings went."""
        # with room for the CSeq of those who registered before
        driver.run("refresh", users=EXPIRING, count=EXPIRING, first=CALLED, expires=LIFETIME,
                   cseq=FIRST_CSEQ + 1000)
        begin, seen, still = time.monotonic(), 0, 0
        time.sleep(LIFETIME - 10)
        while time.monotonic() - begin < 2.5 * LIFETIME and seen < 2 * self.slices:
            before = self.server.shm_used()
            counted = self.slice("expiring", write=False)
            if before - self.server.shm_used() > 100000:
                self.write("expiring", counted)
                seen, still = seen + 1, 0
            elif seen:
                still += 1
                if still == 3:
                    break
        if not seen:
            raise Failed("nothing was seen to expire")


def list_pages(server, over, pages):
    """reg302.list by kamcmd, from the beginning again when it is through."""
    cursor = []
    os.sched_setaffinity(0, {LOAD_CORE})
    while not over.is_set():
        done = subprocess.run(["kamcmd", "-s", "unix:" + server.ctl, "reg302.list", "100", *cursor],
                              capture_output=True, text=True, timeout=60)
        found = re.search(r"^\s*next: (\S+)", done.stdout, re.M)
        cursor = ["s:" + found.group(1)] if found else []
        if done.returncode == 0:
            pages.append(cursor)


def one(variant, csv, slices, many):
    with Server(variant, shm=memory_for(many), cores=(LOAD_CORE,)) as server:
        give_worker_its_core(server, alone=True)
        driver = Driver(server, many)
        driver.run("new", users=CALLED, count=CALLED)
        waiting = Waiting(server, csv, slices)
        waiting.slice("warm", write=False)
        waiting.idle("idle, 1,000")
        waiting.equal(driver)
        waiting.growth()
        grown = CALLED + slices * 2 * GROWTH
        driver.run("new", users=many - grown, count=many - grown, first=grown)
        driver.run("new", users=grown - CALLED, count=grown - CALLED, first=CALLED,
                   cseq=FIRST_CSEQ + 500)
        waiting.idle("idle, 1,000,000")
        if variant.startswith("reg302"):
            waiting.listing()
        if many > EXPIRING:
            waiting.expiry(driver)


def latency(options):
    with Csv(OUT, "latency", LATENCY, options["append"]) as csv:
        for variant in options["variants"] or ["reg302-tlsf"]:
            print("latency: %s" % variant, file=sys.stderr, flush=True)
            one(variant, csv, int(options["rounds"] or SLICES), int(options["rows"] or MANY))
