"""One year of one office: everything that its documents are composed from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from pydantic import Field

from vanban.domain.agreement import Agreement
from vanban.domain.award_decision import AwardDecision
from vanban.domain.campaign import Campaign, SuddenAchievement
from vanban.domain.decision import Decision
from vanban.domain.document import Document, Plan
from vanban.domain.dossier_paper import DossierPaper
from vanban.domain.evaluation import Authorship, CollectiveEvaluation, Evaluation, InitiativeUse
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.issued import IssuedNumber
from vanban.domain.letter import Letter
from vanban.domain.local_rules import LocalRules
from vanban.domain.nomination import Achievement, Nomination
from vanban.domain.office import IssuingBody, LegalBasis, Office
from vanban.domain.paper_text import PaperText
from vanban.domain.people import Collective, Person, ResidentialGroup
from vanban.domain.progress import Progress
from vanban.domain.record import Record
from vanban.domain.registration import CollectiveRegistration, GroupRegistration, Household, IndividualRegistration
from vanban.domain.reminder import ReceivedReport, Reminder
from vanban.domain.selection import CouncilMeeting, CouncilMember, CouncilVote, GroupMeeting
from vanban.domain.signatory import Signatory
from vanban.domain.target import Measure, Result, Target


class Keyed(Protocol):
    """A row that others name by its key."""

    @property
    def key(self) -> str: ...


_K = TypeVar("_K", bound=Keyed)


def keyed(rows: Iterable[_K]) -> dict[str, _K]:
    """Rows by their key, in order; of two with one key the first."""
    found: dict[str, _K] = {}
    for row in rows:
        found.setdefault(row.key, row)
    return found


class Year(Record):
    """The office's standing data and one year's: each field is one file that a clerk keeps.

    Two fields are no files: ``issued`` the register knows, ``agreement`` is read back from the finished papers.
    """

    year: int = Field(title="Năm")
    office: Office = Field(title="Cơ quan")
    signatories: tuple[Signatory, ...] = Field(title="Người ký")
    legal_bases: tuple[LegalBasis, ...] = Field(title="Căn cứ")
    groups: tuple[ResidentialGroup, ...] = Field(title="Tổ dân phố")
    collectives: tuple[Collective, ...] = Field(title="Tập thể")
    people: tuple[Person, ...] = Field(title="Cá nhân")
    council: tuple[CouncilMember, ...] = Field(default=(), title="Hội đồng Thi đua - Khen thưởng")
    local_rules: LocalRules | None = Field(default=None, title="Quy định riêng của địa phương")
    plan: Plan = Field(title="Kế hoạch")
    group_registrations: tuple[GroupRegistration, ...] = Field(default=(), title="Đăng ký của tổ dân phố")
    households: tuple[Household, ...] = Field(default=(), title="Hộ gia đình đăng ký Gia đình văn hóa")
    collective_registrations: tuple[CollectiveRegistration, ...] = Field(default=(), title="Đăng ký của tập thể")
    individual_registrations: tuple[IndividualRegistration, ...] = Field(default=(), title="Đăng ký của cá nhân")
    registration_reminder: Reminder | None = Field(default=None, title="Công văn đôn đốc đăng ký")
    received_reports: tuple[ReceivedReport, ...] = Field(default=(), title="Báo cáo đã nhận của các đơn vị")
    report_reminder: Reminder | None = Field(default=None, title="Công văn đôn đốc báo cáo")
    registration_summary: Document | None = Field(default=None, title="Báo cáo tổng hợp đăng ký")
    campaigns: tuple[Campaign, ...] = Field(default=(), title="Đợt thi đua")
    sudden_achievements: tuple[SuddenAchievement, ...] = Field(default=(), title="Thành tích đột xuất")
    group_meetings: tuple[GroupMeeting, ...] = Field(default=(), title="Bình xét của tổ dân phố")
    council_meeting: CouncilMeeting | None = Field(default=None, title="Họp Hội đồng")
    votes: tuple[CouncilVote, ...] = Field(default=(), title="Kết quả bỏ phiếu")
    nominations: tuple[Nomination, ...] = Field(default=(), title="Đề nghị khen thưởng")
    achievements: tuple[Achievement, ...] = Field(default=(), title="Thành tích")
    initiatives: tuple[ReportedInitiative, ...] = Field(default=(), title="Sáng kiến")
    authorships: tuple[Authorship, ...] = Field(default=(), title="Tác giả sáng kiến")
    initiative_uses: tuple[InitiativeUse, ...] = Field(default=(), title="Sáng kiến dùng để xét danh hiệu")
    evaluations: tuple[Evaluation, ...] = Field(default=(), title="Xếp loại cá nhân")
    collective_evaluations: tuple[CollectiveEvaluation, ...] = Field(default=(), title="Xếp loại tập thể")
    initiative_confirmation: Decision | None = Field(default=None, title="Quyết định công nhận sáng kiến")
    dossier_papers: tuple[DossierPaper, ...] = Field(default=(), title="Văn bản khác trong hồ sơ")
    submission: Document | None = Field(default=None, title="Tờ trình")
    decision: AwardDecision | None = Field(default=None, title="Quyết định khen thưởng")
    announcement: Document | None = Field(default=None, title="Thông báo kết quả khen thưởng")
    results: tuple[Result, ...] = Field(default=(), title="Kết quả thực hiện chỉ tiêu")
    mid_year_results: tuple[Result, ...] = Field(default=(), title="Kết quả 6 tháng đầu năm")
    progress: tuple[Progress, ...] = Field(default=(), title="Theo dõi chỉ tiêu hằng quý")
    six_month_report: Document | None = Field(default=None, title="Báo cáo sơ kết 6 tháng")
    annual_report: Document | None = Field(default=None, title="Báo cáo tổng kết")
    letters: tuple[Letter, ...] = Field(default=(), title="Công văn")
    texts: tuple[PaperText, ...] = Field(default=(), title="Văn bản chỉ có lời văn")
    agreement: Agreement | None = Field(default=None, title="Kết quả khớp hồ sơ")
    issued: tuple[IssuedNumber, ...] = Field(default=(), title="Văn bản đã ban hành")

    def issuer(self, key: str) -> IssuingBody:
        """The issuing body of that key; ``KeyError`` if there is none."""
        return keyed(self.office.bodies)[key]

    def signatory(self, key: str) -> Signatory:
        """The signatory of that key; ``KeyError`` if there is none."""
        return keyed(self.signatories)[key]

    def legal_basis(self, key: str) -> LegalBasis:
        """The text of that key that may be cited; ``KeyError`` if there is none."""
        return keyed(self.legal_bases)[key]

    def group(self, key: str) -> ResidentialGroup:
        """The residential group of that key; ``KeyError`` if there is none."""
        return keyed(self.groups)[key]

    def collective(self, key: str) -> Collective:
        """The collective of that key; ``KeyError`` if there is none."""
        return keyed(self.collectives)[key]

    def person(self, key: str) -> Person:
        """The person of that key; ``KeyError`` if there is none."""
        return keyed(self.people)[key]

    def nominee(self, key: str) -> Person | Collective | ResidentialGroup:
        """The person, collective or residential group of that key; ``KeyError`` if there is none."""
        return keyed(self.people).get(key) or keyed(self.collectives).get(key) or self.group(key)

    def initiative(self, key: str) -> ReportedInitiative:
        """The initiative of that key; ``KeyError`` if there is none."""
        return keyed(self.initiatives)[key]

    def authors(self, initiative: str) -> tuple[Authorship, ...]:
        """The authors of that initiative, the largest share first, of equal ones as the table has them."""
        return tuple(
            sorted((row for row in self.authorships if row.initiative == initiative), key=lambda row: -row.share)
        )

    def councillor(self, key: str) -> CouncilMember:
        """The member of the council of that key, with his or her name; ``KeyError`` if there is none."""
        member = keyed(self.council)[key]
        known = keyed(self.signatories).get(key) or keyed(self.people).get(key)
        return member.model_copy(update={"name": member.name or (known.name if known else None)})

    def present(self) -> tuple[CouncilMember, ...]:
        """The members of the council at its meeting; none where there is no meeting."""
        if self.council_meeting is None:
            return ()
        absent = {absence.member for absence in self.council_meeting.absences}
        return tuple(self.councillor(member.key) for member in self.council if member.key not in absent)

    def issued_number(self, kind: str, key: str = "") -> IssuedNumber | None:
        """The number and day of that document; ``None`` while it is not issued."""
        return next((number for number in self.issued if (number.kind, number.key) == (kind, key)), None)

    def measures(self, results: tuple[Result, ...] | None = None) -> tuple[tuple[Target, Measure, Result | None], ...]:
        """Every measure of the plan in order, with its target and, of ``results``, its own where there is one.

        Where no ``results`` are given they are those of the whole year.
        """
        found = {(result.target, result.measure): result for result in (self.results if results is None else results)}
        return tuple(
            (target, measure, found.get((target.key, measure.key)))
            for target in self.plan.targets
            for measure in target.measures
        )
