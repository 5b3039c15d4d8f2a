"""What changed, as text for a person: folded on a terminal, a line for each thing elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from sscctl.cli.console import Style, columns, is_terminal, styled
from sscctl.cli.language import said, t
from sscctl.cli.render.changes_dates import hours, spoken
from sscctl.cli.render.changes_impact import access, limits, losing, measured, warnings
from sscctl.cli.render.changes_names import HEADINGS
from sscctl.cli.render.changes_words import label, sentence
from sscctl.cli.visible import visible
from sscctl.diffing.report import End, Report
from sscctl.diffing.significance import Summary
from sscctl.domain.change import Change, ChangeKind, Topic

_BAD = frozenset(
    (ChangeKind.VANISHES, ChangeKind.CLOSES, ChangeKind.SUSPENDS, ChangeKind.CLOSING_ANNOUNCED, ChangeKind.HOURS_CUT)
) | {ChangeKind.AGENCY_LEAVES, ChangeKind.CANCELLED, ChangeKind.OPENING_POSTPONED}
_GOOD = frozenset((ChangeKind.OPENS, ChangeKind.REOPENS, ChangeKind.HOURS_EXTENDED, ChangeKind.AGENCY_JOINS))


def as_text(report: Report) -> str:
    """A head, the sums, then the changes by kind with what a visitor notices first."""
    return "\n".join([*_head(report), *_body(report)])


def _head(report: Report) -> Iterator[str]:
    yield from _folded(f"{end_name(report.before)} → {end_name(report.after)}", Style.STRONG)
    for line in (*warnings(report), *unreadable(report)):
        yield from _folded(line, Style.ERROR)
    for line in (*sums(report), *losing(report), *access(report)):
        yield from _folded(line)
    for effect in measured(report)[:1]:
        yield from _folded(limits(effect), Style.FAINT)


def _folded(text: str, style: Style | None = None, indent: str = "") -> Iterator[str]:
    """The text made visible, on as many lines as it takes."""
    line = f"{indent}{visible(text)}"
    lines = [line]
    if is_terminal():
        lines = wrap(line, columns(), subsequent_indent=f"{indent}  ", break_long_words=False, break_on_hyphens=False)
    yield from (styled(one, style) if style else one for one in lines)


def unreadable(report: Report) -> Iterator[str]:
    """The files that could not be compared, a line each."""
    for path in report.unreadable:
        yield t(f"Kan inte läsas, och är inte med: {path}", f"Cannot be read, and is left out: {path}")


def end_name(end: End) -> str:
    """`main (1a2b3c4d5e6f, 2026-11-22)`, or `the work tree`."""
    if end.asked is None or end.revision is None:
        return t("arbetsträdet", "the work tree")
    short = end.revision.id[:12]
    name = "" if end.asked.startswith(short) else f"{end.asked} "
    return f"{name}({short}, {end.revision.instant.date()})"


def sums(report: Report) -> Iterator[str]:
    """What the changes add up to, a line each."""
    summary = report.summary
    if not report.changes:
        yield t("Inget har ändrats.", "Nothing has changed.")
        return
    visible, hidden, offices = summary.visible, summary.hidden, len(summary.offices)
    noticed = t("ändring" if visible == 1 else "ändringar", "change" if visible == 1 else "changes")
    others = t("annan" if hidden == 1 else "andra", "other" if hidden == 1 else "others")
    concerned = t("kontor berörs", "office is concerned" if offices == 1 else "offices are concerned")
    yield t(
        f"{visible} {noticed} som en besökare märker, {hidden} {others}; {offices} {concerned}.",
        f"{visible} {noticed} that a visitor notices, {hidden} {others}; {offices} {concerned}.",
    )
    kinds = [
        f"{said(HEADINGS[kind])}: {count}"
        for kind, count in sorted(summary.kinds.items(), key=lambda pair: list(ChangeKind).index(pair[0]))
    ]
    if kinds:
        yield " · ".join(kinds)
    yield from _hours(summary)
    if summary.corrections:
        count, before = summary.corrections, spoken(report.today)
        word = t("rättelse", "correction") if count == 1 else t("rättelser", "corrections")
        yield t(f"{count} {word}: avser tid före den {before}.", f"{count} {word}: in effect before {before}.")


def _hours(summary: Summary) -> Iterator[str]:
    lost, won, number = hours(summary.lost), hours(summary.won), len(summary.untold)
    if summary.lost or summary.won:
        told = [
            t(f"försvinner {lost}", f"{lost} are lost") if summary.lost else "",
            t(f"tillkommer {won}", f"{won} are won") if summary.won else "",
        ]
        both = t(" och ", " and ").join(part for part in told if part)
        yield t(f"Varje vecka {both}.", f"Each week {both}.")
    if number:
        offices = t("kontor", "office" if number == 1 else "offices")
        yield t(
            f"Hur många timmar det gäller vid {number} {offices} går inte att säga: alla öppettider där är inte kända.",
            f"How many hours it is at {number} {offices} cannot be told: not all hours there are known.",
        )


def _body(report: Report) -> Iterator[str]:
    for kind, group in grouped(report):
        style = Style.ERROR if kind in _BAD else Style.GOOD if kind in _GOOD else Style.STRONG
        heading = said(HEADINGS[kind]) if kind else t("För protokollet", "For the record")
        yield f"\n{styled(heading, style if kind else Style.FAINT)}"
        for _, changes in groupby(group, key=lambda change: (change.topic, change.subject)):
            some = list(changes)
            name, apart = label(some[0], report.names)
            yield f"  {styled(visible(name), Style.STRONG)}{f' ({visible(apart)})' if apart else ''}"
            for change in some:
                yield from _folded(sentence(change, report.names), indent="    ")


def grouped(report: Report) -> Iterator[tuple[ChangeKind | None, list[Change]]]:
    """The visible changes by kind, then all others as one group by subject under `None`."""
    for kind, group in groupby((change for change in report.changes if change.visible), key=lambda change: change.kind):
        yield (
            kind,
            sorted(group, key=lambda change: (change.topic is not Topic.OFFICE, change.subject, change.effective)),
        )
    rest = [change for change in report.changes if not change.visible]
    if rest:
        yield (
            None,
            sorted(rest, key=lambda change: (change.topic.value, change.subject, change.effective, change.field)),
        )
