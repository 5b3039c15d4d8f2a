"""What is no document is merged as git merges texts, and a text that does not say what was merged is thrown away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sscctl.editing.merge import driver
from sscctl.editing.merge.driver import Merged, Three, Way, merge
from sscctl.editing.merge.sorts import kind_in
from sscctl.reading.kinds import Kind
from sscctl.reading.schemas import Judge, packaged
from tests.editing.merge.examples import EVENTS, HEAD, WEEK, merged, office

PATH = "registry/offices/kista.yaml"


def changed(base: str, ours: tuple[str, str], theirs: tuple[str, str]) -> Merged:
    return merged(base, base.replace(*ours), base.replace(*theirs))


UNREADABLE: dict[str, Callable[[str], str]] = {
    "broken YAML": lambda text: text.replace("name: Kista", "name: [Kista"),
    "a tab": lambda text: text.replace("name: Kista", "name:\tKista"),
    "line ends of two kinds": lambda text: text.replace("\n", "\r\n", 1),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "a repeated key": lambda text: text.replace("name: Kista", "name: Kista\nname: Kista"),
    "an anchor": lambda text: text.replace("name: Kista", "name: &a Kista"),
    "a word that other readers misread": lambda text: text.replace('"0180"', "0180"),
    "a key that no schema knows": lambda text: text.replace("name: Kista", "name: Kista\nnamn: Kista"),
    "no office": lambda text: text.replace("name: Kista\n", ""),
    "too much": lambda text: text + "# more\n" * 40_000,
}


@pytest.mark.parametrize("spoil", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_merged_by_its_lines(spoil: Callable[[str], str]) -> None:
    base = spoil(office(f"{WEEK}{EVENTS}"))
    result = changed(base, ('mon: ["10:00-16:00"]', "mon: []"), ("status: open", "status: closed"))
    assert result.way is Way.LINES
    assert result.conflicts == 0
    assert result.data.decode() == base.replace('mon: ["10:00-16:00"]', "mon: []").replace("open,", "closed,")


def test_by_its_lines_two_changes_of_one_place_are_a_conflict_too() -> None:
    base = office(WEEK).replace("name: Kista", "name: [Kista")
    result = changed(base, ("mon: [", "mon: [ "), ("mon: [", "mon:  ["))
    assert result.way is Way.LINES
    assert result.conflicts == 1
    assert b"<<<<<<< ours\n" in result.data
    assert b">>>>>>> theirs\n" in result.data


def test_files_that_are_no_texts_stay_as_ours_and_count_as_a_conflict() -> None:
    three = Three(b"a\0", b"b\0", b"c\0")
    assert merge(three, PATH, Judge(packaged())) == Merged(b"b\0", 1, Way.LINES)


def test_a_broken_schema_judges_nothing_so_lines_are_merged() -> None:
    base, ours, theirs = office(WEEK), office(WEEK.replace("mon:", "sat:")), office(WEEK + EVENTS)
    three = Three(base.encode(), ours.encode(), theirs.encode())
    assert merge(three, PATH, Judge({"office.schema.json": b"{"})).way is Way.LINES


@pytest.mark.parametrize("name", ["Kista", "[Kista"], ids=["by values", "by lines"])
def test_markers_are_as_long_as_git_asks_for(name: str) -> None:
    base, ours, theirs = (
        office(WEEK).replace("Kista", name).replace("tue: [", f"tue: {gap}[") for gap in ("", " ", "  ")
    )
    result = merged(base, ours.replace("10", "11"), theirs.replace("10", "12"), size=11)
    assert b"\n<<<<<<<<<<< ours\n" in result.data
    assert b"\n===========\n" in result.data
    assert b"\n>>>>>>>>>>> theirs\n" in result.data


def test_line_ends_of_windows_stay() -> None:
    base = office(WEEK + EVENTS).replace("\n", "\r\n")
    result = changed(base, ('mon: ["10:00-16:00"]', "mon: []"), ("status: open", "status: closed"))
    assert result.data.count(b"\n") == result.data.count(b"\r\n") == base.count("\n")
    assert result.conflicts == 0


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("registry/offices/a.yaml", Kind.OFFICE),
        ("offices/a.yaml", Kind.OFFICE),
        ("data/registry/offices/stockholm/a.yaml", Kind.OFFICE),
        ("registry/registry.yaml", Kind.REGISTRY),
        ("registry/agreements/a.yaml", Kind.AGREEMENT),
        ("registry/offices/a.yml", None),
        ("registry/README.md", None),
        ("a.yaml", None),
    ],
)
def test_the_path_tells_the_kind(path: str, kind: Kind | None) -> None:
    assert kind_in(path) is kind


def test_a_file_that_both_have_made_is_merged_from_nothing() -> None:
    result = merged("", office(WEEK), office(EVENTS))
    assert result == Merged(result.data, 0, Way.VALUES)
    assert WEEK.encode() in result.data
    assert EVENTS.encode() in result.data


def test_a_file_that_both_have_made_of_different_things_is_a_conflict() -> None:
    result = merged("", office(WEEK), office(WEEK).replace("name: Kista", "name: Husby"))
    assert result.conflicts == 1
    assert b"<<<<<<< ours\nname: Kista\n=======\nname: Husby\n>>>>>>> theirs\n" in result.data


class TestATextThatDoesNotSayWhatWasMerged:
    """The weaving is not trusted: here it always fails."""

    @pytest.fixture(autouse=True)
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(driver, "proven", lambda *_: None)

    def test_git_merges_the_lines_where_it_comes_to_the_same(self) -> None:
        base = office(WEEK + EVENTS)
        result = changed(base, ('mon: ["10:00-16:00"]', "mon: []"), ('on: "2024-01-01"', 'on: "2025-01-01"'))
        assert (result.way, result.conflicts) == (Way.LINES, 0)

    def test_all_that_differs_is_a_conflict_where_git_would_choose_silently(self) -> None:
        """For git, a line in the middle of a list and one at its end are two places; the days are the same."""
        extra = '  - {on: "2026-12-0%d", hours: [], reason: {sv: A, en: A}}\n'
        days = "deviations:\n" + "".join(extra % number for number in range(1, 9))
        ours = days.replace(
            "deviations:\n", "deviations:\n" + '  - {on: "2026-12-24", hours: [], reason: {sv: B, en: B}}\n'
        )
        theirs = days + '  - {on: "2026-12-24", hours: ["10:00-12:00"], reason: {sv: C, en: C}}\n'
        result = merged(office(days), office(ours), office(theirs))
        assert result.conflicts == 1
        assert result.data.startswith(f"{HEAD}deviations:\n<<<<<<< ours\n".encode())


AGREEMENT = """\
id: avtal
kind: service
title: {sv: Avtal, en: Agreement}
performer: statens-servicecenter
principals: [skatteverket]
scope: list
offices:
  - arvika
  - kista
sources:
  page: {document: A}
"""


def test_other_documents_are_merged_by_their_values_too() -> None:
    result = merged(
        AGREEMENT,
        AGREEMENT.replace("  - arvika\n", "  - arvika\n  - eda\n").replace("[skatteverket]", "[skatteverket, csn]"),
        AGREEMENT.replace("  - arvika\n", "  - arvika\n  - boden\n").replace(
            "[skatteverket]", "[polisen, skatteverket]"
        ),
        "registry/agreements/avtal.yaml",
    )
    assert result == Merged(result.data, 0, Way.VALUES)
    assert b"  - arvika\n  - boden\n  - eda\n  - kista\n" in result.data
    assert b"principals: [polisen, skatteverket, csn]\n" in result.data
