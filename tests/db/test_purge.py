# SPDX-License-Identifier: MIT
"""Rows of bindings that have expired go, a bounded number at a time; no others."""
import os
import signal
import time

from clock import Clock
from given import contact_of, eventually, expect, redirected, test, uri_of
from kamailio import reg302, showing
from sip import Phone

STEP = 2000  # R302_PURGE_ROWS


def many_rows(db, n, name, expires):
    """As usrloc has left them."""
    for k in range(0, n, 500):
        db.execute("INSERT INTO location (ruid, username, contact, callid, cseq, expires) VALUES " + ", ".join(
            f"('{name}-{i}', '{name}{i}', '{uri_of(f'{name}{i}')}', 'c', 1, {db.time(expires)})"
            for i in range(k, min(n, k + 500))))


@test("sqlite", "postgres")
def what_has_expired_is_purged_in_bounded_steps(db):
    now = int(time.time())
    many_rows(db, 2 * STEP + 1000, "old", now - 100)
    many_rows(db, 300, "live", now + 900)
    seen = set()
    with reg302(db) as server:
        def done():
            seen.add(db.count() - 300)
            return 0 in seen
        eventually(done, "all that has expired is gone", 30)
        assert seen <= {2 * STEP + 1000, STEP + 1000, 1000, 0}, f"steps: {sorted(seen)}"
        assert len(seen) >= 3, f"steps: {sorted(seen)}"
        assert server.statistic("db_rows_purged") == 2 * STEP + 1000
        assert len(db.bindings()) == 300


@test("sqlite", "postgres", "cluster")
def what_has_expired_is_purged_with_its_attributes_and_nothing_else_is(db):
    now = int(time.time())
    for ruid, expires in (("gone", now - 5), ("gone-long-ago", 10 ** 9), ("live", now + 600), ("never", 0)):
        db.insert(ruid=ruid, username=ruid, contact=uri_of(ruid), callid="c", cseq=1, expires=expires)
        db.execute("INSERT INTO location_attrs (ruid, username, aname, avalue) VALUES "
                   f"('{ruid}', '{ruid}', 'color', '{ruid}')")
    with reg302(db) as server, Phone() as phone:
        eventually(lambda: set(db.bindings()) == {"live", "never"}, "those that have expired are gone")
        eventually(lambda: {value for _, _, value in db.attrs()} == {"live", "never"}, "so are their attributes")
        time.sleep(1.5)  # another look
        assert set(db.bindings()) == {"live", "never"}
        redirected(phone, "never", uri_of("never"))
        assert server.statistic("db_rows_purged") == 2


@test("sqlite", "postgres")
def what_expires_later_is_purged_in_a_later_pass(db):
    """From the first row on again, wherever the last pass has ended."""
    now = int(time.time())
    db.become_ours()
    db.insert(ruid="first", username="first", contact="nobody", callid="c", cseq=1, expires=now + 60)
    many_rows(db, STEP + 500, "live", now + 9000)
    clock = Clock()
    with reg302(db, env=clock.environment(), sanitized=False) as server:
        time.sleep(3)  # the first pass, of two steps
        db.insert(ruid="last", username="last", contact="nobody", callid="c", cseq=1, expires=now + 60)
        assert server.statistic("db_rows_purged") == 0
        clock.set(120)
        eventually(lambda: db.count() == STEP + 500, "both are gone", 15)
        assert server.statistic("db_rows_purged") == 2


@test("postgres")
def what_only_another_time_zone_makes_look_expired_is_not_purged(db):
    server = reg302(db).start()
    with Phone() as phone:
        expect(phone.register("1001", contact_of("1001"), expires=900), 200)
    server.stop()
    db.insert(ruid="gone", username="gone", contact=uri_of("gone"), callid="c", cseq=1,
              expires=int(time.time()) - 5)
    server.env["TZ"] = "Asia/Tokyo"  # there it is nine hours later
    with server, Phone() as phone:
        eventually(lambda: "gone" not in db.bindings(), "what has expired is gone")
        assert db.contacts("1001") == {uri_of("1001")}
        redirected(phone, "1001", uri_of("1001"))


@test("postgres")
def a_row_that_another_node_refreshes_meanwhile_is_not_purged(db):
    """Nor its attributes; and nobody waits for that node."""
    now = int(time.time())
    for user in ("1001", "1002"):
        db.insert(ruid=f"r-{user}", username=user, contact=uri_of(user), callid="c", cseq=1, expires=now - 5)
        db.execute(f"INSERT INTO location_attrs (ruid, username, aname) VALUES ('r-{user}', '{user}', 'color')")
    other = db.cluster.connect(db.name)
    other.autocommit = False
    other.cursor().execute(f"UPDATE location SET expires = {db.time(now + 600)} WHERE username = '1001'")
    try:
        with reg302(db) as server, Phone() as phone:
            eventually(lambda: set(db.bindings()) == {"1001"}, "the other row is gone")
            expect(phone.register("1003", contact_of("1003")), 200)
            other.commit()
            expect(phone.register("1004", contact_of("1004")), 200)
            assert set(db.bindings()) == {"1001", "1003", "1004"}, db.bindings().keys()
            assert [ruid for ruid, name, _ in db.attrs() if name == "color"] == ["r-1001"]
            assert server.statistic("db_rows_purged") == 1
    finally:
        other.close()


def writer_of(server):
    return next(p["PID"] for p in server.rpc("core.psx") if p["DSC"] == "reg302 database writer")


@test()
def a_row_that_memory_refreshed_before_the_purge_is_there_afterwards(db):
    """The purge comes between two batches, and the refresh is in the second one."""
    server = reg302(db, "db_timeout_ms=30000", "min_expires=1")
    for _ in range(5):
        with server, Phone() as phone:
            ends = expect(phone.register("1001", contact_of("1001"), expires=12), 200).arrived + 12
        db.insert(ruid="decoy", username="decoy", contact=uri_of("decoy"), callid="c", cseq=1, expires=1000000)
        server.start()
        pid = writer_of(server)
        os.kill(pid, signal.SIGSTOP)
        if "decoy" in db.bindings():  # the first purge is to come
            break
        server.kill()
        db.settle()
    else:
        raise AssertionError("the writer was never stopped before its first purge")
    with Phone() as phone, Phone() as caller:
        for n in range(1500):  # more than a batch
            phone.send(phone.registration(f"u{n}", contact_of(f"u{n}")))
            if n % 50 == 49:
                redirected(caller, "1001", uri_of("1001"))
        phone.send(phone.registration("1001", contact_of("1001"), expires=600, cseq=50))
        eventually(lambda: [c["cseq"] for c in showing(server, "1001")] == [50], "memory has the refresh")
        time.sleep(max(0, ends + 1 - time.time()))
        os.kill(pid, signal.SIGCONT)
        eventually(lambda: db.count() == 1501, "all is stored, and the decoy gone", 30)
        row, = db.bindings()["1001"].values()
        assert row["cseq"] == 50 and row["expires"] > time.time() + 500, row
        assert server.statistic("db_rows_purged") == 2, "the purge did not come before the refresh"
        server.restart()
        redirected(caller, "1001", uri_of("1001"))
