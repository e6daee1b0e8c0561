from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from shipped_packs import LAW

from vanban.domain.finding import Severity
from vanban.domain.signatory import Signatory, Signature, SigningCapacity
from vanban.law.signing import COMBINATIONS, SignedPaper, Signing, signing_objections

DAY = date(2024, 12, 20)
CHAIRMAN = Signatory(key="ct", name="Vũ Trí Khánh", position="Chủ tịch", issuer="ubnd", valid_to=date(2025, 6, 30))
DEPUTY = Signatory(key="pct", name="Nguyễn Văn A", position="Phó Chủ tịch", issuer="ubnd", valid_from=date(2021, 7, 1))
DEPUTY_HEAD = Signatory(key="pvp", name="Lê Văn C", position="Phó Chánh Văn phòng", issuer="ubnd")
OFFICE_HEAD = Signatory(key="vp", name="Trần Thị B", position="Chánh Văn phòng", issuer="ubnd")


def said(signatory: Signatory, capacity: str, act: SignedPaper, day: date = DAY, **more: tuple[str, ...]) -> list[str]:
    signature = Signature(
        signatory=signatory.key, capacity=tuple(SigningCapacity(f"{word}") for word in capacity.split())
    )
    return [str(objection) for objection in signing_objections(Signing(signature, signatory, act, day, **more), LAW)]


@pytest.mark.parametrize(
    ("signatory", "capacity", "act"),
    [
        (CHAIRMAN, "TM.", SignedPaper.COLLECTIVE),
        (CHAIRMAN, "TM. Q.", SignedPaper.COLLECTIVE),
        (DEPUTY, "TM. KT.", SignedPaper.COLLECTIVE),
        (CHAIRMAN, "", SignedPaper.HEAD),
        (CHAIRMAN, "Q.", SignedPaper.HEAD),
        (DEPUTY, "KT.", SignedPaper.HEAD),
        (CHAIRMAN, "", SignedPaper.MINUTES),
        (DEPUTY, "", SignedPaper.MINUTES),
    ],
)
def test_the_right_capacity_has_nothing_against_it(signatory: Signatory, capacity: str, act: SignedPaper) -> None:
    assert said(signatory, capacity, act) == []


@pytest.mark.parametrize(
    ("signatory", "capacity", "act", "reason", "article"),
    [
        (
            CHAIRMAN,
            "",
            SignedPaper.COLLECTIVE,
            "phải ghi “TM.” hoặc “TM. Q.” ở quyền hạn; hiện chưa ghi.",
            "khoản 2",
        ),
        (
            CHAIRMAN,
            "TM. KT.",
            SignedPaper.COLLECTIVE,
            "phải ghi “TM.” hoặc “TM. Q.” ở quyền hạn; hiện ghi “TM. KT.”.",
            "khoản 2",
        ),
        (DEPUTY, "TM.", SignedPaper.COLLECTIVE, "phải ghi “TM. KT.” ở quyền hạn; hiện ghi “TM.”.", "khoản 2"),
        (DEPUTY, "KT. TM.", SignedPaper.COLLECTIVE, "phải ghi “TM. KT.” ở quyền hạn; hiện ghi “KT. TM.”.", "khoản 2"),
        (CHAIRMAN, "TM.", SignedPaper.HEAD, "phải để trống hoặc ghi “Q.” ở quyền hạn; hiện ghi “TM.”.", "khoản 1"),
        (DEPUTY, "", SignedPaper.HEAD, "phải ghi “KT.” ở quyền hạn; hiện chưa ghi.", "khoản 1"),
        (CHAIRMAN, "TM.", SignedPaper.MINUTES, "phải để trống ở quyền hạn; hiện ghi “TM.”.", "Mẫu 1.9"),
    ],
)
def test_a_wrong_capacity_says_the_right_one(
    signatory: Signatory, capacity: str, act: SignedPaper, reason: str, article: str
) -> None:
    (text,) = said(signatory, capacity, act)
    assert f" ký {act} {reason} ({article}" in text
    assert "Hãy sửa mục Quyền hạn (capacity) của người ký: " in text


def test_a_signatory_out_of_office_is_an_objection_to_the_day() -> None:
    assert said(CHAIRMAN, "TM.", SignedPaper.COLLECTIVE, date(2025, 6, 30)) == []
    assert said(CHAIRMAN, "TM.", SignedPaper.COLLECTIVE, date(2025, 7, 1)) == [
        (
            "Vũ Trí Khánh: Giữ chức Chủ tịch đến hết ngày 30/6/2025 nên không ký được văn bản ngày "
            "01/7/2025. (Điều 13 Nghị định số 30/2020/NĐ-CP) Hãy chọn người đang giữ chức vào ngày "
            "đó, hoặc sửa thời gian giữ chức trong danh sách người ký."
        )
    ]
    (early,) = said(DEPUTY, "TM. KT.", SignedPaper.COLLECTIVE, date(2021, 6, 30))
    assert early.startswith("Nguyễn Văn A: Đến ngày 01/7/2021 mới giữ chức Phó Chủ tịch")


def test_who_signs_their_own_award_is_told_so() -> None:
    assert said(CHAIRMAN, "", SignedPaper.HEAD, awardees=("Trần Thị B",)) == []
    assert said(CHAIRMAN, "", SignedPaper.HEAD, awardees=("Trần Thị B", "Vũ  trí khánh")) == [
        "Vũ Trí Khánh: Người ký là người được khen thưởng trong chính văn bản này. "
        "(điểm a khoản 2 Điều 5; khoản 1 Điều 83 Luật Thi đua, khen thưởng) "
        "Hãy tách người này sang hồ sơ trình cấp trên quyết định, hoặc để cấp phó ký thay. "
        "Nếu là hai người trùng họ tên thì không phải sửa."
    ]


def test_no_degree_stands_before_the_name_of_who_signs() -> None:
    doctor = CHAIRMAN.model_copy(update={"name": "ThS. Vũ Trí Khánh"})
    assert said(doctor, "TM.", SignedPaper.COLLECTIVE) == [
        "ThS. Vũ Trí Khánh: Trước họ tên người ký có “ThS.”; không ghi học hàm, học vị, danh hiệu hay cách xưng hô. "
        "(khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP) Hãy ghi họ tên là “Vũ Trí Khánh”."
    ]


def test_an_award_signed_by_order_is_a_warning() -> None:
    signature = Signature(signatory="vp", capacity=(SigningCapacity.BY_ORDER,))
    rules = [
        (objection.rule, objection.severity)
        for objection in signing_objections(Signing(signature, OFFICE_HEAD, SignedPaper.HEAD, date(2025, 12, 1)), LAW)
    ]
    assert rules == [("award_signed_by_delegate", Severity.WARNING)]


def test_a_ward_had_no_units_to_sign_by_order_before_july_2025() -> None:
    (text,) = said(OFFICE_HEAD, "TL.", SignedPaper.COLLECTIVE)
    assert text == (
        "Trần Thị B, Chánh Văn phòng: Ký TL. ngày 20/12/2024, khi Ủy ban nhân dân cấp xã chưa có đơn vị trực thuộc để "
        "giao thừa lệnh, thừa ủy quyền. (khoản 4 Điều 13 Nghị định số 30/2020/NĐ-CP) "
        "Hãy để Chủ tịch ký, hoặc Phó Chủ tịch ký thay (KT.)."
    )
    assert said(OFFICE_HEAD, "TL.", SignedPaper.COLLECTIVE, date(2025, 7, 1)) == []
    (authorized,) = said(OFFICE_HEAD, "TUQ.", SignedPaper.COLLECTIVE)
    assert "(khoản 3 Điều 13 Nghị định số 30/2020/NĐ-CP)" in authorized


def test_every_combination_of_words_is_either_allowed_to_somebody_or_refused_to_everybody() -> None:
    """All lists of up to three different words: the law knows eleven."""
    orders = [words for size in range(4) for words in permutations(SigningCapacity, size)]
    allowed = {
        words
        for words in orders
        for signatory in (CHAIRMAN, DEPUTY, OFFICE_HEAD, DEPUTY_HEAD)
        for act in SignedPaper
        if not any("ở quyền hạn; hiện" in text for text in said(signatory, " ".join(words), act, date(2025, 7, 1)))
    }
    assert allowed == set(COMBINATIONS)
    assert len(allowed) == len(COMBINATIONS) == 11


@pytest.mark.parametrize(
    ("signatory", "capacity"),
    [(OFFICE_HEAD, "TL."), (OFFICE_HEAD, "TUQ."), (DEPUTY_HEAD, "TL. KT."), (OFFICE_HEAD, "TL. Q.")],
)
def test_by_order_a_units_head_signs_or_his_deputy_for_him(signatory: Signatory, capacity: str) -> None:
    assert said(signatory, capacity, SignedPaper.COLLECTIVE, date(2026, 7, 1)) == []


@pytest.mark.parametrize(
    ("signatory", "capacity", "wanted", "article"),
    [
        (DEPUTY_HEAD, "TL.", "phải ghi “TL. KT.” ở quyền hạn; hiện ghi “TL.”.", "khoản 4"),
        (DEPUTY_HEAD, "TUQ. KT.", "phải ghi “TL. KT.” ở quyền hạn; hiện ghi “TUQ. KT.”.", "khoản 3"),
        (
            OFFICE_HEAD,
            "TL. KT.",
            "phải ghi “TL.” hoặc “TL. Q.” hoặc “TUQ.” hoặc “TUQ. Q.” ở quyền hạn; hiện ghi “TL. KT.”.",
            "khoản 4",
        ),
        (
            OFFICE_HEAD,
            "TM. TL.",
            (
                "Người đứng đầu ký thừa lệnh, thừa ủy quyền phải ghi “TL.” hoặc “TL. Q.” hoặc "
                "“TUQ.” hoặc “TUQ. Q.” ở quyền hạn; hiện ghi “TM. TL.”."
            ),
            "khoản 4",
        ),
        (
            DEPUTY_HEAD,
            "KT. TL.",
            "Cấp phó ký thừa lệnh, thừa ủy quyền phải ghi “TL. KT.” ở quyền hạn; hiện ghi “KT. TL.”.",
            "khoản 4",
        ),
    ],
)
def test_a_wrong_delegation_says_the_right_one(signatory: Signatory, capacity: str, wanted: str, article: str) -> None:
    (text,) = said(signatory, capacity, SignedPaper.COLLECTIVE, date(2026, 7, 1))
    assert f"{wanted} ({article} Điều 13 Nghị định" in text


def test_minutes_are_not_signed_by_order() -> None:
    (text,) = said(OFFICE_HEAD, "TL.", SignedPaper.MINUTES, date(2026, 7, 1))
    assert "ký biên bản phải để trống ở quyền hạn; hiện ghi “TL.”. (Mẫu 1.9" in text
