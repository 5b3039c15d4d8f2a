"""Where a value comes from: for a person, and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sscctl.cli.console import Style, columns, styled
from sscctl.cli.language import said, t
from sscctl.cli.office_past import OfficePast
from sscctl.cli.render.entries import said_date, worded, written
from sscctl.cli.render.revision import CUT, day_of, moment_tree, stamp
from sscctl.cli.visible import visible, visible_json
from sscctl.cli.words import OFFICE_KIND, STATUS, when
from sscctl.diffing.biography import Cited, Found, Held
from sscctl.domain.agreement import Agreement
from sscctl.domain.event import Status
from sscctl.domain.finding import Pointer
from sscctl.domain.office import OfficeKind
from sscctl.domain.provenance import Source


@dataclass(frozen=True, slots=True)
class Answer:
    """What a field of an office held, newest first, as far as it is about `day`.

    `agreements` are those on all offices that give the office agencies beside its own entries.
    """

    office: OfficePast
    field: str
    day: date
    held: Sequence[Held]
    agreements: Sequence[Agreement]


def as_text(answer: Answer) -> str:
    """Each value with its grounds below it."""
    office = answer.office
    lines = [visible(f"Servicekontoret {office.name} ({office.id}): {answer.field}"), ""]
    for one in answer.held:
        lines += [*_block(office, one), ""]
    for agreement in answer.agreements:
        lines += [*_agreement(office, agreement), ""]
    if office.is_cut:
        lines += _lines(said(CUT), "")
    return "\n".join(lines).rstrip("\n")


def _block(office: OfficePast, one: Held) -> Iterator[str]:
    for words in _values(office, one.found):
        for line in _lines(words, ""):
            yield styled(line, Style.STRONG)
    yield from _fact(t("sedan", "since"), f"{day_of(one.since)}: {stamp(one.since)}")
    if one.regrounded:
        label = t("grund från", "grounds from")
        yield from _fact(label, f"{day_of(one.regrounded)}: {stamp(one.regrounded)}")
    if one.grounds.decision:
        yield from _fact(t("beslut", "decision"), _decision(office, one.grounds.decision))
    if one.grounds.agreement:
        yield from _fact(t("avtal", "agreement"), _agreed(office, one.grounds.agreement))
    for cited in one.grounds.sources:
        yield from _source(cited.id, *_described(cited))
    if one.found.value is not None and not (one.grounds.sources or one.grounds.decision):
        yield from _fact(t("källa", "source"), t("ingen angiven för uppgiften", "none given for the field"))


def _values(office: OfficePast, found: Found) -> Iterator[str]:
    """The value, or each of several on a line of its own."""
    if found.value is None:
        yield t("(ingen uppgift)", "(not known)")
        return
    pointer = found.pointers[0] if found.pointers else ()
    parts = found.value if isinstance(found.value, list) else []
    if len(parts) > 1 and len(found.pointers) == len(parts):
        yield from map(partial(_worded, office), found.pointers, parts)
    elif parts and len(pointer) == 1:  # a whole list of the document
        yield from (_worded(office, (*pointer, place), item) for place, item in enumerate(parts))
    else:
        yield _worded(office, pointer, found.value)


def _worded(office: OfficePast, pointer: Pointer, value: object) -> str:
    """A whole entry as `show` words it, after its date; a single value in its own words."""
    topic = str(pointer[0]) if pointer else "status"
    if isinstance(value, dict) and len(pointer) == 2:
        since = value.get("valid_from") or value.get("on")
        words = worded(topic, value, office.agency)
        return f"{said_date(since)}: {words}" if isinstance(since, str) else words
    if pointer == ("kind",) and value in list(OfficeKind):
        return said(OFFICE_KIND[OfficeKind(str(value))])
    if value in list(Status) and (len(pointer) == 2 or not pointer or pointer[-1] == "status"):
        return said(STATUS[Status(str(value))])
    if value == [] and topic in ("opening_hours", "deviations"):
        return t("stängt", "closed")
    return written(value)


def _decision(office: OfficePast, ident: str) -> str:
    known = office.context.decisions.get(ident)
    if known is None:
        return ident
    about = [part for part in (known.reference, said(when(known.on)) if known.on else None, ident) if part]
    return f"{said(known.title)} ({', '.join(about)})"


def _agreed(office: OfficePast, ident: str) -> str:
    known = office.context.agreements.get(ident)
    return f"{said(known.title)} ({ident})" if known and known.title else ident


def _agreement(office: OfficePast, agreement: Agreement) -> Iterator[str]:
    names = ", ".join(map(office.agency, agreement.principals))
    for line in _lines(t(f"Vid alla kontor: {names}", f"At all offices: {names}"), ""):
        yield styled(line, Style.STRONG)
    yield from _fact(t("avtal", "agreement"), _agreed(office, agreement.id))
    for source in agreement.sources:
        yield from _source(source.id, str(source.date or ""), source.url or source.document or "")


def _described(cited: Cited) -> tuple[str, str]:
    """A source's date and place, as the version that named it had them."""
    place = next((one for key in ("url", "document") if isinstance(one := cited.about.get(key), str)), "")
    return str(cited.about.get("date") or ""), place


def _source(ident: str, dated: str, place: str) -> Iterator[str]:
    words = f"{ident} ({said_date(dated)})" if dated else ident
    yield from _fact(t("källa", "source"), f"{words}: {place}" if place else words)


def _fact(label: str, words: str) -> Iterator[str]:
    return iter(_lines(f"{label}: {words}", "  "))


def _lines(words: str, indent: str) -> list[str]:
    return textwrap.wrap(
        visible(words),
        columns(),
        initial_indent=indent,
        subsequent_indent=indent * 2,
        break_long_words=False,
        break_on_hyphens=False,
    )


def as_json(answer: Answer) -> str:
    """The answer as `schemas/output/why.schema.json` promises it."""
    return visible_json(
        {
            "office": answer.office.id,
            "field": answer.field,
            "on": answer.day.isoformat(),
            "former": list(answer.office.former),
            "cut": answer.office.is_cut,
            "values": [_tree(answer.office, one) for one in answer.held],
            "agreements": [
                {
                    "id": agreement.id,
                    "title": _both(agreement.title),
                    "agencies": list(agreement.principals),
                    "sources": [_source_tree(source) for source in agreement.sources],
                }
                for agreement in answer.agreements
            ],
        }
    )


def _tree(office: OfficePast, one: Held) -> dict[str, object]:
    decision = one.grounds.decision
    known = office.context.decisions.get(decision) if decision else None
    return {
        "value": one.found.value,
        "pointers": ["/".join(map(str, pointer)) for pointer in one.found.pointers],
        "since": moment_tree(one.since),
        "regrounded": moment_tree(one.regrounded) if one.regrounded else None,
        "decision": {
            "id": decision,
            "title": _both(known.title) if known else None,
            "reference": known.reference if known else None,
            "date": str(known.on) if known and known.on else None,
        }
        if decision
        else None,
        "agreement": one.grounds.agreement,
        "sources": [{"id": cited.id, **_texts(cited.about)} for cited in one.grounds.sources],
    }


_ABOUT = ("url", "document", "title", "date", "retrieved")


def _texts(about: Mapping[str, object]) -> dict[str, str | None]:
    return {key: value if isinstance(value := about.get(key), str) else None for key in _ABOUT}


def _source_tree(source: Source) -> dict[str, str | None]:
    texts = (source.url, source.document, source.title)
    dates = (str(one) if one else None for one in (source.date, source.retrieved))
    return {"id": source.id, **dict(zip(_ABOUT, (*texts, *dates), strict=True))}


def _both(text: object) -> dict[str, str] | None:
    return {"sv": text.sv, "en": text.en} if hasattr(text, "sv") and hasattr(text, "en") else None
