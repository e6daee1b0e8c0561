"""Paragraphs of our styles: text, template commands, drawn lines, gaps."""

from __future__ import annotations

from typing import Any

from vanban.domain.measure import Length
from vanban.stationery.markup import element
from vanban.stationery.styles import LABEL_STYLE_ID, STYLES

_DOTTED_LINES = 2


def paragraph(text: str, style: str) -> Any:
    """One paragraph of the style of that name; a tab character becomes a tab stop."""
    made = element("p", element("pPr", element("pStyle", val=STYLES[style].id)))
    if text:
        made.append(_run(text))
    return made


def _run(text: str) -> Any:
    run = element("r")
    for position, piece in enumerate(text.split("\t")):
        if position:
            run.append(element("tab"))
        if piece:
            run.append(_text(piece))
    return run


def labelled(label: str, text: str, style: str) -> Any:
    """One paragraph of the style of that name that begins with a label in bold: ``Điều 1.``."""
    made = paragraph(label, style)
    made.r_lst[0].insert(0, element("rPr", element("rStyle", val=LABEL_STYLE_ID)))
    made.append(_run(text))
    return made


def in_the_middle(text: str, style: str) -> Any:
    """One paragraph of the style of that name, in the middle of the page and without its indent."""
    made = paragraph(text, style)
    made.pPr.append(element("ind", firstLine=0))
    made.pPr.append(element("jc", val="center"))
    return made


def _text(text: str) -> Any:
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def command(tag: str) -> Any:
    """A template command alone in its paragraph, which vanishes in the document: ``for line in lines``."""
    return paragraph("{%p " + tag + " %}", "Lệnh của mẫu")


def remark(text: str) -> Any:
    """A remark to whoever edits the template; it vanishes in the document."""
    return paragraph("{#p " + text + " #}", "Lệnh của mẫu")


def given(condition: str, *blocks: Any) -> tuple[Any, ...]:
    """The blocks, printed only where the condition holds."""
    return (command(f"if {condition}"), *blocks, command("endif"))


def each(loop: str, *blocks: Any) -> tuple[Any, ...]:
    """The blocks, once for each of ``line in lines``."""
    return (command(f"for {loop}"), *blocks, command("endfor"))


def handwritten() -> tuple[Any, ...]:
    """Dotted lines for what is not written yet."""
    return tuple(paragraph("\t", "Dòng điền tay") for _ in range(_DOTTED_LINES))


def drawn_rule(length: Length, room: Length) -> Any:
    """A line of that length in the middle of the room."""
    side = (room - length) * 0.5
    made = paragraph("", "Đường kẻ")
    made.pPr.append(element("ind", left=side, right=side, firstLine=0))
    return made


def measured_rule(field: str, room: Length) -> Any:
    """A line as long as the field says, in the middle of the room."""
    return paragraph("{{p " + field + f"|rule({round(room.mm)})" + " }}", "Lệnh của mẫu")


def drawn_table(field: str, room: Length) -> Any:
    """The place of a table whose columns the data say."""
    return paragraph("{{p " + field + f"|table({round(room.mm)})" + " }}", "Lệnh của mẫu")


def gap() -> Any:
    """A little room, which stays with what follows; also keeps two tables apart, which Word would join."""
    return paragraph("", "Khoảng cách")


def on_a_new_page(made: Any) -> Any:
    """The paragraph at the top of a page."""
    made.pPr.append(element("pageBreakBefore"))
    return made


def last() -> Any:
    """The paragraph that Word wants after a table at the end: too small to open a new page."""
    return paragraph("", "Dòng cuối")


def field(instruction: str, cached: str) -> tuple[Any, ...]:
    """The runs of a field and what it shows until Word computes it."""
    return (
        element("r", element("fldChar", fldCharType="begin")),
        element("r", _instruction(f" {instruction} ")),
        element("r", element("fldChar", fldCharType="separate")),
        element("r", _text(cached)),
        element("r", element("fldChar", fldCharType="end")),
    )


def _instruction(text: str) -> Any:
    made = element("instrText")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
