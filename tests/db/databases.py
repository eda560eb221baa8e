# SPDX-License-Identifier: MIT
"""The databases: made from Kamailio's own SQL files, read, and ill-treated."""
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import psycopg2

COLUMNS = """ruid username domain contact received path expires q callid cseq
    last_modified flags cflags user_agent socket methods instance reg_id server_id
    connection_id keepalive partition""".split()
SCHEMA = pathlib.Path("/usr/share/kamailio")
OURS = pathlib.Path(__file__).resolve().parents[2] / "cfg/schema"
JULIAN_EPOCH = 2440587.5


def schema(kind, *names):
    """What kamdbctl would carry out."""
    return [(SCHEMA / kind / f"{name}-create.sql").read_text()
            for name in names or ("standard", "usrloc")]


def quoted(values):
    """As SQL writes them."""
    return ", ".join("NULL" if v is None else str(v) if isinstance(v, (int, float)) else
                     "'" + v.replace("'", "''") + "'" for v in values)


class Database:
    """What both kinds share. Rows are dicts, expires in seconds since the epoch."""

    def become_ours(self):
        """The tables of cfg/schema, in place of those that Kamailio brings."""
        for table in self.tables():
            self.execute(f"DROP TABLE {table}")
        self.execute((OURS / f"location-{self.kind}.sql").read_text())

    def rows(self):
        return [dict(zip(COLUMNS, row)) for row in self.select(
            f"SELECT {', '.join(self.column(c) for c in COLUMNS)} FROM location")]

    def bindings(self):
        """{user: {contact: row}}"""
        users = {}
        for row in self.rows():
            users.setdefault(row["username"], {})[row["contact"]] = row
        return users

    def contacts(self, user):
        """The Contact URIs stored of one user."""
        return set(self.bindings().get(user, {}))

    def count(self):
        return self.select("SELECT count(*) FROM location")[0][0]

    def attrs(self):
        return self.select("SELECT ruid, aname, avalue FROM location_attrs")

    def insert(self, **columns):
        """A row of location, its times in seconds since the epoch."""
        values = [self.time(v) if c in ("expires", "last_modified") else quoted([v])
                  for c, v in columns.items()]
        self.execute(f"INSERT INTO location ({', '.join(columns)}) VALUES ({', '.join(values)})")


class Sqlite(Database):
    """A file in the directory given."""

    kind = "sqlite"
    template = None

    def __init__(self, directory):
        os.makedirs(directory, exist_ok=True)
        self.path = f"{directory}/location.db"
        for old in pathlib.Path(directory).glob("location.db*"):
            old.unlink()
        with sqlite3.connect(self.path) as c:
            for text in schema("db_sqlite"):
                c.executescript(text)
        c.close()
        self.url = f"sqlite:///{self.path}"
        self.lines = ['loadmodule "db_sqlite.so"']
        self.lock = None

    @staticmethod
    def column(name):
        return name

    @staticmethod
    def time(t):
        return f"julianday({int(t)}, 'unixepoch')"

    def tables(self):
        return [name for name, in self.select("SELECT name FROM sqlite_master WHERE type = 'table'")]

    def columns_of(self, table):
        """{name: everything about it}"""
        return {name: rest for _, name, *rest in self.select(f"PRAGMA table_info({table})")}

    def indexes_of(self, table):
        """{(name, unique, columns)}"""
        return {(name, unique, tuple(c for _, _, c in self.select(f"PRAGMA index_info({name})")))
                for _, name, unique, *_ in self.select(f"PRAGMA index_list({table})")}

    def connect(self):
        return sqlite3.connect(self.path, timeout=20, isolation_level=None)

    def select(self, sql):
        c = self.connect()
        try:
            c.text_factory = lambda b: b.decode("utf-8", "surrogateescape")
            rows = c.execute(sql).fetchall()
        finally:
            c.close()
        if "FROM location" in sql and "expires" in sql:
            at = COLUMNS.index("expires")
            rows = [r[:at] + (seconds_of(r[at]),) + r[at + 1:] for r in rows]
        return rows

    def execute(self, sql):
        c = self.connect()
        try:
            c.executescript(sql)
        finally:
            c.close()

    def settle(self):
        """Nobody is at work any more in the name of a server that was killed."""

    def hold(self):
        """Another connection has it all to itself."""
        self.lock = self.connect()
        self.lock.execute("BEGIN EXCLUSIVE")

    def release(self):
        self.lock.rollback()
        self.lock.close()

    freeze, thaw = hold, release

    def heal(self):
        if self.lock:
            self.lock.close()

    def drop(self):
        shutil.rmtree(os.path.dirname(self.path), ignore_errors=True)


def seconds_of(stored):
    """A datetime of SQLite: a Julian day, half a second early as db_sqlite binds it, or a text."""
    if isinstance(stored, (int, float)):
        return int((stored - JULIAN_EPOCH) * 86400 + 0.75)
    return int(time.mktime(time.strptime(stored[:19], "%Y-%m-%d %H:%M:%S")))


class Clustered(Sqlite):
    """A SQLite file behind db_cluster: a driver for which no statements are known, and
    without transactions."""

    kind = "cluster"

    def __init__(self, directory):
        super().__init__(directory)
        self.execute("PRAGMA journal_mode=WAL")  # it stays so; else who reads locks the writer out
        self.lines += ['loadmodule "db_cluster.so"',
                       f'modparam("db_cluster", "connection", "file=>sqlite:///{self.path}")',
                       'modparam("db_cluster", "cluster", "all=>file=9s9s")',
                       # it would leave a file alone for five minutes after a statement that failed
                       'modparam("db_cluster", "max_query_length", 1000)']
        self.url = "cluster://all"


class Cluster:
    """A PostgreSQL of our own, on a Unix socket only."""

    def __init__(self, directory):
        self.programs = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres")).parent
        # the path of a socket has a hundred bytes, and where a checkout lies in
        # somebody's home, another user cannot go
        self.home = tempfile.mkdtemp(prefix="reg302-db-")
        self.data, self.sockets = f"{self.home}/data", f"{self.home}/s"
        os.mkdir(self.sockets)
        self.log = open(f"{directory}/postgres.log", "ab")
        self.user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        if os.geteuid() != 0:
            self.user = []
        else:
            shutil.chown(self.home, "postgres", "postgres")
            shutil.chown(self.sockets, "postgres", "postgres")
        self.process = None
        self.made = 0
        self.run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust",
                 "-E", "UTF8", "--locale=C", "-N")
        self.start()
        c = self.connect("postgres")
        c.cursor().execute("CREATE ROLE kamailio SUPERUSER LOGIN")
        c.cursor().execute("CREATE DATABASE template302")
        c.close()
        c = self.connect("template302")
        for text in schema("postgres"):
            c.cursor().execute(text)
        c.close()

    def run(self, program, *arguments):
        subprocess.run([*self.user, str(self.programs / program), *arguments], check=True,
                       cwd=self.home, stdout=self.log, stderr=self.log)

    def connect(self, name, **more):
        c = psycopg2.connect(host=self.sockets, dbname=name, user="kamailio" if name not in
                             ("postgres", "template302") else "postgres", **more)
        c.autocommit = True
        return c

    def start(self):
        self.process = subprocess.Popen(
            [*self.user, str(self.programs / "postgres"), "-D", self.data, "-k", self.sockets,
             "-c", "listen_addresses=", "-c", "max_connections=40", "-c", "shared_buffers=32MB",
             "-c", "full_page_writes=off"],
            cwd=self.home, stdout=self.log, stderr=self.log, start_new_session=True)
        for _ in range(200):
            try:
                self.connect("postgres").close()
                return
            except psycopg2.OperationalError:
                time.sleep(0.05)
        raise RuntimeError("PostgreSQL does not start: see build/db/postgres.log")

    def stop(self, how=signal.SIGINT):
        """SIGINT: disconnect everybody; SIGQUIT: as if the power had gone."""
        self.process.send_signal(how)
        self.process.wait(30)

    def processes(self):
        """The server's, the first one first."""
        parents = {}
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents[int(stat.parent.name)] = int(fields[1])
        me = self.process.pid
        return [me] + [pid for pid, parent in parents.items() if parent == me]

    def signal(self, number):
        for pid in self.processes():
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass

    def end(self):
        if self.process.poll() is None:
            self.signal(signal.SIGCONT)
            self.stop(signal.SIGQUIT)
        shutil.rmtree(self.home, ignore_errors=True)


class Postgres(Database):
    """A database in the cluster, with nothing in it."""

    kind = "postgres"
    cluster = None

    def __init__(self, directory):
        if not Postgres.cluster:
            Postgres.cluster = Cluster(os.path.dirname(directory))
        self.cluster.made += 1
        self.name = f"test{self.cluster.made}"
        self.admin(f"CREATE DATABASE {self.name} TEMPLATE template302 OWNER kamailio")
        self.url = f"postgres://kamailio@/{self.name}"
        self.lines = ['loadmodule "db_postgres.so"',
                      f'modparam("db_postgres", "con_param", "host={self.cluster.sockets}")',
                      'modparam("db_postgres", "timeout", 2)']
        self.lock = None

    def admin(self, sql):
        c = self.cluster.connect("postgres")
        c.cursor().execute(sql)
        c.close()

    @staticmethod
    def column(name):
        if name in ("expires", "last_modified"):
            return f"extract(epoch from {name})::bigint"
        return name

    @staticmethod
    def time(t):
        return f"to_timestamp({int(t)}) AT TIME ZONE 'UTC'"

    def select(self, sql):
        c = self.cluster.connect(self.name)
        try:
            cursor = c.cursor()
            cursor.execute(sql)
            return cursor.fetchall()
        finally:
            c.close()

    def execute(self, sql):
        c = self.cluster.connect(self.name)
        c.cursor().execute(sql)
        c.close()

    def tables(self):
        return [name for name, in self.select("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]

    def columns_of(self, table):
        """{name: everything about it}"""
        return {name: rest for name, *rest in self.select(
            "SELECT column_name, data_type, character_maximum_length, is_nullable, column_default "
            f"FROM information_schema.columns WHERE table_name = '{table}'")}

    def indexes_of(self, table):
        """{(name, its statement)}"""
        return set(self.select(f"SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '{table}'"))

    def settle(self):
        for _ in range(200):
            if not self.select("SELECT 1 FROM pg_stat_activity WHERE datname = "
                               f"'{self.name}' AND pid <> pg_backend_pid()"):
                return
            time.sleep(0.02)
        raise RuntimeError("PostgreSQL's sessions do not end")

    def hold(self):
        self.lock = self.cluster.connect(self.name)
        self.lock.autocommit = False
        self.lock.cursor().execute("LOCK TABLE location IN ACCESS EXCLUSIVE MODE")

    def release(self):
        self.lock.rollback()
        self.lock.close()

    def freeze(self):
        self.cluster.signal(signal.SIGSTOP)

    def thaw(self):
        self.cluster.signal(signal.SIGCONT)

    def stop(self):
        self.cluster.stop()

    def start(self):
        self.cluster.start()

    def heal(self):
        if self.lock:
            self.lock.close()
        if self.cluster.process.poll() is None:
            self.thaw()
        else:
            self.start()

    def drop(self):
        self.admin(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")


KINDS = {"sqlite": Sqlite, "postgres": Postgres, "cluster": Clustered}
