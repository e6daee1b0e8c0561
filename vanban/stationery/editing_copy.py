"""Build the Word file in which a clerk edits a text: a style for each sort of line, and what comes from the data as
marked fields that Word leaves alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from vanban.domain.editing_style import ABOUT_THE_COPY, TARGET_FIELD, outer_style, style_name
from vanban.domain.text_table import TextTable

_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}"/></Relationships>'
)
_FIELD: Final = re.compile(r"(\{\w+\}|\[\[[^\[\]]+\]\])")
_BOLD: Final = frozenset({"part", "chapter", "section"})
_INDENT: Final = 340
"""Twips that each level stands further in."""

_FIELD_STYLE: Final = "VbTruong"


@dataclass(frozen=True)
class CopyLine:
    """One line of the copy: its style (``said`` and ``depth`` of a block, or the name of an outer one), its number, its
    words; a table instead of words."""

    text: str
    said: str = ""
    depth: int = 0
    outer: str = ""
    label: str = ""
    table: TextTable | None = None

    @property
    def style(self) -> str:
        """The name of its style."""
        return outer_style(self.outer) if self.outer else style_name(self.said, self.depth)


def editing_copy(lines: Sequence[CopyLine], title: str) -> bytes:
    """The bytes of the Word file that has these lines, the same for the same lines."""
    names = list(dict.fromkeys(line.style for line in lines))
    ids = {name: f"Vb{number:03d}" for number, name in enumerate(names, start=1)}
    counter = iter(range(1, 1_000_000))
    body = "".join(_block(line, ids[line.style], counter) for line in lines)
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": _HEAD + _TYPES,
        "_rels/.rels": _HEAD + _RELATIONS.format(kind="officeDocument", target="word/document.xml"),
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}{section}</w:body></w:document>',
        "word/_rels/document.xml.rels": _HEAD + _RELATIONS.format(kind="styles", target="styles.xml"),
        "word/styles.xml": _HEAD + _styles({line.style: line for line in reversed(lines)}, ids, title),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED
            target.writestr(entry, content.encode())
    return packed.getvalue()


def _styles(lines: dict[str, CopyLine], ids: dict[str, str], title: str) -> str:
    made = [
        f'<w:styles xmlns:w="{_W}"><!-- {escape(title)} --><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
        'w:cs="Times New Roman"/>'
        '<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{_FIELD_STYLE}"><w:name w:val="vb Trường"/><w:rPr>'
        '<w:noProof/><w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/></w:rPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="VbKe"><w:name w:val="vb Kẻ bảng"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + "</w:tblBorders></w:tblPr></w:style>"
    ]
    made += [_style(lines[name], name, identity) for name, identity in sorted(ids.items(), key=lambda one: one[1])]
    return "".join(made) + "</w:styles>"


def _style(line: CopyLine, name: str, identity: str) -> str:
    paragraph = f'<w:ind w:left="{_INDENT * line.depth}"/>'
    look = ""
    if line.said in _BOLD or line.outer in (TARGET_FIELD,):
        paragraph += f'<w:outlineLvl w:val="{min(line.depth, 8)}"/>' if line.said in _BOLD else ""
        look = "<w:b/>"
    if line.outer == ABOUT_THE_COPY:
        look = '<w:i/><w:color w:val="595959"/><w:sz w:val="22"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{escape(name)}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


def _block(line: CopyLine, style: str, counter: Iterator[int]) -> str:
    if line.table is not None:
        return _table(line.table, style, counter)
    label = f"{line.label} " if line.label else ""
    return _paragraph(label + line.text, style, counter)


def _paragraph(text: str, style: str, counter: Iterator[int]) -> str:
    runs = "".join(_pieces(text, counter))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _pieces(text: str, counter: Iterator[int]) -> Iterator[str]:
    for piece in filter(None, _FIELD.split(text)):
        if not _FIELD.fullmatch(piece):
            yield _run(piece)
            continue
        yield (
            f'<w:sdt><w:sdtPr><w:alias w:val="Lấy từ dữ liệu"/><w:tag w:val="vanban"/><w:id w:val="{next(counter)}"/>'
            '<w:lock w:val="sdtContentLocked"/></w:sdtPr>'
            f"<w:sdtContent>{_run(piece, marked=True)}</w:sdtContent></w:sdt>"
        )


def _run(text: str, *, marked: bool = False) -> str:
    look = f'<w:rPr><w:rStyle w:val="{_FIELD_STYLE}"/></w:rPr>' if marked else ""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(line, quote=False) for line in text.split("\n"))
    return f'<w:r>{look}<w:t xml:space="preserve">{lines}</w:t></w:r>'


def _table(table: TextTable, style: str, counter: Iterator[int]) -> str:
    wide = len(table.columns)
    width = 9071 // wide
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _ in range(wide))
    rows: Iterable[tuple[str, ...]] = (tuple(column.name for column in table.columns), *table.cells())
    made = "".join(f"<w:tr>{''.join(_cell(text, width, style, counter) for text in row)}</w:tr>" for row in rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="VbKe"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def _cell(text: str, width: int, style: str, counter: Iterator[int]) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(text, style, counter)}</w:tc>'
