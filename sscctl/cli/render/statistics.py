"""How many offices there are: as a table with a line on residents, JSON, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from sscctl.cli.console import columns
from sscctl.cli.language import said, t
from sscctl.cli.render.numbers import OFFICE, OFFICES, counted, decimal, grouped, percent
from sscctl.cli.render.rows import Cell, as_csv
from sscctl.cli.render.tables import fitting, markdown, table
from sscctl.cli.visible import visible_json
from sscctl.cli.words import OFFICE_KIND, STATUS
from sscctl.domain.collation import swedish_key
from sscctl.domain.event import Status
from sscctl.domain.office import OfficeKind
from sscctl.querying.statistics import By, Group, Statistics, Tally
from sscctl.text import Text

_BY: Mapping[By, Text] = {
    By.COUNTY: Text("län", "county"),
    By.AGENCY: Text("myndighet", "agency"),
    By.STATUS: Text("status", "status"),
    By.MUNICIPALITY: Text("kommun", "municipality"),
    By.YEAR: Text("år", "year"),
    By.KIND: Text("slag", "kind"),
}

_HOURS, _RESIDENTS = Text("timmar i veckan", "hours a week"), Text("invånare", "residents")


def as_text(found: Statistics) -> str:
    """The groups for a person, and what holds of all; municipalities without an office in the registry are left out."""
    groups = [group for group in found.groups if group.tally.offices or found.by is not By.MUNICIPALITY]
    whole = _table(found, groups)
    shown = fitting(*whole, spare=_spare(whole[0]))
    lines = [table(*shown).rstrip("\n"), ""] if groups else []
    notes = [*_notes(found, left_out=len(found.groups) - len(groups))]
    if len(shown[0]) < len(whole[0]):
        notes.append(t("Fler kolumner ryms på en bredare skärm.", "A wider terminal has room for more columns."))
    return "\n".join([*lines, *(fill(note, columns()) for note in notes)])


def _spare(headings: Sequence[str]) -> list[int]:
    """Columns that a narrow terminal does without, those that say least of the network as it is first."""
    statuses = (Status.SUSPENDED, Status.CANCELLED, Status.PROPOSED, Status.CLOSED, Status.UNKNOWN, Status.PLANNED)
    names = [said(_HOURS), said(_RESIDENTS), *(said(STATUS[status]) for status in statuses)]
    return [headings.index(name) for name in names if name in headings[1:]]


def as_markdown(found: Statistics) -> str:
    """The groups, or the statuses of all offices, for a page."""
    return markdown(*_table(found, found.groups))


def _table(found: Statistics, groups: Sequence[Group]) -> tuple[list[str], list[list[str]], range]:
    statuses = [status for status in Status if any(group.tally.by_status.get(status) for group in groups)]
    by_status = found.by is By.STATUS
    shown = [] if by_status else statuses
    headings = [said(_BY[found.by]) if found.by else "", *(said(STATUS[status]) for status in shown)]
    headings += [t("kontor", "offices")] if by_status else []
    with_hours = any(group.tally.with_hours for group in groups) and not by_status
    with_residents = any(group.tally.residents for group in groups)
    headings += [said(_HOURS)] if with_hours else []
    headings += [said(_RESIDENTS), t("invånare utan kontor", "residents without")] if with_residents else []
    rows = []
    for group in sorted(groups, key=lambda one: swedish_key(said(one.name))) if found.by is By.AGENCY else groups:
        tally = group.tally
        row = [_name(found.by, group), *(_number(tally.by_status.get(status, 0)) for status in shown)]
        row += [_number(tally.offices)] if by_status else []
        row += [decimal(tally.weekly_minutes / 60) if tally.with_hours else ""] if with_hours else []
        people = tally.residents
        row += [grouped(people.all) if people else "", grouped(people.without) if people else ""] * with_residents
        rows.append(row)
    return headings, rows, range(1, len(headings))


def _number(number: int) -> str:
    return grouped(number) if number else ""


def _name(by: By | None, group: Group) -> str:
    if by is By.STATUS:
        return said(STATUS[Status(group.key)])
    return said(OFFICE_KIND[OfficeKind(group.key)]) if by is By.KIND else said(group.name)


def _notes(found: Statistics, left_out: int) -> Iterator[str]:
    total = found.total
    offices, are_open = counted(total.offices, OFFICE, OFFICES), grouped(total.open)
    yield t(
        f"{offices.sv} {found.day}, varav {are_open} i drift.",
        f"{offices.en} on {found.day}, of which {are_open} in operation.",
    )
    yield _hours_known(total)
    people, years = total.residents, ", ".join(map(str, found.population_years))
    if people and people.all:
        without, everybody, unsure = grouped(people.without), grouped(people.all), grouped(people.unsure)
        share = percent(people.without / people.all)
        yield t(
            f"{without} av {everybody} invånare ({share}) bor i en kommun utan öppet kontor; för {unsure} är det "
            f"osäkert. Folkmängd {years}-12-31, SCB.",
            f"{without} of {everybody} residents ({share}) live in a municipality without an open office; for {unsure} "
            f"of them this is uncertain. Population of {years}-12-31, SCB.",
        )
    if left_out:
        yield t(
            f"{left_out} kommuner utan kontor i registret visas med -o csv och -o json.",
            f"{left_out} municipalities without an office in the registry are shown with -o csv and -o json.",
        )


def _hours_known(total: Tally) -> str:
    if not total.with_hours:
        return t(
            "Hela veckans öppettider är inte kända för något av dem.", "Of none are the hours of the whole week known."
        )
    number, hours = grouped(total.with_hours), decimal(total.weekly_minutes / 60)
    return t(
        f"Hela veckans öppettider är kända för {number} av dem: {hours} timmar tillsammans.",
        f"The hours of the whole week are known of {number} of these: {hours} hours together.",
    )


def as_json(found: Statistics) -> str:
    """The statistics as `schemas/output/stats.schema.json` promises them."""
    return visible_json(
        {
            "on": str(found.day),
            "by": found.by,
            "total": _tally(found.total),
            "groups": [
                {
                    "key": group.key,
                    "name": {"sv": group.name.sv, "en": group.name.en},
                    "on": str(group.day),
                    **_tally(group.tally),
                }
                for group in found.groups
            ],
            "population": {"years": list(found.population_years), "source": "SCB"},
        }
    )


def _tally(tally: Tally) -> dict[str, object]:
    people = tally.residents
    return {
        "offices": tally.offices,
        "by_status": {status.value: tally.by_status.get(status, 0) for status in Status},
        "weekly_hours": {"offices": tally.with_hours, "hours": round(tally.weekly_minutes / 60, 2)},
        "residents": {"all": people.all, "without": people.without, "unsure": people.unsure} if people else None,
    }


def as_csv_text(found: Statistics) -> str:
    """One row a group for machines; all offices are the row without a key."""
    statuses = list(Status)
    headings = ["key", "name", "on", "offices", *statuses, "weekly_hours_offices", "weekly_hours"]
    headings += ["residents", "residents_without", "residents_unsure"]
    total = Group("", Text("", ""), found.day, found.total)
    return as_csv(headings, [list(_row(group, statuses)) for group in (*found.groups, total)])


def _row(group: Group, statuses: Sequence[Status]) -> Iterator[Cell]:
    tally, people = group.tally, group.tally.residents
    yield from (group.key, group.name.sv, str(group.day), tally.offices)
    yield from (tally.by_status.get(status, 0) for status in statuses)
    yield from (tally.with_hours, f"{tally.weekly_minutes / 60:g}")
    yield from (people.all, people.without, people.unsure) if people else (None, None, None)
