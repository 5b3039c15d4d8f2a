"""What people write is read as they mean it, or refused with what to do about it."""

from __future__ import annotations

import pytest

from sscctl.wording.read import read
from tests.wording.shorthand import complaint, rows, shorthand
from tests.wording.spellings_english import ENGLISH
from tests.wording.spellings_refused import REFUSED
from tests.wording.spellings_refused_signs import REFUSED_SIGNS
from tests.wording.spellings_refused_weeks import REFUSED_WEEKS
from tests.wording.spellings_signs import SIGNS
from tests.wording.spellings_swedish import SWEDISH

NOT_READ = dict((*rows(REFUSED), *rows(REFUSED_WEEKS), *rows(REFUSED_SIGNS)))
READ = {spelling: reading for table in (SWEDISH, ENGLISH, SIGNS) for spelling, (reading,) in rows(table)}


@pytest.mark.parametrize(("spelling", "reading"), READ.items(), ids=READ)
def test_it_is_read(spelling: str, reading: str) -> None:
    found = read(spelling)
    assert found.problems == ()
    assert shorthand(found) == reading


@pytest.mark.parametrize(("spelling", "complaints"), NOT_READ.items(), ids=NOT_READ)
def test_it_is_refused(spelling: str, complaints: list[str]) -> None:
    problems = read(spelling).problems
    assert [complaint(spelling, problem) for problem in problems] == complaints
    assert complaints
    assert all(problem.message.sv != problem.message.en for problem in problems)


def test_there_are_enough_of_them() -> None:
    assert len(list(rows(SWEDISH))) > 200
    assert len(READ) + len(NOT_READ) > 600
