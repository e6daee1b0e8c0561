"""Which part of a package refers to which (ISO/IEC 29500-2, 9.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from vanban.errors import DamagedPackage
from vanban.ooxml.names import PACKAGE_RELATIONS
from vanban.ooxml.tree import tree


def relations_part(part: str) -> str:
    """The name of the part that holds the relations of ``part``; of the package itself for an empty name."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def related(parts: Mapping[str, bytes], part: str, kind: str, name: str) -> dict[str, str]:
    """The parts that ``part`` refers to by relations whose type ends in ``kind``, by relation id."""
    relations = parts.get(relations_part(part))
    if relations is None:
        return {}
    folder = posixpath.dirname(part)
    found: dict[str, str] = {}
    for relation in tree(relations, name).iter(PACKAGE_RELATIONS + "Relationship"):
        target = relation.get("Target") or ""
        if (relation.get("Type") or "").endswith("/" + kind) and relation.get("TargetMode") != "External":
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id") or ""] = path
    return found


def main_part(parts: Mapping[str, bytes], name: str) -> str:
    """The name of the part that holds the text. Raises :class:`vanban.errors.DamagedPackage`."""
    for target in related(parts, "", "officeDocument", name).values():
        if target in parts:
            return target
    raise DamagedPackage(name=name)
