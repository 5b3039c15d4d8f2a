r"""The gate: whatever comes from files, arguments or git is made visible before a terminal or a log gets it.

Terminals obey escape sequences, carriage returns and direction marks in the text that they print (ECMA-48; Unicode
TR 36 and TR 39); here each such character becomes its own name, as `\x1b` or `<U+202E>`.
"""

from __future__ import annotations

import json
import re
import unicodedata

_UNSEEN = (
    "\x7f-\x9f"  # DEL, C1
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero width, directions, line separators
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f"  # unseen fillers and selectors
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"  # marks that take in the letters after them
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # format controls of rare scripts and of music
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"  # surrogates, tags, private use
)
_UNSAFE = re.compile(f"[\x00-\x1f{_UNSEEN}]")
_UNSAFE_IN_JSON = re.compile(f"[{_UNSEEN}]")  # JSON escapes C0 by itself, and has line feeds between its values


def visible(text: str) -> str:
    """Return the text on one line, every character that could act on a terminal or deceive the eye spelled out."""
    return _UNSAFE.sub(_spelled, text) if _UNSAFE.search(text) else text


def visible_lines(text: str) -> str:
    """The same for a text of several lines: its line feeds stay."""
    return "\n".join(visible(line) for line in text.split("\n"))


def visible_json(content: object) -> str:
    """Return JSON in which the same characters are escapes: a reader gets them back, a terminal never sees them."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1)
    return _UNSAFE_IN_JSON.sub(lambda match: json.dumps(match.group())[1:-1], text)


def _spelled(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"<U+{code:04X}>"


def width(text: str) -> int:
    """How many columns a terminal gives the text: wide characters take two, combining ones none (UAX 11)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
