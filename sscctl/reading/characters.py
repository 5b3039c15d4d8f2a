"""Which characters a text may hold: visible ones, composed, of one alphabet in each word, in one encoding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, islice, takewhile
from typing import NamedTuple

from sscctl.reading import character_faults as words
from sscctl.reading.form_faults import Complaint
from sscctl.reading.garbling import garblings, may_be_garbled
from sscctl.reading.writing_systems import may_be_mixed, mixtures

MAX_BLEMISHES = 50
"""So many of each sort are told of one file; a file with more has one cause and not so many."""

_PLAIN_ASCII = bytes([0x0A, *range(0x20, 0x5C), *range(0x5D, 0x7F)])  # all that is printed, without the backslash
_FAMILIAR = re.compile("[°·«»À-ÁÄ-ſ–—’“”…]*")  # composed, Latin, and no part of what garbling makes

FORBIDDEN = re.compile(
    "(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f])"
    "|(?P<line>[\x85\u2028\u2029])"
    "|(?P<direction>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"  # Unicode TR 36, Trojan Source
    "|(?P<invisible>[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff])"
    "|(?P<unassigned>[\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff])"  # private use, noncharacters
    "|(?P<replacement>\ufffd)"
)
_BREAKS_PARSING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_TABBED_LINE = re.compile(r"\t[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"""[^\s"'\[\]{},:]+""")
_MARKS = re.compile(r"[^\x00-\x7f\w\s]{31,}")  # combining marks are neither letters nor ASCII
_LONGEST_RUN = 30  # of marks on one letter: the Stream-Safe Text Format, Unicode Standard Annex 15
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_NAMED_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85"}
_NAMED_ESCAPES |= {"L": "\u2028", "P": "\u2029"}


class Blemish(NamedTuple):
    """A complaint about the character at an offset, or to the word that begins there."""

    offset: int
    complaint: Complaint


def is_familiar(data: bytes) -> bool:
    """Say quickly that no character of a text in UTF-8 can be objected to; if not, each must be looked at."""
    rest = data.translate(None, _PLAIN_ASCII)
    return not rest or _FAMILIAR.fullmatch(rest.decode()) is not None


def parseable(text: str) -> str:
    """Return a text of the same length without the characters that parsers refuse or take for the end of a line."""
    rest = _unusual(text)
    if _BREAKS_PARSING.search(rest):
        text = _BREAKS_PARSING.sub("\ufffd", text)
    if _MARKS.search(rest):
        text = _MARKS.sub(lambda run: "\ufffd" * len(run[0]) if _many_marks(run[0]) else run[0], text)
    return text


def blemishes(text: str) -> Iterator[Blemish]:
    """Yield what can be objected to in a file's characters, at most `MAX_BLEMISHES` of each sort."""
    rest = _unusual(text)
    for sort in (_tabs, _line_ends, _forbidden, _composition, _garbling, _mixture):
        yield from islice(sort(text, rest), MAX_BLEMISHES)


def _unusual(text: str) -> str:
    """Return all but the printed ASCII characters: little, so that what is not there is seen at once."""
    return text.encode("utf-8", "surrogatepass").translate(None, _PLAIN_ASCII).decode("utf-8", "surrogatepass")


def escaped_blemishes(source: str, value: str, start: int) -> Iterator[Blemish]:
    """Yield what escapes bring into a double-quoted scalar, which lies at `start` and means `value`.

    A forbidden character is pointed at by its escape; what several characters make together, by the scalar.
    """
    unusual = False
    for escape in _ESCAPE.finditer(source):
        code = next(filter(None, escape.groups()[:3]), "")
        character = chr(int(code, 16)) if code else _NAMED_ESCAPES.get(escape[4], "")
        unusual |= not character.isascii()
        found = FORBIDDEN.match(character)
        if found:
            yield Blemish(start + escape.start(), words.forbidden(str(found.lastgroup), character))
        elif character in ("\t", "\r"):
            yield Blemish(start + escape.start(), words.forbidden("control", character))
        elif "\ud800" <= character <= "\udfff":
            yield Blemish(start + escape.start(), words.SURROGATE)
    if unusual:
        raw = {blemish.complaint for blemish in blemishes(source)}
        found_in_value = (
            b for sort in (_composition, _garbling, _mixture) for b in islice(sort(value, _unusual(value)), 1)
        )
        yield from (Blemish(start, b.complaint) for b in found_in_value if b.complaint not in raw)


def composed(key: str) -> str:
    """Return a key in NFC, so that two spellings of it are one; what no key can be is returned as it is."""
    return key if len(key) > _LONGEST_RUN * 10 or _many_marks(key) else unicodedata.normalize("NFC", key)


def _tabs(text: str, rest: str) -> Iterator[Blemish]:
    if "\t" not in rest:
        return iter(())
    return (Blemish(tab.start(), words.TAB) for tab in _TABBED_LINE.finditer(text))


def _line_ends(text: str, rest: str) -> Iterator[Blemish]:
    if "\r" not in rest:
        return
    first = ""
    for end in _LINE_END.finditer(text):
        if end[0] == "\r":
            yield Blemish(end.start(), words.LONE_CARRIAGE_RETURN)
            continue
        first = first or end[0]
        if end[0] != first:
            yield Blemish(end.start(), words.MIXED_LINE_ENDS)


def _forbidden(text: str, rest: str) -> Iterator[Blemish]:
    if not FORBIDDEN.search(rest):
        return iter(())
    return (Blemish(m.start(), words.forbidden(str(m.lastgroup), m[0])) for m in FORBIDDEN.finditer(text))


def _composition(text: str, rest: str) -> Iterator[Blemish]:
    crowded = False
    if not rest:
        return
    for run in _MARKS.finditer(text) if _MARKS.search(rest) else ():
        if _many_marks(run[0]):
            crowded = True  # composing such a run takes time that grows with the square of its length
            yield Blemish(run.start(), words.MANY_MARKS)
    if crowded or unicodedata.is_normalized("NFC", text):
        return
    for word in _WORD.finditer(text):
        nfc = unicodedata.normalize("NFC", word[0])
        if nfc != word[0]:
            same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word[0], nfc, strict=False)))
            yield Blemish(word.start() + same, words.not_nfc(word[0], nfc))


def _many_marks(run: str) -> bool:
    """Say whether more marks follow on one another than any writing needs."""
    return any(
        is_mark and sum(1 for _ in group) > _LONGEST_RUN
        for is_mark, group in groupby(run, key=lambda character: unicodedata.category(character).startswith("M"))
    )


def _garbling(text: str, rest: str) -> Iterator[Blemish]:
    if not may_be_garbled(rest):
        return iter(())
    return (Blemish(offset, words.garbled(part, repaired)) for offset, part, repaired in garblings(text))


def _mixture(text: str, rest: str) -> Iterator[Blemish]:
    if not may_be_mixed(rest):
        return iter(())
    return (Blemish(offset, words.mixed_scripts(word, stranger)) for offset, word, stranger in mixtures(text))
