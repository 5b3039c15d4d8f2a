"""The desk: edits in memory, each on top of the ones before, and nothing else is touched."""

from __future__ import annotations

import pytest

from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.edit import Delete, Put
from sscctl.errors import NotFound, Refused
from sscctl.reading.kinds import Kind
from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.editing.desks import HARBOUR, OTHER, desk, with_text

NEW = "offices/exempelstad-nya.yaml"
TREE: dict[str, Value] = {
    "id": "exempelstad-nya",
    "name": "Nya",
    "municipality": "0180",
    "sources": {"a": {"url": "https://a.se"}},
}


def test_an_edit_gives_another_desk_and_leaves_this_one() -> None:
    before = desk()
    after = before.edit(OFFICE_PATH, Put(("name",), "Torg")).edit(OFFICE_PATH, Delete(("contact",)))
    assert before.changes == ()
    assert before.tree(OFFICE_PATH)["name"] == "Torget"
    assert after.tree(OFFICE_PATH)["name"] == "Torg"
    assert "contact" not in after.tree(OFFICE_PATH)
    assert after.snapshot.read(OFFICE_PATH) == after.read(OFFICE_PATH)


def test_what_ends_as_it_began_is_no_change() -> None:
    there = desk()
    again = there.edit(OFFICE_PATH, Put(("name",), "Torg")).edit(OFFICE_PATH, Put(("name",), "Torget"))
    assert again.changes == ()


def test_no_edit_leaves_even_what_cannot_be_read() -> None:
    broken = with_text(OFFICE_PATH, "id: [")
    assert broken.edit(OFFICE_PATH) is broken
    with pytest.raises(Refused, match="cannot be read"):
        broken.tree(OFFICE_PATH)


def test_a_new_document_is_canonical_and_names_its_schema() -> None:
    there = desk().create(NEW, TREE)
    (change,) = there.changes
    assert change.before is None
    assert change.after
    assert change.after.startswith(
        b"# yaml-language-server: $schema=../../schemas/office.schema.json\nid: exempelstad-nya\n"
    )
    assert there.find(Kind.OFFICE, "exempelstad-nya") == NEW


def test_nothing_is_made_or_put_where_something_lies() -> None:
    there = desk(OTHER)
    with pytest.raises(Refused, match="is there already"):
        there.create(OFFICE_PATH, TREE)
    with pytest.raises(Refused, match="is there already"):
        there.rename(OFFICE_PATH, HARBOUR)


def test_a_renamed_file_is_gone_where_it_was() -> None:
    there = desk().rename(OFFICE_PATH, NEW)
    assert [(change.path, change.before is None, change.after is None) for change in there.changes] == [
        (NEW, True, False),
        (OFFICE_PATH, False, True),
    ]
    assert not there.has(OFFICE_PATH)
    assert NEW in list(there.paths())
    assert OFFICE_PATH not in list(there.paths())
    with pytest.raises(NotFound):
        there.read(OFFICE_PATH)


@pytest.mark.parametrize(
    ("kind", "ident", "path"),
    [
        (Kind.OFFICE, OFFICE_ID, OFFICE_PATH),
        (Kind.AGENCY, "skatteverket", "agencies/skatteverket.yaml"),
        (Kind.AGREEMENT, "takeover-2019", "agreements/takeover-2019.yaml"),
        (Kind.DECISION, "sfs-2019-212", "decisions/sfs-2019-212.yaml"),
    ],
)
def test_documents_are_found_by_their_ids(kind: Kind, ident: str, path: str) -> None:
    assert desk().path(kind, ident) == path


def test_an_office_is_found_in_whatever_folder_it_lies() -> None:
    there = desk().rename(OFFICE_PATH, f"offices/ab/{OFFICE_ID}.yaml")
    assert there.path(Kind.OFFICE, OFFICE_ID) == f"offices/ab/{OFFICE_ID}.yaml"


@pytest.mark.parametrize(
    ("kind", "ident", "message", "advice"),
    [
        (Kind.OFFICE, "exempelstad-torge", "there is no office exempelstad-torge", "did you mean exempelstad-torget?"),
        (Kind.DECISION, "../registry", "there is no decision ../registry", None),
        (Kind.AGENCY, "skateverket", "there is no agency skateverket", "did you mean skatteverket, trafikverket?"),
    ],
)
def test_what_is_not_there_is_told_with_what_looks_like_it(
    kind: Kind, ident: str, message: str, advice: str | None
) -> None:
    with pytest.raises(NotFound) as caught:
        desk().path(kind, ident)
    assert caught.value.message.en == message
    assert (caught.value.advice.en if caught.value.advice else None) == advice


def test_sources_are_named_once_and_in_order() -> None:
    there = Desk.of(desk().base).cite("b", "a").cite("b", "c")
    assert there.cited == ("b", "a", "c")
