"""Findings that are known again: held against another revision, and in the formats of tools that track them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sscctl.cli.render import since as render
from sscctl.diffing.findings import Side, State, Tracked, check_aside, compare, track
from sscctl.domain.finding import Severity
from sscctl.reading.cache import Cache
from sscctl.reading.snapshot import Snapshot
from sscctl.reading.standing import Revision
from sscctl.rules._check import Report


@dataclass(frozen=True, slots=True)
class Look:
    """What a check found; where revisions were compared, `since` says with which, and each finding has its state."""

    report: Report
    tracked: tuple[Tracked, ...]
    snapshot: Snapshot
    today: date
    since: Revision | None

    @classmethod
    def of(
        cls,
        report: Report,
        snapshot: Snapshot,
        before: Snapshot | None,
        today: date,
        cache: Cache,
        only: Callable[[Report], Report],
    ) -> Look:
        """Track what was found; hold it against `before`, reduced by `only` to what is asked for, if that is given."""
        now = Side(snapshot, report.findings, cache)
        if before is None:
            return cls(report, track(now, today), snapshot, today, None)
        earlier, aside = check_aside(before, today, cache)
        tracked = compare(Side(before, only(earlier).findings, aside), now, today)
        return cls(report, tracked, snapshot, today, before.revision)

    @property
    def news(self) -> Report:
        """What the command answers for: everything, or what is new where revisions were compared."""
        return self.report if self.since is None else render.news(self.report, self.tracked)

    def shown(self, form: str, files: Iterable[str], failing: Collection[Severity]) -> str:
        """The findings in a format; `files` are the documents that were looked at."""
        match form:
            case "sarif":
                from sscctl.cli.render.sarif import as_sarif  # noqa: PLC0415  each format loads its own

                return as_sarif(self.tracked, self.snapshot)
            case "junit":
                from sscctl.cli.render.junit import as_junit  # noqa: PLC0415

                return as_junit(self.tracked, files, self.snapshot.prefix, self.today, failing)
            case "gitlab":
                from sscctl.cli.render.gitlab import as_gitlab  # noqa: PLC0415

                news = [one for one in self.tracked if one.state in (None, State.NEW)]
                return as_gitlab(news, self.snapshot.prefix)
            case _ if self.since is not None:
                return self._changes(form, self.since)
            case _:
                raise ValueError(form)

    def _changes(self, form: str, since: Revision) -> str:
        """What is new, fixed and unchanged, in a format of our own."""
        match form:
            case "json":
                return render.as_json(self.report, self.tracked, since)
            case "github":
                return render.as_github(self.report, self.tracked, self.snapshot.prefix, since)
            case _:
                return render.as_text(self.report, self.tracked, self.snapshot, since)
