"""When `sscctl publish` refuses, and that what stands there then stays."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from tests.builders import files_of, laid_over, registry_files
from tests.cli.publishing import ON, is_whole, publish, published
from tests.process import sscctl, write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base registry on disk, in no git repository."""
    return write_files(tmp_path / "checkout/registry", registry_files())


class TestRefusals:
    """Each leaves what stands there as it was."""

    def test_errors_in_the_registry(self, root: Path) -> None:
        (root / "offices/exempelstad-torget.yaml").write_text("id: [")
        outcome = publish(root)
        assert outcome.code == 5
        assert "offices/exempelstad-torget.yaml" in outcome.stderr
        assert "--allow-errors" in outcome.stderr
        assert outcome.stdout == ""
        assert not (root.parents[1] / "out").exists()
        assert publish(root, "--allow-errors").code == 0

    def test_a_registry_whose_licence_and_publisher_cannot_be_read(self, root: Path) -> None:
        (root / "registry.yaml").write_text("format: [")
        assert publish(root, "--allow-errors").code == 3

    def test_a_loss_past_the_guard(self, root: Path) -> None:
        more = {f"offices/kontor-{number}.yaml": {"name": f"Kontor {number}"} for number in range(3)}
        write_files(root, files_of(laid_over(more)))
        publish(root, "--allow-errors")
        before = published(root)
        for path in more:
            (root / path).unlink()
        outcome = publish(root)
        assert outcome.code == 5
        assert "3 offices vanish: kontor-0, kontor-1, kontor-2" in outcome.stderr
        assert published(root) == before
        assert publish(root, "--allow-loss").code == 0
        assert "offices/kontor-0.json" not in published(root)

    def test_a_folder_that_holds_something_else(self, root: Path) -> None:
        out = root.parents[1] / "out"
        out.mkdir()
        (out / "thesis.doc").write_text("mine")
        outcome = publish(root)
        assert outcome.code == 5
        assert ".sscctl-edition" in outcome.stderr
        assert [path.name for path in out.iterdir()] == ["thesis.doc"]

    @pytest.mark.parametrize("out", ["/", ".", "..", "offices"])
    def test_folders_that_are_never_right(self, root: Path, out: str) -> None:
        assert sscctl("--root", str(root), "publish", "--out", out, *ON, cwd=root).code == 5

    def test_somebody_else_publishes_there_now(self, root: Path) -> None:
        publish(root)
        with (root.parents[1] / "out/.sscctl-edition").open() as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            assert publish(root).code == 6
        assert is_whole(root)


class TestWrongUsage:
    def test_without_a_folder(self, root: Path) -> None:
        assert sscctl("--root", str(root), "publish").code == 2

    @pytest.mark.parametrize(
        "address",
        ["exempel.se", "ftp://exempel.se", "https://", "https://a b", "https://a/?q", "https://[", "javascript:x"],
    )
    def test_an_address_that_is_none(self, root: Path, address: str) -> None:
        assert publish(root, "--base-url", address).code == 2

    @pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30])
    def test_an_epoch_that_is_none(self, root: Path, epoch: str) -> None:
        assert publish(root, env={"SOURCE_DATE_EPOCH": epoch}).code == 2
