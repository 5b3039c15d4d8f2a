"""An edition (utgåva): one revision of the registry as it is on one day, and the files that are made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from posixpath import dirname, relpath

from sscctl.domain.network import Settings
from sscctl.domain.registry import Registry
from sscctl.publishing.news import News
from sscctl.publishing.plain import Json, Record, both, known
from sscctl.publishing.website.paths import TREE as PAGES
from sscctl.reading.calendar import Calendar
from sscctl.reading.policy import Policy
from sscctl.reading.reference import Reference

SCHEMA_VERSION = "1.0.0"
"""The contract's version (semver.org): a field gone or narrowed raises the first number, and `v1` becomes `v2`."""

RELEASED = "2026-11-23"
"""The day this version of the contract was made public."""

TREE = "v1"
"""The folder of this contract, under the folder and under the web address that is published to."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """One published file; `path` is relative to the edition's folder."""

    path: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published. `instant` dates it: the revision's own, never the clock's; `None` where nothing dates it.

    `dirty` says that the files departed from `revision`. `base_url` is the web address of the folder that holds `v1`,
    without a slash at its end; where it is not known, links are relative and the edition can lie anywhere. `news` are
    the changes that the registry's commits brought, newest first.
    """

    registry: Registry
    reference: Reference
    settings: Settings
    day: date
    revision: str | None = None
    dirty: bool = False
    instant: datetime | None = None
    base_url: str | None = None
    news: tuple[News, ...] = ()

    def link(self, origin: str, target: str) -> str:
        """How the file at `origin` points to the one at `target`."""
        if self.base_url is None:
            return relpath(target, dirname(origin) or ".")
        return f"{self.base_url}/{TREE}/{target}"

    def page(self, origin: str, target: str) -> str:
        """How the file at `origin` points to a page for visitors; `target` is its path in the tree of the pages."""
        if self.base_url is None:
            return relpath(f"../{PAGES}/{target}", dirname(origin) or ".")
        return f"{self.base_url}/{PAGES}/{target}"

    def meta(self, path: str, schema: str, count: int) -> Record:
        """What every file says of itself and of the edition; `count` is how many things it holds."""
        settings = self.settings
        links = {
            "self": path,
            "schema": f"schema/{schema}.schema.json",
            "manifest": "manifest.json",
            "changes": "changes.json",
        }
        return known(
            schemaVersion=SCHEMA_VERSION,
            dataVersion=self.revision,
            dirty=self.dirty,
            generatedAt=self.generated_at,
            validAt=self.day.isoformat(),
            title=both(settings.title),
            license=settings.licence,
            publisher=self._publisher(),
            attribution=self._attribution(),
            timezone=settings.time_zone,
            language=["sv", "en"],
            count=count,
            links={name: self.link(path, target) for name, target in links.items()},
        )

    @property
    def policy(self) -> Policy:
        """Which days close the whole network, by the registry's policy."""
        return Policy(self.settings, Calendar())

    @property
    def generated_at(self) -> str | None:
        """The edition's instant in UTC (RFC 3339)."""
        return self.instant.strftime("%Y-%m-%dT%H:%M:%SZ") if self.instant else None

    @property
    def publisher_number(self) -> str | None:
        """The publisher's organisation number."""
        agency = self.registry.context.agencies.get(self.settings.publisher)
        return agency.organisation_number if agency else None

    @property
    def publisher_name(self) -> str:
        """The publisher's Swedish name; its id where the registry does not know that agency."""
        agency = self.registry.context.agencies.get(self.settings.publisher)
        return agency.name_sv if agency else self.settings.publisher

    def _publisher(self) -> Record:
        agency = self.registry.context.agencies.get(self.settings.publisher)
        return known(
            id=self.settings.publisher,
            name=self.publisher_name,
            identifier=self.publisher_number,
            url=agency.web if agency else None,
        )

    def _attribution(self) -> list[Json]:
        """Whom the licences of what is published along ask to be named, word for word."""
        return [
            known(text=credit.text, license=credit.licence, url=credit.url, concerns=credit.concerns)
            for credit in self.settings.attributions
        ]


Publisher = Callable[[Edition], Iterable[Artefact]]
"""Makes some of an edition's files: the same bytes for the same edition, whenever and wherever it is asked."""
