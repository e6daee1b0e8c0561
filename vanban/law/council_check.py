"""What the law has against the votes of a year: sums, shares, nominations that the council did not pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from vanban.domain.award import quoted
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Severity
from vanban.domain.objection import Objection
from vanban.domain.rows import keyed
from vanban.domain.selection import BallotFigures, CouncilVote
from vanban.domain.text import matching_key
from vanban.domain.vote import BallotCount, NomineeVote
from vanban.domain.year import Year, once_a_year
from vanban.law.council import ballot_missing, count_objections, needs_ballot, outcome, passed, vote_objection
from vanban.law.group_votes import low_vote
from vanban.law.household_standards import selection_objections
from vanban.law.provision import has_book


@once_a_year
def counted(year: Year) -> BallotCount | None:
    """The count of the council's meeting with every vote on it; ``None`` until the meeting is over and counted.

    Present members and written votes are counted from the council and its absences.
    """
    count = _count(year)
    votes = tuple(vote for row in year.votes if (vote := nominee_vote(row)))
    return count.model_copy(update={"votes": votes}) if count and votes else None


def _count(year: Year) -> BallotCount | None:
    """The ballots without the votes on them."""
    meeting = year.council_meeting
    if meeting is None or meeting.ballots is None or not year.council:
        return None
    absent = {absence.member: absence for absence in meeting.absences}
    return BallotCount.model_construct(
        members=len(year.council),
        present=len(year.present()),
        written=sum(member.key in absent and absent[member.key].written for member in year.council),
        votes=(),
        **meeting.ballots.model_dump(),
    )


def nominee_vote(row: CouncilVote) -> NomineeVote | None:
    """The row as a vote; ``None`` while a figure of it is missing."""
    if row.in_favour is None or row.against is None:
        return None
    return NomineeVote(nominee=row.nominee, award=row.award, in_favour=row.in_favour, against=row.against)


def vote_faults(year: Year) -> tuple[Fault, ...]:
    """Everything that the votes leave to object to, with the article and the numbers, where it stands in the data."""
    return tuple(
        fault
        for rule in (_sums, _by_hand, _own_votes, _missing_figures, _nominations, _left_out, _groups)
        for fault in rule(year)
    )


def _name(year: Year, key: str) -> str:
    found = keyed(year.people).get(key) or keyed(year.collectives).get(key) or keyed(year.groups).get(key)
    return found.name if found else key


def _sums(year: Year) -> Iterator[Fault]:
    """Issued = returned + not; returned = valid + invalid; valid = for + against: for each award voted on by ballot."""
    count, meeting = _count(year), year.council_meeting
    if count is None or meeting is None:
        return
    balloted = [
        (position, vote)
        for position, row in enumerate(year.votes)
        if (vote := nominee_vote(row)) and needs_ballot(year.law, vote.award, meeting.day)
    ]
    one = tuple(vote for _, vote in balloted[:1])
    for objection in count_objections(year.law, count.model_copy(update={"votes": one}), meeting.day):
        if not _of_a_candidate(objection):
            yield objection.in_data(_place(objection))
    for position, vote in balloted:
        names = {vote.nominee: _name(year, vote.nominee)}
        for objection in count_objections(year.law, count.model_copy(update={"votes": (vote,)}), meeting.day, names):
            if _of_a_candidate(objection):
                yield objection.in_data(("votes", position, "in_favour"), vote.in_favour)


def _of_a_candidate(objection: Objection) -> bool:
    """Whether a sum is that of one candidate, not of the ballots as a whole."""
    return "đồng ý" in dict(objection.figures)


_FIELDS: Final = {field.title: name for name, field in BallotFigures.model_fields.items()}


def _place(objection: Objection) -> Path:
    """Where a sum of the count stands: the figure that it names first, or the absent members."""
    if objection.rule == "absent_members":
        return ("council_meeting", "absences")
    first = objection.figures[0][0]
    return ("council_meeting", "ballots", *((_FIELDS[title],) if (title := f"Số phiếu {first}") in _FIELDS else ()))


def _by_hand(year: Year) -> Iterator[Fault]:
    """A show of hands with more hands than members present."""
    meeting = year.council_meeting
    for position, row in enumerate(year.votes if meeting else ()):
        vote = nominee_vote(row)
        if meeting is None or vote is None or needs_ballot(year.law, vote.award, meeting.day):
            continue
        present = len(year.present())
        if vote.in_favour + vote.against > present:
            yield Fault(
                path=("votes", position, "in_favour"),
                value=str(vote.in_favour),
                reason=f"{_name(year, vote.nominee)}: Biểu quyết có {vote.in_favour} đồng ý và {vote.against} không "
                f"đồng ý, nhiều hơn {present} thành viên có mặt.",
                remedy="Hãy đối chiếu với biên bản họp rồi sửa số phiếu hoặc danh sách vắng mặt.",
            )


def _own_votes(year: Year) -> Iterator[Fault]:
    """Members who, as the figures say, voted on their own award: one note, since no text that is known forbids it."""
    found = [position for position, row in enumerate(year.votes) if _voted_on_itself(year, row)]
    names = dict.fromkeys(_name(year, year.votes[position].nominee) for position in found)
    if found:
        yield Fault(
            path=("votes", found[0], "nominee"),
            value=year.votes[found[0]].nominee,
            reason=f"{', '.join(names)}: là thành viên Hội đồng, và theo số phiếu thì đã biểu quyết cho chính mình. "
            "Chương trình không biết quy định nào về việc này; cần đối chiếu quy chế hoạt động của Hội đồng.",
            remedy="Hãy đối chiếu với biên bản họp: nếu người được xét không biểu quyết về mình thì sửa số phiếu; nếu "
            "quy chế cho phép, hoặc là hai người trùng họ tên, thì bỏ qua lưu ý này.",
            severity=Severity.WARNING,
            rule="own_vote",
        )


def _voted_on_itself(year: Year, row: CouncilVote) -> bool:
    """Whether everybody who could vote on that award did, and the nominee is one of them."""
    meeting, vote, person = year.council_meeting, nominee_vote(row), keyed(year.people).get(row.nominee)
    if meeting is None or vote is None or person is None:
        return False
    written = [
        absence.member for absence in meeting.absences if absence.written and absence.member in keyed(year.council)
    ]
    heard = [*year.present(), *(year.councillor(member) for member in written)]
    voters = heard if needs_ballot(year.law, row.award, meeting.day) else list(year.present())
    own = any(one.key == person.key or matching_key(one.name or "") == matching_key(person.name) for one in voters)
    return own and vote.in_favour + vote.against >= len(voters)


def _missing_figures(year: Year) -> Iterator[Fault]:
    """A candidate without figures where the ballots are counted: the minutes would leave the place blank."""
    if year.council_meeting is None or year.council_meeting.ballots is None:
        return
    for position, row in enumerate(year.votes):
        if nominee_vote(row) is None:
            yield Fault(
                path=("votes", position, "nominee"),
                value=row.nominee,
                reason=f"{_name(year, row.nominee)}: Đã có số phiếu của cuộc họp nhưng chưa đủ số phiếu đồng ý và "
                "không đồng ý của đối tượng này.",
                remedy="Hãy nhập cả hai số phiếu, hoặc xóa dòng này nếu Hội đồng không xét.",
            )


def _nominations(year: Year) -> Iterator[Fault]:
    """A nomination that the council voted down, or on which it did not vote though the law asks for a ballot."""
    meeting = year.council_meeting
    if meeting is None:
        return
    count = counted(year)
    votes = {(row.nominee, row.award): nominee_vote(row) for row in year.votes}
    for position, row in enumerate(year.nominations):
        vote, name = votes.get((row.nominee, row.award)), _name(year, row.nominee)
        if count is None or vote is None:
            objection = ballot_missing(year.law, row.award, meeting.day, name)
            if objection and meeting.ballots is None:
                objection = objection.model_copy(update={"severity": Severity.WARNING})
        else:
            objection = vote_objection(year.law, count, vote, meeting.day, name)
        if objection:
            yield objection.in_data(("nominations", position, "nominee"), row.nominee)


def _left_out(year: Year) -> Iterator[Fault]:
    """Somebody who passed a ballot and is not among the nominations: most often a row that was forgotten."""
    count, meeting = counted(year), year.council_meeting
    if count is None or meeting is None or not year.nominations:
        return
    nominated = {(row.nominee, row.award) for row in year.nominations}
    for position, row in enumerate(year.votes):
        vote = nominee_vote(row)
        if vote is None or (row.nominee, row.award) in nominated or not needs_ballot(year.law, row.award, meeting.day):
            continue
        if passed(year.law, count, vote, meeting.day):
            yield Fault(
                path=("votes", position, "nominee"),
                value=row.nominee,
                reason=f"{_name(year, row.nominee)}: Đủ số phiếu để đề nghị {quoted(row.award)} "
                f"({outcome(year.law, count, vote, meeting.day)}) nhưng không có trong bảng đề nghị khen thưởng.",
                remedy="Hãy thêm vào bảng đề nghị, hoặc bỏ qua lưu ý này nếu không đề nghị.",
                severity=Severity.WARNING,
            )


def _groups(year: Year) -> Iterator[Fault]:
    """Groups that met too late or did not post the list long enough, and counts that cannot be."""
    groups, registered = keyed(year.groups), {row.group: row for row in year.group_registrations}
    unit = year.office.unit_kind.short
    for position, row in enumerate(year.group_meetings):
        if row.group not in groups or not has_book(year.law, row.day):
            continue
        group = groups[row.group]
        for objection in selection_objections(year.law, group.name, row.day, row.posted_on, row.sent_on):
            yield objection.in_data(("group_meetings", position, "day"))
        low = low_vote(year.law, group.name, row, registered.get(row.group))
        if low:
            yield low.in_data(("group_meetings", position, "title_in_favour"), row.title_in_favour)
        living = group.household_count
        most: Iterable[tuple[str, int | None, int, str]] = (
            ("present", row.present, living, f"số hộ dự họp nhiều hơn số hộ của {unit}"),
            (
                "cultural_families",
                row.cultural_families,
                living,
                f"số hộ đạt nhiều hơn số hộ của {unit}",
            ),
            ("title_in_favour", row.title_in_favour, row.present, "số hộ đồng ý nhiều hơn số hộ dự họp"),
        )
        for field, number, limit, what in most:
            if number is not None and number > limit:
                yield Fault(
                    path=("group_meetings", position, field),
                    value=str(number),
                    reason=f"{group.name}: {what} ({number}/{limit}).",
                    remedy=f"Hãy đối chiếu với biên bản họp của {unit} rồi sửa.",
                )
