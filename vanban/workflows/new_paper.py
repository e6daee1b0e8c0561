"""Begin a paper of one's own: its description, its Word template, and its table in the folder of a year."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from vanban import word
from vanban.domain.finding import Finding, Severity
from vanban.domain.office import Office
from vanban.domain.own_paper import ColumnKind, OnePer, OwnColumn, OwnPaper, PaperDescription
from vanban.domain.rows import keyed
from vanban.domain.signatory import Signatory, Signature, SigningCapacity
from vanban.domain.step import Step
from vanban.domain.suggestion import did_you_mean, plain
from vanban.domain.text import text_faults, tidy
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.durable import write
from vanban.errors import ColumnsUnfit, PaperExists, PaperNameUnfit
from vanban.ingest import PARTS, row_model, write_table
from vanban.kinds import KINDS, TABLES
from vanban.kinds.own import DECISION, EXPECTED, headers_of_row, own_kind
from vanban.stationery.own_paper import own_template
from vanban.workflows.check import office_of, signatories_of
from vanban.workflows.own_papers import code_of
from vanban.workspace import Workspace, read_file

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{1,39}")
_OF_WINDOWS: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
_BETWEEN: Final = re.compile(r"[;\n]+")
_NOT_IN_SHEETS: Final = re.compile(r"[\[\]:*?/\\]")
_MOST_COLUMNS: Final = 60


@dataclass(frozen=True)
class NewPaper:
    """What is asked for. ``columns`` as typed: “Tiêu chí; Điểm: số; Ngày nộp: ngày”; ``letter`` is a file of a mail
    merge whose fields become the columns. ``year`` is the newest if not said."""

    name: str
    columns: str = ""
    title: str = ""
    type_name: str = ""
    one_per: OnePer | None = None
    table: str | None = None
    owner: str | None = None
    letter: Path | None = None
    year: WorkYear | None = None


@dataclass(frozen=True)
class PaperMade:
    """The files that the paper consists of, its columns, what the letter of a mail merge needs said, and what is wrong
    with the template that came out."""

    name: str
    root: Path
    paths: tuple[Path, ...]
    columns: tuple[str, ...]
    notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def files(self) -> tuple[str, ...]:
        """The files below the workspace."""
        return tuple(path.relative_to(self.root).as_posix() for path in self.paths)

    @property
    def exit_code(self) -> int:
        """1 where the template cannot be used yet."""
        return int(any(finding.severity is Severity.ERROR for finding in self.findings))

    def to_json(self) -> dict[str, object]:
        """Name, files, columns, notes, findings."""
        return {
            "name": self.name,
            "files": list(self.files),
            "columns": list(self.columns),
            "notes": list(self.notes),
            "findings": [finding.to_json() for finding in self.findings],
        }


def new_paper(workspace: Workspace, request: NewPaper) -> PaperMade:
    """Make the description, the template and the empty table of a paper of one's own.

    Raises:
        PaperNameUnfit, PaperExists, ColumnsUnfit: the name or the columns cannot be.
        OfficeUnfit, NoYear: the office cannot be read, or there is no such year.
        PackageError, NoMergeFields: the letter is no Word file, or no letter of a mail merge.
    """
    _require_fit_name(request.name)
    number = workspace.year(request.year)
    letter = word.merge_letter(read_file(request.letter), request.letter.name) if request.letter else None
    columns = letter.columns if letter else _columns(request.columns)
    office = office_of(workspace)
    paper = _described(request, columns, office, signatories_of(workspace, number))
    kind = own_kind(OwnPaper(key=request.name, type_code=code_of(paper.type_name), **dict(paper)), office, TABLES)
    template = letter.template if letter else own_template(paper, headers_of_row(kind))
    files = {workspace.paper_description(request.name): _written(paper), workspace.own_template(kind): template}
    if columns:
        files[workspace.paper_table(number, request.name)] = write_table((), row_model(columns), _sheet(paper.title))
    for path in files:
        if path.exists():
            raise PaperExists(name=request.name, path=path.relative_to(workspace.root).as_posix())
    for path, data in files.items():
        write(path, data)
    return PaperMade(
        name=request.name,
        root=workspace.root,
        paths=tuple(files),
        columns=tuple(column.name for column in columns),
        notes=letter.notes if letter else (),
        findings=word.lint(template, f"{request.name}.docx", kind.context, EXPECTED),
    )


def _sheet(title: str) -> str:
    """The title as Excel takes it for a sheet: no more than 31 characters, none of those that it keeps for itself."""
    return _NOT_IN_SHEETS.sub(" ", title)[:31].strip("' ") or "Bảng"


def _require_fit_name(name: str) -> None:
    taken = {kind.name for kind in KINDS} | {part.stem for part in PARTS}
    if not _NAME.fullmatch(name) or _OF_WINDOWS.fullmatch(name):
        raise PaperNameUnfit(name=name, reason="tên có chữ hoa, chữ có dấu, dấu cách, hoặc ngắn quá, dài quá")
    if name in taken:
        raise PaperNameUnfit(name=name, reason="chương trình đã dùng tên này")


def _columns(said: str) -> tuple[OwnColumn, ...]:
    """The columns of ``Tiêu chí; Điểm chuẩn: số``. Raises :class:`ColumnsUnfit`."""
    columns = tuple(_column(tidy(piece)) for piece in _BETWEEN.split(said) if piece.strip())
    if len(columns) > _MOST_COLUMNS:
        raise ColumnsUnfit(reason=f"có {len(columns)} cột, nhiều nhất là {_MOST_COLUMNS}")
    return columns


def _column(said: str) -> OwnColumn:
    name, colon, kind = (piece.strip() for piece in said.rpartition(":"))
    kinds = {word: one for one in ColumnKind for word in (one.value, *one.aliases)}
    if not colon:
        name, kind = kind, ColumnKind.TEXT.value
    elif kind.casefold() not in kinds:
        nearest = did_you_mean(kind.casefold(), kinds)
        raise ColumnsUnfit(reason=f"cột “{name}” có loại “{kind}”, chỉ có chữ, số, ngày.{nearest}")
    if faults := text_faults(name):
        raise ColumnsUnfit(reason=f"tên cột “{name}” viết sai: {faults[0].reason}")
    if not name or '"' in name:
        raise ColumnsUnfit(reason=f"tên cột “{said}” trống hoặc có dấu nháy kép")
    return OwnColumn(name=name, kind=kinds[kind.casefold()])


def _described(
    request: NewPaper, columns: Sequence[OwnColumn], office: Office, signatories: Sequence[Signatory]
) -> PaperDescription:
    """The description to begin with: who signs for the office's first body. Raises :class:`ColumnsUnfit`."""
    title = tidy(request.title) or _spoken(request.name)
    one_per = request.one_per or (OnePer.ROW if request.letter or request.table else OnePer.DOCUMENT)
    body = office.bodies[0]
    signer = _signer(body.key, body.head_position, signatories)
    try:
        return PaperDescription(
            title=title,
            type_name=tidy(request.type_name) or title,
            step=Step.OTHER,
            one_per=one_per,
            table=_table_named(request.table),
            owner=request.owner,
            columns=tuple(columns),
            issuer=body.key,
            subject="Năm {year}",
            signature=Signature(
                signatory=signer,
                capacity=() if request.type_name == DECISION else _capacity(signer, body.collective_name, signatories),
            ),
        )
    except ValidationError as error:
        raise ColumnsUnfit(reason=_said(error)) from error


def _table_named(said: str | None) -> str | None:
    """The name of the table that a person calls so: ``people``, “Cá nhân”; what is none is refused later."""
    titles = {plain(Year.model_fields[name].title or name): name for name in TABLES}
    return said if said is None or said in TABLES else titles.get(plain(said), said)


def _said(error: ValidationError) -> str:
    raised = error.errors()[0].get("ctx", {}).get("error")
    return str(raised) if raised else "có cột không dùng được"


def _spoken(name: str) -> str:
    words = " ".join(re.split(r"[-_]+", name)).strip()
    return words[:1].upper() + words[1:]


def _signer(body: str, position: str, signatories: Sequence[Signatory]) -> str:
    """The body's head if it is known, else anybody who signs for it."""
    own = [one for one in signatories if one.issuer == body]
    head = [one for one in own if one.position.casefold() == position.casefold()]
    first = next(iter((*head, *own)), None)
    return first.key if first else ""


def _capacity(signer: str, collective: str | None, signatories: Sequence[Signatory]) -> tuple[SigningCapacity, ...]:
    """A committee or council signs as a collective; whoever else does writes it into the description."""
    is_collective = (collective or "").casefold().startswith(("ủy ban", "hội đồng", "ban "))
    return (SigningCapacity.ON_BEHALF,) if signer in keyed(signatories) and is_collective else ()


# The file that a clerk reads


def _written(paper: PaperDescription) -> bytes:
    return ("\n".join(_lines(paper)) + "\n").encode()


def _lines(paper: PaperDescription) -> Iterator[str]:
    yield "# Văn bản riêng của cơ quan. Lời văn nằm trong mẫu Word cùng tên, dữ liệu nằm trong bảng Excel cùng tên."
    yield f"title: {_quoted(paper.title)}"
    yield "# Tên loại in trên văn bản. Tên loại của Nghị định 30 (Thông báo, Công văn, Giấy mời, Quyết định) thì được"
    yield "# cấp số khi ban hành; tên khác thì không có số."
    yield f"type_name: {_quoted(paper.type_name)}"
    yield "# Trích yếu. Ở trích yếu, kính gửi, nơi nhận viết {year} là năm; văn bản theo dòng viết được {ten_cot}."
    yield f"subject: {_quoted(paper.subject)}"
    yield "# Mỗi văn bản cho: document (cả bảng), row (mỗi dòng một văn bản), unit (mỗi đơn vị một văn bản)."
    yield f"one_per: {paper.one_per.value}"
    if paper.table:
        yield f"table: {paper.table}"
    if paper.owner:
        yield f"owner: {_quoted(paper.owner)}"
    yield f"step: {paper.step.value}"
    yield f"issuer: {paper.issuer}"
    yield "signature:"
    yield f"  signatory: {_quoted(paper.signature.signatory)}"
    if paper.signature.capacity:
        yield f"  capacity: [{', '.join(one.value for one in paper.signature.capacity)}]"
    yield "# Thêm khi cần: kính gửi (addressees), nơi nhận (recipients), căn cứ (legal_bases), hệ thống số (series)."
    if paper.columns:
        yield "# Các cột của bảng, đúng như dòng tên cột trong Excel; kind: text (chữ), number (số), date (ngày)."
        yield "columns:"
    for column in paper.columns:
        yield f"  - name: {_quoted(column.name)}"
        if column.kind is not ColumnKind.TEXT:
            yield f"    kind: {column.kind.value}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
