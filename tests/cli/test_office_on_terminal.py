"""Offices are edited on a real terminal: what is missing is asked for, and every answer is checked at once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.cli.at_a_terminal import CLEAR, on_terminal
from tests.cli.offices import DECISION, HARBOUR, NEWS, Registry

OFFICE = f"registry/{OFFICE_PATH}"


@pytest.fixture
def there(tmp_path: Path) -> Registry:
    return Registry(tmp_path, HARBOUR)


def test_an_office_is_added_by_answering(there: Registry) -> None:
    with on_terminal(there.top, "office", "add") as person:
        person.answer("Namn", "Servicekontoret Nya")
        person.answer("Kommun", "Sollna")
        person.expect("menade du Solna")
        person.child.send(f"{CLEAR}Solna\r")
        person.answer("solna-nya")  # the id that is suggested
        person.answer("Ort")
        person.answer("Sort")
        person.answer("Vad säger källan")
        person.answer("När?", "2027-02")
        person.answer("Gata och nummer", "Storgatan 1")
        person.answer("Postnummer", "169 72")
        person.answer("Postort")  # the reference data knows it
        person.answer("Stadsdel")
        person.answer("Läge")
        person.answer("Öppettider", "mån-fre 10-15")
        person.answer("Källa", NEWS)
        person.expect("Öppnar")
        person.answer("Ska det skrivas?", "ja")
        code, rest = person.end()
    assert code == 0, rest
    assert "Skrivet." in rest
    text = there.text("registry/offices/solna-nya.yaml")
    assert 'municipality: "0184"' in text
    assert "post_town: Solna" in text
    assert 'on: "2027-02"' in text


def test_only_what_is_missing_is_asked(there: Registry) -> None:
    with on_terminal(there.top, "office", "set", "Torget", "facilities.guard") as person:
        person.answer("Nytt värde", "kanske")
        person.expect("svara ja eller nej")
        person.child.send(f"{CLEAR}ja\r")
        person.answer("Källa", "no-such")
        person.expect("har ingen källa no-such")
        person.child.send(f"{CLEAR}\r")
        person.answer("Ska det skrivas?", "j")
        code, told = person.end()
    assert (code, "Vilket kontor" in told) == (0, False)
    assert "guard: true" in there.text()


def test_an_office_is_closed_by_answering(there: Registry) -> None:
    with on_terminal(there.top, "office", "close") as person:
        person.answer("Vilket kontor?", "Torgt")
        person.expect("menade du exempelstad-torget?")
        person.child.send(f"{CLEAR}Torget\r")
        person.answer("Första stängda dagen", "2027-03-01")
        person.answer("Beslutets id", DECISION)
        person.answer("Kontor som tar över", "Hamnen")
        person.answer("Källa", "page")
        person.expect("Att tänka på")
        person.answer("Ska det skrivas?", "j")
        code, told = person.end()
    assert (code, "Skrivet." in told) == (0, True)
    assert "successors: [exempelstad-hamnen]" in there.text()


@pytest.mark.parametrize(
    ("answer", "code"), [("n", 130), ("", 130), ("\x03", 130), ("\x04", 130)], ids=["no", "enter", "^C", "^D"]
)
def test_without_a_yes_nothing_is_written(there: Registry, answer: str, code: int) -> None:
    with on_terminal(there.top, "office", "set", "Torget", "facilities.guard", "ja") as person:
        person.answer("Ska det skrivas?", answer)
        assert person.end()[0] == 130
    assert there.git("status", "--short").stdout == ""


def test_with_yes_nothing_is_asked(there: Registry) -> None:
    with on_terminal(there.top, "office", "set", "Torget", "facilities.guard", "ja", "--yes") as person:
        code, told = person.end()
    assert (code, "Ska det skrivas?" in told) == (0, False)
    assert "guard: true" in there.text()


def test_what_was_shown_is_what_is_written(there: Registry) -> None:
    """Somebody else changes the file while a person thinks."""
    with on_terminal(there.top, "office", "set", "Torget", "facilities.guard", "ja") as person:
        person.expect("Ska det skrivas?")
        there.edit(("Exempelgatan 1", "Exempelgatan 2"))
        person.child.send("j\r")
        code, told = person.end()
    assert code == 5
    assert "registret har ändrats medan du tänkte" in told
    assert "guard" not in there.text()


class TestEditor:
    """`office edit` on a terminal."""

    @pytest.fixture
    def editor(self, tmp_path: Path) -> Path:
        """An editor that makes a mistake the first time, and mends it the second."""
        script = tmp_path / "editor"
        script.write_text(
            f"#!{sys.executable}\n"
            "import pathlib, sys, time\n"
            "file = pathlib.Path(sys.argv[-1])\n"
            "text = file.read_text()\n"
            "file.write_text(text.replace('tawn:', 'town:') if 'tawn:' in text else text.replace('town:', 'tawn:')"
            ".replace('name: Torget', 'name: Torg'))\n",
            "utf-8",
        )
        script.chmod(0o755)
        return script

    def test_a_mistake_is_shown_and_can_be_mended(self, there: Registry, editor: Path) -> None:
        with on_terminal(there.top, "office", "edit", "Torget", VISUAL=f"{editor} --wait") as person:
            person.expect("nyckeln tawn är okänd")
            person.answer("Vill du fortsätta redigera?", "j")
            person.answer("Ska det skrivas?", "j")
            code, told = person.end()
        assert (code, "Skrivet." in told, "finns kvar" in told) == (0, True, False)
        assert "name: Torg\n" in there.text()

    def test_a_text_that_is_not_written_is_kept(self, there: Registry, editor: Path) -> None:
        with on_terminal(
            there.top, "office", "edit", "Torget", EDITOR=str(editor), VISUAL="", TMPDIR=str(editor.parent)
        ) as person:
            person.answer("Vill du fortsätta redigera?", "n")
            code, told = person.end()
        assert code == 5
        kept = Path(told.partition("Din text finns kvar: ")[2].split()[0])
        assert "tawn:" in kept.read_text("utf-8")
        assert kept.parent.stat().st_mode & 0o777 == 0o700
