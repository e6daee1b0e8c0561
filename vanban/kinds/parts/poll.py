"""What a council votes on at one sitting, as its minutes print it: candidates, threshold, who passed, who did not."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.domain.award import quoted
from vanban.domain.level import VoteBase
from vanban.domain.receiver import receiver
from vanban.domain.selection import CouncilVote
from vanban.domain.text_tree import Inset
from vanban.domain.vote import BallotCount, NomineeVote
from vanban.domain.wording import alike, count, decimal, percentage
from vanban.domain.year import Year
from vanban.kinds.parts.minutes import UNKNOWN, VoteRow, text
from vanban.kinds.parts.sitting import Held
from vanban.kinds.parts.text import TextLine, listed
from vanban.law.council import electorate, outcome, passed, vote_rule
from vanban.law.council_check import nominee_vote


@dataclass(frozen=True)
class Poll:
    """The candidates of one sitting and how many could vote; ``total`` is ``None`` until the votes are counted."""

    year: Year
    held: Held
    rows: tuple[CouncilVote, ...]
    total: BallotCount | None

    def said(self, words: str) -> str:
        """A sentence on shares; nobody is present where the members are asked in writing."""
        return words if self.held.asked is None else words.replace(VoteBase.PRESENT, "số thành viên có ý kiến")

    def expand(self, inset: Inset) -> tuple[TextLine, ...] | None:
        """The conclusions, where the text calls for them; the table of votes is the template's."""
        return conclusion_lines(self) if inset is Inset.COUNCIL_CONCLUSIONS else None


def vote_rows(poll: Poll) -> tuple[VoteRow, ...]:
    """The candidates in the order of the data, with share and verdict; empty cells before the vote."""
    made = tuple(_row(poll, ordinal, row) for ordinal, row in enumerate(poll.rows, start=1))
    shares = alike(row.share for row in made)
    return tuple(row.model_copy(update={"share": share}) for row, share in zip(made, shares, strict=True))


def _row(poll: Poll, ordinal: int, row: CouncilVote) -> VoteRow:
    year, day, vote = poll.year, poll.held.sitting.day, nominee_vote(row)
    share = verdict = ""
    if vote and poll.total:
        rule = vote_rule(year.law, row.award, day).value
        whole = electorate(poll.total, rule)
        share = percentage(vote.in_favour, whole) if whole else ""
        verdict = "Đạt" if passed(year.law, poll.total, vote, day) else "Không đạt"
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


def rule_lines(poll: Poll) -> tuple[TextLine, ...]:
    """Which vote each award needs on that day, by the law book."""
    year, day = poll.year, poll.held.sitting.day
    awards = tuple(dict.fromkeys(row.award for row in poll.rows))
    return listed(
        tuple(poll.said(f"{quoted(award, year.office)}: {vote_rule(year.law, award, day).value}") for award in awards)
    )


def conclusion_lines(poll: Poll) -> tuple[TextLine, ...]:
    """Who passed, then who did not, each with votes and share; dots before the vote."""
    year, total, day = poll.year, poll.total, poll.held.sitting.day
    decided = [(row, vote) for row in poll.rows if (vote := nominee_vote(row))]
    if not poll.rows:
        return (text("Hội đồng không xét trường hợp nào."),)
    if total is None:
        return (text(f"Kết quả: {UNKNOWN * 3}"),)
    said = [
        (
            passed(year.law, total, vote, day),
            f"{receiver(year, row.nominee).addressed}, {quoted(row.award, year.office)}: "
            f"{poll.said(outcome(year.law, total, vote, day))}{abstained(poll, row)}{_needed(poll, vote, total)}",
        )
        for row, vote in decided
    ]
    worded = alike(words for _, words in said)
    above = tuple(words for (good, _), words in zip(said, worded, strict=True) if good)
    below = tuple(words for (good, _), words in zip(said, worded, strict=True) if not good)
    return (
        text("Tỷ lệ phiếu cần đạt để được đề nghị:"),
        *rule_lines(poll),
        *_group("Đủ số phiếu để đề nghị", above),
        *_group("Không đủ số phiếu, không đề nghị", below),
    )


def abstained(poll: Poll, row: CouncilVote) -> str:
    """How many of those who could did not vote on ``row``, and why where it shows; empty where all did."""
    vote = nominee_vote(row)
    if not (poll.total and vote):
        return ""
    rule = vote_rule(poll.year.law, row.award, poll.held.sitting.day).value
    missing = electorate(poll.total, rule) - vote.in_favour - vote.against
    if missing <= 0:
        return ""
    own = any(member.key == row.nominee for member in poll.held.attending)
    why = " vì là người được xét" if own and missing == 1 else ""
    return f"; {count(missing)} thành viên không {'bỏ phiếu' if rule.ballot else 'biểu quyết'}{why}"


def _needed(poll: Poll, vote: NomineeVote, total: BallotCount) -> str:
    """Why it is not enough, for whom it is not: how many votes it takes."""
    law, day = poll.year.law, poll.held.sitting.day
    if passed(law, total, vote, day):
        return ""
    rule = vote_rule(law, vote.award, day).value
    whole = electorate(total, rule)
    return f"; cần ít nhất {rule.needed(whole)}/{whole} phiếu"


def _group(what: str, said: tuple[str, ...]) -> tuple[TextLine, ...]:
    if not said:
        return (text(f"{what}: không có."),)
    return (text(f"{what} ({count(len(said))} trường hợp):"), *listed(said))
