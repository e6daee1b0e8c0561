"""Cases of the rules on documents: who signs, what is cited, who decides and is asked."""

from __future__ import annotations

from datetime import date

from law.good_year import Case, Change, good_year

from vanban.domain.finding import Severity
from vanban.domain.issued import AwaitedNumber

ERROR, WARNING = Severity.ERROR, Severity.WARNING
SIGNER = ("submission", "signature", "signatory")
CAPACITY = ("submission", "signature", "capacity")
PLANNED = ("submission", "planned_on")
DEPUTY = ("signatories", 1)
NAMED = ("plan", "body", 1, "body", 1, "text")
ANNEX = {"title": "Biểu mẫu", "body": ({"text": "Theo mẫu."},)}
REPORTED = ("annual_report", "body", 0, "body", 0, "body", 0, "text")
REWARDED = ("decision", "body", 0, "clause")
SENTENCE = ("submission", "body", 0, "text")


def campaign_rewarding(award: str) -> tuple[Change, ...]:
    """The first campaign of 2024 with a decision that gives one person that award."""
    decision = good_year(2024).decision
    assert decision is not None
    awardee = {"nominee": "tran-thi-b", "award": award, "achievement": "Dẫn đầu đợt thi đua"}
    return (
        (("campaigns", 0, "decision"), decision.model_dump()),
        (("campaigns", 0, "awardees"), (awardee,)),
    )


def _decided(day: date) -> AwaitedNumber:
    return AwaitedNumber(kind="decision", ordinal=7, symbol="QĐ-UBND", issued_on=day)


PAPER_CASES: tuple[Case, ...] = (
    Case(
        "signatory_out_of_office",
        2024,
        (((*SIGNER[:1], "planned_on"), date(2025, 7, 1)), (("office", "locality"), "phường Sông Thương")),
        ((PLANNED, date(2025, 6, 30)),),
        SIGNER,
        ERROR,
        ("Vũ Trí Khánh", "30/6/2025", "01/7/2025", "(Điều 13 Nghị định số 30/2020/NĐ-CP)"),
    ),
    Case(
        "signatory_leaves",
        2024,
        ((("signatories", 0, "valid_to"), date(2024, 6, 30)),),
        ((("signatories", 0, "valid_to"), date(2024, 12, 31)),),
        ("plan", "signature", "signatory"),
        WARNING,
        ("Vũ Trí Khánh", "30/6/2024", "(Điều 13 Nghị định số 30/2020/NĐ-CP)"),
    ),
    Case(
        "honorific_of_signatory",
        2024,
        ((("signatories", 0, "name"), "ThS. Vũ Trí Khánh"),),
        ((("signatories", 0, "name"), "Vũ Trí Khanh"),),
        ("signatories", 0, "name"),
        ERROR,
        ("“ThS.”", "khoản 7 Mục II Phần I Phụ lục I"),
    ),
    Case(
        "signing_capacity",
        2024,
        ((CAPACITY, ()),),
        ((SIGNER, "pho-chu-tich"), (CAPACITY, ("TM.", "KT."))),
        CAPACITY,
        ERROR,
        ("Vũ Trí Khánh, Chủ tịch", "phải ghi “TM.”", "khoản 2 Điều 13 Nghị định số 30/2020/NĐ-CP"),
    ),
    Case(
        "award_signed_by_delegate",
        2026,
        ((("decision", "signature", "capacity"), ("TL.",)),),
        ((("decision", "signature", "capacity"), ("Q.",)),),
        ("decision", "signature", "signatory"),
        WARNING,
        ("Ký TL. quyết định khen thưởng", "Điều 79, Điều 80 Luật Thi đua, khen thưởng"),
    ),
    Case(
        "ward_without_units",
        2024,
        ((CAPACITY, ("TL.",)),),
        ((CAPACITY, ("TM.",)),),
        SIGNER,
        WARNING,
        ("Ký TL.", "khoản 4 Điều 13 Nghị định số 30/2020/NĐ-CP"),
    ),
    Case(
        "own_award",
        2024,
        ((("people", 2, "name"), "Vũ Trí Khánh"),),
        ((("people", 2, "name"), "Vũ Trí Khanh"),),
        ("decision", "signature", "signatory"),
        WARNING,
        ("Vũ Trí Khánh", "chính văn bản này", "khoản 1 Điều 83 Luật Thi đua, khen thưởng"),
    ),
    Case(
        "basis_not_yet_issued",
        2024,
        ((("registration_summary", "planned_on"), date(2024, 1, 25)),),
        ((("registration_summary", "planned_on"), date(2024, 1, 30)),),
        ("registration_summary", "legal_bases", 2),
        ERROR,
        ("24/KH-UBND", "25/01/2024", "điểm a khoản 6 Mục II Phần I Phụ lục I"),
    ),
    Case(
        "basis_lapsed",
        2026,
        ((("submission", "legal_bases", 1), "nghi-dinh-98-2023"),),
        ((("submission", "legal_bases", 1), "nghi-dinh-152-2025"),),
        ("submission", "legal_bases", 1),
        ERROR,
        ("98/2023/NĐ-CP", "30/6/2025", "điểm a khoản 6 Mục II Phần I Phụ lục I"),
    ),
    Case(
        "basis_lapsed",
        2026,
        ((("submission", "body", 0, "text"), "Theo {cite_nghi_dinh_98_2023}, phường trình:"),),
        ((("submission", "body", 0, "text"), "Theo {cite_nghi_dinh_152_2025}, phường trình:"),),
        ("submission", "body", 0, "text"),
        WARNING,
        ("98/2023/NĐ-CP", "30/6/2025", "điểm a khoản 6 Mục II Phần I Phụ lục I"),
    ),
    Case(
        "basis_ended_with_the_year",
        2024,
        ((("annual_report", "planned_on"), date(2025, 1, 10)),),
        ((("annual_report", "planned_on"), date(2024, 12, 31)),),
        ("annual_report", "legal_bases", 2),
        WARNING,
        ("24/KH-UBND", "31/12/2024", "10/01/2025", "điểm a khoản 6 Mục II Phần I Phụ lục I"),
    ),
    Case(
        "basis_not_yet_in_force",
        2024,
        ((("registration_summary", "planned_on"), date(2024, 1, 29)),),
        ((("registration_summary", "planned_on"), date(2024, 1, 30)),),
        ("registration_summary", "legal_bases", 1),
        WARNING,
        ("86/2023/NĐ-CP", "30/01/2024", "điểm a khoản 6 Mục II Phần I Phụ lục I"),
    ),
    Case(
        "basis_lapses",
        2024,
        ((("legal_bases", 0, "valid_to"), date(2024, 6, 30)),),
        ((("legal_bases", 0, "valid_to"), date(2024, 12, 31)),),
        ("plan", "legal_bases", 0),
        WARNING,
        ("24/KH-UBND", "30/6/2024", "điểm a khoản 6 Mục II Phần I Phụ lục I"),
    ),
    Case(
        "cited_later",
        2024,
        ((("decision", "planned_on"), date(2024, 12, 4)),),
        ((("decision", "planned_on"), date(2024, 12, 5)),),
        ("decision", "cites", 0),
        ERROR,
        ("Biên bản", "04/12/2024", "05/12/2024", "điểm a khoản 6 Mục II Phần I Phụ lục I"),
    ),
    Case(
        "office_out_of_time",
        2024,
        ((PLANNED, date(2025, 7, 1)),),
        ((PLANNED, date(2025, 6, 30)),),
        ("office", "locality"),
        ERROR,
        ("phường Ngô Quyền", "01/7/2025", "phường Bắc Giang", "khoản 92 Điều 1 Nghị quyết số 1658/NQ-UBTVQH15"),
    ),
    Case(
        "lapsed_name",
        2026,
        ((SENTENCE, "Ủy ban nhân dân thành phố Bắc Giang đề nghị khen thưởng:"),),
        ((SENTENCE, "Thành phố Bắc Giang (nay là phường Bắc Giang) đề nghị khen thưởng:"),),
        SENTENCE,
        WARNING,
        ("thành phố Bắc Giang", "04/12/2026", "khoản 92 Điều 1 Nghị quyết số 1658/NQ-UBTVQH15"),
    ),
    Case(
        "lapsed_text",
        2026,
        ((SENTENCE, "Thực hiện Nghị định số 98/2023/NĐ-CP, đề nghị khen thưởng:"),),
        ((SENTENCE, "Nghị định số 98/2023/NĐ-CP đã hết hiệu lực; đề nghị khen thưởng:"),),
        SENTENCE,
        WARNING,
        ("98/2023/NĐ-CP", "04/12/2026", "Nghị định số 152/2025/NĐ-CP"),
    ),
    Case(
        "award_is_the_wards",
        2026,
        ((("nominations", 2, "submitted"), True),),
        ((("nominations", 0, "submitted"), True),),
        ("nominations", 2, "award"),
        WARNING,
        (
            "Trần Thị M",
            "Luật số 06/2026/QH16 sửa đổi",
            "“Chiến sĩ thi đua cơ sở”",
            "04/12/2026",
            "(Điều 59 Nghị định số 129/2025/NĐ-CP)",
        ),
    ),
    Case(
        "submission_addressee",
        2024,
        ((("submission", "addressees"), ("Chủ tịch Ủy ban nhân dân tỉnh Bắc Giang",)),),
        ((("submission", "addressees"), ("Ủy ban nhân dân thành phố Bắc Giang",)),),
        ("submission", "addressees"),
        ERROR,
        ("Ủy ban nhân dân thành phố Bắc Giang", "05/12/2024", "khoản 2 Điều 80; khoản 1 Điều 83"),
    ),
    Case(
        "submission_addressee",
        2026,
        ((("submission", "addressees"), ("Ủy ban nhân dân thành phố Bắc Giang",)),),
        ((("submission", "addressees"), ("Ủy ban nhân dân tỉnh Bắc Ninh",)),),
        ("submission", "addressees"),
        WARNING,
        ("Ủy ban nhân dân tỉnh Bắc Ninh", "04/12/2026", "khoản 4 Điều 79; khoản 1 Điều 83"),
    ),
    Case(
        "award_authority",
        2024,
        campaign_rewarding("Bằng khen cấp tỉnh"),
        campaign_rewarding("Giấy khen"),
        ("campaigns", 0, "awardees", 0, "award"),
        ERROR,
        ("Trần Thị B, Bằng khen cấp tỉnh", "20/12/2024", "khoản 4 Điều 79; khoản 1 Điều 83 Luật Thi đua"),
    ),
    Case(
        "award_issuer",
        2024,
        ((("submission", "issuer"), "council"),),
        ((("registration_summary", "issuer"), "council"),),
        ("submission", "issuer"),
        ERROR,
        ("Hội đồng Thi đua - Khen thưởng phường Ngô Quyền", "(khoản 1 Điều 83 Luật Thi đua, khen thưởng)"),
    ),
    Case(
        "award_issuer",
        2024,
        ((("decision", "issuer"), "council"),),
        ((("registration_summary", "issuer"), "council"),),
        ("decision", "issuer"),
        ERROR,
        ("Hội đồng Thi đua - Khen thưởng phường Ngô Quyền", "(Điều 80 Luật Thi đua, khen thưởng)"),
    ),
    Case(
        "prize_of_another_day",
        2024,
        ((("decision", "planned_on"), date(2024, 6, 30)),),
        ((("decision", "planned_on"), date(2024, 12, 31)),),
        ("decision", "decided_on"),
        ERROR,
        ("2.340.000 đồng của ngày dự kiến 20/12/2024", "30/6/2024", "1.800.000 đồng", "(Nghị định số 24/2023/NĐ-CP)"),
    ),
    Case(
        "awards_of_another_day",
        2024,
        ((("decision", "decided_on"), date(2025, 6, 20)), (("issued",), (_decided(date(2025, 7, 2)),))),
        ((("decision", "decided_on"), date(2025, 6, 20)), (("issued",), (_decided(date(2025, 6, 30)),))),
        ("decision", "decided_on"),
        ERROR,
        ("Trần Thị B", "02/7/2025", "Điều 59 Nghị định số 129/2025/NĐ-CP"),
    ),
    Case(
        "certificate_form",
        2026,
        ((("decision", "decided_on"), date(2026, 12, 21)),),
        (
            (("decision", "decided_on"), date(2025, 6, 30)),
            (("campaigns",), ()),
            (("sudden_achievements",), ()),
        ),
        ("campaigns", 0, "decision", "decided_on"),
        WARNING,
        ("cần đối chiếu", "Điều 6 Nghị định số 152/2025/NĐ-CP"),
    ),
    Case(
        "law_amended",
        2024,
        ((("annual_report", "planned_on"), date(2026, 10, 1)),),
        ((("annual_report", "planned_on"), date(2026, 9, 30)),),
        ("annual_report",),
        WARNING,
        ("Luật số 06/2026/QH16", "01/10/2026", "đăng ký thi đua", "hồ sơ cơ quan thẩm định nhận trước ngày 01/10/2026"),
    ),
    Case(
        "annex_unnamed",
        2026,
        ((NAMED, "Các đơn vị được phân công thực hiện các chỉ tiêu."),),
        ((NAMED, "Phân công thực hiện tại PHU LUC đính kèm."),),
        ("plan", "body", 2, "body", 1, "clause"),
        WARNING,
        ("Kế hoạch", "Phụ lục", "Mục III khoản 1 điểm a Nghị định số 30/2020/NĐ-CP"),
    ),
    Case(
        "annex_unnamed",
        2026,
        ((REWARDED, "Tặng danh hiệu cho {awarded_receivers}:"),),
        ((REWARDED, "Tặng danh hiệu cho các cá nhân theo danh sách dưới đây:"),),
        REWARDED,
        WARNING,
        ("Quyết định", "danh sách"),
    ),
    Case(
        "annex_unnamed",
        2026,
        ((("plan", "annexes"), (ANNEX, ANNEX)), (NAMED, "Chi tiết tại Phụ lục II kèm theo.")),
        ((("plan", "annexes"), (ANNEX, ANNEX)), (NAMED, "Chi tiết tại Phụ lục I, Phụ lục II kèm theo.")),
        ("plan", "body", 2, "body", 1, "clause"),
        WARNING,
        ("Kế hoạch", "Có Phụ lục I đi kèm"),
    ),
    Case(
        "annex_absent",
        2026,
        ((REPORTED, "Kết quả như sau (có Phụ lục chi tiết kèm theo)."),),
        ((REPORTED, "Trình bày theo Phụ lục I Nghị định số 30/2020/NĐ-CP."),),
        REPORTED,
        WARNING,
        ("Báo cáo", "Phụ lục chi tiết kèm theo"),
    ),
    Case(
        "no_law_book",
        2024,
        ((PLANNED, date(2023, 12, 31)),),
        ((PLANNED, date(2024, 1, 1)),),
        ("plan", "year"),
        WARNING,
        ("31/12/2023",),
    ),
)
