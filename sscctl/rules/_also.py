"""Lets a rule that asks offices ask other kinds of documents as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from sscctl.rules._rule import Book, Breach, Document
from sscctl.rules.world import World

D = TypeVar("D", bound=Document)


def also(
    book: Book, code: str, *kinds: type[D]
) -> Callable[[Callable[[D, World], Iterator[Breach]]], Callable[[D, World], Iterator[Breach]]]:
    """Let `judge(document, world)` speak for the rule `code` about documents of these kinds, offices apart."""

    def enter(judge: Callable[[D, World], Iterator[Breach]]) -> Callable[[D, World], Iterator[Breach]]:
        if code not in book.rules:
            raise ValueError(f"{code} is no rule of this book")
        book.document.extend((code, kind, judge) for kind in kinds)
        return judge

    return enter
