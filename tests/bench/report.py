# SPDX-License-Identifier: MIT
"""Tables, verdicts and plots from the CSVs of the bench."""

import os
import statistics

import plot
from rows import read

RATE_PARTS = ["quick", "small", "medium", "large", "workers", "tcp"]


def median(rows, column):
    return statistics.median(float(row[column]) for row in rows)


def select(rows, **wanted):
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


def in_order(rows, column):
    return list(dict.fromkeys(row[column] for row in rows))


def ratios(over, under, column):
    """Of two variants, round by round: what they share of the machine's moods goes out."""
    below = {row["round"]: float(row[column]) for row in under}
    return [float(row[column]) / below[row["round"]] for row in over if below.get(row["round"])]


def spread(values):
    if not values:
        return ""
    return "%.2f (%.2f..%.2f)" % (statistics.median(values), min(values), max(values))


def table(title, head, lines):
    print("\n### %s\n" % title)
    print("| %s |" % " | ".join(head))
    print("|---|%s" % ("---:|" * (len(head) - 1)))
    for line in lines:
        print("| %s |" % " | ".join(line))


def rate_line(variant, rows, stock):
    cells = ["%.0f" % median(rows, "rate")]
    cells += ["%.2f" % median(rows, name) for name in ("user_us", "sys_us", "cpu_us")]
    cells += ["%.0f" % median(rows, name) for name in ("p50_us", "p99_us")]
    return [variant, *cells, spread(ratios(rows, stock, "cpu_us"))]


def rate_tables(rows):
    head = ["", "req/s", "user us", "sys us", "cpu us", "p50 us", "p99 us", "cpu against stock-tlsf"]
    for part in in_order(rows, "part"):
        of_part = select(rows, part=part)
        for mode in in_order(of_part, "mode"):
            chosen = select(of_part, mode=mode)
            stock = select(chosen, variant="stock-tlsf")
            one = chosen[0]
            title = "%s: %s, %s users, %s, workers: %s" % (
                part, mode, "{:,}".format(int(one["size"])), one["transport"].upper(),
                one["workers"])
            table(title, head, [rate_line(v, select(chosen, variant=v), stock)
                                for v in in_order(chosen, "variant")])


def shm_table(rows):
    lines = []
    for variant in in_order(rows, "variant"):
        of = select(rows, variant=variant)
        cells = []
        for text in ("plain", "nat"):
            cells += ["%.0f" % median(select(of, text=text), "bytes") if select(of, text=text) else ""]
        lines.append([variant, *cells])
    table("Shared memory for a binding, in bytes",
          ["", "one contact", "NAT data and +sip.instance"], lines)


# part, mode, variant, against, column, at most
TARGETS = [
    (part, mode, *rest) for part in ("quick", "small") for mode in ("refresh", "redirect")
    for rest in (("reg302-qm", "stock-qm", "cpu_us", 0.25),
                 ("reg302-tlsf", "stock-tlsf", "cpu_us", 0.90),
                 ("reg302-tlsf", "constant-tlsf", "cpu_us", 1.05),
                 ("reg302-tlsf", "stock-tlsf", "user_us", 0.80))
] + [
    ("large", mode, variant, "stock-tlsf", "cpu_us", 0.55)
    for mode in ("refresh", "redirect") for variant in ("reg302-qm", "reg302-tlsf")
]


def verdict(value, most):
    return "met" if value <= most else "missed"


def ratio_verdicts(rows):
    for part, mode, variant, against, column, most in TARGETS:
        of = select(rows, part=part, mode=mode)
        values = ratios(select(of, variant=variant), select(of, variant=against), column)
        if values:
            yield ["%s %s, %s / %s, %s" % (part, mode, variant, against, column), spread(values),
                   "%.2f" % most, verdict(statistics.median(values), most)]


def growth_verdicts(rows):
    """A million bindings against a thousand, of ourselves."""
    for mode in ("refresh", "redirect"):
        for variant in ("reg302-qm", "reg302-tlsf"):
            big = select(rows, part="large", mode=mode, variant=variant)
            low = select(rows, part="small", mode=mode, variant=variant)
            if big and low:
                value = median(big, "cpu_us") / median(low, "cpu_us")
                yield ["%s, %s, 1,000,000 / 1,000, cpu_us" % (mode, variant), "%.2f" % value,
                       "1.20", verdict(value, 1.2)]


def shm_verdicts(rows):
    for text, most in (("plain", 300), ("nat", 400)):
        for variant in in_order(rows, "variant"):
            of = select(rows, text=text, variant=variant)
            if of and variant.startswith("reg302"):
                value = median(of, "bytes")
                yield ["shm of a binding, %s, %s" % (text, variant), "%.0f" % value, "%d" % most,
                       verdict(value, most)]


def plot_cpu(rows, folder):
    """Of the best part there is with a thousand users."""
    for part in ("small", "quick"):
        of = select(rows, part=part)
        groups = {mode: [(v, median(select(of, mode=mode, variant=v), "user_us"),
                          median(select(of, mode=mode, variant=v), "sys_us"))
                         for v in in_order(of, "variant")]
                  for mode in ("refresh", "redirect") if select(of, mode=mode)}
        if groups:
            plot.stacked(os.path.join(folder, "cpu.svg"), groups)
            return


def plot_growth(rows, folder):
    rows = [row for row in rows if row["part"] in ("small", "medium", "large")]
    for mode in ("refresh", "redirect"):
        series = {}
        for variant in in_order(rows, "variant"):
            of = select(rows, mode=mode, variant=variant)
            sizes = sorted({int(row["size"]) for row in of})
            if len(sizes) > 1:
                series[variant] = [(n, median(select(of, size=str(n)), "cpu_us")) for n in sizes]
        if series:
            plot.lines(os.path.join(folder, "growth-%s.svg" % mode), series, "bindings",
                       "CPU microseconds for a %s" % mode)


def write(folder, plots):
    rows = [row for part in RATE_PARTS for row in read(folder, part)]
    shm = read(folder, "shm")
    if rows:
        rate_tables(rows)
    if shm:
        shm_table(shm)
    table("Against what is aimed at", ["what", "median (min..max)", "at most", ""],
          [*ratio_verdicts(rows), *growth_verdicts(rows), *shm_verdicts(shm)])
    if plot.can_draw(plots):
        plot_cpu(rows, plots)
        plot_growth(rows, plots)
