"""A kind of table: its columns, each checked as the command's own option is, and the edit that a row means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sscctl.cli._edit_task import Plan
from sscctl.cli.edit_fields import day_field, source_field
from sscctl.cli.prompts import Answers, Field
from sscctl.domain.collation import folded
from sscctl.editing.sources import Origin
from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.editing.desk import Desk


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in YAML, its heading, other headings it goes by, and how its cells are checked.

    `meaning` is told in the template.
    """

    name: str
    heading: Text
    field: Field[object]
    meaning: Text
    others: tuple[Text, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it goes by, as headings are compared."""
        headings = (name for both in (self.heading, *self.others) for name in both)
        return tuple(map(compared, (self.name, *headings)))

    @property
    def must(self) -> bool:
        """Whether every row has to have it."""
        return not self.field.optional and self.field.default is None


def compared(heading: str) -> str:
    """A heading without what people write differently: case, marks, and the signs between words."""
    return " ".join(folded(heading.replace("_", " ").replace("-", " ").strip(" *:")).split())


@dataclass(frozen=True, slots=True)
class Claim:
    """What a row decides: a topic of a subject, on the days `first` to `last` (on and on where that is `None`).

    `weeks` is 0 for even weeks, 1 for odd ones, and `None` for all.
    """

    topic: str
    subject: str
    first: date = date.min
    last: date | None = date.min
    weeks: int | None = None

    def clashes(self, other: Claim) -> bool:
        """Whether both cannot hold: they begin on one day, or run across each other, and none lies within the other.

        A shorter one within a longer one is an exception to it, and no clash.
        """
        if (self.topic, self.subject) != (other.topic, other.subject):
            return False
        if None not in (self.weeks, other.weeks) and self.weeks != other.weeks:
            return False
        if self.first == other.first:
            return self.last == other.last or None in (self.last, other.last)
        before, after = sorted((self, other), key=lambda claim: claim.first)
        return before.last is not None and after.first <= before.last and (not after.last or after.last > before.last)


@dataclass(frozen=True, slots=True)
class Scene:
    """The registry before all rows, and with all of them."""

    before: Desk
    after: Desk


def _nothing(_: Scene) -> Iterable[Text]:
    return ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a row does, and what else should be known of it."""

    plan: Plan
    claims: Sequence[Claim]
    notes: Callable[[Scene], Iterable[Text]] = _nothing


Example = Mapping[str, Text | str]
"""A row for a template: cells by the name of their column."""

SOURCE = "https://www.example.org/nyheter/1"
"""What the examples rest on."""


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A kind of table."""

    name: str
    title: Text
    columns: tuple[Column, ...]
    change: Callable[[Answers], Change]
    examples: tuple[Example, ...] = ()
    newcomer: Callable[[Answers], tuple[str, ...]] | None = field(default=None)

    def column(self, heading: str) -> Column | None:
        """The column that goes by a heading."""
        wanted = compared(heading)
        return next((column for column in self.columns if wanted in column.names), None)


@dataclass(frozen=True, slots=True)
class Rests:
    """The two columns for what a row rests on, which nearly every kind has."""

    source: Field[str]
    day: Field[date]

    @classmethod
    def of(cls, today: date, *, optional: bool = False) -> Rests:
        """Make the columns; without a day of its own a source was read today."""
        said = Text("Källans dag", "The source's day")
        day = day_field("", said, None)
        return cls(source_field(None, optional=optional), _with_default(day, today.isoformat()))

    @property
    def columns(self) -> tuple[Column, ...]:
        """Both."""
        return (
            Column(
                "source",
                Text("Källa", "Source"),
                self.source,
                Text("webbadress eller diarienummer", "web address or reference number"),
            ),
            Column(
                "source_date",
                Text("Källdatum", "Source date"),
                self.day,
                Text("dagen den lästes; annars i dag", "the day it was read; otherwise today"),
                (Text("Källans datum", "Date of the source"),),
            ),
        )

    def origin(self, answers: Answers) -> Origin | None:
        """The source that a row names."""
        text = answers.get(self.source)
        return Origin(text, answers[self.day]) if text else None


def _with_default(asked: Field[date], default: str) -> Field[date]:
    return Field(asked.option, asked.question, None, asked.check, default=default)
