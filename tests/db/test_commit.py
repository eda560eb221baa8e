# SPDX-License-Identifier: MIT
"""When a 200 leaves, and what is in the table then."""
import time

from given import contact_of, eventually, expect, redirected, test, uri_of
from kamailio import reg302
from sip import SERVER, Phone


@test()
def sync_the_200_leaves_only_after_the_commit(db):
    with reg302(db, "db_mode=sync", "db_timeout_ms=10000"), Phone() as phone, Phone() as caller:
        expect(phone.register("1001", contact_of("1001")), 200)
        db.hold()
        phone.send(phone.registration("1002", contact_of("1002")))
        end = time.time() + 1
        while time.time() < end:
            redirected(caller, "1001", uri_of("1001"))
        assert not phone.receive(0.01), "a reply, though nothing can be committed"
        db.release()
        expect(phone.receive(8), 200)
        assert db.contacts("1002") == {uri_of("1002")}


@test()
def sync_what_a_200_says_is_in_the_table_when_it_arrives(db):
    with reg302(db, "db_mode=sync"), Phone() as phone:
        for n in range(40):
            user, contacts = f"u{n % 10}", [contact_of(f"u{n % 10}", k) for k in range(n % 3 + 1)]
            reply = expect(phone.register(user, *contacts), 200)
            assert db.contacts(user) == reply.uris, f"{db.contacts(user)} at {reply}"


@test()
def sync_a_removal_is_committed_before_its_200(db):
    with reg302(db, "db_mode=sync"), Phone() as phone:
        for n in range(6):
            user = f"u{n}"
            expect(phone.register(user, contact_of(user), contact_of(user, 1)), 200)
            if n % 2:
                expect(phone.register(user, "*", expires=0), 200)
                assert db.contacts(user) == set()
            else:
                expect(phone.register(user, contact_of(user), expires=0), 200)
                assert db.contacts(user) == {uri_of(user, 1)}


@test()
def sync_a_changed_address_of_an_instance_replaces_its_row(db):
    with reg302(db, "db_mode=sync"), Phone() as phone:
        for n in range(4):
            uri = f"sip:1001@moving.example.org:{5070 + n}"
            expect(phone.register("1001", f'<{uri}>;+sip.instance="<urn:uuid:1>"'), 200)
            assert db.contacts("1001") == {uri}


@test()
def sync_a_repetition_is_not_acknowledged_before_the_commit(db):
    with reg302(db, "db_mode=sync", "db_timeout_ms=10000"), Phone() as phone:
        expect(phone.register("1000", contact_of("1000")), 200)
        text = phone.registration("1001", contact_of("1001"))
        db.hold()
        for _ in range(4):
            phone.send(text)
            assert not phone.receive(0.2), "a reply, though nothing can be committed"
        db.release()
        expect(phone.receive(8), 200)
        assert db.contacts("1001") == {uri_of("1001")}


@test()
def sync_a_query_is_answered_from_memory(db):
    with reg302(db, "db_mode=sync", "db_timeout_ms=10000"), Phone() as phone:
        expect(phone.register("1001", contact_of("1001")), 200)
        db.hold()
        reply = expect(phone.register("1001"), 200)
        assert reply.uris == {uri_of("1001")}
        db.release()


@test()
def async_the_200_does_not_wait_for_the_database(db):
    with reg302(db, "db_mode=async", "db_flush_ms=50"), Phone() as phone:
        db.hold()
        for n in range(50):
            expect(phone.register(f"u{n}", contact_of(f"u{n}"), timeout=1), 200)
        db.release()
        eventually(lambda: db.count() == 50, "the rows are there")


@test()
def async_a_change_is_committed_within_db_flush_ms(db):
    with reg302(db, "db_mode=async", "db_flush_ms=300"), Phone() as phone:
        for n in range(5):
            expect(phone.register(f"u{n}", contact_of(f"u{n}")), 200)
            eventually(lambda: db.contacts(f"u{n}"), "the row is there", 2.5)
        for n in range(5):
            expect(phone.register(f"u{n}", contact_of(f"u{n}"), expires=0), 200)
            eventually(lambda: not db.contacts(f"u{n}"), "the row is gone", 2.5)


@test("sqlite")
def none_nothing_is_written(db):
    with reg302(db, "db_mode=none"), Phone() as phone:
        expect(phone.register("1001", contact_of("1001")), 200)
        time.sleep(0.5)
        assert db.count() == 0


@test()
def sync_a_tcp_phone_gets_its_reply_on_its_connection(db):
    with reg302(db, "db_mode=sync", "db_timeout_ms=10000"), Phone("TCP") as a, Phone("TCP") as b:
        for n in range(20):
            for phone, user in ((a, "1001"), (b, "1002")):
                phone.send(phone.registration(user, contact_of(user)))
            for phone, user in ((a, "1001"), (b, "1002")):
                reply = expect(phone.receive(), 200)
                assert reply.header("Call-ID") == f"reg-{user}", str(reply)
                assert reply.uris == {uri_of(user)}


@test()
def sync_a_connection_closed_meanwhile_stops_nobody(db):
    with reg302(db, "db_mode=sync", "db_timeout_ms=10000"), Phone() as phone:
        expect(phone.register("1000", contact_of("1000")), 200)
        db.hold()
        for n in range(5):
            with Phone("TCP") as gone:
                gone.send(gone.registration(f"gone{n}", contact_of(f"gone{n}")))
                time.sleep(0.05)
        phone.send(phone.registration("1001", contact_of("1001")))
        time.sleep(0.3)
        db.release()
        expect(phone.receive(8), 200)
        expect(phone.register("1002", contact_of("1002")), 200)


@test("sqlite")
def sync_the_reply_comes_from_the_socket_that_was_asked(db):
    other = ("127.0.0.21", SERVER[1])
    with reg302(db, "db_mode=sync", options=("-n", "2", "-l", "udp:%s:%d" % other)):
        for server in (SERVER, other):
            with Phone(server=server) as phone:
                phone.socket.connect(server)  # hears nobody else
                text = phone.registration("1001", contact_of("1001"))
                phone.socket.send(text.encode())
                reply = expect(phone.receive(), 200, f"from {server}")
                assert f"rport={phone.port}" in reply.text


@test("sqlite")
def sync_the_reply_goes_where_the_request_came_from(db):
    """Not to the port in the Via: the phone is behind a NAT."""
    with reg302(db, "db_mode=sync"), Phone() as phone:
        text = phone.registration("1001", contact_of("1001"))
        text = text.replace(f"{phone.address}:{phone.port};", "192.168.7.7:5060;", 1)
        reply = expect(phone.ask(text), 200)
        assert f"received={phone.address}" in reply.text


@test("sqlite")
def the_writer_has_a_name(db):
    with reg302(db, "db_mode=sync") as server:
        assert server.processes().count("reg302 database writer") == 1, server.processes()


@test("sqlite")
def sync_is_what_a_db_url_alone_means(db):
    with reg302(db, "db_timeout_ms=10000"), Phone() as phone:
        expect(phone.register("1000", contact_of("1000")), 200)
        db.hold()
        phone.send(phone.registration("1001", contact_of("1001")))
        assert not phone.receive(0.5), "a reply, though nothing can be committed"
        db.release()
        expect(phone.receive(8), 200)


@test()
def sync_those_who_wait_share_a_transaction(db):
    with reg302(db, "db_mode=sync", "db_timeout_ms=10000") as server, Phone() as phone:
        expect(phone.register("first", contact_of("first")), 200)
        before = server.statistic("db_batches")
        db.hold()
        for n in range(150):
            phone.send(phone.registration(f"u{n}", contact_of(f"u{n}")))
        time.sleep(0.3)
        db.release()
        for n in range(150):
            expect(phone.receive(8), 200)
        assert db.count() == 151
        batches = server.statistic("db_batches") - before
        assert 1 <= batches <= 5, f"{batches} transactions for 150 that waited"


@test()
def async_changes_of_one_binding_are_written_once(db):
    with reg302(db, "db_mode=async", "db_flush_ms=2000") as server, Phone() as phone:
        for n in range(50):
            expect(phone.register("1001", contact_of("1001")), 200)
        eventually(lambda: [r["cseq"] for r in db.rows()] == [50], "the last one is stored")
        rows = server.statistic("db_rows_written")
        assert rows <= 3, f"{rows} rows written for one binding"


def refresh(phone, user, times=1, **more):
    """Refresh one second later, so that its times differ; and all is committed."""
    for _ in range(times):
        time.sleep(1.1)
        expect(phone.register(user, contact_of(user, params=";x=1"), **more), 200)


@test()
def sync_a_refresh_brings_the_times_and_cseq_of_its_row_up_to_date(db):
    with reg302(db, "db_mode=sync"), Phone() as phone:
        for user in ("1001", "1002"):
            expect(phone.register(user, contact_of(user, params=";x=1"), expires=600), 200)
        refresh(phone, "1001", expires=1200)
        before = {r["username"]: r for r in db.rows()}
        attrs = db.attrs()
        refresh(phone, "1001", 2, expires=3600)
        now = {r["username"]: r for r in db.rows()}
        assert now["1001"]["cseq"] == before["1001"]["cseq"] + 2
        assert now["1001"]["last_modified"] > before["1001"]["last_modified"], now
        assert abs(now["1001"]["expires"] - time.time() - 3600) < 4, now
        assert now["1001"]["partition"] == now["1001"]["expires"], now
        assert now["1002"] == before["1002"], "the row of somebody else has changed"
        times = ("expires", "cseq", "last_modified", "partition")
        assert ({k: v for k, v in now["1001"].items() if k not in times}
                == {k: v for k, v in before["1001"].items() if k not in times})
        assert db.attrs() == attrs, "the attributes have changed"


@test()
def sync_a_refresh_writes_a_row_anew_that_somebody_removed(db):
    with reg302(db, "db_mode=sync"), Phone() as phone:
        for user in ("1001", "1002"):
            expect(phone.register(user, contact_of(user, params=";x=1")), 200)
        rows, attrs = db.rows(), db.attrs()
        db.execute("DELETE FROM location WHERE username = '1001'")
        db.execute("DELETE FROM location_attrs WHERE username = '1001'")
        for user in ("1001", "1002"):
            refresh(phone, user)
        texts = ("username", "contact", "callid", "user_agent", "received", "socket", "ruid")
        assert ([[r[t] for t in texts] for r in sorted(rows, key=lambda r: r["username"])]
                == [[r[t] for t in texts] for r in sorted(db.rows(), key=lambda r: r["username"])])
        assert sorted(map(str, db.attrs())) == sorted(map(str, attrs))


@test()
def sync_what_a_refresh_says_anew_is_in_its_row(db):
    """A port, a q-value, a Call-ID, a parameter: each with a refresh between."""
    with reg302(db, "db_mode=sync") as server, Phone() as phone, Phone() as other:
        said = [(phone, "", {}), (phone, ";q=0.5", {}), (phone, ";q=0.5", {"callid": "another"}),
                (other, ";q=0.5", {"callid": "another"}), (other, ";q=0.5;y=2", {"callid": "another"})]
        n = 0
        for who, params, more in said:
            for _ in range(3):
                n += 1
                expect(who.register("1001", contact_of("1001", params=params), cseq=n, **more), 200)
            row = db.rows()[0]
            assert row["q"] == (0.5 if "q=" in params else -1), row
            assert row["cseq"] == n and row["callid"] == more.get("callid", "reg-1001"), row
            assert str(who.port) in f'{row["received"]} {db.attrs()}', f"{row}, {db.attrs()}"
            assert ("y=2" in str(db.attrs())) == ("y=2" in params), db.attrs()
        assert server.statistic("db_rows_written") == n


@test("postgres")
def a_refresh_touches_no_index_and_reads_no_other_row(db):
    """PostgreSQL says so: found by a key, and a new version beside the old one."""
    db.become_ours()
    counted = ("SELECT n_tup_upd, n_tup_hot_upd, seq_scan FROM pg_stat_user_tables WHERE relname = 'location'")
    with reg302(db, "db_mode=sync"), Phone() as phone:
        def registered(expires):
            for n in range(100):
                phone.send(phone.registration(f"u{n}", contact_of(f"u{n}"), expires=expires))
            for n in range(100):
                expect(phone.receive(5), 200)
        registered(600)
        time.sleep(1.5)  # as long as PostgreSQL keeps to itself what it counts
        before = db.select(counted)[0]
        for turn in range(3):
            registered(601 + turn)
    eventually(lambda: db.select(counted)[0][0] >= before[0] + 300, "PostgreSQL has counted")
    done, beside, scans = (b - a for a, b in zip(before, db.select(counted)[0]))
    assert beside == done, f"{done - beside} of {done} went to another page"
    assert scans == 0, f"the table was read as a whole {scans} times"
