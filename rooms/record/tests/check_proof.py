#!/usr/bin/env python3
"""Checks a proof file of a Comity record, with nothing of Comity's.

    python3 check_proof.py PROOF [VKEY]

PROOF is a file as `comity record prove` writes it, VKEY the verifier key of the log as its institution
publishes it. Exit 0: proved. Exit 1: not proved, and why. Exit 2: the call is wrong.

Written from docs/record-format.md alone. Needs Python 3 and the package `cryptography` (for Ed25519).
"""

import base64
import datetime
import hashlib
import json
import re
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MOST = 2**53 - 1
MEMBERS = {"format", "entry", "salt", "place", "tick", "mark", "tick_path", "log_path", "checkpoint", "vkey"}
ED25519 = b"\x01"
MARK = "%Y-%m-%dT%H:%M:%SZ"


class Refused(Exception):
    """The proof does not prove, and why."""


def need(holds, why):
    if not holds:
        raise Refused(why)


# Canonical JSON (RFC 8785), for values without fractions.


def object_once(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a member stands twice in one object")
    return dict(pairs)


def no_fraction(text):
    raise ValueError(f"the number {text} is not whole")


def read_json(text, what):
    try:
        return json.loads(text, object_pairs_hook=object_once, parse_float=no_fraction, parse_constant=no_fraction)
    except (ValueError, RecursionError) as error:
        raise Refused(f"{what} is not JSON as it is written here: {error}")


def in_order(value):
    if isinstance(value, dict):
        return {name: in_order(value[name]) for name in sorted(value, key=lambda name: name.encode("utf-16-be"))}
    if isinstance(value, list):
        return [in_order(item) for item in value]
    need(not isinstance(value, int) or abs(value) <= MOST, f"the number {value} is beyond 2^53 - 1")
    return value


def canonical(value):
    return json.dumps(in_order(value), ensure_ascii=False, separators=(",", ":"))


# Hashes and trees (RFC 6962, section 2.1; RFC 9162, section 2.1.3.2).


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf(data):
    return sha256(b"\x00", data)


def node(left, right):
    return sha256(b"\x01", left, right)


def root_by_path(hash_of_leaf, index, size, path):
    """The root to which a path leads from leaf `index` of `size`."""
    need(index < size, f"there is no leaf {index} in a tree of {size}")
    fn, sn, r = index, size - 1, hash_of_leaf
    for p in path:
        need(sn != 0, "a path is longer than its tree is high")
        if fn & 1 or fn == sn:
            r = node(p, r)
            while not fn & 1 and fn:
                fn >>= 1
                sn >>= 1
        else:
            r = node(r, p)
        fn >>= 1
        sn >>= 1
    need(sn == 0, "a path is shorter than its tree is high")
    return r


def from_base64(text, length, what):
    need(isinstance(text, str), f"{what} is not a text")
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Refused(f"{what} is not base64")
    need(base64.b64encode(data).decode() == text, f"{what} is not in the one form of base64")
    need(length is None or len(data) == length, f"{what} does not have {length} bytes")
    return data


# Keys and checkpoints (C2SP signed-note, tlog-checkpoint).


def key_id(name, key):
    return sha256(name.encode(), b"\n", ED25519, key)[:4]


def read_vkey(text):
    parts = text.split("+", 2)
    need(len(parts) == 3, "the verifier key is not NAME+HASH+KEY")
    name, hash_of_key, key = parts[0], parts[1], from_base64(parts[2], 33, "the key in the verifier key")
    need(name and not re.search(r"\s", name), "the name in the verifier key is empty or holds white space")
    need(key[:1] == ED25519, "the verifier key is not for Ed25519")
    need(key_id(name, key[1:]).hex() == hash_of_key, "the hash in the verifier key is not that of its name and key")
    return name, key[1:]


def read_checkpoint(text, name, key):
    """Size and root of the log, once the key has signed them under this name."""
    head, blank, signatures = text.rpartition("\n\n")
    need(blank, "the checkpoint has no blank line before its signatures")
    note = head + "\n"
    need(signatures.endswith("\n"), "the checkpoint does not end with a line break")
    ours = None
    for line in signatures[:-1].split("\n"):
        form = re.fullmatch(r"\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)", line)
        need(form, "a signature line of the checkpoint is malformed")
        signature = from_base64(form[2], None, "a signature of the checkpoint")
        if form[1] == name and signature[:4] == key_id(name, key):
            ours = signature[4:]
    need(ours is not None, "the checkpoint is not signed by this key under this name")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(ours, note.encode())
    except (InvalidSignature, ValueError):
        raise Refused("the signature under the checkpoint does not hold")
    lines = note[:-1].split("\n")
    need(len(lines) >= 3 and all(lines), "the checkpoint does not have its three lines")
    need(lines[0] == name, "the checkpoint is of another log than the key")
    need(re.fullmatch(r"0|[1-9][0-9]*", lines[1]), "the size in the checkpoint is no number")
    return int(lines[1]), from_base64(lines[2], 32, "the root in the checkpoint")


# The proof.


def check(data, vkey):
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise Refused("the file is not UTF-8")
    proof = read_json(text, "the file")
    need(isinstance(proof, dict) and proof.get("format") == "comity proof v1", "the file is no proof of version 1")
    need(set(proof) == MEMBERS, f"members are missing or unknown: {', '.join(sorted(MEMBERS ^ set(proof)))}")
    need(canonical(proof) + "\n" == text, "the file is not canonical JSON with one line break")
    for member in ("entry", "mark", "checkpoint", "vkey"):
        need(isinstance(proof[member], str), f"{member} is not a text")
    for member in ("place", "tick"):
        need(type(proof[member]) is int and proof[member] >= 0, f"{member} is not a whole number")
    for member in ("tick_path", "log_path"):
        need(isinstance(proof[member], list), f"{member} is not a list")

    need(vkey is None or vkey == proof["vkey"], "the proof is made under another key than the given one")
    name, key = read_vkey(proof["vkey"])
    size, root = read_checkpoint(proof["checkpoint"], name, key)

    entry = read_json(proof["entry"], "the entry")
    need(isinstance(entry, dict) and entry.get("v") == 1, "the entry is not of version 1")
    need(canonical(entry) == proof["entry"], "the entry is not canonical JSON")

    try:
        mark = datetime.datetime.strptime(proof["mark"], MARK).strftime(MARK)
    except ValueError:
        mark = None
    need(mark == proof["mark"], "mark is not an instant in UTC to the second")

    tick_path = [from_base64(text, 32, "a hash of tick_path") for text in proof["tick_path"]]
    log_path = [from_base64(text, 32, "a hash of log_path") for text in proof["log_path"]]
    salt = from_base64(proof["salt"], 32, "salt")
    # A tick is a complete tree: its size follows from the length of the path.
    tick_root = root_by_path(leaf(salt + proof["entry"].encode()), proof["place"], 2 ** len(tick_path), tick_path)
    record = f"comity tick v1\n{proof['tick']}\n{proof['mark']}\n{base64.b64encode(tick_root).decode()}\n"
    found = root_by_path(leaf(record.encode()), proof["tick"], size, log_path)
    need(found == root, "the entry does not lead to the root of the log")
    return f"proved: the entry {entry.get('id')} stands in the log {name}, in tick {proof['tick']}, closed at {proof['mark']}"


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    vkey = arguments[1] if len(arguments) == 2 else None
    try:
        with open(arguments[0], "rb") as file:
            data = file.read()
    except OSError as error:
        print(f"cannot read the proof: {error}", file=sys.stderr)
        return 2
    try:
        print(check(data, vkey))
    except (Refused, UnicodeEncodeError) as why:
        print(f"not proved: {why}")
        return 1
    if vkey is None:
        print("The key is the one in the proof itself: compare it with the one that the institution publishes.")
        print(json.loads(data)["vkey"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
