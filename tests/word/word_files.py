"""Make Word templates as Word and python-docx do, and look into Word files."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from vanban import gate

Rows = Sequence[Sequence[str]]


@cache
def _lean() -> bytes:
    """python-docx's empty document without what weighs ten times the rest: styles for tables, and all styles again
    with effects, which nobody asks for here and every step would read, judge and pack."""
    document = docx.Document()
    for relation in [one for one in document.part.rels.values() if one.reltype.endswith("/stylesWithEffects")]:
        document.part.drop_rel(relation.rId)
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)
    return saved(document)


def empty_document() -> Any:
    """An empty document of python-docx."""
    return docx.Document(io.BytesIO(_lean()))


def word_file(*blocks: str | Rows, header: str = "", footer: str = "", title: str = "", **extra: str) -> bytes:
    """A Word file of paragraphs (text) and tables (rows of texts).

    In a paragraph ``¦`` begins a new run. ``extra`` are parts to add, by the name of their relation (``footnotes``).
    """
    document = empty_document()
    for block in blocks:
        if isinstance(block, str):
            _write(document.add_paragraph(), block)
        else:
            add_table(document, block)
    section = document.sections[0]
    if header:
        _write(section.header.paragraphs[0], header)
    if footer:
        _write(section.footer.paragraphs[0], footer)
    document.core_properties.title = title
    return with_footnotes(saved(document), extra["footnotes"]) if "footnotes" in extra else saved(document)


def add_table(document: Any, rows: Rows) -> Any:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            _write(cell.paragraphs[0], text)
    return table


def _write(paragraph: Any, text: str) -> None:
    for run in text.split("¦"):
        paragraph.add_run(run)


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def built(build: Callable[[Any], None]) -> bytes:
    """What ``build`` makes of an empty python-docx document."""
    document = empty_document()
    build(document)
    return saved(document)


def with_body(xml: str) -> bytes:
    """A Word file whose body is the raw XML."""

    def build(document: Any) -> None:
        body = parse_xml(f"<w:body {nsdecls('w', 'wp', 'a', 'r')}>{xml}</w:body>")
        for at, element in enumerate(list(body)):
            document.element.body.insert(at, element)

    return built(build)


def with_footnotes(data: bytes, text: str) -> bytes:
    parts = parts_of(data)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = parts["[Content_Types].xml"].decode()
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = parts["word/_rels/document.xml.rels"].decode()
    relation = f'<Relationship Id="rId900" Type="{uri}" Target="footnotes.xml"/></Relationships>'
    parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", relation).encode()
    paragraph = f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1">{paragraph}</w:footnote></w:footnotes>'
    parts["word/footnotes.xml"] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n{notes}'.encode()
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The Word file with one part's XML changed."""
    parts = parts_of(data)
    parts[name] = change(parts[name].decode()).encode()
    return zipped(parts)


def parts_of(data: bytes) -> dict[str, bytes]:
    return gate.open_package(data, name="tệp", kind="docx")


def canonical(data: bytes) -> dict[str, bytes]:
    """Every part of a Word file, XML under C14N."""
    return {
        name: etree.tostring(etree.fromstring(part), method="c14n") if name.endswith((".xml", ".rels")) else part
        for name, part in parts_of(data).items()
    }


def body_text(data: bytes) -> str:
    """The text of the body as Word shows it: a line per paragraph, tabs and line breaks as such."""
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    return "\n".join(_paragraph_text(paragraph) for paragraph in root.iter(_W + "p"))


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _paragraph_text(paragraph: Any) -> str:
    pieces = []
    for element in paragraph.iter(_W + "t", _W + "tab", _W + "br"):
        tag = element.tag.removeprefix(_W)
        pieces.append({"tab": "\t", "br": "\n"}.get(tag) or element.text or "")
    return "".join(pieces)


def xml_text(data: bytes, part: str = "word/document.xml") -> str:
    return parts_of(data)[part].decode()


def png(width: int = 3, height: int = 2) -> bytes:
    """A small grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + b"\x7f" * width for _ in range(height))
    head = struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def visible_text(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml)
