"""`make fuzz`: every target, one after the other, for so many seconds each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.fuzz.campaign import CHECKOUT, fuzz, table
from tests.fuzz.targets import TARGETS


class _Asked(argparse.Namespace):
    targets: Sequence[str]
    seconds: int
    folder: Path


def main() -> int:
    """Fuzz what was asked for; 1 where an input failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)} (default: all)")
    parser.add_argument("--seconds", type=int, default=300, help="for each target (default: 300)")
    parser.add_argument("--folder", type=Path, default=CHECKOUT / ".fuzz", help="where corpora are kept")
    asked = parser.parse_args(namespace=_Asked())
    failed = False
    for name in asked.targets or TARGETS:
        campaign = fuzz(name, asked.folder.resolve() / name, f"-max_total_time={asked.seconds}")
        sys.stdout.write(table([(name, campaign)]))
        sys.stdout.flush()
        failed |= bool(campaign.failure)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
