"""Asks on a terminal for what a command still needs to know; off a terminal, tells all that is missing at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar, cast

import typer

from sscctl.cli.console import is_terminal
from sscctl.cli.language import said, t
from sscctl.cli.visible import visible
from sscctl.domain.collation import folded
from sscctl.errors import SscctlError, WrongUsage
from sscctl.text import Text

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import Completer
    from prompt_toolkit.validation import Validator

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be answered: what is written, and what it means in the language of this process."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Field(Generic[T_co]):
    """One thing that a command needs to know.

    `option` is how it is given on the command line (`--name`, or `OFFICE`), and `given` what was given there. `check`
    turns an answer into a value, or raises an error of sscctl's own that says what would be right. `default` holds
    where nothing is answered, and may depend on the answers before it; what is only `suggested` stands in the line of
    a terminal and nowhere else. An `optional` field may be left out; it is asked for only where a terminal is asked
    for something else anyway, and `only` where the answers before it call for it. What is `told` of an answer there
    by the answers before it is told at once; off a terminal the command itself finds it out.
    """

    option: str
    question: Text
    given: str | None
    check: Callable[[str], T_co]
    choices: Callable[[], Iterable[Choice]] | None = None
    default: str | Callable[[Answers], str | None] | None = None
    optional: bool = False
    suggested: Callable[[Answers], str | None] | None = None
    only: Callable[[Answers], bool] | None = None
    told: Callable[[str, Answers], None] | None = None


class Answers:
    """The values of the fields that have one."""

    def __init__(self, values: Mapping[Field[object], object]) -> None:
        self._values = values

    def __getitem__(self, field: Field[T]) -> T:
        """The value of a field that must have one."""
        return cast("T", self._values[field])

    def get(self, field: Field[T]) -> T | None:
        """The value of a field that may have been left out."""
        return cast("T | None", self._values.get(field))


def can_ask() -> bool:
    """Whether somebody can see a question and answer it."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def ask(*fields: Field[object]) -> Answers:
    """Check what was given, and find out the rest: by asking on a terminal, else by the defaults.

    WrongUsage (exit 2) names every option that is missing where nobody can be asked; what `check` raises against
    something that was given is raised as it is.
    """
    values: dict[Field[object], object] = {f: f.check(f.given) for f in fields if f.given is not None}
    missing = [field for field in fields if field not in values and not field.optional and field.default is None]
    asking = bool(missing) and can_ask()
    if missing and not asking:
        raise _missing(missing)
    for field in fields:
        if field in values:
            continue
        answers = Answers(values)
        default = field.default(answers) if callable(field.default) else field.default
        text = _asked(field, answers, default) if asking and (not field.only or field.only(answers)) else default
        if text:
            values[field] = field.check(text)
        elif not field.optional:
            missing.append(field)
    if missing and not asking:
        raise _missing(missing)
    return Answers(values)


def confirm(question: Text) -> bool:
    """Ask yes or no, in either language; nothing is no."""
    answer = Field("", question, None, _yes, optional=True)
    text = _prompted(f"{visible(said(question))} {t('[j/N]', '[y/N]')} ", _validator(answer, Answers({})))
    return bool(text) and _yes(text)


_YES, _NO = frozenset(("j", "ja", "y", "yes")), frozenset(("n", "nej", "no"))


def _yes(text: str) -> bool:
    if text.casefold() not in _YES | _NO:
        raise WrongUsage(Text("svara j eller n", "answer y or n"))
    return text.casefold() in _YES


def _missing(fields: Iterable[Field[object]]) -> WrongUsage:
    options = ", ".join(field.option for field in fields)
    return WrongUsage(
        Text(f"det saknas uppgifter: {options}", f"these are missing: {options}"),
        Text("ange dem, eller kör på en terminal och svara på frågor", "give them, or run on a terminal and be asked"),
    )


def _asked(field: Field[object], answers: Answers, default: str | None) -> str:
    """Ask until the answer passes the check; empty where an optional field is left out."""
    choices = list(field.choices()) if field.choices else []
    few = f" ({', '.join(choice.value for choice in choices)})" if 0 < len(choices) <= 6 else ""
    free = t(" (valfritt)", " (optional)") if field.optional else ""
    question = visible(f"{said(field.question)}{few}{free}")
    suggested = field.suggested(answers) if field.suggested and not default else default
    mark = " " if question.endswith("?") else ": "
    return _prompted(f"{question}{mark}", _validator(field, answers), suggested or "", choices)


def _prompted(question: str, validator: Validator, default: str = "", choices: Iterable[Choice] = ()) -> str:
    """One line from the terminal; the question goes to stderr, for stdout is the result's."""
    offered = list(choices)
    try:
        text = _session().prompt(
            question,
            default=visible(default),
            completer=_completer(offered),
            reserve_space_for_menu=8 if offered else 0,
            validator=validator,
            validate_while_typing=False,
        )
    except (EOFError, KeyboardInterrupt):
        raise typer.Abort from None
    return text.strip()


@cache
def _session() -> PromptSession[str]:
    from prompt_toolkit import PromptSession  # noqa: PLC0415  takes a tenth of a second: only where somebody is asked
    from prompt_toolkit.output import create_output  # noqa: PLC0415

    return PromptSession(output=create_output(stdout=sys.stderr))


def _validator(field: Field[object], answers: Answers) -> Validator:
    """Hold an answer against the field's check as it is given."""
    from prompt_toolkit.validation import ValidationError, Validator  # noqa: PLC0415

    class Check(Validator):
        def validate(self, document: object) -> None:
            text = str(getattr(document, "text", "")).strip()
            if not text and field.optional:
                return
            try:
                if not text:
                    raise WrongUsage(Text("skriv ett svar", "write an answer"))
                field.check(text)
                if field.told:
                    field.told(text, answers)
            except SscctlError as error:
                advice = f"; {said(error.advice)}" if error.advice else ""
                raise ValidationError(len(text), visible(f"{said(error.message)}{advice}")) from None

    return Check()


def _completer(choices: list[Choice]) -> Completer | None:
    """Offer the choices whose value or meaning begins like what is written, with å ä ö or without."""
    if not choices:
        return None
    from prompt_toolkit.completion import Completer, Completion  # noqa: PLC0415

    class Offer(Completer):
        def get_completions(self, document: object, complete_event: object) -> Iterable[Completion]:
            del complete_event
            text = str(getattr(document, "text_before_cursor", ""))
            wanted = folded(text)
            for choice in choices:
                if folded(choice.value).startswith(wanted) or folded(choice.label).startswith(wanted):
                    yield Completion(choice.value, -len(text), display_meta=visible(choice.label))

    return Offer()
