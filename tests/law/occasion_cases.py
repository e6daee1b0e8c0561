"""The rules on campaigns and sudden achievements, each broken once and just kept once."""

from __future__ import annotations

from datetime import date

from law.good_year import Case

from vanban.domain.finding import Severity

LAW = "Luật Thi đua, khen thưởng"

OCCASION_CASES: tuple[Case, ...] = (
    Case(
        "occasion_award",
        2024,
        ((("campaigns", 0, "awardees", 0, "award"), "Lao động tiên tiến"),),
        ((("campaigns", 0, "awardees", 0, "award"), "Giấy khen"),),
        ("campaigns", 0, "awardees", 0, "award"),
        Severity.ERROR,
        ("Lê Văn C", "“Lao động tiên tiến”", "hằng năm", f"Điều 75 {LAW}"),
    ),
    Case(
        "dossier_incomplete",
        2024,
        ((("sudden_achievements", 0, "awardees", 0, "summary"), ()),),
        ((("sudden_achievements", 0, "awardees", 0, "summary"), ("Đưa 02 người ra ngoài an toàn.",)),),
        ("sudden_achievements", 0, "awardees", 0, "nominee"),
        Severity.ERROR,
        ("Đinh Văn Q", "thiếu: Báo cáo tóm tắt thành tích", f"Điều 85 {LAW}"),
    ),
    Case(
        "dossier_incomplete",
        2024,
        ((("campaigns", 0, "submission"), None),),
        (
            (("campaigns", 0, "submission"), None),
            (("campaigns", 0, "decision"), None),
        ),
        ("campaigns", 0, "awardees", 0, "nominee"),
        Severity.ERROR,
        ("Lê Văn C", "thiếu: Tờ trình đề nghị", f"Điều 84 {LAW}"),
    ),
    Case(
        "occasion_minutes",
        2024,
        ((("campaigns", 0, "review"), None),),
        (
            (("campaigns", 0, "review"), None),
            (("campaigns", 0, "decision"), None),
        ),
        ("campaigns", 0),
        Severity.WARNING,
        ("chưa có biên bản xét khen thưởng",),
    ),
    Case(
        "deed_within_campaign",
        2024,
        (
            (("sudden_achievements", 0, "happened_on"), date(2024, 5, 7)),
            (("sudden_achievements", 0, "awardees", 0, "nominee"), "le-van-c"),
        ),
        (
            (("sudden_achievements", 0, "happened_on"), date(2024, 5, 8)),
            (("sudden_achievements", 0, "awardees", 0, "nominee"), "le-van-c"),
        ),
        ("sudden_achievements", 0, "awardees", 0, "nominee"),
        Severity.WARNING,
        ("Lê Văn C", "07/5/2024", "dien-bien-phu", f"điểm c khoản 2 Điều 5 {LAW}"),
    ),
    Case(
        "one_achievement",
        2024,
        (
            (("sudden_achievements", 0, "awardees", 0, "nominee"), "vu-van-h"),
            (
                ("sudden_achievements", 0, "awardees", 0, "achievement"),
                "Có thành tích xuất sắc trong công tác tuyển quân và huấn luyện dân quân tự vệ năm 2024.",
            ),
        ),
        ((("sudden_achievements", 0, "awardees", 0, "nominee"), "vu-van-h"),),
        ("nominations", 6, "nominee"),
        Severity.ERROR,
        ("Vũ Văn H", "được khen 2 lần", f"điểm c khoản 2 Điều 5 {LAW}"),
    ),
)
