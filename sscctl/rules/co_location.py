"""SSC501, SSC502, SSC508, SSC511: who shares the premises, and how far that has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sscctl.domain.agreement import AgreementKind
from sscctl.domain.finding import Severity
from sscctl.domain.office import CoLocation, CoLocationStatus, Office
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

SETTLED = (CoLocationStatus.AGREED, CoLocationStatus.ACTIVE)
"""What has been agreed, and so has to have a role, a source and a place."""

_TWO_YEARS = timedelta(days=730)


@BOOK.world_rule("SSC501", Severity.ERROR)
def nameless_co_location(office: Office, world: World) -> Iterator[Breach]:
    """A co-location does not name one party that exists, or is settled without the office's role.

    Who is under the same roof is the whole content of the entry: exactly one agency, municipality or other body. That
    the office's role (host, guest or shared) is not known is a gap and so a warning.

    Svenska: En samlokalisering nämner inte en part som finns, eller är överenskommen utan kontorets roll.

    Vem som finns under samma tak är hela innehållet: precis en myndighet, kommun eller annan part. Att kontorets roll
    (värd, gäst eller delad) inte är känd är en lucka och därför en varning.

    Bad:
        co_locations:
          - {party: trafikverk, role: host, status: active, valid_from: "2024-01-01", source: page}
    Good:
        co_locations:
          - {party: trafikverket, role: host, status: active, valid_from: "2024-01-01", source: page}
    """
    for index, shared in enumerate(office.co_locations):
        pointer = ("co_locations", index)
        parties = [party for party in (shared.party, shared.municipality, shared.other) if party]
        if len(parties) != 1:
            message = Text(
                f"samlokaliseringen nämner {len(parties)} parter", f"the co-location names {len(parties)} parties"
            )
            yield Breach(pointer, message, _ONE_PARTY)
        if shared.party and shared.party not in world.context.agencies:
            message = Text("myndigheten {party} finns inte", "there is no agency {party}")
            yield Breach((*pointer, "party"), message.format(party=shared.party), _KNOWN_PARTY)
        if shared.status in SETTLED and shared.role is None:
            yield Breach(pointer, _NO_ROLE, _ROLES, Severity.WARNING)


_ONE_PARTY = Text(
    "ange precis en av party, municipality och other", "give exactly one of party, municipality and other"
)
_KNOWN_PARTY = Text(
    "ange ett id ur agencies/, eller skriv parten i other", "give an id from agencies/, or write the party under other"
)
_NO_ROLE = Text("kontorets roll i lokalen saknas", "the office's role in the premises is missing")
_ROLES = Text("ange role: host, guest eller shared", "give role: host, guest or shared")


@BOOK.world_rule("SSC502", Severity.ERROR)
def work_for_the_party(office: Office, world: World) -> Iterator[Breach]:
    """A co-location rests on an agreement about work, or on one that does not exist.

    Sharing premises gives nobody tasks. When the office's staff do work for the other body, that is a participation
    and needs a service agreement of its own (SFS 2019:212, sections 1 and 2).

    Svenska: En samlokalisering vilar på ett avtal om arbetsuppgifter, eller på ett som inte finns.

    Att dela lokal ger ingen arbetsuppgifter. Utför kontorets personal arbete åt den andra är det servicesamverkan, som
    kräver ett eget serviceavtal (SFS 2019:212, 1 och 2 §§).

    Bad:
        co_locations:
          - {party: trafikverket, agreement: takeover-2019, role: host, status: active, source: page}
    Good:
        agreements/trafikverket-lokal:
          kind: co_location
          performer: statens-servicecenter
          principals: [trafikverket]
        co_locations:
          - {party: trafikverket, agreement: trafikverket-lokal, role: host, status: active, source: page}
    """
    for index, shared in enumerate(office.co_locations):
        if shared.agreement is None:
            continue
        pointer = ("co_locations", index, "agreement")
        agreement = world.context.agreements.get(shared.agreement)
        if agreement is None:
            message = Text("avtalet {id} finns inte", "there is no agreement {id}")
            yield Breach(pointer, message.format(id=shared.agreement), _KNOWN_AGREEMENT)
        elif agreement.kind is not AgreementKind.CO_LOCATION or agreement.tasks:
            message = Text("avtalet {id} gäller arbetsuppgifter", "the agreement {id} is about work")
            yield Breach(pointer, message.format(id=agreement.id), _PARTICIPATION)


_KNOWN_AGREEMENT = Text("ange ett id ur agreements/", "give an id from agreements/")
_PARTICIPATION = Text(
    "ange ett samlokaliseringsavtal; arbete åt parten hör hemma under participations",
    "name a co-location agreement; work for the party belongs under participations",
)


@BOOK.world_rule("SSC508", Severity.WARNING)
def forgotten_plan(office: Office, world: World) -> Iterator[Breach]:
    """A co-location has been proposed or under study for more than 24 months.

    Something has most likely been decided since; a plan that nobody follows up makes readers wait in vain.

    Svenska: En samlokalisering har varit föreslagen eller under utredning i mer än 24 månader.

    Troligen har något beslutats sedan dess. En plan som ingen följer upp får läsaren att vänta förgäves.

    Bad:
        co_locations:
          - {party: trafikverket, status: proposed, valid_from: "2018-05", source: page}
    Good:
        co_locations:
          - {party: trafikverket, status: declined, valid_from: "2018-05", source: page}
    """
    for index, shared in enumerate(office.co_locations):
        open_question = shared.status in (CoLocationStatus.PROPOSED, CoLocationStatus.UNDER_STUDY)
        if open_question and shared.since and shared.since.last < world.today - _TWO_YEARS:
            message = Text("{status} sedan {since}", "{status} since {since}")
            yield Breach(
                ("co_locations", index, "status"),
                message.format(status=shared.status.value, since=shared.since),
                Text("ta reda på hur det gick och ange status", "find out what came of it and set the status"),
            )


@BOOK.office_rule("SSC511", Severity.ERROR)
def unfounded_co_location(office: Office) -> Iterator[Breach]:
    """A co-location that is agreed or active names no source.

    Visitors plan by it and the parties are bound by it, so it must be possible to look up.

    Svenska: En överenskommen eller pågående samlokalisering saknar källa.

    Besökare planerar efter den och parterna är bundna av den. Därför ska den gå att slå upp.

    Bad:
        co_locations:
          - {party: trafikverket, role: host, status: active, valid_from: "2024-01-01"}
    Good:
        co_locations:
          - {party: trafikverket, role: host, status: active, valid_from: "2024-01-01", source: page}
    """
    for index, shared in enumerate(office.co_locations):
        if shared.status in SETTLED and not shared.sources:
            message = Text("samlokaliseringen med {whom} saknar källa", "the co-location with {whom} has no source")
            advice = Text("lägg till source, eller ange en tidigare status", "add a source, or set an earlier status")
            yield Breach(("co_locations", index), message.format(whom=shared.whom), advice)


def settled(office: Office) -> Iterator[tuple[int, CoLocation]]:
    """The co-locations that are agreed or active, with their places in the file."""
    return ((index, shared) for index, shared in enumerate(office.co_locations) if shared.status in SETTLED)
