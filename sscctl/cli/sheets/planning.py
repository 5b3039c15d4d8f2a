"""Understood rows made into one plan: each on the desk that those before it leave, and all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sscctl.cli.render.slips import UNITS
from sscctl.cli.sheets.kind import Scene
from sscctl.cli.sheets.rows import Entry
from sscctl.editing.desk import Desk
from sscctl.errors import Refused, SscctlError
from sscctl.reading.handed import Slip, Unit
from sscctl.text import Text


class RowsRefused(Refused):
    """Rows of a table cannot be applied, each for its own reason; `file` names it where it is not the one applied."""

    def __init__(self, slips: Sequence[Slip], unit: Unit, file: str | None = None) -> None:
        self.file = file
        self.unit = unit
        self.slips = tuple(sorted(slips, key=lambda slip: (slip.number, slip.cell.column if slip.cell else "")))
        number = len(self.slips)
        super().__init__(
            Text(
                f"{number} fel, så inget har skrivits",
                f"{number} error{'s' if number > 1 else ''}, so nothing was written",
            )
        )


def in_order(found: Iterable[Entry]) -> list[Entry]:
    """The rows in the order they are carried out, which is the same whatever their order in the file.

    Kinds keep the order in which they were given: what others build on comes first.
    """
    every = list(found)
    kinds = list(dict.fromkeys(entry.kind.name for entry in every))
    return sorted(every, key=lambda entry: (kinds.index(entry.kind.name), entry.order))


def planned(desk: Desk, found: Sequence[Entry], unit: Unit, known: Sequence[Slip] = ()) -> Desk:
    """The desk with every row on it; RowsRefused tells all that cannot be carried out.

    What is `known` to be wrong is told with it, and those rows are left out. A row that could have been carried out
    alone names the rows that it has to do with.
    """
    begun, slips, wrong = desk, [*known], {slip.number for slip in known}
    for entry in found:
        if entry.row.number in wrong:
            continue
        try:
            desk = entry.change.plan(desk)
        except SscctlError as error:
            others = _beside(entry, found) if _can(entry, begun) else ()
            slips.append(Slip(entry.row.number, None, error.message, error.advice, others))
    if slips:
        raise RowsRefused(slips, unit)
    return desk


def behind(planned_desk: Desk, paths: Sequence[str], found: Sequence[Entry], unit: Unit) -> Iterator[Text]:
    """Which rows are behind what files would be, a line for each file: for whoever has to find an error's row."""
    desk, rows = Desk.of(planned_desk.base), dict[str, list[int]]()
    for entry in found:
        before, desk = desk, entry.change.plan(desk)
        for path in paths:
            if desk.files.get(path) is not before.files.get(path):
                rows.setdefault(path, []).append(entry.row.number)
    word = UNITS[unit]
    for path, numbers in rows.items():
        every = ", ".join(map(str, sorted(numbers)))
        yield Text(f"Felen i {path} kommer av {word.sv} {every}.", f"The errors in {path} come of {word.en} {every}.")


def _can(entry: Entry, desk: Desk) -> bool:
    """Whether a row can be carried out by itself."""
    try:
        entry.change.plan(desk)
    except SscctlError:
        return False
    return True


def _beside(entry: Entry, found: Sequence[Entry]) -> tuple[int, ...]:
    """The other rows on the same subjects."""
    subjects = {claim.subject for claim in entry.change.claims}
    return tuple(
        sorted(
            other.row.number
            for other in found
            if other is not entry and subjects & {claim.subject for claim in other.change.claims}
        )
    )


def notes(desk: Desk, found: Sequence[Entry]) -> Iterator[Text]:
    """What else should be known of the rows; said once where several say the same."""
    scene, seen = Scene(Desk.of(desk.base), desk), set[Text]()
    for entry in found:
        for note in entry.change.notes(scene):
            if note not in seen:
                seen.add(note)
                yield note
