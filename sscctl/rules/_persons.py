"""What in a text points at a person: identity numbers, mobile numbers, names with a direct line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sscctl.domain.check_digit import has_right_check_digit

_IDENTITY = re.compile(
    r"(?<![\d+/.-])(?P<century>1[89]|20|21)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)[-+–]?(?P<rest>\d{4})(?![\d-])"
)
"""Skatteverket's forms: YYMMDD-NNNN, + in place of - from the hundredth year on, or with the century before it."""

_CO_ORDINATION = 60
"""What samordningsnummer add to the day of birth (SFS 2022:1697)."""

_MOBILE = re.compile(r"(?<![\d+])(?:(?:\+|00)46[ -]?(?:\(0\))?[ -]?|0)7[02369](?:[\s–-]{0,3}\d){7}(?!\d)")
"""070, 072, 073, 076 and 079: what Sweden's numbering plan gives to mobile telephones."""

_EMAIL = re.compile(r"(?<![\w.+-])(?P<local>[\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_FIRST_LAST = re.compile(r"(?P<first>[^\W\d_]{2,}(?:-[^\W\d_]+)?)\.(?P<last>[^\W\d_]{2,}(?:-[^\W\d_]+)?)")

_FUNCTION = re.compile(
    r"\b(?:arkiv|bokning|bostad|brev|diari|ekonomi|forvaltning|förvaltning|funktion|huvud|info|intern|jobb|kansli|kommun|kontakt"
    r"|kontor|kund|ledning|mail|medborgar|myndighet|office|order|personal|post|press|reception|redaktion|region|registrat"
    r"|rekrytering|samhall|samhäll|service|stod|stöd|support|upphandling|vaxel|växel|webb?)"
    r"|(?:kontor|center|central|enhet|tjanst|tjänst|service|desk|verket|kassan|myndigheten|styrelsen|kommun|office)\b"
    r"|\b(?:dpo|dataskyddsombud|help|hr|it|no|noreply|reply|team|the|your)\b"
)
"""Words of e-mail addresses that belong to a task."""

_CAPITAL = r"[A-ZÅÄÖÉÜ][a-zåäöéü]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéü]+)?"
_NAME = re.compile(rf"(?<![\w-]){_CAPITAL}(?: {_CAPITAL})+(?![\w-])")
_LINE = re.compile(r"(?<![\d+])(?:\+46[ -]?(?:\(0\))?[ -]?|0)[1-9](?:[ –-]{0,3}\d){6,9}(?!\d)")
_SHARED_LINE = re.compile(r"\D*(?:\+46|0)[ -]?(?:77|20|200)")
_REACH = 40
"""How many characters after a name its telephone number or e-mail address begins at most."""

_NO_NAME = re.compile(
    r"(?:kontor|kontoret|kontoren|verk|verket|kassan|myndigheten|styrelsen|förmedlingen|cent(?:er|ret|rum|re|ral(?:en)?)|kommun(?:en)?"
    r"|stad|stads|län|länet|region(?:en)?|hus|huset|gata|gatan|väg|vägen|gränd|torg|torget|plan|plats(?:en)?|tjänst|tjänsten"
    r"|service|växel|växeln|bibliotek(?:et)?|skola(?:n)?|sjukhus(?:et)?|polis(?:en)?|museum|galleria(?:n)?|reception(?:en)?"
    r"|office|offices|agency|county|board|city|street|administration|government|municipality|customer|library|switchboard"
    r"|upplands|västra|östra|norra|södra|stora|lilla|gamla|nya|övre|nedre|sankt|inre|yttre|svenska|sveriges|statens|kungliga"
    r"|måndag|tisdag|onsdag|torsdag|fredag|monday|tuesday|wednesday|thursday|friday)s?\Z"
)
"""Ends of words with capitals that are parts of no person's name."""


def identity_numbers(text: str) -> Iterator[str]:
    """Yield the personal identity and co-ordination numbers in the text, the last four digits hidden."""
    for match in _IDENTITY.finditer(text):
        if has_right_check_digit("".join(match.group("year", "month", "day", "rest"))) and _is_birth(match):
            yield f"{match.group()[:-4]}****"


def _is_birth(match: re.Match[str]) -> bool:
    """Whether the digits before the last four are a day in some century."""
    day = int(match["day"])
    day -= _CO_ORDINATION if day > _CO_ORDINATION else 0
    for century in (match["century"],) if match["century"] else ("18", "19", "20"):
        try:
            date(int(century + match["year"]), int(match["month"]), day)
        except ValueError:
            continue
        return True
    return False


def mobile_numbers(text: str) -> Iterator[str]:
    """Yield the Swedish mobile numbers in the text."""
    return (match.group() for match in _MOBILE.finditer(text))


def personal_addresses(text: str) -> Iterator[str]:
    """Yield the e-mail addresses of the form first.last@, those of a task (registrator.kansli@) apart."""
    for match in _EMAIL.finditer(text):
        local = match["local"].casefold()
        if _FIRST_LAST.fullmatch(local) and not _FUNCTION.search(local.replace(".", " ")):
            yield match.group()


def named_lines(text: str, places: frozenset[str]) -> Iterator[str]:
    """Yield the names of persons that are followed by a direct telephone number or by their own e-mail address.

    A name is two or more words with capitals, none of which ends as names of places and bodies do. `places` are words
    that are no names here, in lower case: the office's own name, town and street.
    """
    for match in _NAME.finditer(text):
        words = match.group().casefold().split()
        if any(word in places or _NO_NAME.search(word) for word in words):
            continue
        after = text[match.end() : match.end() + _REACH + 30]
        line, email = _LINE.search(after), _EMAIL.search(after)
        has_line = line and line.start() <= _REACH and not _SHARED_LINE.match(line.group())
        has_email = email and email.start() <= _REACH and _folded(words[-1]) in _folded(email["local"])
        if has_line or has_email:
            yield match.group()


def _folded(word: str) -> str:
    """The word as e-mail addresses write it."""
    return word.casefold().translate(str.maketrans("åäöéü", "aaoeu"))
