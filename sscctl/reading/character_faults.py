"""The words for faults in a text's characters (SSC008) and spaces (SSC009)."""

from __future__ import annotations

import unicodedata

from sscctl.domain.finding import Severity
from sscctl.reading.form_faults import Complaint, shown
from sscctl.text import Text

_KINDS: dict[str, tuple[str, Text]] = {
    "control": ("SSC008", Text("Styrtecknet {code} är inte tillåtet.", "The control character {code} is not allowed.")),
    "line": ("SSC008", Text("Radbrytaren {code} är inte tillåten.", "The line separator {code} is not allowed.")),
    "direction": (
        "SSC008",
        Text(
            "{code} vänder läsriktningen och kan dölja vad som står.",
            "{code} turns the reading direction and can hide what is written.",
        ),
    ),
    "invisible": (
        "SSC008",
        Text("Det osynliga tecknet {code} är inte tillåtet.", "The invisible character {code} is not allowed."),
    ),
    "unassigned": (
        "SSC008",
        Text("{code} är inget tecken som alla läsare känner.", "{code} is no character that every reader knows."),
    ),
    "replacement": (
        "SSC008",
        Text(
            "Ersättningstecknet U+FFFD: texten har förlorat ett tecken.",
            "The replacement character U+FFFD: the text has lost a character.",
        ),
    ),
}
_REMOVE = Text("Ta bort tecknet.", "Remove the character.")
_RESTORE = Text("Skriv det tecken som skulle stå där.", "Write the character that should stand there.")

BYTE_ORDER_MARK = Complaint(
    "SSC001",
    Text("Filen börjar med en byteordningsmarkering (BOM).", "The file begins with a byte order mark (BOM)."),
    Text(
        "Spara filen som UTF-8 utan BOM; ”sscctl fmt” tar bort den.",
        "Save the file as UTF-8 without BOM; “sscctl fmt” removes it.",
    ),
)
TAB = Complaint(
    "SSC001",
    Text("Tabbtecken är inte tillåtna.", "Tabs are not allowed."),
    Text("Använd blanksteg.", "Use spaces."),
)
LONE_CARRIAGE_RETURN = Complaint(
    "SSC001",
    Text("Raden slutar med ett ensamt vagnreturtecken (CR).", "The line ends in a lone carriage return (CR)."),
    Text("Avsluta varje rad med LF.", "End every line with LF."),
)
MIXED_LINE_ENDS = Complaint(
    "SSC001",
    Text("Raden slutar på annat sätt än filens första rad.", "The line ends otherwise than the file's first line."),
    Text("Avsluta alla rader med LF.", "End all lines with LF."),
)
MANY_MARKS = Complaint(
    "SSC008",
    Text("För många kombinerande tecken på samma bokstav.", "Too many combining characters on one letter."),
    Text("Skriv bokstaven som ett tecken.", "Write the letter as one character."),
)
SPACES = Complaint(
    "SSC009",
    Text(
        "Blanksteg först, sist eller dubbelt i texten.", "A space at the start or the end of the text, or a double one."
    ),
    Text("Ta bort det överflödiga blanksteget.", "Remove the superfluous space."),
    Severity.WARNING,
)
SURROGATE = Complaint(
    "SSC008",
    Text("Omskrivningen står inte för något tecken.", "The escape does not stand for a character."),
    Text(
        "Skriv tecknet självt; halva surrogatpar finns inte i UTF-8.",
        "Write the character itself; halves of surrogate pairs do not exist in UTF-8.",
    ),
)


def code_point(character: str) -> str:
    """Return a character as the Unicode Standard cites it: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def forbidden(kind: str, character: str) -> Complaint:
    """A character that no text of the registry may hold; `kind` says why (see `characters.FORBIDDEN`)."""
    code, message = _KINDS[kind]
    return Complaint(code, message.format(code=code_point(character)), _RESTORE if kind == "replacement" else _REMOVE)


def not_nfc(word: str, composed: str) -> Complaint:
    """A word whose letters are composed of several characters where there is one."""
    return Complaint(
        "SSC008",
        Text("”{word}” är inte i formen NFC.", "“{word}” is not in the form NFC.").format(word=shown(word)),
        Text("Skriv {word} med sammansatta tecken.", "Write {word} with composed characters.").format(
            word=shown(composed)
        ),
    )


def garbled(text: str, repaired: str) -> Complaint:
    """UTF-8 that was once read as Windows-1252 or Mac Roman."""
    return Complaint(
        "SSC008",
        Text(
            "”{text}” ser ut som UTF-8 läst med fel teckenkodning.",
            "“{text}” looks like UTF-8 read in the wrong encoding.",
        ).format(text=shown(text)),
        Text("Skriv {text}", "Write {text}").format(text=shown(repaired)),
    )


def mixed_scripts(word: str, stranger: str) -> Complaint:
    """A word with a letter of another alphabet, which looks like one of its own."""
    return Complaint(
        "SSC008",
        Text(
            "Ordet ”{word}” blandar alfabet: ”{letter}” är {code}.",
            "The word “{word}” mixes alphabets: “{letter}” is {code}.",
        ).format(word=shown(word), letter=stranger, code=code_point(stranger)),
        Text("Skriv ordet med ett alfabets bokstäver.", "Write the word in the letters of one alphabet."),
    )
