"""Works out every office's hours for each day of a year from a day on, in the registry around the working folder."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from sscctl.domain.timetable import Timetable
from sscctl.reading.cache import Cache
from sscctl.reading.calendar import Calendar
from sscctl.reading.load import load
from sscctl.reading.policy import Policy
from sscctl.reading.repository import Repository

DAYS = 365


def main() -> None:
    """Print how many days of how many offices were worked out, and how many of them are open."""
    first = date.fromisoformat(sys.argv[1])
    repository = Repository.find(Path.cwd())
    registry = load(repository.snapshot(), Cache.of(repository.root)).registry
    policy = Policy(registry.context.settings, Calendar())
    days, still_open = count((policy.timetable(office) for office in registry.offices.values()), first)
    sys.stdout.write(f"{days} days of {len(registry.offices)} offices, {still_open} of them open\n")


def count(timetables: Iterable[Timetable], first: date) -> tuple[int, int]:
    """How many days there are in a year from `first` on, all timetables together, and on how many it is open."""
    last = first + timedelta(days=DAYS - 1)
    hours = [bool(day.spans) for timetable in timetables for day in timetable.days(first, last)]
    return len(hours), sum(hours)


if __name__ == "__main__":
    main()
