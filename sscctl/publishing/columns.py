"""The columns of `offices.csv`: what each is called, holds and means."""

from __future__ import annotations

from dataclasses import dataclass

from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Column:
    """A column. An empty cell is unknown; `separator` stands between the items of one that holds several."""

    name: str
    meaning: Text
    datatype: str = "string"
    required: bool = False
    separator: str | None = None


_HOURS = Text(
    "öppet {sv}ar enligt det ordinarie schema som gäller, som 10:00-12:00 13:00-16:00; closed är stängt, tomt är okänt",
    "open on {en}s by the ordinary schedule that holds, as 10:00-12:00 13:00-16:00; closed is closed, empty is unknown",
)
_DAYS = {
    "mon": Text("måndag", "Monday"),
    "tue": Text("tisdag", "Tuesday"),
    "wed": Text("onsdag", "Wednesday"),
    "thu": Text("torsdag", "Thursday"),
    "fri": Text("fredag", "Friday"),
    "sat": Text("lördag", "Saturday"),
    "sun": Text("söndag", "Sunday"),
}

COLUMNS: tuple[Column, ...] = (
    Column(
        "source", Text("organisationsnumret för den som svarar för kontoren", "the publisher's organisation number")
    ),
    Column("id", Text("kontorets id; återanvänds aldrig", "the office's id; never used again"), required=True),
    Column("name", Text("kontorets namn", "the office's name"), required=True),
    Column("latitude", Text("latitud i grader (WGS 84)", "latitude in degrees (WGS 84)"), "decimal"),
    Column("longitude", Text("longitud i grader (WGS 84)", "longitude in degrees (WGS 84)"), "decimal"),
    Column("email", Text("e-postadress till en funktion", "a functional e-mail address")),
    Column("visit_url", Text("sida för besökare", "page for visitors"), "anyURI"),
    Column("wikidata", Text("Q-kod på Wikidata", "Q-code on Wikidata")),
    Column(
        "updated",
        Text("den nyaste dagen då en källa lästes eller gavs ut", "the newest day a source was read or published"),
        "date",
    ),
    Column("description", Text("hur man hittar dit (svenska)", "how to find it (in Swedish)")),
    Column(
        "status",
        Text(
            "proposed föreslaget, planned planerat, open öppet, suspended tillfälligt stängt, closed nedlagt, "
            "cancelled inställt, unknown okänt",
            "proposed, planned, open, suspended (closed for a time), closed (for good), cancelled, unknown",
        ),
        required=True,
    ),
    Column(
        "type", Text("office fast, mobile mobilt, temporary tillfälligt", "office, mobile, temporary"), required=True
    ),
    Column("town", Text("tätort", "town")),
    Column("municipality_code", Text("kommunkod (SCB)", "municipality code (SCB)"), required=True),
    Column("municipality", Text("kommun", "municipality")),
    Column("county_code", Text("länskod (SCB)", "county code (SCB)"), required=True),
    Column("county", Text("län", "county")),
    Column("street", Text("gatuadress", "street address")),
    Column("postcode", Text("postnummer, fem siffror", "postcode, five digits")),
    Column("post_town", Text("postort", "post town")),
    Column(
        "precision",
        Text(
            "vad punkten visar: entrance entré, address adress, postcode postnummer, town ort",
            "what the point shows: entrance, address, postcode, town",
        ),
    ),
    Column("telephone", Text("telefon (E.164)", "telephone (E.164)")),
    Column("agencies", Text("myndigheter som deltar", "agencies that take part"), separator=" "),
    Column(
        "opened_on",
        Text("öppnade; så exakt som källan (ISO 8601-2)", "opened; as precise as the source (ISO 8601-2)"),
    ),
    Column(
        "closed_on",
        Text(
            "första dagen som nedlagt; så exakt som källan (ISO 8601-2)",
            "first day closed for good; as precise as the source (ISO 8601-2)",
        ),
    ),
    Column("successors", Text("kontor som tagit över", "offices that took over"), separator=" "),
    Column("weekly_minutes", Text("öppna minuter i veckan", "open minutes a week"), "nonNegativeInteger"),
    Column(
        "opening_hours",
        Text(
            "öppettiderna i OpenStreetMaps språk, dag för dag så långt alla dagar är kända (högst ett år)",
            "the hours in OpenStreetMap's language, day by day as far as all days are known (a year at most)",
        ),
    ),
    *(Column(day, _HOURS.format(sv=name.sv, en=name.en), separator=" ") for day, name in _DAYS.items()),
)
"""The ten of the national specifications, then ours."""
