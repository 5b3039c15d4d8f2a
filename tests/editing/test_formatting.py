"""The canonical form of a text that people have written: the same meaning, every comment, and formatted for good."""

from __future__ import annotations

from pathlib import Path
from random import Random
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.editing.canonical import render
from sscctl.editing.formatting import formatted
from sscctl.editing.merge.values import same
from sscctl.errors import Refused
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.yaml12 import parse
from tests.architecture.code import ROOT
from tests.editing.random_edits import document
from tests.editing.styles import Scribe, Style

REGISTRY = ROOT / "registry"

EXAMPLES = {
    "keys come in the schema's order, each with its comments": (
        """\
        # yaml-language-server: $schema=x

        # whose town
        town: A  # the town
        # whose name
        name: B
        """,
        """\
        # yaml-language-server: $schema=x
        # whose name
        name: B
        # whose town
        town: A  # the town
        """,
    ),
    "what stands at the top and apart stays there": (
        """\
        # About this file

        # about the name
        name: B
        id: a
        """,
        """\
        # About this file

        id: a
        # about the name
        name: B
        """,
    ),
    "what other readers would misread is quoted, and what need not be is not": (
        "id: no\nname: 'Åmål'\nmunicipality: 0180\n",
        'id: "no"\nname: Åmål\nmunicipality: "0180"\n',
    ),
    "what fits on a line stands on one": (
        "consulted:\n- a\n- b\n",
        "consulted: [a, b]\n",
    ),
    "what has comments inside takes a line for each entry": (
        """\
        opening_hours:
            -   weekly: {mon: [],  # closed
                         # late
                         tue: ["10:00-20:00"]}
        """,
        """\
        opening_hours:
          - weekly:
              mon: []  # closed
              # late
              tue: ["10:00-20:00"]
        """,
    ),
    "a comment between a dash and its mapping stands above the dash, one behind the dash at its line's end": (
        """\
        remarks:
        -  # the first
          # really
          source: a
        # the end
        """,
        """\
        remarks:
          # really
          - {source: a}  # the first
        # the end
        """,
    ),
    "a comment below the last entry stays below it": (
        """\
        remarks:
         - source: a
         # there may be more
        sources: {}
        """,
        """\
        remarks:
          - {source: a}
          # there may be more

        sources: {}
        """,
    ),
    "marks around the document go, and their comments stay": (
        "--- # start\nname: B\n... # over\n",
        "# start\nname: B\n# over\n",
    ),
    "a byte order mark goes": ("\ufeffname: B\n", "name: B\n"),
    "lines end in LF, however they ended": ("name: B\r\nid: a\r# c", "id: a\nname: B\n# c\n"),
    "an empty document keeps its comments": ("# one\n{}  # two\n", "# one\n# two\n{}\n"),
}


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_the_form(text: str, expected: str) -> None:
    assert formatted(dedent(text).encode(), Kind.OFFICE).decode() == dedent(expected)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name: &a B\n", "Anchors"),
        ("name: B\nname: C\n", "there already"),
        ("name: [\n", "faults of form"),
        ("- a\n", "faults of form"),
        ("", "faults of form"),
        ("name: B\x07\n", "faults of form"),
        ('name: "B"# c\n', "space before #"),
    ],
    ids=["an anchor", "a key twice", "broken", "a list", "empty", "a control character", "a comment glued to a value"],
)
def test_what_means_nothing_certain_is_refused(text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        formatted(text.encode(), Kind.OFFICE)


@pytest.mark.parametrize("path", sorted(REGISTRY.rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_registry_is_in_this_form(path: Path) -> None:
    kind = kind_of(path.relative_to(REGISTRY).as_posix())
    assert kind
    assert formatted(path.read_bytes(), kind) == path.read_bytes()


@given(st.integers(0, 2**40))
def test_a_text_in_any_style_keeps_its_meaning_and_its_comments(seed: int) -> None:
    random = Random(seed)
    tree = document(random)
    scribe = Scribe(Style.drawn(random), random)
    data = scribe.document(tree)
    after = formatted(data, Kind.OFFICE)
    read = parse(after)
    assert same(read.tree, tree)
    lines = after.decode().splitlines()
    for comment in scribe.owned:
        assert sum(line.endswith(comment) for line in lines) == 1, comment
    assert formatted(after, Kind.OFFICE) == after
    if not scribe.owned:
        first, _, rest = after.decode().partition("\n")
        canonical = render(parse(data).tree or {}, "office")  # type: ignore[arg-type]
        assert canonical == (rest if first.startswith("#") else after.decode())
