# SPDX-License-Identifier: MIT
"""A server whose clock is another one. It cannot have sanitizers: they would be loaded
behind the clock, and hang."""
import calendar
import glob
import os
import tempfile
import time

from given import Skip


def library():
    found = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    if not found:
        raise Skip("faketime is not installed")
    return {"LD_PRELOAD": found[0], "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def starts_at(text):
    """The environment in which a clock starts at that moment of UTC."""
    moment = calendar.timegm(time.strptime(text, "%Y-%m-%d %H:%M"))
    return {**library(), "FAKETIME": f"{moment - int(time.time()):+d}s", "TZ": "Europe/Berlin"}


class Clock:
    """A clock that can be set while the server runs."""

    def __init__(self):
        self.file = tempfile.NamedTemporaryFile("w", prefix="reg302-clock-")
        self.set(0)

    def environment(self):
        return {**library(), "FAKETIME_TIMESTAMP_FILE": self.file.name, "FAKETIME_CACHE_DURATION": "1"}

    def set(self, seconds):
        """So much ahead of ours."""
        self.file.seek(0)
        self.file.write(f"{seconds:+d}\n")
        self.file.truncate()
        self.file.flush()
        os.fsync(self.file.fileno())
