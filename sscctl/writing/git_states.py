"""The states of a clone in which nothing is committed, and what to do about each."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.paths import shown
from sscctl.text import Text

_UNDER_WAY: Mapping[str, tuple[Text, str]] = {
    "MERGE_HEAD": (Text("en sammanslagning (merge)", "a merge"), "git merge --continue / --abort"),
    "rebase-merge": (Text("en ombasering (rebase)", "a rebase"), "git rebase --continue / --abort"),
    "rebase-apply": (Text("en ombasering (rebase eller am)", "a rebase or am"), "git rebase --continue / --abort"),
    "CHERRY_PICK_HEAD": (Text("en cherry-pick", "a cherry-pick"), "git cherry-pick --continue / --abort"),
    "REVERT_HEAD": (Text("en återställning (revert)", "a revert"), "git revert --continue / --abort"),
    "sequencer": (Text("en följd av incheckningar", "a sequence of commits"), "git cherry-pick --continue / --abort"),
    "BISECT_LOG": (Text("en felsökning (bisect)", "a bisect"), "git bisect reset"),
}


def demand_rest(place: GitPlace) -> None:
    """CannotBeDoneHere where something of git's own is under way that a commit would disturb."""
    for name, (what, how) in _UNDER_WAY.items():
        if (place.own / name).exists():
            raise CannotBeDoneHere(
                Text(f"{what.sv} pågår, så inget checkas in", f"{what.en} is under way, so nothing is committed"),
                Text(f"avsluta eller avbryt först: {how}", f"finish it or abort it first: {how}"),
            )


def demand_ready(place: GitPlace, *, new_branch: bool) -> None:
    """CannotBeDoneHere for what can be told of a commit before anything is asked or planned."""
    demand_rest(place)
    with suppress(OSError):  # what cannot be read is told by the commit
        if not new_branch and not (place.own / "HEAD").read_bytes().startswith(b"ref:"):
            raise detached()


def detached() -> CannotBeDoneHere:
    """HEAD leads to no branch, so that a commit would soon be lost."""
    return CannotBeDoneHere(
        Text(
            "HEAD pekar inte på någon gren, så en incheckning skulle snart gå förlorad",
            "HEAD is detached, so a commit would soon be lost",
        ),
        Text(
            "lägg den på en ny gren med --branch, eller byt till en: git switch",
            "put it on a new branch with --branch, or go to one: git switch",
        ),
    )


def uncommitted(path: str) -> CannotBeDoneHere:
    """A touched file holds, or has staged, what is in no commit."""
    return CannotBeDoneHere(
        Text(
            f"{shown(path)} har ändringar som inte är incheckade, och de skulle följa med",
            f"{shown(path)} has changes that were not committed, and they would be taken along",
        ),
        Text(
            "checka in dem eller lägg undan dem först (git stash), eller skriv utan --commit",
            "commit them or put them aside first (git stash), or write without --commit",
        ),
    )


def filtered(path: str, name: str) -> CannotBeDoneHere:
    """Git is told to run a program on the content."""
    return CannotBeDoneHere(
        Text(
            f"git kör ett program (filtret {shown(name)}) på {shown(path)}, och det gör inte sscctl",
            f"git runs a program (the filter {shown(name)}) on {shown(path)}, which sscctl does not",
        ),
        Text("skriv utan --commit och checka in med git", "write without --commit, and commit with git"),
    )


def nobody(reason: str) -> CannotBeDoneHere:
    """Git does not know who commits."""
    return CannotBeDoneHere(
        Text(f"git vet inte vem du är: {reason}", f"git does not know who you are: {reason}"),
        Text(
            'ange det: git config --global user.name "Ditt Namn"; git config --global user.email du@exempel.se',
            'tell it: git config --global user.name "Your Name"; git config --global user.email you@example.se',
        ),
    )


def moved_on(ref: str, reason: str) -> CannotBeDoneHere:
    """The branch is not where it was when the commit was made."""
    name = shown(ref.removeprefix("refs/heads/"))
    return CannotBeDoneHere(
        Text(f"grenen {name} ändrades under tiden ({reason})", f"the branch {name} moved in the meantime ({reason})"),
        Text("inget har skrivits; kör igen", "nothing was written; run again"),
    )


def head_moved(place: GitPlace) -> CannotBeDoneHere:
    """HEAD leads elsewhere than when the commit was made, or nowhere that git can read."""
    head = shown(str(place.own / "HEAD"))
    return CannotBeDoneHere(
        Text(f"{head} ändrades under tiden, eller kan inte läsas", f"{head} moved in the meantime, or cannot be read"),
        Text("inget har skrivits; kör igen", "nothing was written; run again"),
    )
