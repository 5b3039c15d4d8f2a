"""The words for what makes a file unreadable as YAML, by what libyaml and PyYAML call it."""

from __future__ import annotations

from sscctl.reading.form_faults import DIRECTIVE, Complaint
from sscctl.text import Text

_ANYTHING_ELSE = Text("Filen går inte att läsa som YAML här.", "The file cannot be read as YAML here.")

_MESSAGES: tuple[tuple[str, Text, Text], ...] = (
    (
        "mapping values are not allowed",
        Text("Ett kolon som inte kan stå här.", "A colon that cannot stand here."),
        Text(
            "Sätt citattecken om kolonet hör till texten; kontrollera annars indraget.",
            "Quote the text if the colon belongs to it; else check the indentation.",
        ),
    ),
    (
        "could not find expected ':'",
        Text("Ett kolon saknas efter nyckeln.", "A colon is missing after the key."),
        Text(
            "Skriv ”nyckel: värde”, och kontrollera citattecken och indrag ovanför.",
            "Write “key: value”, and check the quotes and the indentation above.",
        ),
    ),
    (
        "did not find expected key",
        Text("Här väntades en nyckel.", "A key was expected here."),
        Text(
            "Kontrollera att raden har samma indrag som fälten ovanför.",
            "Check that the line is indented like the fields above it.",
        ),
    ),
    (
        "expected <block end>",
        Text("Här väntades en nyckel eller en listpunkt.", "A key or a list item was expected here."),
        Text(
            "Kontrollera att raden har samma indrag som raderna ovanför.",
            "Check that the line is indented like the lines above it.",
        ),
    ),
    (
        "did not find expected '-' indicator",
        Text("Här väntades en listpunkt (-).", "A list item (-) was expected here."),
        Text(
            "Kontrollera att raden har samma indrag som listan ovanför.",
            "Check that the line is indented like the list above it.",
        ),
    ),
    (
        "sequence entries are not allowed",
        Text("En listpunkt (-) kan inte stå här.", "A list item (-) cannot stand here."),
        Text("Börja listan på en ny rad efter kolonet.", "Begin the list on a new line after the colon."),
    ),
    (
        "expected ',' or ']'",
        Text("Listan är inte avslutad: ”,” eller ”]” saknas.", "The list does not end: “,” or “]” is missing."),
        Text("Kontrollera hakparenteser och kommatecken.", "Check brackets and commas."),
    ),
    (
        "expected ',' or '}'",
        Text(
            "Fälten inom klamrar är inte avslutade: ”,” eller ”}” saknas.",
            "The fields in braces do not end: “,” or “}” is missing.",
        ),
        Text("Kontrollera klamrar och kommatecken.", "Check braces and commas."),
    ),
    (
        "found unexpected end of stream",
        Text("Filen tar slut mitt i en text inom citattecken.", "The file ends inside a quoted text."),
        Text("Kontrollera att varje citattecken har ett slut.", "Check that every quote is closed."),
    ),
    (
        "unexpected document",
        Text("Dokumentet tar slut mitt i en text inom citattecken.", "The document ends inside a quoted text."),
        Text("Kontrollera att varje citattecken har ett slut.", "Check that every quote is closed."),
    ),
    (
        "unknown escape character",
        Text("En omskrivning med \\ som inte finns.", "An escape with \\ that does not exist."),
        Text(
            "Skriv \\\\ för ett omvänt snedstreck, eller använd enkla citattecken.",
            "Write \\\\ for a backslash, or use single quotes.",
        ),
    ),
    (
        "hexdecimal number",
        Text("Omskrivningen med \\ har för få siffror.", "The escape with \\ has too few digits."),
        Text("Skriv \\u och fyra hexadecimala siffror.", "Write \\u and four hexadecimal digits."),
    ),
    (
        "cannot start any token",
        Text("Ett tecken som inte kan inleda ett värde.", "A character that cannot begin a value."),
        Text("Sätt citattecken om texten.", "Quote the text."),
    ),
    (
        "<document start>",
        Text("Det finns mer efter dokumentets slut.", "There is more after the end of the document."),
        Text(
            "Kontrollera indrag och klamrar på raderna ovanför.", "Check indentation and brackets on the lines above."
        ),
    ),
    (
        "node content",
        Text("Här väntades ett värde.", "A value was expected here."),
        Text("Sätt citattecken om tecknet hör till en text.", "Quote the text if the character belongs to one."),
    ),
    (
        "found a tab character",
        Text("Indrag med tabb går inte att läsa.", "Indentation by tab cannot be read."),
        Text("Använd blanksteg.", "Use spaces."),
    ),
)


def is_bad_escape(problem: str) -> bool:
    """Say whether the parser gave up at an escape for what is no character, such as a lone surrogate."""
    return "invalid unicode character escape code" in problem.lower()


def begins_at_fault(problem: str, context: str, *, is_far: bool) -> bool:
    """Say whether a person should look where the construct begins, and not where the parser gave up on it.

    A quote or bracket that is never closed and a key without its colon are noticed only further down; `is_far` says
    whether that is on another line.
    """
    if "simple key" in context or "directive" in context:
        return True
    return "unexpected end of stream" in problem or "unexpected document" in problem or (is_far and "flow" in context)


def syntax(problem: str, context: str) -> Complaint:
    """Return the complaint to a file that the parser gave up on; both texts are the parser's, in English."""
    if "directive" in problem.lower() or "directive" in context.lower() or "incompatible" in problem:
        return DIRECTIVE
    for words, message, advice in _MESSAGES:
        if words in problem:
            return Complaint("SSC001", message, advice)
    return Complaint(
        "SSC001",
        _ANYTHING_ELSE,
        Text("Kontrollera indrag, kolon, citattecken och klamrar.", "Check indentation, colons, quotes and brackets."),
    )
