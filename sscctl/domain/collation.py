"""The Swedish alphabet: å, ä and ö are letters of their own after z (Svenska Akademiens ordlista)."""

from __future__ import annotations

import unicodedata

_OWN_LETTERS = {"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3"}  # "{" follows "z"
_FOLDED = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "a", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t"})


def swedish_key(name: str) -> tuple[str, str]:
    """A key that sorts names as a Swedish reader expects; other accents and letter case only break ties."""
    plain = unicodedata.normalize("NFC", name).casefold()
    return "".join(_OWN_LETTERS.get(char) or _bare(char) for char in plain), name


def folded(name: str) -> str:
    """The name with no accents, lower-case: what people type who have no å, ä or ö at hand."""
    return "".join(_bare(char) for char in unicodedata.normalize("NFC", name).casefold().translate(_FOLDED))


def _bare(char: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))
