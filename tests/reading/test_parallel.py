"""Work spread over processors gives what it gives in one, in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from sscctl.reading.parallel import spread


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
