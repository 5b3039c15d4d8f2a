"""SSC8xx: waivers (undantag), which excuse a breach for a time and with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sscctl.domain.finding import Severity
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

MAY_BE_WAIVED = re.compile(r"SSC[1-7][0-9]{2}")


def _waivers(document: Document, world: World) -> Iterable[Claim]:
    for index, waiver in enumerate(document.waivers):
        yield Claim(waiver.rule, ("waivers", index), (waiver.reason, waiver.valid_through.isoformat()))


@BOOK.group_rule("SSC801", Severity.ERROR, by=_waivers)
def waiver_of_no_rule(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
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
        waivers:
          - {rule: SSC605, reason: Öppettiderna bestäms i december, valid_through: "2027-01-31"}
    """
    from sscctl.rules import RULES  # noqa: PLC0415  the whole book is known only once every family is read

    for member in members:
        if key not in RULES or not MAY_BE_WAIVED.fullmatch(key):
            yield (
                member,
                Breach(
                    (*member.pointer, "rule"),
                    Text(
                        f"undantaget gäller {key}, som inte är en regel som får undantas",
                        f"the waiver is of {key}, which is no rule that may be waived",
                    ),
                    Text(
                        "ange en regel SSC1xx till SSC7xx ur `sscctl explain`",
                        "name a rule from SSC1xx to SSC7xx, as `sscctl explain` lists them",
                    ),
                ),
            )


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


def idle(rule: str, last_day: str, *, expired: bool) -> Breach:
    """The breach of SSC802 for a waiver of `rule`; its pointer is the waiver's own."""
    if expired:
        return Breach(
            (),
            Text(f"undantaget från {rule} gick ut {last_day}", f"the waiver of {rule} expired on {last_day}"),
            Text(
                "ta bort undantaget, eller förläng det med ett nytt skäl",
                "remove the waiver, or prolong it with a new reason",
            ),
        )
    return Breach(
        (),
        Text(f"undantaget från {rule} undantar inget", f"the waiver of {rule} excuses nothing"),
        Text("ta bort undantaget", "remove the waiver"),
    )
