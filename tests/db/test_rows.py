# SPDX-License-Identifier: MIT
"""What is hard to store, and who else changes bindings."""
from given import contact_of, eventually, expect, redirected, test, uri_of
from kamailio import listing, reg302, showing
from sip import Phone

ODD_USERS = ["o'hara", "back\\slash".replace("\\", "%5C"), "100%25", "%22quoted%22", "J%C3%BCrgen",
             "%E2%82%AC", "nul%00inside", "';%20DROP%20TABLE%20location;--", "a%27)%20OR%201=1",
             "$1", "?1", "a;b", "a;isub=1", "%s%25d".replace("%s", "%25s"), "semi;colon=x", "x&y=z", "(a)*!~",
             "%0d%0aX:%20y", "%3C%3E", "UPPER", "upper", "a%20b", "%F0%9F%98%80", "%ff%fe"]


@test()
def users_that_look_like_sql_are_stored_and_found(db):
    server = reg302(db).start()
    with Phone() as phone:
        taken = []
        for n, user in enumerate(ODD_USERS):
            reply = phone.register(user, f"<sip:x@p{n}.example.org>", callid=f"c{n}")
            assert reply, f"no reply to a REGISTER of {user}"
            assert reply.status in (200, 400, 403, 404, 500), f"{user}: {reply}"
            if reply.status == 200:
                taken.append((n, user))
        assert len(taken) >= len(ODD_USERS) - 3, f"refused: {set(ODD_USERS) - {u for _, u in taken}}"
        was = listing(server)
        server.restart()
        assert {a: [c["contact"] for c in cs] for a, cs in listing(server).items()} == {
            a: [c["contact"] for c in cs] for a, cs in was.items()}
        for n, user in taken:
            redirected(phone, user, f"sip:x@p{n}.example.org")
        for n, user in taken:
            expect(phone.register(user, "*", expires=0, callid=f"c{n}"), 200)
        assert db.count() == 0


ODD_VALUES = ["it's", '\\"', "\\\\", "%s%n%d", "x'); DROP TABLE location; --", "$1 ?1 :a @b", "ä€😀",
              "a\tb", "\\x41\\n", "E'\\\\'", "{}", "--", "/* */"]


@test()
def contacts_and_headers_that_look_like_sql_are_stored_and_found(db):
    server = reg302(db).start()
    with Phone() as phone:
        for n, value in enumerate(ODD_VALUES):
            plain = "".join(c for c in value if c.isalnum() or c in "'$-*()")
            expect(phone.register(f"u{n}", f'<sip:{plain or "x"}@phone.example.org;x={n}>;a="{value}"',
                                  callid=f"c{n}{value}".replace(" ", "").replace("\t", ""),
                                  headers=[f"User-Agent: {value}"]), 200, f"to {value!r}")
        was = {n: showing(server, f"u{n}") for n in range(len(ODD_VALUES))}
        server.restart()
        for n, value in enumerate(ODD_VALUES):
            for old, new in zip(was[n], showing(server, f"u{n}"), strict=True):
                for name in ("contact", "callid", "user_agent", "params", "expires", "cseq"):
                    assert old[name] == new[name], f"{value!r}: {name} was {old[name]!r}, is {new[name]!r}"


# ---- rows that the database refuses


def poisoned(db, poison, **more):
    """One transaction with good ones, and one that cannot be stored."""
    server = reg302(db, "db_timeout_ms=10000", options=("-n", "1")).start()
    with Phone() as phone:
        expect(phone.register("first", contact_of("first")), 200)
        db.hold()
        for n in range(10):
            phone.send(phone.registration(f"good{n}", contact_of(f"good{n}")))
        phone.send(phone.registration("poison", poison, callid="p", **more))
        for n in range(10, 20):
            phone.send(phone.registration(f"good{n}", contact_of(f"good{n}")))
        early = [r for r in [phone.receive(0.3)] if r]  # what no database is asked about
        assert all(r.header("Call-ID") == "p" for r in early), str(early[0])
        db.release()
        replies = early + [phone.receive(8) for _ in range(21 - len(early))]
        assert all(replies), f"{replies.count(None)} are without a reply"
        by_call = {r.header("Call-ID"): r.status for r in replies}
        assert all(by_call[f"reg-good{n}"] == 200 for n in range(20)), by_call
        assert by_call["p"] == 500, by_call
        assert "the database does not take a binding of poison" in server.log(), "it is not named in the log"
        assert server.rpc("reg302.stats")["db_refused"] == 1
        redirected(phone, "poison")
        expect(phone.register("last", contact_of("last")), 200)
        want = {"first", "last", *(f"good{n}" for n in range(20))}
        assert set(listing(server)) == want and set(db.bindings()) == want, db.bindings().keys()
        server.restart()
        assert set(listing(server)) == want


@test("postgres")
def a_path_too_long_for_its_column_stops_nobody(db):
    poisoned(db, contact_of("poison"), headers=[
        "Supported: path", *(f"Path: <sip:{'x' * 100}@edge{n}.example.org;lr>" for n in range(5))])


@test()
def a_parameter_that_is_no_utf8_stops_nobody(db):
    poisoned(db, contact_of("poison", 0, ';x="\udcff\udcfe"'))


@test()
def what_is_no_utf8_in_a_user_agent_is_replaced(db):
    with reg302(db), Phone() as phone:
        expect(phone.register("1001", contact_of("1001"), headers=["User-Agent: \udcff\udcfe bad"]), 200)
        row, = db.rows()
        assert row["user_agent"] == "?? bad", row


@test()
def a_row_that_a_trigger_refuses_stops_nobody(db):
    if db.kind == "sqlite":
        db.execute("CREATE TRIGGER t BEFORE INSERT ON location WHEN NEW.username = 'poison' "
                   "BEGIN SELECT RAISE(ABORT, 'not this one'); END;")
    else:
        db.execute("CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN RAISE 'not this one'; END $$ "
                   "LANGUAGE plpgsql; CREATE TRIGGER t BEFORE INSERT ON location FOR EACH ROW "
                   "WHEN (NEW.username = 'poison') EXECUTE FUNCTION f()")
    poisoned(db, contact_of("poison"))


@test()
def what_sqlite_takes_and_what_fits_is_stored_whole(db):
    """As long as the columns of the schema are wide."""
    server = reg302(db).start()
    with Phone() as phone:
        uri = f"sip:{'x' * 480}@phone.example.org"
        expect(phone.register("long", f"<{uri}>", callid="c" * 255,
                              headers=[f"User-Agent: {'a' * 255}"]), 200)
        expect(phone.register("y" * 64, contact_of("y")), 200)
        server.restart()
        assert [(c["contact"], c["callid"]) for c in showing(server, "long")] == [(uri, "c" * 255)]
        redirected(phone, "y" * 64, uri_of("y"))


# ---- operators, limits, time


@test()
def what_an_operator_does_is_kept(db):
    server = reg302(db).start()
    with Phone() as phone:
        for n in range(5):
            expect(phone.register(f"u{n}", contact_of(f"u{n}"), contact_of(f"u{n}", 1)), 200)
        server.rpc("reg302.add", "2001", "sip:2001@192.0.2.9;transport=tcp", "600", "0.5")
        server.rpc("reg302.remove", "u0")
        server.rpc("reg302.remove", "u1", uri_of("u1"))
        want = {"2001": {"sip:2001@192.0.2.9;transport=tcp"}, "u1": {uri_of("u1", 1)},
                **{f"u{n}": {uri_of(f"u{n}"), uri_of(f"u{n}", 1)} for n in (2, 3, 4)}}
        def stored():
            return {user: set(rows) for user, rows in db.bindings().items()}
        eventually(lambda: stored() == want, "add and remove are stored")
        server.kill()
        server.start()
        assert {a: {c["contact"] for c in cs} for a, cs in listing(server).items()} == want
        server.rpc("reg302.flush", "all")
        eventually(lambda: db.count() == 0, "a flush is stored")
        server.kill()
        server.start()
        assert not listing(server)
        assert not db.attrs()


@test()
def the_wildcard_is_kept(db):
    server = reg302(db).start()
    with Phone() as phone:
        for user in ("1001", "1002"):
            expect(phone.register(user, *(contact_of(user, k) for k in range(5))), 200)
        expect(phone.register("1001", "*", expires=0), 200)
        server.kill()
        server.start()
        redirected(phone, "1001")
        redirected(phone, "1002", *(uri_of("1002", k) for k in range(5)))


@test()
def who_had_to_make_room_stays_away(db):
    server = reg302(db, "on_max_contacts=replace_oldest", "max_contacts=2").start()
    with Phone() as phone:
        for k in range(5):
            expect(phone.register("1001", contact_of("1001", k), callid=f"c{k}"), 200)
        have = {c["contact"] for c in showing(server, "1001")}
        assert len(have) == 2 and db.contacts("1001") == have, (have, db.contacts("1001"))
        server.kill()
        server.start()
        assert {c["contact"] for c in showing(server, "1001")} == have


@test()
def parameters_go_with_their_binding(db):
    """location_attrs keeps no row of a binding that is gone."""
    server = reg302(db).start()
    with Phone() as phone:
        expect(phone.register("1001", contact_of("1001", 0, ';audio;methods="INVITE";x=1'),
                              contact_of("1001", 1, ";video")), 200)
        was = showing(server, "1001")
        assert sorted(params_of(db)) == ['audio;methods="INVITE";x=1', "video"], db.attrs()
        server.restart()
        assert [c["params"] for c in showing(server, "1001")] == [c["params"] for c in was]
        expect(phone.register("1001", contact_of("1001", 0, ";text"), contact_of("1001", 1, ";expires=0")), 200)
        assert params_of(db) == ["text"], db.attrs()
        expect(phone.register("1001", contact_of("1001")), 200)
        assert params_of(db) == [], db.attrs()
        expect(phone.register("1001", "*", expires=0), 200)
        assert not db.attrs(), db.attrs()


def params_of(db):
    """In location_attrs."""
    return [value for _, name, value in db.attrs() if "params" in name]
