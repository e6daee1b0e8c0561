"""Turn changed parts back into a Word file: same parts, same order, same bytes on every run."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from vanban.ooxml import OFFICE_RELATIONS, PACKAGE_RELATIONS, TRANSITIONAL, W, relations_part, tree

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES: Final = "[Content_Types].xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_ATTACHED_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*/attachedTemplate\"[^>]*/>")
_ATTACHED: Final = re.compile(rb"<w:attachedTemplate\b[^>]*/>")
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def xml(root: etree._Element) -> bytes:
    """The bytes of an XML part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def with_roots(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> dict[str, bytes]:
    """The parts with the changed trees in their places; a strict file becomes transitional as a whole."""
    changed = {name: _transitional(name, content) for name, content in without_template(parts).items()}
    for name, root in roots.items():
        if W + "conformance" in root.attrib:
            del root.attrib[W + "conformance"]
        changed[name] = xml(root)
    return changed


def without_template(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts as a plain document: no template on another machine, and no template itself."""
    kept = dict(parts)
    types = kept.get(_CONTENT_TYPES, b"")
    kept[_CONTENT_TYPES] = types.replace(b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")
    for name, content in parts.items():
        if name.endswith(".rels") and b"/attachedTemplate" in content:
            kept[name] = _ATTACHED_RELATION.sub(b"", content)
        elif name.endswith("settings.xml") and b"attachedTemplate" in content:
            kept[name] = _ATTACHED.sub(b"", content)
    return kept


def _transitional(name: str, content: bytes) -> bytes:
    if name.endswith((".xml", ".rels")) and b"http://purl.oclc.org/ooxml/" in content:
        for strict, transitional in TRANSITIONAL:
            content = content.replace(strict, transitional.strip("{}").encode())
    return content


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of ``parts``, content types first, without a time of day."""
    out = io.BytesIO()
    names = sorted(parts, key=lambda name: name != _CONTENT_TYPES)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, parts[name], compresslevel=6)
    return out.getvalue()


@dataclass(frozen=True)
class NewPart:
    """A part that is added to a Word file: its name, its kind (``comments``, ``header``), its bytes."""

    name: str
    kind: str
    content: bytes


def add_part(parts: dict[str, bytes], main: str, new: NewPart, file: str) -> str:
    """Add a part to which ``main`` refers; the id of its relation."""
    name, kind = new.name, new.kind
    parts[name] = new.content
    types = tree(parts[_CONTENT_TYPES], file)
    override = etree.SubElement(types, _TYPES + "Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", f"{_WORD}{kind}+xml")
    parts[_CONTENT_TYPES] = xml(types)
    folder = posixpath.dirname(main)
    relations = relations_part(main)
    root = tree(parts[relations], file) if relations in parts else etree.Element(PACKAGE_RELATIONS + "Relationships")
    taken = {relation.get("Id") for relation in root}
    identity = next(f"rIdVb{number}" for number in range(1, len(taken) + 2) if f"rIdVb{number}" not in taken)
    relation = etree.SubElement(root, PACKAGE_RELATIONS + "Relationship")
    relation.set("Id", identity)
    relation.set("Type", f"{OFFICE_RELATIONS}/{kind}")
    relation.set("Target", posixpath.relpath(name, folder or "."))
    parts[relations] = xml(root)
    return identity
