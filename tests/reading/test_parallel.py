"""Work spread over processors gives what it gives in one, in order."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Iterator

import pytest

from sscctl.errors import CannotBeDoneHere, InputOutput
from sscctl.reading.parallel import spread
from sscctl.text import Text


@pytest.mark.parametrize("many", [0, 5, 1_000])
def test_in_order_whether_spread_or_not(many: int) -> None:
    closed_over = 3
    assert list(spread(lambda item: item * closed_over, range(many), many)) == [3 * item for item in range(many)]


def test_items_may_come_from_a_database_that_one_thread_alone_may_touch() -> None:
    database = sqlite3.connect(":memory:")
    database.executescript("CREATE TABLE item (number INT);")
    database.executemany("INSERT INTO item VALUES (?)", ((number,) for number in range(1_000)))

    def items() -> Iterator[int]:
        for number in range(1_000):
            yield database.execute("SELECT number FROM item WHERE number = ?", (number,)).fetchone()[0]

    assert list(spread(lambda item: -item, items(), 1_000)) == [-number for number in range(1_000)]


def test_a_failure_in_the_work_reaches_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda item: 1 // (item - 500), range(1_000), 1_000))


@pytest.mark.timeout(60)
def test_what_the_program_says_of_a_failure_reaches_the_caller_in_both_languages() -> None:
    said, advice = Text("trasigt", "broken"), Text("laga", "mend")

    def work(item: int) -> int:
        if item == 500:
            raise CannotBeDoneHere(said, advice)
        return item

    with pytest.raises(CannotBeDoneHere) as caught:
        list(spread(work, range(1_000), 1_000))
    assert (caught.value.message, caught.value.advice) == (said, advice)


@pytest.mark.timeout(60)
def test_a_process_that_is_killed_is_told_and_not_waited_for() -> None:
    def work(item: int) -> int:
        if item == 500:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(InputOutput):
        list(spread(work, range(1_000), 1_000))


def test_a_caller_may_go_away_before_the_end() -> None:
    results = spread(lambda item: item, range(100_000), 100_000)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
