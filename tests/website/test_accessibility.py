"""The pages are usable by everybody: judged by axe-core and the Nu HTML checker, in several ways of looking."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.builders import CHECKOUT
from tests.process import write_files
from tests.website.browser import served
from tests.website.sample import LONG, shares
from tests.website.sites import STATES, made_up_files, real_files

NPM = CHECKOUT / "tests/npm/node_modules"
NU = NPM / "vnu-jar/build/dist/vnu.jar"
PARTS = 24 if LONG else 8
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
MODES: dict[str, dict[str, object]] = {
    "in the light": {},
    "in the dark": {"color_scheme": "dark"},
    "in forced colours": {"forced_colors": "active"},
    "with text twice as large": {"device_scale_factor": 2},
}
LOOKS = [*product((320, 768, 1280), MODES)] if LONG else [(1280, "in the light")]
"""How every page is looked at."""

ONE_OF_EACH = (
    "index.html",
    "karta.html",
    "natet.html",
    "lattlast.html",
    "tillganglighet.html",
    "data.html",
    "404.html",
    "kontor/allt.html",
    "kontor/nedlagt.html",
    "kontor/osakert.html",
    "kommun/0184.html",
    "lan/14.html",
    "myndighet/skatteverket.html",
    "en/index.html",
    "en/office/natten.html",
)
"""A page of each kind, of the made-up offices."""

WAYS = {
    "at 320 pixels": {"viewport": NARROW},
    "in the dark": {"viewport": WIDE, "color_scheme": "dark"},
    "in forced colours": {"viewport": WIDE, "forced_colors": "active"},
    "with text twice as large": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}

_ASK = """axe.run(document, {
  resultTypes: ["violations"],
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
})"""


_TAKE = """async (address) => {
  const text = await (await fetch(address)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  history.replaceState(null, "", address);
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  const styles = [...document.querySelectorAll("link[rel=stylesheet]")].filter((link) => !link.sheet);
  await Promise.all(styles.map((link) => new Promise((done) => { link.onload = done; })));
}"""


@cache
def axe() -> str:
    return (NPM / "axe-core/axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What axe objects to on the page as it stands."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(axe())
    found = page.evaluate(_ASK)["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def overflows(page: Page) -> bool:
    """Whether the page has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("width", "mode"), LOOKS)
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_objects_to_nothing_on_any_page(real: str, browser: Browser, part: int, width: int, mode: str) -> None:
    """One window takes page after page, so that axe is read but once; their scripts run in the tests below."""
    pages = [path.removeprefix("webb/") for path in real_files() if path.startswith("webb/") and path.endswith(".html")]
    large = mode == "with text twice as large"
    viewport = {"width": width // 2 if large else width, "height": 900}
    context = browser.new_context(viewport=viewport, reduced_motion="reduce", **MODES[mode])  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{real}/404.html")
    for path in shares(pages, PARTS)[part]:
        page.evaluate(_TAKE, f"{real}/{path}")
        assert violations(page) == [], path
        assert not overflows(page), path
    context.close()


@pytest.mark.slow
def test_axe_objects_to_what_is_wrong_on_a_page_that_was_taken(page: Page) -> None:
    wrong = b"<!doctype html><html lang=sv><title>t</title><main><h1>t</h1><img src=x><a href=x></a></main>"
    files = {"a.html": b"<!doctype html><html lang=sv><title>t</title><main><h1>t</h1></main>", "b.html": wrong}
    with served(files) as address:
        page.goto(f"{address}/a.html")
        assert violations(page) == []
        page.evaluate(_TAKE, f"{address}/b.html")
        assert {one.partition(":")[0] for one in violations(page)} == {"image-alt", "link-name"}


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("language", ["kontor", "en/office"])
def test_nor_on_the_pages_of_offices_in_every_state(made_up: str, page: Page, language: str) -> None:
    for ident in STATES:
        page.goto(f"{made_up}/{language}/{ident}.html")
        assert violations(page) == [], ident


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("way", WAYS)
def test_nor_when_a_page_of_each_kind_is_looked_at(made_up: str, browser: Browser, way: str) -> None:
    context = browser.new_context(**WAYS[way])  # type: ignore[arg-type]
    page = context.new_page()
    for path in ONE_OF_EACH:
        page.goto(f"{made_up}/{path}")
        if way == "with text twice as large":
            page.evaluate("document.documentElement.style.fontSize = '212%'")
        assert violations(page) == [], path
        assert not overflows(page), path
    context.close()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_nu_html_checker_finds_no_error_on_any_page(tmp_path: Path) -> None:
    """What it warns of is that a file from the disk is not the site's own to the policy: a server's is."""
    for folder, files in (("real", real_files()), ("made-up", made_up_files())):
        write_files(tmp_path / folder, {path: data for path, data in files.items() if path.endswith(".html")})
    done = subprocess.run(
        ["java", "-Xmx700m", "-jar", NU, "--skip-non-html", "--stdout", "--format", "json", tmp_path],
        capture_output=True,
        check=False,
    )
    messages = json.loads(done.stdout)["messages"]
    told = {f"{one.get('url', '').rpartition('/')[2]}: {one['message']}" for one in messages if not _is_of_policy(one)}
    assert sorted(told) == []


def _is_of_policy(message: dict[str, str]) -> bool:
    return message["type"] == "info" and "violates Content Security Policy (meta tag)" in message["message"]
