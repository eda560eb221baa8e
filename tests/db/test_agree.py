# SPDX-License-Identifier: MIT
"""Memory and table say the same when all is quiet."""
import os
import random
import signal
import time

from given import SEED, contact_of, eventually, expect, redirected, test, uri_of
from kamailio import listing, reg302
from load import Load
from sip import Phone


def in_memory(server):
    return {(aor, c["contact"], float(c["q"] or -1)) for aor, contacts in listing(server).items()
            for c in contacts}


def in_table(db):
    return {(r["username"], r["contact"], round(r["q"], 3)) for r in db.rows()}


def agree_soon(server, db, seconds=5):
    """Memory and table become the same."""
    end = time.time() + seconds
    while True:
        memory, table = in_memory(server), in_table(db)
        if memory == table:
            return
        if time.time() > end:
            raise AssertionError("\n".join([
                f"in memory only: {len(memory - table)}, in the table only: {len(table - memory)}",
                *map(str, sorted(memory ^ table)[:6])]))
        time.sleep(0.1)


def assert_agreement(server, db):
    agree_soon(server, db)
    rows = {(r["username"], r["contact"]): r for r in db.rows()}
    assert len(rows) == db.count(), "two rows for one binding"
    for aor, contacts in listing(server).items():
        for c in contacts:
            left = rows[aor, c["contact"]]["expires"] - time.time()
            assert abs(left - int(c["expires_in"])) <= 3, f"{aor}: {left:.0f} s in the table, {c}"


def storm(phones, users, rng, seconds):
    """Registrations of few users from many phones at once, answers unseen."""
    end = time.time() + seconds
    n = 0
    while time.time() < end:
        for phone in phones:
            n += 1
            user = f"u{rng.randrange(users)}"
            if rng.random() < 0.03:
                phone.send(phone.registration(user, "*", expires=0, callid=f"c{phone.port}-{user}"))
                continue
            k = rng.randrange(4)
            params = f";q={rng.choice([0.1, 0.5, 1])};expires={rng.choice([0, 600, 3600])}"
            phone.send(phone.registration(user, contact_of(user, k, params),
                                          callid=f"c{phone.port}-{user}"))
        for phone in phones:
            while phone.receive(0):
                pass
    return n


def after_a_storm(db, mode):
    server = reg302(db, f"db_mode={mode}", "db_flush_ms=20", "on_max_contacts=replace_oldest",
                    "max_contacts=3", options=("-n", "8"))
    with server:
        phones = [Phone(address=f"127.0.0.{k + 2}") for k in range(8)]
        rng = random.Random(SEED)
        for _ in range(8):
            assert storm(phones, 3, rng, 0.5) > 50
            for phone in phones:
                while phone.receive(0.1):
                    pass
            assert_agreement(server, db)
        was = in_memory(server)
        server.restart()
        assert in_memory(server) == was


@test()
def sync_after_a_storm_on_three_users_through_eight_workers(db):
    after_a_storm(db, "sync")


@test()
def async_after_a_storm_on_three_users_through_eight_workers(db):
    after_a_storm(db, "async")


@test()
def after_random_lives_with_an_operator_in_between(db):
    rng = random.Random(SEED)
    server = reg302(db, "db_mode=sync", options=("-n", "4")).start()
    load = Load(SEED)
    for _ in range(10):
        load.run(0.2)
        user = f"u{rng.randrange(100)}"
        server.rpc("reg302.add", f"op-{user}", f"sip:{user}@192.0.2.1", str(rng.choice([60, 600, 0])))
        if rng.random() < 0.5:
            try:
                server.rpc("reg302.remove", f"op-u{rng.randrange(100)}")
            except Exception:  # nobody's  # pylint: disable=broad-except
                pass
    load.drain(5)
    agree_soon(server, db)
    wrong = load.compare(db.bindings())
    assert not wrong, "\n".join(wrong[:5])
    was = in_memory(server)
    server.restart()
    assert in_memory(server) == was


@test()
def short_bindings_that_ran_out_do_not_come_back(db):
    server = reg302(db, "min_expires=1", "default_expires=2").start()
    with Phone() as phone:
        for n in range(30):
            phone.register(f"u{n}", contact_of(f"u{n}"), expires=1 + n % 3)
        time.sleep(4.2)
        server.restart()
        assert not listing(server)


class Halts:
    """The writer is stopped at any moment, for a moment: in the middle of a batch, too."""

    def __init__(self, server, rng):
        self.pid, = [p["PID"] for p in server.rpc("core.psx") if p["DSC"] == "reg302 database writer"]
        self.rng, self.next, self.stopped = rng, 0.0, False

    def __call__(self):
        if time.time() > self.next:
            self.stopped = not self.stopped
            os.kill(self.pid, signal.SIGSTOP if self.stopped else signal.SIGCONT)
            self.next = time.time() + self.rng.uniform(0.001, 0.03)
        return False

    def end(self):
        os.kill(self.pid, signal.SIGCONT)


@test()
def async_after_changes_in_the_middle_of_batches(db):
    """Bindings that change between two items of one batch."""
    with reg302(db, "db_mode=async", "db_flush_ms=100", options=("-n", "4")) as server:
        load = Load(SEED, users=100, window=48)
        halts = Halts(server, load.rng)
        for _ in range(6):
            load.run(0.7, halts)
            halts.end()
            load.drain(5)
            agree_soon(server, db)
        wrong = load.compare(db.bindings())
        assert not wrong, "\n".join(wrong[:5])


@test()
def async_a_binding_that_ended_before_it_was_written_is_not_back_after_a_restart(db):
    parameters = ("db_mode=async", "db_flush_ms=50", "min_expires=1", "db_timeout_ms=1000")
    server = reg302(db, *parameters).start()
    try:
        with Phone() as phone:
            for user, seconds in (("short", 3600), ("kept", 3600)):
                expect(phone.register(user, contact_of(user), expires=seconds), 200)
            eventually(lambda: db.count() == 2, "the rows are there")
            db.hold()
            expect(phone.register("first", contact_of("first")), 200)
            time.sleep(0.5)  # the writer is busy with it, and has not looked at the others
            for user, seconds in (("short", 1), ("kept", 1800)):
                expect(phone.register(user, contact_of(user), expires=seconds), 200)
            time.sleep(3)  # it has ended, and was swept
            db.release()
            eventually(lambda: db.contacts("kept") and not db.contacts("short"), "its row is gone")
            server.restart()
            redirected(phone, "kept", uri_of("kept"))
            redirected(phone, "short")
    finally:
        server.stop()
