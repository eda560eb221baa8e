"""Sends what callgrind.sh counts, and reads what callgrind has counted.

    callgrind.py send PORT REGISTERS INVITES ACKS
    callgrind.py table FOLDER REQUESTS CSV
"""

import collections
import csv
import glob
import os
import re
import socket
import sys
import time

USERS = 10
KINDS = ("REGISTER", "INVITE", "ACK")
COLUMNS = ("reg302", "called by it", "kamailio", "other modules", "libc", "other", "all")


# ---- the load

def request(method, user, n, port, extra):
    return (
        f"{method} sip:{'' if method == 'REGISTER' else user + '@'}example.com SIP/2.0\r\n"
        f"Via: SIP/2.0/UDP 127.0.0.1:{port};rport;branch=z9hG4bK-{method[0]}-{n:08d}\r\n"
        "Max-Forwards: 70\r\n"
        f"From: <sip:{user}@example.com>;tag=from-{n:08d}\r\n"
        f"To: <sip:{user}@example.com>\r\n"
        f"Call-ID: {user if method == 'REGISTER' else format(n, '08d')}@phone.example.com\r\n"
        f"CSeq: {10000000 + n} {method}\r\n"
        f"{extra}"
        "Content-Length: 0\r\n\r\n")


def register(user, n, port):
    return request("REGISTER", user, n, port,
                   f"Contact: <sip:{user}@127.0.0.1:{port}>\r\n"
                   "Expires: 3600\r\n"
                   "User-Agent: phone 1.0\r\n")


def invite(user, n, port):
    return request("INVITE", user, n, port,
                   f"Contact: <sip:caller@127.0.0.1:{port}>\r\n"
                   "User-Agent: phone 1.0\r\n")


def ack_to(text, reply):
    to = re.search(r"^To: .*$", reply, re.M).group(0).strip()
    text = text.replace("INVITE", "ACK")
    return re.sub(r"To: [^\r]*", lambda _: to, text)


class Client:
    def __init__(self, server):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.settimeout(20)
        self.port = self.socket.getsockname()[1]
        self.server = ("127.0.0.1", server)

    def ask(self, text, status):
        self.socket.sendto(text.encode(), self.server)
        reply = self.socket.recv(65536).decode()
        if not reply.startswith(f"SIP/2.0 {status} "):
            sys.exit(f"not a {status}: {reply}")
        return reply

    def wait_for_server(self):
        self.socket.settimeout(0.3)
        for _ in range(200):
            try:
                self.ask(register("user00", 1, self.port), 200)
                break
            except (TimeoutError, ConnectionError):
                time.sleep(0.1)
        else:
            sys.exit("the server does not come up")
        time.sleep(0.5)
        self.socket.settimeout(0.5)
        try:
            while True:
                self.socket.recv(65536)
        except TimeoutError:
            self.socket.settimeout(20)


def wait_until_read(port):
    """An ACK has no answer: more of them than the socket holds would be lost."""
    while True:
        with open("/proc/net/udp", encoding="ascii") as sockets:
            rows = [line.split() for line in sockets]
        if not any(r[1].endswith(f":{port:04X}") and not r[4].endswith(":00000000") for r in rows[1:]):
            return
        time.sleep(0.01)


def send(port, registers, invites, acks):
    client = Client(port)
    client.wait_for_server()
    users = [f"user{i:02d}" for i in range(USERS)]
    for n in range(registers):
        client.ask(register(users[n % USERS], 100 + n, client.port), 200)
    acked = None
    for n in range(invites):
        text = invite(users[n % USERS], 100 + n, client.port)
        acked = ack_to(text, client.ask(text, 302))
    for n in range(acks):
        client.socket.sendto(acked.encode(), client.server)
        if n % 20 == 19:
            wait_until_read(port)
    # answered when all before it are read
    client.ask(register(users[0], 90000000, client.port), 200)


# ---- the counts

class Profile:
    """What one process has run, of callgrind's file."""

    def __init__(self, path):
        self.own = collections.Counter()  # (object, function) -> instructions
        self.below = 0  # by what the module is called for, with all that it calls
        self.names = {}
        self.read(path)

    def name(self, kind, text):
        number, _, name = text.partition(" ")
        if not number.startswith("("):
            return text
        if name:
            self.names[kind, number] = name
        return self.names[kind, number]

    def read(self, path):
        place, function, callee, inclusive = "", "", None, False
        with open(path, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                line = line.rstrip("\n")
                if line.startswith("ob="):
                    place = self.name("ob", line[3:])
                elif line.startswith("fn="):
                    function = self.name("fn", line[3:])
                    callee = None
                elif line.startswith("cob="):
                    callee = self.name("ob", line[4:])
                elif line.startswith("cfn="):
                    self.name("fn", line[4:])
                elif line.startswith("calls="):
                    inclusive = True
                elif line[:1] and line[0] in "0123456789+-*":
                    cost = int((line.split() + ["0"])[1])
                    if not inclusive:
                        self.own[place, function] += cost
                    elif is_module(callee or place) and not is_module(place):
                        self.below += cost
                    if inclusive:
                        inclusive, callee = False, None


def is_module(place):
    return place.endswith("/reg302.so")


def column(place):
    if is_module(place):
        return "reg302"
    if "/kamailio/modules/" in place:
        return "other modules"
    if place.endswith("/kamailio"):
        return "kamailio"
    if re.search(r"/libc[.-]", place):
        return "libc"
    return "other"


def worker(folder, run):
    """The process that received messages."""
    found = [p for p in map(Profile, glob.glob(os.path.join(folder, run + ".*")))
             if any(f == "receive_msg" for _, f in p.own)]
    if len(found) != 1:
        sys.exit(f"{len(found)} processes of {folder}/{run}.* have received messages, not one")
    return found[0]


def costs(base, more, requests):
    row = collections.Counter()
    for (place, _), cost in (more.own - base.own).items() | set():
        row[column(place)] += cost
    for (place, _), cost in (base.own - more.own).items() | set():
        row[column(place)] -= cost
    row["all"] = sum(row.values())
    row["called by it"] = more.below - base.below - row["reg302"]
    return [round(row[c] / requests) for c in COLUMNS]


def print_top(kind, base, more, requests, top):
    print(f"\n{kind}: the functions that cost most")
    for (place, function), cost in (more.own - base.own).most_common(top):
        print(f"{cost / requests:10.1f}  {column(place):13}  {function}")


def table(folder, requests, path):
    base = worker(folder, "base")
    rows = []
    tops = []
    for kind in KINDS:
        more = worker(folder, kind)
        rows.append([kind] + costs(base, more, requests))
        tops.append((kind, more))
    with open(path, "w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([("request",) + COLUMNS] + rows)
    print("instructions per request".ljust(26) + "".join(c.rjust(15) for c in COLUMNS))
    for row in rows:
        print(row[0].ljust(26) + "".join(f"{n:,}".rjust(15) for n in row[1:]))
    for kind, more in tops:
        if int(os.environ.get("TOP", "0")):
            print_top(kind, base, more, requests, int(os.environ["TOP"]))


if __name__ == "__main__":
    if sys.argv[1] == "send":
        send(*map(int, sys.argv[2:6]))
    else:
        table(sys.argv[2], int(sys.argv[3]), sys.argv[4])
