"""What the page says of now is what the tool says, for every office over many instants."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sscctl.domain.openness import STOCKHOLM, Openness, openness
from sscctl.publishing.edition import Edition
from sscctl.publishing.website.site import OVER, Site
from tests.builders import CHECKOUT
from tests.website.sample import LONG
from tests.website.sites import made_up, pages_of, real

NODE = CHECKOUT / ".venv/bin/node"
SCRIPT = CHECKOUT / "sscctl/publishing/website/assets/site.js"
EPOCH = date(1970, 1, 1)

Answer = tuple[bool | None, tuple[int, int] | None, tuple[int, int] | None]


MANY = 20_000 if LONG else 400
"""At how many instants each office is asked about."""


def instants() -> list[datetime]:
    """The edges of hours and days, and others by chance; within four months of the edition's day."""
    chance = random.Random(2026)
    begin = datetime(2026, 11, 22, tzinfo=UTC)
    edges = [
        datetime(2026, 11, 22, hour, minute, tzinfo=STOCKHOLM) + timedelta(days=day)
        for day in (0, 1, 2, 3, 16, 17, 31, 32, 33, 39, 40, 45, 129, 130)
        for hour, minute in ((0, 0), (8, 0), (9, 59), (10, 0), (11, 30), (12, 0), (15, 59), (16, 0), (23, 59))
    ]
    return [*edges, *(begin + timedelta(minutes=chance.randrange(120 * 1440)) for _ in range(MANY - len(edges)))]


def by_the_tool(answer: Openness) -> Answer:
    return (answer.is_open, _wall(answer.until), _wall(answer.next) if answer.is_open is False else None)


def _wall(at: datetime | None) -> tuple[int, int] | None:
    return ((at.date() - EPOCH).days, at.hour * 60 + at.minute) if at else None


def by_the_page(edition: Edition, moments: list[datetime], folder: Path) -> dict[str, list[Answer]]:
    shutil.copy(SCRIPT, folder / "site.mjs")
    shutil.copy(Path(__file__).with_name("open_now.mjs"), folder)
    asked = {
        "data": json.loads(pages_of(edition)["finder/offices.json"]),
        "instants": [moment.isoformat() for moment in moments],
    }
    done = subprocess.run(
        [NODE, folder / "open_now.mjs"], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    return {
        ident: [(one[0], tuple(one[1]) if one[1] else None, tuple(one[2]) if one[2] else None) for one in answers]
        for ident, answers in told.items()
    }


@pytest.mark.slow
@pytest.mark.parametrize("edition", [made_up, real], ids=["made-up offices", "the real registry"])
def test_page_and_tool_agree(edition: Callable[[], Edition], tmp_path: Path) -> None:
    one = edition()
    moments = instants()
    told = by_the_page(one, moments, tmp_path)
    site = Site(one, ())
    asked = {ident: portrait for ident, portrait in site.portraits.items() if portrait.status not in OVER}
    assert told.keys() == asked.keys()
    for ident, portrait in asked.items():
        timetable = site.timetable(portrait)
        expected = [by_the_tool(openness(timetable, moment)) for moment in moments]
        assert told[ident] == expected, ident
    if edition is made_up:
        assert {answer[0] for answers in told.values() for answer in answers} == {True, False, None}


def test_an_office_that_is_gone_has_no_days(tmp_path: Path) -> None:
    told = by_the_page(made_up(), instants()[:1], tmp_path)
    assert "nedlagt" not in told
    assert "allt" in told
