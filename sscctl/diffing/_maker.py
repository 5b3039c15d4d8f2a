"""Makes changes of one subject: dates them, and tells which are visible and which are corrections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sscctl.domain.change import Change, ChangeKind, Closing, Fact, HoursShift, Topic
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.text import Text

HIDDEN = frozenset((ChangeKind.REMOVED, ChangeKind.STATUS, ChangeKind.CHANGED))
"""The kinds that no visitor notices."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the changes of one document; `today` is the day of the comparison."""

    topic: Topic
    subject: str
    today: date

    def make(
        self,
        kind: ChangeKind,
        field: str,
        before: Fact,
        after: Fact,
        *,
        during: Period | None = None,
        on: PartialDate | None = None,
        visible: bool | None = None,
        agency: str | None = None,
        offices: tuple[str, ...] = (),
        hours: HoursShift | None = None,
        closing: Closing | None = None,
        reason: Text | None = None,
        minutes: int | None = None,
    ) -> Change:
        """A change that holds `during` a period, or from `on`; at once where neither tells a first day."""
        start = certain = during.start if during else None
        if on is not None:
            start, certain = on.first if on.has_start else on.last, on.last
        return Change(
            topic=self.topic,
            subject=self.subject,
            kind=kind,
            field=field,
            effective=start or self.today,
            before=before,
            after=after,
            visible=kind not in HIDDEN if visible is None else visible,
            correction=certain is not None and certain < self.today and kind is not ChangeKind.CLOSING_ANNOUNCED,
            is_dated=start is not None,
            on=on if on is not None and not on.is_day else None,
            through=during.last if during else None,
            agency=agency,
            offices=offices,
            hours=hours,
            closing=closing,
            reason=reason,
            minutes=minutes,
        )
