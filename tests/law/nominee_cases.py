"""Cases of the rules on nominees: the standards of each award, what counts once, local rules."""

from __future__ import annotations

from datetime import date
from typing import Any

from law.good_year import Case, Change, good_year

from vanban.domain.finding import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def row(
    rule: str,
    year: int,
    fails: tuple[Change, ...],
    passes: tuple[Change, ...],
    position: int,
    severity: Severity,
    says: tuple[str, ...],
) -> Case:
    """A rule that speaks of one row of the nominations."""
    return Case(rule, year, fails, passes, ("nominations", position, "nominee"), severity, says)


def nominations(*more: dict[str, Any]) -> Change:
    """The nominations of 2024 and some more."""
    rows = tuple(one.model_dump() for one in good_year(2024).nominations)
    return ("nominations",), (*rows, *more)


def rated(position: int, **values: Any) -> tuple[Change, ...]:
    """Changes of one row of the ratings of people."""
    return tuple((("evaluations", position, field), value) for field, value in values.items())


def counted(position: int, **values: Any) -> tuple[Change, ...]:
    """Changes of one row of the ratings of collectives."""
    return tuple((("collective_evaluations", position, field), value) for field, value in values.items())


def asking(position: int, award: str) -> Change:
    """The row asks for another award."""
    return ("nominations", position, "award"), award


def past(position: int, *years: int) -> Change:
    """The nominee was “Chiến sĩ thi đua cơ sở” in these years."""
    rows = tuple({"year": year, "award": "“Chiến sĩ thi đua cơ sở”", "decision": "Quyết định số 1"} for year in years)
    return ("achievements", position, "past_titles"), rows


LAW = "Luật Thi đua, khen thưởng"
PROVINCIAL = "Chiến sĩ thi đua cấp tỉnh"
EXCELLENT, GOOD, DONE = "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ"
WARNED = {"discipline": "Cảnh cáo", "disciplined_on": date(2024, 5, 6)}
SERVED = {**WARNED, "served_on": date(2024, 11, 6)}
NOT_RECOGNISED: Change = (("initiatives", 0, "decision"), None)
OWN = {"source": "Quyết định số 05/QĐ-UBND của tỉnh"}
MUST_REGISTER: Change = (("local_rules",), {**OWN, "registration_required": True})
SERVICE: Change = (("local_rules",), {**OWN, "min_months_served": 10, "max_days_of_leave": 40})
STRANGER: Change = (("individual_registrations", 0, "person"), "le-thi-z")
SOLDIERS = good_year(2024).nominations[6].summary
THIS_USE = good_year(2024).initiative_uses[0].model_dump()

IN_CAMPAIGN: Change = (("campaigns", 0, "awardees", 0, "nominee"), "tran-thi-m")
FAMILY: Change = (
    ("nominations", 5),
    {"nominee": "ho-01", "award": "Gia đình văn hóa", "summary": "Gia đình gương mẫu."},
)

NOMINEE_CASES: tuple[Case, ...] = (
    row(
        "same_award_twice",
        2024,
        ((("people", 3, "name"), "Phạm Thị D"), (("people", 3, "born_on"), date(1990, 11, 20))),
        ((("people", 3, "name"), "Phạm Thị D"), (("people", 3, "born_on"), date(1990, 11, 21))),
        4,
        WARNING,
        ("Phạm Thị D", "“Lao động tiên tiến” 2 lần", "pham-thi-d, hoang-van-e", "điểm c khoản 2 Điều 5"),
    ),
    Case(
        "award_of_another_sort",
        2024,
        (asking(7, "Lao động tiên tiến"),),
        (asking(7, "Tập thể lao động tiên tiến"),),
        ("nominations", 7, "award"),
        ERROR,
        ("Trường Tiểu học", "“Lao động tiên tiến” không tặng cho tập thể", "Điều 19"),
    ),
    Case(
        "author_twice",
        2024,
        ((("people", 3, "name"), "Lê Văn C"), (("people", 3, "born_on"), date(1980, 8, 2))),
        ((("people", 3, "name"), "Lê Văn C"), (("people", 3, "born_on"), date(1980, 8, 3))),
        ("authorships", 2, "person"),
        WARNING,
        ("Tác giả Lê Văn C được ghi 2 lần", "le-van-c, hoang-van-e"),
    ),
    row(
        "advanced_worker_rating",
        2024,
        rated(2, rating=DONE),
        rated(2, rating=GOOD),
        3,
        ERROR,
        ("Phạm Thị D", "xếp loại Hoàn thành nhiệm vụ", f"điểm a khoản 1 Điều 24 {LAW}"),
    ),
    row(
        "advanced_worker_rating",
        2024,
        rated(2, rating=None),
        (*rated(2, rating=None, official=False),),
        3,
        WARNING,
        ("Phạm Thị D", "chưa có kết quả xếp loại", f"điểm a khoản 1 Điều 24 {LAW}"),
    ),
    row(
        "grassroots_fighter",
        2024,
        (*rated(0, rating=GOOD), NOT_RECOGNISED),
        (*rated(0, rating=EXCELLENT), NOT_RECOGNISED),
        0,
        ERROR,
        ("Trần Thị B", "chưa có quyết định công nhận", f"khoản 2 Điều 23 {LAW}"),
    ),
    row(
        "provincial_fighter_years",
        2024,
        (asking(0, PROVINCIAL), past(0, 2023, 2021)),
        (asking(0, PROVINCIAL), past(0, 2023, 2022, 2021)),
        0,
        ERROR,
        ("Trần Thị B", "2021, 2023", f"điểm a khoản 1 Điều 22 {LAW}"),
    ),
    row(
        "provincial_fighter_initiative",
        2024,
        (asking(0, PROVINCIAL),),
        (asking(0, PROVINCIAL), (("initiatives", 0, "scope"), "tỉnh")),
        0,
        ERROR,
        ("Trần Thị B", "trong tỉnh", f"điểm b khoản 1 Điều 22 {LAW}"),
    ),
    row(
        "person_certificate_rating",
        2026,
        (asking(5, "Giấy khen"), *rated(2, rating=DONE)),
        (asking(5, "Giấy khen"), *rated(2, rating=GOOD)),
        5,
        WARNING,
        ("Phạm Văn P", "Luật số 06/2026/QH16 sửa đổi", "khoản 3 Điều 4", "86/2025/QĐ-UBND"),
    ),
    row(
        "discipline_served",
        2024,
        rated(2, **WARNED),
        rated(2, **{**WARNED, "disciplined_on": date(2025, 1, 6)}),
        3,
        ERROR,
        ("Phạm Thị D", "06/5/2024", "khoản 4 Điều 4 Nghị định số 98/2023/NĐ-CP"),
    ),
    row(
        "discipline_served",
        2024,
        rated(2, **SERVED),
        rated(2, discipline=None),
        3,
        WARNING,
        ("Phạm Thị D", "chấp hành xong ngày 06/11/2024", "khoản 4 Điều 4 Nghị định số 98/2023/NĐ-CP"),
    ),
    Case(
        "sudden_results",
        2026,
        ((("nominations", 0, "summary"), good_year(2026).campaigns[0].awardees[0].achievement), IN_CAMPAIGN),
        ((("nominations", 0, "summary"), "Hoàn thành xuất sắc nhiệm vụ hai năm liền."), IN_CAMPAIGN),
        ("nominations", 0, "summary"),
        WARNING,
        ("Không dùng nó làm căn cứ", "khoản 3 Điều 4 Nghị định số 152/2025/NĐ-CP"),
    ),
    Case(
        "submission_late",
        2026,
        ((("submission", "planned_on"), date(2026, 12, 11)),),
        ((("submission", "planned_on"), date(2026, 12, 10)),),
        ("submission", "planned_on"),
        WARNING,
        ("10/12/2026", "86/2025/QĐ-UBND"),
    ),
    Case(
        "household_excluded",
        2026,
        (FAMILY, (("households", 0, "key"), "ho-01"), (("households", 0, "excluded_by"), "bị xử phạt về đánh bạc")),
        (FAMILY, (("households", 0, "key"), "ho-01")),
        ("nominations", 5, "nominee"),
        WARNING,
        ("bị xử phạt về đánh bạc", "Luật số 06/2026/QH16 sửa đổi", "Nghị định số 86/2023/NĐ-CP"),
    ),
    Case(
        "armed_unit",
        2024,
        ((("collectives", 0, "armed"), True),),
        ((("collectives", 0, "armed"), False),),
        ("nominations", 2, "award"),
        ERROR,
        ("“Đơn vị tiên tiến”", f"khoản 2 Điều 28; khoản 5 Điều 80 {LAW}"),
    ),
    Case(
        "armed_unit",
        2024,
        ((("nominations", 2, "nominee"), "cong-an"),),
        ((("nominations", 2, "nominee"), "tram-y-te"),),
        ("nominations", 2, "award"),
        WARNING,
        ("Công an phường Ngô Quyền", "có thể thuộc lực lượng vũ trang"),
    ),
    row(
        "failed_rating",
        2024,
        (asking(3, "Giấy khen"), *rated(2, rating="Không hoàn thành nhiệm vụ")),
        (asking(3, "Giấy khen"), *rated(2, rating=DONE)),
        3,
        WARNING,
        ("Phạm Thị D", f"điểm b khoản 2 Điều 5 {LAW}"),
    ),
    row(
        "failed_rating",
        2024,
        (asking(2, "Cờ thi đua cấp tỉnh"), (("collective_evaluations", 0, "rating"), "Không hoàn thành nhiệm vụ")),
        (asking(2, "Cờ thi đua cấp tỉnh"), (("collective_evaluations", 0, "rating"), GOOD)),
        2,
        ERROR,
        (f"điểm a khoản 1 Điều 26 {LAW}",),
    ),
    Case(
        "unit_capital",
        2024,
        ((("office", "locality"), "phường Trần Phú"),),
        ((("office", "locality"), "Phường Trần Phú"),),
        ("office", "locality"),
        WARNING,
        ("“Phường Trần Phú”", "điểm b khoản 1 Mục III Phụ lục II Nghị định số 30/2020/NĐ-CP"),
    ),
    row(
        "collective_certificate_rating",
        2026,
        (asking(1, "Giấy khen"), (("collective_evaluations", 0, "rating"), DONE)),
        (asking(1, "Giấy khen"), (("collective_evaluations", 0, "rating"), GOOD)),
        1,
        WARNING,
        ("điểm b khoản 3 Điều 4", "Luật số 06/2026/QH16 sửa đổi", "86/2025/QĐ-UBND"),
    ),
    Case(
        "work_not_an_initiative",
        2024,
        ((("initiatives", 2, "sort"), "đề tài khoa học"),),
        ((("initiatives", 2, "sort"), "sáng kiến"),),
        ("initiatives", 2, "accepted"),
        ERROR,
        ("là đề tài khoa học", "nghiệm thu"),
    ),
    row(
        "person_merit",
        2024,
        (asking(3, "Bằng khen cấp tỉnh"),),
        (asking(3, "Bằng khen cấp tỉnh"), (("nominations", 3, "point"), "b")),
        3,
        WARNING,
        ("Phạm Thị D", f"khoản 1 Điều 74 {LAW}"),
    ),
    row(
        "collective_merit",
        2026,
        (asking(1, "Bằng khen cấp tỉnh"),),
        (asking(1, "Bằng khen cấp tỉnh"), (("nominations", 1, "point"), "a")),
        1,
        WARNING,
        (f"khoản 3 Điều 74 {LAW}", "Luật số 06/2026/QH16 sửa đổi"),
    ),
    row(
        "under_review",
        2024,
        rated(2, under_review="có đơn tố cáo"),
        rated(2, under_review=None),
        3,
        ERROR,
        ("Phạm Thị D", "có đơn tố cáo", "khoản 4 Điều 4 Nghị định số 98/2023/NĐ-CP"),
    ),
    row(
        "under_review",
        2026,
        counted(0, under_review="đang thanh tra"),
        counted(0, under_review=None),
        1,
        WARNING,
        (
            "Văn phòng HĐND và UBND",
            "đang thanh tra",
            "Luật số 06/2026/QH16 sửa đổi",
            "khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP",
        ),
    ),
    row(
        "advanced_collective_rating",
        2024,
        counted(0, rating=DONE),
        counted(0, rating=GOOD),
        2,
        ERROR,
        ("Cơ quan Ủy ban nhân dân", DONE, f"điểm a khoản 1 Điều 28 {LAW}"),
    ),
    row(
        "advanced_collective_share",
        2024,
        counted(0, members=8, completed=8),
        counted(0, members=7),
        2,
        ERROR,
        ("05/08", "62,5%", "cần ít nhất 06", f"điểm c khoản 1 Điều 28 {LAW}"),
    ),
    Case(
        "titles_counted",
        2024,
        counted(0, members=24, completed=24, advanced_workers=21),
        counted(0, members=24, completed=24, advanced_workers=21, titles_decided="Quyết định số 9/QĐ-UBND"),
        ("collective_evaluations", 0, "advanced_workers"),
        ERROR,
        ("Cơ quan Ủy ban nhân dân", "ghi 21 người", "có 05 người"),
    ),
    Case(
        "titles_counted",
        2024,
        counted(1, titles_decided=None),
        counted(1, advanced_workers=0, fighters=0, titles_decided=None),
        ("collective_evaluations", 1, "advanced_workers"),
        WARNING,
        ("Trường Tiểu học", "ghi 36 người", "có 00 người"),
    ),
    row(
        "advanced_collective_discipline",
        2024,
        counted(0, disciplined=("Nguyễn Văn X", "Lê Thị Y")),
        rated(5, **SERVED),
        2,
        ERROR,
        ("02 cá nhân", "Nguyễn Văn X, Lê Thị Y", f"điểm c khoản 1 Điều 28 {LAW}"),
    ),
    row(
        "advanced_collective_discipline",
        2024,
        rated(2, **WARNED),
        rated(2, **{**WARNED, "discipline": "Khiển trách"}),
        2,
        ERROR,
        ("01 cá nhân", "Phạm Thị D", f"điểm c khoản 1 Điều 28 {LAW}"),
    ),
    row(
        "excellent_collective_rating",
        2026,
        counted(0, rating=GOOD),
        counted(0, rating=EXCELLENT),
        1,
        WARNING,
        ("Văn phòng HĐND và UBND", GOOD, f"điểm a khoản 1 Điều 27 {LAW}"),
    ),
    row(
        "excellent_collective_completed",
        2026,
        counted(0, completed=11),
        counted(0, completed=12),
        1,
        WARNING,
        ("11/12", f"điểm c khoản 1 Điều 27 {LAW}"),
    ),
    row(
        "excellent_collective_share",
        2026,
        counted(0, advanced_workers=8),
        counted(0, advanced_workers=9),
        1,
        WARNING,
        ("08/12", "cần ít nhất 09", f"điểm c khoản 1 Điều 27 {LAW}"),
    ),
    row(
        "excellent_collective_fighter",
        2026,
        counted(0, fighters=0),
        counted(0, fighters=1),
        1,
        WARNING,
        ("00 cá nhân đạt “Chiến sĩ thi đua cơ sở”", f"điểm d khoản 1 Điều 27 {LAW}"),
    ),
    row(
        "evaluation_row_missing",
        2024,
        rated(2, person="le-thi-z"),
        rated(2, person="pham-thi-d"),
        3,
        WARNING,
        ("Phạm Thị D", "bảng xếp loại", f"Điều 24 {LAW}"),
    ),
    row(
        "registration_missing",
        2024,
        (STRANGER,),
        ((("individual_registrations", 13, "person"), "le-thi-z"),),
        0,
        WARNING,
        ("Trần Thị B", "Chưa đăng ký thi đua", f"Điều 7 {LAW}"),
    ),
    row(
        "registration_required",
        2024,
        (STRANGER, MUST_REGISTER),
        (STRANGER,),
        0,
        ERROR,
        ("Trần Thị B", "bắt buộc", "Quyết định số 05/QĐ-UBND của tỉnh"),
    ),
    row(
        "months_served",
        2024,
        (*rated(2, months_served=9), SERVICE),
        (*rated(2, months_served=10), SERVICE),
        3,
        ERROR,
        ("Phạm Thị D", "9 tháng", "Quyết định số 05/QĐ-UBND của tỉnh"),
    ),
    row(
        "days_of_leave",
        2024,
        (*rated(2, days_of_leave=41), SERVICE),
        (*rated(2, days_of_leave=40), SERVICE),
        3,
        ERROR,
        ("Phạm Thị D", "41 ngày", "Quyết định số 05/QĐ-UBND của tỉnh"),
    ),
    Case(
        "discipline_served",
        2024,
        rated(1, **WARNED),
        rated(1, **{**WARNED, "disciplined_on": date(2024, 12, 31)}),
        ("campaigns", 0, "awardees", 0, "nominee"),
        ERROR,
        ("Lê Văn C, Giấy khen", "06/5/2024", "khoản 4 Điều 4 Nghị định số 98/2023/NĐ-CP"),
    ),
    Case(
        "one_achievement",
        2024,
        (nominations({"nominee": "vu-van-h", "award": "Bằng khen cấp tỉnh", "summary": SOLDIERS}),),
        (nominations({"nominee": "vu-van-h", "award": "Bằng khen cấp tỉnh", "summary": "Cứu người bị nạn."}),),
        ("nominations", 8, "nominee"),
        ERROR,
        ("Vũ Văn H", "được khen 2 lần", f"điểm c khoản 2 Điều 5 {LAW}"),
    ),
    Case(
        "initiative_used_again",
        2024,
        ((("initiative_uses",), (THIS_USE, {**THIS_USE, "award": "Giấy khen", "year": 2023})),),
        ((("initiative_uses",), (THIS_USE,)),),
        ("initiative_uses", 1, "initiative"),
        ERROR,
        ("Trần Thị B", "được dùng 2 lần", "Giấy khen năm 2023", "Công văn số 5007/BNV-TĐKT"),
    ),
    Case(
        "initiative_used_again",
        2024,
        (
            (("initiative_uses",), ({**THIS_USE, "year": 2023},)),
            *rated(0, rating=GOOD),
        ),
        ((("initiative_uses",), ({**THIS_USE, "year": 2023},)),),
        ("nominations", 0, "award"),
        WARNING,
        ("Trần Thị B", "“Chiến sĩ thi đua cơ sở” năm 2023", "Công văn số 5007/BNV-TĐKT"),
    ),
    Case(
        "not_an_author",
        2024,
        ((("initiative_uses", 0, "nominee"), "pham-thi-d"),),
        ((("initiative_uses", 0, "nominee"), "tran-thi-b"),),
        ("initiative_uses", 0, "initiative"),
        ERROR,
        ("Phạm Thị D", "Không phải tác giả", f"khoản 2 Điều 23 {LAW}"),
    ),
    Case(
        "initiative_scope",
        2024,
        ((("initiatives", 2, "scope"), "tỉnh"),),
        ((("initiatives", 2, "scope"), "cơ sở"),),
        ("initiatives", 2, "accepted"),
        ERROR,
        ("cơ quan không tự công nhận được", f"khoản 2 Điều 22 {LAW}"),
    ),
    Case(
        "recognition_missing",
        2024,
        ((("initiative_confirmation",), None),),
        (),
        ("initiatives", 2, "accepted"),
        WARNING,
        ("Chưa có lời văn", f"khoản 2 Điều 23 {LAW}"),
    ),
    Case(
        "author_shares",
        2024,
        ((("authorships", 1, "share"), 75),),
        ((("authorships", 1, "share"), 80),),
        ("initiatives", 1, "name"),
        ERROR,
        ("Lê Văn C: 75%; Hoàng Văn E: 20%", "là 95%", "Phụ lục I Thông tư số 18/2013/TT-BKHCN"),
    ),
    Case(
        "fighter_ratio",
        2024,
        ((("local_rules",), {**OWN, "max_fighter_percent": 20}),),
        ((("local_rules",), {**OWN, "max_fighter_percent": 40}),),
        ("nominations", 0, "award"),
        ERROR,
        ("Đề nghị 02 người trên 05", "20% chỉ cho phép 01", "Quyết định số 05/QĐ-UBND của tỉnh"),
    ),
    Case(
        "fighter_ratio_off",
        2024,
        ((("local_rules",), None),),
        ((("local_rules",), {}),),
        ("nominations", 0, "award"),
        WARNING,
        ("Chưa kiểm tra tỷ lệ", f"Điều 23 {LAW}"),
    ),
    Case(
        "evaluations_missing",
        2024,
        ((("evaluations",), ()), (("collective_evaluations",), ())),
        (),
        ("evaluations",),
        WARNING,
        ("08 đối tượng", f"Điều 22 đến Điều 30 {LAW}"),
    ),
    Case(
        "members_differ",
        2024,
        ((("collectives", 0, "members"), 6),),
        ((("collectives", 0, "members"), 7),),
        ("collective_evaluations", 0, "members"),
        WARNING,
        ("07 người", "06 người", f"điểm c khoản 1 Điều 28 {LAW}"),
    ),
)
