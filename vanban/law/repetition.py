"""What counts once: an achievement for one commendation, an initiative for one award; shares of authors make a "
"whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from vanban.domain.award import Award, Commendation, EmulationTitle, quoted
from vanban.domain.evaluation import Authorship, CommendedAchievement, InitiativeUse, RecognisedInitiative
from vanban.domain.law_pack import Law
from vanban.domain.objection import Objection
from vanban.domain.text import matching_key
from vanban.domain.wording import listing
from vanban.law.provision import Stated, statement

Names = Mapping[str, str]
"""A nominee's or author's name by key."""


def achievement_objections(
    law: Law, day: date, rows: Iterable[CommendedAchievement], names: Names
) -> tuple[Objection, ...]:
    """An objection for every achievement that is commended more than once, earlier decisions included.

    Emulation titles do not count: a title and a commendation may stand side by side.
    """
    commended: dict[tuple[str, str], list[CommendedAchievement]] = defaultdict(list)
    for row in rows:
        if isinstance(row.award, Commendation):
            commended[row.nominee, matching_key(row.achievement)].append(row)
    return tuple(
        _commended(statement(law, "one_achievement", day), same, names) for same in commended.values() if len(same) > 1
    )


def _commended(stated: Stated[str], rows: Sequence[CommendedAchievement], names: Names) -> Objection:
    times = listing(row.award.value + (f" ({row.decision})" if row.decision else "") for row in rows)
    return stated.objection(
        rule="one_achievement",
        about=_name(rows[0].nominee, names),
        figures=(("số lần", len(rows)),),
        reason=f"Thành tích “{rows[0].achievement}” được khen {len(rows)} lần: {times}.",
        remedy="Hãy giữ một hình thức khen thưởng cho thành tích này.",
    )


def initiative_use_objections(
    law: Law,
    day: date,
    uses: Iterable[InitiativeUse],
    initiatives: Mapping[str, RecognisedInitiative],
    names: Names,
) -> tuple[Objection, ...]:
    """What speaks against using one initiative more than once for one nominee, earlier years included.

    Co-authors may each rest on it once. An error where a commendation is among the uses; a warning between titles.
    """
    grouped: dict[tuple[str, str], list[InitiativeUse]] = defaultdict(list)
    for use in uses:
        grouped[use.initiative, use.nominee].append(use)
    return tuple(
        _used_again(statement(law, "initiative_used_again", day), same, initiatives, names)
        for same in grouped.values()
        if len({(u.award, u.year) for u in same}) > 1
    )


def _used_again(
    stated: Stated[str], uses: Sequence[InitiativeUse], initiatives: Mapping[str, RecognisedInitiative], names: Names
) -> Objection:
    titles_only = all(isinstance(use.award, EmulationTitle) for use in uses)
    known = initiatives.get(uses[0].initiative)
    times = listing(f"{quoted(use.award)} {use.year.phrase}" for use in sorted(uses, key=lambda use: use.year))
    tell = stated.reminder if titles_only else stated.objection
    return tell(
        rule="initiative_used_again",
        about=_name(uses[0].nominee, names),
        figures=(("số lần", len(uses)),),
        reason=f"Sáng kiến “{known.name if known else uses[0].initiative}” được dùng {len(uses)} lần: {times}.",
        remedy="Hãy dùng sáng kiến khác cho lần đề nghị sau."
        if not titles_only
        else "Hãy hỏi cơ quan thi đua, khen thưởng cấp trên xem có được dùng lại không.",
    )


def share_objections(
    law: Law,
    day: date,
    authorships: Sequence[Authorship],
    initiatives: Iterable[RecognisedInitiative],
    names: Names,
) -> tuple[Objection, ...]:
    """An objection for every initiative whose authors' shares do not make 100 per cent, or that names one twice."""
    return tuple(
        objection
        for initiative in initiatives
        for objection in _shares(
            statement(law, "author_shares", day),
            initiative,
            [row for row in authorships if row.initiative == initiative.key],
            names,
        )
    )


def _shares(
    stated: Stated[str], initiative: RecognisedInitiative, rows: Sequence[Authorship], names: Names
) -> Iterator[Objection]:
    total = sum(row.share for row in rows)
    figures = tuple((_name(row.person, names), row.share) for row in rows)
    said = "; ".join(f"{name}: {share}%" for name, share in figures) or "chưa có tác giả nào"
    if total != 100:
        yield stated.objection(
            rule="author_shares",
            about=f"Sáng kiến “{initiative.name}”",
            figures=(*figures, ("tổng", total)),
            reason=f"Tổng tỷ lệ đóng góp của các tác giả là {total}%, phải là 100% ({said}).",
            remedy="Hãy sửa tỷ lệ đóng góp theo đơn yêu cầu công nhận sáng kiến.",
        )
    people = [row.person for row in rows]
    for person in dict.fromkeys(person for person in people if people.count(person) > 1):
        yield stated.objection(
            rule="author_twice",
            about=f"Sáng kiến “{initiative.name}”",
            figures=(("số lần", people.count(person)),),
            reason=f"Tác giả {_name(person, names)} được ghi {people.count(person)} lần.",
            remedy="Hãy gộp thành một dòng.",
        )


def authorship_objection(
    law: Law, day: date, use: InitiativeUse, authorships: Iterable[Authorship], names: Names
) -> Objection | None:
    """The objection to resting somebody's award on an initiative of which they are no author, or ``None``."""
    if any(row.initiative == use.initiative and row.person == use.nominee for row in authorships):
        return None
    return statement(law, "not_an_author", day).objection(
        rule="not_an_author",
        about=_name(use.nominee, names),
        reason=f"Không phải tác giả của sáng kiến mã {use.initiative} dùng để đề nghị {quoted(use.award)}.",
        remedy="Hãy bổ sung tác giả kèm tỷ lệ đóng góp, hoặc bỏ sáng kiến này khỏi hồ sơ.",
    )


def duplicate_nominations(
    law: Law, day: date, rows: Iterable[tuple[str, Award]], names: Names
) -> tuple[Objection, ...]:
    """An objection for every nominee put forward twice for the same award in one year."""
    rows = list(rows)
    return tuple(
        statement(law, "one_achievement", day).objection(
            rule="same_award_twice",
            about=_name(nominee, names),
            figures=(("số lần", rows.count((nominee, award))),),
            reason=f"Được đề nghị {quoted(award)} {rows.count((nominee, award))} lần trong cùng năm.",
            remedy="Hãy giữ một dòng.",
        )
        for nominee, award in dict.fromkeys(rows)
        if rows.count((nominee, award)) > 1
    )


def _name(key: str, names: Names) -> str:
    return names.get(key, key)
