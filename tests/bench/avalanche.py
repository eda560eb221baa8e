# SPDX-License-Identifier: MIT
"""100,000 phones come back within a minute after a restart, with Digest, without and
with expires_range: who is bound, who is answered twice, and what the next waves look
like. avalanche.py [PHONES [SECONDS]]; draws docs/plots/avalanche.svg."""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "attack"))

import phones  # pylint: disable=wrong-import-position
import server as servers  # pylint: disable=wrong-import-position

OUT = pathlib.Path(os.environ["BUILD"]) / "bench" / "avalanche"
ADDRESSES = 2000
RANGES = (0, 20)
BIN = 5  # seconds

PLOT = """
set terminal svg size 760,380 font "sans,12" background "white"
set output "{svg}"
set title "{title}"
set xlabel "minutes after the restart"
set ylabel "REGISTERs a second, without those challenged"
set logscale y
set yrange [1:*]
set key top center
set grid
plot {curves}
"""


def bound(server):
    return int(re.search(r"bindings: (\d+)", server.rpc("reg302.stats")[1])[1])


def avalanche(program, spread, n, within):
    """One server, filled, stopped, started, and all of its phones at once."""
    server = servers.Server(f"range-{spread}",
                            f"WITH_AUTH WITH_ANTIFLOOD EXPIRES_RANGE={spread}")
    server.start()
    try:
        phones.enrol(server.state / "reg302.sqlite", n)
        filled = phones.register(program, "-n", n, "-a", ADDRESSES, "-o", 200)
        server.stop()
        server.launch()
        loaded, seen = bound(server), OUT / f"range-{spread}.txt"
        got = phones.register(program, "-n", n, "-a", ADDRESSES, "-w", within, "-c", 100,
                              "-f", seen)
        got.update(loaded=loaded, at_the_end=bound(server), filled_in=filled["seconds"])
    finally:
        server.stop()
    return got, phones.lives(seen)


def delays(lives):
    took = sorted(b - c for c, b, *_ in lives if b >= 0)
    return [1000 * took[int(len(took) * p)] for p in (0.5, 0.99, 0.9999)]


def draw(results, n, within):
    """All waves of each run as one curve."""
    curves = []
    for spread, (_, lives) in results.items():
        data = OUT / f"range-{spread}.dat"
        rows = phones.rate([t for wave in phones.waves(lives, 4) for t in wave], BIN)
        full, last = [], None
        for second, value in rows:  # no line across the silence between two waves
            if last is not None and second - last > BIN:
                full += [f"{(last + BIN) / 60} 1", "", f"{(second - 1) / 60} 1"]
            full.append(f"{second / 60} {value}")
            last = second
        data.write_text("\n".join(full) + "\n", "ascii")
        name = f"expires\\\\_range {spread}"
        curves.append(f'"{data}" with lines linewidth {2 - (spread > 0)} title "{name}"')
    svg = pathlib.Path(os.environ["ROOT"]) / "docs/plots/avalanche.svg"
    svg.parent.mkdir(parents=True, exist_ok=True)
    title = f"{n} phones within {within} s, expires 3600, and when they come again"
    subprocess.run(["gnuplot"], input=PLOT.format(svg=svg, title=title, curves=", ".join(
        curves)), text=True, check=True)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    within = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    OUT.mkdir(parents=True, exist_ok=True)
    servers.OUT = OUT
    program = phones.build(OUT)
    results = {spread: avalanche(program, spread, n, within) for spread in RANGES}
    names = ("phones", "loaded", "bound", "at_the_end", "challenged", "repeated", "put_off",
             "answered_twice", "filled_in", "seconds")
    print("| expires_range | " + " | ".join(f"{r}" for r in results) + " |")
    print("|---|" + "---|" * len(results))
    for name in names:
        print(f"| {name} | " + " | ".join(f"{got[name]:.10g}" for got, _ in results.values())
              + " |")
    for i, name in enumerate(("median ms", "p99 ms", "p99.99 ms")):
        print(f"| {name} | " + " | ".join(f"{delays(lives)[i]:.1f}"
                                          for _, lives in results.values()) + " |")
    for i in range(3):
        print(f"| peak of wave {i + 1}, REGISTER/s | " + " | ".join(
            f"{max(r for _, r in phones.rate(phones.waves(lives, 3)[i], BIN)):.0f}"
            for _, lives in results.values()) + " |")
    draw(results, n, within)
    good = all(got["bound"] == got["at_the_end"] == n and not got["answered_twice"]
               for got, _ in results.values())
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
