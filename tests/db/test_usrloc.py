# SPDX-License-Identifier: MIT
"""The same table with a stock registrar: from it, to it, and back."""
import random
import re
import time

from given import SEED, contact_of, eventually, expect, redirected, test, uri_of
from kamailio import Fault, listing, reg302, showing, usrloc
from sip import Phone

USERS = 1400  # with 2,000 contacts


def registrations(domain):
    """(user, domain, Contacts, headers) of phones of all sorts."""
    rng = random.Random(SEED)
    for n in range(USERS):
        user = rng.choice([f"u{n}", f"o'hara-{n}", f"a.b+c{n}", f"{n}$=&"])
        instance = f';+sip.instance="<urn:uuid:00000000-0000-4000-8000-{n:012}>"'
        contacts = [contact_of(user, k, rng.choice(["", ";q=0.5", ";q=0.25", ";q=1"]))
                    for k in range(rng.choice([1, 2, 3]))]
        headers = []
        if n % 7 == 1:
            contacts = [f"<sip:{user}@192.168.1.{n % 250 + 1}:5062;transport=udp>;q=0.7{instance}"]
            headers = ["X-NAT: yes"]
        elif n % 7 == 2:
            contacts = [contact_of(user, 0, f"{instance};reg-id={n % 2 + 1}")]
            headers = ["Supported: path, outbound",
                       f"Path: <sip:p{n}@edge.example.org;lr;ob>"]
        elif n % 7 == 3:
            headers = ["Path: <sip:edge.example.org;lr>, <sip:in.example.org;lr>", "Supported: path"]
        elif n % 7 == 4:
            contacts = [contact_of(user, 0, instance)]
        headers.append(f"User-Agent: {rng.choice(['Phone 1.0', 'Baz (x; y)', 'O`Neil 100%'])}")
        yield user, rng.choice(["example.com", "example.org"]) if domain else "example.com", contacts, headers


def register_all(phone, domain):
    """{aor: {uri: (params, headers, end)}} of what got a 200"""
    done = {}
    for n, (user, host, contacts, headers) in enumerate(registrations(domain)):
        expires = 600 + n
        sent = time.time()  # the clock of time(2) is up to a tick behind
        reply = expect(phone.register(user, *contacts, expires=expires, domain=host,
                                      callid=f"call-{n}", cseq=n + 1, headers=headers), 200)
        aor = f"{user}@{host}" if domain else user
        done[aor] = {"contacts": {re.match(r"<([^>]*)>", c)[1]: c for c in contacts},
                     "first": int(sent - 0.02) + expires, "last": int(reply.arrived) + expires, "callid": f"call-{n}", "cseq": n + 1,
                     "headers": headers}
    return done


def path_of(headers):
    return next((h[len("Path: "):].replace(" ", "") for h in headers if h.startswith("Path")), "")


def parameter(contact, name):
    found = re.search(rf';{re.escape(name)}="?([^;"]*)"?', contact)
    return found[1] if found else ""


def assert_same(shown, aor, uri, was, kind):
    """shown: what reg302.show says of a binding."""
    contact = was["contacts"][uri]
    want = {"callid": was["callid"], "cseq": was["cseq"], "path": path_of(was["headers"]),
            "user_agent": was["headers"][-1][len("User-Agent: "):],
            "instance": parameter(contact, "+sip.instance"),
            "reg_id": int(parameter(contact, "reg-id") or 0)}
    for name, value in want.items():
        have = shown[name]
        if name == "path":
            have = have.replace(" ", "")
        if name == "instance":
            have = have.strip('"')
        assert have == value, f"{aor} <{uri}>: {name} is {have!r}, was {value!r}"
    q = parameter(contact, "q")
    assert not q or float(shown["q"]) == float(q), f"{aor} <{uri}>: q is {shown['q']}, was {q}"
    first = was["first"] - (kind == "sqlite")  # which cuts a second off every other time of its own
    assert first <= int(shown["expires"]) <= was["last"], f"{aor}: ends at {shown['expires']}, not {was['last']}"


def read_back(db, domain):
    stock = usrloc(db, *(["WITH_DOMAIN"] if domain else []))
    with stock, Phone() as phone:
        done = register_all(phone, domain)
    rows = db.count()
    assert rows >= 1900, rows
    with reg302(db, f"use_domain={int(domain)}") as server, Phone() as phone:
        have = listing(server)
        assert set(have) == set(done), f"other users: {sorted(set(have) ^ set(done))[:5]}"
        assert sum(map(len, have.values())) == rows
        for aor, was in done.items():
            shown = {c["contact"]: c for c in showing(server, aor)}
            assert set(shown) == set(was["contacts"]), f"{aor}: {shown}"
            for uri, contact in shown.items():
                assert_same(contact, aor, uri, was, db.kind)
            if "X-NAT: yes" in was["headers"]:
                assert phone.address in next(iter(shown.values()))["received"]
        refresh_some(db, phone, done, domain)
        assert db.count() == rows, "a refresh has made another row"


def refresh_some(db, phone, done, domain):
    """The phones come back: their rows are taken over."""
    for n, (user, host, contacts, headers) in enumerate(registrations(domain)):
        if n % 20:
            continue
        reply = expect(phone.register(user, *contacts, expires=3600, domain=host, callid=f"call-{n}",
                                      cseq=9000, headers=headers), 200)
        assert len(reply.contacts) == len(contacts), f"{user}: {reply}"
        have = [r for r in db.rows() if r["callid"] == f"call-{n}"]
        assert {r["contact"] for r in have} == reply.uris
        assert {r["cseq"] for r in have} == {9000}


@test()
def two_thousand_rows_of_usrloc_are_read_back(db):
    read_back(db, domain=False)


@test("sqlite")
def two_thousand_rows_of_usrloc_with_domains_are_read_back(db):
    read_back(db, domain=True)


@test()
def a_removal_of_a_row_of_usrloc_is_kept(db):
    with usrloc(db), Phone() as phone:
        expect(phone.register("1001", contact_of("1001"), contact_of("1001", 1)), 200)
        expect(phone.register("1002", contact_of("1002")), 200)
    server = reg302(db).start()
    with Phone() as phone:
        expect(phone.register("1001", contact_of("1001"), expires=0, cseq=50), 200)
        assert db.contacts("1001") == {uri_of("1001", 1)}
        expect(phone.register("1002", "*", expires=0, cseq=50), 200)
        assert db.contacts("1002") == set()
        server.restart()
        redirected(phone, "1001", uri_of("1001", 1))
        redirected(phone, "1002")


@test()
def permanent_bindings_of_usrloc_are_permanent(db):
    with usrloc(db) as stock:
        stock.rpc("ul.add", "location", "1003", uri_of("1003"), 0, 0.5, "", 0, 0, 4096)
    with reg302(db) as server, Phone() as phone:
        shown = showing(server, "1003")
        assert [(c["contact"], c["expires_in"]) for c in shown] == [(uri_of("1003"), "never")], shown
        redirected(phone, "1003", uri_of("1003"))


@test()
def permanent_bindings_of_ours_are_permanent_in_usrloc(db):
    server = reg302(db).start()
    with Phone() as phone:
        server.rpc("reg302.add", "1004", uri_of("1004"), "0", "0.5")
        eventually(lambda: db.contacts("1004"), "the row is there")
        server.restart()
        assert [c["expires_in"] for c in showing(server, "1004")] == ["never"]
        redirected(phone, "1004", uri_of("1004"))
        server.stop()
        with usrloc(db) as stock:
            contact = stock.rpc("ul.lookup", "location", "1004")["Contacts"][0]["Contact"]
            assert contact["Expires"] == "permanent", contact
            redirected(phone, "1004", uri_of("1004"))


# ---- ours, read by usrloc


def looked_up(stock, aor):
    try:
        found = stock.rpc("ul.lookup", "location", aor)
    except Fault:
        return {}
    return {c["Contact"]["Address"]: c["Contact"] for c in found["Contacts"]}


def assert_same_in_usrloc(contact, aor, uri, was):
    line = was["contacts"][uri]
    want = {"Call-ID": was["callid"], "CSeq": was["cseq"],
            "User-Agent": was["headers"][-1][len("User-Agent: "):],
            "Instance": parameter(line, "+sip.instance") or "[not set]",
            "Reg-Id": int(parameter(line, "reg-id") or 0),
            "Path": path_of(was["headers"]) or "[not set]", "Socket": "udp:127.0.0.1:5066"}
    for name, value in want.items():
        have = contact[name]
        if name == "Path":
            have = have.replace(" ", "") if have != "[not set]" else have
        if name == "Instance":
            have = have.strip('"')
        assert have == value, f"{aor} <{uri}>: {name} is {have!r}, was {value!r}"
    q = parameter(line, "q")
    assert not q or float(contact["Q"]) == float(q), f"{aor} <{uri}>: Q is {contact['Q']}, was {q}"
    now = int(time.time())  # the server's clock of a moment ago
    assert was["first"] - now <= contact["Expires"] <= was["last"] - now + 1, (
        f"{aor}: {contact['Expires']} s left, not {was['last'] - now}")


def read_by_usrloc(db, domain):
    with reg302(db, f"use_domain={int(domain)}", "nat_detect=auto"), Phone() as phone:
        done = register_all(phone, domain)
        rows = db.count()
        assert rows >= 1900, rows
    with usrloc(db, *(["WITH_DOMAIN"] if domain else [])) as stock, Phone() as phone:
        eventually(lambda: stock.statistic("location_contacts") == rows, "usrloc has read all")
        for n, (aor, was) in enumerate(done.items()):
            found = looked_up(stock, aor)
            assert set(found) == set(was["contacts"]), f"{aor}: {found}"
            for uri, contact in found.items():
                assert_same_in_usrloc(contact, aor, uri, was)
            if n % 7 == 0:
                user, _, host = aor.partition("@")
                reply = expect(phone.invite(user, domain=host or "example.com"), 302)
                assert set(re.findall(r"<([^>]*)>", reply.header("Contact"))) == set(was["contacts"])
            if "X-NAT: yes" in was["headers"]:
                assert all(c["Received"].startswith(f"sip:{phone.address}") or phone.address in c["Received"]
                           for c in found.values()), found
    return done


@test()
def two_thousand_rows_of_ours_are_read_by_usrloc(db):
    read_by_usrloc(db, domain=False)


@test("sqlite")
def two_thousand_rows_of_ours_with_domains_are_read_by_usrloc(db):
    read_by_usrloc(db, domain=True)


@test()
def there_and_back_each_goes_on_with_the_others_rows(db):
    with Phone() as phone:
        for turn in range(6):
            with (usrloc(db) if turn % 2 else reg302(db)):
                for n in range(12):
                    user = f"u{n}"
                    if turn and n % 4 == 1:
                        expect(phone.register(user, contact_of(user), expires=0), 200)
                        redirected(phone, user)
                    elif turn and n % 4 == 2:  # from where it was the time before
                        redirected(phone, user, uri_of(user))
                        expect(phone.register(user, contact_of(user), expires=1000 + turn), 200)
                    elif n % 4 == 3:
                        expect(phone.register(user, *(
                            contact_of(user, k, "" if k == turn else ";expires=0")
                            for k in (turn - 1, turn) if k >= 0)), 200)
                        redirected(phone, user, uri_of(user, turn))
                    else:
                        expect(phone.register(user, contact_of(user)), 200)
            stored = db.bindings()
            for n in range(12):
                have = sorted(r["contact"] for r in db.rows() if r["username"] == f"u{n}")
                want = [] if turn and n % 4 == 1 else [uri_of(f"u{n}", turn if n % 4 == 3 else 0)]
                assert have == want, f"turn {turn}, u{n}: {have}, not {want}"
            assert len(stored) == (9 if turn else 12)


# ---- rows that another program has left in disorder


def phones_row(db, ruid, user, uri, age, **more):
    """A row of usrloc, written so many seconds ago."""
    now = int(time.time())
    db.insert(**{"ruid": ruid, "username": user, "contact": uri, "callid": f"c-{ruid}", "cseq": 1,
                 "expires": now + 900 - age, "last_modified": now - age, **more})
    db.execute("INSERT INTO location_attrs (ruid, username, aname, avalue) VALUES "
               f"('{ruid}', '{user}', 'color', '{ruid}')")


@test("sqlite", "postgres", "cluster")
def of_two_rows_of_one_phone_the_newer_one_stays(db):
    """With its attributes, under the name that we give it; in whatever order they are."""
    instance = {"instance": "<urn:uuid:1>", "reg_id": 1}
    phones_row(db, "a-old", "1001", uri_of("1001"), 300)
    phones_row(db, "a-new", "1001", uri_of("1001"), 10)
    phones_row(db, "b-new", "1002", uri_of("1002"), 10)
    phones_row(db, "b-old", "1002", uri_of("1002"), 300)
    phones_row(db, "c-old", "1003", uri_of("1003", 1), 300, **instance)
    phones_row(db, "c-new", "1003", uri_of("1003", 2), 10, **instance)
    phones_row(db, "d", "1004", uri_of("1004"), 10)
    server = reg302(db)
    for _ in range(2):  # the second start finds nothing to do
        with server, Phone() as phone:
            for user, k in (("1001", 0), ("1002", 0), ("1003", 2), ("1004", 0)):
                redirected(phone, user, uri_of(user, k))
            rows = {r["username"]: r for r in db.rows()}
            assert db.count() == 4 and {u: r["callid"] for u, r in rows.items()} == {
                "1001": "c-a-new", "1002": "c-b-new", "1003": "c-c-new", "1004": "c-d"}
            assert all(r["ruid"].startswith("r302-") for r in rows.values())
            names = {r["ruid"]: r["callid"][2:] for r in rows.values()}
            attrs = {ruid: value for ruid, name, value in db.attrs() if name == "color"}
            assert attrs == names, (attrs, names)


@test("sqlite", "postgres")
def a_page_that_cannot_be_taken_over_is_read_again(db):
    """The first page is ours when the second one fails; nothing is lost, and nothing twice."""
    end = int(time.time()) + 900
    db.execute("INSERT INTO location (ruid, username, contact, callid, cseq, expires) VALUES " + ", ".join(
        f"('r-{n}', 'u{n}', '{uri_of(f'u{n}')}', 'c', 1, {db.time(end)})" for n in range(1200)))
    if db.kind == "sqlite":
        db.execute("CREATE TRIGGER t BEFORE UPDATE ON location WHEN OLD.username = 'u700' "
                   "BEGIN SELECT RAISE(ABORT, 'not now'); END;")
    else:
        db.execute("CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN RAISE 'not now'; END $$ LANGUAGE plpgsql; "
                   "CREATE TRIGGER t BEFORE UPDATE ON location FOR EACH ROW "
                   "WHEN (OLD.username = 'u700') EXECUTE FUNCTION f()")
    def ours():
        return sum(r["ruid"].startswith("r302-") for r in db.rows())
    with reg302(db, "db_required=0") as server, Phone() as phone:
        assert server.rpc("reg302.stats")["db_state"] == "not loaded"
        assert ours() == 500 and db.count() == 1200, ours()
        expect(phone.register("new", contact_of("new"), timeout=6), 503)
        db.execute("DROP TRIGGER t" + ("" if db.kind == "sqlite" else " ON location"))
        eventually(lambda: server.rpc("reg302.stats")["db_state"] == "there", "it is loaded", 20)
        assert set(listing(server)) == {f"u{n}" for n in range(1200)}
        assert ours() == db.count() == 1200
        assert all(len(contacts) == 1 for contacts in listing(server).values())
        expect(phone.register("new", contact_of("new")), 200)
