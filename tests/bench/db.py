# SPDX-License-Identifier: MIT
"""What it costs to lose nothing: registrations that are in a database before their 200 leaves.

Stock Kamailio writes through (usrloc's db_mode=1), reg302 commits in groups
(db_mode sync). SQLite's file and PostgreSQL's cluster lie on this machine, the
databases and the servers have both cores. Each server has a database of its own, with
the tables that come with it (Kamailio's, and those of cfg/schema), as its own module
opens it; nothing is tuned."""

import contextlib
import os
import shutil
import sys
import time

from drive import Driver, LOAD_CORE, SERVER_CORE, judge, load
from latency import give_worker_its_core
from rows import Csv, DB
from server import Failed, OUT, ROOT, Server

sys.path.insert(0, os.path.join(ROOT, "tests/db"))

BOTH = (SERVER_CORE, LOAD_CORE)
USERS = 40000       # of reg302, none of whom has two REGISTERs on their way; stock writes few
STOCK_USERS = 500
PHONES = {"port": 7000, "text": "home"}  # they keep their address, and tell it
IN_FLIGHT = 2048    # REGISTERs that wait for a commit: after a restart they all come
PACE = 40000        # a second at most, when a commit makes room for them all at once
STOCK_IN_FLIGHT = 16
MANY = 1000000
FILL_SECONDS = 90   # with as many as a slow disk takes in this time
ROUNDS, SECONDS = 3, 2


def databases():
    try:
        from databases import Postgres, Sqlite  # needs psycopg2
    except ImportError as why:
        raise Failed("%s: 'make prepare-bench' installs it" % why) from None
    return {"sqlite": Sqlite, "postgres": Postgres}


def defines(database):
    """Options of kamailio that name the database to the scripts."""
    words = ['DB_URL="%s"' % database.url]
    if database.kind == "postgres":
        words += ['DB_HOST="host=%s"' % database.cluster.sockets, "WITH_POSTGRES"]
    return [word for define in words for word in ("-A", define)]


def free(database):
    """PostgreSQL is not kept on the core that the bench itself has."""
    if database.kind == "postgres":
        for pid in database.cluster.processes():
            with contextlib.suppress(ProcessLookupError):  # some of them come and go
                os.sched_setaffinity(pid, BOTH)


class Measured:
    """Databases and servers on them, and the CSV of what they did."""

    def __init__(self, stack, csv, kind, make):
        self.stack, self.csv, self.kind, self.make = stack, csv, kind, make
        self.number = 0

    def database(self):
        self.number += 1
        one = self.make(os.path.join(OUT, "db", "%s-%d" % (self.kind, self.number)))
        self.stack.callback(one.drop)
        free(one)
        return one

    def our_database(self):
        one = self.database()
        one.become_ours()
        return one

    def server(self, variant, database=None, users=USERS, cores=BOTH, **more):
        options = defines(database) if database else []
        server = self.stack.enter_context(
            Server(variant, self.number, cores=cores, shm=256, options=options, **more))
        self.number += 1
        if cores != BOTH:
            give_worker_its_core(server)
        return Driver(server, users)

    def write(self, what, variant, counted):
        self.csv.add({"kind": self.kind, "what": what, "variant": variant},
                     rate=counted["done"] / counted["seconds"], p50_us=counted["p50_us"],
                     p99_us=counted["p99_us"], seconds=counted["seconds"])


def say(kind, what):
    print("db: %s, %s" % (kind, what), file=sys.stderr, flush=True)


def registrations(measured, rounds, seconds):
    """REGISTER after REGISTER, then half as many a second."""
    stock = measured.server("stock-db", measured.database(), STOCK_USERS)
    ours = measured.server("reg302-db", measured.our_database())
    stock.run("new", count=STOCK_USERS, outstanding=STOCK_IN_FLIGHT, **PHONES)
    ours.run("new", count=USERS, outstanding=IN_FLIGHT, pace=PACE, **PHONES)
    rates = []
    for number in range(1, rounds + 1):
        say(measured.kind, "REGISTER, round %d" % number)
        for driver, outstanding in ((stock, STOCK_IN_FLIGHT), (ours, IN_FLIGHT)):
            counted, _ = driver.run("refresh", seconds=seconds, outstanding=outstanding, pace=PACE,
                                    **PHONES)
            measured.write("register", driver.server.variant, counted)
        rates.append(counted["done"] / counted["seconds"])
        counted, _ = ours.run("refresh", seconds=seconds, rate=rates[-1] / 2, outstanding=4096,
                              **PHONES)
        measured.write("half", ours.server.variant, counted)


def together(driver, *streams):
    """Several streams at once."""
    counted = load(driver.server.address, *[dict(stream, cseq=driver.cseq) for stream in streams])
    for stream in counted:
        judge(driver.server.variant, stream)
    driver.cseq = max(stream["next_cseq"] for stream in counted)
    return counted


def redirects(measured, rounds, seconds):
    """Callers while as many registrations as possible are committed, and while as many are
    only remembered. The workers have a core to themselves."""
    kept = measured.server("reg302-db", measured.our_database(), cores=(LOAD_CORE,))
    memory = measured.server("reg302-tlsf", cores=(LOAD_CORE,))
    calls = dict(mode="redirect", users=USERS, seconds=seconds)
    phones = dict(mode="refresh", users=USERS, seconds=seconds, **PHONES)
    for driver in (kept, memory):
        driver.run("new", count=USERS, outstanding=IN_FLIGHT, pace=PACE, **PHONES)
    for number in range(1, rounds + 1):
        say(measured.kind, "redirects, round %d" % number)
        called, phoned = together(kept, calls, dict(phones, outstanding=IN_FLIGHT, pace=PACE))
        measured.write("redirect", "committed", called)
        measured.write("registered meanwhile", "committed", phoned)
        rate = phoned["done"] / phoned["seconds"]
        called, phoned = together(memory, calls, dict(phones, rate=rate, outstanding=4096))
        measured.write("redirect", "in memory", called)
        measured.write("registered meanwhile", "in memory", phoned)


def start(measured, users):
    """From the start of the program to the first right 302."""
    database = measured.our_database()
    say(measured.kind, "%d rows" % users)
    with Server("reg302-db", shm=1024, cores=BOTH, options=defines(database)) as server:
        counted, _ = Driver(server, users).run(
            "new", count=users, outstanding=IN_FLIGHT, pace=PACE, seconds=FILL_SECONDS, **PHONES)
        rows = counted["done"]
        measured.write("fill", "%d rows" % rows, counted)
    for variant, pkg in (("reg302-qm", 8), ("reg302-tlsf", 16)):
        say(measured.kind, "start of %s" % variant)
        begin = time.monotonic()
        with Server(variant, shm=1024, pkg=pkg, cores=BOTH, options=defines(database)) as server:
            counted, _ = Driver(server, users).run("redirect", count=1, first=rows - 1)
            counted["seconds"] = time.monotonic() - begin
            measured.write("start", "%s, -M %d, %d rows" % (variant, pkg, rows), counted)


def db(options):
    rounds, seconds = int(options["rounds"] or ROUNDS), float(options["seconds"] or SECONDS)
    kinds = databases()
    shutil.rmtree(os.path.join(OUT, "db"), ignore_errors=True)
    os.makedirs(os.path.join(OUT, "db"))
    with Csv(OUT, "database", DB, options["append"]) as csv:
        for kind, make in kinds.items():
            with contextlib.ExitStack() as stack:
                if kind == "postgres":
                    stack.callback(lambda: make.cluster and make.cluster.end())
                with contextlib.ExitStack() as inner:
                    registrations(Measured(inner, csv, kind, make), rounds, seconds)
                with contextlib.ExitStack() as inner:
                    redirects(Measured(inner, csv, kind, make), rounds, seconds)
                if kind == "sqlite":
                    with contextlib.ExitStack() as inner:
                        start(Measured(inner, csv, kind, make), int(options["rows"] or MANY))
