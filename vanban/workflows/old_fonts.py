"""Bring a file out of an old encoding into Unicode: a Word file, a workbook, a text. The original is never touched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vanban import durable, pdf
from vanban.domain.old_encoding import ConvertedPiece, OldEncoding, Unicoding, main_encoding
from vanban.errors import ConverterMissing, OverOriginal, WrongFileKind
from vanban.ingest.unicode_workbook import workbook_in_unicode
from vanban.pdf import Converter
from vanban.word.unicode_copy import word_in_unicode
from vanban.workspace import read_file, true_path

_SHOWN = 12


@dataclass(frozen=True)
class BroughtToUnicode:
    """What became of one file: the copy, where one was needed, and what was found in it."""

    path: Path
    copy: Path | None
    made: Unicoding

    @property
    def exit_code(self) -> int:
        """1 where a word is doubtful: somebody has to look at it."""
        return 1 if self.made.doubtful else 0

    @property
    def encodings(self) -> tuple[tuple[OldEncoding, int], ...]:
        """The encodings found, the commonest first, with how many texts each."""
        return tuple(self.made.encodings.most_common())

    @property
    def examples(self) -> tuple[ConvertedPiece, ...]:
        """The first texts that changed, for somebody to look at."""
        return tuple(self.made.pieces[:_SHOWN])

    def to_json(self) -> dict[str, object]:
        """File, copy, encodings, every text before and after, doubtful words."""
        return {
            "file": str(self.path),
            "copy": str(self.copy) if self.copy else None,
            "encodings": {one.value: count for one, count in sorted(self.made.encodings.items())},
            "texts": [{"before": one.before, "after": one.after} for one in self.made.pieces],
            "doubtful": list(self.made.doubtful),
        }


def to_unicode(path: Path, copy: Path | None, converter: Converter | None = None) -> BroughtToUnicode:
    """Write a copy of the file in Unicode; none where it is in Unicode already. A file of another word processor (.doc,
    .rtf, .odt) becomes a Word file by ``converter``.

    Raises a ``PackageError``, ``WrongFileKind``, ``OverOriginal``, ``FileUnreadable``, ``FileFault``,
    ``ConverterMissing``, ``OldFormatUnread``.
    """
    data, made = read_file(path), Unicoding()
    suffix = path.suffix.lower()
    if pdf.old_format(data) is not None:
        if converter is None:
            raise ConverterMissing
        data, suffix = pdf.to_word(converter, data, name=path.name), ".docx"
        target = copy or path.with_name(f"{path.stem}-unicode.docx")
    else:
        target = copy or path.with_name(f"{path.stem}-unicode{path.suffix}")
    if true_path(target) == true_path(path):
        raise OverOriginal(path=target)
    if suffix in (".docx", ".dotx"):
        content = word_in_unicode(data, path.name, made)
    elif suffix == ".xlsx":
        content = workbook_in_unicode(data, path.name, made)
    elif suffix in (".txt", ".csv", ".yaml", ".yml"):
        content = _text(data, made)
    else:
        raise WrongFileKind(
            name=path.name, wanted="tệp Word, Excel hay tệp chữ", real="tệp khác", save_as="chương trình của nó"
        )
    if made.pieces:
        durable.write(target, content)
    return BroughtToUnicode(path, target if made.pieces else None, made)


def _text(data: bytes, made: Unicoding) -> bytes:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Every byte of an old text is a letter of Windows-1252, or one of the few that it leaves free.
        text = "".join(bytes((byte,)).decode("cp1252", errors="ignore") or chr(byte) for byte in data)
    lines = text.split("\n")
    main = main_encoding(lines)
    return "\n".join(made.take_alone(line, main) for line in lines).encode()
