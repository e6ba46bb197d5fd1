"""A second implementation of the classic protocol, for tests: Python 3 and its standard library.

It was written from the protocol's description and shares no code with Parley. Argon2id is not in
the standard library, so the contact secret is given, in hex.

    peer.py listen --name ME --contact NAME --secret HEX [--port N] [--count N] [--clock SECONDS]
                   [--fault forged-ack|public-value|silent]
    peer.py send   --name ME --contact NAME --secret HEX --port N [--clock SECONDS]
                   [--fault public-value]          texts: JSON lines {"id", "text"} on standard input
    peer.py mirror --name ME --port N     sends each victim that dials its own PDUs back
    peer.py check  VECTORS                         recomputes the published transcripts

Standard output holds one JSON object a line.
"""

import argparse
import base64
import hashlib
import hmac
import json
import secrets
import select
import socket
import sys
import time
import unicodedata
import uuid
import zlib

# --- AES-256 in CBC mode with PKCS#7 padding (FIPS 197, SP 800-38A, RFC 5652) -----------------------


def xtime(a):
    return ((a << 1) ^ 0x11B) & 0xFF if a & 0x80 else a << 1


def gmul(a, b):
    product = 0
    while b:
        if b & 1:
            product ^= a
        a = xtime(a)
        b >>= 1
    return product


def make_sbox():
    box = [0] * 256
    for value in range(256):
        inverse = 0 if value == 0 else next(x for x in range(256) if gmul(value, x) == 1)
        result = 0x63
        for shift in range(5):
            result ^= ((inverse << shift) | (inverse >> (8 - shift))) & 0xFF
        box[value] = result
    return box


SBOX = make_sbox()
INVERSE_SBOX = [SBOX.index(i) for i in range(256)]
MUL = {f: [gmul(x, f) for x in range(256)] for f in (2, 3, 9, 11, 13, 14)}


def round_keys(key):
    words = [list(key[i : i + 4]) for i in range(0, 32, 4)]
    rcon = 1
    for i in range(8, 60):
        word = list(words[i - 1])
        if i % 8 == 0:
            word = [SBOX[b] for b in word[1:] + word[:1]]
            word[0] ^= rcon
            rcon = xtime(rcon)
        elif i % 8 == 4:
            word = [SBOX[b] for b in word]
        words.append([a ^ b for a, b in zip(words[i - 8], word)])
    return [sum(words[i : i + 4], []) for i in range(0, 60, 4)]


SHIFT = [0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11]
UNSHIFT = [SHIFT.index(i) for i in range(16)]


def encrypt_block(keys, block):
    two, three = MUL[2], MUL[3]
    s = [a ^ b for a, b in zip(block, keys[0])]
    for n in range(1, 14):
        t = [SBOX[s[i]] for i in SHIFT]
        k = keys[n]
        s = []
        for c in range(0, 16, 4):
            w, x, y, z = t[c : c + 4]
            s += [
                two[w] ^ three[x] ^ y ^ z ^ k[c],
                w ^ two[x] ^ three[y] ^ z ^ k[c + 1],
                w ^ x ^ two[y] ^ three[z] ^ k[c + 2],
                three[w] ^ x ^ y ^ two[z] ^ k[c + 3],
            ]
    return bytes(SBOX[s[i]] ^ k for i, k in zip(SHIFT, keys[14]))


def decrypt_block(keys, block):
    m9, m11, m13, m14 = MUL[9], MUL[11], MUL[13], MUL[14]
    s = [a ^ b for a, b in zip(block, keys[14])]
    for n in range(13, -1, -1):
        t = [INVERSE_SBOX[s[i]] ^ k for i, k in zip(UNSHIFT, keys[n])]
        if n == 0:
            return bytes(t)
        s = []
        for c in range(0, 16, 4):
            w, x, y, z = t[c : c + 4]
            s += [
                m14[w] ^ m11[x] ^ m13[y] ^ m9[z],
                m9[w] ^ m14[x] ^ m11[y] ^ m13[z],
                m13[w] ^ m9[x] ^ m14[y] ^ m11[z],
                m11[w] ^ m13[x] ^ m9[y] ^ m14[z],
            ]
    raise AssertionError


def encrypt(key, iv, plain):
    keys, last, out = round_keys(key), iv, []
    pad = 16 - len(plain) % 16
    plain += bytes([pad]) * pad
    for i in range(0, len(plain), 16):
        last = encrypt_block(keys, [a ^ b for a, b in zip(plain[i : i + 16], last)])
        out.append(last)
    return b"".join(out)


def decrypt(key, iv, cipher):
    keys, last, out = round_keys(key), iv, []
    for i in range(0, len(cipher), 16):
        block = cipher[i : i + 16]
        out.append(bytes(a ^ b for a, b in zip(decrypt_block(keys, block), last)))
        last = block
    plain = b"".join(out)
    pad = plain[-1]
    if not 1 <= pad <= 16 or plain[-pad:] != bytes([pad]) * pad:
        raise Fault("padding")
    return plain[:-pad]


# --- keys ------------------------------------------------------------------------------------------

P = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
    "15728E5A8AACAA68FFFFFFFFFFFFFFFF",
    16,
)


def public_value(private):
    return pow(2, private, P)


def check_public(value):
    # Euler's criterion is the Jacobi symbol, as p is prime.
    if not 2 <= value <= P - 2 or pow(value, (P - 1) // 2, P) != 1:
        raise Fault("public value")


class Keys:
    def __init__(self, contact_secret, initiator, responder, private, other_public):
        check_public(other_public)
        self.dhsk = pow(other_public, private, P).to_bytes(256, "big")
        label = b"parley/classic/1\0" + initiator.encode() + b"\0" + responder.encode()
        self.user_secret = hmac.digest(contact_secret, label, "sha256")
        self.enc_key = hmac.digest(self.user_secret, self.dhsk, "sha256")
        iv_material = hashlib.sha256(self.enc_key).digest()
        self.iv = iv_material[:16]
        self.hmac_key = hashlib.sha256(iv_material).digest()
        self.chap_secret = hashlib.sha256(self.hmac_key).digest()

    def response(self, role, challenge):
        return hmac.digest(self.chap_secret, role + challenge, "sha256")


# --- PDUs ------------------------------------------------------------------------------------------


class Fault(Exception):
    """The other side does not keep to the protocol, or did not prove itself."""


def canonical(value):
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8")


def with_check(pdu, crc, mac):
    copy = json.loads(json.dumps(pdu))
    copy["header"]["crc"] = crc
    copy["security"]["hmac"]["hmac_val"] = mac
    return copy


def sealed(keys, pdu):
    mac = None
    if keys is not None:
        mac = hmac.new(keys.hmac_key, canonical(with_check(pdu, 0, None)), "sha256").hexdigest()
    crc = zlib.crc32(canonical(with_check(pdu, 0, mac)))
    return with_check(pdu, crc, mac)


def build(keys, kind, body, timestamp, extra=None):
    message = None
    if body is not None:
        data = body if keys is None else encrypt(keys.enc_key, keys.iv, body)
        message = base64.b64encode(data).decode()
    header = {"msg_type": kind, "crc": 0, "timestamp": timestamp}
    header.update(extra or {})
    safe = keys is not None
    security = {
        "hmac": {"hmac_type": "SHA256" if safe else None, "hmac_val": None},
        "enc_type": "AES256CBC" if safe else None,
    }
    return sealed(keys, {"header": header, "message": message, "security": security})


def once_only(pairs):
    if len({name for name, _ in pairs}) != len(pairs):
        raise Fault("duplicate member")
    return dict(pairs)


def no_number(text):
    raise Fault("number " + text)


def parse(data):
    try:
        pdu = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=once_only,
            parse_float=no_number,
            parse_constant=no_number,
        )
        header, security = pdu["header"], pdu["security"]
        mac = security["hmac"]["hmac_val"]
        shape = (
            isinstance(header["msg_type"], str)
            and type(header["crc"]) is int
            and type(header["timestamp"]) is int
            and (pdu["message"] is None or isinstance(pdu["message"], str))
            and (security["hmac"]["hmac_type"], security["enc_type"], mac is None)
            in ((None, None, True), ("SHA256", "AES256CBC", False))
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise Fault("shape: %r" % problem)
    if not shape:
        raise Fault("shape")
    return pdu


class Stream:
    """One connection: frames in, frames out, and every check that does not need the state."""

    def __init__(self, sock, clock):
        self.sock = sock
        self.clock = clock
        self.buffer = b""
        self.keys = None
        self.last_sent = 0
        self.last_accepted = -1
        self.macs_seen = set()
        self.macs_sent = set()
        sock.settimeout(30)

    def now(self):
        return int((time.time() + self.clock) * 1000)

    def frame(self):
        depth, quoted, escaped, at, start = 0, False, False, 0, None
        while True:
            while at < len(self.buffer):
                c = self.buffer[at]
                at += 1
                if start is None:
                    if c in b" \t\r\n":
                        continue
                    if c != ord("{"):
                        raise Fault("no JSON object")
                    start = at - 1
                if escaped:
                    escaped = False
                elif quoted:
                    escaped, quoted = c == ord("\\"), c != ord('"')
                elif c == ord('"'):
                    quoted = True
                elif c in b"{[":
                    depth += 1
                elif c in b"}]":
                    depth -= 1
                    if depth == 0:
                        frame, self.buffer = self.buffer[start:at], self.buffer[at:]
                        return frame
            if len(self.buffer) > 256 * 1024:
                raise Fault("too long")
            more = self.sock.recv(65536)
            if not more:
                raise EOFError("closed by the other side")
            self.buffer += more

    def receive(self):
        """The next PDU that lies in the window, checked but for the state; and its plain body."""
        while True:
            pdu = parse(self.frame())
            mac = pdu["security"]["hmac"]["hmac_val"]
            if pdu["header"]["crc"] != zlib.crc32(canonical(with_check(pdu, 0, mac))):
                raise Fault("crc")
            if abs(pdu["header"]["timestamp"] - self.now()) <= 25000:
                break
        if mac is None:
            return pdu, None if pdu["message"] is None else base64.b64decode(pdu["message"], validate=True)
        if self.keys is None:
            raise Fault("authenticated before there are keys")
        own = hmac.new(self.keys.hmac_key, canonical(with_check(pdu, 0, None)), "sha256").hexdigest()
        if not hmac.compare_digest(own, mac):
            raise Fault("hmac")
        if pdu["header"]["timestamp"] <= self.last_accepted or mac in self.macs_sent:
            raise Fault("once")
        self.last_accepted = pdu["header"]["timestamp"]
        self.macs_seen.add(mac)
        body = None
        if pdu["message"] is not None:
            cipher = base64.b64decode(pdu["message"], validate=True)
            if not cipher or len(cipher) % 16:
                raise Fault("ciphertext")
            body = decrypt(self.keys.enc_key, self.keys.iv, cipher)
        return pdu, body

    def expect(self, kind, plain=False):
        pdu, body = self.receive()
        header = pdu["header"]
        if header["msg_type"] == "nack":
            how = "plain" if pdu["security"]["enc_type"] is None else header.get("reason")
            raise Fault("nack: %s" % how)
        if header["msg_type"] != kind or (pdu["security"]["enc_type"] is None) != plain:
            raise Fault("expected %s, got %s" % (kind, header["msg_type"]))
        return pdu, body

    def send(self, kind, body=None, extra=None, plain=False):
        stamp = max(self.now(), self.last_sent + 1)
        keys = None if plain else self.keys
        while True:
            pdu = build(keys, kind, body, stamp, extra)
            mac = pdu["security"]["hmac"]["hmac_val"]
            if mac is None or mac not in self.macs_seen | self.macs_sent:
                break
            stamp += 1
        self.last_sent = stamp
        if mac is not None:
            self.macs_sent.add(mac)
        self.write(pdu)

    def write(self, pdu):
        self.sock.sendall(canonical(pdu) + b"\n")


def dh_body(value, name):
    return canonical({"key": "%0512x" % value, "user": name})


def read_dh(body):
    fields = json.loads(body.decode("utf-8"), object_pairs_hook=once_only)
    if len(fields["key"]) != 512:
        raise Fault("key")
    name = fields["user"]
    if name != unicodedata.normalize("NFC", name) or not 1 <= len(name) <= 64:
        raise Fault("name")
    return int(fields["key"], 16), name


# --- the two roles ---------------------------------------------------------------------------------


def initiate(options, text_id, text):
    with socket.create_connection((options.host, options.port)) as sock:
        stream = Stream(sock, options.clock)
        private = secrets.randbits(256) | 1 << 255
        value = P - 1 if options.fault == "public-value" else public_value(private)
        stream.send("dh_1", dh_body(value, options.name), plain=True)
        _, body = stream.expect("dh_2", plain=True)
        other, name = read_dh(body)
        if name != options.contact:
            raise Fault("another name: " + name)
        stream.keys = Keys(options.secret, options.name, name, private, other)
        stream.send("hello")
        _, challenge = stream.expect("chall")
        stream.send("resp", stream.keys.response(b"initiator", challenge))
        stream.expect("ack")
        challenge = secrets.token_bytes(32)
        stream.send("chall", challenge)
        _, answer = stream.expect("resp")
        if not hmac.compare_digest(answer, stream.keys.response(b"responder", challenge)):
            stream.send("nack", extra={"reason": "refused"})
            raise Fault("the other side did not prove itself")
        stream.send("ack")
        stream.send("text", text.encode("utf-8"), {"id": text_id})
        stream.expect("ack")
        stream.send("close")


def respond(options, sock, known):
    stream = Stream(sock, options.clock)
    if options.fault == "silent":
        sock.recv(1 << 16)
        while sock.recv(1 << 16):
            pass
        return None
    sock.settimeout(5)
    try:
        _, body = stream.expect("dh_1", plain=True)
    except socket.timeout:
        stream.send("nack", plain=True)
        return None
    sock.settimeout(30)
    other, name = read_dh(body)
    private = secrets.randbits(256) | 1 << 255
    secret = options.secret if name == options.contact else secrets.token_bytes(32)
    stream.keys = Keys(secret, name, options.name, private, other)
    value = 1 if options.fault == "public-value" else public_value(private)
    stream.send("dh_2", dh_body(value, options.name), plain=True)
    try:
        stream.expect("hello")
    except Fault:
        stream.send("nack", plain=True)
        raise
    challenge = secrets.token_bytes(32)
    stream.send("chall", challenge)
    _, answer = stream.expect("resp")
    if not hmac.compare_digest(answer, stream.keys.response(b"initiator", challenge)):
        stream.send("nack", extra={"reason": "refused"})
        raise Fault("the other side did not prove itself")
    stream.send("ack")
    _, challenge = stream.expect("chall")
    stream.send("resp", stream.keys.response(b"responder", challenge))
    stream.expect("ack")
    pdu, body = stream.expect("text")
    if options.fault == "forged-ack":
        stream.send("ack", plain=True)
        return None
    text, text_id = body.decode("utf-8"), pdu["header"]["id"]
    new = text_id not in known
    if not new and known[text_id] != text:
        stream.send("nack", extra={"reason": "refused"})
        raise Fault("one id, two texts")
    known[text_id] = text
    stream.send("ack")
    try:
        stream.expect("close")
    except (EOFError, OSError):
        pass  # the answer was theirs; how they leave is their affair
    return {"from": name, "id": text_id, "text": text} if new else None


# --- commands --------------------------------------------------------------------------------------


def say(**fields):
    sys.stdout.buffer.write(canonical(fields) + b"\n")
    sys.stdout.buffer.flush()


def listen(options):
    known, received = {}, 0
    with socket.create_server(("127.0.0.1", options.port)) as server:
        say(listening=server.getsockname()[1])
        while options.count is None or received < options.count:
            sock, _ = server.accept()
            with sock:
                try:
                    message = respond(options, sock, known)
                    if message is not None:
                        received += 1
                        say(**message)
                except (Fault, EOFError, OSError) as problem:
                    say(fault=str(problem))


def send(options):
    for line in sys.stdin.buffer:
        message = json.loads(line)
        text_id = message.get("id") or str(uuid.uuid4())
        try:
            initiate(options, text_id, message["text"])
            say(id=text_id, delivered=True, reason=None)
        except (Fault, EOFError, OSError) as problem:
            say(id=text_id, delivered=False, reason=str(problem))


def mirror(options):
    """Answers a victim that dials with the victim's own listener, the name alone exchanged."""

    def renamed(pdu):
        if pdu["header"]["msg_type"] not in ("dh_1", "dh_2"):
            return pdu
        body = json.loads(base64.b64decode(pdu["message"]))
        body["user"] = options.name
        pdu["message"] = base64.b64encode(canonical(body)).decode()
        return sealed(None, pdu)

    with socket.create_server(("127.0.0.1", 0)) as server:
        say(listening=server.getsockname()[1])
        while True:
            near, _ = server.accept()
            with near, socket.create_connection((options.host, options.port)) as far:
                ends = {near: Stream(far, 0), far: Stream(near, 0)}
                sources = {near: Stream(near, 0), far: Stream(far, 0)}
                kinds = []
                try:
                    while True:
                        for ready in select.select([near, far], [], [], 40)[0]:
                            pdu = parse(sources[ready].frame())
                            kinds.append(pdu["header"]["msg_type"])
                            ends[ready].write(renamed(pdu))
                except (Fault, EOFError, OSError):
                    say(mirrored=kinds)


def check(options):
    with open(options.vectors, encoding="utf-8") as file:
        transcripts = json.load(file)["transcripts"]
    for t in transcripts:
        publics = [read_dh(base64.b64decode(p["pdu"]["message"]))[0] for p in t["pdus"][:2]]
        private = int(t["initiator_private"], 16)
        assert public_value(private) == publics[0], "public value"
        keys = Keys(bytes.fromhex(t["contact_secret"]), t["initiator"], t["responder"], private, publics[1])
        for name in ("dhsk", "user_secret", "enc_key", "iv", "hmac_key", "chap_secret"):
            assert getattr(keys, name).hex() == t[name], name
        for entry in t["pdus"]:
            pdu = entry["pdu"]
            safe = None if pdu["security"]["enc_type"] is None else keys
            body = None
            if "canonical_sha256" in entry:  # left out of the file for its size: its text is a rule
                body = "\u00e9".encode("utf-8") * 32768
            elif pdu["message"] is not None:
                body = base64.b64decode(pdu["message"])
                body = body if safe is None else decrypt(keys.enc_key, keys.iv, body)
            header = pdu["header"]
            extra = {k: v for k, v in header.items() if k not in ("msg_type", "crc", "timestamp")}
            again = build(safe, header["msg_type"], body, header["timestamp"], extra)
            if "canonical_sha256" in entry:
                assert hashlib.sha256(canonical(again)).hexdigest() == entry["canonical_sha256"]
            else:
                assert again == pdu, header["msg_type"]
        say(transcript=t["name"], same=True)


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("listen", "send"):
        command = commands.add_parser(name)
        command.add_argument("--contact", required=True)
        command.add_argument("--secret", required=True, type=bytes.fromhex)
        command.add_argument("--clock", type=float, default=0)
        command.add_argument("--fault")
        command.add_argument("--count", type=int)
    command = commands.add_parser("mirror")
    for command in commands.choices.values():
        command.add_argument("--name", required=True)
        command.add_argument("--host", default="127.0.0.1")
        command.add_argument("--port", type=int, default=0)
    commands.add_parser("check").add_argument("vectors")
    options = parser.parse_args()
    {"listen": listen, "send": send, "mirror": mirror, "check": check}[options.command](options)


if __name__ == "__main__":
    main()
