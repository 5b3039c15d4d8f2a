"""What `--format json` promises: its schemas."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

from tests.process import CHECKOUT


def kept(command: str, text: str) -> Any:  # noqa: ANN401  JSON
    """Read what a command printed, hold it to the command's schema, and return it."""
    schema = json.loads((CHECKOUT / "schemas/output" / f"{command}.schema.json").read_text("utf-8"))
    content = json.loads(text)
    Draft202012Validator(schema).validate(content)
    return content
