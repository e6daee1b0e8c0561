"""Numbers of sections and clauses are computed from where they stand; number, symbol and signature lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.document import DocumentNumber, RetainedCopy, symbol
from vanban.domain.office import IssuingBody
from vanban.domain.signatory import Signatory, Signature, SigningCapacity, signature_lines
from vanban.domain.text_tree import Block, Inset, LineRole, NumberedBlock, numbered

BODY = IssuingBody(
    key="ubnd",
    name="Ủy ban nhân dân phường Ngô Quyền",
    name_lines=("ỦY BAN NHÂN DÂN", "PHƯỜNG NGÔ QUYỀN"),
    collective_name="ỦY BAN NHÂN DÂN",
    head_position="CHỦ TỊCH",
    abbreviation="UBND",
)


def blocks(*written: dict[str, Any]) -> tuple[Block, ...]:
    return tuple(Block.model_validate(block) for block in written)


def test_a_whole_document_is_numbered_in_reading_order() -> None:
    text = blocks(
        {"text": "Mở đầu."},
        {"section": "MỤC ĐÍCH", "body": [{"section": "Mục đích", "body": [{"item": "Phát huy."}]}]},
        {
            "section": "NỘI DUNG",
            "body": [
                {
                    "section": "Nội dung thi đua",
                    "body": [{"text": "Tiếp tục:"}, {"clause": "Một."}, {"clause": "Hai."}, {"text": "Khen thưởng."}],
                },
                {"section": "Chỉ tiêu", "body": [{"inset": "targets"}]},
            ],
        },
        {"section": "TỔ CHỨC", "body": [{"clause": "Giao việc."}]},
    )
    assert [(block.role, block.label, block.text) for block in numbered(text)] == [
        (LineRole.TEXT, "", "Mở đầu."),
        (LineRole.SECTION, "I.", "MỤC ĐÍCH"),
        (LineRole.CLAUSE_TITLE, "1.", "Mục đích"),
        (LineRole.ITEM, "-", "Phát huy."),
        (LineRole.SECTION, "II.", "NỘI DUNG"),
        (LineRole.CLAUSE_TITLE, "1.", "Nội dung thi đua"),
        (LineRole.TEXT, "", "Tiếp tục:"),
        (LineRole.CLAUSE, "1.1.", "Một."),
        (LineRole.CLAUSE, "1.2.", "Hai."),
        (LineRole.TEXT, "", "Khen thưởng."),
        (LineRole.CLAUSE_TITLE, "2.", "Chỉ tiêu"),
        (LineRole.INSET, "", ""),
        (LineRole.SECTION, "III.", "TỔ CHỨC"),
        (LineRole.CLAUSE, "1.", "Giao việc."),
    ]


def test_an_inset_keeps_what_it_calls_for() -> None:
    assert list(numbered(blocks({"inset": "target_results"}))) == [
        NumberedBlock(role=LineRole.INSET, label="", text="", inset=Inset.TARGET_RESULTS)
    ]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30))
def test_clauses_under_each_section_count_from_one(shape: list[int]) -> None:
    text = blocks(*({"section": "A", "body": [{"clause": "b"}] * clauses} for clauses in shape))
    labels = [block.label for block in numbered(text)]
    restarts = [index for index, label in enumerate(labels) if label.strip("IVXL.") == ""]
    assert len(restarts) == len(shape)
    for start, clauses in zip(restarts, shape, strict=True):
        assert labels[start + 1 : start + 1 + clauses] == [f"{number}." for number in range(1, clauses + 1)]


@pytest.mark.parametrize(
    ("ordinal", "written"),
    [(None, "     /KH-UBND"), (5, "05/KH-UBND"), (24, "24/KH-UBND"), (112, "112/KH-UBND"), (1024, "1024/KH-UBND")],
)
def test_a_number_has_two_digits_at_least_or_room_to_write_it(ordinal: int | None, written: str) -> None:
    assert str(DocumentNumber(ordinal=ordinal, symbol=symbol("KH", BODY))) == written


def test_the_retained_copy_starts_with_the_clerical_office() -> None:
    assert str(RetainedCopy()) == "Lưu: VT"
    assert str(RetainedCopy(units=("TĐKT", "VHXH"))) == "Lưu: VT, TĐKT, VHXH"


@pytest.mark.parametrize(
    ("capacity", "position", "lines"),
    [
        ((), "Chủ tịch", ("CHỦ TỊCH",)),
        (("TM.",), "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (("TM.", "KT."), "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (("TL.",), "Công chức Văn phòng - Thống kê", ("TL. CHỦ TỊCH", "CÔNG CHỨC VĂN PHÒNG - THỐNG KÊ")),
        (("TL.", "KT."), "Phó Chánh Văn phòng", ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")),
        (("TL.", "KT."), "Phó trưởng phòng", ("TL. CHỦ TỊCH", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")),
        (("TL.", "Q."), "Quyền Chánh Văn phòng", ("TL. CHỦ TỊCH", "Q. CHÁNH VĂN PHÒNG")),
        (("TUQ.",), "Chánh Văn phòng", ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (("TUQ.", "Q."), "Phó Chánh Văn phòng", ("TUQ. CHỦ TỊCH", "Q. CHÁNH VĂN PHÒNG")),
        (("TM.", "Q."), "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        (("KT.",), "Phó Chủ tịch", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (("Q.",), "Phó Chủ tịch", ("Q. CHỦ TỊCH",)),
    ],
)
def test_the_lines_above_a_signature(capacity: tuple[str, ...], position: str, lines: tuple[str, ...]) -> None:
    signatory = Signatory(key="x", name="Vũ Trí Khánh", position=position, issuer="ubnd")
    signature = Signature(signatory="x", capacity=tuple(SigningCapacity(word) for word in capacity))
    assert signature_lines(signature, signatory, BODY) == lines
