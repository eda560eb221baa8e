# SPDX-License-Identifier: MIT
"""What is measured, as CSV: one file for each part, one row for each measurement."""

import csv
import os

RATES = ["part", "variant", "mode", "size", "workers", "transport", "round", "requests", "seconds",
         "rate", "user_us", "sys_us", "cpu_us", "p50_us", "p99_us", "p999_us", "repeated", "slow"]
SHM = ["variant", "text", "bindings", "bytes", "left"]
LATENCY = ["variant", "scenario", "rate", "p50_us", "p99_us", "p999_us", "max_us"]
SIPP = ["variant", "benchmark", "rate", "cpu"]
DB = ["kind", "what", "variant", "rate", "p50_us", "p99_us", "seconds"]
SOAK = ["variant", "requests", "rate", "cpu_us", "pkg", "shm", "slow"]


def path_of(folder, part):
    return os.path.join(folder, part + ".csv")


def shown(value):
    return "%.3f" % value if isinstance(value, float) else value


class Csv:
    """Rows go to the disk one by one, so that a run that is stopped has told what it knows."""

    def __init__(self, folder, part, columns, append):
        path = path_of(folder, part)
        self.before = read(folder, part) if append else []
        self.file = open(path, "a" if self.before else "w", newline="")
        self.writer = csv.DictWriter(self.file, columns)
        if not self.before:
            self.writer.writeheader()
        self.file.flush()

    def rounds(self, count):
        """Numbers of the next rounds, behind those that are there."""
        last = max((int(row["round"]) for row in self.before), default=0)
        return range(last + 1, last + count + 1)

    def add(self, fixed, **values):
        self.writer.writerow({name: shown(value) for name, value in {**fixed, **values}.items()})
        self.file.flush()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()


def read(folder, part):
    try:
        with open(path_of(folder, part), newline="") as file:
            return list(csv.DictReader(file))
    except FileNotFoundError:
        return []
