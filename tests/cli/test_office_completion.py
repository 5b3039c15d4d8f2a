"""What is offered while an office is edited, and how little is loaded for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.test_startup import HEAVY, libraries, loaded
from tests.cli.registries import OFFICES, registry
from tests.process import sscctl


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = registry(tmp_path_factory.mktemp("completion"), OFFICES)
    (found / "decisions/$(touch stolen).yaml").write_text("", "utf-8")
    return found


def asking(line: str) -> dict[str, str]:
    """The variables by which a shell asks for the last word of a line."""
    return {
        "_SSCCTL_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("sscctl office re", ["reopen", "rename"]),
        ("sscctl office close ex", ["exempelstad-torget"]),
        ("sscctl office close x --successor or", ["orebro"]),
        ("sscctl office close x --decision ", ["sfs-2019-212", "ssc-exempelbeslut-2021"]),
        ("sscctl office set x contact.", ["contact.phone", "contact.email", "contact.web"]),
        ("sscctl office add --municipality Sol", ["Sollefteå", "Sollentuna", "Solna"]),
        ("sscctl office move x --post", ["--postcode", "--post-town"]),
        ("sscctl apply --template m", ["moves", "mapping"]),
        ("sscctl apply x.csv --kind agree", ["agreement-set", "agreement-ends"]),
        ("sscctl apply --pl", ["--plan"]),
    ],
)
def test_what_could_stand_there_is_offered(root: Path, line: str, offered: list[str]) -> None:
    outcome = sscctl(cwd=root, env=asking(line))
    assert sorted(outcome.stdout.split()) == sorted(offered)


@pytest.mark.parametrize(
    "line", ["sscctl office ", "sscctl office close x --decision s", "sscctl office set x n", "sscctl apply --kind h"]
)
def test_it_loads_nothing_heavy(root: Path, line: str) -> None:
    assert libraries(loaded(cwd=root, env=asking(line))) & {*HEAVY, "prompt_toolkit"} == set()


@pytest.mark.parametrize("command", ["add", "set", "move", "close", "suspend", "reopen", "rename", "edit"])
def test_nor_does_help(command: str) -> None:
    assert libraries(loaded("office", command, "--help")) & {*HEAVY, "prompt_toolkit"} == set()


def test_nor_the_help_of_apply() -> None:
    assert libraries(loaded("apply", "--help")) & {*HEAVY, "prompt_toolkit"} == set()
