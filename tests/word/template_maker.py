"""Templates that nobody thought of: nested tables, conditions, loops, sections, notes, boxes, controls around tags."""

from __future__ import annotations

import io
import zipfile

from docx.oxml.ns import nsdecls
from hypothesis import strategies as st
from pydantic import Field
from word_xml import bookmark, box, char, code, control, drawing, p, r

from vanban.domain.record import Record


class Row(Record):
    ten: str = Field(default="", title="Tên")
    co: bool = Field(default=False, title="Có")
    ds: tuple[str, ...] = Field(default=(), title="Danh sách con")


class Context(Record):
    ten: str = Field(default="", title="Họ và tên")
    co: bool = Field(default=False, title="Có")
    ds: tuple[Row, ...] = Field(default=(), title="Danh sách")


contexts = st.builds(
    Context,
    ten=st.sampled_from(["", "Lan & <Mai>", "hai\ndòng"]),
    co=st.booleans(),
    ds=st.lists(
        st.builds(
            Row,
            ten=st.sampled_from(["", "Đào"]),
            co=st.booleans(),
            ds=st.lists(st.sampled_from(["", "Cúc"]), max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
)

OPENINGS = ("if co", "if ten", "for d in ds", "for d in ds", "for x in ds")
WORDS = st.sampled_from(
    ["chữ", "", "{{ ten }}", "{% if co %}{{ ten }}{% endif %}", "{% for d in ds %}{{ d.ten }}{% endfor %}"]
)
FIELD = char("begin") + code(" PAGE ") + char("separate") + r("1") + char("end")
CLEAN = st.one_of(
    WORDS.map(r),
    WORDS.map(r),
    st.sampled_from(
        [
            FIELD,
            drawing(1),
            drawing(2),
            bookmark(1, "Muc1"),
            bookmark(2, "Muc2"),
            '<w:r><w:footnoteReference w:id="1"/></w:r>',
            '<w:r><w:br w:type="page"/></w:r>',
            char("begin") + code(" REF Muc1 ") + char("end"),
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s1"/></w:pict></w:r>',
            '<w:permStart w:id="3"/>' + r("x") + '<w:permEnd w:id="3"/>',
        ]
    ),
)
DIRTY = st.sampled_from(
    [
        char("begin") + code("PAGE"),
        char("end"),
        '<w:bookmarkStart w:id="5" w:name="Muc5"/>',
        '<w:bookmarkEnd w:id="5"/>',
        '<w:bookmarkStart w:id="6" w:name="_GoBack"/>',
        '<w:bookmarkEnd w:id="6"/>',
        '<w:hyperlink r:id="rId777"><w:r><w:t>x</w:t></w:r></w:hyperlink>',
        '<w:r><w:footnoteReference w:id="99"/></w:r>',
        char("begin") + code(" INCLUDE") + code("TEXT x ") + char("end"),
        char("begin") + code('DATE\\@"d"') + char("end"),
        r("{ { ten } }"),
        r("{{p ten }}"),
        r("{% if co %}"),
        r("{% endif %}"),
        r("{% for d in ds %}"),
        r("{% endfor %}"),
        '<w:hyperlink w:anchor="%7B%7Bten%7D%7D"/>',
    ]
)
RUNS = st.lists(st.one_of(CLEAN, CLEAN, CLEAN, CLEAN, DIRTY), max_size=3).map("".join)


def _tag(prefix: str, text: str) -> str:
    return r(f"{{%{prefix} {text} %}}")


def _end(opening: str) -> str:
    return "end" + opening.split(maxsplit=1)[0]


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    section = "<w:pPr><w:sectPr/></w:pPr>" if draw(st.integers(0, 15)) == 0 else ""
    number = draw(st.integers(0, 9))
    marked = f' w14:paraId="0000000{number}"' if number < 2 else ""
    return f"<w:p{marked}>{section}{draw(RUNS)}</w:p>"


@st.composite
def enclosed(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """Blocks in a condition or loop of paragraphs; now and then something stands beside the tag."""
    opening = draw(st.sampled_from(OPENINGS))
    beside = draw(RUNS) if draw(st.integers(0, 7)) == 0 else ""
    other = draw(st.sampled_from(["", "", "{%p else %}"])) if opening.startswith("if") else ""
    middle = p(r(other)) + draw(inner) if other else ""
    return p(_tag("p", opening) + beside) + draw(inner) + middle + p(_tag("p", _end(opening)))


@st.composite
def tables(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """A table of one to three rows and cells, some of them in conditions or loops, with a grid or none."""

    def cell(content: str) -> str:
        return f"<w:tc>{content}</w:tc>"

    width = draw(st.integers(1, 3))
    # What a person leaves in Word: a paragraph after an inner table; a tag's paragraph is one too.
    contents = st.one_of(inner, paragraphs()).map(lambda xml: xml if xml.endswith("</w:p>") else xml + p())
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        cells = [cell(draw(contents)) for _ in range(width)]
        if draw(st.integers(0, 4)) == 0:
            opening = draw(st.sampled_from(OPENINGS))
            cells = [cell(p(_tag("tc", opening))), *cells, cell(p(_tag("tc", _end(opening))))]
        rows.append("<w:tr>" + "".join(cells) + "</w:tr>")
    if draw(st.booleans()):
        opening = draw(st.sampled_from(OPENINGS))
        start, end = sorted((draw(st.integers(0, len(rows))), draw(st.integers(0, len(rows)))))
        blank = cell(p()) * (width - 1)
        first, last = (f"<w:tr>{cell(p(_tag('tr', text)))}{blank}</w:tr>" for text in (opening, _end(opening)))
        rows = [*rows[:start], first, *rows[start:end], last, *rows[end:]]
    columns = '<w:gridCol w:w="900"/>' * width
    grid = draw(st.sampled_from([f"<w:tblGrid>{columns}</w:tblGrid>"] * 4 + ["", "<w:tblGrid/>"]))
    return f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl>"


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        enclosed(inner),
        enclosed(inner),
        tables(inner),
        inner.map(lambda xml: box(xml if xml.startswith("<w:p") else p() + xml)),
        inner.map(control),
    )


BLOCKS = st.recursive(paragraphs(), _wrapped, max_leaves=6)
STORIES = st.one_of(st.none(), paragraphs(), enclosed(paragraphs()), BLOCKS.map(lambda xml: xml + p()))


SPACES = f'{nsdecls("w", "r", "wp")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STORY_PARTS = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}


def relations(targets: dict[str, str]) -> bytes:
    """The relations of a part: target by kind."""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'.encode()


def packed(body: str, stories: dict[str, str]) -> bytes:
    """A Word file with no more than it needs: a body, a header, a footer, notes."""
    kinds = {"document": "document.main", **{name: name for name in STORY_PARTS}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORDML}{kind}+xml"/>' for name, kind in kinds.items()
    )
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    margins = '<w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}{overrides}</Types>'.encode(),
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relations({name: f"{name}.xml" for name in STORY_PARTS}),
        "word/document.xml": (
            f"<w:document {SPACES}><w:body>{body}<w:sectPr>{margins}</w:sectPr></w:body></w:document>"
        ).encode(),
        **{
            f"word/{name}.xml": f"<w:{tag} {SPACES}>{stories[name]}</w:{tag}>".encode()
            for name, tag in STORY_PARTS.items()
        },
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


@st.composite
def templates(draw: st.DrawFn) -> bytes:
    """A Word file with tags."""
    stories = {name: draw(STORIES) or p(r("{{ ten }}")) for name in STORY_PARTS}
    stories["footnotes"] = f'<w:footnote w:id="1">{stories["footnotes"]}</w:footnote>'
    return packed(draw(BLOCKS), stories)
