"""A written CSV file never runs what it holds, whatever spreadsheet opens it."""

from __future__ import annotations

import csv
import io

import pytest

from vanban.domain.record import Record
from vanban.ingest import write_csv


class Line(Record):
    subject: str


@pytest.mark.parametrize(
    "payload",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\xa0=1", "＝1+1", "＋1", "－1", "＠A"],
)
def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(payload: str) -> None:
    written = write_csv([Line(subject=payload)], Line).decode("utf-8-sig")
    assert [*csv.reader(io.StringIO(written, newline=""))][1] == [f"'{payload}"]


def test_a_cell_that_is_plain_text_stays_as_it_is() -> None:
    assert "Kế hoạch = tốt - đẹp\r\n" in write_csv([Line(subject="Kế hoạch = tốt - đẹp")], Line).decode("utf-8-sig")
