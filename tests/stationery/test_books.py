"""The books of the register: their templates are those committed, mention only what there is, and lay out whole."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from judges import audit_errors, sdk_errors

from vanban.domain.dossier import Dossier, IndexLine, RetentionPeriod
from vanban.domain.ledger import Head
from vanban.domain.office import IssuingBody
from vanban.domain.register_entry import Addressee, Entry, EntryState
from vanban.kinds.books import (
    BOOKS,
    Book,
    FiledDossier,
    dossier_index,
    dossier_list,
    register_book,
    transfer_list,
    transfer_minutes,
)
from vanban.pdf import page_count, text
from vanban.stationery.books import build_books
from vanban.word import Template, lint, text_of

TEMPLATES = Path(__file__).parents[2] / "templates" / "books"
BODY = IssuingBody(
    key="council",
    name="Hội đồng Thi đua - Khen thưởng",
    name_lines=("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"),
    parent_lines=("UBND PHƯỜNG NGÔ QUYỀN",),
    collective_name="Hội đồng",
    head_position="Chủ tịch",
    abbreviation="HĐTĐKT",
)
LONG = (
    "Về việc đề nghị tặng danh hiệu “Chiến sĩ thi đua cơ sở”, “Tập thể lao động tiên tiến” và Giấy khen cho các "
    "tập thể, cá nhân có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2024 trên địa bàn phường"
)


def entry(ordinal: int) -> Entry:
    is_long = ordinal % 7 == 3
    return Entry(
        series="hoi-dong",
        kind="submission",
        key=str(ordinal),
        plan_year=2024,
        type_name="Tờ trình",
        symbol="TTr-HĐTĐKT",
        subject=LONG if is_long else "Về việc họp Hội đồng",
        organ_name="Hội đồng",
        signer_position="Chủ tịch",
        signer_name="Công Tằng Tôn Nữ Nguyễn Thị Hoàng Khánh Huyền" if is_long else "Nguyễn Văn A",
        recipients=(Addressee(organ_name="Chủ tịch UBND thành phố"), Addressee(organ_name="Phòng Nội vụ")),
        retained_by="VT, TĐKT",
        copies=5,
        year=2024,
        ordinal=ordinal,
        issued_on=date(2024, 1, 2) + timedelta(days=ordinal),
        state=EntryState.VOID if ordinal % 9 == 0 else EntryState.ISSUED,
        void_reason="Cấp nhầm" if ordinal % 9 == 0 else "",
        batch="b",
        position=0,
    )


def dossier(rows: int) -> FiledDossier:
    card = Dossier(code="01.TĐKT", year=2024, title="Hồ sơ thi đua", retention=RetentionPeriod(years=10), creator="Lan")
    lines = tuple(
        IndexLine(
            ordinal=n,
            number=f"{n:02d}/TTr-UBND",
            dated="05/02/2024",
            subject=LONG,
            author="UBND phường",
            sheet=str(n),
            note="",
        )
        for n in range(1, rows + 1)
    )
    return FiledDossier(card, lines, "05/02/2024 - 05/02/2024", rows)


def test_the_committed_templates_are_what_the_program_builds() -> None:
    assert {path.stem: path.read_bytes() for path in TEMPLATES.iterdir()} == build_books()


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_a_book_mentions_only_what_its_context_has(book: Book) -> None:
    assert lint(build_books()[book.name], book.name, book.context) == ()


@pytest.mark.parametrize("rows", [0, 1, 60])
def test_every_page_of_the_register_fits_its_rows_and_its_total(
    rows: int, laid_out: Callable[[dict[str, bytes]], dict[str, bytes]]
) -> None:
    context = register_book(BODY, [entry(n) for n in range(1, rows + 1)], 2024, 1, Head())
    made = Template.from_bytes(build_books()["register_book"], name="register_book").render(context)
    pdf = laid_out({"book": made})["book"]
    assert page_count(pdf) == 2 + len(context.pages), "cover, first page, and not a page more than there are totals"
    assert sum(len(page.rows) for page in context.pages) == rows
    assert text(pdf).count("Cộng trang này") == len(context.pages)


@pytest.mark.parametrize("rows", [0, 1, 60])
def test_the_forms_of_dossiers_lay_out_whole(
    rows: int, laid_out: Callable[[dict[str, bytes]], dict[str, bytes]], tmp_path: Path
) -> None:
    dossiers = [dossier(2)] * rows
    contexts = {
        "dossier_list": dossier_list(BODY, 2024, dossiers),
        "transfer_list": transfer_list(BODY, "Phường Ngô Quyền", 2024, dossiers),
        "transfer_minutes": transfer_minutes(BODY, "Phường Ngô Quyền", 2024, dossiers),
        "dossier_index_book": dossier_index(dossier(rows)),
    }
    built = build_books()
    made = {name: Template.from_bytes(built[name], name=name).render(context) for name, context in contexts.items()}
    for name, data in made.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
        assert [*sdk_errors(tmp_path / f"{name}.docx"), *audit_errors(tmp_path / f"{name}.docx")] == []
    pages = laid_out(made)
    assert f"{rows:02d} hồ sơ bảo quản có thời hạn." in " ".join(text(pages["dossier_list"]).split())
    assert page_count(pages["transfer_minutes"]) == 2
    assert text(pages["transfer_list"]).count("01.TĐKT") == rows
    assert all(text(pdf).strip() for pdf in pages.values())


def test_the_day_of_handing_over_is_of_no_year_yet() -> None:
    for context in (
        transfer_list(BODY, "Phường Ngô Quyền", 2024, [dossier(2)]),
        transfer_minutes(BODY, "Phường Ngô Quyền", 2024, [dossier(2)]),
    ):
        assert context.place_and_date.endswith("năm 20…")


def cells(data: bytes) -> list[list[str]]:
    """The rows of the last table of a Word file that has lines."""
    (table,) = Document(io.BytesIO(data)).tables[-1:]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_forms_of_dossiers_have_a_row_of_numbers_headings_and_no_number_of_papers_as_sheets() -> None:
    built = build_books()
    first, second = dossier(2), dossier(1)
    headed = replace(first, card=first.card.model_copy(update={"heading": "Thi đua, khen thưởng"}), sheets=7)
    listed = dossier_list(BODY, 2024, [headed, second])
    made = Template.from_bytes(built["dossier_list"], name="x").render(listed)
    rows = cells(made)
    assert rows[1] == ["(1)", "(2)", "(3)", "(4)", "(5)"]
    assert [row[:2] for row in rows[2:]] == [
        ["I", "THI ĐUA, KHEN THƯỞNG"],
        ["01.TĐKT", "Hồ sơ thi đua"],
        ["II", "HỒ SƠ KHÁC"],
        ["01.TĐKT", "Hồ sơ thi đua"],
    ]
    assert "(Kèm theo Quyết định số" in text_of(made)
    handed = transfer_list(BODY, "Phường Ngô Quyền", 2024, [headed, second])
    assert [row.sheets for row in handed.rows if not row.heads] == ["07", ""]
    assert "(Ký, ghi rõ họ và tên)" in text_of(Template.from_bytes(built["transfer_list"], name="x").render(handed))
    index = Template.from_bytes(built["dossier_index_book"], name="x").render(dossier_index(first))
    assert cells(index)[1] == [f"({at})" for at in range(1, 8)]
    book = Template.from_bytes(built["register_book"], name="x").render(
        register_book(BODY, [entry(1)], 2024, 1, Head())
    )
    assert cells(book)[1] == [f"({at})" for at in range(1, 11)]


def test_a_page_of_the_register_holds_several_entries() -> None:
    pages = register_book(BODY, [entry(n) for n in range(1, 61)], 2024, 1, Head()).pages
    assert min(len(page.rows) for page in pages[:-1]) >= 3
