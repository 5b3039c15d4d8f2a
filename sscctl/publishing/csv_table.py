"""CSV for machines (RFC 4180), one row an office, and what its columns mean (W3C, CSV on the Web, 2015).

The first ten columns are those of the Swedish specifications for open data on places (skoldata, utegym, toaletter):
same names, same order, same meaning. Values stand as they are: a cell that begins with `=` begins with `=`. A
spreadsheet may take such a cell for a formula, so this is not the file for spreadsheets, and its metadata says so.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from sscctl.domain.event import Status
from sscctl.publishing.columns import COLUMNS, Column
from sscctl.publishing.edition import Artefact, Edition
from sscctl.publishing.hours_record import cells
from sscctl.publishing.life import ending, opened
from sscctl.publishing.office_record import Published, coordinates, in_sweden, verified
from sscctl.publishing.plain import Json, Record, known, page
from sscctl.text import Text

PATH = "offices.csv"
METADATA = f"{PATH}-metadata.json"
"""Where CSV on the Web looks for the metadata of a file that no header points elsewhere from (5.3)."""


def publish(edition: Edition, offices: Sequence[Published]) -> Iterator[Artefact]:
    """Yield `offices.csv` and `offices.csv-metadata.json`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in COLUMNS])
    for one in offices:
        cells_ = row(one, edition)
        writer.writerow([cells_.get(column.name, "") for column in COLUMNS])
    yield Artefact(PATH, "text/csv; charset=utf-8; header=present", text.getvalue().encode())
    yield Artefact(METADATA, "application/csvm+json", page(_metadata(edition)))


def row(one: Published, edition: Edition) -> dict[str, str]:
    """The cells of an office by column; what is unknown is empty."""
    office, address = one.office, one.address
    place, county = edition.reference.municipality(office.municipality), edition.reference.county(office.county)
    position = address.position if address and in_sweden(address.position) else None
    latitude, longitude = coordinates(position) if position else ("", "")
    end, start, seen = ending(office, edition.day), opened(office), verified(office)
    schedule = office.hours.schedule_on(edition.day) if one.status is Status.OPEN else None
    minutes = schedule.weekly_minutes if schedule else None
    return {
        "source": edition.publisher_number or "",
        "id": office.id,
        "name": office.full_name,
        "latitude": str(latitude),
        "longitude": str(longitude),
        "email": office.contact.email or "",
        "visit_url": office.contact.web or "",
        "updated": seen.isoformat() if seen else "",
        "description": (address.directions.sv if address and address.directions else ""),
        "status": one.status,
        "type": office.kind,
        "town": office.town or "",
        "municipality_code": office.municipality,
        "municipality": place.name if place else "",
        "county_code": office.county,
        "county": county.name if county else "",
        "street": (address and address.street) or "",
        "postcode": (address and address.postcode) or "",
        "post_town": (address and address.post_town) or "",
        "precision": position.precision if position else "",
        "telephone": (office.contact.phone and office.contact.phone.number) or "",
        "agencies": " ".join(part.agency for part in edition.registry.context.taking_part(office, edition.day)),
        "opened_on": str(start or ""),
        "closed_on": str((end and end.on) or ""),
        "successors": " ".join(end.successors) if end else "",
        "opening_hours": str(hours.get("osm", "")) if isinstance(hours := one.record.get("hours"), dict) else "",
        "weekly_minutes": "" if minutes is None else str(minutes),
        **dict(cells(schedule)),
    }


def _metadata(edition: Edition) -> Record:
    """The description that W3C's Metadata Vocabulary for Tabular Data asks for; titles equal the heading line."""
    credits_ = [credit.text for credit in edition.settings.attributions]
    columns: list[Json] = [_column(column) for column in COLUMNS]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": PATH,
        "dc:title": _in_both(Text("Statliga servicekontor", "State service offices")),
        "dc:description": _in_both(_ABOUT),
        "dc:license": {"@id": edition.settings.licence},
        "dc:publisher": edition.publisher_name,
        "dc:rights": [*credits_],
        **known(**{"dc:modified": edition.generated_at, "dc:valid": edition.day.isoformat()}),
        "tableSchema": {"columns": columns, "primaryKey": "id", "aboutUrl": "offices/{id}.json"},
    }


def _column(column: Column) -> Record:
    return known(
        name=column.name,
        titles=column.name,
        datatype=column.datatype,
        required=column.required or None,
        separator=column.separator,
        **{"dc:description": _in_both(column.meaning)},
    )


def _in_both(text: Text) -> list[Json]:
    return [{"@value": text.sv, "@language": "sv"}, {"@value": text.en, "@language": "en"}]


_ABOUT = Text(
    "En rad per kontor, även nedlagda och planerade, som det är på utgåvans dag. Tom cell betyder okänt. Filen är "
    "för program: cellerna står som de är och kan börja med =, +, - eller @. För kalkylprogram "
    "finns offices-spreadsheet.csv.",
    "One row an office, closed and planned ones too, as it is on the day of the edition. An empty cell is unknown. "
    "The file is for programs: cells stand as they are and may begin with =, +, - or @. Spreadsheets have "
    "offices-spreadsheet.csv.",
)
