"""`sscctl list`: offices, filtered, sorted, in the form asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.choices import columns_of
from sscctl.cli.console import emit, tell
from sscctl.cli.language import t
from sscctl.cli.options import AsOf, On, cache, complete_agency, day, instant, repository
from sscctl.cli.render import offices as render
from sscctl.cli.render.numbers import OFFICE, OFFICES, counted
from sscctl.cli.selection import Wanted, selection
from sscctl.domain.event import Status
from sscctl.domain.office import OfficeKind
from sscctl.querying.near import find_place, nearest
from sscctl.querying.openings import open_at as open_at_instant
from sscctl.querying.portrait import Portrait, portray
from sscctl.querying.select import MISSING, Selection
from sscctl.reading.load import Loaded, load
from sscctl.text import Text

HELP = Text(
    "Lista kontoren som passerar alla filter, som de är en viss dag.",
    "List the offices that pass every filter, as they are on a day.",
)


class Format(StrEnum):
    """How a list is shown."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    IDS = "ids"
    MARKDOWN = "markdown"
    GEOJSON = "geojson"


def run(
    agency: Annotated[
        list[str] | None,
        typer.Option(
            metavar=t("MYNDIGHET", "AGENCY"),
            help=t("Där myndigheten deltar (flera: alla).", "Where the agency takes part (several: all)."),
            autocompletion=complete_agency,
        ),
    ] = None,
    service: Annotated[
        list[str] | None,
        typer.Option(metavar=t("TJÄNST", "SERVICE"), help=t("Där tjänsten finns.", "Where the service can be had.")),
    ] = None,
    county: Annotated[
        list[str] | None,
        typer.Option(metavar=t("LÄN", "COUNTY"), help=t("I länet: kod eller namn.", "In the county: code or name.")),
    ] = None,
    municipality: Annotated[
        list[str] | None,
        typer.Option(
            metavar=t("KOMMUN", "MUNICIPALITY"),
            help=t("I kommunen: kod eller namn.", "In the municipality: code or name."),
        ),
    ] = None,
    status: Annotated[list[Status] | None, typer.Option(help=t("Med statusen.", "With the status."))] = None,
    kind: Annotated[list[OfficeKind] | None, typer.Option(help=t("Av slaget.", "Of the kind."))] = None,
    co_located_with: Annotated[
        list[str] | None,
        typer.Option(
            metavar=t("PART", "PARTY"),
            help=t("Som delar lokal med: myndighet eller kommun.", "Sharing premises with: agency or municipality."),
        ),
    ] = None,
    without: Annotated[
        str | None,
        typer.Option(
            metavar=t("FAKTA,...", "FIELD,..."),
            help=t(f"Där det är okänt: {', '.join(MISSING)}.", f"Where this is unknown: {', '.join(MISSING)}."),
        ),
    ] = None,
    open_at: Annotated[
        str | None,
        typer.Option(
            metavar=t("TID", "TIME"),
            help=t(
                "Som säkert har öppet då: svensk tid som 2026-11-23T10:30, eller now.",
                "Open then for certain: Swedish time as 2026-11-23T10:30, or now.",
            ),
        ),
    ] = None,
    near: Annotated[
        str | None,
        typer.Option(
            metavar=t("PLATS", "PLACE"),
            help=t(
                'Med avstånd, närmast först: "lat,lon", postnummer, kommun eller ort.',
                'With distances, nearest first: "lat,lon", a postcode, municipality or town.',
            ),
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar=t("KOLUMN,...", "COLUMN,..."),
            help=t(f"Kolumner: {', '.join(render.COLUMNS)}.", f"Columns: {', '.join(render.COLUMNS)}."),
        ),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(metavar=t("KOLUMN,...", "COLUMN,..."), help=t("Sortera efter kolumner.", "Sort by columns.")),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TABLE,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """List the offices that pass every filter, as they are on a day."""
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    reference = loaded.reference
    then = instant(open_at, None if on is None else day(on, "--on")) if open_at is not None else None
    opened = open_at_instant(loaded.registry, then) if then else None
    wanted = Wanted(
        agencies=agency or (),
        services=service or (),
        counties=county or (),
        municipalities=municipality or (),
        statuses=status or (),
        kinds=kind or (),
        co_located_with=co_located_with or (),
        without=columns_of(without, tuple(MISSING), "--without"),
        among=None if opened is None else {ident for ident, is_open in opened.items() if is_open},
    )
    admitted = selection(wanted, loaded)
    extra = (render.DISTANCE,) if near is not None else ()
    by = columns_of(sort, (*render.COLUMNS, *extra), "--sort") or extra
    shown = columns_of(columns, (*render.COLUMNS, *extra), "--columns") or (*render.USUAL, *extra)
    asked = then.date() if then and on is None else day(on, "--on")
    portraits = [portray(loaded.registry, reference, office, asked) for office in loaded.registry.offices.values()]
    whence = find_place(near, reference, portraits) if near is not None else None
    chosen = [portrait for portrait in portraits if admitted.admits(portrait)]
    distances = {one.portrait.office.id: one for one in nearest(whence, chosen, reference)} if whence else {}
    chosen = [portrait for portrait in chosen if whence is None or portrait.office.id in distances]
    listing = render.Listing(render.sort(chosen, by, distances), shown, len(portraits), distances)
    emit(render.LISTS[form](listing))
    if opened is not None:
        _tell_unknown(
            portraits, replace(admitted, among={ident for ident, is_open in opened.items() if is_open is None})
        )


def _tell_unknown(portraits: Iterable[Portrait], unknown: Selection) -> None:
    """Say on stderr how many offices in operation are left out because their hours that day are unknown."""
    number = sum(portrait.status is Status.OPEN and unknown.admits(portrait) for portrait in portraits)
    if number:
        offices = counted(number, OFFICE, OFFICES)
        tell(Text(f"för {offices.sv} är dagens öppettider okända", f"the day's hours of {offices.en} are unknown"))


def tell_unreadable(loaded: Loaded) -> None:
    """Say on stderr that some files could not be read, so that nobody takes a part for the whole."""
    number = len({finding.path for finding in loaded.findings})
    if number:
        tell(
            Text(
                f"{number} {'fil' if number == 1 else 'filer'} har fel i formen; se `sscctl validate`",
                f"{number} {'file has' if number == 1 else 'files have'} faults of form; see `sscctl validate`",
            )
        )
