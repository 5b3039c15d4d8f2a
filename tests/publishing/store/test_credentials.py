"""Keys come from the environment or a profile, and are shown nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere
from sscctl.publishing.store.credentials import Access, access

PROFILES = """
[default]
aws_access_key_id = of-default
aws_secret_access_key = secret-of-default

[nightly]
aws_access_key_id = of-nightly
aws_secret_access_key = secret%of-nightly
aws_session_token = token
"""
CONFIG = """
[profile nightly]
region = eu-north-1
endpoint_url = https://store.example.se
"""


@pytest.fixture
def home(tmp_path: Path) -> str:
    (tmp_path / ".aws").mkdir()
    (tmp_path / ".aws/credentials").write_text(PROFILES)
    (tmp_path / ".aws/config").write_text(CONFIG)
    return str(tmp_path)


def test_the_environment_comes_first(home: str) -> None:
    found = access({"HOME": home, "AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s", "AWS_REGION": "eu-west-1"})
    assert found == Access("eu-west-1", None, "k", "s", None)


def test_a_profile_is_read_from_both_files(home: str) -> None:
    found = access({"HOME": home, "AWS_PROFILE": "nightly"})
    assert found == Access("eu-north-1", "https://store.example.se", "of-nightly", "secret%of-nightly", "token")


def test_without_a_name_the_default_profile_holds(home: str) -> None:
    assert access({"HOME": home}) == Access("us-east-1", None, "of-default", "secret-of-default", None)


def test_nothing_secret_is_shown(home: str) -> None:
    shown = repr(access({"HOME": home, "AWS_PROFILE": "nightly"}))
    assert "nightly" not in shown
    assert "token='" not in shown


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        pytest.param({}, "there are no keys", id="nothing at all"),
        pytest.param({"AWS_ACCESS_KEY_ID": "k"}, "there are no keys", id="a key without its secret"),
        pytest.param({"AWS_PROFILE": "other"}, "there is no AWS profile other", id="a profile that is not there"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, environment: dict[str, str], said: str) -> None:
    with pytest.raises(CannotBeDoneHere, match=said):
        access({"HOME": str(tmp_path), **environment})


def test_a_broken_file_is_named(home: str) -> None:
    (Path(home) / ".aws/credentials").write_text("no section = here")
    with pytest.raises(CannotBeDoneHere, match="credentials cannot be read"):
        access({"HOME": home})
