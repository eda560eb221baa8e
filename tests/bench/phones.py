# SPDX-License-Identifier: MIT
"""phones.c: thousands of phones that register with Digest, and their users."""
import hashlib
import os
import pathlib
import sqlite3
import subprocess

HERE = pathlib.Path(__file__).parent
DOMAIN, PASSWORD = "example.com", "secret"


def build(out):
    """The program, in that folder."""
    program = pathlib.Path(out) / "phones"
    sources = sorted((HERE / "phones").glob("*.c"))
    subprocess.run([os.environ.get("CC", "cc"), "-std=gnu11", "-O2", "-Wall", "-Wextra",
                    "-D_GNU_SOURCE", "-o", program, *sources, "-lm"], check=True)
    return program


def enrol(database, n):
    """Subscribers u0, u1 ... in a database that has the tables of users."""
    def row(i):
        text = f"u{i}:{DOMAIN}:{PASSWORD}".encode()
        return (f"u{i}", DOMAIN, hashlib.md5(text).hexdigest(),
                hashlib.sha256(text).hexdigest())

    with sqlite3.connect(database) as db:
        db.executemany(
            "INSERT OR REPLACE INTO subscriber (username, domain, password, ha1, ha1b, "
            "ha1_sha256, ha1b_sha256) VALUES (?, ?, '', ?, '', ?, '')",
            (row(i) for i in range(n)))
    db.close()


def register(program, *options, seconds=200):
    """Run it, perhaps by another program before it: what it counted, by name."""
    done = subprocess.run([program, *map(str, options), "-d", DOMAIN, "-p", PASSWORD],
                          capture_output=True, text=True, timeout=seconds, check=False)
    if done.returncode == 2:
        raise SystemExit(f"phones: {done.stderr}")
    return {name: float(value) for name, value in
            (line.split() for line in done.stdout.splitlines())}


def lives(path):
    """(came, bound or -1, requests, granted) of each phone, seconds."""
    with open(path, encoding="ascii") as file:
        return [(float(c), float(b), int(n), int(g)) for c, b, n, g in
                (line.split() for line in file)]


def waves(phones, count=3, early=5):
    """When the phones come, wave by wave, if each refreshes so many seconds before
    its binding ends: lists of seconds."""
    times = [came for came, *_ in phones]
    result = [times]
    for _ in range(count - 1):
        times = [t + granted - early for t, (*_, granted) in zip(times, phones)]
        result.append(times)
    return result


def rate(times, bin_seconds):
    """[(second, REGISTERs a second)] in bins, empty ones left out."""
    bins = {}
    for t in times:
        bins[int(t / bin_seconds)] = bins.get(int(t / bin_seconds), 0) + 1
    return [(b * bin_seconds, n / bin_seconds) for b, n in sorted(bins.items())]
