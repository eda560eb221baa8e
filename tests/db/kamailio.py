# SPDX-License-Identifier: MIT
"""Servers: ours with cfg/kamailio.cfg, and a stock one with registrar and usrloc."""
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time

from sip import SERVER

ROOT = pathlib.Path(os.environ["ROOT"])
HERE = pathlib.Path(__file__).parent
OUT = os.environ["DB_DIR"]
MARKER = "# -- more reg302 parameters here --\n"
START_SECONDS = 60


class Refused(Exception):
    """The server does not start; its log is the text."""


class Fault(Exception):
    """An RPC was refused."""


class Kamailio:
    """One server, its log and its control socket. Use it in a with statement."""

    serial = 0
    made = []  # by this test
    running = []  # of them

    def __init__(self, script, options=(), env=None, modules=None):
        Kamailio.serial += 1
        self.dir = f"{OUT}/server-{Kamailio.serial}"
        shutil.rmtree(self.dir, ignore_errors=True)
        os.makedirs(self.dir)
        self.log_path = f"{self.dir}/log"
        self.ctl = f"{self.dir}/rpc"
        self.cfg = f"{self.dir}/kamailio.cfg"
        pathlib.Path(self.cfg).write_text(script.replace("@RPC@", self.ctl))
        self.command = [
            "kamailio", "-DD", "-E", "-f", self.cfg, "-L", modules or os.environ["DB_MODULES"],
            "-Y", self.dir, "-P", f"{self.dir}/pid", "--alias=example.com", "--alias=example.org",
            "-A", f'STATE_CTL="unix:{self.dir}/ctl"', "-N", "2",
            "-l", "udp:%s:%d" % SERVER, "-l", "tcp:%s:%d" % SERVER, *options]
        self.env = {**os.environ, "TZ": "UTC", **(env or {})}
        self.process = None
        self.may_die = False  # a test kills one of its processes
        Kamailio.made.append(self)

    # ---- life

    def launch(self):
        """Start it, and do not wait until it is there."""
        # Kamailio refuses one that its predecessor could not write to the end
        pathlib.Path(f"{self.dir}/pid").unlink(missing_ok=True)
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(self.command, env=self.env, stdout=log,
                                            stderr=log, start_new_session=True)
        Kamailio.running.append(self)
        return self

    def start(self):
        self.launch()
        end = time.time() + START_SECONDS
        while time.time() < end:
            if self.process.poll() is not None:
                Kamailio.running.remove(self)
                raise Refused(self.log())
            try:
                # the last to be forked; a server that gives up leaves a socket that is deaf
                if "tcp main process" in self.processes(timeout=0.3):
                    time.sleep(0.05)  # until the first one listens to signals
                    return self
            except (OSError, Fault):
                pass
            time.sleep(0.02)
        raise Refused(f"not there after {START_SECONDS} s\n{self.log()}")

    def stop(self):
        """A clean stop: the exit status, 0 when all went well."""
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGTERM)
        return self.wait()

    def wait(self, seconds=60):
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"the server did not end in {seconds} s") from None
        self.forget()
        return status

    def kill(self):
        """SIGKILL to all of its processes at once."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        while self.is_alive():
            time.sleep(0.005)
        self.forget()

    def is_alive(self):
        """Some of its processes."""
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[2]) == self.process.pid and fields[0] != "Z":
                return True
        return False

    def forget(self):
        if self in Kamailio.running:
            Kamailio.running.remove(self)

    def restart(self):
        """A clean stop, and the same server again."""
        status = self.stop()
        assert status == 0, f"a clean stop ended with status {status}"
        return self.start()

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            status = self.stop() if kind is None else self.kill()
            assert kind or status == 0, f"a clean stop ended with status {status}"

    # ---- what it says

    def log(self):
        return pathlib.Path(self.log_path).read_text(errors="replace")

    def report(self):
        """What a sanitizer found, or a process that died: a text, or nothing."""
        died = "" if self.may_die else r"|child process \d+ exited by"
        found = re.search(rf"^.*(AddressSanitizer|runtime error:{died}).*$", self.log(), re.M)
        return found and found[0]

    def rpc(self, method, *params, timeout=10):
        """The result, as JSON has it."""
        mine = f"{self.dir}/reply"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
            s.settimeout(timeout)
            if os.path.exists(mine):
                os.unlink(mine)
            s.bind(mine)
            s.connect(self.ctl)
            s.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method,
                               "params": list(params)}).encode())
            answer = json.loads(s.recv(1 << 20).decode("utf-8", "surrogateescape"),
                                strict=False)
        if "error" in answer:
            raise Fault(answer["error"]["message"])
        return answer["result"]

    def statistic(self, name):
        lines = self.rpc("stats.get_statistics", name)
        assert lines, f"there is no statistic {name}"
        return int(lines[0].split("=")[1])

    def processes(self, timeout=10):
        return [p["DSC"] for p in self.rpc("core.psx", timeout=timeout)]


def reg302(db, *parameters, options=("-n", "2"), env=None, sanitized=True):
    """Our server. parameters: "db_mode=async"."""
    head, tail = (ROOT / "cfg/kamailio.cfg").read_text().split(MARKER)
    more = ['loadmodule "jsonrpcs.so"', 'modparam("jsonrpcs", "transport", 4)',
            'modparam("jsonrpcs", "dgram_socket", "@RPC@")', 'modparam("jsonrpcs", "pretty_format", 0)',
            'modparam("jsonrpcs", "fifo_name", "")']
    if db:
        more += db.lines
        parameters = (f"db_url={db.url}", *parameters)
    more += [modparam(p) for p in parameters]
    script = head + MARKER + "\n".join([*more, ""]) + tail
    if sanitized:
        return Kamailio(script, options, {"LD_PRELOAD": os.environ["DB_PRELOAD"], **(env or {})})
    modules = os.environ["DB_MODULES"].split(":")[0] + f":{ROOT}/modules"
    return Kamailio(script, options, env, modules)


def modparam(text):
    name, value = text.split("=", 1)
    if not re.fullmatch(r"-?\d+", value):
        value = f'"{value}"'
    return f'modparam("reg302", "{name}", {value})'


def usrloc(db, *defines, options=("-n", "2"), env=None):
    """A stock server on the same table."""
    text = (HERE / "usrloc.cfg").read_text().replace("@LINES@", "\n".join(db.lines))
    words = [w for d in defines for w in ("-A", d)]
    return Kamailio(text.replace("@URL@", db.url), (*options, *words), env)


# ---- all bindings of a server


def listing(server):
    """{aor: [contact, ...]} by reg302.list, page after page."""
    found, cursor = {}, []
    while True:
        page = server.rpc("reg302.list", "100", *cursor)
        for entry in page["aors"]:
            found.setdefault(entry["aor"], []).extend(entry["contacts"])
        if not page["next"]:
            return found
        cursor = [page["next"]]


def showing(server, aor):
    """[contact, ...] by reg302.show, with everything that is known; [] when unknown."""
    try:
        return server.rpc("reg302.show", aor)["contacts"]
    except Fault:
        return []
