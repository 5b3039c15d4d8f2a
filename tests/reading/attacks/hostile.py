"""Hostile files, made on the spot: each with what it does to a reader without a guard, and what is said of it here."""

from __future__ import annotations

from typing import NamedTuple


class Attack(NamedTuple):
    """A file and the first thing said of it: code, line, column, and words of the message."""

    data: bytes
    code: str
    line: int
    column: int
    words: str


def _bomb(width: int, height: int) -> bytes:
    """Aliases of aliases: `width` to the power of `height` values from a few lines."""
    lines = ["a0: &a0 x"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, height + 1)]
    return "\n".join(lines).encode()


def _deep_block(levels: int) -> bytes:
    return "".join(f"{' ' * level}a:\n" for level in range(levels)).encode()


ATTACKS: dict[str, Attack] = {
    "Y1 aliases that unfold to 9 to the power of 8 values": Attack(_bomb(9, 8), "SSC001", 1, 5, "Anchors"),
    "Y2 a list that contains itself": Attack(b"a: &a [*a]", "SSC001", 1, 4, "Anchors"),
    "Y2 an alias of nothing": Attack(b"a: *b", "SSC001", 1, 4, "Aliases"),
    "Y3 100,000 levels of brackets": Attack(b"[" * 10**5, "SSC001", 1, 17, "16 levels"),
    "Y3 100,000 levels of braces": Attack(b"{a: " * 50_000, "SSC001", 1, 65, "16 levels"),
    "Y3 100,000 levels of list items": Attack(b"- " * 10**5, "SSC001", 1, 33, "16 levels"),
    "Y3 100,000 levels of keys": Attack(b"? " * 10**5, "SSC001", 1, 3, "key must be a text"),
    "Y3 levels by indentation": Attack(_deep_block(600), "SSC001", 17, 17, "16 levels"),
    "Y3 a million levels of brackets": Attack(b"[" * 10**6, "SSC001", 1, 1, "1000000 bytes"),
    "Y3 a million levels of list items": Attack(b"- " * 10**6, "SSC001", 1, 1, "2000000 bytes"),
    "Y4 a text of 50 MB": Attack(b'a: "' + b"x" * 50_000_000 + b'"', "SSC001", 1, 1, "50000005 bytes"),
    "Y5 a key twice": Attack(b"status: open\nstatus: closed\n", "SSC001", 2, 1, "“status” is there already"),
    "Y5 a key twice, once quoted": Attack(b'a: 1\n"a": 2\n', "SSC001", 2, 1, "“a” is there already"),
    "Y5 a key twice, once decomposed": Attack(
        "ö: 1\nb: 2\no\u0308: 3".encode(), "SSC001", 3, 1, "“ö” is there already"
    ),
    "Y5 a key twice, by an escape": Attack(b'a: 1\n"\\u0061": 2\n', "SSC001", 2, 1, "“a” is there already"),
    "Y6 a Python object": Attack(b"a: !!python/object/apply:os.system [id]", "SSC001", 1, 4, "Tags"),
    "Y6 a binary": Attack(b"a: !!binary aGVq", "SSC001", 1, 4, "Tags"),
    "Y6 a set": Attack(b"a: !!set {b, c}", "SSC001", 1, 4, "Tags"),
    "Y6 an ordered map": Attack(b"a: !!omap [b: 1]", "SSC001", 1, 4, "Tags"),
    "Y6 a tag of no name": Attack(b"a: ! 1", "SSC001", 1, 4, "Tags"),
    "Y6 a core tag": Attack(b"a: !!str 1", "SSC001", 1, 4, "Tags"),
    "Y6 a tag of its own": Attack(b"%TAG ! tag:example.org,2026:\n---\na: !x 1", "SSC001", 1, 1, "directives"),
    "Y7 a merge": Attack(b"a: {b: 1}\nc:\n  <<: {d: 2}", "SSC001", 3, 3, "Merge"),
    "Y8 a municipality's code": Attack(b"municipality: 0114", "SSC005", 1, 15, "leading zero"),
    "Y8 a postcode as a number is the schema's care; a round one is not": Attack(b"a: 1_000", "SSC005", 1, 4, "number"),
    "Y8 hours": Attack(b"on: 10:00", "SSC006", 1, 5, "time"),
    "Y8 Norway": Attack(b"a: NO", "SSC007", 1, 4, "yes or no"),
    "Y8 a date": Attack(b"on: 2026-01-01", "SSC006", 1, 5, "date"),
    "Y9 Latin-1": Attack("a: b\nnamn: Växjö".encode("latin-1"), "SSC001", 2, 8, "0xE4"),
    "Y9 UTF-16 with its mark": Attack("a: b".encode("utf-16"), "SSC001", 1, 1, "UTF-16"),
    "Y9 UTF-16 without": Attack("a: b".encode("utf-16-be"), "SSC001", 1, 1, "UTF-16"),
    "Y9 UTF-32": Attack("a: b".encode("utf-32"), "SSC001", 1, 1, "UTF-32"),
    "Y9 an overlong slash": Attack(b"a: \xc0\xaf", "SSC001", 1, 4, "0xC0"),
    "Y9 a surrogate in UTF-8": Attack(b"a: \xed\xa0\x80", "SSC001", 1, 4, "0xED"),
    "Y9 a surrogate by an escape": Attack(b'a: "x\\uD800"', "SSC008", 1, 6, "not stand for a character"),
    "Y9 a pair of surrogates by escapes": Attack(b'a: "\\uD83C\\uDFE2"', "SSC008", 1, 5, "not stand for a character"),
    "Y9 beyond Unicode by an escape": Attack(b'a: "\\UFFFFFFFF"', "SSC008", 1, 5, "not stand for a character"),
    "Y9 cut in the middle of a letter": Attack("a: å".encode()[:-1], "SSC001", 1, 4, "0xC3"),
    "Y10 a byte order mark": Attack(b"\xef\xbb\xbfa: b", "SSC001", 1, 1, "byte order mark"),
    "Y11 CR alone": Attack(b"a: b\rc: d", "SSC001", 1, 5, "carriage return"),
    "Y11 CRLF after LF": Attack(b"a: b\nc: d\r\n", "SSC001", 2, 5, "otherwise"),
    "Y11 NEL, which hides a key": Attack("a: b # \x85c: d".encode(), "SSC008", 1, 8, "U+0085"),
    "Y11 LS": Attack("a: b\u2028c".encode(), "SSC008", 1, 5, "U+2028"),
    "Y11 PS": Attack("a: b\u2029c".encode(), "SSC008", 1, 5, "U+2029"),
    "Y12 NUL": Attack(b"a: b\x00c", "SSC008", 1, 5, "U+0000"),
    "Y12 NUL by an escape": Attack(b'a: "b\\0c"', "SSC008", 1, 6, "U+0000"),
    "Y12 ESC by an escape": Attack(b'a: "\\e[2J"', "SSC008", 1, 5, "U+001B"),
    "Y12 C1 by an escape": Attack(b'a: "\\x9b2J"', "SSC008", 1, 5, "U+009B"),
    "Y13 a right-to-left override": Attack("a: b\u202ec".encode(), "SSC008", 1, 5, "RIGHT-TO-LEFT OVERRIDE"),
    "Y13 an override in a comment": Attack("a: b # \u2066c".encode(), "SSC008", 1, 8, "LEFT-TO-RIGHT ISOLATE"),
    "Y13 a zero-width space in a key": Attack("a\u200b: b".encode(), "SSC008", 1, 2, "ZERO WIDTH SPACE"),
    "Y13 a tag letter": Attack("a: b\U000e0061".encode(), "SSC008", 1, 5, "U+E0061"),
    "Y13 a variation selector": Attack("a: b\ufe0f".encode(), "SSC008", 1, 5, "U+FE0F"),
    "Y14 a Cyrillic a in Malmö": Attack("a: M\u0430lmö".encode(), "SSC008", 1, 5, "CYRILLIC SMALL LETTER A"),
    "Y15 letters and marks apart": Attack("a: Va\u0308xjö".encode(), "SSC008", 1, 5, "NFC"),
    "Y16 several documents": Attack(b"a: 1\n---\nb: 2", "SSC001", 2, 1, "several documents"),
    "Y16 nothing": Attack(b"", "SSC001", 1, 1, "empty"),
    "Y16 only comments": Attack(b"# a\n# b\n", "SSC001", 1, 1, "empty"),
    "Y16 a list": Attack(b"- a\n", "SSC001", 1, 1, "key: value"),
    "Y16 a scalar": Attack(b"a\n", "SSC001", 1, 1, "key: value"),
    "Y16 tabs": Attack(b"a:\n\tb: 1\n", "SSC001", 2, 1, "Tabs"),
    "Y16 a directive": Attack(b"%YAML 9.9\n---\na: b", "SSC001", 1, 1, "directives"),
    "Y16 a date that is none": Attack(b"on: 2026-02-30", "SSC006", 1, 5, "date"),
    "Y17 a list as a key": Attack(b"[a]: b", "SSC001", 1, 1, "key must be a text"),
    "Y17 a mapping as a key": Attack(b"? {a: b}\n: c", "SSC001", 1, 3, "key must be a text"),
    "Y17 null as a key": Attack(b"null: b", "SSC001", 1, 1, "no value"),
    "Y17 nothing as a key": Attack(b"?\n: b", "SSC001", 1, 2, "key is missing"),
    "Y17 no number": Attack(b"a: .nan", "SSC005", 1, 4, "finite"),
    "Y17 infinity": Attack(b"a: -.inf", "SSC005", 1, 4, "finite"),
    "Y17 a number of 20,000 digits": Attack(b"a: " + b"7" * 20_000, "SSC005", 1, 4, "more digits"),
    "Y17 a fraction of 20,000 digits": Attack(b"a: 0." + b"7" * 20_000, "SSC005", 1, 4, "more digits"),
    "Y17 a great power": Attack(b"a: 1e999999", "SSC005", 1, 4, "number"),
    "Y18 a million keys": Attack(b"".join(b"k%d: 1\n" % n for n in range(10**6)), "SSC001", 1, 1, "bytes"),
    "Y18 too many keys": Attack(b"".join(b"k%d: x\n" % n for n in range(20_000)), "SSC001", 2500, 8, "5000 keys"),
    "Y18 too many items": Attack(b"a: [" + b"x," * 100_000, "SSC001", 1, 9_999, "5000 keys"),
    "Y18 one key 2,000 times": Attack(b"a: x\n" * 2_000, "SSC001", 2, 1, "already"),
}
