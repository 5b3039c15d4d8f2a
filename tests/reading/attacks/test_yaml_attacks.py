"""Hostile files: each is answered with a code and a place, none costs more than its bytes are worth."""

from __future__ import annotations

import json
import sys
from collections import Counter
from types import FrameType

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from sscctl.reading import yaml12
from sscctl.reading.positions import locate
from sscctl.reading.yaml12 import parse
from tests.reading.attacks.hostile import ATTACKS, Attack


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_answered_with_its_code_and_its_place(attack: Attack) -> None:
    first = parse(attack.data).faults[0]
    assert (first.code, first.line, first.column) == (attack.code, attack.line, attack.column)
    assert attack.words in first.message.en
    assert first.advice is not None


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_what_is_said_is_short_and_in_both_languages(attack: Attack) -> None:
    faults = parse(attack.data).faults
    assert len(faults) <= 500
    for fault in faults:
        for text in filter(None, (fault.message, fault.advice)):
            assert text.sv != text.en or text.en.startswith(("Write ", "Skriv "))
            assert max(map(len, text)) < 300


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_its_values_can_be_asked_for(attack: Attack) -> None:
    assert locate(attack.data, [("a", 0, "b")])


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let PyYAML's own parser do the work, as where libyaml is missing."""
    monkeypatch.setattr(yaml12, "_Parser", yaml.SafeLoader)


@pytest.mark.usefixtures("without_libyaml")
class TestWithoutLibyaml:
    @pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
    def test_the_answer_is_the_same(self, attack: Attack) -> None:
        test_an_attack_is_answered_with_its_code_and_its_place(attack)


PIECES = (
    *(
        "a",
        "b: ",
        "- ",
        "? ",
        ": ",
        "\n",
        "\n  ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        '"',
        "'",
        "|",
        ">-",
        "#",
        " # c",
        "&a ",
        "*a",
    ),
    *(
        "!t ",
        "!!str ",
        "%YAML 1.2",
        "---",
        "...",
        "<<: ",
        "\t",
        "\r",
        "\\",
        "\\x",
        "\\u12",
        "\\ud800",
        "~",
        "0114",
        "10:00",
    ),
    *(
        "\ufeff",
        "\x00",
        "\x85",
        "å",
        "a\u0308",
        "\U0001f3e2",
        "Ã¤",
        "=",
        "@",
        "`",
        "on",
        "no",
        "null",
        "1.5",
        "1e5",
        " ",
    ),
)
"""Pieces of YAML, valid together now and then."""

SOURCES = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(st.binary(max_size=200) | SOURCES.map(str.encode))
@example(b"\xff\xfe")
@example(b"%")
@example(b"!<")
@example(b'"\\')
@example(b"a: !<%zz> b")
@example(b"a: !%ff b")
def test_no_bytes_make_it_raise_and_every_fault_has_its_place(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    parsed = parse(data)
    assert parsed.tree is None or isinstance(parsed.tree, dict)
    assert parsed.tree is not None or parsed.faults
    for fault in parsed.faults:
        assert fault.line is not None
        assert fault.column is not None
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
    assert parsed.faults == tuple(sorted(parsed.faults, key=lambda fault: (fault.line, fault.column)))


@given(SOURCES)
def test_what_is_accepted_is_what_pyyaml_composes(text: str) -> None:
    """The shape and the texts of every accepted document agree with a reader that composes it whole."""
    parsed = parse(text.encode())
    if parsed.faults:
        return
    composed = yaml.load(text, yaml.BaseLoader)  # a loader of texts only
    assert strings(parsed.tree) == strings(composed)


def strings(tree: object) -> object:
    """A tree with its numbers and words of JSON as they are written."""
    if isinstance(tree, dict):
        return {key: strings(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [strings(value) for value in tree]
    return tree if isinstance(tree, str) else json.dumps(tree)


def lines_run(data: bytes) -> int:
    """How many lines of Python a call of `parse` runs: what it costs, told without a clock."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> object:
        counted[event] += 1
        return count

    others = sys.gettrace()  # such as a measurement of coverage
    sys.settrace(count)  # type: ignore[arg-type]
    try:
        parse(data)
    finally:
        sys.settrace(others)
    return counted["line"]


GROWING = {
    "keys": b"k%d: x\n",
    "equal keys": b"k: x\n",
    "escapes": b'k%d: "\\u00e5"\n',
    "faults": b"k%d: 0114\n",
    "strangers": "k%d: M\u0430lmö\n".encode(),
    "comments": b"# %d\n",
}


@pytest.mark.parametrize("line", GROWING.values(), ids=GROWING)
def test_the_cost_grows_with_the_length_and_not_with_its_square(line: bytes) -> None:
    def file(count: int) -> bytes:
        return b"".join(line.replace(b"%d", str(number).encode()) for number in range(count))

    small, middle, large = (lines_run(file(count)) for count in (50, 100, 200))
    assert large - middle <= 2.5 * (middle - small) + 200
