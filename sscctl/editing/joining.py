"""Offices signed on to an agreement: its principals take part at each of them from a day on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sscctl.domain.agreement import Agreement, AgreementKind, Scope
from sscctl.domain.office import Booking, Level
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.registry import WITHOUT_PARTICIPATION
from sscctl.editing.agreements import AgreementOnDesk, both
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.edit import Edit, Insert
from sscctl.editing.entries import Entries, text_of
from sscctl.editing.offices import OnDesk, entry
from sscctl.editing.sources import Origin
from sscctl.errors import Refused
from sscctl.reading.node import Node
from sscctl.text import Text

PARTICIPATIONS = "participations"


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms agencies take part: which of the principals (all where none is named), since when, how far."""

    since: PartialDate
    agencies: tuple[str, ...] = ()
    level: Level | None = None
    booking: Booking | None = None
    services: tuple[str, ...] = ()
    note: Text | None = None

    def item(self, agency: str, agreement: str, source: str | None) -> dict[str, Value]:
        """The entry as an office's document has it."""
        return entry(
            agency=agency,
            agreement=agreement,
            valid_from=self.since.text,
            level=self.level.value if self.level else None,
            booking=self.booking.value if self.booking else None,
            services=list(self.services),
            note=both(self.note) if self.note else None,
            source=source,
        )


def join(desk: Desk, ident: str, offices: Sequence[str], terms: Terms, origin: Origin | None) -> Desk:
    """Sign the offices on: the agreement lists them, and each gets an entry for every agency.

    What an agency has under another agreement ends the day before. An entry under this agreement that holds then is
    left as it is. Refused for agreements that let nobody act for another, for days on which this one does not hold,
    and where an agency begins later under another agreement.
    """
    on_desk = AgreementOnDesk.of(desk, ident)
    agreement = on_desk.agreement
    agencies = _agencies(agreement, terms)
    _refuse_wrong_days(agreement, on_desk, terms)
    for office in offices:
        desk = _join_one(OnDesk.of(desk, office), agreement, agencies, terms, origin)
    if agreement.scope is not Scope.ALL:
        new = [office for office in offices if office not in agreement.offices]
        desk = desk.edit(on_desk.path, *_listed(len(agreement.offices), new))
    return desk


def _listed(there: int, new: Iterable[str]) -> list[Edit]:
    return [Insert(("offices", there + number), office) for number, office in enumerate(new)]


def _agencies(agreement: Agreement, terms: Terms) -> Sequence[str]:
    if agreement.kind in WITHOUT_PARTICIPATION:
        is_intent = agreement.kind is AgreementKind.LETTER_OF_INTENT
        what = Text("en avsiktsförklaring", "a letter of intent") if is_intent else Text("om lokaler", "on premises")
        raise Refused(
            Text(f"{agreement.id} är {what.sv}", f"{agreement.id} is {what.en}"),
            Text("bara serviceavtal låter en myndighet delta", "only a service agreement lets an agency take part"),
        )
    for agency in terms.agencies:
        if agency not in agreement.principals:
            raise Refused(
                Text(f"{agency} är inte part i {agreement.id}", f"{agency} is no party to {agreement.id}"),
                Text(f"parter är {', '.join(agreement.principals)}", f"parties are {', '.join(agreement.principals)}"),
            )
    return terms.agencies or agreement.principals


def _refuse_wrong_days(agreement: Agreement, on_desk: AgreementOnDesk, terms: Terms) -> None:
    began, last = agreement.since or agreement.concluded, on_desk.days.last
    if began and terms.since.last < began.first:
        raise Refused(
            Text(f"{agreement.id} gäller först från {began}", f"{agreement.id} holds from {began} on only"),
            Text("ange en senare dag med --from", "give a later day with --from"),
        )
    if last and terms.since.has_start and terms.since.first > last:
        raise Refused(Text(f"{agreement.id} upphörde {last}", f"{agreement.id} ended on {last}"))


def _join_one(
    office: OnDesk, agreement: Agreement, agencies: Sequence[str], terms: Terms, origin: Origin | None
) -> Desk:
    _ = office.office  # Refused where the document cannot be understood
    held = [agency for agency in agencies if not _takes_part(office, agency, agreement.id, terms)]
    if not held:
        return office.desk
    office, source = office.cite(origin)
    entries = Entries(office.tree, PARTICIPATIONS)
    for agency in held:
        _end_others(entries, agency, terms.since, office.path)
        entries.insert(len(entries.items), terms.item(agency, agreement.id, source))
    return office.edit(*entries.edits).desk


def _takes_part(office: OnDesk, agency: str, agreement: str, terms: Terms) -> bool:
    """Whether the agency has an entry under the agreement that holds on or after the day."""
    for item in Entries(office.tree, PARTICIPATIONS).items:
        last = Node(item, []).last_day("valid_through")
        if (item.get("agency"), item.get("agreement")) == (agency, agreement) and (
            not last or last >= terms.since.last
        ):
            return True
    return False


def _end_others(entries: Entries, agency: str, since: PartialDate, path: str) -> None:
    for index, item in enumerate(entries.items):
        period = Node(item, []).period()
        if item.get("agency") != agency or (period.last and period.last < since.first):
            continue
        if not since.has_start or (period.start and period.start >= since.first):
            other = text_of(item, "agreement") or "–"
            raise Refused(
                Text(
                    f"{path}: {agency} deltar redan från {item.get('valid_from', '–')} ({other})",
                    f"{path}: {agency} takes part from {item.get('valid_from', '–')} on already ({other})",
                )
            )
        entries.put(index, "valid_through", (since.first - timedelta(days=1)).isoformat())
