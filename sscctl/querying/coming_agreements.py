"""Agencies that join and leave: at one office, and with an agreement at many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.domain.agreement import Agreement, Scope
from sscctl.domain.office import Office, Participation
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.registry import WITHOUT_PARTICIPATION, Context, in_force
from sscctl.querying.coming import Coming, ComingKind

_DAY = timedelta(days=1)


def of_participations(context: Context, office: Office) -> Iterator[Coming]:
    """Yield an office's own: an agency that goes on under another agreement neither joins nor leaves.

    What an agreement on all offices brings or ends is told once, with the agreement.
    """
    parts = tuple(part for part in context.participations(office) if not part.period.is_empty)
    for part in office.participations:
        if part.since and part.since.has_start:
            day = part.since.first
            if not _takes_part(parts, part.agency, day - _DAY) and not _with_all(context, part, day, begins=True):
                yield Coming(day, ComingKind.PARTICIPATION_BEGINS, office.id, part.since, part.agency, part.note)
        if end := part.period.end:
            if _takes_part(parts, part.agency, end) or _with_all(context, part, end, begins=False):
                continue
            yield Coming(end, ComingKind.PARTICIPATION_ENDS, office.id, PartialDate.on(end), part.agency, part.note)


def _takes_part(parts: tuple[Participation, ...], agency: str, day: date) -> bool:
    return any(part.agency == agency and day in part.period for part in parts)


def _with_all(context: Context, part: Participation, day: date, *, begins: bool) -> bool:
    """Whether an agreement on all offices begins or ends on the day and so tells of this entry too."""
    agreement = context.agreements.get(part.agreement or "")
    if agreement is None or agreement.scope is not Scope.ALL:
        return False
    period = in_force(agreement)
    return day == (period.start if begins else period.end)


def of_agreements(context: Context) -> Iterator[Coming]:
    """Yield the agreements that begin and end, with the agencies that join or leave by them."""
    for agreement in context.agreements.values():
        period = in_force(agreement)
        if period.is_empty:
            continue
        if agreement.since and agreement.since.has_start:
            day = agreement.since.first
            agencies = _alone(context, agreement, day - _DAY)
            yield _agreement(agreement, ComingKind.AGREEMENT_BEGINS, agreement.since, agencies)
        if period.end:
            on = PartialDate.on(period.end)
            yield _agreement(agreement, ComingKind.AGREEMENT_ENDS, on, _alone(context, agreement, period.end))


def _alone(context: Context, agreement: Agreement, day: date) -> tuple[str, ...]:
    """The agencies that on `day`, the one before or after, no other agreement of the same reach lets take part."""
    if agreement.kind in WITHOUT_PARTICIPATION:
        return ()
    others = [
        other
        for other in context.agreements.values()
        if other is not agreement and other.kind not in WITHOUT_PARTICIPATION
        if day in in_force(other) and _reaches_as_far(other, agreement)
    ]
    return tuple(one for one in agreement.principals if not any(one in other.principals for other in others))


def _reaches_as_far(other: Agreement, agreement: Agreement) -> bool:
    return other.scope is Scope.ALL or (
        agreement.scope is not Scope.ALL and set(other.offices) >= set(agreement.offices)
    )


def _agreement(agreement: Agreement, kind: ComingKind, on: PartialDate, agencies: tuple[str, ...]) -> Coming:
    return Coming(
        on.first,
        kind,
        None,
        on,
        agreement.id,
        agreement.title,
        agencies=agencies,
        scope=agreement.scope,
        offices=len(agreement.offices),
    )
