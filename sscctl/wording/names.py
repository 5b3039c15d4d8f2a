"""The names of weekdays as they are written, in full and short."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.domain.hours import WEEKDAYS, Weekday
from sscctl.text import Text

_FULL = "måndag Monday tisdag Tuesday onsdag Wednesday torsdag Thursday fredag Friday lördag Saturday söndag Sunday"
_SHORT = "mån Mon tis Tue ons Wed tors Thu fre Fri lör Sat sön Sun"


def _named(words: str) -> Mapping[Weekday, Text]:
    names = words.split()
    return {day: Text(sv, en) for day, sv, en in zip(WEEKDAYS, names[::2], names[1::2], strict=True)}


DAY_NAMES = _named(_FULL)
SHORT_DAY_NAMES = _named(_SHORT)
