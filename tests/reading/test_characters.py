"""Characters that deceive the eye or the next program, with their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.reading.characters import blemishes, is_familiar, parseable
from sscctl.reading.yaml12 import parse
from tests.reading.marked import expect

FORBIDDEN = {
    "NUL": "\x00",
    "ESC, with which a terminal is commanded": "\x1b",
    "BEL": "\x07",
    "DEL": "\x7f",
    "a C1 control": "\x9b",
    "NEL, the end of a line to YAML 1.1": "\x85",
    "a line separator": "\u2028",
    "a paragraph separator": "\u2029",
    "a right-to-left override": "\u202e",
    "an isolate": "\u2066",
    "an Arabic letter mark": "\u061c",
    "a zero-width space": "\u200b",
    "a zero-width joiner": "\u200d",
    "a word joiner": "\u2060",
    "a byte order mark in the middle": "\ufeff",
    "a soft hyphen": "\u00ad",
    "a Hangul filler": "\u3164",
    "a tag letter": "\U000e0041",
    "a variation selector": "\ufe0f",
    "a variation selector of the supplement": "\U000e0100",
    "a private character": "\ue000",
    "a noncharacter": "\uffff",
    "the replacement character": "\ufffd",
}


@pytest.mark.parametrize("character", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_forbidden_character_is_found_wherever_it_stands(character: str) -> None:
    expect(f"a: x▶{character}y\nb: z\n", "SSC008")
    expect(f"b: z\na: 'x▶{character}y'\n", "SSC008")
    expect(f"b: z # x▶{character}y\n", "SSC008")
    expect(f"b▶{character}c: z\n", "SSC008")


@pytest.mark.parametrize("character", FORBIDDEN.values(), ids=FORBIDDEN)
def test_an_escape_does_not_hide_it(character: str) -> None:
    expect(f'ö: z\na: "åx▶\\U{ord(character):08x}y"\n', "SSC008")
    expect(f'"▶\\U{ord(character):08x}": z\n', "SSC008")


@pytest.mark.parametrize("escape", ["0", "a", "b", "t", "v", "f", "r", "e", "N", "L", "P", "x9b", "u0000"])
def test_nor_does_an_escape_by_name(escape: str) -> None:
    expect(f'a: "▶\\{escape}"\n', "SSC008")


def test_a_backslash_that_is_none_of_an_escape_is_a_backslash() -> None:
    expect(r"""a: "\\u202e" """ + "\n" + r"""b: '\u202e'""" + "\n" + r"""c: \u202e""" + "\n")


TEXT_FORM: dict[str, tuple[str, str]] = {
    "a letter and its dots apart": ("V▶a\u0308xjö", "SSC008"),
    "mojibake of å": ("V▶Ã¥xjö", "SSC008"),
    "mojibake of ä": ("V▶Ã¤xjö", "SSC008"),
    "mojibake of Ö": ("▶Ã–rebro", "SSC008"),
    "mojibake read twice": ("▶Ã\u0192Â¤", "SSC008"),
    "mojibake of a dash": ("10▶â€“16", "SSC008"),
    "mojibake of an apostrophe": ("dag▶â€™s", "SSC008"),
    "mojibake of a no-break space": ("10▶Â\u00a0000", "SSC008"),
    "mojibake of š": ("Ruovi▶Å¡", "SSC008"),
    "mojibake of Mac Roman": ("V▶√§xjö", "SSC008"),
    "mojibake of a code page": ("V▶├ñxjö", "SSC008"),
    "a Cyrillic a": ("M▶\u0430lmö", "SSC008"),
    "a Greek omicron": ("Malm▶\u03bf", "SSC008"),
    "a Latin a in a Cyrillic word": ("М▶aлмё", "SSC008"),
    "a wide letter": ("Malm▶\uff4f", "SSC008"),
    "a mathematical letter": ("Malm▶\U0001d428", "SSC008"),
    "a phonetic letter": ("M▶\u0251lmö", "SSC008"),
    "an Arabic digit in a word": ("kontor▶\u0663", "SSC008"),
}


@pytest.mark.parametrize(("text", "code"), TEXT_FORM.values(), ids=TEXT_FORM)
def test_a_text_in_the_wrong_form_is_found(text: str, code: str) -> None:
    expect(f"a: {text}\n", code)
    expect(f'a: ["x", "{text}"] # y\n', code)
    expect(f"a: x # {text}\n", code)


GOOD = (
    "Växjö",
    "ÅÄÖ åäö éüèàñ øæ çß",
    "Jåhkåmåhkke, Čohkkiras, Ruoššá, Kárášjohka, ŋ ŧ ž đ",
    "Njuarrkem, Gaeltie, Vualtjere ï",
    "Šiehttadus; Skolt: ʹ ǥ ǧ ǩ ǯ ʒ",
    "Malmö–Lund, “x”, ”y”, ’z’ … § ° ½ m² № €",
    "MALMÖ–YSTAD, PÅ”, “LÄS”, Å–Ö",
    "Türkçe, Polski: łódź, Română: ș ț",
    "українська",
    "العربية",
    "日本の",
    "10\u00a0000 kr",
    "🏢",
    "ﬁ",
)


@pytest.mark.parametrize("text", GOOD)
def test_what_people_write_is_left_alone(text: str) -> None:
    assert parse(f'a: "{text}"\n'.encode()).faults == ()


ADVICE = {
    "VÃ¤xjö": "Write ä",
    "Ã\u0192Â¤": "Write ä",
    "V√§xjö": "Write ä",
    "â€“": "Write –",
    "Va\u0308xjö": "Write Växjö",
}


@pytest.mark.parametrize(("text", "advice"), ADVICE.items())
def test_the_advice_says_what_is_meant(text: str, advice: str) -> None:
    told = parse(f"a: {text}\n".encode()).faults[0].advice
    assert told is not None
    assert told.en.startswith(advice)


COMPOSED_BY_ESCAPES = {
    "an escaped mark on a letter": '"Vax\\u0308"',
    "escaped mojibake": '"\\u00c3\\u00a4"',
    "an escaped Cyrillic letter": '"M\\u0430lmö"',
}


@pytest.mark.parametrize("scalar", COMPOSED_BY_ESCAPES.values(), ids=COMPOSED_BY_ESCAPES)
def test_what_escapes_make_together_is_found_at_the_text(scalar: str) -> None:
    expect(f"a: ▶{scalar}\n", "SSC008")


def test_mojibake_read_as_latin_1_leaves_control_characters() -> None:
    expect("a: ▶Ã▶\x81re\n", "SSC008", "SSC008")


def test_marks_without_end_on_one_letter_are_found_without_composing_them() -> None:
    expect("a: x▶" + "\u0301\u0316" * 50_000 + "\n", "SSC008")
    expect('a: ▶"x' + "\\u0301\\u0316" * 10_000 + '"\n', "SSC008")
    expect("a: " + "─" * 500 + " å\n")


SPACES = {
    "first": '"▶ x"',
    "last": '"x▶ "',
    "double": '"x▶  y"',
    "double in a plain text": "x▶  y",
    "double in a block": "|\n  x▶  y\n  z",
    "nothing else": '"▶ "',
    "no-break, last": "'x▶\u00a0'",
    "a line end, last": '"x\n  y\n ▶ "',
}


@pytest.mark.parametrize("scalar", SPACES.values(), ids=SPACES)
def test_spaces_too_many_are_found(scalar: str) -> None:
    expect(f"å: {scalar}\nb: z\n", "SSC009")


NO_SPACES_TOO_MANY = (
    '""',
    '"x y"',
    "x y   # c",
    "|\n    x\n    y",
    '"x\n     y"',
    "|   # c\n  x",
    "'x  y'  # c".replace("  y", " y"),
)


@pytest.mark.parametrize("scalar", NO_SPACES_TOO_MANY)
def test_spaces_of_the_layout_are_left_alone(scalar: str) -> None:
    expect(f"å: {scalar}\nb: z\n")


LINES = {
    "CR alone": ("a: x▶\rb: w▶\rc: z\r\n", ("SSC001", "SSC001")),
    "LF, then CRLF": ("a: x\nb: w▶\r\nc: z\n", ("SSC001",)),
    "CRLF, then LF": ("a: x\r\nb: w▶\nc: z\r\n", ("SSC001",)),
    "tabs, once a line": ("a:▶\tx\t# c\nb: x▶\ty\nc: z #▶\t\n", ("SSC001",) * 3),
    "a tab for indentation": ("a:\n▶\tb: c\n", ("SSC001",)),
    "a byte order mark": ("▶\ufeffa: ▶no\n", ("SSC001", "SSC007")),
}


@pytest.mark.parametrize(("source", "codes"), LINES.values(), ids=LINES)
def test_lines_are_kept_in_one_way(source: str, codes: tuple[str, ...]) -> None:
    expect(source, *codes)


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_what_is_quickly_found_familiar_has_no_blemish(text: str) -> None:
    assert not (is_familiar(text.encode()) and list(blemishes(text)))


@given(st.text(st.sampled_from("aÖÃÂ¤–—‘¡ŠŽÄÅâ€”\u0308\u00a0√§\\")))
def test_nor_where_letters_meet_that_garbling_makes(text: str) -> None:
    assert not (is_familiar(text.encode()) and list(blemishes(text)))


@given(st.text(st.characters(codec="utf-8")))
def test_what_is_made_parseable_keeps_its_length(text: str) -> None:
    assert len(parseable(text)) == len(text)
