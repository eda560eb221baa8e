# SPDX-License-Identifier: MIT
"""Tables, verdicts and plots from the CSVs of the bench."""

import contextlib
import io
import os
import re
import statistics

import plot
from rows import read
from server import Failed
from speed import SLOW

ENOUGH = 3  # measurements for a median
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


def calm(rows):
    """Without the measurements during which the machine was slow; where too few of a kind
    are left, all of that kind."""
    kinds = {}
    for row in rows:
        kinds.setdefault((row["part"], row["mode"], row["variant"]), []).append(row)
    kept = []
    for of in kinds.values():
        quick = [row for row in of if float(row["slow"]) <= SLOW]
        kept += quick if len(quick) >= ENOUGH else of
    return kept


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


# what goes on, and what it is compared with
BESIDE = [("growing", "idle, 1,000"), ("growing", "refreshes"), ("listing", "idle, 1,000,000"),
          ("expiring", "idle, 1,000,000")]


def latency_verdicts(rows):
    for variant in in_order(rows, "variant"):
        for scenario, idle in BESIDE:
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
    groups = {scenario if variant == "reg302-tlsf" else "%s %s" % (variant, scenario):
              [median(select(rows, variant=variant, scenario=scenario), name) for name in columns]
              for variant in in_order(rows, "variant")
              for scenario in in_order(select(rows, variant=variant), "scenario")}
    if groups:
        plot.bars(os.path.join(folder, "latency.svg"), ["p50", "p99", "p99.9"], groups,
                  "microseconds until the 302")


def database_table(rows):
    head = ["", "per second", "p50 ms", "p99 ms"]
    for kind in in_order(rows, "kind"):
        lines = []
        for what in in_order(select(rows, kind=kind), "what"):
            for variant in in_order(select(rows, kind=kind, what=what), "variant"):
                of = select(rows, kind=kind, what=what, variant=variant)
                lines.append([DATABASE_WHAT[what] % variant, *database_cells(what, of)])
        table(kind, head, lines)


DATABASE_WHAT = {
    "register": "REGISTER, %s",
    "half": "REGISTER at half of that rate, %s",
    "redirect": "redirects while REGISTERs are %s",
    "registered meanwhile": "the REGISTERs meanwhile, %s",
    "fill": "new registrations, %s",
    "start": "start with these rows to the first 302, %s",
}


def database_cells(what, rows):
    if what == "start":
        return ["%.1f s" % median(rows, "seconds"), "", ""]
    return ["%.0f" % median(rows, "rate"),
            *["%.2f" % (median(rows, name) / 1000) for name in ("p50_us", "p99_us")]]


def database_verdicts(rows):
    for kind, least in (("sqlite", 30), ("postgres", 10)):
        of = select(rows, kind=kind)
        registered = select(of, what="register")
        yield from at_least("REGISTER/s, %s, reg302 / stock" % kind,
                            select(registered, variant="reg302-db"),
                            select(registered, variant="stock-db"), least)
        half = select(of, what="half")
        if half:
            ms = median(half, "p99_us") / 1000
            yield ["p99 of a REGISTER at half of that, %s, ms" % kind, "%.1f" % ms, "50",
                   verdict(ms, 50)]
        called = select(of, what="redirect")
        yield from at_least("redirects/s, %s, committed / in memory" % kind,
                            select(called, variant="committed"),
                            select(called, variant="in memory"), 0.9)
    for row in select(rows, what="start"):
        seconds = float(row["seconds"])
        yield ["start, %s, s" % row["variant"], "%.1f" % seconds, "10", verdict(seconds, 10)]


def at_least(what, over, under, least):
    if over and under:
        value = median(over, "rate") / median(under, "rate")
        yield [what, "%.2f" % value, "%g or more" % least, "met" if value >= least else "missed"]


def soak_verdicts(rows):
    for variant in in_order(rows, "variant"):
        first, *_, last = select(rows, variant=variant)
        value = float(last["cpu_us"]) / float(first["cpu_us"])
        yield ["soak, %s, cpu of the last tenth / the first" % variant, "%.2f" % value, "1.10",
               verdict(value, 1.1)]
        for name in ("pkg", "shm"):
            more = int(last[name]) - int(first[name])
            yield ["soak, %s, bytes of %s more" % (variant, name), str(more), "0", verdict(more, 0)]


def of_parts(rows, *parts):
    return [row for row in rows if row["part"] in parts]


def figures(folder):
    """{name of a section: its tables, printed}."""
    rates = calm([row for part in RATE_PARTS for row in read(folder, part)])
    shm, latency, soak = (read(folder, part) for part in ("shm", "latency", "soak"))
    sipp, database = read(folder, "rfc7502"), read(folder, "database")
    verdicts = [*ratio_verdicts(rates), *growth_verdicts(rates), *shm_verdicts(shm),
                *latency_verdicts(latency), *soak_verdicts(soak), *database_verdicts(database)]
    sections = [
        ("thousand", rate_tables, of_parts(rates, "quick", "small")),
        ("growth", rate_tables, of_parts(rates, "medium", "large")),
        ("workers", rate_tables, of_parts(rates, "workers", "tcp")),
        ("shm", shm_table, shm),
        ("priming", rate_tables, of_parts(rates, "prime")),
        ("latency", latency_table, latency),
        ("soak", soak_table, soak),
        ("sipp", sipp_table, sipp),
        ("db", database_table, database),
        ("verdicts", verdict_table, verdicts),
    ]
    return {name: printed(tell, rows) for name, tell, rows in sections if rows}


def verdict_table(lines):
    table("Against what is aimed at", ["what", "median (min..max)", "at most", ""], lines)


def printed(tell, rows):
    with io.StringIO() as text, contextlib.redirect_stdout(text):
        tell(rows)
        return text.getvalue()


def write_into(path, sections):
    """Between <!-- figures: NAME --> and <!-- end --> of a text; the rest stays."""
    with open(path) as file:
        text = file.read()
    for name, figures_of_it in sections.items():
        place = re.compile(r"(<!-- figures: %s -->\n).*?(<!-- end -->)" % name, re.S)
        if not place.search(text):
            raise Failed("%s has no place for the figures called %s" % (path, name))
        text = place.sub(lambda found: found[1] + figures_of_it + "\n" + found[2], text)
    with open(path, "w") as file:
        file.write(text)


def write(folder, plots, doc=None):
    sections = figures(folder)
    for text in sections.values():
        print(text, end="")
    if doc:
        write_into(doc, sections)
    if plot.can_draw(plots):
        rows = calm([row for part in RATE_PARTS for row in read(folder, part)])
        plot_cpu(rows, plots)
        plot_growth(rows, plots)
        plot_latency(read(folder, "latency"), plots)
