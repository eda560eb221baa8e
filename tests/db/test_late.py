# SPDX-License-Identifier: MIT
"""While the database is not loaded (db_required=0): what may remove something is
refused, since what it removes is not known yet; what adds is taken as the mode says."""
import time

from given import contact_of, eventually, expect, redirected, test, uri_of
from kamailio import Fault, listing, reg302
from sip import Phone


def stored_before(db, *users):
    end = int(time.time()) + 900
    for user in users:
        db.insert(ruid=f"r-{user}", username=user, contact=uri_of(user), expires=end,
                  callid=f"old-{user}", cseq=1)


def refused(server, method, *params):
    try:
        result = server.rpc(method, *params)
    except Fault as e:
        return str(e)
    raise AssertionError(f"{method} {params} before the load: {result}")


def removals_are_refused(server, phone):
    """In every way there is to ask for one."""
    reply = expect(phone.register("1001", contact_of("1001"), expires=0, timeout=6), 503)
    assert int(reply.header("Retry-After")) > 0, str(reply)
    expect(phone.register("1002", "*", expires=0, timeout=6), 503)
    expect(phone.register("1003", contact_of("1003", 0, ";expires=0"), contact_of("1003", 1), timeout=6), 503)
    for method, *params in (("reg302.remove", "1004"), ("reg302.remove", "1004", uri_of("1004")),
                            ("reg302.flush", "all")):
        said = refused(server, method, *params)
        assert "database" in said, f"{method}: {said}"


def loaded(server):
    eventually(lambda: server.rpc("reg302.stats")["db_state"] == "there", "it is loaded", 30)


def nothing_came_back(db, server, phone):
    """After the load removals work, and last."""
    loaded(server)
    for user in ("1001", "1002", "1003", "1004"):
        redirected(phone, user, uri_of(user))
    expect(phone.register("1001", contact_of("1001"), expires=0), 200)
    expect(phone.register("1002", "*", expires=0), 200)
    server.rpc("reg302.remove", "1004")
    removed = {"1001", "1002", "1004"}
    eventually(lambda: not set(db.bindings()) & removed, "the rows are gone")
    server.kill()
    db.settle()
    server.start()
    assert not set(listing(server)) & removed, listing(server)
    redirected(phone, "1003", uri_of("1003"))


@test("postgres")
def sync_before_the_load_nothing_is_removed_and_nothing_added(db):
    stored_before(db, "1001", "1002", "1003", "1004")
    db.stop()
    server = reg302(db, "db_required=0", "db_mode=sync", "db_timeout_ms=500").start()
    with Phone() as phone:
        removals_are_refused(server, phone)
        expect(phone.register("1005", contact_of("1005"), timeout=6), 503)
        redirected(phone, "1005")
        assert not listing(server)
        db.start()
        nothing_came_back(db, server, phone)
        assert "1005" not in listing(server)


@test("postgres")
def async_before_the_load_nothing_is_removed_and_what_is_added_is_kept(db):
    stored_before(db, "1001", "1002", "1003", "1004", "1005")
    db.stop()
    server = reg302(db, "db_required=0", "db_mode=async", "db_flush_ms=50").start()
    with Phone() as phone:
        removals_are_refused(server, phone)
        assert not listing(server)
        for user in ("1005", "1006"):
            expect(phone.register(user, contact_of(user, 7)), 200)
            redirected(phone, user, uri_of(user, 7))
        removals = [phone.register(user, contact_of(user, 7), expires=0) for user in ("1005", "1006")]
        assert [r.status for r in removals] == [503, 503], removals
        redirected(phone, "1006", uri_of("1006", 7))
        server.rpc("reg302.add", "1007", uri_of("1007"), "600")
        redirected(phone, "1007", uri_of("1007"))
        db.start()
        loaded(server)
        eventually(lambda: len(db.contacts("1005")) == 2 and db.contacts("1006") and db.contacts("1007"),
                   "what was added is stored")
        redirected(phone, "1005", uri_of("1005"), uri_of("1005", 7))
        expect(phone.register("1006", contact_of("1006", 7), expires=0), 200)
        eventually(lambda: not db.contacts("1006"), "the row is gone")
        nothing_came_back(db, server, phone)
        redirected(phone, "1005", uri_of("1005"), uri_of("1005", 7))
        redirected(phone, "1006")
        redirected(phone, "1007", uri_of("1007"))


@test("postgres")
def async_who_made_room_before_the_load_does_not_come_back(db):
    def server(*more):
        return reg302(db, "max_contacts=1", "on_max_contacts=replace_oldest", *more)
    with server(), Phone() as phone:
        expect(phone.register("1001", contact_of("1001")), 200)
        expect(phone.register("1002", contact_of("1002")), 200)
    db.stop()
    with server("db_required=0", "db_mode=async", "db_flush_ms=50") as late, Phone() as phone:
        expect(phone.register("1001", contact_of("1001"), cseq=20), 200)
        expect(phone.register("1001", contact_of("1001", 1), callid="another"), 200)
        redirected(phone, "1001", uri_of("1001", 1))
        db.start()
        loaded(late)
        redirected(phone, "1002", uri_of("1002"))
        redirected(phone, "1001", uri_of("1001", 1))
        eventually(lambda: db.contacts("1001") == {uri_of("1001", 1)}, "its row is gone, too")
        late.restart()
        redirected(phone, "1001", uri_of("1001", 1))
