# SPDX-License-Identifier: MIT
"""Clocks that are set forward and back by law: an expiry is a moment."""
import calendar
import time

import clock
from given import contact_of, expect, redirected, test, uri_of
from kamailio import reg302, showing, usrloc
from sip import Phone

ZONES = ("UTC", "America/St_Johns", "Asia/Tokyo", "Europe/Berlin")


def ends(server):
    return [int(c["expires"]) for n in range(3) for c in showing(server, f"u{n}")]


@test()
def another_time_zone_moves_no_expiry(db):
    server = reg302(db)
    want = None
    with Phone() as phone:
        for zone in ZONES:
            server.env["TZ"] = zone
            server.start()
            if not want:
                for n, expires in enumerate((600, 7200, 80000)):
                    expect(phone.register(f"u{n}", contact_of(f"u{n}"), expires=expires), 200)
                want = ends(server)
            assert ends(server) == want, f"{zone}: {ends(server)}, not {want}"
            redirected(phone, "u0", uri_of("u0"))
            server.stop()


@test()
def a_refresh_in_another_time_zone_moves_no_expiry(db):
    """The rows of before and the rows of now side by side."""
    server = reg302(db)
    with Phone() as phone:
        for n, zone in enumerate(ZONES[:3]):
            server.env["TZ"] = zone
            server.start()
            expect(phone.register(f"u{n}", contact_of(f"u{n}"), expires=3600), 200)
            have = ends(server)
            assert len(have) == n + 1 and max(have) - min(have) < 60, have
            server.restart()
            assert ends(server) == have, f"{zone}: {ends(server)}, not {have}"
            server.stop()


@test()
def usrloc_and_ours_agree_on_the_hour_in_a_zone_with_summer_time(db):
    with Phone() as phone:
        with usrloc(db, env={"TZ": "Europe/Berlin"}):
            reply = expect(phone.register("u0", contact_of("u0"), expires=3600), 200)
        with reg302(db, env={"TZ": "Europe/Berlin"}) as server:
            assert abs(ends(server)[0] - reply.arrived - 3600) < 3
            reply = expect(phone.register("u1", contact_of("u1"), expires=3600), 200)
        with usrloc(db, env={"TZ": "Europe/Berlin"}) as stock:
            contact = stock.rpc("ul.lookup", "location", "u1")["Contacts"][0]["Contact"]
            assert abs(contact["Expires"] - (reply.arrived + 3600 - time.time())) < 3, contact


def at_moment(db, moment):
    return reg302(db, env=clock.starts_at(moment), sanitized=False)


def hour_that_comes_twice(db, written, read):
    """Rows that end in the hour that Berlin has twice on 25 October 2026."""
    with Phone() as phone:
        with at_moment(db, written) as server:
            for n, expires in enumerate((1500, 3600, 5400)):
                expect(phone.register(f"u{n}", contact_of(f"u{n}"), expires=expires), 200)
            want = ends(server)
        moment = calendar.timegm(time.strptime(written, "%Y-%m-%d %H:%M"))
        assert 0 <= want[0] - moment - 1500 < 60, f"{want}: the clock is not {written}"
        with at_moment(db, read) as server:
            now = calendar.timegm(time.strptime(read, "%Y-%m-%d %H:%M"))
            want = [e for e in want if e > now + 5]
            assert ends(server) == want, f"{ends(server)}, not {want}"


@test()
def an_expiry_in_the_hour_that_comes_twice_stays_in_the_first(db):
    hour_that_comes_twice(db, "2026-10-24 23:20", "2026-10-24 23:30")


@test()
def an_expiry_in_the_hour_that_comes_twice_stays_in_the_second(db):
    hour_that_comes_twice(db, "2026-10-25 00:20", "2026-10-25 00:30")


@test()
def a_start_after_the_clock_was_set_back_moves_no_expiry(db):
    hour_that_comes_twice(db, "2026-10-25 00:30", "2026-10-25 01:05")


@test()
def a_start_after_the_clock_was_set_forward_moves_no_expiry(db):
    hour_that_comes_twice(db, "2026-03-29 00:50", "2026-03-29 01:02")
