# SPDX-License-Identifier: MIT
"""A server under load: how each variant is started, and what it has used."""

import os
import re
import signal
import subprocess
import time

ROOT = os.environ["ROOT"]
OUT = os.environ["BENCH_OUT"]
CFG = os.path.join(ROOT, "tests/bench/cfg")
MODULES = os.environ["BENCH_MODULES"]  # where Kamailio looks for modules
FIRST_PORT = int(os.environ.get("BENCH_PORT", "5060"))
PATIENCE = 60  # seconds; many bindings may have to be read before
TICKS = os.sysconf("SC_CLK_TCK")

TLSF = ["-x", "tlsf", "-X", "tlsf"]
FM = ["-x", "fm", "-X", "fm"]
TUNED = ["-A", "HASH_SIZE=18"]
DEFAULT = ["-A", "HASH_SIZE=10"]

# name: script, options of kamailio. Without -x and -X the allocator is the
# package's default, q_malloc.
VARIANTS = {
    "stock-tlsf": ("stock.cfg", TUNED + TLSF),
    "stock-qm": ("stock.cfg", DEFAULT),
    "constant-tlsf": ("constant.cfg", TLSF),
    "constant-qm": ("constant.cfg", []),
    "reg302-qm": ("reg302.cfg", []),
    "reg302-tlsf": ("reg302.cfg", TLSF),
    "reg302-unprimed": ("reg302.cfg", ["-A", "PRIME=0"]),
    "reg302-fm": ("reg302.cfg", FM),
    "stock-fm": ("stock.cfg", TUNED + FM),
    "stock-primed": ("stock.cfg", DEFAULT + ["-A", "WITH_REG302"]),
    "stock-db": ("stock.cfg", TUNED + TLSF),
    "reg302-db": ("reg302.cfg", TLSF),
    "echo": (None, []),
}


class Failed(Exception):
    """The bench cannot go on; the text says why."""


def pin(cores):
    return lambda: os.sched_setaffinity(0, cores)


class Server:
    """One running server: all its processes on `cores`, its port the first one plus `number`."""

    def __init__(self, variant, number=0, workers=1, shm=64, pkg=8, cores=(0,), options=()):
        self.variant = variant
        self.address = "127.0.0.1:%d" % (FIRST_PORT + number)
        self.directory = os.path.join(OUT, "run", variant)
        os.makedirs(self.directory, exist_ok=True)
        self.ctl = os.path.join(self.directory, "ctl")
        self.log = os.path.join(self.directory, "log")
        if os.path.exists(self.ctl):
            os.unlink(self.ctl)
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                self.command(workers, shm, pkg, options), stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, preexec_fn=pin(cores))
        try:
            self.wait_until_ready()
        except Failed:
            self.stop()
            raise

    def command(self, workers, shm, pkg, more):
        script, options = VARIANTS[self.variant]
        if script is None:
            return [os.path.join(OUT, "echo"), self.address.split(":")[1]]
        return ["kamailio", "-DD", "-E", "-f", os.path.join(CFG, script), "-L", MODULES,
                "-Y", self.directory, "-P", os.path.join(self.directory, "pid"),
                "-A", 'CTL="unix:%s"' % self.ctl, "-l", "udp:" + self.address, "-l", "tcp:" + self.address,
                "-n", str(workers), "-N", str(workers), "-m", str(shm), "-M", str(pkg),
                *options, *more]

    def is_kamailio(self):
        return VARIANTS[self.variant][0] is not None

    def knows_users(self):
        """It remembers who registered, unlike the floors."""
        return VARIANTS[self.variant][0] in ("stock.cfg", "reg302.cfg")

    def wait_until_ready(self):
        if not self.is_kamailio():
            time.sleep(0.2)
            return
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            if os.path.exists(self.ctl) and self.rpc("core.version", check=False):
                return
            time.sleep(0.05)
        raise Failed("%s does not start: see %s" % (self.variant, self.log))

    def rpc(self, *command, check=True):
        done = subprocess.run(["kamcmd", "-s", "unix:" + self.ctl, *command],
                              capture_output=True, text=True, timeout=60)
        if done.returncode and check:
            raise Failed("kamcmd %s: %s" % (" ".join(command), done.stderr.strip()))
        return done.stdout if done.returncode == 0 else ""

    def processes(self):
        return [self.process.pid, *children(self.process.pid)]

    def cpu(self):
        return sum_of(cpu_of(pid) for pid in self.processes())

    def shm_used(self):
        """Bytes of shared memory in use, with what the allocator spends."""
        return int(re.search(r"real_used: (\d+)", self.rpc("core.shmmem")).group(1))

    def pkg_used(self):
        """Bytes of private memory in use, for each worker."""
        text = self.rpc("pkg.stats")
        parts = re.findall(r"rank: (\d+).*?real_used: (\d+)", text, re.S)
        return [int(used) for rank, used in parts if int(rank) > 0]

    def stop(self):
        if self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def children(pid):
    with open("/proc/%d/task/%d/children" % (pid, pid)) as f:
        return [int(child) for child in f.read().split()]


def cpu_of(pid):
    """Seconds that a process has run: (total, as user, as system).

    The total counts nanoseconds. User and system are told apart by the clock's
    tick, so they are a share of it."""
    with open("/proc/%d/stat" % pid) as f:
        fields = f.read().rsplit(")", 1)[1].split()
    user, system = int(fields[11]) / TICKS, int(fields[12]) / TICKS
    try:
        with open("/proc/%d/schedstat" % pid) as f:
            total = int(f.read().split()[0]) / 1e9
    except OSError:
        total = user + system
    return total, user, system


def sum_of(triples):
    return tuple(sum(column) for column in zip(*triples))
