# SPDX-License-Identifier: MIT
"""`make run`, as somebody types it who has read nothing about databases."""
import glob
import os
import pathlib
import time

from given import contact_of, expect, redirected, test, uri_of
from kamailio import ROOT, Kamailio, Refused
from sip import SERVER, Phone


class Run(Kamailio):
    """cfg/run.sh with a STATE_DIR of its own."""

    def __init__(self, **env):
        super().__init__("")
        self.state = f"{self.dir}/state"
        self.command = [f"{ROOT}/cfg/run.sh"]
        self.env = {**os.environ, "STATE_DIR": self.state, "DOMAINS": "example.com", "WORKERS": "2",
                    "LISTEN": "udp:%s:%d tcp:%s:%d" % (*SERVER, *SERVER), **env}
        self.env.pop("BUILD", None)

    def start(self):
        self.launch()
        with Phone() as phone:
            for _ in range(100):
                if self.process.poll() is not None:
                    self.forget()
                    raise Refused(self.log())
                text = phone.request("OPTIONS", "").replace("sip:@", "sip:")
                if phone.ask(text, 0.2):
                    time.sleep(0.1)
                    return self
        raise Refused(self.log())

    def files(self):
        return [f for f in glob.glob(f"{self.state}/**", recursive=True)
                if os.path.isfile(f) and pathlib.Path(f).read_bytes()[:15] == b"SQLite format 3"]


@test("sqlite")
def make_run_keeps_registrations_in_a_file_of_its_own(_):
    server = Run().start()
    with Phone() as phone:
        for n in range(10):
            expect(phone.register(f"u{n}", contact_of(f"u{n}")), 200)
        assert len(server.files()) == 1, os.listdir(server.state)
        server.kill()
        for pid in ("kamailio.pid",):
            pathlib.Path(f"{server.state}/{pid}").unlink(missing_ok=True)
        server.start()
        for n in range(10):
            redirected(phone, f"u{n}", uri_of(f"u{n}"))
        assert server.stop() == 0


@test("sqlite")
def make_run_with_db_url_none_keeps_nothing(_):
    server = Run(DB_URL="none").start()
    with Phone() as phone:
        expect(phone.register("1001", contact_of("1001")), 200)
        assert not server.files()
        server.stop()
        server.start()
        redirected(phone, "1001")


@test()
def make_run_takes_the_database_that_db_url_names(db):
    env = {"PGHOST": db.cluster.sockets} if db.kind == "postgres" else {}
    server = Run(DB_URL=db.url, **env).start()
    with Phone() as phone:
        expect(phone.register("1001", contact_of("1001")), 200)
        assert db.contacts("1001") == {uri_of("1001")}
        server.kill()
        server.start()
        redirected(phone, "1001", uri_of("1001"))


@test("postgres")
def make_run_makes_the_tables_in_an_empty_database(db):
    for table in ("location", "location_attrs", "version"):
        db.execute(f"DROP TABLE {table}")
    server = Run(DB_URL=db.url, PGHOST=db.cluster.sockets).start()
    with Phone() as phone:
        expect(phone.register("1001", contact_of("1001")), 200)
        assert db.contacts("1001") == {uri_of("1001")}
    server.stop()


@test("sqlite")
def make_run_with_passwords_keeps_users_and_bindings_in_one_file(_):
    server = Run(DEFS="WITH_AUTH").start()
    with Phone() as phone:
        expect(phone.register("1001", contact_of("1001")), 401)
        assert len(server.files()) == 1, server.files()
    server.stop()
