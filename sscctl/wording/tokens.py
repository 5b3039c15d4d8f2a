"""The kinds of words that a text on opening hours is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from sscctl.domain.hours import Weekday, Weeks
from sscctl.text import Text


class Kind(Enum):
    """What a word or sign does in the sentence."""

    DAYS = auto()  # måndag, vardagar, Mo
    REST = auto()  # övriga dagar
    HOLIDAYS = auto()  # helgdagar, PH
    HOLIDAY_FREE = auto()  # helgfria
    ONLY = auto()  # endast
    NOT = auto()  # utom, ej
    ORDINAL = auto()  # första, 3:e
    NTH = auto()  # [1,3]
    OF_MONTH = auto()  # i månaden
    WEEKS = auto()  # udda veckor
    EVERY = auto()  # varannan
    EACH = auto()  # var, varje: with a number as EVERY, else nothing
    WEEK = auto()  # vecka
    DATE = auto()  # 2026-06-15
    DAY_OF_YEAR = auto()  # 15 juni, of no year
    FROM = auto()  # från
    CLOCK = auto()  # 10, 10.00, 1000, noon
    HALF = auto()  # am, fm
    PART = auto()  # förmiddag: before its hours
    ROUND = auto()  # dygnet runt
    ALWAYS = auto()  # 24/7
    BETWEEN = auto()  # mellan
    CLOSED = auto()  # stängt
    LUNCH = auto()  # lunch
    TO = auto()  # till, –
    AND = auto()  # och
    ALSO = auto()  # även
    COMMA = auto()
    COLON = auto()
    STOP = auto()  # ; and the full stop
    LINE = auto()  # the end of a line
    OPEN = auto()  # (
    SHUT = auto()  # )
    NOISE = auto()  # öppet, kl: says nothing more
    REFUSED = auto()  # known, and nothing that weekly hours can hold
    STRANGE = auto()  # not known


@dataclass(frozen=True, slots=True)
class Face:
    """A clock as it is written: `minute` is `None` for a bare hour; `half` is `am` or `pm`.

    A `full` one can only be meant by the 24-hour clock: it has two digits of hours.
    """

    hour: int
    minute: int | None = None
    full: bool = False
    half: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a known word is no part of weekly hours, and what to do instead.

    With `whole` all that follows in the sentence is about it; with `limits` it tells when the sentence holds.
    """

    message: Text
    suggestion: Text | None = None
    whole: bool = False
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word stands for; which of the fields says it depends on the kind."""

    kind: Kind
    days: tuple[Weekday, ...] = ()
    weeks: Weeks | None = None
    numbers: tuple[int, ...] = ()
    face: Face | None = None
    date: date | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A meaning at its place in the text: code points from `start` to `end`."""

    meaning: Meaning
    start: int
    end: int
    text: str

    @property
    def kind(self) -> Kind:
        """The kind of its meaning."""
        return self.meaning.kind
