"""Nothing that is published of the registry points at a person."""

from __future__ import annotations

from sscctl.publishing.press import make
from sscctl.rules._persons import identity_numbers, mobile_numbers, personal_addresses
from tests.publishing.editions import files
from tests.publishing.real import real_edition

NO_TEXT = {"registry.sqlite", "offices.parquet", "manifest.json"}
"""Where values or hashes stand side by side, so that digits make numbers by chance; the same facts are in the rest."""


def test_no_file_has_a_number_or_an_address_of_a_person_s() -> None:
    found: dict[str, list[str]] = {}
    for path, data in files(make(real_edition())).items():
        text = "" if path in NO_TEXT else data.decode("utf-8")
        if told := [*identity_numbers(text), *mobile_numbers(text), *personal_addresses(text)]:
            found[path] = told
    assert found == {}
