"""The formats that offices are published in: what each is for, where it lies and which standard it keeps."""

from __future__ import annotations

from dataclasses import dataclass

from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Format:
    """A format: a name for machines, the file below the edition's folder, and who would want it.

    `file_type` is its code among those of the EU's Publications Office, where it has one.
    """

    name: str
    path: str
    media_type: str
    title: Text
    meaning: Text
    standard: str | None = None
    file_type: str | None = None


FORMATS: tuple[Format, ...] = (
    Format(
        "json",
        "offices.json",
        "application/json",
        Text("JSON, alla kontor", "JSON, all offices"),
        Text(
            "Allt som är känt om varje kontor, med källor; enligt JSON Schema i mappen schema.",
            "All that is known of each office, with sources; by the JSON Schemas in the folder schema.",
        ),
        "https://www.rfc-editor.org/rfc/rfc8259",
        file_type="JSON",
    ),
    Format(
        "csv",
        "offices.csv",
        "text/csv",
        Text("CSV för program", "CSV for programs"),
        Text("En rad per kontor; kolumnerna beskrivs enligt CSV on the Web.", "One row an office, described by CSVW."),
        "https://www.rfc-editor.org/rfc/rfc4180",
        file_type="CSV",
    ),
    Format(
        "spreadsheet",
        "offices-spreadsheet.csv",
        "text/csv",
        Text("CSV för kalkylprogram", "CSV for spreadsheets"),
        Text(
            "Öppnas direkt i Excel och LibreOffice; en cell som kunde tas för en formel har en apostrof först.",
            "Opens in Excel and LibreOffice; a cell that could be taken for a formula begins with an apostrophe.",
        ),
        file_type="CSV",
    ),
    Format(
        "geojson",
        "offices.geojson",
        "application/geo+json",
        Text("GeoJSON", "GeoJSON"),
        Text("Kontoren som punkter på kartan.", "The offices as points on the map."),
        "https://www.rfc-editor.org/rfc/rfc7946",
        file_type="GEOJSON",
    ),
    Format(
        "jsonld",
        "offices.jsonld",
        "application/ld+json",
        Text("Länkade data (schema.org)", "Linked data (schema.org)"),
        Text("Kontoren med schema.orgs ord, för sökmotorer.", "The offices in schema.org's words, for search engines."),
        "https://schema.org/",
        file_type="JSON_LD",
    ),
    Format(
        "sqlite",
        "registry.sqlite",
        "application/vnd.sqlite3",
        Text("SQLite-databas", "SQLite database"),
        Text("Hela registret som tabeller, med vyer och förklaringar.", "The whole registry as tables, with views."),
        "https://www.sqlite.org/fileformat2.html",
    ),
    Format(
        "parquet",
        "offices.parquet",
        "application/vnd.apache.parquet",
        Text("GeoParquet", "GeoParquet"),
        Text("Typade kolumner för analys.", "Typed columns for analysis."),
        "https://geoparquet.org/releases/v1.1.0/",
        file_type="PARQUET",
    ),
    Format(
        "upcoming",
        "upcoming.json",
        "application/json",
        Text("Det som ändras framöver", "What is coming"),
        Text(
            "Öppnanden, stängningar, flyttar och nya öppettider, i ordning efter dag.",
            "Openings, closings, moves and new hours, by date.",
        ),
        file_type="JSON",
    ),
)
"""The formats that hold every office, the fullest first; calendars are one an office, at `hours/<id>.ics`."""
