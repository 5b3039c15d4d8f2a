"""Each library has one home, and stands at the top of a file unless a command's start-up would pay for it."""

from __future__ import annotations

import re
import sys

import pytest

from tests.architecture.code import Module, modules

HOMES = {
    "git": "reading/history.py",
    "gitdb": "reading/history.py",
    "holidays": "reading/calendar.py",
    "icalendar": "publishing/",
    "jinja2": "publishing/website/",
    "jsonschema": "reading/schemas.py",
    "jsonschema_rs": "reading/schemas.py",
    "obstore": "publishing/store/bucket.py",
    "phonenumbers": "reading/telephone.py",
    "prompt_toolkit": "cli/",
    "pyarrow": "publishing/geoparquet.py",
    "rdflib": "publishing/dcat.py",
    "referencing": "reading/schemas.py",
    "rich": "cli/",
    "tabulate": "cli/render/",
    "typer": "cli/",
    "yaml": "reading/yaml12.py",
}
"""Where a library that is not Python's own may be imported: one file, or one folder."""

SEAMS = {
    ("reading/load.py", "sscctl.reading.parse"): "a warm run parses nothing, so it loads no parser",
    ("reading/load.py", "sscctl.reading.schemas"): "nor does it ask a schema",
    ("reading/parallel.py", "concurrent.futures.process"): "a run with little to do starts no process",
    ("reading/parallel.py", "multiprocessing"): "nor asks how one is started",
    ("reading/repository.py", "sscctl.reading.history"): "git is loaded when a revision is asked for",
    ("reading/upcast.py", "sscctl.reading.yaml12"): "the format is one line of a file, but for odd ones",
    ("rules/_check.py", "sscctl.rules._update"): "where every finding is remembered no rule is loaded",
    ("rules/_update.py", "sscctl.reading.positions"): "a line is looked for only where there is a finding",
}
"""The imports inside functions, other than of a library in its home; commands in `cli/` are free to have them."""

OPEN_TO_ANY = ("reading/", "cli/_lazy.py")
"""Where the shape of a value is not known yet, so that `Any` may be written: documents before they are decoded."""


def is_library(target: str) -> bool:
    return target.split(".")[0] not in sys.stdlib_module_names | {"sscctl"}


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
class TestEachModule:
    def test_it_imports_no_library_that_lives_elsewhere(self, module: Module) -> None:
        astray = [
            f"line {found.line}: {found.target}"
            for found in module.imports()
            if is_library(found.target) and not module.path.startswith(HOMES.get(found.target.split(".")[0], "nowhere"))
        ]
        assert not astray

    def test_its_imports_stand_at_the_top(self, module: Module) -> None:
        hidden = [
            f"line {found.line}: {found.target}"
            for found in module.imports()
            if found.inside
            and module.part not in {"cli", "__main__"}
            and not is_library(found.target)
            and (module.path, found.target) not in SEAMS
        ]
        assert not hidden

    def test_it_imports_only_what_a_reader_can_see(self, module: Module) -> None:
        if module.path != "cli/_lazy.py":
            assert not re.search(r"\b(import_module|__import__)\b", module.text)

    def test_it_knows_the_shape_of_its_values(self, module: Module) -> None:
        if not module.path.startswith(OPEN_TO_ANY):
            assert "typing.Any" not in module.text
            assert "import Any" not in module.text
