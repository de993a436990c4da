"""How many rows a second a whole run takes, reading and writing included, with its peak of memory, as registers and watch
lists grow; rapidfuzz (C++) beside it on the same files in the same run.

    pip install Faker rapidfuzz numpy
    cargo build --release -p comity        # or: cargo build --release -p screening --example files
    python3 throughput.py PROGRAM FOLDER [ROWS...]

PROGRAM is `comity` or the example `files`. Files are made in FOLDER where they are not there yet. Each run is held on one
processor (`taskset`), then on two. Beside the time by the clock stands that of the processor, which other programs on the
machine disturb less.
"""

import csv
import os
import re
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
WATCHED = (2_000, 20_000)
# How many names rapidfuzz compares, so that it ends in the time that ours takes for all rows.
COMPARISONS = {"token_sort_ratio": 40_000_000, "WRatio": 4_000_000}


def made(folder, rows, watched):
    watch, register = (os.path.join(folder, name) for name in ("watch-%d.csv" % watched, "register-%d.csv" % rows))
    if not (os.path.exists(watch) and os.path.exists(register)):
        subprocess.run([sys.executable, os.path.join(HERE, "make_register.py"), folder, str(rows), str(watched)], check=True)
    return watch, register


def ours(program, watch, register, jobs):
    out = register + ".hits"
    arguments = [program, watch, register, out, str(jobs)]
    if os.path.basename(program).startswith("comity"):
        arguments = [program, "screen", "--watch", watch, "--register", register, "--out", out, "--jobs", str(jobs)]
    processors = "0" if jobs == 1 else "0,1"
    began = time.monotonic()
    done = subprocess.run(
        ["taskset", "-c", processors, "/usr/bin/time", "-v", *arguments], capture_output=True, text=True, check=True
    )
    seconds = time.monotonic() - began
    memory = int(re.search(r"Maximum resident set size \(kbytes\): (\d+)", done.stderr).group(1)) / 1024
    processor = sum(float(time) for time in re.findall(r"(?:User|System) time \(seconds\): ([\d.]+)", done.stderr))
    with open(out, encoding="utf-8") as file:
        hits = sum(1 for _ in csv.reader(file)) - 1
    os.remove(out)
    return seconds, processor, memory, hits


def rapidfuzz(watch, register, scorer_name, most):
    """Rows a second by the clock, and a second of processor time."""
    from rapidfuzz import fuzz, process, utils

    def column(path, most=None):
        with open(path, newline="", encoding="utf-8") as file:
            return [utils.default_process(row["name"]) for row, _ in zip(csv.DictReader(file), range(most or 10**9))]

    sought, rows = column(watch), column(register, most)
    began, processor = time.monotonic(), time.process_time()
    for start in range(0, len(rows), 500):
        process.cdist(rows[start : start + 500], sought, scorer=getattr(fuzz, scorer_name), score_cutoff=80, workers=2)
    return len(rows) / (time.monotonic() - began), len(rows) / (time.process_time() - processor)


def main():
    program, folder = sys.argv[1], sys.argv[2]
    sizes = [int(rows) for rows in sys.argv[3:]] or [100_000, 1_000_000, 10_000_000]
    print("| rows | watched | processors | seconds | processor s | rows/s | rows/processor s | peak MB | hits |\n" + "|---" * 9 + "|")
    for rows in sizes:
        for watched in WATCHED:
            watch, register = made(folder, rows, watched)
            for jobs in (1, 2):
                seconds, processor, memory, hits = ours(program, watch, register, jobs)
                measured = (rows, watched, jobs, seconds, processor, rows / seconds, rows / processor, memory, hits)
                print("| %d | %d | %d | %.2f | %.2f | %.0f | %.0f | %.0f | %d |" % measured, flush=True)
    for watched in WATCHED:
        watch, register = made(folder, sizes[0], watched)
        for scorer, comparisons in COMPARISONS.items():
            rates = rapidfuzz(watch, register, scorer, comparisons // watched)
            print("rapidfuzz %s, %d watched: %.0f rows/s on two processors, %.0f a processor s" % (scorer, watched, *rates), flush=True)


main()
