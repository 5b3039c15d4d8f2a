"""Strings that mean harm to whoever prints them, and a registry that holds them in every field."""

from __future__ import annotations

from tests.builders import week
from tests.cli.registries import Changes

PRINTABLE = {
    "rich's markup": "[red]rött[/red] [bold][/]",
    "rich's link": "[link=https://example.org]klicka[/link]",
    "an emoji's name": ":smile: :boom:",
    "backticks": "`id` ``two`` ```three```",
    "a Markdown link and a picture": "[a](javascript:alert(1)) ![x](https://example.org/x.png)",
    "pipes": "a | b || c \\| d",
    "a mention": "@octocat @statens/servicecenter #1",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&lt;",
    "a GitHub command": "::error file=a.yaml,line=1::hej",
    "an old GitHub command": "##[set-output name=x]y",
    "percent escapes": "%0A::notice::x%0D%25",
    "a formula": '=HYPERLINK("https://example.org","x")',
    "more formulas": "+1-1@SUM(A1)",
    "a full-width formula": "＝1+1",
    "quotes and commas": '"a",\'b\';"c"',
    "a format string": "{x} {0} {x!r} %s %(x)s ${HOME} $(id)",
    "escapes that are only text": "\\x1b[31m \\u202e \\n \\\\",
    "numbers": "1e5",
    "YAML": "- a: &b !!str {c: [d]} # e",
    "Swedish, Sámi and Finnish letters": "ÅÄÖ åäö ÁáČčĐđŊŋŠšŦŧŽž éü",
    "wide letters and accents": "漢字 ệ 한국",
}
"""Text that any office could have, as far as form goes: it has to come out as it went in."""

ACTING = {
    "a colour (CSI)": "\x1b[31mröd",
    "the screen wiped (CSI)": "\x1b[2J\x1b[H",
    "a link (OSC 8)": "\x1b]8;;https://example.org\x1b\\klicka\x1b]8;;\x1b\\",
    "the clipboard set (OSC 52)": "\x1b]52;c;aGVq\x07",
    "a title set (OSC 0)": "\x1b]0;titel\x07",
    "a C1 control sequence": "\u009b31m \u009d0;x\u009c",
    "a carriage return that overwrites": "farligt\rofarligt",
    "a line feed": "a\n::error file=x::b",
    "a backspace and a bell": "a\b\a",
    "a tab": "a\tb",
    "the end of text": "a\x03\x04\x7f",
    "a next line": "a\u0085b",
    "a line separator": "a\u2028b\u2029c",
    "right to left": "\u202egnp.exe \u2066a\u2069 \u200f",
    "zero width": "Mal\u200bmö\u200d\u2060\ufeff",
    "tags": "a\U000e0041\U000e007f",
    "private use": "a\ue000\U000f0000",
    "selectors and fillers": "a\ufe0f\u3164\u00ad",
}
"""Text that acts on a terminal or hides from the eye: the reader refuses it, and nothing prints it as it is."""


def holding(texts: dict[str, str]) -> Changes:
    """Changes to the base registry: an office for each text, one agency, decision and agreement that hold the first."""
    first = next(iter(texts.values()))
    named = {"sv": first, "en": first}
    return {
        **{f"offices/kontor-{number}.yaml": _office(text) for number, text in enumerate(texts.values())},
        "registry.yaml": {"title": named, "description": named},
        "agencies/trafikverket.yaml": {"name": named, "also_known_as": [first]},
        "agreements/takeover-2019.yaml": {"title": named, "reference": first, "note": named},
        "decisions/ssc-exempelbeslut-2021.yaml": {"title": named, "reference": first, "content": named},
    }


def _office(text: str) -> dict[str, object]:
    both = {"sv": text, "en": text}
    return {
        "name": text,
        "town": text,
        "municipality": "0180",
        "lifecycle": [{"event": "opened", "on": "2021-11-01", "note": both, "source": "page"}],
        "addresses": [
            {"street": text, "locality": text, "post_town": text, "directions": both, "note": both, "source": "page"}
        ],
        "opening_hours": [{"valid_from": "2021-11-01", "weekly": week("10:00-16:00"), "note": both}],
        "deviations": [{"on": "2026-12-23", "hours": [], "reason": both}],
        "participations": [{"agency": "migrationsverket", "note": both}],
        "co_locations": [{"other": text, "status": "active", "note": both}],
        "services": [{"agency": "skatteverket", "service": "id-card", "available": True, "note": both}],
        "contact": {"email": text},
        "remarks": [{"text": both}],
        "disagreements": [{"field": text, "value": text, "note": both}],
        "sources": {"page": {"document": text, "title": text, "date": "2026-10-01"}},
    }
