"""`sscctl list`: offices, filtered, sorted, in the form asked for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.choices import columns_of
from sscctl.cli.console import emit, tell
from sscctl.cli.language import t
from sscctl.cli.options import AsOf, On, cache, complete_agency, day, repository
from sscctl.cli.render import offices as render
from sscctl.domain.collation import folded
from sscctl.domain.lifecycle import Status
from sscctl.domain.office import OfficeKind
from sscctl.querying.portrait import portray
from sscctl.querying.select import MISSING, Selection, codes, county_names, known, municipality_names
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
    context, reference = loaded.registry.context, loaded.reference
    selection = Selection(
        agencies=known(agency or (), context.agencies, Text("myndigheten", "agency")),
        services=known(service or (), _services(loaded), Text("tjänsten", "service")),
        counties=codes(county or (), county_names(reference), Text("länet", "county")),
        municipalities=codes(municipality or (), municipality_names(reference), Text("kommunen", "municipality")),
        statuses=frozenset(status or ()),
        kinds=frozenset(kind or ()),
        co_located_with=_parties(co_located_with or (), loaded),
        without=columns_of(without, tuple(MISSING), "--without"),
    )
    asked = day(on, "--on")
    portraits = (portray(loaded.registry, loaded.reference, o, asked) for o in loaded.registry.offices.values())
    chosen = render.sort(
        [portrait for portrait in portraits if selection.admits(portrait)], columns_of(sort, render.COLUMNS, "--sort")
    )
    wanted = columns_of(columns, render.COLUMNS, "--columns") or render.USUAL
    emit(render.LISTS[form](chosen, wanted, loaded.registry))


def _services(loaded: Loaded) -> set[str]:
    """Every service that an agency or an office names."""
    of_agencies = {service.id for agency in loaded.registry.context.agencies.values() for service in agency.services}
    return of_agencies | {own.service for office in loaded.registry.offices.values() for own in office.services}


def _parties(wanted: Iterable[str], loaded: Loaded) -> frozenset[str]:
    """Who can share premises: any agency, any municipality by code or name, and whoever an office names."""
    municipalities = municipality_names(loaded.reference)
    by_name = {folded(name): code for code, name in municipalities.items()}
    named = {other.whom for office in loaded.registry.offices.values() for other in office.co_locations}
    everybody = {*loaded.registry.context.agencies, *municipalities, *named}
    return known([by_name.get(folded(one), one) for one in wanted], everybody, Text("parten", "party"))


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
