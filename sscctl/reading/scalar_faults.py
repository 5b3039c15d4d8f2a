"""The words for unquoted scalars that YAML readers do not agree on: SSC005 numbers, SSC006 dates, SSC007 bare words."""

from __future__ import annotations

from sscctl.domain.finding import Severity
from sscctl.reading.form_faults import MERGE_KEY, NULL_KEY, Complaint, shown
from sscctl.reading.scalars import Misreading
from sscctl.text import Text


def _quoted(text: str) -> Text:
    return Text("Sätt citattecken: {text}", "Quote it: {text}").format(text=shown(f'"{text}"'))


def misread(text: str, misreading: Misreading, *, is_key: bool) -> Complaint:
    """An unquoted scalar that YAML readers do not agree on."""
    code, message = _MISREAD[misreading]
    severity = Severity.WARNING if misreading is Misreading.BARE_WORD else Severity.ERROR
    if misreading is Misreading.NOTHING_WRITTEN:
        return NULL_KEY if is_key else Complaint(code, message, _EMPTY_ADVICE)
    if misreading is Misreading.MERGE and text == "<<" and is_key:
        return MERGE_KEY
    if misreading is Misreading.TRUTH_VALUE and not is_key:
        advice = Text(
            "Skriv {word}, eller sätt citattecken om det är text: {text}",
            "Write {word}, or quote it if it is text: {text}",
        )
        return Complaint(code, message.format(text=text), advice.format(word=text.lower(), text=f'"{text}"'))
    if misreading is Misreading.NULL and not is_key:
        advice = Text(
            "Ta bort fältet, eller sätt citattecken om det är text: {text}",
            "Remove the field, or quote it if it is text: {text}",
        )
        return Complaint(code, message.format(text=text), advice.format(text=f'"{text}"'))
    return Complaint(code, message.format(text=shown(text)), _quoted(text), severity)


_EMPTY_ADVICE = Text(
    'Skriv ett värde, "" för tom text, [] för en tom lista, eller ta bort fältet.',
    'Write a value, "" for an empty text, [] for an empty list, or remove the field.',
)
_MISREAD: dict[Misreading, tuple[str, Text]] = {
    Misreading.NOTHING_WRITTEN: ("SSC001", Text("Värdet saknas.", "The value is missing.")),
    Misreading.NULL: (
        "SSC001",
        Text("{text} utan citattecken betyder ”inget värde”.", "{text} without quotes means “no value”."),
    ),
    Misreading.MERGE: (
        "SSC001",
        Text(
            "{text} utan citattecken har egen betydelse i YAML.",
            "{text} without quotes has a meaning of its own in YAML.",
        ),
    ),
    Misreading.TRUTH_VALUE: (
        "SSC001",
        Text(
            "{text} utan citattecken läses som ja eller nej av vissa program.",
            "{text} without quotes is read as yes or no by some programs.",
        ),
    ),
    Misreading.BARE_WORD: (
        "SSC007",
        Text(
            "{text} utan citattecken läses som ja eller nej av vissa program.",
            "{text} without quotes is read as yes or no by some programs.",
        ),
    ),
    Misreading.NUMBER: (
        "SSC005",
        Text(
            "{text} utan citattecken läses som ett tal av vissa program.",
            "{text} without quotes is read as a number by some programs.",
        ),
    ),
    Misreading.NOT_FINITE: ("SSC005", Text("{text} är inget ändligt tal.", "{text} is not a finite number.")),
    Misreading.LARGE_NUMBER: (
        "SSC005",
        Text(
            "Talet {text} har fler siffror än alla program kan läsa.",
            "The number {text} has more digits than all programs can read.",
        ),
    ),
    Misreading.LEADING_ZERO: (
        "SSC005",
        Text(
            "{text} utan citattecken läses som ett tal: den inledande nollan går förlorad, eller talet blir oktalt.",
            "{text} without quotes is read as a number: its leading zero is lost, or it becomes octal.",
        ),
    ),
    Misreading.DATE: (
        "SSC006",
        Text("Datumet {text} saknar citattecken.", "The date {text} is not quoted."),
    ),
    Misreading.TIME: (
        "SSC006",
        Text(
            "Klockslaget {text} saknar citattecken; vissa program läser det som ett tal.",
            "The time {text} is not quoted; some programs read it as a number.",
        ),
    ),
}
