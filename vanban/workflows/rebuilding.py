"""Make issued documents again from their archived inputs, and say which do not come out as they were issued.

What another version of the program made, with other libraries or another LibreOffice, need not come out the same:
where it does not, that is told, and it is no damage.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from vanban.archive import Archive
from vanban.domain.damage import Damage, Harm
from vanban.domain.register_entry import Entry, EntryState, ObjectRole
from vanban.errors import VanbanError
from vanban.workflows.issuing import inputs_of, request_of
from vanban.workflows.issuing_terms import Numbered, Render, RenderedDocument
from vanban.workflows.program import PROGRAM, program, release, without_office

_SHOWN: Final = 5

_ADDED: Final = (ObjectRole.SIGNED_COPY, ObjectRole.RETRACTED_COPY)
"""What came beside the original afterwards, and follows from no inputs."""

_Piece = tuple[str, str]


def made_again(archive: Archive, entries: Iterable[Entry], render: Render) -> Iterator[Damage]:
    """What comes out different from the same program, then once for each other version what cannot be compared."""
    elsewhere: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.state is not EntryState.ISSUED or not entry.manifest_sha256:
            continue
        manifest = archive.manifest(entry.entry_key)
        made_by = manifest.versions if manifest else {}
        number = f"{entry.number} năm {entry.year}"
        for damage in _damages(archive, entry, number, made_by, render):
            if damage.harm is Harm.NOT_COMPARABLE:
                elsewhere[release(made_by)].append(number)
            else:
                yield damage
    for other, numbers in sorted(elsewhere.items()):
        yield _notice(other, list(dict.fromkeys(numbers)))


def _notice(other: str, numbers: list[str]) -> Damage:
    more = f" và {len(numbers) - _SHOWN} văn bản khác" if len(numbers) > _SHOWN else ""
    reason = (
        f"{len(numbers)} văn bản do phiên bản {other} của chương trình làm ra, ở đây không so được khi dựng lại: "
        f"{', '.join(numbers[:_SHOWN])}{more}."
    )
    return Damage(harm=Harm.NOT_COMPARABLE, reason=reason)


def _damages(
    archive: Archive, entry: Entry, number: str, made_by: Mapping[str, str], render: Render
) -> Iterator[Damage]:
    """Render from the archived inputs and compare byte for byte."""
    request = request_of(entry)
    try:
        rendered = render(Numbered(request, entry.ordinal, entry.issued_on, inputs_of(archive, request)))
    except VanbanError as fault:
        harm = Harm.NOT_REBUILT if made_by.get(PROGRAM) == program() else Harm.NOT_COMPARABLE
        yield Damage(harm=harm, number=number, reason=f"Không dựng lại được: {fault.said}")
        return
    again: dict[_Piece, str] = {
        (piece.role, piece.name): hashlib.sha256(piece.data).hexdigest() for piece in rendered.pieces
    }
    made: dict[_Piece, str] = {(item.role, item.name): item.sha256 for item in entry.objects if item.role not in _ADDED}
    for role, name in sorted(set(again) | set(made)):
        if again.get((role, name)) != made.get((role, name)):
            harm = Harm.NOT_REBUILT if _same_tools(name, made_by, rendered) else Harm.NOT_COMPARABLE
            reason = "Dựng lại từ dữ liệu đã lưu không ra đúng tệp này."
            yield Damage(harm=harm, number=number, path=name, reason=reason)


def _same_tools(name: str, made_by: Mapping[str, str], rendered: RenderedDocument) -> bool:
    """Whether what made that file then is what makes it now: LibreOffice touches nothing but the PDF."""
    now = dict(rendered.versions)
    if name.endswith(".pdf"):
        return now == dict(made_by)
    return without_office(now) == without_office(made_by)
