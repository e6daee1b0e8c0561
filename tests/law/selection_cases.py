"""Cases of the rules on the council's vote, the meetings of residential groups and the dossiers that follow."""

from __future__ import annotations

from datetime import date

from law.good_year import Case

from vanban.domain.finding import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
DECREE_98 = "khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP"
DECREE_86 = "Nghị định số 86/2023/NĐ-CP"

SELECTION_CASES: tuple[Case, ...] = (
    Case(
        "vote_threshold",
        2024,
        ((("votes", 1, "in_favour"), 7), (("votes", 1, "against"), 2)),
        ((("votes", 1, "in_favour"), 8), (("votes", 1, "against"), 1)),
        ("nominations", 1, "nominee"),
        ERROR,
        ("Lê Văn C", "8/9", "7/9 (77,8%)", DECREE_98),
    ),
    Case(
        "ballot_missing",
        2024,
        ((("votes", 1, "nominee"), "ly-thi-p"),),
        ((("votes", 1, "nominee"), "le-van-c"),),
        ("nominations", 1, "nominee"),
        ERROR,
        ("Lê Văn C", "phải có kết quả bỏ phiếu", DECREE_98),
    ),
    Case(
        "own_vote",
        2024,
        ((("votes", 4, "in_favour"), 8),),
        ((("votes", 4, "in_favour"), 7),),
        ("votes", 4, "nominee"),
        WARNING,
        ("Phạm Thị D:", "biểu quyết cho chính mình", "cần đối chiếu quy chế"),
    ),
    Case(
        "own_vote",
        2024,
        ((("people", 1, "name"), "Mai Thị S"),),
        ((("people", 1, "name"), "Mai Thị T"),),
        ("votes", 1, "nominee"),
        WARNING,
        ("Mai Thị S:", "biểu quyết cho chính mình"),
    ),
    Case(
        "ballot_balance",
        2024,
        ((("council_meeting", "ballots", "issued"), 8),),
        ((("council_meeting", "ballots", "issued"), 9),),
        ("council_meeting", "ballots", "issued"),
        ERROR,
        ("phát ra: 8; thu về: 9",),
    ),
    Case(
        "absent_members",
        2024,
        (
            (("council_meeting", "absences", 0, "written"), False),
            (("council_meeting", "ballots"), {"issued": 8, "returned": 8, "not_returned": 0, "valid": 8, "invalid": 0}),
        ),
        ((("council_meeting", "absences", 0, "written"), True),),
        ("council_meeting", "absences"),
        WARNING,
        ("Còn 1 thành viên", DECREE_98),
    ),
    Case(
        "cultural_family_late",
        2024,
        ((("group_meetings", 0, "day"), date(2024, 11, 25)),),
        ((("group_meetings", 0, "day"), date(2024, 11, 24)),),
        ("group_meetings", 0, "day"),
        WARNING,
        ("Tổ dân phố số 1", "25/11/2024", DECREE_86),
    ),
    Case(
        "cultural_family_public",
        2024,
        (
            (("group_meetings", 0, "posted_on"), date(2024, 11, 10)),
            (("group_meetings", 0, "sent_on"), date(2024, 11, 19)),
        ),
        (
            (("group_meetings", 0, "posted_on"), date(2024, 11, 10)),
            (("group_meetings", 0, "sent_on"), date(2024, 11, 20)),
        ),
        ("group_meetings", 0, "day"),
        WARNING,
        ("Tổ dân phố số 1", "chưa đủ 10 ngày công khai", DECREE_86),
    ),
    Case(
        "dossier_incomplete",
        2024,
        ((("submission",), None),),
        (),
        ("nominations", 0, "nominee"),
        WARNING,
        ("Trần Thị B", "thiếu: Tờ trình đề nghị", "khoản 1 Điều 84"),
    ),
    Case(
        "dossier_incomplete",
        2026,
        ((("council_meeting",), None), (("votes",), ())),
        (),
        ("nominations", 0, "nominee"),
        WARNING,
        ("Trần Thị M", "thiếu: Biên bản bình xét", "khoản 2 Điều 84"),
    ),
    Case(
        "group_vote_low",
        2026,
        ((("group_meetings", 0, "title_in_favour"), 105),),
        ((("group_meetings", 0, "title_in_favour"), 126),),
        ("group_meetings", 0, "title_in_favour"),
        WARNING,
        ("105/250 hộ dự họp (42%)", "không theo tỷ lệ của Hội đồng", "cần đối chiếu", DECREE_86),
    ),
)
