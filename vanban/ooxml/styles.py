"""Turn styles into effective properties: defaults, theme, table style, paragraph style, character style, direct.

ECMA-376 Part 1, 17.7.2 (style hierarchy), 17.7.3 (toggle properties), 17.3.2.26 (rFonts and theme fonts).
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from vanban.ooxml.face import Face
from vanban.ooxml.names import A, W
from vanban.ooxml.tree import on, val, whole

Properties = dict[str, object]

_TOGGLES: Final = {
    W + "b": "bold", W + "i": "italic", W + "caps": "caps", W + "vanish": "hidden",
}  # fmt: skip
_SLOTS: Final = {"ascii": "ascii", "hAnsi": "h_ansi", "eastAsia": "east_asia", "cs": "cs"}
_THEME_SLOTS: Final = {"asciiTheme": "ascii", "hAnsiTheme": "h_ansi", "eastAsiaTheme": "east_asia", "cstheme": "cs"}
_THEME_KINDS: Final = {"HAnsi": "latin", "Ascii": "latin", "EastAsia": "ea", "Bidi": "cs"}
_BLACK_THEMES: Final = frozenset({"text1", "dark1", "dk1", "tx1"})
_DEFAULT_FONT: Final = "Times New Roman"


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """``minorHAnsi`` and its seven sisters, as font names."""
    fonts: dict[str, str] = {}
    scheme = None if theme is None else theme.find(f".//{A}fontScheme")
    if scheme is None:
        return fonts
    for size in ("major", "minor"):
        for suffix, tag in _THEME_KINDS.items():
            face = scheme.find(f"{A}{size}Font/{A}{tag}")
            if face is not None:
                fonts[size + suffix] = face.get("typeface") or ""
    return fonts


class Stylist:
    """Knows a file's styles and says what a paragraph or run of it looks like."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._fonts = _theme_fonts(theme)
        self._styles: dict[str, etree._Element] = {}
        self.names: dict[str, str] = {}
        self.default_paragraph = self.default_table = ""
        self._run_levels: dict[str, Properties] = {}
        self._paragraph_levels: dict[str, Properties] = {}
        self._faces: dict[tuple[object, ...], Face] = {}
        defaults = None
        for element in () if styles is None else styles:
            if element.tag == W + "style":
                self._learn(element)
            elif element.tag == W + "docDefaults":
                defaults = element
        self.run_defaults: Properties = {}
        self.paragraph_defaults: Properties = {}
        if defaults is not None:
            self.run_defaults = self.run_properties(defaults.find(f"{W}rPrDefault/{W}rPr"))
            self.paragraph_defaults = paragraph_properties(defaults.find(f"{W}pPrDefault/{W}pPr"))

    def _learn(self, element: etree._Element) -> None:
        name = element.get(W + "styleId") or ""
        self._styles.setdefault(name, element)
        self.names.setdefault(name, val(element, "name") or name)
        if element.get(W + "default") in ("1", "true", "on"):
            if element.get(W + "type") == "paragraph":
                self.default_paragraph = self.default_paragraph or name
            elif element.get(W + "type") == "table":
                self.default_table = self.default_table or name

    def run_properties(self, element: etree._Element | None) -> Properties:
        """What one ``w:rPr`` says itself."""
        said: Properties = {}
        for child in () if element is None else element:
            tag = child.tag
            if tag in _TOGGLES:
                said[_TOGGLES[tag]] = on(child)
            elif tag == W + "sz":
                size = whole(child.get(W + "val"))
                if size is not None:
                    said["size"] = size / 2
            elif tag == W + "rFonts":
                self._fonts_said(child, said)
            elif tag == W + "color":
                dark = child.get(W + "themeColor") in _BLACK_THEMES and child.get(W + "themeTint") is None
                said["color"] = "auto" if dark else (child.get(W + "val") or "auto").lower()
            elif tag == W + "u":
                said["underline"] = (child.get(W + "val") or "none") != "none"
            elif tag == W + "vertAlign":
                said["raised"] = (child.get(W + "val") or "baseline") != "baseline"
            elif tag == W + "highlight":
                said["highlighted"] = (child.get(W + "val") or "none") not in ("none", "white")
            elif tag == W + "rStyle":
                said["style"] = child.get(W + "val")
        return said

    def _fonts_said(self, element: etree._Element, said: Properties) -> None:
        for attribute, slot in _SLOTS.items():
            name = element.get(W + attribute)
            if name is not None:
                said[slot] = name
        for attribute, slot in _THEME_SLOTS.items():
            theme = element.get(W + attribute)
            if theme is not None and theme in self._fonts:
                said[slot] = self._fonts[theme]
        hint = element.get(W + "hint")
        if hint is not None:
            said["hint"] = hint

    def paragraph_style(self, direct: Properties) -> str:
        """The style that a paragraph names, the default one where it names none that the file has."""
        style = str(direct.get("style") or "")
        return style if style in self.names else self.default_paragraph

    def chain(self, style: str) -> list[etree._Element]:
        """The style and its bases, the furthest base first; a circle is cut."""
        found: list[etree._Element] = []
        seen: set[str] = set()
        name: str | None = style
        while name and name in self._styles and name not in seen:
            seen.add(name)
            found.append(self._styles[name])
            name = val(self._styles[name], "basedOn")
        return found[::-1]

    def run_level(self, style: str) -> Properties:
        """What a style and its bases say of characters."""
        if style not in self._run_levels:
            level: Properties = {}
            for element in self.chain(style):
                level.update(self.run_properties(element.find(W + "rPr")))
            self._run_levels[style] = level
        return self._run_levels[style]

    def paragraph_level(self, style: str) -> Properties:
        """What a style and its bases say of paragraphs."""
        if style not in self._paragraph_levels:
            level: Properties = {}
            for element in self.chain(style):
                level.update(paragraph_properties(element.find(W + "pPr")))
            self._paragraph_levels[style] = level
        return self._paragraph_levels[style]

    def table_levels(self, style: str, conditions: frozenset[str]) -> tuple[Properties, Properties]:
        """What a table style says of the characters and the paragraphs of a cell under those conditions."""
        key = f"{style}\0{','.join(sorted(conditions))}"
        if key not in self._run_levels:
            runs: Properties = {}
            paragraphs: Properties = {}
            for element in self.chain(style):
                runs.update(self.run_properties(element.find(W + "rPr")))
                paragraphs.update(paragraph_properties(element.find(W + "pPr")))
            for element in self.chain(style):
                for part in element.iterfind(W + "tblStylePr"):
                    if part.get(W + "type") in conditions:
                        runs.update(self.run_properties(part.find(W + "rPr")))
                        paragraphs.update(paragraph_properties(part.find(W + "pPr")))
            self._run_levels[key], self._paragraph_levels[key] = runs, paragraphs
        return self._run_levels[key], self._paragraph_levels[key]

    def face(self, table: Properties, paragraph_style: str, direct: Properties) -> Face:
        """The look of a run from the table's level, its paragraph's style and its own ``w:rPr``."""
        character_style = str(direct.get("style") or "")
        key = (id(table), paragraph_style, *sorted(direct.items(), key=lambda item: item[0]))
        found = self._faces.get(key)
        if found is None:
            levels = (
                table,
                self.run_level(paragraph_style),
                self.run_level(character_style) if character_style else {},
            )
            found = self._faces[key] = _face(self.run_defaults, levels, direct)
        return found


def _face(defaults: Properties, levels: tuple[Properties, ...], direct: Properties) -> Face:
    merged: Properties = dict(defaults)
    for level in levels:
        merged.update(level)
    merged.update(direct)
    toggles: dict[str, bool] = {}
    for name in _TOGGLES.values():
        if name in direct:
            toggles[name] = bool(direct[name])
        else:
            toggles[name] = bool(defaults.get(name)) or sum(bool(level.get(name)) for level in levels) % 2 == 1
    size = merged.get("size", 10.0)
    return Face(
        ascii=str(merged.get("ascii", _DEFAULT_FONT)),
        h_ansi=str(merged.get("h_ansi", _DEFAULT_FONT)),
        east_asia=str(merged.get("east_asia", _DEFAULT_FONT)),
        cs=str(merged.get("cs", _DEFAULT_FONT)),
        size=size if isinstance(size, float) else 10.0,
        underline=bool(merged.get("underline")),
        raised=bool(merged.get("raised")),
        color=str(merged.get("color", "auto")),
        hint=str(merged.get("hint", "")),
        highlighted=bool(merged.get("highlighted")),
        **toggles,
    )


_FLAGS: Final = {
    W + "keepNext": "keep_next", W + "keepLines": "keep_lines", W + "pageBreakBefore": "page_break_before",
    W + "contextualSpacing": "contextual",
}  # fmt: skip
_AUTO_SPACING: Final = 14.0
_LINE: Final = 12.0


def paragraph_properties(element: etree._Element | None) -> Properties:
    """What one ``w:pPr`` says itself, lengths in points."""
    said: Properties = {}
    for child in () if element is None else element:
        tag = child.tag
        if tag in _FLAGS:
            said[_FLAGS[tag]] = on(child)
        elif tag == W + "jc":
            said["alignment"] = _ALIGNMENTS.get(child.get(W + "val") or "", "left")
        elif tag == W + "ind":
            _indents_said(child, said)
        elif tag == W + "spacing":
            _spacing_said(child, said)
        elif tag == W + "pStyle":
            said["style"] = child.get(W + "val")
        elif tag == W + "numPr":
            number, level = val(child, "numId"), val(child, "ilvl")
            if number is not None:
                said["number"] = number
            if level is not None:
                said["level"] = whole(level) or 0
        elif tag == W + "pBdr":
            for side in ("top", "bottom"):
                line = child.find(W + side)
                said[f"border_{side}"] = line is not None and line.get(W + "val") not in ("none", "nil", None)
        elif tag == W + "tabs":
            stops = (stop for stop in child.iterfind(W + "tab") if stop.get(W + "val") != "clear")
            said["tabs"] = tuple(sorted((whole(stop.get(W + "pos")) or 0) / 20 for stop in stops))
        elif tag == W + "framePr":
            said["frame"] = child.get(W + "xAlign") or "left"
    return said


_ALIGNMENTS: Final = {
    **dict.fromkeys(("left", "start"), "left"),
    **dict.fromkeys(("right", "end"), "right"),
    "center": "center",
    **dict.fromkeys(("both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida"), "both"),
}


def _indents_said(element: etree._Element, said: Properties) -> None:
    """Left, right and first line; ``w:hanging`` is a first line to the left, counts of characters come from WPS."""
    for attributes, name in ((("start", "left"), "left"), (("end", "right"), "right")):
        for attribute in attributes:
            length = whole(element.get(W + attribute))
            if length is not None:
                said[name] = length / 20
                break
    hanging, first = whole(element.get(W + "hanging")), whole(element.get(W + "firstLine"))
    if hanging is not None and (hanging or first is None):
        said["first_line"] = -hanging / 20
    elif first is not None:
        said["first_line"] = first / 20
    characters = whole(element.get(W + "firstLineChars"))
    if characters is not None:
        said["first_line_chars"] = characters / 100


def _spacing_said(element: etree._Element, said: Properties) -> None:
    for side in ("before", "after"):
        length, lines = whole(element.get(W + side)), whole(element.get(f"{W}{side}Lines"))
        if element.get(f"{W}{side}Autospacing") in ("1", "true", "on"):
            said[side] = _AUTO_SPACING
        elif lines:
            said[side] = lines / 100 * _LINE
        elif length is not None:
            said[side] = length / 20
    line = whole(element.get(W + "line"))
    if line is not None:
        rule = element.get(W + "lineRule") or "auto"
        said["line"] = line / 240 if rule == "auto" else line / 20
        said["line_rule"] = rule
