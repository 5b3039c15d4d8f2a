"""The program's entry: answers `--version` before anything is loaded, and hands the rest to the commands."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        if sys.argv[1:] in (["--version"], ["-V"]) and _version_is_told():
            return
        from sscctl.cli.app import run  # noqa: PLC0415  brings in typer

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:  # before the commands' own border stood
        sys.exit(130)


def _version_is_told() -> bool:
    from sscctl import __version__  # noqa: PLC0415  the answer costs nothing but this

    try:
        sys.stdout.write(f"sscctl {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError):  # nobody reads, or the disk is full: the commands' border has words for that
        return False
    return True
