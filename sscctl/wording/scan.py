"""From a text to tokens: pieces are looked up as words and phrases, and words of two meanings are settled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sscctl.domain.hours import WEEKDAYS
from sscctl.wording.dates import read_date, with_year_of
from sscctl.wording.lexemes import Lexeme, lexemes, spell
from sscctl.wording.refusals import COMMENT, INEXACT, SEASON, THE_LAST, YEAR_LAST
from sscctl.wording.tokens import Face, Kind, Meaning, Token
from sscctl.wording.vocabulary import phrase_lengths, vocabulary

_SIGNS = {
    ",": Kind.COMMA,
    ";": Kind.STOP,
    ".": Kind.STOP,
    "!": Kind.STOP,
    ":": Kind.COLON,
    "|": Kind.COLON,
    "(": Kind.OPEN,
    ")": Kind.SHUT,
    "/": Kind.AND,
    "&": Kind.AND,
    "+": Kind.AND,
    "•": Kind.NOISE,
    "·": Kind.NOISE,
    "*": Kind.NOISE,
}

_DASHES = "-‐‑‒–—―−"
_THURSDAY = Meaning(Kind.DAYS, days=(WEEKDAYS[3],))
_ENDPOINTS = (Kind.CLOCK, Kind.HALF, Kind.DATE, Kind.DAY_OF_YEAR)
_JOINS = (Kind.COMMA, Kind.AND)

DAYLIKE = frozenset({Kind.DAYS, Kind.REST, Kind.HOLIDAYS, Kind.HOLIDAY_FREE, Kind.ONLY})


def scan(text: str) -> tuple[Token, ...]:
    """The tokens of the text; words that say nothing are left out, what is not known is `STRANGE`."""
    return tuple(_settled(_without_years([token for token in _looked_up(text) if token.kind is not Kind.NOISE])))


def _looked_up(text: str) -> Iterator[Token]:
    pieces = list(lexemes(text))
    words = [spell(piece.text) for piece in pieces]
    at = 0
    while at < len(pieces):
        meaning, count = read_date(pieces[at], words[at : at + 3]) or _phrase(words, at) or (_alone(pieces[at]), 1)
        last = pieces[at + count - 1]
        if _is_abbreviated(meaning, last, pieces[at + count : at + count + 1]):
            count += 1
        start, end = pieces[at].start, pieces[at + count - 1].end
        yield Token(meaning, start, end, text[start:end])
        at += count


def _phrase(words: Sequence[str], at: int) -> tuple[Meaning, int] | None:
    """The longest phrase that begins there, and of how many pieces it is."""
    known = vocabulary()
    for length in phrase_lengths().get(words[at], ()):
        meaning = known.get(" ".join(words[at : at + length]))
        if meaning and at + length <= len(words):
            return meaning, length
    return None


def _is_abbreviated(meaning: Meaning, word: Lexeme, following: Sequence[Lexeme]) -> bool:
    """Whether the full stop right after belongs to the word: `mån.`, `kl.`."""
    short = len(word.text) <= 5 and (
        meaning.kind in (Kind.DAYS, Kind.NOISE, Kind.FROM, Kind.WEEK, Kind.WEEKS, Kind.DAY_OF_YEAR)
    )
    return short and bool(following) and following[0].text == "." and following[0].start == word.end


_MEANINGS = {
    "dash": Meaning(Kind.TO),
    "line": Meaning(Kind.LINE),
    "comment": Meaning(Kind.REFUSED, refusal=COMMENT),
    "fallback": Meaning(Kind.REFUSED, refusal=COMMENT),
    "season": Meaning(Kind.REFUSED, refusal=SEASON),
    "slashed": Meaning(Kind.REFUSED, refusal=YEAR_LAST),
}


def _alone(piece: Lexeme) -> Meaning:
    """What a piece means that no vocabulary has."""
    match piece.kind:
        case "clock":
            return Meaning(Kind.CLOCK, face=_face(piece.text))
        case "ordinal":
            number = int("".join(char for char in piece.text if char.isdigit()))
            return Meaning(Kind.ORDINAL, numbers=(number,))
        case "nth":
            return _nth(piece.text)
        case "sign":
            return Meaning(_SIGNS.get(piece.text, Kind.STRANGE))
        case kind:
            return _MEANINGS.get(kind, Meaning(Kind.STRANGE))


def _face(text: str) -> Face:
    """`10`, `10.30`, `1030`, `930`; whether there is such a time is seen later."""
    hour, _, minute = text.replace(":", ".").partition(".")
    if not minute and len(hour) > 2:
        hour, minute = hour[:-2], hour[-2:]
    return Face(int(hour), int(minute) if minute else None, full=len(hour) == 2 and (hour[0] != "1" or hour > "12"))


def _nth(text: str) -> Meaning:
    numbers = text[1:-1].replace(" ", "").split(",")
    if not all(number in {"1", "2", "3", "4", "5"} for number in numbers):
        return Meaning(Kind.NTH, refusal=THE_LAST)
    return Meaning(Kind.NTH, numbers=tuple(sorted({int(number) for number in numbers})))


def _without_years(tokens: Sequence[Token]) -> list[Token]:
    """Take `2026` for a year, which tells no first and last day, unless it is one end of a span with a clock."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind is Kind.CLOCK and _YEAR.fullmatch(token.text):
            others = (
                (tokens[at - 2 : at - 1] if _joins(tokens, at - 1) else ()),
                tokens[at + 2 : at + 3] if _joins(tokens, at + 1) else (),
            )
            if not any(one.kind is Kind.CLOCK and not _YEAR.fullmatch(one.text) for some in others for one in some):
                found[at] = replace(token, meaning=_MEANINGS["season"])
    return found


_YEAR = re.compile("20[2-4][0-9]")


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return 0 < at < len(tokens) and tokens[at].kind in (Kind.TO, Kind.AND)


def _settled(tokens: Sequence[Token]) -> Iterator[Token]:
    """Decide by their neighbours what words of two meanings mean; drop the signs that only join letters."""
    kept: list[Token] = [_START]
    for at, token in enumerate(tokens):
        before, after, later = kept[-1], *(*tokens[at + 1 : at + 3], _START, _START)[:2]
        if _is_dropped(token, before, after):
            continue
        kept.append(_decided(token, before, later if after.kind is Kind.COLON else after))
        if len(kept) > 3 and kept[-1].kind is Kind.DATE and kept[-2].kind is Kind.TO:
            kept[-3] = with_year_of(kept[-3], kept[-1]) or kept[-3]
    yield from kept[1:]


_START = Token(Meaning(Kind.LINE), 0, 0, "")


def _is_dropped(token: Token, before: Token, after: Token) -> bool:
    if token.kind is Kind.FROM:
        return after.kind not in (Kind.DATE, Kind.DAY_OF_YEAR)
    if token.kind is Kind.TO and token.text[0] in _DASHES:
        # a dash that begins a line, and that of "lör- och söndagar"
        return before.kind is Kind.LINE or (before.kind is Kind.DAYS and after.kind in _JOINS)
    if spell(token.text) == "on":  # English, unless it stands among "må, ti, on, to"
        names_days = after.kind in DAYLIKE and before.kind is not Kind.DAYS and not _is_letters(after)
        return names_days or after.kind in (Kind.EACH, Kind.EVERY, Kind.ORDINAL, Kind.WEEKS)
    if token.kind is Kind.ONLY:  # "endast udda veckor" are all that is told then
        return after.kind is Kind.WEEKS or (before.kind is Kind.WEEKS and after.kind not in DAYLIKE)
    return token.kind is Kind.EACH and after.kind in DAYLIKE | {Kind.WEEKS}


def _decided(token: Token, before: Token, after: Token) -> Token:
    """Whether "to" is English, or Thursday as in "må ti to fr", and whether the hours of a part of the day follow."""
    if token.kind in (Kind.PART, Kind.HALF):
        return replace(token, meaning=_part(token.meaning, before, after))
    if spell(token.text) != "to":
        return token
    joins_days = before.kind is after.kind is Kind.DAYS and not _is_swedish(before) and not _is_swedish(after)
    joins_times = before.kind in _ENDPOINTS and after.kind in _ENDPOINTS
    return replace(token, meaning=Meaning(Kind.TO) if joins_days or joins_times else _THURSDAY)


def _part(meaning: Meaning, before: Token, after: Token) -> Meaning:
    """`em` after a clock is its half, before one the part of the day; what no hours follow does not say when."""
    if after.kind in (Kind.CLOCK, Kind.BETWEEN) and (meaning.kind is Kind.PART or before.kind is not Kind.CLOCK):
        return replace(meaning, kind=Kind.PART)
    return meaning if meaning.kind is Kind.HALF else Meaning(Kind.REFUSED, refusal=INEXACT)


def _is_letters(token: Token) -> bool:
    """Whether a day is written with two letters, as in the columns of a table."""
    return token.kind is Kind.DAYS and len(token.text) <= 2


def _is_swedish(token: Token) -> bool:
    return spell(token.text) in ("må", "ti", "lö", "sö")
