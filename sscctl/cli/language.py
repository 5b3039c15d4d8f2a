"""Which language to speak: `--lang`, else `SSCCTL_LANG`, else the locale; English where none of them is Swedish."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sscctl.text import Language, Text


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Choose before the options are parsed, for help and usage errors are in that language too.

    The locale is that of messages (POSIX.1-2017, 8.2): `LC_ALL`, then `LC_MESSAGES`, then `LANG`.
    """
    for before, argument in zip(("", *arguments), arguments, strict=False):
        if argument == "--":
            break
        given = argument.removeprefix("--lang=") if argument.startswith("--lang=") else argument
        if (before == "--lang" or given != argument) and given in set(Language):
            return Language(given)
    if (own := environment.get("SSCCTL_LANG", "")) in set(Language):
        return Language(own)
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    return Language.SWEDISH if locale.casefold().startswith("sv") else Language.ENGLISH


LANGUAGE = choose(sys.argv[1:], os.environ)
"""The language of this process."""

_spoken: list[Language] = [LANGUAGE]


@contextmanager
def speaking(other: Language) -> Iterator[None]:
    """Let what is said inside be in this language: for what is published in both."""
    _spoken.append(other)
    try:
        yield
    finally:
        _spoken.pop()


def language() -> Language:
    """The language that is spoken now: this process's own, unless it is `speaking` another."""
    return _spoken[-1]


def said(text: Text) -> str:
    """The text in the language that is spoken now."""
    return text.within(_spoken[-1])


def t(sv: str, en: str) -> str:
    """Swedish or English, whichever this process speaks: for the help of options and commands."""
    return said(Text(sv, en))
