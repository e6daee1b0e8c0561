"""The council's review of a campaign or an event: how many could vote, and what is wrong with what was voted."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.domain.campaign import Campaign, SuddenAchievement
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.receiver import receiver_names
from vanban.domain.selection import OccasionReview
from vanban.domain.vote import BallotCount
from vanban.domain.year import Year
from vanban.law.council import vote_objection
from vanban.law.council_check import nominee_vote


def review_count(year: Year, review: OccasionReview) -> BallotCount | None:
    """Of how many the shares are taken; ``None`` until somebody's votes are entered."""
    if not any(nominee_vote(row) for row in review.votes):
        return None
    heard = len(review.attending(year.members(year.council)))
    return BallotCount.model_construct(
        members=len(year.council),
        present=heard,
        written=0 if review.asked_in_writing is None else heard,
        issued=heard,
        returned=heard,
        not_returned=0,
        valid=heard,
        invalid=0,
        votes=(),
    )


def review_faults(year: Year, path: Path, occasion: Campaign | SuddenAchievement) -> Iterator[Fault]:
    """Votes on somebody who is not proposed, more votes than voters, somebody commended whom the council voted down."""
    review = occasion.review
    total = review_count(year, review) if review else None
    if review is None or total is None:
        return
    names, proposed = receiver_names(year), {(row.nominee, row.award) for row in occasion.awardees}
    for position, row in enumerate(review.votes):
        vote, place = nominee_vote(row), (*path, "review", "votes", position)
        if vote is None:
            continue
        if vote.in_favour + vote.against > total.present:
            yield Fault(
                path=(*place, "in_favour"),
                value=str(vote.in_favour),
                reason=f"{names.get(row.nominee, row.nominee)}: Có {vote.in_favour} đồng ý và {vote.against} không "
                f"đồng ý, nhiều hơn {total.present} thành viên có ý kiến.",
                remedy="Hãy đối chiếu với biên bản rồi sửa số phiếu hoặc danh sách vắng mặt.",
            )
        low = vote_objection(year.law, total, vote, review.day, names.get(row.nominee, row.nominee))
        if low and (row.nominee, row.award) in proposed:
            yield low.in_data((*place, "in_favour"), vote.in_favour)
    yield from _left_out(year, path, occasion, review)


def _left_out(
    year: Year, path: Path, occasion: Campaign | SuddenAchievement, review: OccasionReview
) -> Iterator[Fault]:
    """Somebody proposed of whom the minutes say nothing."""
    voted, names = {(row.nominee, row.award) for row in review.votes}, receiver_names(year)
    for position, row in enumerate(occasion.awardees):
        if (row.nominee, row.award) not in voted:
            yield Fault(
                path=(*path, "awardees", position, "nominee"),
                value=row.nominee,
                reason=f"{names.get(row.nominee, row.nominee)} được đề nghị khen nhưng biên bản của Hội đồng không có "
                "kết quả xét.",
                remedy=(
                    "Hãy ghi số phiếu (votes) ở cuộc họp xét (review), hoặc bỏ tên khỏi danh sách được khen (awardees)."
                ),
            )
