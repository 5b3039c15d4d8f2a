"""Everything that can happen to a registry's files, by name: for tests that hold two ways of reading to one answer."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.reading.clone import Clone


def remove(clone: Clone, path: str) -> Path:
    place = clone.top / path
    place.unlink()
    return place


def pipe(clone: Clone, path: str) -> Path:
    place = remove(clone, path)
    os.mkfifo(place)
    return place


def stage(clone: Clone, path: str, text: str) -> Path:
    place = clone.write(path, text)
    clone.git("add", "-f", path)
    return place


def link(clone: Clone, path: str, target: str) -> Path:
    place = clone.top / path
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)
    return place


def replace_folder_by_link(clone: Clone) -> None:
    folder = clone.registry / "offices/stockholm"
    folder.rename(clone.top / "elsewhere")
    folder.symlink_to(clone.top / "elsewhere")


def replace_schemas_by_link(clone: Clone) -> None:
    (clone.top / "schemas").rename(clone.top / "elsewhere")
    (clone.top / "schemas").symlink_to(clone.top / "elsewhere")


def nest(clone: Clone) -> None:
    clone.git("init", "-q", "registry/offices/nest")
    clone.write("registry/offices/nest/a.yaml", "")


def submodule(clone: Clone) -> str:
    nest(clone)
    clone.git("-C", "registry/offices/nest", "commit", "-q", "--allow-empty", "-m", "x")
    return clone.git("-c", "advice.addEmbeddedRepo=false", "add", "registry/offices/nest")


def ignore(clone: Clone) -> None:
    clone.write(".gitignore", "new*\nsecret/\n")
    clone.write("registry/offices/new.yaml", "id: new\n")
    clone.write("registry/offices/secret/x.yaml", "id: x\n")
    clone.write(".git/info/exclude", "*.yaml\n")


CHANGES: dict[str, Callable[[Clone], object]] = {
    "nothing": lambda _: None,
    "a file's content": lambda clone: clone.write("registry/offices/arvika.yaml", "id: other\n"),
    "a file's content, staged": lambda clone: stage(clone, "registry/offices/arvika.yaml", "id: other\n"),
    "a file's content, staged and taken back": lambda clone: (
        stage(clone, "registry/offices/arvika.yaml", "id: other\n"),
        clone.write("registry/offices/arvika.yaml", "id: arvika\n"),
    ),
    "a file's time only": lambda clone: os.utime(clone.registry / "offices/arvika.yaml", (1, 1)),
    "a file's permission only": lambda clone: (clone.registry / "offices/arvika.yaml").chmod(0o755),
    "a new file": lambda clone: clone.write("registry/offices/new.yaml", "id: new\n"),
    "a new file, staged": lambda clone: stage(clone, "registry/offices/new.yaml", "id: new\n"),
    "a new file in a new folder": lambda clone: clone.write("registry/offices/new/a.yaml", "id: a\n"),
    "a file gone": lambda clone: remove(clone, "registry/offices/arvika.yaml"),
    "a file gone from the index only": lambda clone: clone.git("rm", "-q", "--cached", "registry/offices/arvika.yaml"),
    "a file moved": lambda clone: clone.git("mv", "registry/offices/arvika.yaml", "registry/offices/eda.yaml"),
    "a schema": lambda clone: clone.write("schemas/office.schema.json", "{ }\n"),
    "a new schema": lambda clone: clone.write("schemas/agency.schema.json", "{}\n"),
    "a lawless schema": lambda clone: clone.write("schemas/Agency.json", "{}\n"),
    "all schemas gone": lambda clone: remove(clone, "schemas/office.schema.json"),
    "the schemas' folder a link": replace_schemas_by_link,
    "a README": lambda clone: clone.write("registry/README.md", "Other\n"),
    "a file outside": lambda clone: clone.write("README.md", "Other\n"),
    "a name with å": lambda clone: clone.write("registry/offices/åmål.yaml", ""),
    "a name that is not UTF-8": lambda clone: clone.write(os.fsdecode(b"registry/offices/\xff.yaml"), ""),
    "a name with a line end": lambda clone: clone.write("registry/offices/a\nb.yaml", ""),
    "the other ending": lambda clone: clone.write("registry/offices/arvika.yml", ""),
    "a document where none belong": lambda clone: clone.write("registry/office/arvika.yaml", ""),
    "a file too large": lambda clone: clone.write("registry/offices/arvika.yaml", "#" * 300_000),
    "a table of a megabyte": lambda clone: clone.write("registry/reference/counties.csv", "#" * 1_000_000),
    "a link for a file": lambda clone: link(clone, "registry/offices/arvika.yaml", "stockholm/kista.yaml"),
    "a new link": lambda clone: link(clone, "registry/offices/x.yaml", "/etc/passwd"),
    "a new link to a folder": lambda clone: link(clone, "registry/offices/etc", "/etc"),
    "a link that leads nowhere": lambda clone: link(clone, "registry/offices/x.yaml", "nowhere"),
    "a link to a README": lambda clone: link(clone, "registry/offices/README.md", "../README.md"),
    "an editor's lock": lambda clone: link(clone, "registry/offices/.#arvika.yaml", "somebody@host.1"),
    "a folder replaced by a link": replace_folder_by_link,
    "a pipe for a file": lambda clone: pipe(clone, "registry/offices/arvika.yaml"),
    "a folder for a file": lambda clone: (
        remove(clone, "registry/offices/arvika.yaml"),
        clone.write("registry/offices/arvika.yaml/x.yaml", ""),
    ),
    "a hard link": lambda clone: os.link(clone.registry / "offices/arvika.yaml", clone.registry / "offices/eda.yaml"),
    "a folder of schemas in the registry": lambda clone: clone.write("registry/schemas/x.json", ""),
    "too many folders": lambda clone: clone.write("registry/offices/1/2/3/4/5/6/7/8/9/x.yaml", ""),
    "a repository inside": nest,
    "a submodule": submodule,
    "ignored files": ignore,
    "everything gone but one": lambda clone: clone.git("rm", "-rq", "registry/offices", "registry/agencies"),
    "a commit": lambda clone: (clone.write("registry/offices/arvika.yaml", "id: other\n"), clone.commit()),
    "a commit that adds a link": lambda clone: (link(clone, "registry/offices/x.yaml", "/etc/passwd"), clone.commit()),
    "a commit that replaces a file by a link": lambda clone: (
        link(clone, "registry/offices/arvika.yaml", "/etc/passwd"),
        clone.commit(),
    ),
    "a commit of a submodule": lambda clone: (submodule(clone), clone.commit()),
    "a commit of lawless names": lambda clone: (clone.write("registry/offices/Åmål.yaml", ""), clone.commit()),
    "a commit of a file too large": lambda clone: (
        clone.write("registry/offices/a.yaml", "#" * 300_000),
        clone.commit(),
    ),
    "a commit without schemas": lambda clone: (remove(clone, "schemas/office.schema.json"), clone.commit()),
    "a commit, and the file changed again": lambda clone: (
        clone.write("registry/offices/arvika.yaml", "id: other\n"),
        clone.commit(),
        clone.write("registry/offices/arvika.yaml", "id: third\n"),
    ),
    "a commit, and the file as it was": lambda clone: (
        clone.write("registry/offices/arvika.yaml", "id: other\n"),
        clone.commit(),
        clone.write("registry/offices/arvika.yaml", "id: arvika\n"),
    ),
}
