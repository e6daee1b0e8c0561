"""The decree's own samples: blank they are forms without fault, filled in they are right, planted faults are found."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sweeps import spread

from tests.proofread.official.samples import NAMES, blank, filled
from vanban.domain.finding import Severity
from vanban.proofread import Form, fix, inspect, proofread

_REAL_FAULTS = {"1.9": ["TT-02.font"]}
"""A paragraph around the drawing in Mẫu 1.9 is really set in Calibri 11."""

_OF_THE_SAMPLES_THEMSELVES = {"TT-06.issuer-short", "TT-06.subject-short", "TT-06.letter-close"}
"""Where the published samples differ from the decree's own words: short rows of underscores, no 6 pt above “V/v”."""


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_sample_is_a_form_without_a_false_error(name: str) -> None:
    read = proofread(blank(name), name="mau.docx")
    assert (read.form, [one.rule for one in read.findings]) == (Form.BLANK, _REAL_FAULTS.get(name, []))


@pytest.mark.parametrize("name", NAMES)
def test_a_filled_in_sample_has_no_error(name: str) -> None:
    read = proofread(filled(name), name="a.docx")
    errors = [one.rule for one in read.findings if one.severity is Severity.ERROR]
    assert (read.form, errors) == (Form.LETTER if name == "1.5" else Form.NAMED, [])
    assert {one.rule for one in read.findings} <= _OF_THE_SAMPLES_THEMSELVES
    assert all("cần đối chiếu" in one.remedy for one in read.findings)


def _replaced(pattern: str, new: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, new, text)


PLANTED = {
    "TT-05.state-text": _replaced(r"^CỘNG H(ÒA|OÀ) XÃ HỘI", "CỘNG HÒA XÃ HÔI"),
    "TT-05.motto-text": _replaced(r"^Độc lập - Tự do", "Độc lập – Tự do"),
    "TT-07.colon": _replaced(r"^Số: (?=\d)", "Số "),
    "TT-07.zero": _replaced(r"^Số: \d+/", "Số: 7/"),
    "TT-07.spaces": _replaced(r"^(Số: \d+)/", r"\1 / "),
    "TT-07.capitals": _replaced(r"^(Số: \S+-)SNV|^(Số: \d+/)SNV", r"\1\2Snv"),
    "TT-07.type": _replaced(r"^(Số: \d+/)(?!SNV)[A-ZĐ]+-", r"\1HD-"),
    "TT-08.day": _replaced(r"^(Bắc Giang, ngày) 15", r"\1 5"),
    "TT-08.month": _replaced(r"^(Bắc Giang, ngày 15 tháng) 3", r"\1 2"),
    "TT-09.comma": _replaced(r"^Bắc Giang, ngày", "Bắc Giang ngày"),
    "TT-09.capitals": _replaced(r"^Bắc Giang, ngày", "Bắc giang, ngày"),
    "TT-14.colon": _replaced(r"^Nơi nhận:", "Nơi nhận"),
    "TT-14.stop": _replaced(r"^(- Lưu: VT.*)\.$", r"\1"),
    "TT-17.title": _replaced(r"^Nguyễn Văn An$", "ThS. Nguyễn Văn An"),
    "TT-10.item": _replaced(r"^(Căn cứ Luật Cán bộ.*);$", r"\1"),
    "TT-19.end": _replaced(r"\./\.$", "."),
}


@pytest.mark.parametrize(
    ("name", "rule"),
    [(name, rule) for at, name in enumerate(NAMES) for rule in spread(sorted(PLANTED), 3, at % 3)],
)
def test_a_fault_planted_in_a_filled_in_sample_is_found(name: str, rule: str) -> None:
    planted = filled(name, PLANTED[rule])
    if planted == filled(name):
        assert (name, rule) in _NOT_IN_THE_SAMPLE
        return
    assert rule in [one.rule for one in proofread(planted, name="a.docx").findings]


_NOT_IN_THE_SAMPLE = {
    *((name, "TT-10.item") for name in NAMES if name not in ("1.2", "1.3")),
    *(("1.9", rule) for rule in ("TT-08.day", "TT-08.month", "TT-09.comma", "TT-09.capitals")),
    ("1.5", "TT-07.type"),
}
"""Minutes have no line of place and date, letters no type in their symbol; two samples cite a law that ends in “;”."""


@pytest.mark.parametrize("name", NAMES)
def test_fixing_a_sample_keeps_its_text_and_is_done_once(name: str) -> None:
    for data in (blank(name), filled(name)):
        fixed = fix(inspect(data, name="a.docx"), data)
        before, after = proofread(data, name="a.docx"), proofread(fixed.data, name="a.docx")
        assert before.parts == after.parts
        assert fix(inspect(fixed.data, name="a.docx"), fixed.data).changes == ()
