"""An office's document in words, one fact a line and each line complete in itself: what git compares.

Every value of the document stands on a line, so that no change of a value goes unseen; comments, layout and order do
not. Nothing but the document is known here: agencies go by their ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from sscctl.cli.language import said, t
from sscctl.cli.render.changes_dates import hours_of
from sscctl.cli.render.textconv_words import FIELD, VALUE
from sscctl.cli.visible import visible
from sscctl.cli.words import EVENT, when
from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.event import EventKind
from sscctl.domain.hours import WEEKDAYS
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.key_order import ORDER, Shape
from sscctl.reading.kinds import Kind
from sscctl.reading.yaml12 import MAX_BYTES, Tree, parse

_LABELS: Mapping[str, tuple[str, ...]] = {
    "lifecycle": ("on", "event"),
    "addresses": ("valid_from",),
    "opening_hours": ("valid_from",),
    "other_hours": ("access", "valid_from"),
    "deviations": ("on", "valid_from", "valid_through"),
    "participations": ("agency", "valid_from"),
    "co_locations": ("party", "municipality", "other", "kind", "valid_from"),
    "services": ("agency", "service"),
    "remarks": ("on",),
    "disagreements": ("field",),
    "waivers": ("rule",),
}
"""By the list: the keys that tell its entries apart; they stand at the beginning of every line about the entry."""


_DAYS = {"hours", *WEEKDAYS}


def as_text(data: bytes) -> str:
    """The office in words; the text as it is, made visible, where it is no office that can be read.

    Where the text has git's conflict markers, the words of both sides have them. Never fails, whatever the bytes are.
    """
    lines = _words(data) or _in_conflict(data)
    if lines is None:
        text = data.decode("utf-8", "backslashreplace")
        return "\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))
    return "\n".join(map(visible, lines))


def _words(data: bytes) -> list[str] | None:
    read = parse(data)
    if read.faults or not isinstance(read.tree, dict) or not read.tree.keys() >= {"id", "name", "municipality"}:
        return None
    return list(_document(read.tree))


def _in_conflict(data: bytes) -> list[str] | None:
    """The words of both sides of a merge that is not resolved, what differs between the markers."""
    if len(data) > MAX_BYTES or b"<<<<<<<" not in data:
        return None
    ours, theirs = (_words(_settled(data, side)) for side in (b"<", b"="))
    if ours is None or theirs is None:
        return None
    found: list[str] = []
    for tag, start, end, begin, stop in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            found += ours[start:end]
        else:
            found += ["<<<<<<< ours", *ours[start:end], "=======", *theirs[begin:stop], ">>>>>>> theirs"]
    return found


def _settled(data: bytes, side: bytes) -> bytes:
    """The text with the one side of each conflict: what follows on the marker of these letters."""
    kept, within = [], b""
    for line in data.splitlines(keepends=True):
        marker = line[:1] if line[:1] in {b"<", b"|", b"=", b">"} and line.startswith(line[:1] * 7) else b""
        if marker:
            within = b"" if marker == b">" else marker
        elif within in {b"", side}:
            kept.append(line)
    return b"".join(kept)


def _document(tree: Mapping[str, Tree]) -> Iterator[str]:
    shape = ORDER[Kind.OFFICE]
    for key in shape.sort(tree):
        value, below = tree[key], shape.under(key)
        if isinstance(value, list) and key in _LABELS and all(isinstance(entry, dict) for entry in value):
            entries = [entry for entry in value if isinstance(entry, dict)]
            yield from (f"{_word(key)}: {t('inget', 'none')}",) * (not entries)
            for entry in sorted(entries, key=_time):
                yield from _entry(key, entry, below)
        else:
            yield from _fact(_word(key), key, value, below)


def _entry(key: str, entry: Mapping[str, Tree], shape: Shape) -> Iterator[str]:
    """One entry of a list: a line for each of its facts, or one that it is there."""
    label = _label(key, entry)
    rest = [name for name in shape.sort(entry) if name not in _LABELS[key]]
    if not rest:
        yield label
    for name in rest:
        yield from _fact(_about(label, name), name, entry[name], shape.under(name))


def _label(key: str, entry: Mapping[str, Tree]) -> str:
    """`hours from 2023-10-02`, `life 2021-11-01 opened`: a first and a last day go with a preposition."""
    words = [_word(key)]
    for name in _LABELS[key]:
        if name in entry:
            value = _value(name, entry[name])
            is_bound = name == "valid_through" or (name == "valid_from" and not str(entry[name]).startswith("../"))
            words.append(f"{_word(name)} {value}" if is_bound else value)
    return " ".join(words)


def _fact(label: str, name: str, value: Tree, shape: Shape) -> Iterator[str]:
    """The lines about one value: one for each of its parts, where it has any."""
    if isinstance(value, dict):
        yield from (f"{label}: {t('inget', 'none')}",) * (not value)
        for part in shape.sort(value):
            yield from _fact(_about(label, part), part, value[part], shape.under(part))
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for number, item in enumerate(value, start=1):
            yield from _fact(f"{label} {number}", name, item, shape)
    else:
        yield f"{label}: {_value(name, value)}"


def _about(label: str, name: str) -> str:
    return label if name == "weekly" else f"{label}, {_word(name)}"


def _value(name: str, value: Tree) -> str:
    """A value without parts in words, or as it is written where there are none for it."""
    if isinstance(value, list):
        return _hours(name, value) or ", ".join(_value(name, item) for item in value) or t("inget", "none")
    if isinstance(value, bool):
        return t("ja", "yes") if value else t("nej", "no")
    if name == "event" and value in set(EventKind):
        return said(EVENT[EventKind(str(value))])
    if name in {"on", "valid_from", "expected"} and isinstance(value, str):
        return _date(value)
    words = VALUE.get(name, {}).get(str(value))
    return said(words) if words else str(value)


def _date(text: str) -> str:
    try:
        return said(when(PartialDate.parse(text)))
    except ValueError:
        return text


def _hours(name: str, value: list[Tree]) -> str | None:
    """The hours of a day, if it is a list of such; without any it is closed."""
    if name not in _DAYS:
        return None
    try:
        return hours_of(tuple(TimeSpan.parse(str(span)) for span in value))
    except ValueError:
        return None


def _word(name: str) -> str:
    return said(FIELD[name]) if name in FIELD else name


def _time(entry: Mapping[str, Tree]) -> str:
    given = entry.get("on", entry.get("valid_from", ""))
    return given.removeprefix("../") if isinstance(given, str) else ""
