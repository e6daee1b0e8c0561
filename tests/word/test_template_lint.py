"""Lint tells everything that is wrong with a template, each finding in whole sentences (T05, T06, T07)."""

from __future__ import annotations

from enum import StrEnum

import pytest
from pydantic import Field, computed_field
from word_files import with_part, word_file

from vanban.domain.finding import Finding, Severity
from vanban.domain.measure import Length, mm
from vanban.domain.record import Record
from vanban.errors import UnusableTemplate, WrongFileKind
from vanban.word import FieldRow, Template, fields, lint, text_of


class Role(StrEnum):
    CLAUSE = "clause"
    POINT = "point"


class Member(Record):
    name: str = Field(title="Họ và tên")
    role: Role = Field(title="Vai trò")


class Group(Record):
    name: str = Field(title="Tên tổ")
    leader: Member | None = Field(default=None, title="Tổ trưởng")
    members: tuple[Member, ...] = Field(default=(), title="Thành viên")
    counts: dict[str, int] = Field(default_factory=dict, title="Số liệu")


class Context(Record):
    subject: str = Field(title="Trích yếu")
    rule: Length = Field(title="Đường kẻ")
    groups: tuple[Group, ...] = Field(title="Các tổ")
    pair: tuple[str, Group] = Field(title="Cặp")

    @computed_field(title="Số tổ")  # type: ignore[prop-decorator]
    @property
    def group_count(self) -> int:
        return len(self.groups)


USES_ALL = "{{ subject }}{{ groups|length }}{{ pair[0] }}{{ group_count }}{% if rule %}{% endif %}"


def findings(*blocks: object, **parts: str) -> list[Finding]:
    """What lint says about a template that mentions every field, and these blocks."""
    return list(lint(word_file(*blocks, USES_ALL, **parts), "mẫu.docx", Context))  # type: ignore[arg-type]


def said(*blocks: object, **parts: str) -> list[str]:
    return [str(finding) for finding in findings(*blocks, **parts)]


CLEAN = [
    "{{ subject }} {{ subject|upper }} {{ subject.upper() }} {{ subject ~ '/' ~ group_count }}",
    "{% for g in groups %}{{ loop.index }}/{{ loop.length }} {{ g.name }} {{ g['name'] }}{% endfor %}",
    "{% for g in groups if g.name %}{% for m in g.members %}{{ m.name }} {{ loop.last }}{% endfor %}{% endfor %}",
    "{% for g in groups|sort(attribute='name')|list %}{{ g.leader.name }}{% else %}không có{% endfor %}",
    "{% for row in groups|batch(2) %}{% for g in row %}{{ g.name }}{% endfor %}{% endfor %}",
    "{{ (groups|first).name }} {{ groups[0].name }} {{ groups[1:]|length }}",
    "{{ groups|map(attribute='leader.name')|join }}",
    "{% for g in groups %}{% for k, v in g.counts.items() %}{{ k }} {{ v }}{% endfor %}{{ g.counts['x'] }}{% endfor %}",
    "{% set first = groups|first %}{{ first.name }}{% with g = pair[1] %}{{ g.name }}{% endwith %}",
    "{% if groups and groups[0].leader %}{{ groups[0].leader.role }}{% endif %}{{ subject or 'x' }}",
    "{% for m in groups[0].members %}{% if m.role == 'clause' %}x{% elif m.role != 'point' %}y{% endif %}{% endfor %}",
    "{% for i in range(3) %}{{ i }}{% endfor %}{{ (subject if group_count > 1 else 'x') }}",
    "{% for a, b in [('x', 1)] %}{{ a }}{% endfor %}{{ pair[1].name }} {{ groups|selectattr('name')|list|length }}",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_the_context_declares_is_clean_and_compiles(text: str) -> None:
    assert said(text) == []
    Template.from_bytes(word_file(text), name="mẫu.docx")


def test_a_drawn_rule_is_clean() -> None:
    assert said("{{p rule|rule(70) }}") == []


UNKNOWN = {
    "Về {{ subjct }}": (
        "Dữ liệu của mẫu không có chỗ điền “subjct”. Cách sửa: Có phải “subject” (Trích yếu)?"
    ),
    "{{ xyz }}": (
        "Dữ liệu của mẫu không có chỗ điền “xyz”. "
        "Cách sửa: Hãy dùng một trong các tên: subject, rule, groups, pair, group_count."
    ),
    "{% for g in groups %}{{ g.nane }}{% endfor %}": (
        "“g” không có chỗ điền “nane”. Cách sửa: Có phải “name” (Tên tổ)?"
    ),
    "{% for g in groups %}{% for m in g.members %}{{ m.leader }}{% endfor %}{% endfor %}": (
        "“m” không có chỗ điền “leader”. Cách sửa: Hãy dùng một trong các tên: name, role."
    ),
    "{% for g in gruops %}{{ g.name }}{% endfor %}": (
        "Dữ liệu của mẫu không có chỗ điền “gruops”. Cách sửa: Có phải “groups” (Các tổ)?"
    ),
    "{% for g in groups %}{{ loop.idx }}{% endfor %}": "“loop” không có chỗ điền “idx”. Cách sửa: Có phải “index”?",
    "{{ groups.name }}": (
        "“groups” là một danh sách, không có chỗ điền “name”. "
        "Cách sửa: Hãy lặp: {% for x in groups %} … {{ x.name }} … {% endfor %}."
    ),
    "{{ subject.name }}": ("“subject” chỉ là chữ hoặc số, bên trong không có chỗ điền “name”. Cách sửa: Hãy viết {{ "
"subject }}."),
    "{{ groups }}": (
        "“groups” là một danh sách, không in thẳng được. "
        "Cách sửa: Hãy lặp: {% for x in groups %} … {% endfor %}, hoặc nối: {{ groups|join(', ') }}."
    ),
    "{{ pair[1] }}": (
        "“pair[1]” là cả một nhóm chỗ điền, không in thẳng được. Cách sửa: Hãy in từng chỗ điền, ví dụ "
        "{{ pair[1].name }}."
    ),
    "{% for g in groups %}{{ g }}{% endfor %}": (
        "“g” là cả một nhóm chỗ điền, không in thẳng được. Cách sửa: Hãy in từng chỗ điền, ví dụ {{ g.name }}."
    ),
    "Kẻ {{ rule }}": (
        "“rule” là một độ dài, không in thẳng được. Cách sửa: Hãy dùng để vẽ đường kẻ: {{p rule|rule(70) }}."
    ),
    "Kẻ {{ rule|rule(70) }}": (
        "“rule|rule” vẽ đường kẻ nên không đứng được trong dòng chữ. "
        "Cách sửa: Hãy viết trong một đoạn riêng: {{p rule|rule(…) }}."
    ),
    "{{p subject }}": (
        "“subject” đứng ngoài dòng chữ nên sẽ bị mất. "
        "Cách sửa: Hãy viết {{ subject }}, không có chữ p, r, tr, tc sau dấu ngoặc."
    ),
    "{% for x in group_count %}x{% endfor %}": (
        "“group_count” không phải là danh sách nên không lặp được. Cách sửa: Hãy lặp trên một chỗ điền là danh sách."
    ),
    "{% if groups[0].members[0].role == 'claus' %}x{% endif %}": (
        "“groups[0].members[0].role” không bao giờ bằng “claus”. Cách sửa: Có phải “clause”?"
    ),
    "{{ groups|map(attribute='leader.nam')|join }}": (
        "“groups” không có chỗ điền “nam”. Cách sửa: Có phải “name” (Họ và tên)?"
    ),
    "{% set first = groups|first %}{{ first.nam }}": (
        "“first” không có chỗ điền “nam”. Cách sửa: Có phải “name” (Tên tổ)?"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_the_context_does_not_declare_is_told_with_what_was_meant(text: str) -> None:
    [finding] = findings(text)
    assert str(finding).endswith(f": {UNKNOWN[text]}")
    assert finding.severity is Severity.ERROR
    assert finding.place.file == "mẫu.docx"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("header", "đầu trang"),
        ("footer", "chân trang"),
        ("footnotes", "chú thích cuối trang"),
        ("title", "thuộc tính tệp"),
    ],
)
def test_the_part_is_named_where_it_is_not_the_body(part: str, words: str) -> None:
    assert said(**{part: "Số {{ subjct }}"}) == [
        f"Tệp “mẫu.docx”, mục “{words}: Số {{{{ subjct }}}}”: Dữ liệu của mẫu không có chỗ điền “subjct”. "
        "Cách sửa: Có phải “subject” (Trích yếu)?"
    ]


def test_all_findings_come_together_in_the_order_of_the_text() -> None:
    assert [finding.reason for finding in findings("{{ a1 }} {{ b1 }}", "{{ c1 }}", header="{{ d1 }}")] == [
        f"Dữ liệu của mẫu không có chỗ điền “{name}”." for name in ("a1", "b1", "c1", "d1")
    ]


def test_a_broken_part_does_not_hide_the_others() -> None:
    reasons = [finding.reason for finding in findings("{{ subject", header="{{ a1 }}")]
    assert reasons == [
        "Chỗ điền mở bằng “{{” không được đóng trong cùng đoạn.",
        "Dữ liệu của mẫu không có chỗ điền “a1”.",
    ]


def test_forbidden_syntax_is_told() -> None:
    assert said("{{ subject.__class__ }}")[0] == (
        "Tệp “mẫu.docx”, mục “{{ subject.__class__ }}”: Dùng tên “__class__” bắt đầu bằng gạch dưới, không được phép "
        "trong mẫu. Cách sửa: Hãy bỏ phần đó; mẫu chỉ in chỗ điền, lặp (for), xét điều kiện (if) và dùng các bộ lọc "
        "được phép."
    )


def test_an_unknown_filter_is_told_with_what_was_meant() -> None:
    assert (
        findings("{{ subject|uper }}")[0].reason == "Dùng bộ lọc “uper” (có phải “upper”?), không được phép trong mẫu."
    )


def test_revision_marks_are_told() -> None:
    def mark(xml: str) -> str:
        return xml.replace("<w:p>", '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>thêm</w:t></w:r></w:ins>', 1)

    data = with_part(word_file(USES_ALL), "word/document.xml", mark)
    [finding] = lint(data, "mẫu.docx", Context)
    assert str(finding).startswith("Tệp “mẫu.docx”, mục “thêm")
    assert str(finding).endswith(
        ": Còn vết sửa (Track Changes). "
        "Cách sửa: Hãy chấp nhận hoặc bỏ mọi vết sửa (Review, Accept hoặc Reject) rồi lưu."
    )


def test_a_condition_that_breaks_the_layout_for_some_data_is_an_error() -> None:
    [finding] = findings("{% if subject %}", [["{% endif %}", "x"]])
    assert finding.severity is Severity.ERROR
    assert str(finding) == (
        "Tệp “mẫu.docx”, mục “thân văn bản”: Với một số dữ liệu, các chỗ điền mở và đóng không khớp, văn bản làm ra bị "
        "hỏng: có lệnh if hoặc for mở ở một ô hay bảng và đóng ở ô hay bảng khác. Cách sửa: Hãy đặt lệnh mở và lệnh "
        "đóng trong cùng một đoạn, một ô, hoặc dùng {%p … %}, {%tr … %}."
    )


def test_a_condition_that_cuts_through_the_layout_and_breaks_nothing_is_a_warning() -> None:
    [finding] = findings([["a{% if subject %}", "{% endif %}x"]])
    assert finding.severity is Severity.WARNING
    assert str(finding) == (
        "Tệp “mẫu.docx”: Có lệnh if hoặc for mở ở một ô hay bảng và đóng ở ô hay bảng khác. Cách sửa: Hãy đặt lệnh mở "
        "và lệnh đóng trong cùng một đoạn, một ô, hoặc dùng {%p … %}, {%tr … %}."
    )


def test_a_field_that_no_part_mentions_is_a_warning() -> None:
    found = lint(word_file("{{ subject }}", header="{{ group_count }}"), "mẫu.docx", Context)
    assert {finding.severity for finding in found} == {Severity.WARNING}
    assert [str(finding) for finding in found] == [
        f"Tệp “mẫu.docx”: Không dùng chỗ điền “{name}” ({title}). Cách sửa: Hãy thêm vào mẫu nếu văn bản cần chỗ "
        "điền đó."
        for name, title in (("rule", "Đường kẻ"), ("groups", "Các tổ"), ("pair", "Cặp"))
    ]


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(WrongFileKind):
        lint(b"x", "mẫu.docx", Context)
    with pytest.raises(UnusableTemplate):
        lint(with_part(word_file("x"), "word/document.xml", lambda xml: xml[:99]), "mẫu.docx", Context)


def test_what_lint_lets_through_is_filled_in() -> None:
    context = Context(
        subject="V/v",
        rule=mm(20),
        groups=(Group(name="Tổ 1", leader=Member(name="A", role=Role.CLAUSE), counts={"x": 1}), Group(name="Tổ 2")),
        pair=("a", Group(name="b")),
    )
    for text in CLEAN:
        if "leader.name" not in text and "[0].members" not in text and "counts['x']" not in text:
            assert Template.from_bytes(word_file(text), name="mẫu.docx").render(context)


# What a template may mention


def test_the_fields_are_listed_with_titles_and_sorts_down_to_the_last() -> None:
    rows = fields(Context)
    assert FieldRow(name="groups", title="Các tổ", kind="danh sách") in rows
    assert FieldRow(name="groups[].leader.role", title="Vai trò", kind="chữ, số") in rows
    assert [(row.name, row.kind) for row in rows] == [
        ("subject", "chữ, số"),
        ("rule", "độ dài"),
        ("groups", "danh sách"),
        ("groups[].name", "chữ, số"),
        ("groups[].leader", "nhóm"),
        ("groups[].leader.name", "chữ, số"),
        ("groups[].leader.role", "chữ, số"),
        ("groups[].members", "danh sách"),
        ("groups[].members[].name", "chữ, số"),
        ("groups[].members[].role", "chữ, số"),
        ("groups[].counts", "bảng tra"),
        ("pair", "danh sách"),
        ("group_count", "chữ, số"),
    ]


class Tree(Record):
    name: str = Field(title="Tên")
    children: tuple[Tree, ...] = Field(default=(), title="Nhánh")


def test_a_tree_is_listed_once() -> None:
    assert [row.name for row in fields(Tree)] == ["name", "children"]


def test_a_tree_may_be_walked_by_a_recursive_loop() -> None:
    inner = "{% if t.children %}({{ loop(t.children) }}){% endif %}"
    text = f"{{% for t in children recursive %}}{{{{ t.name }}}}{inner}{{% endfor %}}"
    assert lint(word_file(text + "{{ name }}"), "mẫu.docx", Tree) == ()
    tree = Tree(name="gốc", children=(Tree(name="a", children=(Tree(name="b"),)), Tree(name="c")))
    assert "a(b)c" in text_of(Template.from_bytes(word_file(text), name="mẫu.docx").render(tree))
