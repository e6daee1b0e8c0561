"""Turn the bytes of a foreign Word or Excel file into its parts: the only door for zip files that strangers made.

The container is read here and not by ``zipfile``: overlapping entries (CVE-2024-0450), names cut at NUL and sizes that
lie depend on the interpreter's patch level there. Nothing is parsed before its size is known to be bounded.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal
from xml.parsers import expat

from vanban.domain.finding import visible
from vanban.errors import (
    DamagedPackage,
    LinkedPackage,
    MacroPackage,
    OversizedPackage,
    ProtectedPackage,
    UnsafePackage,
    WrongFileKind,
)

PackageKind = Literal["docx", "xlsx"]

LARGEST_FILE = 50 * 2**20
LARGEST_PART = 48 * 2**20
LARGEST_TOTAL = 160 * 2**20
MOST_PARTS = 2_000
HIGHEST_RATIO = 300
_RATIO_COUNTS_FROM = 2**20

_LARGEST_INDEX = 4 * 2**20

_WANTED = {"docx": "tệp Word (.docx)", "xlsx": "sổ Excel (.xlsx)"}
_SAVE_AS = {
    "docx": "Word rồi chọn Lưu thành (Save As) kiểu “Word Document (*.docx)”",
    "xlsx": "Excel rồi chọn Lưu thành (Save As) kiểu “Excel Workbook (*.xlsx)”",
}
_WORD_TEMPLATE = "mẫu Word (.dotx)"
_MAIN_TYPES = {
    "wordprocessingml.document.main+xml": "docx",
    "spreadsheetml.sheet.main+xml": "xlsx",
    "wordprocessingml.template.main+xml": _WORD_TEMPLATE,
    "spreadsheetml.template.main+xml": "mẫu Excel (.xltx)",
    "ms-excel.sheet.binary": "sổ Excel nhị phân (.xlsb)",
    "presentationml.": "tệp trình chiếu PowerPoint",
}
_OPEN_DOCUMENT = {
    b"opendocument.text": "tệp văn bản LibreOffice (.odt)",
    b"opendocument.spreadsheet": "bảng tính LibreOffice (.ods)",
    b"opendocument.": "tệp LibreOffice (OpenDocument)",
}
_SIGNATURES = {
    b"%PDF-": "tệp PDF",
    b"{\\rtf": "tệp RTF",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7-Zip",
    b"\x89PNG": "tệp ảnh",
    b"\xff\xd8\xff": "tệp ảnh",
}
_MACRO_TYPES = ("macroEnabled", "vbaProject", "ms-excel.macrosheet", "ms-excel.intlmacrosheet", "ms-office.activeX")
_MACRO_PARTS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml)$|/(macrosheets|activeX)/", re.IGNORECASE)
_MACRO_RELATIONS = frozenset(
    {"vbaProject", "wordVbaData", "xlMacrosheet", "xlIntlMacrosheet", "control", "activeXControlBinary"}
)
_STRICT_DOCUMENT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_EBCDIC_XML = b"\x4c\x6f\xa7\x94"
_XML_NAMES = (".xml", ".rels", ".vml")
_XML_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii"})
_DECLARED_ENCODING = re.compile(r"\ufeff?\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
_LOCAL_TEMPLATE = re.compile(r"(file:///)?[A-Za-z]:[\\/][^\\/].*|[^\\/:]+", re.DOTALL)


@dataclass(frozen=True)
class _Entry:
    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def open_package(
    data: bytes, *, name: str, kind: PackageKind, for_reading: bool = False, passing: Collection[str] = ()
) -> dict[str, bytes]:
    """The parts of the Word or Excel file ``data``, by part name, in the order stored.

    ``name`` is the file's name as messages show it. Raises a :class:`vanban.errors.PackageError` for whatever is not a
    plain, bounded package of the ``kind``: damaged or oversized, of another kind, password protected, with unsafe names
    or XML, with macros, or linked to other files (hyperlinks may stay). What is opened ``for_reading`` alone may be a
    Word template too, and may name a template on any machine: that is never followed. Relations of the kinds
    ``passing`` may lead outside: whoever lets them in takes them out.
    """
    shown = visible(name)
    _require_zip(data, shown, kind)
    if len(data) > LARGEST_FILE:
        raise OversizedPackage(name=shown, detail=f"nặng {len(data) // 2**20} MB, hơn mức {LARGEST_FILE // 2**20} MB")
    entries = _directory(data, shown)
    _require_safe_names(entries, shown)
    _require_bounded(entries, shown)
    parts = _inflate(data, entries, shown)
    for mark, real in _OPEN_DOCUMENT.items():
        if mark in parts.get("mimetype", b""):
            raise _wrong_kind(real, shown, kind)
    _require_safe_xml(parts, shown)
    _require_kind(parts, shown, kind, for_reading)
    _require_no_macros_and_links(parts, shown, for_reading, passing)
    return parts


# What the file really is


def _require_zip(data: bytes, name: str, kind: PackageKind) -> None:
    if data.startswith(b"PK\x03\x04"):
        return
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ProtectedPackage(name=name)
        raise _wrong_kind(_old_office(data), name, kind)
    raise _wrong_kind(_other_file(data), name, kind)


def _wrong_kind(real: str, name: str, kind: PackageKind) -> WrongFileKind:
    return WrongFileKind(name=name, wanted=_WANTED[kind], real=real, save_as=_SAVE_AS[kind])


def _old_office(data: bytes) -> str:
    if "WordDocument".encode("utf-16-le") in data:
        return "tệp Word kiểu cũ (.doc)"
    if "Workbook".encode("utf-16-le") in data or b"B\0o\0o\0k\0\0\0" in data:
        return "sổ Excel kiểu cũ (.xls)"
    return "tệp Office kiểu cũ"


def _other_file(data: bytes) -> str:
    if not data:
        return "tệp rỗng"
    for signature, real in _SIGNATURES.items():
        if data.startswith(signature):
            return real
    head = data[:4096].replace(b"\0", b"").lower()
    if b"<html" in head or b"<!doctype html" in head or b"<table" in head:
        return "trang web (HTML)"
    if b"<?xml" in head:
        return "tệp XML"
    return "tệp văn bản thô (CSV hoặc TXT)" if _is_text(data[:4096]) else "tệp lạ hoặc đã hỏng"


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 0x20 and byte not in b"\t\r\n\f" for byte in head)


# The zip container


def _directory(data: bytes, name: str) -> list[_Entry]:
    """The central directory, each entry held against its local header; no two entries share a byte."""
    try:
        count, size, start = _end_record(data)
        if count > MOST_PARTS:
            raise OversizedPackage(name=name, detail=f"chứa {count} phần, hơn mức {MOST_PARTS}")
        entries, position = [], start
        for _ in range(count):
            entry, position = _central_entry(data, position)
            entries.append(entry)
        if position != start + size:
            raise DamagedPackage(name=name)
        _require_apart(data, entries, start, name)
    except (struct.error, UnicodeDecodeError, LookupError) as damage:
        raise DamagedPackage(name=name) from damage
    return entries


def _end_record(data: bytes) -> tuple[int, int, int]:
    """How many entries, the directory's size and where it starts."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if end < 0:
        raise LookupError
    _, _, _, count, size, start, comment = struct.unpack_from("<4H2LH", data, end + 4)
    if end + 22 + comment != len(data):
        raise LookupError
    if count == 0xFFFF or size == 0xFFFFFFFF or start == 0xFFFFFFFF:
        signature, _, large = struct.unpack_from("<4sLQ", data, end - 20)
        if signature != b"PK\x06\x07" or data[large : large + 4] != b"PK\x06\x06":
            raise LookupError
        count, size, start = struct.unpack_from("<3Q", data, large + 32)
    return count, size, start


def _central_entry(data: bytes, position: int) -> tuple[_Entry, int]:
    fields = struct.unpack_from("<4s6H3L5H2L", data, position)
    if fields[0] != b"PK\x01\x02":
        raise LookupError
    flags, method, crc, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
    name_length, extra_length, comment_length, offset = fields[10], fields[11], fields[12], fields[16]
    names = position + 46
    raw = data[names : names + name_length]
    extra = data[names + name_length : names + name_length + extra_length]
    size, packed, offset = _wide(extra, size, packed, offset)
    entry = _Entry(raw.decode("utf-8" if flags & 0x800 else "cp437"), flags, method, crc, packed, size, offset)
    return entry, names + name_length + extra_length + comment_length


def _wide(extra: bytes, *values: int) -> tuple[int, ...]:
    """The ``values`` with those that say "see the zip64 field" taken from there."""
    position = 0
    while 0xFFFFFFFF in values and position + 4 <= len(extra):
        tag, length = struct.unpack_from("<2H", extra, position)
        if tag == 1:
            wide = iter(struct.unpack_from(f"<{length // 8}Q", extra, position + 4))
            return tuple(next(wide, value) if value == 0xFFFFFFFF else value for value in values)
        position += 4 + length
    return values


def _require_apart(data: bytes, entries: list[_Entry], directory: int, name: str) -> None:
    reached = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        start = _data_start(data, entry)
        if entry.offset < reached:
            raise UnsafePackage(name=name, detail=f"hai phần đè lên nhau ở “{visible(entry.name)}”")
        reached = start + entry.packed
    if reached > directory:
        raise DamagedPackage(name=name)


def _data_start(data: bytes, entry: _Entry) -> int:
    """Where the entry's bytes start; its local header must tell the same name and method."""
    fields = struct.unpack_from("<4s5H3L2H", data, entry.offset)
    name_length, extra_length = int(fields[9]), int(fields[10])
    names = entry.offset + 30
    local = data[names : names + name_length].decode("utf-8" if fields[2] & 0x800 else "cp437")
    if fields[0] != b"PK\x03\x04" or local != entry.name or fields[3] != entry.method:
        raise LookupError
    return names + name_length + extra_length


def _require_safe_names(entries: list[_Entry], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        if fault := _name_fault(entry.name, seen):
            raise UnsafePackage(name=name, detail=f"{fault} “{visible(entry.name)}”")
        seen.add(entry.name.casefold())


def _name_fault(part: str, seen: set[str]) -> str | None:
    if part.casefold() in seen:
        return "có hai phần cùng tên"
    pieces = part.removesuffix("/").split("/")
    if "\\" in part or ":" in part or any(ord(character) < 0x20 for character in part):
        return "có phần mang ký tự cấm trong tên"
    if any(piece in ("", ".", "..") for piece in pieces):
        return "có phần mang đường dẫn trỏ ra ngoài tệp"
    return None


def _require_bounded(entries: list[_Entry], name: str) -> None:
    for entry in entries:
        if entry.flags & 0x2041:
            raise ProtectedPackage(name=name)
        if entry.method not in (0, 8):
            raise UnsafePackage(
                name=name, detail=f"dùng kiểu nén lạ (số {entry.method}) ở phần “{visible(entry.name)}”"
            )
        if entry.size > LARGEST_PART or (entry.size > _RATIO_COUNTS_FROM and entry.size > HIGHEST_RATIO * entry.packed):
            raise OversizedPackage(
                name=name, detail=f"có phần “{visible(entry.name)}” bung ra tới {entry.size // 2**20} MB"
            )
    total = sum(entry.size for entry in entries)
    if total > LARGEST_TOTAL:
        raise OversizedPackage(
            name=name, detail=f"bung ra tới {total // 2**20} MB, hơn mức {LARGEST_TOTAL // 2**20} MB"
        )


def _inflate(data: bytes, entries: list[_Entry], name: str) -> dict[str, bytes]:
    parts = {}
    for entry in entries:
        start = _data_start(data, entry)
        packed = data[start : start + entry.packed]
        try:
            content = packed if entry.method == 0 else zlib.decompressobj(-15).decompress(packed, entry.size + 1)
        except zlib.error as damage:
            raise DamagedPackage(name=name) from damage
        if len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise DamagedPackage(name=name)
        if not entry.name.endswith("/"):
            parts[entry.name] = content
    return parts


# What the package holds


def _require_kind(parts: dict[str, bytes], name: str, kind: PackageKind, for_reading: bool) -> None:
    types = " ".join(entry.get("ContentType", "") for entry in _elements(parts.get("[Content_Types].xml"), name))
    if any(macro in types for macro in _MACRO_TYPES):
        raise MacroPackage(name=name)
    real = next((real for mark, real in _MAIN_TYPES.items() if mark in types), "tệp nén (.zip)")
    if real != kind and not (for_reading and kind == "docx" and real == _WORD_TEMPLATE):
        raise _wrong_kind(_WANTED.get(real, real), name, kind)
    if any(entry.get("Type") == _STRICT_DOCUMENT for entry in _elements(parts.get("_rels/.rels"), name)):
        raise _wrong_kind("tệp kiểu “Strict Open XML”", name, kind)


def _require_safe_xml(parts: dict[str, bytes], name: str) -> None:
    for part, content in parts.items():
        # One byte per ASCII character, whichever UTF the part is in.
        head = content[:256].lstrip(b"\xef\xbb\xbf\xff\xfe\0\t\r\n ").replace(b"\0", b"")
        is_xml = part.lower().endswith(_XML_NAMES) or head.startswith((b"<?xml", _EBCDIC_XML))
        plain = content.replace(b"\0", b"") if is_xml or head.startswith(b"<") else b""
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise UnsafePackage(name=name, detail=f"có khai báo không an toàn trong phần “{visible(part)}”")
        if is_xml and not _is_utf(content):
            raise UnsafePackage(name=name, detail=f"dùng cách mã hóa chữ lạ trong phần “{visible(part)}”")


def _is_utf(content: bytes) -> bool:
    """Whether XML is plainly UTF-8 or UTF-16, so that a scan of its bytes sees what a parser sees."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"))
    big = content.startswith((b"\xfe", b"\0"))
    try:
        text = content.decode(("utf-16-be" if big else "utf-16-le") if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return False
    declared = _DECLARED_ENCODING.match(text, 0, 400)
    return "\0" not in text and (declared is None or declared[1].lower() in _XML_ENCODINGS)


def _require_no_macros_and_links(
    parts: dict[str, bytes], name: str, for_reading: bool, passing: Collection[str]
) -> None:
    for part, content in parts.items():
        if _MACRO_PARTS.search(part):
            raise MacroPackage(name=name)
        if part.lower().endswith(".rels"):
            for relation in _elements(content, name):
                kind = relation.get("Type", "").rpartition("/")[2]
                if kind not in passing and not (for_reading and is_attached_template(relation.get("Type", ""))):
                    _require_harmless(relation, name)


def is_attached_template(relation: str) -> bool:
    """Whether a relation's type names the template that a document was made from."""
    return relation.rpartition("/")[2] == "attachedTemplate"


def _require_harmless(relation: dict[str, str], name: str) -> None:
    kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
    if kind in _MACRO_RELATIONS:
        raise MacroPackage(name=name)
    if relation.get("TargetMode", "").strip().lower() != "external" or kind == "hyperlink":
        return
    # The path, on the author's own disk, of the template a document was made from: very common, and never opened here.
    if kind != "attachedTemplate" or not _LOCAL_TEMPLATE.fullmatch(target):
        raise LinkedPackage(name=name, kind=visible(kind), target=visible(target))


def _elements(content: bytes | None, name: str) -> list[dict[str, str]]:
    """The attributes of every element of a small XML part, already known to have no DTD."""
    found: list[dict[str, str]] = []
    if content is None:
        return found
    if len(content) > _LARGEST_INDEX:
        raise OversizedPackage(name=name, detail=f"có phần mục lục nặng {len(content) // 2**20} MB")
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _, attributes: found.append(attributes)
    try:
        parser.Parse(content, True)
    except expat.ExpatError as damage:
        raise DamagedPackage(name=name) from damage
    return found
