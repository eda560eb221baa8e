# SPDX-License-Identifier: MIT
"""SIP as an attacker writes it: requests with anything in them, and replies read."""
import itertools
import re

DOMAIN = "example.com"
_count = itertools.count(1)


def token(prefix="x"):
    """A text no other call has given."""
    return f"{prefix}{next(_count)}"


def request(method, uri, peer, **given):
    """One request as bytes. Each header can be given by its name in lower case with
    _ for -, None leaves it out; `via` is a whole Via, `headers` are further lines."""
    user = given.pop("user", "nobody")
    defaults = {
        "via": f"SIP/2.0/{peer.transport} {peer.sent_by};branch=z9hG4bK{token('b')};rport",
        "max_forwards": "70",
        "from_": f"<sip:{user}@{DOMAIN}>;tag={token('f')}",
        "to": f"<sip:{user}@{DOMAIN}>",
        "call_id": token("call"),
        "cseq": f"1 {method}",
    }
    body = given.pop("body", "")
    extra = given.pop("headers", [])
    lines = [f"{method} {uri} SIP/2.0"]
    for name, value in {**defaults, **given}.items():
        if value is not None:
            title = name.rstrip("_").replace("_", "-").title().replace("Cseq", "CSeq")
            lines.append(f"{title}: {value}")
    lines += [*extra, f"Content-Length: {len(body)}", "", body]
    return "\r\n".join(lines).encode("utf-8", "surrogateescape")


def branch(data):
    """Of the top Via: what a reply has in common with its request."""
    found = re.search(rb"branch=(z9hG4bK[^;,\s]*)", data)
    return found and found[1]


class Reply:
    """A response from the wire."""

    def __init__(self, raw):
        self.raw = raw
        self.text = raw.decode("utf-8", "replace")
        head = self.text.split("\r\n\r\n", 1)[0]
        first, *lines = re.sub(r"\r\n[ \t]+", " ", head).split("\r\n")
        match = re.match(r"SIP/2\.0 (\d{3}) (.*)$", first)
        assert match, f"no status line: {first!r}"
        self.status, self.reason = int(match[1]), match[2]
        self.headers = [tuple(part.strip() for part in line.split(":", 1))
                        for line in lines if ":" in line]

    def all(self, name):
        return [v for n, v in self.headers if n.lower() == name.lower()]

    def first(self, name):
        return next(iter(self.all(name)), "")

    def contacts(self):
        """The URIs of all Contacts, in their order."""
        return re.findall(r"<([^>]*)>", ",".join(self.all("Contact")))

    def __repr__(self):
        return f"{self.status} {self.reason} {self.contacts() or ''}".strip()


def cut_messages(data):
    """(the whole messages at the front of a stream, what is left of it)"""
    messages = []
    while True:
        data = data.lstrip(b"\r\n")
        head, found, rest = data.partition(b"\r\n\r\n")
        if not found:
            return messages, data
        length = re.search(rb"^(?:Content-Length|l)[ \t]*:[ \t]*(\d+)", head, re.I | re.M)
        size = int(length[1]) if length else 0
        if len(rest) < size:
            return messages, data
        messages.append(head + found + rest[:size])
        data = rest[size:]
