# SPDX-License-Identifier: MIT
"""Instructions for a registration with Digest (both of its requests), counted by
callgrind in the UDP worker: stock Kamailio, and the shipped script with its
switches. digest_callgrind.py [REGISTRATIONS [NAME]]

Each server runs twice, the second time with so many registrations more; the
difference is what they cost. TOP=20 lists the functions that cost most."""
import os
import pathlib
import shutil
import stat
import sys

import callgrind
import digest
import phones
import server as servers

OUT = pathlib.Path(os.environ["BUILD"]) / "bench" / "digest-callgrind"
USERS = 100
OURS = {"reg302": "", "reg302, WITH_ANTIFLOOD": "WITH_ANTIFLOOD", "reg302, WITH_AUTH": "WITH_AUTH",
        "reg302, WITH_AUTH WITH_ANTIFLOOD": "WITH_AUTH WITH_ANTIFLOOD"}


def wrap(folder):
    """A `kamailio` in that folder that runs the real one under callgrind."""
    folder.mkdir(parents=True, exist_ok=True)
    wrapper = folder / "kamailio"
    wrapper.write_text(
        "#!/bin/sh\nexec valgrind --tool=callgrind --callgrind-out-file="
        f'"$CALLGRIND_OUT" {shutil.which("kamailio")} "$@"\n', "ascii")
    wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
    os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"


def run(program, server, profile, rounds):
    """Register one, which pays for what is done once, then everybody, and so many
    times more."""
    os.environ["CALLGRIND_OUT"] = f"{OUT}/{profile}.%p"
    server.start()
    try:
        server.make("user-list")  # makes the tables where nobody has
        phones.enrol(server.state / "reg302.sqlite", USERS)
        phones.register(program, "-n", 1, "-o", 1)
        for turn in range(1, 2 + rounds):
            got = phones.register(program, "-n", USERS, "-a", 20, "-o", 1, "-c", 1 + 100 * turn)
            if got["bound"] != USERS or got["repeated"]:
                raise SystemExit(f"{server.name}: {got}")
    finally:
        server.stop()
    return callgrind.worker(str(OUT), profile)


def main():
    more = max(1, int(sys.argv[1] if len(sys.argv) > 1 else 400) // USERS)
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    top = int(os.environ.get("TOP", "0"))
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    servers.OUT = OUT
    program = phones.build(OUT)
    wrap(OUT / "bin")
    todo = {"stock, auth_check": digest.Stock("stock", "", "none")}
    todo.update((name, digest.Ours(f"ours-{i}", defs, "none"))
                for i, (name, defs) in enumerate(OURS.items()))
    print("instructions per registration".ljust(36)
          + "".join(c.rjust(14) for c in callgrind.COLUMNS))
    for name, server in todo.items():
        if wanted and wanted != name:
            continue
        base = run(program, server, f"{server.name}-base", 0)
        most = run(program, server, f"{server.name}-more", more)
        row = callgrind.costs(base, most, more * USERS)
        print(name.ljust(36) + "".join(f"{n:,}".rjust(14) for n in row), flush=True)
        if top:
            callgrind.print_top(name, base, most, more * USERS, top)


if __name__ == "__main__":
    main()
