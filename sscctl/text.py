"""A text in the two languages that sscctl speaks; a text without its translation does not exist."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """A language a person can choose with `--lang` (ISO 639-1)."""

    SWEDISH = "sv"
    ENGLISH = "en"


class Text(NamedTuple):
    """The same words in Swedish and in English; both are always there."""

    sv: str
    en: str

    def within(self, language: Language) -> str:
        """Return the words in `language`."""
        return self.sv if language is Language.SWEDISH else self.en

    def format(self, **values: object) -> Text:
        """Fill the same values into both languages' templates."""
        return Text(self.sv.format(**values), self.en.format(**values))
