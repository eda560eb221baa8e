# SPDX-License-Identifier: MIT
"""A driver for which no statements are known: everything goes row by row, without a
transaction. And what keeps every row out, with any driver."""
import contextlib
import os
import signal

from given import contact_of, eventually, expect, redirected, test, uri_of
from kamailio import listing, reg302, showing
from sip import Phone
from test_start import describe, differences, register_all_sorts


@test("cluster")
def row_by_row_a_restart_keeps_every_binding_with_every_parameter(db):
    server = reg302(db).start()
    with Phone() as phone:
        register_all_sorts(phone)
        first = describe(server)
        assert len(first) == 60
        rows = db.count()
        server.kill()
        server.start()
        differences(*map(without_times, (first, describe(server))))
        register_all_sorts(phone)  # each row is there already
        assert db.count() == rows
        second = describe(server)
        server.restart()
        differences(*map(without_times, (second, describe(server))))


def without_times(description):
    """db_sqlite cuts a second off every other time that it has written itself."""
    def plain(contact):
        return {k: v for k, v in contact.items() if k not in ("expires", "modified", "last_modified")}
    return {aor: tuple([plain(c) for c in contacts] for contacts in both) for aor, both in description.items()}


@test("cluster")
def row_by_row_removals_are_kept(db):
    server = reg302(db).start()
    with Phone() as phone:
        for user in ("1001", "1002", "1003"):
            expect(phone.register(user, *(contact_of(user, k, f";x={k}") for k in range(3))), 200)
        expect(phone.register("1001", contact_of("1001", 0), expires=0), 200)
        expect(phone.register("1002", "*", expires=0), 200)
        server.kill()
        server.start()
        redirected(phone, "1001", uri_of("1001", 1), uri_of("1001", 2))
        redirected(phone, "1002")
        assert sorted(value for _, name, value in db.attrs() if "params" in name) == [
            "x=0", "x=1", "x=1", "x=2", "x=2"], db.attrs()
        server.rpc("reg302.flush", "all")
        eventually(lambda: db.count() == 0 and not db.attrs(), "a flush is stored")


@test("cluster")
def row_by_row_the_times_of_a_refresh_are_kept(db):
    server = reg302(db).start()
    with Phone() as phone:
        for expires in (600, 3600, 1200):
            expect(phone.register("1001", contact_of("1001"), expires=expires), 200)
            was = showing(server, "1001")
            server.restart()
            now = showing(server, "1001")
            assert len(now) == 1 and 0 <= int(was[0]["expires"]) - int(now[0]["expires"]) <= 1, (was, now)
            assert [r["cseq"] for r in db.rows()] == [was[0]["cseq"]]


@contextlib.contextmanager
def halted(server):
    """The writer stands still: what is registered goes into one batch."""
    pid = next(p["PID"] for p in server.rpc("core.psx") if p["DSC"] == "reg302 database writer")
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def refuse_all_but(db, n):
    """No row more than so many is taken, whatever is in it."""
    db.execute(f"CREATE TRIGGER t BEFORE INSERT ON location WHEN (SELECT count(*) FROM location) >= {n} "
               "BEGIN SELECT RAISE(ABORT, 'no room'); END;")


@test("sqlite", "cluster")
def what_keeps_every_row_out_is_an_outage_and_no_fault_of_a_row(db):
    """Half a batch gets in: with transactions nothing of it is kept, without it is
    written again."""
    with reg302(db, "db_timeout_ms=20000") as server, Phone() as phone:
        expect(phone.register("first", contact_of("first")), 200)
        for n in range(20):
            expect(phone.register(f"u{n}", contact_of(f"u{n}")), 200)
        refuse_all_but(db, 31)
        with halted(server):
            for n in range(20, 40):
                phone.send(phone.registration(f"u{n}", contact_of(f"u{n}")))
            eventually(lambda: len(listing(server)) == 41, "memory has them")
        assert not phone.receive(1.5), "a reply, though no batch can be committed"
        assert db.count() == (21 if db.kind == "sqlite" else 31), db.count()
        stats = server.rpc("reg302.stats")
        assert stats["db_refused"] == 0 and stats["db_failed"] > 0 and stats["db_state"] == "away", stats
        assert len(listing(server)) == 41, "who waits has been removed"
        db.execute("DROP TRIGGER t")
        for _ in range(20):
            expect(phone.receive(8), 200)
        assert set(db.bindings()) == {"first", *(f"u{n}" for n in range(40))}
        assert not any("probe" in r["ruid"] for r in db.rows())


@test("postgres")
def a_database_that_is_read_only_is_an_outage_and_no_fault_of_a_row(db):
    def read_only(value):
        db.admin(f"ALTER DATABASE {db.name} SET default_transaction_read_only = {value}")
        db.admin(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{db.name}'")
    with reg302(db, "db_timeout_ms=20000") as server, Phone() as phone:
        expect(phone.register("first", contact_of("first")), 200)
        read_only("on")
        for n in range(5):
            phone.send(phone.registration(f"u{n}", contact_of(f"u{n}")))
        first = phone.receive(1.5)  # who comes after it was noticed is refused
        assert not first or first.status == 503, str(first)
        stats = server.rpc("reg302.stats")
        assert stats["db_refused"] == 0 and stats["db_state"] == "away", stats
        read_only("off")
        def works():
            reply = phone.register("last", contact_of("last"), timeout=3)
            return reply and reply.status == 200
        eventually(works, "it is taken again", 20)
        in_memory = set(listing(server))
        assert set(db.bindings()) == in_memory >= {"first", "last"}, (in_memory, db.bindings().keys())
