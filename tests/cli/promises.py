"""What `--format json` promises: its schemas."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from tests.process import CHECKOUT


def kept(command: str, text: str) -> dict[str, object]:
    """Read what a command printed, and hold it to the command's schema."""
    schema = json.loads((CHECKOUT / "schemas/output" / f"{command}.schema.json").read_text("utf-8"))
    content: dict[str, object] = json.loads(text)
    Draft202012Validator(schema).validate(content)
    return content
