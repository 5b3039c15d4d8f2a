"""What the program itself can fail at; faults in the data are findings and are returned, not raised.

The exit codes are promised to scripts: 0 done; 1 done, and the answer is no; the classes below carry the others.
"""

from __future__ import annotations

from sscctl.text import Text


class SscctlError(Exception):
    """The program cannot go on: what went wrong, and what to do about it."""

    exit_code = 70

    def __init__(self, message: Text, advice: Text | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.advice = advice

    def __reduce__(self) -> tuple[type[SscctlError], tuple[Text, Text | None]]:
        """Let it cross from a process that works for this one: its two texts make it anew."""
        return type(self), (self.message, self.advice)


class WrongUsage(SscctlError):
    """The command was called with options or arguments that cannot be understood."""

    exit_code = 2


class CannotBeDoneHere(SscctlError):
    """No registry, a state of git that forbids the command, or a schema that is itself broken."""

    exit_code = 3


class NotFound(SscctlError):
    """An office, agency, rule or revision that does not exist."""

    exit_code = 4


class Refused(SscctlError):
    """The guard, a conflict, or an edit that would break the registry."""

    exit_code = 5


class InputOutput(SscctlError):
    """The disk is full, a file may not be read or written, or a lock is held by somebody else."""

    exit_code = 6


class Integrity(SscctlError):
    """What was published does not hold together: a hash, a remote store, a rollback."""

    exit_code = 7
