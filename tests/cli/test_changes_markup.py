"""Reports on changes as Markdown and as a page: hostile text does nothing there, and a long one ends in time."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.cli.render.changes_html import as_html
from sscctl.cli.render.changes_map import WHOLE, frame
from sscctl.cli.render.changes_markdown import LONGEST, MARKER, as_markdown, safe
from sscctl.diffing.nearest import Site
from sscctl.diffing.report import End, Report, report
from sscctl.domain.place import Point
from tests.builders import files_of, laid_over
from tests.cli.hostile import PRINTABLE
from tests.diffing.comparing import event, open_office, sides

TODAY = date(2026, 11, 22)
EXTRA = {
    "the end of a fold": "</details></summary></main><script>alert(1)</script>",
    "the end of a comment": "--> <!-- sscctl diff -->",
    "a link of its own accord": "se www.exempel.se och https://exempel.se",
    "what GitHub and GitLab link": "GH-12 !34 #56 &78 %9 ~bug $1 1a2b3c4d5e6f7",
    "a table's end and a rule": "| --- |",
    "a heading and a list": "# rubrik",
    "a number of a list": "1. ett",
}
NAMES = {**PRINTABLE, **EXTRA}


def told(before: Mapping[str, Mapping[str, object]], after: Mapping[str, Mapping[str, object]]) -> Report:
    both = sides(files_of(laid_over(before)), files_of(laid_over(after)))
    assert not both.unreadable
    return report(both, End("HEAD", None), End(None, None), TODAY)


def renamed(name: str) -> Report:
    """An office of that name, that gets a page of that name and closes for a reason of that name."""
    life = [event("opened", "2020-01-01")]
    note = {"sv": name, "en": name}
    closing = [*life, event("closing_decided", "2026-10-01", last_day="2026-12-31", note=note)]
    path = "offices/arvika.yaml"
    old = open_office("1784", name, town=name)
    new = open_office("1784", f"{name} 2", town=f"{name} 2", lifecycle=closing, remarks=[{"text": note}])
    return told({path: old}, {path: new})


class TestMarkdown:
    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_a_name_does_nothing(self, name: str) -> None:
        text = as_markdown(renamed(name))
        outside = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "CODE", text.removeprefix(MARKER))
        assert not re.search(r"[@#$~\[\]|{}]", outside.replace("### ", "", 1).replace("> [!WARNING]", "", 1))
        assert set(re.findall(r"<[^>]*>?", outside)) <= {
            "<details>",
            "</details>",
            "<summary>",
            "</summary>",
            "<details open>",
        }
        assert "://" not in outside
        assert "www." not in outside

    @given(st.text(max_size=40))
    def test_what_is_made_safe_is_one_line_that_holds_code_or_harmless_letters(self, text: str) -> None:
        found = safe(text)
        assert "\n" not in found
        if found.startswith("`"):
            fence = re.match("`+", found)
            assert fence
            assert found.endswith(fence[0])
            assert fence[0] not in found[len(fence[0]) : -len(fence[0])]
        else:
            assert not re.search(r"[*@#$~\[\]|{}<>^=`+]", found)

    def test_it_begins_with_the_marker_by_which_a_comment_is_found_again(self) -> None:
        assert as_markdown(renamed("Arvika")).splitlines()[0] == "<!-- sscctl diff -->"

    def test_what_does_not_fit_is_counted_and_every_fold_is_closed(self) -> None:
        long = "lång " * 14
        many = {f"offices/kontor-{number}.yaml": open_office("1880", f"{long}{number}") for number in range(500)}
        text = as_markdown(told({}, many))
        assert LONGEST - 1000 < len(text.encode()) <= LONGEST
        assert text.count("<details") == text.count("</details>")
        shown = sum(line.startswith("- **") for line in text.splitlines())
        left = re.search(r"\*\*([0-9]+) more lines do not fit here.\*\* sscctl diff HEAD shows them all.", text)
        assert left
        assert int(left[1]) >= 500 - shown > 0

    def test_summaries_come_before_details(self) -> None:
        text = as_markdown(renamed("Arvika"))
        assert text.index("One municipality loses its last office: Arvika.") < text.index("<details")


SITES = (
    Site("stockholm-kista", "0180", Point(59.4, 17.95), exact=True),
    Site("uppsala", "0380", Point(59.86, 17.64), exact=True),
    Site("kiruna", "2584", Point(67.86, 20.23), exact=True),
    Site("malmo", "1280", Point(55.6, 13.0), exact=True),
)


OPENED = event("opened", "2020-01-01")
SERVICE = {"agency": "migrationsverket", "valid_from": "2020-01-01", "source": "page"}
SERVED = open_office("1784", "Arvika", participations=[SERVICE])
UNSERVED = open_office("1784", "Arvika", participations=[{**SERVICE, "valid_through": "2026-12-31"}])


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}


def page(text: str) -> _Page:
    parsed = _Page()
    parsed.feed(text)
    assert parsed.open == []
    return parsed


class TestThePage:
    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_a_name_does_nothing(self, name: str) -> None:
        usual, found = page(as_html(renamed("Arvika"))), page(as_html(renamed(name)))
        assert found.tags == usual.tags
        assert found.attributes == usual.attributes

    def test_it_fetches_nothing_runs_nothing_and_its_policy_allows_its_own_style_alone(self) -> None:
        text = as_html(renamed("Arvika"))
        found = page(text)
        assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(found.tags)
        assert not {name for name in found.attributes if name.startswith("on") or name in ("style", "src")}
        style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
        assert style
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert f"default-src 'none'; style-src 'sha256-{digest}'" in text

    def test_two_maps_show_the_offices_before_and_after(self) -> None:
        text = as_html(renamed("Arvika"))
        assert text.count("<svg") == 2
        assert "Before: 2 offices" in text
        assert "After: 1 office<" in text
        assert text.count('class="goes"') == text.count('class="gone"') == 1
        assert text.count('<path class="land"') == 21

    def test_where_an_agency_leaves_the_maps_show_its_offices(self) -> None:
        text = as_html(told({"offices/arvika.yaml": SERVED}, {"offices/arvika.yaml": UNSERVED}))
        assert "<h2>The offices with Swedish Migration Agency before and after, on 1 January 2027</h2>" in text
        assert text.count('class="gone"') == 1

    def test_where_an_office_closes_besides_they_show_all(self) -> None:
        path, closing = "offices/kiruna.yaml", {"lifecycle": [OPENED, event("closed", "2027-02-01")]}
        office, closed = (open_office("2584", "Kiruna", **more) for more in ({}, closing))
        text = as_html(
            told({"offices/arvika.yaml": SERVED, path: office}, {"offices/arvika.yaml": UNSERVED, path: closed})
        )
        assert "<h2>The offices before and after, on 1 February 2027</h2>" in text

    def test_the_maps_show_the_office_to_which_visitors_may_go(self) -> None:
        _, _, kiruna, malmo = SITES
        lulea = Site("lulea", "2580", Point(65.58, 22.15), exact=True)
        part = frame([kiruna, lulea, malmo], [lulea, malmo])
        assert part.holds(lulea.point)
        assert not part.holds(malmo.point)

    def test_the_maps_show_no_more_of_the_country_than_changes(self) -> None:
        stockholm, uppsala, kiruna, malmo = SITES
        part = frame([stockholm, uppsala], [uppsala])
        assert part.holds(stockholm.point)
        assert part.holds(uppsala.point)
        assert not part.holds(kiruna.point)
        assert frame([malmo, kiruna], []) == frame([stockholm], [stockholm]) == WHOLE
