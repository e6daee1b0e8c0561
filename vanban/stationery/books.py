"""The books of the register and the dossiers: cover and ten columns (Phụ lục IV), lists and minutes (Phụ lục V)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from vanban.domain import typeface
from vanban.domain.measure import mm
from vanban.kinds.books import BOOKS, REGISTER_COLUMNS
from vanban.law import nd30
from vanban.stationery.closing import HAND_HINT
from vanban.stationery.letterhead import ISSUER_COLUMN, STATE_COLUMN
from vanban.stationery.package import package
from vanban.stationery.paragraphs import command, drawn_rule, each, gap, last, on_a_new_page, paragraph, remark
from vanban.stationery.tables import Column, data_table, frame

_ATTACHED: Final = "(Kèm theo Quyết định số …… ngày … tháng … năm …… của ………………)"
"""The decision by which the head issues the list of dossiers is none of the program's: its number is written in."""

_LEFT: Final = frozenset({"subject", "signer", "recipients", "note"})


def build_books() -> dict[str, bytes]:
    """The Word file of every book's default template, by the book's name; the same bytes on every machine."""
    return {
        book.name: package(
            (
                remark(f"MẪU: {book.title}. Dòng chữ xám là lệnh của chương trình và không in ra."),
                *_BLOCKS[book.name](),
            ),
            book.title,
            landscape=book.name in _LANDSCAPE,
        )
        for book in BOOKS
    }


def _register_book() -> tuple[Any, ...]:
    columns = tuple(
        Column(header, width, "{{ row." + field + " }}", "Ô bảng" if field in _LEFT else "Ô bảng giữa")
        for header, field, width in REGISTER_COLUMNS
    )
    total = tuple("{{ page.total }}" if field == "subject" else "" for _, field, _ in REGISTER_COLUMNS)
    return (
        *_cover(),
        _new_page(),
        *_cover(),
        command("for page in pages"),
        _new_page(),
        data_table("page.rows", columns, total=total, numbered=True),
        command("endfor"),
        *each("line in closing", paragraph("{{ line }}", "Ô bảng")),
    )


def _cover() -> tuple[Any, ...]:
    """Bìa và trang đầu: both say the same."""
    return (
        *each("line in parent_lines", paragraph("{{ line }}", "Tên cơ quan chủ quản")),
        *each("line in issuer_lines", paragraph("{{ line }}", "Tên cơ quan")),
        *(paragraph("", "Tên loại") for _ in range(3)),
        paragraph("SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Tên loại"),
        gap(),
        *each("line in facts", paragraph("{{ line }}", "Tên đối tượng")),
    )


def _new_page() -> Any:
    return on_a_new_page(paragraph("", "Dòng cuối"))


def _head(*under: Any) -> tuple[Any, ...]:
    motto = nd30.TYPES[nd30.Part.MOTTO]
    length = typeface.width(nd30.MOTTO, motto.size.chosen, bold=motto.bold)
    issuer = [
        *each("line in parent_lines", paragraph("{{ line }}", "Tên cơ quan chủ quản")),
        *each("line in issuer_lines", paragraph("{{ line }}", "Tên cơ quan")),
        drawn_rule(mm(20), ISSUER_COLUMN),
    ]
    state = [
        paragraph(nd30.STATE_NAME, "Quốc hiệu"),
        paragraph(nd30.MOTTO, "Tiêu ngữ"),
        drawn_rule(length, STATE_COLUMN),
    ]
    return (frame((ISSUER_COLUMN, STATE_COLUMN), (issuer, [*state, *under])),)


def _titled(title: str, *lines: str, attached: str = "") -> tuple[Any, ...]:
    under = [paragraph(attached, "Kèm theo")] if attached else []
    return (paragraph(title, "Tên loại"), *(paragraph(line, "Trích yếu") for line in lines), *under, gap())


def _dossier_list() -> tuple[Any, ...]:
    return (
        *_head(),
        *_titled("DANH MỤC HỒ SƠ", "{{ year }}", attached=_ATTACHED),
        data_table(
            "rows",
            (
                Column("Số và ký hiệu hồ sơ", mm(26), "{{ row.code }}", "Ô bảng giữa"),
                Column("Tên đề mục và tiêu đề hồ sơ", mm(64), "{{ row.title }}"),
                Column("Thời hạn bảo quản", mm(24), "{{ row.retention }}", "Ô bảng giữa"),
                Column("Người lập hồ sơ", mm(28), "{{ row.creator }}"),
                Column("Ghi chú", mm(18), "{{ row.note }}"),
            ),
            numbered=True,
        ),
        gap(),
        *each("line in closing", paragraph("{{ line }}", "Lời văn")),
    )


def _transfer_list() -> tuple[Any, ...]:
    signer = [
        paragraph("{{ place_and_date }}", "Địa danh ngày tháng"),
        paragraph("NGƯỜI LẬP", "Chức vụ ký"),
        paragraph(HAND_HINT, "Chỉ dẫn ký"),
        paragraph("", "Họ tên ký"),
    ]
    return (
        *_head(),
        *_titled("MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU", "{{ year }}"),
        data_table(
            "rows",
            (
                Column("Số TT", mm(12), "{{ row.ordinal }}", "Ô bảng giữa"),
                Column("Số, ký hiệu hồ sơ", mm(24), "{{ row.code }}", "Ô bảng giữa"),
                Column("Tiêu đề hồ sơ", mm(44), "{{ row.title }}"),
                Column("Thời gian tài liệu", mm(26), "{{ row.period }}", "Ô bảng giữa"),
                Column("Thời hạn bảo quản", mm(20), "{{ row.retention }}", "Ô bảng giữa"),
                Column("Số tờ/ Số trang", mm(18), "{{ row.sheets }}", "Ô bảng giữa"),
                Column("Ghi chú", mm(16), "{{ row.note }}"),
            ),
            numbered=True,
        ),
        gap(),
        *each("line in closing", paragraph("{{ line }}", "Lời văn")),
        frame((ISSUER_COLUMN, STATE_COLUMN), ([paragraph("", "Chức vụ ký")], signer)),
        last(),
    )


def dossier_index() -> tuple[Any, ...]:
    """Mục lục văn bản, tài liệu of one dossier: seven columns, too many for A4 upright beside the longest symbol."""
    return (
        *_titled("MỤC LỤC VĂN BẢN, TÀI LIỆU", "{{ code }}", "{{ title }}", "{{ year }}"),
        data_table(
            "rows",
            (
                Column("STT", mm(13), "{{ row.ordinal }}", "Ô bảng giữa"),
                Column("Số, ký hiệu văn bản", mm(40), "{{ row.number }}", "Ô bảng giữa"),
                Column("Ngày tháng năm văn bản", mm(28), "{{ row.dated }}", "Ô bảng giữa"),
                Column("Tên loại và trích yếu nội dung văn bản", mm(74), "{{ row.subject }}"),
                Column("Tác giả văn bản", mm(52), "{{ row.author }}"),
                Column("Tờ số/ Trang số", mm(20), "{{ row.sheet }}", "Ô bảng giữa"),
                Column("Ghi chú", mm(20), "{{ row.note }}"),
            ),
            numbered=True,
        ),
        last(),
    )


def _transfer_minutes() -> tuple[Any, ...]:
    def side(name: str) -> tuple[Any, ...]:
        return (
            paragraph(name, "Khoản có tiêu đề"),
            paragraph("Ông (bà): \t", "Dòng điền tay"),
            paragraph("Chức vụ công tác: \t", "Dòng điền tay"),
        )

    names = tuple(
        [paragraph(f"ĐẠI DIỆN BÊN {side}", "Chức vụ ký"), paragraph(HAND_HINT, "Chỉ dẫn ký")]
        for side in ("GIAO", "NHẬN")
    )
    blanks = ([paragraph("", "Họ tên ký")], [paragraph("", "Họ tên ký")])
    return (
        *_head(paragraph("{{ place_and_date }}", "Địa danh ngày tháng")),
        *_titled("BIÊN BẢN", "Giao nhận hồ sơ, tài liệu"),
        *each("line in bases", paragraph("{{ line }}", "Căn cứ")),
        paragraph("Chúng tôi gồm:", "Lời văn giữ liền"),
        *side("BÊN GIAO:"),
        *side("BÊN NHẬN: Lưu trữ cơ quan"),
        paragraph("Thống nhất lập biên bản giao nhận tài liệu với những nội dung như sau:", "Lời văn"),
        paragraph("1. Tên khối tài liệu giao nộp: {{ name }}", "Khoản"),
        paragraph("2. Thời gian của hồ sơ, tài liệu: {{ period }}", "Khoản"),
        paragraph("3. Số lượng tài liệu:", "Khoản"),
        paragraph("a) Đối với hồ sơ, tài liệu giấy", "Lời văn"),
        paragraph("- Tổng số hộp (cặp): \t", "Dòng điền tay"),
        paragraph("- Tổng số hồ sơ (đơn vị bảo quản): {{ dossiers }}. Quy ra mét giá: \t mét", "Dòng điền tay"),
        paragraph("b) Đối với hồ sơ, tài liệu điện tử", "Lời văn"),
        paragraph("- Tổng số hồ sơ: {{ dossiers }}", "Gạch đầu dòng"),
        paragraph("- Tổng số tệp tin trong hồ sơ: {{ files }}", "Gạch đầu dòng"),
        paragraph("4. Tình trạng tài liệu giao nộp: \t", "Dòng điền tay"),
        paragraph("5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo.", "Khoản"),
        paragraph(
            "Biên bản này được lập thành hai bản; bên giao giữ một bản, bên nhận giữ một bản./.", "Lời văn giữ liền"
        ),
        gap(),
        frame((mm(80), mm(80)), names, blanks),
        last(),
    )


_BLOCKS: Final[dict[str, Callable[[], tuple[Any, ...]]]] = {
    "register_book": _register_book,
    "dossier_list": _dossier_list,
    "dossier_index_book": dossier_index,
    "transfer_list": _transfer_list,
    "transfer_minutes": _transfer_minutes,
}
_LANDSCAPE: Final = frozenset({"dossier_index_book", "register_book"})
