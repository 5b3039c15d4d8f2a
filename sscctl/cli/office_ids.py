"""Ids for offices: none is given that another office has, or ever had."""

from __future__ import annotations

from collections.abc import Callable

from sscctl.cli.options import repository
from sscctl.errors import Refused, SscctlError
from sscctl.text import Text


def unused_id(text: str) -> str:
    """Check that an id is written as one, and that neither the registry nor its history has it; Refused if so."""
    from sscctl.reading.versions import office_paths  # noqa: PLC0415  help and completion read no registry

    return unused(text, lambda ident: ident in office_paths(repository().snapshot()), _was_there)


def unused(text: str, is_there: Callable[[str], bool], was_there: Callable[[str], bool]) -> str:
    """The same for who looks up many ids, and knows of himself which there are and were."""
    from sscctl.editing.office_add import is_id, no_id  # noqa: PLC0415

    ident = text.strip()
    if not is_id(ident):
        raise no_id(ident)
    if is_there(ident):
        raise Refused(Text(f"det finns redan ett kontor {ident}", f"there is an office {ident} already"), _ANOTHER)
    if was_there(ident):
        raise Refused(
            Text(f"ett kontor har tidigare haft id {ident}", f"an office had the id {ident} before"), _ANOTHER
        )
    return ident


def _was_there(ident: str) -> bool:
    """Whether the history has a document of that name; a repository without commits, or none at all, has not."""
    from sscctl.reading.versions import OFFICES  # noqa: PLC0415

    found = repository()
    if found.place is None:
        return False
    try:
        history = found.history()
        head = history.head()
        return head is not None and any(True for _ in history.log_of(OFFICES, f"{ident}.yaml", head))
    except SscctlError:  # a history that cannot be asked says nothing against it
        return False


def removed_ids() -> frozenset[str]:
    """Every id whose document the history took away from its place, found in one walk; moved ones are among them."""
    from sscctl.reading.versions import OFFICES  # noqa: PLC0415

    found = repository()
    if found.place is None:
        return frozenset()
    try:
        history = found.history()
        head = history.head()
        paths = history.removed_from(OFFICES, head) if head else ()
        return frozenset(path.rpartition("/")[2].removesuffix(".yaml") for path in paths)
    except SscctlError:  # as above
        return frozenset()


_ANOTHER = Text("ett id används aldrig igen; välj ett annat", "an id is never used again; choose another")
