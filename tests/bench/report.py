# SPDX-License-Identifier: MIT
"""Tables, verdicts and plots from the CSVs of the bench."""

import os
import statistics

import plot
from rows import read

RATE_PARTS = ["quick", "small", "medium", "large", "workers", "tcp", "prime"]


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


def latency_table(rows):
    lines = []
    for variant in in_order(rows, "variant"):
        for scenario in in_order(rows, "scenario"):
            of = select(rows, variant=variant, scenario=scenario)
            if of:
                cells = ["%.0f" % median(of, name) for name in ("p50_us", "p99_us", "p999_us")]
                lines.append(["%s, %s" % (variant, scenario), str(len(of)), *cells])
    table("Redirects at a steady rate, medians over seconds", ["", "seconds", "p50 us", "p99 us",
                                                               "p99.9 us"], lines)


def soak_table(rows):
    table("A soak", ["requests", "req/s", "cpu us", "pkg of the worker", "shm"],
          [["%s, %s" % (row["variant"], "{:,}".format(int(row["requests"]))),
            "%.0f" % float(row["rate"]), "%.2f" % float(row["cpu_us"]), row["pkg"], row["shm"]]
           for row in rows])


def sipp_table(rows):
    table("RFC 7502, searched with SIPp", ["", "attempts/s without a failure", "server's share of a core"],
          [["%s, %s" % (row["variant"], row["benchmark"]), row["rate"], "%.2f" % float(row["cpu"])]
           for row in rows])


IDLE = {"growing": "idle, 1,000", "listing": "idle, 1,000,000", "expiring": "idle, 1,000,000"}


def latency_verdicts(rows):
    for variant in in_order(rows, "variant"):
        for scenario, idle in IDLE.items():
            of = select(rows, variant=variant, scenario=scenario)
            below = select(rows, variant=variant, scenario=idle)
            if of and below:
                value = median(of, "p99_us") / median(below, "p99_us")
                yield ["redirect p99, %s, %s / %s" % (variant, scenario, idle), "%.2f" % value,
                       "2.00", verdict(value, 2)]


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


def plot_latency(rows, folder):
    columns = ["p50_us", "p99_us", "p999_us"]
    groups = {"%s %s" % (variant, scenario):
              [median(select(rows, variant=variant, scenario=scenario), name) for name in columns]
              for variant in in_order(rows, "variant")
              for scenario in in_order(select(rows, variant=variant), "scenario")}
    if groups:
        plot.bars(os.path.join(folder, "latency.svg"), ["p50", "p99", "p99.9"], groups,
                  "microseconds until the 302")


def write(folder, plots):
    rows = [row for part in RATE_PARTS for row in read(folder, part)]
    shm = read(folder, "shm")
    if rows:
        rate_tables(rows)
    if shm:
        shm_table(shm)
    latency = read(folder, "latency")
    if latency:
        latency_table(latency)
    if read(folder, "soak"):
        soak_table(read(folder, "soak"))
    if read(folder, "rfc7502"):
        sipp_table(read(folder, "rfc7502"))
    table("Against what is aimed at", ["what", "median (min..max)", "at most", ""],
          [*ratio_verdicts(rows), *growth_verdicts(rows), *shm_verdicts(shm),
           *latency_verdicts(latency)])
    if plot.can_draw(plots):
        plot_cpu(rows, plots)
        plot_growth(rows, plots)
        plot_latency(latency, plots)
