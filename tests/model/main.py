# SPDX-License-Identifier: MIT
"""Random lives of users, on a real server and by the rules, step by step.

main.py SEED STEPS NAME:PORT:CTL...   NAME is refuse or replace_oldest
"""
import collections
import random
import sys
import time
from dataclasses import dataclass, replace

import rules
from rules import Contact, Limits, Register, User
from server import Server, next_second, seconds_between

LENGTH = 24  # steps of a life
SHRINK_SECONDS = 90
SHOW_EVERY = 25  # steps: kamcmd is a process each time


def limits_of(name):
    """The same numbers are in run.sh."""
    return Limits(default_expires=4, min_expires=2, max_expires=10, max_contacts=3,
                  replace_oldest=name == "replace_oldest")


@dataclass(frozen=True)
class Wait:
    seconds: int


# ---- lives


def some_uri(rng, phone):
    """Spellings that are often equal; x=1 and x=2 are each equal to neither."""
    user = rng.choice([f"p{phone}", f"p{phone}", f"%70{phone}"])
    host = rng.choice(["phone.example.org", "phone.example.org", "PHONE.Example.org"])
    port = rng.choice(["", "", "", ":5060", ":5070"])
    params = rng.choice([[], [], [], ["transport=tcp"], ["transport=TCP"], ["x=1"],
                         ["x=1", "transport=tcp"], ["transport=tcp", "x=1"], ["x=2"]])
    return f"{rng.choice(['sip', 'sip', 'SIP'])}:{user}@{host}{port}" + "".join(
        f";{p}" for p in params)


def some_contact(rng):
    phone = rng.randrange(3)
    params = []
    if rng.random() < 0.4:
        params.append(("q", rng.choice(["1", "0.5", "0.50", "0.25", "0", "0.001"])))
    if rng.random() < 0.6:
        params.append(("expires", rng.choice(
            ["0", "0", "1", "2", "3", "5", "60", "abc", "-1", "99999999999"])))
    if phone != 2 and rng.random() < 0.8:
        params.append(("+sip.instance", f'"<urn:uuid:{phone}>"'))
        if phone == 1:
            params.append(("reg-id", rng.choice("12")))
    if rng.random() < 0.2:
        params.append(("methods", '"INVITE,ACK"'))
    rng.shuffle(params)
    return Contact(some_uri(rng, phone), tuple(params))


def some_register(rng, cseqs):
    callid = rng.choice("aaab")
    cseq = cseqs[callid] + rng.choice([1, 1, 1, 1, 1, 1, 5, 0, -1])
    cseqs[callid] = max(cseq, cseqs[callid])
    is_star = rng.random() < 0.06
    n = rng.choice([0, 0, 0, 0, 1]) if is_star else rng.choice([0, 1, 1, 1, 1, 1, 2, 2, 3])
    expires = rng.choice([None] * 6 + ["0", "1", "3", "60", "abc"])
    if is_star:
        expires = rng.choice(["0", "0", "0", "0", "3", None])
    contacts = tuple(some_contact(rng) for _ in range(n))
    return Register(callid, max(cseq, 1), contacts, is_star, expires,
                    rng.random() < 0.3)


def some_life(rng, waits):
    """Every life waits at the same steps, so that they can wait together."""
    cseqs = {"a": 10, "b": 10}
    return [Wait(waits[i]) if i in waits else some_register(rng, cseqs)
            for i in range(LENGTH)]


# ---- one life, on the server and by the rules


class Life:
    """A user, and everything that the rules allow to be true of it."""

    serial = 0

    def __init__(self, server, steps):
        Life.serial += 1
        self.server, self.steps = server, steps
        self.user = f"user{Life.serial}"
        self.possible = {User()}
        self.done = []  # lines: what was sent, what came back
        self.answers = collections.Counter()
        self.mismatch = None

    def step(self, step, show=False):
        next_second()
        self.done.append(describe(step))
        self.do_register(step)
        if not self.mismatch:
            self.do_invite()
        if show and not self.mismatch:
            self.do_show()

    def do_register(self, step):
        before = time.time()
        status, contacts = self.server.register(self.user, step)
        seconds = seconds_between(before, time.time())
        self.answers[status] += 1
        outcomes = {(answer, user, now) for was in self.possible for now in seconds
                    for answer, user in rules.register(was, step, self.server.limits, now)}
        self.done.append(describe_reply(status, contacts))
        self.keep({user for answer, user, now in outcomes if answer == status
                   and (rules.is_listed(user, contacts, now) if status[0] == "2"
                        else not contacts)},
                  {f"{answer} {describe_user(user, now)}" for answer, user, now in outcomes})

    def do_invite(self):
        before = time.time()
        status, contacts = self.server.invite(self.user)
        seconds = seconds_between(before, time.time())
        self.answers[status] += 1
        right = {user for user in self.possible for now in seconds
                 if rules.is_redirected(user, status, contacts, now)}
        if right != self.possible:
            self.done.append("INVITE\n" + describe_reply(status, contacts))
        self.keep(right, {describe_user(user, seconds[-1]) for user in self.possible})

    def do_show(self):
        before = time.time()
        shown = self.server.show(self.user)
        seconds = seconds_between(before, time.time())
        self.keep({user for user in self.possible for now in seconds
                   if rules.is_shown(user, shown, now)},
                  {f"reg302.show {shown}, not {describe_user(user, seconds[-1])}"
                   for user in self.possible})

    def keep(self, right, wanted):
        if not right:
            self.mismatch = sorted(wanted)
        self.possible = right


def describe(step):
    if isinstance(step, Wait):
        return f"(wait {step.seconds} s)"
    lines = [f"REGISTER   Call-ID: {step.callid}   CSeq: {step.cseq}"
             + (f"   Expires: {step.expires}" if step.expires is not None else "")
             + ("   Supported: outbound" if step.outbound else "")]
    lines += [f"    Contact: {c}" for c in step.contacts + (("*",) if step.star else ())]
    return "\n".join(lines)


def describe_reply(status, contacts):
    return "\n".join([f"  -> {status}"] + [f"        Contact: {c}" for c in contacts])


def describe_user(user, now):
    bindings = sorted(user.live(now), key=rules.rank, reverse=True)
    return "with " + (", ".join(f"{b.contact} ({b.expires - now} s left)" for b in bindings)
                      or "no binding")


# ---- shorter


def goes_wrong(server, steps):
    """Live it again as another user: the Life, or None when all is right."""
    life = Life(server, steps)
    for step in steps:
        if isinstance(step, Wait):
            life.done.append(describe(step))
            time.sleep(step.seconds)
        else:
            life.step(step, show=True)
        if life.mismatch:
            return life
    return None


def simpler(step):
    """The same step with something left out."""
    if isinstance(step, Wait):
        return
    for i, c in enumerate(step.contacts):
        without = step.contacts[:i] + step.contacts[i + 1:]
        yield replace(step, contacts=without)
        for p in c.params:
            fewer = replace(c, params=tuple(x for x in c.params if x is not p))
            yield replace(step, contacts=step.contacts[:i] + (fewer,) + step.contacts[i + 1:])
    if step.outbound:
        yield replace(step, outbound=False)
    if step.expires is not None and not step.star:
        yield replace(step, expires=None)


def shorter(steps):
    """Everything to try, the largest steps first."""
    size = len(steps) // 2
    while size:
        for i in range(0, len(steps), size):
            yield steps[:i] + steps[i + size:]
        size //= 2
    for i, step in enumerate(steps):
        for s in simpler(step):
            yield steps[:i] + [s] + steps[i + 1:]


def shrink(life):
    """The shortest life found in which the server and the rules still disagree."""
    end = time.time() + SHRINK_SECONDS
    count = sum(1 for line in life.done if line.startswith(("REGISTER", "(wait")))
    best, steps = life, life.steps[:count]
    found = True
    while found and time.time() < end:
        found = False
        for trial in shorter(steps):
            again = goes_wrong(life.server, trial) if time.time() < end else None
            if again:
                best, steps, found = again, trial, True
                break
    return best


def report(life):
    life = shrink(life)
    text = "\n".join(life.done + ["not right; by the rules one of:"]
                     + [f"  {w}" for w in life.mismatch])
    print("\n".join(f"    # {line}" for line in text.split("\n")))


# ---- all of them


def live(lives, waits):
    """Step by step, all lives together, until one goes wrong: those that did."""
    steps = 0
    for i in range(LENGTH):
        if i in waits:
            time.sleep(waits[i])
        for life in lives:
            if i in waits:
                life.done.append(describe(life.steps[i]))
                continue
            steps += 1
            life.step(life.steps[i], show=steps % SHOW_EVERY == 0)
        wrong = [life for life in lives if life.mismatch]
        if wrong:
            return wrong
    return []


def main():
    seed, steps = sys.argv[1], int(sys.argv[2])
    rng = random.Random(seed)
    waits = {i: rng.choice([1, 2, 3]) for i in rng.sample(range(4, LENGTH), 3)}
    servers = []
    for word in sys.argv[3:]:
        name, port, ctl = word.split(":", 2)
        servers.append(Server(name, limits_of(name), port, ctl))
    n = max(1, steps // LENGTH // len(servers))
    lives = [Life(s, some_life(rng, waits)) for _ in range(n) for s in servers]
    wrong = live(lives, waits)
    failed = 0
    for server in servers:
        mine = [life for life in wrong if life.server is server]
        failed += bool(mine)
        print(f"{'not ok' if mine else 'ok'} model: {server.name} "
              f"({n} users, {n * LENGTH} steps, SEED={seed})", flush=True)
        answers = sum((life.answers for life in lives if life.server is server),
                      collections.Counter())
        print("    # " + ", ".join(f"{n} {a}" for a, n in answers.most_common()))
        if mine:
            report(mine[0])
    print(f"{len(servers) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
