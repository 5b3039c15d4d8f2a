"""What the commands on agreements need to know, and how each answer is checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Annotated

import typer

from sscctl.cli.choices import not_among
from sscctl.cli.edit_fields import a_partial_day, ids_in, known, one_of
from sscctl.cli.language import said, t
from sscctl.cli.options import complete_agency
from sscctl.cli.prompts import Choice, Field
from sscctl.domain.agreement import AgreementKind
from sscctl.domain.office import Booking, Level
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.agreements import NewTask
from sscctl.editing.joining import Terms
from sscctl.editing.office_add import is_id, no_id
from sscctl.errors import NotFound, Refused, WrongUsage
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


_TASK = re.compile(r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*): *(?P<sv>.+?) / (?P<en>.+)")
CASES = ("id-card", "passport-handout", "lost-property", "covid-certificate")


def tasks(given: list[str] | None, authority: list[str] | None, personal: list[str] | None) -> tuple[NewTask, ...]:
    """The tasks of `ID: svenska / English`, with what `ID=…` marks as public authority or as personal data."""
    cases = dict(_marked("--public-authority", authority))
    access: dict[str, list[str]] = {}
    for ident, words in _marked("--personal-data", personal):
        access.setdefault(ident, []).append(words)
    for case in cases.values():
        if case not in CASES:
            raise not_among(case, CASES, "--public-authority")
    found = []
    for text in given or ():
        match = _TASK.fullmatch(text)
        if not match:
            raise WrongUsage(
                Text(f"--task: {text} går inte att läsa", f"--task: {text} cannot be read"),
                Text("skriv --task 'ID: svenska / English'", "write --task 'ID: svenska / English'"),
            )
        ident = match["id"]
        done = Text(match["sv"], match["en"])
        found.append(NewTask(ident, done, cases.pop(ident, None), tuple(access.pop(ident, ()))))
    for ident in (*cases, *access):
        raise NotFound(Text(f"det finns ingen --task {ident}", f"there is no --task {ident}"))
    return tuple(found)


def _marked(option: str, given: list[str] | None) -> Iterator[tuple[str, str]]:
    for text in given or ():
        ident, equals, words = (part.strip() for part in text.partition("="))
        if not equals or not words:
            raise WrongUsage(
                Text(f"{option}: {text} går inte att läsa", f"{option}: {text} cannot be read"),
                Text(f"skriv {option} UPPGIFT=…", f"write {option} TASK=…"),
            )
        yield ident, words


def legal_basis(given: list[str] | None) -> tuple[tuple[str, str | None], ...]:
    """The acts of `sfs-2019-212` or `sfs-2019-212:1`; NotFound for one that the registry does not hold."""
    found = []
    decisions = known().registry.context.decisions
    for text in given or ():
        act, _, section = (part.strip() for part in text.partition(":"))
        if act not in decisions:
            raise unknown(Text("författningen", "act"), act, {one: one for one in decisions})
        found.append((act, section or None))
    return tuple(found)


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
