"""Phiếu khớp hồ sơ: one page that says which finished papers were read back and whether they agree.

No statute prescribes it; it lies on top of the dossier for whoever signs. Composed from what was read, never from data.
"""

from __future__ import annotations

from typing import Final

from pydantic import Field

from vanban.domain.agreement import DossierProof
from vanban.domain.record import Record
from vanban.domain.rows import keyed
from vanban.domain.wording import count, full_date, lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.closing import TwoSignatures
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading, unit_letterhead

_MOST_SHOWN: Final = 6
"""So many differences leave the sheet on one page; the command prints all."""


class ProofRow(Record):
    """One kind of paper that was read."""

    ordinal: str = Field(title="Số thứ tự")
    title: str = Field(title="Loại văn bản")
    files: str = Field(title="Số văn bản")
    nominees: str = Field(title="Số đối tượng được nêu tên")
    verdict: str = Field(title="Kết quả")


class ProofSheetContext(Record):
    """The sheet, ready to print."""

    letterhead: Letterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên phiếu")
    introduction: str = Field(title="Lời dẫn")
    papers: tuple[ProofRow, ...] = Field(title="Các loại văn bản đã đọc")
    verdict: str = Field(title="Kết luận")
    differences: tuple[str, ...] = Field(title="Các chỗ khác nhau")
    signatures: TwoSignatures = Field(title="Người ký")


def compose(year: Year, key: str) -> ProofSheetContext:
    """The sheet of one dossier: of a campaign or sudden achievement by its key, the year's own with an empty one.

    ``KeyError`` where nothing of it was read.
    """
    agreement = _proofs(year)[key]
    body = year.office.bodies[0]
    return ProofSheetContext(
        letterhead=unit_letterhead(year, body.parent_lines, body.name_lines),
        heading=heading("PHIẾU KHỚP HỒ SƠ", _about(year, key)),
        introduction=(
            "Kết quả đối chiếu họ và tên, chức vụ, danh hiệu, số lượng, số phiếu, số và ngày ghi trong các văn bản của "
            "hồ sơ như sau:"
        ),
        papers=tuple(
            ProofRow(
                ordinal=str(ordinal),
                title=row.title,
                files=count(row.files),
                nominees=count(row.nominees),
                verdict="Khớp" if not row.differences else f"Khác {count(row.differences)} chỗ",
            )
            for ordinal, row in enumerate(agreement.papers, start=1)
        ),
        verdict=_verdict(len(agreement.differences)),
        differences=_shown(agreement),
        signatures=TwoSignatures(
            left_lines=("NGƯỜI KIỂM TRA",), left_name="", right_lines=("NGƯỜI LẬP PHIẾU",), right_name=""
        ),
    )


def _proofs(year: Year) -> dict[str, DossierProof]:
    return {one.dossier: one for one in (year.agreement.dossiers if year.agreement else ())}


def _about(year: Year, key: str) -> str:
    """Which dossier it is: of the year, of that campaign, of that event."""
    campaign, event = keyed(year.campaigns).get(key), keyed(year.sudden_achievements).get(key)
    if campaign:
        return f"Hồ sơ khen thưởng {lower_first(campaign.name)}"
    if event:
        return f"Hồ sơ khen thưởng đột xuất việc {lower_first(event.event)} {full_date(event.happened_on)}"
    return f"Hồ sơ thi đua, khen thưởng {year.year.phrase}"


def _verdict(number: int) -> str:
    return f"Có {count(number)} chỗ khác nhau giữa các văn bản:" if number else "Các văn bản khớp nhau."


def _shown(agreement: DossierProof) -> tuple[str, ...]:
    shown = agreement.differences[:_MOST_SHOWN]
    rest = len(agreement.differences) - len(shown)
    more = (f"- Và {count(rest)} chỗ khác; lệnh vanban proof nêu đủ.",) if rest else ()
    return (*(f"- {sentence}" for sentence in shown), *more)


def keys(year: Year) -> tuple[str, ...]:
    """One sheet for every dossier of which papers were read back."""
    return tuple(_proofs(year))


KIND = Kind(
    name="proof_sheet",
    title="Phiếu khớp hồ sơ",
    step=Step.NOMINATION,
    slug="phieu-khop-ho-so",
    context=ProofSheetContext,
    reads=("office", "campaigns", "sudden_achievements"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Phiếu khớp hồ sơ {year.year.phrase}" + (f" ({key})" * bool(key)),
)
