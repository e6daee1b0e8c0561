"""``python -m vanban.stationery FOLDER``: write the default templates there (``make templates``)."""

from __future__ import annotations

import sys
from pathlib import Path

from vanban import durable
from vanban.stationery import build_templates
from vanban.stationery.books import build_books

_, folder = sys.argv
for name, data in build_templates().items():
    durable.write(Path(folder) / "docx" / f"{name}.docx", data)
for name, data in build_books().items():
    durable.write(Path(folder) / "books" / f"{name}.docx", data)
