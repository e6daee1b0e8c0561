"""The Word template with which a paper of an office's own begins: letterhead, its columns, closing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from vanban.domain.measure import Length, mm
from vanban.domain.own_paper import ColumnKind, OnePer, OwnColumn, PaperDescription
from vanban.kinds.own import DECISION, LETTER
from vanban.law import nd30
from vanban.law.document_types import NAMED_TYPES, OFFICIAL_LETTER
from vanban.stationery.closing import closing
from vanban.stationery.decision import decision
from vanban.stationery.letterhead import addressees, heading, letterhead, opening
from vanban.stationery.package import LANDSCAPE_TEXT_WIDTH, package
from vanban.stationery.paragraphs import gap, on_a_new_page, paragraph, remark
from vanban.stationery.tables import Column, data_table
from vanban.stationery.text import text

_ORDINAL_WIDTH: Final = mm(11)
_UPRIGHT_COLUMNS: Final = 6
"""So many columns stand on an upright page: our choice."""
_LEAST_WEIGHT: Final = 8
_WEIGHT: Final = {ColumnKind.TEXT: 16, ColumnKind.NUMBER: 8, ColumnKind.DATE: 10}


def own_template(paper: PaperDescription, row: Sequence[str] = ()) -> bytes:
    """The Word file for ``paper``; ``row`` are the headers of the row that each of its documents is for."""
    landscape = len(paper.columns) > _UPRIGHT_COLUMNS and bool(_listed(paper))
    width = LANDSCAPE_TEXT_WIDTH if landscape else nd30.PAGE.text_width
    blocks = (remark(_hint(paper.title)), *_blocks(paper, row, width))
    return package(blocks, paper.title, landscape=landscape)


def _hint(title: str) -> str:
    return (
        f"MẪU: {title}. Dòng chữ xám là lệnh của chương trình và không in ra. Chữ trong ngoặc nhọn là chỗ điền, "
        'cột của bảng viết là row["Tên cột"]. Lời văn khác và các kiểu chữ (Home, Styles) sửa được bằng Word.'
    )


def _blocks(paper: PaperDescription, row: Sequence[str], width: Length) -> tuple[Any, ...]:
    own = (*_whom(paper), *_facts(paper, row), *_table(paper, width), *_end(paper))
    if paper.type_name == DECISION:
        return (*decision(), *(_annex(paper, width) if _listed(paper) else ()))
    if paper.type_name == LETTER:
        subject = paragraph("{{ subject }}", "Trích yếu công văn")
        return (*letterhead(subject), gap(), *addressees(), *opening(), *text(), *own, *closing())
    return (*letterhead(), *heading(), *addressees(), *opening(), *text(), *own, *closing())


def _whom(paper: PaperDescription) -> tuple[Any, ...]:
    """Which unit a document is about, where there is one for each."""
    return (paragraph("Đơn vị: {{ receiver.name }}", "Lời văn giữ liền"),) if paper.one_per is OnePer.UNIT else ()


def _facts(paper: PaperDescription, row: Sequence[str]) -> tuple[Any, ...]:
    """Each column of the document's own row on a line of its own; the last ends the text where no table follows."""
    ends = "" if _listed(paper) or not _is_ended(paper) else nd30.END_MARK
    marks = [*([";"] * (len(row) - 1)), ends or "."]
    return tuple(
        paragraph(f"- {name}: {_cell(name)}{mark}", "Lời văn giữ liền") for name, mark in zip(row, marks, strict=False)
    )


def _end(paper: PaperDescription) -> tuple[Any, ...]:
    """The mark at the end of a text, where a table ends it (Phụ lục III, the samples of Mục II)."""
    return (paragraph(nd30.END_MARK, "Lời văn giữ liền"),) if _listed(paper) and _is_ended(paper) else ()


def _is_ended(paper: PaperDescription) -> bool:
    """Whether it is one of the decree's documents, whose text has a mark at its end."""
    return paper.type_name in {one.name for one in (*NAMED_TYPES, OFFICIAL_LETTER)}


def _cell(name: str) -> str:
    return '{{ row["' + name.replace('"', '\\"') + '"] }}'


def _listed(paper: PaperDescription) -> tuple[OwnColumn, ...]:
    """The columns of the rows that a document lists; none where each document is for one row of the own table."""
    if paper.one_per is OnePer.ROW and paper.table is None:
        return ()
    return tuple(column for column in paper.columns if column.name != paper.owner)


def _table(paper: PaperDescription, width: Length) -> tuple[Any, ...]:
    columns = _listed(paper)
    if not columns:
        return ()
    widths = _widths(columns, width - _ORDINAL_WIDTH)
    made = [Column("TT", _ORDINAL_WIDTH, "{{ loop.index }}", "Ô bảng giữa")]
    made += [
        Column(one.name, room, _cell(one.name), "Ô bảng" if one.kind is ColumnKind.TEXT else "Ô bảng giữa")
        for one, room in zip(columns, widths, strict=True)
    ]
    sums = [f'{{{{ totals["{one.name}"] }}}}' if one.kind is ColumnKind.NUMBER else "" for one in columns]
    total = ("", *(("Cộng", *sums[1:]) if not sums[0] else sums)) if any(sums) else ()
    return (data_table("rows", made, total=total), gap())


def _widths(columns: Sequence[OwnColumn], room: Length) -> list[Length]:
    """The room shared out: words get more than numbers, long headers more than short ones."""
    weights = [max(_LEAST_WEIGHT, _WEIGHT[one.kind], min(len(one.name), 2 * _WEIGHT[one.kind])) for one in columns]
    return [room * (weight / sum(weights)) for weight in weights]


def _annex(paper: PaperDescription, width: Length) -> tuple[Any, ...]:
    """The table on a page of its own, called after the paper (Phụ lục I, Mục III)."""
    return (
        on_a_new_page(paragraph(paper.title.upper(), "Tên danh sách")),
        paragraph("{{ attached_to }}", "Kèm theo"),
        gap(),
        *_table(paper, width),
    )
