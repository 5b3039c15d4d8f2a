"""What a rule is, and how a function becomes one.

A rule's signature says what its answer depends on, and so what has to change before it is asked again:

- `office_rule`   one office and nothing else;
- `world_rule`    one office, held against the rest of the world: agencies, agreements, reference data, today;
- `document_rule` one agency, agreement, decision, or the settings, against the same world;
- `group_rule`    all documents that lay claim to the same key: a street address, an id, a municipality.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from inspect import cleandoc
from typing import NamedTuple, TypeVar

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement
from sscctl.domain.decision import Decision
from sscctl.domain.finding import Pointer, Severity
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office
from sscctl.rules.world import World
from sscctl.text import Text

Document = Office | Agency | Agreement | Decision | Settings | Network
D = TypeVar("D", bound=Agency | Agreement | Decision | Settings | Network)
Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a document breaks a rule: what is wrong with which value, and what would be right.

    `severity` is given only where this breach weighs otherwise than its rule.
    """

    pointer: Pointer
    message: Text
    advice: Text | None = None
    severity: Severity | None = None


class Claim(NamedTuple):
    """That a document has to do with `key`, by the value at `pointer`; `value` is what the group's judge asks for."""

    key: str
    pointer: Pointer
    value: tuple[Scalar, ...] = ()


class Member(NamedTuple):
    """A claim as the group's judge sees it: with the document's path and id."""

    path: str
    id: str
    pointer: Pointer
    value: tuple[Scalar, ...]


Members = Collection[Member]
"""The members of one group, by path; counting them reads none."""

OfficeJudge = Callable[[Office], Iterator[Breach]]
WorldJudge = Callable[[Office, World], Iterator[Breach]]
Claimer = Callable[[Document, World], Iterable[Claim]]
GroupJudge = Callable[[str, Members, World], Iterator[tuple[Member, Breach]]]


@dataclass(frozen=True, slots=True)
class Documentation:
    """What a rule's docstring says: a sentence, why it matters, the same in Swedish, and examples in YAML."""

    summary: Text
    why: Text
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code (never reused), how bad a breach is, its explanation."""

    code: str
    severity: Severity
    name: str
    docstring: str

    @property
    def documentation(self) -> Documentation:
        """What its docstring says, taken apart when asked for: a check never asks."""
        return read_documentation(self.docstring)


@dataclass(frozen=True, slots=True)
class Book:
    """The rules of one family, in the order of their codes' definition."""

    rules: dict[str, Rule] = field(default_factory=dict)
    office: list[tuple[str, OfficeJudge]] = field(default_factory=list)
    world: list[tuple[str, WorldJudge]] = field(default_factory=list)
    document: list[tuple[str, type, Callable[..., Iterator[Breach]]]] = field(default_factory=list)
    group: dict[str, tuple[Claimer, GroupJudge]] = field(default_factory=dict)

    def _enter(self, code: str, severity: Severity, judge: Callable[..., object]) -> None:
        if code in self.rules:
            raise ValueError(f"{code} stands for two rules")
        self.rules[code] = Rule(code, severity, judge.__name__, judge.__doc__ or "")

    def declared(self, code: str, severity: Severity) -> Callable[[Callable[[], None]], Callable[[], None]]:
        """Enter the rule `code` that is judged elsewhere (by the reader, or once all findings are known)."""

        def enter(documented: Callable[[], None]) -> Callable[[], None]:
            self._enter(code, severity, documented)
            return documented

        return enter

    def office_rule(self, code: str, severity: Severity) -> Callable[[OfficeJudge], OfficeJudge]:
        """Make `judge(office)` the rule `code`."""

        def enter(judge: OfficeJudge) -> OfficeJudge:
            self._enter(code, severity, judge)
            self.office.append((code, judge))
            return judge

        return enter

    def world_rule(self, code: str, severity: Severity) -> Callable[[WorldJudge], WorldJudge]:
        """Make `judge(office, world)` the rule `code`."""

        def enter(judge: WorldJudge) -> WorldJudge:
            self._enter(code, severity, judge)
            self.world.append((code, judge))
            return judge

        return enter

    def document_rule(
        self, code: str, severity: Severity, of: type[D]
    ) -> Callable[[Callable[[D, World], Iterator[Breach]]], Callable[[D, World], Iterator[Breach]]]:
        """Make `judge(document, world)` the rule `code` for documents that are not offices."""

        def enter(judge: Callable[[D, World], Iterator[Breach]]) -> Callable[[D, World], Iterator[Breach]]:
            self._enter(code, severity, judge)
            self.document.append((code, of, judge))
            return judge

        return enter

    def group_rule(self, code: str, severity: Severity, by: Claimer) -> Callable[[GroupJudge], GroupJudge]:
        """Make `judge(key, members, world)` the rule `code`; `by` says which keys a document lays claim to."""

        def enter(judge: GroupJudge) -> GroupJudge:
            self._enter(code, severity, judge)
            self.group[code] = (by, judge)
            return judge

        return enter


_SECTIONS = re.compile(r"^(Bad|Good|Svenska):[ \n]", re.MULTILINE)


def read_documentation(docstring: str) -> Documentation:
    """Take a rule's docstring apart: English first, then `Svenska:`, `Bad:` and `Good:`."""
    parts = _SECTIONS.split(cleandoc(docstring))
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    english, swedish = _paragraphs(parts[0]), _paragraphs(cleandoc(sections.get("Svenska", "")))
    return Documentation(
        summary=Text(swedish[0], english[0]),
        why=Text(swedish[1], english[1]),
        bad=cleandoc("\n" + sections.get("Bad", "")),
        good=cleandoc("\n" + sections.get("Good", "")),
    )


def _paragraphs(text: str) -> tuple[str, str]:
    """The first paragraph, and the rest, each with its line breaks undone."""
    first, _, rest = text.strip().partition("\n\n")
    unfolded = [" ".join(paragraph.split()) for paragraph in (first, *rest.split("\n\n"))]
    return unfolded[0], "\n\n".join(paragraph for paragraph in unfolded[1:] if paragraph)
