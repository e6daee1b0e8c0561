"""Compile a Word template once; turn contexts into documents as often as wanted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from lxml import etree

from vanban import gate
from vanban.errors import UnusableTemplate
from vanban.word.docxtpl_pass import NeedsPass, Opened, Pass, open_template
from vanban.word.faults import read
from vanban.word.filling import Filling, variables_of
from vanban.word.list_formats import ListFormats
from vanban.word.package import Package
from vanban.word.part import finished
from vanban.word.running_lists import BegunLists

_STORY: Final = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")


class Template:
    """A Word file with docxtpl's tags, compiled.

    Make one with :meth:`load` or :meth:`from_bytes`; it never changes afterwards, so one serves many documents.
    """

    def __init__(self, data: bytes, name: str) -> None:
        opened = opened_template(data, name)
        self.name = name
        self._data = data
        self._lists = ListFormats(opened.parts, name)
        self._parts, faults = read(opened, self._lists, name)
        if faults:
            raise faults[0].raised(name)
        self._begins_lists = any(part.begins_lists for part in self._parts)
        self._numbering = opened.parts[self._lists.part] if self._begins_lists else b""
        names = [part.name for part in self._parts] + ([self._lists.part] if self._begins_lists else [])
        constant = {n: content for n, content in opened.parts.items() if n not in names}
        self._package = Package({n: _constant(n, content) for n, content in constant.items()}, names)

    @classmethod
    def load(cls, path: Path | str) -> Template:
        """The template in the file ``path``. Raises as :meth:`from_bytes` does, and ``OSError``."""
        return cls.from_bytes(Path(path).read_bytes(), name=Path(path).name)

    @classmethod
    def from_bytes(cls, data: bytes, *, name: str) -> Template:
        """The template in the Word file ``data``; messages call it ``name``.

        Raises a :class:`vanban.errors.PackageError` for what is no plain Word file, a
        :class:`vanban.errors.TemplateFault` for tags that cannot be understood or are not allowed.
        """
        return cls(data, name)

    def render(self, context: object) -> bytes:
        """The Word file for ``context``: a mapping, or an object whose fields are the names that the tags use.

        The same context gives the same bytes. Raises a :class:`vanban.errors.TemplateFault` that names the paragraph
        or the field where a name is missing, a value cannot be carried unchanged, or the template fails.
        """
        return self.rendered(context)[0]

    def rendered(self, context: object) -> tuple[bytes, frozenset[str]]:
        """What :meth:`render` gives, and what had to be mended for it to be sound, in Vietnamese."""
        variables = variables_of(context)
        filling = Filling(variables, BegunLists(self._lists.first_free))
        try:
            contents = [part.fill(filling) for part in self._parts]
            if self._begins_lists:
                contents.append(self._lists.with_begun(self._numbering, filling.lists.begun))
            return self._package.write(contents), frozenset(filling.mended)
        except NeedsPass as needs:
            return self._through_docxtpl(variables, Pass(self._data, needs.value)), frozenset()

    def _through_docxtpl(self, variables: dict[str, Any], docxtpl: Pass) -> bytes:
        """Values that change the package go through docxtpl's own rendering; the rest is as always."""
        filling = Filling(variables, BegunLists(self._lists.first_free), docxtpl)
        by_name = {part.name: part for part in self._parts}

        def fill(name: str, xml: str) -> str:
            return by_name[name].within(xml, filling) if name in by_name else xml

        parts = docxtpl.run(fill)
        for part in self._parts:
            parts[part.name] = (
                finished(parts[part.name], part.name, filling.mended) if part.is_docxtpls else part.fill(filling)
            )
        if self._begins_lists:
            parts[self._lists.part] = self._lists.with_begun(parts[self._lists.part], filling.lists.begun)
        names = [part.name for part in self._parts]
        package = Package({name: content for name, content in parts.items() if name not in names}, names)
        return package.write([parts[name] for name in names])


def opened_template(data: bytes, name: str) -> Opened:
    """The template as docxtpl sees it, once the gate has let it in. Raises as :meth:`Template.from_bytes` does."""
    parts = gate.open_package(data, name=name, kind="docx")
    try:
        # docxtpl reads what the gate read, not what another zip reader may make of the same bytes.
        return open_template(Package(parts, ()).write(()))
    except (KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as failure:
        raise UnusableTemplate(name=name, detail="không phải là văn bản Word hoàn chỉnh") from failure


def _constant(name: str, content: bytes) -> bytes:
    """A part without tags, as every document gets it."""
    return finished(content, name, set()) if _STORY.fullmatch(name) else content
