# SPDX-License-Identifier: MIT
"""The tables of cfg/schema are those of the installed Kamailio, to the last index but one."""
import databases
from given import Skip, test
from kamailio import ROOT

INSTALLED = {"sqlite": "db_sqlite", "postgres": "postgres"}
LEFT_OUT = {"postgres": {"location_expires_idx"}}  # every refresh would have to change it


def tables(db):
    """{table: its columns and indexes}"""
    return {table: (db.columns_of(table), db.indexes_of(table)) for table in db.tables()}


def same_tables(db, ours, installed, more=()):
    """more: columns that ours have besides."""
    try:
        texts = databases.schema(INSTALLED[db.kind], *installed)
    except FileNotFoundError as e:
        raise Skip(f"{e.filename} is not installed") from None
    for table in db.tables():
        db.execute(f"DROP TABLE {table}")
    for text in texts:
        db.execute(text)
    want, versions = tables(db), sorted(db.select("SELECT table_name, table_version FROM version"))
    for table in want:
        db.execute(f"DROP TABLE {table}")
    for _ in range(2):  # safe to run again
        db.execute((ROOT / f"cfg/schema/{ours}-{db.kind}.sql").read_text())
    have = tables(db)
    assert set(have) == set(want), f"{sorted(have)}, not {sorted(want)}"
    for table, (columns, indexes) in want.items():
        for name, column in columns.items():
            assert have[table][0].get(name) == column, f"{table}.{name}: {have[table][0].get(name)}, not {column}"
        assert set(have[table][0]) - set(columns) <= set(more), f"{table} has {set(have[table][0]) - set(columns)}"
        indexes = {index for index in indexes if index[0] not in LEFT_OUT.get(db.kind, ())}
        assert have[table][1] == indexes, f"{table}: {sorted(have[table][1] ^ indexes)}"
    assert sorted(db.select("SELECT table_name, table_version FROM version")) == versions


@test()
def our_tables_of_bindings_are_those_of_kamailio(db):
    same_tables(db, "location", ("standard", "usrloc"))


@test()
def our_tables_of_users_are_those_of_kamailio_with_columns_for_sha256(db):
    same_tables(db, "users", ("standard", "auth_db", "uri_db"), ("ha1_sha256", "ha1b_sha256"))
