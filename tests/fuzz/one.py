"""`python -m tests.fuzz.one TARGET [option of libFuzzer | folder]...`: one target under atheris, in this process."""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["sscctl"]):
    from tests.fuzz.targets import ALL


def main() -> None:
    """Fuzz until an input fails or a limit among the options is reached; never returns."""
    name, *options = sys.argv[1:]
    atheris.Setup([f"fuzz {name}", *options], ALL[name].run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
