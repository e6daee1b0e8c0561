"""Báo cáo thành tích: one report for every nominee, a person's or a collective's (NĐ 98/2023 Mẫu 02, Mẫu 03)."""

from __future__ import annotations

from collections.abc import Sized

from pydantic import Field

from vanban.domain.award import EmulationTitle, quoted
from vanban.domain.birth import birth_in_digits
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.nomination import Achievement, AchievementTable, Initiative, Nomination, PastAward
from vanban.domain.people import Person
from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.receiver_row import Receiver
from vanban.domain.record import Record
from vanban.domain.rows import keyed, those
from vanban.domain.text import matching_key
from vanban.domain.text_tree import Block, Inset, numbered
from vanban.domain.wording import count
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step
from vanban.kinds.parts.closing import TwoSignatures, confirmed
from vanban.kinds.parts.document import no_expansion
from vanban.kinds.parts.form import unit_head
from vanban.kinds.parts.letterhead import Heading, Letterhead, centred, heading
from vanban.kinds.parts.past_awards import READS as PAST_AWARDS
from vanban.kinds.parts.past_awards import past_commendations, past_titles
from vanban.kinds.parts.reference import issuer_of, refer_shortly
from vanban.kinds.parts.text import TextLine, lines
from vanban.law.ward_awards import submitted

_NONE = Block(text="Không.")
_DOTS = Block(inset=Inset.HANDWRITTEN)
_BLANK = "…" * 24
_METHODS = (
    "Những biện pháp hoặc nguyên nhân đạt được thành tích; các phong trào thi đua đã được áp dụng trong thực tiễn công "
    "tác"
)


class AchievementReportContext(Record):
    """A nominee's report; which sections it has depends on whether the nominee is a person."""

    letterhead: Letterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên báo cáo")
    nominee: str = Field(title="Tên đối tượng đề nghị")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung")
    initiatives: tuple[Initiative, ...] = Field(title="Bảng sáng kiến, đề tài")
    past_titles: tuple[PastAward, ...] = Field(title="Bảng danh hiệu thi đua")
    past_commendations: tuple[PastAward, ...] = Field(title="Bảng hình thức khen thưởng")
    past_commendations_total: str = Field(title="Dòng tổng số dưới bảng hình thức khen thưởng")
    signatures: TwoSignatures = Field(title="Người ký")


def keys(year: Year) -> tuple[str, ...]:
    """Every nominee whose achievements are written down."""
    written = {achievement.nominee for achievement in year.achievements}
    return tuple(dict.fromkeys(row.nominee for row in year.nominations if row.nominee in written))


def compose(year: Year, key: str) -> AchievementReportContext:
    """The report of the nominee ``key``."""
    nominee = receiver(year, key)
    nomination = _nomination(year, key)
    achievement = those(year.achievements, nominee=key)[0]
    initiatives = _initiatives(year, achievement)
    titles, commendations = past_titles(year, achievement), past_commendations(year, achievement)
    sections = (
        _person(year.person(key), nominee.unit_name, achievement, initiatives)
        if key in keyed(year.people)
        else _collective(nominee.strength_label, achievement)
    )
    return AchievementReportContext(
        letterhead=unit_head(year, nominee.unit_name, nominee.parent),
        heading=heading("BÁO CÁO THÀNH TÍCH", _subject(nomination, year)),
        nominee=centred(nominee.name),
        lines=lines(numbered((*sections, _awards(achievement, titles, commendations))), {}, no_expansion),
        initiatives=initiatives,
        past_titles=titles,
        past_commendations=commendations,
        past_commendations_total=_total(len(commendations)),
        signatures=_signatures(nominee),
    )


def _total(commendations: int) -> str:
    """What is said under the last table: LibreOffice holds a sentence to the signatures, not always a table."""
    return f"Tổng số: {count(commendations)} hình thức khen thưởng." if commendations else ""


def _initiatives(year: Year, achievement: Achievement) -> tuple[Initiative, ...]:
    """Those of the year that are recognised and have the nominee for an author, then what the report adds."""
    own = {row.initiative for row in those(year.authorships, person=achievement.nominee)}
    recognised = [
        Initiative(year=year.year, name=one.name, decision=decision)
        for one in year.initiatives
        if one.key in own and (decision := _recognition(year, one))
    ]
    known = {matching_key(one.name) for one in recognised}
    return (*recognised, *(one for one in achievement.initiatives if matching_key(one.name) not in known))


def _recognition(year: Year, initiative: ReportedInitiative) -> str:
    """The decision that recognises the initiative: another office's as the data cite it, or the year's own."""
    document = year.initiative_confirmation
    if initiative.accepted and document:
        return f"{refer_shortly(year, 'initiative_confirmation')} của {issuer_of(year, document)}"
    return initiative.decision or ""


def _nomination(year: Year, key: str) -> Nomination:
    """What the report asks for: of two awards the one that goes on to a higher level, whose dossier it belongs to."""
    return (those(submitted(year), nominee=key) or those(year.nominations, nominee=key))[0]


def _subject(nomination: Nomination, year: Year) -> str:
    kind = "danh hiệu " if isinstance(nomination.award, EmulationTitle) else ""
    return f"Đề nghị tặng {kind}{quoted(nomination.award, year.office)} {year.year.phrase}"


def _blocks(*paragraphs: str) -> tuple[Block, ...]:
    return tuple(Block(text=paragraph) for paragraph in paragraphs if paragraph)


def _texts(paragraphs: tuple[str, ...]) -> tuple[Block, ...]:
    """What is written; dotted lines where nothing is."""
    return _blocks(*paragraphs) or (_DOTS,)


def _table(rows: Sized, inset: Inset, table: AchievementTable, achievement: Achievement) -> tuple[Block, ...]:
    """The table; where it has no row “Không” if the clerk says so, else dotted lines to fill in."""
    if rows:
        return (Block(inset=inset),)
    return (_NONE,) if table in achievement.none_of else (_DOTS,)


def _facts(*facts: tuple[str, str | None]) -> tuple[Block, ...]:
    return tuple(Block(item=f"{label}: {value}." if value else f"{label}: {_BLANK}") for label, value in facts)


def _person(
    person: Person, unit: str, achievement: Achievement, initiatives: tuple[Initiative, ...]
) -> tuple[Block, ...]:
    background = _facts(
        ("Họ và tên", person.name),
        ("Giới tính", person.gender.value),
        ("Ngày, tháng, năm sinh", birth_in_digits(person.born_on)),
        ("Quê quán", person.hometown),
        ("Nơi thường trú", person.residence),
        ("Đơn vị công tác", unit),
        ("Chức vụ", person.position),
        ("Trình độ chuyên môn, nghiệp vụ", person.qualification),
    )
    return (
        Block(section="SƠ LƯỢC LÝ LỊCH", body=background),
        Block(
            section="THÀNH TÍCH ĐẠT ĐƯỢC",
            body=(
                Block(section="Quyền hạn, nhiệm vụ được giao hoặc đảm nhận", body=_texts(achievement.duties)),
                Block(section="Thành tích đạt được của cá nhân", body=_achieved(achievement, initiatives)),
            ),
        ),
    )


def _achieved(achievement: Achievement, initiatives: tuple[Initiative, ...]) -> tuple[Block, ...]:
    """All that the form asks for under one number: results, initiatives, compliance, social work."""
    table = _table(initiatives, Inset.INITIATIVES, AchievementTable.INITIATIVES, achievement)
    return (
        Block(section="Kết quả thực hiện nhiệm vụ", body=_texts(achievement.accomplishments)),
        Block(section="Sáng kiến, đề tài", body=table),
        Block(
            section="Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
            body=_texts(achievement.compliance),
        ),
        Block(section="Hoạt động đảng, đoàn thể, công tác xã hội", body=_texts(achievement.organisations)),
    )


def _collective(strength: str, achievement: Achievement) -> tuple[Block, ...]:
    return (
        Block(
            section="SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH",
            body=(
                Block(section="Đặc điểm, tình hình", body=(*_texts(achievement.circumstances), *_blocks(strength))),
                Block(section="Chức năng, nhiệm vụ được giao", body=_texts(achievement.duties)),
            ),
        ),
        Block(
            section="THÀNH TÍCH ĐẠT ĐƯỢC",
            body=(
                Block(section="Thành tích đạt được", body=_texts(achievement.accomplishments)),
                Block(section=_METHODS, body=_texts(achievement.methods)),
                Block(
                    section="Việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
                    body=_texts(achievement.compliance),
                ),
                Block(section="Hoạt động của tổ chức đảng, đoàn thể", body=_texts(achievement.organisations)),
            ),
        ),
    )


def _awards(achievement: Achievement, titled: tuple[PastAward, ...], commended: tuple[PastAward, ...]) -> Block:
    titles = _table(titled, Inset.PAST_TITLES, AchievementTable.PAST_TITLES, achievement)
    commendations = _table(commended, Inset.PAST_COMMENDATIONS, AchievementTable.PAST_COMMENDATIONS, achievement)
    return Block(
        section="CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
        body=(
            Block(section="Danh hiệu thi đua", body=titles),
            Block(section="Hình thức khen thưởng", body=commendations),
        ),
    )


def _signatures(nominee: Receiver) -> TwoSignatures:
    if nominee.is_person:
        by = ("THỦ TRƯỞNG ĐƠN VỊ", "XÁC NHẬN, ĐỀ NGHỊ")
        return confirmed(by, nominee.head, nominee.name, "NGƯỜI BÁO CÁO THÀNH TÍCH")
    return TwoSignatures(
        left_lines=("THỦ TRƯỞNG ĐƠN VỊ", "CẤP TRÊN TRỰC TIẾP", "XÁC NHẬN, ĐỀ NGHỊ"),
        left_name="",
        right_lines=nominee.signs,
        right_name=nominee.head,
    )


def headline(year: Year, key: str) -> str:
    """``Báo cáo thành tích của Nguyễn Văn A``."""
    return f"Báo cáo thành tích của {receiver(year, key).name}"


KIND = Kind(
    name="achievement_report",
    title="Báo cáo thành tích",
    step=Step.NOMINATION,
    slug="bao-cao-thanh-tich",
    context=AchievementReportContext,
    reads=(
        "office",
        "law",
        "decision",
        "nominations",
        "achievements",
        "initiatives",
        "authorships",
        "initiative_confirmation",
        *PAST_AWARDS,
        *RECEIVER_PARTS,
    ),
    keys=keys,
    compose=compose,
    headline=headline,
    receivers=lambda year, key: tuple(filter(None, (receiver(year, key).unit,))),
    meetings=frozenset({Meeting.COUNCIL}),
)
