"""The program's entry: answers `--version` before anything is loaded, and hands the rest to the commands."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from sscctl import __version__  # noqa: PLC0415  the answer costs nothing but this

        sys.stdout.write(f"sscctl {__version__}\n")
        return
    from sscctl.cli.app import run  # noqa: PLC0415  brings in typer

    sys.exit(run(sys.argv[1:]))
