"""An office that a person names, with every version of its document: what `log` and `why` both begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sscctl.cli.language import said
from sscctl.cli.options import cache
from sscctl.diffing.biography import Moment
from sscctl.domain.registry import Context
from sscctl.querying.select import find_office
from sscctl.reading.load import Reader, load, load_context
from sscctl.reading.repository import Repository
from sscctl.reading.versions import Past, Version, office_paths, past

Tree = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class OfficePast:
    """The versions of an office's document, oldest first, and the rest of the registry to word them with.

    An office that was renamed (its old document is gone, the new one names it as predecessor) has the versions of both;
    `former` are the ids that it had before, the last one first. `is_cut` says that the clone is shallow.
    """

    id: str
    versions: tuple[Version, ...]
    former: tuple[str, ...]
    is_cut: bool
    context: Context

    @property
    def tree(self) -> Tree:
        """What the document says, or said last before it went."""
        return next((version.tree for version in reversed(self.versions) if version.tree), {})

    @property
    def name(self) -> str:
        """The office's name; its id where it has none."""
        name = self.tree.get("name")
        return name if isinstance(name, str) else self.id

    @property
    def predecessor(self) -> str | None:
        """The office before this one that has a document of its own."""
        found = self.tree.get("predecessor")
        return found if isinstance(found, str) and found not in self.former else None

    @property
    def gone(self) -> Moment | None:
        """When the document went from the registry; None while it is there."""
        last = self.versions[-1] if self.versions else None
        return Moment(last.revision) if last and last.tree is None else None

    def agency(self, ident: str) -> str:
        """The agency's name in the language of this process; its id where the registry does not have it."""
        known = self.context.agencies.get(ident)
        return said(known.name) if known else ident


def office_past(found: Repository, office: str, as_of: str | None) -> OfficePast:
    """Read the past of the office that goes by an id, now or once, or by a name; NotFound (exit 4) otherwise."""
    history, snapshot = found.history(), found.snapshot(as_of)

    def read(ident: str) -> Past:
        return past(history, snapshot, ident, as_of=as_of is not None)

    there = office_paths(snapshot)
    ident, own = office, read(office)
    if office not in there and not own.versions:
        ident = find_office(load(snapshot, cache(found)).registry, office)
        own = read(ident)
    context, _ = load_context(Reader(snapshot, cache(found)))
    versions, former = list(own.versions), [ident]
    while (before := _before(versions)) and before not in there and before not in former:
        earlier = read(before)
        if not earlier.versions:
            break
        versions = [*_until(earlier, versions[0]), *versions]
        former.append(before)
    return OfficePast(ident, tuple(versions), tuple(former[1:]), own.is_cut, context)


def _before(versions: list[Version]) -> str | None:
    """The predecessor that the first version names, or any later one of the same document."""
    named = (version.tree.get("predecessor") for version in versions if version.tree)
    return next((one for one in named if isinstance(one, str)), None)


def _until(earlier: Past, first: Version) -> list[Version]:
    """The versions of the old document; that it went in the revision that brought the new one is no event."""
    last = earlier.versions[-1]
    ends_here = last.tree is None and last.revision == first.revision
    return list(earlier.versions[:-1] if ends_here else earlier.versions)
