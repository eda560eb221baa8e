# SPDX-License-Identifier: MIT
"""Registrations with Digest a second, beside stock Kamailio with the same auth
modules, and what each defence of the shipped script costs. digest.py [PHONES [ROUNDS]]"""
import os
import pathlib
import ssl
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "attack"))

import peer  # pylint: disable=wrong-import-position
import phones  # pylint: disable=wrong-import-position
import server as servers  # pylint: disable=wrong-import-position
import sip  # pylint: disable=wrong-import-position

OUT = pathlib.Path(os.environ["BUILD"]) / "bench" / "digest"
ADDRESSES, WINDOW = 2000, 64
TICK = os.sysconf("SC_CLK_TCK")
# what is measured: the DEFS of the shipped script
OURS = {
    "reg302": "",
    "reg302, WITH_ANTIFLOOD": "WITH_ANTIFLOOD",
    "reg302, WITH_AUTH": "WITH_AUTH",
    "reg302, WITH_AUTH WITH_ANTIFLOOD": "WITH_AUTH WITH_ANTIFLOOD",
    "reg302, WITH_AUTH WITH_ANTIFLOOD, bindings in SQLite": "WITH_AUTH WITH_ANTIFLOOD",
}


class Ours(servers.Server):
    """The shipped script with one UDP worker on the first core."""

    def __init__(self, name, defs, url):
        super().__init__(name, defs)
        self.url = url

    def environment(self):
        listen = "udp:127.0.0.1:5060"
        if "WITH_TLS" in self.defs:
            listen += " tcp:127.0.0.1:5060 tls:127.0.0.1:5061"
        return {**super().environment(), "WORKERS": "1", "LISTEN": listen, "DB_URL": self.url}

    def launch(self):
        super().launch()
        for pid in processes(self.process.pid):
            subprocess.run(["taskset", "-a", "-p", "-c", "0", str(pid)], check=False,
                           capture_output=True)


class Stock(Ours):
    """Stock Kamailio, with the allocator that make run chooses as well."""

    def launch(self):
        self.make("user-list")  # makes the tables
        modules = subprocess.run("dirname $(dpkg -L kamailio | grep '/modules/tm\\.so$')",
                                 shell=True, capture_output=True, text=True, check=True)
        words = ["kamailio", "-DD", "-E", "-f", str(HERE / "digest-stock.cfg"),
                 "-L", modules.stdout.strip(), "-Y", str(self.state),
                 "-A", f'STATE_CTL="unix:{self.state}/kamailio.ctl"',
                 "-A", f'DB_URL="sqlite:///{self.state}/reg302.sqlite"',
                 "-x", "tlsf", "-X", "tlsf", "-m", "256", "-M", "16", "-n", "1",
                 "-l", "udp:127.0.0.1:5060", "--alias=example.com"]
        with open(self.log_path, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen(["taskset", "-c", "0", *words], stdout=log,
                                            stderr=subprocess.STDOUT, start_new_session=True)
        for _ in range(100):
            if self.answers():
                return
            time.sleep(0.1)
        raise SystemExit(f"stock Kamailio does not start:\n{self.log()[-2000:]}")


def processes(session):
    """The pids of a session."""
    done = subprocess.run(["ps", "-o", "pid=", "--sid", str(session)], capture_output=True,
                          text=True, check=False)
    return [int(pid) for pid in done.stdout.split()]


def cpu(session):
    """Seconds of CPU that a session's processes have used, those in the system apart."""
    user = system = 0
    for pid in processes(session):
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
        user, system = user + int(fields[11]), system + int(fields[12])
    return user / TICK, system / TICK


def measure(program, server, n, rounds):
    """(registrations/s, user us, system us) for each round of refreshes."""
    server.start()
    try:
        server.make("user-list")  # makes the tables where nobody has
        phones.enrol(server.state / "reg302.sqlite", n)
        options = ["-n", n, "-a", ADDRESSES, "-o", WINDOW]
        phones.register(program, *options)
        results = []
        for turn in range(rounds):
            before = cpu(server.process.pid)
            got = phones.register("taskset", "-c", "1", program, *options, "-c",
                                  100 * (turn + 1))
            after = cpu(server.process.pid)
            if got["bound"] != n:
                raise SystemExit(f"{server.name}: {got}")
            results.append((n / got["seconds"], *(1e6 * (a - b) / n
                                                  for a, b in zip(after, before))))
    finally:
        server.stop()
    return [statistics.median(column) for column in zip(*results)]


def spent(server, work, times):
    """Microseconds of the server's CPU for each time."""
    before = sum(cpu(server.process.pid))
    for i in range(times):
        work(i)
    return 1e6 * (sum(cpu(server.process.pid)) - before) / times


def streams(n):
    """What a REGISTER costs over one connection that stays, and what a new one does."""
    server = Ours("streams", "WITH_TLS", "none")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    server.start()
    try:
        for name, port, how in (("TCP", peer.PORT, None), ("TLS", peer.TLS_PORT, context)):
            with peer.Stream("127.0.0.2", port, how) as one:
                def register(i, at=one):
                    user = f"u{i % 1000}"
                    at.ask(sip.request("REGISTER", "sip:example.com", at, user=user,
                                       headers=[f"Contact: <sip:{user}@h.example.org>"]))
                yield f"REGISTER over {name}, the connection stays", spent(server, register, n)
            def connect(_, port=port, how=how):
                peer.Stream("127.0.0.2", port, how).close()
            yield f"a new connection with {name}", spent(server, connect, 2000)
    finally:
        server.stop()


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    OUT.mkdir(parents=True, exist_ok=True)
    servers.OUT = OUT
    program = phones.build(OUT)
    todo = {"stock, auth_check": Stock("stock", "", "none")}
    for i, (name, defs) in enumerate(OURS.items()):
        todo[name] = Ours(f"ours-{i}", defs, "" if "SQLite" in name else "none")
    print("| one UDP worker, tlsf | registrations/s | user us | sys us | cpu us |")
    print("|---|---|---|---|---|")
    for name, server in todo.items():
        speed, user, system = measure(program, server, n, rounds)
        print(f"| {name} | {speed:,.0f} | {user:.1f} | {system:.1f} | {user + system:.1f} |",
              flush=True)
    print("\n| without Digest | cpu us |\n|---|---|")
    for name, microseconds in streams(n):
        print(f"| {name} | {microseconds:.1f} |", flush=True)


if __name__ == "__main__":
    main()
