"""What a person is told about a path that may not be read, and what to do about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from sscctl.domain.finding import Fault
from sscctl.reading.paths import DEVICES, LONGEST_ID, Refusal, fold, limit, shown
from sscctl.text import Text

_SWEDISH = str.maketrans("åäöéü", "aaoeu")


def worded(refusals: Mapping[str, Refusal], has: Callable[[str], bool]) -> dict[str, Fault]:
    """Put refusals into words, sorted; `has` says whether the snapshot holds a path (so twins are recognised)."""
    faults = {}
    for path, refusal in sorted(refusals.items()):
        twin = fold(path)
        is_twin = refusal is Refusal.NAME and twin != path and has(twin)
        faults[shown(path)] = fault(path, refusal, twin=twin if is_twin else None)
    return faults


def renewed(remembered: Mapping[str, Fault], looked_at: Iterable[str], found: Mapping[str, Fault]) -> dict[str, Fault]:
    """Return the remembered faults, but for the paths that were looked at again those that were found."""
    again = {shown(path) for path in looked_at}
    return dict(sorted({**{path: old for path, old in remembered.items() if path not in again}, **found}.items()))


def suggestion(path: str) -> str:
    """Return a lawful path near to a refused one: å ä ö become a a o, everything else a hyphen."""
    folder, slash, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    plain = unicodedata.normalize("NFKD", fold(stem).translate(_SWEDISH)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-") or "x"
    if DEVICES.fullmatch(slug):
        slug = f"{slug}-x"
    return f"{folder}{slash}{slug}.{'yaml' if ending.casefold() in {'yml', 'yaml'} else ending.casefold()}"


def fault(path: str, refusal: Refusal, *, twin: str | None = None) -> Fault:
    """Put a refusal into words; `twin` is a path that differs from this one in case or Unicode form only."""
    if twin is not None:
        message = Text(
            sv="filnamnet skiljer sig från {twin} bara i skiftläge eller teckenform; många datorer ser ett enda namn",
            en="the name differs from {twin} only in case or Unicode form; many computers see one and the same name",
        ).format(twin=twin)
        return Fault("SSC003", (), message, _RENAME_OR_REMOVE)
    message, advice = _WORDS[refusal]
    near = suggestion(path)
    values = {"near": near, "limit": limit(path) // 1024}
    return Fault(_CODES.get(refusal, "SSC003"), (), message.format(**values), advice.format(**values))


_RENAME_OR_REMOVE = Text(sv="byt namn på eller ta bort en av dem", en="rename or remove one of them")
_CODES = dict.fromkeys((Refusal.SYMLINK, Refusal.FOLDER, Refusal.SPECIAL, Refusal.LARGE, Refusal.NESTED), "SSC001")
_WORDS: dict[Refusal, tuple[Text, Text]] = {
    Refusal.SYMLINK: (
        Text(sv="är en symbolisk länk; den följs inte", en="is a symbolic link; it is not followed"),
        Text(sv="lägg själva filen här", en="put the file itself here"),
    ),
    Refusal.FOLDER: (
        Text(sv="är en mapp med ett namn som en fil", en="is a folder with the name of a file"),
        Text(sv="byt namn på mappen eller ta bort den", en="rename or remove the folder"),
    ),
    Refusal.SPECIAL: (
        Text(sv="är ingen vanlig fil och läses inte", en="is not an ordinary file and is not read"),
        Text(sv="ta bort den", en="remove it"),
    ),
    Refusal.LARGE: (
        Text(sv="är större än {limit} KiB och läses inte", en="is larger than {limit} KiB and is not read"),
        Text(sv="dela upp filen eller ta bort det som inte hör hit", en="split the file or remove what is not needed"),
    ),
    Refusal.NESTED: (
        Text(
            sv="är ett eget gitförråd; filerna i det läses inte",
            en="is a git repository of its own; its files are not read",
        ),
        Text(sv="lägg filerna i registret i stället", en="put the files into the registry itself"),
    ),
    Refusal.DEEP: (
        Text(sv="ligger för många mappar ned och läses inte", en="lies too many folders down and is not read"),
        Text(sv="flytta upp filerna", en="move the files up"),
    ),
    Refusal.NAME: (
        Text(
            sv="filnamnet är inget giltigt id: bara a–z, 0–9 och enkla bindestreck, högst 60 tecken",
            en="the file name is no lawful id: only a–z, 0–9 and single hyphens, at most 60 characters",
        ),
        Text(sv="kalla filen {near}", en="name the file {near}"),
    ),
    Refusal.ENDING: (
        Text(
            sv="filnamnet slutar inte på .yaml, så filen läses inte",
            en="the name does not end in .yaml, so the file is not read",
        ),
        Text(sv="kalla filen {near}", en="name the file {near}"),
    ),
    Refusal.PLACE: (
        Text(
            sv="här hör inga sådana filer hemma, så filen läses inte",
            en="no such files belong here, so the file is not read",
        ),
        Text(
            sv="flytta filen till offices, agencies, agreements, decisions eller reference, eller ta bort den",
            en="move the file to offices, agencies, agreements, decisions or reference, or remove it",
        ),
    ),
    Refusal.RESERVED: (
        Text(
            sv="namnet är reserverat: schemana ligger bredvid registrets mapp, inte i den",
            en="the name is reserved: the schemas lie beside the registry's folder, not in it",
        ),
        Text(sv="flytta eller döp om mappen", en="move or rename the folder"),
    ),
}
