# SPDX-License-Identifier: MIT
"""Run the attacks, one server after the other: main.py [filter]"""
import importlib
import pathlib
import signal
import sys
import time
import traceback

import server as servers
import world

# Bans and idle connections end soon here, or the ring would take an hour.
CLOSED = ("WITH_AUTH WITH_AUTH_INVITE WITH_TLS WITH_WEBSOCKET WITH_ANTIFLOOD "
          "IDLE_SECONDS=4 BAN_SECONDS=5")
# name: DEFS of the shipped script
SERVERS = {
    "open": "",
    "closed": CLOSED,
    "sha256": CLOSED + ' WITH_SHA256 WS_ORIGIN="http://localhost"',
    "debug": CLOSED + " WITH_DEBUG",
    "avalanche": "WITH_AUTH WITH_ANTIFLOOD EXPIRES_RANGE=20",
}
HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent / "bench"))


def load():
    for path in sorted(HERE.glob("attacks/*.py")):
        importlib.import_module(f"attacks.{path.stem}")


def full_name(function, server):
    return f"{server}: {function.__module__.split('.')[-1]}: {function.__name__}"


def diagnosis(error):
    """What the attacker got, and the line that did not like it."""
    frames = [f for f in traceback.extract_tb(error.__traceback__)
              if str(HERE) in f.filename]
    where = f"{pathlib.Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    text = str(error) or (frames[-1].line if frames else "")
    return f"{where} {type(error).__name__}: {text}"


def run(function, name, server):
    """Whether the attack was fended off, and the server is none the worse; None if it
    could not be tried."""
    server.forget()
    arena, start = world.World(server), time.monotonic()
    try:
        function(arena)
        assert server.is_alive(), "the server did not survive"
        failed = ""
    except world.Skip as reason:
        print(f"skip attack: {name} ({reason})", flush=True)
        return None
    except Exception as error:  # pylint: disable=broad-except
        failed = diagnosis(error)
    finally:
        arena.close()
    took = time.monotonic() - start
    print(f"{'not ok' if failed else 'ok'} attack: {name}" + (f" ({took:.1f} s)" if took > 5 else ""),
          flush=True)
    for line in failed.splitlines()[:30]:
        print(f"    # {line[:300]}", flush=True)
    return not failed


def enrol(server):
    """Where passwords are asked for, people need some."""
    if "WITH_AUTH" not in server.defs:
        return
    for user, password in world.PASSWORDS.items():
        done = server.make("user-add", USER=user, PASSWORD=password)
        if done.returncode != 0:
            raise SystemExit(f"make user-add USER={user}: {done.stdout}{done.stderr}")


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    load()
    passed = failed = skipped = 0
    for name, defs in SERVERS.items():
        todo = [(f, full_name(f, name)) for f, where in world.ATTACKS if name in where]
        todo = [(f, n) for f, n in todo if wanted in n]
        if not todo:
            continue
        server = servers.Server(name, defs)
        try:
            server.start()
            enrol(server)
            results = [run(f, n, server) for f, n in todo]
        finally:
            status = server.stop()
        if status != 0:
            print(f"not ok attack: {name}: the server ended with status {status}")
            failed += 1
        passed += results.count(True)
        failed += results.count(False)
        skipped += results.count(None)
    if passed + failed + skipped == 0:
        print(f"no attack's name contains '{wanted}'", file=sys.stderr)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed + skipped and not failed else 1


if __name__ == "__main__":
    # who ends the ring ends its servers
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main())
