"""What rapidfuzz finds on the files that evaluate.rs reads, at the threshold that suits it best on each of them.

    pip install rapidfuzz anyascii && python3 benches/screening/beside.py FOLDER NAME...

One line a set and matcher: the best F1 over all thresholds, which flatters the matcher, and rows a second on one core.
"""

import pathlib
import sys
import time

import numpy
from anyascii import anyascii
from rapidfuzz import fuzz, process, utils

MOST_COMPARISONS = {"token_sort_ratio": 2e8, "WRatio": 6e6}


def lines(path):
    return [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]


def best(scores, expected, watch, rows):
    found = (0.0, 0)
    for threshold in range(50, 101):
        hits = numpy.argwhere(scores >= threshold)
        if len(hits) > 500_000:
            continue
        right = sum(rows[row][0] == watch[place][0] for row, place in hits)
        found = max(found, (2 * right / (len(hits) + expected), threshold))
    return found


def main():
    folder = pathlib.Path(sys.argv[1])
    for name in sys.argv[2:]:
        watch, rows = lines(folder / (name + ".watch.tsv")), lines(folder / (name + ".register.tsv"))
        known = {line[0] for line in watch}
        prepared = [utils.default_process(anyascii(line[1])) for line in watch]
        for scorer in (fuzz.token_sort_ratio, fuzz.WRatio):
            some = rows[: int(MOST_COMPARISONS[scorer.__name__] // len(watch))]
            begun = time.process_time()
            theirs = [utils.default_process(anyascii(line[1])) for line in some]
            scores = process.cdist(theirs, prepared, scorer=scorer, dtype=numpy.uint8, workers=1)
            took = time.process_time() - begun
            expected = sum(line[0] in known for line in some)
            f1, threshold = best(scores, expected, watch, some)
            print(f"{name}: {scorer.__name__} F1 {f1:.3f} at {threshold} ({len(some)} rows, {len(some) / took:.0f} rows a second)", flush=True)


main()
