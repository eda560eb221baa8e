# SPDX-License-Identifier: MIT
"""Servers killed at any moment: what was acknowledged is there afterwards."""
import os
import random
import signal
import time

from given import KILLS, SEED, contact_of, eventually, expect, test, uri_of
from kamailio import listing, reg302
from load import Load
from sip import Phone


def assert_right(load, db, when):
    stored = db.bindings()
    wrong = load.compare(stored)
    assert not wrong, "\n".join([f"{when}, {load.answers} (SEED={SEED}): {len(wrong)} users are wrong",
                                 *wrong[:5]])
    return stored


def listed(server):
    """{user: URIs} in memory"""
    return {aor: {c["contact"] for c in contacts} for aor, contacts in listing(server).items()}


def assert_same_users(have, want, when):
    wrong = [f"{user}: {have.get(user)}, not {want.get(user)}" for user in sorted(set(have) | set(want))
             if have.get(user) != want.get(user)]
    assert not wrong, "\n".join([f"{when}: {len(wrong)} users are wrong", *wrong[:5]])


def stored_uris(stored):
    return {user: set(rows) for user, rows in stored.items()}


@test()
def sync_no_kill_loses_what_was_acknowledged(db):
    rng = random.Random(SEED)
    server = reg302(db, "db_mode=sync", options=("-n", "4"))
    load = Load(SEED)
    stored = {}
    for n in range(KILLS):
        server.start()
        assert_same_users(listed(server), stored_uris(stored), f"after kill {n}")
        load.run(rng.uniform(0.02, 0.4))
        server.kill()
        load.drain()
        load.forget()
        db.settle()
        stored = assert_right(load, db, f"kill {n + 1} of {KILLS}")
        load.adopt(stored)
    assert load.acknowledged > 50 * KILLS, f"only {load.answers}"


@test()
def sync_a_kill_while_it_starts_loses_nothing(db):
    rng = random.Random(SEED)
    server = reg302(db, "db_mode=sync")
    load = Load(SEED)
    server.start()
    load.run(0.5)
    load.drain(5)
    server.kill()
    db.settle()
    stored = assert_right(load, db, "the first kill")
    for n in range(max(3, KILLS // 4)):
        server.launch()
        time.sleep(rng.uniform(0, 0.2))
        server.kill()
        db.settle()
        assert_same_users(stored_uris(db.bindings()), stored_uris(stored), f"kill {n} in its start")
    server.start()
    assert_same_users(listed(server), stored_uris(stored), "after those kills")


@test()
def sync_the_death_of_the_writer_alone_loses_nothing(db):
    server = reg302(db, "db_mode=sync").start()
    load = Load(SEED)
    load.run(0.5)
    writer = [p["PID"] for p in server.rpc("core.psx") if p["DSC"] == "reg302 database writer"]
    assert len(writer) == 1, server.processes()
    server.may_die = True
    os.kill(writer[0], signal.SIGKILL)
    load.run(10, stop=lambda: server.process.poll() is not None)
    server.wait()
    load.drain()
    load.forget()
    db.settle()
    assert_right(load, db, "the writer was killed")


@test()
def async_a_kill_loses_at_most_db_flush_ms(db):
    """With two seconds for a machine that is busy with other things."""
    server = reg302(db, "db_mode=async", "db_flush_ms=200")
    load = Load(SEED, users=300, window=8)
    server.start()
    load.run(4)
    killed = time.time()
    server.kill()
    load.drain()
    load.forget()
    db.settle()
    wrong = load.compare_before(killed - 2.2, db.bindings())
    assert not wrong, "\n".join([f"{load.answers}: {len(wrong)} bindings are wrong", *wrong[:5]])
    assert db.count() > 100


@test()
def a_clean_stop_drains_the_queue_in_async(db):
    server = reg302(db, "db_mode=async", "db_flush_ms=10000")
    load = Load(SEED, users=1000)
    for _ in range(3):
        server.start()
        load.run(0.5)
        load.drain(2)
        assert not load.sent
        assert server.stop() == 0
        db.settle()
        load.adopt(assert_right(load, db, "a clean stop"))


@test()
def a_clean_stop_under_load_drains_the_queue_in_sync(db):
    server = reg302(db, "db_mode=sync")
    load = Load(SEED)
    for _ in range(5):
        server.start()
        load.run(0.3)
        os.kill(server.process.pid, signal.SIGTERM)
        load.run(0.2)
        assert server.wait() == 0
        load.drain()
        load.forget()
        db.settle()
        load.adopt(assert_right(load, db, "a clean stop under load"))


@test()
def a_clean_stop_without_the_database_ends(db):
    server = reg302(db, "db_mode=async", "db_flush_ms=100", "db_timeout_ms=1000").start()
    with Phone() as phone:
        expect(phone.register("1001", contact_of("1001")), 200)
        eventually(lambda: db.contacts("1001"), "the row is there")
        db.hold()
        expect(phone.register("1002", contact_of("1002")), 200)
        time.sleep(0.3)
        os.kill(server.process.pid, signal.SIGTERM)
        server.wait(40)
    db.release()
    assert db.contacts("1001") == {uri_of("1001")}
