"""Edits with the text before and after each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sscctl.editing.edit import Delete, Edit, Insert, Put

NOTE = {"sv": "Stängt.", "en": "Closed."}

EXAMPLES: Mapping[str, tuple[str, Sequence[Edit], str]] = {
    "a scalar keeps its line, its comment and its quotation marks": (
        "# top\nname:  'B'   # the name\nid: a\n",
        [Put(("name",), "C: d")],
        "# top\nname:  'C: d'   # the name\nid: a\n",
    ),
    "a plain scalar is quoted where it must be": ("id: a\n", [Put(("id",), "no")], 'id: "no"\n'),
    "a folded text gives way to a word": (
        "name: >-  # why\n  one\n  two\n\nid: a\n",
        [Put(("name",), "B")],
        "name: B  # why\n\nid: a\n",
    ),
    "a key comes where the schema has it": (
        "id: a\n# whose town\ntown: A\n",
        [Put(("name",), "B")],
        "id: a\nname: B\n# whose town\ntown: A\n",
    ),
    "a key comes after the comments that are indented below the one before": (
        "id: a\nlifecycle:\n- event: opened\n  # more to come\n# sources\nsources: {}\n",
        [Put(("remarks",), [])],
        "id: a\nlifecycle:\n- event: opened\n  # more to come\nremarks: []\n# sources\nsources: {}\n",
    ),
    "a first key comes after the line that names the schema": (
        "# yaml-language-server: $schema=x\nname: B\n",
        [Put(("id",), "a")],
        "# yaml-language-server: $schema=x\nid: a\nname: B\n",
    ),
    "a group has blank lines around it where groups have them": (
        "id: a\n\nremarks:\n  - {source: x}\n\nsources: {}\n",
        [Put(("deviations",), [{"on": "2026-01-01", "reason": {**NOTE}}])],
        (
            'id: a\n\ndeviations:\n  - on: "2026-01-01"\n    reason: {sv: Stängt., en: Closed.}\n\n'
            "remarks:\n  - {source: x}\n\nsources: {}\n"
        ),
    ),
    "a key on the line of a dash": (
        "lifecycle:\n-   on: '2020'\n    source: x\n",
        [Put(("lifecycle", 0, "event"), "opened")],
        "lifecycle:\n-   event: opened\n    on: '2020'\n    source: x\n",
    ),
    "a key in braces": (
        "lifecycle:\n  - {event: opened, source: x}  # once\n",
        [Put(("lifecycle", 0, "on"), "2020")],
        'lifecycle:\n  - {event: opened, on: "2020", source: x}  # once\n',
    ),
    "braces that get too much are taken apart": (
        "lifecycle:\n  - {event: opened, source: x}  # once\n",
        [Put(("lifecycle", 0, "note"), NOTE)],
        "lifecycle:\n  -  # once\n    event: opened\n    note: {sv: Stängt., en: Closed.}\n    source: x\n",
    ),
    "braces over several lines stay": (
        "lifecycle:\n- {\n    event: opened,  # once\n    source: x\n  }\n",
        [Put(("lifecycle", 0, "on"), "2020")],
        'lifecycle:\n- {\n    event: opened,  # once\n    on: "2020",\n    source: x\n  }\n',
    ),
    "missing mappings are made": (
        "id: a\n",
        [Put(("contact", "phone"), "+46771")],
        'id: a\ncontact: {phone: "+46771"}\n',
    ),
    "an item as the others are indented": (
        "remarks:\n    -   on: '2020'\n        text: x\n    # the end\n",
        [Insert(("remarks", 1), {"on": "2021", "text": {**NOTE}})],
        (
            "remarks:\n    -   on: '2020'\n        text: x\n    -   on: '2021'\n"
            "        text: {sv: Stängt., en: Closed.}\n    # the end\n"
        ),
    ),
    "an item before the first": (
        "remarks:\n# whose\n- a\n",
        [Insert(("remarks", 0), "b")],
        "remarks:\n- b\n# whose\n- a\n",
    ),
    "an item in brackets": ("remarks: [a, c]\n", [Insert(("remarks", 1), "b")], "remarks: [a, b, c]\n"),
    "an item in brackets over several lines": (
        "remarks: [\n  a,\n  b  # last\n]\n",
        [Insert(("remarks", 2), "c")],
        "remarks: [\n  a,\n  b,  # last\n  c\n]\n",
    ),
    "the first item of a list": ("remarks: []  # none\n", [Insert(("remarks", 0), "a")], "remarks: [a]  # none\n"),
    "a deleted key takes its own comments along, and no others": (
        "id: a\n\n# apart\n\n# whose name\nname: B  # sic\n# whose town\ntown: A\n",
        [Delete(("name",))],
        "id: a\n\n# apart\n\n# whose town\ntown: A\n",
    ),
    "a deleted first key leaves the schema's line": (
        "# yaml-language-server: $schema=x\nid: a\nname: B\n",
        [Delete(("id",))],
        "# yaml-language-server: $schema=x\nname: B\n",
    ),
    "a deleted item takes along what is indented below it": (
        "remarks:\n  # one\n  - source: x\n    # of one\n  # two\n  - source: y\n",
        [Delete(("remarks", 0))],
        "remarks:\n  # two\n  - source: y\n",
    ),
    "a list that is left empty": (
        "remarks:  # all\n  # one\n  - source: x\n  # the end\nsources: {}\n",
        [Delete(("remarks", 0))],
        "remarks: []  # all\n  # the end\nsources: {}\n",
    ),
    "a key deleted on the line of a dash": (
        "lifecycle:\n- event: opened\n  # when\n  on: '2020'\n",
        [Delete(("lifecycle", 0, "event"))],
        "lifecycle:\n-\n  # when\n  on: '2020'\n",
    ),
    "a key deleted in braces": (
        "contact: {phone: a, email: b}\n",
        [Delete(("contact", "phone"))],
        "contact: {email: b}\n",
    ),
    "the last key deleted in braces": ("contact: {phone: a}\n", [Delete(("contact", "phone"))], "contact: {}\n"),
    "an item deleted in brackets over several lines": (
        "remarks: [\n  a,  # one\n  # of two\n  b,  # two\n  c\n]\n",
        [Delete(("remarks", 1))],
        "remarks: [\n  a,  # one\n  c\n]\n",
    ),
    "of a list put in the place of another only what differs is written": (
        "remarks:\n- a  # one\n- b  # two\n- c  # three\n",
        [Put(("remarks",), ["a", "x", "c", "d"])],
        "remarks:\n- a  # one\n- x  # two\n- c  # three\n- d\n",
    ),
    "what is after a literal text stays after it": (
        "name: |+\n  one\n\n\ntown: A\n",
        [Put(("municipality",), "0180")],
        'name: |+\n  one\n\n\nmunicipality: "0180"\ntown: A\n',
    ),
    "items that blank lines part": (
        "remarks:\n  - a\n\n  - b\nsources: {}\n",
        [Insert(("remarks", 2), "c"), Delete(("remarks", 0))],
        "remarks:\n  - b\n\n  - c\nsources: {}\n",
    ),
    "an empty document gets lines": ("# none\n{}  # yet\n", [Put(("id",), "a")], "# none\n# yet\nid: a\n"),
}
