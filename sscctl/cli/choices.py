"""What to say to somebody who asks for what is not among the choices."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from sscctl.errors import WrongUsage
from sscctl.text import Text


def not_among(given: str, choices: Iterable[str], where: str = "") -> WrongUsage:
    """Return the error for `given`, which the option `where` does not take."""
    at = f"{where}: " if where else ""
    message = Text(f"{at}{given} finns inte att välja", f"{at}{given} is not among the choices")
    return WrongUsage(message, choose_among(given, choices))


def choose_among(given: str, choices: Iterable[str]) -> Text:
    """Name the choice that looks like `given`, and all there are."""
    known = list(choices)
    near = get_close_matches(given.casefold(), known, n=1)
    meant = Text(f"menade du {near[0]}? ", f"did you mean {near[0]}? ") if near else Text("", "")
    every = ", ".join(known)
    return Text(f"{meant.sv}välj bland {every}", f"{meant.en}choose among {every}")


def columns_of(text: str | None, known: tuple[str, ...], where: str = "") -> tuple[str, ...]:
    """Read a list of names that stand with commas between them; each has to be known."""
    names = tuple(name.strip() for name in (text or "").split(",") if name.strip())
    for name in names:
        if name not in known:
            raise not_among(name, known, where)
    return names
