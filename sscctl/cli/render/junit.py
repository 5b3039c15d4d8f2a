"""Findings as JUnit XML: a test suite for each file, and in it a test for each rule that the file is held to.

The form is the part that Jenkins and Ant both read: their schemas differ, and what one of them lacks is not used.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from xml.etree import ElementTree as ET

from sscctl import __version__
from sscctl.cli.language import said, t
from sscctl.cli.visible import visible
from sscctl.diffing.findings import State, Tracked
from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement
from sscctl.domain.decision import Decision
from sscctl.domain.finding import Finding, Severity
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office
from sscctl.reading.kinds import Kind, kind_of
from sscctl.rules.books import BOOKS, RULES

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0 (fifth edition), Char
_TYPES: Mapping[Kind, type] = {
    Kind.REGISTRY: Settings,
    Kind.NETWORK: Network,
    Kind.AGENCY: Agency,
    Kind.AGREEMENT: Agreement,
    Kind.DECISION: Decision,
    Kind.OFFICE: Office,
}


def as_junit(
    tracked: Sequence[Tracked], files: Iterable[str], prefix: str, today: date, failing: Collection[Severity]
) -> str:
    """One suite a file, by path; a test fails where a finding makes the command fail, the rest is the suite's output.

    `failing` are the severities that count. No clock is asked: times are 0, and the date is that of the rules.
    """
    found = {path: list(group) for path, group in groupby(_present(tracked), key=lambda one: one.finding.path)}
    paths = sorted({*files, *found})
    suites = (_suite(number, path, found.get(path, []), prefix, today, failing) for number, path in enumerate(paths))
    # Each suite becomes text before the next is made: a hundred thousand of them need not stand in memory as trees.
    texts = [ET.tostring(suite, encoding="unicode") for suite in suites]
    return "\n".join(["<?xml version='1.0' encoding='UTF-8'?>", "<testsuites>", *texts, "</testsuites>"])


def _present(tracked: Sequence[Tracked]) -> list[Tracked]:
    return sorted((one for one in tracked if one.state is not State.FIXED), key=lambda one: one.finding.path)


def _suite(
    number: int, path: str, tracked: list[Tracked], prefix: str, today: date, failing: Collection[Severity]
) -> ET.Element:
    failed: dict[str, list[Finding]] = {}
    passed: list[Tracked] = []
    for one in tracked:
        if one.finding.severity in failing and one.state is not State.UNCHANGED:
            failed.setdefault(one.finding.code, []).append(one.finding)
        else:
            passed.append(one)
    codes = sorted({*_asked(kind_of(path)), *failed})
    name = legal(prefix + path)
    suite = ET.Element(
        "testsuite",
        name=name,
        package="sscctl",
        id=str(number),
        tests=str(len(codes)),
        failures=str(len(failed)),
        errors="0",
        time="0",
        timestamp=f"{today}T00:00:00",
        hostname="localhost",
    )
    ET.SubElement(ET.SubElement(suite, "properties"), "property", name="sscctl", value=__version__)
    for code in codes:
        case = ET.SubElement(suite, "testcase", name=_title(code), classname=name, time="0")
        if code in failed:
            case.append(_failure(failed[code]))
    ET.SubElement(suite, "system-out").text = "\n".join(_line(one.finding, one.state) for one in passed)
    ET.SubElement(suite, "system-err")
    return suite


def _failure(findings: list[Finding]) -> ET.Element:
    first = findings[0]
    failure = ET.Element("failure", message=legal(said(first.message)), type=first.severity)
    failure.text = "\n".join(_line(finding) for finding in findings)
    return failure


def _line(finding: Finding, state: State | None = None) -> str:
    place = f"{finding.line}:{finding.column}: " if finding.line else ""
    words = said(finding.message) + (f" ({said(finding.advice)})" if finding.advice else "")
    old = t(" [inte ny]", " [not new]") if state is State.UNCHANGED else ""
    return legal(f"{place}{finding.code} {finding.severity}: {words}{old}")


def legal(text: str) -> str:
    """The text on one line, without any character that XML forbids, or that acts on a terminal."""
    return _ILLEGAL.sub(lambda match: f"<U+{ord(match.group()):04X}>", visible(text))


def _title(code: str) -> str:
    return f"{code} {RULES[code].name}" if code in RULES else code


@cache
def _asked(kind: Kind | None) -> tuple[str, ...]:
    """The rules that a document of this kind is held to; those of groups, and of reading, concern every kind."""
    if kind is None:
        return ()
    narrow: dict[str, type] = {}
    for book in BOOKS:
        narrow.update(dict.fromkeys((code for code, _ in (*book.office, *book.world)), Office))
        narrow.update((code, of) for code, of, _ in book.document)
    return tuple(code for code in RULES if narrow.get(code, _TYPES[kind]) is _TYPES[kind])
