"""What libyaml lets pass though YAML 1.2 forbids it, or though other readers read it otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sscctl.reading.characters import Blemish
from sscctl.reading.form_faults import Complaint
from sscctl.reading.outline import Event, Kind
from sscctl.text import Text

_GLUED_COMMENT = re.compile(r"""#(?<=["'\]}|>0-9+-]#)""")  # begins with its rarest sign, which is searched for quickly
_GLUED_QUESTION_MARK = re.compile(r"\?(?<=[{\[,\s]\?)")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*#")

_COMMENT = Complaint(
    "SSC001",
    Text("Före # ska det stå ett blanksteg.", "There must be a space before #."),
    Text(
        "Skriv ett blanksteg före kommentaren, eller sätt citattecken om hela texten.",
        "Write a space before the comment, or quote the whole text.",
    ),
)
_QUESTION_MARK = Complaint(
    "SSC001",
    Text(
        "Frågetecknet före nyckeln läses olika av olika program.",
        "Programs differ on the question mark before the key.",
    ),
    Text("Sätt citattecken om nyckeln, eller ta bort frågetecknet.", "Quote the key, or remove the question mark."),
)
_NO_LAST_LINE_END = Complaint(
    "SSC001",
    Text(
        "Filens sista rad saknar radslut, så program läser texten olika.",
        "The last line has no end, so programs differ on the text.",
    ),
    Text("Avsluta filen med en ny rad.", "End the file with a new line."),
)


def may_be_lax(text: str) -> bool:
    """Say quickly whether `laxities` may find anything."""
    return not text.endswith("\n") or bool(_GLUED_COMMENT.search(text) or _GLUED_QUESTION_MARK.search(text))


def laxities(text: str, events: Iterable[Event]) -> Iterator[Blemish]:
    """Yield what another reader of YAML would refuse or read otherwise."""
    for event in events:
        if event.start == event.end:
            continue
        if text[event.end - 1] in "\"'}]" and text.startswith("#", event.end):
            yield Blemish(event.end, _COMMENT)
        if event.kind is not Kind.SCALAR:
            continue
        if event.start and text[event.start - 1] == "?":
            yield Blemish(event.start - 1, _QUESTION_MARK)
        if text[event.start] in "|>":
            header = _BLOCK_HEADER.match(text, event.start)
            if header:
                yield Blemish(header.end() - 1, _COMMENT)
            if not text.endswith("\n") and not text[event.end :].strip():
                yield Blemish(len(text), _NO_LAST_LINE_END)
