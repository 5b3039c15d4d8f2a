"""Who takes part at an office: its own entries, and the agreements on all offices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sscctl.domain.agreement import Agreement, AgreementKind, Ending, Scope
from sscctl.domain.office import Office, Participation
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.registry import Context
from tests.domain.lives import life

DAY = date(2026, 3, 2)
OFFICE = Office("torget", "Torget", "0180", lifecycle=life("opened 2021"))
EVERYWHERE = Agreement("all", AgreementKind.SERVICE, "ssc", ("skatteverket", "pensionsmyndigheten"), scope=Scope.ALL)
PAST = Period.through(None, date(2025, 12, 31))

TAKING_PART = {
    "an agreement on all offices": (EVERYWHERE, (), "pensionsmyndigheten skatteverket"),
    "an agreement on listed offices adds nobody by itself": (replace(EVERYWHERE, scope=Scope.LIST), (), ""),
    "an intention gives nobody a part": (replace(EVERYWHERE, kind=AgreementKind.LETTER_OF_INTENT), (), ""),
    "an agreement that ran out": (replace(EVERYWHERE, period=PAST), (), ""),
    "an agreement that was ended": (replace(EVERYWHERE, ended=Ending(PartialDate.parse("2025-12"))), (), ""),
    "an entry of the office itself": (
        EVERYWHERE,
        (Participation("migrationsverket"),),
        "migrationsverket pensionsmyndigheten skatteverket",
    ),
    "an entry under the agreement goes before it": (
        EVERYWHERE,
        (Participation("skatteverket", "all", period=PAST),),
        "pensionsmyndigheten",
    ),
    "an entry under an older agreement does not": (
        EVERYWHERE,
        (Participation("skatteverket", "older", period=PAST),),
        "pensionsmyndigheten skatteverket",
    ),
}


@pytest.mark.parametrize(("agreement", "entries", "expected"), TAKING_PART.values(), ids=TAKING_PART)
def test_who_takes_part(agreement: Agreement, entries: tuple[Participation, ...], expected: str) -> None:
    context, office = Context(agreements={agreement.id: agreement}), replace(OFFICE, participations=entries)
    assert " ".join(own.agency for own in context.taking_part(office, DAY)) == expected
    assert context.attending(office, DAY) == set(expected.split())


def test_nobody_takes_part_at_an_office_that_is_closed() -> None:
    closed = replace(OFFICE, lifecycle=life("opened 2021", "closed 2025"))
    assert Context(agreements={"all": EVERYWHERE}).taking_part(closed, DAY) == ()


def test_the_agreements_that_list_an_office_are_found_by_its_id() -> None:
    lists = [replace(EVERYWHERE, id=name, scope=Scope.LIST, offices=("torget", "hamnen")) for name in ("one", "two")]
    context = Context(agreements={agreement.id: agreement for agreement in lists})
    assert list(context.listed["torget"]) == ["one", "two"]
    assert "elsewhere" not in context.listed
