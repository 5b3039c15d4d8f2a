"""What reading objects to in the form of a file: the words for each fault, its code and its severity.

Here stand those of the general form (SSC001); `scalar_faults` has the words for unquoted scalars (SSC005 to SSC007),
`character_faults` those for characters and spaces (SSC008, SSC009), `syntax_faults` what makes a file unreadable.
"""

from __future__ import annotations

from dataclasses import dataclass

from sscctl.domain.finding import Fault, Pointer, Severity
from sscctl.text import Text

_SHOWN = 60
"""Longer texts are cut in messages, to this many characters."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong and what would be right, before it is known where."""

    code: str
    message: Text
    advice: Text | None = None
    severity: Severity = Severity.ERROR

    def at(self, pointer: Pointer, line: int, column: int) -> Fault:
        """Return the fault at its place; line and column count from 1."""
        return Fault(self.code, pointer, self.message, self.advice, self.severity, line, column)


def shown(text: str) -> str:
    """Return a text as it stands in a message: cut when it is long. Control characters are the renderer's care."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _form(message: Text, advice: Text | None = None) -> Complaint:
    return Complaint("SSC001", message, advice)


def too_large(size: int, limit: int) -> Complaint:
    """A file of more bytes than anybody writes by hand."""
    return _form(
        Text(
            "Filen är {size} byte, men högst {limit} är tillåtna.", "The file has {size} bytes; {limit} are allowed."
        ).format(size=size, limit=limit),
        Text("Dela upp innehållet på flera filer.", "Split the content into several files."),
    )


def not_utf8(byte: int) -> Complaint:
    """A byte that is not UTF-8, most often a file saved in Windows-1252."""
    meant = bytes([byte]).decode("cp1252", "replace")
    return _form(
        Text(
            "Filen är inte UTF-8: byte 0x{byte:02X} går inte att läsa.",
            "The file is not UTF-8: byte 0x{byte:02X} cannot be read.",
        ).format(byte=byte),
        Text(
            "Spara filen som UTF-8. I Windows-1252 är byten ”{meant}”.",
            "Save the file as UTF-8. In Windows-1252 the byte is “{meant}”.",
        ).format(meant=meant)
        if meant.isprintable() and meant != "\ufffd"
        else Text("Spara filen som UTF-8.", "Save the file as UTF-8."),
    )


def other_encoding(name: str) -> Complaint:
    """A file in UTF-16 or UTF-32."""
    return _form(
        Text("Filen är {name}, inte UTF-8.", "The file is {name}, not UTF-8.").format(name=name),
        Text("Spara filen som UTF-8.", "Save the file as UTF-8."),
    )


EMPTY = _form(
    Text("Filen är tom.", "The file is empty."),
    Text(
        "Skriv minst de obligatoriska fälten, eller ta bort filen.",
        "Write at least the required fields, or remove the file.",
    ),
)
NOT_A_MAPPING = _form(
    Text(
        "Filen ska bestå av fält på formen ”nyckel: värde”.",
        "The file must consist of fields of the form “key: value”.",
    ),
    Text(
        "Börja varje rad på översta nivån med en nyckel och ett kolon.",
        "Begin each line of the top level with a key and a colon.",
    ),
)
SEVERAL_DOCUMENTS = _form(
    Text("Filen innehåller flera dokument.", "The file holds several documents."),
    Text("Lägg varje dokument i en egen fil.", "Put each document in a file of its own."),
)
DIRECTIVE = _form(
    Text(
        "YAML-direktiv (rader som börjar med %) är inte tillåtna.",
        "YAML directives (lines that begin with %) are not allowed.",
    ),
    Text("Ta bort raden.", "Remove the line."),
)
ANCHOR = _form(
    Text("Ankare (&namn) är inte tillåtna.", "Anchors (&name) are not allowed."),
    Text("Skriv ut värdet på varje ställe där det gäller.", "Write the value out in each place where it holds."),
)
ALIAS = _form(
    Text("Alias (*namn) är inte tillåtna.", "Aliases (*name) are not allowed."),
    Text(
        "Skriv ut värdet här. Är stjärnan en del av texten, sätt citattecken.",
        "Write the value out here. Quote it if the star belongs to the text.",
    ),
)
COMPLEX_KEY = _form(
    Text(
        "En nyckel ska vara en text, inte en lista eller flera fält.",
        "A key must be a text, not a list or several fields.",
    ),
    Text("Sätt citattecken om klamrarna hör till texten.", "Quote it if the brackets belong to the text."),
)
NULL_KEY = _form(
    Text("Nyckeln saknas.", "The key is missing."),
    Text("Skriv en nyckel före kolonet.", "Write a key before the colon."),
)
MERGE_KEY = _form(
    Text("Sammanfogning (<<) är inte tillåten.", "Merge keys (<<) are not allowed."),
    Text("Skriv ut fälten på varje ställe där de gäller.", "Write the fields out in each place where they hold."),
)


def tag(name: str) -> Complaint:
    """A tag, which would let the file choose how it is read."""
    return _form(
        Text("Taggar är inte tillåtna: {name}", "Tags are not allowed: {name}").format(name=shown(name)),
        Text(
            "Ta bort taggen. Hör utropstecknet till texten, sätt citattecken.",
            "Remove the tag. Quote the text if the exclamation mark belongs to it.",
        ),
    )


def duplicate_key(key: str, first_line: int) -> Complaint:
    """A key that its mapping already has; which of the two holds differs between readers."""
    return _form(
        Text("Nyckeln ”{key}” finns redan.", "The key “{key}” is there already.").format(key=shown(key)),
        Text("Den finns på rad {line}; behåll en av dem.", "It stands on line {line}; keep one of the two.").format(
            line=first_line
        ),
    )


def too_deep(limit: int) -> Complaint:
    """Lists and mappings within one another, deeper than any document of the registry."""
    return _form(
        Text("Mer än {limit} nivåer i varandra.", "More than {limit} levels within one another.").format(limit=limit),
        Text("Kontrollera indrag och klamrar.", "Check indentation and brackets."),
    )


def too_many_nodes(limit: int) -> Complaint:
    """More keys and values than any document of the registry."""
    return _form(
        Text("Mer än {limit} nycklar och värden i en fil.", "More than {limit} keys and values in one file.").format(
            limit=limit
        ),
        Text("Dela upp innehållet på flera filer.", "Split the content into several files."),
    )
