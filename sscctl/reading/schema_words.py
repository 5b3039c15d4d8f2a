"""What a schema objects to, said in words: what stands there, and what would be right."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from sscctl.domain.finding import Fault
from sscctl.reading.objection import Objection
from sscctl.text import Text

Said = tuple[Text, Text | None]


def words(objection: Objection) -> Fault:
    """The objection as a fault, with the value in the message and what would be right as advice."""
    message, advice = _SAYERS.get(objection.keyword, _otherwise)(objection)
    return Fault(objection.code, objection.pointer, message, advice)


def shown(value: object) -> str:
    """A value as JSON would write it, cut after 60 characters."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _unknown_key(found: Objection) -> Said:
    key, known = str(found.value), found.expected
    near = get_close_matches(key, known, n=1) or [name for name in known if name in key or key in name]
    message = Text("nyckeln {key} är okänd", "the key {key} is unknown").format(key=key)
    if near:
        return message, Text("menar du {near}?", "do you mean {near}?").format(near=near[0])
    return message, Text("kända nycklar här: {known}", "known keys here: {known}").format(known=", ".join(known))


def _missing_key(found: Objection) -> Said:
    message = Text("{key} saknas", "{key} is missing").format(key=found.expected)
    return message, _SOURCES if found.code == "SSC010" else None


def _type(found: Objection) -> Said:
    wanted = [found.expected] if isinstance(found.expected, str) else list(found.expected)
    stands, value = _kind_of(found.value), shown(found.value)
    message = Text(
        f"{found.key} är {stands.sv} ({value}), men ska vara {' eller '.join(_KINDS[kind].sv for kind in wanted)}",
        f"{found.key} is {stands.en} ({value}), but is to be {' or '.join(_KINDS[kind].en for kind in wanted)}",
    )
    if found.code == "SSC010":
        return message, _SOURCES
    if "string" in wanted and isinstance(found.value, int | float):
        return message, _LEADING_ZEROS if found.code == "SSC005" else _QUOTES
    if "array" in wanted and not isinstance(found.value, list | Mapping):
        return message, Text('skriv en lista: ["…"]', 'write a list: ["…"]')
    return message, None


def _choice(found: Objection) -> Said:
    allowed = [str(choice) for choice in found.expected]
    message = Text("{key} är {value}; tillåtet är {allowed}", "{key} is {value}; allowed are {allowed}").format(
        key=found.key, value=shown(found.value), allowed=", ".join(allowed)
    )
    near = get_close_matches(str(found.value), allowed, n=1)
    return message, Text("menar du {near}?", "do you mean {near}?").format(near=near[0]) if near else None


def _constant(found: Objection) -> Said:
    return Text("{key} är {value}, men ska vara {wanted}", "{key} is {value}, but is to be {wanted}").format(
        key=found.key, value=shown(found.value), wanted=shown(found.expected)
    ), None


def _form(found: Objection) -> Said:
    message = Text("{key} har inte rätt form: {value}", "{key} does not have the right form: {value}")
    advice = _FORMS.get(str(found.schema.get("title"))) or Text("mönstret är {form}", "the pattern is {form}")
    return message.format(key=found.key, value=shown(found.value)), advice.format(form=found.expected)


def _forbidden(found: Objection) -> Said:
    if found.code == "SSC003":
        return _form(found)
    strange = sorted({character for character in str(found.value) if not character.isprintable()})
    message = Text(
        "{key} innehåller ett otillåtet tecken: {which}", "{key} holds a character that is not allowed: {which}"
    )
    which = ", ".join(f"U+{ord(character):04X}" for character in strange) or shown(found.value)
    return message.format(key=found.key, which=which), Text("skriv texten på en rad", "write the text on one line")


def _limit(sv: str, en: str) -> Callable[[Objection], Said]:
    """A sayer for a keyword with a limit; the template may name `key`, `value`, `limit` and how much there `is`."""

    def say(found: Objection) -> Said:
        many = len(found.value) if hasattr(found.value, "__len__") else found.value
        filled = {"key": found.key, "value": shown(found.value), "limit": found.expected, "many": many}
        return Text(sv, en).format(**filled), None

    return say


def _empty(found: Objection) -> Said:
    return Text("{key} är tom", "{key} is empty").format(key=found.key), _SOURCES if found.code == "SSC010" else None


def _alternatives(found: Objection) -> Said:
    demands = [branch.get("required", ()) for branch in found.expected if isinstance(branch, Mapping)]
    if demands and all(demands):
        ways = [Text(" och ".join(keys), " and ".join(keys)) for keys in demands]
        return Text(
            f"här ska stå antingen {', eller '.join(way.sv for way in ways)}",
            f"here is to stand either {', or '.join(way.en for way in ways)}",
        ), None
    message = Text("{key} har ingen av de tillåtna formerna: {value}", "{key} has none of the allowed forms: {value}")
    return message.format(key=found.key, value=shown(found.value)), None


def _otherwise(found: Objection) -> Said:
    return Text(
        "{key} passar inte schemat ({keyword}: {limit}): {value}",
        "{key} does not fit the schema ({keyword}: {limit}): {value}",
    ).format(key=found.key, keyword=found.keyword, limit=shown(found.expected), value=shown(found.value)), None


def _kind_of(value: object) -> Text:
    if isinstance(value, bool):
        return _KINDS["boolean"]
    kinds = {str: "string", int: "number", float: "number", list: "array", dict: "object"}
    return _KINDS[kinds.get(type(value), "null")]


_KINDS = {
    "string": Text("text", "text"),
    "number": Text("ett tal", "a number"),
    "integer": Text("ett heltal", "a whole number"),
    "boolean": Text("sant eller falskt", "true or false"),
    "array": Text("en lista", "a list"),
    "object": Text("nycklar med värden", "keys with values"),
    "null": Text("tomt", "nothing"),
}
_QUOTES = Text("sätt värdet inom citattecken", "put the value in quotes")
_LEADING_ZEROS = Text(
    'skriv koden inom citattecken med alla sina siffror, som i "0180"',
    'write the code in quotes with all its digits, as in "0180"',
)
_SOURCES = Text(
    "ange minst en källa med url eller document och ett datum",
    "give at least one source with a url or document and a date",
)
_FORMS: Mapping[str, Text] = {
    "Id": Text(
        "skriv a–z, 0–9 och enkla bindestreck; å och ä blir a, ö blir o",
        "write a-z, 0-9 and single hyphens; å, ä become a, ö becomes o",
    ),
    "Date": Text('skriv en dag som "2025-05-30"', 'write a day as "2025-05-30"'),
    "Partial date": Text(
        'skriv "2025", "2025-05", "2025-05-30", "2025-05/2025-06" eller "../2025-05-30"',
        'write "2025", "2025-05", "2025-05-30", "2025-05/2025-06" or "../2025-05-30"',
    ),
    "Year": Text('skriv ett år som "2025"', 'write a year as "2025"'),
    "Time span": Text('skriv tiden som "10:00-16:00"', 'write the hours as "10:00-16:00"'),
    "Municipality (kommun)": Text('skriv fyra siffror, som i "0180"', 'write four digits, as in "0180"'),
    "County (län)": Text('skriv två siffror, som i "01"', 'write two digits, as in "01"'),
}
_SAYERS: Mapping[str, Callable[[Objection], Said]] = {
    "additionalProperties": _unknown_key,
    "unevaluatedProperties": _unknown_key,
    "required": _missing_key,
    "type": _type,
    "enum": _choice,
    "const": _constant,
    "pattern": _form,
    "not": _forbidden,
    "anyOf": _alternatives,
    "oneOf": _alternatives,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _empty,
    "maxLength": _limit(
        "{key} har {many} tecken; högst {limit} får plats", "{key} has {many} characters; at most {limit} fit"
    ),
    "maxItems": _limit(
        "{key} har {many} poster; högst {limit} får plats", "{key} has {many} entries; at most {limit} fit"
    ),
    "maxProperties": _limit(
        "{key} har {many} poster; högst {limit} får plats", "{key} has {many} entries; at most {limit} fit"
    ),
    "uniqueItems": _limit("{key} nämner samma sak två gånger: {value}", "{key} names the same thing twice: {value}"),
    "minimum": _limit(
        "{key} är {value}, men ska vara minst {limit}", "{key} is {value}, but is to be at least {limit}"
    ),
    "maximum": _limit("{key} är {value}, men ska vara högst {limit}", "{key} is {value}, but is to be at most {limit}"),
}
