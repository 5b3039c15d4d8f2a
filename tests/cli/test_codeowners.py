"""`sscctl codeowners`: each office has exactly one owner line, by our reading and by git's."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.cli.registries import OFFICES, TODAY, committed, on, registry
from tests.process import CHECKOUT, Outcome, sscctl

COUNTIES = '"01": "@org/stockholm"\n"25": ["@org/norr", norr@exempel.se]\n'
AGENCIES = (
    'migrationsverket: "@org/migration"\nskatteverket: ["@org/skatt", "@org/alla"]\npensionsmyndigheten: "@org/alla"\n'
)
DEFAULT = "@org/registret"


def rules(text: str) -> list[tuple[str, list[str]]]:
    """Read CODEOWNERS: pattern and owners, line by line."""
    lines = (re.split(r"(?<!\\)\s+", line.strip()) for line in text.splitlines() if line and not line.startswith("#"))
    return [(pattern.replace("\\ ", " "), owners) for pattern, *owners in lines]


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern from the top takes in a path: `*` stops at a slash, a folder takes in all below it."""
    assert pattern.startswith("/")
    wanted, given = pattern.strip("/").split("/"), path.split("/")
    if len(given) < len(wanted) or (len(given) > len(wanted) and not pattern.endswith("/")):
        return False
    return all(fnmatchcase(part, glob) for part, glob in zip(given, wanted, strict=False))


def owners(text: str, path: str) -> list[str]:
    """Whom a file belongs to: the last match wins."""
    return next((found for pattern, found in reversed(rules(text)) if matches(pattern, path)), [])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = registry(tmp_path_factory.mktemp("owned") / "my clone", OFFICES)
    committed(made.parent, "Begin", "2026-11-01T12:00:00+01:00")
    return made


def teams(folder: Path, text: str) -> list[str]:
    (folder / "teams.yaml").write_text(text, "utf-8")
    return ["--teams", str(folder / "teams.yaml")]


def codeowners(root: Path, *options: str) -> Outcome:
    return on(root, "codeowners", "--on", TODAY, *options)


def files(root: Path) -> list[str]:
    return [path.relative_to(root.parent).as_posix() for path in sorted(root.rglob("*.*"))]


@pytest.mark.parametrize(
    ("by", "mapping", "wanted"),
    [
        pytest.param(
            "county",
            COUNTIES,
            {
                OFFICE_PATH: ["@org/stockholm"],
                "offices/akersberga.yaml": ["@org/stockholm"],
                "offices/alvsbyn.yaml": ["@org/norr", "norr@exempel.se"],
                "offices/orebro.yaml": [DEFAULT],
                "agencies/skatteverket.yaml": [DEFAULT],
                "registry.yaml": [DEFAULT],
                "reference/postcodes.csv": [DEFAULT],
            },
            id="by county",
        ),
        pytest.param(
            "agency",
            AGENCIES,
            {
                OFFICE_PATH: ["@org/alla", "@org/skatt"],
                "offices/arvikabussen.yaml": ["@org/migration", "@org/alla", "@org/skatt"],
                "agencies/skatteverket.yaml": ["@org/skatt", "@org/alla"],
                "agencies/trafikverket.yaml": [DEFAULT],
                "agreements/takeover-2019.yaml": [DEFAULT],
            },
            id="by agency",
        ),
        pytest.param("county", "{}", {OFFICE_PATH: [DEFAULT], "network.yaml": [DEFAULT]}, id="one team for everything"),
    ],
)
def test_each_file_belongs_to_those_named_for_it(
    root: Path, tmp_path: Path, by: str, mapping: str, wanted: dict[str, Sequence[str]]
) -> None:
    outcome = codeowners(root, "--by", by, *teams(tmp_path, mapping), "--default", DEFAULT)
    assert (outcome.code, outcome.stderr) == (0, "")
    assert {path: owners(outcome.stdout, f"registry/{path}") for path in wanted} == wanted
    assert all(owners(outcome.stdout, path) for path in files(root))
    one_line_each(outcome.stdout, [path for path in files(root) if "/offices/" in path])
    assert seen_by_git(root.parent, outcome.stdout, files(root)) == {p: owners(outcome.stdout, p) for p in files(root)}


def one_line_each(text: str, offices: list[str]) -> None:
    assert offices
    for path in offices:
        assert [pattern for pattern, _ in rules(text) if matches(pattern, path)] == [f"/{path}"]


def seen_by_git(top: Path, text: str, paths: Sequence[str]) -> dict[str, list[str]]:
    """Whom each path belongs to when git reads the patterns as those of a `.gitignore`, whose rules these follow."""
    patterns = [line.split(" @")[0] for line in text.splitlines()]
    # Git itself does not look into a folder that it ignores: there, the last match would not win.
    (top / ".git/info/exclude").write_text("\n".join(re.sub("/$", "/**", one) for one in patterns), "utf-8")
    command = ["git", "check-ignore", "--no-index", "--verbose", "--stdin"]
    done = subprocess.run(command, cwd=top, input="\n".join(paths), capture_output=True, text=True, check=True)
    found = {}
    for line in done.stdout.splitlines():
        place, path = line.split("\t")
        number = int(place.split(":")[1])
        found[path] = text.splitlines()[number - 1].removeprefix(patterns[number - 1]).split()
    return found


def test_the_real_registry_has_an_owner_line_for_each_office(tmp_path: Path) -> None:
    text = sscctl("codeowners", *teams(tmp_path, '"01": "@a/b"'), "--default", DEFAULT).stdout
    offices = sorted((CHECKOUT / "registry/offices").rglob("*.yaml"))
    one_line_each(text, [path.relative_to(CHECKOUT).as_posix() for path in offices])
    assert len(text.encode()) < 3_000_000


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [("", "/registry/"), ("our data", "/our\\ data/registry/"), ("län", "/län/registry/")],
    ids=["at the top", "in a folder with a space", "in a folder with Swedish letters"],
)
def test_paths_begin_at_the_top_of_the_repository(tmp_path: Path, folder: str, pattern: str) -> None:
    below = registry(tmp_path / folder)
    committed(tmp_path, "Begin", "2026-11-01T12:00:00+01:00")
    text = codeowners(below, "--default", DEFAULT).stdout
    assert f"{pattern}{OFFICE_PATH} {DEFAULT}\n" in text
    path = (below / OFFICE_PATH).relative_to(tmp_path).as_posix()
    assert owners(text, path) == [DEFAULT]
    one_line_each(text, [path])


@pytest.mark.parametrize("folder", ["a*b", "new\nline * @evil", "#hash", "[ab]", " space"])
def test_a_folder_that_no_pattern_names_is_refused(tmp_path: Path, folder: str) -> None:
    below = registry(tmp_path / folder)
    committed(tmp_path, "Begin", "2026-11-01T12:00:00+01:00")
    outcome = codeowners(below, "--default", DEFAULT)
    assert (outcome.code, outcome.stdout) == (3, "")


@pytest.mark.parametrize(
    ("options", "mapping", "said"),
    [
        pytest.param([], "{}", (2, "no teams are named"), id="nobody is named"),
        pytest.param(
            [],
            COUNTIES,
            (2, "nobody owns offices/arvikabussen.yaml: county 17 has no team"),
            id="a county without a team",
        ),
        pytest.param(
            ["--by", "agency"],
            'trafikverket: "@a"',
            (2, "nobody owns offices/akersberga.yaml: none of the"),
            id="agencies without one",
        ),
        pytest.param([], '"99": "@a"', (4, "there is no county with the code 99"), id="a county that is none"),
        pytest.param(["--by", "agency"], 'nobody: "@a"', (4, "there is no agency nobody"), id="an agency that is none"),
        pytest.param([], '"01": "a team"', (2, "01: a team is no owner"), id="an owner that is none"),
        pytest.param([], '"01": "@a\\n* @evil"', (2, "is no owner"), id="an owner that would be another line"),
        pytest.param([], '"01": {"@a": "@b"}', (2, "is no owner"), id="an owner that is a mapping"),
        pytest.param([], "01: '@a'", (2, "teams.yaml:1:1: "), id="a code without quotes"),
        pytest.param([], "- '@a'", (2, "fields of the form “key: value”"), id="a list"),
        pytest.param([], "a: [", (2, "teams.yaml:1:"), id="a file that is no YAML"),
        pytest.param(["--default", "x"], "{}", (2, "--default: x is no owner"), id="a default that is no owner"),
    ],
)
def test_what_cannot_be_done_is_said(
    root: Path, tmp_path: Path, options: list[str], mapping: str, said: tuple[int, str]
) -> None:
    outcome = codeowners(root, *teams(tmp_path, mapping), *options)
    assert (outcome.code, outcome.stdout) == (said[0], "")
    assert said[1] in outcome.stderr


def test_a_file_of_teams_that_is_not_there_is_said(root: Path, tmp_path: Path) -> None:
    outcome = codeowners(root, "--teams", str(tmp_path / "nowhere.yaml"))
    assert (outcome.code, outcome.stdout) == (6, "")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        pytest.param("", "", 0, id="as it was written"),
        pytest.param("/docs/ @org/docs\n\n", "\n# The end.\n", 0, id="after other lines"),
        pytest.param("", "* @org/others\n", 1, id="before other lines, which would count"),
        pytest.param("# sscctl codeowners: begin\n/old @a\n", "", 1, id="after a block that was left behind"),
    ],
)
def test_a_file_is_checked(root: Path, tmp_path: Path, before: str, after: str, code: int) -> None:
    place = tmp_path / "CODEOWNERS"
    place.write_text(before + codeowners(root, "--default", DEFAULT).stdout + after, "utf-8")
    assert codeowners(root, "--default", DEFAULT, "--check", str(place)) == Outcome(code, "", "")


def test_a_file_that_lacks_an_office_is_found_out(root: Path, tmp_path: Path) -> None:
    text = codeowners(root, "--default", DEFAULT).stdout
    place = tmp_path / "CODEOWNERS"
    place.write_text(text.replace(f"/registry/{OFFICE_PATH} {DEFAULT}\n", ""), "utf-8")
    assert codeowners(root, "--default", DEFAULT, "--check", str(place)).code == 1
