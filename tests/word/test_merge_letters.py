"""The letter of a mail merge becomes a template: a tag for each field, a column for each name, a word on the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merge_letter_maker import complex_field, letter, mark, run, simple_field, text
from word_files import word_file

from vanban.domain.own_paper import ColumnKind
from vanban.errors import NoMergeFields, PackageError, VanbanError
from vanban.gate import open_package
from vanban.kinds.own import titled_row
from vanban.word import MergeLetter, Template, merge_letter, text_of


def turned(*paragraphs: str | tuple[str, ...]) -> MergeLetter:
    return merge_letter(letter(*paragraphs), "thu-moi.docx")


def said(made: MergeLetter) -> list[str]:
    return [line for line in text_of(made.template).splitlines() if line.strip()]


def test_every_way_to_write_a_field_gives_the_tag_of_its_column() -> None:
    made = turned(
        (text("Kính gửi: "), simple_field(" MERGEFIELD Họ_tên ", "«Họ_tên»")),
        (text("Chức vụ: "), complex_field(" MERGEFIELD ", '"Chức vụ"', " \\* MERGEFORMAT ", shown="«Chức vụ»")),
        complex_field(" merge", "field Họ_", "tên \\* Upper ", shown="«HỌ TÊN»"),
    )
    assert said(made) == [
        'Kính gửi: {{ row["Họ tên"] }}',
        'Chức vụ: {{ row["Chức vụ"] }}',
        '{{ row["Họ tên"]|upper }}',
    ]
    assert [column.name for column in made.columns] == ["Họ tên", "Chức vụ"]
    assert made.notes == ()


def test_the_template_prints_what_the_merge_would_have_printed() -> None:
    made = turned(
        (text("Ông "), complex_field(" MERGEFIELD Họ_tên \\* Caps ", shown="x")),
        (complex_field(' MERGEFIELD Điện_thoại \\b "ĐT: " \\f "." ', shown="x"), text(" hết")),
        complex_field(" IF ", complex_field(" MERGEFIELD Phái ", shown="Nữ"), ' = "Nữ" "Bà" "Ông" ', shown="Bà"),
    )
    template = Template.from_bytes(made.template, name="thu-moi.docx")
    full = template.render({"row": {"Họ tên": "nguyễn văn a", "Điện thoại": "0912", "Phái": "Nam"}})
    blank = template.render({"row": {"Họ tên": "trần b", "Điện thoại": "", "Phái": "Nữ"}})
    assert text_of(full).split("\n")[:3] == ["Ông Nguyễn Văn A", "ĐT: 0912. hết", "Ông"]
    assert [line.strip() for line in text_of(blank).split("\n")[:3]] == ["Ông Trần B", "hết", "Bà"]


def test_the_look_of_what_a_field_shows_is_the_look_of_its_tag() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    made = turned(complex_field(" MERGEFIELD Tên ", shown="«Tên»", look=bold))
    document = open_package(made.template, name="x", kind="docx")["word/document.xml"].decode()
    assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{{ row["Tên"] }}</w:t></w:r>' in document


def test_dates_and_numbers_are_columns_of_their_kind() -> None:
    made = turned(
        complex_field(' MERGEFIELD Ngày_sinh \\@ "dd/MM/yyyy" ', shown="x"),
        complex_field(' MERGEFIELD Tiền_thưởng \\# "#.##0" ', shown="x"),
    )
    assert [(one.name, one.kind) for one in made.columns] == [
        ("Ngày sinh", ColumnKind.DATE),
        ("Tiền thưởng", ColumnKind.NUMBER),
    ]


@pytest.mark.parametrize(
    "instruction,words",
    [
        (" NEXT ", "mỗi dòng của bảng nay là một văn bản"),
        (' NEXTIF "a" = "b" ', "NEXTIF"),
        (' SKIPIF "a" = "b" ', "xóa các dòng không cần"),
        (" MERGESEQ ", "STT"),
        (' ADDRESSBLOCK \\f "x" ', "khối địa chỉ"),
        (' FILLIN "Tên?" ', "thêm một cột"),
    ],
)
def test_what_a_template_cannot_do_is_taken_out_and_explained(instruction: str, words: str) -> None:
    made = turned((simple_field(" MERGEFIELD Tên "), complex_field(instruction, shown="cũ"), text(" và hết")))
    assert said(made) == ['{{ row["Tên"] }} và hết']
    assert len(made.notes) == 1 and words in made.notes[0]


def test_a_choice_that_compares_numbers_keeps_its_words_and_says_how_to_write_it() -> None:
    inner = complex_field(" MERGEFIELD Điểm ", shown="80")
    made = turned((simple_field(" MERGEFIELD Tên "), complex_field(" IF ", inner, ' >= 80 "Tốt" "Khá" ', shown="Tốt")))
    assert said(made) == ['{{ row["Tên"] }}Tốt']
    assert "“Tốt”" in made.notes[0] and "{% if" in made.notes[0]


def test_other_fields_and_the_letter_around_stay() -> None:
    page = complex_field(" PAGE ", shown="2")
    made = turned((text("Trang "), page, text(" của "), simple_field(" MERGEFIELD Tên ")))
    assert said(made) == ['Trang 2 của {{ row["Tên"] }}']


def test_nothing_of_the_list_of_addresses_stays_in_the_file() -> None:
    parts = open_package(turned(simple_field(" MERGEFIELD Tên ")).template, name="x", kind="docx")
    assert not any(b"mailMerge" in content or b"ds.xlsx" in content for content in parts.values())


def test_a_letter_without_merge_fields_is_told() -> None:
    with pytest.raises(NoMergeFields, match="MERGEFIELD"):
        merge_letter(word_file("Kính gửi ông A", "«Họ_tên» gõ tay"), "thu.docx")
    with pytest.raises(PackageError):
        merge_letter(b"no Word file", "thu.docx")


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)


@given(_WORDS, st.integers(1, 5), st.sampled_from(["MERGEFIELD", "mergefield", "IF", "NEXT", "HYPERLINK", "="]))
def test_any_instruction_in_any_pieces_gives_a_template_that_opens_or_a_told_error(
    words: str, pieces: int, word: str
) -> None:
    said_at = f' {word} {words} \\* MERGEFORMAT \\b "{words}"'
    cut = [said_at[at::1][: len(said_at) // pieces + 1] for at in range(0, len(said_at), len(said_at) // pieces + 1)]
    try:
        made = turned((simple_field(" MERGEFIELD Tên "), complex_field(*[f"{one}" for one in cut if one[0] != "<"])))
    except VanbanError:
        return
    Template.from_bytes(made.template, name="x")
    titled_row(tuple(column.name for column in made.columns))


@pytest.mark.parametrize(
    "body",
    [
        mark("end") * 40 + mark("begin") * 40,
        "".join(mark("begin") + run("<w:instrText>IF </w:instrText>") for _ in range(60)) + mark("end") * 60,
        mark("separate") + mark("begin") + mark("separate") * 3 + mark("end"),
        '<w:fldSimple w:instr=" IF "><w:fldSimple w:instr=" MERGEFIELD A "/></w:fldSimple>',
    ],
    ids=["strays", "deep", "separators", "nested"],
)
def test_broken_fields_never_stop_the_program(body: str) -> None:
    made = merge_letter(letter(simple_field(" MERGEFIELD Tên "), body), "thu.docx")
    assert "Tên" in [column.name for column in made.columns]


def test_a_field_over_two_paragraphs_keeps_its_words_and_is_told() -> None:
    begun = mark("begin") + run("<w:instrText> IF 1 = 1 </w:instrText>") + mark("separate") + text("một")
    made = merge_letter(letter(simple_field(" MERGEFIELD Tên "), begun, text("hai") + mark("end")), "thu.docx")
    assert said(made) == ['{{ row["Tên"] }}', "một", "hai"]
    assert "nhiều đoạn" in made.notes[0]
