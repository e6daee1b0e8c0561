"""Danh sách trích ngang: the list that goes with the submission, laid out as its appendix (Mẫu 2.1)."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import NomineeKind, quoted
from vanban.domain.birth import birth_in_digits
from vanban.domain.measure import Length
from vanban.domain.nomination import Nomination
from vanban.domain.office import Office
from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.receiver_row import Receiver
from vanban.domain.record import Record
from vanban.domain.wording import count, listing
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step
from vanban.kinds.parts.letterhead import annex_title, attachment_line
from vanban.law import nd30
from vanban.law.ward_awards import submitted


class IndividualNominee(Record):
    """One person of the list."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Họ và tên")
    born_on: str = Field(title="Ngày sinh")
    gender: str = Field(title="Giới tính")
    position: str = Field(title="Chức vụ, đơn vị công tác")
    summary: str = Field(title="Tóm tắt thành tích")
    award: str = Field(title="Danh hiệu, hình thức đề nghị")
    note: str = Field(title="Ghi chú")


class CollectiveNominee(Record):
    """One collective of the list."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Tên tập thể")
    members: str = Field(title="Số người")
    head: str = Field(title="Người đứng đầu")
    summary: str = Field(title="Tóm tắt thành tích")
    award: str = Field(title="Danh hiệu, hình thức đề nghị")
    note: str = Field(title="Ghi chú")


class HouseholdNominee(Record):
    """One household of the list."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Hộ gia đình")
    address: str = Field(title="Địa chỉ")
    summary: str = Field(title="Tóm tắt thành tích")
    award: str = Field(title="Danh hiệu, hình thức đề nghị")
    note: str = Field(title="Ghi chú")


class NomineeListContext(Record):
    """The list: people, then collectives, then households, then how many."""

    title: str = Field(title="Tên danh sách")
    subject: str = Field(title="Nội dung danh sách")
    attached_to: str = Field(title="Chỉ dẫn kèm theo văn bản")
    attached_rule: Length = Field(title="Độ dài đường kẻ dưới chỉ dẫn")
    individuals: tuple[IndividualNominee, ...] = Field(title="Các cá nhân")
    collectives: tuple[CollectiveNominee, ...] = Field(title="Các tập thể")
    households: tuple[HouseholdNominee, ...] = Field(title="Các hộ gia đình")
    total: str = Field(title="Câu tổng số")


def compose(year: Year, key: str) -> NomineeListContext:
    """The list of every nominee of the year's submission; ``key`` is empty, there is one."""
    room = nd30.PAGE.text_width_across
    attached, rule = attachment_line(year, "submission", room=room)
    nominees = [(row, receiver(year, row.nominee)) for row in submitted(year)]
    people = [(row, nominee) for row, nominee in nominees if nominee.is_person]
    households = [(row, nominee) for row, nominee in nominees if nominee.kind is NomineeKind.HOUSEHOLD]
    collectives = [one for one in nominees if one not in people and one not in households]
    counted = [(len(people), "cá nhân"), (len(collectives), "tập thể"), (len(households), "hộ gia đình")]
    return NomineeListContext(
        title="DANH SÁCH TRÍCH NGANG",
        subject=annex_title(f"Đề nghị tặng danh hiệu thi đua, hình thức khen thưởng {year.year.phrase}", room),
        attached_to=attached,
        attached_rule=rule,
        individuals=tuple(_individual(year.office, *row, ordinal=n) for n, row in enumerate(people, start=1)),
        collectives=tuple(_collective(year.office, *row, ordinal=n) for n, row in enumerate(collectives, start=1)),
        households=tuple(_household(year.office, *row, ordinal=n) for n, row in enumerate(households, start=1)),
        total="Danh sách này có "
        + listing(f"{count(number)} {what}" for number, what in counted if number)
        + nd30.END_MARK,
    )


def _award(office: Office, row: Nomination) -> str:
    """The award as it is asked for: to be given, or given after death."""
    return f"Truy tặng {quoted(row.award, office)}" if row.posthumous else quoted(row.award, office)


def _individual(office: Office, row: Nomination, nominee: Receiver, *, ordinal: int) -> IndividualNominee:
    return IndividualNominee(
        ordinal=str(ordinal),
        name=nominee.name,
        born_on=birth_in_digits(nominee.born_on) if nominee.born_on else "",
        gender=nominee.gender,
        position=nominee.title,
        summary=row.summary,
        award=_award(office, row),
        note=row.note or "",
    )


def _collective(office: Office, row: Nomination, nominee: Receiver, *, ordinal: int) -> CollectiveNominee:
    """A collective with its people, or a residential group with its households."""
    return CollectiveNominee(
        ordinal=str(ordinal),
        name=nominee.name,
        members=nominee.strength,
        head=nominee.headed,
        summary=row.summary,
        award=_award(office, row),
        note=row.note or "",
    )


def _household(office: Office, row: Nomination, nominee: Receiver, *, ordinal: int) -> HouseholdNominee:
    return HouseholdNominee(
        ordinal=str(ordinal),
        name=nominee.name,
        address=nominee.title,
        summary=row.summary,
        award=_award(office, row),
        note=row.note or "",
    )


def keys(year: Year) -> tuple[str, ...]:
    """One list where there is a submission with nominees."""
    return ("",) if year.submission and submitted(year) else ()


KIND = Kind(
    name="nominee_list",
    title="Danh sách trích ngang",
    step=Step.NOMINATION,
    slug="danh-sach-trich-ngang",
    context=NomineeListContext,
    reads=("office", "law", "submission", "decision", "nominations", *RECEIVER_PARTS),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Danh sách trích ngang đề nghị khen thưởng {year.year.phrase}",
    meetings=frozenset({Meeting.COUNCIL}),
)
