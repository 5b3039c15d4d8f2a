"""A small office in text, and pieces of it to change."""

from __future__ import annotations

from textwrap import dedent

from sscctl.editing.merge.driver import Merged, Three, merge
from sscctl.reading.schemas import Judge, packaged

JUDGE = Judge(packaged())
HEAD = 'id: kista\nname: Kista\nmunicipality: "0180"\n'
TAIL = "sources:\n  page: {document: A}\n  press: {document: B}\n"


def office(text: str) -> str:
    """An office with this text between its first keys and its sources."""
    return f"{HEAD}{dedent(text)}{TAIL}"


def merged(base: str, ours: str, theirs: str, path: str = "registry/offices/kista.yaml", size: int = 7) -> Merged:
    return merge(Three(base.encode(), ours.encode(), theirs.encode()), path, JUDGE, size)


WEEK = """\
opening_hours:
  # As the page has it.
  - valid_from: "2023-10-02"
    weekly:
      mon: ["10:00-16:00"]
      tue: ["10:00-16:00"]
    source: page
"""
FLOW = """\
opening_hours:
  - {valid_from: "2023-10-02", weekly: {mon: ["10:00-16:00"], tue: ["10:00-16:00"]}}  # by the page
"""
EVENTS = """\
lifecycle:
  - {event: opened, on: "2021-11-01", source: page}
  - {event: observed, on: "2024-01-01", status: open, source: page}
"""
ADDRESS = """\
addresses:
  - {valid_from: "2021-11-01", street: Gatan 1}
"""
DEVIATION = """\
deviations:
  - {on: "2026-12-23", hours: ["10:00-13:00"], reason: {sv: A, en: A}}
"""
JOINING = """\
participations:
  - {agency: skatteverket, valid_from: "2021-11-01", services: [a]}
"""
