"""Findings as a GitLab Code Quality report: a part of Code Climate's format, shown in the merge request."""

from __future__ import annotations

from collections.abc import Sequence

from sscctl.cli.language import said
from sscctl.cli.visible import visible, visible_json
from sscctl.diffing.findings import Tracked
from sscctl.domain.finding import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(tracked: Sequence[Tracked], prefix: str) -> str:
    """A list of issues; GitLab tells new from old by the fingerprints, and of two alike it drops one.

    A finding that concerns a whole file stands on its first line: GitLab asks for a line. `type`, `categories` and
    `end` are Code Climate's, which GitLab passes over.
    """
    return visible_json([_issue(one, prefix) for one in tracked])


def _issue(one: Tracked, prefix: str) -> dict[str, object]:
    finding = one.finding
    words = said(finding.message) + (f" ({said(finding.advice)})" if finding.advice else "")
    line = finding.line or 1
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": visible(f"{finding.code}: {words}"),
        "categories": ["Bug Risk"],
        "fingerprint": one.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": visible(prefix + finding.path), "lines": {"begin": line, "end": line}},
    }
