"""How the pages stand in a published folder: their own tree, the door above it, and what is out of date."""

from __future__ import annotations

from pathlib import Path

import pytest

from sscctl.errors import Refused
from sscctl.publishing.edition import Artefact
from sscctl.publishing.press import Print, make, show
from sscctl.publishing.staleness import stale_files
from sscctl.publishing.website import shown
from sscctl.publishing.website.tree import publish
from tests.builders import TODAY, office
from tests.publishing.editions import of_offices
from tests.website.sites import made_up


@pytest.fixture(scope="module")
def printed() -> Print:
    return make(made_up(office()))


@pytest.fixture(scope="module")
def pages(printed: Print) -> tuple[Artefact, ...]:
    return publish(made_up(office()), [one.path for one in printed.artefacts])


def test_both_trees_stand_beside_each_other_with_a_door_above(
    tmp_path: Path, printed: Print, pages: tuple[Artefact, ...]
) -> None:
    show(printed, tmp_path, TODAY, None, pages)
    assert {path.name for path in tmp_path.iterdir()} == {"v1", "webb", "index.html", ".sscctl-edition"}
    assert (tmp_path / "webb/kontor/exempelstad-torget.html").is_file()
    assert b'url=webb/index.html"' in (tmp_path / "index.html").read_bytes()
    assert [*stale_files(printed, tmp_path, pages)] == []


def test_a_page_that_somebody_put_at_the_top_stays(tmp_path: Path, printed: Print, pages: tuple[Artefact, ...]) -> None:
    (tmp_path / "index.html").write_text("<p>Vårt</p>")
    show(printed, tmp_path, TODAY, None, pages)
    assert (tmp_path / "index.html").read_text() == "<p>Vårt</p>"
    assert [*stale_files(printed, tmp_path, pages)] == []


def test_an_old_door_is_hung_anew(tmp_path: Path, printed: Print, pages: tuple[Artefact, ...]) -> None:
    (tmp_path / "index.html").write_bytes(b'<meta name="generator" content="sscctl">old')
    assert [one.path for one in stale_files(printed, tmp_path, pages)][-1] == "index.html"
    show(printed, tmp_path, TODAY, None, pages)
    assert (tmp_path / "index.html").read_bytes() == shown.DOOR_PAGE


def test_what_is_out_of_date_is_told_of_the_pages_too(
    tmp_path: Path, printed: Print, pages: tuple[Artefact, ...]
) -> None:
    show(printed, tmp_path, TODAY, None, pages)
    (tmp_path / "webb/karta.html").write_text("x")
    (tmp_path / "webb/index.html").unlink()
    (tmp_path / "webb/mer.html").write_text("x")
    (tmp_path / "index.html").unlink()
    assert {one.path for one in stale_files(printed, tmp_path, pages)} == {
        "webb/karta.html",
        "webb/index.html",
        "webb/mer.html",
        "index.html",
    }
    assert [*stale_files(printed, tmp_path)] == []


def test_where_the_guard_objects_the_pages_stay_as_they_were(tmp_path: Path, pages: tuple[Artefact, ...]) -> None:
    three = make(of_offices(*(office(id=ident) for ident in "abc")))
    show(three, tmp_path, TODAY, None, pages)
    fewer = make(of_offices(office(id="c")))
    with pytest.raises(Refused, match="vanish"):
        show(fewer, tmp_path, TODAY, {"offices_percent": 5}, pages[:1])
    assert (tmp_path / "webb/index.html").is_file()


def test_a_file_of_somebody_else_among_the_pages_is_never_removed(
    tmp_path: Path, printed: Print, pages: tuple[Artefact, ...]
) -> None:
    show(printed, tmp_path, TODAY, None, pages)
    (tmp_path / "webb/mine.txt").write_text("mine")
    with pytest.raises(Refused, match=r"webb/mine\.txt"):
        show(printed, tmp_path, TODAY, None, pages)
    assert (tmp_path / "webb/mine.txt").read_text() == "mine"
