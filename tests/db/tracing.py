# SPDX-License-Identifier: MIT
"""A process that is stopped where a test wants it, and dies there."""
import ctypes
import os
import pathlib
import platform
import re
import signal

from given import Skip, eventually

CONT, SINGLESTEP, ATTACH, SYSCALL = 7, 9, 16, 24
ANY_CHILD = 0x40000000  # __WALL
SENDTO = {"x86_64": 44, "aarch64": 206}

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long


class Traced:
    """A process of a server, by what it does. It stands still from here on."""

    def __init__(self, server, what):
        self.pid, = [p["PID"] for p in server.rpc("core.psx") if p["DSC"] == what]
        if libc.ptrace(ATTACH, self.pid, None, None):
            raise Skip(f"no process can be traced here: {os.strerror(ctypes.get_errno())}")
        self.status = 0
        self.wait()

    def wait(self):
        """The signal that stopped it; 0: it has died."""
        self.status = os.waitpid(self.pid, ANY_CHILD)[1]
        return os.WSTOPSIG(self.status) if os.WIFSTOPPED(self.status) else 0

    def go(self, how, number=0):
        assert libc.ptrace(how, self.pid, None, number) == 0, os.strerror(ctypes.get_errno())
        return self.wait()

    def until_signal(self, wanted):
        """Until it is about to get that signal."""
        got = self.go(CONT)
        while got != wanted:
            got = self.go(CONT, got)

    def steps(self, count, number=0):
        """So many instructions behind a signal."""
        for _ in range(count):
            self.go(SINGLESTEP, number)
            number = 0

    def until_it_sends(self):
        """Until it is about to send a datagram."""
        wanted = SENDTO.get(platform.machine())
        if not wanted:
            raise Skip(f"which system call sends is not known on {platform.machine()}")
        got = self.go(SYSCALL)
        while not self.calls(wanted):
            got = self.go(SYSCALL, 0 if got == signal.SIGTRAP else got)

    def calls(self, number):
        words = pathlib.Path(f"/proc/{self.pid}/syscall").read_text().split()
        return words[0] == str(number)

    def is_told(self):
        """SIGTERM is on its way to it."""
        pending = re.findall(r"^(?:SigPnd|ShdPnd):\s*(\w+)$",
                             pathlib.Path(f"/proc/{self.pid}/status").read_text(), re.M)
        return any(int(mask, 16) >> (signal.SIGTERM - 1) & 1 for mask in pending)

    def die(self):
        """Wait for SIGTERM, and take it before anything else."""
        eventually(self.is_told, f"process {self.pid} gets SIGTERM")
        got = self.go(CONT)
        while got:
            got = self.go(CONT, got if got == signal.SIGTERM else 0)
