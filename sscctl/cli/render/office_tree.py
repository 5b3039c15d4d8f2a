"""Everything known of one office on a day, as plain JSON values: what `show --format json` and `yaml` print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from sscctl.cli.render.offices import brief
from sscctl.domain.event import Event
from sscctl.domain.hours import Schedule, Weeks
from sscctl.domain.office import CoLocation, OfficeService, Participation, Remark
from sscctl.domain.period import Period
from sscctl.domain.place import Address
from sscctl.domain.provenance import Disagreement, Source
from sscctl.querying.portrait import Portrait
from sscctl.text import Text

Value: TypeAlias = str | int | float | bool | list["Value"] | dict[str, "Value"]


def as_tree(portrait: Portrait) -> dict[str, Value]:
    """The office as `schemas/output/show.schema.json` promises it; what is unknown is missing.

    Dates are as precise as their source (`2021`, `2021-11`, `2021-11-01`, `../2023-10-02`); `[]` is closed.
    """
    office = portrait.office
    schedule = portrait.schedule
    rest: dict[str, object] = {
        "valid_on": portrait.day,
        "predecessor": office.predecessor,
        "address": _address(portrait.address) if portrait.address else None,
        "other_addresses": [_address(other) for other in office.addresses if other is not portrait.address],
        "opening_hours": {
            "current": _schedule(schedule) if schedule else None,
            "others": [_schedule(other) for other in office.hours.schedules if other is not schedule],
            "deviations": [
                {
                    **_period(deviation.period),
                    "hours": [str(s) for s in deviation.hours],
                    "reason": _text(deviation.reason),
                    "source": deviation.sources or None,
                }
                for deviation in portrait.coming_deviations
            ],
        },
        "participations": [_participation(part) for part in portrait.participations],
        "co_locations": [_co_location(other) for other in portrait.co_locations],
        "services": [_service(service) for service in portrait.services],
        "facilities": dict(office.facilities),
        "contact": {
            "phone": office.contact.phone.shown if office.contact.phone else None,
            "email": office.contact.email,
            "web": office.contact.web,
        },
        "lifecycle": [_event(event) for event in office.lifecycle],
        "remarks": [_remark(remark) for remark in office.remarks],
        "disagreements": [_disagreement(one) for one in office.disagreements],
        "sources": {source.id: _source(source) for source in office.sources},
    }
    return _known({**brief(portrait), **rest})


def _address(address: Address) -> dict[str, object]:
    position = address.position
    return {
        "valid_from": address.since,
        "valid_through": address.period.last,
        "street": address.street,
        "postcode": address.postcode,
        "post_town": address.post_town,
        "locality": address.locality,
        "directions": _text(address.directions),
        "position": {
            "latitude": position.latitude,
            "longitude": position.longitude,
            "precision": position.precision,
            "source": position.sources or None,
        }
        if position
        else None,
        "note": _text(address.note),
        "source": address.sources or None,
    }


def _schedule(schedule: Schedule) -> dict[str, object]:
    return {
        "valid_from": schedule.since,
        "valid_through": schedule.period.last,
        "undated": schedule.undated or None,
        "weekly": {day.value: [str(span) for span in spans] for day, spans in schedule.weekly.items()},
        "days_per_week": schedule.days_per_week,
        "weeks": _weeks(schedule.weeks) if schedule.weeks else None,
        "note": _text(schedule.note),
        "source": schedule.sources or None,
    }


def _weeks(weeks: Weeks) -> object:
    """As the files write it: `odd`, `even`, every so many weeks, or the n-th of the month."""
    if weeks.parity is not None:
        return "odd" if weeks.parity else "even"
    return {"every": weeks.every, "from": weeks.start, "nth": weeks.nth or None}


def _participation(part: Participation) -> dict[str, object]:
    return {
        "agency": part.agency,
        "agreement": part.agreement,
        "valid_from": part.since,
        "valid_through": part.period.last,
        "level": part.level,
        "booking": part.booking,
        "services": part.services or None,
        "note": _text(part.note),
        "source": part.sources or None,
    }


def _co_location(other: CoLocation) -> dict[str, object]:
    return {
        "party": other.party,
        "municipality": other.municipality,
        "other": other.other,
        "status": other.status,
        "role": other.role,
        "kind": other.kind,
        "agreement": other.agreement,
        "valid_from": other.since,
        "valid_through": other.period.last,
        "opening_hours": None if other.opening_hours is None else [_schedule(each) for each in other.opening_hours],
        "test_place": other.test_place,
        "lease_through": other.lease_through,
        "informed": other.informed,
        "note": _text(other.note),
        "source": other.sources or None,
    }


def _service(service: OfficeService) -> dict[str, object]:
    return {
        "agency": service.agency,
        "service": service.service,
        "available": service.available,
        "booking": service.booking,
        "valid_from": service.since,
        "note": _text(service.note),
        "source": service.sources or None,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "event": event.kind,
        "on": event.on,
        "status": event.status,
        "expected": event.expected,
        "last_day": event.last_day,
        "decision": event.decision,
        "body": event.body,
        "consulted": event.consulted or None,
        "successors": event.successors or None,
        "basis": event.basis,
        "note": _text(event.note),
        "source": event.sources or None,
    }


def _remark(remark: Remark) -> dict[str, object]:
    return {"on": remark.on, "text": _text(remark.text), "source": remark.sources or None}


def _disagreement(one: Disagreement) -> dict[str, object]:
    return {"field": one.field, "value": one.value, "note": _text(one.note), "source": one.sources or None}


def _source(source: Source) -> dict[str, object]:
    return {
        "url": source.url,
        "document": source.document,
        "title": source.title,
        "date": source.date,
        "retrieved": source.retrieved,
    }


def _period(period: Period) -> dict[str, object]:
    return {"valid_from": period.start, "valid_through": period.last}


def _text(text: Text | None) -> dict[str, object] | None:
    return {"sv": text.sv, "en": text.en} if text else None


def _known(mapping: Mapping[str, object]) -> dict[str, Value]:
    """Drop what is unknown (`None`, and mappings with nothing in them), and turn dates and lists into JSON's own."""
    return {key: plain for key, value in mapping.items() if (plain := _plain(value)) is not None and plain != {}}


def _plain(value: object) -> Value | None:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return _known(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Iterable):
        return [plain for item in value if (plain := _plain(item)) is not None]
    return str(value)
