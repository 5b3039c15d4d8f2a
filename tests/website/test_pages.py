"""What the pages say: of open offices and closed ones, of places without an office, and of what is unknown."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sscctl.domain.hours import Weeks
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.publishing.website import words
from sscctl.publishing.website.hours_view import weeks_told
from sscctl.text import Language
from tests.builders import office, week
from tests.website.markup import parse
from tests.website.sites import PAGE, STATES, made_up, pages_of

SV, EN = Language.SWEDISH, Language.ENGLISH


@pytest.fixture(scope="module")
def pages() -> dict[str, bytes]:
    return pages_of(made_up())


def text(data: bytes, where: str = "//main") -> str:
    """The words of a page, blanks and lines made one."""
    return " ".join(" ".join(one.text_content() for one in parse(data).xpath(where)).split())


class TestOffice:
    @pytest.mark.parametrize(
        ("ident", "sv", "en"),
        [
            ("allt", "Här får du hjälp med ärenden hos", "Here you get help with matters of"),
            (
                "nedlagt",
                "Kontoret är nedlagt sedan 1 juli 2026. Sista dagen för besök var 30 juni 2026.",
                "since 1 July 2026",
            ),
            ("stangt-nu", "Kontoret är tillfälligt stängt.", "The office is closed for now."),
            ("planerat", "Enligt planen skulle det öppna 2027.", "By the plan it was to open 2027."),
            ("foreslaget", "Kontoret är föreslaget.", "The office is proposed."),
            ("installt", "Kontoret blev aldrig av. Planerna ställdes in mars 2021.", "never came to be"),
            ("osakert", "Det är osäkert om kontoret finns kvar", "It is not certain whether"),
        ],
    )
    def test_says_what_it_is(self, pages: dict[str, bytes], ident: str, sv: str, en: str) -> None:
        assert sv in text(pages[f"kontor/{ident}.html"])
        assert en in text(pages[f"en/office/{ident}.html"])

    def test_leads_from_a_closed_one_to_its_successor_and_to_the_nearest(self, pages: dict[str, bytes]) -> None:
        tree = parse(pages["kontor/nedlagt.html"])
        links = tree.xpath("//section[@class='instead']//a/@href")
        assert links[0] == "../kontor/allt.html"
        assert len(links) == 4
        assert re.search(r"Göteborg|km", text(pages["kontor/nedlagt.html"]))

    def test_says_that_what_is_unknown_is_unknown(self, pages: dict[str, bytes]) -> None:
        told = text(pages["kontor/okanda-tider.html"])
        for unknown in ("Vi vet inte när kontoret har öppet", "Gatuadressen är okänd", "Vi vet inte om du kommer in"):
            assert unknown in told

    def test_tells_deviations_before_the_table_with_dates_in_words(self, pages: dict[str, bytes]) -> None:
        told = text(pages["kontor/natten.html"])
        notice = told.index("Tisdag 8 december 11.00–12.00")
        assert notice < told.index("Vanlig vecka")
        assert "Torsdag 24 december Stängt Julafton Fredag 25" in told
        assert "Fredag 1 januari 2027 Stängt Nyårsdagen" in told
        assert "Thursday 24 December Closed Christmas Eve" in text(pages["en/office/natten.html"])

    def test_shows_the_ordinary_week_and_never_a_day_of_this_one(self, pages: dict[str, bytes]) -> None:
        rows = parse(pages["kontor/natten.html"]).xpath("//table[@class='week']//tr[th[@scope='row']]")
        told = [" ".join(row.text_content().split()) for row in rows]
        assert told == [
            "Måndag 10.00–16.00",
            "Tisdag 00.00–24.00",
            "Onsdag 00.00–04.00",
            "Torsdag okänt",
            "Fredag 08.00–11.30 och 12.30–17.00",
            "Lördag 10.00–14.00",
            "Söndag stängt",
        ]
        assert "aria-current" not in str(pages["kontor/natten.html"]).partition("<main")[2]

    def test_days_that_follow_one_another_and_are_unknown_stand_in_one_row(self) -> None:
        some = office(opening_hours=[{"valid_from": "2026-01-01", "weekly": {"tue": ["10:00-12:00"]}, "source": PAGE}])
        page = pages_of(made_up(some))[f"kontor/{some.id}.html"]
        rows = parse(page).xpath("//table[@class='week']//tr[th[@scope='row']]")
        told = [" ".join(row.text_content().split()) for row in rows]
        assert told == ["Måndag okänt", "Tisdag 10.00–12.00", "Onsdag–söndag okänt"]

    def test_hours_that_were_told_long_ago_are_said_to_be_old(self) -> None:
        old = office(
            opening_hours=[{"valid_from": "../2020", "weekly": week("10:00-16:00"), "source": PAGE}],
            sources={PAGE: {"url": "https://exempel.se", "date": "2020"}},
        )
        told = text(pages_of(made_up(old))[f"kontor/{old.id}.html"])
        assert "Vanlig vecka enligt uppgift från 2020" in told
        assert "Tiderna är från 2020 och kan ha ändrats." in told

    @pytest.mark.parametrize(
        ("addresses", "link"),
        [
            (
                [{"street": "Exempelgatan 1", "post_town": "Kiruna", "source": PAGE}],
                "https://www.openstreetmap.org/search?query=Exempelgatan+1%2C+Kiruna%2C+Sverige",
            ),
            (
                [{"position": {"latitude": 59.34, "longitude": 18.05, "precision": "entrance"}, "source": PAGE}],
                "https://www.openstreetmap.org/?mlat=59.34&mlon=18.05#map=17/59.34/18.05",
            ),
            (None, None),
        ],
        ids=["a street", "a point", "neither"],
    )
    def test_leads_to_a_map_on_the_web_where_it_can_be_found_on_one(self, addresses: object, link: str | None) -> None:
        one = office(addresses=addresses)
        links = parse(pages_of(made_up(one))[f"kontor/{one.id}.html"]).xpath(
            "//a[contains(@href,'openstreetmap')]/@href"
        )
        assert links == ([link] if link else [])

    def test_tells_odd_weeks_from_even_ones(self, pages: dict[str, bytes]) -> None:
        told = text(pages["kontor/udda-och-jamna.html"])
        assert "Vanlig vecka, udda veckor" in told
        assert "Vanlig vecka, jämna veckor" in told

    def test_names_the_agencies_with_what_is_known_of_each(self, pages: dict[str, bytes]) -> None:
        told = text(pages["kontor/allt.html"], "//ul[@class='help']")
        assert "Migrationsverket" in told
        assert "Vägledning, med eller utan bokning." in told
        assert "Till och med 31 december 2026." in told
        assert "finns inte här" in text(pages["kontor/allt.html"])

    def test_tells_what_changes_with_dates_in_words(self, pages: dict[str, bytes]) -> None:
        assert "sista dagen för besök är 31 mars 2027" in text(pages["kontor/laggs-ned.html"])

    def test_every_state_has_a_page_in_both_languages(self, pages: dict[str, bytes]) -> None:
        assert {f"kontor/{ident}.html" for ident in STATES} <= pages.keys()
        assert {f"en/office/{ident}.html" for ident in STATES} <= pages.keys()


class TestPlaces:
    def test_a_municipality_without_an_office_names_the_nearest_with_their_distance(
        self, pages: dict[str, bytes]
    ) -> None:
        told = text(pages["kommun/1784.html"])
        assert "Vi känner inte till något öppet servicekontor i kommunen." in told
        assert re.search(r"· [0-9]+ km", told)
        assert "räknat fågelvägen från Arvika" in told

    def test_the_start_page_lists_every_town_that_has_one(self, pages: dict[str, bytes]) -> None:
        tree = parse(pages["index.html"])
        links = tree.xpath("//section[@class='letter']//li/a/@href")
        assert "kontor/allt.html" in links
        assert "kontor/nedlagt.html" not in links
        others = tree.xpath("//details//li/a/@href")
        assert {"kontor/nedlagt.html", "kontor/planerat.html", "kontor/osakert.html"} <= {*others}

    def test_offices_of_one_town_stand_under_its_name_the_one_that_bears_it_first(self) -> None:
        names = {"a": "Rosengård", "b": "Malmö", "c": "Malmö city", "d": "Malmöhus"}
        some = [office(id=ident, name=name, town="Malmö") for ident, name in names.items()]
        links = parse(pages_of(made_up(*some))["index.html"]).xpath("//section[@class='letter']//li/a")
        assert [one.text_content() for one in links] == ["Malmö", "Malmö city", "Malmö, Malmöhus", "Malmö, Rosengård"]

    def test_an_agency_names_its_offices(self, pages: dict[str, bytes]) -> None:
        links = parse(pages["myndighet/migrationsverket.html"]).xpath("//main//a/@href")
        assert "../kontor/allt.html" in links
        assert "../kontor/natten.html" not in links


class TestWords:
    def test_a_date_is_as_precise_as_its_source(self) -> None:
        told = {text: words.a_date(PartialDate.parse(text), SV) for text in ("2021", "2021-11", "2021-11-05")}
        assert told == {"2021": "2021", "2021-11": "november 2021", "2021-11-05": "5 november 2021"}
        assert words.a_date(PartialDate.parse("../2023-10-02"), EN) == "by 2 October 2023"
        assert words.a_date(PartialDate.parse("2017-06/2017-09"), SV) == "mellan juni 2017 och september 2017"
        assert words.a_date(None, SV) == "okänt datum"

    def test_a_period(self) -> None:
        day = date(2026, 12, 23)
        assert words.a_period(Period.through(day, day), SV) == "onsdag 23 december 2026"
        assert words.a_period(Period(day), EN) == "from 23 December 2026"
        assert words.a_period(Period.through(None, day), SV) == "till och med 23 december 2026"
        assert words.a_period(Period(), SV) == ""

    def test_dates_in_a_sentence_and_what_only_looks_like_one(self) -> None:
        assert words.dates_in_words("Från 2027-03 och 2026-13-45.", SV) == "Från mars 2027 och 2026-13-45."

    def test_distances_and_numbers(self) -> None:
        assert [words.kilometres(metres, SV) for metres in (40, 3_440, 9_960, 115_300)] == [
            "under 1 km",
            "3,4 km",
            "10 km",
            "115 km",
        ]
        assert words.number(10_327_589, EN) == "10,327,589"

    def test_weeks(self) -> None:
        assert weeks_told(None) is None
        assert weeks_told(Weeks(parity=1)) == ("udda veckor", "odd weeks")
        assert weeks_told(Weeks(nth=(1, 3))) == (
            "första och tredje gången i månaden",
            "the first and third time in a month",
        )
