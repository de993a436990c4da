"""Writes a watch list and a register of any length, the same for the same seed, for throughput.py.

    pip install Faker && python3 make_register.py FOLDER ROWS WATCHED [SEED]

Names are put together out of the lists of given and family names that Faker (MIT) has for many countries, each with the
weight that it gives. One in ten thousand rows is a watched person under another spelling. Nobody is meant by any row.
"""

import csv
import importlib
import itertools
import math
import os
import pkgutil
import random
import sys
import unicodedata

from faker.providers import person


def lists():
    """Given and family names with their running weights, a locale each."""
    found = []
    for module in sorted(pkgutil.iter_modules(person.__path__), key=lambda module: module.name):
        # The providers alone: an instance of Faker would load a hundred others.
        provider = importlib.import_module("faker.providers.person." + module.name).Provider
        pair = []
        for attribute in ("first_names", "last_names"):
            names = getattr(provider, attribute, ())
            if isinstance(names, property):
                names = ()
            items = list(names.items()) if isinstance(names, dict) else [(name, 1.0) for name in names]
            pair.append(([name for name, _ in items], list(itertools.accumulate(weight for _, weight in items))))
        # Where there are few names, everybody would be somebody's namesake.
        if math.prod(len(set(names)) for names, _ in pair) >= 50_000:
            found.append(pair)
    return found


def names(random_, locales, count):
    """So many names, of all locales in turn."""
    made = 0
    while made < count:
        for (given, given_weights), (family, family_weights) in locales:
            some = min(64, count - made)
            for pair in zip(
                random_.choices(given, cum_weights=given_weights, k=some),
                random_.choices(family, cum_weights=family_weights, k=some),
                strict=True,
            ):
                yield " ".join(pair)
            made += some


def otherwise(random_, name):
    """The name as somebody else would write it down."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = plain.split()
    kind = random_.randrange(4)
    if kind == 0:
        return " ".join(reversed(words))
    if kind == 1:
        return words[-1].upper() + ", " + " ".join(words[:-1])
    if kind == 2 and len(plain) > 4:
        place = random_.randrange(1, len(plain) - 1)
        return plain[:place] + plain[place + 1 :]
    return plain


def main():
    folder, rows, watched = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    random_ = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 7)
    os.makedirs(folder, exist_ok=True)
    locales = lists()
    sought = list(names(random_, locales, watched))
    random_.shuffle(sought)
    with open(os.path.join(folder, "watch-%d.csv" % watched), "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", "name"])
        out.writerows(("w%d" % n, name) for n, name in enumerate(sought, 1))
    with open(os.path.join(folder, "register-%d.csv" % rows), "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", "name", "birth_date", "parcel", "municipality"])
        for number, name in enumerate(names(random_, locales, rows), 1):
            if number % 10_000 == 0:
                name = otherwise(random_, random_.choice(sought))
            date = "%04d-%02d-%02d" % (random_.randrange(1930, 2006), random_.randrange(1, 13), random_.randrange(1, 29))
            out.writerow(("r%d" % number, name, date, "%d/%d" % (number % 977, number % 89), "Commune %d" % (number % 1213)))


main()
