"""Findings as text with the line they stand on, as JSON, and as GitHub annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said, t
from sscctl.cli.visible import visible, visible_json, width
from sscctl.domain.finding import Finding, Severity
from sscctl.errors import SscctlError
from sscctl.reading.snapshot import Snapshot
from sscctl.rules._check import Report
from sscctl.text import Text

_STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.NOTE: Style.NOTE}
_NAMES = {
    Severity.ERROR: (Text("fel", "error"), Text("fel", "errors")),
    Severity.WARNING: (Text("varning", "warning"), Text("varningar", "warnings")),
    Severity.NOTE: (Text("notis", "note"), Text("notiser", "notes")),
}


def as_text(report: Report, snapshot: Snapshot) -> str:
    """One entry a finding: place, what is wrong, the line with a caret, what would be right; the sum comes last."""
    return "\n".join([*entries(report, snapshot), summary(report)])


def entries(report: Report, snapshot: Snapshot) -> list[str]:
    """The findings without the sum."""
    parts: list[str] = []
    lines: list[str] = []
    path = ""
    for finding in report.findings:
        if finding.path != path:
            path, lines = finding.path, _lines(snapshot, finding.path)
        parts.append(_entry(finding, lines))
    return parts


def _entry(finding: Finding, lines: list[str]) -> str:
    path = f"./{finding.path}" if finding.path.startswith("::") else finding.path  # else a command to GitHub's logs
    place = f"{path}:{finding.line}:{finding.column}" if finding.line else path
    label = styled(f"{finding.code} {said(_NAMES[finding.severity][0])}", _STYLES[finding.severity])
    text = [f"{styled(visible(place), Style.STRONG)}: {label}: {visible(said(finding.message))}"]
    if finding.line and finding.column and finding.line <= len(lines):
        text += _excerpt(finding, lines[finding.line - 1])
    if finding.advice:
        text.append(f"  = {visible(said(finding.advice))}")
    return "\n".join(text) + "\n"


def _excerpt(finding: Finding, line: str) -> list[str]:
    """The source line, cut around the place where it is long, with the place underlined."""
    start = (finding.column or 1) - 1
    end = min((finding.end_column or start + 2) - 1, len(line))
    shift = max(0, start - 60)
    before, marked = visible(line[shift:start]), visible(line[start : max(end, start + 1)])
    shown = f"{'…' if shift else ''}{before}{marked}{visible(line[max(end, start + 1) :])}"
    margin = f"{finding.line:>5} | "
    caret = " " * width(("…" if shift else "") + before) + "^" * max(1, min(width(marked), 80))
    return [
        styled(f"{margin}{shown[:110]}{'…' if len(shown) > 110 else ''}", Style.FAINT),
        f"{' ' * 5} | {styled(caret[:110], _STYLES[finding.severity])}",
    ]


def _lines(snapshot: Snapshot, path: str) -> list[str]:
    try:
        return snapshot.read(path).decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    except SscctlError:  # a file that may not be read has findings, and no lines to show
        return []


def summary(report: Report) -> str:
    """How many findings of each weight, in how many files."""
    counts = [_counted(severity, report.count(severity)) for severity in Severity]
    waived = t(f", {report.waived} undantagna", f", {report.waived} waived") if report.waived else ""
    files = (
        t(f" i {report.files} filer", f" in {report.files} files") if report.files != 1 else t(" i 1 fil", " in 1 file")
    )
    worst = next((severity for severity in Severity if report.count(severity)), None)
    text = f"{', '.join(counts)}{waived}{files}"
    return styled(text, _STYLES[worst] if worst is Severity.ERROR else Style.GOOD)


def _counted(severity: Severity, number: int) -> str:
    return f"{number} {said(_NAMES[severity][number != 1])}"


def as_json(report: Report) -> str:
    """The findings as `schemas/output/validate.schema.json` promises them; words are English, codes are codes."""
    return visible_json(content(report))


def content(report: Report) -> dict[str, object]:
    """What JSON tells of a report."""
    return {
        "findings": [tree(finding) for finding in report.findings],
        "summary": {severity.value: report.count(severity) for severity in Severity},
        "waived": report.waived,
        "files": report.files,
    }


def tree(finding: Finding) -> dict[str, object]:
    """What JSON tells of a finding."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "pointer": pointer_text(finding),
        "message": finding.message.en,
        "message_sv": finding.message.sv,
        "advice": finding.advice.en if finding.advice else None,
    }


def pointer_text(finding: Finding) -> str:
    """The pointer as RFC 6901 writes it: `/opening_hours/1`."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in finding.pointer)


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(report: Report, prefix: str) -> str:
    """Annotations for GitHub Actions, the worst first: GitHub shows ten of a kind at most, so the sum comes last."""
    ordered = sorted(report.findings, key=lambda finding: finding.severity.rank)
    return "\n".join([*(_annotation(finding, prefix) for finding in ordered), f"::notice::{_data(summary(report))}"])


def _annotation(finding: Finding, prefix: str) -> str:
    place = {"file": visible(prefix + finding.path), "line": finding.line, "col": finding.column, "title": finding.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value is not None)
    words = said(finding.message) + (f" ({said(finding.advice)})" if finding.advice else "")
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(visible(words))}"


def _data(text: str) -> str:
    """Escape a message as GitHub's workflow commands ask: `%`, CR and LF."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property: the same, and `:` and `,`."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def statistics(report: Report, *, as_json: bool) -> str:
    """How many findings of each rule, the worst and most frequent first."""
    from sscctl.rules.books import RULES  # noqa: PLC0415  the summaries are asked for here alone

    counts: Iterable[tuple[tuple[Severity, str], int]] = Counter((f.severity, f.code) for f in report.findings).items()
    rows = sorted(counts, key=lambda row: (row[0][0].rank, -row[1], row[0][1]))
    if as_json:
        named = [{"code": code, "severity": severity, "count": count} for (severity, code), count in rows]
        return visible_json({"statistics": named, "summary": {s.value: report.count(s) for s in Severity}})
    text = []
    for (severity, code), count in rows:
        label = styled(f"{code} {said(_NAMES[severity][0]):<8}", _STYLES[severity])
        text.append(f"{count:>6}  {label}  {said(RULES[code].documentation.summary)}")
    return "\n".join([*text, summary(report)])
