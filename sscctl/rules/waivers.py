"""SSC8xx: waivers (undantag), which excuse a breach for a time and with a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from sscctl.domain.finding import Severity
from sscctl.rules._rule import Book, Breach
from sscctl.text import Text

BOOK = Book()

_MAY_BE_WAIVED = re.compile(r"SSC[1-7][0-9]{2}")


class Excuse(NamedTuple):
    """A waiver where it stands: the `place`-th of the document at `path`; `last_day` is ISO 8601."""

    path: str
    place: int
    rule: str
    last_day: str


@BOOK.declared("SSC801", Severity.ERROR)
def waiver_of_no_rule() -> None:
    """A waiver names a rule that does not exist or that cannot be waived.

    What excuses nothing known hides a mistake. Faults of form (SSC0xx) are never excused: other programs could
    not read the file.

    Svenska: Ett undantag gäller en regel som inte finns eller som inte får undantas.

    Ett undantag som inte undantar något känt döljer ett misstag. Formfel (SSC0xx) kan aldrig undantas, för då kan
    andra program inte läsa filen.

    Bad:
        waivers:
          - {rule: SSC999, reason: Väntar på nya lokaler, valid_through: "2027-01-31"}
    Good:
        waivers: []
    """


@BOOK.declared("SSC802", Severity.WARNING)
def idle_waiver() -> None:
    """A waiver has expired, or excuses nothing.

    A waiver that does nothing any longer makes readers believe that something is still wrong, and would hide the next
    breach of the same rule.

    Svenska: Ett undantag har gått ut eller undantar inget.

    Ett undantag som inte längre behövs får läsaren att tro att något fortfarande är fel, och skulle dölja nästa brott
    mot samma regel.

    Bad:
        waivers:
          - {rule: SSC609, reason: Kort vecka under ombyggnaden, valid_through: "2026-01-31"}
    Good:
        waivers: []
    """


def apply_waivers(
    waivers: Iterable[Excuse], today: date, rules: Collection[str], excuse: Callable[[str, str], int]
) -> Iterator[tuple[Excuse, str, Breach]]:
    """Excuse what may be excused, and yield each waiver that is wrong or idle, with the code of the rule it breaks.

    `rules` are the codes there are; `excuse(path, rule)` excuses the findings of one rule in one document and returns
    how many that were.
    """
    for waiver in waivers:
        pointer = ("waivers", waiver.place)
        if waiver.rule not in rules or not _MAY_BE_WAIVED.fullmatch(waiver.rule):
            yield waiver, "SSC801", Breach((*pointer, "rule"), _NO_RULE.format(rule=waiver.rule), _NAME_A_RULE)
        elif waiver.last_day < today.isoformat():
            yield waiver, "SSC802", Breach(pointer, _EXPIRED.format(rule=waiver.rule, day=waiver.last_day), _PROLONG)
        elif not excuse(waiver.path, waiver.rule):
            yield waiver, "SSC802", Breach(pointer, _IDLE.format(rule=waiver.rule), _REMOVE)


_NO_RULE = Text(
    "undantaget gäller {rule}, som inte är en regel som får undantas",
    "the waiver is of {rule}, which is no rule that may be waived",
)
_NAME_A_RULE = Text(
    "ange en regel SSC1xx till SSC7xx; `sscctl explain` visar dem",
    "name a rule from SSC1xx to SSC7xx; `sscctl explain` lists them",
)
_EXPIRED = Text("undantaget från {rule} gick ut {day}", "the waiver of {rule} expired on {day}")
_PROLONG = Text(
    "ta bort undantaget, eller förläng det med ett nytt skäl", "remove the waiver, or prolong it with a new reason"
)
_IDLE = Text("undantaget från {rule} undantar inget", "the waiver of {rule} excuses nothing")
_REMOVE = Text("ta bort undantaget", "remove the waiver")
