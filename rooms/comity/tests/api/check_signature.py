#!/usr/bin/env python3
"""Checks how a request, or an issued report, was signed with a passkey, with nothing of Comity's.

    python3 check_signature.py ENTRY TEXT DOCUMENT SITE

ENTRY is the entry that holds the signature, in canonical JSON (`entry` of `comity request signature ID --format json`),
TEXT the canonical JSON of the text (`text` there, or `comity request write ID --format json` in its form of entries),
DOCUMENT the bytes of the PDF (of a report TEXT is the trace.json that the PDF carries, and ENTRY the entry that issued it), SITE the name of the site to which the passkey is bound, such as comity.example.org.
Exit 0: the signature holds. Exit 1: it does not, and why. Exit 2: the call is wrong.

Written from docs/requests.md and docs/reports.md alone. Needs Python 3 and the package `cryptography`.
"""

import base64
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

USER_PRESENT, USER_VERIFIED = 1, 4


class Refused(Exception):
    """The signature does not hold, and why."""


def need(holds, why):
    if not holds:
        raise Refused(why)


def sha256(data):
    return hashlib.sha256(data).digest()


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical(value):
    """RFC 8785, for values without fractions whose names are ASCII."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_cbor(data, at=0):
    """One item of CBOR (RFC 8949), as far as a COSE_Key has such: whole numbers, bytes, text, maps."""
    head = data[at]
    at += 1
    major, info = head >> 5, head & 31
    need(info < 28, "the key is not in CBOR as authenticators write it")
    if info >= 24:
        size = 1 << (info - 24)
        info, at = int.from_bytes(data[at : at + size], "big"), at + size
    if major == 0:
        return info, at
    if major == 1:
        return -1 - info, at
    if major in (2, 3):
        item = data[at : at + info]
        return (item if major == 2 else item.decode()), at + info
    need(major == 5, "the key holds what a COSE_Key does not")
    items = {}
    for _ in range(info):
        name, at = read_cbor(data, at)
        items[name], at = read_cbor(data, at)
    return items, at


def verify(cose, signature, message):
    """A signature by a COSE_Key (RFC 9052, section 7; RFC 9053), whose labels are 1 kty, 3 alg, and below 0 its parts."""
    key, end = read_cbor(cose)
    need(end == len(cose), "something stands behind the key")
    if key.get(3) == -8 and key.get(-1) == 6:
        ed25519.Ed25519PublicKey.from_public_bytes(key[-2]).verify(signature, message)
    elif key.get(3) == -7 and key.get(-1) == 1:
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b"\x04" + key[-2] + key[-3])
        point.verify(signature, message, ec.ECDSA(SHA256()))
    elif key.get(3) == -257:
        numbers = rsa.RSAPublicNumbers(int.from_bytes(key[-2], "big"), int.from_bytes(key[-1], "big"))
        numbers.public_key().verify(signature, message, padding.PKCS1v15(), SHA256())
    else:
        raise Refused("the key is of none of the kinds ES256, EdDSA, RS256")
    return key[3]


def check(entry, text, document, site):
    signature = entry["body"]["signature"]
    need(signature["manner"] == "passkey", "the request was signed on paper")
    statement = signature["statement"]
    need(statement["v"] == 1, "this is no statement of version 1")
    if statement["purpose"] == "comity: signature of a report":
        need(entry["kind"] == "report.issued", "the entry issues no report")
        need(sha256(text).hex() == statement["trace_sha256"], "the trace is not the one that was signed")
    else:
        need(statement["purpose"] == "comity: signature of a request", "this is no statement of version 1")
        need(sha256(text).hex() == statement["text_sha256"] == entry["body"]["text_sha256"], "the text is not the one that was signed")
        need(entry["matter"].endswith("-" + statement["request"]), "the statement is of another request")
    need(sha256(document).hex() == statement["pdf_sha256"], "the document is not the one that was signed")
    files = [file["sha256"] for file in entry.get("attachments", [])]
    need(statement["pdf_sha256"] in files, "the entry does not name the document")

    client_data = from_base64url(signature["client_data"])
    said = json.loads(client_data)
    need(said["type"] == "webauthn.get", "the browser answered something else")
    need(from_base64url(said["challenge"]) == sha256(canonical(statement)), "the challenge is not that of the statement")
    need(not said.get("crossOrigin"), "the page stood in a frame of another site")
    host = said["origin"].split("://")[1].split(":")[0]
    need(host == site or host.endswith("." + site), "the page is not one of the site")

    data = from_base64url(signature["authenticator_data"])
    need(data[:32] == sha256(site.encode()), "the authenticator answered for another site")
    need(data[32] & USER_PRESENT and data[32] & USER_VERIFIED, "the authenticator did not verify who used it")
    try:
        algorithm = verify(from_base64url(signature["public_key"]), from_base64url(signature["signature"]), data + sha256(client_data))
    except InvalidSignature:
        raise Refused("the signature is not by this key")
    need(algorithm == signature["algorithm"], "the algorithm is not that of the key")
    return f"holds: signed by the account {statement['account']} for {statement['on_behalf_of']} on {statement['day']}"


def main(arguments):
    if len(arguments) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        entry, text, document = [open(name, "rb").read() for name in arguments[:3]]
    except OSError as error:
        print(f"cannot read: {error}", file=sys.stderr)
        return 2
    try:
        print(check(json.loads(entry), text, document, arguments[3]))
    except (Refused, KeyError, TypeError, ValueError, IndexError) as why:
        print(f"does not hold: {why}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
