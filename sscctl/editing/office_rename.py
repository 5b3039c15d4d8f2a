"""An office gets another id: everywhere at once, and what it was called before stays in its document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sscctl.domain.finding import Pointer
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.edit import Put
from sscctl.editing.entries import text_of
from sscctl.editing.office_add import is_id, no_id
from sscctl.errors import Refused, WrongUsage
from sscctl.reading.kinds import Kind, kind_of
from sscctl.text import Text

_PLACES: Mapping[Kind, tuple[tuple[str, ...], ...]] = {
    Kind.OFFICE: (("predecessor",), ("lifecycle", "*", "successors", "*")),
    Kind.AGREEMENT: (("offices", "*"),),
    Kind.DECISION: (("offices", "*"),),
    Kind.REGISTRY: (("policies", "staggered_closing", "offices", "*"),),
}
"""Where documents name offices; `*` is every item of a list."""


def rename(desk: Desk, old: str, new: str, name: str | None = None) -> Desk:
    """Give the office `old` the id `new`, and another name where one is given.

    The document keeps its past under its new file name and says by `predecessor` what its id was. Refused where the
    new id is taken, and where the office names a predecessor already: an id that was published must stay findable,
    and there is room for one.
    """
    path = desk.path(Kind.OFFICE, old)
    if not is_id(new):
        raise no_id(new)
    if new == old:
        raise WrongUsage(Text("kontoret har det id:t redan", "the office has that id already"))
    if desk.find(Kind.OFFICE, new):
        raise Refused(
            Text(f"det finns redan ett kontor {new}", f"there is an office {new} already"),
            Text("ett id används aldrig igen; välj ett annat", "an id is never used again; choose another"),
        )
    if before := text_of(desk.tree(path), "predecessor"):
        raise Refused(
            Text(
                f"{old} har redan {before} som föregångare, och dess eget id skulle falla bort",
                f"{old} has {before} as its predecessor already, and its own id would be lost",
            ),
            Text(
                "låt id:t vara; namnet ändras med sscctl office set", "leave the id; sscctl office set changes the name"
            ),
        )
    folder = path.rpartition("/")[0]
    there = f"{folder}/{new}.yaml"
    desk = desk.rename(path, there).edit(there, Put(("id",), new), Put(("predecessor",), old))
    if name is not None:
        desk = desk.edit(there, Put(("name",), name))
    for other in list(desk.paths()):
        if other != there and old.encode() in desk.read(other):
            desk = desk.edit(other, *(Put(pointer, new) for pointer in named_in(desk, other, old)))
    return desk


def named_in(desk: Desk, path: str, office: str) -> Iterator[Pointer]:
    """Yield every place in a document that names the office."""
    kind = kind_of(path)
    for place in _PLACES.get(kind, ()) if kind else ():
        yield from (pointer for pointer, value in _at(desk.tree(path), place) if value == office)


def _at(tree: Value, place: tuple[str, ...], pointer: Pointer = ()) -> Iterator[tuple[Pointer, Value]]:
    if not place:
        yield pointer, tree
    elif place[0] == "*" and isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from _at(item, place[1:], (*pointer, index))
    elif isinstance(tree, Mapping) and place[0] in tree:
        yield from _at(tree[place[0]], place[1:], (*pointer, place[0]))
