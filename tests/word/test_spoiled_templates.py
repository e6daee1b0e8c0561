"""No template and no mark in it spoils a document silently: mended, told by lint, or refused with its place."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx.oxml.ns import nsdecls
from docxtpl import InlineImage
from pydantic import Field
from word_files import parts_of, png, with_body, with_footnotes, with_part, word_file, xml_text, zipped
from word_xml import bookmark, box, char, code, control, drawing, p, r, table

from vanban.domain.finding import Finding, Severity
from vanban.domain.record import Record
from vanban.errors import HazardousTemplate, TemplateFault, UnfilledTemplate, VanbanError
from vanban.ooxml import flaws
from vanban.word import Bound, Template, lint

ROWS = ([], ["Lan"], ["Lan", "Mai"], ["Lan", "Mai", "Đào", "Cúc", "Trúc"])


class Context(Record):
    ten: str = Field(default="", title="Họ và tên")
    ds: tuple[str, ...] = Field(default=(), title="Danh sách")


def rendered(data: bytes, context: dict[str, Any]) -> bytes:
    return Template.from_bytes(data, name="mẫu.docx").render(context)


def unsound(data: bytes) -> list[str]:
    return [flaw.reason for flaw in flaws(parts_of(data), {}, "tệp.docx")]


def told(data: bytes) -> list[Finding]:
    """What lint says, but for fields that the template does not use."""
    return [one for one in lint(data, "mẫu.docx", Context) if not one.reason.startswith("Không dùng chỗ điền")]


def only_if(inner: str) -> str:
    return p(r("{%p if ten %}")) + inner + p(r("{%p endif %}"))


def rows(inner: str) -> str:
    def row(text: str) -> str:
        return f"<w:tr><w:tc>{p(r(text))}</w:tc></w:tr>"

    body = row("{%tr for x in ds %}") + inner + row("{%tr endfor %}")
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{body}</w:tbl>'


def loop(inner: str) -> str:
    return p(r("{%p for x in ds %}")) + inner + p(r("{%p endfor %}"))


NAME = p(r("{{ ten }}"))
ROW = f"<w:tr><w:tc>{p(r('{{ x }}'))}</w:tc></w:tr>"
EMPTIED = {
    "cell": (with_body(table(only_if(NAME), p())), "ô của bảng không có đoạn nào"),
    "cell with a control": (with_body(table(control(only_if(NAME)))), "ô điều khiển nội dung"),
    "text box": (with_body(box(only_if(NAME))), "khung chữ không có đoạn nào"),
    "content control": (with_body(control(only_if(NAME))), "ô điều khiển nội dung (Content Control) không có đoạn nào"),
    "inner table last in a cell": (with_body(table(table(p()) + only_if(NAME))), "ô của bảng kết thúc bằng một bảng"),
    "table without rows": (with_body(rows(ROW)), "bảng không còn dòng nào"),
    "inner table without rows": (with_body(table(rows(ROW))), "bảng không còn dòng nào"),
    "row without cells": (
        with_body(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>"
            + "".join(f"<w:tc>{p(r(text))}</w:tc>" for text in ("{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}"))
            + "</w:tr></w:tbl>"
        ),
        "dòng không còn ô nào",
    ),
}


def in_part(part: str, inner: str) -> bytes:
    data = with_footnotes(word_file("x", header="y", footer="z"), "n")

    def change(xml: str) -> str:
        return xml[: xml.index("<w:p")] + inner + xml[xml.rindex("</w:p>") + len("</w:p>") :]

    return with_part(data, f"word/{part}.xml", change)


for _part, _reason in (("header1", "đầu trang"), ("footer1", "chân trang"), ("footnotes", "chú thích cuối trang")):
    EMPTIED[_part] = (in_part(_part, only_if(NAME)), f"{_reason} không có đoạn nào")


@pytest.mark.parametrize("case", EMPTIED)
def test_what_data_may_empty_is_mended_and_lint_warns(case: str) -> None:
    data, reason = EMPTIED[case]
    for ten in ("", "Lan"):
        for ds in ROWS:
            assert unsound(rendered(data, {"ten": ten, "ds": ds})) == []
    findings = told(data)
    assert {one.severity for one in findings} == {Severity.WARNING}
    assert any(reason in one.reason for one in findings)


def test_what_is_not_emptied_stays_as_it_is() -> None:
    data = with_body(table(only_if(NAME)))
    assert "<w:p/>" not in xml_text(rendered(data, {"ten": "Lan"}))
    assert told(with_body(table(only_if(NAME) + p()))) == []


# Tables whose grid is not what docxtpl expects

GRIDS = {
    "no grid": "",
    "an empty grid": "<w:tblGrid/>",
    "columns without width": "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>",
    "widths with a unit": '<w:tblGrid><w:gridCol w:w="2cm"/><w:gridCol w:w="1.5in"/></w:tblGrid>',
    "widths that are none": '<w:tblGrid><w:gridCol w:w="rộng"/><w:gridCol w:w="900"/></w:tblGrid>',
}


@pytest.mark.parametrize("case", GRIDS)
@pytest.mark.parametrize("count", [0, 1, 5])
def test_columns_are_counted_whatever_the_grid(case: str, count: int) -> None:
    cells = ("{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}")
    row = "".join(f"<w:tc>{p(r(text))}</w:tc>" for text in cells)
    data = with_body(f"<w:tbl><w:tblPr/>{GRIDS[case]}<w:tr><w:tc>{p()}</w:tc>{row}</w:tr></w:tbl>")
    made = rendered(data, {"ds": ["x"] * count})
    assert xml_text(made).count("<w:tc>") == count + 1
    assert unsound(made) == []


# What stands beside a control tag

TAG = "{%p if ten %}"
BESIDE = {
    "words": (p(r(TAG) + r(" Nội dung quan trọng")), "chữ “Nội dung quan trọng”"),
    "a value": (p(r(TAG) + r("{{ ten }}")), "chỗ điền “{{ ten }}”"),
    "another tag": (p(r(TAG + "{%p endif %}")), "chỗ điền “{%p endif %}”"),
    "a section break": (p("<w:pPr><w:sectPr/></w:pPr>" + r(TAG)), "ngắt phần (Section Break)"),
    "a page break": (p(r(TAG) + '<w:r><w:br w:type="page"/></w:r>'), "ngắt trang (Page Break)"),
    "a page break before": (p("<w:pPr><w:pageBreakBefore/></w:pPr>" + r(TAG)), "ngắt trang (Page break before)"),
    "a picture": (p(r(TAG) + drawing(1)), "hình vẽ"),
    "a note": (p(r(TAG) + '<w:r><w:footnoteReference w:id="1"/></w:r>'), "dấu chú thích"),
    "a bookmark": (p(r(TAG) + bookmark(1, "Muc1").replace(">x<", "><")), "dấu trang “Muc1”"),
    "a field": (p(r(TAG) + char("begin") + code("PAGE") + char("end")), "trường “PAGE”"),
    "half a field": (p(r(TAG) + char("end")), "một phần của trường"),
    "handwriting": (p(r(TAG) + '<w:r><w:contentPart r:id="rId1"/></w:r>'), "nét vẽ tay"),
}


@pytest.mark.parametrize("case", BESIDE)
def test_what_shares_the_paragraph_of_a_control_tag_is_refused_by_name(case: str) -> None:
    beside, name = BESIDE[case]
    end = "" if case == "another tag" else p(r("{%p endif %}"))
    data = with_body(beside + NAME + end)
    finding = told(data)[0]
    assert finding.severity is Severity.ERROR
    assert finding.reason.lower().startswith(f"{name} đứng cùng đoạn với chỗ điền {{%p … %}} nên sẽ mất".lower())
    with pytest.raises(HazardousTemplate) as raised:
        Template.from_bytes(data, name="mẫu.docx")
    assert f"{name} đứng cùng đoạn với chỗ điền {{%p … %}} nên sẽ mất." in str(raised.value)


@pytest.mark.parametrize(
    ("cells", "name"),
    [(["{%tr for x in ds %}", "Số hộ"], "chữ “Số hộ”"), (["{%tr for x in ds %}", "{{ ten }}"], "chỗ điền “{{ ten }}”")],
)
def test_what_shares_the_row_of_a_control_tag_is_refused_by_name(cells: list[str], name: str) -> None:
    with pytest.raises(HazardousTemplate) as raised:
        Template.from_bytes(word_file([cells, ["{{ x }}", ""], ["{%tr endfor %}", ""]]), name="mẫu.docx")
    assert f"{name} đứng cùng dòng của bảng với chỗ điền {{%tr … %}} nên sẽ mất." in str(raised.value)


def test_a_table_in_the_row_of_a_control_tag_is_refused() -> None:
    inner = table(p())
    row = f"<w:tr><w:tc>{p(r('{%tr for x in ds %}'))}{inner}{p()}</w:tc></w:tr>"
    data = with_body(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>" + p(r("{% endfor %}")))
    with pytest.raises(HazardousTemplate, match="bảng lồng bên trong"):
        Template.from_bytes(data, name="mẫu.docx")


MERGED = {
    "words before, in the tag's run": (p(r("Đầu")) + p(r("Ông Sửu {%- if ten %}x{% endif %}")), "chữ “Ông Sửu”"),
    "words after, in the tag's run": (p(r("{% if ten -%} chữ")) + p(r("x{% endif %}")), "chữ “chữ”"),
    "a picture between": (p(r("Đầu")) + p(drawing(1)) + p(r("{%- if ten %}x{% endif %}")), "hình vẽ"),
    "a note between": (
        p(r("{% if ten -%}")) + p('<w:r><w:footnoteReference w:id="1"/></w:r>') + p(r("x{% endif %}")),
        "dấu chú thích",
    ),
    "a tag in two runs": (p(r("Đầu")) + p(r("Ông Sửu {") + r("%- if ten %}x{% endif %}")), "chữ “Ông Sửu”"),
}


@pytest.mark.parametrize("case", MERGED)
def test_what_joining_two_paragraphs_would_take_away_is_refused_by_name(case: str) -> None:
    xml, name = MERGED[case]
    [finding] = told(with_body(xml))
    assert finding.severity is Severity.ERROR
    assert finding.reason.lower().startswith(f"{name} đứng cạnh chỗ điền “{{%".lower())
    with pytest.raises(HazardousTemplate):
        Template.from_bytes(with_body(xml), name="mẫu.docx")


def test_joining_two_paragraphs_is_welcome_where_nothing_lies_between() -> None:
    for xml in (p(r("Đầu")) + p(r("{%- if ten %} cuối{% endif %}")), p(r("{% if ten -%}")) + p(r("x{% endif %}"))):
        assert told(with_body(xml)) == []


def test_a_line_of_its_own_that_joins_the_next_paragraph_is_refused() -> None:
    [finding] = told(with_body(p(r("{%p if ten -%}")) + p(r("mất")) + p(r("{%p endif %}"))))
    assert finding.reason.startswith("Dấu “-” trong chỗ điền “{%p if ten -%}” làm mất đoạn đứng sau chỗ điền")


def test_a_remark_takes_its_paragraph_with_it_and_may() -> None:
    data = word_file("{#p ghi chú của người soạn #} kèm chữ", "{{ ten }}")
    assert unsound(rendered(data, {"ten": "Lan"})) == []
    assert told(data) == []


@pytest.mark.parametrize("name", ["_GoBack", "Muc1"])
def test_a_bookmark_with_one_end_in_a_tag_line_goes_with_both(name: str) -> None:
    start, end = f'<w:bookmarkStart w:id="3" w:name="{name}"/>', '<w:bookmarkEnd w:id="3"/>'
    for xml in (
        p(start + r(TAG)) + p(r("a") + end) + p(r("{%p endif %}")),
        p(r(TAG)) + p(start + r("a")) + p(r("{%p endif %}") + end),
    ):
        for ten in ("", "Lan"):
            made = rendered(with_body(xml), {"ten": ten})
            assert unsound(made) == []
            assert "bookmark" not in xml_text(made)


# What changes, asks or fetches later

FIELDS = {
    "two runs": (char("begin") + code(" DA") + code('TE \\@ "d"') + char("end"), "có trường “DATE” tự đổi"),
    "no space": (char("begin") + code('DATE\\@"d"') + char("end"), "có trường “DATE” tự đổi"),
    "inside another field": (
        char("begin") + code("IF ") + char("begin") + code("TIME") + char("end") + code(" = 1") + char("end"),
        "có trường “TIME” tự đổi",
    ),
    "a file in two runs": (char("begin") + code("INCLUDE") + code("TEXT x") + char("end"), "“INCLUDETEXT” lấy nội"),
    "creation": ('<w:fldSimple w:instr="CREATEDATE"/>', "có trường “CREATEDATE” tự đổi"),
    "a question": (char("begin") + code('FILLIN "Tên?"') + char("end"), "có trường “FILLIN” hỏi người mở tệp"),
    "another question": (char("begin") + code("ASK x") + char("end"), "có trường “ASK” hỏi người mở tệp"),
    "a merge field": (char("begin") + code("MERGEFIELD Ho_va_ten") + char("end"), "có trường trộn thư “Ho_va_ten”"),
    "a property that Word keeps": (
        char("begin") + code("DOCPROPERTY LastSavedTime") + char("end"),
        "có trường “DOCPROPERTY” tự đổi",
    ),
    "the next record": (char("begin") + code("NEXT") + char("end"), "có trường “NEXT” của trộn thư"),
}


@pytest.mark.parametrize("case", FIELDS)
def test_fields_that_change_or_ask_are_refused_by_name(case: str) -> None:
    xml, reason = FIELDS[case]
    data = with_body(p(r("Ngày: ") + xml))
    assert [reason in one.reason[0].lower() + one.reason[1:] for one in told(data)] == [True]
    with pytest.raises(HazardousTemplate) as raised:
        Template.from_bytes(data, name="mẫu.docx")
    assert reason in str(raised.value)


def test_lint_names_the_tag_to_put_in_the_place_of_a_merge_field() -> None:
    [finding] = told(with_body(p(char("begin") + code("MERGEFIELD Ho_ten") + char("end"))))
    assert finding.remedy == "Hãy xóa trường đó và viết {{ ten }} (Họ và tên)."


REVISIONS = {
    "cellIns": '<w:tc><w:tcPr><w:cellIns w:id="1" w:author="x"/></w:tcPr><w:p/></w:tc>',
    "tcPrChange": '<w:tc><w:tcPr><w:tcPrChange w:id="1" w:author="x"><w:tcPr/></w:tcPrChange></w:tcPr><w:p/></w:tc>',
    "trPrChange": '<w:trPr><w:trPrChange w:id="1" w:author="x"><w:trPr/></w:trPrChange></w:trPr><w:tc><w:p/></w:tc>',
    "ins": '<w:trPr><w:ins w:id="1" w:author="x"/></w:trPr><w:tc><w:p/></w:tc>',
}


@pytest.mark.parametrize("case", REVISIONS)
def test_revisions_of_tables_are_refused(case: str) -> None:
    with pytest.raises(HazardousTemplate, match="còn vết sửa"):
        Template.from_bytes(
            with_body(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{REVISIONS[case]}</w:tr></w:tbl>"), name="mẫu.docx"
        )


SETTINGS = {
    "<w:trackRevisions/>": "đang bật theo dõi sửa đổi (Track Changes)",
    '<w:documentProtection w:edit="readOnly"/>': "đang khóa không cho sửa (Restrict Editing)",
    '<w:writeProtection w:recommended="1"/>': "đang khóa không cho ghi, hoặc khuyên chỉ đọc (Always open read-only)",
    "<w:updateFields/>": "buộc Word hỏi cập nhật các trường mỗi lần mở tệp",
    "<w:mailMerge/>": "còn nối với nguồn trộn thư (Mail Merge)",
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_settings_that_change_the_file_later_are_refused(setting: str) -> None:
    data = with_part(
        word_file("x"), "word/settings.xml", lambda _: f"<w:settings {nsdecls('w')}>{setting}</w:settings>"
    )
    with pytest.raises(HazardousTemplate) as raised:
        Template.from_bytes(data, name="mẫu.docx")
    assert f"Mẫu “mẫu.docx”, thiết lập của tệp: {SETTINGS[setting]}." in str(raised.value)


@pytest.mark.parametrize("setting", ["trackRevisions", "updateFields"])
def test_a_setting_that_is_off_is_welcome(setting: str) -> None:
    off = f'<w:settings {nsdecls("w")}><w:{setting} w:val="0"/></w:settings>'
    Template.from_bytes(with_part(word_file("x"), "word/settings.xml", lambda _: off), name="mẫu.docx")


def test_a_protection_that_was_stopped_is_welcome() -> None:
    stopped = f'<w:settings {nsdecls("w")}><w:documentProtection w:edit="readOnly" w:enforcement="0"/></w:settings>'
    Template.from_bytes(with_part(word_file("x"), "word/settings.xml", lambda _: stopped), name="mẫu.docx")


@pytest.mark.parametrize("text", ["{{ ten }}", "{{ ten", "ten }}"])
def test_a_tag_in_hidden_letters_is_refused_for_nobody_would_see_its_value(text: str) -> None:
    def data(hidden: str) -> bytes:
        return with_body(f"<w:p><w:r><w:rPr>{hidden}</w:rPr><w:t>{text}</w:t></w:r></w:p>")

    with pytest.raises(HazardousTemplate, match="chữ ẩn"):
        Template.from_bytes(data("<w:vanish/>"), name="mẫu.docx")
    if text == "{{ ten }}":
        Template.from_bytes(data('<w:vanish w:val="0"/>'), name="mẫu.docx")


# Tags where nobody looks


def with_story(kind: str, xml: str) -> bytes:
    parts = parts_of(word_file("x"))
    parts[f"word/{kind}.xml"] = xml.encode()
    override = f'<Override PartName="/word/{kind}.xml" ContentType="application/xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    uri = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    relation = f'<Relationship Id="rId901" Type="{uri}" Target="{kind}.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
    return zipped(parts)


def note(name: str, text: str) -> str:
    return f'<w:{name}s {nsdecls("w")}><w:{name} w:id="1">{p(r(text))}</w:{name}></w:{name}s>'


CHART = (
    '<c:t xmlns:c="c" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:t>{}</a:t></a:p></c:t>'
)
LINK = '<Relationship Id="r9" Type="t/hyperlink" Target="http://x/%7B%7Bten%7D%7D" TargetMode="External"/></Rel'
BOUND = control(p(r("{{ ten }}"))).replace("<w:sdtPr>", '<w:sdtPr><w:dataBinding w:xpath="/a"/>')
COMPANY = "<Company>{{ ten }}</Company></Prop"
UNSEEN = {
    "endnote": (with_story("endnotes", note("endnote", "Theo {{ ten }}")), "chú thích cuối văn bản"),
    "comment": (with_story("comments", note("comment", "Theo {{ ten }}")), "ghi chú (Comments)"),
    "chart": (with_story("chart", CHART.format("{{ ten }}")), "biểu đồ"),
    "address": (
        with_part(word_file("x"), "word/_rels/document.xml.rels", lambda xml: xml.replace("</Rel", LINK)),
        "liên kết",
    ),
    "bound control": (with_body(BOUND), "ô điều khiển nội dung gắn với dữ liệu khác"),
    "other property": (
        with_part(word_file("x"), "docProps/app.xml", lambda xml: xml.replace("</Prop", COMPANY)),
        "thuộc tính tệp",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", UNSEEN)
def test_a_tag_that_nobody_would_fill_in_is_an_error_of_lint_and_refused(case: str) -> None:
    data, where = UNSEEN[case]
    [finding] = told(data)
    assert finding.severity is Severity.ERROR
    assert where in str(finding)
    with pytest.raises(HazardousTemplate):
        Template.from_bytes(data, name="mẫu.docx")


@pytest.mark.parametrize("kind", ["endnotes", "webSettings", "chart"])
def test_a_part_that_is_no_xml_is_told(kind: str) -> None:
    for data in (with_story(kind, "<w:endnotes><w:ins "), with_story(kind, "{{ ten")):
        with pytest.raises(VanbanError, match="Hãy"):
            rendered(data, {})
        with pytest.raises(VanbanError, match="Hãy"):
            lint(data, "mẫu.docx", Context)


SPACED = {
    "{%p\u00a0if ten %}": "sau “{%p” là dấu cách cứng (no-break space)",
    "{{\u00a0ten }}": "sau “{{” là dấu cách cứng (no-break space)",
    "{ { ten } }": "hai dấu “{ {” của chỗ điền bị tách rời",
    "{ % if ten %}": "hai dấu “{ %” của chỗ điền bị tách rời",
    "{{ ten } }": "hai dấu “} }” của chỗ điền bị tách rời",
}


@pytest.mark.parametrize("text", SPACED)
def test_wrong_spaces_in_a_tag_are_told_as_such(text: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        Template.from_bytes(word_file(text), name="mẫu.docx")
    assert SPACED[text] in str(raised.value)


# What a loop repeats

SHAPE = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="_x0000_s1026"/></w:pict></w:r>'
COMMENT = '<w:commentRangeStart w:id="0"/><w:r><w:t>{{ x }}</w:t></w:r><w:commentRangeEnd w:id="0"/>'
REPEATED = {
    "bookmark": p(bookmark(1, "Muc")),
    "drawing": p(drawing(1)),
    "control": control(p(r("{{ x }}"))),
    "shape": p(SHAPE),
    "paragraph": '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="12345678"/>',
    "permission": p('<w:permStart w:id="4"/>' + r("x") + '<w:permEnd w:id="4"/>'),
    "comment": p(COMMENT),
}


@pytest.mark.parametrize("case", REPEATED)
@pytest.mark.parametrize("names", ROWS)
def test_what_a_loop_repeats_is_numbered_anew(case: str, names: list[str]) -> None:
    made = rendered(with_body(loop(REPEATED[case])), {"ds": names})
    assert unsound(made) == []


@pytest.mark.parametrize("case", ["drawing", "control", "shape", "bookmark"])
def test_what_a_loop_repeats_in_a_header_is_numbered_anew(case: str) -> None:
    assert unsound(rendered(in_part("header1", loop(REPEATED[case]) + p()), {"ds": ["Lan", "Mai"]})) == []


def test_repeated_bookmarks_keep_their_names_apart() -> None:
    xml = xml_text(rendered(with_body(loop(p(bookmark(1, "Muc")))), {"ds": ["a", "b", "c"]}))
    assert [xml.count(f'w:name="{name}"') for name in ("Muc", "Muc_2", "Muc_3")] == [1, 1, 1]


def test_lint_says_that_a_comment_stays_in_the_first_round_only() -> None:
    parts = parts_of(with_story("comments", note("comment", "xem lại").replace('w:id="1"', 'w:id="0"')))
    body = parts_of(with_body(loop(p(COMMENT))))["word/document.xml"]
    [finding] = told(zipped(parts | {"word/document.xml": body}))
    assert finding.severity is Severity.WARNING
    assert "ghi chú (Comment) trong vòng lặp chỉ còn ở lượt đầu" in finding.reason


# Pictures


def test_a_picture_in_a_footnote_is_refused_by_its_place() -> None:
    data = with_footnotes(word_file("x"), "Hình {{ a }}")
    with pytest.raises(UnfilledTemplate) as raised:
        rendered(data, {"a": Bound(lambda tpl: InlineImage(tpl, io.BytesIO(png())))})
    assert "hình, liên kết, tài liệu con không đặt được ở đây" in str(raised.value)
    assert "ở chú thích cuối trang" in str(raised.value)


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        ("không-có.png", "không tìm thấy tệp hình"),
        (io.BytesIO(b"day khong phai la hinh"), "tệp hình hỏng hoặc không phải là hình mà Word nhận"),
        (io.BytesIO(png()[:20]), "tệp hình hỏng hoặc không phải là hình mà Word nhận"),
    ],
)
def test_a_picture_that_is_missing_or_damaged_is_told(picture: Any, reason: str) -> None:
    with pytest.raises(UnfilledTemplate) as raised:
        rendered(word_file("Hình {{ a }}"), {"a": Bound(lambda tpl: InlineImage(tpl, picture))})
    assert reason in str(raised.value)
