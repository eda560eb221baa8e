# SPDX-License-Identifier: MIT
"""Many phones at once, and a ledger of what they were told.

Each user sends one REGISTER at a time, so that after each reply it is known what
must be stored. A request whose reply never came leaves two possibilities, and the
ledger holds both.
"""
import random
import re
import select
import time
from dataclasses import dataclass, field

from sip import Phone

RETRY = 0.5  # T1
PHONES = 3  # with a URI that stays; one more moves about under its +sip.instance


@dataclass(frozen=True)
class Binding:
    q: float
    cseq: int
    first: float  # its expiry lies between
    last: float


@dataclass
class User:
    name: str
    cseq: int = 0
    possible: list = field(default_factory=lambda: [{}])  # of {uri: Binding}
    done: list = field(default_factory=list)  # (time of the 200, states before)


@dataclass
class Sent:
    user: User
    text: str
    change: list  # of (uri, q, expires); None: the wildcard
    cseq: int
    first: float
    last: float
    repeated: bool = False


def changed(state, sent, now):
    """What a state becomes."""
    if sent.change is None:
        return {}
    after = dict(state)
    for uri, q, expires in sent.change:
        if "@moving" in uri:
            after = {u: b for u, b in after.items() if "@moving" not in u}
        after.pop(uri, None)
        if expires:
            after[uri] = Binding(q, sent.cseq, sent.first + expires, now + expires)
    return after


class Load:
    """Closed loop: so many requests are outstanding."""

    def __init__(self, seed, users=400, window=32, prefix="u", moving=True,
                 queued_503_may_be_kept=True):
        self.rng = random.Random(seed)
        self.users = [User(f"{prefix}{i}") for i in range(users)]
        self.idle = list(self.users)
        self.window, self.moving = window, moving
        self.kept = queued_503_may_be_kept
        self.phone = Phone()
        self.phone.socket.setblocking(False)
        self.sent = {}  # by branch
        self.answers = {}
        self.unexpected = []

    @property
    def acknowledged(self):
        return self.answers.get(200, 0)

    # ---- sending

    def some_change(self, user):
        """A REGISTER's lines and what it does."""
        rng = self.rng
        if rng.random() < 0.05:
            return ["Contact: *", "Expires: 0"], None
        lines, change = [], []
        for k in rng.sample(range(PHONES + self.moving), rng.choice([1, 1, 1, 2])):
            q = rng.choice([0.1, 0.25, 0.5, 0.75, 1])
            expires = rng.choice([0, 600, 1800, 3600, 3600])
            uri, instance = f"sip:{user.name}@p{k}.example.org", ""
            if k == PHONES:
                uri = f"sip:{user.name}@moving.example.org:{rng.randrange(1024, 65536)}"
                instance = f';+sip.instance="<urn:uuid:{user.name}>"'
            lines.append(f"Contact: <{uri}>;q={q};expires={expires}{instance}")
            change.append((uri, q, expires))
        return lines, change

    def send_one(self, now):
        at = self.rng.randrange(len(self.idle))
        self.idle[at], self.idle[-1] = self.idle[-1], self.idle[at]
        user = self.idle.pop()
        user.cseq += 1
        lines, change = self.some_change(user)
        text = self.phone.request("REGISTER", user.name, lines, f"load-{user.name}", user.cseq)
        branch = re.search(r"branch=([^;]*)", text)[1]
        self.sent[branch] = Sent(user, text, change, user.cseq, now, now)
        self.phone.send(text)

    def repeat_late(self, now):
        for sent in self.sent.values():
            if now - sent.last > RETRY:
                sent.last, sent.repeated = now, True
                self.phone.send(sent.text)

    def run(self, seconds, stop=lambda: False):
        """Send for so long; then what is outstanding stays so."""
        end = time.time() + seconds
        now = looked = time.time()
        while now < end and not stop():
            while len(self.sent) < self.window and self.idle:
                self.send_one(now)
            self.receive(0.01)
            now = time.time()
            if now - looked > 0.1:
                looked = now
                self.repeat_late(now)

    def drain(self, seconds=0.0):
        """Take what has been answered; with seconds, wait for all of it."""
        end = time.time() + seconds
        while self.receive(0.05 if seconds else 0) or (self.sent and time.time() < end):
            self.repeat_late(time.time())

    def receive(self, timeout):
        """True when something came."""
        if not select.select([self.phone.socket], [], [], timeout)[0]:
            return False
        for _ in range(self.window):
            try:
                data = self.phone.socket.recv(65536)
            except BlockingIOError:
                break
            self.answered(data.decode(), time.time())
        return True

    # ---- the ledger

    def answered(self, text, now):
        sent = self.sent.pop(re.search(r"branch=([^;\r]*)", text)[1], None)
        if not sent:
            return  # to a repetition
        user, status = sent.user, int(text[8:11])
        self.answers[status] = self.answers.get(status, 0) + 1
        self.idle.append(user)
        before = user.possible
        after = [changed(state, sent, now) for state in before]
        if status == 200:
            listed = set(re.findall(r"(?:^Contact: |, )<([^>]*)>", text, re.M))
            user.possible = unique(s for s in after if set(s) == listed)
            user.done = [d for d in user.done if d[0] > now - 30] + [(now, before)]
            if not user.possible:
                self.unexpected.append(f"{user.name}: 200 with {sorted(listed)} and not "
                                       f"{[sorted(s) for s in after]}")
                user.possible = unique(after)
        elif status == 503:
            if "\r\nRetry-After: " not in text:
                self.unexpected.append(f"{user.name}: 503 without Retry-After")
            if self.kept or sent.repeated:
                user.possible = unique(before + after)
        else:
            self.unexpected.append(f"{user.name}: {text.splitlines()[0]}")

    def forget(self):
        """The server died: nobody will answer any more."""
        for sent in self.sent.values():
            after = [changed(state, sent, time.time()) for state in sent.user.possible]
            sent.user.possible = unique(sent.user.possible + after)
            self.idle.append(sent.user)
        self.sent.clear()
        self.phone.close()
        self.phone = Phone()
        self.phone.socket.setblocking(False)

    def compare_before(self, moment, stored):
        """The same, when what was told after that moment may not have happened: each
        binding for itself, since of two changes under way one may be stored."""
        wrong = list(self.unexpected)
        for user in self.users:
            have = stored.get(user.name, {})
            states = user.possible + [s for told, before in user.done if told >= moment
                                      for s in before]
            for uri in {*have, *(uri for state in states for uri in state)}:
                reasons = [difference(only(uri, state), only(uri, have)) for state in states]
                if all(reasons):
                    wrong.append(f"{user.name}: {reasons[0]}")
        return wrong

    def compare(self, stored):
        """stored: {user: {uri: row}}. What is wrong with it, a line each."""
        wrong = list(self.unexpected)
        for user in self.users:
            have = stored.get(user.name, {})
            reasons = [difference(state, have) for state in user.possible]
            if all(reasons):
                wrong.append(f"{user.name}: {reasons[0]}")
        return wrong

    def adopt(self, stored):
        """One of the possibilities has turned out to be true."""
        for user in self.users:
            have = stored.get(user.name, {})
            user.possible = [s for s in user.possible if not difference(s, have)][:1] or [{}]
            user.done = []


def unique(states):
    found = []
    for state in states:
        if state not in found:
            found.append(state)
    return found


def only(uri, bindings):
    return {uri: bindings[uri]} if uri in bindings else {}


def difference(state, have):
    """What is wrong with these rows of one user, or nothing."""
    for uri in set(state) - set(have):
        return f"{uri} was acknowledged (CSeq {state[uri].cseq}) and is lost"
    for uri in set(have) - set(state):
        return f"{uri} is there (CSeq {have[uri]['cseq']}), its removal was acknowledged"
    for uri, binding in state.items():
        row = have[uri]
        if row["cseq"] != binding.cseq:
            return f"{uri} has CSeq {row['cseq']}, {binding.cseq} was acknowledged"
        if abs(row["q"] - binding.q) > 0.001:
            return f"{uri} has q={row['q']}, {binding.q} was acknowledged"
        if not int(binding.first) - 1 <= row["expires"] <= binding.last + 1:
            return f"{uri} ends at {row['expires']}, not at {binding.first:.0f}"
    return None
