"""Why a day is as it is, as words within a line or a sentence."""

from __future__ import annotations

from sscctl.cli.language import LANGUAGE, said
from sscctl.cli.visible import visible
from sscctl.domain.hours import DayHours
from sscctl.text import Language

_NAMES = ("Kristi", "Sveriges")
"""First words of holidays that keep their capital letter in Swedish."""


def reason(hours: DayHours) -> str:
    """The reason without a full stop; nothing where there is none.

    Swedish writes holidays with a small letter (juldagen). What the office itself gives as its reason stays as written.
    """
    if hours.reason is None:
        return ""
    words = visible(said(hours.reason)).strip().removesuffix(".")
    if hours.deviates or LANGUAGE is not Language.SWEDISH or words.startswith(_NAMES):
        return words
    return words[:1].lower() + words[1:]


def sentence(words: str) -> str:
    """The words as a sentence of their own."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""
