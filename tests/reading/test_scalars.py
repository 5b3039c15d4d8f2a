"""Unquoted scalars mean the same to every reader, or are faults; a written text is read back as itself."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from sscctl.reading.scalars import MAX_INTEGER, quote_key
from sscctl.reading.yaml12 import Tree, parse, quote
from tests.reading.marked import expect

BLAMED: dict[str, tuple[str, str]] = {
    "a code that begins with zero is 76 to YAML 1.1": ("0114", "SSC005"),
    "a code with an eight loses its zero in YAML 1.2": ("0180", "SSC005"),
    "a number with underscores": ("1_000", "SSC005"),
    "a number with a plus, such as a phone": ("+46771", "SSC005"),
    "a number without its first digit": (".5", "SSC005"),
    "a number without its last digit": ("5.", "SSC005"),
    "a power of ten": ("1e5", "SSC005"),
    "a hexadecimal number": ("0x1F", "SSC005"),
    "an octal number of YAML 1.2": ("0o17", "SSC005"),
    "a binary number": ("0b11", "SSC005"),
    "a number with two points, by YAML 1.1's own words": ("1.2.3", "SSC005"),
    "a number that readers round": (str(MAX_INTEGER + 1), "SSC005"),
    "a number of 20,000 digits": ("9" * 20_000, "SSC005"),
    "a fraction beyond what is kept": ("0.123456789012345678", "SSC005"),
    "no number": (".nan", "SSC005"),
    "infinity": ("-.inf", "SSC005"),
    "a date": ("2026-01-01", "SSC006"),
    "a date with a time": ("2026-01-01 10:00:00", "SSC006"),
    "a date that does not exist": ("2026-02-30", "SSC006"),
    "a time, 600 to YAML 1.1": ("10:00", "SSC006"),
    "a time that only looks safe": ("08:00", "SSC006"),
    "a time with seconds": ("10:00:30", "SSC006"),
    "Norway": ("NO", "SSC007"),
    "no": ("no", "SSC007"),
    "Off": ("Off", "SSC007"),
    "yes": ("yes", "SSC007"),
    "a single y": ("y", "SSC007"),
    "True": ("True", "SSC001"),
    "FALSE": ("FALSE", "SSC001"),
    "Null": ("Null", "SSC001"),
    "a tilde": ("~", "SSC001"),
    "an equals sign": ("=", "SSC001"),
    "the sign for a merge": ("<<", "SSC001"),
}


@pytest.mark.parametrize(("scalar", "code"), BLAMED.values(), ids=BLAMED)
def test_what_readers_differ_on_is_blamed_as_a_value_and_in_a_list(scalar: str, code: str) -> None:
    expect(f"a: ▶{scalar}\n", code)
    expect(f"a: [x, ▶{scalar}]\n", code)


@pytest.mark.parametrize(("scalar", "code"), BLAMED.values(), ids=BLAMED)
def test_the_advice_is_right(scalar: str, code: str) -> None:
    advice = parse(f"a: {scalar}".encode()).faults[0].advice
    assert advice is not None
    assert (f'"{scalar}"' if len(scalar) < 60 else '"999') in advice.en
    assert parse(f'a: "{scalar}"'.encode()).faults == ()


CORE_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
CORE_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
CORE_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def by_core_schema(text: str) -> object:
    """What YAML 1.2.2, section 10.3.2, makes of a plain scalar."""
    if text in {"null", "Null", "NULL", "~", ""}:
        return None
    if text in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return text.lower() == "true"
    if CORE_INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)
    if CORE_FLOAT.fullmatch(text):
        return float(text)
    if CORE_NOT_FINITE.fullmatch(text):
        return float(text.lower().replace(".", ""))
    return text


def by_json(text: str) -> object:
    """What JSON makes of it; what is no JSON stands for itself."""
    try:
        return json.loads(text, parse_constant=str)
    except ValueError:
        return text


def same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


NUMBERLIKE = st.text(alphabet="0123456789+-.:_eExoabnfINFTtZ ~=<", min_size=1, max_size=12)
SCALARS = st.one_of(
    NUMBERLIKE,
    st.from_regex(CORE_FLOAT, fullmatch=True),
    st.from_regex(r"[0-9]{1,4}([-:.][0-9]{1,2}){1,3}", fullmatch=True),
    st.sampled_from([scalar for scalar, _ in BLAMED.values() if len(scalar) < 100]),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8),
    st.integers().map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
)


@given(SCALARS)
@example("2001-1-1 0:00:00")
@example("-0")
@example("0_")
@example("1__0.5")
def test_every_plain_scalar_that_is_accepted_means_the_same_in_yaml_1_1_and_1_2_and_json(scalar: str) -> None:
    parsed = parse(f"a: {scalar}\n".encode())
    if parsed.faults or not isinstance(parsed.tree, dict) or not isinstance(parsed.tree["a"], str | int | float):
        return
    value = parsed.tree["a"]
    plain = scalar.split(" #")[0].strip(" ")
    if plain[0] in "\"'|>":  # the text happens to be quoted
        return
    try:
        in_1_1 = yaml.safe_load(f"a: {scalar}\n")["a"]
    except yaml.YAMLError:
        in_1_1 = None
    assert same(value, in_1_1)
    assert same(value, by_core_schema(plain))
    assert same(value, by_json(plain))


TEXTS = st.one_of(st.text(st.characters(codec="utf-8")), SCALARS)


def same_after_reading(text: str) -> tuple[Tree, object]:
    """A written text as we read it, in block, in flow and as a key, and as PyYAML's safe loader reads it."""
    written = quote(text)
    source = f"a: {written}\nb: [{written}, {{{written}: 1}}]\n"
    return parse(source.encode()).tree, yaml.safe_load(source)


@given(TEXTS)
@example("no")
@example("10:00")
@example("a: b")
@example("A?")
@example("a #b")
@example("a,b")
@example("å")
@example(" ")
@example("")
@example("\x85\u2028\ufeff\x00\x7f\U0001f3e2\U000e0001")
@example("Malmö - Lund -")
def test_a_text_is_read_back_by_every_reader(text: str) -> None:
    ours, theirs = same_after_reading(text)
    expected = {"a": text, "b": [text, {text: 1}]}
    assert theirs == expected
    if text.isascii() or len(text) < 250:  # a key that long is not composed
        assert isinstance(ours, dict)
        assert ours["a"] == text


@given(TEXTS)
def test_writing_a_text_brings_no_fault_of_its_own(text: str) -> None:
    told = {fault.code for fault in parse(f"a: {quote(text)}\n".encode()).faults}
    assert told <= {"SSC008", "SSC009"}, "only what the text itself is to blame for"


WRITTEN = {
    "a word": ("Torget", "Torget"),
    "an address": ("Exempelgatan 1 A", "Exempelgatan 1 A"),
    "an id": ("exempelstad-torget", "exempelstad-torget"),
    "a Sámi name": ("Jåhkåmåhkke Čohkkiras", "Jåhkåmåhkke Čohkkiras"),
    "a code": ("0180", '"0180"'),
    "a date": ("2026-01-01", '"2026-01-01"'),
    "hours": ("10:00-16:00", '"10:00-16:00"'),
    "a web address": ("https://www.example.se/", '"https://www.example.se/"'),
    "a comma, which ends a value in flow": ("Dag före julafton, stängt", '"Dag före julafton, stängt"'),
    "no": ("no", '"no"'),
    "null": ("null", '"null"'),
    "nothing": ("", '""'),
    "a quote and a backslash": ('"\\', '"\\"\\\\"'),
    "lines": ("a\nb\t", '"a\\nb\\t"'),
    "what is not seen": ("\u202e\u00a0", '"\\u202e\\u00a0"'),
    "what JSON has no single escape for": ("\U000e0001", '"\\U000e0001"'),
}


@pytest.mark.parametrize(("text", "written"), WRITTEN.values(), ids=WRITTEN)
def test_a_text_is_written_plain_where_that_is_safe(text: str, written: str) -> None:
    assert quote(text) == written


def test_the_key_on_is_written_plain_and_no_other_word_is() -> None:
    assert (quote_key("on"), quote("on"), quote_key("off")) == ("on", '"on"', '"off"')


def test_a_lone_surrogate_has_no_form_in_yaml() -> None:
    with pytest.raises(ValueError, match=r"U\+D800"):
        quote("\ud800")
