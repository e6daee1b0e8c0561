"""Cases of what an audit of the law found missing: letters against awards, revocation, maternity, women first, awards
after death, sorts of collectives, who leads a cluster, the points of Điều 74."""

from __future__ import annotations

from datetime import date
from typing import Any

from law.good_year import Case, Change
from law.nominee_cases import EXCELLENT, GOOD, LAW, OWN, PROVINCIAL, asking, counted, past, rated, row

from vanban.domain.finding import Severity
from vanban.domain.issued import IssuedNumber

ERROR, WARNING = Severity.ERROR, Severity.WARNING
DECREE_98 = "Nghị định số 98/2023/NĐ-CP"
FALSEHOOD = "kê khai gian dối, làm giả hồ sơ, xác nhận, đề nghị sai"
UPHELD = {"concluded_on": date(2024, 11, 20), "outcome": "đúng", "conclusion": "Kết luận số 3"}


def letter(nominee: str = "pham-thi-d", **values: Any) -> Change:
    """A letter against somebody's award, received before the council met."""
    content = "Kê khai thành tích không đúng"
    said = {"nominee": nominee, "sort": "tố cáo", "received_on": date(2024, 11, 4), "content": content}
    return ("complaints",), ({**said, **values},)


def collective(position: int, kind: str) -> Change:
    """The collective is of that kind."""
    return ("collectives", position, "kind"), kind


DECIDED: Change = (
    ("issued",),
    (IssuedNumber(kind="decision", ordinal=7, symbol="QĐ-UBND", issued_on=date(2024, 12, 20)).model_dump(),),
)
"""The decision on the awards of the year is out."""
GIVEN = {
    "nominee": "tran-thi-b",
    "name": "Trần Thị B",
    "year": 2022,
    "award": "Chiến sĩ thi đua cơ sở",
    "decision": "Quyết định số 9/QĐ-UBND ngày 20/12/2022",
}
REVOKED = {**GIVEN, "revoked_by": "Quyết định số 15/QĐ-UBND ngày 02/10/2024"}
MATERNITY: Change = (("local_rules",), {**OWN, "min_months_served": 10})
TWO_OF_FIVE: Change = (("local_rules",), {**OWN, "max_fighter_percent": 40})
THREE_OF_FIVE: Change = (("local_rules",), {**OWN, "max_fighter_percent": 60})
FLAG = "Cờ thi đua cấp tỉnh"
MERIT = "Bằng khen cấp tỉnh"
ONE_MERIT: Change = (
    ("nominations",),
    ({"nominee": "tran-thi-b", "award": MERIT, "summary": "Có nhiều thành tích.", "point": "b"},),
)

RIGHTS_CASES: tuple[Case, ...] = (
    row(
        "complaint_open",
        2024,
        (letter(),),
        (letter(concluded_on=date(2024, 11, 20), outcome="không đúng"),),
        3,
        ERROR,
        ("Phạm Thị D", "đơn tố cáo nhận ngày 04/11/2024", f"khoản 4 Điều 4 {DECREE_98}"),
    ),
    row(
        "complaint_open",
        2024,
        (letter(award="Lao động tiên tiến"),),
        (letter(award="Giấy khen"),),
        3,
        ERROR,
        ("Phạm Thị D, “Lao động tiên tiến”", f"khoản 4 Điều 4 {DECREE_98}"),
    ),
    row(
        "complaint_upheld",
        2024,
        (letter(**UPHELD),),
        (letter(**{**UPHELD, "outcome": "đã rút đơn"}),),
        3,
        WARNING,
        ("Phạm Thị D", "Đã kết luận đúng đơn tố cáo", f"điểm a khoản 2 Điều 5 {LAW}"),
    ),
    row(
        "prohibited_act",
        2024,
        (letter(**UPHELD, act=FALSEHOOD),),
        (letter(**UPHELD, act=FALSEHOOD, revoked_by="Quyết định số 21/QĐ-UBND"),),
        3,
        ERROR,
        ("Phạm Thị D", "(khoản 3)", "kê khai gian dối", f"Điều 15 {LAW}"),
    ),
    Case(
        "revocation_due",
        2024,
        (letter(**UPHELD, act=FALSEHOOD), DECIDED),
        (letter(**UPHELD, act=FALSEHOOD, revoked_by="Quyết định số 21/QĐ-UBND"), DECIDED),
        ("complaints", 0, "act"),
        WARNING,
        ("Phạm Thị D", "phải hủy bỏ quyết định", f"khoản 2, khoản 8 Điều 93 {LAW}"),
    ),
    Case(
        "revoked_award",
        2024,
        (past(0, 2022), (("award_history",), (REVOKED,))),
        (past(0, 2022), (("award_history",), (GIVEN,))),
        ("achievements", 0, "past_titles", 0, "award"),
        ERROR,
        ("Trần Thị B", "Quyết định số 15/QĐ-UBND", f"khoản 2, khoản 8 Điều 93 {LAW}"),
    ),
    row(
        "provincial_fighter_years",
        2024,
        (asking(0, PROVINCIAL), past(0, 2023, 2021), (("award_history",), (REVOKED,))),
        (asking(0, PROVINCIAL), past(0, 2023, 2021), (("award_history",), (GIVEN,))),
        0,
        ERROR,
        ("Trần Thị B", "2021, 2023", f"điểm a khoản 1 Điều 22 {LAW}"),
    ),
    row(
        "months_served",
        2024,
        (MATERNITY, *rated(2, months_served=5, maternity_months=4)),
        (MATERNITY, *rated(2, months_served=6, maternity_months=6)),
        3,
        ERROR,
        ("Phạm Thị D", "Công tác 9 tháng, kể cả 4 tháng nghỉ thai sản", "Quyết định số 05/QĐ-UBND của tỉnh"),
    ),
    row(
        "advanced_worker_rating",
        2024,
        rated(2, rating=None, months_served=6, maternity_months=6),
        rated(2, rating=GOOD, months_served=6, maternity_months=6),
        3,
        WARNING,
        ("Phạm Thị D", "nghỉ thai sản 06 tháng, thời gian này được tính (khoản 5 Điều 4"),
    ),
    row(
        "women_first",
        2024,
        (TWO_OF_FIVE, *rated(2, rating=EXCELLENT)),
        (THREE_OF_FIVE, *rated(2, rating=EXCELLENT)),
        3,
        WARNING,
        ("Phạm Thị D (nữ)", "Lê Văn C", "ưu tiên cá nhân nữ", f"khoản 6 Điều 4 {DECREE_98}"),
    ),
    Case(
        "posthumous",
        2024,
        ((("nominations", 3, "posthumous"), True),),
        ((("nominations", 3, "posthumous"), True), asking(3, MERIT)),
        ("nominations", 3, "posthumous"),
        ERROR,
        ("Phạm Thị D, “Lao động tiên tiến”", "không quy định truy tặng danh hiệu", f"khoản 1 Điều 74 {LAW}"),
    ),
    Case(
        "posthumous",
        2024,
        ((("nominations", 3, "posthumous"), True), asking(3, "Giấy khen")),
        (asking(3, "Giấy khen"),),
        ("nominations", 3, "posthumous"),
        WARNING,
        ("Phạm Thị D, Giấy khen", "cần đối chiếu", f"khoản 1 Điều 74 {LAW}"),
    ),
    Case(
        "posthumous",
        2024,
        ((("nominations", 2, "posthumous"), True), asking(2, MERIT)),
        (asking(2, MERIT),),
        ("nominations", 2, "posthumous"),
        ERROR,
        ("cũng không truy tặng cho tập thể", f"khoản 1 Điều 74 {LAW}"),
    ),
    row(
        "provincial_flag_lead",
        2024,
        (asking(2, FLAG),),
        (asking(2, FLAG), *counted(0, leads="Cụm thi đua số 1 (Thông báo số 4/TB-HĐTĐKT)")),
        2,
        WARNING,
        ("chưa ghi dẫn đầu cụm, khối", f"khoản 1 Điều 26 {LAW}"),
    ),
    row(
        "exemplary_ward_lead",
        2024,
        (collective(0, "đơn vị hành chính cấp xã"), asking(2, "Phường tiêu biểu")),
        (
            collective(0, "đơn vị hành chính cấp xã"),
            asking(2, "Phường tiêu biểu"),
            *counted(0, leads="Phong trào thi đua của thành phố (Thông báo số 5/TB-UBND)"),
        ),
        2,
        WARNING,
        ("chưa ghi dẫn đầu", f"khoản 1 Điều 29 {LAW}"),
    ),
    row(
        "exemplary_ward_lead",
        2026,
        (collective(0, "đơn vị hành chính cấp xã"), asking(1, "Phường tiêu biểu")),
        (
            collective(0, "đơn vị hành chính cấp xã"),
            asking(1, "Phường tiêu biểu"),
            *counted(0, leads="Khối thi đua các phường của tỉnh (Thông báo số 5/TB-UBND)"),
        ),
        1,
        WARNING,
        ("Luật ghi “cấp huyện”, nay không còn", "phạm vi cần đối chiếu", f"khoản 1 Điều 29 {LAW}"),
    ),
    Case(
        "award_of_another_sort",
        2024,
        (asking(2, "Phường tiêu biểu"),),
        (asking(2, "Phường tiêu biểu"), collective(0, "đơn vị hành chính cấp xã")),
        ("nominations", 2, "award"),
        ERROR,
        ("Phường tiêu biểu không tặng cho tập thể", "Điều 20"),
    ),
    Case(
        "award_of_another_sort",
        2024,
        (collective(0, "đơn vị hành chính cấp xã"),),
        (collective(0, "đơn vị hành chính cấp xã"), asking(2, "Phường tiêu biểu")),
        ("nominations", 2, "award"),
        ERROR,
        ("“Tập thể lao động tiên tiến” không tặng cho phường", "Điều 20"),
    ),
    Case(
        "enterprise_award",
        2024,
        (collective(0, "doanh nghiệp hoặc hợp tác xã"),),
        (collective(0, "cơ quan hoặc tổ chức"),),
        ("nominations", 2, "award"),
        WARNING,
        ("Giám đốc quyết định tặng", f"khoản 4 Điều 80 {LAW}"),
    ),
    Case(
        "enterprise_merit",
        2024,
        (collective(0, "doanh nghiệp hoặc hợp tác xã"), asking(2, MERIT)),
        (asking(2, MERIT),),
        ("nominations", 2, "award"),
        WARNING,
        ("đóng góp vào sự phát triển của địa phương", f"khoản 4 Điều 74 {LAW}"),
    ),
    Case(
        "submission_addressee",
        2024,
        (ONE_MERIT, (("submission", "addressees"), ("Chủ tịch Ủy ban nhân dân tỉnh Bắc Giang",))),
        (ONE_MERIT, (("submission", "addressees"), ("Chủ tịch Ủy ban nhân dân thành phố Bắc Giang",))),
        ("submission", "addressees"),
        WARNING,
        ("Gửi qua cấp này là thông lệ, văn bản không quy định", f"khoản 1 Điều 83 {LAW}"),
    ),
    row(
        "collective_merit",
        2024,
        (asking(2, MERIT), (("nominations", 2, "point"), "đ")),
        (asking(2, MERIT), (("nominations", 2, "point"), "c")),
        2,
        ERROR,
        ("khoản 3 không có điểm đ", f"khoản 3 Điều 74 {LAW}"),
    ),
    row(
        "collective_merit",
        2024,
        (asking(2, MERIT), (("nominations", 2, "point"), "d"), *counted(0, rating=GOOD)),
        (asking(2, MERIT), (("nominations", 2, "point"), "d"), *counted(0, rating=EXCELLENT)),
        2,
        WARNING,
        ("theo điểm d", GOOD, f"khoản 3 Điều 74 {LAW}"),
    ),
    row(
        "person_merit",
        2024,
        (asking(3, MERIT), (("nominations", 3, "point"), "đ")),
        (asking(3, MERIT), (("nominations", 3, "point"), "đ"), *rated(2, official=False, rating=None)),
        3,
        WARNING,
        ("của công nhân, nông dân, người lao động", f"khoản 1 Điều 74 {LAW}"),
    ),
    row(
        "person_merit",
        2024,
        (asking(3, MERIT), (("nominations", 3, "point"), "d")),
        (asking(1, MERIT), (("nominations", 1, "point"), "d"), past(1, 2023, 2022)),
        3,
        WARNING,
        ("chưa có 02 lần liên tục", f"khoản 1 Điều 74 {LAW}"),
    ),
)
