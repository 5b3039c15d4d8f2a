"""Where may be published to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sscctl.errors import Refused
from sscctl.publishing.destination import MARKER, destination


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registry in a checkout."""
    registry = tmp_path / "checkout/registry"
    (registry / "offices").mkdir(parents=True)
    (registry / "registry.yaml").touch()
    return registry


def _nothing(place: Path) -> None:
    del place


def _folder(place: Path) -> None:
    place.mkdir()


def _marked(place: Path) -> None:
    place.mkdir()
    (place / MARKER).touch()
    (place / "index.html").touch()


def _edition(place: Path) -> None:
    (place / "v1").mkdir(parents=True)
    (place / "v1/manifest.json").touch()


def _strange(place: Path) -> None:
    place.mkdir()
    (place / "thesis.doc").touch()


def _hidden(place: Path) -> None:
    place.mkdir()
    (place / ".bashrc").touch()


def _v1_of_others(place: Path) -> None:
    (place / "v1").mkdir(parents=True)
    (place / "v1/index.html").touch()


def _file(place: Path) -> None:
    place.touch()


def _marked_by_a_folder(place: Path) -> None:
    (place / MARKER).mkdir(parents=True)


def _marked_by_a_link(place: Path) -> None:
    _strange(place)
    (place / MARKER).symlink_to(place / "thesis.doc")


def _dangling(place: Path) -> None:
    place.symlink_to(place.parent / "nowhere")


@pytest.mark.parametrize(
    "prepare",
    [
        pytest.param(_nothing, id="a folder that is not there yet"),
        pytest.param(_folder, id="an empty folder"),
        pytest.param(_marked, id="a folder with our marker"),
        pytest.param(_edition, id="a folder with an edition that lost its marker"),
        pytest.param(_dangling, id="a link to a folder that is not there yet"),
    ],
)
def test_it_may_be_published_to(prepare: Callable[[Path], None], tmp_path: Path, root: Path) -> None:
    prepare(tmp_path / "out")
    assert destination(tmp_path / "out", root) == (tmp_path / "out").resolve()


@pytest.mark.parametrize(
    "prepare",
    [
        pytest.param(_strange, id="a folder with something else"),
        pytest.param(_hidden, id="a folder with something hidden"),
        pytest.param(_v1_of_others, id="a v1 that is none of ours"),
        pytest.param(_file, id="a file"),
        pytest.param(_marked_by_a_folder, id="a marker that is a folder"),
        pytest.param(_marked_by_a_link, id="a marker that is a link"),
    ],
)
def test_it_is_refused(prepare: Callable[[Path], None], tmp_path: Path, root: Path) -> None:
    prepare(tmp_path / "out")
    with pytest.raises(Refused):
        destination(tmp_path / "out", root)


def _mark(place: Path) -> Path:
    (place / MARKER).touch()
    return place


class TestNeverWhateverLiesThere:
    def test_the_root_of_the_file_system(self, root: Path) -> None:
        with pytest.raises(Refused, match="root of the file system"):
            destination(Path("/"), root)

    def test_the_home_folder(self, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        home = tmp_path / "home"
        home.mkdir()
        monkeypatch.setenv("HOME", str(home))
        with pytest.raises(Refused, match="home"):
            destination(_mark(home), root)

    @pytest.mark.parametrize("where", [".", "..", "offices", "new/folder", "../.git/public"])
    def test_the_registry_what_holds_it_what_lies_in_it_and_gits_own_folder(self, where: str, root: Path) -> None:
        if (root / where).is_dir():
            _mark(root / where)
        with pytest.raises(Refused):
            destination(root / where, root)

    def test_nor_through_a_link(self, root: Path, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(root)
        _mark(root)
        with pytest.raises(Refused):
            destination(tmp_path / "link", root)

    def test_beside_the_registry_is_well(self, root: Path) -> None:
        assert destination(root.parent / "public", root) == root.parent / "public"
