"""What an unquoted YAML scalar means, and how a text must be written so that every reader reads it back.

YAML 1.1 (PyYAML and many others), YAML 1.2's core schema and JSON disagree about unquoted scalars: `no`, `0114` and
`10:00` are a truth value, 76 and 600 to some of them. Here JSON's grammar decides and all else is text; whatever
another reader would take for something else than that text is named a misreading.
"""

from __future__ import annotations

import re
from enum import Enum, auto


class Misreading(Enum):
    """As what another reader would take an unquoted text, or why a number is not the same to all of them."""

    NOTHING_WRITTEN = auto()
    NULL = auto()
    MERGE = auto()
    BARE_WORD = auto()
    TRUTH_VALUE = auto()
    NUMBER = auto()
    NOT_FINITE = auto()
    LARGE_NUMBER = auto()
    LEADING_ZERO = auto()
    DATE = auto()
    TIME = auto()


MAX_DIGITS = 17
"""A 64-bit floating-point number keeps no more significant decimal digits than these."""

MAX_INTEGER = 2**53 - 1
"""The greatest integer that every JSON reader keeps exact (RFC 8259, section 6)."""

TYPED: dict[str, bool | None] = {"true": True, "false": False, "null": None}
"""The words of JSON: the only ones that are not text when they stand unquoted."""


def _spellings(*words: str) -> list[str]:
    """Return the three ways of writing a word that YAML 1.1 knows: `no`, `No` and `NO`."""
    return [spelt for word in words for spelt in dict.fromkeys((word, word.capitalize(), word.upper()))]


_WORDS: dict[str, Misreading] = {
    **dict.fromkeys(_spellings("yes", "no", "on", "off", "y", "n"), Misreading.BARE_WORD),
    **dict.fromkeys(_spellings("true", "false"), Misreading.TRUTH_VALUE),
    **dict.fromkeys([*_spellings("null"), "~"], Misreading.NULL),
    **dict.fromkeys(["<<", "="], Misreading.MERGE),
    "": Misreading.NOTHING_WRITTEN,
}

ODD_WORDS = frozenset([*_WORDS, *TYPED])
"""Words that are not simply text; a scalar that sorts before ":" (digit, sign, dot) may be none either."""

_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?\Z")
_DATE = re.compile(  # YAML 1.1, timestamp
    r"[0-9]{4}-(?:[0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t\n]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t\n]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)\Z"
)
_TIME = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z")  # YAML 1.1, base 60
_LEADING_ZERO = re.compile(r"[-+]?0[0-9_]+\Z")  # octal in YAML 1.1, decimal in 1.2
_NUMBER = re.compile(
    r"[-+]?(?:0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+|(?:\.[0-9][0-9_.]*|[0-9][0-9_]*(?:\.[0-9_.]*)?)(?:[eE][-+]?[0-9]+)?)\Z"
)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")


def read_plain(text: str) -> tuple[str | int | float | bool | None, Misreading | None]:
    """Return what an unquoted scalar is by JSON's grammar, and how other readers may misread it."""
    if text in TYPED:
        return TYPED[text], None
    if text in _WORDS:
        misreading = _WORDS[text]
        return (None if misreading is Misreading.NOTHING_WRITTEN else text), misreading
    if text[0] not in "+-.0123456789":
        return text, None
    number = _JSON_NUMBER.match(text)
    if number:
        return _number(text, is_integer=number[1] is None)
    return text, _misread_number(text)


def misread_key(text: str) -> Misreading | None:
    """Say how other readers may misread an unquoted key; `on` is the registry's own word and stands unquoted."""
    if text == "on":
        return None
    if text in TYPED:
        return Misreading.NULL if text == "null" else Misreading.TRUTH_VALUE
    value, misreading = read_plain(text)
    return misreading or (None if isinstance(value, str) else Misreading.NUMBER)


def _number(text: str, *, is_integer: bool) -> tuple[str | int | float, Misreading | None]:
    """Convert a JSON number; one that a reader would round or overflow stays text."""
    digits = len(text) - text.startswith("-") - (not is_integer)
    if digits > MAX_DIGITS:
        return text, Misreading.LARGE_NUMBER
    if not is_integer:
        return float(text), None
    value = int(text)
    return (text, Misreading.LARGE_NUMBER) if abs(value) > MAX_INTEGER else (value, None)


def _misread_number(text: str) -> Misreading | None:
    """Say which number, date or time a text is to another reader, if any."""
    for pattern, misreading in (
        (_DATE, Misreading.DATE),
        (_TIME, Misreading.TIME),
        (_LEADING_ZERO, Misreading.LEADING_ZERO),
        (_NUMBER, Misreading.NUMBER),
        (_NOT_FINITE, Misreading.NOT_FINITE),
    ):
        if pattern.match(text):
            return misreading
    return None


_PLAIN = re.compile(r"[^\W\d_](?:[\w./()&+%!;*=§°–—’'-]|[ ](?=[\w./()&+%§°–—’-]))*\Z")
"""What may stand unquoted, in block and in flow: begins with a letter; no sign that YAML gives a meaning to."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def quote(text: str) -> str:
    """Write a text as a YAML scalar that every reader reads back as the same text.

    Plain where that is certain, else double-quoted with JSON's escapes; characters beyond the Basic Multilingual
    Plane that cannot be printed get the escape of eight digits, which JSON lacks. Raises `ValueError` for a lone
    surrogate, which is no character and has no form in YAML.
    """
    if _PLAIN.match(text) and text not in ODD_WORDS:
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def quote_key(text: str) -> str:
    """Write a key as `quote` does, except that the registry's own word `on` stands plain."""
    return text if text == "on" else quote(text)


def _escaped(character: str) -> str:
    """Return a character as it stands between double quotes."""
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        raise ValueError(f"a lone surrogate cannot be written: U+{code:04X}")
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
