# SPDX-License-Identifier: MIT
"""How fast the machine is just now.

A virtual machine shares its cores with neighbours, and runs at half speed while one
of them is busy; and other processes may want the core as well. A piece of work that
is always the same, done before and after each measurement, shows it."""

import time

SLOW = 1.15  # times the fastest one seen: somebody else is at work


class Gauge:
    def __init__(self):
        self.fastest = float("inf")

    def look(self):
        """Seconds that the piece of work takes now; the best of two."""
        took = min(self.once(), self.once())
        self.fastest = min(self.fastest, took)
        return took

    @staticmethod
    def once():
        begin, x = time.monotonic_ns(), 0
        for i in range(20000):
            x += i * i
        return (time.monotonic_ns() - begin) / 1e9

    def is_slow(self, took):
        return took > SLOW * self.fastest

    def settle(self):
        """Learn the usual speed."""
        for _ in range(100):
            self.look()
