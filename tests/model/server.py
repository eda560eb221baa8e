# SPDX-License-Identifier: MIT
"""The real server: messages to it, and what it says."""
import re
import socket
import subprocess
import time

from rules import Contact


class Server:
    """A Kamailio that listens on a UDP port, with its control socket."""

    def __init__(self, name, limits, port, ctl):
        self.name, self.limits, self.ctl = name, limits, ctl
        self.address = ("127.0.0.1", int(port))
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.2", 0))
        self.socket.settimeout(1)
        self.branch = 0

    def request(self, method, user, callid, cseq, headers):
        """Send it, again when there is no answer: (status, Contacts, headers)."""
        self.branch += 1
        uri = f"sip:{'' if method == 'REGISTER' else user + '@'}example.com"
        text = "\r\n".join([
            f"{method} {uri} SIP/2.0",
            f"Via: SIP/2.0/UDP 127.0.0.2;branch=z9hG4bK{self.branch};rport",
            "Max-Forwards: 70", f"From: <sip:{user}@example.com>;tag=f",
            f"To: <sip:{user}@example.com>", f"Call-ID: {callid}",
            f"CSeq: {cseq} {method}", *headers, "Content-Length: 0", "", ""])
        for _ in range(5):
            self.socket.sendto(text.encode(), self.address)
            reply = self.reply_to(self.branch)
            if reply:
                return reply
        raise SystemExit(f"    # {self.name}: no reply to\n{text}")

    def reply_to(self, branch):
        try:
            while True:
                text = self.socket.recv(65536).decode()
                if f"branch=z9hG4bK{branch};" in text:
                    return read_reply(text)
        except socket.timeout:
            return None

    def register(self, user, request):
        """(status, Contacts)"""
        headers = [f"Contact: {c}" for c in request.contacts]
        if request.star:
            headers.append("Contact: *")
        if request.expires is not None:
            headers.append(f"Expires: {request.expires}")
        if request.outbound:
            headers.append("Supported: outbound")
        return self.request("REGISTER", user, f"{request.callid}-{user}",
                            request.cseq, headers)

    def invite(self, user):
        return self.request("INVITE", user, f"invite-{self.branch}", 1, [])

    def show(self, user):
        """(contact, callid, cseq) of each binding"""
        out = subprocess.run(
            ["kamcmd", "-s", f"unix:{self.ctl}", "reg302.show", f"s:{user}"],
            capture_output=True, text=True, timeout=20, check=False).stdout
        values = [re.findall(rf"^\s*{name}: (.*)$", out, re.M)
                  for name in ("contact", "callid", "cseq")]
        values[1] = [v.removesuffix(f"-{user}") for v in values[1]]
        return list(zip(*values))


def read_reply(text):
    status = re.match(r"SIP/2.0 (.*)\r\n", text)[1]
    contacts = re.findall(r"^Contact: <([^>]*)>(.*)\r$", text, re.M)
    return status, [Contact(uri, read_params(params)) for uri, params in contacts]


def read_params(text):
    return tuple(tuple(p.split("=", 1)) if "=" in p else (p, None)
                 for p in text.split(";")[1:])


def seconds_between(before, after):
    """The seconds that the server's clock, which is coarse, may have shown."""
    return range(int(before - 0.02), int(after) + 1)


def next_second():
    """Wait until the clock is not about to strike."""
    rest = 1 - time.time() % 1
    if rest < 0.03:
        time.sleep(rest + 0.03)
