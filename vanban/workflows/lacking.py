"""Documents of which the register knows the numbers and the archive has nothing: an old copy, or bags still to come."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import groupby

from vanban.archive import Archive, manifest_name
from vanban.domain.register_entry import EntryKey
from vanban.errors import DocumentsMissing, DocumentsStillMissing
from vanban.register import Register


def lacking(archive: Archive, register: Register) -> tuple[EntryKey, ...]:
    """The numbers whose documents are archived by the register, and not in the archive's folder."""
    return _absent(archive, register.archived())


def require_none(archive: Archive, register: Register) -> None:
    """The archive is no older copy than the register, and not a part of it. Raises :class:`DocumentsMissing`.

    An older copy lacks the newest documents, a part whole years or all but a dossier: a sample shows both, and a number
    waits for no walk over all that was ever issued. What single files are lost, the check of the archive tells.
    """
    if _absent(archive, register.archived_sample()):
        missing = lacking(archive, register)
        raise DocumentsMissing(count=len(missing), documents=named(missing))


def still_missing(archive: Archive, register: Register) -> DocumentsStillMissing | None:
    """The same of every document, to be told after all that could be finished was finished."""
    missing = lacking(archive, register)
    return DocumentsStillMissing(count=len(missing), documents=named(missing)) if missing else None


def _absent(archive: Archive, rows: Iterable[tuple[str, int, int]]) -> tuple[EntryKey, ...]:
    missing = []
    for (series, year), numbers in groupby(rows, key=lambda row: row[:2]):
        folder = archive.manifest_path(EntryKey(series=series, year=year, ordinal=1)).parent
        absent = [ordinal for *_, ordinal in numbers if not os.path.lexists(f"{folder}/{manifest_name(ordinal)}")]
        missing += [EntryKey(series=series, year=year, ordinal=ordinal) for ordinal in absent]
    return tuple(missing)


def named(keys: tuple[EntryKey, ...]) -> str:
    """``năm 2024: số 01-06 (“ke-hoach”), 02 (“to-trinh”); năm 2025: …``."""
    ordered = sorted(keys, key=lambda key: (key.year, key.series, key.ordinal))
    years = groupby(ordered, key=lambda key: key.year)
    return "; ".join(f"năm {year}: {_of_year(tuple(group))}" for year, group in years)


def _of_year(keys: tuple[EntryKey, ...]) -> str:
    said = []
    for series, group in groupby(keys, key=lambda key: key.series):
        stretches: list[list[int]] = []
        for key in group:
            if stretches and stretches[-1][1] == key.ordinal - 1:
                stretches[-1][1] = key.ordinal
            else:
                stretches.append([key.ordinal, key.ordinal])
        spans = (f"{first:02d}" if first == last else f"{first:02d}-{last:02d}" for first, last in stretches[:10])
        said.append(f"số {', '.join(spans)}{', …' if len(stretches) > 10 else ''} (“{series}”)")
    return ", ".join(said)
