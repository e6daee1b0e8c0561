"""What the council voted, as its minutes print it: the ballots, each candidate, who passed and who did not."""

from __future__ import annotations

from vanban.domain.award import quoted
from vanban.domain.receiver import receiver
from vanban.domain.selection import BallotFigures, CouncilMeeting, CouncilVote
from vanban.domain.vote import BallotCount, NomineeVote
from vanban.domain.wording import count, decimal, percentage
from vanban.domain.year import Year
from vanban.kinds.parts.minutes import UNKNOWN, VoteRow, text
from vanban.kinds.parts.text import TextLine, listed
from vanban.law.council import electorate, needs_ballot, outcome, passed, vote_rule
from vanban.law.council_check import counted, nominee_vote


def balloted(year: Year) -> tuple[CouncilVote, ...]:
    """The candidates for awards on which the council votes by ballot on the day of its meeting."""
    meeting = year.council_meeting
    return tuple(row for row in year.votes if meeting and needs_ballot(year.law, row.award, meeting.day))


def figure_texts(year: Year) -> tuple[str, ...]:
    """How many ballots went out, came back, were valid; dots before they are counted."""
    ballots = year.council_meeting.ballots if year.council_meeting else None
    figures = ballots.model_dump() if ballots else {}
    said = {name: count(figures[name]) if figures else UNKNOWN for name in BallotFigures.model_fields}
    return (
        f"Số phiếu phát ra: {said['issued']} phiếu{_given_out(year)}",
        f"Số phiếu thu về: {said['returned']} phiếu; số phiếu không thu về: {said['not_returned']} phiếu",
        f"Số phiếu hợp lệ: {said['valid']} phiếu; số phiếu không hợp lệ: {said['invalid']} phiếu",
    )


def _given_out(year: Year) -> str:
    """Why more ballots went out than members were there: so many at the meeting, so many in writing."""
    meeting = year.council_meeting
    written = sum(absence.written for absence in meeting.absences) if meeting else 0
    if not written or meeting is None or meeting.ballots is None:
        return ""
    at_the_meeting = meeting.ballots.issued - written
    return f" ({count(at_the_meeting)} phiếu tại cuộc họp, {count(written)} phiếu lấy ý kiến bằng văn bản)"


def abstained(year: Year, row: CouncilVote) -> str:
    """How many of those who could did not vote on ``row``, and why where it shows; empty where all did."""
    total, vote, meeting = counted(year), nominee_vote(row), year.council_meeting
    if not (total and vote and meeting):
        return ""
    rule = vote_rule(year.law, row.award, meeting.day).value
    missing = electorate(total, rule) - vote.in_favour - vote.against
    if missing <= 0:
        return ""
    own = any(member.key == row.nominee for member in year.present())
    why = " vì là người được xét" if own and missing == 1 else ""
    return f"; {count(missing)} thành viên không {'bỏ phiếu' if rule.ballot else 'biểu quyết'}{why}"


def figure_lines(year: Year) -> tuple[TextLine, ...]:
    """The same, as items under each other."""
    return listed(figure_texts(year))


def vote_rows(year: Year, rows: tuple[CouncilVote, ...]) -> tuple[VoteRow, ...]:
    """The candidates in the order of the data, with share and verdict; empty cells before the vote."""
    made = tuple(_row(year, ordinal, row) for ordinal, row in enumerate(rows, start=1))
    if not any("," in row.share for row in made):
        return made
    return tuple(
        row if not row.share or "," in row.share else row.model_copy(update={"share": row.share.replace("%", ",0%")})
        for row in made
    )


def _row(year: Year, ordinal: int, row: CouncilVote) -> VoteRow:
    vote, total, meeting = nominee_vote(row), counted(year), year.council_meeting
    share = verdict = ""
    if vote and total and meeting:
        rule = vote_rule(year.law, row.award, meeting.day).value
        share = percentage(vote.in_favour, electorate(total, rule))
        verdict = "Đạt" if passed(year.law, total, vote, meeting.day) else "Không đạt"
    nominee = receiver(year, row.nominee)
    return VoteRow(
        ordinal=str(ordinal),
        name=", ".join(filter(None, (nominee.name, nominee.post))),
        award=quoted(row.award, year.office),
        in_favour="" if row.in_favour is None else decimal(row.in_favour),
        against="" if row.against is None else decimal(row.against),
        share=share,
        verdict=verdict,
    )


def rule_lines(year: Year, rows: tuple[CouncilVote, ...]) -> tuple[TextLine, ...]:
    """Which vote each award needs on that day, by the law book."""
    meeting = year.council_meeting
    awards = tuple(dict.fromkeys(row.award for row in rows))
    if meeting is None or not awards:
        return ()
    return listed(
        tuple(f"{quoted(award, year.office)}: {vote_rule(year.law, award, meeting.day).value}" for award in awards)
    )


def conclusion_lines(year: Year) -> tuple[TextLine, ...]:
    """Who passed, then who did not, each with votes and share; dots before the vote."""
    total, meeting = counted(year), year.council_meeting
    decided = [(row, vote) for row in year.votes if (vote := nominee_vote(row))]
    if not year.votes:
        return (text("Hội đồng không xét trường hợp nào."),)
    if total is None or meeting is None:
        return (text(f"Kết quả: {UNKNOWN * 3}"),)
    said = [
        (
            passed(year.law, total, vote, meeting.day),
            f"{receiver(year, row.nominee).addressed}, {quoted(row.award, year.office)}: "
            f"{outcome(year.law, total, vote, meeting.day)}{abstained(year, row)}"
            f"{_needed(year, vote, total, meeting)}",
        )
        for row, vote in decided
    ]
    above = tuple(words for good, words in said if good)
    below = tuple(words for good, words in said if not good)
    return (
        text("Tỷ lệ phiếu cần đạt để được đề nghị:"),
        *rule_lines(year, year.votes),
        *_group("Đủ số phiếu để đề nghị", above),
        *_group("Không đủ số phiếu, không đề nghị", below),
    )


def _needed(year: Year, vote: NomineeVote, total: BallotCount, meeting: CouncilMeeting) -> str:
    """Why it is not enough, for whom it is not: how many votes it takes."""
    if passed(year.law, total, vote, meeting.day):
        return ""
    rule = vote_rule(year.law, vote.award, meeting.day).value
    whole = electorate(total, rule)
    return f"; cần ít nhất {rule.needed(whole)}/{whole} phiếu"


def _group(what: str, said: tuple[str, ...]) -> tuple[TextLine, ...]:
    if not said:
        return (text(f"{what}: không có."),)
    return (text(f"{what} ({count(len(said))} trường hợp):"), *listed(said))
