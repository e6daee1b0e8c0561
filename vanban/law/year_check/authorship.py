"""Whose a paper is: its words, its signature and its annexes say one and the same author, and nobody judges himself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.award_decision import AwardDecision
from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Severity
from vanban.domain.rows import keyed
from vanban.domain.signatory import SigningCapacity
from vanban.domain.text import matching_key
from vanban.domain.year import Year
from vanban.law.council import needs_ballot
from vanban.law.provision import DECREE_30
from vanban.law.year_check.papers import papers

_ARTICLE: Final = f"Điều 13 {DECREE_30}"
_PROPOSED: Final = "theo đề nghị của"


def author_in_words(year: Year) -> Iterator[Fault]:
    """An introduction that speaks for the head where “TM.” signs for the body, or the other way round."""
    bodies = keyed(year.office.bodies)
    for paper in papers(year):
        body, said = bodies.get(paper.document.issuer), matching_key(paper.document.introduction or "")
        if body is None or body.collective_name is None or isinstance(paper.document, AwardDecision):
            continue
        names = {matching_key(body.name)} | (
            {matching_key(year.office.short_name)} if body.name == year.office.name else set()
        )
        heads = {f"{matching_key(body.head_position)} {name}" for name in names}
        for_all = SigningCapacity.ON_BEHALF in paper.document.signature.capacity
        if (said.startswith(tuple(heads)) and for_all) or (said.startswith(tuple(names)) and not for_all):
            who = (
                f"thay mặt tập thể (TM. {body.collective_name})"
                if for_all
                else "nhân danh người đứng đầu (không có TM.)"
            )
            yield _told(
                "author_in_words",
                (*paper.path, "introduction"),
                paper.document.introduction or "",
                f"Lời dẫn nói nhân danh {'người đứng đầu' if for_all else 'tập thể'}, chữ ký lại {who}.",
                "Hãy sửa lời dẫn hoặc quyền hạn ký (capacity) cho cùng một tác giả.",
            )


def one_proposer(year: Year) -> Iterator[Fault]:
    """Decisions on awards of one year that rest on the proposal of different bodies."""
    told: dict[str, str] = {}
    for paper in papers(year):
        said = (paper.document.introduction or "").strip(" .;,")
        if not isinstance(paper.document, AwardDecision) or not said.lower().startswith(_PROPOSED):
            continue
        told.setdefault(matching_key(said), said)
        if len(told) > 1 and matching_key(said) != next(iter(told)):
            yield _told(
                "one_proposer",
                (*paper.path, "introduction"),
                said,
                f"Quyết định này ghi “{said}”, quyết định khác trong năm ghi “{next(iter(told.values()))}”.",
                "Hãy ghi cùng một cơ quan đề nghị trong các quyết định khen thưởng, theo quy chế của Hội đồng.",
            )


def counted_by_themselves(year: Year) -> Iterator[Fault]:
    """Somebody who counts the ballots that are cast on them."""
    meeting = year.council_meeting
    if meeting is None:
        return
    asked = {row.nominee for row in year.votes if needs_ballot(year.law, row.award, meeting.day)}
    board = meeting.counting_board
    for field, key in (
        ("head", board.head),
        ("secretary", board.secretary),
        *(("members", one) for one in board.members),
    ):
        if key in asked:
            yield _told(
                "counted_by_themselves",
                ("council_meeting", "counting_board", field),
                key,
                "Người này được bỏ phiếu xét nên không kiểm phiếu cho chính mình.",
                "Hãy cử thành viên khác vào Tổ kiểm phiếu.",
            ).model_copy(update={"severity": Severity.ERROR})


def chair_is_no_secretary(year: Year) -> Iterator[Fault]:
    """One person who presides and writes, or leads the counting and writes for it."""
    meeting = year.council_meeting
    if meeting is None:
        return
    board = meeting.counting_board
    for path, first, second in (
        (("council_meeting", "secretary"), meeting.chair, meeting.secretary),
        (("council_meeting", "counting_board", "secretary"), board.head, board.secretary),
    ):
        if first == second:
            yield _told(
                "chair_is_no_secretary",
                path,
                second,
                "Một người không vừa chủ trì vừa ghi biên bản.",
                "Hãy ghi hai người khác nhau.",
            ).model_copy(update={"severity": Severity.ERROR})


def _told(rule: str, path: tuple[str | int, ...], value: str, reason: str, remedy: str) -> Fault:
    return Fault(
        path=path,
        value=value,
        reason=reason,
        remedy=remedy,
        severity=Severity.WARNING,
        rule=rule,
        article=_ARTICLE,
    )


RULES: Final = (author_in_words, one_proposer, counted_by_themselves, chair_is_no_secretary)
