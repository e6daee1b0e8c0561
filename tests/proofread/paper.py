"""Clean administrative papers as raw WordprocessingML, made of pieces that a test can spoil one at a time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

from vanban.domain import typeface
from vanban.domain.measure import pt
from vanban.law.nd30 import Part

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
LEFT_COLUMN, RIGHT_COLUMN = 3400, 5670


@dataclass
class Para:
    """One paragraph; lengths in twips, ``size`` in points."""

    text: str
    part: Part | None = None
    size: float = 14
    bold: bool = False
    italic: bool = False
    jc: str = "both"
    first: int = 720
    left: int = 0
    right: int = 0
    before: int = 120
    after: int = 0
    line: int = 240
    font: str = "Times New Roman"
    color: str = ""
    rule: bool = False
    dashed: bool = False
    properties: str = ""
    run_properties: str = ""
    runs: str = ""
    below: str = ""

    def xml(self) -> str:
        face = (
            f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>'
            + ("<w:b/>" if self.bold else "")
            + ("<w:i/>" if self.italic else "")
            + (f'<w:color w:val="{self.color}"/>' if self.color else "")
            + f'<w:sz w:val="{round(self.size * 2)}"/>{self.run_properties}'
        )
        border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' if self.rule else ""
        indent = f'<w:ind w:left="{self.left}" w:right="{self.right}" w:firstLine="{self.first}"/>'
        spacing = f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" w:lineRule="auto"/>'
        run = (
            f'<w:r><w:rPr>{face}</w:rPr><w:t xml:space="preserve">{escape(self.text)}</w:t></w:r>' if self.text else ""
        )
        return (
            f'<w:p><w:pPr>{border}{spacing}{indent}<w:jc w:val="{self.jc}"/>{self.properties}'
            f"<w:rPr>{face}</w:rPr></w:pPr>{run}{self.runs}</w:p>{self.below}"
        )


def head(text: str, part: Part, size: float, **more: object) -> Para:
    """A centred line of the head or foot."""
    values: dict[str, object] = {"jc": "center", "first": 0, "before": 0, **more}
    return Para(text, part, size, **values)  # type: ignore[arg-type]


def rule_under(text: str, size: float, share: float, column: int, padding: int = 216) -> Para:
    """An empty tiny paragraph whose top border is the rule under ``text``."""
    width = typeface.width(text, pt(size), bold=True).points * 20 * share
    side = max(0, round((column - padding - width) / 2))
    return Para("", None, 2, jc="center", first=0, left=side, right=side, before=20, rule=True)


def gap(size: float = 14) -> Para:
    """An empty line."""
    return Para("", None, size, first=0, before=0)


@dataclass
class Sheet:
    """Page set-up, in twips."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 1134
    orient: str = ""
    title_page: bool = True
    number: Para | None = field(default_factory=lambda: page_number())
    first_number: Para | None = None
    footer: Para | None = None
    number_type: str = ""


def page_number(**more: object) -> Para:
    """A centred PAGE field."""
    values: dict[str, object] = {"jc": "center", "first": 0, "before": 0, **more}
    number = Para("", Part.PAGE_NUMBER, **values)  # type: ignore[arg-type]
    face = (
        f'<w:rFonts w:ascii="{number.font}" w:hAnsi="{number.font}"/>'
        + ("<w:b/>" if number.bold else "")
        + ("<w:i/>" if number.italic else "")
        + f'<w:sz w:val="{round(number.size * 2)}"/>'
    )
    run = f"<w:r><w:rPr>{face}</w:rPr>{{}}</w:r>"
    number.runs = "".join(
        run.format(piece)
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return number


@dataclass
class Block:
    """What a copy on paper adds below: a line, two columns, two columns."""

    line: list[Para]
    left: list[Para]
    right: list[Para]
    foot_left: list[Para]
    foot_right: list[Para]
    between: Para = field(default_factory=lambda: gap(2))

    def every(self) -> list[Para]:
        """Every paragraph."""
        return [*self.line, *self.left, *self.right, *self.foot_left, *self.foot_right]

    def xml(self) -> str:
        """All of it, one below the other."""
        head = "".join(para.xml() for para in self.line) + columns(self.left, self.right)
        return head + self.between.xml() + columns(self.foot_left, self.foot_right, (4535, 4535))


@dataclass
class Paper:
    """A whole document: two columns, the title and content, two columns, what is attached."""

    head_left: list[Para]
    head_right: list[Para]
    body: list[Para]
    foot_left: list[Para]
    foot_right: list[Para]
    attached: list[Para] = field(default_factory=list)
    copied: Block | None = None
    sheet: Sheet = field(default_factory=Sheet)
    styles: str = ""
    bordered: tuple[str, ...] = ()
    template: str = ""
    annexes_apart: bool = True
    annexes_from: int = 1
    exchanged: tuple[str, ...] = ()

    def every(self) -> list[Para]:
        """Every paragraph of the text."""
        copied = self.copied.every() if self.copied is not None else []
        foot = [*self.foot_left, *self.foot_right]
        return [*self.head_left, *self.head_right, *self.body, *foot, *self.attached, *copied]

    def of(self, part: Part) -> list[Para]:
        """The paragraphs of one part."""
        return [para for para in self.every() if para.part is part]


BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideV"))


def columns(
    left: list[Para],
    right: list[Para],
    widths: tuple[int, int] = (LEFT_COLUMN, RIGHT_COLUMN),
    bordered: bool = False,
) -> str:
    """A table of two columns, without borders unless asked for."""
    if not left and not right:
        return ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(para.xml() for para in paras)}</w:tc>'
        for paras, width in ((left or [gap()], widths[0]), (right or [gap()], widths[1]))
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        + (f"<w:tblBorders>{BORDERS}</w:tblBorders>" if bordered else "")
        + '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


DEFAULT_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)


def section_properties(sheet: Sheet) -> str:
    """The ``w:sectPr`` of a sheet."""
    references = '<w:headerReference w:type="default" r:id="rIdH"/><w:headerReference w:type="first" r:id="rIdF"/>'
    if sheet.footer is not None:
        references += '<w:footerReference w:type="default" r:id="rIdB"/>'
    orient = f' w:orient="{sheet.orient}"' if sheet.orient else ""
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{sheet.width}" w:h="{sheet.height}"{orient}/>'
        f'<w:pgMar w:top="{sheet.top}" w:right="{sheet.right}" w:bottom="{sheet.bottom}" w:left="{sheet.left}" '
        f'w:header="567" w:footer="567" w:gutter="0"/>{sheet.number_type}'
        f"{'<w:titlePg/>' if sheet.title_page else ''}</w:sectPr>"
    )


def build(paper: Paper) -> bytes:
    """The Word file of ``paper``."""
    head, widths = (paper.head_left, paper.head_right), (LEFT_COLUMN, RIGHT_COLUMN)
    foot = (paper.foot_left, paper.foot_right)
    if "head" in paper.exchanged:
        head, widths = (paper.head_right, paper.head_left), (RIGHT_COLUMN, LEFT_COLUMN)
    if "foot" in paper.exchanged:
        foot = (paper.foot_right, paper.foot_left)
    text = columns(*head, widths, bordered="head" in paper.bordered)
    text += "".join(para.xml() for para in paper.body)
    text += columns(*foot, (4535, 4535), "foot" in paper.bordered)
    text += annexed(paper)
    more = attached(paper.template) if paper.template else None
    return package(text, paper.sheet, paper.styles or DEFAULT_STYLES, more)


def annexed(paper: Paper) -> str:
    """What is attached and the last sheet: every annex begins on a new page, in a section with pages of its own."""
    sheet, text = paper.sheet, ""
    for para in paper.attached:
        if "pageBreakBefore" in para.properties and paper.annexes_apart:
            text += f'<w:p><w:pPr><w:rPr><w:sz w:val="4"/></w:rPr>{section_properties(sheet)}</w:pPr></w:p>'
            sheet = replace(paper.sheet, number_type=f'<w:pgNumType w:start="{paper.annexes_from}"/>')
        text += para.xml()
    if paper.copied is not None:
        text += paper.copied.xml() + gap(2).xml()
    return (text or gap(2).xml()) + section_properties(sheet)


def attached(template: str) -> dict[str, str]:
    """Settings that name the template which a document was made from."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    link = f'<Relationship Id="rId1" Type="{kind}" Target="{template}" TargetMode="External"/>'
    return {
        "word/settings.xml": f'<w:settings {NAMESPACES}><w:attachedTemplate r:id="rId1"/></w:settings>',
        "word/_rels/settings.xml.rels": f'<Relationships xmlns="{space}">{link}</Relationships>',
    }


def package(
    body: str,
    sheet: Sheet | None = None,
    styles: str = DEFAULT_STYLES,
    more: dict[str, str] | None = None,
    first_header: str = "",
) -> bytes:
    """A Word file around the content of its body; ``first_header`` is what stands in the header of page 1."""
    sheet = sheet or Sheet()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    margins = {
        "rIdH": ("header", "header1", sheet.number),
        "rIdF": ("header", "header2", sheet.first_number),
        "rIdB": ("footer", "footer1", sheet.footer),
    }
    parts = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        **(more or {}),
    }
    types = {
        "word/document.xml": "document.main+xml",
        "word/styles.xml": "styles+xml",
        "word/numbering.xml": "numbering+xml",
    }
    relations = [("rIdS", "styles", "styles.xml")]
    for name in [name for name in more or {} if not name.endswith(".rels")]:
        base = name.removeprefix("word/")
        relations.append((f"rId{base[0]}X", base.split("/")[0].removesuffix(".xml"), base))
    for key, (kind, name, para) in margins.items():
        tag = "w:hdr" if kind == "header" else "w:ftr"
        content = first_header if key == "rIdF" and first_header else (para or gap()).xml()
        parts[f"word/{name}.xml"] = f"<{tag} {NAMESPACES}>{content}</{tag}>"
        types[f"word/{name}.xml"] = f"{kind}+xml"
        relations.append((key, kind, f"{name}.xml"))
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{main}{kind}"/>' for name, kind in types.items() if name in parts
    )
    content_types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = "".join(f'<Relationship Id="{i}" Type="{office}/{kind}" Target="{to}"/>' for i, kind, to in relations)
    root = f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/>'
    every = {
        "[Content_Types].xml": content_types,
        "_rels/.rels": f'<Relationships xmlns="{space}">{root}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">{links}</Relationships>',
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in every.items():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


Spoil = Callable[[Paper], object]
