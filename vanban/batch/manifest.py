"""Remember what was built from what: ``manifest.json`` beside the documents."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError

from vanban.domain.document_name import document_name
from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.record import Record


def _inside(path: str) -> str:
    """A path that cannot lead out of its folder, whoever wrote the manifest."""
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or path.startswith("/") or any(sign in path for sign in '\\:\0"<>|?*'):
        raise ValueError("not a plain relative path")
    return path


RelativePath = Annotated[str, AfterValidator(_inside)]
"""A path relative to the output folder, with ``/``."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ManifestState(StrEnum):
    """What became of a document in the last build."""

    BUILT = "built"
    EDITED = "edited"
    OBSOLETE = "obsolete"


class Inputs(Record):
    """What a document is made of: SHA-256 of its data and of its template, and the program's version."""

    data: str
    template: str
    program: str


class BuiltDocument(Record):
    """One document. ``sha256`` is what the program wrote last, or null where a stranger's file stands in its place.

    ``pdf`` is where its PDF belongs; the manifest's file says null there until the PDF was made.
    ``pdf_sha256`` is the PDF that the program made, ``pdf_from`` the SHA-256 of the Word file that it was made from.
    """

    kind: str
    key: str | None
    title: str
    path: RelativePath
    pdf: RelativePath | None
    sha256: Sha256 | None
    pdf_sha256: Sha256 | None = None
    pdf_from: Sha256 | None = None
    inputs: Inputs | None
    state: ManifestState

    @property
    def name(self) -> str:
        """As the command line names it: KIND or KIND/KEY."""
        return document_name(self.kind, self.key)


class BuildManifest(Record):
    """All documents and merged prints of the output folder, and the data lines that they were made from."""

    version: Literal[1] = 1
    documents: tuple[BuiltDocument, ...] = ()
    prints: tuple[BuiltDocument, ...] = ()
    data: dict[str, dict[int, str]] = Field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The file's content: sorted, UTF-8, the same for the same facts."""
        content = self.model_dump(mode="json")
        for entries in ("documents", "prints"):
            content[entries].sort(key=lambda entry: (entry["kind"], entry["key"] or "", entry["path"]))
        for entry in content["documents"]:
            entry["pdf"] = entry["pdf"] if entry["pdf_sha256"] else None
        content["data"] = {
            file: {str(number): lines[number] for number in sorted(lines)} for file, lines in sorted(self.data.items())
        }
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


@lru_cache(maxsize=4)
def read_manifest(data: bytes | None, *, file: str = "manifest.json") -> tuple[BuildManifest, Finding | None]:
    """The manifest in ``data``; an empty one where there is none (``None``), or where it is damaged, with a warning.

    Without a manifest nothing is lost: a file that is exactly what would be built is recognised, any other counts as
    edited by hand. ``file`` is how the warning names it.
    """
    if data is None:
        return BuildManifest(), None
    try:
        return BuildManifest.model_validate_json(data, strict=True), None
    except ValidationError:
        warning = Finding(
            severity=Severity.WARNING,
            place=Place(file=file),
            reason="Sổ ghi các tệp đã dựng bị hỏng nên được lập lại từ đầu.",
            remedy="Không cần làm gì: tệp đúng như chương trình dựng thì được nhận lại, tệp khác được coi là sửa tay.",
        )
        return BuildManifest(), warning
