# SPDX-License-Identifier: MIT
"""Runs the tests of this directory: main.py [part of a name].

A test is a function marked with @test and named as a fact. It gets an empty
database of each kind that it names, one after the other, and fails by an exception.
"""
import importlib
import os
import pathlib
import sys
import time
import traceback

import databases
from given import TESTS, Skip
from kamailio import Kamailio, Refused

HERE = pathlib.Path(__file__).parent


def load_tests():
    for path in sorted(HERE.glob("test_*.py")):
        importlib.import_module(path.stem)
    for function, kinds in TESTS:
        for kind in kinds:
            yield f"{kind}: {function.__name__.replace('_', ' ')}", function, kind


def run(name, function, kind):
    """What is wrong, a text; or nothing."""
    Kamailio.made = []
    db = databases.KINDS[kind](f"{os.environ['DB_DIR']}/{kind}")
    wrong = ""
    try:
        function(db)
    except Skip:
        raise
    except AssertionError as e:
        wrong = f"{e}\n{where(e)}"
    except Refused as e:
        wrong = f"the server does not start:\n{last_lines(str(e))}"
    except Exception:  # pylint: disable=broad-except
        wrong = traceback.format_exc()
    finally:
        for server in list(Kamailio.running):
            server.kill()
        db.heal()
        db.drop()
    for server in Kamailio.made:
        found = server.report()
        if found:
            wrong += f"\n{found}\n(see {server.log_path})"
        elif wrong:
            wrong += f"\n{server.log_path} ends with\n{last_lines(server.log())}"
    return wrong.strip()


def where(error):
    frames = traceback.extract_tb(error.__traceback__)
    return "  " + " <- ".join(f"{pathlib.Path(f.filename).name}:{f.lineno}"
                              for f in reversed(frames[1:]))


def last_lines(text):
    lines = [line for line in text.splitlines() if " INFO: " not in line]
    return "\n".join(f"  {line}" for line in lines[-6:])


def main():
    wanted = " ".join(sys.argv[1:])
    passed = failed = 0
    for name, function, kind in load_tests():
        if wanted not in name:
            continue
        started = time.time()
        try:
            wrong = run(name, function, kind)
        except Skip as e:
            print(f"skip db: {name} ({e})", flush=True)
            continue
        passed, failed = passed + (not wrong), failed + bool(wrong)
        took = f"   {time.time() - started:.1f} s" if os.environ.get("DB_TIMES") else ""
        print(f"{'not ok' if wrong else 'ok'} db: {name}{took}", flush=True)
        for line in wrong.splitlines():
            print(f"    # {line[:400]}", flush=True)
    if databases.Postgres.cluster:
        databases.Postgres.cluster.end()
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 or not passed)


main()
