"""How many rows a second a whole run takes, reading and writing included, with its peak of memory, as registers and watch
lists grow; rapidfuzz (C++) beside it on the same files in the same run.

    pip install Faker rapidfuzz numpy
    cargo build --release -p comity        # or: cargo build --release -p screening --example files
    python3 throughput.py PROGRAM FOLDER [ROWS...]

PROGRAM is `comity` or the example `files`. Files are made in FOLDER where they are not there yet. Each run is held on one
processor (`taskset`), then on two.
"""

import csv
import os
import re
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
WATCHED = (2_000, 20_000)
FUZZ_ROWS = 20_000


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
    with open(out, encoding="utf-8") as file:
        hits = sum(1 for _ in csv.reader(file)) - 1
    os.remove(out)
    return seconds, memory, hits


def rapidfuzz(watch, register, scorer_name):
    from rapidfuzz import fuzz, process, utils

    def column(path, most=None):
        with open(path, newline="", encoding="utf-8") as file:
            return [utils.default_process(row["name"]) for row, _ in zip(csv.DictReader(file), range(most or 10**9))]

    sought, rows = column(watch), column(register, FUZZ_ROWS)
    began = time.monotonic()
    for start in range(0, len(rows), 500):
        process.cdist(rows[start : start + 500], sought, scorer=getattr(fuzz, scorer_name), score_cutoff=80, workers=2)
    return len(rows) / (time.monotonic() - began)


def main():
    program, folder = sys.argv[1], sys.argv[2]
    sizes = [int(rows) for rows in sys.argv[3:]] or [100_000, 1_000_000, 10_000_000]
    print("| rows | watched | processors | seconds | rows/s | peak MB | hits |\n|---|---|---|---|---|---|---|")
    for rows in sizes:
        for watched in WATCHED:
            watch, register = made(folder, rows, watched)
            for jobs in (1, 2):
                seconds, memory, hits = ours(program, watch, register, jobs)
                print("| %d | %d | %d | %.2f | %.0f | %.0f | %d |" % (rows, watched, jobs, seconds, rows / seconds, memory, hits), flush=True)
    watch, register = made(folder, sizes[0], WATCHED[0])
    for scorer in ("token_sort_ratio", "WRatio"):
        print("rapidfuzz %s, two processors, %d watched: %.0f rows/s" % (scorer, WATCHED[0], rapidfuzz(watch, register, scorer)), flush=True)


main()
