# SPDX-License-Identifier: MIT
"""The database goes away and comes back, under load.

Meanwhile calls are redirected, a REGISTER gets 503 and changes nothing; afterwards
all goes on by itself, and everything acknowledged is in the table.
"""
import contextlib
import os
import signal
import subprocess
import time

import databases
from given import SEED, Skip, contact_of, eventually, expect, redirected, test, uri_of
from kamailio import reg302, showing
from load import Load
from sip import Phone

TIMEOUT_MS = 1000
LOG_LINES = 300  # of an outage of some seconds with thousands of requests refused


class Callers:
    """Calls to a user whose binding was there before, all the time."""

    def __init__(self):
        self.phone = Phone()
        expect(self.phone.register("known", contact_of("known")), 200)
        self.slowest = self.calls = 0
        self.last = 0.0

    def call(self):
        """A callback of Load.run: never stops it."""
        if time.time() - self.last > 0.05:
            self.last = time.time()
            redirected(self.phone, "known", uri_of("known"))
            self.calls += 1
            self.slowest = max(self.slowest, time.time() - self.last)
        return False


def register_until_it_works(phone, user, seconds=20):
    """The database is back when this returns."""
    def works():
        reply = phone.register(user, contact_of(user), timeout=2)
        if reply and reply.status == 200:
            return True
        time.sleep(0.2)
        return False
    eventually(works, "a REGISTER is answered with 200 again", seconds)


def assert_refused_without_a_change(server, phone):
    """A REGISTER of somebody new, while it is known that the database is away."""
    for n in range(3):
        user = f"refused{n}"
        reply = expect(phone.register(user, contact_of(user), timeout=6), 503)
        assert int(reply.header("Retry-After")) > 0
        redirected(phone, user)
        assert not showing(server, user), f"{user} was told 503 and is bound"
    reply = expect(phone.register("known", contact_of("known"), expires=0, timeout=6), 503)
    redirected(phone, "known", uri_of("known"))
    reply = expect(phone.register("known"), 200, "to a query")
    assert reply.uris == {uri_of("known")}


def sync_outage(db, begin, end, *parameters):
    """begin and end make the database go away and come back."""
    server = reg302(db, "db_mode=sync", f"db_timeout_ms={TIMEOUT_MS}", *parameters)
    with server, Phone() as phone:
        callers = Callers()
        load = Load(SEED, users=200)
        load.run(0.4, callers.call)
        lines = server.log().count("\n")
        acknowledged = load.acknowledged
        begin()
        load.run(3, callers.call)
        assert load.answers.get(503), f"no 503 in three seconds: {load.answers}"
        before = load.acknowledged
        load.run(0.5, callers.call)
        assert load.acknowledged == before, "a 200, though nothing can be committed"
        assert_refused_without_a_change(server, phone)
        stats = server.rpc("reg302.stats")
        assert stats["db_state"] != "there", stats
        assert stats["db_last_error"] != "none" and time.time() - stats["db_last_error_time"] < 10, stats
        assert stats["db_unreachable"] + stats["db_failed"] + stats["db_slow"] > 0, stats
        lines = server.log().count("\n") - lines
        assert lines < LOG_LINES, f"{lines} lines in the log, {load.answers}"
        assert callers.calls > 20
        end()
        register_until_it_works(phone, "back")
        load.run(0.5, callers.call)
        load.drain(10)
        assert not load.sent, f"{len(load.sent)} requests without an answer"
        assert load.acknowledged > max(before, acknowledged)
        compare(load, db)
        agree(server, db)
        stats = server.rpc("reg302.stats")
        assert stats["db_state"] == "there" and stats["db_queue_items"] == 0, stats


def compare(load, db):
    wrong = load.compare(db.bindings())
    assert not wrong, "\n".join([f"{load.answers}: {len(wrong)} users are wrong", *wrong[:5]])


def agree(server, db):
    """What memory knows is what is stored: what got a 503 in the queue is written, too."""
    from test_agree import agree_soon  # pylint: disable=import-outside-toplevel
    agree_soon(server, db)


@test()
def sync_the_table_is_locked(db):
    sync_outage(db, db.hold, db.release)


@test("postgres")
def sync_the_database_is_stopped(db):
    sync_outage(db, db.stop, db.start)


@test("postgres")
def sync_the_database_is_frozen(db):
    sync_outage(db, db.freeze, db.thaw)


@test("postgres")
def sync_the_database_crashes_and_restarts_under_load(db):
    with reg302(db, "db_mode=sync", "db_timeout_ms=5000") as server, Phone() as phone:
        callers = Callers()
        load = Load(SEED, users=200)
        for how in (signal.SIGQUIT, signal.SIGINT, signal.SIGQUIT):
            load.run(0.4, callers.call)
            db.cluster.stop(how)
            db.start()
            register_until_it_works(phone, "back")
        load.run(0.4, callers.call)
        load.drain(10)
        assert not load.sent, f"{len(load.sent)} requests without an answer"
        compare(load, db)
        agree(server, db)


@test("postgres")
def sync_its_sessions_are_ended_under_load(db):
    with reg302(db, "db_mode=sync", "db_timeout_ms=5000") as server:
        load = Load(SEED, users=200)
        for _ in range(5):
            load.run(0.3)
            db.admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                     f"WHERE datname = '{db.name}'")
        load.run(0.5)
        load.drain(10)
        assert not load.sent, f"{len(load.sent)} requests without an answer"
        compare(load, db)
        agree(server, db)


def async_outage(db, begin, end):
    parameters = ("db_mode=async", "db_flush_ms=50", f"db_timeout_ms={TIMEOUT_MS}",
                  "db_queue_size=1048576")
    with reg302(db, *parameters) as server, Phone() as phone:
        callers = Callers()
        load = Load(SEED, users=500, queued_503_may_be_kept=False)
        load.run(0.3, callers.call)
        begin()
        before = load.acknowledged
        # who came while the writer was behind has waited for db_timeout_ms, nobody since
        load.run(3, callers.call)
        assert load.acknowledged > before + 200, f"async waits: {load.answers}"
        load.run(15, lambda: callers.call() or load.answers.get(503, 0) > 100)
        assert load.answers.get(503), f"the queue has no bound: {load.answers}"
        load.drain(2)
        end()
        register_until_it_works(phone, "back")
        load.run(0.3, callers.call)
        load.drain(5)
        assert not load.sent
        eventually(lambda: not load.compare(db.bindings()), "all that was acknowledged is stored")
        agree(server, db)


@test()
def async_the_table_is_locked_until_the_queue_is_full(db):
    async_outage(db, db.hold, db.release)


@test("postgres")
def async_the_database_is_stopped_until_the_queue_is_full(db):
    async_outage(db, db.stop, db.start)


@test("postgres")
def async_the_database_is_frozen_until_the_queue_is_full(db):
    async_outage(db, db.freeze, db.thaw)


@test()
def async_who_waited_for_a_slow_database_is_not_refused_when_it_goes_away(db):
    parameters = ("db_mode=async", "db_flush_ms=1", f"db_timeout_ms={TIMEOUT_MS}")
    with reg302(db, *parameters) as server, Phone() as phone:
        db.hold()
        expect(phone.register("late", contact_of("late")), 200)
        time.sleep(0.1)
        db.release()  # its commit was late: from now on replies wait for theirs
        eventually(lambda: db.contacts("late"), "the row is there")
        db.hold()
        phone.send(phone.registration("waits", contact_of("waits")))
        assert not phone.receive(0.3), "the reply does not wait, though the writer was late"
        expect(phone.receive(6), 200)
        # looked at once a second; the batch is a moment younger than who waits for it
        eventually(lambda: server.rpc("reg302.stats")["db_state"] != "there", "it is away")
        expect(phone.register("queued", contact_of("queued"), timeout=0.9), 200)
        db.release()
        for user in ("waits", "queued"):
            eventually(lambda: db.contacts(user), f"{user} is stored")


# ---- no room on the disk


@contextlib.contextmanager
def small_disk(directory, owner=None):
    """A file system of 64 megabytes: more than the log of SQLite grows to, which would
    fill a smaller one for good."""
    os.makedirs(directory, exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", directory],
                             capture_output=True, check=False)
    if mounted.returncode:
        raise Skip("mounting is not allowed here")
    try:
        if owner:
            subprocess.run(["chown", owner, directory], check=True)
        yield directory
    finally:
        subprocess.run(["umount", "-l", directory], check=True)


def fill(directory):
    with open(f"{directory}/filler", "wb", buffering=0) as f:
        try:
            for size in (65536, 4096, 512, 1):
                with contextlib.suppress(OSError):
                    while f.write(b"x" * size):
                        pass
        finally:
            os.fsync(f.fileno())


def full_outage(db, directory):
    """Wide rows, so that the last page is soon full."""
    with reg302(db, "db_mode=sync", f"db_timeout_ms={TIMEOUT_MS}") as server, Phone() as phone:
        callers = Callers()
        load = Load(SEED, users=200)
        load.run(0.3, callers.call)
        load.drain(3)
        fill(directory)
        n = answered = 0
        while n < 2000 and answered != 503:
            user = f"wide{n}"
            reply = phone.register(user, contact_of(user, params=f';x="{"y" * 400}"'), timeout=6)
            assert reply, f"no reply to {user}"
            answered, n = reply.status, n + 1
            assert answered in (200, 503), f"{reply}, on a full disk"
            callers.call()
        assert answered == 503, "the disk is not full"
        load.run(1, callers.call)
        os.unlink(f"{directory}/filler")
        register_until_it_works(phone, "back")
        load.run(0.3, callers.call)
        load.drain(5)
        compare(load, db)
        assert all(db.contacts(f"wide{i}") for i in range(n - 1)), "an acknowledged one is lost"
        agree(server, db)


@test("sqlite")
def sync_the_disk_is_full(db):
    with small_disk(f"{os.path.dirname(db.path)}-small") as directory:
        small = databases.Sqlite(f"{directory}/db")
        full_outage(small, directory)


@test("postgres")
def sync_the_disk_of_the_table_is_full(db):
    with small_disk(f"{db.cluster.home}/small", "postgres" if os.geteuid() == 0 else None) as at:
        space = f"space{db.name}"
        os.mkdir(f"{at}/{space}")
        if os.geteuid() == 0:
            subprocess.run(["chown", "postgres", f"{at}/{space}"], check=True)
        db.admin(f"CREATE TABLESPACE {space} LOCATION '{at}/{space}'")
        db.admin(f"ALTER DATABASE {db.name} SET default_tablespace = {space}")
        db.execute(f"ALTER TABLE location SET TABLESPACE {space}")
        db.execute(f"ALTER TABLE location_attrs SET TABLESPACE {space}")
        try:
            full_outage(db, at)
        finally:
            db.execute("ALTER TABLE location SET TABLESPACE pg_default")
            db.execute("ALTER TABLE location_attrs SET TABLESPACE pg_default")
            db.admin(f"DROP TABLESPACE {space}")
