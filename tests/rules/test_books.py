"""Every family of rules is listed, and no code stands for two rules."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import sscctl.rules
from sscctl.rules._rule import Book
from sscctl.rules.books import BOOKS, RULES


def test_every_family_is_listed() -> None:
    modules = (import_module(f"sscctl.rules.{module.name}") for module in iter_modules(sscctl.rules.__path__))
    found = {id(module.BOOK) for module in modules if isinstance(getattr(module, "BOOK", None), Book)}
    assert found == {id(book) for book in BOOKS}


def test_no_code_stands_for_two_rules() -> None:
    assert len(RULES) == sum(len(book.rules) for book in BOOKS)
