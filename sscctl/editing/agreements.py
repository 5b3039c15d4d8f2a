"""An agreement (avtal) entered, changed or read on the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sscctl.domain.agreement import Agreement, AgreementKind
from sscctl.domain.period import Period
from sscctl.domain.registry import in_force
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk, place_of
from sscctl.editing.edit import Insert, Put
from sscctl.editing.offices import entry
from sscctl.editing.sources import Origin, cite, entry_for, words_of
from sscctl.errors import Refused
from sscctl.reading.decode import decode
from sscctl.reading.kinds import Kind, kind_of
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task that the agreement lists: its id, what is done, and what the law wants marked (SFS 2019:212 s. 2)."""

    id: str
    title: Text
    ordinance_case: str | None = None
    access: tuple[str, ...] = ()

    def item(self) -> dict[str, Value]:
        """The task as a document has it; what is not marked is not said."""
        return entry(
            id=self.id,
            title=both(self.title),
            public_authority=True if self.ordinance_case else None,
            personal_data=True if self.access else None,
            access=list(self.access),
            ordinance_case=self.ordinance_case,
        )


@dataclass(frozen=True, slots=True)
class NewAgreement:
    """What is known of an agreement as it is entered; dates are as precise as the source, as files have them."""

    id: str
    kind: AgreementKind
    performer: str
    principals: tuple[str, ...]
    title: Text | None = None
    concluded: str | None = None
    valid_from: str | None = None
    valid_through: str | None = None
    scope: str | None = None
    tasks: tuple[NewTask, ...] = ()
    legal_basis: tuple[tuple[str, str | None], ...] = ()
    reference: str | None = None
    supersedes: str | None = None
    more: Mapping[str, Value] = field(default_factory=dict)

    def tree(self) -> dict[str, Value]:
        """The document without its sources."""
        return entry(
            id=self.id,
            kind=self.kind.value,
            title=both(self.title) if self.title else None,
            performer=self.performer,
            principals=list(self.principals),
            concluded=self.concluded,
            valid_from=self.valid_from,
            valid_through=self.valid_through,
            scope=self.scope,
            tasks=[task.item() for task in self.tasks],
            legal_basis=[entry(act=act, section=section) for act, section in self.legal_basis],
            reference=self.reference,
            supersedes=self.supersedes,
            **self.more,
        )


def add_agreement(desk: Desk, new: NewAgreement, origin: Origin) -> Desk:
    """Enter the agreement; the one that it replaces names it in turn. Refused where the id is taken."""
    if desk.find(Kind.AGREEMENT, new.id):
        raise Refused(
            Text(f"avtalet {new.id} finns redan", f"there is an agreement {new.id} already"),
            Text("ändra det med sscctl agreement set", "change it with sscctl agreement set"),
        )
    before = desk.path(Kind.AGREEMENT, new.supersedes) if new.supersedes else None
    source, made = entry_for({}, origin)
    if made is None:
        raise TypeError(origin)
    path = place_of(Kind.AGREEMENT, new.id)
    desk = desk.cite(words_of(made)).create(path, {**new.tree(), "sources": {source: made}})
    if before:
        named = desk.tree(before).get("superseded_by")
        if named not in (None, new.id):
            raise Refused(
                Text(
                    f"{new.supersedes} har redan ersatts av {named}",
                    f"{new.supersedes} is superseded by {named} already",
                )
            )
        desk = desk.edit(before, Put(("superseded_by",), new.id))
    return desk


@dataclass(frozen=True, slots=True)
class AgreementOnDesk:
    """The agreement `ident` of a desk: where its document lies, and what it says."""

    desk: Desk
    path: str

    @classmethod
    def of(cls, desk: Desk, ident: str) -> AgreementOnDesk:
        """Find the agreement; NotFound (exit 4) where there is none."""
        return cls(desk, desk.path(Kind.AGREEMENT, ident))

    @property
    def tree(self) -> Mapping[str, Value]:
        """The document as it is written."""
        return self.desk.tree(self.path)

    @property
    def agreement(self) -> Agreement:
        """The document as a value; Refused where it cannot be understood."""
        try:
            found, _ = decode(Kind.AGREEMENT, self.desk.tree(self.path))
        except (AttributeError, KeyError, TypeError, ValueError):  # its schema would not pass it
            found = None
        if not isinstance(found, Agreement):
            raise Refused(
                Text(
                    f"{self.path} har fel som måste rättas först", f"{self.path} has faults that must be mended first"
                ),
                Text(f"sscctl validate {self.path} visar dem", f"sscctl validate {self.path} shows them"),
            )
        return found

    @property
    def days(self) -> Period:
        """The days on which it may hold."""
        return in_force(self.agreement)


def add_tasks(desk: Desk, ident: str, tasks: tuple[NewTask, ...], origin: Origin | None) -> Desk:
    """Enter tasks after those that the agreement lists; Refused where one of them has the id of another."""
    at_hand = AgreementOnDesk.of(desk, ident)
    there = [task.id for task in at_hand.agreement.tasks]
    desk, source = cite(desk, at_hand.path, origin) if origin else (desk, None)
    for task in tasks:
        if task.id in there:
            raise Refused(
                Text(f"{ident} har redan en uppgift {task.id}", f"{ident} has a task {task.id} already"),
                Text("ändra den med sscctl agreement set", "change it with sscctl agreement set"),
            )
        item = {**task.item(), **entry(source=source)}
        desk = desk.edit(at_hand.path, Insert(("tasks", len(there)), item))
        there.append(task.id)
    return desk


def offices_that_name(desk: Desk, ident: str) -> Iterator[str]:
    """Yield the paths of the offices whose document has the id of an agreement in it."""
    wanted = ident.encode()
    paths = [path for path in desk.paths() if kind_of(path) is Kind.OFFICE]
    for path in sorted(paths):
        if wanted in desk.read(path):
            yield path


def both(text: Text) -> dict[str, Value]:
    """A text as documents have it."""
    return {"sv": text.sv, "en": text.en}
