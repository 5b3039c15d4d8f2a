"""The tables of the Human Services Data Specification 3.0 that offices have something to say in, by its own names."""

from __future__ import annotations

from dataclasses import dataclass

from sscctl.publishing.plain import Json, Record, known


@dataclass(frozen=True, slots=True)
class Field:
    """A column; `refers` names the table whose ids it holds."""

    name: str
    type: str = "string"
    format: str | None = None
    required: bool = False
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its file, and its columns; the first is the key."""

    name: str
    file: str
    fields: tuple[Field, ...]

    def resource(self) -> Record:
        """The table as Frictionless' Tabular Data Resource describes it."""
        keys: list[Json] = [
            {"fields": field.name, "reference": {"resource": field.refers, "fields": "id"}}
            for field in self.fields
            if field.refers
        ]
        fields: list[Json] = [
            known(
                name=field.name,
                type_=field.type,
                format=field.format,
                constraints={"required": True, "unique": field.name == "id"} if field.required else None,
            )
            for field in self.fields
        ]
        return {
            "name": self.name,
            "path": self.file,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": known(fields=fields, primaryKey="id", foreignKeys=keys or None),
        }


ID = Field("id", format="uuid", required=True)


def _key(table: str, *, required: bool = False) -> Field:
    return Field(f"{table}_id", format="uuid", required=required, refers=table)


def _texts(*names: str) -> tuple[Field, ...]:
    return tuple(map(Field, names))


def _needed(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, required=True) for name in names)


_EMAIL = Field("email", format="email")
_WEB = Field("url", format="uri")

TABLES: tuple[Table, ...] = (
    Table(
        "organization",
        "organizations.csv",
        (
            ID,
            *_needed("name"),
            *_texts("alternate_name"),
            *_needed("description"),
            _EMAIL,
            Field("website", format="uri"),
            Field("uri", format="uri"),
        ),
    ),
    Table(
        "organization_identifier",
        "organization_identifiers.csv",
        (
            ID,
            _key("organization", required=True),
            *_texts("identifier_scheme"),
            *_needed("identifier_type", "identifier"),
        ),
    ),
    Table(
        "service",
        "services.csv",
        (
            ID,
            _key("organization", required=True),
            *_needed("name"),
            *_texts("alternate_name", "description"),
            _WEB,
            *_needed("status"),
        ),
    ),
    Table(
        "location",
        "locations.csv",
        (
            ID,
            *_needed("location_type"),
            _WEB,
            _key("organization"),
            *_texts("name", "description"),
            Field("latitude", "number"),
            Field("longitude", "number"),
            *_texts("external_identifier", "external_identifier_type"),
        ),
    ),
    Table(
        "service_at_location",
        "service_at_location.csv",
        (ID, _key("service", required=True), _key("location", required=True)),
    ),
    Table(
        "address",
        "addresses.csv",
        (
            ID,
            _key("location"),
            *_needed("address_1", "city"),
            *_texts("region"),
            *_needed("state_province", "postal_code", "country", "address_type"),
        ),
    ),
    Table("phone", "phones.csv", (ID, _key("location"), _key("organization"), *_needed("number"), *_texts("type"))),
    Table("accessibility", "accessibility.csv", (ID, _key("location"), *_texts("description"))),
    Table(
        "schedule",
        "schedules.csv",
        (
            ID,
            _key("location"),
            Field("valid_from", "date"),
            Field("valid_to", "date"),
            Field("dtstart", "date"),
            Field("timezone", "number"),
            Field("until", "date"),
            *_texts("freq", "byday", "description", "opens_at", "closes_at", "notes"),
        ),
    ),
)
"""In the order in which they refer to one another."""
