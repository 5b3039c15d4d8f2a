"""What is wrong with a table that somebody filled in: every row and column of it, and what would be right."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from sscctl.cli.console import Style, coloured, styled
from sscctl.cli.language import said
from sscctl.cli.visible import visible, visible_json
from sscctl.reading.handed import Slip, Unit
from sscctl.text import Text

MOST = 200
"""So many are told to a person; a table with more has one cause and not so many."""

UNITS = {
    Unit.ROW: Text("rad", "row"),
    Unit.LINE: Text("textrad", "line"),
    Unit.FEATURE: Text("objekt", "feature"),
}
"""What a row of a table is called."""


def as_text(name: str, unit: Unit, slips: Sequence[Slip]) -> str:
    """A line for each, and its advice under it."""
    return "\n".join(_lines(name, unit, slips))


def _lines(name: str, unit: Unit, slips: Sequence[Slip]) -> Iterator[str]:
    for slip in slips[:MOST]:
        place = styled(visible(f"{name}, {said(where(unit, slip))}:"), Style.STRONG, on=coloured(sys.stderr))
        yield f"{place} {visible(said(slip.message) + said(_beside(unit, slip)))}"
        if slip.advice:
            yield f"  {visible(said(slip.advice))}"
    if (rest := len(slips) - MOST) > 0:
        yield said(Text(f"… och {rest} till", f"… and {rest} more"))


def where(unit: Unit, slip: Slip) -> Text:
    """The row, and the column by its letter and its heading."""
    word, number, cell = UNITS[unit], slip.number, slip.cell
    if cell is None:
        return Text(f"{word.sv} {number}", f"{word.en} {number}")
    if not cell.column:
        return Text(f"{word.sv} {number}, {cell.heading}", f"{word.en} {number}, {cell.heading}")
    named = f"{cell.column} ({cell.heading})" if cell.heading else cell.column
    return Text(f"{word.sv} {number}, kolumn {named}", f"{word.en} {number}, column {named}")


def _beside(unit: Unit, slip: Slip) -> Text:
    if not slip.others:
        return Text("", "")
    word, numbers = UNITS[unit], ", ".join(map(str, slip.others[:5]))
    return Text(f" (se {word.sv} {numbers})", f" (see {word.en} {numbers})")


def as_json(unit: Unit, slips: Sequence[Slip]) -> str:
    """What `schemas/output/apply.schema.json` promises of a file that cannot be applied."""
    return visible_json(
        {
            "written": False,
            "refused": True,
            "problems": [
                {
                    "unit": unit.value,
                    "number": slip.number,
                    "column": slip.cell.column or None if slip.cell else None,
                    "heading": slip.cell.heading or None if slip.cell else None,
                    "message": {"sv": slip.message.sv, "en": slip.message.en},
                    "advice": {"sv": slip.advice.sv, "en": slip.advice.en} if slip.advice else None,
                    "others": list(slip.others),
                }
                for slip in slips
            ],
        }
    )
