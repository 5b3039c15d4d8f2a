"""The questions about an address, and the options that answer them: shared by whoever adds or moves an office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sscctl.cli.edit_fields import known, one_of, some_text
from sscctl.cli.language import t
from sscctl.cli.prompts import Answers, Choice, Field
from sscctl.domain.place import Point, Precision
from sscctl.errors import WrongUsage
from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.editing.office_move import NewAddress

Street = Annotated[
    str | None, typer.Option("--street", metavar="TEXT", help=t("Gata och nummer.", "Street and number."))
]
Postcode = Annotated[
    str | None,
    typer.Option("--postcode", metavar=t("NUMMER", "CODE"), help=t("Postnummer: 113 22.", "Postcode: 113 22.")),
]
PostTown = Annotated[str | None, typer.Option("--post-town", metavar="TEXT", help=t("Postort.", "Post town."))]
Locality = Annotated[
    str | None,
    typer.Option("--locality", metavar="TEXT", help=t("Stadsdel eller byggnad.", "Part of town or building.")),
]
Position = Annotated[
    str | None,
    typer.Option(
        "--position", metavar="LAT,LON", help=t("Läget, som 59.34,18.05.", "Where it lies, as in 59.34,18.05.")
    ),
]
PrecisionOf = Annotated[
    str | None,
    typer.Option(
        "--precision",
        metavar="|".join(Precision),
        help=t("Vad läget avser (förval: address).", "What the position stands for (default: address)."),
    ),
]

_PRECISIONS = tuple(one.value for one in Precision)


@dataclass(frozen=True, slots=True)
class AddressFields:
    """The fields of one address."""

    street: Field[str]
    postcode: Field[str]
    post_town: Field[str]
    locality: Field[str]
    position: Field[Point]
    precision: Field[str]

    @classmethod
    def of(
        cls,
        street: str | None,
        postcode: str | None,
        post_town: str | None,
        *,
        locality: str | None = None,
        position: str | None = None,
        precision: str | None = None,
        optional: bool = False,
    ) -> AddressFields:
        """Make the fields from what was given; without `optional`, street, postcode and post town must be there."""
        code = Field("--postcode", Text("Postnummer", "Postcode"), postcode, _a_postcode, optional=optional)
        point = Field("--position", Text("Läge (lat,lon)", "Position (lat,lon)"), position, _a_point, optional=True)
        return cls(
            Field("--street", Text("Gata och nummer", "Street and number"), street, some_text, optional=optional),
            code,
            Field(
                "--post-town",
                Text("Postort", "Post town"),
                post_town,
                some_text,
                optional=optional,
                suggested=lambda answers: town_of(answers.get(code)),
            ),
            Field("--locality", Text("Stadsdel", "Part of town"), locality, some_text, optional=True),
            point,
            Field(
                "--precision",
                Text("Vad läget avser", "What the position stands for"),
                precision,
                one_of("--precision", *_PRECISIONS),
                lambda: [Choice(one) for one in _PRECISIONS],
                default=Precision.ADDRESS.value,
                only=lambda answers: answers.get(point) is not None,
            ),
        )

    @property
    def every(self) -> tuple[Field[object], ...]:
        """The fields in the order they are asked for."""
        return (self.street, self.postcode, self.post_town, self.locality, self.position, self.precision)

    def answered(self, answers: Answers) -> NewAddress | None:
        """The address; None where no street was given."""
        from sscctl.editing.office_move import NewAddress  # noqa: PLC0415  loaded when it is done

        street = answers.get(self.street)
        if street is None:
            return None
        return NewAddress(
            street,
            answers.get(self.postcode),
            answers.get(self.post_town),
            answers.get(self.locality),
            answers.get(self.position),
            Precision(answers[self.precision]),
        )


def _a_point(text: str) -> Point:
    """Read `59.34,18.05`: degrees north and east."""
    parts = [part.strip() for part in text.replace(";", ",").split(",")]
    try:
        latitude, longitude = (float(part) for part in parts)
    except ValueError:
        latitude = longitude = float("nan")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise WrongUsage(
            Text(f"{text} är ingen punkt", f"{text} is no point"),
            Text("skriv latitud och longitud som 59.34,18.05", "write latitude and longitude as 59.34,18.05"),
        )
    return Point(latitude, longitude)


def _a_postcode(text: str) -> str:
    """Read a postcode that there is, with its space or without."""
    digits = text.replace(" ", "").replace("\u00a0", "")
    if not (len(digits) == 5 and digits.isascii() and digits.isdecimal()):
        raise WrongUsage(
            Text(f"{text} är inget postnummer", f"{text} is no postcode"),
            Text("skriv fem siffror: 113 22", "write five digits: 113 22"),
        )
    return digits


def town_of(postcode: str | None) -> str | None:
    """The post town of a postcode, as the reference data has it."""
    found = known().reference.postcode(postcode) if postcode else None
    return found.post_town if found else None
