"""Column 7 of the register: copies are counted by Nơi nhận, not lines."""

from __future__ import annotations

from law.good_year import good_year

from vanban.domain.document import Recipient, RetainedCopy
from vanban.kinds.parts.distribution import copies


def test_copies_are_counted_by_who_gets_one_and_who_keeps_one() -> None:
    year = good_year(2024)
    plan = year.plan.model_copy(update={"addressees": (), "retained_copy": RetainedCopy(units=("TĐKT",))})
    units = len(year.groups)

    def counted(*recipients: Recipient) -> int:
        return copies(year, plan.model_copy(update={"recipients": recipients}))

    assert units > 1
    assert counted() == 2, "VT and TĐKT"
    assert counted(Recipient(name="Phòng Nội vụ")) == 3
    assert counted(Recipient(name="Phòng Nội vụ"), Recipient(name="Các tổ dân phố")) == 3 + units
    assert counted(Recipient(name="Các tổ dân phố số 1, số 2 và số 7")) == 2 + 3
    assert counted(Recipient(name="Các tổ dân phố Đông, Đoài")) == 2 + 2
    assert counted(Recipient(name="Các cơ quan, đơn vị, trường học", copies=9)) == 11
    assert (
        copies(year, plan.model_copy(update={"recipients": (), "addressees": ("Các tổ dân phố phường",)})) == 2 + units
    )
