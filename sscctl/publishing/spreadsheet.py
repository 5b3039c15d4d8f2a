"""CSV for spreadsheets: opened with a double click in Swedish Excel or LibreOffice it is a table, and runs nothing.

It begins with a byte order mark, has semicolons between cells and commas in decimals, as these programs expect in
Sweden. A cell that they would take for a formula, or change on reading, has an apostrophe before it (`protected`);
whoever reads the file by program takes one leading apostrophe away (`plain`). Programs are better off with
`offices.csv`, where cells stand as they are: the two are never mixed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from sscctl.domain.event import Status
from sscctl.domain.hours import WEEKDAYS
from sscctl.domain.office import OfficeKind
from sscctl.domain.place import spaced_postcode
from sscctl.publishing.csv_table import row
from sscctl.publishing.edition import Artefact, Edition
from sscctl.publishing.office_record import Published
from sscctl.wording.names import DAY_NAMES

PATH = "offices-spreadsheet.csv"
_STATUS: Mapping[str, str] = {
    Status.PROPOSED: "föreslaget",
    Status.PLANNED: "planerat",
    Status.OPEN: "öppet",
    Status.SUSPENDED: "tillfälligt stängt",
    Status.CLOSED: "nedlagt",
    Status.CANCELLED: "inställt",
    Status.UNKNOWN: "okänt",
}
_KIND: Mapping[str, str] = {
    OfficeKind.OFFICE: "kontor",
    OfficeKind.MOBILE: "mobilt kontor",
    OfficeKind.TEMPORARY: "tillfälligt kontor",
}
HEADINGS: Mapping[str, str] = {
    "name": "Kontor",
    "id": "Id",
    "status": "Status",
    "type": "Typ",
    "street": "Gatuadress",
    "postcode": "Postnummer",
    "post_town": "Postort",
    "description": "Vägbeskrivning",
    "town": "Ort",
    "municipality": "Kommun",
    "municipality_code": "Kommunkod",
    "county": "Län",
    "county_code": "Länskod",
    "telephone": "Telefon",
    "email": "E-post",
    "visit_url": "Webbsida",
    "agencies": "Myndigheter",
    **{day.value: DAY_NAMES[day].sv.capitalize() for day in WEEKDAYS},
    "weekly_minutes": "Öppna timmar i veckan",
    "opened_on": "Öppnade",
    "closed_on": "Lades ned",
    "successors": "Ersätts av",
    "latitude": "Latitud",
    "longitude": "Longitud",
    "updated": "Uppgifterna är från",
}
"""The columns of `offices.csv` that stand here too, in this order, with what they are called."""

_ACTS = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－﹣＠﹢﹦﹫'|%\t\r\n]")
_CHANGES = re.compile(r"0[0-9]+|[0-9]{4}-[0-9]{2}|[0-9]+[eE][0-9]+")
"""What loses its zeros, becomes the first of a month, or a power of ten."""


def publish(edition: Edition, offices: Sequence[Published]) -> Iterator[Artefact]:
    """Yield the file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS.values())
    for one in offices:
        cells = _in_swedish(row(one, edition), edition)
        writer.writerow([protected(cells[name]) for name in HEADINGS])
    yield Artefact(PATH, "text/csv; charset=utf-8; header=present", text.getvalue().encode("utf-8-sig"))


def protected(cell: str) -> str:
    """The cell as it is safe in a spreadsheet: with an apostrophe before it where it would act or be changed."""
    return f"'{cell}" if _ACTS.match(cell) or _CHANGES.fullmatch(cell) else cell


def plain(cell: str) -> str:
    """What `protected` was given."""
    return cell.removeprefix("'")


def _in_swedish(cells: Mapping[str, str], edition: Edition) -> dict[str, str]:
    """The cells as a person wants to read them."""
    agencies, offices = edition.registry.context.agencies, edition.registry.offices
    minutes = cells["weekly_minutes"]
    return {
        **cells,
        **{day.value: _hours(cells[day.value]) for day in WEEKDAYS},
        "status": _STATUS[cells["status"]],
        "type": _KIND[cells["type"]],
        "postcode": spaced_postcode(cells["postcode"]),
        "agencies": ", ".join(agencies[a].name_sv if a in agencies else a for a in cells["agencies"].split()),
        "successors": ", ".join(offices[o].full_name if o in offices else o for o in cells["successors"].split()),
        "weekly_minutes": f"{int(minutes) / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",") if minutes else "",
        "latitude": cells["latitude"].replace(".", ","),
        "longitude": cells["longitude"].replace(".", ","),
    }


def _hours(cell: str) -> str:
    """`10.00–12.00, 13.00–16.00`, as Swedes write times; `stängt`; nothing where the day is unknown."""
    if cell == "closed":
        return "stängt"
    return ", ".join(span.replace(":", ".").replace("-", "–") for span in cell.split())
