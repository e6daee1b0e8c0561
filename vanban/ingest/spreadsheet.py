"""Turn records into an Excel table that a clerk can fill in and that reads back as the same records."""

from __future__ import annotations

from collections.abc import Iterable

from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.ingest.form_rules import form_columns
from vanban.ingest.form_sheet import FormBook, FormTable, rows_of


def write_table(
    rows: Iterable[Record], row_type: type[Record], sheet_title: str, office: Office | None = None
) -> bytes:
    """An .xlsx file with the field titles as header and one row for each record; the same rows give the same bytes.

    Every cell is text, so that leading zeros stay and nothing is taken for a formula; closed lists are offered to
    choose from, in the words of the ``office``. Raises :class:`vanban.errors.CellTooLong` for a value that reading
    would refuse.
    """
    columns = form_columns(row_type, office)
    book = FormBook()
    book.lay(FormTable(sheet_title, columns, rows_of(rows, columns, office)))
    return book.to_bytes()
