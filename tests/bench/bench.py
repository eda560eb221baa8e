# SPDX-License-Identifier: MIT
"""Stock Kamailio and reg302 under the same load, side by side.

    bench.sh PART... [option=value...]

Parts, each with its own CSV in build/bench:
    quick     refresh and redirect, 1,000 users, every variant
    small     every mode, 1,000 users, every variant
    medium    100,000 users
    large     1,000,000 users
    workers   two workers
    tcp       TCP
    shm       bytes of shared memory for a binding
    prime     q_malloc with and without priming of private memory
    latency   redirects while bindings expire, are listed, are added
    soak      ten million requests: speed and memory from beginning to end
    sipp      RFC 7502: the highest rate without a failed attempt, found with SIPp
    db        registrations in SQLite and PostgreSQL before their 200; the start with many
    report    tables, verdicts and plots from the CSVs that are there
Options:
    rounds=N      how often (each part has its own habit)
    seconds=S     of each measurement
    append=1      add to the CSV of an earlier run
    plots=DIR     where plots go (build/bench/plots)
    variants=A,B  only these
    rows=N        db: bindings at the start; latency: bindings that are listed (with half a
                  million or fewer, none expire)
    requests=N    soak: how many, in ten steps
    doc=FILE      report: write the figures into this text, between its markers
"""

import os
import signal
import sys

import report
from db import db
from drive import Driver, SERVER_CORE, rates
from latency import latency
from rows import Csv, SHM
from server import Failed, OUT, Server, VARIANTS
from sipp import sipp
from soak import soak

DEFAULTS = {"rounds": None, "seconds": None, "append": "0", "plots": os.path.join(OUT, "plots"),
            "variants": None, "rows": None, "requests": None, "doc": None}

EVERY = ["stock-tlsf", "stock-qm", "constant-tlsf", "reg302-qm", "reg302-tlsf", "echo"]
GROWN = ["stock-tlsf", "stock-qm", "reg302-qm", "reg302-tlsf"]
TUNED = ["stock-tlsf", "reg302-qm", "reg302-tlsf"]
ALL_MODES = ["refresh", "redirect", "mixed", "unregistered", "new", "remove"]
MAIN_MODES = ["refresh", "redirect"]


def quick(options):
    rates("quick", EVERY, 1000, MAIN_MODES, options, rounds=9, seconds=0.25)


def small(options):
    rates("small", EVERY, 1000, ALL_MODES, options, rounds=15, seconds=0.25)


def medium(options):
    rates("medium", GROWN, 100000, ALL_MODES, options, rounds=9, seconds=0.3)


def large(options):
    rates("large", TUNED, 1000000, ALL_MODES, options, rounds=9, seconds=0.5)


def workers(options):
    rates("workers", ["stock-tlsf", "constant-tlsf", "reg302-qm", "reg302-tlsf"], 1000,
          MAIN_MODES, options, rounds=9, seconds=0.25, workers=2)


def tcp(options):
    rates("tcp", ["stock-tlsf", "stock-qm", "constant-tlsf", "reg302-qm", "reg302-tlsf"], 1000,
          MAIN_MODES, options, rounds=9, seconds=0.25, tcp=16)


def prime(options):
    rates("prime",
          ["stock-tlsf", "stock-qm", "stock-primed", "reg302-unprimed", "reg302-qm", "reg302-tlsf"],
          1000, MAIN_MODES + ["new", "remove"], options, rounds=9, seconds=0.25)


def shm(options):
    """Bytes for each of 20,000 bindings, allocator included."""
    variants = ["stock-qm", "stock-fm", "stock-tlsf", "reg302-qm", "reg302-fm", "reg302-tlsf"]
    with Csv(OUT, "shm", SHM, options["append"]) as csv:
        for variant in options["variants"] or variants:
            for text in ("plain", "nat"):
                print("shm: %s, %s" % (variant, text), file=sys.stderr, flush=True)
                extra = ["-A", "WITH_NAT"] if text == "nat" and variant.startswith("stock") else []
                with Server(variant, shm=256, options=extra) as server:
                    csv.add({"variant": variant, "text": text}, **shm_of(server, 20000, text))


def shm_of(server, users, text):
    driver = Driver(server, users)
    # what is allocated once, with the first requests
    driver.run("refresh", count=100, first=users, text=text)
    before = server.shm_used()
    driver.run("new", count=users, text=text)
    after = server.shm_used()
    driver.run("remove", count=users, text=text)
    return {"bindings": users, "bytes": (after - before) / users,
            "left": (server.shm_used() - before) / users}


def write_report(options):
    report.write(OUT, options["plots"], options["doc"])


PARTS = {"quick": quick, "small": small, "medium": medium, "large": large, "workers": workers,
         "tcp": tcp, "shm": shm, "prime": prime, "latency": latency, "soak": soak,
         "sipp": sipp, "db": db, "report": write_report}


def read_words(words):
    options, parts = dict(DEFAULTS), []
    for word in words:
        name, equals, value = word.partition("=")
        if equals and name in options:
            options[name] = value
        elif word in PARTS:
            parts.append(word)
        else:
            raise Failed("there is no part or option called %s\n%s" % (word, __doc__))
    options["append"] = options["append"] == "1"
    if options["variants"]:
        options["variants"] = options["variants"].split(",")
        for name in options["variants"]:
            if name not in VARIANTS:
                raise Failed("there is no variant called %s" % name)
    return options, parts


def go_first():
    """Servers and load have the cores to themselves as far as we may ask for it."""
    try:
        os.nice(-20)
    except PermissionError:
        print("bench: without root others may take the cores meanwhile", file=sys.stderr)


def end_cleanly(number, _):
    """Servers and PostgreSQL are stopped by what started them."""
    for other in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    sys.exit("bench: stopped by signal %d" % number)


def main(words):
    options, parts = read_words(words)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end_cleanly)
    if len(os.sched_getaffinity(0)) < 2:
        raise Failed("two cores at least: one for the server, one for the load")
    os.sched_setaffinity(0, {SERVER_CORE})
    go_first()
    for part in parts:
        PARTS[part](options)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Failed as why:
        sys.exit("bench: %s" % why)
