# SPDX-License-Identifier: MIT
"""Sum up what gcov counted: coverage.py UNIT-OBJECTS WIRE-OBJECTS"""
import collections
import json
import os
import subprocess
import sys


def counts_of(folder):
    """(file, line) -> times run, and (file, function) -> times called"""
    lines, functions = collections.Counter(), collections.Counter()
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".gcno"):
            continue
        out = subprocess.run(["gcov", "--json-format", "--stdout", name], cwd=folder,
                             capture_output=True, check=False).stdout
        for text in out.splitlines():
            for f in json.loads(text)["files"]:
                file = os.path.basename(f["file"])
                if file != name.replace(".gcno", ".c"):
                    continue
                for line in f["lines"]:
                    lines[file, line["line_number"]] += line["count"]
                for function in f["functions"]:
                    functions[file, function["name"]] += function["execution_count"]
    return lines, functions


def percent(lines, file=None):
    mine = [n for (f, _), n in lines.items() if file in (f, None)]
    return f"{100 * sum(n > 0 for n in mine) / len(mine):.0f} %" if mine else ""


def main():
    (unit, unit_calls), (wire, wire_calls) = map(counts_of, sys.argv[1:])
    both, calls = collections.Counter(unit), collections.Counter(unit_calls)
    both.update(wire)
    calls.update(wire_calls)
    print("| file | lines | unit | wire | both | functions that nothing called |")
    print("|---|---|---|---|---|---|")
    for file in sorted({f for f, _ in both}):
        never = [f"`{n}`" for f, n in sorted(calls) if f == file and calls[f, n] == 0]
        print(f"| `{file}` | {sum(f == file for f, _ in both)} | {percent(unit, file)} "
              f"| {percent(wire, file)} | {percent(both, file)} | {', '.join(never)} |")
    print(f"| all | {len(both)} | {percent(unit)} | {percent(wire)} | {percent(both)} | |")


main()
