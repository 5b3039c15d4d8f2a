"""A page before it is written: what it is about, what it is called, and what its template is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sscctl.publishing.website.paths import Sort, path_of
from sscctl.text import Language


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    `view` is what the template is told. `alternates` are files of the data that say the same: media type, title, path.
    `linked_data` is the page's JSON-LD as text. `twin` says whether the page is there in the other language too.
    """

    sort: Sort
    language: Language
    title: str
    description: str
    view: Mapping[str, object] = field(default_factory=dict)
    key: str = ""
    alternates: tuple[tuple[str, str, str], ...] = ()
    linked_data: str | None = None
    is_for_search: bool = True

    @property
    def path(self) -> str:
        """Where it lies, from the top of the tree."""
        return path_of(self.sort, self.key, self.language) or ""

    @property
    def twin(self) -> str | None:
        """Where the same page lies in the other language."""
        other = Language.ENGLISH if self.language is Language.SWEDISH else Language.SWEDISH
        return path_of(self.sort, self.key, other)
