"""Numbers as people write them, in Swedish or English."""

from __future__ import annotations

from sscctl.cli.glyphs import glyph
from sscctl.cli.language import t
from sscctl.text import Text

NO_BREAK = "\u00a0"


def grouped(number: int) -> str:
    """A whole number with its thousands apart: `10 327 589` (blanks that do not break), `10,327,589`."""
    return f"{number:,}".replace(",", t(glyph(NO_BREAK, " "), ","))


def decimal(number: float, places: int = 1) -> str:
    """A number with decimals: `140,2`, `140.2`."""
    return f"{number:.{places}f}".replace(".", t(",", "."))


def percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent: `54 %`, `54%`."""
    return f"{100 * share:.0f}{t(glyph(NO_BREAK, ' '), '')}%"


def counted(number: int, one: Text, many: Text) -> Text:
    """A number with what it counts: `1 office`, `2 offices`."""
    word = one if number == 1 else many
    return Text(f"{grouped(number)} {word.sv}", f"{grouped(number)} {word.en}")


OFFICE, OFFICES = Text("kontor", "office"), Text("kontor", "offices")
