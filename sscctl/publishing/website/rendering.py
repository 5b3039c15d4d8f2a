"""Pages as HTML: Jinja fills the templates, escapes every value, and stops at a name that is not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sscctl.domain.place import spaced_postcode
from sscctl.publishing.edition import TREE as DATA
from sscctl.publishing.website import words
from sscctl.publishing.website.page import Page
from sscctl.publishing.website.paths import TREE, Sort, path_of, relative
from sscctl.publishing.website.site import Site
from sscctl.text import Language, Text

TEMPLATES = Path(__file__).parent / "templates"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""What a browser may load for a page (CSP): its own files and no others, and nothing that stands in the page itself."""

_PHONE = re.compile(r"\+?[0-9]{3,15}")
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,190}")
_IN_JSON = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def html(page: Page, site: Site) -> bytes:
    """The page, as bytes."""
    template = _environment().get_template(f"{page.sort}.html")
    return template.render({**_about(page, site), **page.view}).encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        policy=POLICY,
        Sort=Sort,
        web=web,
        mail=mail,
        phone=phone,
        source_name=words.source_name,
        begun=words.begun,
        postcode=spaced_postcode,
        STATUS=words.STATUS,
        BOOKING=words.BOOKING,
        LEVEL=words.LEVEL,
    )
    return environment


def _about(page: Page, site: Site) -> Mapping[str, object]:
    """What every template is told: about the page, and how to speak and to point from it."""
    language, here, base = page.language, page.path, site.edition.base_url

    def said(text: Text) -> str:
        return text.within(language)

    def both(sv: str, en: str) -> str:
        return sv if language is Language.SWEDISH else en

    def link(sort: str, key: str = "") -> str:
        target = path_of(Sort(sort), key, language) or path_of(Sort(sort), key, Language.SWEDISH) or ""
        return relative(here, target)

    def whole(path: str | None) -> str | None:
        return f"{base}/{TREE}/{path}" if base and path is not None else None

    swedish = here if language is Language.SWEDISH else page.twin
    return {
        "page": page,
        "site": site,
        "edition": site.edition,
        "lang": language.value,
        "t": both,
        "say": said,
        "link": link,
        "file": partial(relative, here),
        "data": lambda path: relative(here, f"../{DATA}/{path}"),
        "whole": whole,
        "in_swedish": swedish,
        "in_english": page.twin if language is Language.SWEDISH else here,
        "twin": relative(here, page.twin) if page.twin else None,
        "day": _in(words.a_day, language),
        "date": _in(words.a_date, language),
        "period": _in(words.a_period, language),
        "km": _in(words.kilometres, language),
        "number": _in(words.number, language),
        "sentence": _in(words.dates_in_words, language),
        "linked_data": _island(page.linked_data),
    }


def _in(function: Callable[..., str], language: Language) -> Callable[..., str]:
    def spoken(value: object, **more: object) -> str:
        return function(value, language, **more)

    return spoken


def _island(text: str | None) -> str | None:
    """JSON that can stand in a script element as it is: no character is left that could end it, or begin a comment."""
    return None if text is None else "".join(_IN_JSON.get(char, char) for char in text)


def web(url: str | None) -> str | None:
    """The address where it is one of the web; nothing else is ever linked to (`javascript:` and its kin)."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def mail(address: str | None, subject: str = "") -> str | None:
    """A link to write to the address with; `None` where it is none."""
    if not address or not _MAIL.fullmatch(address):
        return None
    return f"mailto:{address}" + (f"?subject={quote(subject)}" if subject else "")


def phone(number: str | None) -> str | None:
    """A link to call the number with."""
    return f"tel:{number}" if number and _PHONE.fullmatch(number) else None
