"""Ids for offices: none is given that another office has, or ever had."""

from __future__ import annotations

from sscctl.cli.options import repository
from sscctl.errors import Refused, SscctlError
from sscctl.text import Text


def unused_id(text: str) -> str:
    """Check that an id is written as one, and that neither the registry nor its history has it; Refused if so."""
    from sscctl.editing.office_add import is_id, no_id  # noqa: PLC0415  help and completion read no registry
    from sscctl.reading.versions import office_paths  # noqa: PLC0415

    ident = text.strip()
    if not is_id(ident):
        raise no_id(ident)
    if ident in office_paths(repository().snapshot()):
        raise Refused(Text(f"det finns redan ett kontor {ident}", f"there is an office {ident} already"), _ANOTHER)
    if _was_there(ident):
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


_ANOTHER = Text("ett id används aldrig igen; välj ett annat", "an id is never used again; choose another")
