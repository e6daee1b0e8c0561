"""A finished Word file is read back as lines and tables, each where a person finds it."""

from __future__ import annotations

from word_files import word_file

from vanban.word import read_paper


def test_lines_and_tables_are_read_with_their_places() -> None:
    paper = read_paper(word_file("Nguyễn¦ Văn A", "", [["TT", "Họ và tên"], ["1", "Lê Thị¦ B"]], "cuối"), "a.docx")
    assert [(line.text, line.place) for line in paper.lines] == [("Nguyễn Văn A", "đoạn 1"), ("cuối", "đoạn 2")]
    assert paper.tables[0].rows == (("TT", "Họ và tên"), ("1", "Lê Thị B"))


def test_white_space_of_any_sort_is_one_space_and_letters_are_composed() -> None:
    paper = read_paper(word_file("Số:\u00a0\u00a0 /TTr\tNguye\u0302\u0303n"), "a.docx")
    assert paper.lines[0].text == "Số: /TTr Nguyễn"
