"""The tables that `sscctl sql` can read, with what each column means: as text, JSON, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from sscctl.cli.console import Style, columns, styled
from sscctl.cli.language import said, t
from sscctl.cli.render.rows import as_csv
from sscctl.cli.render.tables import markdown
from sscctl.cli.visible import visible_json
from sscctl.querying.relations.relation import Column, Relation
from sscctl.text import Text


def _as_text(relations: Iterable[Relation]) -> str:
    return "\n\n".join("\n".join(_table(relation)) for relation in relations)


def _table(relation: Relation) -> Iterator[str]:
    """A table's name and meaning, then a line a column, folded to the terminal."""
    meaning = wrap(said(relation.meaning), max(20, columns() - len(relation.name) - 2))
    yield f"{styled(relation.name, Style.STRONG)}: {meaning[0]}"
    yield from (f"    {line}" for line in meaning[1:])
    name = max(len(column.name) for column in relation.columns)
    for column in relation.columns:
        start = f"  {column.name:<{name}}  {column.kind:<7}  "
        first, *rest = wrap(_meaning(column), max(20, columns() - len(start)))
        yield start + first
        yield from (" " * len(start) + line for line in rest)


def _meaning(column: Column) -> str:
    refers = f" → {column.refers}" if column.refers else ""
    return said(column.meaning) + refers


def _as_json(relations: Iterable[Relation]) -> str:
    """The tables as `schemas/output/sql.schema.json` promises them."""
    return visible_json(
        {
            "tables": [
                {
                    "name": relation.name,
                    "meaning": _both(relation.meaning),
                    "key": list(relation.key),
                    "columns": [
                        {
                            "name": column.name,
                            "type": column.kind.value,
                            "meaning": _both(column.meaning),
                            "refers": column.refers,
                        }
                        for column in relation.columns
                    ],
                }
                for relation in relations
            ]
        }
    )


def _both(text: Text) -> dict[str, str]:
    return {"sv": text.sv, "en": text.en}


def _rows(relations: Iterable[Relation]) -> list[tuple[str, ...]]:
    return [
        (relation.name, column.name, column.kind.value, said(column.meaning), column.refers or "")
        for relation in relations
        for column in relation.columns
    ]


def _as_csv(relations: Iterable[Relation]) -> str:
    return as_csv(("table", "column", "type", "meaning", "refers"), _rows(relations))


def _as_markdown(relations: Iterable[Relation]) -> str:
    headings = (t("tabell", "table"), t("kolumn", "column"), t("typ", "type"), t("betydelse", "meaning"), "→")
    return markdown(headings, _rows(relations))


SCHEMAS: Mapping[str, Callable[[Sequence[Relation]], str]] = {
    "table": _as_text,
    "json": _as_json,
    "csv": _as_csv,
    "markdown": _as_markdown,
}
