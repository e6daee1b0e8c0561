"""The vote of a council, entered once: ballots out and back, and what each nominee got.

All counting is in whole ballots. Which share is needed is a matter of the law (``vanban.law.council``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from vanban.domain.award import Award
from vanban.domain.record import Record


class NomineeVote(Record):
    """What one nominee got for one award, in valid ballots."""

    nominee: str = Field(title="Mã đối tượng")
    award: Award = Field(title="Danh hiệu, hình thức đề nghị")
    in_favour: int = Field(title="Số phiếu đồng ý", ge=0)
    against: int = Field(title="Số phiếu không đồng ý", ge=0)


class BallotCount(Record):
    """The counting of one ballot (kiểm phiếu).

    ``members`` are all members of the council, there or not. The ballots of absent members who answered in writing
    (``written``) count among those issued and returned.
    """

    members: int = Field(title="Tổng số thành viên Hội đồng", ge=1)
    present: int = Field(title="Số thành viên có mặt", ge=0)
    written: int = Field(default=0, title="Số thành viên vắng mặt cho ý kiến bằng văn bản", ge=0)
    issued: int = Field(title="Số phiếu phát ra", ge=0)
    returned: int = Field(title="Số phiếu thu về", ge=0)
    not_returned: int = Field(title="Số phiếu không thu về", ge=0)
    valid: int = Field(title="Số phiếu hợp lệ", ge=0)
    invalid: int = Field(title="Số phiếu không hợp lệ", ge=0)
    votes: tuple[NomineeVote, ...] = Field(title="Kết quả của từng đối tượng", min_length=1)


class Imbalance(Record):
    """A sum of a count that does not come out: what it should equal, and the numbers."""

    nominee: str | None = Field(default=None, title="Mã đối tượng")
    statement: str = Field(title="Phép cân đối")
    figures: tuple[tuple[str, int], ...] = Field(title="Các con số")


def imbalances(count: BallotCount) -> tuple[Imbalance, ...]:
    """Every sum that does not come out, in the order in which the minutes print them."""
    return (*_of_the_count(count), *_of_the_nominees(count))


def _of_the_count(count: BallotCount) -> Iterator[Imbalance]:
    members = ("tổng số thành viên", count.members)
    present, written = ("có mặt", count.present), ("ý kiến bằng văn bản", count.written)
    issued, returned = ("phát ra", count.issued), ("thu về", count.returned)
    missing = ("không thu về", count.not_returned)
    valid, invalid = ("hợp lệ", count.valid), ("không hợp lệ", count.invalid)
    if count.present + count.written > count.members:
        yield Imbalance(
            statement="số có mặt và số cho ý kiến bằng văn bản nhiều hơn tổng số thành viên",
            figures=(present, written, members),
        )
    if count.issued > count.members:
        yield Imbalance(statement="số phiếu phát ra nhiều hơn tổng số thành viên", figures=(issued, members))
    if count.issued != count.returned + count.not_returned:
        yield Imbalance(
            statement="số phiếu phát ra phải bằng số thu về cộng số không thu về", figures=(issued, returned, missing)
        )
    if count.returned != count.valid + count.invalid:
        yield Imbalance(
            statement="số phiếu thu về phải bằng số hợp lệ cộng số không hợp lệ", figures=(returned, valid, invalid)
        )
    if count.returned > count.present + count.written:
        yield Imbalance(
            statement="số phiếu thu về nhiều hơn số thành viên có mặt và cho ý kiến bằng văn bản",
            figures=(returned, present, written),
        )


def _of_the_nominees(count: BallotCount) -> Iterator[Imbalance]:
    for vote in count.votes:
        if vote.in_favour + vote.against != count.valid:
            yield Imbalance(
                nominee=vote.nominee,
                statement="số phiếu hợp lệ phải bằng số đồng ý cộng số không đồng ý",
                figures=(
                    ("hợp lệ", count.valid),
                    ("đồng ý", vote.in_favour),
                    ("không đồng ý", vote.against),
                ),
            )
