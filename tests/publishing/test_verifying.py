"""Whatever happens to a published file is found, whichever file it is."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sscctl.errors import NotFound
from sscctl.publishing.press import make, make_pages, show
from sscctl.publishing.verifying import Flaw, verify
from tests.builders import TODAY
from tests.publishing.editions import edition
from tests.publishing.test_feeds import news


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("published")
    show(make(edition()), place, TODAY, None)
    return place


def flaws(place: Path) -> list[tuple[str, Flaw]]:
    return [(problem.path, problem.flaw) for problem in verify(place)]


def test_an_edition_is_as_it_was_published(whole: Path) -> None:
    assert flaws(whole) == []
    assert flaws(whole / "v1") == []


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def swap_with_link(file: Path) -> None:
    file.rename(file.with_name("aside"))
    file.symlink_to("aside")


def swap_with_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


TAMPERING: dict[str, Callable[[Path], object]] = {
    "a bit is flipped": flip,
    "the last byte is gone": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "half is gone": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "all is gone": lambda file: file.write_bytes(b""),
    "a byte is added": lambda file: file.write_bytes(file.read_bytes() + b"\n"),
    "zeros, as after a power cut": lambda file: file.write_bytes(bytes(file.stat().st_size)),
    "another text as long": lambda file: file.write_bytes(b"x" * file.stat().st_size),
    "a byte order mark": lambda file: file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes()),
    "other line ends": lambda file: file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n") + b" "),
    "it is missing": lambda file: file.unlink(),
    "a link lies in its place": swap_with_link,
    "a folder lies in its place": swap_with_folder,
}


@pytest.mark.parametrize("kind", TAMPERING)
def test_it_is_found_in_every_file(whole: Path, tmp_path: Path, kind: str) -> None:
    paths = sorted(path.relative_to(whole) for path in (whole / "v1").rglob("*") if path.is_file())
    assert len(paths) > 20
    place = shutil.copytree(whole, tmp_path / "copy")
    unseen = []
    for path in paths:
        file = place / path
        TAMPERING[kind](file)
        if not any(found == path.as_posix() for found, _ in flaws(place)):
            unseen.append(path)
        if file.is_dir():
            file.rmdir()
        file.unlink(missing_ok=True)
        file.with_name("aside").unlink(missing_ok=True)
        shutil.copyfile(whole / path, file)
    assert flaws(place) == []
    assert unseen == []


def test_a_file_that_was_added_is_found(whole: Path, tmp_path: Path) -> None:
    place = shutil.copytree(whole, tmp_path / "copy")
    (place / "v1/offices/extra.json").write_text("{}")
    assert flaws(place) == [("v1/offices/extra.json", Flaw.ADDED)]


def test_a_file_of_an_earlier_edition_is_named_as_such(whole: Path, tmp_path: Path) -> None:
    place = shutil.copytree(whole, tmp_path / "copy")
    earlier = make(edition(day=TODAY.replace(year=2025)))
    (place / "v1/agencies.json").write_bytes(earlier.data("agencies.json"))
    assert flaws(place) == [("v1/agencies.json", Flaw.OLDER)]


def test_a_whole_edition_that_was_rolled_back_is_found(whole: Path) -> None:
    [problem] = verify(whole, not_before=datetime(2026, 12, 1, tzinfo=UTC))
    assert problem.flaw is Flaw.OLDER
    assert [*verify(whole, not_before=datetime(2026, 11, 1, tzinfo=UTC))] == []


def test_the_pages_beside_the_data_are_held_to_theirs(tmp_path: Path) -> None:
    one = edition()
    printed = make(one)
    show(printed, tmp_path, TODAY, None, make_pages(one, printed))
    assert flaws(tmp_path) == []
    flip(tmp_path / "webb/index.html")
    assert flaws(tmp_path) == [("webb/index.html", Flaw.HASH)]


def reseal(place: Path, path: str, data: bytes, tree: str = "v1") -> None:
    """Change a file and the manifest with it, as somebody would who knows how."""
    file = place / tree / "manifest.json"
    old = place / tree / path
    text = file.read_text("utf-8").replace(
        hashlib.sha256(old.read_bytes()).hexdigest(), hashlib.sha256(data).hexdigest()
    )
    text = text.replace(f'"bytes": {old.stat().st_size}, ', f'"bytes": {len(data)}, ')
    old.write_bytes(data)
    file.write_text(text, "utf-8")


def test_what_keeps_its_hash_must_keep_its_schema_and_lead_somewhere(whole: Path, tmp_path: Path) -> None:
    place = shutil.copytree(whole, tmp_path / "copy")
    tree = json.loads((place / "v1/agencies.json").read_bytes())
    tree["agencies"][0]["names"] = 1
    tree["meta"]["links"]["schema"] = "schema/agencies.schema.json"
    tree["meta"]["links"]["manifest"] = "nowhere.json"
    reseal(place, "agencies.json", json.dumps(tree).encode())
    found = flaws(place)
    assert ("v1/agencies.json", Flaw.SCHEMA) in found
    assert ("v1/agencies.json", Flaw.LINK) in found
    assert ("v1/manifest.json", Flaw.MANIFEST) in found


LINKS = [
    ("v1", "changes.json", b'"offices/exempelstad-torget.json"', b'"offices/nowhere.json"'),
    ("v1", "changes.atom", b'"changes.json"', b'"nowhere.json"'),
    ("v1", "offices.csv-metadata.json", b'"offices.csv"', b'"nowhere.csv"'),
    ("v1", "offices.jsonld", b'"offices/exempelstad-torget.jsonld#office"', b'"offices/nowhere.jsonld#office"'),
    ("v1", "hsds/datapackage.json", b'"locations.csv"', b'"nowhere.csv"'),
    ("v1", "api-info.json", b'"openapi.yaml"', b'"nowhere.yaml"'),
    ("webb", "index.html", b'"karta.html"', b'"nowhere.html"'),
    ("webb", "data.html", b'"../v1/offices.json"', b'"../v1/nowhere.json"'),
]


@pytest.fixture(scope="module")
def with_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("published")
    one = replace(edition(), news=(news(),))
    printed = make(one)
    show(printed, place, TODAY, None, make_pages(one, printed))
    return place


@pytest.mark.parametrize("row", LINKS, ids=[row[1] for row in LINKS])
def test_a_link_that_leads_nowhere_is_found(
    with_pages: Path, tmp_path: Path, row: tuple[str, str, bytes, bytes]
) -> None:
    tree, path, right, wrong = row
    assert flaws(with_pages) == []
    place = shutil.copytree(with_pages, tmp_path / "copy")
    data = (place / tree / path).read_bytes()
    assert right in data
    reseal(place, path, data.replace(right, wrong), tree)
    assert (f"{tree}/{path}", Flaw.LINK) in flaws(place)


def test_pages_may_stay_while_the_data_are_published_anew(with_pages: Path, tmp_path: Path) -> None:
    place = shutil.copytree(with_pages, tmp_path / "copy")
    told = (place / "v1/changes.json").read_bytes().replace(b"kontor/exempelstad-torget.html", b"kontor/later.html")
    reseal(place, "changes.json", told)
    assert Flaw.LINK not in {flaw for _, flaw in flaws(place)}


def test_where_nothing_was_published_nothing_is_verified(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        [*verify(tmp_path)]
