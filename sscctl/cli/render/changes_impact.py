"""Whom the changes reach, in words: access, municipalities that lose their last office, and the guard's limits."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.cli.language import said, t
from sscctl.cli.render.changes_dates import hours, spoken
from sscctl.cli.render.changes_words import agency
from sscctl.cli.words import WEEKDAY
from sscctl.diffing.access import Effect, Reach
from sscctl.diffing.guard import COUNTY_OFFICES, WEEKLY_HOURS, Exceeded
from sscctl.diffing.nearest import Nearest
from sscctl.diffing.report import Names, Report
from sscctl.domain.collation import swedish_key


def warnings(report: Report) -> Iterator[str]:
    """What passes the limits of the guard, a line each."""
    for one in report.impact.exceeded:
        share = _percent(one)
        if one.limit == WEEKLY_HOURS:
            what = t(
                f"{hours(one.lost)} av de {hours(one.of)} i veckan som är kända försvinner",
                f"{hours(one.lost)} of the {hours(one.of)} a week that are known are lost",
            )
        elif one.limit == COUNTY_OFFICES:
            county = report.names.county(one.county or "")
            what = t(
                f"{county}: {one.lost} av {one.of} kontor försvinner",
                f"{county}: {one.lost} of {one.of} offices are lost",
            )
        else:
            what = t(f"{one.lost} av {one.of} kontor försvinner", f"{one.lost} of {one.of} offices are lost")
        yield t(
            f"Över spärren: {what} ({share}\N{NO-BREAK SPACE}%, gräns {one.percent}\N{NO-BREAK SPACE}%).",
            f"Past the guard: {what} ({share}%, limit {one.percent}%).",
        )


def _percent(one: Exceeded) -> str:
    share = one.lost * 100 / one.of if one.of else 100
    return f"{share:.0f}" if share >= 10 else f"{share:.1f}".replace(".", t(",", "."))


def losing(report: Report) -> Iterator[str]:
    """The municipalities that lose their last office."""
    names = sorted((one.name for one in report.impact.losing), key=swedish_key)
    if names:
        told = ", ".join(names)
        number = len(names)
        yield t(
            f"{number} kommuner förlorar sitt enda kontor: {told}."
            if number > 1
            else f"En kommun förlorar sitt enda kontor: {told}.",
            f"{number} municipalities lose their last office: {told}."
            if number > 1
            else f"One municipality loses its last office: {told}.",
        )


def measured(report: Report) -> list[Effect]:
    """The effects that are told: on the day on which it is greatest, for each weekday, for each agency."""
    main = report.impact.main
    return [*([main] if main else []), *report.impact.weekdays, *report.impact.agencies]


def access(report: Report) -> Iterator[str]:
    """The effect on access, two lines each; those that change nothing together on one."""
    effects = measured(report)
    for effect in effects:
        if effect.reaches:
            yield from _effect(effect, report)
    for nearest in dict.fromkeys(which(effect, report) for effect in effects if not effect.reaches):
        same = [effect for effect in effects if not effect.reaches and which(effect, report) == nearest]
        days = ", ".join(when_of(effect) for effect in same)
        yield t(
            f"Så långt det kan mätas är det lika långt som förut till {nearest} {days}.",
            f"As far as can be measured, the {nearest} is as far off as before {days}.",
        )


def when_of(effect: Effect) -> str:
    """`on 14 June 2025`, `Mondays from 2 October 2023`."""
    day = spoken(effect.day)
    if effect.weekday is None:
        return t(f"den {day}", f"on {day}")
    name = said(WEEKDAY[effect.weekday])
    return t(f"{name}ar från den {day}", f"{name}s from {day}")


def _effect(effect: Effect, report: Report) -> Iterator[str]:
    years, nearest, when = ", ".join(map(str, effect.years)), which(effect, report), when_of(effect)
    people, number = about(effect.residents), len(effect.reaches)
    ways = (
        (effect.farther, t("längre väg för", "farther off for")),
        (effect.nearer, t("kortare för", "less far for")),
    )
    how = ", ".join(f"{words} {about(some)}" for some, words in ways if some)
    how = how or t("lika långt bort", "as far off as before")
    places = t(f"{number} kommuner", f"{number} municipalities") if number > 1 else t("1 kommun", "1 municipality")
    told = t(
        f"{when} får {people} invånare i {places} ett annat {nearest}: {how} (folkmängd {years}, SCB).",
        f"{when} {people} residents of {places} have another {nearest}: {how} (population {years}, SCB).",
    )
    yield f"{told[0].upper()}{told[1:]}"
    worst = effect.worst
    if worst:
        name, way = worst.municipality.name, way_of(worst, report.names)
        yield t(f"Mest förlängs vägen i {name}: {way}.", f"The way grows most in {name}: {way}.")


def offices_of(effect: Effect, report: Report) -> str:
    """`The offices`, `Open offices`, `The offices with Skatteverket`."""
    if effect.weekday is not None:
        return t("Öppna kontor", "Open offices")
    if effect.agency is None:
        return t("Kontoren", "The offices")
    who = agency(effect.agency, report.names)
    return t(f"Kontoren med {who}", f"The offices with {who}")


def which(effect: Effect, report: Report) -> str:
    """Which offices the effect is about: all, those that are open on a weekday, or those with an agency."""
    if effect.weekday is not None:
        return t("närmaste öppna kontor", "nearest open office")
    if effect.agency is None:
        return t("närmaste kontor", "nearest office")
    who = agency(effect.agency, report.names)
    return t(f"närmaste kontor med {who}", f"nearest office with {who}")


def way_of(reach: Reach, names: Names) -> str:
    """`58 km (Torsby), was in the main town (Arvika)`."""
    was, will = (_to(near, names) for near in (reach.before, reach.after))
    return t(f"{will}, förut {was}", f"{will}, was {was}")


def _to(near: Nearest | None, names: Names) -> str:
    if near is None:
        return distance(near)
    some = ", ".join(names.office(site.office) for site in near.sites[:2])
    return f"{distance(near)} ({some}{', …' if len(near.sites) > 2 else ''})"


def distance(near: Nearest | None) -> str:
    """Whole kilometres; of an office that only stands in at the seat it is not told how near it is."""
    if near is None:
        return t("inget kontor", "no office")
    kilometres = round(near.metres / 1000)
    if kilometres:
        return f"{kilometres} km"
    is_exact = all(site.exact for site in near.sites)
    return t("under 1 km", "under 1 km") if is_exact else t("i centralorten", "in the main town")


def about(number: int) -> str:
    """A number of people without more precision than its method has: `about 925,000`."""
    step = 1000 if number >= 10_000 else 100 if number >= 1000 else 10
    rounded = f"{round(number / step) * step:,}".replace(",", t("\N{NO-BREAK SPACE}", ","))
    return t(f"omkring {rounded}", f"about {rounded}")


def limits(effect: Effect) -> str:
    """What the figures do not tell."""
    return t(
        "Avstånd mäts fågelvägen från kommunens centralort, där alla invånare räknas som boende, i hela kilometer; "
        f"vägar och skillnader inom en kommun syns inte. Av {effect.offices} kontor som registret känner placeras "
        f"{effect.stand_ins} i sin kommuns centralort, eftersom ingen källa ger läget, och {effect.uncertain} räknas "
        "som öppna fast ingen källa säger det säkert.",
        "Distances are straight lines from each municipality's main town, where all its residents count as living, in "
        "whole kilometres; roads, and what differs within a municipality, do not show. Of the "
        f"{effect.offices} offices that the registry knows, {effect.stand_ins} are put in their municipality's main "
        f"town, as no source gives their position, and {effect.uncertain} count as open though no source tells for "
        "certain.",
    )
