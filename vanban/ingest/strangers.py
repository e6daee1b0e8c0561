"""What the files are that no part of a year asks for: copies, files under another name, files left open in Excel."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.office import Office
from vanban.ingest.part_file import DataFile, FileShape
from vanban.ingest.table import columns_said

_NOT_DATA: Final = frozenset({".md", ".ini", ".db"})
_LOCK: Final = "~$"
_LIKE: Final = 0.75
_TELLING: Final = 3
"""So many columns of a table, all that it must have among them, tell whose table it is whatever its file is called."""


def meant_by(
    name: str, data: bytes, absent: Mapping[str, DataFile], office: Office | None
) -> tuple[str, DataFile] | None:
    """Which of the ``absent`` files (by folder and stem) this one most likely is, under another name; or ``None``."""
    path = PurePosixPath(name)
    stem = str(path.with_suffix("")).lower()
    here = {key: part for key, part in absent.items() if path.suffix.lower() in part.endings}
    if path.name.startswith((_LOCK, ".")):
        return None
    near = _near(stem, here) or _by_columns(name, data, here, office)
    return (near, here[near]) if near else None


def _near(stem: str, known: Collection[str]) -> str | None:
    """``people`` for ``people - Copy``, ``People (1)`` and ``pepole``; the longest of several that begin it."""
    folder = str(PurePosixPath(stem).parent)
    known = [key for key in known if str(PurePosixPath(key).parent) == folder]
    begun = [key for key in known if stem.startswith(key) and not stem[len(key) : len(key) + 1].isalpha()]
    begun = [key for key in begun if not stem[len(key) :].startswith("_")]
    if begun:
        return max(begun, key=len)
    found = difflib.get_close_matches(stem, known, n=1, cutoff=_LIKE)
    return found[0] if found else None


def _by_columns(name: str, data: bytes, known: Mapping[str, DataFile], office: Office | None) -> str | None:
    folder = str(PurePosixPath(name).parent).lower()
    said = {
        key: columns_said(data, name, part.model, office)
        for key, part in known.items()
        if part.shape is FileShape.TABLE and str(PurePosixPath(key).parent) == folder
    }
    most = max(said.values(), default=0)
    best = [key for key, number in said.items() if number == most]
    return best[0] if most >= _TELLING and len(best) == 1 else None


def renamed(name: str, part: DataFile) -> Finding:
    """That a file is most likely one that is asked for: without it everything else would be wrong as well."""
    wanted = f"{part.stem}{PurePosixPath(name).suffix.lower()}"
    return Finding(
        place=Place(file=name),
        reason=f"Không có tệp “{wanted}”; tệp này có lẽ là nó mang tên khác nên chưa được đọc.",
        remedy=f"Hãy đổi tên tệp này thành “{wanted}”; nếu không phải thì chuyển ra khỏi thư mục dữ liệu.",
    )


def strangers(names: Collection[str], known: Mapping[str, DataFile], present: Mapping[str, str]) -> Iterator[Finding]:
    """What to do with each file of those ``names``, of which none is asked for and none is a missing one.

    ``known`` are all parts by folder and stem, ``present`` the files that are read, by the same.
    """
    for name in sorted(names):
        path = PurePosixPath(name)
        if path.name.startswith(_LOCK):
            yield _stranger(
                name.replace(_LOCK, "", 1),
                "Tệp đang mở trong Excel; những sửa đổi chưa lưu không được dùng.",
                "Hãy lưu và đóng tệp rồi chạy lại.",
            )
        elif not path.name.startswith(".") and path.suffix.lower() not in _NOT_DATA:
            yield _of_no_use(name, str(path.with_suffix("")).lower(), known, present)


def _of_no_use(name: str, stem: str, known: Mapping[str, DataFile], present: Mapping[str, str]) -> Finding:
    if stem in known:
        endings = " hoặc ".join(known[stem].endings)
        return _stranger(
            name, f"Chương trình không đọc kiểu tệp {PurePosixPath(name).suffix}.", f"Hãy lưu thành kiểu {endings}."
        )
    near = _near(stem, present)
    if near is None:
        return _stranger(
            name,
            "Không có bảng, tệp nào của dữ liệu mang tên này nên tệp không được đọc.",
            "Hãy sửa tên tệp nếu cần dùng; nếu không thì chuyển tệp ra khỏi thư mục dữ liệu.",
        )
    return _stranger(
        name,
        f"Tệp này giống một bản sao của “{present[near]}” và không được dùng; chương trình chỉ đọc “{present[near]}”.",
        "Hãy chuyển bản sao ra khỏi thư mục dữ liệu; nếu bản này mới đúng thì chép nội dung của nó sang tệp kia.",
    )


def _stranger(file: str, reason: str, remedy: str) -> Finding:
    return Finding(severity=Severity.WARNING, place=Place(file=file), reason=reason, remedy=remedy)
