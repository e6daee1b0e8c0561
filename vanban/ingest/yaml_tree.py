"""Turn YAML text into a tree in which every value is the text as written, with its line.

Only the parts of YAML that a clerk needs: groups, lists, plain, quoted and block texts. Types come from the data model,
so ``012``, ``12:30``, ``no`` and ``~`` stay what they are. Anchors, aliases, merge keys and tags are refused: they let
a small file stand for an endless one, or make one line change another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import yaml

from vanban.domain.finding import visible
from vanban.domain.text import TextFault
from vanban.ingest.tree import Listing, Node, NodeGroup, Scalar
from vanban.ingest.yaml_trouble import Trouble, explain_syntax, lines_of, unreadable_characters

_MOST_NODES = 50_000
_DEEPEST = 32

_PLAIN_QUOTES = 'Hãy bỏ đi, hoặc đặt cả lời văn trong dấu nháy kép thẳng "…".'


class _Stop(Exception):
    """Reading cannot go on behind this trouble."""

    def __init__(self, line: int, fault: TextFault) -> None:
        super().__init__(line, fault)
        self.trouble = Trouble(line, fault)


class _Mark(Protocol):
    line: int
    column: int


@dataclass
class _Open:
    """A list or group that is still being read; ``key`` is the name whose value comes next."""

    node: Listing | NodeGroup
    key: str | None = None


class _Builder:
    """Takes parser events in order; keeps its own stack so that depth is a rule and not a crash."""

    def __init__(self, lines: list[str]) -> None:
        self.root: Node | None = None
        self.troubles: list[Trouble] = []
        self._lines = lines
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        line = _index(event.start_mark) + 1
        self._refuse_cleverness(event, line)
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise _Stop(
                        line, TextFault("Tệp có hai phần ngăn bởi dòng “---”.", "Hãy xóa dòng “---” ở giữa tệp.")
                    )
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.SequenceStartEvent():
                self._start(Listing([], line), line)
            case yaml.MappingStartEvent():
                self._start(NodeGroup({}, line), line)
            case yaml.CollectionEndEvent():
                self._open.pop()

    def _refuse_cleverness(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise _Stop(
                line, TextFault(f"Dấu “{mark}” ở đầu lời văn có nghĩa riêng và không được dùng.", _PLAIN_QUOTES)
            )
        if getattr(event, "tag", None) is not None:
            raise _Stop(line, TextFault("Dấu “!” ở đầu lời văn có nghĩa riêng và không được dùng.", _PLAIN_QUOTES))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.node, NodeGroup) and top.key is None:
            self._name(event.value, line, top, top.node)
        else:
            self._notice_losses(event, line)
            self._place(Scalar(event.value, line))

    def _notice_losses(self, event: yaml.ScalarEvent, line: int) -> None:
        """Three things that YAML takes without a word and no clerk means."""
        if event.style is None:
            last, rest = _index(event.end_mark), self._rest(event.end_mark)
            if rest.startswith("#") and rest[1:2].strip():
                reason = f"Phần “{visible(rest)}” bị coi là ghi chú, không thuộc lời văn."
                remedy = "Hãy đặt cả lời văn trong dấu nháy kép thẳng, hoặc thêm dấu cách sau “#” nếu là ghi chú."
                self.troubles.append(Trouble(last + 1, TextFault(reason, remedy)))
            for number, text in enumerate(self._lines[line : last + 1], start=line + 1):
                if text.lstrip().startswith("- "):
                    reason = "Dòng bắt đầu bằng “-” này thụt quá sâu nên bị nối vào lời văn ở dòng trên."
                    remedy = "Hãy canh thẳng các dấu “-” của cùng một danh sách."
                    self.troubles.append(Trouble(number, TextFault(reason, remedy)))
        elif event.style in "|>" and not event.value and len(self._rest(event.start_mark)) > 1:
            reason = f"Dấu “{event.style}” ở đầu lời văn có nghĩa riêng, phần sau nó bị bỏ mất."
            self.troubles.append(Trouble(line, TextFault(reason, _PLAIN_QUOTES)))

    def _rest(self, mark: _Mark | None) -> str:
        """What stands on a mark's line from there on."""
        index = _index(mark)
        return self._lines[index][mark.column :].strip() if mark and index < len(self._lines) else ""

    def _name(self, name: str, line: int, top: _Open, group: NodeGroup) -> None:
        if name == "<<":
            raise _Stop(line, TextFault("Cách ghép nhóm “<<” không được dùng.", "Hãy chép các mục ra đầy đủ."))
        if name in group.lines:
            reason = f"Mục “{name}” đã có ở dòng {group.lines[name]}."
            self.troubles.append(Trouble(line, TextFault(reason, "Hãy xóa một trong hai.")))
        group.lines.setdefault(name, line)
        top.key = name

    def _start(self, node: Listing | NodeGroup, line: int) -> None:
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.node, NodeGroup) and top.key is None:
            raise _Stop(
                line, TextFault("Tên mục phải là một từ, không phải danh sách hay nhóm.", "Hãy sửa lại tên mục.")
            )
        if len(self._open) == _DEEPEST:
            raise _Stop(line, TextFault(f"Dữ liệu lồng nhau quá {_DEEPEST} tầng.", "Hãy xem lại các khoảng thụt vào."))
        self._place(node)
        self._open.append(_Open(node))

    def _place(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            raise _Stop(node.line, TextFault("Tệp có quá nhiều mục.", "Hãy tách bớt dữ liệu ra tệp khác."))
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top.node, Listing):
            top.node.items.append(node)
        elif top.key is not None:
            top.node.entries.setdefault(top.key, node)
            top.key = None


def _index(mark: _Mark | None) -> int:
    """The line of a mark, from 0; the parser of text always gives marks."""
    return mark.line if mark else 0


def parse(text: str) -> tuple[Node | None, list[Trouble]]:
    """The tree of one YAML text (``None`` if empty or unreadable) and every trouble met on the way."""
    troubles = unreadable_characters(text)
    if troubles:
        return None, troubles
    builder = _Builder(lines_of(text))
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            builder.take(event)
    except _Stop as stop:
        return None, [*builder.troubles, stop.trouble]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.troubles, explain_syntax(error, text)]
    return builder.root, builder.troubles
