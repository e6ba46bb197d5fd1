#!/usr/bin/env python3
"""Verifies an exported log. Written from src/docs/verify-export.md alone; needs Python 3.7, no packages.

    python3 verify_export.py FILE [KEY]

KEY is the owner's verifier key, got by a way one trusts; without it the file is only checked against
itself. Prints one JSON object; exit 0 where the export is good, 1 where it is not.
"""

import base64
import hashlib
import json
import re
import sys

MAX_LINE = 1024 * 1024 + 8192


class Fault(Exception):
    def __init__(self, kind, detail):
        super().__init__(detail)
        self.kind = kind


def malformed(detail):
    return Fault("malformed", detail)


# Ed25519 verification, RFC 8032 section 5.1.7; points in extended homogeneous coordinates.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def x_of(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P != 0 or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def point(encoded):
    number = int.from_bytes(encoded, "little")
    y = number & ((1 << 255) - 1)
    x = x_of(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (x_of(BASE_Y, 0), BASE_Y, 1, x_of(BASE_Y, 0) * BASE_Y % P)


def signature_is_good(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r = point(public), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    if same(times(8, a), (0, 1, 1, 0)):
        return False  # a key of small order, under which a signature says nothing
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    h = int.from_bytes(digest, "little") % L
    return same(times(s, BASE), add(r, times(h, a)))


# JSON in its one spelling


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def parse(line):
    try:
        value = json.loads(line.decode("utf-8"))
        good = isinstance(value, dict) and canonical(value) == line
    except (ValueError, RecursionError):
        good = False
    if not good:
        raise malformed("not canonical JSON")
    return value


def members(value, *expected):
    if sorted(value) != sorted(expected):
        raise malformed("a member too many or too few")


def is_integer(value):
    return type(value) is int and 0 <= value < 2**53


def digest_of(text):
    if not isinstance(text, str) or not re.fullmatch("[0-9a-f]{64}", text):
        raise malformed("not a hash")
    return bytes.fromhex(text)


def unbase64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise malformed("not base64")
    if base64.b64encode(data).decode() != text:
        raise malformed("base64 in an unusual spelling")
    return data


# Key, note and checkpoint


def open_key(text):
    parts = text.split("+", 2) if isinstance(text, str) else []
    if len(parts) != 3 or not re.fullmatch("parley/[0-9a-f]{32}", parts[0]):
        raise malformed("not a verifier key")
    name, key_id, typed = parts[0], parts[1], unbase64(parts[2])
    expected = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
    if len(typed) != 33 or typed[0] != 1 or expected.hex() != key_id:
        raise malformed("not a verifier key")
    return name, expected, typed[1:]


def text_of(note):
    if not isinstance(note, str) or not note.endswith("\n") or "\n\n" not in note:
        raise malformed("not a note")
    if re.search("[\x00-\x09\x0b-\x1f]", note):
        raise malformed("a control character in a note")
    return note[: note.rindex("\n\n") + 1]


def check_signature(note, key):
    text = text_of(note)
    lines = note[len(text) + 1 :].split("\n")[:-1]
    name, key_id, public = key
    signed = False
    if not lines or len(lines) > 100:
        raise malformed("not a note")
    for line in lines:
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014" or not parts[1] or "+" in parts[1]:
            raise malformed("not a signature line")
        data = unbase64(parts[2])
        if len(data) < 5:
            raise malformed("not a signature line")
        if parts[1] == name and data[:4] == key_id:
            if not signature_is_good(public, text.encode(), data[4:]):
                raise Fault("bad_signature", "the signature is wrong")
            signed = True
    if not signed:
        raise Fault("bad_signature", "the key has not signed")


def open_header(line, trusted):
    header = parse(line)
    members(header, "parley_export", "kind", "owner", "exported", "verified", "public_key", "checkpoint")
    if header["parley_export"] != 1 or type(header["parley_export"]) is not int:
        raise malformed("another version")
    if header["kind"] not in ("whole", "part") or type(header["verified"]) is not bool:
        raise malformed("not a header")
    if not isinstance(header["owner"], str) or not isinstance(header["exported"], str):
        raise malformed("not a header")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", header["exported"], re.ASCII):
        raise malformed("not a time")
    key = open_key(header["public_key"])
    lines = text_of(header["checkpoint"]).split("\n")
    verified = "true" if header["verified"] else "false"
    extensions = ["owner " + header["owner"], "exported " + header["exported"], "verified " + verified]
    if len(lines) != 7 or lines[6] != "" or lines[0] != key[0] or lines[3:6] != extensions:
        raise malformed("the first line does not repeat the checkpoint")
    root = unbase64(lines[2])
    if not re.fullmatch("0|[1-9][0-9]{0,15}", lines[1]) or len(root) != 32:
        raise malformed("not a checkpoint")
    if trusted is not None and header["public_key"] != trusted:
        raise Fault("untrusted_key", "signed by another key")
    check_signature(header["checkpoint"], key)
    return header["kind"] == "whole", int(lines[1]), root


# Rows and their tree (RFC 6962, RFC 9162)

RECORD = (
    "time direction peer address session msg_type id state outcome pdu pdu_size body text of".split()
)


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def leaf_of(row):
    if "record" not in row:
        return digest_of(row["leaf"])
    record, salt = row["record"], digest_of(row["salt"])
    if not isinstance(record, dict):
        raise malformed("not a record")
    members(record, *RECORD)
    for name, value in record.items():
        number = name in ("pdu_size", "of")
        if value is not None and not (is_integer(value) if number else isinstance(value, str)):
            raise malformed("not a record")
    committed = hashlib.sha256(salt + canonical(record)).digest()
    return hashlib.sha256(b"\x00" + row["seq"].to_bytes(8, "big") + committed).digest()


def root_by(proof, leaf, index, size):
    at, last, root = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            root = node(sibling, root)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            root = node(root, sibling)
        at, last = at >> 1, last >> 1
    return root if last == 0 else None


class Tree:
    """Roots of perfect subtrees, largest first."""

    def __init__(self):
        self.size, self.roots = 0, []

    def append(self, leaf):
        bits = self.size
        while bits & 1:
            leaf = node(self.roots.pop(), leaf)
            bits >>= 1
        self.roots.append(leaf)
        self.size += 1

    def root(self):
        if not self.roots:
            return hashlib.sha256().digest()
        root = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            root = node(left, root)
        return root


def lines_of(file):
    while True:
        line = file.readline(MAX_LINE + 2)
        if not line:
            return
        if not line.endswith(b"\n"):
            raise malformed("the file is cut, or a line is too long")
        yield line[:-1]


def verify(file, trusted):
    lines = lines_of(file)
    first = next(lines, None)
    if first is None:
        raise malformed("empty")
    whole, size, root = open_header(first, trusted)
    tree, last, rows = Tree(), -1, 0
    for line in lines:
        row = parse(line)
        content = ("record", "salt") if "record" in row else ("leaf",)
        members(row, "seq", *content, *(() if whole else ("proof",)))
        seq = row["seq"]
        if not is_integer(seq) or seq >= size or (seq != last + 1 if whole else seq <= last):
            raise malformed("a row out of order")
        leaf = leaf_of(row)
        if whole:
            tree.append(leaf)
        else:
            if not isinstance(row["proof"], list):
                raise malformed("not a proof")
            if root_by([digest_of(h) for h in row["proof"]], leaf, seq, size) != root:
                raise Fault("bad_proof", "row %d is not the one that was signed" % seq)
        last, rows = seq, rows + 1
    if whole and rows != size:
        raise malformed("rows are missing at the end")
    if whole and tree.root() != root:
        raise Fault("bad_proof", "the rows are not those that were signed")
    return {"ok": True, "entries": rows, "root": root.hex()}


def main():
    trusted = sys.argv[2] if len(sys.argv) > 2 else None
    try:
        with open(sys.argv[1], "rb") as file:
            print(json.dumps(verify(file, trusted)))
            return 0
    except Fault as fault:
        print(json.dumps({"ok": False, "kind": fault.kind, "detail": str(fault)}))
        return 1


if __name__ == "__main__":
    sys.exit(main())
