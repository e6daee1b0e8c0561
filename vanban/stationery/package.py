"""Put blocks on a page of Nghị định 30 and write the Word file: only the parts it needs, always the same bytes."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from vanban.domain.measure import Length
from vanban.law import nd30
from vanban.stationery.drawing import lay_behind
from vanban.stationery.markup import element
from vanban.stationery.paragraphs import field, paragraph
from vanban.stationery.stylesheet import LANGUAGE, stylesheet

LANDSCAPE_TEXT_WIDTH: Final = nd30.PAGE.text_width_across

_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
_KEPT: Final = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
)
_PROPERTIES: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
    "<dc:language>{language}</dc:language>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
)
_COMPATIBILITY: Final = "http://schemas.microsoft.com/office/word"


def package(blocks: Iterable[Any], title: str, *, landscape: bool = False, behind: bytes | None = None) -> bytes:
    """The bytes of a Word file that holds ``blocks``; ``landscape`` turns the page, the margins stay where they are;
    ``behind`` is a metafile of the whole sheet behind the text, whose right margin is then as wide as the left one."""
    document = docx.Document()
    _set_page(document, landscape, framed=behind is not None)
    _number_pages(document)
    for block in blocks:
        document.element.body.sectPr.addprevious(block)
    _end_sections(document)
    _set_styles(document)
    _set_settings(document)
    _drop_unused(document)
    if behind:
        lay_behind(document, behind, "Chỗ Quốc huy")
    _set_properties(document, title)
    return _repacked(document)


def _set_page(document: Document, landscape: bool, *, framed: bool) -> None:
    page, body = nd30.PAGE, document.element.body
    body.remove(body.sectPr)
    if landscape:
        size = element("pgSz", w=page.height, h=page.width, orient="landscape")
    else:
        size = element("pgSz", w=page.width, h=page.height)
    margins: dict[str, Length] = {side: getattr(page, side).chosen for side in ("top", "right", "bottom", "left")}
    if framed:
        margins["right"] = margins["left"]
    edges = element("pgMar", **margins, header=page.header_distance, footer=page.header_distance, gutter=0)
    body.append(element("sectPr", size, edges, element("pgNumType", start=1), element("titlePg")))


def _end_sections(document: Document) -> None:
    """Pages inside that count for themselves look like the last ones."""
    for section in document.element.body.iterfind(".//{*}pPr/{*}sectPr"):
        section.extend(copy.deepcopy(child) for child in document.element.body.sectPr)


def _number_pages(document: Document) -> None:
    """Arabic numbers from 1, centred in the top margin, none on the first page (Mục I khoản 7)."""
    section = document.sections[0]
    for header, runs in ((section.header, field("PAGE", "2")), (section.first_page_header, ())):
        header.is_linked_to_previous = False
        number = paragraph("", "Số trang")
        number.extend(runs)
        header._element[:] = [number]
        _clean(header._element)


def _set_styles(document: Document) -> None:
    parts = [document.element, *(relation._target.element for relation in _headers(document))]
    used = {used.get(f"{{{used.nsmap['w']}}}val") for part in parts for used in part.iter("{*}pStyle", "{*}rStyle")}
    document.styles.element[:] = stylesheet(used)
    _clean(document.styles.element)


def _headers(document: Document) -> Sequence[Any]:
    return [relation for relation in document.part.rels.values() if relation.reltype == RELATIONSHIP_TYPE.HEADER]


def _set_settings(document: Document) -> None:
    """Word 2013 and later lay the page out as it is meant, without the compromises for older versions."""
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    document.settings.element[:] = [
        element("zoom", percent=100),
        element("defaultTabStop", val=nd30.FIRST_LINE_INDENT),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", *(element("compatSetting", name=k, uri=_COMPATIBILITY, val=v) for k, v in modes.items())),
        element("themeFontLang", val=LANGUAGE),
        element("decimalSymbol", val=","),
        element("listSeparator", val=";"),
    ]
    _clean(document.settings.element)


def _set_properties(document: Document, title: str) -> None:
    """Title and language, at a fixed time. Written here: docxtpl, once imported, confuses python-docx's own writer."""
    package = document.part.package
    data = _PROPERTIES.format(title=escape(title), language=LANGUAGE).encode()
    part = Part(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, data, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _drop_unused(document: Document) -> None:
    """Leave out what python-docx's own template brings: theme, numbering, thumbnail, application properties."""
    for relations in (document.part.rels, document.part.package.rels):
        for identity in [identity for identity, relation in relations.items() if relation.reltype not in _KEPT]:
            del relations[identity]
    _clean(document.element)


def _clean(root: Any) -> None:
    """Take off the declarations of extensions that we do not use."""
    for name in [name for name in root.attrib if name.endswith("}Ignorable")]:
        del root.attrib[name]
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])


def _repacked(document: Document) -> bytes:
    """The file with fixed times. Stored, not compressed: compressors differ between machines, and git compresses."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return packed.getvalue()
