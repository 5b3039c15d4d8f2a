"""The feeds of changes: JSON Feed 1.1 (jsonfeed.org) and its twin in Atom (RFC 4287), newest first.

A feed has no way to withdraw an entry, so nothing is ever taken out but by age; an office that closes is an entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from sscctl.publishing.edition import Artefact, Edition
from sscctl.publishing.news import News
from sscctl.publishing.office_record import Published
from sscctl.publishing.plain import Json, Record, both, day, known, page, partial, texts
from sscctl.publishing.website.paths import Sort, path_of
from sscctl.text import Language

JSON_FEED, ATOM = "changes.json", "changes.atom"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


def publish(edition: Edition, offices: Sequence[Published]) -> Iterator[Artefact]:
    """Yield both feeds: what the registry's commits changed for visitors, one entry a change."""
    there = {one.office.id for one in offices}
    yield Artefact(JSON_FEED, "application/feed+json", page(_json_feed(edition, there)))
    yield Artefact(ATOM, "application/atom+xml; charset=utf-8", _atom(edition, there))


def _json_feed(edition: Edition, there: set[str]) -> Record:
    title = edition.settings.title
    return known(
        version="https://jsonfeed.org/version/1.1",
        title=title.sv,
        description="Vad som ändras för besökare. / What changes for visitors.",
        home_page_url=edition.page(JSON_FEED, "") if edition.base_url else None,
        feed_url=edition.link(JSON_FEED, JSON_FEED),
        language="sv",
        authors=[known(name=edition.publisher_name)],
        items=[_item(edition, news, there) for news in edition.news],
    )


def _item(edition: Edition, news: News, there: set[str]) -> Json:
    change = news.change
    return known(
        id=news.ident,
        url=_page(edition, JSON_FEED, news, there),
        title=f"{news.name.sv}: {news.sentence.sv}",
        content_text=f"{news.name.sv}: {news.sentence.sv}\n\n{news.name.en}: {news.sentence.en}",
        date_published=_utc(news.instant),
        date_modified=_utc(news.instant),
        tags=texts((change.topic.value, change.kind.value, *([news.office] if news.office else ()))),
        _sscctl=known(
            about="https://jsonfeed.org/version/1.1#extensions-a-name-extensions-a",
            type=change.kind.value,
            topic=change.topic.value,
            subject=change.subject,
            officeId=news.office,
            uri=_data(edition, JSON_FEED, news, there),
            field=change.field,
            effectiveFrom=day(news.effective),
            effectiveAsTold=partial(change.on),
            effectiveThrough=day(change.through),
            correction=change.correction or None,
            agency=change.agency,
            summary=both(news.sentence),
            commit=news.commit,
        ),
    )


def _atom(edition: Edition, there: set[str]) -> bytes:
    ET.register_namespace("", _NAMESPACE)
    feed = ET.Element(f"{{{_NAMESPACE}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "sv"})
    own = edition.link(ATOM, ATOM)
    _add(feed, "id", own if "://" in own else f"urn:sscctl:{edition.settings.publisher}:changes")
    _add(feed, "title", edition.settings.title.sv)
    dates = [news.instant for news in edition.news]
    _add(feed, "updated", _utc(max(dates, default=edition.instant or _UNDATED)))
    _add(_add(feed, "author"), "name", edition.publisher_name)
    _add(feed, "rights", edition.settings.licence)
    _add(feed, "link", rel="self", type="application/atom+xml", href=own)
    _add(feed, "link", rel="alternate", type="application/feed+json", href=edition.link(ATOM, JSON_FEED))
    for news in edition.news:
        entry = _add(feed, "entry")
        _add(entry, "id", news.ident)
        _add(entry, "title", f"{news.name.sv}: {news.sentence.sv}")
        _add(entry, "updated", _utc(news.instant))
        _add(entry, "published", _utc(news.instant))
        _add(entry, "category", term=news.change.kind.value)
        if told := _page(edition, ATOM, news, there):
            _add(entry, "link", rel="alternate", type="text/html", hreflang="sv", href=told)
        if data := _data(edition, ATOM, news, there):
            _add(entry, "link", rel="related", type="application/json", href=data)
        text = f"{news.name.sv}: {news.sentence.sv}\n\n{news.name.en}: {news.sentence.en}"
        _add(entry, "content", text, type="text")
    ET.indent(feed, " ")
    return bytes(ET.tostring(feed, "utf-8", xml_declaration=True)) + b"\n"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    element.text = None if text is None else "".join(map(_lawful, text))
    return element


def _lawful(letter: str) -> str:
    """The letter, or a replacement character for one that XML 1.0 has not got (2.2)."""
    code = ord(letter)
    is_lawful = letter in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
    return letter if is_lawful else "\ufffd"


def _page(edition: Edition, origin: str, news: News, there: set[str]) -> str | None:
    """Where a visitor reads on."""
    path = path_of(Sort.OFFICE, news.office, Language.SWEDISH) if news.office in there and news.office else None
    return edition.page(origin, path) if path else None


def _data(edition: Edition, origin: str, news: News, there: set[str]) -> str | None:
    return edition.link(origin, f"offices/{news.office}.json") if news.office in there else None


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
