"""What was published, as text for people and as JSON for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said, t
from sscctl.cli.visible import visible
from sscctl.cli.words import STATUS
from sscctl.domain.event import Status
from sscctl.domain.finding import Finding, Severity
from sscctl.publishing.edition import TREE, Edition
from sscctl.publishing.press import Print
from sscctl.publishing.website.paths import TREE as PAGES
from sscctl.rules._check import Report
from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.cli.publish_to import Stored

_FINDINGS = {
    Severity.ERROR: (Text("fel", "error"), Text("fel", "errors")),
    Severity.WARNING: (Text("varning", "warning"), Text("varningar", "warnings")),
    Severity.NOTE: (Text("notis", "note"), Text("notiser", "notes")),
}
_STATUSES = {
    Status.PROPOSED: Text("föreslagna", "proposed"),
    Status.PLANNED: Text("planerade", "planned"),
    Status.OPEN: Text("öppna", "open"),
    Status.SUSPENDED: Text("tillfälligt stängda", "closed for now"),
    Status.CLOSED: Text("nedlagda", "closed"),
    Status.CANCELLED: Text("inställda", "cancelled"),
    Status.UNKNOWN: Text("okända", "unknown"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """An edition, what the check before it found, and where it stands now: in the folder `out`, in a store, or both.

    `at` is the folder's path; `pages` is how many pages for visitors lie beside the data.
    """

    edition: Edition
    printed: Print
    report: Report
    out: str | None
    at: Path | None
    pages: int
    stored: Stored | None = None

    @property
    def place(self) -> str | None:
        """The edition's own folder, as the person wrote it."""
        return None if self.out is None else f"{Path(self.out) / TREE}/"

    @property
    def page_address(self) -> str | None:
        """Where visitors begin: on the web where the address is known, else in the folder."""
        base = self.edition.base_url
        if base:
            return f"{base}/{PAGES}/"
        return (self.at / PAGES / "index.html").as_uri() if self.at else None

    @property
    def data_address(self) -> str | None:
        """Where those begin who use the data."""
        base = self.edition.base_url
        if base:
            return f"{base}/{TREE}/"
        return f"{(self.at / TREE).as_uri()}/" if self.at else None

    @property
    def size(self) -> int:
        """All files together, in bytes."""
        return sum(len(artefact.data) for artefact in self.printed.artefacts)

    @property
    def statuses(self) -> dict[Status, int]:
        """How many offices have each status on the day, in the order of a life."""
        day, offices = self.edition.day, self.edition.registry.offices.values()
        found = Counter(office.status_on(day) for office in offices)
        return {status: found[status] for status in Status if found[status]}


def as_text(summary: Summary) -> str:
    """A few lines: which edition, its offices by status, findings by severity, its files, and where it lies."""
    edition = summary.edition
    offices = ", ".join(
        f"{number} {said((STATUS if number == 1 else _STATUSES)[status])}"
        for status, number in summary.statuses.items()
    )
    findings = ", ".join(_counted(severity, summary.report.count(severity)) for severity in Severity)
    files = f"{len(summary.printed.artefacts)} ({_in_kilobytes(summary.size)})"
    rows = [
        (t("Gäller", "Valid on"), edition.day.isoformat()),
        (t("Revision", "Revision"), _revision(edition)),
        (t("Kontor", "Offices"), f"{len(edition.registry.offices)}: {offices}"),
        (t("Anmärkningar", "Findings"), findings),
        (t("Filer", "Files"), files),
        *([(t("Sidor", "Pages"), str(summary.pages))] if summary.pages else []),
    ]
    width = max(len(label) for label, _ in rows)
    lines = [f"{label:<{width}}  {value}" for label, value in rows]
    addresses = [(t("Öppna data", "Open data"), summary.data_address)]
    if summary.pages:
        addresses.insert(0, (t("Webbsidan", "Web page"), summary.page_address))
    wide = max(len(label) for label, _ in addresses)
    told = [f"{label:<{wide}}  {visible(address)}" for label, address in addresses if address]
    return "\n".join([*lines, *_where(summary), *told, *([] if edition.base_url else [_no_catalogue()])])


def _where(summary: Summary) -> Iterator[str]:
    if summary.stored is not None:
        stored = summary.stored
        place = visible(f"{stored.address}/{stored.shown.name}")
        if stored.shown.is_new:
            yield styled(t(f"Visas nu: {place}", f"Shown now: {place}"), Style.GOOD)
        else:
            yield t(f"Visades redan: {place}", f"Was shown already: {place}")
        if stored.removed:
            number = len(stored.removed)
            yield t(f"Äldre utgåvor som togs bort: {number}", f"Older releases that were removed: {number}")
    if summary.place is not None:
        yield styled(t("Publicerat i ", "Published to ") + visible(summary.place), Style.GOOD)


def _no_catalogue() -> str:
    return t(
        "Utan adress på webben (--base-url) ingen catalog.rdf för dataportalen.",
        "Without a web address (--base-url) there is no catalog.rdf for the data portal.",
    )


def _revision(edition: Edition) -> str:
    if edition.revision is None:
        return t("ingen: registret ligger inte i git", "none: the registry is not in git")
    changed = (
        t(" med ändringar som inte är sparade i git", " with changes that git has not got") if edition.dirty else ""
    )
    return f"{edition.revision[:12]}{changed}"


def _counted(severity: Severity, number: int) -> str:
    return f"{number} {said(_FINDINGS[severity][number != 1])}"


def _in_kilobytes(size: int) -> str:
    return f"{-(-size // 1000)} kB"


def as_json(summary: Summary) -> str:
    """The same as `schemas/output/publish.schema.json` promises it."""
    edition = summary.edition
    content = {
        "out": summary.out,
        "folder": summary.place,
        "base_url": edition.base_url,
        "page": summary.page_address if summary.pages else None,
        "data": summary.data_address,
        "revision": edition.revision,
        "dirty": edition.dirty,
        "generated_at": edition.generated_at,
        "valid_on": edition.day.isoformat(),
        "offices": {status.value: number for status, number in summary.statuses.items()},
        "findings": {severity.value: summary.report.count(severity) for severity in Severity},
        "files": [*_files(summary)],
        "bytes": summary.size,
        "store": _store(summary.stored),
        "pages": summary.pages,
    }
    return json.dumps({key: value for key, value in content.items() if value is not None}, ensure_ascii=False, indent=1)


def _store(stored: Stored | None) -> dict[str, object] | None:
    if stored is None:
        return None
    return {
        "address": stored.address,
        "release": stored.shown.name,
        "new": stored.shown.is_new,
        "written": stored.shown.written,
        "removed": list(stored.removed),
    }


def _files(summary: Summary) -> Iterator[dict[str, str | int]]:
    for artefact in summary.printed.artefacts:
        yield {"path": artefact.path, "media_type": artefact.media_type, "bytes": len(artefact.data)}


def stale_as_text(stale: Sequence[Finding], out: str) -> str:
    """Each file that is not up to date, and how many these are."""
    lines = [f"{visible(one.path)}: {one.code}: {said(one.message)}" for one in stale]
    if not stale:
        return t(f"Allt i {visible(out)} är aktuellt.", f"All of {visible(out)} is up to date.")
    return "\n".join([*lines, t(f"{len(stale)} filer är inte aktuella.", f"Not up to date: {len(stale)} files.")])


def stale_as_json(stale: Sequence[Finding]) -> str:
    """The same for machines."""
    found = [{"code": one.code, "path": one.path, "message": one.message.en} for one in stale]
    return json.dumps({"stale": found}, ensure_ascii=False, indent=1)
