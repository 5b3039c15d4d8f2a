"""The wheel holds all that sscctl needs, and works in a folder that knows nothing of the checkout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.architecture.code import PACKAGE, ROOT

PACKAGED = "sscctl/schemas_packaged/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.iterdir()
    return made


def test_it_carries_the_code_the_schemas_and_the_licence_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
        assert any(name.endswith("licenses/LICENSE") for name in archive.namelist())
    schemas = {
        f"{PACKAGED}{file.relative_to(ROOT / 'schemas').as_posix()}" for file in (ROOT / "schemas").rglob("*.json")
    }
    code = {file.relative_to(ROOT).as_posix() for file in PACKAGE.rglob("*.py")} | {"sscctl/py.typed"}
    assert f"{PACKAGED}office.schema.json" in schemas
    assert {name for name in inside if name.endswith((".py", ".json", ".typed"))} >= schemas | code
    pages = {
        file.relative_to(ROOT).as_posix()
        for folder in ("templates", "assets")
        for file in (PACKAGE / "publishing/website" / folder).iterdir()
    }
    assert "sscctl/publishing/website/templates/base.html" in pages
    assert inside >= pages | {"sscctl/cli/_reload.js"}
    assert not [name for name in inside if not name.startswith("sscctl/") or "test" in name or "cache/" in name]


def test_it_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    # -P and the extracted folder first: the editable install of the checkout must not answer in its stead.
    program = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); from sscctl.cli.main import main; main()"
    called = subprocess.run(
        [sys.executable, "-P", "-c", program, "--version"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert called.stdout.strip().endswith(wheel.name.split("-")[1])
