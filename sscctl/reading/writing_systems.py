"""Words that mix alphabets: a Cyrillic а in Malmö looks right to a person and is another word to a program."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"\w+")
_FOREIGN = re.compile("[^\x00-\x7f\xa0-\u024f\u0292\u02b0-\u02ff\u1e00-\u1eff\u2000-\u206f]")
"""What is not a letter of the Latin alphabet as Swedish, Finnish and all Sámi languages write it."""

_FILLERS = "\u115f\u1160\u3164\uffa0"  # letters in name only; none is seen, and none may stand in a text

_LOOK_ALIKE = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE", "LISU"})
"""Alphabets that share the shapes of letters; others, such as Han and kana, are rightly mixed in one word."""


def may_be_mixed(unusual: str) -> bool:
    """Say whether a text has foreign letters at all; only its characters beyond ASCII need be given."""
    return _FOREIGN.search(unusual) is not None


def mixtures(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield offset, word and the first letter of a second alphabet; the offset is the letter's."""
    for word in _WORD.finditer(text):
        if word[0].isascii():
            continue
        stranger = _stranger(word[0])
        if stranger is not None:
            yield word.start() + stranger, word[0], word[0][stranger]


def _stranger(word: str) -> int | None:
    """Return the index of the first letter that is not of the alphabet most of the word is in; of two equals, Latin."""
    alphabets = [_alphabet(character) for character in word]
    counts = Counter(alphabet for alphabet in alphabets if alphabet)
    if len(counts) < 2 or counts.keys().isdisjoint(_LOOK_ALIKE):
        return None
    home = max(counts, key=lambda alphabet: (counts[alphabet], alphabet == "LATIN"))
    return next(index for index, alphabet in enumerate(alphabets) if alphabet not in (None, home))


@lru_cache(maxsize=4096)
def _alphabet(character: str) -> str | None:
    """Return the first word of a letter's or digit's name, which is its alphabet; None for what every alphabet uses."""
    if not _FOREIGN.match(character):
        return "LATIN" if character.isalpha() and not "\u02b0" <= character <= "\u02ff" and character != "µ" else None
    if not (character.isalpha() or character.isdecimal()) or character in _FILLERS:
        return None
    name = unicodedata.name(character, "UNKNOWN").split()[0]
    return "LATIN (VARIANT)" if name == "LATIN" and not "\ufb00" <= character <= "\ufb06" else name
