"""The effect of changes on access: how far residents have to their nearest office, before and after.

The method: every municipality's residents are taken to live at its seat, and the way is measured in a straight line
from there to the nearest office that is there on the day. An office whose position no source gives is taken to lie at
its own municipality's seat. So the figures say nothing of what differs within a municipality, nor of roads; they are
told in whole kilometres. What is compared is the registry before and after the change on one and the same day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sscctl.diffing.nearest import Nearest, Site, SiteIndex
from sscctl.domain.hours import Weekday
from sscctl.domain.place import Municipality


@dataclass(frozen=True, slots=True)
class Reach:
    """A municipality whose nearest office is another: how far it was and is; `None` where there is no office at all."""

    municipality: Municipality
    before: Nearest | None
    after: Nearest | None

    @property
    def kilometres_before(self) -> int | None:
        """Whole kilometres in a straight line."""
        return _kilometres(self.before)

    @property
    def kilometres_after(self) -> int | None:
        """Whole kilometres in a straight line."""
        return _kilometres(self.after)

    @property
    def longer(self) -> float:
        """By how many kilometres the way is longer, below nought shorter; infinite where no office is left."""
        far = float("inf")
        before = far if self.kilometres_before is None else self.kilometres_before
        after = far if self.kilometres_after is None else self.kilometres_after
        return 0.0 if before == after else after - before

    @property
    def is_exact(self) -> bool:
        """Whether every office concerned has a position of its own."""
        return all(site.exact for near in (self.before, self.after) if near for site in near.sites)


def _kilometres(near: Nearest | None) -> int | None:
    return None if near is None else round(near.metres / 1000)


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect on a day, for visitors of any agency or of one; `reaches` are the municipalities it reaches.

    With a `weekday` it is about that day of the week from `day` on, and offices that are closed on it do not count.

    `before` and `after` are where the offices are that count. Of `uncertain` no source tells for certain that they
    are open on the day: they count as open, before as after.
    """

    day: date
    agency: str | None
    weekday: Weekday | None
    reaches: Sequence[Reach]
    before: Sequence[Site]
    after: Sequence[Site]
    uncertain: int

    @property
    def offices(self) -> int:
        """How many offices counted before the change."""
        return len(self.before)

    @property
    def stand_ins(self) -> int:
        """How many of them are put at their municipality's seat."""
        return sum(not site.exact for site in self.before)

    @property
    def residents(self) -> int:
        """How many residents have another nearest office."""
        return sum(reach.municipality.population for reach in self.reaches)

    @property
    def farther(self) -> int:
        """How many of them have a longer way."""
        return sum(reach.municipality.population for reach in self.reaches if reach.longer > 0)

    @property
    def nearer(self) -> int:
        """How many of them have a shorter way."""
        return sum(reach.municipality.population for reach in self.reaches if reach.longer < 0)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the figures of residents are from."""
        return tuple(sorted({reach.municipality.population_year for reach in self.reaches}))

    @property
    def worst(self) -> Reach | None:
        """The municipality whose way grows most; of several the one with most residents."""
        return next((reach for reach in self.reaches if reach.longer > 0), None)


def effect(
    day: date,
    before: SiteIndex,
    after: SiteIndex,
    municipalities: Iterable[Municipality],
    *,
    agency: str | None = None,
    weekday: Weekday | None = None,
    uncertain: int = 0,
) -> Effect:
    """Measure the effect: the municipalities of which no nearest office is one that was, or the way is another."""
    reaches = [
        reach
        for municipality in municipalities
        if _differs(reach := Reach(municipality, before.nearest(municipality.seat), after.nearest(municipality.seat)))
    ]
    reaches.sort(key=lambda reach: (-reach.longer, -reach.municipality.population, reach.municipality.code))
    return Effect(day, agency, weekday, tuple(reaches), before.all, after.all, uncertain)


def _differs(reach: Reach) -> bool:
    if reach.before is None or reach.after is None:
        return reach.before is not reach.after
    return reach.kilometres_before != reach.kilometres_after or not reach.before.offices & reach.after.offices
