"""A list that each round of a loop holds as a whole begins anew in every round; where that is in doubt, lint warns."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import nsdecls
from judges import audit_errors, sdk_errors
from lxml import etree
from pydantic import Field
from word_files import canonical, parts_of, with_body, with_part
from word_xml import p, r

from vanban.domain.finding import Finding, Severity
from vanban.domain.record import Record
from vanban.ooxml import W, flaws
from vanban.ooxml.numbering import ListNumbering
from vanban.word import Bound, Template, lint

NAMES = ["ab", "cd", "e"]


class Context(Record):
    ten: str = Field(default="", title="Họ và tên")
    ds: tuple[str, ...] = Field(default=(), title="Danh sách")


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{inner}</w:lvl>'


SHAPES = {
    1: level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"),
    2: level(0, "bullet", "-"),
    3: level(0, "upperRoman", "%1.", start=3),
}
LISTS = {1: "", 2: "", 3: "", 4: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'}


def numbering() -> str:
    shapes = "".join(f'<w:abstractNum w:abstractNumId="{n}">{inner}</w:abstractNum>' for n, inner in SHAPES.items())
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{1 if n == 4 else n}"/>{inner}</w:num>'
        for n, inner in LISTS.items()
    )
    return f"<w:numbering {nsdecls('w')}>{shapes}{lists}</w:numbering>"


def template(xml: str) -> bytes:
    """A Word file with four lists: 1., a) (1), dashes (2), from III. (3), and the first begun anew (4)."""
    data = with_part(with_body(xml), "word/numbering.xml", lambda _: numbering())

    def styled(styles: str) -> str:
        pattern = r'(w:styleId="ListNumber">.*?<w:numId w:val=)"\d+"'
        return re.sub(pattern, r'\1"1"', styles, count=1, flags=re.DOTALL)

    return with_part(data, "word/styles.xml", styled)


def item(text: str, number: int = 1, depth: int = 0) -> str:
    said = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(f"<w:pPr>{said}</w:pPr>{r(text)}")


def styled(text: str) -> str:
    return p(f'<w:pPr><w:pStyle w:val="ListNumber"/><w:jc w:val="both"/></w:pPr>{r(text)}')


def loop(inner: str, head: str = "for x in ds") -> str:
    return p(r(f"{{%p {head} %}}")) + inner + p(r("{%p endfor %}"))


def inner(text: str) -> str:
    return loop(text, "for y in x")


HEAD = p(r("{{ x }}"))


def printed(data: bytes) -> str:
    """What a reader sees: each paragraph after its number."""
    parts = parts_of(data)
    lists = ListNumbering(etree.fromstring(parts["word/numbering.xml"]))
    styles = etree.fromstring(parts["word/styles.xml"])
    [of_style] = styles.findall(f".//{W}style[@{W}styleId='ListNumber']//{W}numId")
    lines = []
    for paragraph in etree.fromstring(parts["word/document.xml"]).iter(W + "p"):
        said = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        number = said.find(W + "numId").get(W + "val") if said is not None else None  # type: ignore[union-attr]
        depth = int(said.find(W + "ilvl").get(W + "val")) if said is not None else 0  # type: ignore[union-attr]
        if number is None and style is not None and style.get(W + "val") == "ListNumber":
            number = of_style.get(W + "val")
        label = lists.label(number, depth) if number else ""
        lines.append(label + "".join(str(text) for text in paragraph.itertext()))
    return " ".join(filter(None, lines))


def rendered(data: bytes, ds: Any = NAMES) -> bytes:
    return Template.from_bytes(data, name="mẫu.docx").render({"ten": "Lan", "ds": ds})


def doubts(data: bytes) -> list[Finding]:
    return [one for one in lint(data, "mẫu.docx", Context) if "đánh tiếp số của lượt trước" in one.reason]


ANEW = {
    "two items": (loop(HEAD + item("một") + item("hai")), "ab 1.một 2.hai cd 1.một 2.hai e 1.một 2.hai"),
    "a loop of items": (loop(HEAD + inner(item("{{ y }}"))), "ab 1.a 2.b cd 1.c 2.d e 1.e"),
    "a style": (loop(HEAD + inner(styled("{{ y }}"))), "ab 1.a 2.b cd 1.c 2.d e 1.e"),
    "another beginning": (loop(HEAD + inner(item("{{ y }}", 3))), "ab III.a IV.b cd III.c IV.d e III.e"),
    "a second level": (loop(HEAD + inner(item("{{ y }}", 1, 1))), "ab a)a b)b cd a)c b)d e a)e"),
    "two levels": (
        loop(HEAD + item("một") + item("nhỏ", 1, 1) + item("hai")),
        "ab 1.một a)nhỏ 2.hai cd 1.một a)nhỏ 2.hai e 1.một a)nhỏ 2.hai",
    ),
    "a list of its own in the loop": (
        item("trước") + loop(HEAD + inner(item("{{ y }}", 4))),
        "1.trước ab 1.a 2.b cd 1.c 2.d e 1.e",
    ),
    "three loops": (
        loop(HEAD + loop(HEAD + loop(item("{{ y }}"), "for y in x"), "for x in ds"), "for _x in ds").replace("_x", "z")
        .replace("{{ x }}", "·"),
        "· · 1.a 2.b · 1.c 2.d · 1.e · · 1.a 2.b · 1.c 2.d · 1.e · · 1.a 2.b · 1.c 2.d · 1.e",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ANEW)
def test_each_round_begins_its_list_anew(case: str) -> None:
    xml, expected = ANEW[case]
    made = rendered(template(xml))
    assert printed(made) == expected
    assert flaws(parts_of(made), {}, "tệp.docx") == ()
    assert doubts(template(xml)) == []


GOES_ON = {
    "the loop is the list": (loop(item("{{ x }}")), "1.ab 2.cd 3.e"),
    "one item amid words": (loop(item("{{ x }}") + p(r("·"))), "1.ab · 2.cd · 3.e ·"),
    "items with items of their own": (
        loop(item("{{ x }}") + inner(item("{{ y }}", 1, 1))),
        "1.ab a)a b)b 2.cd a)c b)d 3.e a)e",
    ),
    "one of two branches": (
        loop(p(r("{%p if x == 'e' %}")) + item("cuối") + p(r("{%p else %}")) + item("{{ x }}") + p(r("{%p endif %}"))),
        "1.ab 2.cd 3.cuối",
    ),
    "dashes": (loop(HEAD + item("một", 2) + item("hai", 2)), "ab -một -hai cd -một -hai e -một -hai"),
}


@pytest.mark.parametrize("case", GOES_ON)
def test_a_list_that_runs_through_the_loop_goes_on_as_with_docxtpl(case: str) -> None:
    xml, expected = GOES_ON[case]
    data = template(xml)
    made = rendered(data)
    assert printed(made) == expected
    assert canonical(made)["word/numbering.xml"] == canonical(data)["word/numbering.xml"]
    assert doubts(data) == []


@pytest.mark.parametrize("outside", [item("trước"), styled("trước")])
def test_lint_warns_where_the_list_goes_on_outside_of_the_loop(outside: str) -> None:
    for xml in (outside + loop(HEAD + inner(item("{{ y }}"))), loop(HEAD + item("một") + item("hai")) + outside):
        [finding] = doubts(template(xml))
        assert finding.severity is Severity.WARNING
        assert finding.place.header == "{% for x in ds %}"
    assert printed(rendered(template(outside + loop(HEAD + inner(item("{{ y }}")))))).endswith("cd 4.c 5.d e 6.e")


def test_a_file_without_rounds_has_the_lists_of_its_template() -> None:
    data = template(loop(HEAD + item("một") + item("hai")))
    for names in ([], ["ab"]):
        assert canonical(rendered(data, names))["word/numbering.xml"] == canonical(data)["word/numbering.xml"]


def test_lists_begin_anew_where_docxtpl_itself_renders() -> None:
    data = template(loop(HEAD + item("một") + item("hai")) + p(r("{{ ten }}")))
    made = Template.from_bytes(data, name="mẫu.docx").render({"ds": ["a", "b"], "ten": Bound(lambda _: "Lan")})
    assert printed(made) == "a 1.một 2.hai b 1.một 2.hai Lan"


def test_two_judges_find_no_error_in_lists_begun_anew_that_the_template_has_not(tmp_path: Path) -> None:
    before, after = tmp_path / "mau.docx", tmp_path / "danh-sach.docx"
    before.write_bytes(template(loop(HEAD + item("một") + item("hai"))))
    after.write_bytes(rendered(before.read_bytes()))
    assert sdk_errors(after) == sdk_errors(before)
    assert audit_errors(after) == audit_errors(before)
