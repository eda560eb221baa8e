# SPDX-License-Identifier: MIT
"""A server ends, wherever its processes stood when they were told to."""
import os
import signal

from given import contact_of, expect, test
from kamailio import reg302
from sip import Phone
from tracing import Traced

SECONDS = 5


def stop_with(server, traced):
    """A stop in which that process dies where it stands."""
    os.kill(server.process.pid, signal.SIGTERM)
    traced.die()
    assert server.wait(SECONDS) == 0, server.log()


@test("sqlite")
def a_stop_ends_wherever_the_process_of_the_timers_stood(db):
    """Most of a tick it has the lock of their list."""
    for steps in range(10, 200, 15):
        server = reg302(db).start()
        timer = Traced(server, "timer")
        timer.until_signal(signal.SIGALRM)
        timer.steps(steps, signal.SIGALRM)
        stop_with(server, timer)


@test("sqlite")
def a_stop_ends_while_a_transaction_repeats_its_answer(db):
    """tm waits for the end of the timer that is running, and nobody runs it any more."""
    options = ("-n", "2", "-A", "WITH_TRANSACTIONS")
    with Phone() as phone, Phone() as caller:
        server = reg302(db, options=options).start()
        expect(phone.register("1001", contact_of("1001")), 200)
        expect(caller.ask(caller.request("INVITE", "1001")), 302)  # and no ACK
        timer = Traced(server, "timer")
        timer.until_it_sends()
        stop_with(server, timer)
