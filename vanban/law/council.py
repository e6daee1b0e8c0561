"""Which vote an award needs, and what a count of ballots leaves to object to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from vanban.domain.award import Award, EmulationTitle, quoted
from vanban.domain.finding import Severity
from vanban.domain.objection import Objection
from vanban.domain.vote import BallotCount, NomineeVote, imbalances
from vanban.domain.wording import decimal, percentage, sentence_case
from vanban.law.provision import (
    DECREE_98,
    DECREE_152,
    PRACTICE,
    QUOTATION,
    REPORT,
    THREE_LEVELS,
    TWO_LEVELS,
    Certainty,
    Stated,
    in_force,
)


class Base(StrEnum):
    """Of whom a share is taken."""

    ALL_MEMBERS = "tổng số thành viên Hội đồng"
    PRESENT = "số thành viên dự họp"


@dataclass(frozen=True)
class VoteRule:
    """The share of votes that an award needs: ``percent`` of ``base``; by ballot or by a show of hands.

    ``above``: more than that share, not just as much (đa số là quá nửa).
    """

    ballot: bool
    percent: int
    base: Base
    above: bool = False

    def needed(self, count: int) -> int:
        """The fewest votes in favour that pass where ``base`` numbers ``count``."""
        return count * self.percent // 100 + 1 if self.above else -(-count * self.percent // 100)

    def passes(self, in_favour: int, count: int) -> bool:
        """Whether ``in_favour`` votes pass where ``base`` numbers ``count``."""
        return in_favour >= self.needed(count)

    def __str__(self) -> str:
        way = "bỏ phiếu kín" if self.ballot else "biểu quyết"
        share = f"quá {self.percent}%" if self.above else f"từ {self.percent}% trở lên"
        return f"{way}, {share} tính trên {self.base}"


_BALLOT_80: Final = VoteRule(ballot=True, percent=80, base=Base.ALL_MEMBERS)
_BALLOT_90: Final = VoteRule(ballot=True, percent=90, base=Base.ALL_MEMBERS)
_MAJORITY: Final = VoteRule(ballot=False, percent=50, base=Base.PRESENT, above=True)

_DECREE_152_VOTE: Final = (f"{DECREE_152} (số điều về tỷ lệ phiếu chưa đối chiếu)", REPORT)


def _by_ballot(rule: VoteRule) -> tuple[Stated[VoteRule], ...]:
    return (
        Stated(rule, f"khoản 7 Điều 30 {DECREE_98}", QUOTATION, Certainty.READ, THREE_LEVELS),
        Stated(rule, *_DECREE_152_VOTE, Certainty.TO_CHECK, TWO_LEVELS),
    )


_BALLOTS: Final[dict[Award, tuple[Stated[VoteRule], ...]]] = {
    EmulationTitle.GRASSROOTS_EMULATION_FIGHTER: _by_ballot(_BALLOT_80),
    EmulationTitle.PROVINCIAL_EMULATION_FLAG: _by_ballot(_BALLOT_80),
    EmulationTitle.PROVINCIAL_EMULATION_FIGHTER: _by_ballot(_BALLOT_90),
}
_SHOW_OF_HANDS: Final = Stated(_MAJORITY, "Quy chế hoạt động của Hội đồng", PRACTICE, Certainty.TO_CHECK)


def vote_rule(award: Award, day: date) -> Stated[VoteRule]:
    """The vote that ``award`` needs on ``day``; :class:`~vanban.errors.NoLawBook` for a day before 01/01/2024."""
    return in_force(_BALLOTS.get(award, (_SHOW_OF_HANDS,)), day)


def needs_ballot(award: Award, day: date) -> bool:
    """Whether the council votes on ``award`` by ballot on ``day``."""
    return vote_rule(award, day).value.ballot


def electorate(count: BallotCount, rule: VoteRule) -> int:
    """How many make the whole of which the share is taken."""
    return count.members if rule.base is Base.ALL_MEMBERS else count.present


def passed(count: BallotCount, vote: NomineeVote, day: date) -> bool:
    """Whether that nominee of the count has the votes that the award needs on ``day``."""
    rule = vote_rule(vote.award, day).value
    return rule.passes(vote.in_favour, electorate(count, rule))


def outcome(count: BallotCount, vote: NomineeVote, day: date) -> str:
    """``8/9 phiếu đồng ý, đạt 88,9% tính trên tổng số thành viên Hội đồng``: what the minutes say."""
    rule = vote_rule(vote.award, day).value
    whole = electorate(count, rule)
    share = percentage(vote.in_favour, whole)
    return f"{vote.in_favour}/{whole} phiếu đồng ý, đạt {share} tính trên {rule.base}"


def count_objections(count: BallotCount, day: date, names: dict[str, str] | None = None) -> tuple[Objection, ...]:
    """Everything wrong with a count: sums that do not come out, members who were not asked.

    ``names`` gives a nominee's name by key; a missing one is said by key.
    """
    return (*_sums(count, names or {}), *_absent(count, day))


def _sums(count: BallotCount, names: dict[str, str]) -> Iterator[Objection]:
    for fault in imbalances(count):
        figures = "; ".join(f"{label}: {decimal(number)}" for label, number in fault.figures)
        about = "Biên bản kiểm phiếu" if fault.nominee is None else names.get(fault.nominee, fault.nominee)
        yield Objection(
            rule="ballot_balance",
            article="phép cân đối của biên bản kiểm phiếu",
            about=about,
            figures=fault.figures,
            reason=f"{sentence_case(fault.statement)} ({figures}).",
            remedy="Hãy đối chiếu với biên bản kiểm phiếu gốc rồi sửa số phiếu.",
        )


def _absent(count: BallotCount, day: date) -> Iterator[Objection]:
    unheard = count.members - count.present - count.written
    strict = [vote.award for vote in count.votes if needs_ballot(vote.award, day)]
    if unheard > 0 and strict:
        yield Objection(
            rule="absent_members",
            severity=Severity.WARNING,
            article=vote_rule(strict[0], day).article,
            about="Biên bản kiểm phiếu",
            figures=(("thành viên", count.members), ("có mặt", count.present), ("bằng văn bản", count.written)),
            reason=f"Còn {decimal(unheard)} thành viên Hội đồng vắng mặt chưa cho ý kiến bằng văn bản; tỷ lệ phiếu "
            "vẫn tính trên tổng số thành viên.",
            remedy="Hãy lấy ý kiến bằng văn bản của thành viên vắng mặt và ghi vào biên bản.",
        )


def vote_objection(count: BallotCount, vote: NomineeVote, day: date, name: str) -> Objection | None:
    """The objection to putting a nominee forward who did not get the votes, or ``None``."""
    stated = vote_rule(vote.award, day)
    rule = stated.value
    whole = electorate(count, rule)
    if rule.passes(vote.in_favour, whole):
        return None
    needed = rule.needed(whole)
    return Objection(
        rule="vote_threshold",
        article=stated.article,
        about=name,
        figures=(("đồng ý", vote.in_favour), ("cần", needed), ("tổng số", whole)),
        reason=f"{quoted(vote.award)} cần {rule}: ít nhất {needed}/{whole} phiếu, mới được {vote.in_favour}/{whole} "
        f"({percentage(vote.in_favour, whole)}).",
        remedy="Hãy đưa khỏi danh sách đề nghị, hoặc sửa số phiếu nếu nhập nhầm.",
    )


def ballot_missing(award: Award, day: date, name: str) -> Objection | None:
    """The objection to putting somebody forward for ``award`` without a ballot, or ``None`` where none is needed."""
    stated = vote_rule(award, day)
    if not stated.value.ballot:
        return None
    return Objection(
        rule="ballot_missing",
        article=stated.article,
        about=name,
        reason=f"{quoted(award)} phải có kết quả bỏ phiếu của Hội đồng ({stated.value}), dữ liệu chưa có.",
        remedy="Hãy nhập kết quả kiểm phiếu của Hội đồng Thi đua - Khen thưởng.",
    )
