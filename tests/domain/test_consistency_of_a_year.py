"""Every rule of step 2, on a year with just that one thing wrong: the whole fault is asserted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from vanban.domain.consistency import Fault, check
from vanban.domain.consistency.fault import unknown_in
from vanban.domain.figures import figures_within
from vanban.domain.finding import Severity
from vanban.domain.year import Year

Change = Callable[..., Year]
WARNING = Severity.WARNING

PERSON = {
    "key": "pham-thi-d",
    "name": "Phạm Thị D",
    "gender": "Nữ",
    "born_on": date(1990, 1, 1),
    "hometown": "Bắc Giang",
    "residence": "Bắc Giang",
    "position": "Công chức",
    "collective": "co-quan",
}
GROUP = {"key": "tdp-01", "name": "Tổ dân phố số 3", "leader": "E", "front_head": "G", "households": 100}
PLAN_TEXT = ("annual_report", "body", 0, "body", 0, "text")
PEOPLE = "“Lao động tiên tiến” hoặc “Chiến sĩ thi đua cơ sở” hoặc “Chiến sĩ thi đua cấp tỉnh”"
COLLECTIVES = "“Tập thể lao động tiên tiến” hoặc “Tập thể lao động xuất sắc” hoặc “Cờ thi đua cấp tỉnh”"
NO_FIGURE = (
    "Hãy sửa tên chỗ điền theo mục “Số liệu trong lời văn” của hướng dẫn "
    "(docs/huong-dan.md), hoặc ghi thẳng chữ, số vào "
    "lời văn."
)
SORTS = "cá nhân, tập thể, tổ dân phố, hộ gia đình hoặc đối tượng ngoài cơ quan"


Way = tuple[str | int, ...]


def fault(
    path: Way, value: str | None, reason: str, remedy: str, severity: Severity = Severity.ERROR, other: Way = ()
) -> Fault:
    return Fault(path=path, value=value, reason=reason, remedy=remedy, severity=severity, other=other)


def unknown(path: tuple[str | int, ...], key: str, what: str, guess: str = "") -> Fault:
    hint = f" Có phải là “{guess}”?" if guess else ""
    return fault(
        path,
        key,
        f"{unknown_in(what)}{hint}",
        unknown_in(what).replace("Mã này chưa có trong", "Hãy ghi đúng mã, hoặc thêm mã này vào"),
    )


def test_a_year_that_holds_together_has_no_fault(year: Year) -> None:
    assert check(year) == ()


def test_a_year_of_the_plan_alone_has_no_fault(changed: Change) -> None:
    tables = ("group", "collective", "individual")
    parts: dict[str, Any] = {f"{table}_registrations": [] for table in tables}
    parts |= {table: [] for table in ("nominations", "achievements", "results")}
    parts |= dict.fromkeys(("registration_summary", "submission", "annual_report"))
    pairs = [item for name, value in parts.items() for item in ((name,), value)]
    assert check(changed(*pairs)) == ()


@pytest.mark.parametrize(
    ("path", "key", "what", "guess"),
    [
        (("office", "number_series", 0, "issuer"), "ubdn", "cơ quan ban hành", "ubnd"),
        (("signatories", 1, "issuer"), "xyz", "cơ quan ban hành", ""),
        (("legal_bases", 1, "successor"), "luatt", "văn bản căn cứ", "luat"),
        (("people", 1, "collective"), "co-quam", "tập thể", "co-quan"),
        (("plan", "issuer"), "UBND", "cơ quan ban hành", "ubnd"),
        (("registration_summary", "signature", "signatory"), "chu_tich", "người ký", "chu-tich"),
        (("submission", "legal_bases", 0), "nghi-dinh-98", "văn bản căn cứ", "nghi-dinh"),
        (("plan", "targets", 1, "responsible", 0), "group", "tập thể", "groups"),
        (("group_registrations", 1, "group"), "tdp-2", "tổ dân phố", "tdp-02"),
        (("collective_registrations", 0, "collective"), "xyz", "tập thể", ""),
        (("individual_registrations", 1, "person"), "le-van-d", "cá nhân", ""),
        (("achievements", 1, "nominee"), "co-qan", SORTS, "co-quan"),
        (("results", 0, "target"), "van-hoaa", "chỉ tiêu", "van-hoa"),
        (("results", 1, "measure"), "so_ngoi", "nội dung của chỉ tiêu này", "so_nguoi"),
    ],
)
def test_a_key_that_leads_nowhere_is_told_with_the_nearest_one(
    changed: Change, path: tuple[str | int, ...], key: str, what: str, guess: str
) -> None:
    assert unknown(path, key, what, guess) in check(changed(path, key))


def test_a_nominee_that_is_not_there_is_told_once_and_the_report_that_is_then_nobodys_once(changed: Change) -> None:
    found = check(changed(("nominations", 1, "nominee"), "co-quam"))
    assert found[0] == unknown(("nominations", 1, "nominee"), "co-quam", SORTS, "co-quan")
    assert [(one.path, one.severity) for one in found[1:]] == [(("achievements", 1, "nominee"), WARNING)]


@pytest.mark.parametrize("key", ["tdp 3", "tổ-3", "../tdp", "tdp/3", "", "-tdp", "x" * 61, "tdp\n3", "a.b"])
def test_a_key_that_cannot_name_a_file_is_refused(changed: Change, key: str) -> None:
    assert check(changed(("groups", "+"), {**GROUP, "key": key})) == (
        fault(
            ("groups", 2, "key"),
            key,
            "Mã chỉ được gồm chữ cái không dấu, chữ số, dấu “-” và “_”, dài không quá 60 ký tự.",
            "Hãy đặt mã khác, ví dụ tdp-01, và sửa mã ở những nơi gọi đến nó.",
        ),
    )


@pytest.mark.parametrize("key", ["tdp-03", "TDP_03", "3", "x" * 60])
def test_a_plain_key_passes(changed: Change, key: str) -> None:
    assert check(changed(("groups", "+"), {**GROUP, "key": key})) == ()


@pytest.mark.parametrize("key", ["tdp-01", "TDP-01"])
def test_a_key_used_twice_names_the_row_that_has_it(changed: Change, key: str) -> None:
    assert check(changed(("groups", "+"), {**GROUP, "key": key})) == (
        fault(
            ("groups", 2, "key"),
            key,
            "Mã này đã có ở dòng thứ 1 (chữ hoa, chữ thường coi như một).",
            "Hãy đặt mã khác cho một trong hai dòng, hoặc xóa dòng thừa.",
            other=("groups", 0, "key"),
        ),
    )


@pytest.mark.parametrize(
    "table",
    [
        ("office", "bodies"),
        ("office", "number_series"),
        ("signatories",),
        ("legal_bases",),
        ("collectives",),
        ("plan", "targets"),
        ("plan", "targets", 1, "measures"),
    ],
)
def test_every_keyed_table_is_held_to_one_row_a_key(changed: Change, year: Year, table: tuple[str | int, ...]) -> None:
    rows: Any = year.model_dump()
    for step in table:
        rows = rows[step]
    doubled = changed((*table, "+"), rows[0])
    assert (*table, len(rows), "key") in [one.path for one in check(doubled) if one.reason.startswith("Mã này đã có ở")]


def test_a_collective_may_not_share_a_key_with_a_group(changed: Change) -> None:
    (found,) = (one for one in check(changed(("collectives", 0, "key"), "tdp-01")) if "trùng" in one.reason)
    assert found.path == ("collectives", 0, "key")
    assert found.reason == "Mã này trùng với mã của tổ dân phố ở dòng thứ 1 nên không rõ nói đến ai."


@pytest.mark.parametrize("key", ["tram-y-te", "Tram-Y-Te"])
def test_a_person_may_not_share_a_key_with_a_collective(changed: Change, key: str) -> None:
    assert check(changed(("people", "+"), {**PERSON, "key": key})) == (
        fault(
            ("people", 2, "key"),
            key,
            "Mã này trùng với mã của tập thể ở dòng thứ 2 nên không rõ nói đến ai.",
            "Hãy đặt mã khác cho cá nhân này.",
            other=("collectives", 1, "key"),
        ),
    )


@pytest.mark.parametrize(
    ("table", "field", "row", "reason"),
    [
        ("group_registrations", "group", {"cultural_families": 1}, "Tổ dân phố này đã đăng ký ở dòng thứ 1."),
        ("collective_registrations", "collective", {}, "Tập thể này đã đăng ký ở dòng thứ 1."),
        ("individual_registrations", "person", {"title": "Lao động tiên tiến"}, "Cá nhân này đã đăng ký ở dòng thứ 1."),
        ("nominations", "nominee", {}, "Đối tượng này đã được đề nghị cùng danh hiệu, hình thức ở dòng thứ 1."),
        ("achievements", "nominee", {}, "Đối tượng này đã có thành tích ở dòng thứ 1."),
        ("results", "measure", {}, "Nội dung này đã có kết quả ở dòng thứ 1."),
    ],
)
def test_a_row_given_twice_names_the_first(
    changed: Change, year: Year, table: str, field: str, row: dict[str, Any], reason: str
) -> None:
    rows = getattr(year, table)
    again = {**rows[0].model_dump(), **row}
    assert check(changed((table, "+"), again)) == (
        fault(
            (table, len(rows), field),
            again[field],
            reason,
            "Hãy giữ một dòng, xóa dòng kia.",
            other=(table, 0, field),
        ),
    )


def test_one_nominee_may_be_nominated_for_two_awards(changed: Change) -> None:
    row = {"nominee": "tran-thi-b", "award": "Giấy khen", "summary": "Có thành tích."}
    assert check(changed(("nominations", "+"), row)) == ()


def test_two_people_of_one_name_and_birthday_are_doubted(changed: Change) -> None:
    twin = {**PERSON, "name": "trần thị  B", "born_on": date(1985, 3, 12)}
    assert check(changed(("people", "+"), twin)) == (
        fault(
            ("people", 2, "name"),
            "trần thị  B",
            "Trùng họ tên và ngày sinh với cá nhân ở dòng thứ 1.",
            "Hãy kiểm tra: nếu là một người thì xóa một mục.",
            WARNING,
            ("people", 0, "name"),
        ),
    )


def test_two_people_of_one_name_born_on_different_days_are_two_people(changed: Change) -> None:
    assert check(changed(("people", "+"), {**PERSON, "name": "Trần Thị B"})) == ()


@pytest.mark.parametrize(("part", "noun"), [("groups", "tổ dân phố"), ("collectives", "tập thể")])
def test_two_units_of_one_name_are_doubted(part: str, noun: str, changed: Change) -> None:
    first = getattr(changed(("year",), 2024), part)[0]
    position = len(getattr(changed(("year",), 2024), part))
    twin = {**first.model_dump(), "key": "mot-ma-khac", "name": first.name.upper()}
    assert fault(
        (part, position, "name"),
        first.name.upper(),
        f"Trùng tên với {noun} ở dòng thứ 1.",
        "Hãy sửa tên cho đúng, hoặc xóa dòng thừa.",
        WARNING,
        (part, 0, "name"),
    ) in check(changed((part, "+"), twin))


def test_a_plan_of_last_year_is_found(changed: Change) -> None:
    assert check(changed(("plan", "year"), 2023)) == (
        fault(
            ("plan", "year"),
            "2023",
            "Kế hoạch ghi năm 2023 nhưng nằm trong dữ liệu của năm 2024.",
            "Hãy sửa thành 2024 và rà lại các năm, ngày ghi trong kế hoạch.",
        ),
    )


def test_a_signatory_of_the_council_does_not_sign_for_the_committee(changed: Change) -> None:
    path = ("plan", "signature", "signatory")
    assert check(changed(path, "chu-tich-hd")) == (
        fault(
            path,
            "chu-tich-hd",
            "Người ký này ký cho Hội đồng Thi đua - Khen thưởng phường, không phải cơ quan ban hành văn bản.",
            "Hãy chọn người ký của cơ quan ban hành.",
        ),
    )


def test_a_council_paper_signed_for_the_council_passes(changed: Change) -> None:
    year = changed(("submission", "issuer"), "council", ("submission", "signature"), {"signatory": "chu-tich-hd"})
    assert check(year) == ()


@pytest.mark.parametrize("table", ["signatories", "legal_bases"])
def test_a_period_that_ends_before_it_begins_is_found(changed: Change, table: str) -> None:
    year = changed((table, 1, "valid_from"), date(2024, 5, 2), (table, 1, "valid_to"), date(2024, 5, 1))
    assert check(year) == (
        fault(
            (table, 1, "valid_to"),
            "01/5/2024",
            "Ngày kết thúc đứng trước ngày bắt đầu (02/5/2024).",
            "Hãy sửa một trong hai ngày.",
        ),
    )


def test_a_period_of_one_day_passes(changed: Change) -> None:
    day = date(2024, 5, 1)
    assert check(changed(("legal_bases", 1, "valid_from"), day, ("legal_bases", 1, "valid_to"), day)) == ()


@pytest.mark.parametrize(
    ("born", "value", "reason", "severity"),
    [
        (date(2025, 1, 1), "01/01/2025", "Ngày sinh ở sau năm 2024.", Severity.ERROR),
        (date(2010, 1, 1), "01/01/2010", "Tính đến năm 2024 người này 14 tuổi.", WARNING),
        (date(1923, 3, 5), "05/3/1923", "Tính đến năm 2024 người này 101 tuổi.", WARNING),
    ],
)
def test_a_birth_date_that_cannot_be_or_hardly_can_is_told(
    changed: Change, born: date, value: str, reason: str, severity: Severity
) -> None:
    path = ("people", 0, "born_on")
    assert check(changed(path, born)) == (
        fault(path, value, reason, "Hãy kiểm tra lại ngày, tháng, năm sinh.", severity),
    )


@pytest.mark.parametrize("born", [date(2009, 12, 31), date(1924, 1, 1)])
def test_a_person_of_fifteen_or_a_hundred_passes(changed: Change, born: date) -> None:
    assert check(changed(("people", 0, "born_on"), born)) == ()


def test_a_figure_that_nobody_computes_is_told_with_the_nearest(changed: Change) -> None:
    assert check(changed(PLAN_TEXT, "Có {groups_registed} tổ, {groups} tổ, {x} tổ.")) == (
        fault(
            PLAN_TEXT,
            "{groups_registed}",
            "Không có chỗ điền nào tên như vậy. Có phải là “groups_registered”?",
            NO_FIGURE,
        ),
        fault(PLAN_TEXT, "{x}", "Không có chỗ điền nào tên như vậy.", NO_FIGURE),
    )


@pytest.mark.parametrize("field", ["section", "clause", "item"])
def test_figures_are_looked_for_in_every_sort_of_text(changed: Change, field: str) -> None:
    path = ("plan", "body", 1, field)
    (found,) = check(changed(("plan", "body", "+"), {field: "Có {nothing}."}))
    assert (found.path, found.value) == (path, "{nothing}")


def test_every_figure_may_be_named(changed: Change) -> None:
    assert check(changed(PLAN_TEXT, " ".join(f"{{{name}}}" for name in figures_within("plan")))) == ()


@pytest.mark.parametrize("text", ["Có { groups } tổ.", "Có {groups tổ.", "Có groups} tổ.", "Có {} tổ."])
def test_a_brace_that_would_be_printed_is_told(changed: Change, text: str) -> None:
    assert check(changed(PLAN_TEXT, text)) == (
        fault(
            PLAN_TEXT,
            text,
            "Có dấu ngoặc nhọn không thuộc chỗ trống nào nên sẽ bị in ra.",
            "Hãy viết chỗ trống liền nhau như {year}, hoặc bỏ dấu ngoặc nhọn.",
        ),
    )


@pytest.mark.parametrize(
    "path",
    [
        ("plan", "subject"),
        ("plan", "introduction"),
        ("submission", "addressees", 0),
        ("plan", "recipients", 0, "name"),
    ],
)
def test_a_figure_where_nothing_is_filled_in_is_told(changed: Change, path: tuple[str | int, ...]) -> None:
    text = "Thi đua năm {year}"
    assert check(changed(path, text)) == (
        fault(
            path,
            text,
            "Mục này in nguyên văn, không điền số liệu vào dấu ngoặc nhọn.",
            "Hãy ghi hẳn nội dung, hoặc chuyển câu này vào phần nội dung (body).",
        ),
    )


@pytest.mark.parametrize(
    ("field", "text", "label", "reason"),
    [
        ("item", "- Phát huy.", "-", "Đầu mục có gõ sẵn “-”"),
        ("section", "II. NỘI DUNG", "II.", "Đầu mục có gõ sẵn “II.”"),
        ("clause", "1.2. Giao việc.", "1.2.", "Đầu mục có gõ sẵn “1.2.”"),
        ("text", "a) Giao việc.", "a)", "Đoạn văn bắt đầu bằng “a)” gõ tay"),
    ],
)
def test_a_number_typed_where_the_program_puts_its_own_is_told(
    changed: Change, field: str, text: str, label: str, reason: str
) -> None:
    (found,) = check(changed(("plan", "body", "+"), {field: text}))
    assert found.path == ("plan", "body", 1, field)
    assert found.reason.startswith(reason) and f"“{label}”" in found.reason + found.remedy
    assert found.severity is Severity.WARNING


def test_a_brace_in_a_table_is_told_at_its_row(changed: Change) -> None:
    table = {"columns": [{"name": "Nội dung"}], "rows": [["Có {groups} tổ"]]}
    (found,) = check(changed(("plan", "body", "+"), {"table": table}))
    assert found.path == ("plan", "body", 1, "table", "rows", 0)


def test_more_families_than_households_is_told(changed: Change) -> None:
    path = ("group_registrations", 0, "cultural_families")
    assert check(changed(path, 213)) == (
        fault(
            path,
            "213",
            "Tổ dân phố số 1 chỉ có 212 hộ nên không thể có nhiều hộ đăng ký hơn.",
            "Hãy sửa số hộ đăng ký, hoặc sửa số hộ trong bảng tổ dân phố.",
        ),
    )


def test_as_many_families_as_households_passes(changed: Change) -> None:
    assert check(changed(("group_registrations", 0, "cultural_families"), 212)) == ()


@pytest.mark.parametrize(
    ("path", "title", "whose", "fitting"),
    [
        (("group_registrations", 0, "title"), "Gia đình văn hóa", "tổ dân phố", "“Tổ dân phố văn hóa”"),
        (
            ("collective_registrations", 0, "title"),
            "Lao động tiên tiến",
            "tập thể",
            COLLECTIVES,
        ),
        (
            ("individual_registrations", 1, "title"),
            "Tập thể lao động tiên tiến",
            "cá nhân",
            PEOPLE,
        ),
        (
            ("nominations", 0, "award"),
            "Tập thể lao động xuất sắc",
            "cá nhân",
            PEOPLE,
        ),
        (
            ("nominations", 1, "award"),
            "Chiến sĩ thi đua cơ sở",
            "tập thể",
            COLLECTIVES,
        ),
    ],
)
def test_a_title_of_another_sort_is_told(
    changed: Change, path: tuple[str | int, ...], title: str, whose: str, fitting: str
) -> None:
    assert check(changed(path, title)) == (
        fault(path, title, f"Danh hiệu này không dành cho {whose}.", f"Hãy ghi {fitting}."),
    )


@pytest.mark.parametrize("position", [0, 1])
def test_a_certificate_may_go_to_people_and_collectives(changed: Change, position: int) -> None:
    assert check(changed(("nominations", position, "award"), "Giấy khen")) == ()


def test_a_nominee_without_achievements_is_a_warning(changed: Change) -> None:
    written = {"nominee": "co-quan", "duties": ["A."], "accomplishments": ["B."]}
    written |= {"circumstances": ["C."], "compliance": ["D."]}
    year = changed(("achievements",), [written])
    assert check(year) == (
        fault(
            ("nominations", 0, "nominee"),
            "tran-thi-b",
            "Đối tượng được đề nghị chưa có thành tích nên hồ sơ thiếu báo cáo thành tích.",
            "Hãy viết thành tích của đối tượng này vào tệp thành tích (achievements).",
            WARNING,
        ),
    )


def test_achievements_of_somebody_not_nominated_are_a_warning(changed: Change) -> None:
    row = {"nominee": "le-van-c", "duties": ["A."], "accomplishments": ["B."]}
    assert check(changed(("achievements", "+"), row)) == (
        fault(
            ("achievements", 2, "nominee"),
            "le-van-c",
            "Có thành tích nhưng không có trong danh sách đề nghị nên không được in.",
            "Hãy thêm vào danh sách đề nghị, hoặc bỏ phần thành tích này.",
            WARNING,
        ),
    )


@pytest.mark.parametrize(
    ("table", "row", "field", "what", "guess"),
    [
        ("evaluations", {"person": "le-van-d"}, "person", "cá nhân", ""),
        (
            "collective_evaluations",
            {"collective": "co-qan", "members": 24, "completed": 24, "advanced_workers": 20},
            "collective",
            "tập thể",
            "co-quan",
        ),
        (
            "initiative_uses",
            {"initiative": "x", "nominee": "le-van-d", "award": "Giấy khen", "year": 2023},
            "nominee",
            "cá nhân hoặc tập thể",
            "",
        ),
        (
            "initiative_uses",
            {"initiative": "x", "nominee": "le-van-c", "award": "Giấy khen", "year": 2024},
            "initiative",
            "sáng kiến",
            "",
        ),
    ],
)
def test_a_rating_or_a_use_of_nobody_is_told(
    changed: Change, table: str, row: dict[str, Any], field: str, what: str, guess: str
) -> None:
    assert check(changed((table,), [row])) == (unknown((table, 0, field), row[field], what, guess),)


def test_somebody_rated_twice_is_told(changed: Change) -> None:
    year = changed(("evaluations",), [{"person": "le-van-c"}] * 2)
    assert check(year) == (
        fault(
            ("evaluations", 1, "person"),
            "le-van-c",
            "Người này đã được xếp loại ở dòng thứ 1.",
            "Hãy giữ một dòng, xóa dòng kia.",
            other=("evaluations", 0, "person"),
        ),
    )


def test_a_measure_without_a_result_is_a_warning(changed: Change, year: Year) -> None:
    rows = [row.model_dump() for row in year.results]
    assert check(changed(("results",), rows[:2])) == (
        fault(
            ("plan", "targets", 1, "measures", 1, "key"),
            "thu",
            "Chỉ tiêu “viec-lam”, nội dung “thu” (Thu ngân sách) chưa có kết quả.",
            "Hãy thêm một dòng vào bảng kết quả.",
            WARNING,
        ),
    )


def test_a_result_that_does_not_say_whether_it_is_met_is_told(changed: Change) -> None:
    assert check(changed(("results", 2, "done"), None)) == (
        fault(
            ("results", 2, "done"),
            None,
            "Nội dung “Thu ngân sách” chưa ghi đạt hay không đạt.",
            "Hãy ghi “có” hoặc “không” vào cột Đạt.",
        ),
    )


@pytest.mark.parametrize(("done", "severity"), [(None, Severity.ERROR), (True, WARNING)])
def test_a_result_without_its_number_is_told(changed: Change, done: bool | None, severity: Severity) -> None:
    assert check(changed(("results", 0, "achieved"), None, ("results", 0, "done"), done)) == (
        fault(
            ("results", 0, "achieved"),
            None,
            "Nội dung “Tỷ lệ gia đình văn hóa” có mức 98% nhưng kết quả không ghi số.",
            "Hãy ghi kết quả bằng số.",
            severity,
        ),
    )


def test_a_number_at_odds_with_the_verdict_is_told(changed: Change) -> None:
    assert check(changed(("results", 0, "achieved"), "97.5", ("results", 0, "done"), True)) == (
        fault(
            ("results", 0, "done"),
            "có",
            "Kết quả 97,5% so với mức 98% cho kết luận ngược lại.",
            "Hãy sửa số, hoặc để trống cột Đạt: chương trình tự so sánh.",
        ),
    )


def test_a_verdict_that_agrees_with_the_number_passes(changed: Change) -> None:
    assert check(changed(("results", 0, "achieved"), "97.5", ("results", 0, "done"), False)) == ()


@pytest.mark.parametrize(
    ("row", "achieved", "value", "reason", "remedy", "severity"),
    [
        (1, "-1", "-1", "Số lượng không thể là số âm.", "Hãy sửa lại số.", Severity.ERROR),
        (0, "986", "986", "Tỷ lệ lớn hơn 100%.", "Hãy kiểm tra lại số, phần lẻ viết sau dấu phẩy.", WARNING),
        (
            0,
            "0.986",
            "0,986",
            "Tỷ lệ quá nhỏ so với mức 98%; ô Excel dạng phần trăm giữ 98% thành 0,98.",
            "Hãy ghi số phần trăm, ví dụ 98.",
            WARNING,
        ),
        (
            0,
            "1",
            "1",
            "Tỷ lệ quá nhỏ so với mức 98%; ô Excel dạng phần trăm giữ 98% thành 0,98.",
            "Hãy ghi số phần trăm, ví dụ 98.",
            WARNING,
        ),
        (1, "185.5", "185,5", "Mức chỉ tiêu là số nguyên nhưng kết quả có phần lẻ.", "Hãy kiểm tra lại số.", WARNING),
    ],
)
def test_an_implausible_number_is_told(
    changed: Change, row: int, achieved: str, value: str, reason: str, remedy: str, severity: Severity
) -> None:
    for field in ("achieved", "last_year"):
        path = ("results", row, field)
        assert check(changed(path, achieved)) == (fault(path, value, reason, remedy, severity),)


@pytest.mark.parametrize(("row", "achieved"), [(0, "100"), (0, "97"), (0, "0"), (1, "0"), (1, "20000")])
def test_a_plausible_number_passes_whether_the_target_is_met_or_not(changed: Change, row: int, achieved: str) -> None:
    assert check(changed(("results", row, "achieved"), achieved)) == ()


def test_all_faults_of_a_year_come_together(changed: Change) -> None:
    year = changed(
        ("plan", "year"),
        2023,
        ("people", 0, "born_on"),
        date(2025, 1, 1),
        ("group_registrations", 0, "cultural_families"),
        999,
        ("results", 1, "achieved"),
        "-5",
        PLAN_TEXT,
        "{x}",
    )
    assert [one.path for one in check(year)] == [
        ("plan", "year"),
        ("people", 0, "born_on"),
        PLAN_TEXT,
        ("group_registrations", 0, "cultural_families"),
        ("results", 1, "achieved"),
    ]


def test_a_measure_may_wait_for_its_figure_at_mid_year_but_not_contradict_itself(changed: Change) -> None:
    path = ("mid_year_results",)
    waiting = [
        {"target": "viec-lam", "measure": "thu", "note": "Xét cuối năm"},
        {"target": "viec-lam", "measure": "so_nguoi"},
    ]
    assert check(changed(path, waiting)) == ()
    said = [{"target": "viec-lam", "measure": "so_nguoi", "achieved": "90", "done": True}]
    assert [found.path for found in check(changed(path, said))] == [(*path, 0, "done")]
    impossible = [{"target": "viec-lam", "measure": "so_nguoi", "achieved": "-1"}]
    assert [found.path for found in check(changed(path, impossible))] == [(*path, 0, "achieved")]


def test_results_of_mid_year_belong_to_the_plan_and_stand_once(changed: Change) -> None:
    path = ("mid_year_results",)
    lost = [{"target": "viec-lamm", "measure": "so_nguoi"}, {"target": "viec-lam", "measure": "so_ngoi"}]
    assert [found.path for found in check(changed(path, lost))] == [(*path, 0, "target"), (*path, 1, "measure")]
    twice = [{"target": "viec-lam", "measure": "so_nguoi"}] * 2
    assert [found.path for found in check(changed(path, twice))] == [(*path, 1, "measure")]


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ({"target": "van-hoaa", "measure": "ty_le"}, "target", "Mã này chưa có trong các chỉ tiêu của kế hoạch."),
        ({"target": "van-hoa", "measure": "ty"}, "measure", "Mã này chưa có trong các nội dung của chỉ tiêu này."),
        (
            {"target": "van-hoa", "measure": "ty_le", "unit": "tdp-3"},
            "unit",
            "Mã này chưa có trong danh sách tổ dân phố hoặc tập thể",
        ),
        ({"target": "viec-lam", "measure": "thu", "unit": "tdp-01"}, "unit", "Kế hoạch không giao chỉ tiêu “Thu ngân"),
        ({"target": "viec-lam", "measure": "so_nguoi", "achieved": "-1"}, "achieved", "Số lượng không thể là số âm."),
    ],
)
def test_a_quarterly_figure_belongs_to_the_plan_to_its_unit_and_can_be(
    changed: Change, row: dict[str, object], field: str, reason: str
) -> None:
    [found] = check(changed(("progress",), [{"quarter": 1, **row}]))
    assert (found.path, found.reason.startswith(reason)) == (("progress", 0, field), True)


def test_a_quarterly_figure_stands_once_for_the_ward_and_once_for_each_unit(changed: Change) -> None:
    one = {"target": "van-hoa", "measure": "ty_le", "quarter": 1, "achieved": "97"}
    rows = [one, {**one, "quarter": 2}, {**one, "unit": "tdp-01"}, {**one, "unit": "co-quan"}]
    assert check(changed(("progress",), rows)) == ()
    [found] = check(changed(("progress",), [*rows, {**one, "unit": "tdp-01"}]))
    assert found.path == ("progress", 4, "measure")
    assert found.reason == "Nội dung này của quý I đã có ở dòng thứ 3."


@pytest.mark.parametrize(
    ("path", "typed", "honorific", "bare"),
    [
        (("people", 0, "name"), "Bà Trần Thị B", "Bà", "Trần Thị B"),
        (("groups", 1, "leader"), "Ông Lê Văn C", "Ông", "Lê Văn C"),
        (("groups", 0, "front_head"), "Đ/c Phạm Thị D", "Đ/c", "Phạm Thị D"),
        (("collectives", 1, "head"), "BS. Ngô Văn G", "BS.", "Ngô Văn G"),
    ],
)
def test_a_form_of_address_before_a_name_is_told_and_the_name_beside_it(
    changed: Change, path: tuple[str | int, ...], typed: str, honorific: str, bare: str
) -> None:
    reason = f"Trước họ tên có “{honorific}”; văn bản tự ghi Ông, Bà ở chỗ cần."
    assert check(changed(path, typed)) == (fault(path, typed, reason, f"Hãy ghi họ tên là “{bare}”.", WARNING),)
