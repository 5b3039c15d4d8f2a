"""What a commit may be called: its message, and the name of a new branch."""

from __future__ import annotations

import re
import unicodedata

from sscctl.errors import CannotBeDoneHere, WrongUsage
from sscctl.reading.paths import shown
from sscctl.text import Text
from sscctl.writing.plumbing import Plumbing, failed

LONGEST_SUBJECT = 72
LARGEST = 64 * 1024
_LONGEST_BRANCH = 100
_BRANCH = re.compile(r"[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*", re.IGNORECASE)
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of what cannot be seen: control, format (bidi among them), surrogates, separators of lines."""


def message_bytes(message: str) -> bytes:
    """The message as git keeps it; WrongUsage where its subject is not one line, or something in it cannot be seen."""
    lines = message.rstrip("\n").split("\n")
    if not lines[0].strip() or len(lines[0]) > LONGEST_SUBJECT:
        raise WrongUsage(
            Text(
                f"incheckningens rubrik ska ha 1–{LONGEST_SUBJECT} tecken, inte {len(lines[0].strip())}",
                f"a commit's subject has 1 to {LONGEST_SUBJECT} characters, not {len(lines[0].strip())}",
            ),
            Text("skriv en kort rubrik med --message", "write a short subject with --message"),
        )
    if len(lines) > 1 and lines[1].strip():
        raise WrongUsage(
            Text("efter incheckningens rubrik ska en tom rad stå", "an empty line stands after a commit's subject")
        )
    for letter in message.replace("\n", ""):
        if unicodedata.category(letter) in _HIDDEN:
            raise WrongUsage(
                Text(
                    f"incheckningens text har ett tecken som inte syns (U+{ord(letter):04X})",
                    f"the commit's message holds a character that cannot be seen (U+{ord(letter):04X})",
                )
            )
    data = "\n".join(lines).encode() + b"\n"
    if len(data) > LARGEST:
        raise WrongUsage(
            Text(
                f"incheckningens text är längre än {LARGEST // 1024} kB",
                f"the commit's message is longer than {LARGEST // 1024} kB",
            )
        )
    return data


def demand_new_branch(git: Plumbing, name: str) -> str:
    """The full name of a branch to be made; WrongUsage for a bad name, CannotBeDoneHere for one that exists."""
    ref = f"refs/heads/{name}"
    lawful = len(name) <= _LONGEST_BRANCH and _BRANCH.fullmatch(name) is not None and name.upper() != "HEAD"
    answer = git.ask("check-ref-format", "--branch", name) if lawful else None
    if answer is not None and answer.code and b"not a valid branch name" not in answer.complaint:
        raise failed("check-ref-format", git.place, answer)
    if answer is None or answer.code:
        raise WrongUsage(
            Text(f"{shown(name)} är inget namn på en gren", f"{shown(name)} is no name for a branch"),
            Text(
                "använd bokstäver a–z, siffror, bindestreck och snedstreck: oppettider/arvika",
                "use letters a–z, digits, hyphens and slashes: hours/arvika",
            ),
        )
    if git.value(ref) is not None:
        raise CannotBeDoneHere(
            Text(f"grenen {name} finns redan", f"there is a branch {name} already"),
            Text(
                f"välj ett annat namn, eller byt till den: git switch {name}",
                f"choose another name, or go to it: git switch {name}",
            ),
        )
    return ref
