"""Two rows that claim to be the same thing, and keys that cannot name a file."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final

from vanban.domain.consistency.causes import IS_KEY
from vanban.domain.consistency.fault import Fault, Path, row_number
from vanban.domain.finding import Severity
from vanban.domain.receiver import SORTS, UNITS, receiver_rows, sort_noun
from vanban.domain.row_identity import IDENTITY
from vanban.domain.rows import Keyed
from vanban.domain.text import matching_key
from vanban.domain.year import Year

_SHARED: Final = ("groups", "collectives", *(part for part in SORTS if part not in UNITS))
"""Units keep their keys: the plan names them too."""


def _tables(year: Year) -> Iterator[tuple[Path, Sequence[Keyed]]]:
    yield ("office", "bodies"), year.office.bodies
    yield ("office", "number_series"), year.office.number_series
    yield ("signatories",), year.signatories
    yield ("legal_bases",), year.legal_bases
    for part in SORTS:
        yield (part,), getattr(year, part)
    yield ("council",), year.council
    yield ("letters",), year.letters
    yield ("documents",), year.documents
    yield ("campaigns",), year.campaigns
    yield ("sudden_achievements",), year.sudden_achievements
    yield ("initiatives",), year.initiatives
    yield ("scorings",), year.scorings
    yield ("other_awards",), year.other_awards
    yield ("plan", "targets"), year.plan.targets
    for position, target in enumerate(year.plan.targets):
        yield ("plan", "targets", position, "measures"), target.measures


def unfit_keys(year: Year) -> Iterator[Fault]:
    """A key with anything but ASCII letters, digits, ``-`` and ``_``, or longer than 60."""
    example = year.office.unit_kind.example_key
    for path, rows in _tables(year):
        for position, row in enumerate(rows):
            if not IS_KEY.fullmatch(row.key) and (row.key or path != ("households",)):
                yield Fault(
                    path=(*path, position, "key"),
                    value=row.key,
                    reason="Mã chỉ được gồm chữ cái không dấu, chữ số, dấu “-” và “_”, dài không quá 60 ký tự.",
                    remedy=f"Hãy đặt mã khác, ví dụ {example}, và sửa mã ở những nơi gọi đến nó.",
                )


def same_keys(year: Year) -> Iterator[Fault]:
    """A key that an earlier row of the table has, in whatever case: Windows takes ``TDP-01`` for ``tdp-01``."""
    for path, rows in _tables(year):
        for position, first in _repeats(row.key.casefold() or position for position, row in enumerate(rows)):
            other = (*path, first, "key")
            yield Fault(
                path=(*path, position, "key"),
                other=other,
                value=rows[position].key,
                reason=f"Mã này đã có ở {row_number(other)} (chữ hoa, chữ thường coi như một).",
                remedy="Hãy đặt mã khác cho một trong hai dòng, hoặc xóa dòng thừa.",
            )


def shared_keys(year: Year) -> Iterator[Fault]:
    """Two receivers of two sorts with one key: a nomination could mean either, files would clash.

    Told once of a table; that the key stands in it twice is told by itself.
    """
    taken: dict[str, tuple[str, int]] = {}
    told: set[tuple[str, str]] = set()
    of_sorts = sorted(receiver_rows(year), key=lambda row: _SHARED.index(row[0]))
    for part, position, row in of_sorts:
        first, at = taken.setdefault(row.key.casefold(), (part, position))
        if first != part and (part, row.key.casefold()) not in told:
            told.add((part, row.key.casefold()))
            other = (first, at, "key")
            yield Fault(
                path=(part, position, "key"),
                other=other,
                value=row.key,
                reason=f"Mã này trùng với mã của {sort_noun(year.office, first)} ở {row_number(other)} nên không rõ "
                "nói đến ai.",
                remedy=f"Hãy đặt mã khác cho {sort_noun(year.office, part)} này.",
            )


def free_documents_named_as_letters(year: Year) -> Iterator[Fault]:
    """A key that names a công văn of ``letters`` and one of ``documents``: the second would take the first's place."""
    letters = {letter.key.casefold() for letter in year.letters}
    for position, document in enumerate(year.documents):
        if document.type_code == "" and document.key.casefold() in letters:
            yield Fault(
                path=("documents", position, "key"),
                value=document.key,
                reason="Mã này đã có ở một công văn trong tệp Công văn (letters.yaml).",
                remedy="Hãy đặt mã khác, hoặc chuyển công văn ấy hẳn sang tệp Văn bản tự do (documents.yaml).",
            )


_ONCE: Final = (
    ("group_registrations", "", "đăng ký"),
    ("collective_registrations", "Tập thể này", "đăng ký"),
    ("individual_registrations", "Cá nhân này", "đăng ký"),
    ("nominations", "Đối tượng này", "được đề nghị cùng danh hiệu, hình thức"),
    ("other_nominations", "Đối tượng này", "được đề nghị cùng danh hiệu, hình thức"),
    ("votes", "Đối tượng này", "được bỏ phiếu"),
    ("group_meetings", "", "họp bình xét"),
    ("received_reports", "Đơn vị này", "có báo cáo"),
    ("achievements", "Đối tượng này", "có thành tích"),
    ("authorships", "Tác giả này", "có phần trong sáng kiến"),
    ("evaluations", "Người này", "được xếp loại"),
    ("collective_evaluations", "Tập thể này", "được xếp loại"),
    ("results", "Nội dung này", "có kết quả"),
    ("mid_year_results", "Nội dung này", "có kết quả"),
)
"""Tables in which nobody stands twice, and two words: who, and what of them is already told.

Units are called as the office calls its own.
"""


def repeated_rows(year: Year) -> Iterator[Fault]:
    """Two registrations of one registrant, two nominations for one award, two results of one measure."""
    unit = f"{year.office.unit_kind.name} này"
    for table, who, what in _ONCE:
        rows, says = getattr(year, table), IDENTITY[table]
        for position, first in _repeats(tuple(getattr(row, name) for name in says) for row in rows):
            other = (table, first, says[0])
            yield Fault(
                path=(table, position, says[0]),
                other=other,
                value=getattr(rows[position], says[0]),
                reason=f"{who or unit} đã {what} ở {row_number(other)}.",
                remedy="Hãy giữ một dòng, xóa dòng kia.",
            )


def same_people(year: Year) -> Iterator[Fault]:
    """Two people of one name and one birthday: most likely one person entered twice."""
    identities = ((matching_key(person.name), person.born_on) for person in year.people)
    for position, first in _repeats(identities):
        other = ("people", first, "name")
        yield Fault(
            path=("people", position, "name"),
            other=other,
            value=year.people[position].name,
            reason=f"Trùng họ tên và ngày sinh với cá nhân ở {row_number(other)}.",
            remedy="Hãy kiểm tra: nếu là một người thì xóa một mục.",
            severity=Severity.WARNING,
        )


def same_units(year: Year) -> Iterator[Fault]:
    """Two units or collectives of one name: papers print the name, nobody could tell theirs from the other's.

    That a row stands twice, with its key, is told by itself.
    """
    for part in ("groups", "collectives"):
        rows = getattr(year, part)
        for position, first in _repeats(matching_key(row.name) or position for position, row in enumerate(rows)):
            if rows[position].key.casefold() == rows[first].key.casefold():
                continue
            other = (part, first, "name")
            yield Fault(
                path=(part, position, "name"),
                other=other,
                value=rows[position].name,
                reason=f"Trùng tên với {sort_noun(year.office, part)} ở {row_number(other)}.",
                remedy="Hãy sửa tên cho đúng, hoặc xóa dòng thừa.",
                severity=Severity.WARNING,
            )


def _repeats(identities: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """The position of each value that was there before, with the position where it was first."""
    first: dict[Hashable, int] = {}
    for position, identity in enumerate(identities):
        if identity in first:
            yield position, first[identity]
        first.setdefault(identity, position)


RULES: Final = (
    unfit_keys,
    same_keys,
    shared_keys,
    free_documents_named_as_letters,
    repeated_rows,
    same_people,
    same_units,
)
