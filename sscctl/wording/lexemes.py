"""Cuts a text into words, numbers and signs, each with its place; every text can be cut, in one pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_LEXEME = re.compile(
    r"""
    (?P<line>\s*[\r\n\u0085\u2028\u2029]\s*)
  | (?P<space>\s+)
  | (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))
  | (?P<slashed>[0-9]{1,2}/(?:1[0-2]|0?[1-9])(?:\s?[-–—]\s?[0-9]{1,2}/(?:1[0-2]|0?[1-9]))?\ (?:19|20)[0-9]{2}(?![0-9]))
  | (?P<season>[0-9]{1,2}/(?:1[0-2]|0?[1-9])\s?[-–—]\s?[0-9]{1,2}/(?:1[0-2]|0?[1-9])(?![0-9]|[:.][0-9]))
  | (?P<always>24/7(?![0-9]))
  | (?P<ordinal>[0-9]{1,2}(?::[ae]|st|nd|rd|th|[ae])(?![^\W_]))
  | (?P<clock>[0-9]{1,2}[.:][0-9]{2}(?![0-9])|[0-9]{1,4}(?![0-9]))
  | (?P<number>[0-9]+)
  | (?P<nth>\[[0-9,\ -]*\])
  | (?P<comment>"[^"]*"|”[^”]*”)
  | (?P<fallback>\|\|)
  | (?P<word>(?:fr|[^\W\d_])(?:\.[^\W\d_]){1,3}\.?(?![^\W\d_])|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’])*)
  | (?P<dash>[-‐‑‒–—―−]+)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of the text; `kind` is a name in the pattern above."""

    kind: str
    text: str
    start: int
    end: int


def lexemes(text: str) -> Iterator[Lexeme]:
    """Yield the pieces of the text in order, without its spaces."""
    for match in _LEXEME.finditer(text):
        kind = match.lastgroup or "sign"
        if kind != "space":
            yield Lexeme(kind, match.group(), match.start(), match.end())


def spell(text: str) -> str:
    """A word as the vocabulary has it: case folded, its letters composed (NFC)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
