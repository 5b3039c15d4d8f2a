"""`sscctl doctor`: whether everything is in order here, and how it is mended."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import Style, emit, styled
from sscctl.cli.language import said, t
from sscctl.cli.options import repository
from sscctl.cli.visible import visible, visible_json
from sscctl.querying.past_persons import Kind, traces
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.repository import Repository
from sscctl.text import Text
from sscctl.writing import doctor, surroundings
from sscctl.writing.health import Check, State, good, note, wrong

HELP = Text(
    "Se efter om allt är som det ska här: avbrutna skrivningar, git, cache och scheman. Slutkod 1 om något är fel;"
    " --mend rättar det som går.",
    "See whether all is in order here: interrupted writes, git, cache and schemas. Exit with 1 where something is"
    " wrong; --mend mends what can be mended.",
)


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


_MOST = 50
"""Lines that are listed; whoever has more begins with those."""

_KINDS = {
    Kind.IDENTITY_NUMBER: Text("personnummer", "personal identity number"),
    Kind.MOBILE_NUMBER: Text("mobilnummer", "mobile number"),
    Kind.EMAIL: Text("en persons e-postadress", "a person's e-mail address"),
    Kind.NAME: Text("en persons namn och direktnummer eller e-post", "a person's name and direct line or e-mail"),
}
_MARKS = {
    State.GOOD: (Text("bra", "good"), Style.GOOD),
    State.NOTE: (Text("obs", "note"), Style.NOTE),
    State.WRONG: (Text("fel", "wrong"), Style.ERROR),
    State.MENDED: (Text("rättat", "mended"), Style.GOOD),
}


def run(
    mend: Annotated[
        bool, typer.Option("--mend", help=t("Rätta det som kan rättas.", "Mend what can be mended."))
    ] = False,
    privacy: Annotated[
        bool,
        typer.Option(
            "--privacy",
            help=t(
                "Leta efter personuppgifter i hela historiken, på alla grenar.",
                "Look for personal data in the whole history, on all branches.",
            ),
        ),
    ] = False,
    form: Annotated[
        Format, typer.Option("--format", "-o", help=t("Hur svaret skrivs.", "How the answer is written."))
    ] = Format.TEXT,
) -> None:
    """Look at everything, mend if asked, and tell."""
    found = repository()
    checks = list(_examined(found))
    if mend and any(check.state is State.WRONG for check in checks):
        before = {check.name for check in checks if check.state is State.WRONG}
        doctor.mend(found)
        checks = [
            replace(check, state=State.MENDED) if check.name in before and check.state is State.GOOD else check
            for check in _examined(found)
        ]
    if privacy and found.place is not None:
        checks += _privacy(found, found.place)
    emit(_as_json(checks) if form is Format.JSON else _as_text(checks))
    if any(check.state is State.WRONG for check in checks):
        raise typer.Exit(1)


def _examined(found: Repository) -> Iterator[Check]:
    yield from doctor.examine(found)
    yield from surroundings.examine(found)
    yield _terminal()


def _privacy(found: Repository, place: GitPlace) -> Iterator[Check]:
    """Where personal data stand; the data themselves are not repeated."""
    below = found.root.relative_to(place.top).as_posix()
    some = sorted(traces(place, "" if below == "." else below))
    for trace in some[:_MOST]:
        where = f"{trace.path}:{trace.line}, {trace.blob[:12]}"
        what = _KINDS[trace.kind]
        advice = Text(
            f"vilka incheckningar: git log --all --find-object={trace.blob[:12]}",
            f"which commits: git log --all --find-object={trace.blob[:12]}",
        )
        yield wrong("privacy", Text(f"{what.sv}: {where}", f"{what.en}: {where}"), advice)
    if len(some) > _MOST:
        rest = len(some) - _MOST
        yield wrong("privacy", Text(f"och {rest} rader till", f"and {rest} more lines"))
    if not some:
        yield good("privacy", Text("historiken rymmer inga personuppgifter", "the history holds no personal data"))


def _terminal() -> Check:
    encoding = codecs.lookup(sys.stdout.encoding or "ascii").name
    if encoding == "utf-8":
        return good("terminal", Text("terminalen tar emot UTF-8", "the terminal takes UTF-8"))
    return note(
        "terminal",
        Text(f"terminalen tar emot {encoding}, inte UTF-8", f"the terminal takes {encoding}, not UTF-8"),
        Text("sätt LANG=sv_SE.UTF-8 eller PYTHONUTF8=1", "set LANG=en_GB.UTF-8 or PYTHONUTF8=1"),
    )


def _as_text(checks: Sequence[Check]) -> str:
    wide = max(len(said(word)) for word, _ in _MARKS.values())
    lines = []
    for check in checks:
        word, style = _MARKS[check.state]
        lines.append(f"{styled(said(word).ljust(wide), style)}  {visible(said(check.seen))}")
        if check.advice is not None:
            lines.append(f"{' ' * wide}  {visible(said(check.advice))}")
    return "\n".join(lines)


def _as_json(checks: Sequence[Check]) -> str:
    return visible_json(
        {
            "checks": [
                {
                    "name": check.name,
                    "state": check.state,
                    "seen": check.seen._asdict(),
                    "advice": check.advice._asdict() if check.advice is not None else None,
                }
                for check in checks
            ],
            "wrong": sum(check.state is State.WRONG for check in checks),
        }
    )
