"""What SQLite objects to, in plain words, with the place in the query where it can be found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from itertools import islice

from sscctl.errors import Refused, SscctlError, WrongUsage
from sscctl.querying.tables import TABLES
from sscctl.text import Text

_TOKEN = re.compile(r'near "(?P<near>.*)": syntax error|unrecognized token: "(?P<strange>.*)"', re.DOTALL)
_NAME = re.compile(r"no such (?P<what>table|column|function): (?P<name>.*)|ambiguous column name: (?P<twice>.*)")
_WRITING = ("not authorized", "prohibited", "readonly", "authorization denied")
_TOO_BIG = "string or blob too big"
_MOST_TRIED = 200

_KINDS = {
    "table": Text("tabellen {name} finns inte{at}", "there is no table {name}{at}"),
    "column": Text("kolumnen {name} finns inte{at}", "there is no column {name}{at}"),
    "function": Text("funktionen {name} finns inte{at}", "there is no function {name}{at}"),
    "twice": Text("kolumnen {name} finns i flera av tabellerna{at}", "column {name} is in several of the tables{at}"),
}
_SEE_SCHEMA = Text("`sscctl sql --schema` visar tabellerna", "`sscctl sql --schema` shows the tables")


def complaint(message: str, query: str, objection: Callable[[str], str | None]) -> SscctlError:
    """Return the error for what SQLite said of `query`; `objection` tells what it says of another text."""
    if any(word in message for word in _WRITING):
        return Refused(
            Text(
                "bara frågor besvaras här, inget kan ändras", "only questions are answered here, nothing can be changed"
            ),
            Text("skriv en fråga som börjar med SELECT", "write a query that begins with SELECT"),
        )
    if message == _TOO_BIG:
        return Refused(Text("ett värde blir för långt", "a value becomes too long"))
    if match := _TOKEN.fullmatch(message):
        token = match["near"] if match["near"] is not None else match["strange"]
        at = _at(query, _failing(token, message, query, objection))
        return WrongUsage(
            Text(f"frågan går inte att förstå vid {token}{at.sv}", f"the query cannot be understood at {token}{at.en}"),
            _meant(token, _KEYWORDS),
        )
    if match := _NAME.fullmatch(message):
        return _unknown_name(match["what"] or "twice", match["name"] or match["twice"], query)
    for beginning, (told, advice) in _PLAIN.items():
        if message.startswith(beginning):
            return WrongUsage(told, advice)
    return WrongUsage(Text(f"SQLite svarar: {message}", f"SQLite says: {message}"))


_PLAIN: dict[str, tuple[Text, Text | None]] = {
    "incomplete input": (Text("frågan slutar för tidigt", "the query ends too early"), None),
    "Incorrect number of bindings": (
        Text("frågan har platser för värden som ingen ger", "the query has places for values that nobody gives"),
        Text("skriv värdena själva i stället för ? och :namn", "write the values themselves instead of ? and :name"),
    ),
    "You can only execute one statement at a time.": (
        Text("bara en fråga i taget besvaras", "only one query at a time is answered"),
        Text("ta bort det som står efter semikolonet", "take away what stands after the semicolon"),
    ),
}


def _unknown_name(what: str, name: str, query: str) -> SscctlError:
    place = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", query)
    at = _at(query, place.start() if place else None)
    message = Text(_KINDS[what].sv.format(name=name, at=at.sv), _KINDS[what].en.format(name=name, at=at.en))
    if what == "twice":
        advice = Text(f"skriv tabellen framför: offices.{name}", f"write the table before it: offices.{name}")
        return WrongUsage(message, advice)
    known = {"table": [relation.name for relation in TABLES], "column": list(_columns(query))}.get(what, [])
    return WrongUsage(message, _meant(name.rpartition(".")[2], known) or _SEE_SCHEMA)


def _columns(query: str) -> Iterator[str]:
    """The columns of the tables that the query names; of all where it names none."""
    words = set(re.findall(r"\w+", query.casefold()))
    named = [relation for relation in TABLES if relation.name in words]
    for relation in named or TABLES:
        yield from (column.name for column in relation.columns)


def _meant(word: str, known: list[str]) -> Text | None:
    near = [] if word.casefold() in known else get_close_matches(word.casefold(), dict.fromkeys(known), n=3)
    shown = ", ".join(near)
    return Text(f"menade du {shown}?", f"did you mean {shown}?") if near else None


def _failing(token: str, message: str, query: str, objection: Callable[[str], str | None]) -> int | None:
    """Where the token stands that SQLite stumbles over: at the first one up to which it says the same."""
    before, after = (r"(?<!\w)" if token[:1].isalnum() else ""), (r"(?!\w)" if token[-1:].isalnum() else "")
    places = re.finditer(f"{before}{re.escape(token)}{after}", query) if token else ()
    for place in islice(places, _MOST_TRIED):
        if objection(query[: place.end()]) == message:
            return place.start()
    return None


def _at(query: str, index: int | None) -> Text:
    """The place in words: the character, and the line where there are several; counted from 1."""
    if index is None:
        return Text("", "")
    line, column = query.count("\n", 0, index) + 1, index - query.rfind("\n", 0, index)
    if "\n" in query.strip():
        return Text(f" (rad {line}, tecken {column})", f" (line {line}, character {column})")
    return Text(f" (tecken {column})", f" (character {column})")


_KEYWORDS = [
    *("select", "from", "where", "group", "order", "by", "having", "limit", "offset", "join", "left", "inner"),
    *("cross", "on", "using", "as", "and", "or", "not", "in", "is", "null", "like", "between", "exists", "case"),
    *("when", "then", "else", "end", "distinct", "union", "all", "with", "recursive", "values", "asc", "desc"),
]
