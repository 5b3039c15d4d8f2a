"""The page on the network over time: how many offices there were, and what opened and closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sscctl.domain.event import EventKind, Status
from sscctl.domain.lifecycle import turns
from sscctl.publishing.website import chart, words
from sscctl.publishing.website.chart import Axes
from sscctl.publishing.website.page import Page
from sscctl.publishing.website.paths import Sort
from sscctl.publishing.website.site import Site
from sscctl.querying.timeline import Figure, Quarter, timeline
from sscctl.text import Language

_OPENINGS = (EventKind.OPENED, EventKind.INAUGURATED)


@dataclass(frozen=True, slots=True)
class Year:
    """A year's end, and how many offices are known to have opened, closed and come back in it."""

    year: int
    quarter: Quarter
    opened: int
    closed: int


@dataclass(frozen=True, slots=True)
class Count:
    """What somebody else counted, with the dot that stands for it and its sources."""

    figure: Figure
    x: float
    y: float
    sources: tuple[tuple[str, str | None], ...]


def network_page(site: Site, language: Language) -> Page:
    """Make the page."""
    sv = language is Language.SWEDISH
    line = timeline(site.registry, site.day)
    highest = max([quarter.at_most for quarter in line.quarters] + [count.value for count in line.counts] + [1])
    axes = Axes(date(2008, 1, 1), max(site.day, date(2009, 1, 1)), -(-highest // 20) * 20)
    certain = [(axes.x(quarter.on), axes.y(quarter.open)) for quarter in line.quarters]
    at_most = [(axes.x(quarter.on), axes.y(quarter.at_most)) for quarter in line.quarters]
    years = _years(site, line.quarters)
    most = max([max(year.opened, year.closed) for year in years] + [1])
    view: Mapping[str, object] = {
        "axes": axes,
        "chart": chart,
        "line": chart.steps(certain),
        "band": chart.band(at_most, certain),
        "counts": [_count(site, axes, figure) for figure in line.counts],
        "years": years,
        "most": most,
        "publisher": site.registry.context.agencies.get(site.edition.settings.publisher),
    }
    title = "Nätet genom åren" if sv else "The network over time"
    description = (
        "Hur många statliga servicekontor det har funnits sedan 2008, och vilka år kontor har öppnat och lagts ned."
        if sv
        else "How many state service offices there have been since 2008, and when offices have opened and closed."
    )
    return Page(Sort.NETWORK, language, title, description, view)


def _years(site: Site, quarters: Sequence[Quarter]) -> list[Year]:
    """Each year with its last quarter; what is known only as an interval of years counts nowhere."""
    opened: Counter[int] = Counter()
    closed: Counter[int] = Counter()
    for office in site.registry.offices.values():
        starts = [event.on for event in office.lifecycle if event.kind in _OPENINGS and event.on]
        first = min(starts, default=None)
        if first and first.has_start and first.first.year == first.last.year and first.last <= site.day:
            opened[first.first.year] += 1
        ends = [turn for turn in turns(office.lifecycle) if turn.status is Status.CLOSED]
        ends = [turn for turn in ends if turn.event.kind is not EventKind.OBSERVED and turn.on.last <= site.day]
        if ends and ends[0].on.has_start and ends[0].on.first.year == ends[0].on.last.year:
            closed[ends[0].on.first.year] += 1
    at_end = {quarter.on.year: quarter for quarter in quarters}
    return [Year(year, quarter, opened[year], closed[year]) for year, quarter in sorted(at_end.items())]


def _count(site: Site, axes: Axes, figure: Figure) -> Count:
    known = _sources(site)
    sources = tuple((words_of(ident, known), known.get(ident, ("", None))[1]) for ident in figure.sources)
    return Count(figure, axes.x(max(min(figure.middle, axes.last), axes.first)), axes.y(figure.value), sources)


def words_of(ident: str, known: Mapping[str, tuple[str, str | None]]) -> str:
    """What a source is called: its title, the place it was published at, or its id."""
    return known.get(ident, (ident, None))[0]


def _sources(site: Site) -> Mapping[str, tuple[str, str | None]]:
    network = site.registry.context.network
    return {source.id: (words.source_name(source), source.url) for source in (network.sources if network else ())}
