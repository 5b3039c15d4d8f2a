"""The pages in use: searching, walking with the keyboard, without scripts, and with nothing asked from elsewhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow


def find(page: Page, text: str) -> list[str]:
    """Type in the search field, and return the names that come."""
    page.fill("#sok", text)
    page.wait_for_function("text => document.getElementById('sok').value === text", arg=text)
    expect(page.locator("#svar")).not_to_be_empty()
    page.wait_for_timeout(150)
    return page.locator("#traffar .card-name").all_inner_texts()


class TestSearch:
    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("kiruna", "Servicekontoret Kiruna"),
            ("overkalix", "Servicekontoret Överkalix"),
            ("Överkalix", "Servicekontoret Överkalix"),
            ("ASELE", "Servicekontoret Åsele"),
            ("981 31", "Servicekontoret Kiruna"),
            ("SE-98131", "Servicekontoret Kiruna"),
            ("idkort", "Servicekontoret Halmstad"),
            ("Haparanda", "Servicekontoret Överkalix"),
        ],
        ids=[
            "a name",
            "without dots",
            "with dots",
            "capitals",
            "a postcode",
            "with a country",
            "two words as one",
            "a town without one",
        ],
    )
    def test_finds(self, real: str, page: Page, text: str, first: str) -> None:
        page.goto(f"{real}/index.html")
        assert find(page, text)[0] == first

    def test_finds_a_service(self, real: str, page: Page) -> None:
        page.goto(f"{real}/index.html")
        assert "Servicekontoret Skellefteå" in find(page, "id-kort")
        page.goto(f"{real}/en/index.html")
        assert "Servicekontoret Skellefteå" in find(page, "identity card")

    def test_says_that_nothing_is_found(self, real: str, page: Page) -> None:
        page.goto(f"{real}/index.html")
        assert find(page, "qwertyuiop") == []
        assert "Inga träffar" in page.inner_text("#svar")

    def test_the_nearest_are_found_from_a_position_only_when_it_is_asked_for(self, real: str, browser: Browser) -> None:
        context = browser.new_context(permissions=["geolocation"], geolocation={"latitude": 67.85, "longitude": 20.2})
        page = context.new_page()
        page.goto(f"{real}/index.html")
        assert page.inner_text("#svar") == ""
        page.click("#har")
        expect(page.locator("#traffar .card-name").first).to_have_text("Servicekontoret Kiruna")
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        context.close()


class TestNow:
    def test_an_office_says_whether_it_is_open_by_swedish_time_and_marks_the_day(
        self, made_up: str, browser: Browser
    ) -> None:
        context = browser.new_context(timezone_id="America/New_York")
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-24T09:30:00Z")
        page.goto(f"{made_up}/kontor/allt.html")
        expect(page.locator(".state .now")).to_have_text("Öppet nu, stänger 16.00")
        assert page.locator("tr[aria-current=date] th").all_inner_texts() == ["Tisdag"]
        page.clock.set_fixed_time("2026-12-24T09:30:00Z")
        page.goto(f"{made_up}/en/office/natten.html")
        expect(page.locator(".state .now")).to_contain_text("Closed now, opens")
        context.close()

    def test_a_day_of_this_week_that_is_not_as_others_is_told_in_its_row(self, made_up: str, page: Page) -> None:
        page.clock.set_fixed_time("2026-12-24T09:30:00Z")
        page.goto(f"{made_up}/kontor/allt.html")
        expect(page.locator("tr[aria-current=date] .but")).to_have_text("Den här veckan (24 december): stängt")
        told = [text.removeprefix("Den här veckan ") for text in page.locator(".but").all_inner_texts()]
        closed = [f"({day} december): stängt" for day in (24, 25, 26)]
        assert told == ["(23 december): 10.00–13.00", *closed]
        page.goto(f"{made_up}/en/office/natten.html")
        expect(page.locator("tr[aria-current=date] .but")).to_have_text("This week (24 December): closed")

    def test_of_odd_and_even_weeks_only_the_one_that_is_has_its_day_marked(self, made_up: str, page: Page) -> None:
        page.clock.set_fixed_time("2026-11-24T09:30:00Z")
        page.goto(f"{made_up}/kontor/udda-och-jamna.html")
        expect(page.locator("tr[aria-current=date]")).to_have_count(1)
        assert page.locator("table:has([aria-current]) caption").inner_text().startswith("Vanlig vecka, jämna veckor")
        assert page.locator(".but").count() == 0

    def test_nothing_is_said_where_the_hours_are_unknown(self, made_up: str, page: Page) -> None:
        page.goto(f"{made_up}/kontor/okanda-tider.html", wait_until="networkidle")
        assert page.inner_text(".state .now") == ""


def test_a_walk_with_the_keyboard(real: str, page: Page) -> None:
    page.goto(f"{real}/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innehall"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "sok"
    page.keyboard.type("lulea")
    expect(page.locator("#traffar .card-name").first).to_have_text("Servicekontoret Luleå")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "card-name":
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/kontor/lulea.html")
    assert page.inner_text("h1") == "Servicekontoret Luleå"
    page.go_back()
    page.wait_for_url("**/index.html*")


def test_every_dot_of_the_map_is_reached_by_the_keyboard_and_named(real: str, page: Page) -> None:
    page.goto(f"{real}/karta.html")
    dots = page.locator("svg.sweden a")
    names = [dots.nth(number).get_attribute("aria-label") for number in range(dots.count())]
    assert len(names) > 60
    assert all(names)
    listed = page.locator(".map-list a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    led = dots.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert sorted(led) == sorted(listed)
    dots.first.focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{led[3]}")


def test_without_scripts_everything_is_there(real: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real}/index.html")
    page.fill("#sok", "Kiruna")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html?q=Kiruna#orter")
    page.get_by_role("link", name="Kiruna", exact=True).click()
    assert page.inner_text("h1") == "Servicekontoret Kiruna"
    page.go_back()
    page.click("text=Norrbottens län")
    page.click("text=Haparanda")
    assert page.locator(".card").count() == 5
    context.close()


@pytest.mark.parametrize("path", ["index.html", "kontor/skelleftea.html", "karta.html"])
def test_a_page_asks_for_few_files_none_from_elsewhere_and_keeps_nothing(real: str, page: Page, path: str) -> None:
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{real}/{path}", wait_until="networkidle")
    assert len(asked) <= 6
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(real).netloc}
    assert told == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("office", ["skelleftea", "goteborg-gamlestaden", "arvika"])
def test_print_gives_one_sheet_for_an_office(real: str, page: Page, office: str) -> None:
    page.goto(f"{real}/kontor/{office}.html")
    assert len(re.findall(rb"/Type /Page\b", page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    assert not page.is_visible(".top nav")
