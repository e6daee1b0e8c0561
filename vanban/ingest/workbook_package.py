"""Turn an Excel file into its parts and back, so that a few of them can be changed and all others stay as they are."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import Final

from lxml import etree

from vanban.domain.finding import visible
from vanban.errors import DamagedPackage
from vanban.gate import open_package

Element = etree._Element

PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_NO_RELATIONS: Final = f'<Relationships xmlns="{PACKAGE_RELATIONS}"/>'
_MADE: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class PackageRelation:
    """What a part refers to: the last word of the relation's type, and the part."""

    identity: str
    kind: str
    part: str


class WorkbookPackage:
    """The parts of one Excel file. What is not touched keeps its bytes, its place and its moment in the package."""

    def __init__(self, data: bytes, file: str) -> None:
        """Raises :class:`vanban.errors.PackageError` for a file that must not be or cannot be opened."""
        self.file = visible(file)
        self._stored = open_package(data, name=file, kind="xlsx")
        try:
            self._entries = {entry.filename: entry for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}
        except zipfile.BadZipFile as damage:
            raise DamagedPackage(name=self.file) from damage
        self._names = {name.lower(): name for name in self._stored}
        self.parts = dict(self._stored)

    def has(self, part: str) -> bool:
        """Whether the package has the part; names differ not by case (ISO/IEC 29500-2, 6.2.2.3)."""
        return part.lower() in self._names

    def part(self, part: str) -> bytes:
        """The bytes of a part. Raises ``DamagedPackage`` where another part promises one that is not there."""
        try:
            return self.parts[self._names[part.lower()]]
        except KeyError as missing:
            raise DamagedPackage(name=self.file) from missing

    def put(self, part: str, content: bytes) -> None:
        """Give a part other bytes, or add it at the end."""
        name = self._names.setdefault(part.lower(), part)
        self.parts[name] = content

    def drop(self, part: str) -> None:
        """Take a part out."""
        del self.parts[self._names.pop(part.lower())]

    def tree(self, part: str) -> Element:
        """The root of an XML part. Raises ``DamagedPackage``."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
        try:
            return etree.fromstring(self.part(part), parser)
        except etree.XMLSyntaxError as damage:
            raise DamagedPackage(name=self.file) from damage

    def put_tree(self, part: str, root: Element) -> None:
        """Write a root back into its part."""
        self.put(part, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

    def relations(self, owner: str) -> tuple[PackageRelation, ...]:
        """What ``owner`` refers to inside the package; ``""`` is the package itself."""
        if not self.has(_relations_of(owner)):
            return ()
        folder = posixpath.dirname(owner)
        return tuple(
            PackageRelation(
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in self.tree(_relations_of(owner))
            if isinstance(one.tag, str) and one.get("TargetMode", "Internal") == "Internal"
        )

    def relate(self, owner: str, kind: str, part: str) -> str:
        """A new relation from ``owner`` to ``part`` of the office's ``kind``; its id."""
        name = _relations_of(owner)
        space = f"{{{PACKAGE_RELATIONS}}}"
        root = self.tree(name) if self.has(name) else etree.fromstring(_NO_RELATIONS)
        taken = {one.get("Id") for one in root}
        identity = next(made for number in range(1, len(taken) + 2) if (made := f"rId{number}") not in taken)
        target = posixpath.relpath("/" + part, "/" + posixpath.dirname(owner))
        etree.SubElement(root, f"{space}Relationship", Id=identity, Type=f"{_OFFICE}/{kind}", Target=target)
        self.put_tree(name, root)
        return identity

    def part_from(self, owner: str, identity: str) -> str | None:
        """The part to which ``owner`` refers by that id."""
        return next((one.part for one in self.relations(owner) if one.identity == identity), None)

    def unrelate(self, owner: str, part: str) -> None:
        """Take away every relation from ``owner`` to ``part``, and the list of them where it was the last."""
        gone = {one.identity for one in self.relations(owner) if one.part.lower() == part.lower()}
        root = self.tree(_relations_of(owner))
        for one in list(root):
            if one.get("Id") in gone:
                root.remove(one)
        if len(root):
            self.put_tree(_relations_of(owner), root)
        else:
            self.drop(_relations_of(owner))

    def declare(self, part: str, content_type: str) -> None:
        """Say of what type a part is. A file ending (``"vml"``) is declared for all of its parts, once."""
        root = self.tree(_CONTENT_TYPES)
        if "/" in part:
            etree.SubElement(root, f"{_TYPES}Override", PartName=f"/{part}", ContentType=content_type)
        elif part.lower() not in {one.get("Extension", "").lower() for one in root.iter(f"{_TYPES}Default")}:
            made = etree.Element(f"{_TYPES}Default", Extension=part, ContentType=content_type)
            root.insert(len(list(root.iter(f"{_TYPES}Default"))), made)
        self.put_tree(_CONTENT_TYPES, root)

    def undeclare(self, part: str) -> None:
        """Take away what was said of the type of a part that is gone."""
        root = self.tree(_CONTENT_TYPES)
        for one in list(root.iter(f"{_TYPES}Override")):
            if one.get("PartName", "").lower() == f"/{part}".lower():
                root.remove(one)
        self.put_tree(_CONTENT_TYPES, root)

    def free(self, pattern: str) -> str:
        """The first of ``xl/comments1.xml``, ``xl/comments2.xml`` … that no part is called."""
        return next(made for number in range(1, len(self._names) + 2) if not self.has(made := pattern.format(number)))

    def to_bytes(self) -> bytes:
        """The package: its parts in the order in which they were stored, then the new ones."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name, content in self.parts.items():
                stored = self._entries.get(name)
                entry = zipfile.ZipInfo(name, stored.date_time if stored else _MADE)
                entry.compress_type = stored.compress_type if stored else zipfile.ZIP_DEFLATED
                entry.create_system, entry.external_attr = 0, stored.external_attr if stored else 0
                package.writestr(entry, content)
        return out.getvalue()


def _relations_of(owner: str) -> str:
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")
