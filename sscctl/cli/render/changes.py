"""What changed, as text for a person and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said, t
from sscctl.cli.render.changes_dates import hours
from sscctl.cli.render.changes_words import HEADINGS, sentence, subject
from sscctl.cli.visible import visible
from sscctl.diffing.report import End, Report
from sscctl.diffing.significance import Summary
from sscctl.domain.change import Change, ChangeKind, HoursShift, Topic

_BAD = frozenset(
    (ChangeKind.VANISHES, ChangeKind.CLOSES, ChangeKind.SUSPENDS, ChangeKind.CLOSING_ANNOUNCED, ChangeKind.HOURS_CUT)
) | {ChangeKind.AGENCY_LEAVES, ChangeKind.CANCELLED, ChangeKind.OPENING_POSTPONED}
_GOOD = frozenset((ChangeKind.OPENS, ChangeKind.REOPENS, ChangeKind.HOURS_EXTENDED, ChangeKind.AGENCY_JOINS))


def as_text(report: Report) -> str:
    """A head, the sums, then the changes by kind with what a visitor notices first."""
    return "\n".join([*_head(report), *_body(report)])


def _head(report: Report) -> Iterator[str]:
    yield styled(f"{visible(end_name(report.before))} → {visible(end_name(report.after))}", Style.STRONG)
    for line in sums(report):
        yield visible(line)
    for path in report.unreadable:
        yield styled(
            visible(t(f"kan inte läsas, och är inte med: {path}", f"cannot be read, and is left out: {path}")),
            Style.WARNING,
        )


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
    number = len(summary.offices)
    yield t(
        f"{summary.visible} ändringar som en besökare märker, {summary.hidden} andra; {number} kontor berörs.",
        f"{summary.visible} changes that a visitor notices, {summary.hidden} others; {number} offices are concerned.",
    )
    kinds = [
        f"{said(HEADINGS[kind])}: {count}"
        for kind, count in sorted(summary.kinds.items(), key=lambda pair: list(ChangeKind).index(pair[0]))
    ]
    if kinds:
        yield " · ".join(kinds)
    yield from _hours(summary)
    if summary.corrections:
        yield t(
            f"{summary.corrections} rättelser: de gäller redan den {report.today}.",
            f"{summary.corrections} corrections: they take effect before {report.today}.",
        )


def _hours(summary: Summary) -> Iterator[str]:
    if summary.lost or summary.won or summary.untold:
        lost, won = hours(summary.lost), hours(summary.won)
        more = ""
        if summary.untold:
            number = len(summary.untold)
            more = t(
                f" Vid {number} kontor är inte alla timmar kända.", f" At {number} offices not all hours are known."
            )
        yield t(
            f"Varje vecka försvinner {lost} och tillkommer {won}.{more}",
            f"Each week {lost} are lost and {won} won.{more}",
        )


def _body(report: Report) -> Iterator[str]:
    for kind, group in grouped(report):
        style = Style.ERROR if kind in _BAD else Style.GOOD if kind in _GOOD else Style.STRONG
        heading = said(HEADINGS[kind]) if kind else t("För protokollet", "For the record")
        yield f"\n{styled(heading, style if kind else Style.FAINT)}"
        for (topic, ident), changes in groupby(group, key=lambda change: (change.topic, change.subject)):
            some = list(changes)
            name = subject(some[0], report.names)
            yield (
                f"  {styled(visible(name), Style.STRONG)}"
                + (f" ({visible(ident)})" if name != ident else "")
                + (f" [{topic.value}]" if topic is not Topic.OFFICE and name == ident else "")
            )
            for change in some:
                yield f"    {visible(sentence(change, report))}"


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


def as_json(report: Report) -> str:
    """The same, as `schemas/output/diff.schema.json` promises it."""
    tree = {
        "before": _end(report.before),
        "after": _end(report.after),
        "today": report.today.isoformat(),
        "changes": [_change(change) for change in report.changes],
        "summary": _summary(report),
        "unreadable": list(report.unreadable),
    }
    return json.dumps(tree, ensure_ascii=False, indent=1)


def _end(end: End) -> dict[str, object]:
    revision = end.revision if end.asked is not None else None
    return {
        "asked": end.asked,
        "revision": revision.id if revision else None,
        "instant": revision.instant.isoformat() if revision else None,
    }


def _change(change: Change) -> dict[str, object]:
    closing = change.closing
    always = {
        "topic": change.topic.value,
        "subject": change.subject,
        "office": change.subject if change.topic is Topic.OFFICE else None,
        "kind": change.kind.value,
        "field": change.field,
        "effective": change.effective.isoformat(),
        "before": change.before,
        "after": change.after,
        "visible": change.visible,
        "correction": change.correction,
    }
    sometimes: dict[str, object | None] = {
        "dated": None if change.is_dated else False,
        "on": change.on.text if change.on else None,
        "through": change.through.isoformat() if change.through else None,
        "agency": change.agency,
        "offices": list(change.offices) or None,
        "minutes": change.minutes,
        "weekly_minutes": _weekly(change.hours),
        "last_day": closing.last_day.isoformat() if closing and closing.last_day else None,
        "decision": closing.decision if closing else None,
        "successors": list(closing.successors) or None if closing else None,
    }
    return always | {key: value for key, value in sometimes.items() if value is not None}


def _weekly(shift: HoursShift | None) -> dict[str, object] | None:
    if shift is None:
        return None
    return {
        "before": shift.minutes_before,
        "after": shift.minutes_after,
        "lost": shift.lost,
        "won": shift.won,
        "complete": shift.is_whole,
    }


def _summary(report: Report) -> dict[str, object]:
    summary = report.summary
    return {
        "visible": summary.visible,
        "hidden": summary.hidden,
        "corrections": summary.corrections,
        "kinds": {kind.value: count for kind, count in sorted(summary.kinds.items())},
        "offices": list(summary.offices),
        "weekly_minutes": {"lost": summary.lost, "won": summary.won, "unknown_at": list(summary.untold)},
    }
