"""The kinds, their templates, what a template may mention, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vanban import proofread, word
from vanban.domain.finding import Finding, Severity
from vanban.durable import move_aside, write
from vanban.errors import NoWorkspace, PathTaken
from vanban.kinds import KINDS, Kind
from vanban.kinds.own import headers_of_row
from vanban.stationery.own_paper import own_template
from vanban.workflows.check import office_of
from vanban.workflows.own_papers import described, expected_of, own_kinds
from vanban.workflows.selection import kind_named
from vanban.workspace import Workspace, find, read_file, shipped_template

_LEVELS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Lưu ý"}
_AREAS = ("đầu trang", "chân trang", "chú thích")


@dataclass(frozen=True)
class TemplateListed:
    """One kind and the template that its documents are made with."""

    kind: str
    title: str
    path: Path
    own: bool

    def to_json(self) -> dict[str, object]:
        """Kind, title, file, whether it is the workspace's own."""
        return {"kind": self.kind, "title": self.title, "path": str(self.path), "own": self.own}


@dataclass(frozen=True)
class TemplatesListed:
    """Every kind, in the order of the year."""

    templates: tuple[TemplateListed, ...]

    def to_json(self) -> list[object]:
        """Each kind."""
        return [one.to_json() for one in self.templates]


@dataclass(frozen=True)
class FieldsListed:
    """What a template of one kind may mention."""

    fields: tuple[word.FieldRow, ...]

    def to_json(self) -> list[object]:
        """Each field."""
        return [{"name": one.name, "title": one.title, "kind": one.kind} for one in self.fields]


@dataclass(frozen=True)
class Linted:
    """What is wrong with templates."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether all of them may be used."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def exit_code(self) -> int:
        """1 where one may not be used."""
        return 0 if self.ok else 1

    def to_json(self) -> dict[str, object]:
        """Whether all may be used, findings."""
        return {"ok": self.ok, "findings": [finding.to_json() for finding in self.findings]}


@dataclass(frozen=True)
class TemplateCopied:
    """The copy of a kind's default template that the workspace has now."""

    kind: str
    path: Path

    def to_json(self) -> dict[str, object]:
        """Kind and path."""
        return {"kind": self.kind, "path": str(self.path)}


def list_templates(workspace: Workspace) -> TemplatesListed:
    """Every kind with the template in force, in the order of the year."""
    listed = tuple(
        TemplateListed(
            kind=kind.name,
            title=kind.title,
            path=workspace.template(kind),
            own=workspace.template(kind) == workspace.own_template(kind),
        )
        for kind in _kinds(workspace)
        if kind in KINDS or workspace.own_template(kind).is_file()
    )
    return TemplatesListed(listed)


def template_fields(name: str, start: Path | None = None) -> FieldsListed:
    """What a template of that kind may mention; the office's own papers are known where ``start`` is in a workspace."""
    workspace = _around(start)
    return FieldsListed(word.fields(kind_named(name, _kinds(workspace)).context))


def _around(start: Path | None) -> Workspace | None:
    try:
        return find(start) if start else None
    except NoWorkspace:
        return None


def copy_template(workspace: Workspace, name: str) -> TemplateCopied:
    """A copy of the default template in the workspace, to be changed in Word; ``PathTaken`` where one stands."""
    kind = kind_named(name, _kinds(workspace))
    place = workspace.own_template(kind)
    if place.exists():
        raise PathTaken(path=place)
    if kind in KINDS:
        write(place, read_file(shipped_template(kind)))
    else:
        write(place, own_template(described(workspace)[name], headers_of_row(kind)))
    return TemplateCopied(kind.name, place)


def lint_templates(workspace: Workspace, files: Iterable[Path] = ()) -> Linted:
    """What is wrong with the named templates, or with every one in force; a file's stem names its kind."""
    kinds = _kinds(workspace)
    named = [(kind_named(path.stem, kinds), path) for path in files] or [
        (kind, workspace.template(kind)) for kind in kinds
    ]
    found = (
        finding
        for kind, path in named
        for finding in word.lint(read_file(path), path.name, kind.context, expected_of(kind))
    )
    return Linted(tuple(found))


def _kinds(workspace: Workspace | None) -> tuple[Kind, ...]:
    """The program's kinds, and those that the office describes itself."""
    own = own_kinds(workspace, office_of(workspace)) if workspace and workspace.paper_files() else ()
    return (*KINDS, *own)


def template_in_force(workspace: Workspace, name: str) -> tuple[str, bytes]:
    """The file of the template that documents of that kind are made with: its name and bytes."""
    kind = kind_named(name, _kinds(workspace))
    return f"{kind.name}.docx", read_file(workspace.template(kind))


def show_template(workspace: Workspace, name: str, rows: int) -> bytes:
    """The Word file that the template in force makes with the names of its fields in their places, ``rows`` in each
    list. Raises a :class:`vanban.errors.TemplateFault`."""
    kind = kind_named(name, _kinds(workspace))
    made = word.Template.from_bytes(read_file(workspace.template(kind)), name=f"{kind.name}.docx")
    return made.render(word.shown_context(kind.context, rows))


def mark_template(workspace: Workspace, name: str, file: Path) -> bytes:
    """A copy of that Word file with what is wrong with it as a template of a kind, as a comment at each place."""
    kind = kind_named(name, _kinds(workspace))
    data = read_file(file)
    found = word.lint(data, f"{kind.name}.docx", kind.context, expected_of(kind))
    return proofread.remarked(data, f"{kind.name}.docx", [_remark(one) for one in found])


def _remark(finding: Finding) -> proofread.Remark:
    """The finding at its paragraph; one of a header says where it is."""
    where = finding.place.header or ""
    area, _, excerpt = where.partition(": ") if where.startswith(_AREAS) else ("", "", where)
    said = f"{_LEVELS[finding.severity]}{f' ({area})' if area else ''}: {finding.reason}"
    return proofread.Remark("" if area else excerpt.rstrip("…"), (said, f"Cách sửa: {finding.remedy}"))


def put_template(workspace: Workspace, name: str, file: Path) -> Linted:
    """Make that Word file the office's own template of a kind, where nothing in it is wrong; the one before is kept
    beside it. Raises :class:`vanban.errors.PackageError`."""
    kind = kind_named(name, _kinds(workspace))
    data = read_file(file)
    linted = Linted(tuple(word.lint(data, f"{kind.name}.docx", kind.context, expected_of(kind))))
    place = workspace.own_template(kind)
    if linted.ok and not (place.is_file() and read_file(place) == data):
        if place.is_file():
            move_aside(place)
        write(place, data)
    return linted
