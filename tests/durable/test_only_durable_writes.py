"""No module of the package changes the disk but ``durable``: a scan of every call in the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import vanban

_PACKAGE = Path(vanban.__file__).parent
_METHODS = {
    "write_bytes", "write_text", "rename", "unlink", "rmdir", "mkdir", "touch", "symlink_to", "hardlink_to", "chmod",
}  # fmt: skip
_MODULES = {
    "os": {
        "open", "write", "replace", "rename", "renames", "remove", "removedirs", "unlink", "mkdir", "makedirs", "rmdir",
        "link", "symlink", "truncate", "chmod", "utime", "fdopen",
    },
    "shutil": {"move", "copy", "copy2", "copyfile", "copytree", "rmtree", "make_archive", "unpack_archive"},
    "tempfile": {"mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile"},
}  # fmt: skip
_SAVERS = {"save", "extract", "extractall"}
_BUFFERS = {"BytesIO", "StringIO"}


def _name(node: ast.expr | None) -> str:
    """The last name of ``io.BytesIO`` or ``BytesIO``."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _makes_buffer(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Call) and _name(value.func) in _BUFFERS


def _buffers(tree: ast.AST) -> set[str]:
    """Names that hold memory, not files: assigned from ``BytesIO()``, alone or in a row, or annotated as a stream."""
    held = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = list(zip(target.elts, node.value.elts, strict=False))
                held |= {_name(name) for name, value in pairs if _makes_buffer(value)}
        if isinstance(node, ast.AnnAssign | ast.NamedExpr) and _makes_buffer(node.value):
            held.add(_name(node.target))
        if isinstance(node, ast.arg) and _name(node.annotation) in _BUFFERS | {"BinaryIO"}:
            held.add(node.arg)
    return held


def _in_memory(call: ast.Call, buffers: set[str]) -> bool:
    if not call.args:
        return True
    first = call.args[0]
    return _name(first) in buffers or (isinstance(first, ast.Call) and _name(first.func) in _BUFFERS)


def _mode(call: ast.Call, position: int) -> str:
    """The mode that a call opens with; ``w`` where it cannot be read off the source."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] + call.args[position : position + 1]
    if not given:
        return "r"
    value = given[0]
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else "w"


def _opens_to_write(call: ast.Call) -> bool:
    """Whether ``x.open(…)`` is given a mode that writes. Other things than paths have an ``open`` too."""
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Constant):
        return (
            isinstance(first.value, str) and set(first.value) <= set("rwaxbt+") and bool(set(first.value) & set("wax+"))
        )
    named = any(keyword.arg == "mode" for keyword in call.keywords)
    return (named or "mode" in _name(first)) and bool(set(_mode(call, 0)) & set("wax+"))


def _changes_the_disk(call: ast.Call, buffers: set[str]) -> bool:
    function, name = call.func, _name(call.func)
    if isinstance(function, ast.Name):
        if name == "open":
            return bool(set(_mode(call, 1)) & set("wax+"))
        return name == "ZipFile" and _mode(call, 1) != "r" and not _in_memory(call, buffers)
    if not isinstance(function, ast.Attribute):
        return False
    owner = _name(function.value)
    if owner in _MODULES:
        return name in _MODULES[owner]
    if owner in ("durable", "re"):
        return False
    if name == "replace":  # Text has two arguments; a path has one, by position.
        return len(call.args) == 1 and not call.keywords
    if name == "ZipFile":
        return _mode(call, 1) != "r" and not _in_memory(call, buffers)
    if name == "open":
        return _opens_to_write(call)
    if name in _SAVERS:
        return not _in_memory(call, buffers)
    return name in _METHODS


def _found(source: str) -> Iterator[int]:
    tree = ast.parse(source)
    buffers = _buffers(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _changes_the_disk(node, buffers):
            yield node.lineno


@pytest.mark.parametrize(
    "source",
    [
        "open('x', 'w')",
        "open('x', mode)",
        "open('x', mode='ab')",
        "io.open('x', 'w')",
        "path.open('xb')",
        "path.open(mode)",
        "path.open(mode='w')",
        "path.write_text('x')",
        "path.write_bytes(b'x')",
        "path.rename(other)",
        "path.replace(other)",
        "path.mkdir()",
        "os.replace(a, b)",
        "shutil.move(a, b)",
        "tempfile.mkdtemp()",
        "zipfile.ZipFile(path, 'w')",
        "ZipFile(path, mode='a')",
        "archive.extractall(folder)",
        "document.save(path)",
        "buffer = BytesIO()\nworkbook.save('x.xlsx')",
    ],
)
def test_a_call_that_changes_the_disk_is_seen(source: str) -> None:
    assert list(_found(source))


@pytest.mark.parametrize(
    "source",
    [
        "open('x')",
        "open('x', 'rb')",
        "path.open('r')",
        "text.replace('a', 'b')",
        "day.replace(year=2025)",
        "dataclasses.replace(record, name='x')",
        "ZipFile(path)",
        "ZipFile(BytesIO(data), 'w')",
        "buffer = io.BytesIO()\nzipfile.ZipFile(buffer, 'w')",
        "buffer = BytesIO()\ndocument.save(buffer)",
        "first, second = BytesIO(), BytesIO()\ndocument.save(second)",
        "buffer: BytesIO = BytesIO()\ndocument.save(buffer)",
        "pdfplumber.open(BytesIO(data))",
        "Register.open(path)",
        "reader.open(tag)",
        "durable.write(path, data)",
    ],
)
def test_a_call_that_only_reads_or_stays_in_memory_is_allowed(source: str) -> None:
    assert not list(_found(source))


def test_no_module_but_durable_changes_the_disk() -> None:
    found = [
        f"{path.relative_to(_PACKAGE)}:{line}"
        for path in sorted(_PACKAGE.rglob("*.py"))
        if path.name != "durable.py"
        for line in _found(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_scan_sees_durable_itself() -> None:
    assert len(list(_found((_PACKAGE / "durable.py").read_text(encoding="utf-8")))) > 5
