"""Random documents and random edits of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

from sscctl.domain.finding import Pointer
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Delete, Edit, Insert, Put
from sscctl.editing.key_order import ORDER, Shape

SENTENCE = "kontoret Storgatan öppnade från beslut enligt källan den 3:e uppgift saknas i Malmö (nytt) – 10 % av alla"
WORDS = SENTENCE.split()
ODD = [
    *("no", "0114", "10:00", "2023-10-02", "a: b", "a #b", "#", "- a", "{b}", "[c", "", " ", "null", "it's", '"', "~"),
    *("å", "slut\\", "a, b", "?", "!x", "&a", "*a", "%", "@", "|", ">", "rad ett\nrad två", "rad\n", "!", "'", "ok:"),
]


def text(random: Random) -> str:
    """A text: an odd one, a word, or a sentence that may be too long for its line."""
    if random.random() < 0.3:
        return random.choice(ODD)
    return " ".join(random.choices(WORDS, k=random.choice([1, 2, 3, 8, 30])))


def scalar(random: Random) -> Value:
    """A text, mostly."""
    return random.choice([text(random), text(random), text(random), 7, -3.25, True, False, None])


def value(random: Random, shape: Shape, depth: int = 0) -> Value:
    """A value of any make, with keys that the shape knows, and some that it does not."""
    choice = random.random()
    if depth > 3 or choice < 0.4 + depth * 0.1:
        return scalar(random)
    if choice < 0.7:
        return mapping(random, shape, depth)
    return [value(random, shape, depth + 1) for _ in range(random.choice([0, 1, 2, 3]))]


def mapping(random: Random, shape: Shape, depth: int = 0) -> dict[str, Value]:
    """A mapping with some keys of a shape, in its order, and now and then others."""
    known = [key for key in shape.keys or ("alpha", "beta", "gamma") if random.random() < (0.5 if depth else 0.6)]
    keys = known[:6] + random.choice([[], [], [], ["zebra"], ["on", "a b"]])
    return {key: value(random, shape.under(key), depth + 1) for key in keys}


def document(random: Random) -> Mapping[str, Value]:
    """An office with values of every make."""
    return mapping(random, ORDER["office"])


def places(tree: Value, at: Pointer = ()) -> Iterator[tuple[Pointer, Value]]:
    """Yield every value of a tree with its pointer."""
    yield at, tree
    if isinstance(tree, Mapping):
        for key, below in tree.items():
            yield from places(below, (*at, key))
    elif isinstance(tree, list):
        for number, below in enumerate(tree):
            yield from places(below, (*at, number))


def edit(random: Random, tree: Value) -> Edit:
    """An edit that can be applied to a tree."""
    pointer, there = random.choice([*places(tree)])
    shape = ORDER["office"]
    for step in pointer:
        shape = shape.under(step) if isinstance(step, str) else shape
    choice = random.random()
    if isinstance(there, list) and choice < 0.6:
        return Insert((*pointer, random.randint(0, len(there))), value(random, shape, 2))
    if isinstance(there, Mapping) and choice < 0.6:
        key = random.choice([*shape.keys, "new key", "on"])
        further = random.choice([(), (), ("deep",), ("deep", "down")])
        if not isinstance(there.get(key, {}), Mapping):
            further = ()
        return Put((*pointer, key, *further), value(random, shape.under(key), 2))
    if pointer and choice < 0.8:
        return Delete(pointer)
    if not pointer:
        return Put(("town",), text(random))
    return Put(pointer, value(random, shape, 2))
