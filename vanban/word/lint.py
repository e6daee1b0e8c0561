"""Tell everything that is wrong with a template before any document is made from it."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator

from pydantic import BaseModel, Field

from vanban.domain.accents import accent_free
from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.record import Record
from vanban.word import declared, faults
from vanban.word.declared import DeclaredShape
from vanban.word.faults import TagFault
from vanban.word.list_formats import ListFormats
from vanban.word.mentions import Mentions
from vanban.word.part import TemplatePart
from vanban.word.rehearsal import rehearse
from vanban.word.template import opened_template

_DEEPEST = 6
_CUTTING = "có lệnh if hoặc for mở ở một ô hay bảng và đóng ở ô hay bảng khác"
_UNCUT = "Hãy đặt lệnh mở và lệnh đóng trong cùng một đoạn, một ô, hoặc dùng {%p … %}, {%tr … %}."

_GOES_ON = "danh sách tự đánh số trong vòng lặp này đánh tiếp số của lượt trước, vì còn đoạn ở ngoài vòng lặp"
_BEGIN_ANEW = (
    "Hãy bấm chuột phải vào số đầu trong vòng lặp, chọn Restart at 1 (mỗi lượt sẽ trở lại số đó), hoặc viết số bằng "
    "{{ loop.index }}; để nguyên nếu muốn đánh liên tục."
)


def lint(
    data: bytes, name: str, context: type[BaseModel], expected: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Every fault of the template ``data``, called ``name``, against the fields that ``context`` declares.

    ``expected`` are the fields that it should mention, all if not said.

    Errors are tags that cannot be understood or are not allowed, fields that ``context`` does not have, values printed
    where Word shows none; warnings are conditions that cut through the layout, and fields never mentioned. Raises a
    :class:`vanban.errors.PackageError` or :class:`vanban.errors.UnusableTemplate` for what is no Word file.
    """
    opened = opened_template(data, name)
    parts, found = faults.read(opened, ListFormats(opened.parts, name), name)
    findings = [_finding(name, (one.area, one.paragraph), one.sentence, _remedy(one, context)) for one in found]
    mentions = Mentions(context)
    for part in parts:
        findings += _of_part(name, part, mentions)
        findings += _running(name, part)
    if not found:
        rehearsed = [*_rehearsed(data, name, context)]
        findings += rehearsed
        findings += () if any(one.severity is Severity.ERROR for one in rehearsed) else _doubtful(name, parts)
        findings += _unused(name, mentions, expected)
    return tuple(findings)


def _remedy(fault: TagFault, context: type[BaseModel]) -> str:
    """The fault's own, or the tag to write in the place of a merge field."""
    if not fault.merges:
        return fault.remedy
    rows = [row for row in fields(context) if row.kind == "chữ, số"]
    names = {_spoken(name): row for row in reversed(rows) for name in (row.title, _last(row.name))}
    wanted = _spoken(fault.merges)
    near = difflib.get_close_matches(wanted, sorted(names), 1)
    if not near:
        return fault.remedy
    row = names[near[0]]
    return f"Hãy xóa trường đó và viết {{{{ {row.name.replace('[]', '')} }}}} ({row.title or row.name})."


def _spoken(name: str) -> str:
    return accent_free(name).replace("_", " ")


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _rehearsed(data: bytes, name: str, context: type[BaseModel]) -> Iterator[Finding]:
    for found in rehearse(data, name, context):
        if found.is_mended:
            remedy = "Không cần sửa nếu đó là điều mong muốn."
            yield _finding(name, ("", ""), f"với một số dữ liệu, {found.reason}", remedy, Severity.WARNING)
        elif found.is_broken:
            yield _finding(name, (found.area, ""), f"với một số dữ liệu, {found.reason}: {_CUTTING}", _UNCUT)
        else:
            reason = f"với một số dữ liệu, tệp làm ra hỏng hoặc chưa xong: {found.reason}"
            yield _finding(name, (found.area, found.excerpt), reason, "Hãy sửa chỗ đó trong mẫu rồi kiểm tra lại.")


def _of_part(name: str, part: TemplatePart, mentions: Mentions) -> Iterator[Finding]:
    for piece in part.pieces:
        for problem in mentions.read(piece.tree(), is_xml=part.is_xml):
            paragraph = piece.paragraph(problem.line, problem.mention)
            yield _finding(name, (part.area, paragraph), problem.reason, problem.remedy)


def _running(name: str, part: TemplatePart) -> Iterator[Finding]:
    for piece in part.pieces:
        for running in piece.running:
            if not running.begins_anew:
                where = (part.area, piece.paragraph(running.loop.lineno))
                yield _finding(name, where, _GOES_ON, _BEGIN_ANEW, Severity.WARNING)


def _doubtful(name: str, parts: Iterable[TemplatePart]) -> Iterator[Finding]:
    """Conditions that cut through the layout, though no sample breaks it."""
    for part in parts:
        if not all(piece.is_balanced for piece in part.pieces):
            yield _finding(name, (part.area, ""), _CUTTING, _UNCUT, Severity.WARNING)


def _unused(name: str, mentions: Mentions, expected: Collection[str] | None) -> Iterator[Finding]:
    for field, title in mentions.unused():
        if expected is not None and field not in expected:
            continue
        remedy = "Hãy thêm vào mẫu nếu văn bản cần chỗ điền đó."
        yield _finding(name, ("", ""), f"không dùng chỗ điền “{field}” ({title})", remedy, Severity.WARNING)


def _finding(
    name: str, where: tuple[str, str], reason: str, remedy: str, severity: Severity = Severity.ERROR
) -> Finding:
    """``where``: the area of the template and the paragraph, as far as they are known."""
    header = ": ".join(filter(None, where)) or None
    sentence = reason[0].upper() + reason[1:] + "."
    return Finding(severity=severity, place=Place(file=name, header=header), reason=sentence, remedy=remedy)


class FieldRow(Record):
    """One field that a template may use."""

    name: str = Field(title="Tên chỗ điền")
    title: str = Field(title="Nội dung")
    kind: str = Field(title="Loại")


_KINDS = {
    "value": "chữ, số",
    "length": "độ dài",
    "group": "nhóm",
    "list": "danh sách",
    "row": "danh sách",
    "mapping": "bảng tra",
    "unknown": "chữ, số",
}


def fields(context: type[BaseModel]) -> tuple[FieldRow, ...]:
    """The fields of ``context`` in order, each followed by its own: ``closing.signer_name``, ``lines[].text``."""
    return tuple(_rows("", (context,), _DEEPEST))


def _rows(prefix: str, models: tuple[type[BaseModel], ...], depth: int) -> Iterator[FieldRow]:
    for name, member in declared.members(models).items():
        path = f"{prefix}{name}" if name.isidentifier() else f'{prefix.removesuffix(".")}["{name}"]'
        yield FieldRow(name=path, title=member.title, kind=_KINDS[member.shape.sort])
        inner, path = _inside(member.shape, path)
        if inner.sort == "group" and depth and not set(inner.models) & set(models):
            yield from _rows(f"{path}.", inner.models, depth - 1)


def _inside(shape: DeclaredShape, path: str) -> tuple[DeclaredShape, str]:
    """The group that a field leads to, through any lists."""
    while shape.sort == "list":
        shape, path = shape.items[0], f"{path}[]"
    return shape, path
