"""A year that is made for the tests: every kind of document can be composed from it, short, usual or long."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from shipped_packs import LAW

from vanban.domain.agreement import Agreement, DossierProof, PaperProof
from vanban.domain.aim import Comparison
from vanban.domain.award import Commendation, EmulationTitle, NomineeKind
from vanban.domain.award_decision import AwardDecision, Awardee
from vanban.domain.campaign import Campaign, SuddenAchievement, SuddenAwardee
from vanban.domain.decision import Decision
from vanban.domain.document import Annex, Document, Plan, Recipient, RetainedCopy
from vanban.domain.dossier_paper import DossierPaper, DossierPart
from vanban.domain.evaluation import Authorship, CollectiveEvaluation, Evaluation, Rating
from vanban.domain.free_document import CoSigner, FreeDocument, Gathering, Invitation
from vanban.domain.gender import Gender
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.letter import Letter
from vanban.domain.local_rules import LocalRules
from vanban.domain.nomination import Achievement, Initiative, Nomination, PastAward
from vanban.domain.office import IssuingBody, LegalBasis, NumberSeries, Office
from vanban.domain.other_award import OtherAward, OtherNomination
from vanban.domain.paper_text import PaperText
from vanban.domain.people import Collective, Person, Unit
from vanban.domain.progress import Progress
from vanban.domain.registration import CollectiveRegistration, GroupRegistration, Household, IndividualRegistration
from vanban.domain.reminder import ReceivedReport, Reminder
from vanban.domain.scoring import Criterion, CriterionKind, Every, Grade, Score, Scored, Scoring
from vanban.domain.selection import (
    Absence,
    BallotFigures,
    CouncilMeeting,
    CouncilMember,
    CouncilRole,
    CouncilVote,
    CountingBoard,
    GroupMeeting,
    InitiativeMeeting,
    InitiativeVote,
    OccasionReview,
)
from vanban.domain.signatory import Signatory, Signature, SigningCapacity
from vanban.domain.target import Measure, Result, Target
from vanban.domain.text_table import TextColumn, TextTable
from vanban.domain.text_tree import Block, Inset
from vanban.domain.year import Year
from vanban.kinds import TEXT_KINDS
from vanban.law.document_types import type_code

LONG_NAME = "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Khánh Huyền"
_FAMILY = ("Nguyễn Văn", "Trần Thị", "Lê Văn", "Phạm Thị", "Hoàng Văn")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Đức", "Hạnh")

OFFICE = Office(
    name="Ủy ban nhân dân phường Sông Thương",
    short_name="UBND phường Sông Thương",
    locality="phường Sông Thương",
    place="Sông Thương",
    bodies=(
        IssuingBody(
            key="ubnd",
            name="Ủy ban nhân dân phường Sông Thương",
            name_lines=("ỦY BAN NHÂN DÂN", "PHƯỜNG SÔNG THƯƠNG"),
            collective_name="Ủy ban nhân dân",
            head_position="Chủ tịch",
            abbreviation="UBND",
        ),
        IssuingBody(
            key="council",
            name="Hội đồng Thi đua - Khen thưởng phường Sông Thương",
            name_lines=("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"),
            parent_lines=("UBND PHƯỜNG SÔNG THƯƠNG",),
            collective_name="Hội đồng",
            head_position="Chủ tịch",
            abbreviation="HĐTĐKT",
        ),
    ),
    number_series=(NumberSeries(key="chung", name="Văn bản của UBND", issuer="ubnd", type_codes=("KH", "BC", "TTr")),),
)

_BASES = (
    LegalBasis(
        key="law", type_name="Luật", issued_on=date(2022, 6, 15), subject="Thi đua, khen thưởng", issuer="Quốc hội"
    ),
    LegalBasis(
        key="decree",
        type_name="Nghị định",
        number="98/2023/NĐ-CP",
        issued_on=date(2023, 12, 31),
        issuer="Chính phủ",
        subject="quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    ),
)

_PARAGRAPH = (
    "Các bộ phận, tổ dân phố, tập thể, cá nhân thi đua tập trung triển khai đồng bộ, toàn diện các nhiệm vụ, đặc biệt "
    "là nhiệm vụ chính trị trọng tâm; tạo chuyển biến rõ nét trên các lĩnh vực, củng cố, tạo động lực cho việc phấn "
    "đấu hoàn thành 100% nhiệm vụ trọng tâm, các chỉ tiêu kinh tế - xã hội của phường"
)


def _targets(count: int) -> tuple[Target, ...]:
    families = Measure(
        key="share", name="Tỷ lệ gia đình văn hóa", comparison=Comparison.AT_LEAST, value=Decimal(98), unit="%"
    )
    schools = Measure(
        key="schools", name="Trường đạt chuẩn quốc gia", comparison=Comparison.KEEP, value=Decimal(3), unit="trường"
    )
    poor = Measure(key="poor", name="Tỷ lệ hộ nghèo", comparison=Comparison.BELOW, value=Decimal("0.08"), unit="%")
    merger = Measure(key="merger", name="Hoàn thành sáp nhập địa giới hành chính", comparison=Comparison.DONE)
    kinds = (
        Target(
            key="families",
            statement="Tỷ lệ gia đình văn hóa: từ {share} trở lên.",
            measures=(families,),
            responsible=("groups",),
            lead="groups",
            due=date(2024, 11, 30),
        ),
        Target(
            key="schools", statement="Giữ vững {schools} trường đạt chuẩn.", measures=(schools,), responsible=("a",)
        ),
        Target(
            key="poor",
            statement="Tỷ lệ hộ nghèo: dưới {poor};",
            measures=(poor,),
            responsible=("groups", "a"),
            lead="a",
            due=date(2024, 12, 15),
        ),
        Target(key="merger", statement="Hoàn thành sáp nhập địa giới.", measures=(merger,), responsible=("a",)),
    )
    return tuple(kinds[n % 4].model_copy(update={"key": f"{kinds[n % 4].key}-{n}"}) for n in range(count))


def _results(targets: tuple[Target, ...]) -> tuple[Result, ...]:
    achieved = {"share": Decimal("98.7"), "schools": Decimal(3), "poor": Decimal("0.09")}
    before = {"share": Decimal("98.2"), "schools": Decimal(3)}
    return tuple(
        Result(
            target=target.key,
            measure=measure.key,
            achieved=achieved.get(measure.key),
            done=True if measure.key == "merger" else None,
            last_year=before.get(measure.key),
            note="Vượt kế hoạch" if measure.key == "share" else None,
        )
        for target in targets
        for measure in target.measures
    )


def _progress(targets: tuple[Target, ...]) -> tuple[Progress, ...]:
    """The ward's figures of three quarters, and one residential group's own."""
    achieved = {"share": Decimal("97.5"), "schools": Decimal(2), "poor": Decimal("0.07")}
    ward = tuple(
        Progress(target=target.key, measure=measure.key, quarter=quarter, achieved=achieved[measure.key])
        for quarter in (1, 2, 3)
        for target in targets
        for measure in target.measures
        if measure.key in achieved
    )
    return (*ward, Progress(target="families-0", measure="share", quarter=3, unit="g0", achieved=Decimal("98.5")))


def _body(*insets: Inset) -> tuple[Block, ...]:
    return (
        Block(
            section="MỤC ĐÍCH, YÊU CẦU",
            body=(
                Block(
                    section="Mục đích",
                    body=(Block(item=f"{_PARAGRAPH}."), Block(item="Phát huy truyền thống thi đua yêu nước.")),
                ),
                Block(clause=f"{_PARAGRAPH}."),
            ),
        ),
        *(
            Block(
                section="KẾT QUẢ",
                body=(Block(text="Năm {year} có {measures} chỉ tiêu, cụ thể như sau:"), Block(inset=inset)),
            )
            for inset in insets
        ),
        Block(section="TỔ CHỨC THỰC HIỆN", body=(Block(text=f"{_PARAGRAPH}."), Block(clause=_PARAGRAPH))),
    )


def _document(*insets: Inset, subject: str, addressees: int = 0, recipients: int = 3) -> dict[str, object]:
    places = ("Hội đồng TĐKT thành phố", "TT Đảng ủy, HĐND phường", "Các tổ dân phố")
    return {
        "issuer": "ubnd",
        "subject": subject,
        "addressees": ("Ủy ban nhân dân thành phố Bắc Giang", "Phòng Nội vụ thành phố", "Thành ủy")[:addressees],
        "legal_bases": ("law", "decree"),
        "introduction": "Ủy ban nhân dân phường Sông Thương xây dựng văn bản với nội dung như sau:",
        "body": _body(*insets),
        "recipients": tuple(Recipient(name=places[n % 3], purpose="để B/c") for n in range(recipients)),
        "retained_copy": RetainedCopy(units=("TĐKT",)),
        "signature": Signature(signatory="vice", capacity=(SigningCapacity.ON_BEHALF, SigningCapacity.FOR_HEAD)),
    }


def _person(n: int, name: str | None = None) -> Person:
    return Person(
        key=f"p{n}",
        name=name or f"{_FAMILY[n % 5]} {_GIVEN[n % 6]}",
        gender=Gender.FEMALE if n % 2 else Gender.MALE,
        born_on=date(1980 + n % 20, 1 + n % 12, 1 + n % 28),
        hometown="Phường Sông Thương, thành phố Bắc Giang",
        residence="Tổ dân phố số 1, phường Sông Thương",
        position="Công chức Tư pháp - Hộ tịch",
        collective="a",
        qualification="Đại học Luật",
    )


def _achievement(nominee: str, rows: int) -> Achievement:
    award = PastAward(
        year=2023, award="“Lao động tiên tiến”", decision="Số 12/QĐ-UBND ngày 10 tháng 01 năm 2024 của Chủ tịch UBND"
    )
    initiative = Initiative(year=2023, name="Tra cứu hồ sơ bằng mã QR", decision="Số 812/QĐ-UBND ngày 20/11/2023")
    return Achievement(
        nominee=nominee,
        circumstances=(f"{_PARAGRAPH}.",),
        duties=(f"{_PARAGRAPH}.",),
        accomplishments=(f"{_PARAGRAPH}.", f"{_PARAGRAPH}."),
        compliance=(f"{_PARAGRAPH}.",),
        initiatives=(initiative,) * rows,
        past_titles=(award,) * rows,
        past_commendations=(award,) * rows,
    )


def _initiatives(rows: int) -> tuple[ReportedInitiative, ...]:
    """As many as people: the first with every part written, the second with none, the rest as the first."""
    written = ReportedInitiative(
        key="i0",
        name="Tra cứu hồ sơ thi đua, khen thưởng bằng mã QR",
        decision="Quyết định số 812/QĐ-UBND ngày 20 tháng 11 năm 2024 của Chủ tịch UBND thành phố Bắc Giang",
        field="Cải cách hành chính",
        applied_from=date(2024, 3, 1),
        applied_at="Ủy ban nhân dân phường Sông Thương",
        investor="Tác giả sáng kiến",
        situation=(f"{_PARAGRAPH}.",),
        solution=(f"{_PARAGRAPH}.", "Mỗi hồ sơ có một mã."),
        novelty=("Lần đầu áp dụng tại phường.",),
        applicability=("Áp dụng được ở mọi phường.",),
        conditions=("Có máy quét mã.",),
        confidential=("Không có.",),
        benefits=("Thời gian tìm hồ sơ giảm từ 15 phút xuống còn 01 phút.",),
        benefits_of_users=("Thuận tiện khi tra cứu.",),
        saved=12_500_000,
        effect="Thời gian tìm hồ sơ giảm từ 15 phút xuống còn 01 phút",
    )
    bare = ReportedInitiative(key="i1", name="Hẹn giờ trả kết quả", accepted=True)
    later = tuple(
        written.model_copy(update={"key": f"i{n}", "decision": None, "accepted": True}) for n in range(2, rows)
    )
    return (written, bare, *later)[:rows]


def _authorships(rows: int) -> tuple[Authorship, ...]:
    """The first initiative has the first people for authors, up to ten; each other one has one author."""
    several = max(min(rows, 10), 1)
    shares = [100 - 5 * (several - 1), *[5] * (several - 1)]
    return (
        *(Authorship(initiative="i0", person=f"p{n}", share=share) for n, share in enumerate(shares) if rows),
        *(Authorship(initiative=f"i{n}", person=f"p{n}", share=100) for n in range(1, rows)),
    )


COUNCIL = tuple(
    CouncilMember(
        key=f"m{n}",
        name=f"{_FAMILY[n % 5]} {_GIVEN[n % 6]}",
        gender=Gender.FEMALE if n % 2 else Gender.MALE,
        position="Công chức phường",
        role=role,
    )
    for n, role in enumerate(
        (CouncilRole.CHAIR, CouncilRole.DEPUTY, CouncilRole.SECRETARY, *(CouncilRole.MEMBER for _ in range(6)))
    )
)


def _meeting(subject: str) -> CouncilMeeting:
    council: dict[str, object] = {"issuer": "council", "signature": Signature(signatory="chair")}
    return CouncilMeeting(
        place="Phòng họp Ủy ban nhân dân phường Sông Thương",
        day=date(2024, 12, 5),
        starts_at=time(14),
        ends_at=time(16, 30),
        chair="m0",
        secretary="m2",
        guests=("Đại diện Thường trực Đảng ủy phường",),
        absences=(Absence(member="m8", reason="Đi công tác", written=True),),
        counting_board=CountingBoard(head="m3", secretary="m4", members=("m5",)),
        ballots=BallotFigures(issued=9, returned=9, not_returned=0, valid=9, invalid=0),
        invitation=Document(
            **council,
            subject=subject or "Họp Hội đồng Thi đua - Khen thưởng năm 2024",
            body=(Block(text="Đề nghị các ông, bà đến dự đúng giờ"),),
        ),
        minutes=Document(
            **council,
            subject=subject or "Họp Hội đồng Thi đua - Khen thưởng năm 2024",
            body=(
                Block(clause="Thư ký báo cáo thành tích của các cá nhân, tập thể."),
                Block(clause="Kết quả bỏ phiếu:", body=(Block(inset=Inset.BALLOT_FIGURES),)),
                Block(text="Kết quả của từng trường hợp như sau:"),
                Block(inset=Inset.COUNCIL_VOTES),
                Block(clause="Kết luận:", body=(Block(inset=Inset.COUNCIL_CONCLUSIONS),)),
            ),
            retained_copy=RetainedCopy(units=("Hồ sơ",)),
        ),
    )


def _votes(people: tuple[Person, ...], units: tuple[Collective, ...]) -> tuple[CouncilVote, ...]:
    """Every second candidate for a title that needs a ballot falls short by one vote."""
    title = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER
    ballots = [
        CouncilVote(nominee=person.key, award=title, in_favour=8 - n % 2, against=1 + n % 2)
        for n, person in enumerate(people)
    ]
    hands = [CouncilVote(nominee=unit.key, award=Commendation.CERTIFICATE, in_favour=8, against=0) for unit in units]
    shown = [
        CouncilVote(
            nominee=person.key, award=Commendation.CERTIFICATE, in_favour=4 if n == 1 else 8, against=4 if n == 1 else 0
        )
        for n, person in enumerate(people)
    ]
    return (*ballots, *hands, *shown)


def _decision(subject: str) -> AwardDecision:
    return AwardDecision(
        issuer="ubnd",
        decided_on=date(2024, 12, 20),
        subject=subject or "Về việc tặng thưởng Giấy khen năm 2024",
        legal_bases=("law", "decree"),
        cites=("council_minutes",),
        introduction="Theo đề nghị của công chức Văn phòng - Thống kê",
        body=(
            Block(
                clause="Tặng thưởng cho {awarded_receivers} (có danh sách kèm theo), cụ thể như sau:",
                body=(Block(inset=Inset.AWARDS),),
            ),
            Block(
                clause="Tiền thưởng:",
                body=(
                    Block(clause="Tổng số tiền thưởng: {prize_total} ({prize_total_words})."),
                    Block(clause="Tiền thưởng trích từ Quỹ thi đua, khen thưởng của phường."),
                ),
            ),
            Block(clause="Văn phòng - Thống kê và các cá nhân, tập thể có tên tại Điều 1 thi hành Quyết định này."),
        ),
        recipients=(Recipient(name="TT Đảng ủy, HĐND phường", purpose="để B/c"),),
        retained_copy=RetainedCopy(units=("TĐKT",)),
        signature=Signature(signatory="vice", capacity=(SigningCapacity.FOR_HEAD,)),
    )


def _occasion_papers(subject: str, own: str) -> dict[str, object]:
    """Submission and decision of a campaign or a sudden achievement; ``own`` is what their texts say of it."""
    about = _document(subject=subject or "Về việc tặng Giấy khen cho tập thể, cá nhân có thành tích", addressees=1)
    asked = (
        Block(text=f"Đề nghị tặng Giấy khen cho {{awardee_receivers}} trong {own}, cụ thể như sau:"),
        Block(inset=Inset.AWARDEES),
        Block(inset=Inset.SUMMARIES),
        Block(text="Kính trình Chủ tịch Ủy ban nhân dân phường xem xét, quyết định"),
    )
    return {
        "submission": Document(**{**about, "introduction": None, "body": asked}),
        "decision": _decision(subject).model_copy(update={"cites": (), "decided_on": date(2024, 8, 22)}),
    }


def _awardees(people: tuple[Person, ...], units: tuple[Collective, ...]) -> tuple[Awardee, ...]:
    done = "Có thành tích xuất sắc trong phong trào “Ngày Chủ Nhật xanh”"
    return tuple(
        Awardee(nominee=one.key, award=Commendation.CERTIFICATE, achievement=done) for one in (*people, *units)
    )


def _sudden(subject: str, awardees: tuple[Awardee, ...]) -> SuddenAchievement:
    return SuddenAchievement(
        key="s1",
        event="Dập tắt đám cháy tại khu chợ dân sinh",
        happened_on=date(2024, 8, 18),
        review=_review(subject, awardees, date(2024, 8, 20), asked=date(2024, 8, 19)),
        **_occasion_papers(subject, "việc {event} {event_day}"),
        awardees=tuple(
            SuddenAwardee(
                **{**row.model_dump(), "achievement": "Có thành tích xuất sắc đột xuất trong chữa cháy"},
                summary=(f"{_PARAGRAPH}.",),
                confirmed_by="a",
            )
            for row in awardees
        ),
    )


def _review(subject: str, awardees: tuple[Awardee, ...], day: date, *, asked: date | None = None) -> OccasionReview:
    """The council on those who are proposed: all in favour, the second falls short."""
    return OccasionReview(
        place="Phòng họp Ủy ban nhân dân phường Sông Thương",
        day=day,
        starts_at=time(14),
        ends_at=time(15),
        chair="m0",
        secretary="m2",
        absences=(Absence(member="m8", reason="Đi công tác"),),
        asked_in_writing=asked,
        votes=tuple(
            CouncilVote(nominee=row.nominee, award=row.award, in_favour=3 if n == 1 else 8, against=5 if n == 1 else 0)
            for n, row in enumerate(awardees)
        ),
        minutes=Document(
            issuer="council",
            signature=Signature(signatory="chair"),
            subject=subject or "Họp xét khen thưởng đợt thi đua cao điểm",
            body=(
                Block(clause="Thư ký báo cáo thành tích của {awardee_receivers}."),
                Block(clause="Kết quả biểu quyết:", body=(Block(inset=Inset.COUNCIL_VOTES),)),
                Block(clause="Kết luận:", body=(Block(inset=Inset.COUNCIL_CONCLUSIONS),)),
            ),
            retained_copy=RetainedCopy(units=("Hồ sơ",)),
        ),
    )


def _setup(subject: str, what: str) -> Decision:
    return _confirmation(subject or f"Về việc thành lập {what}").model_copy(
        update={
            "introduction": "Theo đề nghị của công chức Văn phòng - Thống kê",
            "body": (
                Block(clause=f"Thành lập {what} gồm các ông, bà có tên sau:", body=(Block(inset=Inset.MEMBERS),)),
                Block(clause="Văn phòng - Thống kê và các ông, bà có tên tại Điều 1 thi hành Quyết định này."),
            ),
        }
    )


def _initiative_meeting(subject: str, initiatives: tuple[ReportedInitiative, ...]) -> InitiativeMeeting:
    return InitiativeMeeting(
        place="Phòng họp Ủy ban nhân dân phường Sông Thương",
        day=date(2024, 11, 20),
        starts_at=time(8),
        ends_at=time(9),
        chair="m0",
        secretary="m2",
        votes=tuple(
            InitiativeVote(initiative=row.key, in_favour=1 if n == 0 else 5, against=4 if n == 0 else 0)
            for n, row in enumerate(initiatives)
        ),
        minutes=Document(
            issuer="council",
            signature=Signature(signatory="chair"),
            subject=subject or "Họp Hội đồng sáng kiến năm 2024",
            body=(
                Block(clause="Thư ký báo cáo các giải pháp được đề nghị công nhận."),
                Block(clause="Kết luận:", body=(Block(inset=Inset.COUNCIL_CONCLUSIONS),)),
            ),
            retained_copy=RetainedCopy(units=("Hồ sơ",)),
        ),
    )


def _conference(subject: str, addressees: int) -> Invitation:
    return Invitation(
        issuer="ubnd",
        subject=subject or "Dự hội nghị tổng kết phong trào thi đua năm 2024",
        addressees=("Thường trực Đảng ủy phường", "Các tổ dân phố", "Đại diện tập thể, cá nhân được khen")[
            : addressees or 1
        ],
        gathering=Gathering(
            name="Hội nghị tổng kết phong trào thi đua năm 2024",
            chair="Ông Trần Thị B, Chủ tịch Ủy ban nhân dân phường",
            day=date(2024, 12, 27),
            starts_at=time(8),
            place="Hội trường Ủy ban nhân dân phường",
        ),
        body=(Block(text="Đề nghị các ông, bà đến dự đúng giờ"),),
        retained_copy=RetainedCopy(units=("TĐKT",)),
        signature=Signature(signatory="vice", capacity=(SigningCapacity.ON_BEHALF, SigningCapacity.FOR_HEAD)),
    )


def _campaign(subject: str, awardees: tuple[Awardee, ...]) -> Campaign:
    return Campaign(
        key="k1",
        **_occasion_papers(subject, "{campaign_name}"),
        awardees=awardees,
        review=_review(subject, awardees, date(2024, 8, 20)),
        name="Đợt thi đua cao điểm chào mừng kỷ niệm 70 năm Chiến thắng Điện Biên Phủ",
        begins=date(2024, 3, 1),
        ends=date(2024, 5, 7),
        plan=Document(
            **{
                **_document(subject=subject or "Tổ chức đợt thi đua cao điểm năm 2024"),
                "cites": ("plan",),
                "body": (
                    Block(section="NỘI DUNG", body=(Block(clause=f"{_PARAGRAPH}."),)),
                    Block(
                        section="THỜI GIAN",
                        body=(
                            Block(clause="Thời gian của {campaign_name}: từ {campaign_from} đến {campaign_until}."),
                            Block(clause="Thực hiện {cite_campaign_plan}, giao Văn phòng - Thống kê theo dõi"),
                        ),
                    ),
                ),
            }
        ),
    )


def _dossier_papers(rows: int) -> tuple[DossierPaper, ...]:
    """The first person's dossier holds one paper from outside for every row."""
    paper = DossierPaper(
        nominee="p0",
        part=DossierPart.SELECTION_MINUTES,
        number="07/BB-TCS",
        dated=date(2024, 11, 20),
        subject="Biên bản họp bình xét thi đua của Công đoàn cơ sở",
        author="Công đoàn cơ sở phường Sông Thương",
        sheets=2,
    )
    return (paper,) * rows


def _families(subject: str) -> Decision:
    lead = Block(
        clause="Tặng danh hiệu “Gia đình văn hóa” cho {families_recognised} hộ của {families_units} tổ dân phố "
        "({families_share}), gồm:",
        body=(Block(inset=Inset.FAMILY_UNITS),),
    )
    money = Block(
        clause="Tiền thưởng {families_prize} mỗi hộ, tổng số {families_prize_total} ({families_prize_total_words})."
    )
    return Decision(
        issuer="ubnd",
        decided_on=date(2024, 12, 5),
        subject=subject or "Về việc tặng danh hiệu “Gia đình văn hóa” năm 2024",
        body=(lead, money),
        signature=Signature(signatory="vice", capacity=(SigningCapacity.FOR_HEAD,)),
    )


_MEDAL = OtherAward(
    key="ky-niem-chuong",
    name="Kỷ niệm chương “Vì sự phát triển phường Sông Thương”",
    system="Địa phương",
    receivers=(NomineeKind.PERSON,),
    decided_by="Chủ tịch Ủy ban nhân dân phường",
    own=True,
    basis="Quy chế của Ủy ban nhân dân phường",
    prize=500_000,
    certificate="Giấy chứng nhận",
    decision="f4",
)


CRITERIA = (
    Criterion(
        scoring="thi-dua",
        key="ctr-1",
        heading="Kinh tế - xã hội",
        name="Thu các khoản đóng góp đạt kế hoạch",
        maximum=Decimal(40),
        counted="Đạt 100% được 40 điểm; mỗi 1% còn thiếu trừ 0,5 điểm",
    ),
    Criterion(
        scoring="thi-dua", key="ctr-2", heading="Kinh tế - xã hội", name="Vệ sinh môi trường", maximum=Decimal(30)
    ),
    Criterion(
        scoring="thi-dua",
        key="ctr-3",
        heading="An ninh, trật tự",
        name="Không có vụ việc phức tạp",
        maximum=Decimal(30),
    ),
    Criterion(
        scoring="thi-dua", key="thuong", name="Mô hình hay được công nhận", maximum=Decimal(5), kind=CriterionKind.BONUS
    ),
    Criterion(
        scoring="thi-dua",
        key="tru",
        name="Báo cáo chậm",
        maximum=Decimal(10),
        kind=CriterionKind.PENALTY,
        counted="Mỗi lần 2 điểm",
    ),
    Criterion(scoring="ca-nhan", key="ky-luat", name="Chấp hành kỷ luật", maximum=Decimal(100)),
)


def _scoring(subject: str) -> Scoring:
    return Scoring(
        key="thi-dua",
        name="Thi đua giữa các tổ dân phố",
        scored=Scored.UNITS,
        every=Every.TERM,
        weights=(Decimal(1), Decimal(2)),
        scale=Decimal(100),
        grades=(Grade(name="Xuất sắc", least=Decimal(90)), Grade(name="Khá", least=Decimal(70))),
        issuer="ubnd",
        signature=Signature(signatory="vice", capacity=(SigningCapacity.FOR_HEAD,)),
        decision=Decision(
            issuer="ubnd",
            decided_on=date(2024, 2, 5),
            subject=subject or "Ban hành tiêu chí, thang điểm thi đua năm 2024",
            body=(Block(clause="Ban hành kèm theo Quyết định này tiêu chí, thang điểm thi đua giữa các tổ dân phố."),),
            signature=Signature(signatory="vice", capacity=(SigningCapacity.FOR_HEAD,)),
        ),
    )


_OF_PEOPLE = Scoring(
    key="ca-nhan",
    name="Chấm điểm cá nhân",
    scored=Scored.PEOPLE,
    every=Every.TERM,
    issuer="ubnd",
    signature=Signature(signatory="vice", capacity=(SigningCapacity.FOR_HEAD,)),
)


def _scores(groups: tuple[Unit, ...], people: tuple[Person, ...]) -> tuple[Score, ...]:
    """Both terms of every unit; the second and the third, if there are so many, have equal points."""
    given = {"ctr-1": 38, "ctr-2": 28, "ctr-3": 30, "thuong": 3, "tru": 2}
    disciplined = tuple(
        Score(scoring="ca-nhan", receiver=person.key, period=term, criterion="ky-luat", assessed=Decimal(90 + n % 5))
        for term in (1, 2)
        for n, person in enumerate(people)
    )
    return disciplined + tuple(
        Score(
            scoring="thi-dua",
            receiver=unit.key,
            period=term,
            criterion=key,
            own=Decimal(points),
            assessed=Decimal(points) - (key == "ctr-1" and n > 0),
            note="Chậm báo cáo tháng 5" if key == "tru" else None,
        )
        for term in (1, 2)
        for n, unit in enumerate(groups)
        for key, points in given.items()
    )


def _confirmation(subject: str) -> Decision:
    return Decision(
        issuer="ubnd",
        decided_on=date(2024, 11, 25),
        subject=subject or "Về việc công nhận sáng kiến năm 2024",
        legal_bases=("law", "decree"),
        introduction="Theo đề nghị của Hội đồng sáng kiến phường Sông Thương",
        body=(
            Block(
                clause="Công nhận {recognised_initiatives} sáng kiến năm {year}, gồm:",
                body=(Block(inset=Inset.RECOGNISED_INITIATIVES),),
            ),
            Block(clause="Văn phòng - Thống kê và các cá nhân có tên tại Điều 1 thi hành Quyết định này."),
        ),
        recipients=(Recipient(name="TT Đảng ủy, HĐND phường", purpose="để B/c"),),
        retained_copy=RetainedCopy(units=("TĐKT",)),
        signature=Signature(signatory="vice", capacity=(SigningCapacity.FOR_HEAD,)),
    )


def _announcement(subject: str) -> Document:
    return Document(
        issuer="ubnd",
        subject=subject or "Kết quả khen thưởng năm 2024",
        body=(
            Block(text="Thực hiện {cite_decision}, phường thông báo kết quả của {awarded_receivers} như sau:"),
            Block(inset=Inset.AWARDS),
            Block(text="Tổng số tiền thưởng: {prize_total} ({prize_total_words})."),
            Block(text="Giấy khen và tiền thưởng được trao tại hội nghị tổng kết."),
        ),
        recipients=(Recipient(name="Các tổ dân phố"),),
        retained_copy=RetainedCopy(units=("TĐKT",)),
        signature=Signature(signatory="vice", capacity=(SigningCapacity.ON_BEHALF, SigningCapacity.FOR_HEAD)),
    )


def _reminder(subject: str, asked_by: date) -> Reminder:
    return Reminder(
        issuer="ubnd",
        subject=subject,
        cites=("plan",),
        body=(
            Block(text="Hạn gửi theo {cite_plan} là {due}. Đến nay {unit} chưa gửi {missing}."),
            Block(text="Đề nghị {unit} gửi {missing} chậm nhất {asked_by}"),
        ),
        retained_copy=RetainedCopy(units=("TĐKT",)),
        signature=Signature(signatory="vice", capacity=(SigningCapacity.ON_BEHALF, SigningCapacity.FOR_HEAD)),
        asked_by=asked_by,
    )


def _proof(dossier: str, rows: int, name: str | None) -> DossierProof:
    return DossierProof(
        dossier=dossier,
        papers=(
            PaperProof(title="Tờ trình đề nghị khen thưởng", files=1, nominees=rows, differences=min(rows, 1)),
            PaperProof(title="Báo cáo thành tích", files=max(rows, 1), nominees=rows, differences=0),
        ),
        differences=tuple(f"Khác nhau về họ và tên ({name or 'Nguyễn Văn An'}): …" for _ in range(rows)),
    )


def _group_meetings(groups: tuple[Unit, ...]) -> tuple[GroupMeeting, ...]:
    return tuple(
        GroupMeeting(
            group=group.key,
            day=date(2024, 11, 15),
            starts_at=time(19, 30),
            ends_at=time(21),
            place=f"Nhà văn hóa {group.name}",
            secretary="Hồ Thị K",
            present=1000,
            cultural_families=1090,
            title_in_favour=980,
            posted_on=date(2024, 11, 16),
        )
        for group in groups
    )


def sample_year(
    *,
    rows: int = 3,
    addressees: int = 2,
    subject: str = "",
    name: str | None = None,
    signer: str = "Trần Thị B",
    occasions: bool = True,
) -> Year:
    """A year whose lists have ``rows`` rows; ``subject`` is all documents', ``name`` the first person's.

    ``occasions``: whether the campaign and the sudden achievement have awardees of their own.
    """
    targets = _targets(max(rows, 1))
    groups = tuple(
        Unit(
            key=f"g{n}", name=f"Tổ dân phố số {n + 1}", leader="Lê Văn C", front_head="Phạm Thị D", households=1200 + n
        )
        for n in range(max(rows, 1))
    )
    collectives = (
        Collective(key="a", name="Văn phòng - Thống kê", head="Hoàng Văn E", head_position="Trưởng bộ phận", members=9),
        *(
            Collective(
                key=f"c{n}",
                name=f"Trường Trung học cơ sở Sông Thương {n}",
                parent="Phòng Giáo dục và Đào tạo",
                head="Vũ Thị G",
                head_position="Hiệu trưởng",
                members=40,
            )
            for n in range(1, rows)
        ),
    )
    people = tuple(_person(n, name if n == 0 else None) for n in range(max(rows, 1)))
    nominations = [
        Nomination(
            nominee=person.key,
            award=EmulationTitle.ADVANCED_WORKER,
            summary="Hoàn thành xuất sắc nhiệm vụ",
            submitted=True,
        )
        for person in people[:rows]
    ]
    nominations += [
        Nomination(
            nominee=unit.key,
            award=Commendation.CERTIFICATE,
            summary="Dẫn đầu cụm thi đua",
            note="Lần đầu",
            submitted=True,
        )
        for unit in collectives[1:]
    ]
    dossier = tuple(nominations)
    nominations += [
        Nomination(
            nominee=person.key, award=Commendation.CERTIFICATE, summary="Có thành tích xuất sắc trong phong trào"
        )
        for person in people[:rows]
    ]
    registered = EmulationTitle.ADVANCED_COLLECTIVE
    summary = (Inset.GROUP_REGISTRATIONS, Inset.COLLECTIVE_REGISTRATIONS, Inset.INDIVIDUAL_REGISTRATIONS)
    return Year(
        law=LAW,
        year=2024,
        office=OFFICE,
        signatories=(
            Signatory(key="vice", name=signer, position="Phó Chủ tịch", issuer="ubnd"),
            Signatory(key="chair", name=signer, position="Chủ tịch", issuer="council"),
        ),
        legal_bases=_BASES,
        groups=groups,
        collectives=collectives,
        people=people,
        plan=Plan(
            year=2024,
            registration_due=date(2024, 3, 1),
            report_due=date(2024, 11, 25),
            targets=targets,
            **_document(Inset.TARGETS, subject=subject or "Tổ chức phát động phong trào thi đua năm 2024"),
        ),
        group_registrations=tuple(
            GroupRegistration(
                group=group.key,
                cultural_families=1100,
                title=EmulationTitle.CULTURAL_RESIDENTIAL_GROUP,
                commitments=("Giữ vững danh hiệu tổ dân phố văn hóa", "Không có người vi phạm pháp luật"),
            )
            for group in groups[: min(rows, len(groups) - 1 or 1)]
        ),
        households=tuple(
            Household(
                group="g0",
                head=(name or "Nguyễn Văn A") if n == 0 else f"{_FAMILY[n % 5]} {_GIVEN[n % 6]}",
                members=1 + n % 6,
                address=f"Số nhà {2 * n + 1}, ngõ 5, đường Xương Giang" if n % 2 == 0 else None,
                note="Hộ có 02 thế hệ cùng chung sống" if n == 1 else None,
                recognised=n != 1 or None,
            )
            for n in range(rows)
        ),
        collective_registrations=tuple(
            CollectiveRegistration(collective=unit.key, title=registered) for unit in collectives[:rows]
        ),
        individual_registrations=tuple(
            IndividualRegistration(person=person.key, title=EmulationTitle.ADVANCED_WORKER, initiative="Hồ sơ số")
            for person in people[:rows]
        ),
        registration_reminder=_reminder(subject or "Đôn đốc đăng ký thi đua năm 2024", date(2024, 3, 20)),
        received_reports=tuple(
            ReceivedReport(unit=unit.key, received_on=date(2024, 11, 20)) for unit in (*groups, *collectives)[:-1]
        ),
        report_reminder=_reminder(subject or "Đôn đốc gửi báo cáo kết quả thi đua năm 2024", date(2024, 12, 5)),
        registration_summary=Document(
            **_document(*summary, subject=subject or "Tổng hợp đăng ký thi đua năm 2024", addressees=addressees)
        ),
        sudden_achievements=(_sudden(subject, _awardees(people[-rows:] if occasions and rows else (), ())),),
        campaigns=(_campaign(subject, _awardees(people[:rows], collectives[1:]) if occasions else ()),),
        council=COUNCIL,
        initiative_council=COUNCIL[:5],
        council_decision=_setup(subject, "Hội đồng Thi đua - Khen thưởng phường Sông Thương"),
        counting_board_decision=_setup(subject, "Tổ kiểm phiếu"),
        initiative_council_decision=_setup(subject, "Hội đồng sáng kiến phường Sông Thương"),
        initiative_meeting=_initiative_meeting(subject, _initiatives(rows)),
        conference_invitation=_conference(subject, addressees),
        local_rules=LocalRules(advanced_worker_certificates=True),
        council_meeting=_meeting(subject),
        votes=_votes(people[:rows], collectives[1:]),
        group_meetings=_group_meetings(groups[:rows]),
        nominations=tuple(nominations),
        achievements=tuple(_achievement(row.nominee, rows) for row in dossier[:1] + dossier[rows : rows + 1]),
        initiatives=_initiatives(rows),
        dossier_papers=_dossier_papers(rows),
        initiative_confirmation=_confirmation(subject),
        family_decision=_families(subject),
        other_awards=(_MEDAL,),
        other_nominations=tuple(
            OtherNomination(nominee=person.key, award="ky-niem-chuong", achievement="Có công xây dựng phường")
            for person in people[:rows]
        ),
        scorings=(_scoring(subject), _OF_PEOPLE),
        criteria=CRITERIA,
        scores=_scores(groups[:rows], people[:rows]),
        authorships=_authorships(rows),
        evaluations=tuple(
            Evaluation(person=person.key, rating=tuple(Rating)[n % 3]) for n, person in enumerate(people[:rows])
        ),
        collective_evaluations=tuple(
            CollectiveEvaluation(
                collective=unit.key, rating=Rating.GOOD, members=40, completed=40, advanced_workers=36, fighters=4
            )
            for unit in collectives[1:]
        ),
        submission=Document(
            **_document(
                Inset.NOMINATIONS,
                subject=subject or "Về việc đề nghị tặng danh hiệu thi đua và hình thức khen thưởng năm 2024",
                addressees=addressees,
            ),
            cites=("council_minutes",),
        ),
        decision=_decision(subject),
        announcement=_announcement(subject),
        results=_results(targets)[:-1],
        letters=(
            Letter(
                key="l1",
                **_document(subject=subject or "Hướng dẫn đăng ký thi đua năm 2024", addressees=addressees),
            ),
        ),
        documents=_free_documents(subject, addressees),
        texts=tuple(
            PaperText(kind=kind.name, type_name=of_type, type_code=type_code(of_type), **_document(subject=kind.title))
            for kind in TEXT_KINDS
            if (of_type := kind.type_name)
        ),
        agreement=Agreement(dossiers=tuple(_proof(dossier, rows, name) for dossier in ("", "k1"))),
        mid_year_results=_results(targets)[:1],
        progress=_progress(targets),
        six_month_report=Document(
            **_document(
                Inset.TARGET_RESULTS,
                Inset.AWARD_COUNTS,
                subject=subject or "Sơ kết phong trào thi đua 6 tháng đầu năm 2024",
                addressees=addressees,
            )
        ),
        annual_report=Document(
            **_document(
                Inset.TARGET_RESULTS,
                Inset.NOMINATIONS,
                Inset.AWARD_COUNTS,
                subject=subject or "Tổng kết phong trào thi đua và công tác khen thưởng năm 2024",
                addressees=addressees,
            )
        ),
    )


def _free_documents(subject: str | None, addressees: tuple[str, ...]) -> tuple[FreeDocument, ...]:
    """A decision with annexes upright and across, a letter of the same file, a pledge that several sign."""
    table = TextTable(
        columns=(TextColumn(name="TT"), TextColumn(name="Tiêu chí"), TextColumn(name="Điểm", total=True)),
        rows=(("Chấp hành chủ trương, chính sách", "60"), ("Đoàn kết nội bộ", "40")),
    )
    wide = Annex(title="Phiếu chấm điểm", landscape=True, body=(Block(table=table),))
    decision = _document(subject=subject or "Ban hành tiêu chí thi đua năm 2024") | {
        "body": (Block(article="Ban hành tiêu chí."), Block(article="Quyết định này có hiệu lực kể từ ngày ký.")),
    }
    pledge = _document(subject=subject or "Cụm thi đua các phường năm 2024")
    return (
        FreeDocument(
            key="f1",
            type_name="Quyết định",
            type_code="QĐ",
            annexes=(Annex(title="Tiêu chí", body=(Block(section="TIÊU CHÍ", body=(Block(table=table),)),)), wide),
            **decision,
        ),
        FreeDocument(
            key="f2",
            type_name="Bản giao ước thi đua",
            unnumbered=True,
            co_signers=tuple(CoSigner(lines=(f"Chủ tịch phường {n}",), name=f"Người ký {n}") for n in range(1, 4)),
            **pledge,
        ),
        FreeDocument(
            key="f4",
            type_name="Quyết định",
            type_code="QĐ",
            **_document(subject=subject or "Tặng Kỷ niệm chương năm 2024")
            | {
                "body": (
                    Block(article="Tặng Kỷ niệm chương cho các ông, bà có tên sau:"),
                    Block(article="Các ông, bà có tên chịu trách nhiệm thi hành."),
                )
            },
            annexes=(
                Annex(title="Danh sách được tặng", body=(Block(inset=Inset.OTHER_AWARDS, of_award="ky-niem-chuong"),)),
            ),
        ),
        FreeDocument(
            key="f3",
            type_name="Công văn",
            type_code="",
            **_document(subject=subject or "Gửi hồ sơ năm 2024", addressees=addressees),
        ),
    )
