"""Hours of a day that is known already, as a deviation tells them."""

from __future__ import annotations

import pytest

from sscctl.wording.read import read_day

DAYS = {
    "10-13": "10:00-13:00",
    "10.00–13.00": "10:00-13:00",
    "kl 10–12 och 13–16": "10:00-12:00 13:00-16:00",
    "öppet 10-16 (lunchstängt 12-13)": "10:00-12:00 13:00-16:00",
    "10-16, stängt 12-13": "10:00-12:00 13:00-16:00",
    "10am-1pm": "10:00-13:00",
    "Open from 10 to 13": "10:00-13:00",
    "dygnet runt": "00:00-24:00",
    "stängt": "",
    "Stängt hela dagen.": "",
    "closed": "",
    "off": "",
}

REFUSED = {
    "": "there are no opening hours here",
    "öppet": "there are no opening hours here",
    "10-4": "“10-4”: can mean 10:00–16:00 or 10:00–04:00 the next day",
    "till 13": "“till”: means nothing here",
    "mån 10-13": "“mån”: the day is given already",
    "stängd dag före helg": "“dag före helg”: days before holidays are no part of ordinary weeks",
    "10-13, helgdag": "“helgdag”: the day is given already",
}


@pytest.mark.parametrize(("text", "hours"), DAYS.items(), ids=DAYS)
def test_hours_that_are_read(text: str, hours: str) -> None:
    spans, problems = read_day(text)
    assert problems == ()
    assert spans is not None
    assert " ".join(map(str, spans)) == hours


@pytest.mark.parametrize(("text", "message"), REFUSED.items(), ids=[text or "nothing" for text in REFUSED])
def test_hours_that_are_refused(text: str, message: str) -> None:
    spans, problems = read_day(text)
    assert spans is None
    assert message in [problem.message.en for problem in problems]
