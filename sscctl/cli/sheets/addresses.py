"""The columns of an address, for tables of new offices and of moves."""

from __future__ import annotations

from sscctl.cli.address_fields import AddressFields
from sscctl.cli.sheets.kind import Column
from sscctl.text import Text


def address_columns(where: AddressFields) -> tuple[Column, ...]:
    """Street, postcode, post town, and where it lies."""
    return (
        Column(
            "street",
            Text("Gatuadress", "Street"),
            where.street,
            Text("gata och nummer", "street and number"),
            (Text("Gata", "Street address"), Text("Besöksadress", "Address")),
        ),
        Column(
            "postcode",
            Text("Postnummer", "Postcode"),
            where.postcode,
            Text("fem siffror", "five digits"),
            (Text("Postnr", "Postal code"),),
        ),
        Column(
            "post_town",
            Text("Postort", "Post town"),
            where.post_town,
            Text("postorten; annars postnumrets", "the post town; otherwise the postcode's"),
        ),
        Column(
            "locality",
            Text("Stadsdel", "Locality"),
            where.locality,
            Text("stadsdel eller byggnad", "part of town or building"),
        ),
        Column(
            "position",
            Text("Läge", "Position"),
            where.position,
            Text("latitud och longitud: 59.34,18.05", "latitude and longitude: 59.34,18.05"),
        ),
        Column(
            "precision",
            Text("Lägets noggrannhet", "Precision"),
            where.precision,
            Text("address, entrance, postcode, town; annars address", "address, entrance, postcode, town; or address"),
        ),
    )
