"""The commands whose output is held to the gate, with arguments that make each print what it can."""

from __future__ import annotations

from sscctl.cli.render.offices import COLUMNS
from tests.cli.registries import TODAY

EVERY_COLUMN = ",".join(COLUMNS)
OTHERS = {
    "week": ["week", "kontor-{}", "--on", TODAY],
    "open": ["open", "--at", f"{TODAY}T10:30"],
    "near": ["near", "59.3,18.0", "-n", "100", "--on", TODAY],
    "upcoming": ["upcoming", "--on", TODAY, "--days", "400"],
    "stale": ["stale", "--on", TODAY, "--older-than", "1d"],
    "stats": ["stats", "--by", "county", "--on", TODAY],
    "sql": ["sql", "SELECT * FROM offices"],
    "doctor": ["doctor"],
    "office set": ["office", "set", "kontor-{}", "facilities.guard", "true", "--today", TODAY, "--dry-run"],
    "office close": [
        *("office", "close", "kontor-0", "--on", "2027-01-01", "--decision", "ssc-exempelbeslut-2021"),
        *("--source", "page", "--today", TODAY, "--dry-run"),
    ],
}
COMMANDS = {
    "validate": ["validate", "--today", TODAY],
    "validate, as JSON": ["validate", "--today", TODAY, "-o", "json"],
    "validate, for GitHub": ["validate", "--today", TODAY, "-o", "github"],
    **{f"validate, as {form}": ["validate", "--today", TODAY, "-o", form] for form in ("sarif", "junit", "gitlab")},
    "fmt": ["fmt", "--check"],
    "fmt, with lines": ["fmt", "--check", "--dry-run"],
    "fmt, as JSON": ["fmt", "--check", "-o", "json"],
    "codeowners": ["codeowners", "--on", TODAY, "--default", "@org/team"],
    "validate, counted": ["validate", "--today", TODAY, "--statistics"],
    **{
        f"list, as {form}": ["list", "-o", form, "--on", TODAY, "--columns", EVERY_COLUMN]
        for form in ("table", "json", "csv", "ids", "markdown", "geojson")
    },
    **{f"show, as {form}": ["show", "kontor-{}", "-o", form, "--on", TODAY] for form in ("text", "json", "yaml")},
    **OTHERS,
    **{f"{command}, as JSON": [*arguments, "-o", "json"] for command, arguments in OTHERS.items()},
    "upcoming, as Markdown": ["upcoming", "--on", TODAY, "--days", "400", "-o", "markdown"],
}
