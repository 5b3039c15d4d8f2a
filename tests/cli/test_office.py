"""`sscctl office` as scripts call it: what is told, written, committed and refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.cli.offices import DECISION, HARBOUR, NEWS, Registry
from tests.cli.promises import kept
from tests.process import Outcome

OFFICE = f"registry/{OFFICE_PATH}"
CLOSE = ("office", "close", "exempelstad-torget", "--on", "2027-03-01", "--decision", DECISION, "--source", NEWS)
MOVE = (
    *("office", "move", "exempelstad-torget", "--from", "2027-01-01", "--street", "Nygatan 2"),
    *("--postcode", "113 22", "--post-town", "Stockholm", "--source", NEWS),
)
ADD = (
    *("office", "add", "--name", "Nya", "--municipality", "Solna", "--on", "2027-02-01", "--source", NEWS),
    *("--street", "Storgatan 1", "--postcode", "16972", "--post-town", "Solna", "--hours", "mån-fre 10-15"),
)
SET = ("office", "set", "exempelstad-torget", "facilities.guard", "true")
SUSPEND = ("office", "suspend", "exempelstad-torget", "--from", "2026-12-01", "--until", "2026-12-20", "--source", NEWS)
EVERY = {"close": CLOSE, "move": MOVE, "add": ADD, "set": SET, "suspend": SUSPEND}


@pytest.fixture
def there(tmp_path: Path) -> Registry:
    return Registry(tmp_path, HARBOUR)


def done(outcome: Outcome) -> str:
    assert outcome.code == 0, outcome
    return outcome.stdout


@pytest.mark.parametrize("name", EVERY)
class TestEveryCommand:
    def test_a_dry_run_tells_and_writes_nothing(self, there: Registry, name: str) -> None:
        before = there.everything()
        told = done(there.edit_with(*EVERY[name], "--dry-run"))
        assert told.splitlines()[-1] == "Nothing was written (--dry-run)."
        assert there.everything() == before

    def test_it_is_written_and_breaks_nothing(self, there: Registry, name: str) -> None:
        told = done(there.edit_with(*EVERY[name]))
        assert told.splitlines()[-1] == "Written."
        assert there.git("status", "--short").stdout
        assert there.edit_with("validate").code == 0

    def test_twice_is_once(self, there: Registry, name: str) -> None:
        done(there.edit_with(*EVERY[name]))
        before = there.everything()
        again = there.edit_with(*EVERY[name])
        assert again.code == 5 or "it says so already" in again.stdout
        assert there.everything() == before

    def test_what_is_told_to_machines_is_as_promised(self, there: Registry, name: str) -> None:
        told = kept("edit", done(there.edit_with(*EVERY[name], "--commit", "-o", "json")))
        assert told["written"]
        assert not told["refused"]
        assert told["commit"] == {"id": there.git("rev-parse", "HEAD").stdout.strip(), "branch": "main"}
        assert there.git("status", "--short").stdout == ""
        assert [change for change in told["changes"] if change["visible"]]


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (("add",), "--name, --municipality, --on, --source"),
        (("add", "nya", "--name", "Nya", "--source", "x"), "--municipality, --on"),
        (("set",), "OFFICE, FIELD, VALUE"),
        (("set", "exempelstad-torget"), "FIELD, VALUE"),
        (("move",), "OFFICE, --from, --street, --postcode, --post-town, --source"),
        (("close",), "OFFICE, --on, --decision, --source"),
        (("close", "exempelstad-torget", "--last-day", "2027-01-01"), "--decision, --source"),
        (("suspend",), "OFFICE, --from, --source"),
        (("reopen",), "OFFICE, --on, --source"),
        (("rename",), "OFFICE, NEW_ID"),
    ],
)
def test_off_a_terminal_all_that_is_missing_is_told_at_once(
    there: Registry, arguments: tuple[str, ...], missing: str
) -> None:
    outcome = there.edit_with("office", *arguments)
    assert (outcome.code, outcome.stdout) == (2, "")
    assert outcome.stderr.splitlines()[0] == f"Error: these are missing: {missing}"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((*MOVE[:2], "nowhere", *MOVE[3:]), 4, "there is no office nowhere"),
        ((*MOVE, "--position", "59"), 2, "59 is no point"),
        ((*MOVE[:-5], "113", *MOVE[-4:]), 2, "113 is no postcode"),
        ((*CLOSE, "--decision", "no-such"), 4, "there is no decision no-such"),
        ((*CLOSE, "--successor", "no-such"), 4, "there is no office no-such"),
        ((*CLOSE, "--last-day", "2027-03-01"), 2, "--on 2027-03-01 is not the day after --last-day 2027-03-01"),
        ((*CLOSE, "--consulted", "everybody"), 2, "--consulted: everybody is not among the choices"),
        ((*CLOSE, "--source", "no-such-source"), 4, "the document has no source no-such-source"),
        (("office", "set", "torget", "status", "open"), 2, "status is not set that way"),
        ((*ADD, "--hours", "mån 25-26"), 2, "the hours:"),
        ((*ADD, "--event", "burnt"), 2, "--event: burnt is not among the choices"),
        ((*ADD, "--on", "soon"), 2, "soon is no date"),
        (("office", "add", "exempelstad-torget", *ADD[2:]), 5, "there is an office exempelstad-torget already"),
        (("office", "reopen", "Torget", "--on", "2027-01-01", "--source", NEWS), 5, "Torget is not closed"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    there: Registry, arguments: tuple[str, ...], code: int, words: str
) -> None:
    before = there.git("status", "--short").stdout
    outcome = there.edit_with(*arguments)
    assert (outcome.code, outcome.stdout) == (code, ""), outcome
    assert words in outcome.stderr.splitlines()[0]
    assert there.git("status", "--short").stdout == before


class TestRefusal:
    """Errors that the edit causes refuse it; older ones do not."""

    WRONG = ("office", "set", "exempelstad-torget", "addresses.0.valid_through", "2020-01-01")

    def test_an_error_is_shown_where_it_stands(self, there: Registry) -> None:
        outcome = there.edit_with("office", "set", "exempelstad-torget", "addresses.0.valid_from", "2021-13-01")
        assert outcome.code == 5
        assert f"{OFFICE_PATH}:" in outcome.stdout
        assert "SSC006 error" in outcome.stdout
        assert outcome.stderr == "Error: the change would give the registry 1 error, so nothing was written\n"
        assert there.git("status", "--short").stdout == ""

    def test_machines_are_told_as_well(self, there: Registry) -> None:
        outcome = there.edit_with("office", "set", "Torget", "addresses.0.valid_from", "2021-13-01", "-o", "json")
        told = kept("edit", outcome.stdout)
        assert (outcome.code, told["refused"], told["written"]) == (5, True, False)
        assert [finding["code"] for finding in told["findings"]] == ["SSC006"]

    def test_an_older_error_elsewhere_refuses_nothing(self, there: Registry) -> None:
        there.edit(('"0180"', '"9999"'), path="registry/offices/exempelstad-hamnen.yaml")
        told = done(there.edit_with(*SET))
        assert "The registry has 1 older error that the change does not concern." in told

    def test_an_edit_that_mends_tells_so(self, there: Registry) -> None:
        there.edit(('municipality: "0180"', 'municipality: "9999"'))
        told = done(there.edit_with("office", "set", "exempelstad-torget", "municipality", "Stockholm"))
        assert "SSC101 fixed" in told

    def test_a_file_that_cannot_be_read_is_left_alone(self, there: Registry) -> None:
        (there.top / OFFICE).write_text("id: [", "utf-8")
        outcome = there.edit_with(*SET)
        assert outcome.code == 5
        assert (there.top / OFFICE).read_text("utf-8") == "id: ["


class TestCommit:
    def test_it_says_what_and_why_and_by_whom(self, there: Registry) -> None:
        done(there.edit_with(*CLOSE, "--commit", "--successor", "exempelstad-hamnen"))
        subject, blank, *body = there.git("log", "-1", "--format=%B").stdout.strip().splitlines()
        assert (subject, blank) == ("Close Torget from 2027-03-01 on", "")
        assert body[0].startswith("- Torget: from 1 March 2027: closed")
        assert body[-2:] == ["", f"Source: {NEWS}"]
        assert there.git("log", "-1", "--format=%an").stdout == "Test Testsson\n"
        assert there.git("show", "--format=", "--name-only").stdout.split() == [
            "registry/offices/exempelstad-hamnen.yaml",
            OFFICE,
        ]

    def test_the_subject_can_be_one_s_own_and_the_branch_a_new_one(self, there: Registry) -> None:
        told = done(there.edit_with(*MOVE, "-m", "Move out of the cold", "--branch", "move"))
        assert "Committed on move as " in told
        assert there.git("log", "-1", "--format=%s", "move").stdout == "Move out of the cold\n"
        assert there.git("rev-list", "--count", "main").stdout == "1\n"

    def test_what_else_is_changed_stays_uncommitted(self, there: Registry) -> None:
        there.edit(("name: Hamnen", "name: Hamn"), path="registry/offices/exempelstad-hamnen.yaml")
        done(there.edit_with(*SET, "--commit"))
        assert there.git("status", "--short").stdout == " M registry/offices/exempelstad-hamnen.yaml\n"

    def test_an_id_that_the_history_had_is_not_given_again(self, there: Registry) -> None:
        there.git("rm", "-q", "registry/offices/exempelstad-hamnen.yaml")
        there.git("commit", "-q", "-m", "Forget the harbour")
        outcome = there.edit_with("office", "add", "exempelstad-hamnen", *ADD[2:])
        assert outcome.code == 5
        assert "an office had the id exempelstad-hamnen before" in outcome.stderr


def test_a_work_tree_that_git_reads_may_have_changes(there: Registry) -> None:
    """As large ones are read, and sparse ones."""
    assert there.git("sparse-checkout", "set", "--no-cone", "/*").code == 0
    done(there.edit_with(*SET))
    done(there.edit_with("office", "set", "exempelstad-torget", "facilities.guard", "false"))
    assert "guard: false" in there.text()
    told = done(there.edit_with("office", "set", "exempelstad-hamnen", "name", "Hamn", "--commit"))
    assert "Committed on main" in told
    assert there.git("status", "--short").stdout == f" M {OFFICE}\n"


class TestWhatElseAClosingTouches:
    def test_it_is_listed(self, there: Registry) -> None:
        told = done(there.edit_with(*CLOSE, "--dry-run"))
        assert "These leave with it: " in told
        assert "The nearest open offices then, in a straight line: Hamnen (same municipality)." in told

    def test_it_is_told_to_machines_in_both_languages(self, there: Registry) -> None:
        arguments = ("office", "close", "Hamnen", *CLOSE[3:], "--dry-run", "-o", "json")
        notes = json.loads(there.edit_with(*arguments).stdout)["notes"]
        assert {
            "sv": f"Beslutet {DECISION} nämner inte kontoret.",
            "en": f"The decision {DECISION} does not name the office.",
        } in notes
        assert [note for note in notes if note["en"].startswith("Shares its premises with Swedish Transport")]

    def test_the_last_office_of_a_municipality_is_told(self, tmp_path: Path) -> None:
        there = Registry(tmp_path, {path: tree for path, tree in HARBOUR.items() if path.startswith("decisions/")})
        told = done(there.edit_with(*CLOSE, "--dry-run", lang="sv"))
        assert "Det är kommunens sista kontor: i Stockholm finns sedan inget öppet." in told


@pytest.mark.slow
def test_a_day_with_the_real_registry(tmp_path: Path) -> None:
    there = Registry.real(tmp_path)
    path = there.top / "registry/offices/hallunda.yaml"
    comments = [line for line in path.read_text("utf-8").splitlines() if line.lstrip().startswith("#")]
    steps = (
        ("office", "move", "hallunda", *MOVE[3:], "--commit"),
        ("office", "suspend", "Hallunda", *SUSPEND[3:], "--commit"),
        ("office", "set", "hallunda", "contact.phone", "+46771112400", "--commit"),
        (
            *("office", "close", "hallunda", "--last-day", "2027-05-31", "--decision", "ssc-2025-04-10-closures"),
            *("--source", NEWS, "--successor", "sodertalje", "--commit"),
        ),
    )
    for step in steps:
        done(there.edit_with(*step))
    assert there.git("status", "--short").stdout == ""
    assert there.git("rev-list", "--count", "HEAD").stdout == "5\n"
    assert there.edit_with("validate", "--since", "HEAD~4").code == 0
    after = path.read_text("utf-8").splitlines()
    assert comments
    assert [line for line in comments if line not in after] == []
