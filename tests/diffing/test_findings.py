"""Which findings are new between two states of a registry, whatever has moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.diffing.findings import Side, State, Tracked, check_aside, compare, track
from sscctl.domain.finding import Finding, Severity
from sscctl.reading.cache import Cache
from sscctl.reading.snapshot import MemorySnapshot
from sscctl.rules._check import check
from sscctl.text import Text
from tests.base_registry import OFFICE_PATH
from tests.builders import TODAY, files_of, laid_over
from tests.cli.registries import OFFICES

Files = dict[str, bytes]
Edit = Callable[[Files], None]

OPENED = '  - {event: opened, on: "2021-11-01", decision: ssc-exempelbeslut-2021, source: page}\n'
OBSERVED = '  - {event: observed, on: "2026-10-01", status: open, source: page}\n'
WRONG = '  - {event: observed, on: "2026-10-01", status: open, source: nowhere}\n'
IN_BLOCK = '  - event: observed\n    status: open\n    on: "2026-10-01"\n    source: nowhere  # a comment\n'
BUS, ALVSBYN = "offices/arvikabussen.yaml", "offices/alvsbyn.yaml"
WAIVER = 'waivers:\n  - {rule: SSC420, reason: Agreed by phone., valid_through: "2026-12-31"}\n'


def replaced(old: str, new: str, path: str = OFFICE_PATH) -> Edit:
    """Replace what one file says."""

    def edit(files: Files) -> None:
        assert old.encode() in files[path]
        files[path] = files[path].replace(old.encode(), new.encode())

    return edit


def moved(old: str, new: str, before: str = "", after: str = "") -> Edit:
    """Move a file, and replace what it says."""

    def edit(files: Files) -> None:
        files[new] = files.pop(old)
        replaced(before, after, new)(files)

    return edit


def copied(old: str, new: str) -> Edit:
    """Copy a file under another id."""

    def edit(files: Files) -> None:
        names = (path.rpartition("/")[2].removesuffix(".yaml").encode() for path in (old, new))
        files[new] = files[old].replace(b"id: %s" % next(names), b"id: %s" % next(names))

    return edit


def each(*edits: Edit) -> Edit:
    def edit(files: Files) -> None:
        for one in edits:
            one(files)

    return edit


def files() -> Files:
    """A registry with faults in several files, one of them in the second entry of a list."""
    found = files_of(laid_over(OFFICES))
    replaced(OBSERVED, WRONG)(found)
    return found


def side(content: Mapping[str, bytes]) -> Side:
    known, snapshot = Cache.of(None), MemorySnapshot(content)
    return Side(snapshot, check(snapshot, TODAY, known).findings, known)


@cache
def before() -> Side:
    return side(files())


@pytest.mark.parametrize(
    ("edit", "new", "fixed"),
    [
        pytest.param(each(), [], [], id="nothing"),
        pytest.param(replaced("id: ex", "# A comment.\n\nid: ex"), [], [], id="lines that move"),
        pytest.param(
            replaced(OPENED, OPENED + OBSERVED.replace("10-01", "09-01")), [], [], id="an entry put in before"
        ),
        pytest.param(replaced(WRONG, IN_BLOCK), [], [], id="another way of writing"),
        pytest.param(replaced("name: Arv", "name: Väst", BUS), [], [], id="a change that breaks and mends nothing"),
        pytest.param(moved(OFFICE_PATH, f"offices/sthlm/{OFFICE_PATH[8:]}"), [], [], id="a file moved to a folder"),
        pytest.param(
            moved(BUS, "offices/bussen.yaml", "id: arvika", "id: "), [], [], id="another id, and all else alike"
        ),
        pytest.param(
            moved(
                BUS, "offices/bussen.yaml", "id: arvikabussen", "id: bussen\npredecessor: arvikabussen\ntown: Arvika"
            ),
            ["SSC310"],
            [],
            id="another id that names its predecessor",
        ),
        pytest.param(
            moved(BUS, "offices/bussen.yaml", "id: arvikabussen\nname: A", "id: bussen\nname: B"),
            ["SSC311", "SSC504", "SSC510"],
            ["SSC311", "SSC504", "SSC510"],
            id="another office in place of one",
        ),
        pytest.param(
            each(copied(BUS, "offices/bussen.yaml"), moved(BUS, "offices/nya.yaml", "id: arvikabussen", "id: nya")),
            ["SSC311", "SSC504", "SSC510"],
            [],
            id="two other ids, and all else alike",
        ),
        pytest.param(replaced("nowhere", "page"), [], ["SSC010"], id="a fault put right"),
        pytest.param(replaced("contact:", f"{WAIVER}\ncontact:", ALVSBYN), [], ["SSC420"], id="a fault excused"),
        pytest.param(replaced("nowhere", "elsewhere"), ["SSC010"], ["SSC010"], id="a fault that becomes another"),
        pytest.param(replaced('"11000"', '"110 00"'), ["SSC104"], [], id="a fault brought in"),
        pytest.param(
            each(replaced('"11000"', '"110 00"'), replaced("nowhere", "page")),
            ["SSC104"],
            ["SSC010"],
            id="one fault brought in and another put right",
        ),
        pytest.param(
            replaced(WRONG, WRONG + WRONG.replace("10-01", "09-01")), ["SSC010"], [], id="the same on another day"
        ),
        pytest.param(replaced(WRONG, WRONG + WRONG), ["SSC010"], [], id="the same once more"),
        pytest.param(
            replaced("guidance, source: page", "guidance, source: nowhere", BUS),
            ["SSC010"],
            [],
            id="the same elsewhere",
        ),
        pytest.param(lambda files: files.pop(BUS), [], ["SSC311", "SSC504", "SSC510"], id="a file that is gone"),
        pytest.param(replaced("id: ex", "id: [ex"), ["SSC001"], ["SSC010"], id="a file that cannot be read any more"),
    ],
)
def test_only_another_finding_is_news(edit: Edit, new: list[str], fixed: list[str]) -> None:
    content = files()
    edit(content)
    now = side(content)
    found = compare(before(), now, TODAY)
    codes = {state: sorted(one.finding.code for one in found if one.state is state) for state in State}
    assert (codes[State.NEW], codes[State.FIXED]) == (new, fixed)
    assert [one.finding for one in found if one.state is not State.FIXED] == list(now.findings)
    old = sorted(one.code for one in before().findings)
    assert sorted(codes[State.UNCHANGED] + codes[State.FIXED]) == old


def test_no_two_fingerprints_are_alike() -> None:
    prints = [one.fingerprint for one in track(before(), TODAY)]
    assert len(set(prints)) == len(prints) > 5


def test_tomorrow_s_fingerprints_are_those_of_today() -> None:
    words = Text("12 kontor den 2026-11-22", "12 offices on 2026-11-22")
    found = Finding("network.yaml", "SSC706", Severity.NOTE, (), words)
    snapshot = MemorySnapshot({})
    tomorrow = TODAY.replace(day=23)
    later = Finding("network.yaml", "SSC706", Severity.NOTE, (), Text("", words.en.replace("22", "23")))
    (one,), (other,) = (
        track(Side(snapshot, [finding], Cache.of(None)), day) for finding, day in ((found, TODAY), (later, tomorrow))
    )
    assert one.fingerprint == other.fingerprint


LINES = st.lists(
    st.builds(
        lambda path, code, words, line: Finding(path, code, Severity.ERROR, (), Text(words, words), None, line, 1),
        st.sampled_from(["registry.yaml", "offices/a.yaml", "offices/b/c.yaml"]),
        st.sampled_from(["SSC001", "SSC002"]),
        st.sampled_from(["this", "that"]),
        st.integers(1, 9),
    ),
    max_size=8,
)


@given(LINES, LINES)
def test_each_finding_is_counted_once_and_the_other_way_round_news_is_what_is_gone(
    then: list[Finding], now: list[Finding]
) -> None:
    nothing, known = MemorySnapshot({}), Cache.of(None)
    one, other = Side(nothing, then, known), Side(nothing, now, known)
    there, back = compare(one, other, TODAY), compare(other, one, TODAY)

    def prints(found: tuple[Tracked, ...], state: State) -> list[str]:
        return sorted(tracked.fingerprint for tracked in found if tracked.state is state)

    assert len(prints(there, State.NEW)) + len(prints(there, State.UNCHANGED)) == len(now)
    assert len(prints(there, State.FIXED)) + len(prints(there, State.UNCHANGED)) == len(then)
    assert prints(there, State.NEW) == prints(back, State.FIXED)
    assert prints(there, State.UNCHANGED) == prints(back, State.UNCHANGED)
    assert {tracked.state for tracked in compare(one, one, TODAY)} <= {State.UNCHANGED}


@pytest.mark.parametrize("path", [OFFICE_PATH, "agencies/trafikverket.yaml"])
def test_a_check_aside_finds_what_a_check_from_nothing_finds_and_leaves_the_cache_alone(path: str) -> None:
    now = files()
    now[path] = now[path].replace(b"name:", b"# changed\nname:").replace(b"nowhere", b"page").replace(b"6297", b"6298")
    known = Cache.of(None)
    check(MemorySnapshot(now), TODAY, known)
    state = "\n".join(known.database.iterdump())
    report, _ = check_aside(MemorySnapshot(files()), TODAY, known)
    assert report == check(MemorySnapshot(files()), TODAY, Cache.of(None))
    assert "\n".join(known.database.iterdump()) == state
