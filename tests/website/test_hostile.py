"""Whatever a text holds, the page shows it as text: nothing runs, nothing breaks out of its place."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext

from sscctl.domain.network import Attribution
from sscctl.publishing.edition import Edition
from sscctl.publishing.website.rendering import mail, phone, web
from sscctl.reading.reference import Reference
from sscctl.text import Text
from tests.builders import reference_files
from tests.publishing.test_hostile_strings import spoilt
from tests.website.browser import served
from tests.website.markup import parse
from tests.website.sites import made_up, offices, pages_of

HOSTILE = {
    "an element that runs": "<img src=x onerror=window.hit=1>",
    "the end of a script": "</script><script>window.hit=1</script>",
    "the end of a title": "</title></svg></style></textarea><script>window.hit=1</script>",
    "the end of an attribute": "\" onmouseover=window.hit=1 autofocus onfocus=window.hit=1 x='",
    "a comment": "--><script>window.hit=1</script><!--",
    "an address that runs": "javascript:window.hit=1",
    "data for a page": "data:text/html,<script>window.hit=1</script>",
    "words of the templates": "{{ 7*7 }}{% raw %}{# x #}",
    "namespaces": "<svg><style><img title='</style><img src=x onerror=window.hit=1>'>",
    "unseen characters": "a\u202eb\u2028c\u2029d\x00e",
    "entities": "&lt;script&gt;&#60;script&#62;&amp;",
}
_HIT = "addEventListener('securitypolicyviolation', event => { window.hit = event.violatedDirective })"


def holding(text: str) -> Edition:
    """The made-up offices with the text in every field, of agencies, sources, settings and places, too."""
    base = made_up(*(spoilt(one, text) for one in offices()))
    context = base.registry.context
    agencies = {ident: spoilt(one, text) for ident, one in context.agencies.items()}
    agencies = {ident: replace(one, id=ident, county=None) for ident, one in agencies.items()}
    settings = replace(
        base.settings,
        title=Text(text, text),
        description=Text(text, text),
        licence=text,
        attributions=(Attribution(text, text, text, text),),
    )
    decisions = {ident: replace(one, title_sv=text, title_en=text) for ident, one in context.decisions.items()}
    agreements = {ident: spoilt(one, text) for ident, one in context.agreements.items()}
    agreements = {
        ident: replace(one, id=ident, principals=context.agreements[ident].principals)
        for ident, one in agreements.items()
    }
    network = spoilt(context.network, text)
    context = replace(
        context,
        agencies=agencies,
        settings=settings,
        decisions=decisions,
        agreements=agreements,
        network=replace(network, tables=None),
    )
    return replace(
        base,
        settings=settings,
        reference=places(text),
        revision=text,
        registry=replace(base.registry, context=context),
    )


def places(text: str) -> Reference:
    """Reference data whose names are the text."""
    files = {path: data for path, data in reference_files().items() if path.endswith("s.csv")}
    for name, columns in (("municipalities", ("name", "seat_name")), ("counties", ("name",))):
        rows = list(csv.DictReader(io.StringIO(files[f"reference/{name}.csv"].decode())))
        table = io.StringIO()
        writer = csv.DictWriter(table, rows[0], lineterminator="\n")
        writer.writeheader()
        few = rows[:2] + [row for row in rows if row["code"] in {"1480", "0180"}]
        clean = text.replace("\x00", "")
        writer.writerows(row | dict.fromkeys(columns, clean) for row in few)
        files[f"reference/{name}.csv"] = table.getvalue().encode()
    files.pop("reference/postcodes.csv")
    return Reference(files.get)


def shape(data: bytes) -> list[str]:
    """The elements of a page with the names of their attributes, in their order."""
    return [f"{one.tag} {sorted(one.keys())}" for one in parse(data).iter() if type(one.tag) is str]


@pytest.fixture(scope="module")
def plain() -> dict[bool, dict[str, list[str]]]:
    """The shapes with a word that begins with a letter, and with one that does not: the list of towns has both."""
    words = {True: "text", False: "1text"}
    return {
        is_letter: {path: shape(data) for path, data in pages_of(holding(word)).items() if path.endswith(".html")}
        for is_letter, word in words.items()
    }


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_page_has_the_shape_that_it_has_with_plain_words_and_no_link_that_runs(
    text: str, plain: dict[bool, dict[str, list[str]]]
) -> None:
    pages = {path: data for path, data in pages_of(holding(text)).items() if path.endswith(".html")}
    expected = plain[text[0].isalpha()]
    assert pages.keys() == expected.keys()
    for path, data in pages.items():
        assert shape(data) == expected[path], path
        schemes = {urlsplit(link).scheme for *_, link, _ in parse(data).iterlinks() if link}
        assert schemes <= {"", "http", "https", "mailto", "tel"}, path


def test_the_linked_data_says_the_same_and_cannot_end_its_element() -> None:
    text = HOSTILE["the end of a script"]
    data = pages_of(holding(text))["kontor/allt.html"]
    (island,) = parse(data).xpath("//script[@type='application/ld+json']")
    assert json.loads(island.text)["@graph"][0]["name"] == f"Servicekontoret {text}"


@pytest.mark.slow
def test_nothing_runs_in_a_browser(context: BrowserContext) -> None:
    context.add_init_script(_HIT)
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for text in HOSTILE.values():
        pages = pages_of(holding(text))
        with served({f"webb/{path}": data for path, data in pages.items()}) as address:
            for path in ("kontor/allt.html", "en/office/nedlagt.html", "karta.html"):
                page.goto(f"{address}/webb/{path}")
                assert page.evaluate("window.hit") is None, (text, path)
            page.goto(f"{address}/webb/index.html")
            page.fill("#sok", text[:3].strip() or "a")
            page.wait_for_timeout(100)
            assert page.evaluate("window.hit") is None, text


def test_a_link_is_made_only_of_what_is_one() -> None:
    assert web("https://exempel.se/a") == "https://exempel.se/a"
    assert [web(text) for text in ("javascript:alert(1)", "//exempel.se", "https://[::1", "", None)] == [None] * 5
    assert mail("info@exempel.se", "Å & ä") == "mailto:info@exempel.se?subject=%C3%85%20%26%20%C3%A4"
    assert mail("info@exempel.se?bcc=x") is None
    assert phone("+46771451000") == "tel:+46771451000"
    assert phone("112;ext=1") is None
