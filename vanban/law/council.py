"""Which vote an award needs, and what a count of ballots leaves to object to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vanban.domain.award import Award, quoted
from vanban.domain.law_pack import Law
from vanban.domain.level import Level, VoteBase
from vanban.domain.objection import Objection
from vanban.domain.provision import VoteProvision
from vanban.domain.vote import BallotCount, NomineeVote, imbalances
from vanban.domain.wording import decimal, percentage, sentence_case
from vanban.law.provision import Stated, in_force


@dataclass(frozen=True)
class VoteRule:
    """The share of votes that an award needs: ``percent`` of ``base``; by ballot or by a show of hands.

    ``above``: more than that share, not just as much (đa số là quá nửa).
    """

    ballot: bool
    percent: int
    base: VoteBase
    above: bool = False

    def needed(self, count: int) -> int:
        """The fewest votes in favour that pass where ``base`` numbers ``count``."""
        return count * self.percent // 100 + 1 if self.above else -(-count * self.percent // 100)

    def passes(self, in_favour: int, count: int) -> bool:
        """Whether ``in_favour`` votes pass where ``base`` numbers ``count``."""
        return in_favour >= self.needed(count)

    def __str__(self) -> str:
        way = "bỏ phiếu" if self.ballot else "biểu quyết"
        share = f"quá {self.percent}%" if self.above else f"từ {self.percent}% trở lên"
        return f"{way}, {share} tính trên {self.base}"


def vote_rule(law: Law, award: Award, day: date, council: Level = Level.WARD) -> Stated[VoteRule]:
    """The vote that ``award`` needs on ``day`` of the council of ``council``, or of the meeting of a unit.

    An award that no text asks a vote for is decided as the council's own rules say.
    :class:`~vanban.errors.NoLawBook` for a day before the law book.
    """
    rows = [row for row in law.votes if award in row.awards and council in (row.councils or (council,))]
    return _stated(law, rows, day) if rows else own_rule(law, day)


def own_rule(law: Law, day: date) -> Stated[VoteRule]:
    """The vote by which a council decides what no text asks a certain share for: as its own rules say."""
    return _stated(law, [row for row in law.votes if not row.awards], day)


def _stated(law: Law, rows: list[VoteProvision], day: date) -> Stated[VoteRule]:
    return in_force(law, rows, day, lambda row: VoteRule(row.ballot, row.percent, row.base, row.above))


def needs_ballot(law: Law, award: Award, day: date) -> bool:
    """Whether the council votes on ``award`` by ballot on ``day``."""
    return vote_rule(law, award, day).value.ballot


def electorate(count: BallotCount, rule: VoteRule) -> int:
    """How many make the whole of which the share is taken."""
    return count.members if rule.base is VoteBase.ALL_MEMBERS else count.present


def passed(law: Law, count: BallotCount, vote: NomineeVote, day: date) -> bool:
    """Whether that nominee of the count has the votes that the award needs on ``day``."""
    rule = vote_rule(law, vote.award, day).value
    return rule.passes(vote.in_favour, electorate(count, rule))


def outcome(law: Law, count: BallotCount, vote: NomineeVote, day: date) -> str:
    """``8/9 phiếu đồng ý, đạt 88,9% tính trên tổng số thành viên Hội đồng``: what the minutes say."""
    rule = vote_rule(law, vote.award, day).value
    whole = electorate(count, rule)
    share = f", đạt {percentage(vote.in_favour, whole)}" if whole else ""
    return f"{vote.in_favour}/{whole} phiếu đồng ý{share} tính trên {rule.base}"


def count_objections(
    law: Law, count: BallotCount, day: date, names: dict[str, str] | None = None
) -> tuple[Objection, ...]:
    """Everything wrong with a count: sums that do not come out, members who were not asked.

    ``names`` gives a nominee's name by key; a missing one is said by key.
    """
    return (*_sums(count, names or {}), *_absent(law, count, day))


def _sums(count: BallotCount, names: dict[str, str]) -> Iterator[Objection]:
    for fault in imbalances(count):
        figures = "; ".join(f"{label}: {decimal(number)}" for label, number in fault.figures)
        about = "Biên bản kiểm phiếu" if fault.nominee is None else names.get(fault.nominee, fault.nominee)
        yield Objection(
            rule="ballot_balance",
            article="",
            about=about,
            figures=fault.figures,
            reason=f"{sentence_case(fault.statement)} ({figures}).",
            remedy="Hãy đối chiếu với biên bản kiểm phiếu gốc rồi sửa số phiếu.",
        )


def _absent(law: Law, count: BallotCount, day: date) -> Iterator[Objection]:
    unheard = count.members - count.present - count.written
    strict = [vote.award for vote in count.votes if needs_ballot(law, vote.award, day)]
    if unheard > 0 and strict:
        yield vote_rule(law, strict[0], day).reminder(
            rule="absent_members",
            about="Biên bản kiểm phiếu",
            figures=(("thành viên", count.members), ("có mặt", count.present), ("bằng văn bản", count.written)),
            reason=f"Còn {decimal(unheard)} thành viên Hội đồng vắng mặt chưa cho ý kiến bằng văn bản; tỷ lệ phiếu "
            "vẫn tính trên tổng số thành viên.",
            remedy="Hãy lấy ý kiến bằng văn bản của thành viên vắng mặt và ghi vào biên bản.",
        )


def vote_objection(law: Law, count: BallotCount, vote: NomineeVote, day: date, name: str) -> Objection | None:
    """The objection to putting a nominee forward who did not get the votes, or ``None``."""
    found = vote_rule(law, vote.award, day)
    rule = found.value
    whole = electorate(count, rule)
    if rule.passes(vote.in_favour, whole):
        return None
    needed = rule.needed(whole)
    share = f" ({percentage(vote.in_favour, whole)})" if whole else ""
    return found.objection(
        rule="vote_threshold",
        about=name,
        figures=(("đồng ý", vote.in_favour), ("cần", needed), ("tổng số", whole)),
        reason=f"{quoted(vote.award)} cần {rule}: ít nhất {needed}/{whole} phiếu, mới được {vote.in_favour}/{whole}"
        f"{share}.",
        remedy="Hãy đưa khỏi danh sách đề nghị, hoặc sửa số phiếu nếu nhập nhầm.",
    )


def ballot_missing(law: Law, award: Award, day: date, name: str) -> Objection | None:
    """The objection to putting somebody forward for ``award`` without a ballot, or ``None`` where none is needed."""
    found = vote_rule(law, award, day)
    if not found.value.ballot:
        return None
    return found.objection(
        rule="ballot_missing",
        about=name,
        reason=f"{quoted(award)} phải có kết quả bỏ phiếu của Hội đồng ({found.value}), dữ liệu chưa có.",
        remedy="Hãy nhập kết quả kiểm phiếu của Hội đồng Thi đua - Khen thưởng.",
    )
