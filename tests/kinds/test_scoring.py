"""Scoring: the decision with its criteria, a sheet for each receiver and period, summaries with ranks and ties."""

from __future__ import annotations

from decimal import Decimal

import pytest
import sample_year as samples
from pydantic import ValidationError
from shipped_templates import template_of

from vanban.domain.consistency import check
from vanban.domain.finding import Severity
from vanban.domain.scoring import Criterion, CriterionKind, Every, Score, Scored, Scoring
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.kinds import KINDS
from vanban.kinds.kind import Kind
from vanban.kinds.packs import packs
from vanban.word import text_of

KNOWN: dict[str, Kind] = {kind.name: kind for kind in KINDS}
DECISION, ANNEX, SHEET, SUMMARY, YEAR = (
    "criteria_decision",
    "criteria_annex",
    "score_sheet",
    "score_summary",
    "year_score_summary",
)


def sample_year() -> Year:
    """The sample with the scoring of its units alone, so that no row needs to say which it belongs to."""
    year = samples.sample_year()
    return year.model_copy(
        update={
            "scorings": year.scorings[:1],
            "criteria": tuple(row.model_copy(update={"scoring": None}) for row in year.criteria[:-1]),
            "scores": tuple(
                row.model_copy(update={"scoring": None}) for row in year.scores if row.scoring == "thi-dua"
            ),
        }
    )


def said(year: Year, kind: str, key: str) -> str:
    """The words of a document, as its file has them."""
    return text_of(template_of(kind).render(KNOWN[kind].compose(year, key)))


def scored_as(year: Year, **changes: object) -> Year:
    """The same year, scored in another way."""
    data = year.scorings[0].model_dump() | changes
    return year.model_copy(update={"scorings": (Scoring.model_validate(data),)})


def by_month(year: Year, months: int) -> Year:
    """The same year, scored every month, the points of its first term given in so many months."""
    rows = [row for row in year.scores if row.period == 1]
    scores = tuple(row.model_copy(update={"period": month}) for month in range(1, months + 1) for row in rows)
    return scored_as(year.model_copy(update={"scores": scores}), every=Every.MONTH, weights=())


def faults(year: Year) -> list[tuple[tuple[str | int, ...], str, Severity]]:
    """What checking says of criteria and points."""
    parts = ("scorings", "criteria", "scores")
    return [(fault.path, fault.reason, fault.severity) for fault in check(year) if fault.path[0] in parts]


def test_the_criteria_are_an_annex_of_the_decision_group_by_group_with_their_sums() -> None:
    year = sample_year()
    words = said(year, ANNEX, "thi-dua")
    assert "Kèm theo Quyết định số" in words and "Đạt 100% được 40 điểm" in words
    table = KNOWN[ANNEX].compose(year, "thi-dua").table  # type: ignore[attr-defined]
    assert [row[:3] for row in table.rows if row[0] in ("I", "II", "III", "IV")] == [
        ("I", "Kinh tế - xã hội", "70"),
        ("II", "An ninh, trật tự", "30"),
        ("III", "Điểm thưởng", "+5"),
        ("IV", "Điểm trừ", "-10"),
    ]
    assert table.total[1:3] == ("Tổng điểm tiêu chí", "100")
    assert "Xuất sắc: từ 90 điểm trở lên" in words
    assert "tiêu chí, thang điểm thi đua" in said(year, DECISION, "thi-dua")


def test_a_sheet_sums_up_what_the_unit_says_of_itself_and_what_is_assessed() -> None:
    words = said(sample_year(), SHEET, "thi-dua-g1-hk1")
    assert "Tổ dân phố số 2" in words and "học kỳ I năm 2024" in words
    table = KNOWN[SHEET].compose(sample_year(), "thi-dua-g1-hk1").table  # type: ignore[attr-defined]
    assert table.total[1:5] == ("Tổng điểm tiêu chí", "100", "96", "95") and table.rows[0][2:5] == ("70", "66", "65")
    assert "Tổng điểm tự chấm: 97 (tiêu chí: 96; thưởng: 3; trừ: 2)." in words
    assert "Tổng điểm chấm: 96 (tiêu chí: 95; thưởng: 3; trừ: 2)." in words
    assert "Xếp loại: Xuất sắc." in words and "Chậm báo cáo tháng 5" in words


def test_every_month_with_points_has_its_sheets_and_the_next_month_s_are_blank() -> None:
    year = by_month(sample_year(), 3)
    keys = KNOWN[SHEET].keys(year)
    assert len(keys) == 4 * 3 and "thi-dua-g0-t03" in keys and "thi-dua-g2-t04" in keys
    blank = said(year, SHEET, "thi-dua-g0-t04")
    assert "tháng 4 năm 2024" in blank and "Tổng điểm chấm: \t" in blank and "Xếp loại" not in blank
    assert "Tổng điểm chấm: 97" in said(year, SHEET, "thi-dua-g0-t03")
    known = {pack.slug: pack.documents for pack in packs(year)}
    assert (SHEET, "thi-dua-g0-t04") in known["gui-g0"] and (SHEET, "thi-dua-g1-t04") not in known["gui-g0"]


def test_a_scoring_without_any_points_has_blank_sheets_of_its_first_period() -> None:
    year = sample_year().model_copy(update={"scores": ()})
    assert KNOWN[SHEET].keys(year) == tuple(f"thi-dua-g{n}-hk1" for n in range(3))
    assert KNOWN[SUMMARY].keys(year) == KNOWN[YEAR].keys(year) == ()


def test_people_are_scored_as_units_are_and_sign_for_themselves() -> None:
    year = scored_as(sample_year().model_copy(update={"scores": ()}), scored=Scored.PEOPLE)
    key = KNOWN[SHEET].keys(year)[0]
    words = said(year, SHEET, key)
    assert "NGƯỜI TỰ CHẤM ĐIỂM" in words and year.people[0].name in words


def test_a_summary_ranks_by_points_and_tells_of_ties() -> None:
    year = sample_year()
    table = KNOWN[SUMMARY].compose(year, "thi-dua-hk1").table  # type: ignore[attr-defined]
    assert [row[1:] for row in table.rows] == [
        ("Tổ dân phố số 1", "96", "3", "2", "97", "1", "Xuất sắc"),
        ("Tổ dân phố số 2", "95", "3", "2", "96", "2", "Xuất sắc"),
        ("Tổ dân phố số 3", "95", "3", "2", "96", "2", "Xuất sắc"),
    ]
    words = said(year, SUMMARY, "thi-dua-hk1")
    assert "Cùng xếp thứ 2 vì bằng điểm: Tổ dân phố số 2 và Tổ dân phố số 3." in words


def test_the_rank_after_a_tie_counts_those_before_it() -> None:
    year = sample_year()
    lifted = tuple(
        row.model_copy(update={"assessed": Decimal(38)}) if row.receiver == "g1" and row.criterion == "ctr-1" else row
        for row in year.scores
    )
    table = KNOWN[SUMMARY].compose(year.model_copy(update={"scores": lifted}), "thi-dua-hk1").table  # type: ignore[attr-defined]
    assert [row[6] for row in table.rows] == ["1", "1", "3"]


def test_the_year_is_the_mean_of_its_periods_by_their_weights_and_says_so() -> None:
    year = sample_year()
    scores = tuple(
        row.model_copy(update={"assessed": Decimal(8)})
        if (row.receiver, row.period, row.criterion) == ("g0", 2, "ctr-1")
        else row
        for row in year.scores
    )
    year = year.model_copy(update={"scores": scores})
    table = KNOWN[YEAR].compose(year, "thi-dua").table  # type: ignore[attr-defined]
    assert [column.name for column in table.columns][2:] == [
        "Học kỳ I",
        "Học kỳ II",
        "Điểm bình quân",
        "Xếp thứ",
        "Xếp loại",
    ]
    assert table.rows[-1][1:] == ("Tổ dân phố số 1", "97", "67", "77", "3", "Khá")
    assert "học kỳ I năm 2024 hệ số 1; học kỳ II năm 2024 hệ số 2" in said(year, YEAR, "thi-dua")


def test_a_year_is_summed_up_only_when_every_period_has_points() -> None:
    assert KNOWN[YEAR].keys(by_month(sample_year(), 11)) == ()
    assert KNOWN[YEAR].keys(by_month(sample_year(), 12)) == ("thi-dua",)


def test_who_lacks_points_of_a_criterion_has_no_rank_and_is_told() -> None:
    year = sample_year()
    scores = tuple(row for row in year.scores if (row.receiver, row.criterion) != ("g0", "ctr-2"))
    year = year.model_copy(update={"scores": scores})
    table = KNOWN[SUMMARY].compose(year, "thi-dua-hk1").table  # type: ignore[attr-defined]
    assert table.rows[-1][1] == "Tổ dân phố số 1" and table.rows[-1][5:] == ("", "", "")
    assert "Chưa xếp thứ vì chưa chấm đủ các tiêu chí: Tổ dân phố số 1." in said(year, SUMMARY, "thi-dua-hk1")
    told = [reason for _, reason, severity in faults(year) if severity is Severity.WARNING]
    assert len(told) == 2 and "chưa có điểm chấm của 1 tiêu chí: Vệ sinh môi trường" in told[0]


def test_a_sound_scoring_is_told_nothing() -> None:
    assert faults(sample_year()) == faults(samples.sample_year()) == []


@pytest.mark.parametrize(
    ("change", "path", "words"),
    [
        ({"receiver": "g9"}, "receiver", "Mã này chưa có trong danh sách tổ dân phố được chấm"),
        ({"criterion": "ctr-7"}, "criterion", "Mã này chưa có trong bảng Tiêu chí chấm điểm"),
        ({"period": 3}, "period", "Bảng điểm không chấm học kỳ này"),
        ({"period": None}, "period", "Chưa ghi điểm này của học kỳ nào"),
        ({"scoring": "khac"}, "scoring", "Mã này chưa có trong tệp Bảng điểm thi đua"),
        ({"assessed": Decimal("40.5")}, "assessed", "chỉ từ 0 đến 40"),
        ({"own": Decimal(-1)}, "own", "chỉ từ 0 đến 40"),
        ({"total": Decimal(98)}, "total", "cộng lại là 97, không phải 98"),
    ],
)
def test_points_that_cannot_be_are_errors_where_they_stand(change: dict[str, object], path: str, words: str) -> None:
    year = sample_year()
    broken = year.scores[0].model_copy(update=change)
    told = faults(year.model_copy(update={"scores": (broken, *year.scores[1:])}))
    assert (("scores", 0, path), Severity.ERROR) in [(place, severity) for place, _, severity in told]
    assert any(words in reason for place, reason, _ in told if place == ("scores", 0, path))


def test_a_total_that_fits_and_a_penalty_typed_with_a_minus_are_no_mistake() -> None:
    year = sample_year()
    rows = [row.model_copy(update={"total": Decimal(97)}) if n == 0 else row for n, row in enumerate(year.scores)]
    rows = [row.model_copy(update={"assessed": Decimal(-2)}) if row.criterion == "tru" else row for row in rows]
    year = year.model_copy(update={"scores": tuple(rows)})
    assert faults(year) == []
    assert "trừ: 2)" in said(year, SHEET, "thi-dua-g0-hk1")


def test_a_scale_and_a_group_s_sum_that_do_not_fit_are_told_with_both_figures() -> None:
    year = scored_as(sample_year(), scale=Decimal(110))
    first = year.criteria[0].model_copy(update={"group_maximum": Decimal(60)})
    told = faults(year.model_copy(update={"criteria": (first, *year.criteria[1:])}))
    assert [(path, reason) for path, reason, _ in told] == [
        (("scorings", 0, "scale"), "Điểm tối đa của các tiêu chí cộng lại là 100, không phải 110."),
        (("criteria", 0, "group_maximum"), "Điểm của nhóm này cộng lại là 70, không phải 60."),
    ]


def test_the_same_points_twice_are_an_error() -> None:
    year = sample_year()
    told = faults(year.model_copy(update={"scores": (*year.scores, year.scores[0])}))
    assert told[0][:2] == (
        ("scores", len(year.scores), "receiver"),
        "Điểm của đối tượng, tiêu chí và kỳ này đã có ở dòng thứ 1.",
    )


def test_a_capped_total_never_passes_the_scale() -> None:
    year = scored_as(sample_year(), capped=True, scale=Decimal(97), grades=())
    scores = tuple(row.model_copy(update={"assessed": row.own}) for row in year.scores if row.criterion != "tru")
    words = said(year.model_copy(update={"scores": scores}), SHEET, "thi-dua-g0-hk1")
    assert "Tổng điểm chấm: 97 (tiêu chí: 96; thưởng: 3; trừ: 0)." in words


def test_a_school_s_months_begin_with_september_and_may_leave_out_the_summer() -> None:
    scoring = (
        sample_year()
        .scorings[0]
        .model_copy(update={"every": Every.MONTH, "weights": (), "only": (1, 2, 3, 4, 5, 9, 10, 11, 12)})
    )
    assert scoring.periods(WorkYear(2024, is_school=True)) == (9, 10, 11, 12, 1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"weights": (Decimal(1),)}, "Có 1 hệ số cho 2 kỳ chấm điểm"),
        ({"weights": (), "only": (3,)}, "Không có học kỳ số 3"),
        ({"weights": (Decimal(-1), Decimal(2))}, "Hệ số không được âm"),
        (
            {"grades": ({"name": "Khá", "least": Decimal(70)}, {"name": "Tốt", "least": Decimal(90)})},
            "Mức “Tốt” từ 90 điểm đứng sau mức “Khá” từ 70 điểm",
        ),
    ],
)
def test_a_scoring_that_contradicts_itself_is_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        scored_as(sample_year(), **change)


def test_where_there_are_two_scorings_a_row_must_say_which() -> None:
    told = faults(sample_year().model_copy(update={"scorings": samples.sample_year().scorings}))
    assert any("Không rõ dòng này thuộc bảng điểm nào" in reason for _, reason, _ in told)


def test_criteria_without_a_group_are_not_headed() -> None:
    year = sample_year()
    criteria = tuple(
        Criterion(key=row.key, name=row.name, maximum=row.maximum, kind=row.kind)
        for row in sorted(year.criteria, key=lambda row: row.kind is CriterionKind.SCORED)
    )
    table = KNOWN[ANNEX].compose(year.model_copy(update={"criteria": criteria}), "thi-dua").table  # type: ignore[attr-defined]
    assert [row[0] for row in table.rows] == ["1", "2", "3", "I", "1", "II", "1"]


def test_points_are_read_from_any_row_of_their_sheet() -> None:
    row = Score(receiver="g0", period=1, criterion="ctr-1", assessed=Decimal(1))
    assert row.scoring is None and sample_year().scorings[0].period_of(row) == 1
