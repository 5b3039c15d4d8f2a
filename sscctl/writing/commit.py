"""A commit of some files: objects first, one step of the branch, and then the work tree and the index follow.

The check before git's own commits is the one that the program makes anyway: hooks run only where they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sscctl.errors import CannotBeDoneHere, InputOutput, Refused
from sscctl.reading.gitplace import no_history
from sscctl.reading.repository import Repository
from sscctl.text import Text
from sscctl.writing import git_states, hooks, indexing, journal, settling, transaction
from sscctl.writing.commit_words import demand_new_branch, message_bytes
from sscctl.writing.file_change import FileChange
from sscctl.writing.home import Home
from sscctl.writing.journal import Journal, Move
from sscctl.writing.lock import descriptor_of, locked
from sscctl.writing.objects import Objects
from sscctl.writing.plumbing import Answer, Plumbing, failed
from sscctl.writing.settings import Settings
from sscctl.writing.steps import reached


@dataclass(frozen=True, slots=True)
class Committed:
    """The commit that was made, and the branch it is on."""

    id: str
    branch: str


def commit(
    repository: Repository,
    changes: Sequence[FileChange],
    message: str,
    branch: str | None = None,
    *,
    run_hooks: bool = False,
) -> Committed:
    """Commit these changes and nothing else, on the branch that is checked out or on a new one from it.

    Takes the lock where the caller has not. What else is changed or staged stays as it is. The person's own hooks are
    run where `run_hooks` asks for it; `Refused` where one of them says no. Raises `CannotBeDoneHere`
    where the state of the clone forbids it or a file is not what it was, `WrongUsage` for a bad message or branch,
    `InputOutput` where disk or git fail; then nothing has changed.
    """
    place = repository.place
    if place is None:
        raise no_history(repository.root)
    words = message_bytes(message)
    changes = [change for change in changes if change.before != change.after]
    if not changes:
        raise Refused(Text("det finns inget att checka in", "there is nothing to commit"))
    home = Home.of(place)
    with locked(place, "commit"):
        bare = Plumbing(place, descriptor_of(home))
        settings = Settings.of(bare)
        git = settings.unfiltered(bare)
        git_states.demand_rest(place)
        head, old = git.head(), git.value("HEAD")
        if branch is None and head is None:
            raise git_states.detached()
        ref = demand_new_branch(git, branch) if branch is not None else str(head)
        with settling.opened(home, Journal(_below(repository, home), (), ())) as root:
            transaction.check(changes, root, home)
        try:
            objects = Objects.of(home, git, settings, _below(repository, home))
            tree = objects.make(changes, old)
            if run_hooks:
                words = hooks.check(objects.git, home.folder, words)
            made = objects.commit(tree, old, words)
        except BaseException:
            journal.sweep(home)
            raise
        base = None if branch is not None else old
        move = Move(ref, base, made, head or str(old), tree.entries)
        told = transaction.prepare(home, repository.root, changes, move)
        if told is not None:
            _carry_out(home, git, told, old, message.partition("\n")[0])
    if run_hooks:
        hooks.after(place)
    return Committed(made, ref.removeprefix("refs/heads/"))


def _carry_out(home: Home, git: Plumbing, told: Journal, parent: str | None, subject: str) -> None:
    move = told.move
    if move is None:
        return
    try:
        indexing.take(home, git, move.entries)
        if (git.head() or git.value("HEAD")) != move.head or (move.switches and git.value("HEAD") != parent):
            raise git_states.head_moved(git.place)
        _step(git, move, subject)
    except BaseException as problem:
        transaction.give_up(home, told, git, problem)
        raise
    transaction.finish(home, told, git)


def _step(git: Plumbing, move: Move, subject: str) -> None:
    """The one step by which the commit can be seen."""
    none = "0" * len(move.new)
    kind = "commit" if move.old is not None or move.switches else "commit (initial)"
    said = f"{kind}: {subject}"
    answer = git.ask("update-ref", "--create-reflog", "-m", said, move.ref, move.new, move.old or none)
    if answer.code and git.value(move.ref) != move.new:
        raise _refused(git, move, answer)
    settling.free_locks(git.place, move)  # which stay where git was killed, or could not remove them, after its work
    reached("branch moved")


def _refused(git: Plumbing, move: Move, answer: Answer) -> CannotBeDoneHere | InputOutput:
    if git.value(move.ref) != move.old or "cannot lock ref" in answer.reason:
        return git_states.moved_on(move.ref, answer.reason)
    return failed("update-ref", git.place, answer)


def _below(repository: Repository, home: Home) -> str:
    below = repository.root.relative_to(home.top).as_posix()
    return "" if below == "." else below
