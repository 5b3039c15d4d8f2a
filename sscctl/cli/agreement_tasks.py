"""The tasks of an agreement and the acts it rests on, as they are written on a command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import typer

from sscctl.cli.choices import not_among
from sscctl.cli.edit_fields import known
from sscctl.cli.language import t
from sscctl.editing.agreements import NewTask
from sscctl.errors import NotFound, WrongUsage
from sscctl.querying.select import unknown
from sscctl.text import Text

TaskOption = Annotated[
    list[str] | None,
    typer.Option(
        "--task",
        metavar="'ID: SV / EN'",
        help=t("En uppgift som avtalet räknar upp; kan upprepas.", "A task that it lists; can be repeated."),
    ),
]
PublicAuthority = Annotated[
    list[str] | None,
    typer.Option(
        "--public-authority",
        metavar=t("UPPGIFT=FALL", "TASK=CASE"),
        help=t("Att en uppgift är myndighetsutövning, som id-card.", "That a task is public authority: id-card."),
    ),
]
PersonalData = Annotated[
    list[str] | None,
    typer.Option(
        "--personal-data",
        metavar=t("UPPGIFT=TILLGÅNG", "TASK=ACCESS"),
        help=t("Tillgång till personuppgifter som behövs.", "Access to personal data that a task needs."),
    ),
]

_TASK = re.compile(r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*): *(?P<sv>.+?) / (?P<en>.+)")
CASES = ("id-card", "passport-handout", "lost-property", "covid-certificate")


def tasks(given: list[str] | None, authority: list[str] | None, personal: list[str] | None) -> tuple[NewTask, ...]:
    """The tasks of `ID: svenska / English`, with what `ID=…` marks as public authority or as personal data."""
    cases = dict(_marked("--public-authority", authority))
    access: dict[str, list[str]] = {}
    for ident, words in _marked("--personal-data", personal):
        access.setdefault(ident, []).append(words)
    for case in cases.values():
        if case not in CASES:
            raise not_among(case, CASES, "--public-authority")
    found = []
    for text in given or ():
        match = _TASK.fullmatch(text)
        if not match:
            raise WrongUsage(
                Text(f"--task: {text} går inte att läsa", f"--task: {text} cannot be read"),
                Text("skriv --task 'ID: svenska / English'", "write --task 'ID: svenska / English'"),
            )
        ident = match["id"]
        done = Text(match["sv"], match["en"])
        found.append(NewTask(ident, done, cases.pop(ident, None), tuple(access.pop(ident, ()))))
    for ident in (*cases, *access):
        raise NotFound(Text(f"det finns ingen --task {ident}", f"there is no --task {ident}"))
    return tuple(found)


def _marked(option: str, given: list[str] | None) -> Iterator[tuple[str, str]]:
    for text in given or ():
        ident, equals, words = (part.strip() for part in text.partition("="))
        if not equals or not words:
            raise WrongUsage(
                Text(f"{option}: {text} går inte att läsa", f"{option}: {text} cannot be read"),
                Text(f"skriv {option} UPPGIFT=…", f"write {option} TASK=…"),
            )
        yield ident, words


def legal_basis(given: list[str] | None) -> tuple[tuple[str, str | None], ...]:
    """The acts of `sfs-2019-212` or `sfs-2019-212:1`; NotFound for one that the registry does not hold."""
    found = []
    decisions = known().registry.context.decisions
    for text in given or ():
        act, _, section = (part.strip() for part in text.partition(":"))
        if act not in decisions:
            raise unknown(Text("författningen", "act"), act, {one: one for one in decisions})
        found.append((act, section or None))
    return tuple(found)
