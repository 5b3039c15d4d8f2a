"""An office closes, closes for a time and opens again: what is written, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from sscctl.domain.event import Status
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.office_life import Closing, close, reopen, suspend
from sscctl.editing.offices import OnDesk
from sscctl.errors import NotFound, Refused, SscctlError, WrongUsage
from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.editing.desks import HARBOUR, NEWS, NEWS_ID, OTHER, Changes, desk, errors, said, with_text

DECISION = "ssc-exempelbeslut-2021"
CLOSING = Closing(on=date(2027, 3, 1), decision=DECISION, origin=NEWS)
OPENED = {"event": "opened", "on": "2021-11-01", "source": "page"}
SOURCES = {"page": {"url": "https://exempel.se/kontor", "date": "2026-10-01"}}


def with_life(*events: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    return {OFFICE_PATH: {"lifecycle": [OPENED, *events], "sources": SOURCES}}


class TestClose:
    def test_the_last_day_for_visitors_is_the_one_before(self) -> None:
        done = close(desk(with_life()), OFFICE_ID, CLOSING)
        assert said(done, OFFICE_PATH)["lifecycle"] == [
            {
                "event": "closing_decided",
                "on": "2021-06-01",
                "last_day": "2027-02-28",
                "decision": DECISION,
                "source": NEWS_ID,
            },
            OPENED,
        ]
        office = OnDesk.of(done, OFFICE_ID)
        assert [office.status_on(date(2027, 2, 28)), office.status_on(date(2027, 3, 1))] == [Status.OPEN, Status.CLOSED]

    def test_when_it_was_decided_can_be_told(self) -> None:
        decided = replace(CLOSING, decided=PartialDate.parse("2026-10"))
        assert said(close(desk(with_life()), OFFICE_ID, decided), OFFICE_PATH)["lifecycle"][-1]["on"] == "2026-10"

    def test_the_source_is_entered_once_and_told(self) -> None:
        done = close(desk(with_life()), OFFICE_ID, CLOSING)
        assert said(done, OFFICE_PATH)["sources"][NEWS_ID] == {"url": NEWS.text, "retrieved": "2026-11-20"}
        assert done.cited == (NEWS.text,)

    def test_whoever_takes_over_names_its_predecessor(self) -> None:
        done = close(desk({**with_life(), **OTHER}), OFFICE_ID, replace(CLOSING, successors=["exempelstad-hamnen"]))
        assert said(done, HARBOUR)["predecessor"] == OFFICE_ID
        assert "SSC310" not in errors(done)

    def test_the_same_decision_with_another_day_moves_the_day(self) -> None:
        once = close(desk(with_life()), OFFICE_ID, CLOSING)
        again = close(once, OFFICE_ID, replace(CLOSING, on=date(2027, 6, 1)))
        assert [event.get("last_day") for event in said(again, OFFICE_PATH)["lifecycle"]] == ["2027-05-31", None]

    def test_a_closing_that_another_decision_put_elsewhere_loses_its_day(self) -> None:
        before = {
            "event": "closing_decided",
            "on": "2026-01-10",
            "last_day": "2026-12-31",
            "decision": "old",
            "source": "page",
        }
        done = close(desk(with_life(before)), OFFICE_ID, replace(CLOSING, decided=PartialDate.parse("2026-11-01")))
        assert [event.get("last_day") for event in said(done, OFFICE_PATH)["lifecycle"]] == [None, None, "2027-02-28"]

    def test_every_comment_stays(self) -> None:
        text = (
            "# one\nid: exempelstad-torget  # two\nname: Torget\nmunicipality: '0180'\nlifecycle:\n  # three\n"
            "  - {event: opened, on: '2021-11-01', source: page}  # four\n# five\nsources:\n"
            "  page: {url: 'https://exempel.se', date: '2026-10-01'}  # six\n# seven\n"
        )
        done = close(with_text(OFFICE_PATH, text), OFFICE_ID, replace(CLOSING, decided=PartialDate.parse("2026-11-01")))
        after = done.read(OFFICE_PATH).decode()
        assert [line for line in text.splitlines() if line not in after.splitlines()] == []

    def test_an_office_that_closed_long_ago_does_not_close_again(self) -> None:
        before = {"event": "closing_decided", "on": "2025-01-10", "last_day": "2025-05-30", "decision": "old"}
        with pytest.raises(Refused, match="closed already"):
            close(desk(with_life(before)), OFFICE_ID, replace(CLOSING, decided=PartialDate.parse("2026-11-01")))

    @pytest.mark.parametrize(
        ("life", "closing", "error", "words"),
        [
            pytest.param(
                (),
                replace(CLOSING, decision="no-such"),
                NotFound,
                "there is no decision no-such",
                id="unknown decision",
            ),
            pytest.param(
                (), replace(CLOSING, successors=["x"]), NotFound, "there is no office x", id="unknown successor"
            ),
            pytest.param(
                (),
                replace(CLOSING, successors=[OFFICE_ID]),
                WrongUsage,
                "no office takes over from itself",
                id="itself",
            ),
            pytest.param(
                ({"event": "closed", "on": "2026-05-01"},),
                CLOSING,
                Refused,
                "Torget is closed already on 2027-02-28",
                id="closed",
            ),
        ],
    )
    def test_what_cannot_be_is_refused(
        self, life: tuple[dict[str, object], ...], closing: Closing, error: type[SscctlError], words: str
    ) -> None:
        with pytest.raises(error) as caught:
            close(desk(with_life(*life)), OFFICE_ID, closing)
        assert caught.value.message.en == words

    def test_an_office_that_never_opened_cannot_close(self) -> None:
        planned = {OFFICE_PATH: {"lifecycle": [{"event": "planned", "on": "2026-01-01"}]}}
        with pytest.raises(Refused, match="has not opened"):
            close(desk(planned), OFFICE_ID, CLOSING)

    def test_a_decision_without_a_date_asks_for_one(self) -> None:
        undated: Changes = {f"decisions/{DECISION}.yaml": {"date": None}, **with_life()}
        with pytest.raises(WrongUsage, match="has no date"):
            close(desk(undated), OFFICE_ID, CLOSING)


class TestSuspendAndReopen:
    def test_a_break_with_an_end_is_two_events(self) -> None:
        done = suspend(desk(with_life()), OFFICE_ID, date(2026, 12, 1), date(2026, 12, 20), NEWS)
        assert said(done, OFFICE_PATH)["lifecycle"][1:] == [
            {"event": "suspended", "on": "2026-12-01", "source": NEWS_ID},
            {"event": "reopened", "on": "2026-12-21", "source": NEWS_ID},
        ]

    def test_a_break_without_an_end_lasts(self) -> None:
        done = suspend(desk(with_life()), OFFICE_ID, date(2026, 12, 1), None, NEWS)
        assert OnDesk.of(done, OFFICE_ID).status_on(date(2030, 1, 1)) is Status.SUSPENDED

    @pytest.mark.parametrize(
        "event",
        [{"event": "suspended", "on": "2026-01-01"}, {"event": "closed", "on": "2026-01-01", "last_day": "2025-12-31"}],
        ids=["suspended", "closed"],
    )
    def test_what_is_closed_opens_again(self, event: dict[str, object]) -> None:
        done = reopen(desk(with_life(event)), OFFICE_ID, date(2027, 1, 4), NEWS)
        office = OnDesk.of(done, OFFICE_ID)
        assert office.status_on(date(2027, 1, 3)) is not Status.OPEN
        assert office.status_on(date(2027, 1, 4)) is Status.OPEN

    def test_what_is_open_cannot_reopen(self) -> None:
        with pytest.raises(Refused, match="Torget is not closed on the day before 2027-01-04") as caught:
            reopen(desk(with_life()), OFFICE_ID, date(2027, 1, 4), NEWS)
        assert caught.value.advice
        assert caught.value.advice.en.startswith("it is open;")

    def test_what_is_closed_cannot_be_suspended(self) -> None:
        with pytest.raises(Refused, match="not open"):
            suspend(desk(with_life({"event": "closed", "on": "2026-01-01"})), OFFICE_ID, date(2027, 1, 4), None, NEWS)

    def test_the_last_day_comes_after_the_first(self) -> None:
        with pytest.raises(WrongUsage):
            suspend(desk(with_life()), OFFICE_ID, date(2027, 1, 4), date(2027, 1, 3), NEWS)
