"""Documents held to types that others have declared, by the TypeScript compiler."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.process import CHECKOUT

PEERS = CHECKOUT / "tests/npm/node_modules"
NODE = CHECKOUT / ".venv/bin/node"
_JUDGE_ONLY = ("--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--moduleResolution", "nodenext")


def objections_of_types(text: str, folder: Path, imported: str, kind: str, library: str = "es5") -> str:
    """What the compiler says when the JSON is taken for something of that kind; `imported` is how the kind is called.

    It knows unions and objects to any key that none of their members has, as long as it sees the value itself.
    """
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(PEERS)
    source = f"import type {imported}\nexport const told: {kind} = {text}\n"
    (folder / "told.ts").write_text(source, "utf-8")
    done = subprocess.run(
        [str(NODE), str(PEERS / "typescript/bin/tsc"), *_JUDGE_ONLY, "--lib", library, "told.ts"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    return done.stdout + done.stderr
