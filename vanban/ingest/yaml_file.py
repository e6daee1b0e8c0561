"""Turn a YAML file into records."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from vanban.domain.office import Office
from vanban.domain.text import TextFault
from vanban.ingest.assembly import BROKEN, Assembly, Broken, R
from vanban.ingest.decoding import decode
from vanban.ingest.reading import PlaceMark, ReadOutcome, ValuePlaces, line_fingerprints, told
from vanban.ingest.tree import Listing, Node, NodeGroup
from vanban.ingest.yaml_tree import parse
from vanban.ingest.yaml_trouble import lines_of

T = TypeVar("T")

_LARGEST_FILE = 2**20
_EMPTY = TextFault(
    "Tệp chưa có nội dung.",
    "Hãy lập bộ mẫu ở một thư mục khác (vanban new mau --sample), chép tệp cùng tên sang rồi sửa lại.",
)
_NO_GROUP = TextFault(
    "Tệp phải gồm các mục “tên mục: lời văn”.", "Hãy ghi mỗi mục trên một dòng, có dấu cách sau dấu “:”."
)
_NO_LIST = TextFault("Tệp phải là một danh sách.", "Hãy bắt đầu mỗi mục của danh sách bằng “- ” ở đầu dòng.")


def read_yaml(data: bytes, file: str, model: type[R], office: Office | None = None) -> ReadOutcome[R]:
    """The record that a YAML file holds; ``file`` is its name as findings show it, in words of the ``office``."""

    def build(assembly: Assembly, root: Node | None) -> R | Broken:
        if isinstance(root, NodeGroup):
            return assembly.record(model, root, ())
        assembly.find((), _EMPTY if root is None else _NO_GROUP)
        return BROKEN

    return _read(data, file, build, office)


def read_yaml_list(data: bytes, file: str, model: type[R], office: Office | None = None) -> ReadOutcome[tuple[R, ...]]:
    """The records that a YAML file holds as one list; an empty file is an empty list."""

    def build(assembly: Assembly, root: Node | None) -> tuple[R, ...] | Broken:
        if root is None or isinstance(root, Listing):
            return assembly.records(model, root or Listing([], 1))
        assembly.find((), _NO_LIST)
        return BROKEN

    return _read(data, file, build, office)


def _read(
    data: bytes, file: str, build: Callable[[Assembly, Node | None], T | Broken], office: Office | None
) -> ReadOutcome[T]:
    text = decode(data, file, _LARGEST_FILE)
    if not isinstance(text, str):
        return ReadOutcome(None, (text,), ValuePlaces({(): PlaceMark(file)}))
    assembly = Assembly(file, office=office)
    root, troubles = parse(text)
    lines = lines_of(text)
    for trouble in troubles:
        written = lines[trouble.line - 1].strip()
        assembly.find_at(PlaceMark(file, line=trouble.line), trouble.fault, written)
    made = build(assembly, root) if root is not None or not troubles else BROKEN
    value = None if isinstance(made, Broken) or troubles else made
    findings = told(assembly.findings, assembly.untold, file)
    return ReadOutcome(value, findings, ValuePlaces(assembly.marks), {file: line_fingerprints(data)})
