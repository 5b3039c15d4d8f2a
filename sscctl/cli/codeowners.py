"""`sscctl codeowners`: who has to review a change to which file, for GitHub and GitLab."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.options import AsOf, On, cache, day, repository
from sscctl.errors import CannotBeDoneHere, Refused, WrongUsage
from sscctl.querying.owners import By, Owned, Owners, Teams, owned
from sscctl.reading.load import load
from sscctl.reading.yaml12 import MAX_BYTES, parse
from sscctl.text import Text

HELP = Text(
    "Skriv en CODEOWNERS-fil av registret: en rad för varje kontor, med länets eller myndigheternas team.",
    "Write a CODEOWNERS file from the registry: one line for each office, with its county's or its agencies' teams.",
)
LARGEST = 3_000_000
"""Bytes; GitHub passes over a CODEOWNERS file of more than 3 MB."""

BEGIN, END = "# sscctl codeowners: begin", "# sscctl codeowners: end"
_OWNER = re.compile(
    r"@[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?(?:/[A-Za-z0-9_.-]+)*|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_SPELLABLE = re.compile(r"[\w./,+=@-](?:[\w./,+=@ -]*[\w./,+=@-])?")


def run(
    by: Annotated[
        By, typer.Option("--by", help=t("Vad som avgör vem som äger ett kontor.", "What decides who owns an office."))
    ] = By.COUNTY,
    teams: Annotated[
        str | None,
        typer.Option(
            "--teams",
            metavar=t("FIL", "FILE"),
            help=t(
                'YAML: länskod eller myndighets-id, och dess team: {"01": "@org/stockholm"}.',
                'YAML: a county\'s code or an agency\'s id, and its team: {"01": "@org/stockholm"}.',
            ),
        ),
    ] = None,
    default: Annotated[
        list[str] | None,
        typer.Option(
            "--default",
            metavar="TEAM",
            help=t("Äger allt annat; kan anges flera gånger.", "Owns everything else; may be given several times."),
        ),
    ] = None,
    check: Annotated[
        str | None,
        typer.Option(
            "--check",
            metavar=t("FIL", "FILE"),
            help=t(
                "Skriv inget: slutkod 1 om filen inte slutar med just dessa rader.",
                "Write nothing: exit with 1 unless the file ends with these very lines.",
            ),
        ),
    ] = None,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """Write who owns which file, as CODEOWNERS."""
    found = repository()
    snapshot = found.snapshot(as_of)
    named = Teams(by, _teams(teams), tuple(_owner(one, "--default") for one in default or ()))
    if not named.named and not named.default:
        raise WrongUsage(Text("inga team är nämnda", "no teams are named"), _WHERE_TEAMS)
    loaded = load(snapshot, cache(found))
    lines = _lines(owned(loaded, list(snapshot.blobs()), named, day(on, "--on")), snapshot.prefix, named)
    text = "\n".join([BEGIN, *lines, END, ""])
    if len(text.encode()) > LARGEST:
        raise Refused(
            Text("filen blir större än 3 MB, och då läser ingen den", "the file would exceed 3 MB, which nobody reads"),
        )
    if check is None:
        emit(text)
    elif not _ends_with(_read(check).decode("utf-8", "replace"), text):
        raise typer.Exit(1)


_WHERE_TEAMS = Text(
    "ange en fil med team (--teams) eller ett team för allt (--default)",
    "give a file of teams (--teams), or a team for everything (--default)",
)
_COMMON = ("/*.yaml", "/agencies/", "/agreements/", "/decisions/", "/reference/")
"""What else the registry holds, from its root; none of these patterns takes in an office."""


def _lines(files: Iterable[Owned], prefix: str, teams: Teams) -> Iterator[str]:
    """The last line that matches counts, so the common ones come first."""
    root = "/" + _escaped(prefix).rstrip("/") if prefix else ""
    if teams.default:
        yield from (f"{root}{pattern} {' '.join(teams.default)}" for pattern in _COMMON)
    yield from (f"{root}/{_escaped(one.path)} {' '.join(one.owners)}" for one in files)


def _escaped(path: str) -> str:
    """Write a path as a pattern that matches it and nothing else; GitHub knows no other escape than that of a space."""
    if not _SPELLABLE.fullmatch(path):
        raise CannotBeDoneHere(
            Text(f"{path} går inte att skriva i CODEOWNERS", f"{path} cannot be written in CODEOWNERS"),
            Text("byt namn på mappen eller filen", "give the folder or file another name"),
        )
    return path.replace(" ", "\\ ")


def _teams(file: str | None) -> Mapping[str, Owners]:
    if file is None:
        return {}
    parsed = parse(_read(file))
    for wrong in parsed.faults:
        place = f"{file}:{wrong.line}:{wrong.column}"
        raise WrongUsage(
            Text(f"{place}: {wrong.message.sv}", f"{place}: {wrong.message.en}"),
            Text('skriv som i "01": "@org/stockholm"', 'write as in "01": "@org/stockholm"'),
        )
    tree = parsed.tree if isinstance(parsed.tree, dict) else {}
    listed = ((key, value if isinstance(value, list) else [value]) for key, value in tree.items())
    return {str(key): tuple(_owner(one, f"{file}: {key}") for one in owners) for key, owners in listed}


def _owner(text: object, where: str) -> str:
    if isinstance(text, str) and _OWNER.fullmatch(text):
        return text
    raise WrongUsage(
        Text(f"{where}: {text} är ingen ägare", f"{where}: {text} is no owner"),
        Text("skriv @namn, @org/team eller en e-postadress", "write @name, @org/team or an e-mail address"),
    )


def _read(file: str) -> bytes:
    with Path(file).open("rb") as opened:
        return opened.read(max(MAX_BYTES, LARGEST) + 1)


def _ends_with(content: str, block: str) -> bool:
    """Whether the block stands there once, and no rule after it, which would count in its place."""
    before, found, after = content.replace("\r\n", "\n").rpartition(block)
    rest = [line for line in after.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return bool(found) and not rest and BEGIN not in before
