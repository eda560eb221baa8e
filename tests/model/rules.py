# SPDX-License-Identifier: MIT
"""What the bindings must be: RFC 3261 10.3, slowly and obviously.

Nothing here is shared with the module. Where the RFC, or the second at which the
server looked at its clock, leaves a choice, register() gives every outcome that is
right, and the caller keeps those that fit what the server said.

Choices of this project: a CSeq below that of any binding with the same Call-ID fails
the whole request with 400; the same CSeq is a retransmission when everything that is
asked was done already, and fails too when not; +sip.instance (with outbound, and
reg-id) tells a phone before its URI does; max_contacts refuses with 403 or replaces
the oldest.
"""
import re
from dataclasses import dataclass, replace

HOUR = 3600
LARGEST = 2**32 - 1
REPEATS = 32  # seconds for which a client repeats a request, RFC 3261 17.1.2.2


@dataclass(frozen=True)
class Limits:
    default_expires: int
    min_expires: int
    max_expires: int
    max_contacts: int
    replace_oldest: bool


@dataclass(frozen=True)
class Contact:
    uri: str
    params: tuple = ()  # of (name, value), in their order

    def get(self, name):
        return next((v for n, v in self.params if n == name), None)

    def __str__(self):
        return f"<{self.uri}>" + "".join(f";{n}={v}" for n, v in self.params)


@dataclass(frozen=True)
class Register:
    callid: str
    cseq: int
    contacts: tuple = ()
    star: bool = False
    expires: str = None  # the header field
    outbound: bool = False  # Supported: outbound


@dataclass(frozen=True)
class Binding:
    contact: Contact
    callid: str
    cseq: int
    expires: int  # seconds since the epoch
    modified: int
    flow: str = None  # its reg-id, where it counts


@dataclass(frozen=True)
class User:
    bindings: frozenset = frozenset()
    known: bool = False  # had a binding once

    def live(self, now):
        return [b for b in self.bindings if b.expires > now]


# ---- URIs, RFC 3261 19.1.4


def unescape(text):
    return re.sub("%([0-9A-Fa-f]{2})", lambda m: chr(int(m[1], 16)), text)


def same_uri(one, two):
    """Whether two SIP URIs (with user, without headers) name the same resource."""

    def parts(uri):
        scheme, user, host, port, params = re.fullmatch(
            r"(\w+):([^@]*)@([^:;]*)(:\d+)?((?:;[^;]*)*)", uri).groups()
        params = dict((p.lower() + "=").split("=")[:2] for p in params.split(";")[1:])
        return (scheme.lower(), unescape(user), host.lower(), port), params

    (start_one, one), (start_two, two) = parts(one), parts(two)
    if start_one != start_two:
        return False
    both = one.keys() & two.keys()
    decisive = {"transport", "user", "ttl", "method", "maddr"}
    return (all(one[n] == two[n] for n in both)
            and not decisive & (one.keys() ^ two.keys()))


# ---- contacts


def seconds(text):
    """delta-seconds; malformed counts as an hour, RFC 3261 20.19"""
    return min(int(text), LARGEST) if re.fullmatch("[0-9]+", text) else HOUR


def asked(request, contact, limits):
    """(7): the parameter, else the header field, else the default"""
    if contact.get("expires") is not None:
        return seconds(contact.get("expires"))
    if request.expires is not None:
        return seconds(request.expires)
    return limits.default_expires


def instance(contact):
    return contact.get("+sip.instance")


def flow(request, contact):
    """The reg-id, which counts only with outbound, RFC 5626 6."""
    return contact.get("reg-id") if request.outbound else None


def is_about(request, contact, binding):
    """Whether a contact is about a binding: it is the same flow, or the phone has
    moved; or by its URI."""
    if instance(contact) and instance(binding.contact):
        if instance(contact) != instance(binding.contact):
            return False
        if flow(request, contact) == binding.flow:
            return True
        if flow(request, contact) and binding.flow:
            return False
    return same_uri(contact.uri, binding.contact.uri)


def says_it_again(request, earlier, later):
    """Whether a later contact of the same request is about the same binding. Two
    addresses of one phone are two."""
    if instance(earlier) and instance(later):
        if instance(earlier) != instance(later):
            return False
        if flow(request, earlier) and flow(request, later):
            return flow(request, earlier) == flow(request, later)
    return same_uri(earlier.uri, later.uri)


def last_of_each(request):
    return [c for i, c in enumerate(request.contacts)
            if not any(says_it_again(request, c, later)
                       for later in request.contacts[i + 1:])]


def pairings(request, contacts, bindings):
    """Every way to find the binding of each contact: first one that is written
    alike, then one with an equal URI, then any. Each a dict from contact to binding."""
    closeness = [lambda c, b: c.uri == b.contact.uri,
                 lambda c, b: same_uri(c.uri, b.contact.uri),
                 lambda c, b: True]

    def go_on(work, found):
        if not work:
            yield found
            return
        (is_close, c), rest = work[0], work[1:]
        fits = [] if c in found else [
            b for b in bindings if b not in found.values()
            and is_about(request, c, b) and is_close(c, b)]
        for b in fits:
            yield from go_on(rest, {**found, c: b})
        if not fits:
            yield from go_on(rest, found)

    yield from go_on([(is_close, c) for is_close in closeness for c in contacts], {})


# ---- 10.3


def evictions(bindings, keep, surplus):
    """Every way to drop the oldest of those that the request is not about."""
    if surplus <= 0:
        yield bindings
        return
    others = [b for b in bindings if b not in keep]
    oldest = min((b.modified for b in others), default=None)
    for b in others:
        if b.modified == oldest:
            yield from evictions(bindings - {b}, keep, surplus - 1)


def star(user, request, now):
    """(6)"""
    if request.contacts or request.expires is None or seconds(request.expires):
        yield "400 Invalid Wildcard Contact", user
    elif any(b.callid == request.callid and b.cseq >= request.cseq
             for b in user.live(now)):
        yield "400 Invalid CSeq", user
    else:
        yield "200 OK", replace(user, bindings=frozenset())


def again(user, request, contacts, found, limits, now):
    """Call-ID and CSeq of a binding that is named: nothing changes. It is done already
    when every contact that asks for time is bound by that Call-ID and CSeq, and every
    other one is gone."""
    kept = [found.get(c) for c in contacts if asked(request, c, limits)]
    gone = [found.get(c) for c in contacts if not asked(request, c, limits)]
    is_done = not any(gone) and all(
        b and b.callid == request.callid and b.cseq == request.cseq
        and b.modified + REPEATS >= now for b in kept)
    yield "200 OK" if is_done else "400 Invalid CSeq", user


def update(user, request, contacts, found, limits, now):
    """(7), when every contact has found its binding, or none."""
    ours = [b for b in user.live(now) if b.callid == request.callid]
    if any(request.cseq < b.cseq for b in ours):
        yield "400 Invalid CSeq", user
        return
    if any(request.cseq == b.cseq for b in ours if b in found.values()):
        yield from again(user, request, contacts, found, limits, now)
        return
    bound = {c: min(asked(request, c, limits), limits.max_expires) for c in contacts}
    new = frozenset(Binding(c, request.callid, request.cseq, now + s, now,
                            flow(request, c))
                    for c, s in bound.items() if s)
    after = frozenset(set(user.live(now)) - set(found.values())) | new
    added = any(s and c not in found for c, s in bound.items())
    surplus = len(after) - limits.max_contacts if added else 0
    possible = list(evictions(after, new, surplus)
                    if limits.replace_oldest or surplus <= 0 else [])
    for bindings in possible:
        yield "200 OK", User(bindings, user.known or bool(bindings))
    if not possible:
        yield "403 Too Many Contacts", user


def register(user, request, limits, now):
    """Every right answer to a REGISTER at that second: (status, the user after it)."""
    if request.star:
        yield from star(user, request, now)
        return
    staying = [c for c in request.contacts if asked(request, c, limits)]
    if len(staying) > 1 and any(instance(c) and flow(request, c) for c in staying):
        yield "400 Multiple reg-id", user
        return
    times = [asked(request, c, limits) for c in request.contacts]
    if any(0 < t < limits.min_expires and t < HOUR for t in times):
        yield "423 Interval Too Brief", user
        return
    if not request.contacts:
        yield "200 OK", user
        return
    contacts = last_of_each(request)
    for found in pairings(request, contacts, user.live(now)):
        yield from update(user, request, contacts, found, limits, now)


# ---- what is seen of it


def rank(binding):
    """highest q first, then the latest"""
    return float(binding.contact.get("q") or 1), binding.modified


def is_listed(user, listed, now):
    """Whether a 200 lists exactly the bindings, in their order. Listed are Contacts
    as the reply has them."""
    bindings = user.live(now)
    ranks = []
    for seen in listed:
        fits = [b for b in bindings if seen.uri == b.contact.uri
                and seen.get("expires") == str(b.expires - now)
                and same_params(seen, b.contact)]
        if not fits:
            return False
        bindings.remove(fits[0])
        ranks.append(rank(fits[0]))
    return not bindings and ranks == sorted(ranks, reverse=True)


def same_params(one, two):
    def plain(contact):
        params = dict(contact.params)
        params.pop("expires", None)
        q = params.pop("q", None)
        return params, None if q is None else float(q)

    return plain(one) == plain(two)


def are_twins(one, two):
    """Whether a caller would be sent to the same phone twice: one of its instance
    (RFC 5626 7, RFC 5627 6.1), one of equal URIs."""
    return (instance(one.contact) and instance(one.contact) == instance(two.contact)
            or same_uri(one.contact.uri, two.contact.uri))


def is_offered(user, offered, now):
    """Whether a 302 offers what it should, in its order: every binding, unless a twin
    of it that is not worse is offered."""
    left, chosen = user.live(now), []
    for seen in offered:
        fits = [b for b in left if seen.uri == b.contact.uri
                and q_of(seen) == q_of(b.contact)]
        if not fits or any(are_twins(fits[0], b) for b in chosen):
            return False
        left.remove(fits[0])
        chosen.append(fits[0])
    ranks = [rank(b) for b in chosen]
    return ranks == sorted(ranks, reverse=True) and all(
        any(are_twins(b, c) and rank(c) >= rank(b) for c in chosen) for b in left)


def q_of(contact):
    return None if contact.get("q") is None else float(contact.get("q"))


def is_redirected(user, status, offered, now):
    """Whether a call is answered as it should be."""
    if user.live(now):
        return status.startswith("302 ") and is_offered(user, offered, now)
    return status.startswith("480 " if user.known else "404 ") and not offered


def is_shown(user, shown, now):
    """Whether reg302.show lists the bindings: (contact, callid, cseq) of each."""
    return sorted(shown) == sorted(
        (b.contact.uri, b.callid, str(b.cseq)) for b in user.live(now))
