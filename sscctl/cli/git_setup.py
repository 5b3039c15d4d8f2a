"""`sscctl git setup`: shows what it will write into the clone's git folder, asks, writes it, and can undo it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from sscctl.cli.console import Style, emit, is_terminal, styled
from sscctl.cli.language import said, t
from sscctl.cli.options import repository
from sscctl.cli.visible import visible
from sscctl.errors import CannotBeDoneHere, WrongUsage
from sscctl.reading.gitplace import GitPlace, no_history
from sscctl.reading.repository import Repository
from sscctl.text import Text
from sscctl.writing import wiring
from sscctl.writing.wiring import Change

HELP = Text(
    "Låt git visa ändringar av kontor i ord, slå ihop dem värde för värde och kontrollera före incheckning. Visar först"
    " vad som skrivs och frågar; --undo tar bort det.",
    "Have git show changes of offices in words, merge them value by value, and check before a commit. First shows what"
    " is written, and asks; --undo takes it out.",
)


def run(
    undo: Annotated[bool, typer.Option("--undo", help=t("Återställ.", "Put everything back."))] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=t("Fråga inte.", "Do not ask."))] = False,
) -> None:
    """Write the diff driver, the merge driver and the hooks, or take them out."""
    found = repository()
    place = found.place
    if place is None:
        raise no_history(found.root)
    changes = list(wiring.undo(place) if undo else _set_up(found, place))
    if not changes:
        emit(t("Det finns inget att ta bort.", "There is nothing to take out.") if undo else _done_before())
        return
    emit("\n".join(_shown(changes, undo=undo)))
    if not yes:
        _ask()
    for change in changes:
        change.apply()
    emit(t("Återställt.", "Everything is as it was.") if undo else _done())


def _set_up(found: Repository, place: GitPlace) -> Iterator[Change]:
    """What is to be written; what is there already, and what somebody else has to write, is told."""
    below = found.root.relative_to(place.top).as_posix()
    prefix = "" if below == "." else f"{below}/"
    if any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in f"{prefix}{_program()}"):
        raise CannotBeDoneHere(
            Text("en mapps namn har styrtecken i sig", "a folder's name holds control characters"),
            Text("ge mappen ett annat namn", "give the folder another name"),
        )
    lines = wiring.lines_in_gitattributes(place, prefix)
    is_covered = {driver for driver in ("diff", "merge") for line in lines if f"{driver}=sscctl" in line}
    if lines:
        emit(t("Förrådet säger redan:", "The repository says already:"))
        emit("\n".join(f"  {visible(line)}" for line in lines))
    elsewhere = wiring.hooks_elsewhere(place)
    line = wiring.line_for_other_hooks(_program(), prefix)
    foreign = [Path(elsewhere) / name for name in wiring.HOOKS] if elsewhere else wiring.foreign_hooks(place)
    for hook in foreign:
        words = Text("{hook} är inte vår. Lägg till raden:", "{hook} is not ours. Add the line:")
        emit(f"{visible(said(words.format(hook=hook)))}\n  {visible(line)}")
    yield from wiring.set_up(
        place, _program(), prefix, attributes=is_covered != {"diff", "merge"}, hooks=elsewhere is None
    )


def _program() -> str:
    """How this very program is called from anywhere: by its path, and with nothing from the clone on Python's own."""
    script = Path(sys.executable).with_name("sscctl")
    if script.is_file() and os.access(script, os.X_OK):
        return wiring.command(str(script))
    return wiring.command((sys.executable, "-P", "-m", "sscctl"))


def _shown(changes: Sequence[Change], *, undo: bool) -> Iterable[str]:
    """Each file, with the lines that are put in or taken out."""
    for change in changes:
        before, after = (_lines(content) for content in (change.before, change.after))
        head = t("tas bort", "is removed") if change.after is None else ""
        yield styled(visible(f"{change.path}{f' ({head})' if head else ''}"), Style.STRONG)
        sign, some, others = ("-", before, after) if undo else ("+", after, before)
        yield from (f"  {sign} {visible(line).replace(chr(9), '    ')}" for line in some if line not in others)


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "backslashreplace").expandtabs(4).splitlines()


def _ask() -> None:
    """Ask whether to go on; WrongUsage where nobody can answer."""
    if not (is_terminal(sys.stdin) and is_terminal()):
        raise WrongUsage(
            Text("ingen kan svara på frågan, så inget har skrivits", "nobody can answer, so nothing was written"),
            Text("kör igen med --yes", "run again with --yes"),
        )
    typer.confirm(t("Ska det skrivas?", "Write this?"), abort=True, err=True)


def _done() -> str:
    return t(
        "Klart. `sscctl git setup --undo` tar bort det igen.", "Done. `sscctl git setup --undo` takes it out again."
    )


def _done_before() -> str:
    return t("Allt är redan på plats.", "Everything is in place already.")
