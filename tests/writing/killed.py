"""Shows an edition and kills its own process at a step: `python -m tests.writing.killed FOLDER EDITION INDEX HOW`.

`HOW` is `exchange`, or `renames` for a system that cannot exchange two folders. Without a step of that index it ends
by itself and prints how many steps it took.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from sscctl.writing import exchange
from sscctl.writing.steps import watcher
from tests.writing.manner import show


def main() -> None:
    folder, edition, index, how = sys.argv[1:]
    taken: list[str] = []

    def told(step: str) -> None:
        taken.append(step)
        if len(taken) - 1 == int(index):
            os.kill(os.getpid(), signal.SIGKILL)

    def cannot(first: str, second: str, parent: int) -> bool:
        del first, second, parent
        return False

    watcher.told = told
    if how == "renames":
        exchange.swap = cannot
    show(Path(folder), edition)
    sys.stdout.write(str(len(taken)))


if __name__ == "__main__":
    main()
