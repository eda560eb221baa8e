# SPDX-License-Identifier: MIT
"""What a start does with what is in the table, or without one."""
import re
import time

from databases import schema
from given import contact_of, eventually, expect, redirected, test, uri_of
from kamailio import Refused, listing, reg302, showing
from sip import Phone


def refused_start(server, *words):
    """It does not start, and its log has a sentence with these words."""
    try:
        server.start()
    except Refused as e:
        text = str(e)
    else:
        raise AssertionError(f"the server starts; {words} were expected")
    found = [line for line in text.splitlines() if "reg302" in line
             and all(w in line for w in words)]
    assert found, f"no line of the log has {words}:\n{text[-1500:]}"
    return found[0]


def describe(server):
    """Everything that reg302.list and reg302.show say, without the seconds left."""
    def plain(contact):
        return {k: v for k, v in contact.items() if k != "expires_in"}
    bindings = listing(server)
    return {aor: ([plain(c) for c in contacts], [plain(c) for c in showing(server, aor)])
            for aor, contacts in bindings.items()}


def differences(first, second):
    assert set(first) == set(second), f"other users: {sorted(set(first) ^ set(second))[:5]}"
    for aor, was in first.items():
        assert was == second[aor], f"{aor}: was\n  {was}\nand is\n  {second[aor]}"


def register_all_sorts(phone, users=60):
    """Bindings with everything that a Contact and a REGISTER can have."""
    for n in range(users):
        user = f"u{n}"
        instance = f'+sip.instance="<urn:uuid:{n}>"'
        contacts = [
            [contact_of(user)],
            [contact_of(user, 0, ";q=0.5"), contact_of(user, 1, ";q=0.333;expires=900"),
             contact_of(user, 2, ";q=1.0")],
            [contact_of(user, 0, f";{instance};reg-id=1")],
            [contact_of(user, 0, f";{instance}"), contact_of(user, 1, ';methods="INVITE, ACK";audio')],
            [f'"A \\"quoted\\" name" <{uri_of(user)};transport=tcp;x=%41>;a=b;c="d;e"'],
            [f"<sip:{user}@[2001:db8::1]:5061>;q=0"],
            [f"<sip:{user}@192.168.1.7:5062>"],
            [f"<sip:{user}@phone.example.org;ob>;+sip.instance=\"<urn:uuid:x{n}>\";reg-id=2;expires=7200"],
        ][n % 8]
        headers = [[], ["User-Agent: Phone 1.0 (it's; \"odd\")"],
                   ["Supported: path, outbound", "Path: <sip:p@edge.example.org;lr;ob>, <sip:q@in.example.org;lr>"],
                   ["User-Agent: %s %\\d"]][n % 4]
        reply = expect(phone.register(user, *contacts, headers=headers, expires=3600), 200)
        assert len(reply.contacts) == len(contacts)


@test()
def a_restart_keeps_every_binding_with_every_parameter(db):
    server = reg302(db, "db_mode=sync").start()
    with Phone() as phone, Phone("TCP") as tcp:
        register_all_sorts(phone)
        expect(tcp.register("tcp", contact_of("tcp")), 200)
        phone.register("last", contact_of("last"), callid="a b", cseq=7)
        first = describe(server)
        assert len(first) >= 61
        rows = sorted(map(str, db.rows()))
        server.restart()
        differences(first, describe(server))
        server.kill()
        server.start()
        differences(first, describe(server))
        assert sorted(map(str, db.rows())) == rows, "a start has changed the table"
        # and the phone goes on where it was
        expect(phone.register("last", contact_of("last"), callid="a b", cseq=7), 200)
        old = phone.register("last", contact_of("last"), callid="a b", cseq=6)
        expect(old, 400, "to an old CSeq")
        expect(phone.register("last", contact_of("last"), callid="a b", cseq=8, expires=0), 200)
        assert db.contacts("last") == set()


@test()
def a_restart_answers_a_query_and_a_call_as_before(db):
    server = reg302(db, "db_mode=sync").start()
    with Phone() as phone:
        register_all_sorts(phone, 16)
        def answers():
            return [(sorted(phone.register(f"u{n}").contacts), phone.invite(f"u{n}").contacts)
                    for n in range(16)]
        def without_seconds(all_of_them):
            return [([(u, p.split(";expires=")[0]) for u, p in a], b) for a, b in all_of_them]
        first = answers()
        server.restart()
        assert without_seconds(answers()) == without_seconds(first)


@test()
def the_first_packet_finds_all_bindings(db):
    now = int(time.time())
    db.execute(" ; ".join(["BEGIN", *(
        "INSERT INTO location (ruid, username, contact, callid, cseq, expires, user_agent) VALUES "
        + ", ".join(f"('r-{n}', 'u{n}', '{uri_of(f'u{n}')}', 'c', 1, {db.time(now + 900)}, 'x')"
                    for n in range(k, k + 500))
        for k in range(0, 20000, 500)), "COMMIT"]))
    server = reg302(db, "db_mode=sync", options=("-n", "4", "-M", "4"))
    with Phone() as phone:
        text = phone.request("INVITE", "u19999")
        server.launch()
        reply = None
        for _ in range(600):  # from before it listens
            reply = phone.ask(text, 0.05)
            if reply:
                break
        expect(reply, 302, "to the first call")
        eventually(lambda: len(listing(server)) == 20000, "20,000 rows fit 4 MB of pkg")


@test()
def expired_rows_are_skipped(db):
    now = int(time.time())
    for n, at in enumerate((now - 1, now - 86400 * 400, now + 600, 10 ** 9, now + 4)):
        db.insert(ruid=f"r{n}", username=f"u{n}", contact=uri_of(f"u{n}"), expires=at,
                  callid="c", cseq=1)
    with reg302(db) as server, Phone() as phone:
        assert set(listing(server)) >= {"u2"} and not set(listing(server)) & {"u0", "u1", "u3"}
        redirected(phone, "u2", uri_of("u2"))
        for user in ("u0", "u1", "u3"):
            redirected(phone, user)
        time.sleep(5)
        redirected(phone, "u4")


@test()
def malformed_rows_are_named_and_stop_nobody(db):
    end = int(time.time()) + 600
    # what a phone can register is a Contact here, too: any scheme
    odd = {"mail": {"contact": "mailto:a@example.org"}, "tel": {"contact": "tel:+4930123"},
           "highq": {"q": 17.5}, "badsock": {"socket": "udp:nowhere"}}
    bad = {"empty": {"contact": ""}, "nouri": {"contact": "not a uri"}, "nocall": {"callid": ""},
           "badrcv": {"received": "whatever"}, "badinst": {"instance": 'a"b'}, **odd}
    reasons = {"empty": "its contact is no URI", "nouri": "its contact is no URI",
               "nocall": "it has no callid", "badrcv": "its received is no SIP URI with an address",
               "badinst": "its instance is malformed"}
    for n, (user, columns) in enumerate(bad.items()):
        row = {"ruid": f"bad{n}", "username": user, "contact": uri_of(user), "expires": end,
               "callid": "c", "cseq": 1}
        db.insert(**{**row, **columns})
    for n in range(20):
        db.insert(ruid=f"good{n}", username=f"good{n}", contact=uri_of(f"good{n}"),
                  expires=end, callid="c", cseq=1)
    ids = {user: n for n, user in db.select("SELECT id, username FROM location")}
    with reg302(db) as server, Phone() as phone:
        log = server.log()
        for user, why in reasons.items():
            assert f"row {ids[user]} of location is left out: {why}" in log, f"{user} is not named:\n{log[-900:]}"
        assert set(listing(server)) == {*(f"good{n}" for n in range(20)), *bad} - set(reasons)
        assert log.count(" is left out: ") == len(reasons)
        stats = server.rpc("reg302.stats")
        assert stats["db_load_malformed"] == len(reasons) and stats["db_load_taken"] == 20 + len(odd), stats
        redirected(phone, "good7", uri_of("good7"))
        for user in odd:
            redirected(phone, user, bad[user].get("contact", uri_of(user)))
        assert [c["q"] for c in showing(server, "highq")] == ["1.000"]
        assert set(db.bindings()) == {*(f"good{n}" for n in range(20)), *bad}, "a row has been removed"


# ---- without a database, or with another one


@test("postgres")
def without_its_database_it_does_not_start(db):
    db.stop()
    refused_start(reg302(db, "db_required=1"), "db_url")
    db.start()


@test("postgres")
def without_its_database_it_starts_when_told_to(db):
    end = int(time.time()) + 600
    db.insert(ruid="r1", username="1001", contact=uri_of("1001"), expires=end, callid="c", cseq=1)
    db.insert(ruid="r2", username="1002", contact=uri_of("1002"), expires=end, callid="c", cseq=1)
    db.stop()
    with reg302(db, "db_required=0", "db_timeout_ms=500") as server, Phone() as phone:
        said = [line for line in server.log().splitlines() if "reg302" in line
                and "database" in line]
        assert said, f"it does not say so:\n{server.log()[-800:]}"
        redirected(phone, "1001")
        expect(phone.register("1003", contact_of("1003"), timeout=6), 503)
        db.start()
        eventually(lambda: phone.invite("1001").status == 302, "1001 is loaded", 30)
        redirected(phone, "1001", uri_of("1001"))
        # its row was there a moment before the load was done
        eventually(lambda: phone.register("1003", contact_of("1003"), timeout=6).status == 200, "1003 is bound")
        assert db.contacts("1003") == {uri_of("1003")}


@test("postgres")
def what_memory_learnt_without_the_database_wins_over_its_rows(db):
    end = int(time.time()) + 600
    for user in ("1001", "1002"):
        db.insert(ruid=f"r{user}", username=user, contact=uri_of(user), expires=end,
                  callid=f"reg-{user}", cseq=1, q=0.1)
    db.stop()
    with reg302(db, "db_required=0", "db_mode=async", "db_flush_ms=50") as server, Phone() as phone:
        phone.cseq["reg-1001"] = 5
        expect(phone.register("1001", contact_of("1001", 0, ";q=0.9")), 200)
        db.start()
        def stored():
            rows = [(round(r["q"], 1), r["cseq"]) for r in db.bindings().get("1001", {}).values()]
            assert rows, "the old row goes before the new one is there"
            return rows
        eventually(lambda: stored() == [(0.9, 6)], "the row is the newer one, once", 30)
        eventually(lambda: phone.invite("1002").status == 302, "1002 is loaded")
        assert [c["q"] for c in showing(server, "1001")] == ["0.900"]


def wrong_version(db, sql, *words):
    db.execute(sql)
    refused_start(reg302(db, "db_required=1"), *words)
    refused_start(reg302(db, "db_required=0"), *words)


@test()
def another_version_of_the_table_is_refused(db):
    wrong_version(db, "UPDATE version SET table_version = 8 WHERE table_name = 'location'",
                  "location", "8", "9")


@test()
def a_table_without_a_version_is_refused(db):
    wrong_version(db, "DELETE FROM version WHERE table_name = 'location'", "location", "version")


@test()
def a_database_without_the_table_is_refused(db):
    wrong_version(db, "DROP TABLE location", "location")


@test("sqlite")
def a_url_of_nothing_is_refused(db):
    for url in ("nonsense", "mysql://nobody@localhost/none"):
        db.url = url
        refused_start(reg302(db), "db_url")


@test("sqlite")
def an_unknown_mode_is_refused(db):
    refused_start(reg302(db, "db_mode=maybe"), "db_mode", "maybe")


@test("sqlite")
def a_url_without_its_driver_names_the_remedy(db):
    db.lines = []
    refused_start(reg302(db), "db_url", "db_sqlite")


@test("sqlite")
def a_file_that_is_no_database_is_refused(db):
    with open(db.path, "wb") as f:
        f.write(b"this is no database at all. " * 100)
    refused_start(reg302(db, "db_required=1"), "db_url")


@test("postgres")
def a_database_frozen_at_the_start_is_one_that_is_away(db):
    """Its socket takes the connection, and nobody answers on it."""
    db.freeze()
    with reg302(db, "db_required=0") as server, Phone() as phone:
        assert "starting without the database" in server.log()
        db.thaw()
        eventually(lambda: server.statistic("db_away") == 0, "the database is back")
        expect(phone.register("1001", contact_of("1001")), 200)
        assert db.contacts("1001") == {uri_of("1001")}


@test()
def a_table_with_times_as_numbers_is_refused(db):
    """expires_type of usrloc, for one column or for both."""
    for column in ("expires", "last_modified"):
        for name in ("location", "location_attrs", "version"):
            db.execute(f"DROP TABLE {name}")
        for text in schema({"sqlite": "db_sqlite"}.get(db.kind, db.kind)):
            before, attrs, after = text.partition("CREATE TABLE location_attrs")
            db.execute(re.sub(rf" {column} TIMESTAMP WITHOUT TIME ZONE DEFAULT '[^']*'",
                              f" {column} BIGINT DEFAULT 0", before) + attrs + after)
        for required in (0, 1):
            refused_start(reg302(db, f"db_required={required}"), "location", "expires_type", "TIMESTAMP")
