"""The papers of the office's own: read with a year or alone, their kinds, and what is wrong around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from vanban import word
from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.office import Office
from vanban.domain.own_paper import OwnPaper, PaperDescription, part_names
from vanban.domain.own_words import in_words_of
from vanban.domain.suggestion import did_you_mean
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import TemplateMissing, VanbanError
from vanban.ingest import PARTS, own_descriptions, own_rows
from vanban.kinds import KINDS, TABLES, Kind, kinds_of
from vanban.kinds.own import EXPECTED, own_kind
from vanban.law.document_types import type_code
from vanban.workspace import Workspace, read_file

_NAME: Final = "Tên văn bản riêng"


def own_papers(read: Mapping[str, Any], year: WorkYear) -> tuple[OwnPaper, ...]:
    """The papers of one's own among the parts of a ``year`` that were ``read``, each with its rows."""
    papers = []
    for name, value in read.items():
        if isinstance(value, PaperDescription):
            rows = own_rows(value.columns, read.get(part_names(name)[1], ())) if value.columns else ()
            columns = {column.slug for column in value.columns}
            said = in_words_of(read["office"], value, year, columns)
            papers.append(OwnPaper(key=name, type_code=code_of(value.type_name), rows=rows, **dict(said)))
    return tuple(papers)


def code_of(type_name: str) -> str | None:
    """The letters of that type in a symbol; ``None`` for a paper that is none of the decree's and gets no number."""
    try:
        return type_code(type_name)
    except KeyError:
        return None


def own_kinds(workspace: Workspace, office: Office) -> tuple[Kind, ...]:
    """The kinds of the papers whose descriptions can be read, in order, whatever else is wrong."""
    return tuple(own_kind(_alone(key, said), office, TABLES) for key, said in described(workspace).items())


def described(workspace: Workspace) -> Mapping[str, PaperDescription]:
    """The descriptions of the office's own papers that can be read, by their names."""
    return {key: said for key, said in own_descriptions(workspace.paper_files()).items() if said is not None}


def _alone(key: str, said: PaperDescription) -> OwnPaper:
    """The paper as no year has it, without rows."""
    return OwnPaper(key=key, type_code=code_of(said.type_name), **dict(said))


def expected_of(kind: Kind) -> frozenset[str] | None:
    """What a template of a paper of one's own should mention; ``None`` for the program's kinds, that is everything."""
    return None if kind in KINDS else EXPECTED


def own_name_faults(year: Year) -> tuple[Fault, ...]:
    """Papers of one's own under a name that the program uses itself."""
    taken = {kind.name for kind in KINDS} | {part.stem for part in PARTS}
    return tuple(
        Fault(
            path=("own_papers", position),
            value=paper.key,
            reason=f"{_NAME} “{paper.key}” trùng với tên mà chương trình đã dùng.",
            remedy="Hãy đổi tên tệp mô tả, tệp bảng và tệp mẫu, ví dụ thêm chữ “rieng-” ở đầu.",
        )
        for position, paper in enumerate(year.own_papers)
        if paper.key in taken
    )


def own_template_findings(workspace: Workspace, year: Year) -> tuple[Finding, ...]:
    """What is wrong with the templates of the office's own papers, and templates that belong to no kind."""
    own = [kind for kind in kinds_of(year) if kind not in KINDS]
    return (*(finding for kind in own for finding in _of_template(workspace, kind)), *_strays(workspace, year))


def _of_template(workspace: Workspace, kind: Kind) -> Iterator[Finding]:
    try:
        path = workspace.template(kind)
        found = word.lint(read_file(path), path.name, kind.context, EXPECTED)
    except TemplateMissing:
        reason = f"Văn bản riêng “{kind.name}” chưa có mẫu Word."
        remedy = f"Hãy chạy vanban template copy {kind.name} để có mẫu mới theo bản mô tả, rồi sửa bằng Word."
        yield Finding(place=Place(file=f"templates/docx/{kind.name}.docx"), reason=reason, remedy=remedy)
        return
    except VanbanError as fault:
        yield Finding(place=Place(file=f"templates/docx/{kind.name}.docx"), reason=fault.said, remedy=fault.advice)
        return
    yield from found


def _strays(workspace: Workspace, year: Year) -> Iterator[Finding]:
    """A template of which nothing says what it is for: nobody would miss it in the output."""
    known = {kind.name for kind in kinds_of(year)} | {row.template for row in year.law.forms}
    for name in workspace.own_template_names():
        if name not in known:
            guess = did_you_mean(name, known)
            yield Finding(
                severity=Severity.WARNING,
                place=Place(file=f"templates/docx/{name}.docx"),
                reason=f"Mẫu này không thuộc loại văn bản nào nên không được dùng.{guess}",
                remedy="Hãy sửa tên tệp; nếu là văn bản riêng thì viết bản mô tả cho nó (xem vanban paper new).",
            )
