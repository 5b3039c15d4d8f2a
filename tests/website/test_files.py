"""Every page of the real registry: light, whole, and leading only to what is there."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from sscctl.publishing.website.rendering import POLICY
from sscctl.reading.reference import Reference
from tests.builders import CHECKOUT
from tests.website.markup import parse
from tests.website.sites import made_up, made_up_files, pages_of, real_files

HTML, CSS, JS, FONT = 20_000, 8_000, 12_000, 20_000
"""How heavy a file may be on the wire, in bytes of gzip."""


def _pages(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith("webb/") and path.endswith(".html")}


def _weight(data: bytes) -> int:
    return len(gzip.compress(data, 9))


@pytest.fixture(scope="module", params=["real", "made up"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return real_files() if request.param == "real" else made_up_files()


@pytest.mark.slow
class TestEveryPage:
    def test_leads_only_to_what_is_there(self, files: dict[str, bytes]) -> None:
        trees = {path: parse(data) for path, data in _pages(files).items()}
        names = {path: {one.get("id") for one in tree.iter() if one.get("id")} for path, tree in trees.items()}
        lost = []
        for path, tree in trees.items():
            for _, attribute, link, _ in tree.iterlinks():
                parts = urlsplit(link)
                if attribute == "content" or parts.scheme:
                    continue
                target = normpath(join(dirname(path), parts.path)) if parts.path else path
                if target not in files or (parts.fragment and parts.fragment not in names.get(target, ())):
                    lost.append((path, link))
        assert lost == []

    def test_is_light(self, files: dict[str, bytes]) -> None:
        assert {path: size for path, data in _pages(files).items() if (size := _weight(data)) > HTML} == {}

    def test_asks_for_nothing_from_elsewhere_and_holds_no_style_or_script_of_its_own(
        self, files: dict[str, bytes]
    ) -> None:
        for path, data in _pages(files).items():
            tree = parse(data)
            loaded = [*tree.xpath("//@src"), *tree.xpath("//link[@rel='stylesheet' or @rel='icon']/@href")]
            assert not [one for one in loaded if urlsplit(one).scheme or one.startswith("//")], path
            assert len(loaded) == 3, path
            assert (
                tree.xpath("//@style | //style | //*/@onclick | //script[not(@src)][@type!='application/ld+json']")
                == []
            )
            assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY]

    def test_has_a_title_a_description_and_one_heading_of_its_own(self, files: dict[str, bytes]) -> None:
        titles: dict[str, str] = {}
        for path, data in _pages(files).items():
            tree = parse(data)
            assert len(tree.xpath("//h1")) == 1, path
            assert tree.xpath("//meta[@name='description']/@content")[0], path
            title = f"{path.startswith('webb/en/')} {tree.xpath('//title')[0].text_content()}"
            if not tree.xpath("//meta[@name='robots']"):  # under a former id, a page is found, and not searched for
                assert titles.setdefault(title, path) == path, title

    def test_has_its_twin_and_tells_its_language(self, files: dict[str, bytes]) -> None:
        for path, data in _pages(files).items():
            tree = parse(data)
            own, other = ("en", "sv") if path.startswith("webb/en/") else ("sv", "en")
            assert tree.get("lang") == own
            (twin,) = tree.xpath(f"//li[@class='other']/a[@hreflang='{other}']/@href")
            assert normpath(join(dirname(path), twin)) in files


def test_what_all_pages_share_is_light() -> None:
    files = made_up_files()
    assert _weight(files["webb/assets/site.css"]) <= CSS
    assert _weight(files["webb/assets/site.js"]) <= JS


def test_the_typeface_is_the_one_of_its_package_and_lies_beside_its_licence() -> None:
    package = CHECKOUT / "tests/npm/node_modules/@fontsource/fraunces"
    files = made_up_files()
    assert files["webb/assets/fraunces.woff2"] == (package / "files/fraunces-latin-600-normal.woff2").read_bytes()
    assert files["webb/assets/fraunces-licence.txt"] == (package / "LICENSE").read_bytes()
    assert len(files["webb/assets/fraunces.woff2"]) <= FONT


def test_without_an_address_there_are_no_absolute_links_and_no_list_for_search_engines() -> None:
    pages = pages_of(made_up())
    assert "sitemap.xml" not in pages
    assert b"canonical" not in b"".join(data for path, data in pages.items() if path.endswith(".html"))


def test_with_one_each_page_names_itself_and_its_twin() -> None:
    pages = pages_of(made_up(base_url="https://exempel.se"))
    tree = parse(pages["en/office/allt.html"])
    assert tree.xpath("//link[@rel='canonical']/@href") == ["https://exempel.se/webb/en/office/allt.html"]
    assert {one.get("hreflang"): one.get("href") for one in tree.xpath("//link[@rel='alternate'][@hreflang]")} == {
        "sv": "https://exempel.se/webb/kontor/allt.html",
        "en": "https://exempel.se/webb/en/office/allt.html",
        "x-default": "https://exempel.se/webb/kontor/allt.html",
    }
    listed = [one.text or "" for one in ET.fromstring(pages["sitemap.xml"]).iter() if one.tag.endswith("}loc")]
    assert {one.removeprefix("https://exempel.se/webb/") for one in listed} == {
        path for path, data in pages.items() if path.endswith(".html") and b'content="noindex"' not in data
    }


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert pages_of(made_up()) == pages_of(made_up())


def test_the_calendar_and_the_data_of_an_office_are_offered_where_they_are_published() -> None:
    path = "kontor/allt.html"
    assert b"v1/" not in re.sub(rb"curl[^<]*", b"", pages_of(made_up())[path])
    told = pages_of(made_up(), ("hours/allt.ics", "offices/allt.json"))[path]
    assert b'type="text/calendar"' in told
    assert b'href="../../v1/offices/allt.json"' in told


def test_the_start_page_leads_feed_readers_to_the_feeds_that_are_published() -> None:
    told = parse(pages_of(made_up(), ("changes.atom", "changes.json"))["en/index.html"])
    feeds = told.xpath("//link[@rel='alternate'][@type]")
    assert {one.get("type"): one.get("href") for one in feeds} == {
        "application/atom+xml": "../../v1/changes.atom",
        "application/feed+json": "../../v1/changes.json",
    }
    assert parse(pages_of(made_up())["index.html"]).xpath("//link[@rel='alternate'][@type]") == []


def test_where_there_is_no_reference_data_there_is_no_map_and_no_error() -> None:
    pages = pages_of(replace(made_up(), reference=Reference(dict[str, bytes]().get)))
    assert b"<path" not in pages["karta.html"].split(b"<main")[1]
    assert "kontor/allt.html" in pages
