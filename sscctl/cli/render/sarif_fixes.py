"""The repairs that a machine can make: a scalar that stands unquoted, and that other readers of YAML misread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sscctl.domain.finding import Finding
from sscctl.reading.positions import Mark, locate
from sscctl.reading.scalars import Misreading, quote, read_plain
from sscctl.reading.snapshot import Snapshot

_CODES = frozenset({"SSC005", "SSC006", "SSC007"})
_QUOTABLE = frozenset(
    {Misreading.BARE_WORD, Misreading.NUMBER, Misreading.LEADING_ZERO, Misreading.DATE, Misreading.TIME}
)


def fixes(findings: Iterable[Finding], snapshot: Snapshot) -> Mapping[Finding, dict[str, object]]:
    """Return a SARIF `replacement` for each finding that quotation marks alone put right.

    Only what certainly is an unquoted scalar on one line gets one; keys, and words that may be meant, do not.
    """
    wanted = [finding for finding in findings if finding.code in _CODES and finding.line is not None]
    return dict(_fixes(wanted, snapshot))


def _fixes(findings: list[Finding], snapshot: Snapshot) -> Iterator[tuple[Finding, dict[str, object]]]:
    for path, group in groupby(findings, key=lambda finding: finding.path):
        found = list(group)
        data = snapshot.read(path)
        text = data.decode("utf-8", "replace")
        marks = locate(data, {finding.pointer for finding in found})
        for finding in found:
            mark = marks[finding.pointer]
            scalar = text[mark.start : mark.end]
            if (mark.line, mark.column) == (finding.line, finding.column) and _wants_quotes(scalar, mark):
                region = {"startLine": mark.line, "startColumn": mark.column, "endColumn": mark.end_column}
                yield finding, {"deletedRegion": region, "insertedContent": {"text": quote(scalar)}}


def _wants_quotes(scalar: str, mark: Mark) -> bool:
    if not scalar or mark.line != mark.end_line or scalar[0] in "\"'[{|>":
        return False
    value, misreading = read_plain(scalar)
    return misreading in _QUOTABLE or (misreading is None and isinstance(value, int | float))
