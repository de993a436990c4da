#!/usr/bin/env python3
"""Runs the wheel of the screening kernel under a local Apache Spark (`mapInArrow`), over a register in many parts, and holds
what it finds against one call without Spark.

Needs Java 17 or later, the packages pyspark, pyarrow and pandas, and maturin, which builds the wheel; says so and ends well where
one of them is missing.
"""

import glob
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WATCH = "id,name,aliases\nw1,Ottokar Brandlwinter,\nw2,Ludmila Vexzhanskaya,Милена Штранц\n".encode()
SCHEMA = (
    "watch_id string, register_id string, row bigint, matched_name string, watch_name string, score float, explanation string"
)


def java():
    """The version of Java that is called here; 0 where there is none."""
    if shutil.which("java") is None:
        return 0
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    return int(version.group(1)) if version else 0


def missing():
    if java() < 17:
        return "no Java 17 or later"
    for package in ("pyspark", "pyarrow", "pandas"):
        if importlib.util.find_spec(package) is None:
            return "no %s" % package
    return None if shutil.which("maturin") else "no maturin"


def register(rows):
    found = {0: "Brandlwinter, Ottokar", 1: "Милена Штранц", 2: "Ludmila Vexzanskaya"}
    return [("r%d" % row, found.get(row % 997, "Somebody Else %d" % row), row) for row in range(rows)]


def main():
    lacking = missing()
    if lacking:
        print("skipped: the kernel under Spark (%s)" % lacking)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        wheel = os.path.join(HERE, "../wheel/Cargo.toml")
        # Without optimisation: it is the answers that are held against each other, and it takes a fraction of the time.
        made = dict(os.environ, CARGO_TARGET_DIR=os.path.join(HERE, "../target/wheel"))
        subprocess.run(["maturin", "build", "--locked", "--manifest-path", wheel, "--out", folder], check=True, env=made)
        (built,) = glob.glob(os.path.join(folder, "*.whl"))
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, built], check=True)
        # Workers are programs of their own and find the module as this one does.
        os.environ["PYTHONPATH"] = folder + os.pathsep + os.environ.get("PYTHONPATH", "")
        os.environ["PYSPARK_PYTHON"] = sys.executable
        sys.path.insert(0, folder)
        return check()


def check():
    import comity_screening
    import pyarrow
    from pyspark.sql import SparkSession

    rows = register(20_000)
    columns = ["id", "owner", "parcel"]
    batch = pyarrow.RecordBatch.from_pylist([dict(zip(columns, row, strict=True)) for row in rows])
    alone = [hit for hits in comity_screening.screen(WATCH, [batch]) for hit in hits.to_pylist()]
    assert {hit["watch_id"] for hit in alone} == {"w1", "w2"}, alone[:5]
    assert len(alone) >= 2 * (20_000 // 997), len(alone)

    watch = WATCH
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.createDataFrame(rows, columns).repartition(7)
        found = frame.mapInArrow(lambda batches: comity_screening.screen(watch, batches), SCHEMA).collect()
    finally:
        spark.stop()
    # The number of a row is that in its part, so it is left out.
    names = ("watch_id", "register_id", "matched_name", "watch_name", "score", "explanation")
    in_parts = sorted(tuple(hit[name] for name in names) for hit in found)
    assert in_parts == sorted(tuple(hit[name] for name in names) for hit in alone)
    for wrong, said in ((dict(min_score=7), "0 to 1"), (dict(language="la"), "en"), (dict(name_columns=["x"]), "no column")):
        try:
            list(comity_screening.screen(WATCH, [batch], **wrong))
        except ValueError as error:
            assert said in str(error), error
        else:
            raise AssertionError("%r was taken" % wrong)
    print("%d hits in %d rows, the same in 7 parts under Spark as in one call" % (len(found), len(rows)))
    return 0


sys.exit(main())
