"""A value that changed on one line: entries of an office as `sscctl show` words them, sources by place and date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sscctl.cli.language import language, said, t
from sscctl.cli.render.changes_names import word
from sscctl.cli.render.entries import TOPIC, said_date, worded
from sscctl.diffing.report import Names
from sscctl.domain.change import Change, Fact

_LONGEST = 160


class Told(NamedTuple):
    """A value before and after, in words."""

    before: str
    after: str


def told(change: Change, names: Names) -> Told:
    """The value before and after; entries that read the same but for a source are given as they are written."""
    before, after = (_items(change.field, fact, names) for fact in (change.before, change.after))
    same = {words for words, _ in before} & {words for words, _ in after}
    return Told(
        *(
            _cut("; ".join(plain(fact) if words in same else words for words, fact in items))
            for items in (before, after)
        )
    )


def _items(field: str, fact: Fact, names: Names) -> list[tuple[str, Fact]]:
    """Each part of a value, in words and as it is."""
    several = fact if field in TOPIC and isinstance(fact, list | tuple) else [fact]
    return [(_words(field, one, names), one) for one in several]


def _words(field: str, fact: Fact, names: Names) -> str:
    if isinstance(fact, str):
        return word(field, fact)
    if isinstance(fact, Mapping) and field in TOPIC:
        since = fact.get("valid_from") or fact.get("on")
        words = worded(field, fact, lambda ident: said(names.agency(ident)))
        return f"{said_date(since)}: {words}" if isinstance(since, str) else words
    if isinstance(fact, Mapping) and field.startswith("sources/"):
        return _source(fact) or plain(fact)
    return plain(fact)


def _source(fact: Mapping[str, Fact]) -> str:
    place = next((str(fact[key]) for key in ("url", "document", "title") if key in fact), "")
    since = fact.get("date") or fact.get("retrieved")
    return f"{place} ({said_date(since)})" if place and isinstance(since, str) else place


def plain(fact: Fact) -> str:
    """A value as it is written, on one line, cut where it is long."""
    if isinstance(fact, Mapping) and fact.keys() == {"sv", "en"}:
        fact = fact[language().value]
    if isinstance(fact, bool):
        return t("ja", "yes") if fact else t("nej", "no")
    if fact is None:
        return t("inget", "nothing")
    if isinstance(fact, Mapping):
        text = ", ".join(f"{key} {plain(value)}" for key, value in fact.items())
    elif isinstance(fact, str | int | float):
        text = str(fact)
    else:
        text = "; ".join(plain(item) for item in fact)
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
