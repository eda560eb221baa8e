# SPDX-License-Identifier: MIT
"""What an attack is given: a server, people who use it, and a place to stand."""
import peer
import phone

PASSWORDS = {"alice": "wonder-Land-1865", "bob": "b0b-s-secret", "mallory": "mischief",
             "1001": "1234", "1002": "carol2-pass", "dan": "$pend \\\"quotes' & 100%: ü"}
ATTACKS = []


class Skip(Exception):
    """What the attack needs is not to be had on this machine."""


def attack(*servers):
    """Mark a function as an attack on the servers of those names ("open": anybody
    may register; "closed": every switch is on)."""
    def mark(function):
        ATTACKS.append((function, servers or ("open",)))
        return function
    return mark


class World:
    """One attack's view of things."""

    def __init__(self, server):
        self.server = server
        self.opened = []

    def keep(self, one):
        """Closed when the attack is over."""
        self.opened.append(one)
        return one

    def udp(self, host=None, port=0):
        return self.keep(peer.Udp(host, port))

    def tcp(self, host=None, **given):
        return self.keep(peer.Stream(host, **given))

    def phone(self, user, at=None, password=None):
        """An honest user, at a new address unless told otherwise."""
        secret = PASSWORDS.get(user, "") if password is None else password
        return phone.Phone(user, secret, at or self.udp())

    def intruder(self, user):
        """Somebody with a right password and wrong intentions."""
        one = self.phone(user)
        one.patient = False
        return one

    def close(self):
        for one in self.opened:
            one.close()
