"""A file's bytes as a text that is easy to cut, and back: byte order mark, line ends and a missing last one stay."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sscctl.domain.finding import Fault, Severity
from sscctl.editing.splice_ground import Cut
from sscctl.errors import Refused
from sscctl.reading.character_faults import BYTE_ORDER_MARK
from sscctl.reading.characters import parseable
from sscctl.reading.scalar_faults import misread
from sscctl.reading.scalars import Misreading
from sscctl.reading.yaml12 import Parsed, parse
from sscctl.text import Text

_MARK = "\ufeff"
_CLEAR = frozenset({"SSC005", "SSC006", "SSC007", "SSC008", "SSC009"})
"""Faults that leave the meaning clear: what other readers would misread, and characters that should be others."""

_HARMLESS = frozenset({BYTE_ORDER_MARK.message, misread("", Misreading.NOTHING_WRITTEN, is_key=False).message})
"""So do these of the general form: the mark, and a value that is not written."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with each line ended by LF, and what the file has besides."""

    text: str
    mark: str
    newline: str
    is_ended: bool

    @classmethod
    def of(cls, data: bytes, read: Parsed) -> Source:
        """Take a file apart that was read; raises `Refused` where its faults leave unclear what it means."""
        if read.tree is None:
            refuse_unclear(read)
        whole = data.decode()
        body = whole.removeprefix(_MARK)
        text = body.replace("\r\n", "\n")
        is_ended = text.endswith("\n")
        newline = "\r\n" if "\r\n" in body else "\n"
        source = cls(text if is_ended else f"{text}\n", _MARK if body != whole else "", newline, is_ended)
        ended = read if is_ended else parse(source.text.encode())
        refuse_unclear(ended)
        if ended.tree != read.tree:
            raise unclear(Text("sista raden saknar radslut", "the last line has no end"))
        if source._bytes(text) != data or "\r" in text or parseable(text) != text:
            raise unclear(Text("radslut eller tecken är blandade", "line ends or characters are mixed"))
        return source

    def after(self, cut: Cut) -> Iterator[bytes]:
        """Yield the file after a cut; where its last line has no end, also with one."""
        text = self.text[: cut.start] + cut.text + self.text[cut.end :]
        if not self.is_ended:
            yield self._bytes(text.removesuffix("\n"))
        yield self._bytes(text)

    def span(self, cut: Cut) -> tuple[int, int]:
        """The bytes of the file that a cut replaces; the line end before them counts where it is the file's last."""
        start, size = len(self._bytes(self.text[: cut.start])), len(self._bytes(self.text))
        if self.is_ended:
            return start, len(self._bytes(self.text[: cut.end]))
        if cut.end == len(self.text) and not cut.text:
            start -= len(self.newline)
        return start, min(len(self._bytes(self.text[: cut.end])), size - len(self.newline))

    def _bytes(self, text: str) -> bytes:
        return (self.mark + text.replace("\n", self.newline)).encode()


def refuse_unclear(read: Parsed, harmless: Collection[Text] = ()) -> None:
    """Raise `Refused` where a file's faults, apart from some that do no harm, leave unclear what it means."""
    faults = [fault.message for fault in read.faults if not _is_clear(fault) and fault.message not in harmless]
    if faults or not isinstance(read.tree, dict):
        raise unclear(faults[0] if faults else Text("den går inte att läsa", "it cannot be read"))


def unclear(why: Text) -> Refused:
    """The error for a file whose faults come first."""
    return Refused(
        Text(f"filen har formfel: {why.sv}", f"the file has faults of form: {why.en}"),
        Text(
            "rätta filen först; ”sscctl validate” visar felen",
            "mend the file first; “sscctl validate” shows the faults",
        ),
    )


def _is_clear(fault: Fault) -> bool:
    return fault.code in _CLEAR or fault.severity is Severity.WARNING or fault.message in _HARMLESS
