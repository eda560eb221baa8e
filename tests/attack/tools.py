# SPDX-License-Identifier: MIT
"""The programs that attackers and phones really use."""
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

import peer
import server

SIPVICIOUS = pathlib.Path("/usr/share/sipvicious/sipvicious")
DISGUISE = "Acme Desk Phone 7"


def run(words, seconds=20, text="", **environment):
    """(status, what it printed); None as the status of one that had to be ended."""
    try:
        done = subprocess.run(
            words, input=text, capture_output=True, text=True, errors="replace",
            timeout=seconds, check=False, cwd=server.OUT,
            env={**os.environ, "HOME": str(server.OUT), **environment})
        return done.returncode, done.stdout + done.stderr
    except subprocess.TimeoutExpired as late:
        return None, b"".join(p or b"" for p in (late.stdout, late.stderr)).decode()


def sipvicious(name, *options, disguised=False, seconds=20):
    """svmap, svwar or svcrack; disguised: with a User-Agent that no list has."""
    if not disguised:
        return run([name, *options], seconds)[1]
    copy = server.OUT / "sipvicious"
    if not copy.exists():
        shutil.copytree(SIPVICIOUS, copy / "sipvicious",
                        ignore=shutil.ignore_patterns("__pycache__"))
        helper = copy / "sipvicious/libs/svhelper.py"
        changed = helper.read_text("utf-8").replace("friendly-scanner", DISGUISE)
        assert DISGUISE in changed, "sipvicious names itself in some other way"
        helper.write_text(changed, "utf-8")
    start = f"import sys; sys.argv[0] = '{name}'; from sipvicious.{name} import main; main()"
    return run(["/usr/bin/python3", "-B", "-c", start, *options], seconds,
               PYTHONPATH=str(copy))[1]


def sipsak(*options, seconds=20):
    return run(["sipsak", *options], seconds)


SIPP_REGISTER = """<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="register">
<send retrans="500"><![CDATA[
{request}
Content-Length: 0

]]></send>
<recv response="401" auth="true" />
<send retrans="500"><![CDATA[
{request}
[authentication username={user} password={password}]
Content-Length: 0

]]></send>
<recv response="{status}" />
</scenario>
"""
SIPP_REQUEST = """REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
Max-Forwards: 70
From: <sip:{user}@example.com>;tag=[call_number]
To: <sip:{user}@example.com>
Call-ID: [call_id]
CSeq: [cseq] REGISTER
Contact: <sip:{user}@[local_ip]:[local_port]>;expires=600"""


def sipp(user, password, status, calls, rate, host=None):
    """Registrations one after the other: (SIPp's status, how many went as said)."""
    scenario = server.OUT / "register.xml"
    request = SIPP_REQUEST.format(user=user)
    scenario.write_text(SIPP_REGISTER.format(
        request=request, user=user, password=password, status=status), "utf-8")
    code, text = run(["sipp", f"{peer.SERVER}:{peer.PORT}", "-sf", str(scenario),
                      "-i", host or peer.fresh_address(), "-p", "5430", "-m", str(calls),
                      "-r", str(rate), "-timeout", "20s", "-nostdin"], 30)
    good = re.findall(r"Successful call\s*\|\s*\d+\s*\|\s*(\d+)", text)
    return code, int(good[-1]) if good else 0, text


class Baresip:
    """A phone without sound hardware, with a password; over TLS if it is told to."""

    def __init__(self, user, password, transport="udp", port=peer.PORT, host=None):
        self.user, self.host = user, host or peer.fresh_address()
        self.dir = server.OUT / f"phone-{user}"
        shutil.rmtree(self.dir, ignore_errors=True)
        self.dir.mkdir(parents=True)
        modules = next(pathlib.Path("/usr/lib").glob("**/baresip/modules"))
        (self.dir / "config").write_text("\n".join([
            f"sip_listen {self.host}:5410", f"net_interface {self.host}",
            "rtp_ports 16000-16100", "audio_source ausine,440",
            "audio_player aubridge,nowhere", "audio_alert aubridge,alert",
            "ausrc_srate 48000", "auplay_srate 48000", "ausrc_channels 2",
            "auplay_channels 2", f"module_path {modules}", "module g711.so",
            "module ausine.so", "module aubridge.so", "module_tmp account.so",
            "module_app menu.so", "module_app ctrl_tcp.so",
            f"ctrl_tcp_listen {self.host}:5420", ""]), "utf-8")
        (self.dir / "accounts").write_text(
            f"<sip:{user}@{peer.SERVER}:{port};transport={transport}>;auth_user={user};"
            f"auth_pass={password};regint=60;sip_autoredirect=yes;answermode=auto\n", "utf-8")
        self.log = open(self.dir / "log", "w+", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen(
            ["baresip", "-4", "-s", "-f", str(self.dir)], stdin=subprocess.DEVNULL,
            stdout=self.log, stderr=subprocess.STDOUT)

    def said(self):
        return (self.dir / "log").read_text("utf-8", "replace")

    def waits_for(self, pattern, seconds=8):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if re.search(pattern, self.said()):
                return
            time.sleep(0.1)
        raise AssertionError(f"{self.user} did not see '{pattern}':\n{self.said()[-1500:]}")

    def told(self, command, text=""):
        """What the hand of its user does (ctrl_tcp: JSON in netstrings)."""
        words = json.dumps({"command": command, "params": text, "token": "1"})
        with socket.create_connection((self.host, 5420), 5) as hand:
            hand.sendall(f"{len(words)}:{words},".encode())
            hand.recv(4096)

    def close(self):
        self.process.kill()
        self.process.wait()
        self.log.close()
