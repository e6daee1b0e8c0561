"""Zip files byte by byte, so that every field can lie."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

CONTENT_TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}


@dataclass
class Entry:
    """One file in a zip; what is ``None`` is written as it truly is."""

    name: str
    content: bytes = b""
    method: int = 8
    flags: int = 0x800
    local_name: str | None = None
    size: int | None = None
    packed: int | None = None
    crc: int | None = None
    offset: int | None = None
    extra: bytes = b""

    def data(self) -> bytes:
        if self.method != 8:
            return self.content
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        return deflate.compress(self.content) + deflate.flush()


def zip_of(entries: list[Entry], *, count: int | None = None, tail: bytes = b"") -> bytes:
    """The bytes of a zip with these entries; ``count`` lies about how many there are."""
    body, directory = bytearray(), bytearray()
    for entry in entries:
        name, data = entry.name.encode(), entry.data()
        local = (entry.local_name or entry.name).encode()
        crc = zlib.crc32(entry.content) if entry.crc is None else entry.crc
        size = len(entry.content) if entry.size is None else entry.size
        packed = len(data) if entry.packed is None else entry.packed
        offset = len(body) if entry.offset is None else entry.offset
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, entry.flags, entry.method, 0, 33, crc, packed, size,
            len(name), len(entry.extra), 0, 0, 0, 0, offset,
        )  # fmt: skip
        directory += name + entry.extra
        if entry.offset is None:
            body += struct.pack(
                "<4s5H3L2H", b"PK\x03\x04", 20, entry.flags, entry.method, 0, 33, crc, packed, size, len(local), 0
            )
            body += local + data
    number = len(entries) if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, number, number, len(directory), len(body), len(tail))
    return bytes(body + directory + end + tail)


def content_types(main: str = MAIN_TYPES["docx"], more: str = "") -> Entry:
    """The list of content types with one main part."""
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    text = f'<Types xmlns="{namespace}"><Override PartName="/word/document.xml" ContentType="{main}"/>{more}</Types>'
    return Entry(CONTENT_TYPES, text.encode())


def relations(*items: tuple[str, str, str]) -> bytes:
    """A relationships part of (kind, target, mode)."""
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target, mode) in enumerate(items)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'.encode()


def package(*more: Entry, kind: str = "docx") -> list[Entry]:
    """The entries of a small good package, and then ``more``."""
    return [
        content_types(MAIN_TYPES[kind]),
        Entry("_rels/.rels", relations(("officeDocument", "word/document.xml", "Internal"))),
        Entry("word/document.xml", b"<document/>"),
        *more,
    ]
