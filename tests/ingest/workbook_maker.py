"""Excel files part by part, as other programs and ill will write them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

DATE, PERCENT, CUSTOM_DATE, LEADING_ZEROS = 1, 2, 3, 4
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts>
<numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="000000000000"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>
</styleSheet>"""


@dataclass(frozen=True)
class Xml:
    """A cell as raw XML; ``{r}`` becomes its reference."""

    text: str


def number(value: object, style: int = 0) -> Xml:
    return Xml(f'<c r="{{r}}" s="{style}"><v>{value}</v></c>')


def shared(index: int) -> Xml:
    return Xml(f'<c r="{{r}}" t="s"><v>{index}</v></c>')


def formula(text: str, value: str | None = None, kind: str = "n") -> Xml:
    cached = "" if value is None else f"<v>{escape(value)}</v>"
    return Xml(f'<c r="{{r}}" t="{kind}"><f>{escape(text)}</f>{cached}</c>')


def error(value: str) -> Xml:
    return Xml(f'<c r="{{r}}" t="e"><v>{value}</v></c>')


def truth(value: int) -> Xml:
    return Xml(f'<c r="{{r}}" t="b"><v>{value}</v></c>')


Value = str | Xml | None


def cell(value: Value, reference: str) -> str:
    if value is None:
        return ""
    if isinstance(value, Xml):
        return value.text.replace("{r}", reference)
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def rows_xml(rows: list[list[Value]], first: int = 1, hidden: frozenset[int] = frozenset()) -> str:
    """The rows of a sheet; an empty list is a row without cells."""
    out = []
    for at, values in enumerate(rows, start=first):
        inner = "".join(cell(value, f"{chr(65 + column)}{at}") for column, value in enumerate(values))
        out.append(f'<row r="{at}" hidden="{int(at in hidden)}">{inner}</row>')
    return "".join(out)


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows, and XML before and after them."""

    rows: list[list[Value]] | str
    name: str = "Bảng"
    state: str = "visible"
    before: str = ""
    after: str = ""
    hidden: frozenset[int] = frozenset()

    def xml(self) -> str:
        rows = self.rows if isinstance(self.rows, str) else rows_xml(self.rows, hidden=self.hidden)
        return f'<worksheet xmlns="{MAIN}">{self.before}<sheetData>{rows}</sheetData>{self.after}</worksheet>'


def workbook(*sheets: Sheet, texts: str = "", mac: bool = False, change: dict[str, str | None] | None = None) -> bytes:
    """An .xlsx file; ``texts`` are the ``<si>`` of its shared texts, ``change`` replaces or drops (``None``) parts."""
    listed = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{at}" state="{sheet.state}" r:id="s{at}"/>'
        for at, sheet in enumerate(sheets, start=1)
    )
    related = "".join(
        f'<Relationship Id="s{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    parts: dict[str, str | None] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="{int(mac)}"/>'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
        f'<Relationship Id="y" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/styles.xml": STYLES,
    } | {f"xl/worksheets/sheet{at}.xml": sheet.xml() for at, sheet in enumerate(sheets, start=1)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (parts | (change or {})).items():
            if text is not None:
                package.writestr(name, text)
    return buffer.getvalue()
