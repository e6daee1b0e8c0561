"""What templates may say, and how what they say is made safe to print.

:func:`refusals` walks Jinja's syntax tree and yields whatever is not on the short list of allowed syntax;
:func:`guard` rewrites the tree so that each printed value passes :mod:`vanban.word.printing`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Final

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import escape

from vanban.word.sandbox import ATTRIBUTE, CONCAT, EACH, FILTERS_ALLOWED, MARKUP, TESTS_ALLOWED, TEXT

MARK: Final = "\n\x01"
"""Begins a new line of the source, so that a line number tells a paragraph; never printed."""

_ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.For, nodes.If, nodes.With,
    nodes.Assign, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Test, nodes.CondExpr, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Pos, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Concat, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Keyword,
    nodes.Call,
)  # fmt: skip
_METHODS: Final = frozenset({
    "capitalize", "count", "cycle", "changed", "endswith", "get", "index", "isdigit", "items", "keys", "lower",
    "lstrip", "rstrip", "split", "startswith", "strip", "title", "upper", "values",
})  # fmt: skip
_WORDS: Final = {
    "Pow": "phép lũy thừa “**”",
    "AssignBlock": "lệnh “set” có “endset”",
    "CallBlock": "lệnh “call”",
    "FilterBlock": "lệnh “filter”",
    "FromImport": "lệnh “from”",
    "ScopedEvalContextModifier": "lệnh “autoescape”",
}
_BUILT: Final = (nodes.List, nodes.Tuple, nodes.Dict)
_DEEPEST_LOOPS: Final = 8
_LARGEST_LITERAL: Final = 10**12
_TEXT_ELEMENT: Final = re.compile(r"<(?:w:t|w:delText|w:instrText|a:t|m:t)(?:\s[^<>]*)?(?<!/)>")
_ESCAPES: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


def mark(xml: str) -> str:
    """``xml`` with a :data:`MARK` before each paragraph, and before each tag that stands between paragraphs or rows."""
    return re.sub(r"<w:p(?=[ >])|(?<=</w:p>)(?=\{[{%])|(?<=</w:tr>)(?=\{[{%])", lambda found: MARK + found[0], xml)


# What may be said


def refusals(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Where (line) and what, in Vietnamese, a template says that it may not."""
    line = 1
    for node in tree.find_all(nodes.Node):
        line = node.lineno or line
        if reason := _refusal(node):
            yield line, reason
    yield from _loop_refusals(tree, 0, 0)


def _refusal(node: nodes.Node) -> str | None:
    if not isinstance(node, _ALLOWED):
        return _WORDS.get(type(node).__name__) or f"lệnh “{type(node).__name__.lower()}”"
    if (name := _name(node)).startswith("_"):
        return f"tên “{name}” bắt đầu bằng gạch dưới"
    if isinstance(node, nodes.Filter) and name not in FILTERS_ALLOWED:
        return f"bộ lọc “{name}”" + _nearest(name, FILTERS_ALLOWED)
    if isinstance(node, nodes.Test) and name not in TESTS_ALLOWED:
        return f"phép thử “{name}”" + _nearest(name, TESTS_ALLOWED)
    if isinstance(node, nodes.Const) and isinstance(node.value, (int, float)) and abs(node.value) > _LARGEST_LITERAL:
        return "số quá lớn"
    if isinstance(node, nodes.Assign) and any(_is_built(part) for part in (node.node, *node.node.find_all(_BUILT))):
        return "danh sách ghép từ dữ liệu trong lệnh “set”"
    return _call_refusal(node) if isinstance(node, nodes.Call) else None


def _name(node: nodes.Node) -> str:
    """The name that the node reads or writes, if it does."""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return str(getattr(node, "name", None) or getattr(node, "attr", ""))


def _nearest(name: str, allowed: frozenset[str]) -> str:
    near = difflib.get_close_matches(name, sorted(allowed), 1)
    return f" (có phải “{near[0]}”?)" if near else ""


def _is_built(node: nodes.Node) -> bool:
    return isinstance(node, _BUILT) and any(node.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)))


def _call_refusal(call: nodes.Call) -> str | None:
    called = call.node
    if call.dyn_args is not None or call.dyn_kwargs is not None:
        return "lời gọi với * hoặc **"
    if isinstance(called, nodes.Name) and called.name in ("range", "loop"):
        return None
    if isinstance(called, nodes.Getattr) and called.attr in _METHODS:
        return None
    return f"lời gọi “{_name(called)}()”"


def _loop_refusals(node: nodes.Node, loops: int, ranges: int) -> Iterator[tuple[int, str]]:
    """Loops nested so deep that they would never end, and ``range()`` anywhere but as what a loop goes over."""
    if isinstance(node, nodes.For):
        loops += 1
        ranges += _is_range(node.iter)
        if loops > _DEEPEST_LOOPS or ranges > 1:
            yield node.lineno, "vòng lặp lồng quá sâu"
    for child in node.iter_child_nodes():
        if _is_range(child) and not (isinstance(node, nodes.For) and child is node.iter):
            yield child.lineno, "range() ngoài vòng lặp"
        yield from _loop_refusals(child, loops, ranges)


def _is_range(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "range"


# What is made of it


def guard(tree: nodes.Template, *, is_xml: bool) -> None:
    """Rewrite ``tree``: what it prints passes :mod:`vanban.word.printing`, its own text is finished as docxtpl would.

    Text of the template is XML already where ``is_xml``; else it is escaped here. The marks of :func:`mark` go.
    """
    _Bounds().visit(tree)
    place = MARKUP if is_xml else ATTRIBUTE
    for output in tree.find_all(nodes.Output):
        for at, child in enumerate(output.nodes):
            if isinstance(child, nodes.TemplateData):
                if is_xml:
                    child.data = _unescaped(child.data.replace(MARK, "").replace(MARK[1:], ""))
                    place = place_after(child.data, place)
                else:
                    child.data = str(escape(child.data))
            elif isinstance(child, nodes.Const) and isinstance(child.value, str):
                child.value = _unescaped(child.value)
            else:
                output.nodes[at] = _filter(child, place)
    if tree.environment is not None:
        tree.set_environment(tree.environment)


def _unescaped(text: str) -> str:
    for written, meant in _ESCAPES:
        text = text.replace(written, meant)
    return text


def place_after(xml: str, place: str) -> str:
    """Where the next value stands, if ``place`` is where the last one stood."""
    opened, closed = xml.rfind("<"), xml.rfind(">")
    if opened < 0 and closed < 0:
        return place
    if opened > closed:
        return ATTRIBUTE
    return TEXT if _TEXT_ELEMENT.fullmatch(xml, max(opened, 0), closed + 1) else MARKUP


def _filter(node: nodes.Node, name: str, *arguments: nodes.Node) -> nodes.Filter:
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)


class _Bounds(NodeTransformer):
    """Count what loops go over, measure what ``~`` makes."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        self.generic_visit(node)
        node.iter = _filter(node.iter, EACH)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Call:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            node.args = [_filter(argument, EACH) for argument in node.args]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        first, *rest = node.nodes
        return _filter(first, CONCAT, *rest)
