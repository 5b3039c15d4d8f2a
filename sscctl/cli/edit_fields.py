"""What several editing commands need to know, and how each answer is checked: offices, days, places, sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache as once
from typing import TYPE_CHECKING, Annotated

import typer

from sscctl.cli.choices import not_among
from sscctl.cli.language import said, t
from sscctl.cli.options import cache, complete_office, day, refuse_far, repository
from sscctl.cli.prompts import Answers, Choice, Field
from sscctl.domain.partial_date import PartialDate
from sscctl.errors import Refused, WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.editing.desk import Desk
    from sscctl.editing.sources import Origin
    from sscctl.reading.load import Loaded

OfficeOrAsk = Annotated[
    str | None,
    typer.Argument(
        metavar=t("KONTOR", "OFFICE"),
        help=t("Kontorets id eller namn.", "The office's id or name."),
        autocompletion=complete_office,
        show_default=False,
    ),
]
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar=t("KÄLLA", "SOURCE"),
        help=t(
            "Webbadress, diarienummer eller id för en källa som dokumentet har.",
            "A web address, a reference number, or the id of a source that the document has.",
        ),
    ),
]
SourceDate = Annotated[
    str | None,
    typer.Option(
        "--source-date",
        metavar=t("DATUM", "DATE"),
        help=t(
            "Dagen då källan lästes, eller dokumentets dag (förval: i dag).",
            "The day the source was read, or the document's day (default: today).",
        ),
    ),
]


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@once
def known() -> Loaded:
    """The registry as it lies on disk, read once."""
    from sscctl.reading.load import load  # noqa: PLC0415  help and completion read no registry

    return load(desk().base, cache(repository()))


@once
def desk() -> Desk:
    """The registry as it lies on disk, on a desk on which nothing is changed: for answers to be tried out."""
    from sscctl.editing.desk import Desk  # noqa: PLC0415

    return Desk.of(repository().snapshot())


def forget() -> None:
    """Read the registry anew: another command begins."""
    known.cache_clear()
    desk.cache_clear()


def office_named(text: str) -> str:
    """The id of the office that goes by an id or a name; NotFound names those that look like it."""
    from sscctl.querying.select import find_office  # noqa: PLC0415

    return text if desk().find(Kind.OFFICE, text) else find_office(known().registry, text)


def decision_named(text: str) -> str:
    """The id of a decision that there is; NotFound names those that look like it."""
    desk().path(Kind.DECISION, text.strip())
    return text.strip()


def name_of(office: str) -> str:
    """The office's name; its id where it cannot be read. No other document is read for it."""
    path = desk().find(Kind.OFFICE, office)
    try:
        name = desk().tree(path).get("name") if path else None
    except Refused:
        name = None
    return name if isinstance(name, str) else office


def offices() -> Iterator[Choice]:
    """Every office with its name."""
    for office in known().registry.offices.values():
        yield Choice(office.id, office.name)


def decisions() -> Iterator[Choice]:
    """Every decision with its title, the latest first."""
    found = known().registry.context.decisions.values()
    for decision in sorted(found, key=lambda one: one.on.last if one.on else date.min, reverse=True):
        yield Choice(decision.id, said(decision.title))


def municipalities() -> Iterator[Choice]:
    """Every municipality by its name, with its code."""
    for municipality in known().reference.municipalities.values():
        yield Choice(municipality.name, municipality.code)


def municipality_code(text: str) -> str:
    """The code of the municipality that goes by a code or a name."""
    from sscctl.querying.select import codes, municipality_names  # noqa: PLC0415

    (code,) = codes([text], municipality_names(known().reference), Text("kommunen", "municipality"))
    return code


def a_day(option: str) -> Callable[[str], date]:
    """Read a day that `option` was given."""
    return lambda text: day(text.strip(), option)


def a_partial_day(text: str) -> PartialDate:
    """Read a day, a month or a year."""
    try:
        found = PartialDate.parse(text.strip())
    except ValueError:
        raise WrongUsage(
            Text(f"{text} är inget datum", f"{text} is no date"),
            Text(
                "skriv en dag, en månad eller ett år: 2026-11-22, 2026-11 eller 2026",
                "write a day, a month or a year: 2026-11-22, 2026-11 or 2026",
            ),
        ) from None
    refuse_far(found.last)
    return found


def some_text(text: str) -> str:
    """Read a line of text."""
    if not text.strip() or not text.isprintable():
        raise WrongUsage(Text("skriv en rad text", "write a line of text"))
    return text.strip()


def one_of(option: str, *choices: str) -> Callable[[str], str]:
    """Read one of some words."""

    def check(text: str) -> str:
        if text not in choices:
            raise not_among(text, choices, option)
        return text

    return check


def office_field(given: str | None) -> Field[str]:
    """Which office."""
    return Field(t("KONTOR", "OFFICE"), Text("Vilket kontor?", "Which office?"), given, office_named, offices)


def day_field(option: str, question: Text, given: str | None) -> Field[date]:
    """On which day."""
    asked = Text(f"{question.sv} (ÅÅÅÅ-MM-DD)", f"{question.en} (YYYY-MM-DD)")
    return Field(option, asked, given, a_day(option))


def source_field(given: str | None, *, optional: bool = False, of: Field[str] | None = None) -> Field[str]:
    """What it rests on; `of` is the office whose sources may be named by their ids."""
    question = Text(
        "Källa: webbadress, diarienummer eller källans id", "Source: web address, reference number or the source's id"
    )

    def told(text: str, answers: Answers) -> None:
        from sscctl.editing.sources import Origin, cite  # noqa: PLC0415

        office = answers.get(of) if of else None
        if office:
            cite(desk(), desk().path(Kind.OFFICE, office), Origin(text, date.min))

    return Field("--source", question, given, some_text, optional=optional, told=told)


def origin(answers: Answers, source: Field[str], on: date) -> Origin | None:
    """The source that was answered."""
    from sscctl.editing.sources import Origin  # noqa: PLC0415

    text = answers.get(source)
    return Origin(text, on) if text else None


def source_day(given: str | None, today: date) -> date:
    """The day of the source."""
    return day(given, "--source-date") if given else today


def ids_in(folder: str) -> Callable[[str], list[str]]:
    """Completion for the ids of documents that lie in a folder, from the names of the files alone."""

    def complete(incomplete: str) -> list[str]:
        names = (file.stem for file in (repository().root / folder).glob("*.yaml"))
        return sorted(name for name in names if name.startswith(incomplete) and _ID.fullmatch(name))

    return complete


def complete_municipality(incomplete: str) -> list[str]:
    """Names of municipalities that begin like this."""
    from sscctl.reading.reference import Reference  # noqa: PLC0415

    root = repository().root

    def read(path: str) -> bytes | None:
        return (root / path).read_bytes() if (root / path).is_file() else None

    names = (one.name for one in Reference(read).municipalities.values())
    return sorted(name for name in names if name.startswith(incomplete))
