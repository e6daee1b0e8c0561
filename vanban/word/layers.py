"""Effective formatting: document defaults, the chains of styles, what is set directly, the later over the earlier.

Properties are kept flat, ``{"ind@left": "720", "b@val": "1", "pBdr/top@sz": "6"}``, so that a layer is laid over
another by updating it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vanban.ooxml import Element, W, val
from vanban.word.word_parts import WordParts

Properties = Mapping[str, str]

_OFF: Final = frozenset({"0", "false", "off", "none"})
_SAME_AS: Final = {"start": "left", "end": "right"}
_RIVALS: Final = {
    "ind@hanging": "ind@firstLine",
    "ind@firstLine": "ind@hanging",
    "rFonts@ascii": "rFonts@asciiTheme",
    "rFonts@asciiTheme": "rFonts@ascii",
}


class Styles:
    """The styles of a Word file."""

    def __init__(self, word: WordParts) -> None:
        part = next(iter(word.related("styles")), "")
        root = word.tree(part)
        self._styles = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
        self._defaults = root.find(W + "docDefaults")
        self._default_ids = {
            style.get(W + "type", ""): id_
            for id_, style in self._styles.items()
            if style.get(W + "default") in ("1", "true", "on")
        }

    def name(self, id_: str | None) -> str:
        """The name of a paragraph style; of the default one if ``id_`` is none."""
        id_ = id_ or self._default_ids.get("paragraph", "")
        style = self._styles.get(id_)
        return (val(style, "name") or id_) if style is not None else id_

    def paragraph(self, paragraph: Element, table_style: str | None) -> dict[str, str]:
        """The effective paragraph properties; ``table_style`` is the id of the style of the table around."""
        direct = paragraph.find(W + "pPr")
        return self._effective("pPr", table_style, val(direct, "pStyle"), None, direct)

    def run(self, run: Element | None, paragraph: Element, table_style: str | None) -> dict[str, str]:
        """The effective character properties of ``run``, or of the mark of ``paragraph``."""
        direct = paragraph.find(W + "pPr")
        own = run.find(W + "rPr") if run is not None else (None if direct is None else direct.find(W + "rPr"))
        return self._effective("rPr", table_style, val(direct, "pStyle"), val(own, "rStyle"), own)

    def table_style(self, table: Element) -> str | None:
        """The id of a table's style; of the default one where the table names none."""
        return val(table, "tblPr/tblStyle") or self._default_ids.get("table")

    def table(self, table: Element) -> dict[str, str]:
        """The effective table properties."""
        return self._effective("tblPr", self.table_style(table), "", None, table.find(W + "tblPr"))

    def _effective(
        self, kind: str, table: str | None, paragraph: str | None, character: str | None, direct: Element | None
    ) -> dict[str, str]:
        layers = [self._default_layer(kind)]
        for type_, id_ in (("table", table), ("paragraph", paragraph), ("character", character)):
            # Only paragraphs and tables have a style even where none is named.
            id_ = id_ or (self._default_ids.get(type_) if id_ is None and type_ == "paragraph" else None)
            layers += self._chain(id_, kind)
        return _laid([*layers, flat(direct)])

    def _default_layer(self, kind: str) -> dict[str, str]:
        if self._defaults is None:
            return {}
        return flat(self._defaults.find(f"{W}{kind}Default/{W}{kind}"))

    def _chain(self, id_: str | None, kind: str) -> list[dict[str, str]]:
        layers: list[dict[str, str]] = []
        seen: set[str] = set()
        while id_ in self._styles and id_ not in seen:
            seen.add(id_)
            layers.insert(0, flat(self._styles[id_].find(W + kind)))
            id_ = val(self._styles[id_], "basedOn") or ""
        return layers


def flat(properties: Element | None) -> dict[str, str]:
    """The direct properties in an element such as ``w:pPr``."""
    found: dict[str, str] = {}
    for child in properties if properties is not None else ():
        name = child.tag.removeprefix(W)
        if len(child) and name != "rPr":
            found |= {f"{name}/{key}": value for key, value in flat(child).items()}
        elif name != "rPr":
            attributes = {str(key).removeprefix(W): str(value) for key, value in child.attrib.items()} or {"val": "1"}
            found |= {f"{name}@{_SAME_AS.get(key, key)}": value for key, value in attributes.items()}
    return found


def _laid(layers: list[dict[str, str]]) -> dict[str, str]:
    effective: dict[str, str] = {}
    for layer in layers:
        for key in layer:
            effective.pop(_RIVALS.get(key, ""), None)
        effective |= layer
    return effective


def is_on(properties: Properties, name: str) -> bool:
    """Whether an on/off property such as ``b`` is on."""
    return properties.get(f"{name}@val", "0") not in _OFF
