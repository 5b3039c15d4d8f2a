"""Git shows, merges and checks offices by calling sscctl: seen in real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base_registry import OFFICE_ID
from tests.cli.gits import MONDAY, OFFICE, STREET, TUESDAY, Repository
from tests.process import sscctl


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "clone")
    made.set_up()
    return made


class TestDiff:
    def test_a_change_is_shown_in_words(self, repository: Repository) -> None:
        repository.edit((MONDAY, "mon: []"), (STREET, "street: Nygatan 1"))
        changed = [line for line in repository.git("diff").stdout.splitlines() if line[:1] in "+-"][2:]
        assert changed == [
            "-address from 2021-11-01, street: Exempelgatan 1",
            "+address from 2021-11-01, street: Nygatan 1",
            "-hours from 2021-11-01, Monday: 10–16",
            "+hours from 2021-11-01, Monday: closed",
        ]
        assert "+öppettider från 2021-11-01, måndag: stängt\n" in repository.git("diff", lang="sv").stdout

    def test_layout_and_comments_are_no_change(self, repository: Repository) -> None:
        repository.edit(("kind: office", "# an office\nkind: 'office'"))
        assert "@@" not in repository.git("diff").stdout

    def test_the_history_speaks_in_words_as_well(self, repository: Repository) -> None:
        repository.branch("hours", (TUESDAY, "tue: []"))
        assert "+hours from 2021-11-01, Tuesday: closed\n" in repository.git("log", "-p", "-1").stdout

    def test_what_cannot_be_read_is_shown_as_it_is(self, repository: Repository) -> None:
        repository.edit(("name: Torget", "name: [Torget"))
        shown = repository.git("diff").stdout
        assert "-id: exempelstad-torget\n" not in shown
        assert "+name: [Torget\n" in shown

    def test_other_documents_are_shown_as_they_are(self, repository: Repository) -> None:
        repository.edit(("format: 1", "format: 1  # one"), path="registry/registry.yaml")
        assert "+format: 1  # one\n" in repository.git("diff").stdout


class TestMerge:
    def test_two_branches_that_edit_hours_and_address_of_one_office_merge(self, repository: Repository) -> None:
        repository.branch("hours", (MONDAY, "mon: []"))
        repository.branch("address", (STREET, "street: Nygatan 1"))
        assert repository.git("merge", "-m", "Both", "hours").code == 0
        assert "mon: []" in repository.text()
        assert "Nygatan 1" in repository.text()

    def test_two_branches_that_edit_neighbouring_days_merge_though_git_alone_would_not(
        self, repository: Repository
    ) -> None:
        repository.branch("monday", (MONDAY, "mon: []"))
        repository.branch("tuesday", (TUESDAY, 'tue: ["10:00-18:00"]'))
        alone = repository.git("-c", "merge.sscctl.driver=git merge-file %A %O %B", "merge", "-m", "Both", "monday")
        assert alone.code == 1
        repository.git("merge", "--abort")
        assert repository.git("merge", "-m", "Both", "monday").code == 0
        assert 'mon: []\n      tue: ["10:00-18:00"]\n' in repository.text()

    def test_two_branches_that_edit_the_same_day_conflict_in_its_line(self, repository: Repository) -> None:
        repository.branch("closed", (MONDAY, "mon: []"), (STREET, "street: Nygatan 1"))
        repository.branch("longer", (MONDAY, 'mon: ["09:00-16:00"]'))
        outcome = repository.git("merge", "closed")
        assert outcome.code == 1
        assert "CONFLICT (content)" in outcome.stdout
        wanted = '<<<<<<< ours\n      mon: ["09:00-16:00"]\n=======\n      mon: []\n>>>>>>> theirs\n'
        assert wanted in repository.text()
        assert "Nygatan 1" in repository.text()
        assert repository.git("diff", "--name-only", "--diff-filter=U").stdout == f"{OFFICE}\n"
        assert "++<<<<<<< ours\n +hours from 2021-11-01, Monday: 9–16\n++=======\n" in repository.git("diff").stdout

    def test_a_rebase_and_a_cherry_pick_merge_so_too(self, repository: Repository) -> None:
        repository.branch("monday", (MONDAY, "mon: []"))
        repository.branch("tuesday", (TUESDAY, "tue: []"))
        assert repository.git("rebase", "-q", "monday").code == 0
        assert "mon: []\n      tue: []\n" in repository.text()
        repository.branch("wednesday", ('wed: ["10:00-16:00"]', "wed: []"))
        assert repository.git("cherry-pick", "tuesday").code == 0
        assert "tue: []\n      wed: []\n" in repository.text()

    def test_what_cannot_both_be_true_is_a_conflict_and_is_explained(self, repository: Repository) -> None:
        repository.branch("one", ("\nfacilities", f"\ndeviations:\n  - {ONE}\n\nfacilities"))
        repository.branch("two", ("\nfacilities", f"\ndeviations:\n  - {TWO}\n\nfacilities"))
        outcome = repository.git("merge", "one")
        assert outcome.code == 1
        assert "each side may be right by itself, but not both together: deviations" in outcome.stdout + outcome.stderr
        assert f"<<<<<<< ours\n  - {TWO}\n=======\n  - {ONE}\n>>>>>>> theirs\n" in repository.text()

    def test_without_the_program_lines_are_merged(self, repository: Repository) -> None:
        config = repository.top / ".git/config"
        config.write_text(config.read_text("utf-8").replace("/bin/sscctl", "/bin/gone"), "utf-8")
        repository.branch("hours", (MONDAY, "mon: []"))
        repository.branch("address", (STREET, "street: Nygatan 1"))
        assert repository.git("merge", "--no-verify", "-m", "Both", "hours").code == 0
        assert "mon: []" in repository.text()
        repository.edit(("name: Torget", "name: Nya Torget"))
        assert "+name: Nya Torget\n" in repository.git("diff").stdout


ONE = '{on: "2026-12-29", hours: [], reason: {sv: A, en: A}}'
TWO = '{valid_from: "2026-12-28", valid_through: "2026-12-30", hours: ["10:00-12:00"], reason: {sv: B, en: B}}'


class TestCommit:
    def test_what_is_right_is_committed_without_a_word(self, repository: Repository) -> None:
        repository.edit((MONDAY, "mon: []"))
        outcome = repository.git("commit", "-q", "-a", "-m", "Close on Mondays")
        assert (outcome.code, outcome.stdout, outcome.stderr) == (0, "", "")

    def test_what_is_wrong_is_not_and_is_told(self, repository: Repository) -> None:
        repository.edit(('municipality: "0180"', 'municipality: "9999"'))
        outcome = repository.git("commit", "-a", "-m", "Move to nowhere")
        assert outcome.code == 1
        assert f"offices/{OFFICE_ID}.yaml:5:15: SSC101 error" in outcome.stderr
        assert "Nothing was committed." in outcome.stderr
        assert repository.git("commit", "-q", "-a", "--no-verify", "-m", "All the same").code == 0

    def test_only_what_is_staged_counts(self, repository: Repository) -> None:
        repository.edit((MONDAY, "mon: []"))
        repository.git("add", OFFICE)
        repository.edit(('municipality: "0180"', 'municipality: "9999"'))
        assert repository.git("commit", "-q", "-m", "Close on Mondays").code == 0
        assert repository.git("commit", "-q", "-m", "The rest", OFFICE).code == 1

    def test_errors_that_were_there_before_are_in_nobody_s_way(self, repository: Repository) -> None:
        repository.edit(('municipality: "0180"', 'municipality: "9999"'))
        repository.git("commit", "-q", "--no-verify", "-a", "-m", "Wrong")
        repository.edit((MONDAY, "mon: []"))
        assert repository.git("commit", "-q", "-a", "-m", "Close on Mondays").code == 0

    def test_the_first_commit_of_all_is_checked_too(self, tmp_path: Path) -> None:
        repository = Repository(tmp_path / "clone")
        repository.set_up()
        repository.git("checkout", "-q", "--orphan", "new")
        assert repository.git("commit", "-q", "-m", "Anew").code == 0
        repository.edit(('municipality: "0180"', 'municipality: "9999"'))
        repository.git("checkout", "-q", "--orphan", "newer")
        assert repository.git("commit", "-q", "-a", "-m", "Anew and wrong").code == 1

    def test_a_merge_that_is_clean_for_git_and_breaks_a_rule_is_stopped(self, repository: Repository) -> None:
        """One branch lets an agency take part, the other removes the agency: no file is changed by both."""
        repository.git("checkout", "-q", "-b", "gone", "main")
        repository.git("rm", "-q", "registry/agencies/migrationsverket.yaml")
        repository.git("commit", "-q", "--no-verify", "-m", "Remove an agency")
        repository.branch(
            "joins", ("\nfacilities", "\nparticipations:\n  - {agency: migrationsverket, source: page}\n\nfacilities")
        )
        outcome = repository.git("merge", "-m", "Both", "gone")
        assert outcome.code == 1
        assert "migrationsverket" in outcome.stderr
        assert "Nothing was committed." in outcome.stderr
        assert repository.sscctl("validate").code == 1


DASHES = ("-x.yaml", "--help", "--root=x", "-")


@pytest.mark.parametrize("name", DASHES)
def test_a_path_that_begins_with_a_dash_is_a_path(tmp_path: Path, name: str) -> None:
    for number, text in enumerate(("a\n", "b\n", "a\n")):
        (tmp_path / f"{number}").write_text(text)
    (tmp_path / name).write_text("as it is\n")
    outcome = sscctl("git", "textconv", "--", name, cwd=tmp_path)
    assert (outcome.code, outcome.stdout) == (0, "as it is\n")
    assert sscctl("git", "merge-file", "--", "0", "1", "2", "7", name, cwd=tmp_path).code == 0
    assert sscctl("git", "merge-file", "--", name, "1", "2", "7", name, cwd=tmp_path).code == 1
