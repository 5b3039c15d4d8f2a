"""The feeds of changes: both say the same, keep their standards, and name no person."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from sscctl.domain.change import Change, ChangeKind, Topic
from sscctl.publishing.feeds import ATOM, JSON_FEED
from sscctl.publishing.news import News
from sscctl.publishing.press import make
from sscctl.text import Text
from tests.publishing.editions import edition

HOSTILE = "</title><script>x</script> & ]]> \x1b[31m \x00 \u202e ='A1"


LINKS = (("webb/kontor", "html"), ("v1/offices", "json"))


def news(
    sentence: str = "nedlagt från 1 juni",
    *,
    topic: Topic = Topic.OFFICE,
    subject: str = "exempelstad-torget",
    effective: date = date(2026, 6, 1),
) -> News:
    change = Change(topic, subject, ChangeKind.CLOSES, "status", effective, visible=True)
    instant = datetime(2026, 5, 1, 8, tzinfo=UTC)
    return News(change, Text("Torget", "Torget"), Text(sentence, "closed from 1 June"), "a" * 40, instant)


def printed(*told: News, base_url: str | None = None) -> tuple[dict[str, Any], Any]:
    made = make(replace(edition(base_url=base_url), news=told))
    return json.loads(made.data(JSON_FEED)), feedparser.parse(made.data(ATOM))


def test_an_entry_tells_the_change_in_both_languages_and_from_when() -> None:
    feed, _ = printed(news())
    [item] = feed["items"]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert item["title"] == "Torget: nedlagt från 1 juni"
    assert item["content_text"].endswith("Torget: closed from 1 June")
    assert item["date_published"] == "2026-05-01T08:00:00Z"
    assert item["url"] == "../webb/kontor/exempelstad-torget.html"
    assert item["_sscctl"]["uri"] == "offices/exempelstad-torget.json"
    assert (item["_sscctl"]["type"], item["_sscctl"]["effectiveFrom"]) == ("closes", "2026-06-01")


def test_with_an_address_it_leads_to_the_page_and_to_the_data() -> None:
    feed, atom = printed(news(), base_url="https://exempel.se/data")
    page, data = (f"https://exempel.se/data/{path}/exempelstad-torget.{end}" for path, end in LINKS)
    assert feed["home_page_url"] == "https://exempel.se/data/webb/"
    assert (feed["items"][0]["url"], feed["items"][0]["_sscctl"]["uri"]) == (page, data)
    [entry] = atom.entries
    assert [(link.rel, link.href) for link in entry.links] == [("alternate", page), ("related", data)]


def test_both_feeds_hold_the_same_entries_in_the_same_order() -> None:
    feed, atom = printed(news(), news(effective=date(2026, 7, 1)), news(subject="annan"))
    assert not atom.bozo
    assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]
    assert [item["title"] for item in feed["items"]] == [entry.title for entry in atom.entries]
    assert len({item["id"] for item in feed["items"]}) == 3


def test_an_entry_is_called_the_same_for_ever() -> None:
    assert news().ident == news("andra ord").ident
    assert news().ident != news(effective=date(2026, 6, 2)).ident
    assert news().ident.startswith("urn:sha256:")


def test_what_is_not_published_is_not_pointed_to() -> None:
    feed, _ = printed(news(subject="borta"), news(topic=Topic.AGREEMENT, subject="avtal"))
    assert all("url" not in item for item in feed["items"])
    assert "officeId" not in feed["items"][1]["_sscctl"]


@pytest.mark.parametrize("base_url", [None, "https://exempel.se/data"])
def test_atom_has_what_its_standard_demands(base_url: str | None) -> None:
    made = make(replace(edition(base_url=base_url), news=(news(),)))
    feed = ET.fromstring(made.data(ATOM))
    space = {"a": "http://www.w3.org/2005/Atom"}
    for element in ("id", "title", "updated", "author/a:name"):
        assert feed.findtext(f"a:{element}", namespaces=space), element
        if element != "author/a:name":
            assert feed.findtext(f"a:entry/a:{element}", namespaces=space), element
    assert [link.get("rel") for link in feed.findall("a:link", space)] == ["self", "alternate"]
    if base_url:
        assert feed.findtext("a:id", namespaces=space) == f"{base_url}/v1/changes.atom"


def test_hostile_words_stay_words() -> None:
    feed, atom = printed(news(HOSTILE))
    assert feed["items"][0]["title"] == f"Torget: {HOSTILE}"
    assert not atom.bozo
    told = ET.fromstring(make(replace(edition(), news=(news(HOSTILE),))).data(ATOM))
    assert "<script>x</script> & ]]>" in str(told.findtext(".//{*}content"))


def test_without_news_the_feeds_are_there_and_empty() -> None:
    feed, atom = printed()
    assert (feed["items"], atom.entries, atom.bozo) == ([], [], False)
