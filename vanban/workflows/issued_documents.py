"""What a build makes of documents that are issued: the file that went out, or, where the data changed, a new draft.

Contents are compared as one program composes them. What this program issued has the hash of its content in the
register. What another program issued was hashed by that one, whose words and shipped templates may have been others:
there the archived data are composed again, beside today's, and the file that went out stays as long as the two agree
and no template of the office's own has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from vanban.archive import Archive, IssuedManifest
from vanban.domain.issued import IssuedNumber
from vanban.domain.numbering import numbered_document, numbering_of
from vanban.domain.register_entry import DocumentRequest, Entry, ObjectRole, StoredObject
from vanban.domain.year import Year
from vanban.errors import VanbanError
from vanban.kinds import kinds_of
from vanban.workflows.archived_inputs import OTHERS_FILE, issued_in, year_of
from vanban.workflows.forms import Forms
from vanban.workflows.issued_numbers import issued_entries
from vanban.workflows.issuing import inputs_of, request_of
from vanban.workflows.numbered_documents import composed_again
from vanban.workflows.program import made_by, without_office
from vanban.workflows.signed_content import content_of, mains_of
from vanban.workspace import Workspace

Name = tuple[str, str]
"""A document of the year: kind and key."""

_DATA: Final = "dữ liệu, hoặc số của văn bản được viện dẫn, đã đổi"
_TEMPLATE: Final = "mẫu đã đổi"
_NEW: Final = "phần này khi ấy chưa có"
_GONE: Final = "dữ liệu không còn văn bản này"


@dataclass(frozen=True)
class ArchivedFile:
    """A Word file that was issued, where it lies."""

    archive: Archive
    item: StoredObject

    def read(self) -> bytes:
        """Its bytes, checked. Raises :class:`vanban.errors.DamagedArchive`."""
        return self.archive.get(self.item)


@dataclass(frozen=True)
class IssuedDocuments:
    """Of the issued documents: why the data no longer stand for them, or the files that went out and stay.

    ``overtaken`` are by their own names, ``files`` by the names of what was issued under the number: the document
    itself and what goes with it. A document in neither was issued by this program, and is rendered as it was.
    """

    overtaken: Mapping[Name, str] = field(default_factory=dict)
    files: Mapping[Name, ArchivedFile] = field(default_factory=dict)
    kept: frozenset[Name] = frozenset()

    def blanks(self, kind: str, key: str) -> Mapping[str, str]:
        """The numbered kinds whose number a document, which is or goes with one of that kind, must not print: why."""
        found = {}
        for main in mains_of(kind):
            if (main, key) in self.overtaken:
                found[main] = self.overtaken[main, key]
            elif (main, key) in self.kept and (kind, key) not in self.files:
                found[main] = _NEW
        return found


def issued_documents(workspace: Workspace, year: Year, forms: Forms, only: str = "") -> IssuedDocuments:
    """How the issued documents of the year stand to its data, or those that say what the kind ``only`` prints.

    Raises what :func:`vanban.workflows.issued_numbers.issued_entries` raises.
    """
    numbers = [one for one in year.issued if not only or one.kind in mains_of(only)]
    entries = issued_entries(workspace, year.year.register_year) if numbers else {}
    desk = _Comparison(Archive(workspace.archive), year, forms)
    overtaken: dict[Name, str] = {}
    files: dict[Name, ArchivedFile] = {}
    kept: set[Name] = set()
    for number in numbers:
        name = (number.kind, number.key)
        entry = entries.get(name)
        manifest = desk.of_another_program(entry)
        reason = desk.difference(number, entry, manifest)
        if reason:
            overtaken[name] = reason
        elif manifest:
            kept.add(name)
            files |= {(kind, number.key): one for kind, one in desk.files(number.kind, manifest)}
    return IssuedDocuments(overtaken, files, frozenset(kept))


@dataclass(frozen=True)
class _Comparison:
    """The archive beside the data and templates of today."""

    archive: Archive
    year: Year
    forms: Forms

    def of_another_program(self, entry: Entry | None) -> IssuedManifest | None:
        """What the archive says of a document that another program made."""
        manifest = self.archive.manifest(entry.entry_key) if entry else None
        same = manifest is None or without_office(manifest.versions) == without_office(made_by(None))
        return None if same else manifest

    def difference(self, number: IssuedNumber, entry: Entry | None, manifest: IssuedManifest | None) -> str:
        """Why what the data say now is not what was issued; "" where it is."""
        if numbered_document(self.year, number.kind, number.key) is None:
            return _GONE
        content = content_of(self.year, number.kind, number.key, self.forms.of_key(number.key))
        if content == number.content:
            return ""
        if entry is None:
            return _DATA
        try:
            return self._between(content, request_of(entry), same_program=manifest is None)
        except VanbanError as fault:
            return f"không so được với bản đã ban hành ({fault.said.rstrip('.')})"

    def _between(self, content: str, request: DocumentRequest, *, same_program: bool) -> str:
        inputs = inputs_of(self.archive, request)
        template_of = self.forms.of_key(request.key)
        for name in (request.kind, *numbering_of(self.year, request.kind).attachments):
            archived = inputs.get(f"{name}.docx")
            if archived is None or not self._has(name, request.key):
                continue
            template = template_of(name) if same_program else self.forms.of_the_office(name, request.key)
            if template not in (None, archived):
                return _TEMPLATE
        if same_program:
            return _DATA
        numbers = issued_in(inputs)
        if OTHERS_FILE not in inputs:
            known = {(one.kind, one.key) for one in numbers}
            numbers += tuple(one for one in self.year.issued if (one.kind, one.key) not in known)
        then = year_of(inputs).model_copy(update={"issued": numbers, "law": self.year.law})
        _, before = composed_again(then, request, template_of)
        return "" if before == content else _DATA

    def _has(self, kind: str, key: str) -> bool:
        return any(key in one.keys(self.year) for one in kinds_of(self.year) if one.name == kind)

    def files(self, kind: str, manifest: IssuedManifest) -> Iterator[tuple[str, ArchivedFile]]:
        """The Word files of a document, by the kinds that they are of."""
        known = {one.name for one in kinds_of(self.year)}
        for item in manifest.objects:
            name = item.name.removesuffix(".docx")
            if item.role is ObjectRole.WORD:
                yield kind, ArchivedFile(self.archive, item)
            elif item.role is ObjectRole.ATTACHMENT and item.name.endswith(".docx") and name in known:
                yield name, ArchivedFile(self.archive, item)
