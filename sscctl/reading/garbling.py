"""Garbled text (mojibake): UTF-8 that a program once took for Windows-1252, Latin-1, Mac Roman or code page 850."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TRAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # what the bytes 80–BF are in Latin-1 and Windows-1252
_WESTERN = re.compile(
    # Ã and  begin no Swedish or Sámi word; Ä and Å do, so only what cannot follow them in a text counts
    f"(?:[ÂÃ]{_TRAIL}|â(?:€{_TRAIL}|„¢|‚¬|†[’\x92])|ï(?:»¿|¿½)|Ä[‘\x91\x8d]|Å[‹¡¾½\x8b])+"
)
_LETTERS = "åäöÅÄÖéü"
_OTHERS = {letter.encode().decode(encoding): letter for encoding in ("mac_roman", "cp850") for letter in _LETTERS}
_OTHER = re.compile("(?:" + "|".join(map(re.escape, _OTHERS)) + ")+")


def may_be_garbled(unusual: str) -> bool:
    """Say whether there is anything garbled in a text of which only the characters beyond ASCII are given."""
    return _WESTERN.search(unusual) is not None or _OTHER.search(unusual) is not None


def garblings(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield offset, garbled text and what it most likely was."""
    for match in _WESTERN.finditer(text):
        yield match.start(), match[0], _repair(match[0])
    for match in _OTHER.finditer(text):
        yield match.start(), match[0], "".join(_OTHERS[match[0][at : at + 2]] for at in range(0, len(match[0]), 2))


def _repair(garbled: str) -> str:
    """Undo the wrong decoding, twice where it was done twice."""
    for _ in range(2):
        try:
            garbled = b"".join(map(_byte, garbled)).decode()
        except (UnicodeEncodeError, UnicodeDecodeError):
            break
    return garbled


def _byte(character: str) -> bytes:
    """Return the byte a character was read from; Windows-1252 leaves five bytes to Latin-1."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
