#!/usr/bin/env python3
"""Are the entities that `comity screen --format ftm` writes what the tools of FollowTheMoney read? No value may be lost.

Needs the package followthemoney. COMITY_BINARY names the program, target/debug/comity unless given.
"""

import json
import os
import subprocess
import sys
import tempfile

from followthemoney import model

WATCH = """id,name,aliases,born_on,nationality,gender,kind,imo
p/1 é,Ludmila Vexzhanskaya,Милена Штранц,1970-05,fr,f,person,
v-1,Star of Nowhere,,2001,,,vessel,9074729
c.1,Exempel & Muster GmbH,,1999-12-31,de,,company,
"""
REGISTER = """id,name
r 1,"Vexzhanskaya, Ludmila"
r 2,Star of Nowhere
r 3,Exempel und Muster GmbH
r 4,Милена Штранц
"""


def main():
    binary = os.environ.get("COMITY_BINARY", os.path.join(os.path.dirname(__file__), "../target/debug/comity"))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("watch.csv", WATCH), ("register.csv", REGISTER)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        out = os.path.join(folder, "entities.jsonl")
        call = [binary, "screen", "--format", "ftm", "--out", out]
        call += ["--watch", os.path.join(folder, "watch.csv"), "--register", os.path.join(folder, "register.csv")]
        subprocess.run(call, check=True)
        with open(out, encoding="utf-8") as file:
            written = [json.loads(line) for line in file]
    entities = {}
    for data in written:
        entity = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            prop = entity.schema.get(name)
            assert prop is not None, "%s has no property %s" % (entity.schema.name, name)
            for value in values:
                kept = prop.type.clean(value, proxy=entity)
                assert kept is not None, "%s of %s is not read: %r" % (name, entity.id, value)
        entities[entity.id] = entity
    similar = [entity for entity in entities.values() if entity.schema.name == "Similar"]
    assert {entity.schema.name for entity in entities.values()} == {"Person", "Vessel", "LegalEntity", "Similar"}
    assert len(similar) >= 3, similar
    for entity in similar:
        for end in ("candidate", "match"):
            (other,) = entity.get(end)
            assert other in entities, "%s is no entity" % other
        assert 0.7 <= float(entity.first("confidenceScore")) <= 1, entity
    print("%d entities, %d of them likenesses, read by followthemoney" % (len(entities), len(similar)))


sys.exit(main())
