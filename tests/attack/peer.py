# SPDX-License-Identifier: MIT
"""Sockets of attackers, victims and phones, each with an address of its own."""
import itertools
import socket
import ssl
import time

import sip

SERVER = "127.0.0.1"
PORT, TLS_PORT = 5060, 5061
WEB_PORT = 8443  # browsers go to no port of SIP's
_hosts = itertools.count(1)


def fresh_address():
    """An address of 127.0.0.0/8 that nobody has attacked from before."""
    n = next(_hosts)
    return f"127.40.{n // 250}.{1 + n % 250}"


def host_and_port(name):
    return f"[{name[0]}]:{name[1]}" if ":" in name[0] else f"{name[0]}:{name[1]}"


class Peer:
    """What datagrams and streams have in common."""
    transport = "UDP"

    def __init__(self):
        self.bytes_out = self.bytes_in = 0

    def ask(self, data, timeout=1.0):
        """Send once, and the final reply or None."""
        self.send(data)
        return self.reply(timeout, sip.branch(data))

    def insist(self, data):
        """Ask as a phone does, which repeats itself on UDP (RFC 3261 17.1.2)."""
        if self.transport != "UDP":
            return self.ask(data, 4)
        for wait in (0.5, 1, 2, 4):
            reply = self.ask(data, wait)
            if reply:
                return reply
        return None

    def reply(self, timeout=1.0, branch=None):
        """The next final reply, to that request, or None."""
        end = time.monotonic() + timeout
        while (left := end - time.monotonic()) > 0:
            raw = self.receive(left)
            if raw and raw.startswith(b"SIP/2.0 ") and raw[8:9] != b"1" \
                    and branch in (None, sip.branch(raw)):
                return sip.Reply(raw)
        return None

    def replies(self, seconds):
        """All that arrives in that time."""
        end, got = time.monotonic() + seconds, []
        while (left := end - time.monotonic()) > 0:
            raw = self.receive(left)
            if raw:
                got.append(raw)
        return got

    def hears_nothing(self, seconds=0.3):
        got = self.replies(seconds)
        assert not got, f"{self.sent_by} was sent {len(got)} messages: {got[0][:200]!r}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Udp(Peer):
    """One UDP socket."""

    def __init__(self, host=None, port=0, server=(SERVER, PORT)):
        super().__init__()
        host = host or fresh_address()
        self.server = server
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.socket = socket.socket(family, socket.SOCK_DGRAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        self.socket.bind((host, port))
        self.host, self.port = self.socket.getsockname()[:2]
        self.sent_by = host_and_port((self.host, self.port))

    def send(self, data):
        self.bytes_out += len(data)
        self.socket.sendto(data, self.server)

    def receive(self, timeout):
        self.socket.settimeout(max(timeout, 0.001))
        try:
            raw = self.socket.recv(65536)
        except (TimeoutError, BlockingIOError, ConnectionRefusedError):
            return None
        self.bytes_in += len(raw)
        return raw

    def close(self):
        self.socket.close()


class Stream(Peer):
    """One connection: TCP, or TLS with a context."""

    def __init__(self, host=None, port=PORT, context=None, timeout=5.0):
        super().__init__()
        self.transport = "TLS" if context else "TCP"
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.socket.settimeout(timeout)
        self.socket.bind((host or fresh_address(), 0))
        self.socket.connect((SERVER, port))
        self.host, self.port = self.socket.getsockname()
        self.sent_by = host_and_port((self.host, self.port))
        if context:
            self.socket = context.wrap_socket(self.socket, server_hostname=sip.DOMAIN)
        self.left, self.ready, self.ended = b"", [], False

    def send(self, data):
        self.bytes_out += len(data)
        self.socket.settimeout(5)
        self.socket.sendall(data)

    def receive(self, timeout):
        end = time.monotonic() + timeout
        while not self.ready and not self.ended:
            self.socket.settimeout(max(end - time.monotonic(), 0.001))
            try:
                data = self.socket.recv(65536)
            except (TimeoutError, ssl.SSLWantReadError):
                return None
            except OSError:
                data = b""
            self.ended = not data
            self.bytes_in += len(data)
            self.ready, self.left = sip.cut_messages(self.left + data)
        if self.ready:
            return self.ready.pop(0)
        time.sleep(max(0.0, min(0.05, end - time.monotonic())))
        return None

    def is_closed(self, seconds):
        """Does the server close it in that time?"""
        end = time.monotonic() + seconds
        while not self.ended and time.monotonic() < end:
            self.receive(end - time.monotonic())
            self.ready.clear()
        return self.ended

    def close(self):
        self.socket.close()


class WebSocket(Stream):
    """A WebSocket (RFC 6455, RFC 7118); secure with a context."""

    def __init__(self, host=None, context=None, protocol="sip", origin="http://localhost"):
        super().__init__(host, TLS_PORT if context else PORT, context)
        self.transport = "WSS" if context else "WS"
        self.sent_by = f"{sip.token('w')}.invalid"
        asked = ["GET / HTTP/1.1", "Host: example.com", "Upgrade: websocket",
                 "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                 "Sec-WebSocket-Version: 13", f"Origin: {origin}"]
        if protocol:
            asked.append(f"Sec-WebSocket-Protocol: {protocol}")
        self.socket.sendall("\r\n".join([*asked, "", ""]).encode())
        self.answer = b""
        while b"\r\n\r\n" not in self.answer:
            data = self.socket.recv(4096)
            if not data:
                break
            self.answer += data
        self.is_open = self.answer.startswith(b"HTTP/1.1 101")
        self.left = self.answer.partition(b"\r\n\r\n")[2]

    def send(self, data, opcode=1, mask=b"\x01\x02\x03\x04", length=None, last=True):
        size = len(data) if length is None else length
        head = bytes([(128 if last else 0) | opcode])
        bit = 128 if mask else 0
        if size < 126:
            head += bytes([bit | size])
        elif size < 65536:
            head += bytes([bit | 126]) + size.to_bytes(2, "big")
        else:
            head += bytes([bit | 127]) + size.to_bytes(8, "big")
        if mask:
            data = bytes(b ^ mask[i % 4] for i, b in enumerate(data))
        super().send(head + (mask or b"") + data)

    def frame(self):
        """A whole frame at the front of what has arrived: its text, or None."""
        if len(self.left) < 2:
            return None
        size, start = self.left[1] & 127, 2
        if size > 125:
            start = 4 if size == 126 else 10
            size = int.from_bytes(self.left[2:start], "big")
        if len(self.left) < start + size:
            return None
        opcode, text = self.left[0] & 15, self.left[start:start + size]
        self.left = self.left[start + size:]
        self.ended = self.ended or opcode == 8
        return text if opcode in (1, 2) else b""

    def receive(self, timeout):
        end = time.monotonic() + timeout
        while not self.ended:
            text = self.frame()
            if text:
                return text
            if text is None:
                self.socket.settimeout(max(end - time.monotonic(), 0.001))
                try:
                    data = self.socket.recv(65536)
                except (TimeoutError, ssl.SSLWantReadError):
                    return None
                except OSError:
                    data = b""
                self.ended = not data
                self.bytes_in += len(data)
                self.left += data
        time.sleep(max(0.0, min(0.05, end - time.monotonic())))
        return None
