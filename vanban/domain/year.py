"""One year of one office: everything that its documents are composed from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from pydantic import Field, PrivateAttr

from vanban.domain.agreement import Agreement
from vanban.domain.award_decision import AwardDecision
from vanban.domain.campaign import Campaign, SuddenAchievement
from vanban.domain.certificate_stock import CertificateStock
from vanban.domain.complaint import Complaint
from vanban.domain.date_to_confirm import DateToConfirm
from vanban.domain.decision import Decision
from vanban.domain.document import Document, Plan
from vanban.domain.dossier_paper import DossierPaper
from vanban.domain.evaluation import Authorship, CollectiveEvaluation, Evaluation, InitiativeUse
from vanban.domain.free_document import FreeDocument, Invitation
from vanban.domain.given_award import GivenAward
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.issued import IssuedNumber
from vanban.domain.law_pack import Law
from vanban.domain.letter import Letter
from vanban.domain.local_rules import LocalRules
from vanban.domain.nomination import Achievement, Nomination
from vanban.domain.office import IssuingBody, LegalBasis, Office
from vanban.domain.other_award import OtherAward, OtherNomination
from vanban.domain.outsider import Outsider
from vanban.domain.own_paper import OwnPaper
from vanban.domain.paper_text import PaperText
from vanban.domain.people import Collective, Person, Unit
from vanban.domain.progress import Progress
from vanban.domain.record import Record
from vanban.domain.registration import CollectiveRegistration, GroupRegistration, Household, IndividualRegistration
from vanban.domain.reminder import ReceivedReport, Reminder
from vanban.domain.rows import Rows, first, keyed, those
from vanban.domain.scoring import Criterion, Score, Scoring
from vanban.domain.selection import CouncilMeeting, CouncilMember, CouncilVote, GroupMeeting, InitiativeMeeting
from vanban.domain.signatory import Signatory
from vanban.domain.target import Measure, Result, Target
from vanban.domain.work_year import WorkYear

_P = ParamSpec("_P")
_T = TypeVar("_T")


class _Remembered:
    """What was worked out from a year; no part of its value, so that years are equal whatever was asked of them."""

    def __init__(self) -> None:
        self.known: dict[tuple[Any, ...], Any] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Remembered)

    def __hash__(self) -> int:
        return 0

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process, or a deep copy, works out for itself what it needs."""
        return _Remembered, ()


class Year(Record):
    """The office's standing data and one year's: each field is one file that a clerk keeps.

    Three fields are no files: ``law`` comes from the law packs, ``issued`` the register knows, ``agreement`` is read
    back from the finished papers.
    """

    year: WorkYear = Field(title="Năm")
    office: Office = Field(title="Cơ quan")
    signatories: Rows[Signatory] = Field(title="Người ký")
    legal_bases: Rows[LegalBasis] = Field(title="Căn cứ")
    groups: Rows[Unit] = Field(default=(), title="Đơn vị dưới")
    collectives: Rows[Collective] = Field(default=(), title="Tập thể")
    people: Rows[Person] = Field(default=(), title="Cá nhân")
    outsiders: Rows[Outsider] = Field(default=(), title="Đối tượng ngoài cơ quan")
    other_awards: Rows[OtherAward] = Field(default=(), title="Danh hiệu, hình thức của hệ thống khác")
    award_history: Rows[GivenAward] = Field(default=(), title="Khen thưởng các năm trước")
    council: Rows[CouncilMember] = Field(default=(), title="Hội đồng Thi đua - Khen thưởng")
    initiative_council: Rows[CouncilMember] = Field(default=(), title="Hội đồng sáng kiến")
    certificate_stock: CertificateStock | None = Field(default=None, title="Phôi giấy khen, giấy chứng nhận")
    local_rules: LocalRules | None = Field(default=None, title="Quy định riêng của địa phương")
    plan: Plan = Field(title="Kế hoạch")
    group_registrations: Rows[GroupRegistration] = Field(default=(), title="Đăng ký của đơn vị dưới")
    households: Rows[Household] = Field(default=(), title="Hộ gia đình đăng ký Gia đình văn hóa")
    collective_registrations: Rows[CollectiveRegistration] = Field(default=(), title="Đăng ký của tập thể")
    individual_registrations: Rows[IndividualRegistration] = Field(default=(), title="Đăng ký của cá nhân")
    registration_reminder: Reminder | None = Field(default=None, title="Công văn đôn đốc đăng ký")
    received_reports: Rows[ReceivedReport] = Field(default=(), title="Báo cáo đã nhận của các đơn vị")
    report_reminder: Reminder | None = Field(default=None, title="Công văn đôn đốc báo cáo")
    registration_summary: Document | None = Field(default=None, title="Báo cáo tổng hợp đăng ký")
    campaigns: Rows[Campaign] = Field(default=(), title="Đợt thi đua")
    sudden_achievements: Rows[SuddenAchievement] = Field(default=(), title="Thành tích đột xuất")
    scorings: Rows[Scoring] = Field(default=(), title="Bảng điểm thi đua")
    criteria: Rows[Criterion] = Field(default=(), title="Tiêu chí chấm điểm")
    scores: Rows[Score] = Field(default=(), title="Điểm chấm")
    group_meetings: Rows[GroupMeeting] = Field(default=(), title="Bình xét của đơn vị dưới")
    council_meeting: CouncilMeeting | None = Field(default=None, title="Họp Hội đồng")
    votes: Rows[CouncilVote] = Field(default=(), title="Kết quả bỏ phiếu")
    nominations: Rows[Nomination] = Field(default=(), title="Đề nghị khen thưởng")
    other_nominations: Rows[OtherNomination] = Field(default=(), title="Đề nghị tặng danh hiệu của hệ thống khác")
    achievements: Rows[Achievement] = Field(default=(), title="Thành tích")
    initiatives: Rows[ReportedInitiative] = Field(default=(), title="Sáng kiến")
    authorships: Rows[Authorship] = Field(default=(), title="Tác giả sáng kiến")
    initiative_uses: Rows[InitiativeUse] = Field(default=(), title="Sáng kiến dùng để xét danh hiệu")
    evaluations: Rows[Evaluation] = Field(default=(), title="Xếp loại cá nhân")
    collective_evaluations: Rows[CollectiveEvaluation] = Field(default=(), title="Xếp loại tập thể")
    council_decision: Decision | None = Field(default=None, title="Quyết định thành lập Hội đồng")
    counting_board_decision: Decision | None = Field(default=None, title="Quyết định thành lập Tổ kiểm phiếu")
    initiative_council_decision: Decision | None = Field(default=None, title="Quyết định thành lập Hội đồng sáng kiến")
    initiative_meeting: InitiativeMeeting | None = Field(default=None, title="Họp Hội đồng sáng kiến")
    initiative_confirmation: Decision | None = Field(default=None, title="Quyết định công nhận sáng kiến")
    complaints: Rows[Complaint] = Field(default=(), title="Đơn khiếu nại, tố cáo, phản ánh về khen thưởng")
    dossier_papers: Rows[DossierPaper] = Field(default=(), title="Văn bản khác trong hồ sơ")
    submission: Document | None = Field(default=None, title="Tờ trình")
    decision: AwardDecision | None = Field(default=None, title="Quyết định khen thưởng")
    family_decision: Decision | None = Field(default=None, title="Quyết định Gia đình văn hóa")
    announcement: Document | None = Field(default=None, title="Thông báo kết quả khen thưởng")
    results: Rows[Result] = Field(default=(), title="Kết quả thực hiện chỉ tiêu")
    mid_year_results: Rows[Result] = Field(default=(), title="Kết quả 6 tháng đầu năm")
    progress: Rows[Progress] = Field(default=(), title="Theo dõi chỉ tiêu hằng quý")
    six_month_report: Document | None = Field(default=None, title="Báo cáo sơ kết 6 tháng")
    annual_report: Document | None = Field(default=None, title="Báo cáo tổng kết")
    conference_invitation: Invitation | None = Field(default=None, title="Giấy mời hội nghị tổng kết")
    letters: Rows[Letter] = Field(default=(), title="Công văn")
    documents: Rows[FreeDocument] = Field(default=(), title="Văn bản tự do")
    texts: Rows[PaperText] = Field(default=(), title="Văn bản chỉ có lời văn")
    own_papers: Rows[OwnPaper] = Field(default=(), title="Văn bản riêng của cơ quan")
    dates_to_confirm: Rows[DateToConfirm] = Field(default=(), title="Ngày chờ xác nhận")
    law: Law = Field(default=Law(), title="Quy định của pháp luật")
    agreement: Agreement | None = Field(default=None, title="Kết quả khớp hồ sơ")
    issued: Rows[IssuedNumber] = Field(default=(), title="Văn bản đã ban hành")

    _remembered: _Remembered = PrivateAttr(default_factory=_Remembered)

    def __copy__(self) -> Self:
        """Another year, of which nothing is worked out yet."""
        copied = super().__copy__()
        copied._remembered = _Remembered()
        return copied

    def issuer(self, key: str) -> IssuingBody:
        """The issuing body of that key; ``KeyError`` if there is none."""
        return keyed(self.office.bodies)[key]

    def signatory(self, key: str) -> Signatory:
        """The signatory of that key; ``KeyError`` if there is none."""
        return keyed(self.signatories)[key]

    def legal_basis(self, key: str) -> LegalBasis:
        """The text of that key that may be cited; ``KeyError`` if there is none."""
        return keyed(self.legal_bases)[key]

    def group(self, key: str) -> Unit:
        """The unit of that key; ``KeyError`` if there is none."""
        return keyed(self.groups)[key]

    def collective(self, key: str) -> Collective:
        """The collective of that key, or the unit where people work in units; ``KeyError`` if there is none."""
        kind = self.office.unit_kind
        found = keyed(self.collectives).get(key)
        if found is None and not kind.is_residential:
            return self.group(key).as_collective(kind.head)
        return found or keyed(self.collectives)[key]

    def person(self, key: str) -> Person:
        """The person of that key; ``KeyError`` if there is none."""
        return keyed(self.people)[key]

    def initiative(self, key: str) -> ReportedInitiative:
        """The initiative of that key; ``KeyError`` if there is none."""
        return keyed(self.initiatives)[key]

    def authors(self, initiative: str) -> tuple[Authorship, ...]:
        """The authors of that initiative, the largest share first, of equal ones as the table has them."""
        return tuple(sorted(those(self.authorships, initiative=initiative), key=lambda row: -row.share))

    def councillor(self, key: str) -> CouncilMember:
        """The member of the council of that key, with his or her name; ``KeyError`` if there is none."""
        return self._named(keyed(self.council)[key])

    def members(self, council: tuple[CouncilMember, ...]) -> tuple[CouncilMember, ...]:
        """All members of one of the office's councils, each with his or her name."""
        return tuple(self._named(member) for member in council)

    def _named(self, member: CouncilMember) -> CouncilMember:
        known = keyed(self.signatories).get(member.key) or keyed(self.people).get(member.key)
        return member.model_copy(update={"name": member.name or (known.name if known else None)})

    def present(self) -> tuple[CouncilMember, ...]:
        """The members of the council at its meeting; none where there is no meeting."""
        return self.council_meeting.attending(self.members(self.council)) if self.council_meeting else ()

    def issued_number(self, kind: str, key: str = "") -> IssuedNumber | None:
        """The number and day of that document; ``None`` while it is not issued."""
        return first(self.issued, kind=kind, key=key)

    def measures(self, results: tuple[Result, ...] | None = None) -> tuple[tuple[Target, Measure, Result | None], ...]:
        """Every measure of the plan in order, with its target and, of ``results``, its own where there is one.

        Where no ``results`` are given they are those of the whole year.
        """
        known = self.results if results is None else results
        return tuple(
            (target, measure, next(reversed(those(known, target=target.key, measure=measure.key)), None))
            for target in self.plan.targets
            for measure in target.measures
        )


def workplaces(year: Year) -> Mapping[str, Collective]:
    """Every collective by its key, and every unit of an office where people work in them, as in a school."""
    own = dict(keyed(year.collectives))
    if year.office.unit_kind.is_residential:
        return own
    return {row.key: row.as_collective(year.office.unit_kind.head) for row in year.groups} | own


def once_a_year(make: Callable[Concatenate[Year, _P], _T]) -> Callable[Concatenate[Year, _P], _T]:
    """``make``, a pure function, worked out once for each year and each set of arguments."""

    @wraps(make)
    def known(year: Year, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        asked = (make, arguments, tuple(sorted(named.items())))
        remembered = year._remembered.known
        if asked not in remembered:
            remembered[asked] = make(year, *arguments, **named)
        result: _T = remembered[asked]
        return result

    return known
