"""Decide which PDFs must be made again, and say why. Pure: files come in as path → SHA-256."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vanban.batch.manifest import BuiltDocument, ManifestState
from vanban.batch.rebuild import Action, Disk, RebuildStep


def plan_pdfs(entries: Iterable[BuiltDocument], disk: Disk, *, force: bool = False) -> list[RebuildStep]:
    """For every document with a Word file in ``disk``, whether its PDF must be made (again), in the order of entries.

    A PDF is up to date when it is the one that was made from the Word file as it is, also one edited by hand. Where a
    PDF that must be made cannot be, remove the stale one, whose ``found`` is set: it contradicts its Word file. An
    uncertain one must be made and compared (:func:`~vanban.batch.rebuild.settled`).
    Documents that nothing calls for any more get no PDF.
    """
    called_for = (entry for entry in entries if entry.state is not ManifestState.OBSOLETE)
    return [_pdf_decided(entry, disk, force) for entry in called_for if entry.pdf and entry.path in disk]


def after_pdfs(
    entries: Iterable[BuiltDocument], decisions: Iterable[RebuildStep], made: Mapping[str, str]
) -> list[BuiltDocument]:
    """The entries after the PDFs were made; ``made`` is path → SHA-256 of each that was written, or only compared."""
    updates = {}
    for decision in decisions:
        sha256 = decision.found if decision.action is Action.KEEP else made.get(decision.path)
        if sha256 or decision.action is Action.BUILD:
            updates[decision.path] = {"pdf_sha256": sha256, "pdf_from": decision.word_sha256 if sha256 else None}
    return [entry.model_copy(update=updates.get(entry.pdf or "", {})) for entry in entries]


def _pdf_decided(entry: BuiltDocument, disk: Disk, force: bool) -> RebuildStep:
    path, word = entry.pdf or "", disk[entry.path]
    found = disk.get(path)
    draft = RebuildStep(
        action=Action.BUILD, path=path, why="chưa có tệp PDF", found=found, previous=entry, word_sha256=word
    )
    if found is None:
        return draft
    if found == entry.pdf_sha256:
        fresh = entry.pdf_from == word
        return draft.model_copy(
            update={"action": Action.KEEP, "why": "không đổi"} if fresh else {"why": "tệp Word đã đổi"}
        )
    edited = "tệp PDF đã sửa tay" if entry.pdf_sha256 else "tệp PDF có sẵn, không do chương trình tạo"
    if force:
        return draft.model_copy(update={"why": f"{edited}: chuyển sang tên khác rồi tạo lại", "aside": (path,)})
    # One Word file gives one PDF, so where the program's own is known, the difference is a hand's.
    known = entry.pdf_sha256 is not None and entry.pdf_from == word
    return draft.model_copy(update={"action": Action.KEEP_EDITED, "why": edited, "uncertain": not known})
