"""What changed, as JSON: `schemas/output/diff.schema.json` promises its form."""

from __future__ import annotations

import json

from sscctl.diffing.access import Effect, Reach
from sscctl.diffing.guard import Exceeded
from sscctl.diffing.report import End, Report
from sscctl.domain.change import Change, HoursShift, Topic


def as_json(report: Report) -> str:
    """The report as one object; codes and ids, nothing is translated."""
    tree = {
        "before": _end(report.before),
        "after": _end(report.after),
        "today": report.today.isoformat(),
        "changes": [_change(change) for change in report.changes],
        "summary": _summary(report),
        "access": _access(report),
        "guard": [_exceeded(one) for one in report.impact.exceeded],
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
        "reason": {"sv": change.reason.sv, "en": change.reason.en} if change.reason else None,
        "minutes": change.minutes,
        "weekly_minutes": _weekly(change.hours),
        "last_day": closing.last_day.isoformat() if closing and closing.last_day else None,
        "decision": closing.decision if closing else None,
        "earlier": closing.earlier.isoformat() if closing and closing.earlier else None,
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
        "municipalities_losing_last_office": [
            {"code": one.code, "name": one.name, "residents": one.population, "year": one.population_year}
            for one in report.impact.losing
        ],
    }


def _access(report: Report) -> dict[str, object]:
    """The day on which most residents have farther, every such day, each weekday, each agency that leaves."""
    main = report.impact.main
    return {
        **(_effect(main, with_municipalities=True) if main else {"day": None}),
        "days": [_effect(effect, with_municipalities=False) for effect in report.impact.effects],
        "weekdays": [_effect(effect, with_municipalities=True) for effect in report.impact.weekdays],
        "agencies": [_effect(effect, with_municipalities=True) for effect in report.impact.agencies],
    }


def _effect(effect: Effect, *, with_municipalities: bool) -> dict[str, object]:
    tree: dict[str, object] = {
        "day": effect.day.isoformat(),
        "residents": effect.residents,
        "farther": effect.farther,
        "nearer": effect.nearer,
        "population": {"source": "SCB", "years": list(effect.years)},
        "worst": _reach(effect.worst) if effect.worst else None,
        "offices_counted": effect.offices,
        "offices_at_seat": effect.stand_ins,
        "offices_uncertain": effect.uncertain,
    }
    if effect.agency is not None:
        tree["agency"] = effect.agency
    if effect.weekday is not None:
        tree["weekday"] = effect.weekday.value
    if with_municipalities:
        tree["municipalities"] = [_reach(reach) for reach in effect.reaches]
    return tree


def _reach(reach: Reach) -> dict[str, object]:
    return {
        "code": reach.municipality.code,
        "name": reach.municipality.name,
        "residents": reach.municipality.population,
        "year": reach.municipality.population_year,
        "km_before": reach.kilometres_before,
        "km_after": reach.kilometres_after,
        "nearest_before": sorted(reach.before.offices) if reach.before else [],
        "nearest_after": sorted(reach.after.offices) if reach.after else [],
        "exact": reach.is_exact,
    }


def _exceeded(one: Exceeded) -> dict[str, object]:
    tree: dict[str, object] = {"limit": one.limit, "percent": one.percent, "lost": one.lost, "of": one.of}
    return tree if one.county is None else {**tree, "county": one.county}
