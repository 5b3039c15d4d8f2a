"""An edit that is planned and checked in memory: everything that is told of it before it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sscctl.cli._edit_task import Plan, Task
from sscctl.cli.edit_options import How
from sscctl.cli.options import cache
from sscctl.diffing.findings import Side, State, Tracked, check_aside, compare
from sscctl.diffing.report import End, Report, report
from sscctl.diffing.sides import Sides
from sscctl.domain.finding import Finding, Severity
from sscctl.editing.desk import Desk
from sscctl.errors import Refused
from sscctl.reading.repository import Repository
from sscctl.reading.snapshot import MemorySnapshot
from sscctl.rules._check import check
from sscctl.text import Text
from sscctl.writing.file_change import FileChange


@dataclass(frozen=True, slots=True)
class Look:
    """The planned desk with what it changes, what it causes and what should be known of it."""

    task: Task
    desk: Desk
    files: tuple[FileChange, ...]
    tracked: tuple[Tracked, ...]
    told: Report
    notes: tuple[Text, ...]

    @classmethod
    def of(cls, plan: Plan, how: How, task: Task, found: Repository) -> Look:
        """Plan and check; nothing is written, and what the cache knows of the registry is what lies on disk.

        A snapshot of a large work tree tells but once what changed since a standing, so each who asks has its own.
        """
        remembered = cache(found)
        before = found.snapshot()
        desk = plan(Desk.of(before))
        after = MemorySnapshot.overlay(found.snapshot(), desk.files)
        old = check(before, how.today, remembered)
        new, aside = check_aside(after, how.today, remembered)
        sides = Side(before, old.findings, remembered), Side(after, new.findings, aside)
        ends = End(None, None)
        then, now = found.snapshot(), MemorySnapshot.overlay(found.snapshot(), desk.files)
        told = report(Sides.of(then, now, aside, found.place), ends, ends, how.today)
        tracked = tuple(_settled(compare(*sides, how.today)))
        wrong = sorted({one.finding.path for one in tracked if one.state is State.NEW and not _is_mild(one)})
        notes = (*task.notes(desk), *(task.behind(desk, wrong) if wrong else ()))
        return cls(task, desk, desk.changes, tracked, told, notes)

    def findings(self, state: State, *severities: Severity) -> tuple[Finding, ...]:
        """The findings that are new, gone or as they were, of these weights."""
        return tuple(one.finding for one in self.tracked if one.state is state and one.finding.severity in severities)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What refuses the edit: the errors that it causes."""
        return self.findings(State.NEW, Severity.ERROR)

    @property
    def refusal(self) -> Refused | None:
        """Why it must not be written: the errors that it causes, or what the task itself has against it."""
        if number := len(self.errors):
            return Refused(
                Text(
                    f"ändringen skulle ge registret {number} fel, så inget har skrivits",
                    f"the change would give the registry {number} error{'s' if number > 1 else ''}, so nothing was"
                    " written",
                )
            )
        return self.task.refusal(self.files, self.told)


def _settled(tracked: Iterable[Tracked]) -> Iterator[Tracked]:
    """Take a warning or a note that only has other words now, such as another date, for the one that was there."""
    every = list(tracked)
    gone = Counter(_sort(one) for one in every if one.state is State.FIXED and _is_mild(one))
    come = Counter(_sort(one) for one in every if one.state is State.NEW and _is_mild(one))
    same = {State.NEW: gone & come, State.FIXED: come & gone}
    for one in every:
        left = same.get(one.state) if one.state and _is_mild(one) else None
        if left is None or not left[_sort(one)]:
            yield one
            continue
        left[_sort(one)] -= 1
        if one.state is State.NEW:
            yield one._replace(state=State.UNCHANGED)


def _sort(one: Tracked) -> tuple[str, str]:
    return one.finding.path, one.finding.code


def _is_mild(one: Tracked) -> bool:
    return one.finding.severity is not Severity.ERROR
