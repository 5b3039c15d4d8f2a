"""`sscctl office rename`: another id everywhere at once, and the old one can still be followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.cli.offices import HARBOUR, Registry

RENAME = ("office", "rename", "Torget", "exempelstad-nya", "--name", "Nya torget")


@pytest.fixture
def there(tmp_path: Path) -> Registry:
    found = Registry(tmp_path, HARBOUR)
    outcome = found.edit_with(*RENAME, "--commit")
    assert outcome.code == 0, outcome
    return found


def test_it_is_told_as_a_new_name_and_breaks_nothing(there: Registry) -> None:
    told = there.edit_with("diff", "HEAD~1", "HEAD").stdout
    assert "id: exempelstad-nya, was exempelstad-torget" in told
    assert "Vanishes" not in told
    assert there.edit_with("validate", "--since", "HEAD~1").code == 0


def test_no_document_names_the_old_id_but_as_what_it_was(there: Registry) -> None:
    lines = there.git("grep", "-h", "exempelstad-torget", "--", "registry/*.yaml").stdout.splitlines()
    assert lines == ["predecessor: exempelstad-torget"]


def test_its_life_goes_on(there: Registry) -> None:
    assert "Formerly: exempelstad-torget" in there.sscctl("log", "exempelstad-nya").stdout


def test_the_old_id_is_never_given_again(there: Registry) -> None:
    again = there.edit_with("office", "rename", "exempelstad-hamnen", Path(OFFICE_PATH).stem)
    assert (again.code, "an office had the id exempelstad-torget before" in again.stderr) == (5, True)
