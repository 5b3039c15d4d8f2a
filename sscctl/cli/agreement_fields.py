"""What the commands on agreements need to know, and how each answer is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated

import typer

from sscctl.cli.edit_fields import a_partial_day, ids_in, known, one_of
from sscctl.cli.language import said, t
from sscctl.cli.options import complete_agency
from sscctl.cli.prompts import Choice, Field
from sscctl.domain.agreement import AgreementKind
from sscctl.domain.office import Booking, Level
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.joining import Terms
from sscctl.editing.office_add import is_id, no_id
from sscctl.errors import Refused, WrongUsage
from sscctl.querying.select import municipality_names, unknown
from sscctl.reading.kinds import Kind
from sscctl.text import Text

AgreementArgument = Annotated[
    str | None,
    typer.Argument(
        metavar=t("AVTAL", "AGREEMENT"),
        help=t("Avtalets id.", "The agreement's id."),
        autocompletion=ids_in("agreements"),
        show_default=False,
    ),
]
Principal = Annotated[
    list[str] | None,
    typer.Option(
        "--principal",
        metavar=t("MYNDIGHET", "AGENCY"),
        help=t(
            "Uppdragsgivare: myndighetens id eller kommunens kod.", "Principal: an agency's id or municipality's code."
        ),
        autocompletion=complete_agency,
    ),
]
OfficesOption = Annotated[
    str | None,
    typer.Option(
        "--offices",
        metavar=t("URVAL", "SELECTION"),
        help=t(
            "Kontor som ansluts: id med komma mellan, eller ett urval som county=Norrbotten.",
            "Offices to sign on: ids with commas between, or a selection such as county=Norrbotten.",
        ),
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar=t("DATUM", "DATE"),
        help=t("Från när; även 2026-11 eller 2026.", "Since when; also 2026-11 or 2026."),
    ),
]
LevelOption = Annotated[
    Level | None,
    typer.Option(
        "--level",
        help=t(
            "Hur långt: allmänt, vägledning, eget ärende, handläggning.",
            "How far: general, guidance, own matter, handling.",
        ),
    ),
]
BookingOption = Annotated[
    Booking | None,
    typer.Option("--booking", help=t("Utan bokning, bokat besök, eller båda.", "Drop-in, booked visits, or both.")),
]

KINDS = {
    AgreementKind.SERVICE: Text("serviceavtal", "service agreement"),
    AgreementKind.PILOT: Text("försök", "pilot"),
    AgreementKind.LETTER_OF_INTENT: Text("avsiktsförklaring", "letter of intent"),
    AgreementKind.CO_LOCATION: Text("samlokalisering", "co-location"),
    AgreementKind.SAMTJANST: Text("samtjänst", "under the older act"),
}
"""What each kind of agreement is called."""


def agreement_field(given: str | None) -> Field[str]:
    """Which agreement."""
    return Field(
        t("AVTAL", "AGREEMENT"), Text("Vilket avtal?", "Which agreement?"), given, _agreement_named, _agreements
    )


def _agreement_named(text: str) -> str:
    agreements = known().registry.context.agreements
    if text not in agreements:
        raise unknown(Text("avtalet", "agreement"), text, {one: one for one in agreements})
    return text


def _agreements() -> Iterator[Choice]:
    for agreement in known().registry.context.agreements.values():
        yield Choice(agreement.id, said(agreement.title) if agreement.title else "")


def kind_field(given: str | None) -> Field[str]:
    """What sort of agreement."""
    return Field(
        "--kind",
        Text("Vad för slags avtal?", "What kind of agreement?"),
        given,
        one_of("--kind", *AgreementKind),
        lambda: (Choice(kind, said(words)) for kind, words in KINDS.items()),
    )


def principals_field(given: list[str] | None) -> Field[tuple[str, ...]]:
    """For whom the work is done."""
    return Field(
        "--principal",
        Text("Uppdragsgivare: myndighet, flera med komma mellan", "Principal: agency, several with commas between"),
        ",".join(given) if given else None,
        _parties,
        agencies,
    )


def agencies() -> Iterator[Choice]:
    """Every agency with its name."""
    for agency in known().registry.context.agencies.values():
        yield Choice(agency.id, said(agency.name))


def _parties(text: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not found:
        raise WrongUsage(Text("ange minst en part", "name one party at least"))
    return tuple(party(one) for one in found)


def party(text: str) -> str:
    """An agency's id, or the code of a municipality or a region; NotFound names what looks like it."""
    loaded = known()
    names = municipality_names(loaded.reference)
    if text in loaded.registry.context.agencies or text in names or text in loaded.reference.counties:
        return text
    code = next((code for code, name in names.items() if name == text), None)
    if code:
        return code
    raise unknown(Text("myndigheten", "agency"), text, {one: one for one in loaded.registry.context.agencies})


def partial_day_field(option: str, question: Text, given: str | None, *, optional: bool = False) -> Field[PartialDate]:
    """When, as precise as the source."""
    asked = Text(f"{question.sv} (ÅÅÅÅ-MM-DD)", f"{question.en} (YYYY-MM-DD)")
    return Field(option, asked, given, a_partial_day, optional=optional)


def in_two_languages(option: str, swedish: str | None, english: str | None) -> Text | None:
    """A text that is given in both languages or not at all."""
    if swedish is None and english is None:
        return None
    if not swedish or not english:
        missing = option if not swedish else f"{option}-en"
        raise WrongUsage(
            Text(f"det saknas uppgifter: {missing}", f"these are missing: {missing}"),
            Text("texten visas på båda språken", "the text is shown in both languages"),
        )
    return Text(swedish, english)


_LEVELS = {
    Level.GENERAL: Text("allmän information", "general information"),
    Level.GUIDANCE: Text("vägledning", "guidance"),
    Level.OWN_MATTER: Text("hjälp i eget ärende", "help with one's own matter"),
    Level.HANDLING: Text("handläggning", "handling"),
}
_BOOKINGS = {
    Booking.DROP_IN: Text("utan bokning", "drop-in"),
    Booking.BOOKED: Text("bokat besök", "booked visits"),
    Booking.BOTH: Text("båda", "both"),
}


def level_field(given: Level | None) -> Field[Level]:
    """How far the office's staff go."""
    return Field(
        "--level",
        Text("Hur långt hjälper personalen?", "How far do the staff help?"),
        given.value if given else None,
        lambda text: Level(one_of("--level", *Level)(text)),
        lambda: (Choice(level, said(words)) for level, words in _LEVELS.items()),
        optional=True,
    )


def booking_field(given: Booking | None) -> Field[Booking]:
    """How a visitor gets to it."""
    return Field(
        "--booking",
        Text("Med eller utan bokning?", "Drop-in or booked?"),
        given.value if given else None,
        lambda text: Booking(one_of("--booking", *Booking)(text)),
        lambda: (Choice(booking, said(words)) for booking, words in _BOOKINGS.items()),
        optional=True,
    )


def terms(since: PartialDate, agencies_named: list[str] | None, level: Level | None, booking: Booking | None) -> Terms:
    """On what terms agencies take part."""
    return Terms(since, tuple(party(one) for one in agencies_named or ()), level, booking)


def unused_id(kind: Kind) -> Callable[[str], str]:
    """Read an id for a new document; Refused where one has it."""

    def check(text: str) -> str:
        if not is_id(text):
            raise no_id(text)
        context = known().registry.context
        if text in (context.agencies if kind is Kind.AGENCY else context.agreements):
            raise Refused(
                Text(f"{text} finns redan", f"there is a {text} already"),
                Text("ändra det med set, eller välj ett annat id", "change that with set, or choose another id"),
            )
        return text

    return check
