"""What changed, as a comment on a pull request (GitHub Flavored Markdown): the sums first, details folded.

Text from files is hostile here: it could call people (`@name`), link to issues (`#1`) or to the web, load images, or
close the fold. What holds nothing but harmless characters is printed as it is; all else stands in a code span, in
which GitHub and GitLab see neither markup nor mentions.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from sscctl.cli.language import said, t
from sscctl.cli.render.changes import end_name, grouped, sums, unreadable
from sscctl.cli.render.changes_impact import about, access, limits, losing, measured, warnings, way_of, when_of
from sscctl.cli.render.changes_names import HEADINGS
from sscctl.cli.render.changes_words import label, sentence
from sscctl.cli.visible import visible
from sscctl.diffing.report import Report
from sscctl.domain.change import Change

MARKER = "<!-- sscctl diff -->"
"""The first line: by it a workflow finds its own comment, to update it in place."""

LONGEST = 65_536
"""What a comment on GitHub may hold. It is counted in bytes of UTF-8 here, which are never fewer than characters."""

_ROOM = 400
"""Bytes kept free for saying what did not fit."""

_HARMLESS = re.compile(r"[\w\u00a0 ,.;:!?%&/()…'’“”\"·→–—-]*")
_ACTING = re.compile(
    r"""://|www\.|(?i:mailto|xmpp):  # links of their own accord
    |\b(?i:gh)-[0-9]|\b[0-9a-f]{7,}\b|[!%&][\w"]  # issues, commits; on GitLab merge requests, milestones, epics
    |:\w+:|__|--|&\w+;|^[0-9]+[.)]|^[^\w(“"]|\s$  # emoji, emphasis, rules, entities, lists, quotes
    """,
    re.VERBOSE,
)
_LONGEST_LINE = 1200
_FEW = 25
"""So many lines of what a visitor notices are not folded."""


def safe(text: str) -> str:
    """The text so that Markdown shows it and does nothing with it."""
    text = visible(text)
    if len(text) > _LONGEST_LINE:
        text = f"{text[:_LONGEST_LINE]}…"
    if _HARMLESS.fullmatch(text) and not _ACTING.search(text):
        return text.replace("_", "\\_")
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def as_markdown(report: Report) -> str:
    """At most 65,536 bytes: what does not fit is counted, and where it can be seen is told."""
    head = "\n".join(_head(report))
    lines = list(_details(report))
    room = LONGEST - _ROOM - len(head.encode())
    kept: list[str] = []
    for line in lines:
        room -= len(line.encode()) + 1
        if room < 0:
            break
        kept.append(line)
    left = lines[len(kept) :]
    folds = sum(line.startswith("<details") for line in kept) - kept.count("</details>")
    kept += ["", "</details>"] * folds
    if left:
        kept += ["", _overflow(sum(line.startswith("- ") for line in left), report)]
    return "\n".join([head, *kept]) + "\n"


def _overflow(number: int, report: Report) -> str:
    """That so many lines are left out, and the command that shows them."""
    command = safe(" ".join(["sscctl diff", *(end.asked for end in (report.before, report.after) if end.asked)]))
    return t(
        f"**{number} rader till får inte plats här.** {command} visar alla.",
        f"**{number} more lines do not fit here.** {command} shows them all.",
    )


def _head(report: Report) -> Iterator[str]:
    yield MARKER
    yield t("### Vad som ändras i registret", "### What changes in the registry")
    yield ""
    yield f"{safe(end_name(report.before))} → {safe(end_name(report.after))}"
    alerts = [*warnings(report), *unreadable(report)]
    if alerts:
        yield ""
        yield "> [!WARNING]"
        yield from (f"> - {safe(line)}" for line in alerts[:_FEW])
    yield ""
    for line in (*sums(report), *losing(report), *access(report)):
        yield f"- {safe(line)}"
    yield ""


def _details(report: Report) -> Iterator[str]:
    """The changes by kind, folded where they are many; then whom they reach; then what is for the record."""
    groups = list(grouped(report))
    are_few = report.summary.visible <= _FEW
    for kind, changes in groups:
        if kind is not None:
            yield from _fold(f"{said(HEADINGS[kind])}: {len(changes)}", _lines(changes, report), is_open=are_few)
    yield from _municipalities(report)
    for kind, changes in groups:
        if kind is None:
            heading = t(f"För protokollet: {len(changes)}", f"For the record: {len(changes)}")
            yield from _fold(heading, _lines(changes, report))


def _fold(heading: str, lines: Iterable[str], *, is_open: bool = False) -> Iterator[str]:
    """A fold; the heading is our own words and figures, for in `<summary>` there is no Markdown to make text safe."""
    yield "<details open>" if is_open else "<details>"
    yield f"<summary>{heading}</summary>"
    yield ""
    yield from lines
    yield ""
    yield "</details>"


def _lines(changes: Iterable[Change], report: Report) -> Iterator[str]:
    for change in changes:
        name, apart = label(change, report.names)
        yield f"- **{safe(name)}**{f' ({safe(apart)})' if apart else ''}: {safe(sentence(change, report.names))}"


def _municipalities(report: Report) -> Iterator[str]:
    """Every municipality that is reached, with how far it is and was; what the figures do not tell stands first."""
    effects = [effect for effect in measured(report) if effect.reaches]
    for place, effect in enumerate(effects):
        heading = t("Väg till närmaste kontor", "Way to the nearest office")
        whom = f" ({html.escape(effect.agency)})" if effect.agency else ""
        rows = [
            f"- {safe(reach.municipality.name)} ({about(reach.municipality.population)}): "
            f"{safe(way_of(reach, report.names))}"
            for reach in effect.reaches
        ]
        about_figures = [safe(limits(effect)), ""] if place == 0 else []
        yield from _fold(f"{heading}{whom} {when_of(effect)}: {len(effect.reaches)}", [*about_figures, *rows])
