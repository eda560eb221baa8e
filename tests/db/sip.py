# SPDX-License-Identifier: MIT
"""A phone, or a caller: one socket, and what is said over it."""
import collections
import itertools
import re
import socket
import time

SERVER = ("127.0.0.1", 5066)
branches = itertools.count(1)
calls = itertools.count(1)


class Reply:
    """A response, read."""

    def __init__(self, text):
        self.text = text
        self.arrived = time.time()
        self.status = int(text[8:11])
        self.contacts = re.findall(r"^Contact: <([^>]*)>(.*)\r$", text, re.M)

    def header(self, name):
        found = re.search(rf"^{name}: *(.*)\r$", self.text, re.M | re.I)
        return found and found[1]

    @property
    def branch(self):
        return re.search(r"branch=([^;\r]*)", self.text)[1]

    @property
    def uris(self):
        return {uri for uri, _ in self.contacts}

    def left(self, uri):
        """Seconds until that Contact runs out."""
        params = dict(self.contacts)[uri]
        return int(re.search(r";expires=(\d+)", params)[1])

    def __str__(self):
        first = self.text.split("\r", 1)[0]
        return first + "".join(f" <{u}>{p}" for u, p in self.contacts)


class Phone:
    """A UDP socket, or a TCP connection, to the server."""

    def __init__(self, transport="UDP", address="127.0.0.2", server=SERVER):
        self.transport, self.address, self.server = transport, address, server
        kind = socket.SOCK_DGRAM if transport == "UDP" else socket.SOCK_STREAM
        self.socket = socket.socket(socket.AF_INET, kind)
        self.socket.bind((address, 0))
        self.port = self.socket.getsockname()[1]
        self.pending = ""  # of TCP
        self.cseq = collections.Counter()
        if transport == "TCP":
            self.socket.settimeout(5)
            self.socket.connect(server)

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def request(self, method, user, headers=(), callid=None, cseq=1, domain="example.com"):
        """The text of one, complete."""
        uri = f"sip:{domain}" if method == "REGISTER" else f"sip:{user}@{domain}"
        callid = callid or f"call{next(calls)}-{self.port}"
        return "\r\n".join([
            f"{method} {uri} SIP/2.0",
            f"Via: SIP/2.0/{self.transport} {self.address}:{self.port}"
            f";branch=z9hG4bK{next(branches)}p{self.port};rport",
            "Max-Forwards: 70", f"From: <sip:{user}@{domain}>;tag=f",
            f"To: <sip:{user}@{domain}>", f"Call-ID: {callid}",
            f"CSeq: {cseq} {method}", *headers, "Content-Length: 0", "", ""])

    def registration(self, user, *contacts, expires=None, callid=None, cseq=None,
                     headers=(), domain="example.com"):
        """The text of a REGISTER; the CSeq grows by itself."""
        callid = callid or f"reg-{user}"
        if cseq is None:
            self.cseq[callid] += 1
            cseq = self.cseq[callid]
        lines = [f"Contact: {c}" for c in contacts] + list(headers)
        if expires is not None:
            lines.append(f"Expires: {expires}")
        return self.request("REGISTER", user, lines, callid, cseq, domain)

    def send(self, text):
        data = text.encode("utf-8", "surrogateescape")
        if self.transport == "TCP":
            self.socket.sendall(data)
        else:
            self.socket.sendto(data, self.server)

    def receive(self, timeout=5.0):
        """The next reply, or None."""
        self.socket.settimeout(max(timeout, 0))
        try:
            if self.transport == "UDP":
                return Reply(self.socket.recv(65536).decode("utf-8", "surrogateescape"))
            return self.receive_stream()
        except (socket.timeout, BlockingIOError, ConnectionError):
            return None

    def receive_stream(self):
        while "\r\n\r\n" not in self.pending:
            data = self.socket.recv(65536)
            if not data:
                return None
            self.pending += data.decode("utf-8", "surrogateescape")
        text, self.pending = self.pending.split("\r\n\r\n", 1)
        return Reply(text + "\r\n\r\n")

    def reply_to(self, text, timeout=5.0):
        """The reply to that request; others are dropped."""
        branch = re.search(r"branch=([^;]*)", text)[1]
        end = time.time() + timeout
        while time.time() < end:
            reply = self.receive(end - time.time())
            if reply and reply.branch == branch:
                return reply
        return None

    def ask(self, text, timeout=5.0):
        """Send a request, once, and wait for its reply."""
        self.send(text)
        return self.reply_to(text, timeout)

    def register(self, user, *contacts, timeout=5.0, **more):
        return self.ask(self.registration(user, *contacts, **more), timeout)

    def invite(self, user, timeout=2.0, **more):
        """The reply, which is acknowledged. A lost datagram is sent again."""
        text = self.request("INVITE", user, **more)
        reply = self.ask(text, timeout) or self.ask(text, timeout)
        if reply:
            self.send(acknowledgement(text, reply))
        return reply


def acknowledgement(invite, reply):
    text = invite.replace("INVITE ", "ACK ", 1).replace(" INVITE\r\n", " ACK\r\n", 1)
    return re.sub(r"\r\nTo: .*", lambda _: f"\r\nTo: {reply.header('To')}", text, count=1)
