"""A drawing of the whole sheet behind the text of a page."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from vanban.domain.measure import Length
from vanban.stationery.styles import STYLES

_EMU_TO_A_POINT: Final = 12_700
_TYPE: Final = "image/x-emf"

_ANCHORED: Final = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" '
    'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    '<wp:docPr id="1" name="{name}" descr="{name}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)


def lay_behind(document: Document, picture: bytes, style: str, *, name: str = "Khung hoa văn") -> None:
    """The metafile ``picture`` as large as the sheet, behind the text, hung on the first paragraph of that style."""
    part = Part(PackURI("/word/media/image1.emf"), _TYPE, picture, document.part.package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    size: Any = document.element.body.sectPr.find("{*}pgSz")
    width, height = (Length(int(size.get(f"{{{size.nsmap['w']}}}{side}")) / 20) for side in ("w", "h"))
    run = _ANCHORED.format(
        width=round(width.points * _EMU_TO_A_POINT),
        height=round(height.points * _EMU_TO_A_POINT),
        name=name,
        relation=relation,
    )
    wanted = STYLES[style].id
    holder = next(
        paragraph for paragraph in document.element.body.iterfind("{*}p") if paragraph.pPr.pStyle.val == wanted
    )
    holder.append(parse_xml(run))
