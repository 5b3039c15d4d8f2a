"""An ordinary week in OpenStreetMap's opening_hours language (wiki.openstreetmap.org, Key:opening_hours)."""

from __future__ import annotations

from itertools import groupby

from sscctl.domain.hours import WEEKDAYS, Schedule

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def weekly_text(schedule: Schedule, closed_days: tuple[str, ...]) -> str | None:
    """The week as `Mo-Fr 10:00-16:00; Sa-Su off; PH off`; `None` where a weekday is unknown or not every week is so.

    Only the ordinary week: deviations and the eves that are closed as well are no part of it, for readers of this
    language disagree on which days Swedish holidays are. `PH` is named where the registry's policy closes on them.
    """
    if schedule.undated or schedule.weeks is not None or any(weekday not in schedule.weekly for weekday in WEEKDAYS):
        return None
    hours = [",".join(map(str, schedule.weekly[weekday])) or "off" for weekday in WEEKDAYS]
    runs = [[day for day, _ in run] for _, run in groupby(zip(_DAYS, hours, strict=True), key=lambda pair: pair[1])]
    named = dict(zip(_DAYS, hours, strict=True))
    rules = [f"{run[0]}-{run[-1]} {named[run[0]]}" if len(run) > 1 else f"{run[0]} {named[run[0]]}" for run in runs]
    return "; ".join([*rules, "PH off"] if "public_holidays" in closed_days else rules)
