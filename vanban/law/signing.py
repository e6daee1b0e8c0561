"""Who may sign what, in which capacity, on which day: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Mục II khoản 7."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from vanban.domain.finding import Severity
from vanban.domain.honorific import split_honorific
from vanban.domain.law_pack import Law
from vanban.domain.objection import Objection
from vanban.domain.signatory import Signatory, Signature, SigningCapacity
from vanban.domain.text import matching_key, tidy
from vanban.domain.wording import listing, numeric_date, sentence_case
from vanban.law.authority import two_levels_since
from vanban.law.provision import DECREE_30, statement


class SignedPaper(StrEnum):
    """What is signed, as far as it decides who signs how."""

    COLLECTIVE = "văn bản của tập thể"
    """A document of the people's committee or the council, which work as a collective (khoản 2 Điều 13)."""
    HEAD = "quyết định thuộc thẩm quyền của người đứng đầu"
    """A decision that the law gives to the chairman alone: every award (Điều 79, 80 of the Law)."""
    MINUTES = "biên bản"
    """Signed by whoever took the chair and whoever wrote, without capacity (Phụ lục III, Mẫu 1.9)."""


_TM, _KT = SigningCapacity.ON_BEHALF, SigningCapacity.FOR_HEAD
_TL, _TUQ, _Q = SigningCapacity.BY_ORDER, SigningCapacity.BY_AUTHORIZATION, SigningCapacity.ACTING

_POINT_7: Final = f"khoản 7 Mục II Phần I Phụ lục I {DECREE_30}"
_ARTICLE: Final = {
    SignedPaper.COLLECTIVE: f"khoản 2 Điều 13 {DECREE_30}",
    SignedPaper.HEAD: f"khoản 1 Điều 13 {DECREE_30}",
    SignedPaper.MINUTES: f"Mẫu 1.9 Phụ lục III {DECREE_30}",
}
_Ways = tuple[tuple[SigningCapacity, ...], ...]

_HEAD_ALLOWED: Final = {
    SignedPaper.COLLECTIVE: ((_TM,), (_TM, _Q)),
    SignedPaper.HEAD: ((), (_Q,)),
    SignedPaper.MINUTES: ((),),
}
_DEPUTY_ALLOWED: Final = {
    SignedPaper.COLLECTIVE: ((_TM, _KT),),
    SignedPaper.HEAD: ((_KT,),),
    SignedPaper.MINUTES: ((),),
}
_DELEGATED: Final = {_TL: "khoản 4", _TUQ: "khoản 3"}
_HEAD_DELEGATED: Final[_Ways] = ((_TL,), (_TL, _Q), (_TUQ,), (_TUQ, _Q))
"""How the head, or acting head, of a unit signs by order or authorization of the office's head."""
_DEPUTY_DELEGATED: Final[_Ways] = ((_TL, _KT),)
"""Who may sign by order may hand it on to a deputy (khoản 4 Điều 13); who is authorized may not (khoản 3)."""

COMBINATIONS: Final = ((), (_TM,), (_TM, _KT), (_TM, _Q), (_KT,), (_Q,), *_HEAD_DELEGATED, *_DEPUTY_DELEGATED)
"""Every way in which somebody may sign, in the order in which the words are printed."""


def is_deputy(position: str) -> bool:
    """Whether ``position`` is a deputy's: ``Phó Chủ tịch``, ``Phó Trưởng phòng``."""
    return tidy(position).casefold().split()[:1] == ["phó"]


@dataclass(frozen=True)
class Signing:
    """That somebody signs a document of ``day`` in one way.

    ``awardees`` are the names of those whom the document gives an award; ``ward``: the office is a ward's, which had
    no units whose heads could sign for it before 01/7/2025.
    """

    signature: Signature
    signatory: Signatory
    act: SignedPaper
    day: date
    awardees: tuple[str, ...] = ()
    ward: bool = True


def signing_objections(signing: Signing, law: Law) -> tuple[Objection, ...]:
    """Everything that speaks against this person signing this document in this way."""
    return (
        *_tenure(signing.signatory, signing.day),
        *_name(signing.signatory),
        *_capacity(signing.signature, signing.signatory, signing.act),
        *_delegation(signing, law),
        *_own_award(law, signing.signatory, signing.day, signing.awardees),
    )


def _tenure(signatory: Signatory, day: date) -> Iterator[Objection]:
    if signatory.valid_to is not None and signatory.valid_to < day:
        reason = f"Giữ chức {signatory.position} đến hết ngày {numeric_date(signatory.valid_to)}"
    elif signatory.valid_from is not None and day < signatory.valid_from:
        reason = f"Đến ngày {numeric_date(signatory.valid_from)} mới giữ chức {signatory.position}"
    else:
        return
    yield Objection(
        rule="signatory_out_of_office",
        article=f"Điều 13 {DECREE_30}",
        about=signatory.name,
        reason=f"{reason} nên không ký được văn bản ngày {numeric_date(day)}.",
        remedy="Hãy chọn người đang giữ chức vào ngày đó, hoặc sửa thời gian giữ chức trong danh sách người ký.",
    )


def _name(signatory: Signatory) -> Iterator[Objection]:
    honorific, name = split_honorific(signatory.name)
    if honorific:
        yield Objection(
            rule="honorific_of_signatory",
            article=_POINT_7,
            about=signatory.name,
            reason=f"Trước họ tên người ký có “{honorific}”; không ghi học hàm, học vị, danh hiệu hay cách xưng hô.",
            remedy=f"Hãy ghi họ tên là “{name}”.",
        )


def _capacity(signature: Signature, signatory: Signatory, act: SignedPaper) -> Iterator[Objection]:
    deputy = is_deputy(signatory.position)
    delegated = [capacity for capacity in signature.capacity if capacity in _DELEGATED]
    if delegated and act is not SignedPaper.MINUTES:
        allowed = _DEPUTY_DELEGATED if deputy else _HEAD_DELEGATED
        what = "thừa lệnh, thừa ủy quyền"
        article = f"{_DELEGATED[delegated[0]]} Điều 13 {DECREE_30}"
    else:
        allowed = (_DEPUTY_ALLOWED if deputy else _HEAD_ALLOWED)[act]
        what, article = str(act), _ARTICLE[act]
    if signature.capacity in allowed:
        return
    who = "cấp phó" if deputy else "người đứng đầu"
    given = f"ghi “{' '.join(signature.capacity)}”" if signature.capacity else "chưa ghi"
    named = " hoặc ".join(f"“{' '.join(words)}”" for words in allowed if words)
    wanted = " hoặc ".join(filter(None, ["để trống" if () in allowed else "", f"ghi {named}" if named else ""]))
    yield Objection(
        rule="signing_capacity",
        article=f"{article}; {_POINT_7}",
        about=f"{signatory.name}, {signatory.position}",
        reason=f"{sentence_case(who)} ký {what} phải {wanted} ở quyền hạn; hiện {given}.",
        remedy=f"Hãy sửa mục Quyền hạn (capacity) của người ký: {wanted}.",
    )


def _delegation(signing: Signing, law: Law) -> Iterator[Objection]:
    signatory, day = signing.signatory, signing.day
    used = [capacity for capacity in signing.signature.capacity if capacity in _DELEGATED]
    if not used:
        return
    about = f"{signatory.name}, {signatory.position}"
    article = f"{_DELEGATED[used[0]]} Điều 13 {DECREE_30}"
    words = listing(used)
    if signing.act is SignedPaper.HEAD:
        given = statement(law, "award_signed_by_delegate", day)
        yield Objection(
            rule="award_signed_by_delegate",
            severity=Severity.WARNING,
            article=f"{article}; {given.article}",
            about=about,
            reason=f"Ký {words} quyết định khen thưởng, trong khi Luật giao thẩm quyền cho người đứng đầu."
            + f" {given.doubt}".rstrip(),
            remedy="Hãy để người đứng đầu ký, hoặc cấp phó ký thay (KT.).",
        )
    if signing.ward and day < two_levels_since(law):
        yield Objection(
            rule="ward_without_units",
            severity=Severity.WARNING,
            article=article,
            about=about,
            reason=f"Ký {words} ngày {numeric_date(day)}, khi Ủy ban nhân dân cấp xã chưa có đơn vị trực thuộc để giao "
            "thừa lệnh, thừa ủy quyền.",
            remedy="Hãy để Chủ tịch ký, hoặc Phó Chủ tịch ký thay (KT.).",
        )


def _own_award(law: Law, signatory: Signatory, day: date, awardees: Iterable[str]) -> Iterator[Objection]:
    """A warning only: no article forbids it in so many words, and two people may have one name."""
    if matching_key(signatory.name) in {matching_key(name) for name in awardees}:
        yield statement(law, "own_award", day).reminder(
            rule="own_award",
            about=signatory.name,
            reason="Người ký là người được khen thưởng trong chính văn bản này.",
            remedy="Hãy tách người này sang hồ sơ trình cấp trên quyết định, hoặc để cấp phó ký thay. Nếu "
            "là hai người trùng họ tên thì không phải sửa.",
        )
