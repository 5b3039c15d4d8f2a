"""What a person sees on a real terminal, wide and narrow, and that Ctrl-C is obeyed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from sscctl.cli.visible import width
from tests.base_registry import OFFICE_PATH
from tests.cli.pasts import FIRST, SECOND
from tests.cli.registries import OFFICES, TODAY, committed, on, registry
from tests.process import CHECKOUT

pexpect = pytest.importorskip("pexpect", reason="a terminal of the tests' own needs Unix")

SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("terminal"), OFFICES)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry in whose work tree an office closes, and its hours are not known any more."""
    top = tmp_path_factory.mktemp("changed")
    root = registry(top, {OFFICE_PATH: FIRST})
    committed(top, "Begin", "2023-08-15T12:00:00+02:00")
    registry(top, {OFFICE_PATH: {**SECOND, "opening_hours": []}})
    return root


def on_terminal(root: Path, *arguments: str, columns: int = 80, environment: Mapping[str, str] | None = None) -> str:
    """Run the tool on a terminal this wide, and return all that appears there."""
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT), "TERM": "xterm-256color", **(environment or {})}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "sscctl", "--root", str(root), *arguments],
        env=env,
        dimensions=(50, columns),
        encoding="utf-8",
        timeout=60,
    )
    seen: str = child.read()
    child.close()
    return seen.replace("\r\n", "\n")


@pytest.mark.parametrize(("columns", "lang"), [(60, "en"), (80, "sv"), (160, "en")])
class TestWidths:
    def test_a_list_fits_and_no_id_is_cut(self, root: Path, columns: int, lang: str) -> None:
        lines = SGR.sub("", on_terminal(root, "--lang", lang, "list", "--on", TODAY, columns=columns)).splitlines()
        assert max(map(width, lines)) <= columns
        for office in ("exempelstad-torget", "alvsbyn", "orebro", "akersberga", "arvikabussen"):
            assert [line for line in lines if re.search(rf"\b{office}$|\b{office} ", line)]

    def test_a_list_with_every_column_is_readable(self, root: Path, columns: int, lang: str) -> None:
        asked = "id,name,agencies,street,postcode,post_town,opened,closed,hours"
        seen = on_terminal(root, "--lang", lang, "list", "--columns", asked, "--on", TODAY, columns=columns)
        for word in ("exempelstad-torget", "pensionsmyndigheten", "Exempelgatan"):
            assert re.search(rf"(?<!\S){word}(?!\S)", SGR.sub("", seen))

    @pytest.mark.parametrize("question", [("--by", "county"), ("--by", "year"), ("--completeness",)])
    def test_counts_stay_a_table_and_no_number_is_cut(
        self, root: Path, columns: int, lang: str, question: tuple[str, ...]
    ) -> None:
        seen = on_terminal(root, "--lang", lang, "stats", *question, "--on", TODAY, columns=columns)
        lines = SGR.sub("", seen).splitlines()
        assert max(map(width, lines)) <= columns
        assert any(line.startswith("───") for line in lines)
        assert not re.search("[0-9][ \u00a0][0-9]{3}\n *[0-9]{3}\n", "\n".join(lines))

    def test_the_rules_fit(self, root: Path, columns: int, lang: str) -> None:
        lines = SGR.sub("", on_terminal(root, "--lang", lang, "explain", columns=columns)).splitlines()
        assert max(map(width, lines)) <= columns

    def test_an_office_fits_but_for_its_addresses_on_the_web(self, root: Path, columns: int, lang: str) -> None:
        lines = SGR.sub("", on_terminal(root, "--lang", lang, "show", "orebro", columns=columns)).splitlines()
        assert max(width(line) for line in lines if "https://" not in line) <= columns

    def test_changes_fit(self, changed: Path, columns: int, lang: str) -> None:
        seen = SGR.sub("", on_terminal(changed, "--lang", lang, "diff", columns=columns)).rstrip("\n")
        lines = [line for line in seen.splitlines() if "https://" not in line]
        assert max(map(width, lines)) <= columns
        assert " ".join(seen.split()) == " ".join(on(changed, "diff", lang=lang).stdout.split())

    def test_help_fits(self, root: Path, columns: int, lang: str) -> None:
        for command in ([], ["list"]):
            lines = on_terminal(root, "--lang", lang, *command, "--help", columns=columns).splitlines()
            assert max(map(width, lines)) <= max(columns, 75)  # a list of choices is one word


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        pytest.param({}, True, id="a terminal has colours"),
        pytest.param({"NO_COLOR": "1"}, False, id="unless NO_COLOR is set"),
        pytest.param({"TERM": "dumb"}, False, id="or it is a dumb one"),
    ],
)
def test_colours(root: Path, environment: dict[str, str], coloured: bool) -> None:
    for arguments in (
        ("validate", "--today", TODAY),
        ("list",),
        ("show", "orebro"),
        ("explain", "SSC602"),
        ("show", "x"),
    ):
        assert ("\x1b" in on_terminal(root, *arguments, environment=environment)) is coloured


def test_ctrl_c_is_130_and_a_word(root: Path) -> None:
    """Stopped in the middle of a command; the sleep stands for a registry that takes long to read."""
    slow = (
        "import sys, time; sys.argv = ['sscctl', '--lang', 'sv', 'list'];"
        "import sscctl.cli.list as command; from sscctl.cli.main import main;"
        "command.repository = lambda: (print('reading', flush=True), time.sleep(60)); main()"
    )
    child = pexpect.spawn(sys.executable, ["-c", slow], cwd=CHECKOUT, encoding="utf-8", timeout=60)
    child.expect("reading")
    child.sendintr()
    rest = child.read()
    child.close()
    assert child.exitstatus == 130
    assert rest.split() == ["^CAvbrutet."] or rest.split() == ["Avbrutet."]


def test_ctrl_c_before_anything_has_begun_is_130_too() -> None:
    early = (
        "import sys; from sscctl.cli import main;"
        "sys.meta_path.insert(0, type('Slow', (), {'find_spec': staticmethod(lambda name, *_: "
        "(print('loading', flush=True), __import__('time').sleep(60)) if name == 'typer' else None)})());"
        "sys.argv = ['sscctl', 'list']; main.main()"
    )
    child = pexpect.spawn(sys.executable, ["-c", early], cwd=CHECKOUT, encoding="utf-8", timeout=60)
    child.expect("loading")
    child.sendintr()
    rest = child.read()
    child.close()
    assert (child.exitstatus, "Traceback" in rest) == (130, False)
