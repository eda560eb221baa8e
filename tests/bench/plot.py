# SPDX-License-Identifier: MIT
"""Plots of the report, drawn by gnuplot."""

import os
import shutil
import subprocess
import sys

STYLE = """
set terminal svg size 860,420 font 'sans,12' background '#ffffff'
set output '%s'
set grid ytics lc rgb '#dddddd'
set border 3
set tics nomirror
set key outside right top
"""
USER, SYSTEM = "#2b6cb0", "#a0aec0"
COLOURS = ["#718096", "#c05621", "#2b6cb0", "#2f855a", "#805ad5", "#b83280"]


def gnuplot(path, commands):
    subprocess.run(["gnuplot"], input=STYLE % path + commands, text=True, check=True)


def label(text):
    """Under the axis, a word below the other: no renderer has to turn it."""
    return '"%s"' % text.replace("-", "\\n").replace(", ", "\\n").replace(" ", "\\n")


def stacked(path, groups):
    """Bars of user and system time: {mode: [(variant, user us, sys us)]}."""
    data, parts = [], []
    for number, (mode, bars) in enumerate(groups.items()):
        lines = ["%s %.3f %.3f" % (label(name), user, system) for name, user, system in bars]
        data.append("$g%d << EOD\n%s\nEOD\n" % (number, "\n".join(lines)))
        title = ("title 'user'", "title 'system'") if number == 0 else ("notitle", "notitle")
        parts.append("newhistogram '%s' offset 0,-2 lt 1, $g%d using 2:xtic(1) %s lc rgb '%s', "
                     "'' using 3 %s lc rgb '%s'" % (mode, number, title[0], USER, title[1], SYSTEM))
    gnuplot(path, "".join(data) + """
set style data histograms
set style histogram rowstacked
set style fill solid border -1
set boxwidth 0.7
set bmargin 6
set xtics scale 0
set ylabel 'CPU microseconds for a request'
set yrange [0:*]
plot %s
""" % ", ".join(parts))


def lines(path, series, x, y):
    """Curves over a logarithmic axis: {title: [(x, y)]}."""
    data, parts = [], []
    for number, (title, points) in enumerate(series.items()):
        data.append("$s%d << EOD\n%s\nEOD\n" % (number, "\n".join("%g %g" % p for p in points)))
        parts.append("$s%d using 1:2 with linespoints lw 2 pt 7 ps 0.6 lc rgb '%s' title '%s'"
                     % (number, COLOURS[number % len(COLOURS)], title))
    gnuplot(path, "".join(data) + """
set logscale x 10
set format x '%%.0f'
set xlabel '%s'
set ylabel '%s'
set yrange [0:*]
plot %s
""" % (x, y, ", ".join(parts)))


def bars(path, columns, groups, y):
    """Clustered bars: columns are titles, groups {name: [value of each column]}."""
    rows = ["%s %s" % (label(name), " ".join("%g" % v for v in values))
            for name, values in groups.items()]
    parts = ["%s using %d%s title '%s' lc rgb '%s'"
             % ("$d" if n == 0 else "''", n + 2, ":xtic(1)" if n == 0 else "", title, COLOURS[n])
             for n, title in enumerate(columns)]
    gnuplot(path, "$d << EOD\n%s\nEOD\n" % "\n".join(rows) + """
set style data histograms
set style histogram clustered gap 1
set style fill solid border -1
set bmargin 5
set xtics scale 0
set ylabel '%s'
set yrange [0:*]
plot %s
""" % (y, ", ".join(parts)))


def can_draw(folder):
    if not shutil.which("gnuplot"):
        print("bench: no plots, because gnuplot is not installed", file=sys.stderr)
        return False
    os.makedirs(folder, exist_ok=True)
    return True
