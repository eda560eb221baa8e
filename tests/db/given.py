# SPDX-License-Identifier: MIT
"""What many tests begin with, or wait for."""
import os
import time

TESTS = []
BOTH = ("sqlite", "postgres")
SEED = os.environ.get("SEED") or "302"
KILLS = int(os.environ.get("KILLS") or 20)


class Skip(Exception):
    """It cannot be tried here."""


def test(*kinds):
    """Mark a function as a test, for these kinds of databases; none: for both."""
    def mark(function):
        TESTS.append((function, kinds or BOTH))
        return function
    return mark


def eventually(true, what, seconds=15.0):
    """Wait until it is: its value."""
    end = time.time() + seconds
    while True:
        value = true()
        if value:
            return value
        assert time.time() < end, f"not within {seconds:g} s: {what}"
        time.sleep(0.05)


def expect(reply, status, what=""):
    assert reply, f"no reply, {status} expected {what}"
    assert reply.status == status, f"{reply}, {status} expected {what}"
    return reply


def redirected(phone, user, *uris, **more):
    """A call to this user goes to these URIs; to none: it is 404 or 480."""
    reply = phone.invite(user, **more)
    assert reply, f"no reply to a call of {user}"
    if uris:
        expect(reply, 302, f"for {user}")
    else:
        assert reply.status in (404, 480), f"{reply}, and {user} has no binding"
    assert reply.uris == set(uris), f"{user}: {reply}, not {', '.join(uris)}"
    return reply


def uri_of(user, phone=0):
    return f"sip:{user}@p{phone}.example.org"


def contact_of(user, phone=0, params=""):
    return f"<{uri_of(user, phone)}>{params}"
