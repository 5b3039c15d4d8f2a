"""The life of an office on both axes: for a person, as JSON and as a Markdown table."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from sscctl.cli.console import Style, columns, styled
from sscctl.cli.language import said, t
from sscctl.cli.office_past import OfficePast
from sscctl.cli.render.entries import TOPIC, said_date, worded
from sscctl.cli.render.revision import CUT, day_of, moment_tree, short_id, stamp
from sscctl.cli.render.tables import defused, markdown
from sscctl.cli.visible import visible, visible_json, width
from sscctl.diffing.biography import Learned, Moment

_WIDEST_DATE = 18


def as_text(office: OfficePast, events: Sequence[Learned]) -> str:
    """Each entry beside its date, under it when the registry learned and withdrew it; at the end the revisions."""
    dates = [visible(_date(one)) for one in events]
    label = min(_WIDEST_DATE, max(map(width, dates), default=0))
    title = (styled(line, Style.STRONG) for line in _folded([f"Servicekontoret {office.name} ({office.id})"]))
    lines = [*title, *_folded(_about(office))]
    if not events:
        lines.append(t("Inget är känt om dess liv.", "Nothing is known of its life."))
    for date, one in zip(dates, events, strict=True):
        lines += ["", *_entry(date, label, _words(office, one), _known(one))]
    moments = _moments(events)
    if moments:
        lines += ["", styled(t("Revisioner", "Revisions"), Style.STRONG)]
    lines += _folded([f"{day_of(moment)}  {stamp(moment)}" for moment in moments])
    return "\n".join(lines)


def _entry(date: str, label: int, words: str, known: str) -> Iterator[str]:
    if width(date) > label:
        yield date
        date = ""
    room = max(20, columns() - label - 2)
    start = date + " " * (label - width(date))
    for line in textwrap.wrap(visible(words), room, break_long_words=False, break_on_hyphens=False):
        yield f"{start}  {line}"
        start = " " * label
    for line in textwrap.wrap(known, room, break_on_hyphens=False):
        yield f"{' ' * label}  {styled(line, Style.FAINT)}"


def _folded(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(
            visible(line), columns(), subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        )


def _about(office: OfficePast) -> list[str]:
    """What has to be known of the document itself before its entries are read."""
    found = []
    if office.former:
        ids = ", ".join(office.former)
        found.append(t(f"Hette förut: {ids}", f"Formerly: {ids}"))
    if office.predecessor:
        one = office.predecessor
        found.append(
            t(
                f"Föregångare: {one} (se sscctl log {one})",
                f"Predecessor: {one} (see sscctl log {one})",
            )
        )
    if office.gone:
        when_gone = day_of(office.gone)
        found.append(t(f"Finns inte längre i registret: {when_gone}", f"No longer in the registry: {when_gone}"))
    return [*found, said(CUT)] if office.is_cut else found


def _date(one: Learned) -> str:
    return said_date(one.date) if one.date else t("utan datum", "undated")


def _words(office: OfficePast, one: Learned) -> str:
    words = worded(one.topic, one.entry, office.agency)
    topic = said(TOPIC[one.topic])
    return words[:1].upper() + words[1:] if one.topic == "lifecycle" else f"{topic[:1].upper()}{topic[1:]}: {words}"


def _known(one: Learned) -> str:
    learned = f"{day_of(one.learned)} [{short_id(one.learned)}]"
    words = t(f"registret fick veta det {learned}", f"the registry learned it {learned}")
    if one.withdrawn is None:
        return words
    withdrawn = f"{day_of(one.withdrawn)} [{short_id(one.withdrawn)}]"
    return t(f"{words} och tog bort det {withdrawn}", f"{words} and withdrew it {withdrawn}")


def _moments(events: Sequence[Learned]) -> list[Moment]:
    """Every revision that taught or withdrew something, oldest first."""
    found = {moment for one in events for moment in (one.learned, one.withdrawn) if moment and moment.revision}
    return sorted(found, key=lambda moment: (moment.revision.instant, moment.revision.id) if moment.revision else ())


def as_markdown(office: OfficePast, events: Sequence[Learned]) -> str:
    """A heading, what has to be known first, and a table."""
    headings = (
        t("datum", "date"),
        t("vad", "what"),
        t("registret fick veta det", "the registry learned it"),
        t("registret tog bort det", "the registry withdrew it"),
    )
    rows = [
        (_date(one), _words(office, one), _told(one.learned), _told(one.withdrawn) if one.withdrawn else "")
        for one in events
    ]
    title = f"## {defused(visible(f'Servicekontoret {office.name} ({office.id})'))}"
    about = [defused(visible(line)) for line in _about(office)]
    return "\n\n".join([title, *about, markdown(headings, rows)])


def _told(moment: Moment) -> str:
    return f"{day_of(moment)}: {stamp(moment)}" if moment.revision else day_of(moment)


def as_json(office: OfficePast, events: Sequence[Learned]) -> str:
    """The life as `schemas/output/log.schema.json` promises it."""
    return visible_json(
        {
            "office": office.id,
            "name": office.name,
            "former": list(office.former),
            "predecessor": office.predecessor,
            "gone": moment_tree(office.gone) if office.gone else None,
            "cut": office.is_cut,
            "events": [
                {
                    "date": one.date or None,
                    "office": office.id,
                    "kind": one.topic,
                    "entry": one.entry,
                    "learned": moment_tree(one.learned),
                    "withdrawn": moment_tree(one.withdrawn) if one.withdrawn else None,
                }
                for one in events
            ],
        }
    )
