# SPDX-License-Identifier: MIT
"""The server under attack: cfg/run.sh with the switches of the shipped script."""
import os
import pathlib
import re
import shutil
import subprocess
import time

import peer
import sip

ROOT = pathlib.Path(os.environ["ROOT"])
OUT = pathlib.Path(os.environ["BUILD"]) / "attack"


class Server:
    """One Kamailio, started the way `make run` does."""

    def __init__(self, name, defs):
        self.name, self.defs = name, defs
        self.state = OUT / name
        self.log_path = self.state / "log"
        self.process = None

    def start(self):
        shutil.rmtree(self.state, ignore_errors=True)
        self.state.mkdir(parents=True)
        self.launch()

    def environment(self):
        listen = [f"{t}:{h}:{peer.PORT}" for t in ("udp", "tcp")
                  for h in (peer.SERVER, "[::1]")]
        if "WITH_TLS" in self.defs:
            listen += [f"tls:{peer.SERVER}:{port}" for port in (peer.TLS_PORT, peer.WEB_PORT)]
        return {**os.environ, "LISTEN": " ".join(listen), "STATE_DIR": str(self.state),
                "DOMAINS": sip.DOMAIN, "WORKERS": "2", "DEFS": self.defs}

    def launch(self):
        with open(self.log_path, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [ROOT / "cfg/run.sh"], env=self.environment(), stdin=subprocess.DEVNULL,
                stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        for _ in range(200):
            if self.process.poll() is not None:
                break
            if self.rpc("core.version")[0] and self.answers():
                return
            time.sleep(0.1)
        raise SystemExit(f"the server '{self.name}' does not start:\n{self.log()[-2000:]}")

    def answers(self):
        """An OPTIONS from somebody it has not met is answered."""
        with peer.Udp() as stranger:
            return stranger.ask(sip.request("OPTIONS", f"sip:{sip.DOMAIN}", stranger), 2)

    def stop(self):
        self.process.terminate()
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def rpc(self, *words):
        """(went well, what kamcmd printed)"""
        done = subprocess.run(
            ["kamcmd", "-s", f"unix:{self.state}/kamailio.ctl", *words],
            capture_output=True, text=True, timeout=20, check=False)
        text = done.stdout + done.stderr
        return done.returncode == 0 and "error:" not in text, text

    def forget(self):
        """No bindings, no bans: the next attack begins afresh."""
        self.rpc("reg302.flush", "s:all")
        if "WITH_ANTIFLOOD" in self.defs:
            for table in ("failures", "banned", "proven"):
                self.rpc("htable.flush", f"s:{table}")

    def count(self, name):
        """A statistic, "reg302:bindings"."""
        text = self.rpc("stats.get_statistics", "all")[1]
        found = re.search(rf"^{name} = (\d+)", text, re.M)
        assert found, f"there is no statistic {name}"
        return int(found[1])

    def contacts(self, user):
        """What is bound for a user."""
        return re.findall(r"^\s*contact: (.*)$", self.rpc("reg302.show", f"s:{user}")[1], re.M)

    def log(self, since=0):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            log.seek(since)
            return log.read()

    def log_size(self):
        return self.log_path.stat().st_size

    def make(self, target, **variables):
        """`make user-add USER=...` for this server's database."""
        words = [f"{n}={v}" for n, v in variables.items()]
        return subprocess.run(
            ["make", "-s", "-C", str(ROOT), target, f"STATE_DIR={self.state}", *words],
            capture_output=True, text=True, timeout=60, check=False)

    def is_alive(self):
        """No process of it has died."""
        died = re.search(r"child process \d+ exited|exited by a signal|signal 11|core was generated|[^E]BUG:",
                         self.log())
        return self.process.poll() is None and not died and bool(self.answers())
