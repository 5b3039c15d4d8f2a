"""The press: the same bytes for the same edition, and the guard before anything is shown."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from sscctl.errors import Refused
from sscctl.publishing.edition import Edition
from sscctl.publishing.press import make, show
from tests.builders import TODAY, office
from tests.process import CHECKOUT
from tests.publishing.contract import schema_of
from tests.publishing.editions import edition, files, of_offices, tree, undated

T = TypeVar("T")
LIMITS = {"offices_percent": 5, "county_offices_percent": 25, "weekly_hours_percent": 10}


def offices(*idents: str) -> Edition:
    return of_offices(*(office(id=ident) for ident in idents))


def _turned(mapping: Mapping[str, T]) -> dict[str, T]:
    return dict(reversed(list(mapping.items())))


class TestBytes:
    def test_the_same_edition_gives_the_same_bytes(self) -> None:
        assert files(make(edition())) == files(make(edition()))

    def test_the_order_in_which_things_were_read_does_not_matter(self) -> None:
        one = offices("a", "b", "c")
        context = one.registry.context
        turned = replace(
            one.registry,
            offices=_turned(one.registry.offices),
            context=replace(
                context,
                agencies=_turned(context.agencies),
                agreements=_turned(context.agreements),
            ),
        )
        assert files(make(one)) == files(make(replace(one, registry=turned)))

    @pytest.mark.slow
    @pytest.mark.parametrize(
        "world",
        [
            {"PYTHONHASHSEED": "1"},
            {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"},
        ],
        ids=["a seed", "another seed, time zone and locale"],
    )
    def test_nor_does_the_world_around(self, world: dict[str, str]) -> None:
        program = (
            "import hashlib; from sscctl.publishing.press import make; from tests.publishing.editions import edition;"
            "made = make(edition()).artefacts; print(hashlib.sha256(b''.join(a.data for a in made)).hexdigest())"
        )
        env = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(CHECKOUT), **world}
        done = subprocess.run([sys.executable, "-c", program], env=env, cwd=CHECKOUT, capture_output=True, check=True)
        made = make(edition()).artefacts
        assert done.stdout.decode().strip() == hashlib.sha256(b"".join(one.data for one in made)).hexdigest()

    def test_the_day_and_the_address_matter(self) -> None:
        plain = files(make(edition()))
        assert files(make(edition(day=date(2026, 11, 23)))) != plain
        assert files(make(edition(base_url="https://exempel.se"))) != plain

    def test_no_folder_of_this_machine_is_told(self) -> None:
        assert str(CHECKOUT).encode() not in b"".join(files(make(edition())).values())


class TestMeta:
    def test_it_stands_in_every_json_file_and_says_the_same_of_the_edition(self) -> None:
        printed = make(edition())
        own = {"count", "links"}
        metas = {
            json.dumps({key: value for key, value in tree(printed, path)["meta"].items() if key not in own})
            for path in files(printed)
            if schema_of(path)
        }
        assert len(metas) == 1

    def test_it_carries_the_licence_the_publisher_and_whom_to_credit(self) -> None:
        meta = tree(make(edition()), "municipalities.json")["meta"]
        assert meta["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
        assert meta["publisher"]["name"] == "Statens servicecenter"
        assert meta["publisher"]["identifier"] == "202100-6453"
        assert meta["attribution"][0]["text"] == "Place and postcode points: GeoNames (geonames.org), CC BY 4.0"

    def test_what_nothing_dates_has_no_date_and_what_is_changed_says_so(self) -> None:
        meta = tree(make(undated(edition())), "offices.json")["meta"]
        assert not meta.keys() & {"dataVersion", "generatedAt"}
        assert meta["dirty"] is False
        assert tree(make(replace(edition(), dirty=True)), "offices.json")["meta"]["dirty"] is True

    def test_links_are_relative_until_the_address_is_known(self) -> None:
        path = "offices/exempelstad-torget.json"
        assert tree(make(edition()), path)["meta"]["links"] == {
            "self": "exempelstad-torget.json",
            "schema": "../schema/office.schema.json",
            "manifest": "../manifest.json",
            "changes": "../changes.json",
        }
        links = tree(make(edition(base_url="https://exempel.se/data")), path)["meta"]["links"]
        assert links["schema"] == "https://exempel.se/data/v1/schema/office.schema.json"

    def test_a_publisher_that_the_registry_does_not_know_is_named_by_its_id(self) -> None:
        one = edition()
        stranger = replace(one, settings=replace(one.settings, publisher="okand"))
        assert tree(make(stranger), "offices.json")["meta"]["publisher"] == {"id": "okand", "name": "okand"}


class TestShow:
    def test_an_edition_stands_whole(self, tmp_path: Path) -> None:
        printed = make(edition())
        show(printed, tmp_path, TODAY, LIMITS)
        found = {
            path.relative_to(tmp_path / "v1").as_posix(): path.read_bytes()
            for path in (tmp_path / "v1").rglob("*")
            if path.is_file()
        }
        assert found == files(printed)

    def test_one_that_loses_too_much_changes_nothing(self, tmp_path: Path) -> None:
        show(make(offices("a", "b", "c")), tmp_path, TODAY, LIMITS)
        with pytest.raises(Refused, match="vanish: a, b"):
            show(make(offices("c")), tmp_path, TODAY, LIMITS)
        assert (tmp_path / "v1/offices/a.json").exists()
        assert {path.name for path in tmp_path.iterdir()} == {"v1", ".sscctl-edition"}

    def test_unless_that_is_meant(self, tmp_path: Path) -> None:
        show(make(offices("a", "b", "c")), tmp_path, TODAY, LIMITS)
        show(make(offices("c")), tmp_path, TODAY, None)
        assert not (tmp_path / "v1/offices/a.json").exists()

    @pytest.mark.parametrize("spoil", ["remove", "empty", "nonsense"])
    def test_an_edition_that_cannot_be_read_is_replaced_only_where_that_is_meant(
        self, tmp_path: Path, spoil: str
    ) -> None:
        show(make(offices("a")), tmp_path, TODAY, LIMITS)
        place = tmp_path / "v1/offices.json"
        if spoil == "remove":
            place.unlink()
        else:
            place.write_text("" if spoil == "empty" else '{"offices": 3}')
        with pytest.raises(Refused, match="cannot be read"):
            show(make(offices("a")), tmp_path, TODAY, LIMITS)
        show(make(offices("a")), tmp_path, TODAY, None)
        assert place.stat().st_size > 1000
