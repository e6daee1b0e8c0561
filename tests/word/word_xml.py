"""Small pieces of WordprocessingML to put a body together from."""

from __future__ import annotations


def p(inner: str = "") -> str:
    return f"<w:p>{inner}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*cells: str) -> str:
    row = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr>{row}</w:tr></w:tbl>'


def box(inner: str) -> str:
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{inner}</w:txbxContent>'
    return p(f"<w:r><w:pict>{shape}</v:textbox></v:shape></w:pict></w:r>")


def control(inner: str, number: int = 7) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def bookmark(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{r("x")}<w:bookmarkEnd w:id="{number}"/>'


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def drawing(number: int) -> str:
    return f'<w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="x"/></wp:inline></w:drawing></w:r>'
