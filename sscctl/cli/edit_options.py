"""The options that every editing command takes, declared once: how a change is shown, agreed to and kept."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import wraps
from typing import Annotated, Concatenate, ParamSpec

import typer

from sscctl.cli.edit_fields import forget
from sscctl.cli.language import t
from sscctl.cli.options import Today, day, repository


class Format(StrEnum):
    """How an edit is told."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class How:
    """How an edit is carried out.

    `message` replaces the first line of the commit's message, and `branch` is a new branch for the commit; each of
    them asks for a commit by itself. `today` is the day that the rules go by.
    """

    today: date
    dry_run: bool = False
    yes: bool = False
    commit: bool = False
    message: str | None = None
    branch: str | None = None
    form: Format = Format.TEXT

    @property
    def commits(self) -> bool:
        """Whether the change is committed."""
        return self.commit or self.message is not None or self.branch is not None


DryRun = Annotated[bool, typer.Option("--dry-run", help=t("Visa bara; skriv inget.", "Only show; write nothing."))]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=t("Fråga inte före skrivning.", "Do not ask before writing."))]
Commit = Annotated[bool, typer.Option("--commit", help=t("Checka in ändringen.", "Commit the change."))]
Message = Annotated[
    str | None,
    typer.Option(
        "--message",
        "-m",
        metavar="TEXT",
        help=t("Checka in med den rubriken.", "Commit with this subject."),
    ),
]
Branch = Annotated[
    str | None,
    typer.Option("--branch", metavar=t("NAMN", "NAME"), help=t("Checka in på en ny gren.", "Commit on a new branch.")),
]
Form = Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))]

Parameters = ParamSpec("Parameters")


def edits(command: Callable[Concatenate[How, Parameters], None]) -> Callable[..., None]:
    """Give a command the options above, and hand it what they say as its first argument.

    Typer reads the parameters of a command from its signature: the wrapper has the command's own without the first,
    and after them these.
    """

    @wraps(command)
    def called(*given: Parameters.args, **named: Parameters.kwargs) -> None:
        forget()
        how = _how({name: named.pop(name, None) for name in _OPTIONS})
        if how.commits and not how.dry_run:
            _demand_a_place(how)
        command(how, *given, **named)

    _, *own = inspect.signature(command, eval_str=True).parameters.values()
    shared = inspect.signature(_declared, eval_str=True).parameters.values()
    every = [*own, *shared]
    called.__dict__["__signature__"] = inspect.Signature(every, return_annotation=None)
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in every}
    return called


def _demand_a_place(how: How) -> None:
    """Tell that nothing can be committed before anybody has answered a dozen questions."""
    from sscctl.reading.gitplace import no_history  # noqa: PLC0415  only who commits
    from sscctl.writing.commit_words import demand_new_branch  # noqa: PLC0415
    from sscctl.writing.git_states import demand_ready  # noqa: PLC0415
    from sscctl.writing.plumbing import Plumbing  # noqa: PLC0415

    found = repository()
    if found.place is None:
        raise no_history(found.root)
    demand_ready(found.place, new_branch=how.branch is not None)
    if how.branch is not None:
        demand_new_branch(Plumbing(found.place), how.branch)


def _declared(
    *,
    dry_run: DryRun = False,
    yes: Yes = False,
    commit: Commit = False,
    message: Message = None,
    branch: Branch = None,
    form: Form = Format.TEXT,
    today: Today = None,
) -> None:
    """The options as parameters."""


_OPTIONS = tuple(inspect.signature(_declared).parameters)


def _how(given: Mapping[str, object]) -> How:
    return How(
        today=day(_text(given["today"]), "--today"),
        dry_run=bool(given["dry_run"]),
        yes=bool(given["yes"]),
        commit=bool(given["commit"]),
        message=_text(given["message"]),
        branch=_text(given["branch"]),
        form=Format(_text(given["form"]) or Format.TEXT),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
