"""The whole answer: what a reader of the earlier edition meets in the later one, and the version it is to have."""

from __future__ import annotations

from dataclasses import dataclass

from sscctl.publishing.contract.data_shapes import compare_data
from sscctl.publishing.contract.difference import Difference, Weight, version_for
from sscctl.publishing.contract.schema_shapes import compare_schemas
from sscctl.publishing.published import Published


@dataclass(frozen=True, slots=True)
class Verdict:
    """The differences, the worst first; the earlier contract's version, the one this needs, and the one it declares."""

    differences: tuple[Difference, ...]
    before: str
    needed: str
    declared: str

    @property
    def weight(self) -> Weight:
        """The worst of the differences."""
        weights = {difference.weight for difference in self.differences}
        return next((weight for weight in Weight if weight in weights), Weight.NONE)

    @property
    def is_kept(self) -> bool:
        """Whether no reader is broken who was not warned: what breaks them is a new major version (v2)."""
        return self.weight is not Weight.BREAKING or _major(self.declared) > _major(self.before)


def check(before: Published, after: Published) -> Verdict:
    """Compare two editions, on their schemas and on their data; raises `Integrity` for one that is damaged."""
    found = {*compare_schemas(before.schemas, after.schemas), *compare_data(before, after)}
    order = list(Weight)
    differences = tuple(sorted(found, key=lambda one: (order.index(one.weight), one.path, one.place, one.message.en)))
    verdict = Verdict(differences, _version(before), _version(before), _version(after))
    return Verdict(differences, verdict.before, version_for(verdict.before, verdict.weight), verdict.declared)


def _version(edition: Published) -> str:
    return str(edition.meta.get("schemaVersion", "0.0.0"))


def _major(version: str) -> int:
    return int(version.partition(".")[0])
