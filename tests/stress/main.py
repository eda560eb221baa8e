# SPDX-License-Identifier: MIT
"""Phones that stay, phones that come and go, new ones all the time, callers and
an operator who pages through the table, at once. What must hold:

- a phone that was there throughout is in every listing, once
- what is listed was registered, by that user
- a call to a phone that stays is always redirected to it
- every REGISTER that binds is counted once; users and bindings are as many as are listed
- when all have gone and are forgotten, not a byte of shared memory is missing
"""
import multiprocessing
import random
import re
import socket
import subprocess
import sys
import time

STAY, COME_AND_GO, GROWTH = 2000, 600, 6000
MOST = 24000  # more than there ever are at once, so that the table has its size
SENDERS, WINDOW = 2, 32
CONTACT = re.compile(r"^Contact: <([^>]*)>", re.M)


def contact_of(user, i=0):
    return f"sip:{user}-{i}@phone.example.org"


class Sender:
    """Requests, WINDOW of them under way; one that is lost is sent again."""

    def __init__(self, address, number):
        self.address = address
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind((f"127.0.0.{10 + number}", 0))
        self.socket.settimeout(1)
        self.waiting, self.busy, self.branch, self.sent, self.wrong = {}, set(), 0, 0, []
        self.cseq = int(time.time()) % 1000000 * 1000

    def register(self, user, contacts, agent="phone/1.0"):
        self.send("REGISTER", user, agent, [f"Contact: {c}" for c in contacts],
                  lambda status, found: status.startswith("200"))

    def call(self, user, check):
        self.send("INVITE", user, "caller/1.0", [], check)

    def send(self, method, user, agent, headers, check):
        while user in self.busy and method == "REGISTER":
            self.receive()  # workers are not to carry out two in the wrong order
        self.branch += 1
        self.cseq += 1
        uri = f"sip:{'' if method == 'REGISTER' else user + '@'}example.com"
        text = "\r\n".join([
            f"{method} {uri} SIP/2.0",
            f"Via: SIP/2.0/UDP {self.socket.getsockname()[0]};"
            f"branch=z9hG4bK{self.branch};rport", "Max-Forwards: 70",
            f"From: <sip:{user}@example.com>;tag=f", f"To: <sip:{user}@example.com>",
            f"Call-ID: {user}-{method}", f"CSeq: {self.cseq} {method}",
            f"User-Agent: {agent}", *headers, "Content-Length: 0", "", ""]).encode()
        self.waiting[self.branch] = (text, check, user if method == "REGISTER" else None)
        self.busy.add(self.waiting[self.branch][2])
        self.transmit(text)
        while len(self.waiting) >= WINDOW:
            self.receive()

    def transmit(self, text):
        self.sent += bool(re.search(rb"expires=[1-9]", text))
        self.socket.sendto(text, self.address)

    def receive(self):
        try:
            reply = self.socket.recv(65536).decode()
        except socket.timeout:
            for text, *_ in self.waiting.values():
                self.transmit(text)
            return
        branch = int(re.search(r"branch=z9hG4bK(\d+)", reply)[1])
        if branch not in self.waiting:
            return
        text, check, user = self.waiting.pop(branch)
        self.busy.discard(user)
        status = reply[8:reply.index("\r\n")]
        if not check(status, CONTACT.findall(reply)):
            self.wrong.append(f"{text.decode()}\n->\n{reply}")

    def finish(self):
        while self.waiting:
            self.receive()


def is_redirected(user):
    return lambda status, found: (status.startswith("302")
                                  and contact_of(user) in found)


def is_redirected_if_there(user):
    return lambda status, found: (
        status[:3] in ("302", "404", "480")
        and all(c.startswith(f"sip:{user}-") for c in found))


def live(address, number, seed, seconds, new):
    """What one sender does, of users of its own; what was wrong, and the binding REGISTERs sent."""
    sender, rnd = Sender(address, number), random.Random(seed * 10 + number)
    mine = range(number, STAY, SENDERS)
    coming = range(number, COME_AND_GO, SENDERS)
    new = iter(range(number, new, SENDERS))
    for i in mine:
        sender.register(f"stay{i}", [f"<{contact_of(f'stay{i}')}>;expires=300"])
    sender.finish()
    yield None
    end = time.time() + seconds
    while time.time() < end:
        i = rnd.choice(mine)
        sender.register(f"stay{i}", [f"<{contact_of(f'stay{i}')}>;expires=300"])
        sender.call(f"stay{i}", is_redirected(f"stay{i}"))
        user = f"go{rnd.choice(coming)}"
        sender.register(user, churn(rnd, user), f"kind/{rnd.randrange(30)}"
                        if rnd.random() < 0.8 else f"rare/{rnd.random()}")
        sender.call(user, is_redirected_if_there(user))
        for i in [j for j in (next(new, None), next(new, None)) if j is not None]:
            sender.register(f"new{i}", [f"<{contact_of(f'new{i}')}>;expires=300"])
    for i in new:
        sender.register(f"new{i}", [f"<{contact_of(f'new{i}')}>;expires=300"])
    sender.finish()
    yield sender.wrong, sender.sent


def churn(rnd, user):
    if rnd.random() < 0.1:
        return ["*\r\nExpires: 0"]
    return [f"<{contact_of(user, i)}>;x={rnd.randrange(3)};expires={rnd.choice((0, 1, 1, 2))}"
            for i in rnd.sample(range(4), rnd.randint(1, 3))]


def run_sender(address, number, seed, seconds, new, ready, results):
    steps = live(address, number, seed, seconds, new)
    next(steps)
    ready.wait()
    results.put(next(steps))


class Operator:
    def __init__(self, ctl):
        self.ctl, self.wrong, self.listings = ctl, [], 0

    def rpc(self, *command):
        return subprocess.run(["kamcmd", "-s", f"unix:{self.ctl}", *command],
                              capture_output=True, text=True, timeout=60,
                              check=True).stdout

    def number(self, name, *command):
        return int(re.search(rf"^\s*{name}: (\d+)", self.rpc(*command), re.M)[1])

    def pages(self):
        following = None
        while following != "":
            page = self.rpc("reg302.list", "100", *([f"s:{following}"] if following else []))
            following = re.search(r"^\s*next: *(.*)$", page, re.M)[1]
            yield page

    def list(self, stay):
        """{user: contacts}; everyone in it belongs there, and nobody is missing."""
        users = {}
        for page in self.pages():
            for part in page.split("aor: ")[1:]:
                user = part.split("\n")[0].split("@")[0]
                if user in users:
                    self.wrong.append(f"{user} is listed twice")
                users[user] = re.findall(r"^\s*contact: (.*)$", part, re.M)
                if not all(c.startswith(f"sip:{user}-") for c in users[user]):
                    self.wrong.append(f"{user} never registered {users[user]}")
        for i in range(stay):
            if users.get(f"stay{i}") != [contact_of(f"stay{i}")]:
                self.wrong.append(f"stay{i} was there throughout: {users.get(f'stay{i}')}")
        self.listings += 1
        return users

    def bound(self):
        """REGISTERs that bound something, by their counters"""
        return sum(map(int, re.findall(r"^\s*register_(?:bound|refreshed|retransmitted): (\d+)",
                                       self.rpc("reg302.stats"), re.M)))

    def flush(self):
        """Bytes of shared memory in use when all have gone and are forgotten"""
        self.rpc("reg302.flush", "all")
        end = time.time() + 10
        while self.number("remembered", "reg302.stats") and time.time() < end:
            time.sleep(0.2)
        self.rpc("reg302.flush")
        return self.number("used", "core.shmmem")


def go(operator, address, seed, seconds, new):
    """All at once; (what senders found wrong, binding REGISTERs sent)"""
    results, ready = multiprocessing.Queue(), multiprocessing.Barrier(SENDERS + 1)
    senders = [multiprocessing.Process(target=run_sender, args=(
        address, n, seed, seconds, new, ready, results)) for n in range(SENDERS)]
    for s in senders:
        s.start()
    ready.wait()
    while results.qsize() < SENDERS:
        operator.list(STAY)
    told = [results.get() for _ in senders]
    for s in senders:
        s.join()
    return sum((t[0] for t in told), []), sum(t[1] for t in told)


passed = failed = 0


def fact(name, wrong):
    global passed, failed
    passed += not wrong
    failed += bool(wrong)
    print(f"{'not ok' if wrong else 'ok'} stress: {name}")
    for w in wrong[:3]:
        print("\n".join(f"    # {line}" for line in str(w).split("\n")))


def counts(operator, listing):
    """The gauges, against a listing at rest"""
    told = (operator.number("aors", "reg302.stats"), operator.number("bindings", "reg302.stats"))
    there = (len(listing), sum(map(len, listing.values())))
    return [] if told == there else [f"(users, bindings): told {told}, listed {there}"]


def main():
    ctl, host, port, seed, seconds = sys.argv[1:6]
    address, operator = (host, int(port)), Operator(ctl)
    # the table grows to its size, which stays
    go(operator, address, int(seed), 0, MOST)
    before, counted = operator.flush(), operator.bound()
    operator.wrong, operator.listings = [], 0
    wrong, sent = go(operator, address, int(seed), float(seconds), GROWTH)
    counted = operator.bound() - counted
    time.sleep(3.2)
    listing = operator.list(STAY)
    at_rest = counts(operator, listing)
    left = operator.flush() - before
    fact("every answer is right while all go on at once", wrong)
    fact(f"each of {operator.listings} listings has who stays, once, and nobody's else",
         operator.wrong)
    fact("when it is quiet, exactly those are there who did not go",
         [u for u in listing if u.startswith("go")]
         + [f"new{i}" for i in range(GROWTH) if f"new{i}" not in listing])
    fact(f"each of {sent} REGISTERs that bind is counted once",
         [] if counted == sent else [f"sent {sent}, counted {counted}"])
    fact("users and bindings are as many as are listed", at_rest)
    fact("not a byte of shared memory is missing", [f"{left} bytes"] if left else [])
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
